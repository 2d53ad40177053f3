"""`readiness explain`."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from readiness.cli.console import Color, output
from readiness.cli.options import (
    AnswersArgument,
    AsOfOption,
    ColorOption,
    OutputFormat,
    OutputFormatOption,
    TargetOption,
    day_of,
)

if TYPE_CHECKING:
    from readiness.workflows import Assessed

__all__ = ["explain"]


class FigureName(StrEnum):
    """Which number of a node is explained."""

    SCORE = "score"
    LOW = "low"
    HIGH = "high"
    EVIDENCED = "evidenced"
    TARGET = "target"


def explain(
    answers: AnswersArgument,
    id_: Annotated[
        str | None,
        typer.Argument(metavar="ID", help="An area or a question; without it, the overall score.", show_default=False),
    ] = None,
    *,
    figure: Annotated[
        FigureName,
        typer.Option(
            "--as", help="Which number: the score, an end of its range, the score with evidence only, or the target."
        ),
    ] = FigureName.SCORE,
    robustness: Annotated[
        bool,
        typer.Option("--robustness", help="Show how firm the overall level is: other weights, parts and answers."),
    ] = False,
    target: TargetOption = None,
    as_of: AsOfOption = None,
    output_format: OutputFormatOption = OutputFormat.TEXT,
    color: ColorOption = Color.AUTO,  # noqa: ARG001
) -> None:
    """Show where a score comes from.

    The numbers are exact: a pocket calculator can check them.
    """
    from readiness import workflows

    assessed = workflows.assess(answers, target=target, as_of=day_of(as_of))
    if robustness:
        _show_robustness(assessed, id_, figure, output_format)
        return
    from readiness.cli.explanation import explanation

    found = workflows.explain(assessed, id_, figure.value)
    console = output()
    if output_format is OutputFormat.JSON:
        from readiness.cli.explanation_json import explanation_json

        console.write_json(explanation_json(found))
    else:
        console.print_all(explanation(found, console))


def _show_robustness(assessed: Assessed, id_: str | None, figure: FigureName, output_format: OutputFormat) -> None:
    """Show how firm the overall level is; there is no such thing for a part.

    Raises:
        UsageError: a part is named, or another figure than the score.
    """
    from readiness import workflows
    from readiness.errors import UsageError

    if id_ is not None:
        raise UsageError("--robustness is about the overall score", hint=f"leave out {id_!r}")
    if figure is not FigureName.SCORE:
        raise UsageError("--robustness is about the score", hint=f"leave out --as {figure.value}")
    sensitivity = workflows.robustness(assessed)
    console = output()
    if output_format is OutputFormat.JSON:
        from readiness.report.robustness_json import robustness

        console.write_json(robustness(sensitivity, assessed.framework))
    else:
        from readiness.cli.robustness import robustness as lines

        console.print_all(lines(assessed, sensitivity, console))
