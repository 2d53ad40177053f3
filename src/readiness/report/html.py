"""The report as HTML: one self-contained file for a browser, or the pages that become a PDF."""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from readiness.report.charts.scores import PAD, key_mark
from readiness.report.charts.shared import SharedDrawings
from readiness.report.large_print import in_large_print
from readiness.report.look import Look, ShownLogo
from readiness.report.media_types import MEDIA_TYPES
from readiness.report.painting import mark_rules
from readiness.report.templates import environment_for, hash_of, styled, unindented
from readiness.report.view import ReportView
from readiness.report.view.parts import Mark
from readiness.report.view.trying import Trying
from readiness.report.wording import speaking

__all__ = ["Pages", "pictures_of", "render_html", "render_pages"]


@dataclass(frozen=True, slots=True)
class Pages:
    """HTML for paper with the drawings that it names."""

    html: str
    drawings: Mapping[str, bytes]
    """SVG by the address under which the HTML asks for it."""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """The logo, by its address."""


def render_html(view: ReportView) -> str:
    """Return the report as one file with its own script and style, and without any request to anywhere."""
    medium, places, script = _Screen(), _Places(), unindented("screen.js")
    content = _content(view, medium, places)
    here, elsewhere = medium.drawings.defined(content)
    made = {"content": content + here, "folded": _folded([*medium.folded, elsewhere], view.trying), "script": script}
    rules = mark_rules() + places.css() + medium.drawings.css()
    style = styled(("report.css", "screen.css", *(["large-screen.css"] * view.look.is_large)), rules)
    return _page(view, medium, made, script_hash=hash_of(script), **style)


def render_pages(view: ReportView, *, large: bool = False) -> Pages:
    """Return the report laid out for A4, its drawings apart: parsing them within the page is slow.

    Args:
        view: The report in words.
        large: Whether it is in large print, with lists in place of tables.
    """
    medium, places = _Paper(), _Places()
    content = _content(view, medium, places)
    sheets = ("report.css", "paper.css", *(["marking.css"] * bool(view.look.marking)), *(["large-print.css"] * large))
    html = _page(view, medium, {"content": content}, **styled(sheets, places.css()))
    html = in_large_print(html) if large else html
    return Pages(html, {address: svg.encode() for svg, address in medium.drawings.items()}, pictures_of(view.look))


def pictures_of(look: Look) -> dict[str, bytes]:
    """Return the logo by the address under which pages ask for it, if there is one."""
    return {_address(look.logo): look.logo.picture.content} if look.logo else {}


def _address(logo: ShownLogo) -> str:
    return f"asset:logo{logo.picture.suffix}"


@dataclass
class _Screen:
    """Puts drawings where they stand, and packs what the script unfolds."""

    paper: bool = False
    auto: str = ""
    """What gives a text the direction of its first letters; here a style sheet does it, in fewer letters."""
    folded: list[str] = field(default_factory=list)
    """Parts of the page that are put aside."""
    drawings: SharedDrawings = field(default_factory=SharedDrawings)

    def mark(self, svg: str, alt: str) -> str:  # noqa: ARG002  the drawing has the words as its title
        return self.drawings.placed(svg)

    def logo(self, logo: ShownLogo) -> str:
        """Return the logo within the page: a picture of its own, which no style sheet or script of the page reaches."""
        from markupsafe import escape

        data = base64.b64encode(logo.picture.content).decode()
        return f'<img src="data:{MEDIA_TYPES[logo.picture.suffix]};base64,{data}" alt="{escape(logo.alt)}">'

    def packed(self, markup: str) -> int:
        """Put a part of the page aside, and return where it can be found."""
        self.folded.append(markup)
        return len(self.folded) - 1


@dataclass
class _Paper:
    """Puts each drawing aside once, however often it is shown, and names it."""

    paper: bool = True
    auto: str = ' dir="auto"'
    drawings: dict[str, str] = field(default_factory=dict)

    def mark(self, svg: str, alt: str) -> str:
        from markupsafe import escape

        address = self.drawings.setdefault(svg, f"asset:drawing-{len(self.drawings) + 1}.svg")
        return f'<img src="{address}" alt="{escape(alt)}">'

    def logo(self, logo: ShownLogo) -> str:
        """Return where the logo is to stand, as large as there is room."""
        from markupsafe import escape

        width, height = logo.size
        size = f"width:{width:.2f}mm;height:{height:.2f}mm"
        return f'<img src="{_address(logo)}" alt="{escape(logo.alt)}" style="{size}">'

    def packed(self, markup: str) -> int:
        """Refuse: on paper everything stands where it belongs."""
        raise NotImplementedError(markup)


_HARMLESS = str.maketrans("<&", ",.")
"""Signs of base85 that mean something in markup, and what stands for them."""


def _folded(parts: list[str], trying: Trying | None) -> str:
    """Return what the script needs, packed: as text it would be half of the file."""
    found = {"parts": parts, "trying": trying.data if trying else None}
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    return base64.b85encode(gzip.compress(text.encode(), mtime=0)).decode().translate(_HARMLESS)


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


def _content(view: ReportView, medium: _Screen | _Paper, places: _Places) -> str:
    from markupsafe import Markup

    environment = environment_for(view.foreign, tight=not medium.paper, templates=view.look.templates)
    auto = Markup(medium.auto)  # noqa: S704  ours
    with speaking(view.wording):
        return environment.get_template("report.html").render(
            view=view, paper=medium.paper, auto=auto, **_functions(view, medium, places)
        )


def _page(view: ReportView, medium: _Screen | _Paper, made: Mapping[str, str], **texts: str) -> str:
    """Return the whole page: what was made with escaping on, in the element that holds it."""
    from markupsafe import Markup

    shell = environment_for(view.foreign).get_template("shell.html")
    ours = {name: Markup(text) for name, text in made.items()}  # noqa: S704  made with escaping on
    return shell.render(view=view, paper=medium.paper, **ours, **texts)


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

    def logo(shown: ShownLogo) -> Markup:
        return Markup(medium.logo(shown))  # noqa: S704  ours, with its words escaped

    return {
        "logo": logo,
        "mark": mark,
        "key_mark": key,
        "place": places.place,
        "axis_places": axis_places,
        "packed": medium.packed,
    }
