"""Takes out of an assessment what tells who gave an answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from readiness.agreement.result import LEAST_SHOWN

__all__ = ["anonymised"]

_WORDS_OF_A_VOTE = frozenset({"note", "on"})
_REASONS = {
    "unknown": "Not known to a respondent.",
    "not-applicable": "Does not apply, says a respondent.",
}


def anonymised(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return the plain values of an assessment that has no errors, without names and with ids that say nothing.

    A role stays while five people share it; else the person is a number, in an order that is not that of the file.
    What stands in a vote beside its answer goes, with the reason for not knowing, as its words may tell whose it is;
    so does the `by` of every answer. How sure a vote is stays, for the answer is no surer than its least sure vote.
    Notes and evidence of the agency's own answers stay as they are written.
    """
    people = document.get("respondents") or {}
    order = sorted(people, key=lambda id_: sha256(str(id_).encode()).digest())
    names = {id_: f"respondent-{number}" for number, id_ in enumerate(order, 1)}
    answers = {id_: _answer(answer, names) for id_, answer in (document.get("answers") or {}).items()}
    return {**document, "respondents": _people(people, names), "answers": answers}


def _people(people: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    shared = Counter(str(one["role"]) for one in people.values())
    return {
        name: {
            "role": people[id_]["role"] if shared[str(people[id_]["role"])] >= LEAST_SHOWN else _numbered(name),
            **({"group": people[id_]["group"]} if people[id_].get("group") else {}),
        }
        for id_, name in names.items()
    }


def _numbered(name: str) -> str:
    return name.replace("-", " ").capitalize()


def _answer(answer: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    kept = {key: value for key, value in answer.items() if key not in {"by", "votes"}}
    votes = {names[person]: _bare(vote) for person, vote in (answer.get("votes") or {}).items()}
    return {**kept, "votes": dict(sorted(votes.items()))} if votes else kept


def _bare(vote: Mapping[str, Any]) -> dict[str, Any]:
    """Return only what a vote says and how sure it is."""
    return {key: _REASONS.get(key, value) for key, value in vote.items() if key not in _WORDS_OF_A_VOTE}
