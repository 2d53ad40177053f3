"""Evidence can be produced by those who are asked for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readiness.checks.finding import Finding
from readiness.checks.outline import Outline
from readiness.checks.prose import essence, excerpt, is_placeholder

if TYPE_CHECKING:
    from readiness.diagnostics import Path
    from readiness.model.answers import EvidenceRule, Question

__all__ = ["check_evidence"]

_NO_DOCUMENT = frozenset({"none", "nothing", "no evidence", "not applicable", "not required", "not needed", "evidence"})
_QUESTIONS_NAMED = 3


def check_evidence(outline: Outline) -> Iterator[Finding]:
    """Find evidence that is required and that nobody could produce, or know to produce."""
    yield from _required_from_worst(outline)
    yield from _required_in_general(outline)
    for path, question in outline.questions:
        yield from _without_documents(path, question)
        if question.evidence.required_from not in outline.framework.scale:
            continue
        place: Path = (*path, "evidence", "required-from")
        if not question.scored:
            message = f"evidence for `{question.id}` is required from a level, and a {question.type} has none"
            yield Finding("RF507", place, message, help="remove `required-from`, and expect the document only")
        elif not question.evidence.expect:
            message = f"evidence for `{question.id}` is required, and nothing says what would do"
            yield Finding("RF507", place, message, help="name the documents in `expect`")


def _required_from_worst(outline: Outline) -> Iterator[Finding]:
    framework = outline.framework
    rules: list[tuple[Path, EvidenceRule, str]] = [(("evidence",), framework.evidence, framework.id)]
    rules += [((*path, "evidence"), one.evidence, one.id) for path, one in outline.questions if one.scored]
    for path, rule, id_ in rules:
        direction = outline.direction(id_)
        worst = direction.worst_level(framework.scale)
        if rule.required_from == worst:
            yield Finding(
                "RF507",
                (*path, "required-from"),
                f"evidence is required at level {worst}, where there is nothing to show yet",
                help=f"require it from level {direction.pick(f'{worst + 1} or above', f'{worst - 1} or below')}",
            )


def _required_in_general(outline: Outline) -> Iterator[Finding]:
    """Find questions to which the framework's rule applies and that name no document: one finding for all of them."""
    if outline.framework.evidence.required_from not in outline.framework.scale:
        return
    bare = [
        question.id
        for _, question in outline.questions
        if question.scored and question.evidence.required_from is None and not question.evidence.expect
    ]
    if bare:
        named = ", ".join(f"`{id_}`" for id_ in bare[:_QUESTIONS_NAMED])
        more = f" and {len(bare) - _QUESTIONS_NAMED:,} more" if len(bare) > _QUESTIONS_NAMED else ""
        yield Finding(
            "RF507",
            ("evidence", "required-from"),
            f"evidence is required of every question, and nothing says what would do for {named}{more}",
            help="name the documents in `evidence: {expect: […]}` of each question",
        )


def _without_documents(path: Path, question: Question) -> Iterator[Finding]:
    for index, expected in enumerate(question.evidence.expect):
        if is_placeholder(expected) or essence(expected) in _NO_DOCUMENT:
            yield Finding(
                "RF507",
                (*path, "evidence", "expect", index),
                f"{excerpt(expected)!r} is no document that `{question.id}` could expect",
                help="name what an assessor would ask to see, such as minutes or a dated export",
            )
