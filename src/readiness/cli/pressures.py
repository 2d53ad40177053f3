"""Which limits of a plan bind, and what a little more of each buys, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from readiness.cli.console import Console, Line, Styled
from readiness.cli.limit_words import amount_words, limit_name
from readiness.cli.paragraphs import hanging
from readiness.cli.why import change_words, proof_words
from readiness.report.words import capitalised, joined, quarter_text, sized
from readiness.roadmap.calendar import Key
from readiness.roadmap.easing import TIME

if TYPE_CHECKING:
    from readiness.roadmap.plan import Roadmap
    from readiness.roadmap.pressure import Pressure
    from readiness.workflows import Assessed

__all__ = ["pressure_lines"]

_MOST_QUARTERS = 4


def pressure_lines(found: Sequence[Pressure], planned: Assessed, console: Console) -> Iterator[Line]:
    """Yield one paragraph for each limit, that of which more buys most first."""
    roadmap = planned.roadmap
    assert roadmap is not None
    yield (Styled("What limits the plan", "strong"), ", and what a little more would buy")
    for one in found:
        name, amount = limit_name(one.limit, planned.framework), amount_words(one.limit, one.amount, roadmap.currency)
        yield from hanging(f"{capitalised(name)}, {amount}: {_use(one, roadmap)}", console, "  ")
        yield from hanging(_bought(one, planned, roadmap), console, "    ")


def _use(one: Pressure, roadmap: Roadmap) -> str:
    """Return how far the plan goes to a limit."""
    if one.limit == TIME:
        return f"the last action ends in {quarter_text(roadmap.quarters[_last(roadmap)].label)}."
    used = amount_words(one.limit, max(one.used), roadmap.currency)
    if one.limit.key is Key.BUDGET:
        return f"{used} of it is spent."
    if not one.full:
        return f"never full, at most {used}."
    if len(one.full) > _MOST_QUARTERS:
        return f"nine tenths full or more in {len(one.full)} of {sized(len(roadmap.quarters), 'quarter')}."
    labels = joined([quarter_text(roadmap.quarters[at].label) for at in one.full])
    return f"nine tenths full or more in {labels}."


def _last(roadmap: Roadmap) -> int:
    return max((one.end for one in roadmap.actions), default=1) - 1


def _bought(one: Pressure, planned: Assessed, roadmap: Roadmap) -> str:
    more = amount_words(one.limit, one.more, roadmap.currency)
    change = one.other.change
    if not (change.gates or change.end):
        open_end = "" if change.most is None or change.most <= 0 else " was found"
        return f"With {more} more, no plan that ends better{open_end}."
    words = change_words(change, planned.framework.scale.span, roadmap.currency)
    return f"With {more} more, the best plan found {words}. {proof_words(change)}"
