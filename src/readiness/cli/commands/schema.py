"""`readiness schema`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from readiness.cli.console import Color, output
from readiness.cli.options import ColorOption

__all__ = ["Draft", "schema"]


class Draft(StrEnum):
    """A version of JSON Schema."""

    CURRENT = "2020-12"
    SEVEN = "07"


def schema(
    name: Annotated[
        str,
        typer.Argument(
            metavar=(
                "framework|assessment|instrument|translation|scenario|theme"
                "|result|progress|evidence|status|collected|explain|compare|what-if"
            ),
            help="The format.",
            show_default=False,
        ),
    ],
    draft: Annotated[Draft, typer.Option(help="The version of JSON Schema; editors read 07.")] = Draft.CURRENT,
    color: ColorOption = Color.AUTO,  # noqa: ARG001
) -> None:
    """Print the JSON Schema of a kind of document."""
    import json

    from readiness import workflows

    output().write_document(json.dumps(workflows.schema(name, draft=draft), indent=2, ensure_ascii=False))
