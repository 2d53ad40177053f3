"""`readiness interview`."""

from __future__ import annotations

import shlex
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from readiness.cli.console import Color, output
from readiness.cli.options import ColorOption

if TYPE_CHECKING:
    from readiness.workflows.interviewing import Interview, InterviewOptions

__all__ = ["PlainOption", "hold", "interview"]

_INTERRUPTED = 130
PlainOption: TypeAlias = Annotated[
    bool, typer.Option("--plain", help="Ask on plain lines, for screen readers; also by READINESS_ACCESSIBLE=1.")
]


def interview(
    subject: Annotated[
        str,
        typer.Argument(metavar="ANSWERS|FRAMEWORK", help="A file of answers to go on with, or a framework to begin."),
    ],
    *,
    answers: Annotated[
        str | None,
        typer.Option(
            "-o", "--output", metavar="FILE", help="For a framework: the file of answers; ID-answers.yaml without it."
        ),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option("--as", metavar="ID", help="Who answers: a respondent, or a role of the framework."),
    ] = None,
    last_time: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="The assessment before: Enter takes its answers."),
    ] = None,
    review: Annotated[
        bool, typer.Option("--review", help="Ask answered questions again: Enter keeps the answer.")
    ] = False,
    facilitated: Annotated[
        bool, typer.Option("--facilitated", help="For a workshop: several people vote on each question.")
    ] = False,
    show_score: Annotated[bool, typer.Option("--show-score", help="Allow a look at the score so far.")] = False,
    plain: PlainOption = False,
    color: ColorOption = Color.AUTO,  # noqa: ARG001
) -> None:
    """Ask the questions one by one; each answer is saved at once.

    Type ? at any question for help. q saves and quits; the same command goes
    on with the first question that has no answer.
    """
    from readiness.workflows.interviewing import InterviewOptions

    options = InterviewOptions(
        by=by, last_time=last_time, facilitated=facilitated, shows_score=show_score, reviews=review
    )
    held = hold(subject, answers, options, plain=plain)
    if held is not None:
        output().print(f"For the report: readiness assess {shlex.quote(held)} -o report.pdf")


def hold(subject: str, answers: str | None, options: InterviewOptions, *, plain: bool) -> str | None:
    """Ask until the end and return the file of answers; None when somebody leaves before, who is told how to go on.

    Raises:
        Exit: the interview was interrupted.
    """
    from readiness.cli.interview.hangup import leaving_in_order
    from readiness.cli.interview.readers import reader_for
    from readiness.cli.interview.session import Session
    from readiness.workflows.interviewing import Interview

    reader = reader_for(plain=plain)
    held = Interview.open(subject, datetime.now().astimezone(), answers, options)
    with leaving_in_order(), held:
        _welcome(held)
        try:
            is_finished = Session(held, reader).run()
        except KeyboardInterrupt:
            output().print("")
            _farewell(held, _again(held.path, options, plain=plain), is_finished=False)
            raise typer.Exit(_INTERRUPTED) from None
    _farewell(held, _again(held.path, options, plain=plain), is_finished=is_finished)
    return held.path if is_finished and held.is_saved else None


def _welcome(held: Interview) -> None:
    """Say what is asked, and what was put back after a crash."""
    from readiness.report.words import sized

    console, framework = output(), held.state.framework
    count = sized(len(held.state.asked), "question")
    console.wrap(f"{framework.title}: {count}. Answers are saved in {held.path} as you go.", indent="  ", first="")
    if held.recovered:
        console.wrap(f"Put back after the last time ended early: {', '.join(held.recovered)}.", indent="  ", first="")


def _again(path: str, options: InterviewOptions, *, plain: bool) -> str:
    """Return the command that goes on in the same way."""
    words = ["readiness", "interview", path]
    words += ["--as", options.by] if options.by else []
    words += ["--last-time", options.last_time] if options.last_time else []
    switches = {"--facilitated": options.facilitated, "--show-score": options.shows_score, "--plain": plain}
    return shlex.join([*words, *(name for name, is_on in switches.items() if is_on)])


def _farewell(held: Interview, again: str, *, is_finished: bool) -> None:
    """Say where the answers are, and what can be done next."""
    from readiness.cli.interview.overview import progress_words

    console = output()
    if not held.is_saved:
        console.print("Nothing was answered, and nothing is saved.")
        return
    console.print("")
    console.wrap(f"Saved in {held.path}: {progress_words(held.state)}.", indent="  ", first="")
    if not is_finished:
        console.print(f"To go on: {again}")
