"""The JSON Schema of `result/1`."""

from __future__ import annotations

from typing import Any

__all__ = ["result_schema"]

_TEXT: dict[str, Any] = {"type": "string"}
_TEXT_OR_NULL: dict[str, Any] = {"type": ["string", "null"]}
_WHOLE: dict[str, Any] = {"type": "integer"}
_YES_NO: dict[str, Any] = {"type": "boolean"}
_DAY: dict[str, Any] = {"type": "string", "format": "date"}
_NUMBER: dict[str, Any] = {"$ref": "#/$defs/number"}
_MAYBE: dict[str, Any] = {"anyOf": [_NUMBER, {"type": "null"}]}
_ESTIMATE: dict[str, Any] = {"$ref": "#/$defs/estimate"}


def result_schema() -> dict[str, Any]:
    """Return the JSON Schema of a result; `readiness schema result` prints it."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "result/1",
        "description": "A scored assessment with its gaps and roadmap. Keys are stable within result/1.",
        **_closed(
            {
                "readiness": {"const": "result/1"},
                "tool": _closed({"name": _TEXT, "version": _TEXT}),
                "framework": _closed({"id": _TEXT, "version": _TEXT, "title": _TEXT}),
                "organisation": _closed({"name": _TEXT, "sector": _TEXT_OR_NULL}),
                "assessed-on": _DAY,
                "as-of": {**_DAY, "description": "The day on which evidence had to be in date."},
                "target": _or_null(_closed({"id": _TEXT, "title": _TEXT})),
                "scale": _list(_closed({"level": _WHOLE, "name": _TEXT})),
                "score": {"$ref": "#/$defs/node"},
                "gaps": {**_list({"$ref": "#/$defs/gap"}), "description": "The gap worth most first."},
                "roadmap": _or_null({"$ref": "#/$defs/roadmap"}),
                "files": {**_map(_TEXT), "description": "SHA-256 of every file that was read."},
            }
        ),
        "$defs": _definitions(),
    }


def _definitions() -> dict[str, Any]:
    return {
        "number": {
            **_closed({"exact": {"type": "string", "pattern": r"^-?\d+(/\d+)?$"}, "value": {"type": "number"}}),
            "description": "An exact fraction such as 8/3, and the same rounded to four decimals.",
        },
        "estimate": _closed({"low": _NUMBER, "likely": _NUMBER, "high": _NUMBER}),
        "node": _node(),
        "gate": _closed(
            {
                "questions": _list(_TEXT),
                "cap": _WHOLE,
                "because": _TEXT,
                "holds": _YES_NO,
                "certain": _YES_NO,
                "loss": _NUMBER,
            }
        ),
        "gap": _closed(
            {
                "question": _TEXT,
                "state": _TEXT,
                "score": _MAYBE,
                "target": _WHOLE,
                "size": _NUMBER,
                "gain": _NUMBER,
                "gates": _WHOLE,
            }
        ),
        "roadmap": _roadmap(),
    }


def _node() -> dict[str, Any]:
    numbers = ("score", "ratio", "raw-ratio", "points", "maximum", "low", "high", "evidenced", "target", "gap")
    contribution = _closed({"child": _TEXT, "share": _NUMBER, "adds": _NUMBER, "costs": _NUMBER})
    return _closed(
        {
            "id": _TEXT,
            "title": _TEXT,
            "kind": {"enum": ["framework", "area", "question"]},
            "weight": _NUMBER,
            "rollup": _TEXT_OR_NULL,
            **dict.fromkeys(numbers, _MAYBE),
            "level": {"type": ["integer", "null"]},
            "band": {**_TEXT_OR_NULL, "description": "The framework's name for the range that the score lies in."},
            "share-of-whole": _NUMBER,
            "coverage": _closed({"answered": _WHOLE, "applicable": _WHOLE, "weight": _NUMBER}),
            "state": _TEXT_OR_NULL,
            "evidence": _TEXT_OR_NULL,
            "needs-evidence": _YES_NO,
            "contributions": _list(contribution),
            "gates": _list({"$ref": "#/$defs/gate"}),
            "children": _list({"$ref": "#/$defs/node"}),
        }
    )


def _roadmap() -> dict[str, Any]:
    lift = _closed({"from": _NUMBER, "to": _NUMBER})
    action = {
        **dict.fromkeys(("number", "id", "title", "area", "owner"), _TEXT),
        **dict.fromkeys(("start-quarter", "quarters"), _WHOLE),
        "gain": _NUMBER,
        "after": _list(_TEXT),
        "lifts": _map(lift),
        "cost": _ESTIMATE,
        "effort-days": _ESTIMATE,
    }
    quarter = {
        "label": _TEXT,
        **dict.fromkeys(("starts", "ends"), _DAY),
        **dict.fromkeys(("cost", "effort-days"), _ESTIMATE),
        "effort-by-role": _map(_NUMBER),
        **dict.fromkeys(("score", "low", "high"), _MAYBE),
        "scores": _map(_MAYBE),
    }
    totals = dict.fromkeys(("cost", "effort-days", "running-cost-a-year", "benefit-a-year"), _ESTIMATE)
    return _closed(
        {
            "target": _TEXT,
            "starts": _DAY,
            "currency": _TEXT,
            "day-rate": _NUMBER,
            **dict.fromkeys(("start-score", "target-score"), _MAYBE),
            "quarters": _list(_closed(quarter)),
            "actions": _list(_closed(action)),
            "left-out": _list(_closed({"id": _TEXT, "title": _TEXT, "reason": _TEXT, "detail": _TEXT})),
            "totals": _closed(totals),
            "critical-chain": _list(_TEXT),
            "unmet": _list(_TEXT),
            "open-gates": _list(_closed({"node": _TEXT, "because": _TEXT})),
        }
    )


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    """Return an object with exactly these keys."""
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _map(values: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": values}


def _or_null(one: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [one, {"type": "null"}]}
