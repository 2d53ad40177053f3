"""What the register says of each action, before any program's format."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from readiness.model.actions import Funding
from readiness.report.inputs import ReportInput
from readiness.report.left_out import left_out_words
from readiness.report.numbers import integer_text, percent_text, score_text
from readiness.report.view.translation import translation_notes
from readiness.report.wording import gettext
from readiness.roadmap.plan import LeftOut, PlannedAction, Roadmap
from readiness.roadmap.ranges import Range3

__all__ = ["LeftOutLine", "Register", "RegisterLine", "build_register"]


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One planned action."""

    number: str
    id: str
    title: str
    why: str
    area_id: str
    area: str
    """The title of the top area that it improves first."""
    owner_id: str
    owner: str
    """The name of the role that answers for it."""
    state: str
    """Planned, or how much of it is done already."""
    start: date
    """The first day of the quarter in which it starts."""
    finish: date
    """The last day of the quarter in which it ends."""
    quarter: str
    """The label of the quarter in which it starts."""
    cost: Range3
    """External spend, one-off: low, likely and high."""
    running_cost_a_year: Fraction
    """Likely external spend a year once it is finished."""
    days: Range3
    """Person-days of all teams: low, likely and high."""
    days_by_team: str
    waits_for: tuple[str, ...]
    """The numbers of the actions that have to end before."""
    lifts: tuple[str, ...]
    """Each question with its level before and after."""
    gain: Fraction
    """How much the overall score gets better, in levels."""
    delivers: str
    funding: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftOutLine:
    """An action that is not in the plan."""

    id: str
    title: str
    why_not: str


@dataclass(frozen=True, slots=True)
class Register:
    """All actions of a roadmap."""

    framework_id: str
    framework: str
    """Title and version."""
    organisation: str
    assessed_on: date
    target: str
    currency: str
    version: str
    """That of this tool."""
    translation: str
    """What a reader has to know of it; nothing where nothing is translated."""
    lines: tuple[RegisterLine, ...]
    """In the order in which work starts."""
    left_out: tuple[LeftOutLine, ...]


def build_register(given: ReportInput) -> Register:
    """Return the register; it has no lines where there is no roadmap."""
    roadmap, framework = given.roadmap, given.framework
    return Register(
        framework_id=framework.id,
        framework=f"{framework.title} {framework.version}",
        organisation=given.assessment.organisation.name,
        assessed_on=given.assessment.assessed_on,
        target=given.target.title if given.target else "",
        currency=roadmap.currency if roadmap else "",
        version=given.version,
        translation=" ".join(translation_notes(given)),
        lines=tuple(_line(given, roadmap, one) for one in roadmap.actions) if roadmap else (),
        left_out=tuple(_left_out(given, roadmap, one) for one in roadmap.left_out) if roadmap else (),
    )


def _line(given: ReportInput, roadmap: Roadmap, one: PlannedAction) -> RegisterLine:
    action, framework, nodes = one.action, given.framework, given.scorecard.node
    numbers = {planned.action.id: planned.number for planned in roadmap.actions}
    running = action.running_cost_a_year
    return RegisterLine(
        number=one.number,
        id=action.id,
        title=action.title,
        why=action.why or "",
        area_id=one.area,
        area=nodes[one.area].title,
        owner_id=action.owner,
        owner=framework.role_name(action.owner),
        state=_state(given, action.id),
        start=roadmap.quarters[one.start].starts,
        finish=roadmap.quarters[one.end - 1].ends,
        quarter=roadmap.quarters[one.start].label,
        cost=action.cost.points,
        running_cost_a_year=running.likely if running else Fraction(0),
        days=action.days_of_all,
        days_by_team=_days_by_team(given, one),
        waits_for=tuple(numbers[id_] for id_ in one.after),
        lifts=tuple(
            gettext(
                "{topic}: {before} to {after}",
                topic=nodes[id_].title,
                before=score_text(before),
                after=score_text(then),
            )
            for id_, (before, then) in one.lifts.items()
        ),
        gain=one.gain,
        delivers=action.delivers or "",
        funding=tuple(map(_funding_word, action.funding)),
    )


def _state(given: ReportInput, id_: str) -> str:
    decision = given.assessment.plan.actions.get(id_)
    if decision is None or decision.under_way is None:
        return gettext("Planned")
    return gettext("Under way, {percent} done", percent=percent_text(decision.under_way, 100))


def _funding_word(route: Funding) -> str:
    words: dict[Funding, str] = {
        "own-budget": gettext("own budget"),
        "grant": gettext("grant"),
        "shared-service": gettext("shared service"),
        "partnership": gettext("partnership"),
        "pay-as-you-go": gettext("pay as you go"),
    }
    return words[route]


def _days_by_team(given: ReportInput, one: PlannedAction) -> str:
    efforts = one.action.effort_by_role.items()
    return "; ".join(f"{given.framework.role_name(role)}: {integer_text(days.likely)}" for role, days in efforts)


def _left_out(given: ReportInput, roadmap: Roadmap, one: LeftOut) -> LeftOutLine:
    why_not = left_out_words(one, given.framework, roadmap.currency)
    return LeftOutLine(one.action.id, one.action.title, why_not)
