"""What other answers would change, as lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from readiness.cli.console import Console, Line, Part, Styled
from readiness.cli.paragraphs import hanging
from readiness.cli.table import Column, table
from readiness.report.exact import about, exact_column
from readiness.report.explanation.answers import answer_text
from readiness.report.explanation.policies import counted_as
from readiness.report.numbers import decimal_text, rounded
from readiness.report.words import joined, sentence, sized
from readiness.scoring.result import State

if TYPE_CHECKING:
    from readiness.comparison.what_if import Effect, WhatIf
    from readiness.scoring.result import NodeScore
    from readiness.workflows import Supposed

__all__ = ["what_if_lines"]

_FEWEST_DIGITS, _MOST_DIGITS = 2, 6
_NONE = "none"


def what_if_lines(supposed: Supposed, console: Console) -> Iterator[Line]:
    """Yield the supposed answers, what they change together, and what each changes alone."""
    found = supposed.what_if
    count = sized(len(found.answers), "other answer")
    yield (Styled("What if", "strong"), f": {supposed.assessment.organisation.name} with {count}")
    yield from hanging("The file stays as it is, and no evidence is supposed.", console)
    yield ("",)
    for id_ in found.answers:
        yield from _answer(supposed, id_, console)
    yield ("",)
    yield from hanging(_overall(supposed), console)
    yield ("",)
    yield from _effects(supposed, console)
    yield from _ranges(found, console)
    said = list(_sentences(supposed))
    yield from [("",)] if said else []
    for one in said:
        yield from hanging(one, console)
    if len(found.answers) > 1:
        yield ("",)
        yield from _each_alone(supposed, console)


def _answer(supposed: Supposed, id_: str, console: Console) -> Iterator[Line]:
    """Yield a question, its answer now and then, and why the new one does not score, if it does not."""
    found, question = supposed.what_if, supposed.framework.question[id_]
    now, then = found.now.node[id_], found.then.node[id_]
    before, after = answer_text(question, now.answer), answer_text(question, then.answer)
    yield from hanging(f"{now.title} ({id_})", console, "  ")
    if before == after:
        yield from hanging(f"Now and then: {after}", console, "    ")
    else:
        yield from hanging(f"Now: {before}", console, "    ")
        yield from hanging(f"Then: {after}", console, "    ")
    counts = counted_as(then, supposed.framework, reason=then.state is State.HIDDEN)
    if counts is None and not question.scored:
        counts = "recorded, not scored"
    if counts:
        yield from hanging(f"Counts: {counts}", console, "    ")


def _overall(supposed: Supposed) -> str:
    """Return what happens to the whole, without rounding, and whether it meets its target."""
    whole = supposed.what_if.whole
    now, then = whole.now, whole.then
    if whole.change is None:
        said = f"Overall score: {_about(now)} now, {_about(then)} then"
    elif not whole.change:
        said = f"Overall score: {_about(now)}, as it is now"
    else:
        said = f"Overall score: {_about(now)} now, {_about(then)} then, which is {_better(whole)}"
    return f"{said}. {_target(supposed, whole)}".rstrip()


def _better(effect: Effect) -> str:
    """Return by how much a score gets better or worse."""
    assert effect.change is not None
    is_better = effect.now.direction.gain(Fraction(0), effect.change) > 0
    return f"{'better' if is_better else 'worse'} by {about(abs(effect.change))}"


def _about(node: NodeScore) -> str:
    return _NONE if node.score is None else about(node.score)


def _target(supposed: Supposed, effect: Effect) -> str:
    """Return what happens to the gap of a node that has a target."""
    now, then = effect.now, effect.then
    if then.target is None or supposed.target is None:
        return ""
    said = f"Target: {about(then.target)} ({supposed.target.title})"
    match effect.is_met:
        case True, True:
            return f"{said}, met now and then."
        case _, True:
            return f"{said}, met then."
        case True, False:
            return f"{said}, no longer met; the gap is {_gap(then)}."
        case False, False if now.gap == then.gap:
            return f"{said}, not met; the gap stays {_gap(now)}."
        case False, False:
            return f"{said}, not met; the gap is {_gap(now)} now and {_gap(then)} then."
        case _:
            return f"{said}."


def _gap(node: NodeScore) -> str:
    return _NONE if node.gap is None else about(node.gap)


# --- tables ---------------------------------------------------------------------------------------------------------


def _effects(supposed: Supposed, console: Console) -> Iterator[Line]:
    """Yield every level that the answers reach, the whole first."""
    effects, scale = supposed.what_if.effects, supposed.framework.scale
    digits = _digits((one.now.score, one.then.score) for one in effects)
    columns = [Column("part"), Column("now", right=True), Column("then", right=True), Column("change", right=True)]
    columns.append(Column("level"))
    rows: list[list[Part]] = []
    for one in effects:
        before, after = one.now.level, one.then.level
        name = "" if after is None else f" {scale.name_of(after)}"
        levels = (_level(after) if before == after else f"{_level(before)} to {_level(after)}") + name
        change = _change(one.now.score, one.then.score, digits)
        rows.append(
            [_indented(one.now, console), _shown(one.now.score, digits), _shown(one.then.score, digits), change, levels]
        )
    yield from table(columns, rows, console)


def _level(level: int | None) -> str:
    return _NONE if level is None else str(level)


def _ranges(found: WhatIf, console: Console) -> Iterator[Line]:
    """Yield between which ends the missing answers may move a score, now and then, where they may."""
    wide = [one for one in found.effects if any(node.low != node.high for node in (one.now, one.then))]
    if not wide:
        return
    ends = [(node.low, node.high) for one in wide for node in (one.now, one.then)]
    digits = _digits([*((one.now.low, one.then.low) for one in wide), *((one.now.high, one.then.high) for one in wide)])
    shown = [f"{_shown(low, digits)} to {_shown(high, digits)}" for low, high in ends]
    yield ("",)
    yield from hanging("As the missing answers turn out, the score may lie between:", console)
    rows: list[list[Part]] = [
        [_indented(one.now, console), now, then] for one, now, then in zip(wide, shown[::2], shown[1::2], strict=True)
    ]
    yield from table([Column("part"), Column("now", right=True), Column("then", right=True)], rows, console)


def _each_alone(supposed: Supposed, console: Console) -> Iterator[Line]:
    """Yield what each answer alone adds to the overall score, and the rest: a sum that can be checked."""
    found = supposed.what_if
    together, interplay = found.whole.change, found.interplay
    if together is None or interplay is None:
        yield from hanging("What each answer adds alone cannot be told: there is not always an overall score.", console)
        return
    adds = [*(one.change or Fraction(0) for one in found.alone), interplay, together]
    titles = [found.now.node[one.question].title + ("" if one.is_asked else ", not asked") for one in found.alone]
    yield from hanging("Each answer alone would add to the overall score:", console)
    columns, cells = [Column("answer")], [[*titles, "their interplay", "all together"]]
    columns.append(Column("adds", right=True))
    cells.append([text.replace("-", "−") for text in exact_column(adds)])
    if any("/" in cell for cell in cells[-1]):
        digits = _digits((Fraction(0), one) for one in adds)
        columns.append(Column("about", right=True))
        cells.append([_shown(one, digits) for one in adds])
    yield from table(columns, [list(row) for row in zip(*cells, strict=True)], console)
    if interplay:
        yield from hanging(
            "Interplay is what they add together beyond that: through caps, weakest links, conditions.", console, "  "
        )


def _indented(node: NodeScore, console: Console) -> str:
    return node.title if console.is_plain else "  " * node.depth + node.title


def _digits(pairs: Iterable[tuple[Fraction | None, Fraction | None]]) -> int:
    """Return with how many decimals every change of a column can be seen."""
    changed = [(a, b) for a, b in pairs if a is not None and b is not None and a != b]
    digits = range(_FEWEST_DIGITS, _MOST_DIGITS)
    return next((n for n in digits if all(rounded(a, n) != rounded(b, n) for a, b in changed)), _MOST_DIGITS)


def _shown(value: Fraction | None, digits: int) -> str:
    return _NONE if value is None else decimal_text(value, digits)


def _change(now: Fraction | None, then: Fraction | None, digits: int) -> str:
    """Return the difference of two numbers as they are shown."""
    if now is None or then is None:
        return ""
    change = rounded(then, digits) - rounded(now, digits)
    return f"{'+' if change > 0 else ''}{decimal_text(change, digits)}" if change else "0"


# --- sentences ------------------------------------------------------------------------------------------------------


def _sentences(supposed: Supposed) -> Iterator[str]:
    """Yield what else changes: bands, caps, adjustments, questions that come and go, and targets."""
    found = supposed.what_if
    title = {node.id: node.title for node in found.now.root.walk()}
    for one in found.effects:
        if one.now.band != one.then.band:
            names = [band.name if band else _NONE for band in (one.now.band, one.then.band)]
            yield f"Band of {one.now.title}: {names[0]} now, {names[1]} then."
    for before, after in found.gates:
        holds = "would hold" if after.holds else "would no longer hold"
        limit = found.now.node[before.node].direction.pick("cap", "floor")
        yield f"The {limit} of {title[before.node]} at {before.cap} {holds}. {sentence(before.because)}"
    for id_, was, will in found.adjustments:
        applies = "would apply" if will.holds else "would no longer apply"
        yield f"An adjustment of {title[id_]} {applies}. {sentence(was.because)}"
    for node in found.newly_asked:
        counts = counted_as(node, supposed.framework)
        yield f"{node.title} ({node.id}) would be asked" + (f": {counts}." if counts else ".")
    for node in found.newly_hidden:
        yield f"{node.title} ({node.id}) would no longer be asked, and is left out."
    yield from _targets(found)


def _targets(found: WhatIf) -> Iterator[str]:
    """Yield what meets its target then and not now, and the other way round; the whole is told before."""
    others = found.effects[1:]
    met = [one.now.title for one in others if one.is_met[1] and not one.is_met[0]]
    unmet = [one.now.title for one in others if one.is_met[0] and one.is_met[1] is False]
    if met:
        yield f"Would meet the target: {joined(met)}."
    if unmet:
        yield f"Would no longer meet the target: {joined(unmet)}."
