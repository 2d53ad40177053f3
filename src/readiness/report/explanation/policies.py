"""What stands in for answers that are missing, do not apply or are not asked for, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from readiness.model.answers import NotApplicable, StatePolicy, Unknown
from readiness.model.framework import Framework
from readiness.report.conditions import condition_words
from readiness.report.explanation.account import Figure, LeftOut, WithoutAnswer
from readiness.report.wording import gettext, ngettext, pgettext
from readiness.report.words import capitalised
from readiness.scoring.result import NodeScore, State

__all__ = ["counted_as", "grouped", "left_out", "without_answer"]

_USUAL = {"unanswered": "zero", "not_applicable": "exclude"}
_ENDS = {"low": "the lowest that it can", "high": "the highest that it can"}


def _counts(policy: str) -> str:
    return {
        "zero": pgettext("after “it” or “each”", "counts as the lowest level"),
        "full": pgettext("after “it” or “each”", "counts in full"),
        "exclude": pgettext("after “it” or “each”", "is left out"),
        "forbidden": pgettext("after “it” or “each”", "is left out"),
        "block": pgettext("after “it” or “each”", "keeps everything above it from having a score"),
    }[policy]


def _state(state: str) -> str:
    return {
        State.UNKNOWN: pgettext("of questions", "unknown"),
        State.UNANSWERED: pgettext("of questions", "not answered"),
        State.NOT_APPLICABLE: pgettext("of questions", "not applicable"),
        State.HIDDEN: pgettext("of questions", "not asked"),
    }[State(state)]


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
    set_by, counts = "", _counts("exclude")
    if node.state is not State.HIDDEN:
        name = "unanswered" if node.state.is_missing else "not_applicable"
        policy, set_by = _policy(node.id, framework, name)
        counts = _counts(policy)
        if node.state.is_missing and figure in _ENDS:
            counts = f"counts as {_ENDS[figure]}"
    rule = counts
    if policy and not (node.state.is_missing and figure in _ENDS):
        key = "unanswered" if node.state.is_missing else "not-applicable"
        rule = gettext(
            "{counts} (policy {key}: {policy}, {who})",
            counts=counts,
            key=key,
            policy=policy,
            who=_set_by_words(set_by, node.id, framework),
        )
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
    return f"{_state(found.state)}{because}; it {found.rule}"


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
        return gettext("the usual rule")
    if set_by == question:
        return gettext("set by the question")
    if set_by == framework.id:
        return gettext("set by the framework")
    _, above = framework.placed[question]
    return gettext("set by {name}", name=next(area.title for area in above if area.id == set_by))


def grouped(found: Iterable[WithoutAnswer]) -> Iterator[tuple[str, str, list[WithoutAnswer]]]:
    """Yield the questions of which the same is to be said: how many of which state, what they count as, and which."""
    groups: dict[tuple[str, str], list[WithoutAnswer]] = {}
    for one in found:
        groups.setdefault((one.state, one.rule), []).append(one)
    for (state, rule), ones in groups.items():
        about = capitalised(_state(state))
        states = ngettext("{state}, {count} question", "{state}, {count} questions", len(ones), state=about)
        counts = gettext("it {counts}", counts=rule) if len(ones) == 1 else gettext("each {counts}", counts=rule)
        yield states, counts, ones


def left_out(node: NodeScore) -> Iterator[LeftOut]:
    """Yield the children that have no part in a node's score, but for questions that lack an answer."""
    counted = {one.child for one in node.contributions}
    for child in node.children:
        if child.id not in counted and child.state in {None, State.ANSWERED}:
            yield LeftOut(child.id, child.title, _why(child))


def _why(child: NodeScore) -> str:
    if child.is_measure:
        return gettext("a measure beside this score, and no part of it")
    if child.score is not None:
        return gettext("does not count, as there is no score here")
    if child.kind == "question":
        return gettext("recorded in words, not scored")
    return gettext("has no score") if child.coverage.applicable else gettext("nothing in it applies")
