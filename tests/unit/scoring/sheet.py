"""A scorecard from plain documents, in one call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from readiness.gaps import Gap, find_gaps
from readiness.model.framework import Framework
from readiness.scoring.engine import Scorer
from readiness.scoring.reading import Reading, read_answers
from readiness.scoring.result import NodeScore, Scorecard
from readiness.scoring.score import score
from tests.builders import Plain, an_assessment, read_assessment

__all__ = ["Sheet", "a_sheet"]

TODAY = date(2026, 11, 20)


@dataclass(frozen=True)
class Sheet:
    """What is known once an assessment has been scored."""

    framework: Framework
    scorer: Scorer
    readings: dict[str, Reading]
    scorecard: Scorecard

    def __getitem__(self, id_: str) -> NodeScore:
        """Return a node by its id; the framework is `sample`."""
        return self.scorecard.node[id_]

    @property
    def root(self) -> NodeScore:
        """The framework's score."""
        return self.scorecard.root

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The gaps, the one worth most first."""
        return find_gaps(self.scorer, self.readings, self.scorecard)


def a_sheet(
    framework: Plain,
    answers: Mapping[str, Any] | None = None,
    *,
    facts: Mapping[str, Any] | None = None,
    target: str | None = "good",
    as_of: date = TODAY,
    **keys: object,
) -> Sheet:
    """Return the sheet of a plain framework and answers; an answer that is a whole number stands for that level.

    Further keys are those of the assessment.
    """
    organisation = {"name": "Sample Council", "facts": dict(facts or {})}
    model, assessment = read_assessment(an_assessment(answers, organisation=organisation, **keys), framework)
    scorer = Scorer(model, assessment.organisation.facts)
    readings = read_answers(model, assessment, as_of)
    return Sheet(model, scorer, readings, score(scorer, readings, target))
