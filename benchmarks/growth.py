"""Print how long one assessment takes in process, and how that grows with the framework.

    .venv/bin/python benchmarks/growth.py [--sizes 50 150 500 1500 5000] [--repeats 5] [--profile]

The frameworks are made here, with everything that the language has: areas within areas, every answer type, roll-up and
policy, conditions on answers and facts, gates, adjustments, bands, a target, evidence, missing answers. In `balanced`
no area has more than eight parts; `means` is the same with means alone; in `wide` one area holds all questions.
Sensitivity and the roadmap are not measured.

Figures are CPU time of this process, the least of the repeats: whatever else the machine does can only add to it. Two
floors are measured in the same run: one exact sum of as many fractions, without which nobody has a score; and, up to
500 questions, the gaps as they would be found by scoring everything again for each question.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import math
import pstats
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from itertools import count, cycle, islice
from time import process_time
from typing import Any, NamedTuple, TypeVar

from readiness.checks.assessment import check_assessment
from readiness.checks.catalogue import RULES
from readiness.checks.framework import check_framework
from readiness.diagnostics import Severity
from readiness.gaps import find_gaps
from readiness.model.assessment import Assessment
from readiness.model.framework import Framework
from readiness.scoring.engine import Headline, Scorer
from readiness.scoring.reading import Reading, read_answers
from readiness.scoring.score import score

Plain = dict[str, Any]
Result = TypeVar("Result")
SIZES = (50, 150, 500, 1500, 5000)
GOAL_QUESTIONS, GOAL_MS = 500, 50
NAIVE_LIMIT = 500
FAN_OUT = 8
TODAY = date(2026, 11, 20)
TYPES = ("level", "level", "checklist", "choice", "level", "yes-no", "number", "multiple", "level", "text")
ROLLUPS: tuple[Plain, ...] = (
    {"rollup": "mean"},
    {"rollup": "sum"},
    {"rollup": "min"},
    {"rollup": "mean", "not-applicable": "full"},
    {"rollup": "sum", "maxima": "all"},
    {"rollup": "gmean", "floor": Fraction(1, 100)},
    {"rollup": "mean", "unanswered": "exclude"},
    {"rollup": "share", "satisfied-at": Fraction(1, 2)},
    {"rollup": "max"},
    {"rollup": "hmean", "floor": Fraction(1, 10)},
    {"rollup": "stack"},
    {"rollup": "deduct", "base": 100},
    {"rollup": "ladder", "satisfied-at": Fraction(1, 2)},
)
WEIGHTS = (1, 2, 1, 3, Fraction(1, 2), 1, Fraction(1, 10))
OWN: Mapping[str, Plain] = {
    "level": {"levels": {level: f"What level {level} looks like." for level in range(1, 6)}},
    "checklist": {"items": tuple({"id": f"i{n}", "text": f"Item {n}", "weight": n} for n in range(1, 5))},
    "choice": {"options": tuple({"id": f"o{n}", "text": f"Option {n}", "points": n} for n in range(4))},
    "multiple": {"options": tuple({"id": f"o{n}", "text": f"Option {n}", "points": n} for n in range(1, 4))},
    "number": {"unit": "%", "bounds": {"worst": 0, "best": 100}},
}
RECORD = ({"title": "Record", "dated": "2026-05-01"},)
ANSWERS: Mapping[str, tuple[Plain | None, ...]] = {
    "level": (
        {"level": 2},
        {"level": 4, "evidence": RECORD},
        {"level": 3},
        None,
        {"level": 5},
        {"unknown": "Nobody knows."},
        {"level": 1},
        {"not-applicable": "It does not fit."},
    ),
    "checklist": ({"done": ("i1",), "partly": ("i3",)}, {"done": ("i1", "i2", "i4")}, {"done": ()}),
    "choice": ({"option": "o1"}, {"option": "o3"}, None),
    "multiple": ({"options": ("o1", "o2")}, {"options": ()}),
    "yes-no": ({"answer": "no"}, {"answer": "yes"}),
    "number": ({"value": 35}, {"value": Fraction(667, 10)}, None),
    "text": ({"text": "plan"}, None),
}
BANDS = {
    "of": "ratio",
    "inclusive": "lower",
    "ranges": ({"name": "Low", "to": Fraction(1, 2)}, {"name": "High", "from": Fraction(1, 2)}),
}


class Case(NamedTuple):
    """A framework of some size, and answers to it."""

    framework: Framework
    assessment: Assessment


# --- frameworks and answers ---------------------------------------------------------------------------------------


def a_question(number: int) -> Plain:
    """Return a question; every fifth is asked only after a certain answer to the one before."""
    kind = TYPES[number % len(TYPES)]
    question: Plain = {"id": f"q{number}", "topic": f"Topic {number}", "ask": f"How is {number}?", "why": "It counts."}
    question |= {"type": kind, "weight": WEIGHTS[number % len(WEIGHTS)], "rung": 1 + number % 3, **OWN.get(kind, {})}
    if number % 5 == 1:
        question["applies-when"] = {"question": f"q{number - 1}", "at-least": 2}
    return question


def an_area(number: int, parts: Sequence[Plain], rules: Plain) -> Plain:
    """Return an area that holds questions or areas; some have a condition, a gate, an adjustment or bands."""
    area: Plain = {"id": f"a{number}", "title": f"Area {number}", "weight": WEIGHTS[number % len(WEIGHTS)]}
    area |= {"rung": 1 + number % 2, "scoring": rules, "questions" if "type" in parts[0] else "areas": tuple(parts)}
    if number % 2:
        named = first_question(area)
        area["gates"] = ({"when": {"question": named, "below": 2}, "cap-at-level": 3, "because": "It is the base."},)
    if number % 3 == 0:
        tenths = {"of": "score", "round": {"to": Fraction(1, 10), "mode": "half-up"}, "because": "Tenths are told."}
        area |= {"adjust": (tenths,), "bands": BANDS}
    if number % 5 == 0:
        area["applies-when"] = {"fact": "people", "at-least": 10}
    return area


def first_question(area: Plain) -> str:
    """Return the id of the first scored question in an area."""
    while "areas" in area:
        area = area["areas"][0]
    return next(str(one["id"]) for one in area["questions"] if one["type"] != "text")


def balanced(questions: Sequence[Plain]) -> Sequence[Plain]:
    """Return areas within areas, no more than eight parts in each, with every roll-up."""
    return nested(questions, ROLLUPS)


def means(questions: Sequence[Plain]) -> Sequence[Plain]:
    """Return the same areas, every one of them a mean, as in the frameworks that come with the tool."""
    return nested(questions, ({"rollup": "mean"},))


def nested(questions: Sequence[Plain], rollups: Sequence[Plain]) -> Sequence[Plain]:
    """Return areas within areas, no more than eight parts in each, whose roll-ups take turns."""
    parts, rules, number = questions, cycle(rollups), count(1)
    while parts is questions or len(parts) > FAN_OUT:
        rest, groups = iter(parts), []
        while group := list(islice(rest, FAN_OUT)):
            groups.append(an_area(next(number), group, next(rules)))
        parts = groups
    return parts


def wide(questions: Sequence[Plain]) -> Sequence[Plain]:
    """Return one area that holds every question."""
    return [an_area(3, questions, {"rollup": "mean"})]


SHAPES: Mapping[str, Callable[[Sequence[Plain]], Sequence[Plain]]] = {
    "balanced": balanced,
    "means": means,
    "wide": wide,
}


def a_case(size: int, shape: str) -> Case:
    """Return a framework with as many questions, which passes every check, and answers to most of them."""
    questions = [a_question(number) for number in range(size)]
    framework = Framework.model_validate(
        {
            "readiness": "framework/1",
            "id": "sample",
            "version": "1.0.0",
            "title": "Sample",
            "language": "en",
            "licence": "CC0-1.0",
            "facts": {"people": {"type": "number", "ask": "How many people work here?"}},
            "evidence": {"required-from": 4, "valid-for-months": 12},
            "areas": tuple(SHAPES[shape](questions)),
            "targets": {"good": {"title": "Good", "default": 4}},
        }
    )
    ways = {kind: cycle(answers) for kind, answers in ANSWERS.items()}
    drawn = {question["id"]: next(ways[question["type"]]) for question in questions}
    assessment = Assessment.model_validate(
        {
            "readiness": "assessment/1",
            "framework": {"id": "sample", "version": "1.0.0"},
            "organisation": {"name": "Sample Council", "facts": {"people": 20}},
            "assessed-on": TODAY.isoformat(),
            "answers": {id_: answer for id_, answer in drawn.items() if answer is not None},
        }
    )
    return Case(framework, assessment)


def check(case: Case) -> None:
    """Make sure that a user could have written the case.

    Raises:
        SystemExit: it has errors, so nothing measured on it says anything.
    """
    found = [*check_framework(case.framework), *check_assessment(case.assessment, case.framework)]
    errors = [finding for finding in found if RULES[finding.code].severity is Severity.ERROR]
    if errors:
        raise SystemExit(f"the framework that is measured has errors: {errors[:3]}")


# --- what is measured ---------------------------------------------------------------------------------------------


def steps(case: Case) -> dict[str, float]:
    """Return what each step of one assessment takes, in milliseconds of CPU time."""
    clock = Clock()
    scorer = clock.measure("compile", lambda: Scorer(case.framework, case.assessment.organisation.facts))
    readings = clock.measure("read", lambda: read_answers(case.framework, case.assessment, TODAY))
    now = Headline(scorer, readings)
    scorecard = clock.measure("score", lambda: score(scorer, readings, "good", now))
    clock.measure("gaps", lambda: find_gaps(scorer, readings, scorecard, now))
    return clock.took


class Clock:
    """Times one step after another."""

    def __init__(self) -> None:
        """Begin with nothing measured."""
        self.took: dict[str, float] = {}

    def measure(self, name: str, run: Callable[[], Result]) -> Result:
        """Run a step and return what it returns."""
        begun = process_time()
        result = run()
        self.took[name] = (process_time() - begun) * 1000
        return result


def floors(case: Case) -> dict[str, float]:
    """Return what one exact weighted sum takes, and gaps found by scoring everything again for each question."""
    framework, clock = case.framework, Clock()
    scorer = Scorer(framework, case.assessment.organisation.facts)
    readings = read_answers(framework, case.assessment, TODAY)
    pairs = [(framework.question[id_].weight, one.ratio) for id_, one in readings.items() if one.ratio is not None]
    clock.measure("one exact sum", lambda: sum((weight * ratio for weight, ratio in pairs), Fraction(0)))
    if len(readings) <= NAIVE_LIMIT:
        clock.measure("naive gaps", lambda: [Headline(scorer, _lifted(readings, id_)).overall for id_ in readings])
    return clock.took


def _lifted(readings: Mapping[str, Reading], id_: str) -> dict[str, Reading]:
    return {**readings, id_: readings[id_].lifted(Fraction(3, 4))}


def best_of(repeats: int, measured: Callable[[Case], dict[str, float]], case: Case) -> dict[str, float]:
    """Return the least that each step takes over several repeats."""
    rounds = []
    for _ in range(repeats):
        gc.collect()
        rounds.append(measured(case))
    return {name: min(one[name] for one in rounds) for name in rounds[0]}


# --- what is printed ----------------------------------------------------------------------------------------------


def growth(sizes: Sequence[int], totals: Sequence[float]) -> float:
    """Return the exponent with which time grows: the slope of log time over log size, 1 for linear."""
    x, y = [math.log(size) for size in sizes], [math.log(total) for total in totals]
    middle_x, middle_y = sum(x) / len(x), sum(y) / len(y)
    above = sum((a - middle_x) * (b - middle_y) for a, b in zip(x, y, strict=True))
    return above / sum((a - middle_x) ** 2 for a in x)


def report(shape: str, sizes: Sequence[int], repeats: int) -> None:
    """Print the figures of one shape."""
    print(f"\n{shape}: milliseconds of CPU time, the least of {repeats}")
    print("questions  compile    read    score     gaps      all   per question   one exact sum   naive gaps")
    totals = []
    for size in sizes:
        case = a_case(size, shape)
        took, floor = best_of(repeats, steps, case), best_of(max(1, repeats // 2), floors, case)
        totals.append(sum(took.values()))
        naive = f"{floor['naive gaps']:10.0f}" if "naive gaps" in floor else f"{'-':>10}"
        figures = "".join(f"{took[name]:9.1f}" for name in ("compile", "read", "score", "gaps"))
        print(f"{size:9}{figures}{totals[-1]:9.1f}{totals[-1] / size:15.3f}{floor['one exact sum']:16.2f}   {naive}")
        if size == GOAL_QUESTIONS:
            print(f"{'':9}goal for {GOAL_QUESTIONS} questions: below {GOAL_MS} ms")
    if len(sizes) > 1:
        print(f"time grows with the number of questions to the power of {growth(sizes, totals):.2f}")


def main() -> None:
    """Check the frameworks, measure them and print the figures."""
    parser = argparse.ArgumentParser(description="How the time of one assessment grows with the framework.")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of questions")
    parser.add_argument("--repeats", type=int, default=5, help="how often each is measured; the least counts")
    parser.add_argument("--profile", action="store_true", help="show where the time of the last size goes instead")
    chosen = parser.parse_args()
    for shape in SHAPES:
        check(a_case(min(chosen.sizes), shape))
        if chosen.profile:
            with cProfile.Profile() as profile:
                steps(a_case(chosen.sizes[-1], shape))
            pstats.Stats(profile).sort_stats("tottime").print_stats("readiness|fractions", 25)
        else:
            report(shape, chosen.sizes, chosen.repeats)


if __name__ == "__main__":
    main()
