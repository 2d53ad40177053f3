"""The title of what has changed since an earlier assessment."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from readiness.report.hundredths import difference, hundredths_text, units_between
from readiness.report.wording import gettext, ngettext
from readiness.report.words import many, number_word

__all__ = ["Areas", "change_title"]


@dataclass(frozen=True, slots=True)
class Areas:
    """What the scores of the top areas did, as they are shown."""

    rose: int
    fell: int
    total: int
    """All of them; those that are new, are gone or did not move count here alone."""
    word: str
    """What one is called."""


def change_title(
    before: Fraction | None, after: Fraction | None, areas: Areas, *, month: str, is_same: bool = False
) -> str:
    """Return what became of the overall score; neither rising nor falling is called good.

    Args:
        before: The overall score then, if there was one.
        after: The overall score now, if there is one.
        areas: What the areas did.
        month: When the earlier assessment was made.
        is_same: Whether nothing that counts moved.
    """
    if is_same:
        return gettext("Nothing that counts has changed since {month}", month=month)
    if before is None or after is None:
        return gettext("The overall score cannot be held against that of {month}", month=month)
    units = units_between(before, after)
    if not units:
        return gettext("The overall score is what it was in {month}", month=month)
    said = {"change": difference(before, after).lstrip("+−"), "score": hundredths_text(after), "month": month}
    if units > 0:
        return _while_up(gettext("The score rose by {change} to {score} since {month}", **said), areas)
    return _while_down(gettext("The score fell by {change} to {score} since {month}", **said), areas)


def _while_up(finding: str, areas: Areas) -> str:
    if areas.fell:
        return ngettext(
            "{finding}, while {number} of {total} {dimensions} fell",
            "{finding}, while {number} of {total} {dimensions} fell",
            areas.fell,
            **_counted(areas.fell, finding, areas),
        )
    if areas.rose == areas.total > 1:
        return gettext("{finding}, and in every {dimension}", finding=finding, dimension=areas.word)
    if areas.total > 1:
        return gettext("{finding}, and no {dimension} fell", finding=finding, dimension=areas.word)
    return finding


def _while_down(finding: str, areas: Areas) -> str:
    if areas.rose:
        return ngettext(
            "{finding}, while {number} of {total} {dimensions} rose",
            "{finding}, while {number} of {total} {dimensions} rose",
            areas.rose,
            **_counted(areas.rose, finding, areas),
        )
    if areas.fell == areas.total > 1:
        return gettext("{finding}, and in every {dimension}", finding=finding, dimension=areas.word)
    if areas.total > 1:
        return gettext("{finding}, and no {dimension} rose", finding=finding, dimension=areas.word)
    return finding


def _counted(number: int, finding: str, areas: Areas) -> dict[str, object]:
    return {
        "finding": finding,
        "number": number_word(number),
        "total": number_word(areas.total),
        "dimensions": many(areas.word),
    }
