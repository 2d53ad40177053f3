"""`readiness validate`."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from readiness.cli.console import Color, Console, output
from readiness.cli.options import ColorOption

if TYPE_CHECKING:
    from readiness.workflows import Checked

__all__ = ["FindingsFormat", "validate"]


class FindingsFormat(StrEnum):
    """How findings are written."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"


def validate(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH…", help="Files, or folders of YAML files; - is standard input.", show_default=False
        ),
    ],
    output_format: Annotated[FindingsFormat, typer.Option(help="How findings are written.")] = FindingsFormat.FULL,
    color: ColorOption = Color.AUTO,  # noqa: ARG001
) -> None:
    """Check framework and assessment files.

    Exit code 1 when one has errors, 2 when one cannot be read.
    """
    from readiness import workflows

    checked = workflows.validate(paths)
    if output_format is FindingsFormat.JSON:
        _write_json(checked)
    else:
        _write_text(checked, output(), full=output_format is FindingsFormat.FULL)
    if workflows.has_errors(checked):
        raise typer.Exit(1)


def _write_json(checked: list[Checked]) -> None:
    import json

    from readiness.cli.frames import as_json

    findings = [as_json(finding) for one in checked for finding in one.diagnostics]
    output().write_document(json.dumps(findings, indent=2))


def _write_text(checked: list[Checked], console: Console, *, full: bool) -> None:
    from readiness.cli.frames import concise, framed, tally

    for one in checked:
        if full:
            console.print_all(framed(one.diagnostics, one.text, console.width))
        else:
            console.print_all(concise(finding) for finding in one.diagnostics)
    files = "1 file" if len(checked) == 1 else f"{len(checked):,} files"
    console.print(f"{files} checked, {tally([finding for one in checked for finding in one.diagnostics])}")
