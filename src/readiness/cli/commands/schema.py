"""`readiness schema`."""

from __future__ import annotations

from typing import Annotated

import typer

from readiness.cli.console import Color, output
from readiness.cli.options import ColorOption

__all__ = ["schema"]


def schema(
    name: Annotated[str, typer.Argument(metavar="framework|assessment|result", help="The format.", show_default=False)],
    color: ColorOption = Color.AUTO,  # noqa: ARG001
) -> None:
    """Print the JSON Schema of a kind of document."""
    import json

    from readiness import workflows

    output().write_document(json.dumps(workflows.schema(name), indent=2))
