"""Two assessments side by side, as lines of text: what moved, by how much, and because of what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readiness.cli.comparison_causes import causes
from readiness.cli.comparison_moves import moves
from readiness.cli.console import Console, Line, Styled
from readiness.cli.paragraphs import hanging, paragraph
from readiness.report.hundredths import difference, hundredths_text
from readiness.report.numbers import gap_text, score_text
from readiness.report.words import long_date

if TYPE_CHECKING:
    from fractions import Fraction

    from readiness.comparison.compare import NodeChange
    from readiness.comparison.compared import ComparedAssessments
    from readiness.comparison.side import Side
    from readiness.scoring.result import NodeScore

__all__ = ["comparison_text", "notes", "warnings"]


def comparison_text(compared: ComparedAssessments, console: Console) -> Iterator[Line]:
    """Yield the two results, then why they differ, then everything that moved."""
    yield from _heading(compared, console)
    if compared.comparison.says_nothing:
        yield ("",)
        yield from hanging("Nothing moved: the same answers, facts and evidence count as they did before.", console)
        return
    yield ("",)
    yield from _overall(compared, console)
    yield from causes(compared.comparison, console)
    yield from moves(compared, console)


def warnings(compared: ComparedAssessments) -> list[str]:
    """Return what may make the comparison one of things that cannot be compared."""
    old, new = compared.comparison.old, compared.comparison.new
    found = []
    first, second = old.assessment.organisation.name, new.assessment.organisation.name
    if first != second:
        found.append(f"the assessments are of different organisations: {first} and {second}")
    if compared.scored_with is not None:
        named = new.assessment.framework.version
        found.append(f"the second assessment names version {named}, and is scored with {compared.scored_with}")
    return found


def notes(compared: ComparedAssessments) -> list[str]:
    """Return what to know when reading the comparison."""
    old, new = compared.comparison.old, compared.comparison.new
    found = []
    if old.assessment.assessed_on > new.assessment.assessed_on:
        found.append("the first assessment is the later one, so this reads backwards in time")
    if not compared.is_old_framework_known:
        found.append(
            f"version {compared.old_version} of the framework is not at hand, so the old answers are scored with "
            f"{new.framework.version}, and what the framework changed is not seen; name the old version with --from, "
            "as a file or GIT-REF:path"
        )
    if _ends(old) != _ends(new):
        was, now = (" to ".join(map(str, _ends(side))) for side in (old, new))
        found.append(f"the scale ran from {was} and runs from {now} now: scores before and after are not alike")
    if new.as_of != new.assessment.assessed_on:
        found.append(f"evidence of the second assessment is judged on {long_date(new.as_of)}")
    return found


def _ends(side: Side) -> tuple[int, int]:
    return side.framework.scale.lowest, side.framework.scale.highest


def _heading(compared: ComparedAssessments, console: Console) -> Iterator[Line]:
    old, new = compared.comparison.old, compared.comparison.new
    first, second = old.assessment.organisation.name, new.assessment.organisation.name
    yield (Styled(second if first == second else f"{first}, then {second}", "strong"),)
    was, now = compared.old_version, new.framework.version
    versions = now if was == now else f"{was} to {now}"
    yield from hanging(f"{new.framework.title} {versions}", console)
    yield (f"{long_date(old.assessment.assessed_on)} to {long_date(new.assessment.assessed_on)}",)
    for note in notes(compared):
        yield from hanging(f"Note: {note}.", console)


def _overall(compared: ComparedAssessments, console: Console) -> Iterator[Line]:
    change = compared.comparison.overall
    before, after = change.before, change.after
    assert before is not None
    assert after is not None
    highest = compared.comparison.new.framework.scale.highest
    was, now = hundredths_text(before.score), hundredths_text(after.score)
    of = "" if after.score is None else f" of {highest}"
    text = f"Overall: {now}{of}, was {was}{_by(change)}{_level(compared)}"
    yield from hanging(text, console, style="strong")
    for label, value in _facts(compared, before, after):
        yield from paragraph(value, console, " " * 13, f"  {label:<11}")


def _by(change: NodeChange) -> str:
    """Return by how much the score moved; where higher is worse also whether that is good."""
    course = change.score
    if course.before is None or course.after is None:
        return ""
    if course.before == course.after:
        return ", unchanged"
    up, verdict = course.after > course.before, ""
    if change.node.direction == "worse":
        verdict = f", which is {'worse' if up else 'better'}"
    return f", {'up' if up else 'down'} {difference(course.before, course.after).lstrip('+−')}{verdict}"


def _level(compared: ComparedAssessments) -> str:
    old, new = compared.comparison.old, compared.comparison.new
    was, now = old.scorecard.root.level, new.scorecard.root.level
    if now is None:
        return ""
    named = f"; level {now} {new.framework.scale.name_of(now)}"
    if was is None:
        return named
    return f"{named}, as before" if was == now else f"{named}, was {was} {old.framework.scale.name_of(was)}"


def _facts(compared: ComparedAssessments, before: NodeScore, after: NodeScore) -> Iterator[tuple[str, str]]:
    old, new = compared.comparison.old, compared.comparison.new
    if before.band or after.band:
        yield "band", _pair(before.band.name if before.band else "none", after.band.name if after.band else "none")
    if new.target or old.target:
        yield "target", _target(old, new, before, after)
    if before.low != before.high or after.low != after.high:
        yield "range", f"{_range(before)} before, {_range(after)} now"
    answered = (f"{one.coverage.answered} of {one.coverage.applicable}" for one in (after, before))
    yield "answered", "{} questions, was {}".format(*answered)
    if after.evidenced is not None or before.evidenced is not None:
        course = compared.comparison.overall.evidenced
        by = ""
        if course.before is not None and course.after is not None:
            by = f", {difference(course.before, course.after)}" if course.change else ", unchanged"
        yield "evidenced", f"{hundredths_text(after.evidenced)}, was {hundredths_text(before.evidenced)}{by}"


def _pair(was: str, now: str) -> str:
    return f"{now}, as before" if was == now else f"{now}, was {was}"


def _target(old: Side, new: Side, before: NodeScore, after: NodeScore) -> str:
    """Return the target now and before, and how far the score is from each."""
    first, second = (side.target.title if side.target else "none" for side in (old, new))
    asked = _pair(f"{_or_none(before.target)} ({first})", f"{_or_none(after.target)} ({second})")
    return f"{asked}; {_distance(before, after)}"


def _distance(before: NodeScore, after: NodeScore) -> str:
    was, now = gap_text(before.gap) or "unknown", gap_text(after.gap) or "unknown"
    if now != "met":
        return f"gap {_pair(was, now)}"
    return "met, as before" if was == "met" else f"met now, the gap was {was}"


def _or_none(score: Fraction | None) -> str:
    return "none" if score is None else score_text(score)


def _range(node: NodeScore) -> str:
    if node.low == node.high:
        return score_text(node.low)
    return f"{score_text(node.low)} to {score_text(node.high)}"
