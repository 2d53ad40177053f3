"""`readiness validate`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from readiness.cli.console import Color, output
from readiness.cli.options import ColorOption, FindingsFormat

if TYPE_CHECKING:
    from readiness.workflows import Checked

__all__ = ["validate"]


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

    _finish(workflows.validate(paths), output_format)


def _finish(checked: list[Checked], output_format: FindingsFormat) -> None:
    """Write what was found and end with the code that says whether it is enough to fail."""
    from readiness import workflows
    from readiness.cli.findings import FORMATS, Run

    run = Run(tuple(checked), exit_code=int(workflows.has_errors(checked)))
    FORMATS[output_format](run, output())
    raise typer.Exit(run.exit_code)
