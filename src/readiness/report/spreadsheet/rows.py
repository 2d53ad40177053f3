"""What the sheets of a result hold, row by row: texts of the report, and its numbers as numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import NamedTuple

from readiness.gaps import Gap
from readiness.report.numbers import score_shown
from readiness.report.sheets import Cell, Head, Kind
from readiness.report.view.annexes import AnswerGroup, AnswerLine, all_answers
from readiness.report.view.context import Context
from readiness.report.view.method import Method
from readiness.report.view.parts import Labelled
from readiness.report.wording import gettext
from readiness.report.words import capitalised
from readiness.scoring.result import NodeScore

__all__ = ["Table", "answer_table", "gap_table", "method_table", "score_table"]


class Table(NamedTuple):
    """One table."""

    heads: tuple[Head, ...]
    rows: tuple[tuple[Cell, ...], ...]


def score_table(context: Context) -> Table:
    """Return the score of every area, the overall one first, as it is printed and as it is."""
    heads = (
        Head(gettext("Id"), Kind.TEXT, 24),
        Head(capitalised(context.dimension_word), Kind.TEXT, 40),
        Head(gettext("Depth"), Kind.WHOLE, 8),
        Head(gettext("Score"), Kind.SCORE, 10),
        Head(gettext("Lowest"), Kind.SCORE, 10),
        Head(gettext("Highest"), Kind.SCORE, 10),
        Head(gettext("With evidence only"), Kind.SCORE, 12),
        Head(gettext("Target"), Kind.SCORE, 10),
        Head(gettext("Gap"), Kind.SCORE, 10),
        Head(gettext("Answered"), Kind.WHOLE, 11),
        Head(gettext("Questions"), Kind.WHOLE, 11),
        Head(gettext("Exact score"), Kind.TEXT, 20),
    )
    nodes = [node for node in context.root.walk() if node.kind != "question" and node.applies]
    return Table(heads, tuple(_score_row(node) for node in [*nodes, *context.measures]))


def _score_row(node: NodeScore) -> tuple[Cell, ...]:
    gap = None if node.gap is None else max(node.gap, Fraction(0))
    return (
        node.id,
        node.title,
        Fraction(node.depth),
        _shown(node, node.score),
        *(None if one is None else score_shown(one) for one in (node.low, node.high, node.evidenced, node.target)),
        gap,
        Fraction(node.coverage.answered),
        Fraction(node.coverage.applicable),
        "" if node.score is None else f"{node.score}",
    )


def gap_table(context: Context) -> Table:
    """Return every gap, the one worth most first, with what will be done or why nothing is."""
    heads = (
        Head(gettext("Rank"), Kind.WHOLE, 7),
        Head(gettext("Id"), Kind.TEXT, 24),
        Head(gettext("Question"), Kind.TEXT, 36),
        Head(capitalised(context.dimension_word), Kind.TEXT, 28),
        Head(gettext("Score"), Kind.SCORE, 9),
        Head(gettext("Target"), Kind.WHOLE, 9),
        Head(gettext("Gap"), Kind.SCORE, 9),
        Head(context.words.gain, Kind.GAIN, 10),
        Head(gettext("Gates"), Kind.WHOLE, 9),
        Head(gettext("What will be done"), Kind.TEXT, 50),
        Head(gettext("Why it matters"), Kind.TEXT, 60),
    )
    rows = (_gap_row(context, rank, gap) for rank, gap in enumerate(context.given.gaps, 1))
    return Table(heads, tuple(rows))


def _gap_row(context: Context, rank: int, gap: Gap) -> tuple[Cell, ...]:
    question = context.given.framework.question[gap.question]
    planned = [f"{one.number} {one.action.title}" for one in context.planned_for(gap.question)]
    waiting = [f"{one.action.title}: {context.left_out_words(one)}" for one in context.left_out_for(gap.question)]
    return (
        Fraction(rank),
        gap.question,
        question.topic,
        context.dimension_title(gap.question),
        None if gap.score is None else _shown(context.given.scorecard.node[gap.question], gap.score),
        Fraction(gap.target),
        gap.size,
        gap.gain,
        Fraction(gap.gates),
        "\n".join(planned or waiting),
        question.why or "",
    )


def answer_table(context: Context) -> Table:
    """Return every question with its answer and what backs it."""
    columns: tuple[tuple[Head, Callable[[AnswerLine], Cell]], ...] = (
        (Head(gettext("Id"), Kind.TEXT, 24), lambda line: line.id),
        (Head(capitalised(context.dimension_word), Kind.TEXT, 26), lambda line: context.dimension_title(line.id)),
        (Head(gettext("Question"), Kind.TEXT, 50), lambda line: line.ask),
        (Head(gettext("Answer"), Kind.TEXT, 40), lambda line: line.answer),
        (Head(gettext("Score"), Kind.SCORE, 9), lambda line: _score_of(context, line)),
        (Head(gettext("Note"), Kind.TEXT, 50), lambda line: line.note),
        (Head(gettext("Evidence"), Kind.TEXT, 40), lambda line: "\n".join(line.evidence)),
        (Head(gettext("State of the evidence"), Kind.TEXT, 26), lambda line: line.evidence_state),
        (Head(gettext("Who and when"), Kind.TEXT, 30), lambda line: line.who),
    )
    found = all_answers(context)
    groups: tuple[AnswerGroup, ...] = found.body if found else ()  # type: ignore[assignment]  # that of its kind
    lines = [line for group in groups for line in group.lines]
    heads = tuple(head for head, _ in columns)
    return Table(heads, tuple(tuple(cell(line) for _, cell in columns) for line in lines))


def _score_of(context: Context, line: AnswerLine) -> Fraction | None:
    node = context.given.scorecard.node[line.id]
    return _shown(node, node.score) if line.level else None


def method_table(body: Method) -> Table:
    """Return how the numbers were made."""
    heads = (
        Head(gettext("Part"), Kind.TEXT, 26),
        Head(gettext("What"), Kind.TEXT, 40),
        Head(gettext("How"), Kind.TEXT, 100),
    )
    return Table(heads, tuple(_method_rows(body)))


def _method_rows(body: Method) -> Iterator[tuple[Cell, ...]]:
    parts: tuple[tuple[str, tuple[Labelled, ...]], ...] = (
        (gettext("Tailoring"), body.tailoring),
        (gettext("Formulas"), body.formulas),
        (gettext("Missing answers and evidence"), body.policies),
        (gettext("Answers that something stands in for"), body.stand_ins),
        (gettext("Gates and adjustments"), body.gates),
        (gettext("Roadmap"), body.plan),
        (gettext("Sources"), body.sources),
        (gettext("Versions"), body.versions),
        (gettext("Files read, with SHA-256"), body.digests),
    )
    for name, lines in parts:
        for line in lines:
            yield name, line.name, line.text


def _shown(node: NodeScore, score: Fraction | None) -> Fraction | None:
    """Return a score as the report prints it: never rounded to its target or up to a level."""
    if score is None:
        return None
    return score_shown(score, () if node.target is None else (node.target,), node.direction)
