"""A framework and an assessment in which every text that a person can write is an attack."""

from __future__ import annotations

import json
import re
from itertools import count
from pathlib import Path
from typing import Any

from tests.builders import Plain, a_framework, a_question, an_action, an_area, an_assessment

__all__ = ["documents", "poisoned"]

T = "\N{SKULL}"
"""Stands for the attack."""
_TEXTS: dict[str, Any] = {"topic": T, "ask": T, "why": T, "basis": T, "evidence": {"expect": [T]}}
_TWO = [{"id": "a", "text": T}, {"id": "b", "text": T}]
_POINTS = [{"id": "a", "text": T, "points": 0}, {"id": "b", "text": T, "points": 3}]


def poisoned(folder: Path, attack: str) -> Path:
    """Write both documents with the attack, and a number, as every text, and return where the assessment is."""
    number = count(1)
    for name, document in documents().items():
        text = json.dumps(document, ensure_ascii=False)
        text = json.dumps(document, ensure_ascii=False)
        text = re.sub(f'"{T}"', lambda _: json.dumps(f"{attack} {next(number)}"), text)
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder / "assessment.yaml"


def documents() -> dict[str, Plain]:
    """Return both documents, with a sign in the place of each text."""
    return {"sample": _framework(), "assessment": _assessment()}


def _framework() -> Plain:
    levels = dict.fromkeys(range(1, 4), T)
    asked = [
        a_question("locks", **_TEXTS, levels=levels, good_enough_when={3: T}, covers={"guide": ["G-1"]}),
        a_question("doors", **_TEXTS, levels=levels, references={"norm": ["N.1"]}, answered_by=["lead"]),
        a_question("tools", "checklist", **_TEXTS, items=_TWO),
        a_question("plan", "choice", **_TEXTS, options=_POINTS),
        a_question("kinds", "multiple", **_TEXTS, options=_POINTS),
        a_question("rules", "yes-no", **_TEXTS),
        a_question("share", "number", **_TEXTS, unit=T),
        a_question("said", "text", **_TEXTS),
        a_question("since", "date", **_TEXTS),
        a_question("hidden", **_TEXTS, levels=levels, applies_when={"fact": "place", "is": T}),
    ]
    people = [a_question(f"people-{n}", **_TEXTS, levels=levels) for n in range(3)]
    gate: dict[str, Any] = {"when": {"question": "locks", "below": 2}, "cap-at-level": 2, "because": T}
    rules = {"gates": [gate], "adjust": [{"when": {"fact": "staff", "at-least": 1}, "add": -0.1, "because": T}]}
    bands = [{"name": T, "description": T, "to": 0.5}, {"name": T, "description": T, "from": 0.5}]
    return a_framework(
        0,
        title=T,
        description=T,
        licence=T,
        labels=[T, T],
        sources={
            "guide": {"title": T, "kind": "checklist", "checked": T, "url": T, "items": {"G-1": T}},
            "norm": {"title": T, "kind": "standard", "checked": T, "url": T, "items": {"N.1": T}},
        },
        scale=[{"level": number, "name": T, "description": T} for number in range(1, 4)],
        roles={"lead": T},
        facts={"card": {"type": "boolean", "ask": T}, "place": {"type": "text", "ask": T}},
        areas=[
            an_area("safety", areas=[an_area("doors-area", asked, title=T, description=T)], title=T, **rules),
            an_area("people", people, title=T, description=T, bands={"ranges": bands, "inclusive": "upper"}),
        ],
        **rules,
        targets={
            "good": {
                "title": T,
                "description": T,
                "default": 2,
                "switches": [{"when": {"fact": "card", "is": True}, "because": T, "questions": {"doors": 3}}],
            }
        },
        estimates={"basis": T},
        actions=[
            an_action("fit", {"locks": 3}, title=T, why=T, delivers=T, seen_in=[T], cost={"likely": 2000}),
            an_action("train", {"people-0": 3}, title=T, why=T, delivers=T, seen_in=[T], needs=["fit"]),
            an_action("drop", {"people-1": 3}, title=T, why=T, delivers=T),
        ],
    )


def _assessment() -> Plain:
    proof = [{"title": T, "ref": T, "note": T, "dated": "2026-10-01"}]
    beside = {"note": T, "evidence": proof, "by": "kim"}
    votes = {name: {"level": 1 + at % 3, "note": T} for at, name in enumerate(("kim", "lee", "ann"))}
    return an_assessment(
        {
            "locks": {"level": 1, **beside},
            "doors": {"votes": votes},
            "tools": {"done": ["a"], **beside},
            "plan": {"not-applicable": T, **beside},
            "kinds": {"options": ["a"], **beside},
            "rules": {"answer": "yes", **beside},
            "share": {"value": 40, **beside},
            "said": {"text": T, **beside},
            "since": {"date": "2026-01-01", **beside},
            "hidden": {"level": 1, **beside},
            "people-0": {"level": 1, **beside, "confidence": "low"},
            "people-1": {"unknown": T, **beside},
        },
        organisation={"name": T, "sector": T, "staff": 200, "facts": {"card": True, "place": T}},
        scope=T,
        status=T,
        prepared_by=T,
        respondents={name: {"role": T, "name": T, "group": "all"} for name in ("kim", "lee", "ann")},
        groups={"all": {"title": T}},
        plan={
            "starts": "2027-01-01",
            "quarters": 8,
            "budget-a-quarter": 5000,
            "optimism-bias": {"cost": 10, "because": T},
            "actions": {"drop": {"never": True, "because": T}},
        },
    )
