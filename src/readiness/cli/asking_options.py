"""What can be asked about a plan on the command line."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

__all__ = ["FrontierOption", "LimitsOption", "WhyOption"]

WhyOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--why", metavar="ID", help="Why an action is in the plan or not; `all` for each. May be repeated."),
]
LimitsOption: TypeAlias = Annotated[
    bool, typer.Option("--limits", help="Which limits bind, and what a little more of each would buy.")
]
FrontierOption: TypeAlias = Annotated[
    bool, typer.Option("--frontier", help="What other budgets would buy, from nothing to enough.")
]
