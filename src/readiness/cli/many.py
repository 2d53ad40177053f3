"""`readiness assess` of several files, or of a folder: reports of all of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.cli.console import Console, Styled, messages, output
from readiness.cli.thresholds import Threshold, missed

if TYPE_CHECKING:
    from readiness.workflows import Assessed
    from readiness.workflows.many import Outcome, RunOptions

__all__ = ["are_many", "assess_all"]

_BUG = 70
_WRITTEN = frozenset({0, 1, 3})
"""Exit codes of an assessment whose report is there: fine, not good enough, or without a roadmap."""


def are_many(answers: Sequence[str]) -> bool:
    """Tell whether reports are made of many assessments: of several files, or of what a folder holds."""
    return len(answers) > 1 or Path(answers[0]).is_dir()


def assess_all(
    answers: Sequence[str], patterns: Sequence[str], options: RunOptions, wanted: Sequence[Threshold]
) -> int:
    """Write the reports of every assessment, say what failed, and return the exit code: the worst of all.

    Raises:
        UsageError: there is nowhere to write to, or two outputs have the same name.
        InputError: a folder holds no assessment.
    """
    from dataclasses import replace

    from readiness.cli.progress import Progress
    from readiness.errors import UsageError
    from readiness.loading.files import STDIN
    from readiness.report.words import sized
    from readiness.workflows.many import assess_many, outputs_of

    if STDIN in answers:
        raise UsageError("standard input is one assessment and has no name", hint="name files or folders")
    if not patterns:
        what = f"{answers[0]} is a folder" if len(answers) == 1 else f"there are {len(answers)} things to assess"
        raise UsageError(what, hint="-o out/ writes a report of each assessment")
    outputs = outputs_of(answers, patterns)
    progress = Progress()
    outcomes: list[Outcome] = []
    for outcome in assess_many(outputs, replace(options, judge=partial(_judged, wanted=tuple(wanted)))):
        outcomes.append(outcome)
        progress("assessing", len(outcomes), len(outputs))
    written = sum(_exit_code(one) in _WRITTEN for one in outcomes)
    output().wrap(f"{written} of {sized(len(outputs), 'assessment')}", indent="  ", first="Written: ")
    console = messages()
    for outcome in sorted(outcomes, key=lambda one: one.path):
        _show(console, outcome)
    return max(map(_exit_code, outcomes))


def _judged(assessed: Assessed, wanted: Sequence[Threshold]) -> tuple[str, ...]:
    return tuple(missed(wanted, assessed.scorecard))


def _show(console: Console, outcome: Outcome) -> None:
    from readiness.cli.failures import show_error

    if outcome.error or outcome.bug or outcome.missed:
        console.print(Styled(outcome.path, "place"), ":")
    for sentence in outcome.missed:
        console.print(Styled("error", "error"), f": {sentence}")
    if outcome.error:
        show_error(console, outcome.error)
    if outcome.bug:
        for line in outcome.bug.splitlines():
            console.print(line)
        console.print(Styled("error", "error"), ": this is a mistake in readiness itself; please report it")


def _exit_code(outcome: Outcome) -> int:
    if outcome.bug:
        return _BUG
    return outcome.error.exit_code if outcome.error else int(bool(outcome.missed))
