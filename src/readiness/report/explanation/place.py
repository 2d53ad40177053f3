"""What a node has to do with its parent and with the whole."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from readiness.model.scale import Scale
from readiness.report.exact import about, exact_text
from readiness.report.explanation.account import Place
from readiness.report.explanation.changes import changes_name, is_changed
from readiness.report.words import joined
from readiness.scoring.result import Contribution, NodeScore

__all__ = ["place_of"]


def place_of(node: NodeScore, root: NodeScore, scale: Scale) -> Place | None:
    """Return the place of a node in its parent and in the whole; None for the whole itself.

    Args:
        node: A node of the tree.
        root: The whole.
        scale: Its scale.
    """
    chain = list(_above(node, root))
    if not chain:
        return None
    parent, part = chain[0]
    return Place(
        parent=parent.id,
        weight=node.weight,
        share=part.share if part else None,
        adds=part.adds * scale.span if part else None,
        costs=part.costs * scale.span if part else None,
        lines=tuple(_lines(node, chain, scale)),
    )


def _above(node: NodeScore, root: NodeScore) -> Iterator[tuple[NodeScore, Contribution | None]]:
    """Yield each node above with what it gets from the one below, from the parent up."""
    at = node
    while (parent := next((one for one in root.walk() if at in one.children), None)) is not None:
        yield parent, next((one for one in parent.contributions if one.child == at.id), None)
        at = parent


def _lines(node: NodeScore, chain: list[tuple[NodeScore, Contribution | None]], scale: Scale) -> Iterator[str]:
    """Yield what the node has to do with its parent, and where that is not the whole, with the whole."""
    parent, part = chain[0]
    if node.is_measure:
        yield f"A measure beside the score of {parent.title}, and no part of it"
        return
    if part is None or node.score is None:
        yield f"It has no part in the score of {parent.title}"
        return
    shared = f"share {exact_text(part.share)}"
    adds, costs = exact_text(part.adds * scale.span), exact_text(part.costs * scale.span)
    before = f", before {changes_name(parent)}" if is_changed(parent) else ""
    takes = parent.direction.pick("costs", "spares")
    yield f"Part of {parent.title}: {shared}; it adds {adds} there and {takes} it {costs}{before}"
    if len(chain) == 1:
        return
    if not node.share_of_whole:
        measure = next((above.title for above, _ in chain if above.id == node.measure), None)
        yield "It has no part in the overall score" + (f": {measure} is scored beside it" if measure else "")
        return
    shares = " × ".join(exact_text(one.share) for _, one in chain if one)
    titles = joined([above.title for above, _ in chain])
    yield f"Part of the whole: {shares} = {exact_text(node.share_of_whole)} (its share in {titles})"
    yield from _whole(node, chain, scale)


def _whole(node: NodeScore, chain: list[tuple[NodeScore, Contribution | None]], scale: Scale) -> Iterator[str]:
    at, straight = node, True
    for above, part in chain:
        straight = straight and part is not None and part.adds == part.share * (at.ratio or Fraction(0))
        at = above
    if not straight:
        yield "What it adds to the overall score depends on the other parts as well"
        return
    changed = [above for above, _ in chain if is_changed(above)]
    before = f", before {changes_name(changed[0])}" if changed else ""
    ratio = node.ratio or Fraction(0)
    adds, costs = (about(node.share_of_whole * part * scale.span) for part in (ratio, 1 - ratio))
    takes = chain[-1][0].direction.pick("costs", "spares")
    yield f"It adds {adds} to the overall score and {takes} it {costs}{before}"
