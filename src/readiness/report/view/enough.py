"""What is good enough for now."""

from __future__ import annotations

from dataclasses import dataclass

from readiness.report.view.context import Context
from readiness.report.words import sentence

__all__ = ["Enough", "good_enough"]


@dataclass(frozen=True, slots=True)
class Enough:
    """One answer that need not rise for now."""

    topic: str
    level: str
    when: str


def good_enough(context: Context) -> tuple[Enough, ...]:
    """Return the answers at target whose level the framework itself calls good enough under a condition."""
    found = []
    for node in context.answered:
        when = context.given.framework.question[node.id].good_enough_when.get(node.level or 0)
        if when is None or node.level is None or node.id in context.gap:
            continue
        found.append(Enough(node.title, f"{node.level} {context.level_name(node.level)}", sentence(when)))
    return tuple(found)
