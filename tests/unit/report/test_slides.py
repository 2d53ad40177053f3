"""The report as slides, read back with python-pptx."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import combinations
from typing import Any

import pptx
import pytest

from readiness.report.formats import FORMATS
from readiness.report.inputs import ReportInput
from readiness.report.view import build_view
from tests.unit.report.office import EVERY_SHAPE, HOSTILE, bare, from_the_right, hostile, large, rich

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@cache
def deck(make: Callable[[], ReportInput]) -> Any:  # noqa: ANN401  python-pptx types its shapes loosely
    return pptx.Presentation(io.BytesIO(FORMATS[".pptx"](make())))


def charts(made: Any) -> Iterator[Any]:  # noqa: ANN401
    return (shape for slide in made.slides for shape in slide.shapes if shape.has_chart)


def test_a_plan_with_a_target_gives_ten_slides_that_are_wide() -> None:
    made = deck(rich)
    assert len(made.slides) == 10
    assert made.slide_width / made.slide_height == pytest.approx(16 / 9, abs=0.001)


def test_titles_are_the_findings_of_the_report() -> None:
    found = {section.title for section in build_view(rich()).sections}
    titles = [slide.shapes.title.text for slide in deck(rich).slides][1:]
    assert [title for title in titles if title not in found] == [
        "One action can start within 90 days, likely without new money: A1."
    ]


def test_the_chart_of_the_profile_has_the_scores_and_targets_of_the_result() -> None:
    chart = next(charts(deck(rich))).chart
    nodes = [node for node in rich().scorecard.root.children if node.kind == "area" and node.score is not None]
    assert list(chart.plots[0].categories) == [node.title for node in nodes]
    scores, targets = (list(series.values) for series in chart.plots[0].series)
    assert scores == pytest.approx([float(node.score) for node in nodes if node.score is not None], abs=0.1)
    assert targets == pytest.approx([float(node.target or 0) for node in nodes], abs=0.1)


def test_the_chart_of_the_roadmap_begins_with_the_score_of_now() -> None:
    plan = rich().roadmap
    assert plan is not None
    assert plan.start_score is not None
    chart = list(charts(deck(rich)))[1].chart
    expected = chart.plots[0].series[0].values
    assert len(expected) == len(plan.quarters) + 1
    assert expected[0] == pytest.approx(float(plan.start_score), abs=0.1)


def test_every_chart_and_table_says_what_it_holds() -> None:
    made = deck(rich)
    frames = [shape for slide in made.slides for shape in slide.shapes if shape.has_chart or shape.has_table]
    said = [frame._element.nvGraphicFramePr.cNvPr.get("descr") for frame in frames]  # noqa: SLF001
    assert all(said)
    assert any(re.search(r"score \d\.\d", text) for text in said)


def test_every_slide_but_the_first_has_notes_and_a_number() -> None:
    for slide in list(deck(rich).slides)[1:]:
        assert slide.notes_slide.notes_text_frame.text.strip()
        assert slide._element.findall(f".//{A}fld[@type='slidenum']")  # noqa: SLF001


@pytest.mark.parametrize("make", EVERY_SHAPE)
def test_no_text_is_smaller_than_fourteen_points(make: Callable[[], ReportInput]) -> None:
    made = deck(make)
    roots = [slide._element for slide in made.slides] + [layout._element for layout in made.slide_layouts]  # noqa: SLF001
    roots += [frame.chart._chartSpace for frame in charts(made)]  # noqa: SLF001
    sizes = [int(part.get("sz")) for root in roots for part in root.iter() if part.get("sz", "").isdigit()]
    assert min(sizes) >= 1400


@pytest.mark.parametrize("make", EVERY_SHAPE)
def test_nothing_lies_over_something_else_or_off_the_slide(make: Callable[[], ReportInput]) -> None:
    made = deck(make)
    for slide in list(made.slides)[1:]:
        boxes = [(one.left, one.top, one.left + one.width, one.top + one.height) for one in slide.shapes]
        for left, top, right, bottom in boxes:
            assert left >= 0 <= top
            assert right <= made.slide_width
            assert bottom <= made.slide_height
        for one, other in combinations(boxes, 2):
            apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
            assert apart


def lines_of(text: str, inches: float, points: float) -> int:
    """Return how many lines a text takes when letters are half as wide as high, and no line is full."""
    a_line = inches * 72 / (points * 0.5)
    return -(-len(text) // max(1, int(a_line * 0.9)))


@pytest.mark.parametrize("make", EVERY_SHAPE)
def test_long_texts_fit_their_titles_and_cells(make: Callable[[], ReportInput]) -> None:
    for slide in list(deck(make).slides)[1:]:
        assert lines_of(slide.shapes.title.text, 12.1, 24) <= 2
        for shape in slide.shapes:
            for row in list(shape.table.rows)[1:] if shape.has_table else ():
                for cell, column in zip(row.cells, shape.table.columns, strict=True):
                    size = cell.text_frame.paragraphs[0].font.size.pt
                    needed = lines_of(cell.text, column.width.inches - 0.14, size) * size * 1.2
                    assert needed <= row.height.pt + 1


def test_no_target_no_plan_and_no_answer_leave_out_what_cannot_be_said() -> None:
    kickers = [slide.shapes[1].text_frame.text for slide in deck(bare).slides][1:]
    assert kickers == ["Executive summary", "Profile against target", "Scope and trust", "Decisions"]
    assert [series.name for series in next(charts(deck(bare))).chart.plots[0].series] == ["Score"]


def test_fourteen_dimensions_are_all_in_the_chart() -> None:
    assert len(list(next(charts(deck(large))).chart.plots[0].categories)) == 14


def test_text_of_others_is_nothing_but_text() -> None:
    made = deck(hostile)
    texts = [shape.text_frame.text for slide in made.slides for shape in slide.shapes if shape.has_text_frame]
    assert any(HOSTILE[:20] in text for text in texts)
    assert not [part for slide in made.slides for part in slide.part.rels.values() if part.is_external]


def test_a_language_from_the_right_turns_paragraphs_round_and_is_named() -> None:
    title = deck(from_the_right).slides[1].shapes.title
    assert title._element.find(f".//{A}pPr").get("rtl") == "1"  # noqa: SLF001
    assert title._element.find(f".//{A}rPr").get("lang") == "ar"  # noqa: SLF001


def test_the_same_report_is_the_same_bytes() -> None:
    assert FORMATS[".pptx"](rich()) == FORMATS[".pptx"](rich())
