"""The sheet of answers: a row for each question, and one for each item that is answered by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from readiness.loading.returned.workbook.layout import AnswerColumn, ListName, list_of_question
from readiness.report.questionnaire.questionnaire import AskedArea, AskedOption, AskedQuestion, Questionnaire
from readiness.report.questionnaire.xlsx.cells import Cell, Row, as_day, write_rows
from readiness.report.questionnaire.xlsx.guidance import guidance_of, question_text, reasons_of
from readiness.report.questionnaire.xlsx.lists import Lists
from readiness.report.questionnaire.xlsx.style import Styles, as_number
from readiness.report.wording import gettext
from readiness.report.words import shortened

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

__all__ = ["write_answers"]

_C = AnswerColumn
_MESSAGE = 255
_WIDTHS: Mapping[AnswerColumn, int] = {
    _C.AREA: 14,
    _C.ID: 13,
    _C.QUESTION: 32,
    _C.WHY: 36,
    _C.GUIDANCE: 80,
    _C.ANSWER: 34,
    _C.STATE: 13,
    _C.REASON: 22,
    _C.NOTE: 32,
    _C.CONFIDENCE: 11,
    _C.BY: 16,
    _C.ON: 11,
    _C.BEFORE: 26,
}


def _headings() -> Mapping[str, str]:
    return {
        _C.AREA: gettext("Area"),
        _C.ID: gettext("Id"),
        _C.QUESTION: gettext("Question"),
        _C.WHY: gettext("Why it is asked, and what backs an answer"),
        _C.GUIDANCE: gettext("What the answers mean"),
        _C.ANSWER: gettext("Your answer"),
        _C.STATE: gettext("If there is no answer"),
        _C.REASON: gettext("Why there is none"),
        _C.NOTE: gettext("Note"),
        _C.CONFIDENCE: gettext("How sure are you?"),
        _C.BY: gettext("Who answered"),
        _C.ON: gettext("When"),
        _C.BEFORE: gettext("The answer when this form was made"),
    }


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What every row needs."""

    styles: Styles
    lists: Lists


def write_answers(sheet: Worksheet, asked: Questionnaire, styles: Styles, lists: Lists) -> None:
    """Write the questions, with the answers that are there already."""
    rows = [
        row
        for area in asked.areas
        for question in area.questions
        for row in _rows(_Sheet(styles, lists), area, question)
    ]
    write_rows(sheet, _headings(), _WIDTHS, rows, styles)
    last = len(_WIDTHS) - 1
    sheet.autofilter(1, 0, len(rows) + 1, last)
    sheet.freeze_panes(2, 3)


def _rows(on: _Sheet, area: AskedArea, question: AskedQuestion) -> Iterator[Row]:
    yield _question_row(on, area, question)
    if question.type in {"checklist", "multiple"}:
        for item in question.options:
            yield _item_row(on, area, question, item)


def _question_row(on: _Sheet, area: AskedArea, question: AskedQuestion) -> Row:
    styles, before = on.styles, question.before
    state = next((one for one in ("not-applicable", "unknown") if one in before), "")
    states = ListName.STATE if question.may_not_apply else ListName.UNKNOWN
    by, confidence = before.get("by", ""), before.get("confidence", "")
    return {
        _C.AREA: Cell(area.path[-1], styles.quiet),
        _C.ID: Cell(question.id, styles.quiet),
        _C.QUESTION: Cell(question_text(question), styles.strong),
        _C.WHY: Cell(reasons_of(question), styles.quiet),
        _C.GUIDANCE: Cell(guidance_of(question), styles.text),
        _C.ANSWER: _answer(on, question),
        _C.STATE: Cell(on.lists.text(states, state), styles.open, on.lists.offered(states)),
        _C.REASON: Cell(before.get(state, ""), styles.open),
        _C.NOTE: Cell(before.get("note", ""), styles.open),
        _C.CONFIDENCE: Cell(
            on.lists.text(ListName.CONFIDENCE, confidence), styles.open, on.lists.offered(ListName.CONFIDENCE)
        ),
        _C.BY: Cell(on.lists.text(ListName.RESPONDENT, by), styles.open, _people(on.lists)),
        _C.ON: Cell(as_day(before.get("on")), styles.open_day, _a_day()),
        _C.BEFORE: Cell(question.said_before, styles.quiet),
    }


def _people(lists: Lists) -> dict[str, Any] | None:
    return lists.suggested(ListName.RESPONDENT) if ListName.RESPONDENT in lists else None


def _item_row(on: _Sheet, area: AskedArea, question: AskedQuestion, item: AskedOption) -> Row:
    styles = on.styles
    if question.type == "multiple":
        name = ListName.TICK
    else:
        name = ListName.ITEM if question.may_be_partly else ListName.WHOLE_ITEM
    said = on.lists.text(name, code) if (code := _item_code(question, item.id)) else ""
    row = {column: Cell("", styles.closed) for column in AnswerColumn}
    return row | {
        _C.AREA: Cell(area.path[-1], styles.quiet),
        _C.ID: Cell(f"{question.id}/{item.id}", styles.quiet),
        _C.QUESTION: Cell(item.text, styles.item),
        _C.ANSWER: Cell(said, styles.open, on.lists.offered(name, question.topic, item.text)),
        _C.BEFORE: Cell(said, styles.quiet),
    }


def _item_code(question: AskedQuestion, item: str) -> str:
    """Return what was answered to an item; nothing while the question has no answer."""
    before = question.before
    if question.type == "multiple":
        return ("yes" if item in before["options"] else "no") if "options" in before else ""
    if "done" not in before and "partly" not in before:
        return ""
    if item in before.get("done", ()):
        return "done"
    return "partly" if item in before.get("partly", ()) else "not-done"


def _answer(on: _Sheet, question: AskedQuestion) -> Cell:
    before, styles = question.before, on.styles
    match question.type:
        case "level" | "choice" | "yes-no":
            key = {"level": "level", "choice": "option", "yes-no": "answer"}[question.type]
            name = list_of_question(question.id)
            said = on.lists.text(name, str(before[key])) if key in before else ""
            return Cell(said, styles.open, on.lists.offered(name, question.topic, question.how))
        case "number":
            value = as_number(Decimal(before["value"])) if "value" in before else None
            return Cell(value, styles.open, _a_number(question))
        case "date":
            return Cell(as_day(before.get("date")), styles.open_day, _a_day())
        case "text":
            return Cell(before.get("text", ""), styles.open)
        case _:
            items = gettext("Answer each line below, or leave all of them empty.")
            return Cell(items, styles.closed)


def _a_number(question: AskedQuestion) -> dict[str, Any]:
    return {
        "validate": "decimal",
        "criteria": "between",
        "minimum": -1e15,
        "maximum": 1e15,
        "input_title": shortened(question.topic, 32),
        "input_message": shortened(question.how, _MESSAGE),
        "error_title": gettext("Not a number"),
        "error_message": gettext("Write a number alone, without its unit."),
    }


def _a_day() -> dict[str, Any]:
    return {
        "validate": "date",
        "criteria": ">=",
        "value": date(1900, 3, 1),
        "error_title": gettext("Not a day"),
        "error_message": gettext("Write a day, such as 2026-11-20."),
    }
