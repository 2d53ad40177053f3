"""The lists that cells offer, on a hidden sheet, each with what its texts stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from readiness.loading.returned.workbook.layout import CODE, LIST, NO, YES, ListName, list_of_question
from readiness.report.questionnaire.questionnaire import AskedQuestion, Person, Questionnaire
from readiness.report.view.answers import confidence_word
from readiness.report.wording import gettext, pgettext
from readiness.report.words import capitalised, shortened

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from xlsxwriter.worksheet import Worksheet

__all__ = ["Lists", "lists_of", "question_label"]

_NAME = "Lists"
_LONGEST = 200
"""Characters of a text in a list: what a screen shows of it. The sheet of answers has it whole."""
_TITLE, _MESSAGE = 32, 255
"""Characters that Excel shows of the title and the text of a message beside a cell."""


class Lists:
    """What can be chosen, by the name of the list: texts in the order in which they are offered, with their codes."""

    def __init__(self, texts: Mapping[str, Sequence[tuple[str, str]]]) -> None:
        """Keep the lists; of each, pairs of a code and its text."""
        self._lists = {name: _told_apart(pairs) for name, pairs in texts.items() if pairs}
        self._columns = {name: 2 * at for at, name in enumerate(self._lists)}

    def text(self, name: str, code: str) -> str:
        """Return the text that stands for a code; the code where the list has none."""
        return dict(self._lists.get(name, ())).get(code, code)

    def __contains__(self, name: object) -> bool:
        """Tell whether there is such a list."""
        return name in self._lists

    def offered(self, name: str, title: str = "", message: str = "") -> dict[str, Any]:
        """Return the validation of a cell that offers a list."""
        from xlsxwriter.utility import xl_range_abs

        column = self._columns[name]
        return {
            "validate": "list",
            "source": f"={_NAME}!{xl_range_abs(1, column, len(self._lists[name]), column)}",
            "input_title": shortened(title, _TITLE) if message else "",
            "input_message": shortened(message, _MESSAGE),
            "error_title": gettext("Not in the list"),
            "error_message": gettext("Choose one of the answers in the list, or empty the cell."),
        }

    def suggested(self, name: str) -> dict[str, Any]:
        """Return the validation of a cell that offers a list and takes other texts, too."""
        return self.offered(name) | {"show_error": False}

    def write(self, sheet: Worksheet) -> None:
        """Write every list into its sheet, which is hidden."""
        for name, column in self._columns.items():
            sheet.write_string(0, column, f"{LIST}{name}")
            sheet.write_string(0, column + 1, f"{CODE}{name}")
            for down, (code, text) in enumerate(self._lists[name], 1):
                sheet.write_string(down, column, text)
                sheet.write_string(down, column + 1, code)
        sheet.protect("")
        sheet.hide()


def _told_apart(pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return texts short enough for a list; two that then look the same get their codes."""
    short = [(code, shortened(" ".join(text.split()), _LONGEST)) for code, text in pairs]
    texts = [text.casefold() for _, text in short]
    return [(code, f"{text} ({code})" if texts.count(text.casefold()) > 1 else text) for code, text in short]


def lists_of(asked: Questionnaire) -> Lists:
    """Return every list that the cells of a questionnaire offer."""
    done = ("done", pgettext("of an item", "Done"))
    partly = ("partly", pgettext("of an item", "Partly done"))
    not_done = ("not-done", pgettext("of an item", "Not done"))
    unknown = ("unknown", gettext("Not known"))
    fixed: dict[str, list[tuple[str, str]]] = {
        ListName.ITEM: [done, partly, not_done],
        ListName.WHOLE_ITEM: [done, not_done],
        ListName.TICK: [
            ("yes", pgettext("of an option", "Applies")),
            ("no", pgettext("of an option", "Does not apply")),
        ],
        ListName.STATE: [("not-applicable", gettext("Does not apply")), unknown],
        ListName.UNKNOWN: [unknown],
        ListName.CONFIDENCE: [(one, capitalised(confidence_word(one))) for one in ("low", "medium", "high")],
        ListName.YES_NO: [(YES, gettext("Yes")), (NO, gettext("No"))],
        ListName.QUESTION: [(one.id, question_label(one)) for one in asked.questions],
        ListName.RESPONDENT: [(one.id, _person(one)) for one in asked.respondents],
        ListName.ROLE: [(one.id, one.title) for one in asked.roles],
    }
    return Lists(fixed | {list_of_question(one.id): _options(one) for one in asked.questions if _is_chosen(one)})


def question_label(question: AskedQuestion) -> str:
    """Return the text by which a question is chosen."""
    return f"{question.id}: {question.topic}"


def _person(one: Person) -> str:
    return f"{one.name}, {one.title}" if one.name else one.title


def _is_chosen(question: AskedQuestion) -> bool:
    return question.type in {"level", "choice", "yes-no"}


def _options(question: AskedQuestion) -> list[tuple[str, str]]:
    return [(one.id, f"{one.label}: {one.text}" if one.label else one.text) for one in question.options]
