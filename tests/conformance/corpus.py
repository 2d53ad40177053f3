"""The published scores, read from where they lie; and frameworks, written in the product's own language."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from readiness.loading.load import load_framework
from readiness.model.assessment import Assessment
from readiness.model.comparisons import FactValue
from readiness.model.framework import Framework
from readiness.scoring.engine import Scorer
from readiness.scoring.reading import read_answers
from readiness.scoring.result import NodeScore
from readiness.scoring.score import score
from tests.builders import Plain, a_framework, an_assessment, as_yaml

FOLDER = Path(os.environ.get("READINESS_CORPUS") or Path(__file__).resolve().parents[3] / "shared" / "corpus")

needs_corpus = pytest.mark.skipif(
    not FOLDER.is_dir(), reason=f"the published scores are not at {FOLDER}; READINESS_CORPUS says where they are"
)


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a table."""
    with (FOLDER / name).open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def read_json(name: str) -> Any:  # noqa: ANN401  whatever the file holds
    """Return the content of a JSON file, its numbers exact."""
    return json.loads((FOLDER / name).read_text(encoding="utf-8"), parse_float=Fraction)


class PublishedModel:
    """A model that somebody else published, as one of our frameworks."""

    def __init__(self, **keys: Any) -> None:  # noqa: ANN401  any key of a framework
        """Read the framework through the product's own loader; its errors are the test's."""
        document = a_framework(dimensions=0, **({"targets": None, "roles": None} | keys))
        loaded = load_framework("sample.yaml", as_yaml(document).encode())
        assert loaded.model is not None, loaded.errors
        self.framework: Framework = loaded.model

    def scores(
        self, answers: Mapping[str, Plain | None], facts: Mapping[str, FactValue] | None = None
    ) -> dict[str, NodeScore]:
        """Return the score of every node; an answer of None was not given."""
        given = {name: one for name, one in answers.items() if one is not None}
        assessment = Assessment.model_validate(an_assessment(given))
        scorer = Scorer(self.framework, facts or {})
        card = score(scorer, read_answers(self.framework, assessment, assessment.assessed_on))
        return {node.id: node for node in _every(card.root)}


def _every(node: NodeScore) -> Iterable[NodeScore]:
    yield node
    for child in node.children:
        yield from _every(child)


def measured(text: str) -> Plain:
    """Return the answer to a number question: a value, or not applicable where the table is blank."""
    return {"value": Fraction(text)} if text else {"not-applicable": "blank in the published table"}


def a_share(id_: str, best: int = 100, **keys: object) -> Plain:
    """Return a question that is answered with a value from 0 to `best`."""
    bounds = {"worst": 0, "best": best}
    return {
        "id": id_,
        "topic": id_,
        "ask": id_,
        "why": "published",
        "type": "number",
        "unit": "points",
        "bounds": bounds,
        **keys,
    }


def a_node(id_: str, *children: Plain, **keys: object) -> Plain:
    """Return an area over areas or questions."""
    questions = [child for child in children if "ask" in child]
    areas = [child for child in children if "ask" not in child]
    parts = {"questions": questions} if questions else {}
    return {"id": id_, "title": id_, **parts, **({"areas": areas} if areas else {}), **keys}
