"""The first sheet: what this is, how to fill it in, who answers, and the facts of the organisation."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from readiness.loading.returned.workbook.layout import NO, YES, ListName, MetaKey, ReadmeColumn
from readiness.report.questionnaire.questionnaire import AskedFact, Questionnaire
from readiness.report.questionnaire.xlsx.cells import Cell
from readiness.report.questionnaire.xlsx.lists import Lists
from readiness.report.questionnaire.xlsx.style import LINE_POINTS, Styles, as_number, lines_of, write
from readiness.report.wording import gettext, ngettext

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

__all__ = ["write_readme"]

_KEY, _NAME, _VALUE = range(3)
_TITLE_POINTS = 28
_ROOM = 6
"""Points of white below a text."""
_WIDTHS = (4, 48, 48)


def write_readme(sheet: Worksheet, asked: Questionnaire, styles: Styles, lists: Lists) -> None:
    """Write the first sheet. Its first column, which is hidden, says what each cell to fill in is."""
    for at, width in enumerate(_WIDTHS):
        sheet.set_column(at, at, width, None, {"hidden": at == _KEY})
    sheet.set_portrait()
    sheet.write_string(0, _KEY, ReadmeColumn.KEY)
    sheet.write_string(0, _VALUE, ReadmeColumn.VALUE)
    sheet.set_row(0, None, None, {"hidden": True})
    write(sheet, (1, _NAME), asked.title, styles.title, styles.title)
    down = 2
    sheet.set_row(1, _TITLE_POINTS)
    for name, text in _about(asked):
        write(sheet, (down, _NAME), name, styles.strong, styles.quoted)
        write(sheet, (down, _VALUE), text, styles.text, styles.quoted)
        down += 1
    down = _steps(sheet, asked, styles, down + 1)
    sheet.write_string(down + 1, _NAME, gettext("To fill in"), styles.heading)
    sheet.write_string(down + 1, _VALUE, gettext("Your answer"), styles.heading)
    for row, (key, name, cell) in enumerate(_to_fill_in(asked, styles, lists), down + 2):
        sheet.write_string(row, _KEY, key)
        write(sheet, (row, _NAME), name, styles.text, styles.quoted)
        write(sheet, (row, _VALUE), cell.value, cell.form, styles.open_quoted)
        sheet.set_row(row, LINE_POINTS * lines_of(name, _WIDTHS[_NAME]) + _ROOM)
        if cell.validation:
            sheet.data_validation(row, _VALUE, row, _VALUE, cell.validation)


def _about(asked: Questionnaire) -> Iterator[tuple[str, str]]:
    if asked.organisation:
        yield gettext("Organisation"), asked.organisation
    if asked.role:
        yield gettext("For"), asked.role.title
    count = sum(1 for _ in asked.questions)
    yield gettext("Questions"), ngettext("{count} question", "{count} questions", count)
    yield gettext("Made from"), f"{asked.framework} {asked.version}"


def _steps(sheet: Worksheet, asked: Questionnaire, styles: Styles, down: int) -> int:
    """Write how the workbook is filled in, and return the row after it."""
    sheet.merge_range(down, _NAME, down, _VALUE, gettext("How to fill this in"), styles.heading)
    for row, text in enumerate(_how(asked), down + 1):
        sheet.merge_range(row, _NAME, row, _VALUE, text, styles.text)
        sheet.set_row(row, LINE_POINTS * lines_of(text, sum(_WIDTHS[_NAME:])) + _ROOM)
        down = row
    return down + 1


def _how(asked: Questionnaire) -> Iterator[str]:
    yield gettext(
        "1. Go to the sheet Answers. Write only in the cells with a pale fill and a frame; the others are locked."
    )
    yield gettext(
        "2. In the column “Your answer”, choose from the list that the arrow beside the cell opens. The column before "
        "it has the whole text of every answer. Where a question has lines below it, answer each line; a line that is "
        "left empty beside others counts as not done."
    )
    yield gettext(
        "3. When you do not know, or when the question does not apply to you, say so in the column “If there is no "
        "answer”, and say why in the next one. A question that you leave empty stays open; nothing is guessed."
    )
    yield gettext("4. Note what the next reader should know: how you know it, and what is missing.")
    yield gettext(
        "5. Documents that back an answer go on the sheet Evidence: one row each, with the question it belongs to."
    )
    if asked.organisation:
        yield gettext(
            "6. The last column shows the answer when this form was made. Leave what still holds as it is, and change "
            "what does not. What you change is recorded under your role, when you give it below."
        )
    yield gettext("When you are done, save the file as .xlsx and send it back. It holds no formulas and no macros.")


def _to_fill_in(asked: Questionnaire, styles: Styles, lists: Lists) -> Iterator[tuple[str, str, Cell]]:
    role = asked.role.title if asked.role else ""
    roles = lists.suggested(ListName.ROLE) if ListName.ROLE in lists else None
    yield MetaKey.ROLE, gettext("Your role"), Cell(role, styles.open, roles)
    yield MetaKey.NAME, gettext("Your name, if you wish to give it"), Cell("", styles.open)
    for fact in asked.facts:
        yield f"{MetaKey.FACT}{fact.id}", fact.ask, _fact(fact, styles, lists)


def _fact(fact: AskedFact, styles: Styles, lists: Lists) -> Cell:
    validation = lists.offered(ListName.YES_NO) if fact.type == "boolean" else None
    return Cell(_known(fact, lists), styles.open, validation)


def _known(fact: AskedFact, lists: Lists) -> str | float:
    match fact.before:
        case None:
            return ""
        case bool():
            return lists.text(ListName.YES_NO, YES if fact.before else NO)
        case str():
            return as_number(Decimal(fact.before)) if fact.type == "number" else fact.before
