"""The JSON Schema of how firm a result is."""

from __future__ import annotations

from readiness.report.schema_parts import (
    MAYBE,
    NUMBER,
    TEXT,
    TEXT_OR_NULL,
    WHOLE,
    YES_NO,
    Described,
    Schema,
    closed,
    list_of,
    or_null,
)

__all__ = ["robustness_schema"]

_REAL: Schema = {"type": "number"}


def robustness_schema() -> Schema:
    """Return the schema of what `readiness explain --robustness` prints as JSON."""
    return closed(
        {
            "stands-at": (TEXT_OR_NULL, "The name of the overall level or band; null when there is no score."),
            "weights": (or_null(_weights()), "Under other weights; null when no weight counts."),
            "without-dimension": (list_of(_left_out()), "Without each top area; what moves the score most first."),
            "without-question": (list_of(_left_out()), "Without each question; what moves the score most first."),
            "answers": (WHOLE, "How many answers could change."),
            "lower": (or_null(_fewest()), "What leads to a lower level or band; null at the lowest."),
            "higher": (or_null(_fewest()), "What leads to a higher level or band; null at the highest."),
        }
    )


def _weights() -> Schema:
    return closed(
        {
            "draws": (WHOLE, "How many times the weights were drawn."),
            "seed": (WHOLE, "What chance was begun with."),
            "concentration": (WHOLE, "That of the Dirichlet distribution of each area, for each part that counts."),
            "holds": (_share(), "The draws in which the overall level or band is the same."),
            "stands-at": (
                list_of(closed({"name": (TEXT, "A level or band."), "share": (_REAL, "Its part of all draws.")})),
                "How the draws are shared out, from the lowest level or band.",
            ),
            "score": (
                closed(
                    {
                        "low": (_REAL, "5 of 100 draws lie below."),
                        "high": (_REAL, "5 of 100 draws lie above."),
                    }
                ),
                "Between which overall scores 90 of 100 draws lie.",
            ),
            "dimensions": (list_of(_dimension()), "The top areas, in the order of the framework."),
        }
    )


def _dimension() -> Schema:
    return closed(
        {
            "id": (TEXT, "The id of the area."),
            "title": (TEXT, "Its title."),
            "weakest": (_share(), "The draws in which it is the weakest; areas that are equally weak share a draw."),
            "ranks": (
                closed(
                    {
                        "first": (WHOLE, "1 is the weakest; 95 of 100 draws are no lower."),
                        "last": (WHOLE, "95 of 100 draws are no higher; equals take all ranks that they share."),
                    }
                ),
                "Between which ranks 90 of 100 draws lie.",
            ),
        }
    )


def _share() -> Schema:
    return closed(
        {"share": (_REAL, "From 0 to 1."), "standard-error": (_REAL, "What chance may have moved it by, one sigma.")}
    )


def _left_out() -> Schema:
    return closed(
        {
            "id": (TEXT, "The id of what is left out."),
            "title": (TEXT, "Its title or topic."),
            "score": (MAYBE, "The overall score without it; null when nothing is left."),
            "change": (MAYBE, "That score less the overall score."),
            "stands-at": (TEXT_OR_NULL, "The level or band without it."),
        }
    )


def _fewest() -> Schema:
    change: Described = {
        "question": (TEXT, "The id of the question."),
        "from": (NUMBER, "Its score now."),
        "to": (NUMBER, "Its score one step higher or lower."),
        "answer": (TEXT, "The answer that it would be."),
        "doubtful": (YES_NO, "Whether the answer lacks the evidence that it needs, or is of low confidence."),
    }
    return closed(
        {
            "leads-to": (TEXT_OR_NULL, "The level or band that the changes lead to; null when none were found."),
            "at-least": (
                {"type": ["integer", "null"]},
                "No smaller number of changes leads there; null when no number does.",
            ),
            "is-smallest": (YES_NO, "Whether it is proved that no smaller number does."),
            "changes": (list_of(closed(change)), "The changes, each of one answer by one step."),
        }
    )
