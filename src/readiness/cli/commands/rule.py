"""`readiness rule`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from readiness.cli.console import Color, Console, Styled, output
from readiness.cli.options import ColorOption, OutputFormat, OutputFormatOption

if TYPE_CHECKING:
    from readiness.checks.catalogue import Rule

__all__ = ["rule"]


def rule(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="RULE", help="A code such as RF105, the beginning of codes, or a name.", show_default=False
        ),
    ] = None,
    output_format: OutputFormatOption = OutputFormat.TEXT,
    color: ColorOption = Color.AUTO,  # noqa: ARG001
) -> None:
    """Say what a rule of validate means, or list all."""
    from readiness.checks.catalogue import RULES
    from readiness.checks.catalogue.naming import rules_named

    rules = tuple(RULES.values()) if name is None else rules_named(name)
    if output_format is OutputFormat.JSON:
        _write_json(output(), rules)
    elif len(rules) == 1:
        _show_rule(output(), rules[0])
    else:
        _list_rules(output(), rules)


def _write_json(console: Console, rules: Sequence[Rule]) -> None:
    import json

    keys = ("code", "name", "severity", "what", "why", "bad", "good")
    listed = [{key: getattr(one, key) for key in keys} for one in rules]
    console.write_document(json.dumps(listed, indent=2, ensure_ascii=False))


def _list_rules(console: Console, rules: Sequence[Rule]) -> None:
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
