"""The questionnaire as an XLSForm: the form that ODK, KoboToolbox and programs like them put on telephones."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from readiness.report.questionnaire.questionnaire import Questionnaire
from readiness.report.questionnaire.xlsform.rows import Row, choice_rows, survey_rows
from readiness.report.wording import ENGLISH, catalogue_for, speaking

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

__all__ = ["questionnaire_xlsform"]

_SURVEY = (
    "type",
    "name",
    "label",
    "hint",
    "guidance_hint",
    "required",
    "relevant",
    "constraint",
    "appearance",
    "calculation",
)
_CHOICES = ("list_name", "name", "label")
_IN_WORDS = {"label", "hint", "guidance_hint"}
_NO_DAY = datetime(2000, 1, 1)  # noqa: DTZ001  a workbook has to say when it was made; the clock has no part in it


def questionnaire_xlsform(languages: Sequence[Questionnaire]) -> bytes:
    """Return the form as a workbook; the same bytes for the same questionnaire.

    Args:
        languages: What it asks, once in each language, the first of which people see first.
    """
    from xlsxwriter import Workbook

    stream, first = io.BytesIO(), languages[0]
    book = Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": first.title, "created": _NO_DAY})
    survey, choices = [], []
    for one in languages:
        with speaking(catalogue_for(one.language) or ENGLISH):
            survey.append(list(survey_rows(one)))
            choices.append(list(choice_rows(one)))
    tags = [one.language for one in languages]
    _write(book, "survey", *_together(_SURVEY, survey, tags))
    _write(book, "choices", *_together(_CHOICES, choices, tags))
    settings = {"form_title": first.title, "form_id": first.framework, "version": first.version}
    if len(tags) > 1:
        settings["default_language"] = _language(tags[0])
    _write(book, "settings", tuple(settings), [settings])
    book.close()
    return stream.getvalue()


def _language(tag: str) -> str:
    """Return a language as XLSForm names it: with its code in brackets."""
    return f"{tag} ({tag})"


def _together(
    columns: Sequence[str], in_each: Sequence[Sequence[Row]], tags: Sequence[str]
) -> tuple[Sequence[str], Sequence[Row]]:
    """Return columns and rows in which every text stands once for each language."""
    if len(tags) == 1:
        return columns, in_each[0]
    named = {(key, tag): f"{key}::{_language(tag)}" for key in columns if key in _IN_WORDS for tag in tags}
    wide = [name for key in columns for name in ([named[key, tag] for tag in tags] if key in _IN_WORDS else [key])]
    rows = []
    for same in zip(*in_each, strict=True):
        texts = {
            named[key, tag]: row[key] for tag, row in zip(tags, same, strict=True) for key in _IN_WORDS if key in row
        }
        rows.append({**same[0], **texts})
    return wide, rows


def _write(book: Workbook, name: str, columns: Sequence[str], rows: Sequence[Mapping[str, str]]) -> None:
    """Write every cell as text, whatever it begins with."""
    sheet = book.add_worksheet(name)
    for across, column in enumerate(columns):
        sheet.write_string(0, across, column)
        for down, row in enumerate(rows, 1):
            if row.get(column):
                sheet.write_string(down, across, row[column])
