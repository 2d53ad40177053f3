"""`readiness diff`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from readiness.cli.console import Color, output
from readiness.cli.options import ColorOption

__all__ = ["DiffFormat", "diff"]

_VERSION = "by file, by id, or as GIT-REF:path"


class DiffFormat(StrEnum):
    """How the changes are written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help=f"A framework, {_VERSION}.", show_default=False)],
    new: Annotated[str, typer.Argument(metavar="NEW", help=f"Its other version, {_VERSION}.", show_default=False)],
    output_format: Annotated[DiffFormat, typer.Option(help="How the changes are written.")] = DiffFormat.TEXT,
    color: ColorOption = Color.AUTO,  # noqa: ARG001
) -> None:
    """Compare two versions of a framework.

    Every change is named, with what it does to old answers and to scores, and the version number that it asks for.

    The exit code is 0 whatever changed; `readiness validate --since` is the check for CI.
    """
    from readiness.cli.version_changes import changes_json, changes_markdown, changes_text
    from readiness.workflows.versions import diff as compare_versions

    compared = compare_versions(old, new)
    console = output()
    match output_format:
        case DiffFormat.JSON:
            console.write_json(changes_json(compared))
        case DiffFormat.MARKDOWN:
            console.write_document(changes_markdown(compared))
        case DiffFormat.TEXT:
            console.print_all(changes_text(compared, console))
