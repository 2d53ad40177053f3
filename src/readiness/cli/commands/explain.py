"""`readiness explain`."""

from __future__ import annotations

from typing import Annotated

import typer

from readiness.cli.console import Color, output
from readiness.cli.options import AnswersArgument, ColorOption, OutputFormat, OutputFormatOption, TargetOption

__all__ = ["explain"]


def explain(
    answers: AnswersArgument,
    id_: Annotated[
        str | None,
        typer.Argument(metavar="ID", help="An area or a question; without it, the overall score.", show_default=False),
    ] = None,
    target: TargetOption = None,
    output_format: OutputFormatOption = OutputFormat.TEXT,
    color: ColorOption = Color.AUTO,  # noqa: ARG001
) -> None:
    """Show where a score comes from.

    The numbers are exact: a pocket calculator can check them.
    """
    from readiness import workflows
    from readiness.cli.explanation import explanation
    from readiness.errors import UnknownName

    assessed = workflows.assess(answers, target=target)
    nodes = assessed.scorecard.node
    if id_ is not None and id_ not in nodes:
        raise UnknownName("area or question", id_, known=nodes)
    node = assessed.scorecard.root if id_ is None else nodes[id_]
    console = output()
    if output_format is OutputFormat.JSON:
        import json

        from readiness.cli.explanation_json import explanation_json

        console.write_document(json.dumps(explanation_json(assessed, node), indent=2))
    else:
        console.print_all(explanation(assessed, node, console))
