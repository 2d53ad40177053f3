"""How a plan was made and what is proved of it, as plain values, with their schema."""

from __future__ import annotations

from typing import Any

from readiness.report.exact import exactly
from readiness.report.schema_parts import MAYBE, NUMBER, TEXT, WHOLE, Schema, closed, list_of
from readiness.roadmap.solution import Method, Solution

__all__ = ["solution_json", "solution_schema"]


def solution_json(solution: Solution) -> dict[str, Any]:
    """Return how a plan was made."""
    worth = solution.worth
    return {
        "method": str(solution.method),
        "gap": exactly(solution.gap),
        "bound": exactly(solution.bound),
        "nodes": solution.nodes,
        "inexact": list(solution.inexact),
        "worth": {
            "gates": worth.gates,
            "end": exactly(worth.end),
            "mean": exactly(worth.mean),
            "closed": exactly(worth.closed),
            "price": exactly(worth.price),
            "value": exactly(worth.value),
        },
    }


def solution_schema() -> Schema:
    """Return the schema of the same."""
    worth = {
        "gates": (WHOLE, "The gates that hold now and no longer at the end."),
        "end": (NUMBER, "How much better the overall ratio is at the end, up to the targets."),
        "mean": (NUMBER, "How much better it is in the mean of all quarter ends."),
        "closed": (NUMBER, "The share of all gaps between answers and targets that is closed."),
        "price": (NUMBER, "External spend and effort of the chosen actions, in money."),
        "value": (NUMBER, "All of these, weighed against each other: what is made as large as can be."),
    }
    return closed(
        {
            "method": (
                {"enum": [str(method) for method in Method]},
                "optimal: no plan is worth more by over 1 %; best found: that is not proved; ranked: by gain for cost.",
            ),
            "gap": (
                MAYBE,
                "How much more a plan could be worth, as a share of all but the gates; null when nothing is proved.",
            ),
            "bound": (MAYBE, "A value that no plan within the limits exceeds; null when nothing is proved."),
            "nodes": (WHOLE, "The nodes of the search tree that were looked at."),
            "inexact": (
                list_of(TEXT),
                "The ids of areas whose score the solver bounds from above; the worth of the plan is exact.",
            ),
            "worth": (closed(worth), "What the plan is worth, by the scoring engine."),
        }
    )
