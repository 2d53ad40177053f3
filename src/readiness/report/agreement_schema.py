"""The part of the JSON Schema of a result that describes what several people answered."""

from __future__ import annotations

from typing import get_args

from readiness.agreement.result import Reliance, Trend
from readiness.model.assessment import Combination
from readiness.report.schema_parts import NUMBER, TEXT, WHOLE, YES_NO, Described, Schema, closed, list_of, one_of

__all__ = ["agreement_schema"]


def agreement_schema() -> Schema:
    """Return the schema of `agreement_json`."""
    owing: Described = {
        "respondent": (TEXT, "The id of the respondent."),
        "role": (TEXT, "The role."),
        "questions": (list_of(TEXT), "What they are asked and have not answered."),
    }
    return closed(
        {
            "people": (WHOLE, "How many gave a vote."),
            "combine": ({"enum": list(get_args(Combination))}, "How votes become one answer where none is agreed."),
            "alpha": (closed(_alpha()), "Krippendorff's alpha, with the interval metric, over all questions."),
            "dimensions": (
                list_of(closed({"id": (TEXT, "The dimension or measure."), **_alpha()})),
                "The same within each dimension and measure that has a vote.",
            ),
            "compared": (_compared(), "The groups side by side; groups under five people are never shown."),
            "questions": (list_of(_question()), "Each question with a vote, in the order of the framework."),
            "conversations": (list_of(TEXT), "The questions that need a conversation, the furthest apart first."),
            "owing": (list_of(closed(owing)), "Who has not answered what they are asked."),
        }
    )


def _alpha() -> Described:
    return {
        "alpha": ({"type": ["number", "null"]}, "1 is perfect agreement, 0 that of chance; null when undefined."),
        "reliance": (
            one_of(Reliance),
            "What it allows: reliable from 0.8, tentative from 0.667; alone or alike when undefined.",
        ),
        "questions": (WHOLE, "How many questions two or more people answered."),
        "votes": (WHOLE, "How many answers they gave to them."),
    }


def _compared() -> Schema:
    group: Described = {
        "id": (TEXT, "Its id."),
        "title": (TEXT, "Its title."),
        "steps-from-the-work": ({"type": ["integer", "null"]}, "0 for those who do the work; null when not said."),
        "people": (WHOLE, "The most of them who answered one of these questions."),
        "score": (NUMBER, "Their mean score over these questions."),
    }
    return closed(
        {
            "questions": (WHOLE, "On how many questions all of these groups can be shown."),
            "trend": (
                one_of(Trend),
                "How scores go with closeness to the work: lower, higher, alike, mixed or unknown.",
            ),
            "groups": (list_of(closed(group)), "The closest to the work first."),
        }
    )


def _question() -> Schema:
    group: Described = {
        "id": (TEXT, "The group."),
        "people": (WHOLE, "How many of it answered."),
        "score": (NUMBER, "Their mean score."),
        "low": (NUMBER, "The lowest."),
        "high": (NUMBER, "The highest."),
    }
    step: Described = {"score": (NUMBER, "A score."), "people": (WHOLE, "How many stand there.")}
    return closed(
        {
            "id": (TEXT, "The question."),
            "agreed": (YES_NO, "Whether an agreed answer stands beside the votes."),
            "answered": (WHOLE, "How many gave an answer."),
            "scores": (list_of(closed(step)), "From the lowest; empty for what is not scored."),
            "spread": (NUMBER, "How many levels lie between the lowest and the highest."),
            "not-applicable": (WHOLE, "How many say that it does not apply."),
            "unknown": (WHOLE, "How many do not know."),
            "needs-conversation": (
                YES_NO,
                "Whether nothing is agreed, and people are far apart, or not of one mind whether it applies.",
            ),
            "groups": (list_of(closed(group)), "The groups that can be shown."),
        }
    )
