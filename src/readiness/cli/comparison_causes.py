"""Why the scores moved: the steps of the whole, and beside them those of each dimension."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from readiness.cli.console import Console, Line, Part, Styled
from readiness.cli.paragraphs import hanging, paragraph
from readiness.cli.table import Column, table
from readiness.cli.text import padded, width_of, wrapped
from readiness.comparison.course import Cause, Course
from readiness.report.hundredths import added_up, hundredths_text
from readiness.report.words import joined, long_date

if TYPE_CHECKING:
    from readiness.comparison.compare import Comparison, NodeChange

__all__ = ["cause_text", "causes"]

_WORDS: Mapping[Cause, tuple[str, str]] = MappingProxyType(
    {
        Cause.REMOVED: ("questions that were dropped", "dropped"),
        Cause.RULES: ("rules and weights that changed", "rules"),
        Cause.ADDED: ("new questions, with their answers", "new"),
        Cause.FACTS: ("facts about the organisation", "facts"),
        Cause.EXPIRED: ("evidence that ran out or is gone", "ran out"),
        Cause.BACKED: ("evidence that has come since", "backed"),
        Cause.ANSWERS: ("answers that changed", "answers"),
    }
)
"""For each cause: what is said, and the heading of a narrow column."""


def cause_text(causes: Sequence[Cause]) -> str:
    """Return causes in words; several where nothing can be said of each by itself."""
    return joined([_WORDS[cause][0] for cause in causes])


def causes(comparison: Comparison, console: Console) -> Iterator[Line]:
    """Yield why the score moved, and why the evidenced score did, where that is another story."""
    every = (comparison.overall, *comparison.dimensions, *comparison.measures)
    yield from _story(comparison, "Why the score moved", lambda one: one.score, console)
    if any(one.evidenced != one.score for one in every):
        yield from _story(comparison, "Why the evidenced score moved", lambda one: one.evidenced, console)


def _story(
    comparison: Comparison, title: str, course: Callable[[NodeChange], Course], console: Console
) -> Iterator[Line]:
    """Yield the sum of the whole, and a table of the dimensions and one of the measures; nothing when none moved."""
    whole = course(comparison.overall)
    parts = (*comparison.dimensions, *comparison.measures)
    if whole.change == 0 and not any(step.change for one in parts for step in course(one).steps):
        return
    yield ("",)
    yield (Styled(title, "strong"),)
    yield from _steps(comparison, whole, console)
    label = comparison.new.framework.labels[0]
    for name, nodes in ((label, comparison.dimensions), ("Measure beside it", comparison.measures)):
        if nodes:
            yield ("",)
            yield from _parts(name, nodes, [course(one) for one in nodes], console)


def _steps(comparison: Comparison, course: Course, console: Console) -> Iterator[Line]:
    """Yield the whole as a sum: before, each step, after."""
    if course.before is None or course.after is None:
        was, now = hundredths_text(course.before), hundredths_text(course.after)
        text = f"It cannot be taken apart: {was} before, {now} now, because an answer is missing that it needs."
        yield from paragraph(text, console, "  ")
        return
    days = [long_date(side.assessment.assessed_on) for side in (comparison.old, comparison.new)]
    before, changes, after = added_up(course.before, course.after, [step.change for step in course.steps])
    labels = [f"before, {days[0]}", *(cause_text(step.causes) for step in course.steps), f"now, {days[1]}"]
    room = min(max(map(width_of, labels)), console.width - 12)
    for label, number in zip(labels, [before, *changes, after], strict=True):
        if console.is_plain:
            yield from hanging(f"{label}: {number}", console, "  ")
        else:
            *above, last = wrapped(label, room, indent="  ", first="")
            yield from ((f"  {line}",) for line in above)
            yield ("  ", padded(last, room), f"  {number:>6}")


def _parts(name: str, nodes: Sequence[NodeChange], courses: Sequence[Course], console: Console) -> Iterator[Line]:
    """Yield a table of parts: before, what each cause did, now."""
    found = [cause for cause in Cause if any(_change(course, cause) for course in courses)]
    heads = [Column(_WORDS[cause][1], right=True) for cause in found]
    columns = [Column(name), Column("was", right=True), *heads, Column("now", right=True)]
    rows = [_row(one, course, found) for one, course in zip(nodes, courses, strict=True)]
    yield from table(columns, rows, console)


def _row(one: NodeChange, course: Course, found: Sequence[Cause]) -> list[Part]:
    if course.before is None or course.after is None:
        was = "new" if one.before is None else hundredths_text(course.before)
        now = "gone" if one.after is None else hundredths_text(course.after)
        return [one.node.title, was, *([""] * len(found)), now]
    before, changes, after = added_up(course.before, course.after, [step.change for step in course.steps])
    told = {step.causes[-1]: text for step, text in zip(course.steps, changes, strict=True) if step.change}
    return [one.node.title, before, *(told.get(cause, "") for cause in found), after]


def _change(course: Course, cause: Cause) -> Fraction:
    """Return what a cause did; of causes that cannot be told apart the last one stands for all."""
    return next((step.change for step in course.steps if step.causes[-1] is cause), Fraction(0))
