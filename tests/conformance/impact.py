"""Canada's Algorithmic Impact Assessment: five versions of its questionnaire, and published assessments.

Each questionnaire is turned into a framework. Its headline is the current risk: points over all questions, hidden ones
too, conditions as they stand, the reduction as an adjustment, levels as bands. Mitigation is a measure beside it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

from tests.builders import Plain, an_area
from tests.conformance.comparison import Comparison, Model
from tests.conformance.corpus import FOLDER, PublishedModel

__all__ = ["IMPACT", "assessments", "given", "model"]

LEVELS = ("I", "II", "III", "IV")
EDGES = (Decimal("0.25"), Decimal("0.5"), Decimal("0.75"))
MITIGATED = {
    "when": {"area": "mitigation", "at-least-ratio": Decimal("0.4")},
    "multiply": Decimal("0.85"),
    "round": {"mode": "half-up"},
    "because": "Mitigation reaches 80 % of what one phase can have, which is half of all its points.",
}
KINDS = {"radiogroup": "choice", "dropdown": "choice", "checkbox": "multiple"}


def assessments() -> list[Plain]:
    """Return the published assessments."""
    return [json.loads(line) for line in (FOLDER / "aia" / "answers.jsonl").read_text(encoding="utf-8").splitlines()]


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
    return PublishedModel(
        **{"higher-is": "worse"},
        scoring={"rollup": "sum", "maxima": "all", "unanswered": "exclude"},
        adjust=[MITIGATED],
        bands={"of": "ratio", "inclusive": "upper", "ranges": ranges},
        areas=[
            an_area("mitigation", by_kind["MS"], measure=True, **{"higher-is": "better"}),
            an_area("unscored", by_kind["NS"], measure=True),
        ],
        questions=by_kind["RS"],
    )


def given(version: str, answers: Plain) -> dict[str, Plain | None]:
    """Return the answers to questions with options."""
    questions = model(version).framework.question
    return {
        name: {"options": tuple(answer)} if questions[name].type == "multiple" else {"option": answer}
        for name, answer in answers.items()
        if name in questions
    }


def _impact() -> Iterator[Comparison]:
    for one in assessments():
        case, expected = one["id"][:8], one["expected"]
        nodes = model(one["questionnaire"]).scores(given(one["questionnaire"], one["answers"]))
        risk, mitigation = nodes["sample"], nodes["mitigation"]
        yield Comparison(case, "raw risk", risk.points, expected["raw"])
        yield Comparison(case, "mitigation", mitigation.points, expected["mitigation"])
        current = None if risk.ratio is None or risk.maximum is None else risk.ratio * risk.maximum
        yield Comparison(case, "current risk", current, expected["current"])
        yield Comparison(case, "level", risk.band.name if risk.band else None, LEVELS[expected["level"] - 1])


IMPACT = Model("Canada AIA", "0.9 to 1.0.1", Fraction(0), _impact)
