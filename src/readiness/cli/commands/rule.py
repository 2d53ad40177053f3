"""`readiness rule`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from readiness.cli.console import Color, Console, Styled, output
from readiness.cli.options import ColorOption

if TYPE_CHECKING:
    from readiness.checks.catalogue import Rule

__all__ = ["rule"]


def rule(
    code: Annotated[
        str | None, typer.Argument(metavar="CODE", help="A code such as RF105, or a name.", show_default=False)
    ] = None,
    color: ColorOption = Color.AUTO,  # noqa: ARG001
) -> None:
    """Say what a rule of validate means, or list all."""
    from readiness.checks.catalogue import RULES
    from readiness.errors import UnknownName

    if code is None:
        _list_rules(output(), list(RULES.values()))
        return
    names = {one.name: one for one in RULES.values()}
    found = RULES.get(code.upper()) or names.get(code.lower())
    if found is None:
        raise UnknownName("rule", code, known=[*RULES, *names])
    _show_rule(output(), found)


def _list_rules(console: Console, rules: list[Rule]) -> None:
    for one in rules:
        console.print(Styled(one.code, "strong"), f" {one.name}, {one.severity}")
        console.wrap(one.what, indent="      ")


def _show_rule(console: Console, one: Rule) -> None:
    console.print(Styled(f"{one.code} {one.name}", "strong"), f", {one.severity}")
    console.wrap(one.what)
    console.print("")
    console.wrap(f"Why it matters: {one.why}")
    for title, example in (("Bad:", one.bad), ("Good:", one.good)):
        console.print("")
        console.print(title)
        for line in example.splitlines():
            console.print(f"  {line}")
