"""What the board is asked to settle, each with a date and a reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from readiness.report.numbers import money_range_text, score_text
from readiness.report.view.context import QUARTERS_A_YEAR, Context
from readiness.report.view.enough import good_enough
from readiness.report.view.section import Section
from readiness.report.words import capitalised, counted, joined, long_date, named, plural, sized

__all__ = ["Decision", "decisions", "decisions_section"]

_MOST_NAMES = 4
_WEEKS_FOR_ANSWERS = 6
_A_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing to settle."""

    what: str
    why: str
    by: str


def decisions_section(context: Context) -> Section | None:
    """Return the chapter of decisions, if there is anything to decide."""
    asked = decisions(context)
    if not asked:
        return None
    return Section(
        "decisions",
        "decisions",
        "Decisions",
        f"{capitalised(counted(len(asked), 'decision is', 'decisions are'))} asked of the board",
        asked,
    )


def decisions(context: Context) -> tuple[Decision, ...]:
    """Return what to decide, in the order in which it binds."""
    rules = (_limits, _money, _owners, _gates, _shortfall, _enough, _answers, _evidence, _again)
    return tuple(decision for rule in rules if (decision := rule(context)))


def _start(context: Context) -> tuple[date, str]:
    """Return the day by which the plan has to be settled, in words too."""
    roadmap = context.given.roadmap
    assert roadmap is not None
    starts = roadmap.starts
    return starts, f"Before {long_date(starts)}" if starts > context.given.as_of else "Now"


def _soon(context: Context) -> str:
    """Return the day by which something has to be settled that the plan rests on."""
    return _start(context)[1] if context.actions else f"By {long_date(context.given.as_of + timedelta(days=90))}"


def _limits(context: Context) -> Decision | None:
    reason = context.given.no_roadmap
    if reason is None:
        return None
    return Decision("Agree limits that allow a plan.", f"{capitalised(reason)}.", _soon(context))


def _money(context: Context) -> Decision | None:
    roadmap = context.given.roadmap
    if roadmap is None or not roadmap.actions:
        return None
    year = roadmap.quarters[:QUARTERS_A_YEAR]
    low, high = (sum((quarter.cost[side] for quarter in year), Fraction(0)) for side in (0, 2))
    count = sum(one.start < QUARTERS_A_YEAR for one in roadmap.actions)
    _, by = _start(context)
    work = f"{sized(count, 'action')} that {plural(count, 'starts', 'start')} in the first year"
    if not high:
        return Decision(
            f"Agree the {work}; they need no outside spend.", f"The plan begins on {long_date(roadmap.starts)}.", by
        )
    return Decision(
        f"Release {money_range_text(low, high, roadmap.currency)} for the first year.",
        f"It pays for the {work}, on {long_date(roadmap.starts)} at the earliest.",
        by,
    )


def _owners(context: Context) -> Decision | None:
    first = [one for one in context.actions if one.start == 0]
    if not first:
        return None
    roles = list(dict.fromkeys(context.role(one.action.owner) for one in first))
    work = "action" if len(first) == 1 else f"{len(first)} actions"
    return Decision(
        f"Confirm the {plural(len(roles), 'owner')} of the first {work}.",
        f"{plural(len(roles), 'It is', 'They are')} {joined(roles)}. The owner's team gives the time.",
        _start(context)[1],
    )


def _gates(context: Context) -> Decision | None:
    held = [gate for gate in context.given.scorecard.gates if gate.holds and gate.certain]
    if not held:
        return None
    topics = list(dict.fromkeys(context.given.scorecard.node[id_].title for gate in held for id_ in gate.questions))
    few = (
        named(topics)
        if len(topics) <= _MOST_NAMES
        else f"{', '.join(topics[:_MOST_NAMES])} and {len(topics) - _MOST_NAMES} more"
    )
    return Decision(
        f"Make {few} the first {plural(len(topics), 'priority', 'priorities')}.",
        f"{capitalised(counted(len(held), 'gate holds', 'gates hold'))}. "
        f"While one does, other improvements in its area count only {_as_far(context)}.",
        _soon(context),
    )


def _as_far(context: Context) -> str:
    return context.root.direction.pick("up to its cap", "down to its level")


def _shortfall(context: Context) -> Decision | None:
    roadmap = context.given.roadmap
    if roadmap is None or not roadmap.unmet or not roadmap.actions:
        return None
    left = sized(len(roadmap.unmet), "question stays", "questions stay")
    return Decision(
        f"Accept that {left} {context.words.short} target at the plan's end, or change its limits.",
        "The chapter on what waits says for each action whether money, people or time is missing.",
        _start(context)[1],
    )


def _enough(context: Context) -> Decision | None:
    count = len(good_enough(context))
    if not count:
        return None
    return Decision(
        f"Agree that {sized(count, 'answer')} {plural(count, 'is', 'are')} good enough for now.",
        "They meet their targets, and the chapter on strengths names the condition under which each need not "
        f"{context.words.rise}.",
        _soon(context),
    )


def _answers(context: Context) -> Decision | None:
    count = len(context.missing)
    if not count:
        return None
    spread = (
        f"the overall score may lie anywhere from {context.range(context.root)}"
        if context.range(context.root)
        else "they could change what is found"
    )
    return Decision(
        f"Ask for the {plural(count, 'missing answer', f'{count} missing answers')}.",
        f"Until then {spread}.",
        f"By {long_date(context.given.as_of + timedelta(weeks=_WEEKS_FOR_ANSWERS))}",
    )


def _evidence(context: Context) -> Decision | None:
    unbacked = [node for node in context.answered if node.needs_evidence]
    if not unbacked:
        return None
    count = len(unbacked)
    return Decision(
        f"Ask for evidence for the {sized(count, 'answer that lacks it', 'answers that lack it')}.",
        f"Until it is there, only a score of {score_text(context.root.evidenced)} is supported.",
        f"By {long_date(context.given.as_of + timedelta(days=90))}",
    )


def _again(context: Context) -> Decision | None:
    if context.root.score is None:
        return None
    return Decision(
        "Set the date of the next assessment.",
        "A second one, with the same questions, shows whether the plan works.",
        f"By {long_date(context.given.assessment.assessed_on + _A_YEAR)}",
    )
