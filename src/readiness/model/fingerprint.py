"""What tells one state of a framework's questions from another."""

from __future__ import annotations

import hashlib
import json

from readiness.model.framework import Framework

__all__ = ["fingerprint_of_questions"]

_ASKED_OF_FRAMEWORK = frozenset({"id", "version", "scale", "facts"})


def fingerprint_of_questions(framework: Framework) -> str:
    """Return the SHA-256 of all that a framework asks: its questions in order, its scale, its facts, its conditions.

    Actions, weights of areas and targets have no part in it: a form that is out with people can still come back after
    they were changed. The framework is taken as it was written, before any translation.
    """
    asked = {
        "framework": framework.model_dump(mode="json", by_alias=True, include=set(_ASKED_OF_FRAMEWORK)),
        "areas": [
            area.model_dump(mode="json", by_alias=True, include={"id", "applies_when"}) for area, _ in framework.walk()
        ],
        "questions": [one.model_dump(mode="json", by_alias=True) for one in framework.question.values()],
    }
    return hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()
