"""EU eGovernment Benchmark 2023: 35 countries and 9 life events, from the indicators and from the services."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache

from readiness.scoring.result import NodeScore
from tests.builders import Plain
from tests.conformance.comparison import Comparison, Model
from tests.conformance.corpus import PublishedModel, a_node, a_share, measured, rows

__all__ = ["BENCHMARK", "FROM_INDICATORS", "FROM_SERVICES", "INDICATORS", "Cell", "published"]

Cell = tuple[str, str]
"""A country and a life event."""

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


def _from_indicators() -> Iterator[Comparison]:
    """Yield the overall score and the four dimensions."""
    for cell, values in published().items():
        nodes = BENCHMARK.scores({key: measured(values[key]) for key in INDICATORS})
        for name, key in {"sample": "0", "1": "1", "2": "2", "3": "3", "4": "4"}.items():
            yield _compared(cell, key, nodes[name], values[key])


def _compared(cell: Cell, key: str, node: NodeScore, text: str) -> Comparison:
    """Return a share of 100 beside the published one; a blank is no score."""
    found = None if node.ratio is None else node.ratio * 100
    return Comparison(" ".join(cell), key, found, Fraction(text) if text else None)


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


def _from_services() -> Iterator[Comparison]:
    """Yield the indicators that the marks of single services make up."""
    expected, services = published(), by_cell(rows("egbr/services.csv"))
    for cell in expected:
        marks = services[cell]
        model = of_services(tuple(one["type"] for one in marks))
        answers = {
            f"{column}-{number}": measured(one[column])
            for column in ("oa", "mob", "tsd", "eid", "edoc", "pre")
            for number, one in enumerate(marks)
        }
        nodes = model.scores(answers)
        for key in ("1.1", "1.2", "2.1", "3.1", "3.2", "3.3"):
            yield _compared(cell, key, nodes[key], expected[cell][key])


FROM_INDICATORS = Model("EU eGov, indicators", "2023", Fraction(1, 10**9), _from_indicators)
FROM_SERVICES = Model("EU eGov, services", "2023", Fraction(1, 10**9), _from_services)
