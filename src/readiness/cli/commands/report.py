"""`readiness report`."""

from __future__ import annotations

from typing import Annotated

import typer

from readiness.cli.console import Color, messages, output
from readiness.cli.options import ColorOption, TemplatesOption, ThemeOption

__all__ = ["report"]


def report(
    result: Annotated[
        str,
        typer.Argument(metavar="RESULT", help="A result as JSON; - is standard input.", show_default=False),
    ],
    *,
    outputs: Annotated[
        list[str],
        typer.Option("-o", "--output", metavar="FILE", help="Write a report; its format by suffix. May be repeated."),
    ],
    theme: ThemeOption = None,
    templates: TemplatesOption = None,
    color: ColorOption = Color.AUTO,  # noqa: ARG001
) -> None:
    """Make reports of a kept result.

    The result is what `readiness assess -o result.json` wrote; nothing else is needed.

    The result is made again from the inputs that it holds. Where it says anything else, nothing is written.
    """
    from readiness import __version__, workflows

    messages().print(f"writing {', '.join(outputs)} …")
    workflows.render_result(result, outputs, version=__version__, theme=theme, templates=templates)
    console = output()
    console.wrap(", ".join(outputs), indent="  ", first="Written: ")
