"""How the children of a node make up its score: words, numbers, and the table that adds up."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from readiness.model.scale import Scale
from readiness.report.exact import about, exact_column, exact_text
from readiness.report.explanation.account import Part, PartsAccount
from readiness.report.explanation.formulas import formula
from readiness.report.explanation.rolled import Rolled
from readiness.report.explanation.rollup_words import costs_word, depends_words, share_words
from readiness.report.wording import gettext, pgettext
from readiness.scoring.result import NodeScore

__all__ = ["parts_account"]

ZERO = Fraction(0)
_RATIOS = frozenset({"gmean", "hmean"})
_UNWEIGHTED = frozenset({"min", "max", "stack"})


def parts_account(node: NodeScore, scale: Scale, label: str) -> PartsAccount | None:
    """Return how the children make up a node's score; None where it has none.

    Args:
        node: The framework or an area.
        scale: Its scale.
        label: What the result is called, such as: Score before caps.
    """
    if not node.contributions or node.raw_ratio is None:
        return None
    rolled = Rolled.of(node, scale)
    counted = zip(rolled.parts, node.contributions, strict=True)
    parts = tuple(Part(child, one.share, one.adds * scale.span, one.costs * scale.span) for child, one in counted)
    columns, (*rows, last) = _table(rolled, parts)
    before = scale.score_of(node.raw_ratio)
    total = f"{label}: {scale.lowest} + {_as_in_table(last[-2], before - scale.lowest)} = {about(before)}"
    if node.raw_ratio < 0:
        total = gettext("{sum}, which is below the lowest level, {level}", sum=total, level=scale.lowest)
    return PartsAccount(
        words=(*share_words(rolled), *depends_words(rolled)),
        formula=formula(rolled),
        parts=parts,
        columns=columns,
        rows=tuple(rows),
        total=last,
        before=before,
        sum=total,
    )


def _table(rolled: Rolled, parts: Sequence[Part]) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Return the headings, and the cells of each part and of all together."""
    nodes = rolled.parts
    found = {pgettext("in an equation", "score"): ["" if one.score is None else exact_text(one.score) for one in nodes]}
    if rolled.name == "ladder":
        found[pgettext("in an equation", "rung")] = [str(one.rung) for one in nodes]
    elif rolled.name not in _UNWEIGHTED:
        found[pgettext("in an equation", "weight")] = [exact_text(one.weight) for one in nodes]
    if rolled.name in _RATIOS:
        found[pgettext("in an equation", "ratio")] = [exact_text(one) for one in rolled.held_up]
    if rolled.name == "sum":
        found[pgettext("in an equation", "points")] = [exact_text(one) for one in rolled.points]
        found[pgettext("in an equation", "most")] = [exact_text(one.maximum or ZERO) for one in nodes]
    sums = {
        pgettext("in an equation", "share"): _with_sum([part.share for part in parts]),
        pgettext("in an equation", "adds"): _with_sum([part.adds for part in parts]),
        costs_word(rolled): _with_sum([part.costs for part in parts]),
    }
    columns = [*([*cells, ""] for cells in found.values()), *sums.values()]
    return (*found, *sums), list(zip(*columns, strict=True))


def _with_sum(values: Sequence[Fraction]) -> list[str]:
    return exact_column([*values, sum(values, ZERO)])


def _as_in_table(cell: str, exact: Fraction) -> str:
    """Return a number as the table has it, unless the table had to round it."""
    return cell if Fraction(cell) == exact else exact_text(exact)
