"""`readiness new`."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated

import typer

from readiness.cli.console import Color, output
from readiness.cli.options import ColorOption

__all__ = ["new"]


class Kind(StrEnum):
    """What to begin."""

    ASSESSMENT = "assessment"


def new(
    kind: Annotated[Kind, typer.Argument(help="What to begin.", show_default=False)],  # noqa: ARG001  one so far
    framework: Annotated[
        str, typer.Argument(metavar="FRAMEWORK", help="What is to be answered, by id or by file.", show_default=False)
    ],
    file: Annotated[
        str, typer.Option("-o", "--output", metavar="FILE", help="The file to write; a new one.", show_default=False)
    ],
    organisation: Annotated[
        str, typer.Option(metavar="NAME", help="Whose assessment it is.")
    ] = "Organisation without a name yet",
    color: ColorOption = Color.AUTO,  # noqa: ARG001
) -> None:
    """Write a commented file to start from.

    It is an assessment without answers.
    """
    from readiness.workflows.catalogue import find_framework
    from readiness.workflows.new import write_new_assessment

    found, _ = find_framework(framework)
    write_new_assessment(file, found, organisation, datetime.now().astimezone().date())
    output().print("Written: ", file)
