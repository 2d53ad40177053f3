"""What the sheet of evidence says: for each question, what backs its answer."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from readiness.loading.returned.workbook.answers import Reading
from readiness.loading.returned.workbook.layout import EvidenceColumn, ListName
from readiness.loading.returned.workbook.sheets import Value
from readiness.loading.returned.workbook.values import day_in, same, text_in

__all__ = ["evidence_now", "evidence_shown"]

_C = EvidenceColumn
_EMPTY = Value(None, "")
_TEXTS = {"title": _C.TITLE, "ref": _C.REF}
_DAYS = {"dated": _C.DATED, "valid-until": _C.VALID_UNTIL}
_KEYS = (*_TEXTS, *_DAYS, "note")

Entry = dict[str, Any]


def evidence_shown(
    rows: Sequence[Mapping[str, Value]], asked: Collection[str], on: Reading
) -> Mapping[str, Sequence[Entry]]:
    """Return what the rows give, by the ids of the questions; rows that say nothing are left out."""
    found: dict[str, list[Entry]] = {}
    for row in rows:
        entry = _entry(row, on)
        id_ = _question(row, asked, on, needed=bool(entry))
        if id_ and "title" not in entry:
            on.wrong(row[_C.TITLE].place, "it does not say what the evidence is", "write a title, or empty the row")
        elif id_:
            found.setdefault(id_, []).append(entry)
    return found


def _entry(row: Mapping[str, Value], on: Reading) -> Entry:
    texts = {key: on.read(row.get(column, _EMPTY), text_in) for key, column in _TEXTS.items()}
    days = {
        key: on.read(row.get(column, _EMPTY), lambda one: day_in(one, on.first_day)) for key, column in _DAYS.items()
    }
    note = {"note": on.read(row.get(_C.NOTE, _EMPTY), text_in)}
    lines = {key: " ".join(text.split()) for key, text in texts.items() if text}
    return lines | {key: value for key, value in (days | note).items() if value}


def _question(row: Mapping[str, Value], asked: Collection[str], on: Reading, *, needed: bool) -> str | None:
    cell = row.get(_C.QUESTION, _EMPTY)
    id_ = on.choice(cell, ListName.QUESTION)
    if id_ is None and cell.value is None and needed:
        on.wrong(cell.place, "it does not say which question the evidence belongs to", "choose one of the list")
    return id_ if id_ in asked else None


def evidence_now(before: Sequence[Entry], shown: Sequence[Entry]) -> Sequence[Entry]:
    """Return the evidence of a question: what is shown as it was stays as it was written, in its order."""
    left = list(before)
    now = [_kept(one, left) for one in shown]
    if not left and all(one in before for one in now):
        return before
    return now


def _kept(entry: Entry, left: list[Entry]) -> Entry:
    """Return an entry with what no column shows of it, and take it from those that are left."""
    found = next((one for one in left if same(_visible(one), entry)), None)
    if found is not None:
        left.remove(found)
        return found
    found = next((one for one in left if same(one["title"], entry["title"])), None)
    if found is None:
        return entry
    left.remove(found)
    return {key: value for key, value in found.items() if key not in _KEYS} | entry


def _visible(entry: Entry) -> Entry:
    return {key: entry[key] for key in _KEYS if key in entry}
