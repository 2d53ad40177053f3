"""Estimates rise from low to high, name each team once, and are made for sizes that do not overlap."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import TYPE_CHECKING

from readiness.checks.finding import Finding
from readiness.checks.outline import Outline
from readiness.model.estimates import Size

if TYPE_CHECKING:
    from readiness.diagnostics import Path
    from readiness.model.actions import Action
    from readiness.model.base import Estimate
    from readiness.model.framework import Framework

__all__ = ["check_common_estimates", "check_estimates", "check_other_teams", "check_sizes"]

_COMMON = {
    "currency": ("in different currencies", "include frameworks with amounts in one currency"),
    "price_year": ("in prices of different years", "include frameworks with prices of one year"),
    "sizes": ("for different sizes", "say which holds: `estimates: {sizes: …}`"),
}
"""What all estimates have in common: for each key how it can differ, and what to do then."""


def check_estimates(outline: Outline) -> Iterator[Finding]:
    """Find estimates whose points do not rise."""
    for index, action in enumerate(outline.framework.actions):
        for path, estimate in _estimates(action):
            low, likely, high = estimate.points
            if not low <= likely <= high:
                yield Finding(
                    "RF402",
                    ("actions", index, *path),
                    f"`{path[-1]}` of `{action.id}` should rise from low over likely to high",
                    at_key=True,
                    help="low is the least it may take, high the most",
                )


def _estimates(action: Action) -> Iterator[tuple[Path, Estimate]]:
    yield ("effort-days",), action.effort_days
    yield from ((("effort-of-others", role), days) for role, days in action.effort_of_others.items())
    yield ("cost",), action.cost
    yield ("duration-weeks",), action.duration_weeks
    if action.running_cost_a_year:
        yield ("running-cost-a-year",), action.running_cost_a_year
    if action.benefit_a_year:
        yield ("benefit-a-year",), action.benefit_a_year


def check_other_teams(outline: Outline) -> Iterator[Finding]:
    """Find effort of others that is the owner's own, or none."""
    for index, action in enumerate(outline.framework.actions):
        for role, days in action.effort_of_others.items():
            path: Path = ("actions", index, "effort-of-others", role)
            if role == action.owner:
                message = f"`{role}` owns `{action.id}`, and the days of its team stand in `effort-days`"
                yield Finding("RF408", path, message, at_key=True, help="add them there")
            elif not days.likely:
                message = f"the team of `{role}` is named in `{action.id}` and likely has nothing to do"
                yield Finding("RF409", path, message, at_key=True, help="leave it out, or say how many days it takes")


def check_sizes(outline: Outline) -> Iterator[Finding]:
    """Find sizes that no organisation has, and two that one organisation has."""
    sizes = outline.framework.estimates.sizes
    for index, size in enumerate(sizes):
        if _overlap(size, size) is None:
            message = f"no organisation has {size.staff_at_least} people or more and fewer than {size.staff_below}"
            yield Finding("RF410", ("estimates", "sizes", index), message, help="correct one of the two numbers")
    for (first, one), (second, other) in combinations(enumerate(sizes), 2):
        staff = _overlap(one, other)
        if staff is not None:
            message = f"an organisation with {staff} people is of two sizes"
            related: tuple[tuple[Path, str], ...] = ((("estimates", "sizes", first), "also of this size"),)
            place: Path = ("estimates", "sizes", second)
            yield Finding("RF410", place, message, related=related, help="let one size end where the next begins")


def _overlap(one: Size, other: Size) -> int | None:
    """Return the smallest staff that is of both sizes, or None when there is none."""
    least = max(one.staff_at_least or 1, other.staff_at_least or 1)
    return least if one.holds(least) and other.holds(least) else None


def check_common_estimates(framework: Framework, parts: Mapping[str, Framework]) -> Iterator[Finding]:
    """Find included frameworks that estimate in different ways, where the framework does not say which one holds."""
    for name, (how, advice) in _COMMON.items():
        said: dict[str, object] = {
            id_: value for id_, part in parts.items() if (value := getattr(part.estimates, name))
        }
        if getattr(framework.estimates, name) or not said:
            continue
        first, *others = said
        other = next((id_ for id_ in others if said[id_] != said[first]), None)
        if other is not None:
            message = f"`{first}` and `{other}` are included, and estimate {how}"
            yield Finding("RF411", ("includes",), message, at_key=True, help=advice)
