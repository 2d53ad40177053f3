"""`readiness validate`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from readiness.cli.console import Color, Console, messages, output
from readiness.cli.findings_options import (
    ConfigOption,
    DiffOption,
    ExitZeroOption,
    FailOnOption,
    FindingsFormatOption,
    FixOption,
    IgnoreOption,
    IsolatedOption,
    PathsArgument,
    PerFileIgnoreOption,
    SelectOption,
    SinceOption,
    StatisticsOption,
    StdinFilenameOption,
)
from readiness.cli.options import ColorOption, FindingsFormat
from readiness.diagnostics import Severity
from readiness.errors import UsageError

if TYPE_CHECKING:
    from readiness.cli.findings import Writer
    from readiness.workflows import Checked, FoundSettings, Repaired
    from readiness.workflows.selection import Choice, Selection

__all__ = ["validate"]


def validate(
    paths: PathsArgument,
    *,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    per_file_ignore: PerFileIgnoreOption = None,
    since: SinceOption = None,
    fix: FixOption = False,
    diff: DiffOption = False,
    fail_on: FailOnOption = None,
    exit_zero: ExitZeroOption = False,
    statistics: StatisticsOption = False,
    stdin_filename: StdinFilenameOption = None,
    output_format: FindingsFormatOption = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
    color: ColorOption = Color.AUTO,  # noqa: ARG001
) -> None:
    """Check framework and assessment files.

    Exit code 1 when one has errors, or when --diff shows a change; 2 when one cannot be read.
    """
    from readiness import workflows

    _refuse_contradictions(paths, stdin_filename, config, isolated=isolated)
    _refuse_repairs(paths, fix=fix, diff=diff)
    settings = None if isolated else workflows.settings_for(stdin_filename or paths[0], config)
    chosen = settings.validate if settings else workflows.ValidateSettings()
    write = _writer(output_format or FindingsFormat(chosen.output_format or "full"), statistics=statistics)
    selection = _selection(settings, _choice(select or (), ignore or (), per_file_ignore or ()))
    limit = fail_on or Severity(chosen.fail_on or "error")
    console = output()
    if fix or diff:
        repaired = workflows.repair_documents(
            paths, write=fix, selection=selection, since=since, stdin_filename=stdin_filename
        )
        checked = [one.checked for one in repaired]
        if diff:
            raise typer.Exit(_show_diff(repaired, fails=workflows.fails(checked, limit)) * (not exit_zero))
        console = _show_fixed(repaired, is_stdin=paths == ["-"])
    else:
        checked = workflows.validate(paths, selection=selection, since=since, stdin_filename=stdin_filename)
    exit_code = 0 if exit_zero else int(workflows.fails(checked, limit))
    _write(write, checked, limit, exit_code, console)
    raise typer.Exit(exit_code)


def _show_diff(repaired: Sequence[Repaired], *, fails: bool) -> int:
    """Write what would change, and return the exit code."""
    from readiness.cli.repairs import show_diffs, show_tally

    show_diffs(repaired)
    show_tally(repaired, would=True)
    return int(fails or any(one.fixed for one in repaired))


def _show_fixed(repaired: Sequence[Repaired], *, is_stdin: bool) -> Console:
    """Write what was done, and return where the findings that are left go: not behind a text on standard output."""
    from readiness.cli.repairs import show_tally, show_text

    if is_stdin:
        show_text(repaired)
    show_tally(repaired, would=False)
    return messages() if is_stdin else output()


def _write(write: Writer, checked: Sequence[Checked], fail_on: Severity, exit_code: int, console: Console) -> None:
    """Write what was found."""
    from readiness import __version__
    from readiness.cli.findings import Run
    from readiness.workflows.ignored_files import repository_of

    here = Path.cwd()
    root = repository_of(here) or here
    run = Run(tuple(checked), exit_code, version=__version__, folder=here, root=root, fail_on=fail_on)
    write(run, console)


def _refuse_contradictions(
    paths: Sequence[str], stdin_filename: str | None, config: str | None, *, isolated: bool
) -> None:
    if stdin_filename is not None and "-" not in paths:
        raise UsageError("--stdin-filename names standard input, which is not read", hint="add - to the paths")
    if isolated and config is not None:
        raise UsageError("--config names settings, and --isolated reads none", hint="leave one of them out")


def _refuse_repairs(paths: Sequence[str], *, fix: bool, diff: bool) -> None:
    if fix and diff:
        raise UsageError("--diff changes nothing, and --fix does", hint="leave one of them out")
    if fix and "-" in paths and len(paths) > 1:
        raise UsageError("--fix writes standard input to standard output, and other paths to their files")


def _writer(output_format: FindingsFormat, *, statistics: bool) -> Writer:
    from readiness.cli.findings import FORMATS, STATISTICS

    if not statistics:
        return FORMATS[output_format]
    if output_format not in STATISTICS:
        raise UsageError(
            f"--statistics cannot be written as {output_format}", hint=f"the formats are {', '.join(STATISTICS)}"
        )
    return STATISTICS[output_format]


def _selection(settings: FoundSettings | None, asked: Choice) -> Selection:
    """Return which findings count: what the settings say, then what the options ask for."""
    from readiness.workflows.selection import Selection

    return Selection.of(*([settings.choice] if settings else []), asked)


def _choice(select: Sequence[str], ignore: Sequence[str], per_file_ignores: Sequence[str]) -> Choice:
    """Return what the options ask for."""
    from readiness.workflows.selection import Choice

    ignored: dict[str, tuple[str, ...]] = {}
    for written in per_file_ignores:
        pattern, colon, rules = written.rpartition(":")
        if not (pattern and colon and rules):
            raise UsageError(
                f"--per-file-ignore {written}: not of the form PATTERN:RULE", hint="such as 'drafts/*.yaml:RF5'"
            )
        ignored[pattern] = (*ignored.get(pattern, ()), *_listed([rules]))
    return Choice(_listed(select), _listed(ignore), ignored)


def _listed(values: Sequence[str]) -> tuple[str, ...]:
    """Return what stands between commas."""
    return tuple(one.strip() for value in values for one in value.split(",") if one.strip())
