"""The result as a workbook, read back with openpyxl."""

from __future__ import annotations

import io
from collections.abc import Callable
from fractions import Fraction
from functools import cache
from typing import Any

import openpyxl
import pytest

from readiness.report.formats import FORMATS
from readiness.report.inputs import ReportInput
from tests.unit.report.office import EVERY_SHAPE, HOSTILE, bare, from_the_right, hostile, large, rich


@cache
def book(make: Callable[[], ReportInput]) -> Any:  # noqa: ANN401  openpyxl has no types
    return openpyxl.load_workbook(io.BytesIO(FORMATS[".xlsx"](make())))


def columns(sheet: Any) -> dict[str, list[Any]]:  # noqa: ANN401
    return {column[0].value: [cell.value for cell in column[1:]] for column in sheet.columns}


def test_there_is_a_sheet_for_each_thing_that_can_be_said() -> None:
    assert book(rich).sheetnames == ["Summary", "Scores", "Gaps", "Actions", "Left out", "Answers", "Method"]
    assert book(bare).sheetnames == ["Summary", "Scores", "Answers", "Method"]


def test_scores_are_numbers_beside_the_exact_ones() -> None:
    found = columns(book(rich)["Scores"])
    nodes = rich().scorecard.node
    for id_, shown, exact in zip(found["Id"], found["Score"], found["Exact score"], strict=True):
        score = nodes[id_].score if id_ in nodes else rich().scorecard.root.score
        assert (None if exact is None else Fraction(exact)) == score
        assert shown is None or abs(shown - float(score or 0)) <= 0.1


def test_gaps_stand_in_their_order_with_their_gains() -> None:
    found = columns(book(rich)["Gaps"])
    assert found["Id"] == [gap.question for gap in rich().gaps]
    assert found["Gain"] == pytest.approx([float(gap.gain) for gap in rich().gaps])


def test_every_question_of_a_large_framework_has_a_row() -> None:
    assert len(columns(book(large)["Answers"])["Id"]) == 200


def test_the_summary_begins_with_what_was_found_and_has_the_score_as_a_number() -> None:
    sheet = book(rich)["Summary"]
    facts = {row[0].value: row[1].value for row in sheet.iter_rows(min_row=3)}
    assert sheet["A1"].value
    assert facts["Overall score"] == pytest.approx(float(rich().scorecard.root.score or 0), abs=0.1)


@pytest.mark.parametrize("make", EVERY_SHAPE)
def test_no_cell_is_a_formula_or_a_link(make: Callable[[], ReportInput]) -> None:
    cells = [cell for sheet in book(make) for row in sheet.iter_rows() for cell in row]
    assert not [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink]


def test_a_text_that_looks_like_a_formula_stays_a_text_when_it_is_edited() -> None:
    cells = [cell for row in book(hostile)["Answers"].iter_rows() for cell in row if cell.value == HOSTILE]
    assert cells
    assert all(cell.quotePrefix for cell in cells)


def test_tables_can_be_filtered_and_keep_their_heads_in_sight_and_on_paper() -> None:
    for name in ("Scores", "Gaps", "Actions", "Answers", "Method"):
        sheet = book(rich)[name]
        assert [table.autoFilter is not None for table in sheet.tables.values()] == [True]
        assert sheet.freeze_panes
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.page_setup.orientation == "landscape"


def test_rows_are_as_high_as_their_texts() -> None:
    sheet = book(rich)["Method"]
    long = max(range(2, sheet.max_row + 1), key=lambda row: len(sheet.cell(row, 3).value))
    assert sheet.row_dimensions[long].height >= 15 * (len(sheet.cell(long, 3).value) // 100)


def test_sheets_of_a_language_from_the_right_begin_there() -> None:
    assert all(sheet.sheet_view.rightToLeft for sheet in book(from_the_right))


def test_the_same_result_is_the_same_bytes() -> None:
    assert FORMATS[".xlsx"](rich()) == FORMATS[".xlsx"](rich())
