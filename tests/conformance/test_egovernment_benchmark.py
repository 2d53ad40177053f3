"""EU eGovernment Benchmark 2023: 35 countries and 9 life events, from the indicators and from the services."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from fractions import Fraction
from functools import cache

from tests.builders import Plain
from tests.conformance.corpus import PublishedModel, a_node, a_share, measured, needs_corpus, rows

pytestmark = needs_corpus

Cell = tuple[str, str]
"""A country and a life event."""

CLOSE = Fraction(1, 10**9)

BENCHMARK = PublishedModel(
    areas=[
        a_node("1", a_share("1.1", weight=6), a_share("1.2", weight=1), a_share("1.3", weight=2)),
        a_node("2", a_share("2.1"), a_share("2.2"), a_share("2.3")),
        a_node("3", a_share("3.1"), a_share("3.2"), a_share("3.3"), a_share("3.4")),
        a_node(
            "4",
            a_share("4.1", weight=2),
            a_share("4.2", weight=1),
            a_node("4.3-4.4", a_share("4.3"), a_share("4.4"), weight=1),
        ),
    ]
)
INDICATORS = tuple(BENCHMARK.framework.question)


def published() -> dict[Cell, dict[str, str]]:
    """Return the published values of every country, by indicator; averages over countries are left out."""
    found: dict[Cell, dict[str, str]] = defaultdict(dict)
    for row in rows("egbr/scores.csv"):
        if "EU27" not in row["country"]:
            found[row["country"], row["life_event"]][row["key"]] = row["value"]
    return found


def is_close(ratio: Fraction | None, text: str) -> bool:
    """Tell whether a ratio is the published share of 100; both may be blank."""
    if ratio is None or not text:
        return ratio is None and not text
    return abs(ratio * 100 - Fraction(text)) <= CLOSE


def test_the_four_dimensions_and_the_overall_score_come_out_of_the_indicators() -> None:
    cells = published()
    assert len(cells) == 315
    for cell, values in cells.items():
        nodes = BENCHMARK.scores({key: measured(values[key]) for key in INDICATORS})
        for name, key in {"sample": "0", "1": "1", "2": "2", "3": "3", "4": "4"}.items():
            assert is_close(nodes[name].ratio, values[key]), (cell, key)


def by_cell(services: list[dict[str, str]]) -> Mapping[Cell, list[dict[str, str]]]:
    """Return the applicable services of every country and life event."""
    found: dict[Cell, list[dict[str, str]]] = defaultdict(list)
    for row in services:
        if row["applicable"] == "Yes":
            found[row["country"], row["life_event"]].append(row)
    return found


@cache
def of_services(kinds: tuple[str, ...]) -> PublishedModel:
    """Return a model in which every indicator is made of one question for each service, given the kinds of these."""
    weights = {"Transactional": 4, "Informational": 1}

    def shares(column: str, kind: str = "") -> list[Plain]:
        return [a_share(f"{column}-{number}") for number, one in enumerate(kinds) if kind in {"", one}]

    online = [a_node(f"oa-{kind}", *shares("oa", kind), weight=weights[kind]) for kind in weights if kind in kinds]
    return PublishedModel(
        areas=[
            a_node("1.1", *online),
            *(
                a_node(key, *shares(column))
                for key, column in {"1.2": "mob", "2.1": "tsd", "3.1": "eid", "3.2": "edoc", "3.3": "pre"}.items()
            ),
        ]
    )


def test_indicators_come_out_of_the_marks_of_single_services() -> None:
    expected = published()
    services = by_cell(rows("egbr/services.csv"))
    compared = 0
    for cell, marks in services.items():
        if cell not in expected:
            continue
        model = of_services(tuple(one["type"] for one in marks))
        answers = {
            f"{column}-{number}": measured(one[column])
            for column in ("oa", "mob", "tsd", "eid", "edoc", "pre")
            for number, one in enumerate(marks)
        }
        nodes = model.scores(answers)
        for key in ("1.1", "1.2", "2.1", "3.1", "3.2", "3.3"):
            assert is_close(nodes[key].ratio, expected[cell][key]), (cell, key)
            compared += 1
    assert compared == 6 * 315
