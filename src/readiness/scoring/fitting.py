"""Fits a framework to one organisation: the levels that its facts switch, and estimates for its size, in its currency.

It is done once, before anything is scored. So scores, gaps, roadmap and report read the same levels and estimates.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from readiness.model.assessment import USUAL_CURRENCY, USUAL_DAY_RATE, Organisation, Plan
from readiness.model.comparisons import FactValue, fact_satisfies
from readiness.model.conditions import AreaCondition, FactCondition, QuestionCondition, leaves
from readiness.model.estimates import Estimates, Size
from readiness.model.framework import Framework
from readiness.model.targets import Switch, TargetProfile
from readiness.scoring.holds import holds

__all__ = ["Fitting", "SwitchOutcome", "fit"]

_ONE = Fraction(1)


@dataclass(frozen=True, slots=True)
class SwitchOutcome:
    """A switch of a target profile, decided for one organisation."""

    switch: Switch
    holds: bool | None
    """None when a fact that is not given decides it; then it switches nothing."""
    missing: tuple[str, ...]
    """The facts that it looks at and that are not given."""


@dataclass(frozen=True, slots=True)
class Fitting:
    """A framework as it holds for one organisation, and what was done to it."""

    framework: Framework
    """Its profiles have no switches left, and its estimates are in the plan's currency."""
    plan: Plan
    """The limits, with the currency and the day rate that were left out."""
    switches: Mapping[str, tuple[SwitchOutcome, ...]]
    """For each target profile that has some: its switches, in order."""
    size: Size | None
    """The size for which estimates were multiplied; None when they stay as they are."""
    is_size_unknown: bool
    """Whether the framework has sizes, and the organisation does not say how many people it employs."""
    converted_from: str | None
    """The currency of the framework's estimates, if another than the plan's and converted."""


def fit(framework: Framework, organisation: Organisation, plan: Plan) -> Fitting:
    """Return the framework as it holds for an organisation.

    An amount in another currency is multiplied by the plan's exchange rate; without one it stays, which a check
    of the assessment refuses. Nothing is rounded.
    """
    facts = _Facts(organisation.known_facts)
    switches = {
        id_: tuple(facts.outcome(switch) for switch in profile.switches)
        for id_, profile in framework.targets.items()
        if profile.switches
    }
    estimates = framework.estimates
    size = estimates.size_of(organisation.staff)
    currency = plan.currency or estimates.currency or USUAL_CURRENCY
    rate = plan.exchange_rate if estimates.currency not in {None, currency} else None
    return Fitting(
        framework=_fitted(framework, switches, size, rate, currency),
        plan=plan.changed(currency=currency, day_rate=plan.day_rate or USUAL_DAY_RATE * (rate or _ONE)),
        switches=switches,
        size=size,
        is_size_unknown=bool(estimates.sizes) and organisation.staff is None,
        converted_from=None if rate is None else estimates.currency,
    )


class _Facts:
    """What a condition on facts looks at."""

    def __init__(self, facts: Mapping[str, FactValue]) -> None:
        self._facts = facts

    def outcome(self, switch: Switch) -> SwitchOutcome:
        named = [leaf.fact for leaf in leaves(switch.when) if isinstance(leaf, FactCondition)]
        missing = tuple(dict.fromkeys(name for name in named if name not in self._facts))
        return SwitchOutcome(switch, holds(switch.when, self), missing)

    def fact_holds(self, condition: FactCondition) -> bool | None:
        value = self._facts.get(condition.fact)
        return None if value is None else fact_satisfies(condition, value)

    def question_holds(self, condition: QuestionCondition) -> bool | None:  # noqa: ARG002  no switch has one
        return None

    def area_holds(self, condition: AreaCondition) -> bool | None:  # noqa: ARG002  no switch has one
        return None


def _fitted(
    framework: Framework,
    switches: Mapping[str, tuple[SwitchOutcome, ...]],
    size: Size | None,
    rate: Fraction | None,
    currency: str,
) -> Framework:
    """Return a framework with its switches and factors worked in; the same one when there is nothing to do."""
    changes: dict[str, object] = {}
    if switches:
        targets: Mapping[str, TargetProfile] = framework.targets
        changes["targets"] = {
            id_: profile.switched(one.switch for one in switches.get(id_, ()) if one.holds)
            for id_, profile in targets.items()
        }
    if size is not None or rate is not None:
        effort, money = (size.effort, size.money) if size else (_ONE, _ONE)
        changes["actions"] = tuple(action.scaled(effort, money * (rate or _ONE)) for action in framework.actions)
        changes["estimates"] = Estimates.model_construct(currency=currency, basis=framework.estimates.basis)
    return framework.changed(**changes).tailored_by(*framework.tailorings) if changes else framework
