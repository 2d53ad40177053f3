"""Why actions are in the plan or not, as lines of text. Every comparison is with a plan that was made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from readiness.cli.console import Console, Line, Styled
from readiness.cli.limit_words import limit_name, without_words
from readiness.cli.paragraphs import hanging
from readiness.report.left_out import left_out_words
from readiness.report.numbers import money_text
from readiness.report.why import levels_text, loss_words
from readiness.report.words import capitalised, joined, quarter_text, sized
from readiness.roadmap.loss import Ground
from readiness.roadmap.why import WhyChosen, WhyLeftOut

if TYPE_CHECKING:
    from readiness.roadmap.again import Alternative, Change
    from readiness.roadmap.plan import Roadmap
    from readiness.workflows import Assessed

__all__ = ["change_words", "proof_words", "why_lines"]

_MOST_NAMED = 4


def why_lines(found: Sequence[WhyChosen | WhyLeftOut], planned: Assessed, console: Console) -> Iterator[Line]:
    """Yield one paragraph for each action that was asked about."""
    if not found:
        yield from hanging("There is nothing to choose: no action is in the plan, and none could close a gap.", console)
    said = _Said(planned)
    for place, one in enumerate(found):
        yield from [("",)] if place else []
        heading, *sentences = said.chosen(one) if isinstance(one, WhyChosen) else said.left_out(one)
        yield (Styled(heading, "strong"),)
        for sentence in sentences:
            yield from hanging(sentence, console, "  ")


class _Said:
    """Finds the words for one plan."""

    def __init__(self, planned: Assessed) -> None:
        assert planned.roadmap is not None
        self.planned = planned
        self.framework = planned.framework
        self.roadmap: Roadmap = planned.roadmap
        self.number = {one.action.id: one.number for one in self.roadmap.actions}
        self.span = self.framework.scale.span

    def chosen(self, one: WhyChosen) -> Iterator[str]:
        """Yield a heading, then why an action is chosen, what would be instead, and why it starts when it does."""
        id_ = one.loss.action
        yield f"{self.number[id_]}  {self.framework.action[id_].title} ({id_})"
        yield f"In the plan. {loss_words(one.loss, self.number.__getitem__, self.span)}"
        if one.other is not None:
            yield from self.instead("The best plan found without it", one.other, beside=id_)
        elif one.loss.ground is not Ground.SETTLED:
            yield "No plan within the limits can do without it."
        yield self.waits(one)

    def left_out(self, one: WhyLeftOut) -> Iterator[str]:
        """Yield a heading, then why an action is left out, what would let it in, and what that would cost."""
        yield f"{self.framework.action[one.action].title} ({one.action})"
        excused = next(left for left in self.roadmap.left_out if left.action.id == one.action)
        yield f"Left out. {left_out_words(excused, self.framework, self.roadmap.currency)}"
        if not one.was_tried:
            return
        if one.freed_by:
            ways = [without_words(limits, self.framework) for limits in one.freed_by]
            yield f"{capitalised(joined(ways, 'or'))}, the best plan found has it."
        else:
            yield "Even with no limit on money and people and a year more, the best plan found does not have it."
        if one.other is None:
            yield "No plan within the limits can have it."
        else:
            yield from self.instead("The best plan found that has it", one.other, beside=one.action)

    def instead(self, name: str, other: Alternative, *, beside: str) -> Iterator[str]:
        """Yield what another plan is worth beside this one, and what else is different in it."""
        yield f"{name} {change_words(other.change, self.span, self.roadmap.currency)}. {proof_words(other.change)}"
        differences = (("has", other.joins), ("leaves out", other.leaves))
        others = [(word, [id_ for id_ in ids if id_ != beside]) for word, ids in differences]
        if any(ids for _, ids in others):
            yield f"It also {joined([f'{word} {self.named(ids)}' for word, ids in others if ids])}."

    def named(self, ids: Sequence[str]) -> str:
        """Return planned actions by number and others by id; of many, the first."""
        shown = [self.number.get(id_, id_) for id_ in ids[:_MOST_NAMED]]
        return joined([*shown, f"{len(ids) - len(shown)} more"] if len(ids) > len(shown) else shown)

    def waits(self, one: WhyChosen) -> str:
        """Return why an action starts when it does."""
        wait, label = one.wait, [quarter_text(quarter.label) for quarter in self.roadmap.quarters]
        starts = f"It starts in {label[wait.start]}"
        after = f"after {joined([self.number[id_] for id_ in wait.needs])}" if wait.needs else ""
        if wait.start == wait.ready:
            return f"{starts}, right {after}." if after else f"{starts}, at once."
        could = f"{after} it could in {label[wait.ready]}".strip()
        if wait.is_free:
            return f"{starts}; {could}, and nothing is gained by that."
        reasons = joined([limit_name(limit, self.framework) for limit in wait.limits])
        return f"{starts}; {could}, but until then it would break a limit: {reasons}."


def change_words(change: Change, span: int, currency: str) -> str:
    """Return what another plan is worth beside this one, as the end of a sentence."""
    count = sized(abs(change.gates), "more gate")
    gates = [f"{'clears' if change.gates > 0 else 'leaves'} {count}"] if change.gates else []
    end = levels_text(change.end, span)
    ends = f"ends {end} {'better' if change.end > 0 else 'worse'}" if change.end else "ends as well"
    price = money_text(abs(change.price), currency)
    costs = f"takes {price} {'more' if change.price > 0 else 'less'} in money and staff time"
    mean = f"is {levels_text(change.mean, span)} {'better' if change.mean > 0 else 'worse'} in the mean of all quarters"
    sooner = [mean] if change.mean and not change.end else []
    return joined([*gates, ends, *sooner, *([costs] if change.price else [])])


def proof_words(change: Change) -> str:
    """Return how sure a comparison is."""
    if change.least is None:
        return "Both plans were ranked, so nothing is proved."
    if change.is_proved:
        return f"That it is worth {'less' if change.value < 0 else 'more'} is proved{_interval(change)}."
    return f"The searches leave open more than this difference, so it may be nothing{_interval(change)}."


def _interval(change: Change) -> str:
    """Return between what the difference to the best plan there is must lie; nothing where gates may differ."""
    assert change.least is not None
    assert change.most is not None
    if change.gates or change.of <= 0 or max(abs(change.least), abs(change.most)) > change.of:
        return ""
    low, high = sorted((change.least / change.of, change.most / change.of), key=abs)
    return f": the best there is is worth between {_share(low)} and {_share(high)}"


def _share(share: Fraction) -> str:
    return f"{abs(float(share)):.1%} {'less' if share < 0 else 'more'}"
