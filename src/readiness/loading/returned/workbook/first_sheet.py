"""What the first sheet says: who answered, and the facts of the organisation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from readiness.loading.returned.base import ReturnedFact
from readiness.loading.returned.workbook.answers import Reading
from readiness.loading.returned.workbook.baseline import remembered
from readiness.loading.returned.workbook.layout import YES, ListName, MetaKey, ReadmeColumn
from readiness.loading.returned.workbook.sheets import Sheet, Value
from readiness.loading.returned.workbook.values import number_in, plain, same, text_in

__all__ = ["facts_in", "respondent_in", "said_of_organisation"]

_EMPTY = Value(None, "")


def said_of_organisation(sheets: Sequence[Sheet]) -> Mapping[str, Value]:
    """Return the cells to fill in by their keys."""
    rows = (row for sheet in sheets[:1] for row in sheet.rows)
    return {str(row[ReadmeColumn.KEY].value): row[ReadmeColumn.VALUE] for row in rows if len(row) == len(ReadmeColumn)}


def respondent_in(said: Mapping[str, Value], on: Reading) -> str | None:
    """Return the id of whoever answered, if they say so."""
    role_cell, name_cell = said.get(MetaKey.ROLE, _EMPTY), said.get(MetaKey.NAME, _EMPTY)
    role, name = on.read(role_cell, text_in), on.read(name_cell, text_in)
    if role is None:
        if name is not None:
            on.wrong(name_cell.place, "there is a name, and no role", "write the role; a name is not needed")
        return None
    id_ = on.person(role)
    if not id_:
        on.wrong(
            role_cell.place, f"{role[:40]!r} has no letter or digit to name somebody by", "write the role in letters"
        )
        return None
    if name is not None and id_ in on.people:
        on.people[id_]["name"] = " ".join(name.split())
    return id_


def facts_in(said: Mapping[str, Value], known: Mapping[str, Sequence[str]], on: Reading) -> Iterator[ReturnedFact]:
    """Yield the facts; those whose row is gone are as they were."""
    for id_, cells in known.items():
        cell = said.get(f"{MetaKey.FACT}{id_}")
        if cell is not None:
            fact = remembered(cells)
            before = _plain(fact["before"], fact["type"])
            now = _now(cell, fact["type"], on)
            yield ReturnedFact(id_, before if same(now, before) else now, before, cell.place)


def _plain(before: Any, kind: str) -> Any:
    return plain(Decimal(before)) if kind == "number" and before is not None else before


def _now(cell: Value, kind: str, on: Reading) -> Any:
    if kind == "boolean":
        chosen = on.choice(cell, ListName.YES_NO)
        return None if chosen is None else chosen == YES
    return on.read(cell, number_in if kind == "number" else text_in)
