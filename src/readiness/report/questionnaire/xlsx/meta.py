"""The hidden sheet: what the workbook was made of, and what was answered then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from readiness.loading.returned.workbook.baseline import without_loss
from readiness.loading.returned.workbook.layout import FORMAT, MetaKey
from readiness.report.questionnaire.questionnaire import Questionnaire

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlsxwriter.worksheet import Worksheet

__all__ = ["write_meta"]


def write_meta(sheet: Worksheet, asked: Questionnaire) -> None:
    """Write what the reader has to know, as text in cells."""
    for down, (key, value) in enumerate(_rows(asked)):
        sheet.write_string(down, 0, key)
        for at, cell in enumerate(value if isinstance(value, list) else [value], 1):
            sheet.write_string(down, at, cell)
    sheet.protect("")
    sheet.hide()


def _rows(asked: Questionnaire) -> Iterator[tuple[str, str | list[str]]]:
    yield MetaKey.KEY, MetaKey.VALUE
    yield MetaKey.FORMAT, FORMAT
    yield MetaKey.FRAMEWORK, asked.framework
    yield MetaKey.VERSION, asked.version
    yield MetaKey.DIGEST, asked.digest
    for question in asked.questions:
        known: dict[str, Any] = {
            "type": question.type,
            "unit": question.unit,
            "items": [one.id for one in question.options],
            "before": question.before,
        }
        yield f"{MetaKey.ANSWER}{question.id}", list(without_loss(known))
    for fact in asked.facts:
        yield f"{MetaKey.FACT}{fact.id}", list(without_loss({"type": fact.type, "before": fact.before}))
