"""What a higher score means is the same all the way up, and silence does not pay."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from readiness.checks.finding import Finding
from readiness.checks.outline import Outline
from readiness.model.direction import Direction

if TYPE_CHECKING:
    from readiness.diagnostics import Path
    from readiness.model.answers import Question
    from readiness.model.framework import Area, Framework

__all__ = ["check_directions", "check_silence"]

_Rule: TypeAlias = tuple[Direction, str]
"""What a higher score means, and what a missing answer counts as."""


def check_directions(outline: Outline) -> Iterator[Finding]:
    """Find areas, and included frameworks, whose score would be mixed with one that means the opposite."""
    framework, known = outline.framework, outline.scope.direction
    above = known[framework.id]
    for index, include in enumerate(framework.includes):
        if known.get(include.framework, above) is not above and not include.measure:
            yield _mixed(("includes", index, "framework"), include.framework, framework.id, above, at_key=False)
    for path, area, holder, direction in _areas(outline):
        if area.higher_is is not None and area.higher_is != direction and not area.measure:
            yield _mixed((*path, "higher-is"), area.id, holder, direction, at_key=True)


def _areas(outline: Outline) -> Iterator[tuple[Path, Area, str, Direction]]:
    """Yield every area with the id of what holds it, and with what a higher score means there."""
    framework = outline.framework
    found: dict[Path, tuple[str, Direction]] = {(): (framework.id, Direction(framework.higher_is))}
    for path, area in outline.areas:
        holder, direction = found[path[:-2]]
        found[path] = area.id, Direction(area.higher_is or direction)
        yield path, area, holder, direction


def _mixed(path: Path, id_: str, holder: str, above: Direction, *, at_key: bool) -> Finding:
    other = above.pick(Direction.WORSE, Direction.BETTER)
    return Finding(
        "RF218",
        path,
        f"higher is {other} in `{id_}` and {above} in `{holder}`, which holds it: they cannot make one score",
        at_key=at_key,
        help="add `measure: true`, which keeps it beside the score, or turn its points round",
    )


def check_silence(outline: Outline) -> Iterator[Finding]:
    """Find places from which on a missing answer counts as the best there is, because higher is worse there."""
    framework = outline.framework
    rules: dict[Path, _Rule] = {(): (Direction.BETTER, "zero")}
    nodes: list[tuple[Path, Framework | Area | Question]] = [((), framework), *outline.areas, *outline.questions]
    for path, node in nodes:
        above = rules[path[:-2]]
        rule = _rule(node, above)
        rules[path] = rule
        if rule != above and _pays(rule, above):
            counts, cure = rule[0].pick(("in full", "zero"), ("as zero", "full"))
            place: Path = (*path, "scoring", "unanswered") if node.scoring.unanswered else (*path, "higher-is")
            yield Finding(
                "RF217",
                place,
                f"a missing answer counts {counts}, which is the best where higher is {rule[0]}",
                at_key=True,
                help=f"write `unanswered: {cure}` under `scoring`, so that silence does not pay",
            )


def _rule(node: Framework | Area | Question, above: _Rule) -> _Rule:
    higher_is = getattr(node, "higher_is", None)
    return Direction(higher_is) if higher_is else above[0], node.scoring.unanswered or above[1]


def _pays(rule: _Rule, above: _Rule) -> bool:
    """Tell whether silence pays: by chance where a direction turns round; else, to count in full may well be meant."""
    direction, policy = rule
    return policy == "zero" if direction is Direction.WORSE else policy == "full" and direction is not above[0]
