"""Workbooks as people send them back: made by the writer, then edited with openpyxl as a person would."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from readiness.loading.library import Library
from readiness.loading.returned import Returned, all_returned
from readiness.report.questionnaire import build_questionnaire
from readiness.report.questionnaire.xlsx import questionnaire_workbook
from tests.builders import Plain, a_framework, a_question, an_area, an_assessment, read_assessment, read_framework

__all__ = ["Book", "a_workbook", "changed_by", "every_type"]


def every_type() -> Plain:
    """Return a framework with a question of each type, called as its type."""
    types = ("level", "checklist", "choice", "multiple", "yes-no", "number", "text", "date")
    return a_framework(dimensions=0, areas=[an_area("d1", [a_question(type_, type_) for type_ in types])])


def a_workbook(answers: Plain | None = None, framework: Plain | None = None, **keys: object) -> Book:
    """Return the workbook of `every_type` or of another framework, with answers when there are some."""
    written = framework or every_type()
    if answers is None and framework is None and not keys:
        return Book(_without_answers())
    read, assessment = read_assessment(an_assessment(answers or {}, **keys), written)
    return Book(questionnaire_workbook(build_questionnaire(read, assessment), "1.0"))


@cache
def _without_answers() -> bytes:
    return questionnaire_workbook(build_questionnaire(read_framework(every_type())), "1.0")


class Book:
    """A workbook in somebody's hands."""

    def __init__(self, content: bytes) -> None:
        """Open it."""
        self.content = content
        self.book = load_workbook(io.BytesIO(content))

    def sheet(self, kind: str) -> Worksheet:
        """Return the sheet whose keys begin so: `answers`, `evidence`, `readme`."""
        found = [sheet for sheet in self.book.worksheets if str(sheet["A1"].value).startswith(f"{kind}:")]
        assert found, f"no sheet has keys of {kind}"
        return found[0]

    def place(self, key: str, id_: str | int) -> str:
        """Return the cell below a key in the row of a question, an item or a fact, or of a number."""
        sheet = self.sheet(key.partition(":")[0])
        column = next(cell.column_letter for cell in sheet[1] if cell.value == key)
        if isinstance(id_, int):
            return f"{column}{id_}"
        return next(f"{column}{row[0].row}" for row in sheet.iter_rows() if id_ in {cell.value for cell in row})

    def put(self, key: str, id_: str | int, value: object) -> Book:
        """Write into a cell, as a person does, and return the workbook."""
        self.sheet(key.partition(":")[0])[self.place(key, id_)].value = value
        return self

    def put_text(self, key: str, id_: str | int, text: str) -> Book:
        """Write a text that begins like a formula, as a person does in a cell of texts."""
        self.put(key, id_, text).sheet(key.partition(":")[0])[self.place(key, id_)].data_type = "s"
        return self

    def full_place(self, key: str, id_: str | int) -> str:
        """Return a cell as messages name it."""
        return f"{self.sheet(key.partition(':')[0]).title}!{self.place(key, id_)}"

    def seen(self, key: str, id_: str | int) -> object:
        """Return what stands in a cell."""
        return self.sheet(key.partition(":")[0])[self.place(key, id_)].value

    def saved(self) -> bytes:
        """Return the file as openpyxl saves it."""
        stream = io.BytesIO()
        self.book.save(stream)
        return stream.getvalue()

    def returned(self, folder: Path) -> Returned:
        """Return what is read of the workbook as it was saved."""
        file = folder / "form.xlsx"
        file.write_bytes(self.saved())
        return all_returned(str(file), Library((folder,)))[0]


def changed_by(returned: Returned) -> Plain:
    """Return the answers that are not as they were, by question."""
    assert returned.problems == ()
    return {one.question: one.now for one in returned.answers if one.now != one.before}
