"""What tells a form of one text from a form of another, where both are of the same version of a framework."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from readiness.model.framework import Framework

__all__ = ["form_digest", "is_of_another_text"]

_OF_NO_FORM = frozenset({"replaces", "weight", "rung", "measure", "gates", "adjust", "bands", "scoring"})
"""Keys of areas and questions that change what answers are worth, and nothing of what is asked."""
_OF_NO_FRAMEWORK_FORM = _OF_NO_FORM | {"licence", "labels", "sources", "includes", "targets", "estimates", "actions"}
_OF_NO_QUESTION_FORM = _OF_NO_FORM | {"basis", "covers", "references"}
_MAY_NOT_APPLY = "not-applicable"
"""The one part of `scoring` that a form shows: whether it offers that a question does not apply."""


def form_digest(framework: Framework) -> str:
    """Return the SHA-256 in hexadecimal of what a form asks: areas, questions, options, conditions, roles and facts.

    What answers are worth, what is to be done about them and what that costs can change while forms are out.
    """
    said = json.dumps(_asked(framework.model_dump(mode="json", by_alias=True), _OF_NO_FRAMEWORK_FORM), sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()


def is_of_another_text(digest: str, framework: Framework) -> bool:
    """Tell whether a form shows something else than the framework now says, by the digest that came back with it.

    Forms made by earlier versions of this tool carry the digest of all that a framework says; some carry none.
    """
    return bool(digest) and digest not in {form_digest(framework), _digest_of_all(framework)}


def _digest_of_all(framework: Framework) -> str:
    return hashlib.sha256(framework.model_dump_json(by_alias=True).encode()).hexdigest()


def _asked(node: Mapping[str, Any], left_out: Iterable[str]) -> dict[str, Any]:
    """Return what a form shows of a framework or an area, those within it too."""
    return {
        **{key: value for key, value in node.items() if key not in left_out},
        _MAY_NOT_APPLY: node["scoring"].get(_MAY_NOT_APPLY),
        "areas": [_asked(area, _OF_NO_FORM) for area in node["areas"]],
        "questions": [_question(question) for question in node["questions"]],
    }


def _question(question: Mapping[str, Any]) -> dict[str, Any]:
    shown = {key: value for key, value in question.items() if key not in _OF_NO_QUESTION_FORM}
    return {**shown, _MAY_NOT_APPLY: question["scoring"].get(_MAY_NOT_APPLY)}
