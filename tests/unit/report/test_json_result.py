"""The result as data."""

from __future__ import annotations

import json
from collections.abc import Callable

from jsonschema import Draft202012Validator

from readiness.report.json_result import result, result_bytes, result_schema
from tests.unit.report.given import a_report, a_rich_report


def test_the_schema_describes_every_result() -> None:
    Draft202012Validator.check_schema(result_schema())
    validator = Draft202012Validator(result_schema())
    for given in (a_rich_report(), a_report(), a_report({"d1-q1": {"unknown": "Who knows"}})):
        validator.validate(json.loads(result_bytes(given)))


def test_numbers_are_exact_and_rounded() -> None:
    made = result(a_report({"d1-q1": 3, "d1-q2": 2, "d2-q1": 2, "d2-q2": 2}))
    assert made["score"]["score"] == {"exact": "9/4", "value": 2.25}
    assert made["score"]["ratio"] == {"exact": "5/16", "value": 0.3125}


def test_what_does_not_exist_is_null_and_not_zero() -> None:
    made = result(a_report({"d1-q1": {"not-applicable": "None is held."}}))
    question = made["score"]["children"][0]["children"][0]
    assert question["state"] == "not applicable"
    assert question["score"] is None


def test_the_same_input_gives_the_same_bytes(assert_golden: Callable[[str, str], None]) -> None:
    first, second = result_bytes(a_rich_report()), result_bytes(a_rich_report())
    assert first == second
    made = json.loads(first)
    made["files"] = made["inputs"] = {}
    assert_golden("report/sample.json", json.dumps(made, ensure_ascii=False, indent=2) + "\n")
