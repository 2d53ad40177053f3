"""What the board is asked to settle, each with a date and a reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from readiness.report.conflict import conflict_lines, conflict_notes
from readiness.report.numbers import money_range_text, score_text
from readiness.report.view.context import Context
from readiness.report.view.enough import good_enough
from readiness.report.view.section import Section
from readiness.report.wording import gettext, ngettext, pgettext
from readiness.report.words import capitalised, joined, long_date, named, number_word, sentence
from readiness.roadmap.conflict import Conflict
from readiness.roadmap.quarters import QUARTERS_A_YEAR

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
        gettext("Decisions"),
        ngettext(
            "{number} decision is asked of the board",
            "{number} decisions are asked of the board",
            len(asked),
            number=capitalised(number_word(len(asked))),
        ),
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
    if starts > context.given.as_of:
        return starts, gettext("Before {date}", date=long_date(starts))
    return starts, pgettext("by when", "Now")


def _soon(context: Context) -> str:
    """Return the day by which something has to be settled that the plan rests on."""
    return _start(context)[1] if context.actions else _by(context.given.as_of + timedelta(days=90))


def _by(day: date) -> str:
    return gettext("By {date}", date=long_date(day))


def _limits(context: Context) -> Decision | None:
    conflict = context.given.conflict
    if conflict is None:
        return None
    if not conflict.reliefs:
        why = gettext("No action that would close a gap fits within the limits of the plan.")
    elif conflict.actions:
        why = gettext("These cannot be met together. {limits}", limits=_listed(conflict))
    else:
        why = gettext("No action that would close a gap fits within these limits. {limits}", limits=_listed(conflict))
    return Decision(gettext("Agree limits that allow a plan."), why, _soon(context))


def _listed(conflict: Conflict) -> str:
    return " ".join([*(capitalised(sentence(line)) for line in conflict_lines(conflict)), *conflict_notes(conflict)])


def _money(context: Context) -> Decision | None:
    roadmap = context.given.roadmap
    if roadmap is None or not roadmap.actions:
        return None
    year = roadmap.quarters[:QUARTERS_A_YEAR]
    low, high = (sum((quarter.cost[side] for quarter in year), Fraction(0)) for side in (0, 2))
    count = sum(one.start < QUARTERS_A_YEAR for one in roadmap.actions)
    _, by = _start(context)
    starts = long_date(roadmap.starts)
    if not high:
        return Decision(
            ngettext(
                "Agree the {count} action that starts in the first year; they need no outside spend.",
                "Agree the {count} actions that start in the first year; they need no outside spend.",
                count,
            ),
            gettext("The plan begins on {date}.", date=starts),
            by,
        )
    return Decision(
        gettext("Release {amount} for the first year.", amount=money_range_text(low, high, roadmap.currency)),
        ngettext(
            "It pays for the {count} action that starts in the first year, on {date} at the earliest.",
            "It pays for the {count} actions that start in the first year, on {date} at the earliest.",
            count,
            date=starts,
        ),
        by,
    )


def _owners(context: Context) -> Decision | None:
    first = [one for one in context.actions if one.start == 0]
    if not first:
        return None
    roles = list(dict.fromkeys(context.role(one.action.owner) for one in first))
    if len(roles) == 1:
        what = ngettext(
            "Confirm the owner of the first action.", "Confirm the owner of the first {count} actions.", len(first)
        )
    else:
        what = ngettext(
            "Confirm the owners of the first action.", "Confirm the owners of the first {count} actions.", len(first)
        )
    why = ngettext(
        "It is {owners}. The owner's team gives the time.",
        "They are {owners}. The owner's team gives the time.",
        len(roles),
        owners=joined(roles),
    )
    return Decision(what, why, _start(context)[1])


def _gates(context: Context) -> Decision | None:
    held = [gate for gate in context.given.scorecard.gates if gate.holds and gate.certain]
    if not held:
        return None
    topics = list(dict.fromkeys(context.given.scorecard.node[id_].title for gate in held for id_ in gate.questions))
    few = named(topics)
    if len(topics) > _MOST_NAMES:
        listed = ", ".join(topics[:_MOST_NAMES])
        few = gettext("{names} and {count} more", names=listed, count=len(topics) - _MOST_NAMES)
    what = ngettext("Make {topics} the first priority.", "Make {topics} the first priorities.", len(topics), topics=few)
    number = capitalised(number_word(len(held)))
    hold = ngettext("{number} gate holds.", "{number} gates hold.", len(held), number=number)
    until = context.root.direction.pick(
        gettext("While one does, other improvements in its area count only up to its cap."),
        gettext("While one does, other improvements in its area count only down to its level."),
    )
    return Decision(what, f"{hold} {until}", _soon(context))


def _shortfall(context: Context) -> Decision | None:
    roadmap = context.given.roadmap
    if roadmap is None or not roadmap.unmet or not roadmap.actions:
        return None
    return Decision(
        ngettext(
            "Accept that {count} question stays {short} target at the plan's end, or change its limits.",
            "Accept that {count} questions stay {short} target at the plan's end, or change its limits.",
            len(roadmap.unmet),
            short=context.words.short,
        ),
        gettext("The chapter on what waits says where money, people or time is missing."),
        _start(context)[1],
    )


def _enough(context: Context) -> Decision | None:
    count = len(good_enough(context))
    if not count:
        return None
    return Decision(
        ngettext(
            "Agree that {count} answer is good enough for now.",
            "Agree that {count} answers are good enough for now.",
            count,
        ),
        gettext(
            "They meet their targets, and the chapter on strengths names the condition under which each need not "
            "{rise}.",
            rise=context.words.rise,
        ),
        _soon(context),
    )


def _answers(context: Context) -> Decision | None:
    count = len(context.missing)
    if not count:
        return None
    spread = context.range(context.root)
    return Decision(
        ngettext("Ask for the missing answer.", "Ask for the {count} missing answers.", count),
        gettext("Until then the overall score may lie anywhere from {range}.", range=spread)
        if spread
        else gettext("Until then they could change what is found."),
        _by(context.given.as_of + timedelta(weeks=_WEEKS_FOR_ANSWERS)),
    )


def _evidence(context: Context) -> Decision | None:
    unbacked = [node for node in context.answered if node.needs_evidence]
    if not unbacked:
        return None
    count = len(unbacked)
    return Decision(
        ngettext(
            "Ask for evidence for the {count} answer that lacks it.",
            "Ask for evidence for the {count} answers that lack it.",
            count,
        ),
        gettext("Until it is there, only a score of {score} is supported.", score=score_text(context.root.evidenced)),
        _by(context.given.as_of + timedelta(days=90)),
    )


def _again(context: Context) -> Decision | None:
    if context.root.score is None:
        return None
    return Decision(
        gettext("Set the date of the next assessment."),
        gettext("A second one, with the same questions, shows whether the plan works."),
        _by(context.given.assessment.assessed_on + _A_YEAR),
    )
