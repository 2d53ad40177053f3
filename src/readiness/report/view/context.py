"""Look-ups that all pages share: who, where, when, and how a number of this framework is worded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property

from readiness.gaps import Gap
from readiness.model.framework import Area
from readiness.report.charts.scores import Reading, Scale, score_strip
from readiness.report.direction import DirectionWords, direction_words, words_for
from readiness.report.evidence import claims_needing_evidence
from readiness.report.inputs import ReportInput
from readiness.report.left_out import left_out_words
from readiness.report.numbers import gain_text, gap_text, score_text
from readiness.report.view.extent import WHOLE, Extent
from readiness.report.view.parts import Mark, ScoreRow
from readiness.report.wording import gettext, ngettext
from readiness.report.words import capitalised, month_year, number_word
from readiness.roadmap.plan import LeftOut, PlannedAction
from readiness.roadmap.quarters import QUARTERS_A_YEAR
from readiness.scoring.result import NodeScore, State

__all__ = ["AT_ONCE_DAYS", "Context", "areas_within"]

_STRIP_OF_AREA, _STRIP_OF_QUESTION = (50.0, 5.6), (42.0, 5.0)
"""Width and height on a screen, in mm: one size, so that all strips of a node are one drawing."""
AT_ONCE_DAYS = 90
"""What a board means by now: the first horizon of the roadmap."""


@dataclass(frozen=True)
class Context:
    """One report's input with the look-ups that its pages need."""

    given: ReportInput
    extent: Extent = WHOLE
    """How much of it is said."""

    @property
    def root(self) -> NodeScore:
        """The overall result."""
        return self.given.scorecard.root

    @cached_property
    def words(self) -> DirectionWords:
        """How one speaks of the overall score, and of all questions together."""
        return words_for(self.root.direction, self.given.framework.direction.values())

    @property
    def area_words(self) -> DirectionWords:
        """How one speaks of the areas that count in the overall score."""
        return direction_words(self.root.direction)

    def gain(self, gain: Fraction) -> str:
        """Return what something does to the overall score."""
        return gain_text(gain, self.root.direction)

    @property
    def dimensions(self) -> tuple[NodeScore, ...]:
        """The top areas that count and of which something applies, in the order of the framework."""
        return areas_within(self.root)

    @cached_property
    def chapters(self) -> tuple[NodeScore, ...]:
        """The areas that have a chapter: the dimensions, and the measures beside them."""
        return (*self.dimensions, *(node for node in self.measures if node in self.root.children))

    @cached_property
    def held_by_dimensions(self) -> frozenset[str]:
        """The questions that are asked and stand in the chapter of an area."""
        nodes = (node for area in self.chapters for node in area.walk())
        return frozenset(node.id for node in nodes if node.kind == "question" and node.state is not State.HIDDEN)

    @property
    def measures(self) -> tuple[NodeScore, ...]:
        """The areas beside the headline of which something applies, at any depth, in the order of the framework."""
        return tuple(node for node in self.given.scorecard.measures if node.applies)

    @cached_property
    def scale(self) -> Scale:
        """The ends of the scale."""
        scale = self.given.framework.scale
        return Scale(scale.lowest, scale.highest)

    @cached_property
    def dimension_word(self) -> str:
        """What a top area is called, in lower case."""
        return self._label(0, gettext("dimension"))

    @cached_property
    def capability_word(self) -> str:
        """What an area within a top area is called, in lower case."""
        return self._label(1, gettext("capability"))

    def _label(self, depth: int, otherwise: str) -> str:
        labels = self.given.framework.labels
        return labels[depth].lower() if depth < len(labels) else otherwise

    @cached_property
    def target_name(self) -> str:
        """What the target profile is called, or nothing."""
        return self.given.target.title if self.given.target else ""

    @cached_property
    def gap(self) -> Mapping[str, Gap]:
        """Every gap by its question."""
        return {gap.question: gap for gap in self.given.gaps}

    @cached_property
    def planned(self) -> Mapping[str, PlannedAction]:
        """Every planned action by its id."""
        return {one.action.id: one for one in self.actions}

    @property
    def actions(self) -> tuple[PlannedAction, ...]:
        """The planned actions, in the order in which they start; none without a roadmap."""
        return self.given.roadmap.actions if self.given.roadmap else ()

    @cached_property
    def _planned_for(self) -> Mapping[str, tuple[PlannedAction, ...]]:
        found: dict[str, list[PlannedAction]] = {}
        for one in self.actions:
            for question in one.lifts:
                found.setdefault(question, []).append(one)
        return {question: tuple(ones) for question, ones in found.items()}

    @cached_property
    def _left_out_for(self) -> Mapping[str, tuple[LeftOut, ...]]:
        found: dict[str, list[LeftOut]] = {}
        for one in self.given.roadmap.left_out if self.given.roadmap else ():
            for question in one.action.lifts:
                found.setdefault(question, []).append(one)
        return {question: tuple(ones) for question, ones in found.items()}

    def planned_for(self, question: str) -> tuple[PlannedAction, ...]:
        """Return the planned actions that improve a question."""
        return self._planned_for.get(question, ())

    def left_out_for(self, question: str) -> tuple[LeftOut, ...]:
        """Return the actions that could improve a question and are not planned."""
        return self._left_out_for.get(question, ())

    def left_out_words(self, one: LeftOut) -> str:
        """Return why an action is not in the plan."""
        assert self.given.roadmap is not None
        return left_out_words(one, self.given.framework, self.given.roadmap.currency)

    def areas_above(self, question: str) -> tuple[Area, ...]:
        """Return the areas that hold a question, outermost first."""
        return self.given.framework.placed[question][1]

    def dimension_title(self, question: str) -> str:
        """Return the title of the top area of a question, or of the framework."""
        above = self.areas_above(question)
        return above[0].title if above else self.given.framework.title

    def role(self, role: str) -> str:
        """Return what a role is called."""
        return self.given.framework.role_name(role)

    def number_of(self, action: str) -> str:
        """Return the number of a planned action, or its title when it is not planned here."""
        if action in self.planned:
            return self.planned[action].number
        known = self.given.framework.action.get(action)
        return known.title if known else action

    def quarter_start(self, quarter: int) -> date:
        """Return the first day of a quarter of the plan."""
        assert self.given.roadmap is not None
        return self.given.roadmap.quarters[quarter].starts

    def starts(self, planned: PlannedAction) -> str:
        """Return the month in which an action starts."""
        return month_year(self.quarter_start(planned.start))

    def done_by(self, planned: PlannedAction) -> str:
        """Return the month in which an action is finished."""
        assert self.given.roadmap is not None
        quarters = self.given.roadmap.quarters
        return month_year(quarters[min(planned.end, len(quarters)) - 1].ends)

    def score(self, node: NodeScore) -> str:
        """Return a node's score, never rounded to its target or up to a level."""
        return score_text(node.score, () if node.target is None else (node.target,), node.direction)

    def range(self, node: NodeScore) -> str:
        """Return the scores between which a node lies, or nothing when it has only one."""
        if node.low is None or node.high is None or node.low == node.high:
            return ""
        low, high = score_text(node.low), score_text(node.high)
        return gettext("{low} to {high}", low=low, high=high) if low != high else ""

    def level_name(self, level: int | None) -> str:
        """Return the name of a level of the scale."""
        return "" if level is None else self.given.framework.scale.name_of(level)

    def row(self, node: NodeScore, *, width: float, height: float = 5.4) -> ScoreRow:
        """Return one line of a score table: the strip, and every number that it draws."""
        return ScoreRow(
            name=node.title,
            score=self.score(node),
            range=self.range(node),
            target=score_text(node.target) if node.target is not None else "",
            gap=gap_text(node.gap),
            below=bool(node.gap),
            strip=self.strip(node, width=width, height=height),
        )

    def strip(self, node: NodeScore, *, width: float, height: float) -> Mark:
        """Return the strip of a node, with words for those who do not see it."""
        words = [gettext("score {score}", score=self.score(node)) if node.score is not None else gettext("no score")]
        words += [gettext("range {range}", range=self.range(node))] if self.range(node) else []
        words += [gettext("target {score}", score=score_text(node.target))] if node.target is not None else []
        title = f"{node.title}: {', '.join(words)}"
        if self.extent.is_for_screen:
            title = capitalised(", ".join(words))  # the name stands beside it, and a browser reads one after the other
        if self.extent.is_for_screen:
            width, height = _STRIP_OF_QUESTION if node.kind == "question" else _STRIP_OF_AREA
        ends = _float(node.score), _float(node.low), _float(node.high), _float(node.target)
        reading = Reading(*ends, short=bool(node.gap))
        return Mark(score_strip(reading, self.scale, width=width, height=height, title=title), title)

    @cached_property
    def measured(self) -> int:
        """How many questions that apply have a target."""
        levels = self.given.scorecard.target_levels
        apart = {State.HIDDEN, State.NOT_APPLICABLE}
        return sum(node.id in levels and node.state not in apart for node in self.given.scorecard.questions)

    @cached_property
    def missing(self) -> tuple[NodeScore, ...]:
        """The questions whose answers are still owed."""
        return tuple(node for node in self.given.scorecard.questions if node.state and node.state.is_missing)

    @cached_property
    def answered(self) -> tuple[NodeScore, ...]:
        """The questions with an answer that counts."""
        return tuple(node for node in self.given.scorecard.questions if node.state is State.ANSWERED)

    def claims_needing_evidence(self, nodes: tuple[NodeScore, ...]) -> tuple[NodeScore, ...]:
        """Return the answers that claim a level from which evidence is required."""
        return claims_needing_evidence(nodes, self.given.framework)

    def later(self, quarters: int) -> Fraction | None:
        """Return the overall score that the plan leads to after that many quarters."""
        roadmap = self.given.roadmap
        if roadmap is None or len(roadmap.quarters) < quarters:
            return None
        return roadmap.quarters[quarters - 1].score

    def projected(self, score: Fraction | None) -> str:
        """Return a score that the plan leads to, never rounded to the target."""
        goal = self.given.roadmap.target_score if self.given.roadmap else None
        return score_text(score, () if goal is None else (goal,), self.root.direction)

    def plan_length(self) -> str:
        """Return how long the plan runs: three years, 18 months."""
        quarters = len(self.given.roadmap.quarters) if self.given.roadmap else 0
        years, rest = divmod(quarters, QUARTERS_A_YEAR)
        if rest or not years:
            months = quarters * 3
            return ngettext("{number} month", "{number} months", months, number=number_word(months))
        return ngettext("{number} year", "{number} years", years, number=number_word(years))


def areas_within(node: NodeScore) -> tuple[NodeScore, ...]:
    """Return the areas that the score of a node is made of and of which something applies; none of its measures."""
    return tuple(one for one in node.children if one.kind == "area" and one.applies and not one.is_measure)


def _float(value: Fraction | None) -> float | None:
    return None if value is None else float(value)
