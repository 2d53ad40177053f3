"""Fits a framework to one organisation: the levels that its facts switch, and estimates for its size and its money.

Its money is in its currency, in prices of its year, and corrected for optimism where it asks for that. All is done
once, before anything is scored. So scores, gaps, roadmap and report read the same levels and estimates.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from readiness.model.actions import Action
from readiness.model.assessment import USUAL_CURRENCY, USUAL_DAY_RATE, Organisation, Plan
from readiness.model.comparisons import FactValue, fact_satisfies
from readiness.model.conditions import AreaCondition, FactCondition, QuestionCondition, leaves
from readiness.model.estimates import Estimates, Size
from readiness.model.framework import Framework
from readiness.model.money import OptimismBias, compounded
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
    """Its profiles have no switches left, and its estimates are in the plan's currency and prices."""
    plan: Plan
    """The limits, with the currency, the day rate and the price year that were left out."""
    switches: Mapping[str, tuple[SwitchOutcome, ...]]
    """For each target profile that has some: its switches, in order."""
    size: Size | None
    """The size for which estimates were multiplied; None when they stay as they are."""
    is_size_unknown: bool
    """Whether the framework has sizes, and the organisation does not say how many people it employs."""
    converted_from: str | None
    """The currency of the framework's estimates, if another than the plan's and converted."""
    prices_of: int | None = None
    """The price year of the framework's estimates, if another than the plan's and converted."""
    price_factor: Fraction = _ONE
    """What amounts were multiplied by for that."""

    @property
    def bias(self) -> OptimismBias | None:
        """The correction for optimism, if the plan asks for one."""
        return self.plan.optimism_bias


def fit(framework: Framework, organisation: Organisation, plan: Plan) -> Fitting:
    """Return the framework as it holds for an organisation.

    An amount in another currency is multiplied by the plan's exchange rate, one in prices of another year by what
    prices rise between the two; without a rate it stays, which a check of the assessment refuses. Only that rise is
    rounded, to four decimals. Limits and a day rate that the plan gives are in its own money already: they stay.
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
    prices_of, prices = _prices(estimates, plan)
    money = (rate or _ONE) * prices
    completed = plan.changed(
        currency=currency,
        day_rate=plan.day_rate or USUAL_DAY_RATE * money,
        price_year=plan.price_year or estimates.price_year,
    )
    return Fitting(
        framework=_fitted(framework, switches, _Terms(size, money, completed)),
        plan=completed,
        switches=switches,
        size=size,
        is_size_unknown=bool(estimates.sizes) and organisation.staff is None,
        converted_from=None if rate is None else estimates.currency,
        prices_of=prices_of,
        price_factor=prices,
    )


def _prices(estimates: Estimates, plan: Plan) -> tuple[int | None, Fraction]:
    """Return the year of whose prices amounts were, and what they are multiplied by; None and 1 where they stay."""
    theirs, ours = estimates.price_year, plan.price_year
    if theirs is None or ours is None or theirs == ours or plan.inflation is None:
        return None, _ONE
    return theirs, compounded(plan.inflation, ours - theirs)


@dataclass(frozen=True, slots=True)
class _Terms:
    """What estimates are changed by."""

    size: Size | None
    money: Fraction
    """What amounts are multiplied by for the currency and the price year."""
    plan: Plan

    @property
    def is_idle(self) -> bool:
        """Whether all estimates stay as they are written."""
        return self.size is None and self.money == 1 and self.plan.optimism_bias is None

    def of(self, action: Action) -> Action:
        """Return an action with the estimates that hold here."""
        effort, money = (self.size.effort, self.size.money) if self.size else (_ONE, _ONE)
        fitted = action.scaled(effort, money * self.money)
        return fitted if self.plan.optimism_bias is None else fitted.corrected(self.plan.optimism_bias)


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


def _fitted(framework: Framework, switches: Mapping[str, tuple[SwitchOutcome, ...]], terms: _Terms) -> Framework:
    """Return a framework with its switches and factors worked in; the same one when there is nothing to do."""
    changes: dict[str, object] = {}
    if switches:
        targets: Mapping[str, TargetProfile] = framework.targets
        changes["targets"] = {
            id_: profile.switched(one.switch for one in switches.get(id_, ()) if one.holds)
            for id_, profile in targets.items()
        }
    if not terms.is_idle:
        changes["actions"] = tuple(map(terms.of, framework.actions))
        changes["estimates"] = Estimates.model_construct(
            currency=terms.plan.currency, price_year=terms.plan.price_year, basis=framework.estimates.basis
        )
    return framework.changed(**changes).tailored_by(*framework.tailorings) if changes else framework
