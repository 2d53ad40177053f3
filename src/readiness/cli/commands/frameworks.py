"""`readiness frameworks`."""

from __future__ import annotations

from typing import Annotated

import typer

from readiness.cli.console import Color, Console, Styled, messages, output
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
    outputs: Annotated[
        list[str] | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Write the framework as a workbook with room for notes: .pdf or .html. May be repeated.",
        ),
    ] = None,
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
        _list_alone(references, outputs)
    elif references is not None and outputs:
        raise UsageError("--references and -o do not go together", hint="the workbook names the instruments anyway")
    elif references is not None:
        _show_references(id_, references, output())
    elif outputs:
        _write(id_, outputs)
    else:
        _show(id_, output())


def _list_alone(references: str | None, outputs: list[str] | None) -> None:
    """List the frameworks, unless something was asked for that needs one of them."""
    if references is not None:
        raise UsageError("--references needs a framework", hint="readiness frameworks ID --references NAME")
    if outputs:
        raise UsageError("-o needs a framework", hint=f"readiness frameworks ID -o {outputs[0]}")
    _list(output())


def _write(name: str, outputs: list[str]) -> None:
    """Write the framework for people who are to answer its questions, and say so."""
    from readiness import __version__, workflows

    workflows.check_workbook_outputs(name, outputs)
    book, _ = workflows.workbook(name)
    written = workflows.write_workbook(book, outputs, version=__version__)
    for one in outputs:
        if one.lower().endswith(".pdf"):
            messages().print(f"writing {one} …")
        next(written)
    output().wrap(", ".join(outputs), indent="  ", first="Written: ")


def _show(name: str, console: Console) -> None:
    from readiness import workflows
    from readiness.cli.framework_page import page

    book, file = workflows.workbook(name)
    console.print_all(page(book, file, console))


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
