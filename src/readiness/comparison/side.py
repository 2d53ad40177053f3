"""One of the two assessments, scored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from readiness.model.assessment import Assessment
from readiness.model.comparisons import FactValue
from readiness.model.conditions import FactCondition, leaves
from readiness.model.framework import Framework, facts_compared
from readiness.model.targets import TargetProfile
from readiness.scoring.engine import Scorer
from readiness.scoring.fitting import Fitting, fit
from readiness.scoring.reading import Reading, read_answers
from readiness.scoring.result import Scorecard
from readiness.scoring.score import score

__all__ = ["Side", "facts_that_count", "facts_that_plan"]


def facts_that_count(assessment: Assessment, framework: Framework) -> dict[str, FactValue]:
    """Return the facts that the framework asks for; those of every organisation where a score can hang on them."""
    names = framework.facts.keys() | facts_compared(framework)
    return {name: value for name, value in assessment.organisation.known_facts.items() if name in names}


def facts_that_plan(framework: Framework, target_id: str | None) -> frozenset[str]:
    """Return the facts on which a target level or an estimate can hang, and with them gaps and the roadmap."""
    switches = framework.targets[target_id].switches if target_id in framework.targets else ()
    compared = (leaf for switch in switches for leaf in leaves(switch.when))
    names = {leaf.fact for leaf in compared if isinstance(leaf, FactCondition)}
    return frozenset(names | {"staff"} if framework.estimates.sizes else names)


@dataclass(frozen=True)
class Side:
    """An assessment that fits its framework, and the day and the target by which it is judged."""

    framework: Framework
    """As it is published."""
    assessment: Assessment
    as_of: date
    """The day on which evidence has to be in date."""
    target_id: str | None = None

    @cached_property
    def fitting(self) -> Fitting:
        """What the facts and the size of the organisation made of the framework."""
        return fit(self.framework, self.assessment.organisation, self.assessment.plan)

    @property
    def fitted(self) -> Framework:
        """The framework as it holds for the organisation."""
        return self.fitting.framework

    def is_switched(self, question_id: str) -> bool:
        """Tell whether a fact about the organisation made the target ask another level of a question."""
        if self.target_id is None or self.target is None:
            return False
        own = self.framework.targets[self.target_id].switched(())
        levels = (self.framework.target_level(profile, question_id) for profile in (own, self.target))
        return len(set(levels)) > 1

    @cached_property
    def scorer(self) -> Scorer:
        """The framework, ready to score."""
        return Scorer(self.fitted, self.assessment.organisation.known_facts)

    @cached_property
    def readings(self) -> Mapping[str, Reading]:
        """What every answer counts as on the day."""
        return read_answers(self.framework, self.assessment, self.as_of)

    @cached_property
    def scorecard(self) -> Scorecard:
        """The scored tree."""
        return score(self.scorer, self.readings, self.target_id)

    @property
    def target(self) -> TargetProfile | None:
        """The target profile."""
        return None if self.target_id is None else self.fitted.targets[self.target_id]
