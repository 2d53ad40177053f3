"""Answers that moved since the assessment before, and what each does to the score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from readiness.comparison.compare import Comparison
from readiness.comparison.course import Cause
from readiness.comparison.moves import Move, QuestionMove
from readiness.report.hundredths import difference, hundredths_text
from readiness.report.view.answers import answer_words
from readiness.report.view.context import Context
from readiness.report.wording import gettext, ngettext
from readiness.report.words import shortened
from readiness.scoring.result import NodeScore

__all__ = ["MovedAnswers", "MovedLine", "title_today"]

_MOST = 8
_ANSWER = 60
"""Characters of an answer."""
_LEAST = Fraction(1, 200)
"""What is shown as less than one hundredth."""


@dataclass(frozen=True, slots=True)
class MovedLine:
    """One answer that moved."""

    topic: str
    dimension: str
    said: str
    """What is answered now and what was before."""
    effect: str
    """What it does to the overall score when it is the only one."""


@dataclass(frozen=True)
class MovedAnswers:
    """The answers that moved the overall score: what did most comes first, and has a line."""

    context: Context
    comparison: Comparison

    @property
    def better(self) -> tuple[MovedLine, ...]:
        """The lines of those that made the score better."""
        return tuple(map(self._line, self._shown[0]))

    @property
    def worse(self) -> tuple[MovedLine, ...]:
        """The lines of those that made it worse."""
        return tuple(map(self._line, self._shown[1]))

    @property
    def rest(self) -> str:
        """How many answers moved beyond those with a line, and what all do only together."""
        moved = sum(one.move not in {Move.EXPIRED, Move.BACKED} for one in self.comparison.questions)
        shown, step = sum(map(len, self._shown)), self.comparison.overall.score.step(Cause.ANSWERS)
        more, said = moved - shown, []
        if more > 0 and shown:
            said.append(ngettext("{count} more answer moved.", "{count} more answers moved.", more))
        elif more > 0:
            said.append(ngettext("{count} answer moved.", "{count} answers moved.", more))
        if step is not None and step.singles and step.together:
            together = gettext(
                "Gates, ladders and conditions make answers act on one another: beyond what each does alone, all of "
                "them together change the score by {change}.",
                change=_effect(step.together),
            )
            said.append(together)
        return " ".join(said)

    @cached_property
    def _effects(self) -> Mapping[str, Fraction]:
        """What each answer does to the overall score when it is the only one that moves."""
        step = self.comparison.overall.score.step(Cause.ANSWERS)
        return {one.id: one.alone for one in step.singles if one.alone is not None} if step else {}

    @cached_property
    def _shown(self) -> tuple[list[QuestionMove], list[QuestionMove]]:
        """The answers with a line, for the better and for the worse, what did most first."""
        gain = self.context.root.direction.gain
        told = [(gain(Fraction(0), self._effects.get(one.id, Fraction(0))), one) for one in self.comparison.questions]
        ranked = sorted(told, key=lambda pair: -abs(pair[0]))
        most = None if self.context.extent.is_whole else _MOST
        return [one for by, one in ranked if by > 0][:most], [one for by, one in ranked if by < 0][:most]

    def _line(self, one: QuestionMove) -> MovedLine:
        return MovedLine(
            topic=title_today(self.context, one.after),
            dimension=self.context.dimension_title(one.id),
            said=gettext("{now}; was: {before}", now=self._answer(one.after), before=self._answer(one.before)),
            effect=_effect(self._effects[one.id]),
        )

    def _answer(self, node: NodeScore) -> str:
        """Return an answer in words: in those of today where today's framework was answered."""
        here, old = self.context.given.framework, self.comparison.old.framework
        is_old = node is not self.context.given.scorecard.node.get(node.id) and old.version != here.version
        framework = old if is_old else here
        return shortened(answer_words(framework.question[node.id], node, framework.scale), _ANSWER)


def title_today(context: Context, node: NodeScore) -> str:
    """Return what a node is called today, in the language of the report."""
    if node.kind == "framework":
        return gettext("Overall")
    here = context.given.scorecard.node.get(node.id)
    return (here or node).title


def _effect(by: Fraction) -> str:
    """Return a change of the score with its sign; what is less than a hundredth is never shown as nothing."""
    if abs(by) < _LEAST:
        return gettext("under {number}", number=hundredths_text(Fraction(1, 100)))
    return difference(Fraction(0), by)
