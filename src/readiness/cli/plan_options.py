"""What `readiness plan` can change for one run."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

__all__ = [
    "BudgetOption",
    "ByOption",
    "CompareOption",
    "DelayOption",
    "QuartersOption",
    "RiskOption",
    "ScenarioOption",
    "TotalBudgetOption",
    "WithOption",
    "WithoutOption",
]

WithOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--with", metavar="ID", help="An action that the plan has to have. May be repeated."),
]
WithoutOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--without", metavar="ID", help="An action that it must not have. May be repeated."),
]
DelayOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--delay",
        metavar="[ID=]N",
        help="Start N quarters later and end on the same day; with ID, only that action. May be repeated.",
    ),
]
BudgetOption: TypeAlias = Annotated[
    str | None,
    typer.Option("--budget", metavar="N", help="Outside spend that each quarter can carry.", show_default=False),
]
TotalBudgetOption: TypeAlias = Annotated[
    str | None,
    typer.Option("--total-budget", metavar="N", help="Outside spend of all quarters.", show_default=False),
]
QuartersOption: TypeAlias = Annotated[
    int | None, typer.Option("--quarters", metavar="N", help="How many quarters to plan.", show_default=False)
]
ByOption: TypeAlias = Annotated[
    str | None,
    typer.Option("--by", metavar="DATE", help="Plan for this day: the quarters that end by then.", show_default=False),
]
ScenarioOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--scenario", metavar="FILE", help="A file with other limits. Several are put side by side."),
]
CompareOption: TypeAlias = Annotated[
    bool, typer.Option("--compare", help="Put the plan of the file and the changed one side by side.")
]
RiskOption: TypeAlias = Annotated[
    bool, typer.Option("--risk", help="Say how sure cost and dates are, by drawing the estimates thousands of times.")
]
