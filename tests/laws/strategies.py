"""Random frameworks and answers, as an author could write them: plain documents that pass every check.

`cases()` draws a framework, the organisation's facts and the answers; `Case.scorer` and `Case.readings` are what the
engine makes of them. What a law needs to leave out (gates, conditions on answers, missing answers) it says by `Rules`.

`READINESS_EXAMPLES=20000 pytest tests/laws` looks at that many examples, and at others in every run.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from itertools import product
from math import prod
from random import Random
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from readiness.checks.assessment import check_assessment
from readiness.checks.catalogue import RULES
from readiness.checks.finding import Finding
from readiness.checks.framework import check_framework
from readiness.diagnostics import Severity
from readiness.model.assessment import Assessment
from readiness.model.framework import Framework
from readiness.scoring.engine import Branch, Headline, Leaf, Scorer
from readiness.scoring.reading import Reading, read_answers
from readiness.scoring.result import Scorecard
from readiness.scoring.rollup import ROLLUPS
from readiness.scoring.score import score
from tests.builders import Plain, a_gate, a_question, an_area

_EXAMPLES = int(os.environ.get("READINESS_EXAMPLES", "0"))
law = settings(
    max_examples=_EXAMPLES or 120,
    derandomize=not _EXAMPLES,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
"""How long a law is searched for a counterexample: the same examples in every run, unless more are asked for."""
many_cases = settings(law, max_examples=_EXAMPLES or 500)
"""For the law that most depends on rare combinations."""
slow_law = settings(law, max_examples=_EXAMPLES or 80)
"""The same for a law whose examples take long."""

TODAY = date(2026, 11, 20)
SCALES = ((1, 2, 3, 4, 5), (1, 2, 3, 4, 5), (0, 1, 2, 3), (1, 2))
FACTS: Plain = {
    "remote": {"type": "boolean", "ask": "Is anybody remote?"},
    "posts": {"type": "number", "ask": "How many?"},
    "kind": {"type": "text", "ask": "Which kind?"},
}
FACT_VALUES: Mapping[str, tuple[Any, ...]] = {
    "remote": (True, False),
    "posts": (0, 10, 15, 20, 30),
    "kind": ("port", "school", "other"),
}
NUMBER_VALUES = (0, 25, Decimal("33.3"), 50, 75, 100)
TEXT_VALUES = ("plan", "other")
DAYS = ("2026-01-01", "2026-11-20")
WEIGHTS = (1, 1, 2, 3, Decimal("0.5"), Decimal("0.1"), 1000, Decimal("0.001"))
TYPES = ("level", "level", "level", "checklist", "choice", "multiple", "yes-no", "number", "text", "date")


# --- a case -----------------------------------------------------------------------------------------------------


def frozen(value: Any) -> Any:  # noqa: ANN401  any value of a document
    """Return plain values as the reader of YAML hands them over: lists are tuples."""
    if isinstance(value, dict):
        return {key: frozen(one) for key, one in value.items()}
    return tuple(frozen(one) for one in value) if isinstance(value, list | tuple) else value


def errors_of(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that would keep a document from being used."""
    return [finding for finding in findings if RULES[finding.code].severity is Severity.ERROR]


@dataclass(frozen=True)
class Case:
    """A framework, an organisation's facts, and its answers."""

    document: Plain
    facts: Plain
    answers: Plain

    @cached_property
    def framework(self) -> Framework:
        """The framework, which passes every check."""
        framework = Framework.model_validate(frozen(self.document))
        assert errors_of(check_framework(framework)) == []
        return framework

    @cached_property
    def assessment(self) -> Assessment:
        """The answers, which fit the framework."""
        assessment = Assessment.model_validate(
            {
                "readiness": "assessment/1",
                "framework": {"id": "sample", "version": "1.0.0"},
                "organisation": {"name": "Sample Council", "facts": self.facts},
                "assessed-on": TODAY.isoformat(),
                "answers": frozen(self.answers),
            }
        )
        assert errors_of(check_assessment(assessment, self.framework)) == []
        return assessment

    @cached_property
    def scorer(self) -> Scorer:
        """The framework, ready to score."""
        return Scorer(self.framework, self.assessment.organisation.facts)

    @cached_property
    def readings(self) -> dict[str, Reading]:
        """What the answers count as today."""
        return read_answers(self.framework, self.assessment, TODAY)

    @cached_property
    def scorecard(self) -> Scorecard:
        """The scored tree, measured against the target."""
        return score(self.scorer, self.readings, "good")

    @property
    def nodes(self) -> list[Branch | Leaf]:
        """Every node of the tree."""
        return [*self.scorer.branch.values(), *self.scorer.leaf.values()]

    @property
    def questions(self) -> dict[str, Plain]:
        """Every question as it was written."""
        return {question["id"]: question for question in questions_below(self.document)}

    def answering(self, answers: Mapping[str, Any], facts: Mapping[str, Any] | None = None) -> Case:
        """Return the case with some answers and facts given otherwise; None takes an answer away."""
        merged = {id_: answer for id_, answer in {**self.answers, **answers}.items() if answer is not None}
        changed = replace(self, answers=merged, facts={**self.facts, **(facts or {})})
        changed.__dict__["framework"] = self.framework
        if not facts:
            changed.__dict__["scorer"] = self.scorer
        return changed

    def may_be_left_out(self, id_: str) -> bool:
        """Tell whether a question may be answered with not applicable."""
        return self.scorer.leaf[id_].not_applicable != "forbidden"

    @property
    def missing(self) -> list[str]:
        """Questions without an answer."""
        return [id_ for id_, reading in self.readings.items() if reading.state.is_missing]

    @property
    def missing_facts(self) -> list[str]:
        """Facts that a condition asks for and that are not given."""
        written = str(self.document)
        return [name for name in FACT_VALUES if name not in self.facts and f"'fact': '{name}'" in written]

    @property
    def ways(self) -> int:
        """In how many ways answers and facts can be completed."""
        answers = [len(self.every_way(id_)) + 1 for id_ in self.missing]
        return prod((*answers, *(len(FACT_VALUES[name]) + 1 for name in self.missing_facts)))

    def completions(self, limit: int = 100) -> Iterator[Headline]:
        """Yield ways of completing answers and facts: all of them, or as many as the limit says.

        In some of them a missing answer or fact stays missing.
        """
        ways = [
            [self.readings[id_], *(self.reading(id_, answer) for answer in self.every_way(id_))] for id_ in self.missing
        ]
        known = [(None, *FACT_VALUES[name]) for name in self.missing_facts]
        scorers: dict[tuple[Any, ...], Scorer] = {}
        for chosen in _choices(ways, known, limit):
            facts = chosen[len(ways) :]
            if facts not in scorers:
                given = {name: fact for name, fact in zip(self.missing_facts, facts, strict=True) if fact is not None}
                scorers[facts] = self.answering({}, given).scorer
            readings = self.readings | dict(zip(self.missing, chosen, strict=False))
            yield Headline(scorers[facts], readings)

    def reading(self, id_: str, answer: Plain | None) -> Reading:
        """Return what one other answer would count as."""
        alone = replace(self, answers={})
        alone.__dict__["framework"] = self.framework
        return alone.answering({id_: answer}).readings[id_]

    def every_way(self, id_: str) -> list[Plain]:
        """Return the ways in which a question can be answered."""
        out: list[Plain] = [{"not-applicable": "It does not."}] if self.may_be_left_out(id_) else []
        return every_answer(self.questions[id_], self.levels) + out

    @property
    def levels(self) -> tuple[int, ...]:
        """The levels of the scale."""
        return tuple(step.level for step in self.framework.scale.levels)


def _choices(
    ways: Sequence[Sequence[Reading]], known: Sequence[Sequence[Any]], limit: int
) -> Iterator[tuple[Any, ...]]:
    """Yield one of each, in every combination; when these are too many, half of them with answers at their ends alone.

    Ends are where a range is reached, and drawn by themselves they would be met too rarely.
    """
    if prod(map(len, (*ways, *known))) <= limit:
        yield from product(*ways, *known)
        return
    random = Random(0)  # noqa: S311  the same completions in every run
    ends = [[min(way, key=_worth), max(way, key=_worth), way[-1]] for way in ways]
    for n in range(limit):
        yield (*map(random.choice, ends if n % 2 else ways), *map(random.choice, known))


def _worth(reading: Reading) -> Fraction:
    return reading.ratio or Fraction(0)


def questions_below(node: Plain) -> Iterator[Plain]:
    """Yield the questions of a framework or area."""
    yield from node.get("questions", ())
    for area in node.get("areas", ()):
        yield from questions_below(area)


def areas_below(node: Plain) -> Iterator[Plain]:
    """Yield the areas of a framework or area, parents first."""
    for area in node.get("areas", ()):
        yield area
        yield from areas_below(area)


def every_answer(question: Plain, levels: Sequence[int]) -> list[Plain]:
    """Return the answers that a question can have; of measured values, enough for every condition and both ends."""
    match question["type"]:
        case "level":
            return [{"level": level} for level in levels]
        case "checklist":
            items = [item["id"] for item in question["items"]]
            return [_ticked(items, marks) for marks in product(range(3), repeat=len(items))]
        case "multiple":
            options = [option["id"] for option in question["options"]]
            sets = product((False, True), repeat=len(options))
            return [{"options": [id_ for id_, kept in zip(options, ticked, strict=True) if kept]} for ticked in sets]
        case "date":
            return [{"date": day} for day in DAYS]
        case "choice":
            return [{"option": option["id"]} for option in question["options"]]
        case "yes-no":
            return [{"answer": "yes"}, {"answer": "no"}]
        case "number":
            return [{"value": value} for value in NUMBER_VALUES]
        case _:
            return [{"text": text} for text in TEXT_VALUES]


def _ticked(items: list[str], marks: tuple[int, ...]) -> Plain:
    done = [item for item, mark in zip(items, marks, strict=True) if mark == 2]
    return {"done": done, "partly": [item for item, mark in zip(items, marks, strict=True) if mark == 1]}


# --- frameworks -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Rules:
    """What a random framework may have."""

    gates: str = "any"
    """any, opened (only comparisons that a better answer satisfies less), or none."""
    adjust: str = "any"
    """any, often (most nodes have some), always (only those without a condition, which never make more of less), or
    none."""
    asks: str = "any"
    """What decides whether a question is asked: any, facts, or none."""
    looks: tuple[str, ...] = ("question", "question", "question", "area", "fact")
    """What conditions look at."""
    types: tuple[str, ...] = TYPES
    rollups: tuple[str, ...] = tuple(ROLLUPS)
    policies: bool = True
    unanswered: tuple[str, ...] = ("zero", "exclude", "block", "full")
    """What a missing answer may count as."""
    missing: int = 99
    """How many answers may be missing."""
    facts: bool = True
    """Whether facts may be missing."""
    evidence: bool = True
    all_or_nothing: bool = True
    """Whether areas may count only when all of their questions are answered."""
    measures: bool = True
    """Whether areas may stand beside the score of the node that holds them."""
    higher_is: tuple[str, ...] = ("better", "better", "worse")
    questions: int = 7
    ladders: bool = True
    """Whether a checklist may be a ladder."""


def a_random_framework(random: Random, rules: Rules) -> Plain:
    """Return a framework; conditions that would go round in a circle are left out."""
    levels = random.choice(SCALES)
    document = _tree(random, rules, levels)
    _hide_some(random, rules, document, levels)
    _cap_some(random, rules, document, levels)
    _adjust_some(random, rules, document, levels)
    return document


def _tree(random: Random, rules: Rules, levels: Sequence[int]) -> Plain:
    """Return a framework without conditions: areas within areas, down to a few questions."""
    names = [f"q{n}" for n in range(random.randint(1, rules.questions))]
    areas = _areas(random, rules, names, levels)
    higher_is = random.choice(rules.higher_is)
    document = {
        "readiness": "framework/1",
        "id": "sample",
        "version": "1.0.0",
        "title": "Sample",
        "language": "en",
        "licence": "CC0-1.0",
        "scale": [{"level": level, "name": f"Step {level}"} for level in levels],
        "roles": {"lead": "Lead", "other": "Other"},
        "facts": FACTS,
        "higher-is": higher_is,
        "scoring": _scoring(random, rules, rollup=True) or {},
        "evidence": {"valid-for-months": 12},
        "areas": areas["areas"],
        "questions": areas["questions"],
        "targets": {"good": _target(random, names, wanted_levels(higher_is, levels))},
    }
    _measure_some(random, rules, document)
    _put_on_rungs(random, document)
    return document


def _put_on_rungs(random: Random, document: Plain) -> None:
    """Give every child of a ladder its rung."""
    general = document["scoring"].get("rollup", "mean")
    for node in (document, *areas_below(document)):
        if (node.get("scoring") or {}).get("rollup", general) == "ladder":
            for child in (*node.get("areas", ()), *node.get("questions", ())):
                if not child.get("measure"):
                    child["rung"] = random.randint(1, 3)


def _measure_some(random: Random, rules: Rules, document: Plain) -> None:
    """Set some areas beside the node that holds them, where something is left that counts."""
    for node in (document, *areas_below(document)):
        counting = [one for one in node.get("questions", ()) if one["type"] not in {"text", "date"}]
        areas = list(node.get("areas", ()))
        for at, area in enumerate(areas):
            if rules.measures and random.randint(0, 4) == 0 and (counting or areas[at + 1 :]):
                area["measure"] = True
            else:
                counting.append(area)


def _target(random: Random, names: list[str], levels: Sequence[int]) -> Plain:
    own = {name: random.choice(levels) for name in names if random.randint(0, 3) == 0}
    return {"title": "Good", "default": random.choice(levels), "questions": own}


def wanted_levels(higher_is: str, levels: Sequence[int]) -> Sequence[int]:
    """Return the levels of a scale but for the worst."""
    return levels[1:] if higher_is == "better" else levels[:-1]


def _areas(random: Random, rules: Rules, names: list[str], levels: Sequence[int]) -> Plain:
    """Return what holds the questions: every area stands at the top or in one that comes before it."""
    top: Plain = {"areas": [], "questions": []}
    areas = [
        an_area(f"a{n}", weight=random.choice(WEIGHTS), scoring=_scoring(random, rules, rollup=True)) for n in range(4)
    ]
    for name in names:
        holder = random.choice((top, *areas))
        holder.setdefault("questions", []).append(_question(random, rules, name, levels))
    for n in reversed(range(4)):
        if "questions" in areas[n] or "areas" in areas[n]:
            random.choice((top, *areas[:n])).setdefault("areas", []).append(areas[n])
    return top


_OPTIONS: Mapping[str, Mapping[str, tuple[Any, ...]]] = {
    "sum": {"maxima": ("all", "applicable")},
    "gmean": {"floor": (Decimal("0.01"), Decimal("0.25"))},
    "hmean": {"floor": (Decimal("0.01"), Decimal("0.25"))},
    "share": {"satisfied-at": (Decimal("0.5"), 1)},
    "ladder": {"satisfied-at": (Decimal("0.5"), 1), "empty-rung": ("inherit", "skip", "fail")},
    "deduct": {"base": (Decimal("0.5"), 1, 5, 110)},
}
"""What a framework can say about each roll-up."""


def _scoring(random: Random, rules: Rules, *, rollup: bool = False) -> Plain | None:
    """Return what a node says about missing and not applicable answers, and about its roll-up."""
    found: Plain = {}
    if rollup and random.randint(0, 1):
        found["rollup"] = random.choice(rules.rollups)
        found |= {
            key: random.choice(values)
            for key, values in _OPTIONS.get(found["rollup"], {}).items()
            if random.randint(0, 2)
        }
    if rollup and rules.all_or_nothing and random.randint(0, 5) == 0:
        found["incomplete"] = "worst"
    if rules.policies and random.randint(0, 2) == 0:
        found["unanswered"] = random.choice(rules.unanswered)
    if rules.policies and random.randint(0, 2) == 0:
        found["not-applicable"] = random.choice(("exclude", "zero", "full", "forbidden"))
    return found or None


def _question(random: Random, rules: Rules, id_: str, levels: Sequence[int]) -> Plain:
    """Return a question without conditions."""
    kind = random.choice(rules.types)
    own: Plain = {}
    match kind:
        case "level":
            own["levels"] = {level: f"What level {level} looks like." for level in levels}
        case "checklist":
            weights = random.choices(WEIGHTS, k=random.randint(1, 2))
            own["items"] = [{"id": f"i{n}", "text": f"Item {n}", "weight": w} for n, w in enumerate(weights)]
            if random.randint(0, 2) == 0 and rules.ladders:
                own["score"] = "ladder"
                own["items"] = [{"id": f"i{n}", "text": f"Item {n}", "rung": r} for n, r in enumerate(_rungs(random))]
        case "choice":
            points = random.choices((0, 0, 1, 2, Decimal("2.5")), k=random.randint(2, 3))
            own["options"] = [{"id": f"o{n}", "text": f"Option {n}", "points": p} for n, p in enumerate(points)]
        case "multiple":
            points = random.choices((0, 1, 2, Decimal("2.5")), k=2)
            own["options"] = [{"id": f"o{n}", "text": f"Option {n}", "points": p} for n, p in enumerate(points)]
            own["most"] = random.choice((None, 1, 2))
        case "yes-no":
            own["good"] = random.choice(("yes", "no"))
        case "number":
            if random.randint(0, 1):
                own |= {"bounds": None, "steps": _steps(random)}
            else:
                worst, best = random.choice(((0, 100), (100, 0), (25, 75)))
                own["bounds"] = {"worst": worst, "best": best}
    if rules.evidence and random.randint(0, 1):
        own["evidence"] = {"required-from": random.choice(levels)}
    return a_question(id_, kind, weight=random.choice(WEIGHTS), scoring=_scoring(random, rules), **own)


def _rungs(random: Random) -> list[int]:
    """Return the rungs of two or three items, without a hole."""
    return random.choice(([1, 1], [1, 2], [2, 1], [1, 2, 2]))


def _steps(random: Random) -> list[Plain]:
    """Return steps of a measured value, each of which begins at a value that `NUMBER_VALUES` has; 0 lies below them."""
    begins = sorted(random.sample((Decimal(25), Decimal("33.3"), Decimal(50), Decimal(75)), random.randint(1, 3)))
    points = [random.choice((0, 1, Decimal("2.5"), 4)) for _ in begins]
    if not any(points):
        points[0] = 1
    return [{"from": begin, "points": some} for begin, some in zip(begins, points, strict=True)]


def _hide_some(random: Random, rules: Rules, document: Plain, levels: Sequence[int]) -> None:
    """Give some questions and areas a condition for being asked."""
    asked, areas = list(questions_below(document)), list(areas_below(document))

    def leaf() -> Plain:
        return _fact(random) if rules.asks == "facts" else _comparison(random, rules, asked, areas, levels)

    for node in (*asked, *areas):
        if rules.asks == "none" or random.randint(0, 2):
            continue
        node["applies-when"] = _condition(random, leaf, negated=True)
        if _goes_round(_graph(document)):
            del node["applies-when"]


def _cap_some(random: Random, rules: Rules, document: Plain, levels: Sequence[int]) -> None:
    """Give some areas and the framework gates."""
    asked, areas = list(questions_below(document)), list(areas_below(document))
    scored = [one for one in asked if one["type"] not in {"text", "date"}]
    opened = rules.gates == "opened"
    key = "below" if document["higher-is"] == "better" else "at-least"
    for node in (document, *areas):
        gates: list[Plain] = []
        node["gates"] = gates
        for _ in range(random.choice((0, 0, 1, 2))):
            if rules.gates == "none" or (opened and not scored):
                continue
            when = _condition(
                random,
                lambda: (
                    _opened(random, scored, levels, key) if opened else _comparison(random, rules, asked, areas, levels)
                ),
                negated=not opened,
            )
            gates.append(a_gate(when, random.choice(levels)))
            if _goes_round(_graph(document)):
                gates.pop()


def _adjust_some(random: Random, rules: Rules, document: Plain, levels: Sequence[int]) -> None:
    """Give some areas and the framework adjustments."""
    asked, areas = list(questions_below(document)), list(areas_below(document))
    for node in (document, *areas):
        if rules.adjust == "none" or random.randint(0, 1 if rules.adjust == "often" else 3):
            continue
        node["adjust"] = [_adjustment(random) for _ in range(random.choice((1, 1, 2, 3)))]
        for rule in node["adjust"]:
            if rules.adjust != "always" and random.randint(0, 2):
                rule["when"] = _condition(
                    random, lambda: _comparison(random, rules, asked, areas, levels), negated=True
                )
                if _goes_round(_graph(document)):
                    del rule["when"]


def _adjustment(random: Random) -> Plain:
    rule: Plain = {"because": "So it is.", "of": random.choice(("points", "points", "ratio", "score"))}
    if random.randint(0, 1):
        rule["multiply"] = random.choice((Decimal("0.85"), 0, 2))
    if random.randint(0, 2) == 0:
        rule["add"] = random.choice((Decimal("-0.5"), Decimal("0.3"), 1))
    if len(rule) == 2 or random.randint(0, 1):
        modes = ("half-up", "half-even", "half-down", "up", "down")
        rule["round"] = {"to": random.choice((1, Decimal("0.5"), Decimal("0.1"))), "mode": random.choice(modes)}
    return rule


# --- conditions -------------------------------------------------------------------------------------------------


def _condition(random: Random, leaf: Callable[[], Plain], *, negated: bool, depth: int = 0) -> Plain:
    """Return a condition of comparisons, joined by all and any, and turned round by not, several deep."""
    kind = random.choice(("leaf",) * (2 + 3 * depth) + ("all", "any", *(("not",) if negated else ())))
    if kind == "leaf":
        return leaf()
    parts = [
        _condition(random, leaf, negated=negated, depth=depth + 1)
        for _ in range(1 if kind == "not" else random.randint(1, 2))
    ]
    return {kind: parts[0] if kind == "not" else parts}


def _comparison(
    random: Random, rules: Rules, asked: Sequence[Plain], areas: Sequence[Plain], levels: Sequence[int]
) -> Plain:
    """Return a comparison with an answer, an area or a fact."""
    what = random.choice(rules.looks)
    if what == "area" and areas:
        return {
            "area": random.choice(areas)["id"],
            "at-least-ratio": random.choice((0, Decimal("0.25"), Decimal("0.5"), 1)),
        }
    return _fact(random) if what == "fact" else _answer(random, asked, levels)


def _fact(random: Random) -> Plain:
    name = random.choice(sorted(FACTS))
    if name == "posts":
        return {"fact": name, random.choice(("is", "at-least", "below")): random.choice((10, 20))}
    return {"fact": name, "is": random.choice(FACT_VALUES[name][:2])}


def _opened(random: Random, asked: Sequence[Plain], levels: Sequence[int], key: str) -> Plain:
    return {"question": random.choice(asked)["id"], key: random.choice(levels[1:])}


def _answer(random: Random, asked: Sequence[Plain], levels: Sequence[int]) -> Plain:
    """Return a comparison with an answer that its type allows."""
    question = random.choice(asked)
    kind = question["type"]
    how = "is" if kind in {"text", "date"} else random.choice(("at-least", "below", "is"))
    if how != "is":
        return {"question": question["id"], how: random.choice(levels[1:])}
    if kind in {"checklist", "multiple"}:
        parts = question["items" if kind == "checklist" else "options"]
        return {"question": question["id"], "includes": random.choice(parts)["id"]}
    wanted: Sequence[Any] = {
        "level": levels,
        "yes-no": ("yes", "no", True, False),
        "number": NUMBER_VALUES,
        "text": TEXT_VALUES[:1],
        "date": DAYS[:1],
        "choice": tuple(option["id"] for option in question.get("options", ())),
    }[kind]
    return {"question": question["id"], "is": random.choice(wanted)}


def _names(condition: Plain) -> set[str]:
    """Return the questions and areas that a condition looks at."""
    if "question" in condition or "area" in condition:
        return {condition.get("question") or condition["area"]}
    parts = condition.get("all") or condition.get("any") or ([condition["not"]] if "not" in condition else [])
    return set().union(*(_names(part) for part in parts))


def _goes_round(graph: Mapping[str, set[str]]) -> bool:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError:
        return True
    return False


def _graph(document: Plain) -> dict[str, set[str]]:
    """Return what each node's value hangs on."""
    graph: dict[str, set[str]] = {}

    def visit(node: Plain, above: set[str]) -> None:
        children = [*node.get("areas", ()), *node.get("questions", ())]
        gates = node.get("gates", ())
        whens = [one["when"] for one in (*gates, *node.get("adjust", ())) if "when" in one]
        graph[node["id"]] = {child["id"] for child in children}.union(*map(_names, whens))
        for child in children:
            hangs_on = above | (_names(child["applies-when"]) if "applies-when" in child else set())
            if "type" in child:
                graph[child["id"]] = hangs_on
            else:
                visit(child, hangs_on)

    visit(document, set())
    return graph


# --- answers ----------------------------------------------------------------------------------------------------

EVIDENCE = (
    None,
    [{"title": "Fresh", "dated": "2026-10-31"}],
    [{"title": "Old", "dated": "2020-01-31"}],
    [{"title": "Undated"}],
)
STATES = ("answered", "answered", "answered", "absent", "unknown", "noted", "not-applicable")


def _not_applicable_allowed(document: Plain) -> dict[str, bool]:
    allowed: dict[str, bool] = {}

    def visit(node: Plain, policy: str) -> None:
        policy = (node.get("scoring") or {}).get("not-applicable", policy)
        if "type" in node:
            allowed[node["id"]] = policy != "forbidden"
        for child in (*node.get("areas", ()), *node.get("questions", ())):
            visit(child, policy)

    visit(document, "exclude")
    return allowed


def _answers(random: Random, rules: Rules, document: Plain) -> Plain:
    """Return answers in every state."""
    allowed = _not_applicable_allowed(document)
    levels = [step["level"] for step in document["scale"]]
    answers: Plain = {}
    left = rules.missing
    for question in questions_below(document):
        id_, state = question["id"], random.choice(STATES)
        missing = {"absent": None, "unknown": {"unknown": "Nobody knows."}, "noted": {"note": "Later."}}
        if state in missing and left:
            left -= 1
            answers[id_] = missing[state]
        elif state == "not-applicable" and allowed[id_]:
            answers[id_] = {"not-applicable": "It does not."}
        else:
            answers[id_] = an_answer(random, question, levels, evidence=rules.evidence)
    return {id_: answer for id_, answer in answers.items() if answer is not None}


def an_answer(random: Random, question: Plain, levels: Sequence[int], *, evidence: bool) -> Plain:
    """Return an answer, perhaps with evidence."""
    found = random.choice(every_answer(question, levels))
    backed = random.choice(EVIDENCE) if evidence else None
    return found | {"evidence": backed} if backed else found


def a_case(random: Random, rules: Rules) -> Case:
    """Return a framework, some of its facts, and answers in every state."""
    document = a_random_framework(random, rules)
    facts = {
        name: random.choice(values) for name, values in FACT_VALUES.items() if not rules.facts or random.randint(0, 2)
    }
    return Case(document, facts, _answers(random, rules, document))


def randoms() -> st.SearchStrategy[Random]:
    """Draw a source of chance.

    A seed is quick to draw and does not shrink; with READINESS_SHRINK every choice is drawn by itself, and does.
    """
    return st.randoms(use_true_random="READINESS_SHRINK" not in os.environ)


def cases(rules: Rules = Rules()) -> st.SearchStrategy[Case]:
    """Draw a case."""
    return st.builds(a_case, randoms(), st.just(rules))
