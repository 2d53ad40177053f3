"""What helps to answer a question, and what hangs on its answer."""

from __future__ import annotations

from collections.abc import Iterator

from readiness.cli.console import Console, Line
from readiness.cli.interview.overview import progress_words
from readiness.cli.paragraphs import paragraph
from readiness.cli.text import padded
from readiness.interview.commands import WORDS
from readiness.interview.state import State
from readiness.model.answers import Question
from readiness.model.conditions import Condition, QuestionCondition, leaves
from readiness.model.framework import Area, Framework
from readiness.report.conditions import condition_words
from readiness.report.exact import exact_text
from readiness.report.numbers import decimal_text
from readiness.report.words import joined

__all__ = ["guidance_lines", "help_lines", "score_lines", "why_lines"]

_MOST_ACTIONS = 5
_TWO_COLUMNS = 70
_COLUMN = 34
_WORKSHOP = frozenset({"vote", "votes"})


def help_lines(state: State, console: Console) -> Iterator[Line]:
    """Yield the commands."""
    for name, word in WORDS.items():
        if name in _WORKSHOP and not state.setting.facilitated:
            continue
        typed = " or ".join([one for one in (word.short, name) if one])
        whole = f"{typed} {word.takes}".rstrip()
        if console.is_plain or console.width < _TWO_COLUMNS:
            yield from paragraph(f"{whole}: {word.does}", console, "  ", "")
        else:
            first = f"  {padded(whole, _COLUMN)}  "
            key = f" [{word.key}]" if word.key else ""
            yield from paragraph(f"{word.does}{key}", console, " " * len(first), first)


def guidance_lines(state: State, console: Console) -> Iterator[Line]:
    """Yield what helps to answer the question."""
    if state.question is None:
        yield from help_lines(state, console)
        return
    for label, text in _guidance(state, state.question):
        yield from paragraph(text, console, "    ", f"  {label}: ")
    yield from paragraph("help shows what you can type; why shows how the answer counts", console, "  ", "  ")


def _guidance(state: State, question: Question) -> Iterator[tuple[str, str]]:
    framework = state.framework
    rule = framework.evidence_rule(question)
    if question.why:
        yield "Why it is asked", question.why
    for level, text in question.good_enough_when.items():
        yield f"Level {level} is good enough when", text
    if rule.expect:
        yield "Evidence that would do", joined(rule.expect)
    if question.answered_by:
        yield "Who can answer", joined([framework.role_name(role) for role in question.answered_by], "or")
    if not framework.may_not_apply(question.id):
        yield "Not applicable", "cannot be said here; give what describes the organisation today"
    if question.applies_when is not None:
        yield "Asked because", condition_words(question.applies_when, framework)


def why_lines(state: State, console: Console) -> Iterator[Line]:
    """Yield how the answer counts, and what hangs on it."""
    if state.question is None:
        yield ("  No question is asked here.",)
        return
    for label, text in _consequences(state.framework, state.question):
        yield from paragraph(text, console, "    ", f"  {label}: ")


def _consequences(framework: Framework, question: Question) -> Iterator[tuple[str, str]]:
    above = framework.placed[question.id][1]
    rule = framework.evidence_rule(question)
    yield "How it counts", question.summary
    if question.scored:
        yield "Weight", f"{exact_text(question.weight)} in {above[-1].title if above else framework.title}"
    if question.scored and rule.required_from is not None:
        yield "Evidence", f"needed from level {rule.required_from} on; without it the evidenced score is lower"
    nodes: tuple[Area | Framework, ...] = (*above, framework)
    for node in nodes:
        for gate in node.gates:
            if question.id in _named(gate.when):
                when = condition_words(gate.when, framework)
                yield f"Cap on {node.title}", f"level {gate.cap_at_level} while {when}. {gate.because}"
    opens = [id_ for id_, (one, _) in framework.placed.items() if question.id in _named(one.applies_when)]
    if opens:
        yield "Decides whether these are asked", joined(opens)
    actions = [action.title for action in framework.actions if question.id in action.lifts]
    if actions:
        yield "What would improve it", "; ".join(actions[:_MOST_ACTIONS])


def _named(condition: Condition | None) -> set[str]:
    """Return the questions that a condition looks at."""
    if condition is None:
        return set()
    return {leaf.question for leaf in leaves(condition) if isinstance(leaf, QuestionCondition)}


def score_lines(state: State, console: Console) -> Iterator[Line]:
    """Yield the score so far, where it is shown."""
    if not state.setting.shows_score:
        text = (
            "The score is not shown while people answer, so that nobody answers for the score; --show-score shows it."
        )
    elif state.evaluation.overall is None:
        text = f"There is no score yet, with {progress_words(state)}."
    else:
        scale = state.framework.scale
        score = decimal_text(scale.score_of(state.evaluation.overall), 2)
        ends = f"from {scale.lowest} to {scale.highest}"
        text = f"Provisional score {score} on the scale {ends}, with {progress_words(state)}."
    yield from paragraph(text, console, "  ", "  ")
