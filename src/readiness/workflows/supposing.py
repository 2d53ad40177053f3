"""Supposes other answers: what would the score be if they were true? The file stays as it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readiness.diagnostics import Severity
from readiness.errors import ReadinessError, UnknownName, UsageError, UsageErrors
from readiness.loading.load import Library
from readiness.workflows.assessing import load_to_score, target_of

if TYPE_CHECKING:
    from readiness.comparison.what_if import WhatIf
    from readiness.model.answers import AnswerBase
    from readiness.model.assessment import Assessment
    from readiness.model.framework import Framework
    from readiness.model.targets import TargetProfile

__all__ = ["Supposed", "suppose"]

_EXAMPLE = "write id=value, such as cyb-access=4"


@dataclass(frozen=True)
class Supposed:
    """What other answers would change in an assessment."""

    path: str
    framework: Framework
    assessment: Assessment
    target: TargetProfile | None
    what_if: WhatIf


def suppose(path: str, typed: Sequence[str], *, target: str | None = None) -> Supposed:
    """Return what would change with other answers.

    Args:
        path: The assessment file, or `-` for standard input.
        typed: The answers as `id=value`, each value as its question's type reads it.
        target: A target profile instead of the one that the file names.

    Raises:
        InputError: the file cannot be read.
        InvalidDocument: the file or its framework has errors.
        UnknownName: there is no such target profile.
        UsageError: there is no answer, or one that cannot be supposed.
        UsageErrors: there are several such answers.
    """
    from readiness.comparison.side import Side
    from readiness.comparison.what_if import what_if

    if not typed:
        raise UsageError("there is no answer to suppose", hint=_EXAMPLE)
    _, assessment, framework = load_to_score(path, Library.beside(path))
    chosen = target_of(framework, target or assessment.target)
    answers = _answers(typed, framework)
    side = Side(framework, assessment, assessment.assessed_on, chosen)
    return Supposed(path, framework, assessment, side.target, what_if(side, answers))


def _answers(typed: Sequence[str], framework: Framework) -> dict[str, AnswerBase]:
    """Return the answers that were typed, by question; or raise everything that is wrong with them."""
    errors: list[ReadinessError] = []
    answers: dict[str, AnswerBase] = {}
    seen: set[str] = set()
    for one in typed:
        id_, _, text = one.partition("=")
        try:
            _check_name(one, id_.strip(), seen, framework)
            answers[id_.strip()] = _answer(id_.strip(), text, framework)
        except ReadinessError as error:
            errors.append(error)
        seen.add(id_.strip())
    if len(errors) > 1:
        raise UsageErrors(f"{len(errors)} of {len(typed)} answers cannot be supposed; nothing was computed", errors)
    if errors:
        raise errors[0]
    return answers


def _check_name(one: str, id_: str, seen: set[str], framework: Framework) -> None:
    """Make sure that what was typed names a question, once."""
    from readiness.versions.pairs import successor

    if "=" not in one:
        raise UsageError(f"{one!r} is not an answer", hint=_EXAMPLE)
    if id_ in seen:
        raise UsageError(f"{id_!r} is answered twice", hint="give each question one answer")
    if id_ in framework.question:
        return
    if id_ == framework.id or any(area.id == id_ for area, _ in framework.walk()):
        below = [question for question, (_, above) in framework.placed.items() if id_ in {a.id for a in above}]
        hint = f"its questions: {', '.join(below[:6])}{', …' if below[6:] else ''}" if below else _EXAMPLE
        raise UsageError(f"{id_!r} has no answer of its own: it is made up of questions", hint=hint)
    now = successor(id_, framework.question)
    if now is not None:
        raise UsageError(f"there is no question {id_!r}", hint=f"it is {now} now")
    raise UnknownName("question", id_, known=framework.question)


def _answer(id_: str, text: str, framework: Framework) -> AnswerBase:
    """Return the answer that was typed for a question."""
    from readiness.checks.assessment import check_answer
    from readiness.checks.catalogue import RULES
    from readiness.model.answers import Mistyped, typed_answer

    question = framework.question[id_]
    answer = typed_answer(question, text, framework.scale)
    if isinstance(answer, Mistyped):
        raise UsageError(f"{id_}: {answer.message}", hint=answer.help)
    for finding in check_answer(question, answer, framework):
        if RULES[finding.code].severity is Severity.ERROR:
            raise UsageError(finding.message.replace("`", ""), hint=finding.help or None)
    return answer
