"""The rules RA6xx: respondents and their votes."""

from __future__ import annotations

from readiness.checks.catalogue.rule import ERROR, WARNING, Rule

__all__ = ["VOTES"]

VOTES = (
    Rule(
        "RA601",
        "vote-of-unknown-respondent",
        ERROR,
        "A vote is from a respondent who is not listed.",
        "Nobody can say who has answered and who has not.",
        "votes: {csio: {level: 3}}",
        "votes: {ciso: {level: 3}}",
    ),
    Rule(
        "RA602",
        "more-than-a-vote",
        ERROR,
        "A vote holds evidence, votes or a respondent.",
        "Evidence backs the answer that the votes lead to, and the key of a vote says whose it is.",
        "votes: {ciso: {level: 3, evidence: [{title: Report}]}}",
        "{votes: {ciso: {level: 3}}, evidence: [{title: Report}]}",
    ),
    Rule(
        "RA603",
        "agreed-outside-the-votes",
        WARNING,
        "The agreed answer is better or worse than every vote, and no note says why.",
        "Nobody held that view, so a reader will ask where it comes from.",
        "{level: 4, votes: {ciso: {level: 2}, hr: {level: 3}}}",
        "{level: 3, votes: {ciso: {level: 2}, hr: {level: 3}}}",
    ),
    Rule(
        "RA604",
        "respondent-of-unknown-group",
        ERROR,
        "A respondent belongs to a group that is not listed.",
        "The answers of the group would be compared without this person's.",
        "respondents: {ann: {role: Inspector, group: frontline}}",
        "respondents: {ann: {role: Inspector, group: front-line}}",
    ),
)
