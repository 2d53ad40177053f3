"""`readiness assess`."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import typer

from readiness.cli.assess_options import (
    AnonymiseOption,
    AreaOption,
    AssessmentsArgument,
    FailOverOption,
    FailUnderOption,
    InterviewOption,
    ReportsOption,
    SinceOption,
    WithoutInputsOption,
)
from readiness.cli.console import Color, Styled, messages, output
from readiness.cli.options import (
    AsOfOption,
    ColorOption,
    LanguageOption,
    PlannerOption,
    ResultFormat,
    ResultFormatOption,
    TargetOption,
    TemplatesOption,
    ThemeOption,
    day_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readiness.report.look import Look
    from readiness.workflows import Assessed

__all__ = ["assess"]

_SLOW = ".pdf"


def assess(
    answers: AssessmentsArgument,
    *,
    outputs: ReportsOption = None,
    target: TargetOption = None,
    as_of: AsOfOption = None,
    planner: PlannerOption = None,
    fail_under: FailUnderOption = None,
    fail_over: FailOverOption = None,
    language: LanguageOption = None,
    theme: ThemeOption = None,
    templates: TemplatesOption = None,
    since: SinceOption = None,
    area: AreaOption = None,
    anonymise: AnonymiseOption = False,
    without_inputs: WithoutInputsOption = False,
    interview: InterviewOption = False,
    output_format: ResultFormatOption = ResultFormat.TEXT,
    color: ColorOption = Color.AUTO,  # noqa: ARG001
) -> None:
    """Score an assessment, find its gaps, plan a roadmap.

    Of several files, or of a folder, -o out/ writes a PDF of each assessment, -o 'out/{name}.html' another format.
    """
    from readiness import __version__, workflows
    from readiness.cli.many import are_many, assess_all
    from readiness.cli.thresholds import missed, thresholds
    from readiness.cli.waiting import told_if_long
    from readiness.errors import UsageError
    from readiness.workflows.many import RunOptions, assessed_with, outputs_of_one, translation

    look = workflows.theme_look(theme, templates)
    wanted = thresholds(fail_under, fail_over, area or [])
    day = day_of(as_of)
    options = RunOptions(__version__, target, day, planner, anonymise, not without_inputs, language, theme, templates)
    if are_many(answers):
        if interview or since or output_format is not ResultFormat.TEXT:
            message = "--interview, --since and --output-format are for one assessment"
            raise UsageError(message, hint="name a file")
        raise typer.Exit(assess_all(answers, outputs or [], options, wanted))
    source = answers[0]
    written = outputs_of_one(source, outputs or [])
    _check_outputs(source, written)
    if interview:
        source = _asked_first(source, output_format)
    assessed = assessed_with(source, options)
    assessed = workflows.since(assessed, since, anonymise=anonymise) if since else assessed
    translated = translation(assessed, options)
    failures = list(missed(wanted, assessed.scorecard))
    with told_if_long(planner):
        _ = assessed.roadmap  # found once, and kept
    _show(assessed, output_format, look)
    _write(assessed, written, output_format, translated, look)
    _warn(assessed, failures)
    if assessed.no_roadmap is not None:
        raise assessed.no_roadmap
    if failures:
        raise typer.Exit(1)


def _asked_first(subject: str, output_format: ResultFormat) -> str:
    """Ask the questions, and return the file of answers.

    Raises:
        UsageError: the answer is for a program, which would read the questions as well.
        Exit: somebody left before the end.
    """
    from readiness.cli.commands.interview import hold
    from readiness.errors import UsageError
    from readiness.workflows.interviewing import InterviewOptions

    if output_format is not ResultFormat.TEXT:
        raise UsageError(
            "--interview and a document on standard output do not go together", hint="-o result.json or -o report.md"
        )
    held = hold(subject, None, InterviewOptions(), plain=False)
    if held is None:
        raise typer.Exit
    output().print("")
    return held


def _check_outputs(answers: str, outputs: Sequence[str]) -> None:
    """Refuse outputs that cannot be before any work is done."""
    if outputs:
        from readiness.report.formats import FORMATS
        from readiness.workflows import check_outputs

        check_outputs(answers, outputs, FORMATS)


def _show(assessed: Assessed, output_format: ResultFormat, look: Look) -> None:
    from readiness import __version__, workflows

    console = output()
    match output_format:
        case ResultFormat.JSON:
            console.write_document(workflows.result_json(assessed, version=__version__))
        case ResultFormat.MARKDOWN:
            console.write_document(workflows.result_markdown(assessed, version=__version__, look=look))
        case ResultFormat.TEXT:
            from readiness.cli.summary import summary

            console.print_all(summary(assessed, console))


def _write(
    assessed: Assessed, outputs: Sequence[str], output_format: ResultFormat, translated: Assessed | None, look: Look
) -> None:
    """Write the reports and say so: with the answer, or beside it where the answer is for a program."""
    if not outputs:
        return
    from readiness import __version__, workflows

    written = workflows.write_outputs(assessed, outputs, version=__version__, translated=translated, look=look)
    for name in outputs:
        if name.lower().endswith(_SLOW):
            messages().print(f"writing {name} …")
        next(written)
    console = output() if output_format is ResultFormat.TEXT else messages()
    console.print("")
    console.wrap(", ".join(outputs), indent="  ", first="Written: ")


def _warn(assessed: Assessed, failures: Sequence[str]) -> None:
    """Say what is not as it should be, on standard error, so that it is seen when the answer goes elsewhere."""
    import sys

    from readiness.report.words import sized

    sys.stdout.flush()
    console = messages()
    count = len(assessed.warnings)
    file = "FILE" if assessed.path == "-" else shlex.quote(assessed.path)
    if count:
        console.print(Styled("warning", "warning"), f": the document has {sized(count, 'warning')}")
        console.print(Styled("help", "help"), f": readiness validate {file}")
    if any(warning.code == "RA103" for warning in assessed.warnings):
        version = assessed.framework.version
        console.print(
            Styled("help", "help"), f": the framework is at {version}: readiness migrate {file} --to {version}"
        )
    for failure in failures:
        console.print(Styled("error", "error"), f": {failure}")
