"""Drawings of one page that share what they have in common: a grid, a strip that is there twice, every colour."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

__all__ = ["SharedDrawings"]

_DRAWING = re.compile(
    r'<svg [^>]*?width="([\d.]+)mm" height="([\d.]+)mm"[^>]*>(<title>.*?</title>)(.*)</svg>', re.DOTALL
)
_GRID = re.compile(r'(?:<line class="s-(?:hair|rule)"[^>]*/>)*')
_REFERENCE = re.compile(r'<use href="?#(\w+)')
_SHORTER = (
    (r'(class="[^"]*")(?: (?:fill|stroke)="[#\w]+")+', r"\1"),
    (r'<line (.*?) x1="(\S+)" y1="(\S+)" x2="(\S+)" y2="\3"', r'<path \1 d="M\2 \3H\4"'),
    (r'<line (.*?) x1="(\S+)" y1="(\S+)" x2="\2" y2="(\S+)"', r'<path \1 d="M\2 \3V\4"'),
    (
        r'<circle class="f-blue e-paper" stroke-width="0.35" cx="(\S+)" cy="(\S+)" r="1.45"/>',
        r"<use href=#dot x=\1 y=\2 />",
    ),
    (r'<rect class="f-target" x="(\S+)" y="(\S+)" width="0.9" height="3.8"/>', r"<use href=#aim x=\1 y=\2 />"),
    (r'="([\w.-]+)"(?= )', r"=\1"),
)
"""What a page can say in fewer letters than a drawing that stands alone: colours that its style sheet knows, straight
lines, and the two marks that stand in almost every strip."""
_MARKS = (
    '<circle id=dot class="f-blue e-paper" stroke-width=.35 r=1.45 /><rect id=aim class=f-target width=.9 height=3.8 />'
)


@dataclass
class SharedDrawings:
    """Puts drawings where they stand; what several have in common is written once, and colours come from classes."""

    shapes: dict[str, str] = field(default_factory=dict)
    """For each symbol or group: its name."""
    sizes: dict[tuple[str, str], str] = field(default_factory=dict)
    """For each width and height in mm: the class of drawings of that size."""

    def placed(self, svg: str) -> str:
        """Return one of our drawings with a reference in place of its marks."""
        found = _DRAWING.fullmatch(svg)
        assert found is not None
        width, height, title, marks = found.groups()
        grid = _GRID.match(marks)
        assert grid is not None
        shown = self._grid(_shorter(grid.group())) + _shorter(marks[grid.end() :])
        symbol = self._used(f'<symbol viewBox="0 0 {width} {height}">{shown}</symbol>')
        size = self.sizes.setdefault((width, height), f"z{len(self.sizes) + 1}")
        return f"<svg role=img class={size}>{title}{symbol}</svg>"

    def _grid(self, lines: str) -> str:
        """Return the lines with which a drawing begins, which are those of every row beside it."""
        return self._used(f"<g>{lines}</g>") if lines.count("/>") > 1 else lines

    def _used(self, element: str) -> str:
        return f"<use href=#{self.shapes.setdefault(element, f's{len(self.shapes) + 1}')} />"

    def defined(self, page: str) -> tuple[str, str]:
        """Return what the references of a page lead to, which shows nothing itself, and what only others lead to."""
        wanted = set(_REFERENCE.findall(page))
        here: list[str] = []
        elsewhere: list[str] = []
        for element, id_ in reversed(self.shapes.items()):  # a group comes before the first symbol that refers to it
            if id_ in wanted:
                wanted.update(_REFERENCE.findall(element))
            (here if id_ in wanted else elsewhere).append(re.sub(r"^<\w+", rf"\g<0> id={id_}", element))
        return _unseen([_MARKS, *here]), _unseen(elsewhere)

    def css(self) -> str:
        """Return the size of each drawing; one that is made wider keeps its shape."""
        return "".join(
            f".{id_}{{width:{width}mm;height:{height}mm;aspect-ratio:{width}/{height}}}"
            for (width, height), id_ in self.sizes.items()
        )


def _shorter(marks: str) -> str:
    for pattern, short in _SHORTER:
        marks = re.sub(pattern, short, marks)
    return marks


def _unseen(elements: list[str]) -> str:
    return f"<svg class=unseen aria-hidden=true><defs>{''.join(elements)}</defs></svg>"
