"""How much of a result a report says: all of it on a screen, a selection on paper, a short one of a quick scan."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["SCREEN", "WHOLE", "Extent", "extent_on_paper"]

_FEW_QUESTIONS = 40
"""A quick scan: so few that each has a line on one page, and that a chapter for each area would be almost empty."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How much each chapter says. None stands for everything."""

    leaves_out: frozenset[str] = frozenset()
    """The kinds of chapters that are left out."""
    joins: frozenset[str] = frozenset()
    """The kinds of chapters that begin on the page on which the one before ends."""
    is_whole: bool = True
    """Whether everything is said where it belongs, even if another chapter says it too: capabilities in the profile,
    answers at target in their dimension, every outcome of an instrument, the calculation of each dimension, weights of
    single questions, and answers with notes and evidence."""
    is_for_screen: bool = False
    """Whether one can open a question where it stands, and jump there: then each thing is said in one place, and what
    paper has in annexes for want of that is beside the question."""
    is_brief: bool = False
    """Whether only what a first look needs is said. The contents then come after the summary."""
    gap_cards: int | None = None
    """Gaps that have a card with reasons and remedies; others have a line."""
    gap_lines: int | None = None
    waiting: int | None = None
    """Actions that wait, each with its reason, for every kind of reason."""
    drivers: int | None = None
    """Actions that move the cost, and that move the finish."""


WHOLE = Extent()
"""Everything that there is, wherever one looks for it."""
SCREEN = Extent(is_for_screen=True, leaves_out=frozenset({"milestones"}), gap_cards=12)
"""The report for a screen, where one opens what one wants to know."""
_LONG = Extent(
    leaves_out=frozenset({"milestones"}),  # the register of actions says the same
    joins=frozenset({"gates", "inaction", "glossary"}),
    is_whole=False,
    gap_cards=12,
    waiting=6,
    drivers=3,
)
_SHORT = Extent(
    leaves_out=frozenset({"load", "risk", "value", "dimension", "crosswalk", "method", "glossary", "register"}),
    joins=frozenset({"decisions", "strengths", "gates", "money", "waiting", "start", "inaction", "change"}),
    is_whole=False,
    is_brief=True,
    gap_cards=0,
    gap_lines=10,
    waiting=0,
)


def extent_on_paper(questions: int) -> Extent:
    """Return how much is printed of a result that has so many questions."""
    return _SHORT if questions <= _FEW_QUESTIONS else _LONG
