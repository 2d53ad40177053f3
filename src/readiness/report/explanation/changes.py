"""Caps and adjustments: when they hold, and the score before and after each."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from readiness.model.adjust import Adjustment
from readiness.model.direction import Direction
from readiness.model.framework import Framework
from readiness.model.scale import Scale
from readiness.report.adjustments import adjustment_words, rounding_word
from readiness.report.conditions import condition_words
from readiness.report.direction import WORDS
from readiness.report.exact import about, exact_text
from readiness.report.explanation.account import Change
from readiness.report.explanation.terms import factor
from readiness.report.wording import gettext
from readiness.report.words import sentence
from readiness.scoring.adjust import rounded, value_of
from readiness.scoring.result import AdjustmentOutcome, GateOutcome, NodeScore

__all__ = ["changes", "changes_name", "decides", "is_changed"]


def changes(node: NodeScore, framework: Framework) -> tuple[Change, ...]:
    """Return the caps and then the adjustments of a node, in the order in which they work."""
    if not node.gates and not node.adjustments:
        return ()
    return tuple(_changes(node, framework))


def is_changed(node: NodeScore) -> bool:
    """Tell whether a cap or an adjustment changes the score that the parts make up."""
    return any(gate.loss for gate in node.gates) or any(one.change for one in node.adjustments)


def changes_name(node: NodeScore) -> str:
    """Return what changes the score of a node: caps, adjustments, or both."""
    if not node.adjustments:
        return gettext("caps")
    return gettext("caps and adjustments") if node.gates else gettext("adjustments")


def _changes(node: NodeScore, framework: Framework) -> Iterator[Change]:
    area = next((one for one, _ in framework.walk() if one.id == node.id), framework)
    ratio = node.raw_ratio
    reasons = [gettext("an answer is missing")] if area.scoring.incomplete else []
    reasons += [condition_words(gate.when, framework) for gate in area.gates]
    for outcome, when in zip(node.gates, reasons, strict=True):
        after = None if ratio is None else ratio - outcome.loss
        yield _cap(outcome, when, framework, (ratio, after), node.direction)
        ratio = after
    for found, rule in zip(node.adjustments, area.adjust, strict=True):
        after = None if ratio is None else ratio + found.change
        yield _adjustment(found, rule, framework, (ratio, after), node.maximum)
        ratio = after


def _cap(
    found: GateOutcome,
    when: str,
    framework: Framework,
    ratios: tuple[Fraction | None, Fraction | None],
    direction: Direction,
) -> Change:
    before, after = (None if ratio is None else framework.scale.score_of(ratio) for ratio in ratios)
    name = direction.pick(gettext("Cap at {level}", level=found.cap), gettext("Floor at {level}", level=found.cap))
    text = ""
    if found.holds and before is not None and after is not None:
        taken = f"{exact_text(before)} {_signed(after - before)} = {about(after)}"
        taken = taken if found.loss else gettext("it changes nothing, as the score is no better")
        said = gettext("{limit} holds ({condition}): {effect}.", limit=name, condition=when, effect=taken)
        text = f"{said} {sentence(found.because)}"
    elif not found.certain:
        said = gettext("{limit} may hold once an answer is known ({condition}).", limit=name, condition=when)
        text = f"{said} {sentence(found.because)}"
    return Change(
        kind="cap",
        rule=f"{WORDS[direction].limit} {found.cap} when {when}",
        because=found.because,
        questions=found.questions,
        holds=found.holds,
        certain=found.certain,
        cap=found.cap,
        before=before,
        after=after,
        text=text,
    )


def _signed(change: Fraction) -> str:
    return f"{'−' if change < 0 else '+'} {exact_text(abs(change))}"


def _adjustment(
    found: AdjustmentOutcome,
    rule: Adjustment,
    framework: Framework,
    ratios: tuple[Fraction | None, Fraction | None],
    maximum: Fraction | None,
) -> Change:
    scale = framework.scale
    before, after = (None if ratio is None else scale.score_of(ratio) for ratio in ratios)
    text = ""
    if found.holds and ratios[0] is not None and ratios[1] is not None:
        steps = _steps(rule, (ratios[0], ratios[1]), maximum or Fraction(0), scale)
        text = f"{_name(rule, framework)}: {steps}. {sentence(found.because)}"
    elif not found.certain:
        text = f"{_open(rule, framework)} {sentence(found.because)}"
    return Change(
        kind="adjustment",
        rule=adjustment_words(rule, framework, exact_text),
        because=found.because,
        questions=found.questions,
        holds=found.holds,
        certain=found.certain,
        cap=None,
        before=before,
        after=after,
        text=text,
    )


def _name(rule: Adjustment, framework: Framework) -> str:
    name = {
        "ratio": gettext("Adjustment of the ratio"),
        "points": gettext("Adjustment of the points"),
        "score": gettext("Adjustment of the score"),
    }[rule.of]
    if rule.when is None:
        return name
    return gettext("{adjustment} ({condition})", adjustment=name, condition=condition_words(rule.when, framework))


def _open(rule: Adjustment, framework: Framework) -> str:
    if rule.when is None:
        return gettext("An adjustment may apply once an answer is known.")
    when = condition_words(rule.when, framework)
    return gettext("An adjustment may apply once an answer is known ({condition}).", condition=when)


def _steps(rule: Adjustment, ratios: tuple[Fraction, Fraction], maximum: Fraction, scale: Scale) -> str:
    """Return each step of a rule as an equation, the last one leading back to the scale."""
    if rule.of == "points" and not maximum:
        return gettext("there are no points to change")
    value, said = value_of(rule.of, ratios[0], maximum, scale), []
    if rule.multiply is not None:
        value, first = value * rule.multiply, value
        said.append(f"{factor(first)} × {factor(rule.multiply)} = {exact_text(value)}")
    if rule.add is not None:
        value, first = value + rule.add, value
        said.append(f"{exact_text(first)} {_signed(rule.add)} = {exact_text(value)}")
    if rule.round is not None:
        value, first = rounded(value, rule.round), value
        before, after = exact_text(first), exact_text(value)
        said.append(
            gettext("{number} rounded {mode} to {result}", number=before, mode=rounding_word(rule.round), result=after)
        )
    last = value_of(rule.of, ratios[1], maximum, scale)
    if last != value:
        held = exact_text(last)
        most = gettext("held at {number}, the most that there can be", number=held)
        said.append(most if last < value else gettext("held at {number}, the least that there can be", number=held))
    if rule.of != "score":
        over = f"{factor(last)} / {factor(maximum)}" if rule.of == "points" else factor(last)
        said.append(f"{scale.lowest} + {scale.span} × {over} = {about(scale.score_of(ratios[1]))}")
    return "; ".join(said)


def decides(node: NodeScore, root: NodeScore, framework: Framework) -> Iterator[str]:
    """Yield a sentence for each cap and adjustment, anywhere, whose condition names a question."""
    for other in root.walk():
        for change in changes(other, framework):
            if node.id in change.questions:
                limit = other.direction.pick("cap", "floor")
                what = f"the {limit} of {other.title} at {change.cap}" if change.kind == "cap" else _named(other)
                state = "holds" if change.holds else "does not hold"
                yield f"Decides on {what}, which {state}. {sentence(change.because)}"


def _named(node: NodeScore) -> str:
    return f"an adjustment of {node.title}"
