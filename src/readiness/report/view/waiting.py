"""What the plan brings when, and what waits and why."""

from __future__ import annotations

from dataclasses import dataclass

from readiness.report.view.context import Context
from readiness.report.view.section import Section
from readiness.report.wording import gettext, ngettext
from readiness.report.words import capitalised, number_word, quarter_text, sentence
from readiness.roadmap.plan import LeftOut, Roadmap
from readiness.roadmap.solution import Reason

__all__ = ["Milestone", "MilestoneQuarter", "Waiting", "WaitingGroup", "milestones", "waiting"]

_REASONS = (
    Reason.NO_MONEY,
    Reason.NO_PEOPLE,
    Reason.NO_TIME,
    Reason.PREREQUISITE,
    Reason.RIVAL,
    Reason.NEVER,
    Reason.NO_GAIN,
    Reason.FINISHED,
    Reason.COVERED,
    Reason.TARGET_MET,
)
"""Why actions wait, the reasons that a board can change first."""
_WITHOUT_DETAIL = {Reason.TARGET_MET, Reason.COVERED, Reason.FINISHED, Reason.NO_GAIN}
_ONLY_NAMED = {*_WITHOUT_DETAIL, Reason.PREREQUISITE}
"""Reasons of many actions on which a board can do nothing for each by itself."""


def _reason_words(reason: Reason) -> tuple[str, str]:
    """Return the name of a reason and a sentence on it."""
    words = {
        Reason.NO_MONEY: (
            gettext("Money is missing"),
            gettext("They would cost more than a quarter's budget leaves."),
        ),
        Reason.NO_PEOPLE: (gettext("People are missing"), gettext("The team that would do them is taken up.")),
        Reason.NO_TIME: (
            gettext("They would end after the plan"),
            gettext("They can begin, but not be finished in time."),
        ),
        Reason.PREREQUISITE: (
            gettext("They need something that is not planned"),
            gettext("What they rest on waits itself."),
        ),
        Reason.RIVAL: (gettext("Another way was chosen"), gettext("Only one of these ways is needed.")),
        Reason.NEVER: (
            gettext("They are kept out by decision"),
            gettext("The plan says that they are not to be done."),
        ),
        Reason.NO_GAIN: (
            gettext("They would bring too little"),
            gettext("They would fit, and would bring less than they cost beside the chosen actions."),
        ),
        Reason.FINISHED: (
            gettext("They are finished already"),
            gettext("The plan in the assessment says so."),
        ),
        Reason.COVERED: (
            gettext("Other actions bring the same"),
            gettext("The chosen actions already reach every level that these would."),
        ),
        Reason.TARGET_MET: (
            gettext("The target is met without them"),
            gettext("They would improve answers that are at target or do not apply."),
        ),
    }
    return words[reason]


@dataclass(frozen=True, slots=True)
class Milestone:
    """What can be shown when an action is finished."""

    number: str
    shown: str
    owner: str


@dataclass(frozen=True, slots=True)
class MilestoneQuarter:
    """The milestones of one quarter."""

    label: str
    lines: tuple[Milestone, ...]


def milestones(context: Context) -> Section | None:
    """Return the chapter on milestones, if any action says what can be shown at its end."""
    plan = context.given.roadmap
    if plan is None or not any(one.action.delivers for one in plan.actions):
        return None
    quarters = tuple(
        quarter for index in range(len(plan.quarters)) if (quarter := _quarter(context, plan, index)).lines
    )
    first = quarters[0]
    count = len(first.lines)
    title = ngettext(
        "The first result can be shown by the end of {quarter}",
        "The first {number} results can be shown by the end of {quarter}",
        count,
        number=number_word(count),
        quarter=first.label,
    )
    return Section("milestones", "milestones", gettext("Milestones"), title, quarters)


def _quarter(context: Context, plan: Roadmap, index: int) -> MilestoneQuarter:
    ending = [one for one in plan.actions if min(one.end, len(plan.quarters)) - 1 == index and one.action.delivers]
    lines = tuple(
        Milestone(one.number, sentence(one.action.delivers or ""), context.role(one.action.owner)) for one in ending
    )
    return MilestoneQuarter(quarter_text(plan.quarters[index].label), lines)


@dataclass(frozen=True, slots=True)
class WaitingGroup:
    """Actions that wait for the same reason."""

    name: str
    about: str
    lines: tuple[tuple[str, str], ...]
    """Title and detail."""
    titles: tuple[str, ...]
    """Only the titles, where the reason says everything."""
    rest: int
    """How many more there are."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """The chapter on what waits."""

    groups: tuple[WaitingGroup, ...]
    unmet: tuple[str, ...]
    short: str
    """Where the questions stay that do not meet their target."""


def waiting(context: Context) -> Section | None:
    """Return the chapter on what waits, if any action was left out."""
    plan = context.given.roadmap
    if plan is None or not (plan.left_out or plan.unmet):
        return None
    node = context.given.scorecard.node
    groups = tuple(
        _group(context, reason, found)
        for reason in _REASONS
        if (found := [one for one in plan.left_out if one.reason is reason])
    )
    unmet = () if context.extent.is_brief else tuple(node[id_].title for id_ in plan.unmet if id_ in node)
    return Section(
        "waiting",
        "waiting",
        gettext("What waits, and why"),
        _title(context, plan),
        Waiting(groups, unmet, context.words.short),
    )


def _title(context: Context, plan: Roadmap) -> str:
    unneeded = sum(one.reason in _WITHOUT_DETAIL for one in plan.left_out)
    wanted = len(plan.left_out) - unneeded
    if wanted:
        return ngettext(
            "{number} action that would help has to wait",
            "{number} actions that would help have to wait",
            wanted,
            number=capitalised(number_word(wanted)),
        )
    if plan.unmet:
        count = len(plan.unmet)
        return ngettext(
            "{number} question stays {short} target when the plan ends",
            "{number} questions stay {short} target when the plan ends",
            count,
            number=capitalised(number_word(count)),
            short=context.words.short,
        )
    return ngettext(
        "Nothing useful waits; {count} action of the framework is not needed for the target",
        "Nothing useful waits; {count} actions of the framework are not needed for the target",
        unneeded,
    )


def _group(context: Context, reason: Reason, found: list[LeftOut]) -> WaitingGroup:
    name, about = _reason_words(reason)
    heading = ngettext("{reason}: {count} action", "{reason}: {count} actions", len(found), reason=name)
    shown = [] if _says_enough(context, reason) else found[: context.extent.waiting]
    rest = len(found) - len(shown)
    if reason in _ONLY_NAMED:
        return WaitingGroup(heading, about, (), tuple(one.action.title for one in shown), rest)
    lines = tuple((one.action.title, context.left_out_words(one)) for one in shown)
    return WaitingGroup(heading, about, lines, (), rest)


def _says_enough(context: Context, reason: Reason) -> bool:
    """Tell whether nobody misses the names of actions that wait for a reason."""
    return context.extent.is_for_screen and reason is Reason.TARGET_MET
