"""The actions of a framework in words: what they take, and what they lead to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

from readiness.model.actions import Action
from readiness.model.base import Estimate
from readiness.model.framework import Framework
from readiness.report.numbers import days_range_text, integer_text, money_range_text
from readiness.report.view.parts import Labelled
from readiness.report.words import joined

__all__ = ["ActionSheet", "action_sheet", "chain_lines"]

_NONE_KNOWN: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ActionSheet:
    """One action in full."""

    id: str
    title: str
    why: str
    area: str
    """The title of the top area that it improves first; of the framework where there is none."""
    leads_to: tuple[Labelled, ...]
    """What it improves, and what can be shown; only what there is, here and below."""
    takes: tuple[Labelled, ...]
    """Who, how long and how much, each in a few words."""
    beside: tuple[Labelled, ...]
    """What it waits for or replaces, where the money can come from, and where it was seen."""


def action_sheet(framework: Framework, action: Action, elsewhere: Mapping[str, str] = _NONE_KNOWN) -> ActionSheet:
    """Return an action in full.

    Args:
        framework: Where the action is.
        action: The action.
        elsewhere: The titles of actions of other frameworks, by `framework/action`, as far as they are known.
    """
    does = framework.direction[next(iter(action.lifts))].pick("Lifts", "Brings")
    lifts = "; ".join(_lift(framework, id_, to) for id_, to in action.lifts.items())
    leads_to = ((does, lifts), ("Shows", action.delivers or ""))
    takes = (
        ("Owner", framework.role_name(action.owner)),
        ("Staff time", _effort(framework, action)),
        ("Takes", f"{_span(action.duration_weeks)} weeks"),
        ("To spend", _money(framework, action.cost)),
        ("Running cost a year", _money(framework, action.running_cost_a_year)),
        ("Saving a year", _money(framework, action.benefit_a_year)),
    )
    beside = (
        ("After", joined([_title(framework, id_, elsewhere) for id_ in action.needs])),
        ("Instead of", joined([_title(framework, id_) for id_ in action.instead_of], "or")),
        ("Money from", joined([route.replace("-", " ") for route in action.funding], "or")),
        ("Seen in", "; ".join(action.seen_in)),
    )
    _, above = framework.placed[next(iter(action.lifts))]
    return ActionSheet(
        id=action.id,
        title=action.title,
        why=action.why or "",
        area=above[0].title if above else framework.title,
        leads_to=_shown(leads_to),
        takes=_shown(takes),
        beside=_shown(beside),
    )


def chain_lines(framework: Framework) -> tuple[str, ...]:
    """Return the chain of actions, each waiting for the one before, that takes longest in likely weeks; () for none."""
    longest: dict[str, tuple[Fraction, tuple[str, ...]]] = {}

    def to(id_: str) -> tuple[Fraction, tuple[str, ...]]:
        if id_ not in longest:
            before = max((to(need) for need in framework.action[id_].needs if need in framework.action), default=_NONE)
            longest[id_] = before[0] + framework.action[id_].duration_weeks.likely, (*before[1], id_)
        return longest[id_]

    weeks, chain = max(map(to, framework.action), default=_NONE)
    if len(chain) <= 1:
        return ()
    begins = f"The longest chain of actions takes about {integer_text(weeks)} weeks, each waiting for the one before:"
    return begins, *(f"{place}. {framework.action[id_].title}" for place, id_ in enumerate(chain, 1))


_NONE: tuple[Fraction, tuple[str, ...]] = (Fraction(0), ())


def _shown(facts: Iterable[tuple[str, str]]) -> tuple[Labelled, ...]:
    return tuple(Labelled(name, text) for name, text in facts if text)


def _title(framework: Framework, id_: str, elsewhere: Mapping[str, str] = _NONE_KNOWN) -> str:
    """Return the title of an action in quotation marks; of one in another framework its id where that is not known."""
    if id_ in framework.action:
        return f"“{framework.action[id_].title}”"
    return f"an action of another framework: {f'“{elsewhere[id_]}”' if id_ in elsewhere else id_}"


def _lift(framework: Framework, id_: str, to: int | tuple[str, ...]) -> str:
    question = framework.question[id_]
    if isinstance(to, int):
        return f"{question.topic} to level {to}"
    texts = {item.id: item.text for item in getattr(question, "items", ())}
    named = joined([f"“{texts.get(item, item)}”" for item in to])
    return f"{question.topic} {framework.direction[id_].pick('with', 'without')} {named}"


def _effort(framework: Framework, action: Action) -> str:
    """Return the staff time of the owner's team, and of each other team that works on it."""
    low, _, high = action.effort_days.points
    said = [days_range_text(low, high)]
    for role, estimate in action.effort_of_others.items():
        least, _, most = estimate.points
        said.append(f"{framework.role_name(role)}, {days_range_text(least, most)}")
    return "; ".join(said)


def _money(framework: Framework, estimate: Estimate | None) -> str:
    """Return an amount in the framework's currency, in bare figures where it names none; nothing for nothing."""
    if estimate is None or not any(estimate.points):
        return ""
    low, _, high = estimate.points
    currency = framework.estimates.currency
    return money_range_text(low, high, currency) if currency else _span(estimate)


def _span(estimate: Estimate) -> str:
    low, _, high = (integer_text(point) for point in estimate.points)
    return low if low == high else f"{low} to {high}"
