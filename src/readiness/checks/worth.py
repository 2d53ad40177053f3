"""What a question says about the worth of its answers has an effect, and the one it means."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from readiness.checks.finding import Finding
from readiness.checks.outline import Outline
from readiness.model.answers import ChecklistQuestion, NumberQuestion

if TYPE_CHECKING:
    from readiness.diagnostics import Path

__all__ = ["check_ladders", "check_steps"]


def check_steps(outline: Outline) -> Iterator[Finding]:
    """Find steps that do not begin above the step before them."""
    for path, question in outline.questions:
        if not isinstance(question, NumberQuestion):
            continue
        for index, (before, step) in enumerate(pairwise(question.steps or ()), 1):
            if step.from_ <= before.from_:
                message = f"the step does not begin above the one before it in `{question.id}`"
                place = (*path, "steps", index, "from")
                yield Finding("RF214", place, message, help="list the steps from the lowest value up, each value once")


def check_ladders(outline: Outline) -> Iterator[Finding]:
    """Find items whose rung or weight is missing or has no effect, and rungs that no item stands on."""
    for path, question in outline.questions:
        if isinstance(question, ChecklistQuestion):
            yield from _ladder(path, question) if question.score == "ladder" else _no_ladder(path, question)


def _no_ladder(path: Path, question: ChecklistQuestion) -> Iterator[Finding]:
    for index, item in enumerate(question.items):
        if item.rung is not None:
            message = f"the rung of `{item.id}` has no effect: `{question.id}` is scored by weight"
            advice = "write `score: ladder` in the question, or remove the rung"
            yield Finding("RF212", (*path, "items", index, "rung"), message, help=advice)


def _ladder(path: Path, question: ChecklistQuestion) -> Iterator[Finding]:
    rungs = {item.rung for item in question.items}
    for index, item in enumerate(question.items):
        place = (*path, "items", index)
        if item.rung is None:
            message = f"`{item.id}` has no rung on the ladder of `{question.id}`"
            yield Finding("RF211", place, message, help="add `rung: 1` for the lowest, and so on up")
        if item.weight != 1:
            message = f"the weight of `{item.id}` has no effect: `{question.id}` is scored as a ladder"
            yield Finding("RF203", (*place, "weight"), message, help="remove `weight`")
    empty = [rung for rung in range(1, question.top_rung) if rung not in rungs]
    if empty and None not in rungs:
        message = f"no item of `{question.id}` stands on rung {empty[0]}, and one stands on rung {question.top_rung}"
        yield Finding("RF215", (*path, "items"), message, at_key=True, help="count the rungs from 1 without a hole")
