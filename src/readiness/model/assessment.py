"""An assessment: one organisation's facts, answers, evidence and limits, against one framework version."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Literal, TypeAlias

from pydantic import Field, StringConstraints

from readiness.model.answers import Answer
from readiness.model.base import AsWritten, Count, CountedDate, Id, Line, Model, Number, Positive, Text
from readiness.model.comparisons import FactValue
from readiness.model.decisions import Decision
from readiness.model.estimates import Currency
from readiness.model.framework import Version
from readiness.model.money import Inflation, OptimismBias, Percent, PriceYear
from readiness.model.simulation import Simulation

__all__ = [
    "USUAL_CURRENCY",
    "USUAL_DAY_RATE",
    "USUAL_DISCOUNT_RATE",
    "Assessment",
    "Combination",
    "FrameworkReference",
    "Group",
    "Organisation",
    "Plan",
    "Respondent",
]


USUAL_CURRENCY = "GBP"
"""The currency of a plan where neither it nor the framework names one."""
USUAL_DAY_RATE = Fraction(400)
"""What a person-day is worth where the plan does not say; a planning assumption, in the framework's currency."""
USUAL_DISCOUNT_RATE = Fraction(35, 10)
"""Per cent a year, in real terms, for years 0 to 30: HM Treasury, The Green Book (2022; updated February 2026).
https://www.gov.uk/government/collections/the-green-book-and-accompanying-guidance-and-documents"""
_USUAL_APPRAISAL_YEARS = 5
_MOST_APPRAISAL_YEARS = 30
"""From the 31st year on, the Green Book's rate declines."""
_QUARTERS_A_YEAR = 4
_MOST_STEPS = 9

Combination: TypeAlias = Literal["median", "mean", "minimum"]
"""How votes become one answer where none is agreed."""


class FrameworkReference(Model):
    """The framework that the answers belong to."""

    id: Id
    """Its id."""
    version: Version
    """The version that was answered."""


class Organisation(Model):
    """Whose assessment it is."""

    name: Line
    """The full name."""
    sector: Line | None = None
    """Such as local-government."""
    staff: Annotated[int, Field(ge=1)] | None = None
    """People employed."""
    facts: dict[Id, bool | Number | Line] = Field(default_factory=dict)
    """Values of the facts that the framework asks for."""

    @property
    def known_facts(self) -> dict[str, FactValue]:
        """What conditions can be decided on: the facts, and of what every organisation has what is given."""
        everywhere = {"staff": None if self.staff is None else Fraction(self.staff), "sector": self.sector}
        return {name: value for name, value in everywhere.items() if value is not None} | self.facts


class Respondent(Model):
    """Somebody who answered. A name is optional: a role is enough."""

    role: Line
    """What the person does."""
    name: Line | None = None
    """Who the person is."""
    group: Id | None = None
    """The group that the person belongs to, one of `groups`."""


class Group(Model):
    """Respondents whose answers are looked at together. Fewer than five of them are never shown apart."""

    title: Line
    """What the group is called, such as "Front line"."""
    steps_from_the_work: Annotated[int, Field(ge=0, le=_MOST_STEPS)] | None = None
    """0 for those who do the work themselves, 1 for those who lead them, 2 for those who lead these, and so on; groups
    with such a number are compared by it."""


class Plan(Model):
    """Limits for the roadmap. What is left out is not limited."""

    starts: CountedDate | None = None
    """The first day of the first quarter; the calendar quarter after the assessment begins it when left out."""
    quarters: Annotated[int, Field(ge=1, le=40)] = 12
    """How many quarters to plan."""
    currency: Currency | None = None
    """The currency of the plan, as an ISO 4217 code; that of the framework's estimates when left out, else GBP."""
    exchange_rate: Positive | None = None
    """How much of the plan's currency one unit of the framework's currency is worth; needed when they differ."""
    budget_a_quarter: Count | None = None
    """External spend that each quarter can carry."""
    carry_over: bool = False
    """Whether what a quarter does not spend can be spent in later ones."""
    budget: Count | None = None
    """External spend of all quarters together."""
    capacity_days_a_quarter: dict[
        Annotated[str, StringConstraints(pattern=r"^(\*|[A-Za-z0-9][A-Za-z0-9._-]*)$"), AsWritten], Count
    ] = Field(default_factory=dict)
    """Person-days that each role's team can give in a quarter; `*` limits all teams together."""
    day_rate: Positive | None = None
    """What a person-day is worth when effort and money are compared; 400 of the framework's currency when left out,
    a planning assumption."""
    discount_rate: Percent = USUAL_DISCOUNT_RATE
    """By how many per cent an amount counts for less with each year that it lies ahead, in real terms; 3.5 when left
    out, as in the Green Book of the UK Treasury."""
    appraisal_years: Annotated[int, Field(ge=1, le=_MOST_APPRAISAL_YEARS)] | None = None
    """Over how many years from the start costs and benefits are added up; five, or as long as the plan when that is
    longer."""
    optimism_bias: OptimismBias | None = None
    """How much worse all estimates are taken to be than they stand in the framework; nothing when left out."""
    price_year: PriceYear | None = None
    """The year of whose prices the amounts of the plan are; that of the framework's estimates when left out."""
    inflation: Inflation | None = None
    """By how many per cent prices rise a year between the framework's price year and that of the plan; needed when they
    differ."""
    actions: dict[Id, Decision] = Field(default_factory=dict)
    """What is settled about single actions, whatever would be chosen."""
    risk: Simulation = Simulation.model_construct()
    """How cost, effort and dates are drawn to see how sure they are."""

    @property
    def years_appraised(self) -> int:
        """Over how many years costs and benefits are added up: never fewer than the plan runs."""
        return max(self.appraisal_years or _USUAL_APPRAISAL_YEARS, self.years_run)

    @property
    def years_run(self) -> int:
        """How many years the plan runs, the last one perhaps in part."""
        return -(-self.quarters // _QUARTERS_A_YEAR)


class Assessment(Model):
    """One organisation's answers to one version of a framework."""

    readiness: Literal["assessment/1"]
    """The format of this file."""
    framework: FrameworkReference
    """What was answered."""
    organisation: Organisation
    """Who answered."""
    assessed_on: CountedDate
    """The day for which the answers hold."""
    prepared_by: Line | None = None
    """Who made the assessment, for the cover."""
    status: Line | None = None
    """Such as "Draft for the board"."""
    scope: Text | None = None
    """What the assessment covers and what it leaves out."""
    target: Id | None = None
    """The target profile; the framework's first when left out."""
    respondents: dict[Id, Respondent] = Field(default_factory=dict)
    """Who answered."""
    groups: dict[Id, Group] = Field(default_factory=dict)
    """Groups of respondents, such as the leadership and the front line."""
    combine: Combination = "median"
    """How votes become one answer where none is agreed: the median, of two in the middle the worse; the mean of what
    they are worth; or the minimum, which is the worst of them."""
    answers: dict[Id, Answer] = Field(default_factory=dict)
    """For each question: its answer."""
    plan: Plan = Plan.model_construct()
    """Limits for the roadmap."""
