"""Pages of reports at their extremes: nothing overlaps, nothing leaves its place, no page is bare, no heading alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import pytest
import weasyprint
from weasyprint.urls import URLFetcher, URLFetcherResponse

from readiness.report.html import Pages, render_pages
from readiness.report.inputs import ReportInput
from readiness.report.view import build_view
from readiness.resources import templates_dir
from tests.builders import Plain, a_framework, a_gate, a_question, all_at, an_action, an_area, questions_of
from tests.unit.report.given import a_report

_TOUCHING = 1.0
"""CSS pixels by which two texts may meet."""
_ASCENT, _DESCENT = 0.7, 0.2
"""How far letters reach above and below their line, as parts of their size."""
_UNSEEN = 4.0
"""The size of letters that are there to be read aloud or to be repeated in a margin."""
_LEAST_FILLED = 0.1
_HEADINGS = {"h2", "h3", "h4", "thead"}


# --- what a page holds -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Text:
    """A line of text on a page, in CSS pixels."""

    words: str
    left: float
    top: float
    right: float
    bottom: float
    within: tuple[str, ...]
    """The elements that hold it, outermost first."""
    cell: tuple[float, float] | None
    """The left and right of the table cell that holds it."""
    hidden: tuple[float, float] | None
    """The left and right beyond which it is cut off."""


class _Assets(URLFetcher):  # type: ignore[misc]
    """Hands out the drawings of a report and the fonts that come with the tool."""

    def __init__(self, drawings: Mapping[str, bytes]) -> None:
        super().__init__()
        self.drawings = drawings

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:  # noqa: ARG002
        if url in self.drawings:
            return URLFetcherResponse(url, self.drawings[url], {"Content-Type": "image/svg+xml"})
        font = templates_dir() / "fonts" / url.removeprefix("asset:")
        return URLFetcherResponse(url, font.read_bytes(), {"Content-Type": "font/ttf"})


def faults(pages: Pages) -> list[str]:
    """Return everything that is wrong with the layout of a report."""
    document = weasyprint.HTML(string=pages.html, url_fetcher=_Assets(pages.drawings)).render()
    found = []
    for number, page in enumerate(document.pages, start=1):
        box = page._page_box  # noqa: SLF001  WeasyPrint names no other way to its boxes
        texts = [text for text in _texts(box.children[0]) if text.words.strip()]
        ends = box.position_x, box.position_x + box.margin_width()
        found += [f"page {number}: {fault}" for fault in (*_overlaps(texts), *_overflows(texts, ends))]
        if number > 1:
            top, height = box.content_box_y(), box.height
            found += [
                f"page {number}: {fault}" for fault in (*_bare(texts, top, height), *_orphans(texts, top, height))
            ]
    return found


def _texts(
    box: Any,  # noqa: ANN401  it ships no types
    within: tuple[str, ...] = (),
    cell: tuple[float, float] | None = None,
    hidden: tuple[float, float] | None = None,
    moved: float = 0.0,
) -> Iterator[Text]:
    kind = type(box).__name__
    if box.element_tag and not box.element_tag.startswith("*"):
        within = (*within, box.element_tag)
    if kind == "TextBox":
        if box.style["font_size"] > _UNSEEN:
            left, line, size = box.position_x + moved, box.position_y + box.baseline, box.style["font_size"]
            below = _DESCENT * size if any(map(str.isalpha, box.text)) else 0
            ends = left, line - _ASCENT * size, left + box.width, line + below
            yield Text(box.text, *ends, within, cell, hidden)
        return
    if kind == "TableCellBox":
        cell = box.position_x, box.position_x + box.border_width()
    if box.style["overflow"] == "hidden" and isinstance(getattr(box, "width", None), float | int):
        hidden = box.content_box_x(), box.content_box_x() + box.width
    moved += _moved(box)
    for child in getattr(box, "children", ()):
        yield from _texts(child, within, cell, hidden, moved)


def _moved(box: Any) -> float:  # noqa: ANN401
    """Return by how much a transform moves what is in a box; it is not in the places of its children."""
    share = 0.0
    for name, values in box.style["transform"] or ():
        share += values[0].value / 100 if name == "translate" and values[0].unit == "%" else 0.0
    return float(share * box.border_width()) if share else 0.0


def _overlaps(texts: list[Text]) -> Iterator[str]:
    ranked = sorted(texts, key=lambda text: text.top)
    for place, one in enumerate(ranked):
        for other in ranked[place + 1 :]:
            if other.top >= one.bottom - _TOUCHING:
                break
            if min(one.right, other.right) - max(one.left, other.left) > _TOUCHING:
                yield f"{one.words!r} and {other.words!r} overlap"


def _overflows(texts: list[Text], page: tuple[float, float]) -> Iterator[str]:
    for text in texts:
        for place, ends in (("page", page), ("cell", text.cell), ("box that hides the rest", text.hidden)):
            if ends and (text.left < ends[0] - _TOUCHING or text.right > ends[1] + _TOUCHING):
                yield f"{text.words!r} leaves its {place}"


def _bare(texts: list[Text], top: float, height: float) -> Iterator[str]:
    filled = max((text.bottom for text in texts), default=top) - top
    if filled < _LEAST_FILLED * height:
        yield f"only {filled / height:.0%} filled"


def _orphans(texts: list[Text], top: float, height: float) -> Iterator[str]:
    last = max(texts, key=lambda text: text.bottom, default=None)
    if last and last.bottom > top + height / 2 and _HEADINGS & set(last.within):
        yield f"the heading {last.words!r} stands alone at the foot"


# --- reports at their extremes ---------------------------------------------------------------------------------------

_UNBROKEN = (
    "Donaudampfschifffahrtsgesellschaftskapitaenswitwenrentenauszahlungsstellenleiterdiensttelefonverzeichnis" * 2
)
_NAMES = {
    "unbroken": _UNBROKEN[:120],
    "welsh": "Llywodraethu digidol a gwasanaethau cyhoeddus dwyieithog yng Nghymru a’r Gororau",
    "arabic": "الحوكمة الرقمية والخدمات العامة للمواطنين في جميع البلديات",
    "chinese": "数字政府治理与公共服务能力建设以及跨部门数据共享机制的持续改进",
}


def _large(dimensions: int, questions: int, name: str = "Data", **keys: object) -> Plain:
    """Return a framework with one name everywhere, an action for each question, and a gate."""
    areas = []
    for d in range(1, dimensions + 1):
        held = [
            a_question(f"d{d}-q{q}", topic=f"{name} {q}", ask=f"{name}?", why=f"{name}.")
            for q in range(1, questions + 1)
        ]
        areas.append(an_area(f"d{d}", areas=[an_area(f"d{d}-c", held, title=name)], title=f"{name} {d}"))
    areas[0]["gates"] = [a_gate({"question": "d1-q1", "below": 2})]
    actions = [
        an_action(
            f"do-{one['id']}",
            {one["id"]: 3},
            title=f"{name} {n}",
            delivers=name,
            cost={"low": 0, "likely": 900, "high": 2000},
        )
        for n, one in enumerate(questions_of({"areas": areas}))
    ]
    rest = {"areas": areas, "actions": actions[:60], "roles": {"lead": name}, "title": name}
    return a_framework() | rest | keys


def _named(name: str) -> ReportInput:
    framework = _large(3, 2, name)
    answers: dict[str, Any] = {"d1-q1": {"level": 1, "note": name}, "d1-q2": 3, "d2-q1": {"unknown": name}, "d3-q1": 2}
    people = {"kim": {"role": name, "name": name}}
    return a_report(answers, framework, organisation={"name": name}, scope=name, status=name, respondents=people)


def _at(level: int, dimensions: int, questions: int, **keys: object) -> ReportInput:
    framework = _large(dimensions, questions, "Insight and openness")
    return a_report(all_at(level, framework), framework, plan={"starts": "2027-01-01", "quarters": 12}, **keys)


def _one_does_not_apply() -> ReportInput:
    framework = _large(2, 2)
    apart = {"not-applicable": "There is none"}
    return a_report({"d1-q1": 2, "d1-q2": 5, "d2-q1": apart, "d2-q2": apart}, framework)


_EXTREMES: Mapping[str, Callable[[], ReportInput]] = {
    **{f"names: {kind}": partial(_named, name) for kind, name in _NAMES.items()},
    "one dimension with three questions, all at the bottom": lambda: _at(1, 1, 3),
    "14 dimensions and 60 actions, all at the bottom": lambda: _at(1, 14, 5),
    "200 questions, all at the top": lambda: _at(5, 10, 20),
    "nothing answered": lambda: a_report({}, _large(4, 2)),
    "one dimension that does not apply": _one_does_not_apply,
    "no target": lambda: a_report({"d1-q1": 2}, _large(4, 2, targets={})),
    "no plan": lambda: a_report({"d1-q1": 2}),
}


def test_large_print_of_the_longest_names_holds_up_too() -> None:
    assert faults(render_pages(build_view(_named("unbroken"), printed=True), large=True)) == []


@pytest.mark.parametrize("extreme", _EXTREMES)
def test_nothing_overlaps_is_cut_or_stands_alone(extreme: str) -> None:
    assert faults(render_pages(build_view(_EXTREMES[extreme](), printed=True))) == []


_PAGE = "<style>@page{size:400px 300px;margin:20px}body{margin:0;font:16px/20px sans-serif}h2{margin:0}</style>"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<p>Under</p><p style='margin-top:-30px'>Over</p>", "'Under' and 'Over' overlap"),
        ("<p style='white-space:nowrap'>" + "Word " * 40, "leaves its page"),
        (
            "<table style='table-layout:fixed;width:100px'><tr><td>Unbreakable<td>Next",
            "'Unbreakable' leaves its cell",
        ),
        (
            "<p style='width:60px;white-space:nowrap;overflow:hidden'>A label that is cut",
            "'A label that is cut' leaves its box that hides the rest",
        ),
        ("<p>One</p><p style='break-before:page;margin:0'>Two", "page 2: only 7% filled"),
        (
            "<p style='break-after:page'>One</p><p style='margin:9em'></p><h2 style='break-after:page'>Alone</h2>Two",
            "the heading 'Alone' stands alone at the foot",
        ),
    ],
)
def test_the_matrix_sees_what_is_wrong_with_a_page(body: str, said: str) -> None:
    assert any(said in fault for fault in faults(Pages(_PAGE + body, {})))
