"""An earlier plan beside a later assessment, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readiness.cli.console import Console, Line, Styled
from readiness.cli.followed_actions import action_lines, groups
from readiness.cli.followed_notes import notes
from readiness.cli.outlook import left_out_in_short, outcome
from readiness.cli.paragraphs import hanging, paragraph
from readiness.cli.table import Column, table
from readiness.report.hundredths import difference, hundredths_text
from readiness.report.numbers import score_text
from readiness.report.words import joined, long_date, lowered, quarter_text, sized

if TYPE_CHECKING:
    from fractions import Fraction

    from readiness.roadmap.plan import Roadmap
    from readiness.roadmap.progress import Figures
    from readiness.workflows import Followed

__all__ = ["followed_lines"]


def followed_lines(followed: Followed, console: Console) -> Iterator[Line]:
    """Yield how far the plan has come, what became of each action, and the rest as it is planned now."""
    yield from _heading(followed, console)
    yield ("",)
    yield from paragraph(_in_short(followed), console)
    yield from paragraph(_maturity(followed), console)
    yield from _areas(followed, console)
    for name, actions in groups(followed.progress.actions).items():
        yield ("",)
        yield (Styled(name, "strong"), f" ({len(actions)})")
        for one in actions:
            yield from action_lines(followed, one, console)
    yield ("",)
    yield from _rest(followed, console)


def _heading(followed: Followed, console: Console) -> Iterator[Line]:
    earlier, assessed = followed.earlier, followed.assessed
    yield (Styled(assessed.assessment.organisation.name, "strong"),)
    yield from hanging(f"{assessed.framework.title} {assessed.framework.version}", console)
    made, now = long_date(earlier.assessed_on), long_date(assessed.assessment.assessed_on)
    yield from hanging(f"Plan of {made}, progress on {now}", console)
    for note in notes(followed):
        yield from hanging(f"Note: {note}.", console)


def _in_short(followed: Followed) -> str:
    actions = followed.progress.actions
    if not actions:
        return "The plan had no actions."
    counts = [f"{len(found)} {lowered(name)}" for name, found in groups(actions).items()]
    return f"{sized(len(actions), 'action')} in the plan: {joined(counts)}."


def _maturity(followed: Followed) -> str:
    progress = followed.progress
    planned, now = progress.projected.score, progress.reached
    by = _beside(planned, now.score)
    if progress.quarter is None:
        return f"The plan began at {hundredths_text(planned)}; it is {_ranged(now)} now{by}. None of it was due yet."
    planned_text = _ranged(progress.projected)
    return f"For the end of {progress.quarter.label} the plan had {planned_text}. It is {_ranged(now)} now{by}."


def _ranged(figures: Figures) -> str:
    if figures.low == figures.high or figures.low is None or figures.high is None:
        return hundredths_text(figures.score)
    return f"{hundredths_text(figures.score)} ({hundredths_text(figures.low)} to {hundredths_text(figures.high)})"


def _beside(planned: Fraction | None, now: Fraction | None) -> str:
    text = _differs(planned, now)
    if text in {"", "0.00"}:
        return ", as planned" if text else ""
    return f", {text[1:]} {'above' if text.startswith('+') else 'below'} it"


def _areas(followed: Followed, console: Console) -> Iterator[Line]:
    parts = followed.progress.parts
    if not parts:
        return
    columns = [Column("Area"), Column("planned", right=True), Column("now", right=True), Column("differs", right=True)]
    rows = [
        (
            one.node.title,
            hundredths_text(one.projected),
            hundredths_text(one.node.score),
            _differs(one.projected, one.node.score),
        )
        for one in parts
    ]
    yield ("",)
    yield from table(columns, rows, console)


def _differs(planned: Fraction | None, now: Fraction | None) -> str:
    return "" if planned is None or now is None else difference(planned, now)


def _rest(followed: Followed, console: Console) -> Iterator[Line]:
    roadmap, progress = followed.assessed.roadmap, followed.progress
    yield (Styled("The rest, planned again", "strong"),)
    if roadmap is None:
        yield from paragraph("There is no plan for the rest.", console, "  ")
        return
    first, last = (quarter_text(roadmap.quarters[at].label) for at in (0, -1))
    new = f", {len(progress.added)} of them new" if progress.added else ""
    yield from paragraph(f"{first} to {last}: {sized(len(roadmap.actions), 'action')}{new}.", console, "  ")
    yield from paragraph(_end(followed, roadmap), console, "  ")
    yield from paragraph(left_out_in_short(followed.assessed.framework, roadmap), console, "  ")
    for one in progress.added:
        when = quarter_text(roadmap.quarters[one.start].label)
        yield from paragraph(f"new: {one.action.title}, from {when}", console, " " * 7, f"  {one.number:<5}")


def _end(followed: Followed, roadmap: Roadmap) -> str:
    last = followed.plan.quarters[-1]
    end = outcome(followed.assessed.framework, roadmap)
    if last.score is None:
        return end
    return f"{end} The earlier plan was to end at {score_text(last.score.value)} in {last.label}."
