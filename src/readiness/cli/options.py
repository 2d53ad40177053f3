"""Options that several commands share."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, TypeAlias

import typer

from readiness.cli.console import Color, chosen_color
from readiness.roadmap.planners import Planner

__all__ = [
    "AnswersArgument",
    "AsOfOption",
    "ColorOption",
    "FindingsFormat",
    "LanguageOption",
    "OutputFormat",
    "OutputFormatOption",
    "PlannerOption",
    "ResultFormat",
    "ResultFormatOption",
    "TargetOption",
    "TemplatesOption",
    "ThemeOption",
    "day_of",
]


class OutputFormat(StrEnum):
    """How the answer is written."""

    TEXT = "text"
    JSON = "json"


class ResultFormat(StrEnum):
    """How the result of an assessment is written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


class FindingsFormat(StrEnum):
    """How findings are written."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"
    GITLAB = "gitlab"
    JUNIT = "junit"


def _choose_color(value: Color) -> Color:
    if value is not Color.AUTO:
        chosen_color.set(value)
    return value


AnswersArgument: TypeAlias = Annotated[
    str, typer.Argument(metavar="ANSWERS", help="An assessment file; - is standard input.", show_default=False)
]
ColorOption: TypeAlias = Annotated[
    Color, typer.Option("--color", callback=_choose_color, is_eager=True, help="When to use colour.")
]
OutputFormatOption: TypeAlias = Annotated[
    OutputFormat, typer.Option("--output-format", help="How the answer is written.")
]
ResultFormatOption: TypeAlias = Annotated[
    ResultFormat, typer.Option("--output-format", help="How the answer is written.")
]
TargetOption: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="A target profile instead of the one in the file.", show_default=False),
]
LanguageOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="TAG",
        help="The language of the files for people, such as cy; without it, that of the framework.",
        show_default=False,
    ),
]
ThemeOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--theme", metavar="FILE", help="A theme: logo, colours, marking and size of reports.", show_default=False
    ),
]
TemplatesOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--templates",
        metavar="DIR",
        help="Templates that take the place of ours in .html and .pdf; they run in a sandbox.",
        show_default=False,
    ),
]
AsOfOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="DATE", help="The day on which evidence has to be in date; without it, the day of the assessment."
    ),
]
PlannerOption: TypeAlias = Annotated[
    Planner | None,
    typer.Option(
        "--planner",
        envvar="READINESS_PLANNER",
        help="How actions are chosen; without it, the best way installed.",
        show_default=False,
    ),
]


def day_of(text: str | None, option: str = "--as-of") -> date | None:
    """Return the day that an option names.

    Raises:
        UsageError: it is no day, or too late a one.
    """
    from readiness.errors import UsageError
    from readiness.model.base import LAST_DAY

    if not text:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{option}: {text!r} is not a day", hint="such as 2026-11-20") from None
    if day > LAST_DAY:
        raise UsageError(f"{option}: {text} is too late", hint=f"a day up to {LAST_DAY}")
    return day
