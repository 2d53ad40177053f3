"""What a reader can try on a screen: another answer, or the plan without an action, with the numbers of the engine."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from readiness.comparison.each_alone import Other, OtherAnswers, other_answers
from readiness.model.answers import ChecklistQuestion, ChoiceQuestion, LevelQuestion, Question
from readiness.model.direction import Direction
from readiness.report.numbers import score_text
from readiness.report.view.answers import yes_or_no
from readiness.report.view.context import Context
from readiness.report.why import loss_words
from readiness.report.wording import gettext, pgettext
from readiness.roadmap.plan import PlannedAction
from readiness.scoring.engine import Scorer
from readiness.scoring.reading import read_answers
from readiness.scoring.result import NodeScore

__all__ = ["Trying", "trying"]

_DIGITS = 2


@dataclass(frozen=True, slots=True)
class Trying:
    """The numbers behind what can be tried, and the words in which the page says them."""

    data: Mapping[str, Any]


def trying(context: Context) -> Trying | None:
    """Return what can be tried; None where nothing can be."""
    if not context.extent.is_for_screen:
        return None
    given, root = context.given, context.root
    scorer = Scorer(given.framework, given.assessment.organisation.known_facts)
    readings = read_answers(given.framework, given.assessment, given.as_of)
    found = tuple(one for one in other_answers(scorer, readings, given.as_of) if one.others)
    knots = {id_: number for number, id_ in enumerate(sorted({id_ for one in found for id_ in one.knots or ()}))}
    areas = {one.area: given.scorecard.node[one.area] for one in found}
    return Trying(
        {
            "file": _file(given.files),
            "now": _exact(root.score),
            "said": _text(root, root.score),
            "target": _exact(root.target),
            "worse": root.direction is Direction.WORSE,
            "areas": {id_: [node.title, _text(node, node.score)] for id_, node in areas.items()},
            "questions": {one.question: _question(context, one, knots) for one in found},
            "actions": {one.number: _action(context, one) for one in context.actions},
            "words": _words(),
        }
    )


def _file(files: Mapping[str, str]) -> str:
    """Return the name of the assessment file, as a command needs it."""
    found = next((name for name, text in sorted(files.items()) if "readiness: assessment/" in text), "answers.yaml")
    return shlex.quote(found)


def _exact(score: Fraction | None) -> str | None:
    return None if score is None else f"{score}"


def _text(node: NodeScore, score: Fraction | None) -> str:
    return score_text(score, () if node.target is None else (node.target,), node.direction, digits=_DIGITS)


def _question(context: Context, one: OtherAnswers, knots: Mapping[str, int]) -> Mapping[str, Any]:
    question, node = context.given.framework.question[one.question], context.given.scorecard.node
    return {
        "area": one.area,
        "knots": None if one.knots is None else sorted(knots[id_] for id_ in one.knots),
        "others": [
            [
                other.typed,
                _label(context, question, other),
                _text(context.root, other.overall),
                _text(node[one.area], other.area),
                _change(context.root.score, other.overall),
                other.gates,
            ]
            for other in one.others
        ],
    }


def _change(now: Fraction | None, then: Fraction | None) -> str | None:
    return None if now is None or then is None else f"{then - now}"


def _label(context: Context, question: Question, other: Other) -> str:
    match question:
        case LevelQuestion():
            return f"{other.typed} {context.level_name(int(other.typed))}"
        case ChoiceQuestion(options=options):
            return next(option.text for option in options if option.id == other.typed)
        case ChecklistQuestion():
            return gettext("None of the items") if other.typed == "-" else gettext("All items")
        case _:
            return yes_or_no(other.typed)


def _action(context: Context, one: PlannedAction) -> Mapping[str, Any]:
    return {
        "id": one.action.id,
        "also": [context.number_of(id_) for id_ in one.loss.also],
        "why": loss_words(one.loss, context.number_of, context.given.framework.scale.span),
    }


def _words() -> Mapping[str, str]:
    """Return what the script says; its numbers stand in braces, which it fills in."""
    return {
        "point": pgettext("between a number and its decimals", "."),
        "thousands": pgettext("between the thousands of a number", ","),
        "none": gettext("no score"),
        "suppose": gettext("Suppose another answer"),
        "as-is": gettext("As it is"),
        "without": gettext("Suppose the plan without {number}"),
        "overall": gettext("Overall {then} rather than {now}."),
        "same": gettext("The overall score stays at {now}."),
        "near": gettext("The overall score of {now} changes by less than 0.01."),
        "area": gettext("{area}: {then} rather than {now}."),
        "fewer": gettext("Gates that hold: {count} fewer."),
        "more": gettext("Gates that hold: {count} more."),
        "together": gettext("Together: overall {then} rather than {now}. These answers do not touch each other."),
        "not-together": gettext(
            "Each is worth this alone. Together they may change more or less, through caps, weakest links and "
            "conditions: this command works it out."
        ),
        "plan": gettext(
            "What several actions are worth together hangs on the rest of the plan: this command plans anew."
        ),
        "copied": gettext("Copied."),
        "found-none": gettext("Nothing found."),
        "found": gettext("Places found: {count}."),
        "found-some": gettext("Places found: {count}. The first {shown} are listed."),
        "open-all": gettext("Open all questions"),
        "close-all": gettext("Close all questions"),
    }
