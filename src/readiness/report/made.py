"""How a plan was made and what is proved of it, in words."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from readiness.report.numbers import decimal_text
from readiness.report.wording import gettext
from readiness.report.words import joined
from readiness.roadmap.solution import Method, Solution

__all__ = ["made_at_length", "made_in_short"]


def made_in_short(solution: Solution) -> str:
    """Return in one sentence what is proved of a plan."""
    if solution.method is Method.RANKED:
        return gettext("The plan takes actions by gain for what they cost; it is not proved that none is better.")
    if solution.gap is None:
        return gettext("The plan is the best that a solver found; it is not proved that none is better.")
    if not solution.gap:
        return gettext("It is proved that no plan within these limits is worth more.")
    gap = _gap_text(solution.gap)
    return gettext("It is proved that no plan within these limits is worth more by over {gap}.", gap=gap)


def made_at_length(solution: Solution, title_of: Callable[[str], str]) -> str:
    """Return how a plan was made, what counts in it, and what is proved.

    Args:
        solution: The plan.
        title_of: The title of an area, by id.
    """
    if solution.method is Method.RANKED:
        return gettext(
            "Actions are chosen by their gain in the overall score for what they cost, with what they need, within "
            "the limits. It is not proved that no other choice is better."
        )
    weighed = gettext(
        "Actions and their quarters are chosen together by a solver. Gates that open count most, then the score at the "
        "end, then how early it comes, then gaps that close, then a low price."
    )
    said = [weighed, made_in_short(solution)]
    if solution.gap and solution.worth.gates:
        said.append(gettext("The share is of all that the plan is worth beside the gates that it opens."))
    if solution.inexact:
        areas = joined([title_of(id_) for id_ in solution.inexact])
        said.append(
            gettext(
                "The solver has no exact formula for the score of {areas}, and takes it for better than it may be: "
                "the plan found may be nearer to the best than is proved.",
                areas=areas,
            )
        )
    return " ".join(said)


def _gap_text(gap: Fraction) -> str:
    """Return a gap in per cent, never smaller than it is."""
    tenths = -(-gap * 1000 // 1)
    return gettext("{number}%", number=decimal_text(Fraction(tenths) / 10, 1))
