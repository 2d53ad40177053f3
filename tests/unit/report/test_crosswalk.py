"""The crosswalk of a report: outcomes, the questions that speak to them, and what no question asks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from jsonschema import Draft202012Validator

from readiness.model.instrument import Instrument, InstrumentItem
from readiness.report.crosswalk import NO_CERTIFICATE, Crosswalk, crosswalk, crosswalks
from readiness.report.html import render_html
from readiness.report.inputs import ReportInput
from readiness.report.json_result import result
from readiness.report.result_schema import result_schema
from readiness.report.view.crosswalk import CrosswalkBody
from tests.builders import a_framework, a_question, an_area
from tests.unit.report.given import a_report, on_screen, sections
from tests.unit.report.unfolded import unfolded

NORM = Instrument(
    readiness="instrument/1",
    id="norm",
    title="The norm",
    publisher="The office of norms",
    checked="By hand",
    items={
        "A": InstrumentItem(kind="part", title="Safety"),
        "A.1": InstrumentItem(kind="clause", title="Locks", within="A"),
        "A.2": InstrumentItem(kind="clause", title="Keys", within="A"),
        "A.3": InstrumentItem(kind="clause", within="A"),
        "A.4": InstrumentItem(kind="clause", within="A"),
    },
)


def given(answers: dict[str, Any], *instruments: Instrument) -> ReportInput:
    """Return a report on four questions about a norm; the last is asked only when the third one is at level 4."""
    norm = {"title": "Norm", "kind": "standard", "checked": "By hand", "items": dict.fromkeys(["A.1", "A.2", "A.3"])}
    questions = [
        a_question("locks", references={"norm": ["A.1", "A.2"]}),
        a_question("keys", references={"norm": ["A.1", "A.2"]}),
        a_question("other"),
        a_question("hidden", references={"norm": ["A.3"]}, applies_when={"question": "other", "at-least": 4}),
    ]
    framework = a_framework(0, areas=[an_area("d1", questions)], sources={"norm": norm})
    report = a_report(answers, framework)
    return replace(report, crosswalks=crosswalks(report.framework, {one.id: one for one in instruments}))


def body(report: ReportInput) -> CrosswalkBody:
    found = sections(report)["crosswalk"].body
    assert isinstance(found, CrosswalkBody)
    return found


def test_outcomes_with_the_same_questions_share_a_row_with_scores_and_targets() -> None:
    report = given({"locks": 3, "keys": 2, "other": 1}, NORM)
    (table,) = body(report).tables
    (row,) = table.rows
    assert row.names == ("A.1 Locks", "A.2 Keys")
    assert row.questions == (("Topic of locks", "3.0, target 3.0"), ("Topic of keys", "2.0, target 3.0"))
    assert row.meeting == "1 of 2"
    assert sections(report)["crosswalk"].title == "Answers speak to 2 of the 4 outcomes of a public instrument"


def test_what_is_not_asked_here_counts_as_not_spoken_to() -> None:
    (hidden,) = body(given({"locks": 3, "other": 1}, NORM)).tables
    assert hidden.silent == "No question speaks to: A.3, A.4."
    (shown,) = body(given({"locks": 3, "other": 4, "hidden": 5}, NORM)).tables
    assert shown.silent == "No question speaks to: A.4."
    assert shown.rows[1].questions == (("Topic of hidden", "5.0, target 3.0"),)
    assert shown.rows[1].meeting == "yes"


def test_a_missing_answer_is_said_and_not_counted() -> None:
    report = given({"other": 4, "hidden": {"not-applicable": "there is none"}}, NORM)
    (table,) = body(report).tables
    assert table.rows[0].questions[0] == ("Topic of locks", "not answered")
    assert [row.meeting for row in table.rows] == ["no answer", "no target"]
    assert table.about.startswith("Answers speak to 0 of 4 outcomes. How many more are asked about")
    assert table.about.endswith("have no answer that counts: 3. By hand.")
    assert "There is too little yet to compare" in sections(report)["crosswalk"].title


def test_the_page_says_that_it_certifies_nothing() -> None:
    assert "nothing here certifies" in NO_CERTIFICATE
    assert NO_CERTIFICATE in unfolded(render_html(on_screen(given({"locks": 3}, NORM))))


def test_without_a_list_only_what_the_framework_names_is_shown() -> None:
    report = given({"locks": 3, "keys": 3, "other": 1})
    (one,) = report.crosswalks
    assert (one.is_whole, [entry.id for entry in one.silent]) == (False, [])
    (table,) = body(report).tables
    assert table.about.startswith("Answers speak to 2 of the items that the framework names.")


def test_a_report_of_a_framework_without_references_has_no_crosswalk() -> None:
    assert "crosswalk" not in sections(a_report({"d1-q1": 3}))


def test_an_item_that_the_list_lacks_is_still_shown() -> None:
    report = given({}, replace_items(NORM, "A.1"))
    one: Crosswalk = crosswalk(report.framework, "norm", replace_items(NORM, "A.1"))
    assert [(entry.id, entry.questions) for entry in one.entries if entry.id == "A.1"] == [("A.1", ("locks", "keys"))]


def replace_items(instrument: Instrument, missing: str) -> Instrument:
    return instrument.changed(items={id_: item for id_, item in instrument.items.items() if id_ != missing})


def test_the_result_lists_outcomes_with_levels_and_those_without_a_question() -> None:
    report = given({"locks": 3, "keys": 2, "other": 1}, NORM)
    made = result(report)
    Draft202012Validator(result_schema()).validate(made)
    (one,) = made["crosswalk"]
    assert (one["instrument"], one["whole"], one["without-question"]) == ("norm", True, ["A.4"])
    assert [entry["id"] for entry in one["outcomes"]] == ["A.1", "A.2", "A.3"]
    assert one["outcomes"][0]["questions"] == [
        {"id": "locks", "state": "answered", "level": 3, "target": {"exact": "3", "value": 3.0}},
        {"id": "keys", "state": "answered", "level": 2, "target": {"exact": "3", "value": 3.0}},
    ]
    assert one["outcomes"][2]["questions"][0]["state"] == "hidden"
