"""The workbook that people are sent."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import load_workbook

from readiness.report.questionnaire import build_questionnaire
from readiness.report.questionnaire.xlsx import questionnaire_workbook
from readiness.report.wording import catalogue_for, speaking
from tests.builders import a_framework, a_question, read_framework
from tests.returned_workbooks import Book, a_workbook

SIGNS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1"]


@pytest.fixture(scope="module")
def book() -> Book:
    """Return the workbook of a framework with every answer type."""
    return a_workbook()


def offered(book: Book, id_: str, key: str = "answers:answer") -> list[str]:
    """Return the texts that a cell offers."""
    sheet, place = book.sheet("answers"), book.place(key, id_)
    found = next(one for one in sheet.data_validations.dataValidation if place in one.sqref)
    name, _, cells = found.formula1.partition("!")
    first, _, last = cells.replace("$", "").partition(":")
    return [str(cell.value) for (cell,) in book.book[name][f"{first}:{last or first}"]]


def test_people_see_three_sheets_and_what_the_reader_needs_is_hidden(book: Book) -> None:
    states = {sheet.title: sheet.sheet_state for sheet in book.book.worksheets}
    assert states == {
        "Read me": "visible",
        "Answers": "visible",
        "Evidence": "visible",
        "Lists": "hidden",
        "Meta": "hidden",
    }


@pytest.mark.parametrize(
    ("id_", "texts"),
    [
        ("level", ["1 Initial: Nothing yet.", "2 Developing: Begun."]),
        ("checklist/a", ["Done", "Partly done", "Not done"]),
        ("choice", ["Nothing", "Something", "Everything"]),
        ("multiple/a", ["Applies", "Does not apply"]),
        ("yes-no", ["Yes", "No"]),
    ],
)
def test_an_answer_is_chosen_from_its_texts(book: Book, id_: str, texts: list[str]) -> None:
    assert offered(book, id_)[: len(texts)] == texts


def test_a_ladder_knows_no_half_and_a_duty_no_way_out() -> None:
    items = [{"id": "a", "text": "First", "rung": 1}, {"id": "b", "text": "Second", "rung": 2}]
    ladder = a_question("q1", "checklist", score="ladder", items=items, scoring={"not-applicable": "forbidden"})
    made = a_workbook(framework=a_framework(dimensions=0, questions=[ladder]))
    assert offered(made, "q1/a") == ["Done", "Not done"]
    assert offered(made, "q1", "answers:state") == ["Not known"]


def test_two_options_that_read_the_same_are_told_apart() -> None:
    options = [{"id": id_, "text": "x" * 250 + id_, "points": 1} for id_ in ("a", "b")]
    made = a_workbook(framework=a_framework(dimensions=0, questions=[a_question("q1", "choice", options=options)]))
    assert [text[-3:] for text in offered(made, "q1")] == ["(a)", "(b)"]


def test_only_the_cells_to_write_in_are_open_and_no_password_is_needed(book: Book) -> None:
    sheet = book.sheet("answers")
    unlocked = {
        sheet.cell(1, cell.column).value for row in sheet.iter_rows() for cell in row if not cell.protection.locked
    }
    columns = ("answer", "state", "reason", "note", "confidence", "by", "on")
    assert unlocked == {f"answers:{one}" for one in columns}
    assert sheet[book.place("answers:answer", "checklist")].protection.locked
    assert sheet[book.place("answers:note", "checklist/a")].protection.locked
    assert all(one.protection.sheet and one.protection.password is None for one in book.book.worksheets)
    assert not sheet.protection.autoFilter  # it may be used


def test_it_can_be_filtered_and_printed_and_its_headings_stay_in_sight(book: Book) -> None:
    sheet = book.sheet("answers")
    last = book.place("answers:before", sheet.max_row)
    assert sheet.auto_filter.ref == f"A2:{last}"
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("D3", "$2:$2")
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert sheet.oddFooter.left.text == "Sample"
    assert sheet.row_dimensions[1].hidden


def test_a_question_says_when_it_is_asked_why_and_what_backs_it() -> None:
    question = a_question(
        "q2",
        applies_when={"question": "q1", "at-least": 3},
        evidence={"expect": ["minutes", "a plan"], "required-from": 3},
        good_enough_when={3: "Few people work here."},
        answered_by=["lead"],
    )
    made = a_workbook(framework=a_framework(dimensions=0, questions=[a_question("q1"), question]))
    assert made.seen("answers:question", "q2") == (
        "How is q2?\n\nAnswer this only when Topic of q1 stands at level 3 or above."
    )
    assert made.seen("answers:why", "q2") == (
        "It matters.\n\nWho can answer: Lead.\n\n"
        "Evidence, for example: minutes; a plan.\nEvidence is needed from level 3."
    )
    guidance = str(made.seen("answers:guidance", "q2"))
    assert guidance.startswith("Choose the highest level of which everything is true today.\n\n1 Initial: Nothing yet.")
    assert guidance.endswith("Level 3 is good enough when: Few people work here.")


def test_it_holds_no_formula_and_text_that_looks_like_one_stays_text_when_it_is_edited() -> None:
    answers = {f"q{at}": {"note": f"{sign}x"} for at, sign in enumerate(SIGNS)}
    questions = [a_question(id_, topic=f"{sign}topic") for id_, sign in zip(answers, SIGNS, strict=True)]
    made = a_workbook(answers, a_framework(dimensions=0, questions=questions, title="=Title & more"))
    with zipfile.ZipFile(io.BytesIO(made.content)) as packed:
        sheets = [packed.read(name) for name in packed.namelist() if name.startswith("xl/worksheets/sheet")]
    assert not any(re.search(rb"<f[ >]", sheet) for sheet in sheets)
    sheet = made.sheet("answers")
    for id_ in answers:
        assert sheet[made.place("answers:note", id_)].quotePrefix
    assert sheet.oddFooter.left.text == "=Title && more"


def test_numbers_and_days_are_such_and_days_that_no_spreadsheet_has_are_texts() -> None:
    made = a_workbook({"number": {"value": 12}, "date": {"date": "1875-02-01", "on": "2026-11-20"}})
    assert made.seen("answers:answer", "number") == 12
    assert made.seen("answers:answer", "date") == "1875-02-01"
    assert made.seen("answers:on", "date") == datetime.combine(date(2026, 11, 20), datetime.min.time())


def test_the_first_sheet_has_the_facts_that_are_known() -> None:
    facts = {"pays": {"type": "boolean", "ask": "Do people pay?"}, "floors": {"type": "number", "ask": "How many?"}}
    gates = [
        {"when": {"fact": "pays", "is": True}, "cap-at-level": 2, "because": "So."},
        {"when": {"fact": "floors", "below": 2}, "cap-at-level": 2, "because": "So."},
    ]
    organisation = {"name": "Sample Council", "staff": 85, "facts": {"pays": True}}
    made = a_workbook({}, a_framework(facts=facts, gates=gates), organisation=organisation)
    known = {id_: made.seen("readme:value", f"fact:{id_}") for id_ in ("staff", "sector", "pays", "floors")}
    assert known == {"staff": 85, "sector": None, "pays": "Yes", "floors": None}


def test_one_for_a_role_says_for_whom_it_is() -> None:
    framework = read_framework(a_framework(dimensions=0, questions=[a_question(answered_by=["lead"])]))
    made = Book(questionnaire_workbook(build_questionnaire(framework, role="lead"), "1.0"))
    assert made.seen("readme:value", "respondent:role") == "Lead"


def test_rows_are_high_enough_for_what_stands_in_them(book: Book) -> None:
    sheet = book.sheet("answers")
    long, short = (sheet[book.place("answers:answer", id_)].row for id_ in ("level", "checklist/a"))
    assert (sheet.row_dimensions[long].height or 0) > 4 * (sheet.row_dimensions[short].height or 0)


def test_the_same_questionnaire_gives_the_same_bytes() -> None:
    assert a_workbook({"level": {"level": 3}}).content == a_workbook({"level": {"level": 3}}).content


def test_it_speaks_the_language_of_its_texts_and_runs_as_that_is_written() -> None:
    asked = build_questionnaire(read_framework(a_framework(language="ar")))
    welsh = catalogue_for("cy")
    assert welsh is not None
    with speaking(welsh):
        content = questionnaire_workbook(asked, "1.0")
    made = load_workbook(io.BytesIO(content))
    assert all(sheet.sheet_view.rightToLeft for sheet in made.worksheets[:3])
