"""What an organisation calls finished is not planned again."""

from __future__ import annotations

import pytest

from readiness.diagnostics import InvalidDocument
from readiness.roadmap.plan import Roadmap
from readiness.roadmap.solution import Reason
from tests.builders import an_action, an_assessment, read_assessment
from tests.unit.roadmap.planning import chosen, left_out, questions, roadmap

BASE = an_action("base", {"a": 3})
ABOVE = an_action("above", {"b": 3}, needs=["base"])


def plan_with(**decision: object) -> Roadmap:
    return roadmap(questions("a", "b"), {"a": 1, "b": 1}, [BASE, ABOVE], limits={"actions": {"base": decision}})


def test_a_finished_action_is_not_planned_even_where_its_level_is_not_reached() -> None:
    plan = plan_with(finished="2026-10-01")
    assert left_out(plan) == {"base": Reason.FINISHED}


def test_what_waited_for_it_can_begin_at_once() -> None:
    assert chosen(plan_with()) == [("base", 0, 1), ("above", 1, 2)]
    assert chosen(plan_with(finished="2026-10-01")) == [("above", 0, 1)]


def test_a_finished_action_that_was_to_be_done_by_a_day_is_not_asked_for_again() -> None:
    assert chosen(plan_with(finished="2026-10-01", deadline="2026-12-31", must=True)) == [("above", 0, 1)]


def test_nothing_is_finished_and_under_way_at_once() -> None:
    decisions = {"base": {"finished": "2026-10-01", "under-way": 60}}
    with pytest.raises((InvalidDocument, AssertionError)):
        read_assessment(an_assessment(plan={"actions": decisions}))
