"""Reads a workbook that came back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from readiness.errors import InputError, nearest
from readiness.loading.returned.base import Reader, Returned, ReturnedAnswer
from readiness.loading.returned.workbook.answers import Asked, Reading, answer_of
from readiness.loading.returned.workbook.baseline import remembered
from readiness.loading.returned.workbook.evidence import evidence_now, evidence_shown
from readiness.loading.returned.workbook.first_sheet import facts_in, respondent_in, said_of_organisation
from readiness.loading.returned.workbook.layout import (
    ANSWERS,
    CODE,
    EVIDENCE,
    FORMAT,
    LIST,
    META,
    README,
    AnswerColumn,
    EvidenceColumn,
    MetaKey,
    ReadmeColumn,
)
from readiness.loading.returned.workbook.sheets import Sheet, Value, open_sheets
from readiness.loading.returned.workbook.values import Choices, folded_choices, text_in

if TYPE_CHECKING:
    from readiness.loading.library import Library

__all__ = ["WORKBOOK"]

_SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods")
_TO_READ = (
    AnswerColumn.ID,
    AnswerColumn.ANSWER,
    AnswerColumn.STATE,
    AnswerColumn.REASON,
    AnswerColumn.NOTE,
    AnswerColumn.CONFIDENCE,
    AnswerColumn.BY,
    AnswerColumn.ON,
)
_KINDS = {ANSWERS: _TO_READ, EVIDENCE: tuple(EvidenceColumn), README: tuple(ReadmeColumn)}
"""The columns that a sheet needs."""
_ASK_AGAIN = "ask for a new workbook, or copy your answers into one"

Rows = Mapping[str, Mapping[str, Value]]


def _reads(file: str, _content: bytes) -> bool:
    return file.lower().endswith(_SUFFIXES)


def _read(file: str, content: bytes, _library: Library) -> Returned:
    """Return what a workbook says; what is wrong in single cells stands in `problems`.

    Raises:
        InputError: it is no workbook of ours, or one that is not read at all.
    """
    sheets, first_day = open_sheets(file, content)
    meta = _meta(file, sheets)
    asked = {id_: _asked(file, cells) for id_, cells in _named(meta, MetaKey.ANSWER)}
    on = Reading({name: choices for sheet in sheets.get(LIST, ()) for name, choices in _lists(sheet)}, first_day)
    _check_columns(sheets, on)
    answers = () if on.problems else tuple(_answers(asked, sheets, on))
    said = said_of_organisation(sheets.get(README, ()))
    facts = tuple(facts_in(said, dict(_named(meta, MetaKey.FACT)), on))
    respondent = respondent_in(said, on)
    return Returned(
        file=file,
        framework=_said(meta, MetaKey.FRAMEWORK),
        version=_said(meta, MetaKey.VERSION),
        digest=_said(meta, MetaKey.DIGEST),
        answers=tuple(_signed(one, respondent) for one in answers),
        respondent=respondent,
        respondents=on.people,
        facts=facts,
        problems=tuple(on.problems),
    )


def _meta(file: str, sheets: Mapping[str, Sequence[Sheet]]) -> Mapping[str, tuple[str, ...]]:
    found = [one.more for one in sheets.get(META, ())]
    if not found or found[0].get(MetaKey.FORMAT, ("",))[0] != FORMAT:
        raise InputError(f"{file} is no workbook that `readiness questionnaire` has made", hint=_ASK_AGAIN)
    return found[0]


def _said(meta: Mapping[str, tuple[str, ...]], key: str) -> str:
    return "".join(meta.get(key, ()))


def _named(meta: Mapping[str, tuple[str, ...]], kind: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield from ((key.removeprefix(kind), cells) for key, cells in meta.items() if key.startswith(kind))


def _asked(file: str, cells: Sequence[str]) -> Asked:
    try:
        known = remembered(cells)
        return Asked(known["type"], known["unit"], tuple(known["items"]), dict(known["before"]))
    except (ValueError, KeyError, TypeError, RecursionError, ArithmeticError):
        raise InputError(f"{file}: its hidden sheet was changed and cannot be read", hint=_ASK_AGAIN) from None


def _lists(sheet: Sheet) -> Iterator[tuple[str, Choices]]:
    for key in sheet.columns:
        if key.startswith(LIST):
            name = key.removeprefix(LIST)
            pairs = ((row[key].value, row[f"{CODE}{name}"].value) for row in sheet.rows if f"{CODE}{name}" in row)
            yield name, folded_choices({str(text): str(code) for text, code in pairs if text is not None})


def _check_columns(sheets: Mapping[str, Sequence[Sheet]], on: Reading) -> None:
    """Find sheets that are there twice and columns that are gone; a sheet that is gone has changed nothing."""
    for kind, needed in _KINDS.items():
        found = sheets.get(kind, ())
        for other in found[1:]:
            message = f"it is a second sheet of the kind of {found[0].title}"
            on.wrong(other.title, message, "delete the one that does not count")
        missing = [key for one in found[:1] for key in needed if key not in one.columns]
        if missing:
            on.wrong(found[0].title, f"columns are gone from it: {', '.join(missing)}", _ASK_AGAIN)
    if not sheets.get(ANSWERS):
        on.wrong("the workbook", "the sheet of answers is gone from it, or its first row, which is hidden", _ASK_AGAIN)


def _answers(
    asked: Mapping[str, Asked], sheets: Mapping[str, Sequence[Sheet]], on: Reading
) -> Iterator[ReturnedAnswer]:
    rows = _rows_by_id(sheets[ANSWERS][0], asked, on)
    shown = evidence_shown(sheets[EVIDENCE][0].rows, asked, on) if sheets.get(EVIDENCE) else None
    for id_, one in asked.items():
        items = {item: rows[f"{id_}/{item}"] for item in one.items if f"{id_}/{item}" in rows}
        question = rows.get(id_)
        now = answer_of(one, question, items, on, id_)
        if shown is not None:
            now = _with_evidence(now, evidence_now(one.before.get("evidence", ()), shown.get(id_, ())))
        yield ReturnedAnswer(id_, now, one.before, _place(question, items, sheets))


def _signed(answer: ReturnedAnswer, respondent: str | None) -> ReturnedAnswer:
    """Return an answer with the name of whoever sent the workbook, where they changed it and left another name."""
    was = answer.before.get("by")
    if respondent is None or was is None or answer.now == answer.before or answer.now.get("by") != was:
        return answer
    return replace(answer, now={**answer.now, "by": respondent})


def _with_evidence(now: Mapping[str, Any], evidence: Sequence[Any]) -> dict[str, Any]:
    """Return an answer with its evidence, in the place where it had some."""
    if evidence:
        return {**now, "evidence": evidence}
    return {key: value for key, value in now.items() if key != "evidence" or not value}


def _place(
    question: Mapping[str, Value] | None, items: Rows, sheets: Mapping[str, Sequence[Sheet]]
) -> str:  # fmt: skip
    row = question or next(iter(items.values()), None)
    return row[AnswerColumn.ANSWER].place if row else sheets[ANSWERS][0].title


def _rows_by_id(sheet: Sheet, asked: Mapping[str, Asked], on: Reading) -> Rows:
    """Return the rows by what they answer, and find those that answer nothing or the same."""
    known = {
        id_ for question, one in asked.items() for id_ in (question, *(f"{question}/{item}" for item in one.items))
    }
    found: dict[str, Mapping[str, Value]] = {}
    for row in sheet.rows:
        id_ = _id_in(row, on)
        if id_ is None:
            continue
        if id_ not in known:
            close = nearest(id_, known)
            help_ = f"did you mean {close}?" if close else "delete the row, or give it its id again"
            on.wrong(row[AnswerColumn.ID].place, f"there is no question {id_[:80]!r} in this workbook", help_)
        elif id_ in found:
            first = found[id_][AnswerColumn.ID].place
            on.wrong(row[AnswerColumn.ID].place, f"{id_} is answered twice, first in {first}", "delete one of the rows")
        else:
            found[id_] = row
    return found


def _id_in(row: Mapping[str, Value], on: Reading) -> str | None:
    """Return the id of a row; a row without one must not hold an answer. Headings have none and hold none."""
    cell = row[AnswerColumn.ID]
    text: str | None = on.read(cell, text_in)
    written = [row[key] for key in _TO_READ[1:] if key in row and row[key].value is not None]
    if text is None and written and cell.kind not in {"f", "e"}:
        on.wrong(written[0].place, "it stands in a row without the id of a question", "give the row its id again")
    return text.strip() if text else None


WORKBOOK = Reader(_reads, _read)
