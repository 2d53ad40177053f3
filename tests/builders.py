"""Small documents for tests: plain mappings, as an author writes them, and the real loader to read them.

    framework = a_framework(dimensions=2)
    model = read_framework(framework)
    framework, assessment = read_assessment(an_assessment({"d1-q1": {"level": 3}}), framework)

Every builder takes further keys with underscores for hyphens (`applies_when=`), and a key given as None is left out.
What the builders return on its own has no findings, so a test sees only what it asks for.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

from readiness.loading.load import Document, Library, load_assessment, load_framework
from readiness.model.assessment import Assessment
from readiness.model.framework import Framework

Plain = dict[str, Any]
"""A document, or a part of one, as plain values."""

LEVELS = {1: "Nothing yet.", 2: "Begun.", 3: "Agreed.", 4: "Measured.", 5: "Improving."}

_OWN_KEYS: Mapping[str, Plain] = {
    "level": {"levels": LEVELS},
    "checklist": {"items": [{"id": "a", "text": "First item"}, {"id": "b", "text": "Second item"}]},
    "choice": {
        "options": [
            {"id": "none", "text": "Nothing", "points": 0},
            {"id": "some", "text": "Something", "points": 1},
            {"id": "all", "text": "Everything", "points": 4},
        ]
    },
    "multiple": {
        "options": [
            {"id": "a", "text": "First option", "points": 1},
            {"id": "b", "text": "Second option", "points": 3},
        ]
    },
    "yes-no": {},
    "number": {"unit": "%", "bounds": {"worst": 0, "best": 100}},
    "text": {},
    "date": {},
}


# --- parts ---------------------------------------------------------------------------------------------------------


def a_question(id_: str = "q1", type_: str = "level", **keys: object) -> Plain:
    """Return a question of any type: `a_question("tools", "checklist", weight=2)`."""
    plain = {"id": id_, "topic": f"Topic of {id_}", "ask": f"How is {id_}?", "why": "It matters.", "type": type_}
    return _with(plain | deepcopy(_OWN_KEYS[type_]), keys)


def an_area(id_: str = "d1", questions: Sequence[Plain] = (), **keys: object) -> Plain:
    """Return an area that holds questions, or with `areas=` other areas."""
    return _with({"id": id_, "title": f"Area {id_}", "questions": list(questions) or None}, keys)


def an_action(id_: str, lifts: Mapping[str, Any], **keys: object) -> Plain:
    """Return an action of the role `lead`: 10 days, 4 weeks, and no money unless `cost=` says so."""
    plain = {
        "id": id_,
        "title": f"Do {id_}",
        "lifts": dict(lifts),
        "owner": "lead",
        "effort-days": {"likely": 10},
        "duration-weeks": {"likely": 4},
    }
    return _with(plain, keys)


def a_gate(when: Mapping[str, Any], cap_at_level: int = 2) -> Plain:
    """Return a gate: `a_gate({"question": "d1-q1", "below": 2})`."""
    return {"when": dict(when), "cap-at-level": cap_at_level, "because": "Nothing else helps while this is missing."}


# --- documents -----------------------------------------------------------------------------------------------------


def a_framework(dimensions: int = 2, questions: int | Sequence[Plain] = 2, **keys: object) -> Plain:
    """Return a framework with areas d1, d2, … that hold level questions d1-q1, d1-q2, …; target `good` asks level 3.

    A list of questions stands at the top, beside the areas: `a_framework(dimensions=0, questions=[a_question()])`.
    """
    in_each, at_the_top = (questions, []) if isinstance(questions, int) else (2, list(questions))
    plain = {
        "readiness": "framework/1",
        "id": "sample",
        "version": "1.0.0",
        "title": "Sample",
        "language": "en",
        "licence": "CC0-1.0",
        "roles": {"lead": "Lead"},
        "areas": [
            an_area(f"d{d}", [a_question(f"d{d}-q{q}") for q in range(1, in_each + 1)])
            for d in range(1, dimensions + 1)
        ],
        "questions": at_the_top or None,
        "targets": {"good": {"title": "Good", "default": 3}},
    }
    return _with(plain, keys)


def an_assessment(answers: Mapping[str, Any] | None = None, **keys: object) -> Plain:
    """Return an assessment of `a_framework()`; an answer that is a whole number is short for that level."""
    plain = {
        "readiness": "assessment/1",
        "framework": {"id": "sample", "version": "1.0.0"},
        "organisation": {"name": "Sample Council"},
        "assessed-on": "2026-11-20",
        "answers": {
            id_: {"level": answer} if type(answer) is int else answer for id_, answer in (answers or {}).items()
        },
    }
    return _with(plain, keys)


def all_at(level: int, framework: Plain) -> Plain:
    """Return answers that put every level question of a framework at one level."""
    return {question["id"]: {"level": level} for question in questions_of(framework)}


def questions_of(node: Plain) -> Iterator[Plain]:
    """Yield the questions of a plain framework or area, in the order of the file."""
    yield from node.get("questions", ())
    for area in node.get("areas", ()):
        yield from questions_of(area)


# --- as text, and through the loader -------------------------------------------------------------------------------


def as_yaml(document: Mapping[str, Any]) -> str:
    """Return a document as YAML text, in the order of its keys; Decimal and Fraction are written as decimals."""
    return yaml.dump(dict(document), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10_000)


def write(document: Mapping[str, Any], folder: Path) -> Path:
    """Write a framework as `<id>.yaml`, or an assessment as `assessment.yaml`, and return the path."""
    path = folder / f"{document.get('id', 'assessment')}.yaml"
    path.write_text(as_yaml(document), encoding="utf-8")
    return path


def check_framework(document: Mapping[str, Any], *parts: Mapping[str, Any]) -> Document[Framework]:
    """Return a framework with its includes composed into it and with all its findings."""
    with tempfile.TemporaryDirectory() as folder:
        for part in parts:
            write(part, Path(folder))
        path = write(document, Path(folder))
        return Library((Path(folder),)).compose(load_framework(str(path)))


def check_assessment(
    document: Mapping[str, Any], *frameworks: Mapping[str, Any]
) -> tuple[Document[Assessment], Framework | None]:
    """Return an assessment with all its findings, and its framework: one of those given, or `a_framework()`."""
    with tempfile.TemporaryDirectory() as folder:
        for framework in frameworks or (a_framework(),):
            write(framework, Path(folder))
        return load_assessment(str(write(document, Path(folder))), Library((Path(folder),)))


def read_framework(document: Mapping[str, Any], *parts: Mapping[str, Any]) -> Framework:
    """Return a framework that must be free of errors, with its includes composed into it."""
    checked = check_framework(document, *parts)
    assert checked.model is not None, checked.errors
    return checked.model


def read_assessment(document: Mapping[str, Any], *frameworks: Mapping[str, Any]) -> tuple[Framework, Assessment]:
    """Return the framework and the assessment, both of which must be free of errors."""
    checked, framework = check_assessment(document, *frameworks)
    assert checked.model is not None, checked.errors
    assert framework is not None
    return framework, checked.model


# --- the small print -----------------------------------------------------------------------------------------------


class _Dumper(yaml.SafeDumper):
    """Writes exact numbers as decimals and never an anchor."""

    def ignore_aliases(self, data: object) -> bool:
        """Write equal parts out in full."""
        return data is not None


def _write_decimal(dumper: _Dumper, number: Decimal | Fraction) -> yaml.ScalarNode:
    exact = number if isinstance(number, Decimal) else Decimal(number.numerator) / Decimal(number.denominator)
    assert Fraction(exact) == number, f"{number} has no finite decimal"
    kind = "int" if f"{exact:f}".lstrip("-").isdigit() else "float"
    return dumper.represent_scalar(f"tag:yaml.org,2002:{kind}", f"{exact:f}")


_Dumper.add_representer(Decimal, _write_decimal)
_Dumper.add_representer(Fraction, _write_decimal)


def _with(plain: Plain, keys: Mapping[str, Any]) -> Plain:
    """Return a document with further keys, in kebab-case; None leaves a key out."""
    named = {key.rstrip("_").replace("_", "-"): value for key, value in keys.items()}
    return {key: value for key, value in (plain | named).items() if value is not None}
