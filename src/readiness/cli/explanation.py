"""Where a score comes from, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from readiness.cli.console import Console, Line, Part, Styled
from readiness.cli.table import Column, table
from readiness.cli.text import wrapped
from readiness.report.exact import about, exact_column, exact_text
from readiness.report.explanation.answers import answer_text, ratio_formula
from readiness.report.explanation.formulas import rollup_lines
from readiness.report.explanation.policies import counted_as, left_out, parent_of
from readiness.report.numbers import score_text
from readiness.report.words import sentence

if TYPE_CHECKING:
    from readiness.scoring.result import NodeScore
    from readiness.workflows import Assessed

__all__ = ["explanation"]


def explanation(assessed: Assessed, node: NodeScore, console: Console) -> Iterator[Line]:
    """Yield the result, where it comes from, and what it is part of."""
    yield (Styled(node.title, "strong"), f" ({node.id})")
    yield from _say(f"Score: {_headline(assessed, node)}", console)
    for fact in _facts(assessed, node):
        yield from _say(fact, console)
    yield ("",)
    if node.kind == "question":
        yield from _answer(assessed, node, console)
    else:
        yield from _parts(assessed, node, console)
    yield from _caps(assessed, node, console)
    if node is not assessed.scorecard.root:
        yield from _whole(assessed, node, console)


def _say(text: str, console: Console, indent: str = "") -> Iterator[Line]:
    for line in wrapped(text, console.width, indent=f"{indent}  ", first=indent):
        yield (line,)


def _headline(assessed: Assessed, node: NodeScore) -> str:
    scale = assessed.framework.scale
    if node.score is None or node.level is None:
        return "none"
    lines = () if node.target is None else (node.target,)
    shown = score_text(node.score, lines)
    exact = "" if exact_text(node.score) in {shown, shown.removesuffix(".0")} else f", exactly {exact_text(node.score)}"
    return f"{shown} of {scale.highest}{exact}, level {node.level} {scale.name_of(node.level)}"


def _facts(assessed: Assessed, node: NodeScore) -> Iterator[str]:
    if node.band is not None:
        yield f"Band: {_band(assessed, node)}"
    if node.low is not None and node.high is not None and node.low != node.high:
        yield f"Range: {about(node.low)} to {about(node.high)}, as the missing answers turn out"
    if node.kind != "question":
        yield f"Answered: {node.coverage.answered} of {node.coverage.applicable} questions"
    if node.evidenced is not None and node.evidenced != node.score:
        yield f"Evidenced: {about(node.evidenced)}, if answers count only as far as evidence in date carries them"
    if node.target is not None and assessed.target is not None:
        gap = "" if node.gap is None else "; it is met" if not node.gap else f"; the gap is {about(node.gap)}"
        yield f"Target: {about(node.target)} ({assessed.target.title}){gap}"


def _band(assessed: Assessed, node: NodeScore) -> str:
    """Return the band with its edges, and the value that lies between them."""
    bands, band = assessed.framework.bands_of(node.id), node.band
    assert band is not None
    assert bands is not None
    lower, upper = ("<", "≤") if bands.inclusive == "upper" else ("≤", "<")
    first = "" if band.from_ is None else f"{exact_text(band.from_)} {lower} "
    last = "" if band.to is None else f" {upper} {exact_text(band.to)}"
    return f"{band.name} ({first}{bands.of}{last})"


def _answer(assessed: Assessed, node: NodeScore, console: Console) -> Iterator[Line]:
    question, scale = assessed.framework.question[node.id], assessed.framework.scale
    yield from _say(question.ask, console)
    yield from _say(f"Answer: {answer_text(question, node.answer)}", console)
    if node.evidence is not None:
        needed = "; the level that is claimed needs evidence in date" if node.needs_evidence else ""
        yield from _say(f"Evidence: {node.evidence}{needed}", console)
    policy = counted_as(node, assessed.framework, reason=False)
    formula = None if policy else ratio_formula(question, node.answer, scale)
    if policy:
        yield from _say(f"Counts: {policy}", console)
    if formula and node.ratio is not None and node.score is not None:
        yield from _say(f"Share of the points: {formula}", console)
        low, span = scale.lowest, scale.span
        yield from _say(f"Score: {low} + {span} × {exact_text(node.ratio)} = {about(node.score)}", console)
    yield from _gain(assessed, node, console)


def _gain(assessed: Assessed, node: NodeScore, console: Console) -> Iterator[Line]:
    gap = next((gap for gap in assessed.gaps if gap.question == node.id), None)
    if gap is not None:
        rise = (
            f"raises the overall score by {about(gap.gain)}" if gap.gain else "alone does not raise the overall score"
        )
        yield from _say(f"Gap: closing it, to level {gap.target}, {rise}", console)


def _parts(assessed: Assessed, node: NodeScore, console: Console) -> Iterator[Line]:
    """Yield the children as a sum that can be checked."""
    if node.contributions and node.raw_ratio is not None:
        for line in rollup_lines(node, assessed.framework.scale):
            yield from _say(line, console)
        rows = _rows(assessed, node)
        yield from table(_columns(node), rows, console)
        yield from _say(_sum(assessed, node, str(rows[-1][4]), node.raw_ratio), console)
    for child, reason in left_out(node, assessed.framework):
        yield from _say(f"{child.title}: {reason}", console, "  ")


def _columns(node: NodeScore) -> list[Column]:
    beside = "rung" if node.rollup == "ladder" else "weight"
    return [Column("part"), *(Column(title, right=True) for title in ("score", beside, "share", "adds", "costs"))]


def _rows(assessed: Assessed, node: NodeScore) -> list[list[Part]]:
    span, found = assessed.framework.scale.span, {child.id: child for child in node.children}
    given = node.contributions
    parts = [found[one.child] for one in given]
    shares = exact_column([*(one.share for one in given), Fraction(1)])
    adds = exact_column([*(one.adds * span for one in given), sum((one.adds for one in given), Fraction(0)) * span])
    costs = exact_column([*(one.costs * span for one in given), sum((one.costs for one in given), Fraction(0)) * span])
    scores = ["" if part.score is None else exact_text(part.score) for part in parts]
    weights = [str(part.rung) if node.rollup == "ladder" else exact_text(part.weight) for part in parts]
    titles = [part.title for part in parts]
    columns = [[*titles, "all"], [*scores, ""], [*weights, ""], shares, adds, costs]
    return [list(row) for row in zip(*columns, strict=True)]


def _sum(assessed: Assessed, node: NodeScore, adds: str, raw: Fraction) -> str:
    scale = assessed.framework.scale
    before = f"Score before {_changes(node)}" if _is_changed(node) else "Score"
    below = f", which is below the lowest level, {scale.lowest}" if raw < 0 else ""
    return f"{before}: {scale.lowest} + {adds} = {about(scale.score_of(raw))}{below}"


def _caps(assessed: Assessed, node: NodeScore, console: Console) -> Iterator[Line]:
    span = assessed.framework.scale.span
    for gate in node.gates:
        if gate.holds:
            effect = f"takes {about(gate.loss * span)}" if gate.loss else "takes nothing, as the score is no higher"
            yield from _say(f"Cap at {gate.cap} holds and {effect}. {sentence(gate.because)}", console)
        elif not gate.certain:
            yield from _say(f"Cap at {gate.cap} may hold once an answer is known. {sentence(gate.because)}", console)
    for gate in assessed.scorecard.gates:
        if node.id in gate.questions:
            title = assessed.scorecard.node[gate.node].title
            holds = "holds" if gate.holds else "does not hold"
            yield from _say(
                f"Decides on the cap of {title} at {gate.cap}, which {holds}. {sentence(gate.because)}", console
            )
    for one in node.adjustments:
        if one.holds:
            effect = f"{'adds' if one.change > 0 else 'takes'} {about(abs(one.change) * span)}"
            yield from _say(
                f"Adjustment {effect if one.change else 'changes nothing'}. {sentence(one.because)}", console
            )
        elif not one.certain:
            yield from _say(f"An adjustment may apply once an answer is known. {sentence(one.because)}", console)
    if node.score is not None and _is_changed(node):
        yield from _say(f"Score after {_changes(node)}: {about(node.score)}", console)


def _is_changed(node: NodeScore) -> bool:
    """Tell whether a cap or an adjustment changes the score that the parts make up."""
    return any(gate.loss for gate in node.gates) or any(one.change for one in node.adjustments)


def _changes(node: NodeScore) -> str:
    if not node.adjustments:
        return "caps"
    return "caps and adjustments" if node.gates else "adjustments"


def _whole(assessed: Assessed, node: NodeScore, console: Console) -> Iterator[Line]:
    """Yield the chain of shares from the node up to the whole."""
    span, scorecard = assessed.framework.scale.span, assessed.scorecard
    yield ("",)
    if node.ratio is None or not node.share_of_whole:
        yield from _say("It has no part in the overall score", console)
        return
    chain, at, straight = [], node, True
    while (above := parent_of(at, scorecard)) is not None:
        part = next(one for one in above.contributions if one.child == at.id)
        chain.append(f"{exact_text(part.share)} of {above.title}")
        straight = straight and at.ratio is not None and part.adds == part.share * at.ratio
        at = above
    whole = exact_text(node.share_of_whole)
    yield from _say(f"Part of the whole: {' × '.join(chain)} = {whole}", console)
    if not straight:
        yield from _say("What it adds to the overall score depends on the other parts as well", console)
        return
    adds, costs = (about(node.share_of_whole * ratio * span) for ratio in (node.ratio, 1 - node.ratio))
    changed = [one for one in scorecard.root.walk() if _is_changed(one)]
    before = f", before {_changes(changed[0])}" if changed else ""
    yield from _say(f"It adds {adds} to the overall score and costs it {costs}{before}", console)
