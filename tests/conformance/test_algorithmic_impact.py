"""Canada's Algorithmic Impact Assessment: five versions of its questionnaire, and published assessments.

Each questionnaire is turned into a framework: an area for what counts as raw risk and one for what counts as
mitigation, points over all questions, conditions as they stand, the reduction as an adjustment, levels as bands.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from tests.builders import Plain, an_area
from tests.conformance.corpus import FOLDER, PublishedModel, needs_corpus

pytestmark = needs_corpus

LEVELS = ("I", "II", "III", "IV")
EDGES = (Decimal("0.25"), Decimal("0.5"), Decimal("0.75"))
KINDS = {"radiogroup": "choice", "dropdown": "choice", "checkbox": "multiple"}


def assessments() -> list[Any]:
    """Return the published assessments."""
    path = FOLDER / "aia" / "answers.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [pytest.param(one, id=one["id"][:8]) for one in map(json.loads, lines)]


# --- the questionnaire as a framework ----------------------------------------------------------------------------


def questions_in(
    element: Plain, above: tuple[str, ...] = (), kind: str = "NS"
) -> Iterator[tuple[Plain, tuple[str, ...], str]]:
    """Yield each question with the conditions that it stands under and whether it counts as RS, MS or not."""
    for child in (*element.get("pages", ()), *element.get("elements", ())):
        marked = re.search(r"-(RS|MS|NS)$", child["name"])
        its_kind = marked[1] if marked else kind
        conditions = (*above, child["visibleIf"]) if "visibleIf" in child else above
        if child.get("type") in KINDS:
            yield child, conditions, its_kind
        yield from questions_in(child, conditions, its_kind)


def value_of(choice: Any) -> str:  # noqa: ANN401  a text, or a mapping with its translations
    return choice if isinstance(choice, str) else str(choice["value"])


def as_question(element: Plain, conditions: tuple[str, ...], kinds: Mapping[str, str]) -> Plain:
    """Return a question as a framework writes it; the points stand at the end of each value."""
    options = [
        {"id": value, "text": value, "points": int(value.rpartition("-")[2]) if re.search(r"-\d+$", value) else 0}
        for value in map(value_of, element["choices"])
    ]
    words = {"topic": element["name"], "ask": f"{element['name']}?", "why": "It counts."}
    asked = [as_condition(text, kinds) for text in conditions]
    return {
        "id": element["name"],
        **words,
        "type": KINDS[element["type"]],
        "options": options,
        **({"applies-when": {"all": asked}} if asked else {}),
    }


def as_condition(text: str, kinds: Mapping[str, str]) -> Plain:
    """Return a condition of the questionnaire as a framework writes it."""
    tokens = re.findall(r'\(|\)|\band\b|\bor\b|\{\w[\w-]*\} (?:=|contains) \[?"[^"]+"\]?', text)
    found = any_of(tokens, kinds)
    assert not tokens, text
    return found


def any_of(tokens: list[str], kinds: Mapping[str, str]) -> Plain:
    parts = [all_of(tokens, kinds)]
    while tokens and tokens[0] == "or":
        del tokens[0]
        parts.append(all_of(tokens, kinds))
    return {"any": parts} if len(parts) > 1 else parts[0]


def all_of(tokens: list[str], kinds: Mapping[str, str]) -> Plain:
    parts = [comparison(tokens, kinds)]
    while tokens and tokens[0] == "and":
        del tokens[0]
        parts.append(comparison(tokens, kinds))
    return {"all": parts} if len(parts) > 1 else parts[0]


def comparison(tokens: list[str], kinds: Mapping[str, str]) -> Plain:
    first = tokens.pop(0)
    if first == "(":
        inner = any_of(tokens, kinds)
        assert tokens.pop(0) == ")"
        return inner
    name, value = re.findall(r'\{(.+?)\}.*"(.+)"', first)[0]
    return {"question": name, ("includes" if kinds[name] == "checkbox" else "is"): value}


@cache
def model(version: str) -> PublishedModel:
    """Return the framework of one version of the questionnaire."""
    path = FOLDER / "aia" / "questionnaires" / f"survey-enfr_{version}.json"
    found = list(questions_in(json.loads(path.read_text(encoding="utf-8"))))
    kinds = {element["name"]: element["type"] for element, _, _ in found}
    by_kind: dict[str, list[Plain]] = {"RS": [], "MS": [], "NS": []}
    for element, conditions, kind in found:
        by_kind[kind].append(as_question(element, conditions, kinds))
    ranges: list[Plain] = [
        {"name": name, **({"from": low} if low else {}), **({"to": high} if high else {})}
        for name, low, high in zip(LEVELS, (None, *EDGES), (*EDGES, None), strict=True)
    ]
    risk = an_area(
        "risk",
        by_kind["RS"],
        adjust=[
            {
                "when": {"area": "mitigation", "at-least-ratio": Decimal("0.4")},
                "multiply": Decimal("0.85"),
                "round": {"mode": "half-up"},
                "because": "Mitigation reaches 80 % of what one phase can have, which is half of all its points.",
            }
        ],
        bands={"of": "ratio", "inclusive": "upper", "ranges": ranges},
    )
    areas = [risk, an_area("mitigation", by_kind["MS"]), an_area("unscored", by_kind["NS"])]
    return PublishedModel(areas=areas, scoring={"rollup": "sum", "maxima": "all", "unanswered": "exclude"})


def given(version: str, answers: Plain) -> dict[str, Plain | None]:
    """Return the answers to questions with options."""
    questions = model(version).framework.question
    return {
        name: {"options": tuple(answer)} if questions[name].type == "multiple" else {"option": answer}
        for name, answer in answers.items()
        if name in questions
    }


@pytest.mark.parametrize("published", assessments())
def test_a_published_assessment_gets_its_scores_and_its_level(published: Plain) -> None:
    version = published["questionnaire"]
    nodes = model(version).scores(given(version, published["answers"]))
    risk, mitigation, expected = nodes["risk"], nodes["mitigation"], published["expected"]
    assert risk.ratio is not None
    assert risk.maximum is not None
    assert risk.band is not None
    assert (risk.points, mitigation.points) == (expected["raw"], expected["mitigation"])
    assert risk.ratio * risk.maximum == expected["current"]
    assert risk.band.name == LEVELS[expected["level"] - 1]


@pytest.mark.parametrize(
    ("version", "most_risk", "half_of_mitigation"),
    [("v0.9", 107, 45), ("v0.9.1", 107, 45), ("v0.10.0", 126, 46), ("v1.0.0", 167, 77), ("v1.0.1", 167, 77)],
)
def test_maxima_run_over_all_questions(version: str, most_risk: int, half_of_mitigation: int) -> None:
    branch = model(version)
    nodes = branch.scores({})
    assert nodes["risk"].ratio is None
    found = {
        area.id: sum(question.maximum(branch.framework.scale) for question in area.questions)
        for area in branch.framework.areas
    }
    assert (found["risk"], found["mitigation"]) == (most_risk, 2 * half_of_mitigation)
