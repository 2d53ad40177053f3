"""Reads the changes that were typed for one plan, and tells everything that is wrong with them at once."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from readiness.errors import ReadinessError, UnknownName, UsageError, UsageErrors

if TYPE_CHECKING:
    from readiness.model.framework import Framework
    from readiness.roadmap.changes import PlanChanges

__all__ = ["TypedChanges", "plan_changes"]

_MOST_QUARTERS = 40
_AMOUNT = re.compile(r"[0-9]{1,15}(\.[0-9]{1,6})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class TypedChanges:
    """What is to be different from the plan in the file, as it was typed."""

    included: Sequence[str] = ()
    excluded: Sequence[str] = ()
    delays: Sequence[str] = ()
    """`2` for the whole plan, `ID=2` for one action."""
    budget: str | None = None
    """External spend of a quarter."""
    total_budget: str | None = None
    quarters: int | None = None
    scenarios: Sequence[str] = ()
    """Files with other limits; everything else comes on top of them."""
    by: date | None = None
    """The day for which to plan."""


def plan_changes(typed: TypedChanges, framework: Framework) -> PlanChanges:
    """Return the changes that were typed; or raise everything that is wrong with them.

    Raises:
        UnknownName: there is no such action.
        UsageError: a change cannot be.
        UsageErrors: there are several such changes.
    """
    from readiness.roadmap.changes import PlanChanges

    reader = _Reader(framework)
    delay, delays = reader.delays(typed.delays)
    changes = PlanChanges(
        budget_a_quarter=reader.amount("--budget", typed.budget),
        budget=reader.amount("--total-budget", typed.total_budget),
        quarters=reader.length(typed.quarters),
        included=reader.actions(typed.included),
        excluded=reader.actions(typed.excluded),
        by=typed.by,
        delay=delay,
        delays=delays,
    )
    reader.refuse_two_lengths(typed)
    reader.refuse_both(changes.included, changes.excluded, "--with")
    reader.refuse_both(delays, changes.excluded, "--delay")
    reader.finish()
    return changes


class _Reader:
    """Reads what was typed and keeps what is wrong with it, so that all of it is told at once."""

    def __init__(self, framework: Framework) -> None:
        self.known = framework.action
        self.errors: list[ReadinessError] = []

    def finish(self) -> None:
        """Raise what is wrong, if anything is."""
        if len(self.errors) > 1:
            raise UsageErrors(f"{len(self.errors)} changes cannot be; nothing was planned", self.errors)
        if self.errors:
            raise self.errors[0]

    def wrong(self, message: str, hint: str) -> None:
        self.errors.append(UsageError(message, hint=hint))

    def amount(self, option: str, text: str | None) -> Fraction | None:
        if text is None:
            return None
        if _AMOUNT.fullmatch(text):
            return Fraction(text)
        self.wrong(f"{option}: {text!r} is not an amount", "digits only, such as 60000")
        return None

    def length(self, quarters: int | None) -> int | None:
        if quarters is not None and not 1 <= quarters <= _MOST_QUARTERS:
            self.wrong(f"--quarters: {quarters} is not possible", f"from 1 to {_MOST_QUARTERS}")
        return quarters

    def refuse_two_lengths(self, typed: TypedChanges) -> None:
        if typed.by is not None and typed.quarters is not None:
            self.wrong("--by and --quarters both say how long the plan is", "leave one of them out")

    def actions(self, ids: Sequence[str]) -> tuple[str, ...]:
        return tuple(id_ for id_ in dict.fromkeys(ids) if self.is_known(id_))

    def is_known(self, id_: str) -> bool:
        from readiness.versions.pairs import successor

        if id_ in self.known:
            return True
        now = successor(id_, self.known)
        if now is None:
            self.errors.append(UnknownName("action", id_, known=self.known))
        else:
            self.wrong(f"there is no action {id_!r}", f"it is {now} now")
        return False

    def delays(self, typed: Sequence[str]) -> tuple[int, Mapping[str, int]]:
        """Return how much later the whole plan starts, and single actions."""
        whole, single = 0, {}
        for one, id_, quarters in self._numbers(typed):
            if id_ is None:
                whole = quarters
            elif id_ in single:
                self.wrong(f"--delay {one}: {id_} has two delays", "give each action one")
            elif self.is_known(id_):
                single[id_] = quarters
        return whole, single

    def _numbers(self, typed: Sequence[str]) -> Iterator[tuple[str, str | None, int]]:
        for one in typed:
            id_, equals, number = one.rpartition("=")
            if number.isascii() and number.isdigit() and 0 < int(number[:4]) <= _MOST_QUARTERS:
                yield one, id_ if equals else None, int(number[:4])
            else:
                self.wrong(f"--delay {one}: {number!r} is not a number of quarters", "such as 2, or ID=2 for an action")

    def refuse_both(self, some: Collection[str], excluded: Collection[str], option: str) -> None:
        for id_ in excluded:
            if id_ in some:
                self.wrong(f"{option} and --without both name {id_}", "leave one of them out")
