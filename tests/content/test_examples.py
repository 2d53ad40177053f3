"""The examples: what the tool says of them adds up."""

from __future__ import annotations

from functools import cache

import pytest

from readiness import resources
from readiness.report.explanation import Figure
from readiness.workflows import Assessed, assess, explain
from tests.laws.calculator import check_equations, page_of


@cache
def northmere() -> Assessed:
    return assess(str(resources.examples_dir() / "northmere" / "assessment.yaml"))


@pytest.mark.parametrize("figure", ["score", "low", "high", "evidenced", "target"])
def test_every_sum_of_the_example_comes_out(figure: Figure) -> None:
    for node in northmere().scorecard.root.walk():
        found = explain(northmere(), node.id, figure)
        page = page_of(found)
        assert sum(map(check_equations, page.paragraphs)) or not found.parts
        for name in ("share", "adds", "costs") if page.columns else ():
            assert sum(page.column(name)) == page.total(name)
