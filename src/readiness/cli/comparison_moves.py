"""What moved between two assessments: the framework, facts, answers, evidence, caps, and which targets are met."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from readiness.cli.console import Console, Line
from readiness.cli.moved_answers import moved_words, quality_word
from readiness.cli.paragraphs import hanging, item, paragraph
from readiness.cli.version_changes import change_lines
from readiness.comparison.course import Cause
from readiness.comparison.moves import Move, QuestionMove
from readiness.report.exact import exact_text
from readiness.report.hundredths import shared_out, signed, units_between
from readiness.report.numbers import score_text
from readiness.report.words import sentence
from readiness.scoring.result import EvidenceState

if TYPE_CHECKING:
    from readiness.comparison.compare import Comparison
    from readiness.comparison.compared import ComparedAssessments
    from readiness.comparison.course import Course, Step
    from readiness.comparison.moves import RuleMove
    from readiness.model.estimates import Size
    from readiness.model.scale import Scale
    from readiness.scoring.result import NodeScore

__all__ = ["moves"]

_HEADINGS = (
    (Move.CHANGED, "Changed"),
    (Move.ANSWERED, "Newly answered"),
    (Move.LOST, "No longer answered"),
    (Move.NOT_APPLICABLE, "Not applicable now"),
    (Move.APPLICABLE, "Applicable now, and not answered"),
    (Move.ASKED, "Asked now, and not before"),
    (Move.HIDDEN, "No longer asked"),
    (Move.MISSING, "Still without an answer"),
)
_EVIDENCE = (
    (Move.EXPIRED, "The same answer, and its evidence ran out or is gone"),
    (Move.BACKED, "The same answer, and the evidence that it lacked has come"),
)
_MARGIN = " " * 11


def moves(compared: ComparedAssessments, console: Console) -> Iterator[Line]:
    """Yield everything that moved, each group under a heading; what did most comes first."""
    comparison = compared.comparison
    yield from change_lines(comparison.changes, console)
    yield from _without_place(compared, console)
    yield from _questions("New questions", comparison.added, console)
    yield from _facts(comparison, console)
    yield from _asked_levels(comparison, console)
    step = comparison.overall.score.step(Cause.ANSWERS)
    effects = _effects(comparison.overall.score, Cause.ANSWERS)
    if step is not None:
        yield ("",)
        text = "Answers that moved, each with what it does to the overall score when it is the only one:"
        yield from paragraph(text, console)
    for move, heading in _HEADINGS:
        yield from _moved(comparison, move, heading, effects, console)
    yield from _together(step, effects, console)
    for (move, heading), cause in zip(_EVIDENCE, (Cause.EXPIRED, Cause.BACKED), strict=True):
        effects = _effects(comparison.overall.evidenced, cause)
        yield from _moved(comparison, move, f"{heading}, by what it does to the evidenced score", effects, console)
    yield from _levels(comparison, console)
    yield from _rules(comparison, console)
    yield from _targets(comparison, console)


def _heading(text: str, count: int, console: Console) -> Iterator[Line]:
    yield ("",)
    yield from hanging(f"{text} ({count:,})", console, style="strong")


def _items(texts: Sequence[str], console: Console) -> Iterator[Line]:
    for text in texts:
        yield from item(text, console)


def _questions(heading: str, nodes: Sequence[NodeScore], console: Console) -> Iterator[Line]:
    if nodes:
        yield from _heading(heading, len(nodes), console)
        names = ["Overall" if node.kind == "framework" else f"{node.title} ({node.id})" for node in nodes]
        yield from _items(names, console)


def _without_place(compared: ComparedAssessments, console: Console) -> Iterator[Line]:
    """Yield the questions and the parts of answers that the new version has no place for, with the reasons."""
    why = {".".join(map(str, one.path)): one.why for one in compared.left}
    removed = compared.comparison.removed
    if removed:
        yield from _heading("Dropped questions, and those whose old answer fits no longer", len(removed), console)
        reasons = [why.pop(f"answers.{node.id}", "the question is gone") for node in removed]
        told = zip(removed, reasons, strict=True)
        yield from _items([f"{node.title} ({node.id}): {reason}" for node, reason in told], console)
    if why:
        yield from _heading("Could not be carried over to the new version", len(why), console)
        yield from _items([f"{path}: {reason}" for path, reason in why.items()], console)


def _facts(comparison: Comparison, console: Console) -> Iterator[Line]:
    if not comparison.facts:
        return
    yield from _heading("Facts, by what each alone does to the score", len(comparison.facts), console)
    effects = _effects(comparison.overall.score, Cause.FACTS)
    for one in comparison.facts:
        asked = comparison.new.framework.known_facts[one.id].ask
        text = f"{asked} {_fact(one.after)}, was {_fact(one.before)}"
        text += _factors(comparison) if one.id == "staff" else ""
        yield from _with_effect(effects.get(one.id, ""), text, console)


def _factors(comparison: Comparison) -> str:
    """Return what the size makes of the estimates, where it makes something else of them than before."""
    was, now = (_multiplied(side.fitting.size) for side in (comparison.old, comparison.new))
    return "" if was == now else f"; for the plan, {now}, before {was}"


def _multiplied(size: Size | None) -> str:
    if size is None:
        return "days and amounts are not multiplied"
    effort, money = exact_text(size.effort), exact_text(size.money)
    return f"days are multiplied by {effort} and amounts by {money}"


def _asked_levels(comparison: Comparison, console: Console) -> Iterator[Line]:
    """Yield the target levels that facts about the organisation switched on or off."""
    if comparison.targets:
        yield from _heading("Target levels that facts changed", len(comparison.targets), console)
        told = (f"{one.node.title} ({one.node.id}): level {one.after}, was {one.before}" for one in comparison.targets)
        yield from _items(list(told), console)


def _fact(value: object) -> str:
    match value:
        case None:
            return "not said"
        case bool():
            return "yes" if value else "no"
        case _:
            return str(value)


def _effects(course: Course, cause: Cause) -> dict[str, str]:
    """Return what each change of a step does alone, and under no id what they do together.

    All are rounded so that they add up to the step as it is shown.
    """
    step = course.step(cause)
    if step is None or course.before is None or course.after is None:
        return {}
    steps = shared_out(units_between(course.before, course.after), [one.change for one in course.steps])
    alone = {one.id: one.alone for one in step.singles if one.alone is not None}
    parts = {**alone, "": step.together}
    units = shared_out(steps[course.steps.index(step)], list(parts.values()))
    return dict(zip(parts, map(signed, units), strict=True))


def _moved(
    comparison: Comparison, move: Move, heading: str, effects: dict[str, str], console: Console
) -> Iterator[Line]:
    found = [one for one in comparison.questions if one.move is move]
    if not found:
        return
    yield from _heading(heading, len(found), console)
    for one in sorted(found, key=lambda one: -_size(effects.get(one.id, ""))):
        is_scored = one.before.score is not None or one.after.score is not None
        yield from _with_effect(effects.get(one.id, "") if is_scored else "", _told(comparison, one), console)


def _size(effect: str) -> float:
    return float(effect.lstrip("+−") or 0)


def _told(comparison: Comparison, one: QuestionMove) -> str:
    name = f"{one.after.title} ({one.id})"
    if one.move is Move.EXPIRED:
        is_old = one.after.evidence is EvidenceState.STALE
        return f"{name}: {'out of date, or without a date' if is_old else 'no evidence is named now'}"
    if one.move is Move.BACKED:
        return name
    words = moved_words(one.before, one.after, comparison.old.framework, comparison.new.framework)
    quality = quality_word(one.before, one.after) if one.move is Move.CHANGED else ""
    return f"{name}: {quality}, {words}" if quality in {"better", "worse"} else f"{name}: {words}"


def _with_effect(effect: str, text: str, console: Console) -> Iterator[Line]:
    first = f"  {effect:>7}  " if effect else _MARGIN
    yield from paragraph(text, console, _MARGIN, first)


def _together(step: Step | None, effects: dict[str, str], console: Console) -> Iterator[Line]:
    if step is None or not step.together:
        return
    text = (
        "only together: a cap, a ladder or a condition makes answers act on one another, and this is what all of them "
        "do beyond what each does alone"
    )
    yield ("",)
    yield from _with_effect(effects[""], text, console)


def _levels(comparison: Comparison, console: Console) -> Iterator[Line]:
    """Yield the dimensions and measures that have reached or lost a level, or lie in another band."""
    told = []
    for one in (*comparison.dimensions, *comparison.measures):
        if one.before is not None and one.after is not None and _standing(one.before) != _standing(one.after):
            scales = [side.framework.scale for side in (comparison.old, comparison.new)]
            was, now = (_standing_words(*pair) for pair in zip((one.before, one.after), scales, strict=True))
            told.append(f"{one.node.title}: {now}, was {was}")
    if told:
        yield from _heading("At another level", len(told), console)
        yield from _items(told, console)


def _standing(node: NodeScore) -> tuple[int | None, str | None]:
    return node.level, node.band.name if node.band else None


def _standing_words(node: NodeScore, scale: Scale) -> str:
    level = "no level" if node.level is None else f"level {node.level} {scale.name_of(node.level)}"
    return f"{level}, band {node.band.name}" if node.band else level


def _rules(comparison: Comparison, console: Console) -> Iterator[Line]:
    caps, others = ([one for one in comparison.rules if (one.kind == "cap") is is_cap] for is_cap in (True, False))
    for heading, found in (
        ("Caps that apply now, and did not before", [one for one in caps if not one.applied_before]),
        ("Caps that do not apply any more", [one for one in caps if not one.applies_now]),
        ("Adjustments that apply now, and did not before", [one for one in others if not one.applied_before]),
        ("Adjustments that do not apply any more", [one for one in others if not one.applies_now]),
        ("Held down before and now", [one for one in caps if _holds_down(one)]),
    ):
        if found:
            yield from _heading(heading, len(found), console)
            yield from _items([_rule(one, comparison) for one in found], console)


def _holds_down(rule: RuleMove) -> bool:
    """Tell whether a cap holds on both sides and hides what moved below it."""
    return rule.kind == "cap" and rule.applied_before and rule.applies_now


def _rule(rule: RuleMove, comparison: Comparison) -> str:
    what = f"no better than level {rule.cap}" if rule.kind == "cap" else "an adjustment"
    return f"{rule.node.title}: {what}. {sentence(rule.because)}{_before_caps(rule, comparison)}"


def _before_caps(rule: RuleMove, comparison: Comparison) -> str:
    """Return where a node that is held down on both sides would stand without caps and adjustments."""
    if not _holds_down(rule) or rule.before is None or rule.after is None:
        return ""
    was, now = rule.before.raw_ratio, rule.after.raw_ratio
    if was is None or now is None or was == now:
        return ""
    first = score_text(comparison.old.framework.scale.score_of(was))
    second = score_text(comparison.new.framework.scale.score_of(now))
    return f" Without caps it would stand at {second}, was {first}."


def _targets(comparison: Comparison, console: Console) -> Iterator[Line]:
    yield from _questions("Targets met now, and not before", comparison.met, console)
    yield from _questions("Targets no longer met", comparison.lost, console)
