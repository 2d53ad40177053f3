"""`readiness frameworks`."""

from __future__ import annotations

from typing import Annotated

import typer

from readiness.cli.console import Color, Console, Styled, output
from readiness.cli.options import ColorOption
from readiness.errors import UsageError

__all__ = ["frameworks"]

_ALL = "list"
"""What stands for all instruments that a framework refers to."""


def frameworks(
    id_: Annotated[
        str | None,
        typer.Argument(metavar="ID", help="A framework, by id or by file: shows all of it.", show_default=False),
    ] = None,
    *,
    references: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Show which outcomes of a public instrument, such as csf-2.0, the questions speak to; "
            "list shows the instruments.",
            show_default=False,
        ),
    ] = None,
    color: ColorOption = Color.AUTO,  # noqa: ARG001
) -> None:
    """List the frameworks, or show one as a page to read.

    They are found in this folder, in its folder frameworks, and among the bundled ones.
    """
    if id_ is None:
        if references is not None:
            raise UsageError("--references needs a framework", hint="readiness frameworks ID --references NAME")
        _list(output())
    elif references is not None:
        _show_references(id_, references, output())
    else:
        _show(id_, output())


def _show(name: str, console: Console) -> None:
    from readiness import workflows
    from readiness.cli.framework_page import page

    framework, file = workflows.find_framework(name)
    console.print_all(page(framework, file, console.width))


def _show_references(name: str, instrument: str, console: Console) -> None:
    from readiness import workflows
    from readiness.cli.crosswalk import crosswalk_list, crosswalk_page

    if instrument == _ALL:
        console.print_all(crosswalk_list(*workflows.list_crosswalks(name), console))
    else:
        console.print_all(crosswalk_page(*workflows.find_crosswalk(name, instrument), console))


def _list(console: Console) -> None:
    from readiness import workflows
    from readiness.report.words import sized

    for framework, file in workflows.list_frameworks():
        console.print(Styled(framework.id, "strong"), f" {framework.version}  {framework.title}")
        questions, actions = sized(len(framework.question), "question"), sized(len(framework.actions), "action")
        console.print(f"    {questions}, {actions}  ", Styled(file, "faint"))
