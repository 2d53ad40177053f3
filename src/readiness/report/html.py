"""The report as HTML: one self-contained file for a browser, or the pages that become a PDF."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from readiness.report.charts.scores import PAD, key_mark
from readiness.report.templates import environment_for, styled
from readiness.report.view import ReportView
from readiness.report.view.parts import Mark
from readiness.report.wording import speaking

__all__ = ["Pages", "render_html", "render_pages"]


@dataclass(frozen=True, slots=True)
class Pages:
    """HTML for paper with the drawings that it names."""

    html: str
    drawings: Mapping[str, bytes]
    """SVG by the address under which the HTML asks for it."""


def render_html(view: ReportView) -> str:
    """Return the report as one file without script, and without any request to anywhere."""
    return _render(view, _Screen(), ("report.css", "screen.css"))


def render_pages(view: ReportView) -> Pages:
    """Return the report laid out for A4, its drawings apart: parsing them within the page is slow."""
    medium = _Paper()
    html = _render(view, medium, ("report.css", "paper.css"))
    return Pages(html, {address: svg.encode() for svg, address in medium.drawings.items()})


@dataclass
class _Screen:
    """Puts drawings where they stand."""

    paper: bool = False

    def mark(self, svg: str, alt: str) -> str:  # noqa: ARG002  the drawing has the words as its title
        return svg


@dataclass
class _Paper:
    """Puts each drawing aside once, however often it is shown, and names it."""

    paper: bool = True
    drawings: dict[str, str] = field(default_factory=dict)

    def mark(self, svg: str, alt: str) -> str:
        from markupsafe import escape

        address = self.drawings.setdefault(svg, f"asset:drawing-{len(self.drawings) + 1}.svg")
        return f'<img src="{address}" alt="{escape(alt)}">'


@dataclass
class _Places:
    """Turns places in a drawing into classes, so that no element needs a style of its own."""

    lefts: set[int] = field(default_factory=set)
    tops: set[int] = field(default_factory=set)

    def place(self, left: int, top: int | None = None) -> str:
        """Return the classes for a place in thousandths of the drawing."""
        self.lefts.add(left)
        if top is None:
            return _class("p", left)
        self.tops.add(top)
        return f"{_class('p', left)} {_class('t', top)}"

    def css(self) -> str:
        """Return the rules of all places that were asked for."""
        rules = [f".{_class('p', left)}{{left:{left / 10:g}%}}" for left in sorted(self.lefts)]
        return "".join(rules + [f".{_class('t', top)}{{top:{top / 10:g}%}}" for top in sorted(self.tops)])


def _class(kind: str, thousandths: int) -> str:
    return f"{kind}-{thousandths}" if thousandths >= 0 else f"{kind}-m{-thousandths}"


def _render(view: ReportView, medium: _Screen | _Paper, styles: tuple[str, ...]) -> str:
    from markupsafe import Markup

    environment, places = environment_for(view.foreign), _Places()
    shared = {"view": view, "paper": medium.paper}
    with speaking(view.wording):
        content = environment.get_template("report.html").render(**shared, **_functions(view, medium, places))
    shell = environment.get_template("shell.html")
    # Our own markup, made above with escaping on.
    return shell.render(**shared, content=Markup(content), **styled(styles, places.css()))  # noqa: S704


def _functions(view: ReportView, medium: _Screen | _Paper, places: _Places) -> dict[str, Callable[..., Any]]:
    """Return what templates can call: drawings as markup, and places as classes."""
    from markupsafe import Markup

    def mark(drawing: Mark) -> Markup:
        return Markup(medium.mark(drawing.svg, drawing.alt))  # noqa: S704  the words are escaped where the drawing is made

    def key(kind: str) -> Markup:
        drawn = key_mark(kind)
        return mark(Mark(drawn, drawn.partition("<title>")[2].partition("</title>")[0]))

    def axis_places(width: int) -> list[tuple[int, int]]:
        steps = len(view.levels) - 1
        return [
            (level, round(1000 * (PAD + place * (width - 2 * PAD) / steps) / width))
            for place, level in enumerate(view.levels)
        ]

    return {"mark": mark, "key_mark": key, "place": places.place, "axis_places": axis_places}
