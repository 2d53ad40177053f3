"""Changes to an assessment that may have been changed elsewhere meanwhile: three versions of each entry become one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from readiness.editing.answers import with_answers, with_organisation, with_respondents
from readiness.editing.target import name_of
from readiness.loading.plain_values import comparable

__all__ = ["ANSWERS", "ORGANISATION", "RESPONDENTS", "Change", "Clash", "entries_of", "merged"]

ANSWERS = "answers"
RESPONDENTS = "respondents"
ORGANISATION = "organisation"


class Change(NamedTuple):
    """What is to become of one entry of an assessment; values are plain, None for no entry."""

    section: str
    """`ANSWERS`, `RESPONDENTS` or `ORGANISATION`."""
    id: str
    before: tuple[Any, ...]
    """What the entry may say for the change to be right: any of these."""
    now: Any
    """What it is to say."""


class Clash(NamedTuple):
    """A change that is not made, because the entry says something else than it should before it."""

    change: Change
    found: Any
    """What the entry says; None for no entry."""


def merged(
    text: str, document: Mapping[Any, Any], changes: Iterable[Change], order: Sequence[str]
) -> tuple[str, list[Clash]]:
    """Return the text of an assessment with all changes that clash with nothing, and those that do.

    Args:
        text: The assessment.
        document: What it says.
        changes: At most one for each entry.
        order: The ids of all questions, for the place of new answers.

    Raises:
        InputError: an entry is written in a way that cannot be edited where it stands.
    """
    made: dict[str, dict[str, Any]] = {ANSWERS: {}, RESPONDENTS: {}, ORGANISATION: {}}
    clashes = []
    for change in changes:
        found = entries_of(document, change.section).get(change.id)
        if comparable(found) == comparable(change.now) and (found is None) == (change.now is None):
            continue
        if comparable(found) in [comparable(one) for one in change.before]:
            made[change.section][change.id] = change.now
        else:
            clashes.append(Clash(change, found))
    described = with_organisation(text, made[ORGANISATION])
    return with_answers(with_respondents(described, made[RESPONDENTS]), made[ANSWERS], order), clashes


def entries_of(document: Mapping[Any, Any], section: str) -> dict[str, Any]:
    """Return the entries of a section by id."""
    return {name_of(key): value for key, value in (document.get(section) or {}).items()}
