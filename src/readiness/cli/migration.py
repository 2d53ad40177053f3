"""What became of an assessment that was carried over to another version."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from readiness.cli.console import Console, Line, Styled
from readiness.cli.paragraphs import hanging, item, paragraph
from readiness.cli.version_changes import change_json, change_lines
from readiness.report.exact import about, exactly
from readiness.report.words import sized
from readiness.versions.change import Effect, Kind

if TYPE_CHECKING:
    from readiness.scoring.result import Scorecard
    from readiness.versions.change import Change
    from readiness.workflows.migrating import Migrated

__all__ = ["migration_json", "migration_text"]

_MOVING = frozenset({Effect.BREAKS, Effect.MOVES})


def migration_text(migrated: Migrated, console: Console) -> Iterator[Line]:
    """Yield what was carried over, what was not, what to look at, and the score before and after."""
    before, after = migrated.before.framework, migrated.after.framework
    yield (Styled(migrated.before.organisation.name, "strong"),)
    yield (f"{before.id} {before.version} to {after.version}",)
    yield ("",)
    carried, given = migrated.carried_count, len(migrated.before.answers)
    yield (Styled(f"Carried over: {carried:,} of {sized(given, 'answer')}", "strong"),)
    for former, now in migrated.renamed:
        yield (f"  - {former} is now {now}",)
    yield from _left(migrated, console)
    yield from _open(migrated, console)
    yield from _scores(migrated, console)


def _left(migrated: Migrated, console: Console) -> Iterator[Line]:
    if not migrated.left:
        return
    yield ("",)
    heading = f"Not carried over ({len(migrated.left):,}), and kept in the file as comments"
    yield from paragraph(heading, console, style="warning")
    for one in migrated.left:
        yield from item(f"{one.path}: {one.why}", console)
        for written in one.content.splitlines():
            yield from paragraph(written.strip(), console, " " * 8, f"      {_indent(written)}", style="faint")


def _indent(line: str) -> str:
    return " " * (len(line) - len(line.lstrip(" ")))


def _open(migrated: Migrated, console: Console) -> Iterator[Line]:
    """Yield what somebody has to do now."""
    looks = _to_look_at(migrated)
    if looks:
        yield ("",)
        yield (Styled("Look whether these answers still hold", "strong"), f" ({len(looks):,})")
        for id_ in looks:
            yield (f"  - {id_}: {migrated.new.question[id_].topic}",)
    if migrated.open_questions:
        yield ("",)
        yield (Styled("Without an answer", "strong"), f" ({len(migrated.open_questions):,})")
    for id_ in migrated.open_questions:
        yield from item(f"{id_}: {migrated.new.question[id_].topic}", console)


def _to_look_at(migrated: Migrated) -> tuple[str, ...]:
    """Return the answered questions that are now asked, or whose answers are now described, in other words."""
    found = [_question(change) for change in migrated.changes if change.effect is Effect.LOOK]
    return tuple(dict.fromkeys(id_ for id_ in found if id_ in migrated.after.answers))


def _question(change: Change) -> str:
    return change.place[-1] if change.what in {"item", "option"} else change.id


def _scores(migrated: Migrated, console: Console) -> Iterator[Line]:
    yield ("",)
    after = _score_text(migrated.score_after)
    if migrated.old is None:
        yield (Styled("Score", "strong"), f": {after}")
        yield from paragraph(
            f"The score before, and what moves it, need the framework at {migrated.before.framework.version}: name it "
            "with --from. A unit or a scale that has changed cannot be seen without it either.",
            console,
            "  ",
        )
        return
    text = f"Score: {_score_text(migrated.score_before)} before, {after} after"
    yield from hanging(text, console, style="strong")
    for title, former, now in _areas(migrated):
        yield from item(f"{title}: {former} before, {now} after", console)
    moving = [change for change in migrated.changes if change.effect in _MOVING]
    yield from change_lines(moving, console)


def _areas(migrated: Migrated) -> Iterator[tuple[str, str, str]]:
    """Yield the top areas whose score differs: title, score before and after."""
    if migrated.score_before is None or migrated.score_after is None:
        return
    former = {node.id: node.score for node in migrated.score_before.dimensions}
    ids = {change.after: change.before for change in migrated.changes if change.kind is Kind.RENAMED}
    for node in migrated.score_after.dimensions:
        id_ = node.id if node.id in former else ids.get(node.id)
        if id_ in former and former[id_] != node.score:
            yield node.title, _number(former[id_]), _number(node.score)


def _number(score: Fraction | None) -> str:
    return "none" if score is None else about(score)


def _score_text(scorecard: Scorecard | None) -> str:
    if scorecard is None:
        return "none (answers do not fit)"
    return _number(scorecard.root.score)


def migration_json(migrated: Migrated, written: str | None) -> dict[str, object]:
    """Return everything that the text says."""
    return {
        "framework": migrated.new.id,
        "from": migrated.before.framework.version,
        "to": migrated.after.framework.version,
        "answers": len(migrated.before.answers),
        "carried": migrated.carried_count,
        "renamed": [{"from": former, "to": now} for former, now in migrated.renamed],
        "left": [{"path": one.path, "why": one.why, "content": one.content} for one in migrated.left],
        "look": list(_to_look_at(migrated)),
        "open-questions": list(migrated.open_questions),
        "score-before": _score_json(migrated.score_before),
        "score-after": _score_json(migrated.score_after),
        "changes": None if migrated.old is None else [change_json(change) for change in migrated.changes],
        "written": written,
    }


def _score_json(scorecard: Scorecard | None) -> dict[str, object] | None:
    return None if scorecard is None else exactly(scorecard.root.score)
