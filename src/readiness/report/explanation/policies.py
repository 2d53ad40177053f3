"""What stands in for answers that are missing, do not apply or are not asked for, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from readiness.model.answers import NotApplicable, StatePolicy, Unknown
from readiness.model.framework import Framework
from readiness.report.conditions import condition_words
from readiness.report.explanation.account import Figure, LeftOut, WithoutAnswer
from readiness.report.words import sized
from readiness.scoring.result import NodeScore, State

__all__ = ["counted_as", "grouped", "left_out", "without_answer"]

_COUNTS = {
    "zero": "counts as the lowest level",
    "full": "counts in full",
    "exclude": "is left out",
    "forbidden": "is left out",
    "block": "keeps everything above it from having a score",
}
_USUAL = {"unanswered": "zero", "not_applicable": "exclude"}
_STATES: Mapping[str, str] = MappingProxyType(
    {
        State.UNKNOWN: "unknown",
        State.UNANSWERED: "not answered",
        State.NOT_APPLICABLE: "not applicable",
        State.HIDDEN: "not asked",
    }
)
_ENDS = {"low": "the lowest that it can", "high": "the highest that it can"}


def without_answer(node: NodeScore, shown: NodeScore, framework: Framework, figure: Figure) -> WithoutAnswer | None:
    """Return what stands in for a question's answer; None where there is an answer, or what stands in is the target.

    Args:
        node: The question as it is answered.
        shown: The same question in the figure that is explained.
        framework: Where its policies stand.
        figure: What is explained.
    """
    if node.state is None or node.state is State.ANSWERED or (figure == "target" and shown.state is State.ANSWERED):
        return None
    reason = _reason(node, framework)
    policy: str | None = None
    set_by, counts = "", "is left out"
    if node.state is not State.HIDDEN:
        name = "unanswered" if node.state.is_missing else "not_applicable"
        policy, set_by = _policy(node.id, framework, name)
        counts = _COUNTS[policy]
        if node.state.is_missing and figure in _ENDS:
            counts = f"counts as {_ENDS[figure]}"
    rule = counts
    if policy and not (node.state.is_missing and figure in _ENDS):
        key = "unanswered" if node.state.is_missing else "not-applicable"
        rule += f" (policy {key}: {policy}, {_set_by_words(set_by, node.id, framework)})"
    return WithoutAnswer(
        id=node.id,
        title=node.title,
        state=str(node.state),
        reason=reason,
        policy=policy,
        set_by=set_by,
        score=shown.score,
        rule=rule,
    )


def counted_as(node: NodeScore, framework: Framework, *, reason: bool = True) -> str | None:
    """Return in one clause what stands in for a question's answer, and why; None where there is an answer.

    Args:
        node: The question.
        framework: Where its policies stand.
        reason: Whether to give the reason for which the answer is not known.
    """
    found = without_answer(node, node, framework, "score")
    if found is None:
        return None
    because = f" ({found.reason})" if found.reason and reason else ""
    return f"{_STATES[found.state]}{because}; it {found.rule}"


def _reason(node: NodeScore, framework: Framework) -> str:
    match node.answer, node.state:
        case _, State.HIDDEN:
            question, above = framework.placed[node.id]
            conditions = [one.applies_when for one in (*above, question) if one.applies_when]
            words = ", and ".join(condition_words(one, framework) for one in conditions)
            return f"it is asked only when {words}" if words else ""
        case ((Unknown(unknown=why) | NotApplicable(not_applicable=why)), _):
            return why.rstrip(". ")
        case _:
            return ""


def _policy(question_id: str, framework: Framework, name: str) -> tuple[str, str]:
    """Return the nearest policy with the id of what sets it: the question, else the innermost area, else the whole."""
    question, above = framework.placed[question_id]
    places: list[tuple[str, StatePolicy]] = [
        (question.id, question.scoring),
        *((area.id, area.scoring) for area in reversed(above)),
        (framework.id, framework.scoring),
    ]
    return next(((rule, id_) for id_, own in places if (rule := getattr(own, name))), (_USUAL[name], ""))


def _set_by_words(set_by: str, question: str, framework: Framework) -> str:
    if not set_by:
        return "the usual rule"
    if set_by == question:
        return "set by the question"
    if set_by == framework.id:
        return "set by the framework"
    _, above = framework.placed[question]
    return f"set by {next(area.title for area in above if area.id == set_by)}"


def grouped(found: Iterable[WithoutAnswer]) -> Iterator[tuple[str, str, list[WithoutAnswer]]]:
    """Yield the questions of which the same is to be said: how many of which state, what they count as, and which."""
    groups: dict[tuple[str, str], list[WithoutAnswer]] = {}
    for one in found:
        groups.setdefault((one.state, one.rule), []).append(one)
    for (state, rule), ones in groups.items():
        subject = "it" if len(ones) == 1 else "each"
        yield f"{_STATES[state].capitalize()}, {sized(len(ones), 'question')}", f"{subject} {rule}", ones


def left_out(node: NodeScore) -> Iterator[LeftOut]:
    """Yield the children that have no part in a node's score, but for questions that lack an answer."""
    counted = {one.child for one in node.contributions}
    for child in node.children:
        if child.id not in counted and child.state in {None, State.ANSWERED}:
            yield LeftOut(child.id, child.title, _why(child))


def _why(child: NodeScore) -> str:
    if child.is_measure:
        return "a measure beside this score, and no part of it"
    if child.score is not None:
        return "does not count, as there is no score here"
    if child.kind == "question":
        return "recorded in words, not scored"
    return "has no score" if child.coverage.applicable else "nothing in it applies"
