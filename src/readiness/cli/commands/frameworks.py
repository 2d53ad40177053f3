"""`readiness frameworks`."""

from __future__ import annotations

from typing import Annotated

import typer

from readiness.cli.console import Color, Console, Styled, output
from readiness.cli.options import ColorOption

__all__ = ["frameworks"]


def frameworks(
    id_: Annotated[
        str | None,
        typer.Argument(metavar="ID", help="A framework, by id or by file: shows all of it.", show_default=False),
    ] = None,
    color: ColorOption = Color.AUTO,  # noqa: ARG001
) -> None:
    """List the frameworks, or show one as a page to read.

    They are found in this folder, in its folder frameworks, and among the bundled ones.
    """
    from readiness import workflows

    console = output()
    if id_ is None:
        _list(console)
        return
    from readiness.cli.framework_page import page

    framework, file = workflows.find_framework(id_)
    console.print_all(page(framework, file, console.width))


def _list(console: Console) -> None:
    from readiness import workflows
    from readiness.report.words import sized

    for framework, file in workflows.list_frameworks():
        console.print(Styled(framework.id, "strong"), f" {framework.version}  {framework.title}")
        questions, actions = sized(len(framework.question), "question"), sized(len(framework.actions), "action")
        console.print(f"    {questions}, {actions}  ", Styled(file, "faint"))
