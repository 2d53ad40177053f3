"""Frameworks made of other frameworks: what is dropped, changed and added, and what goes with it."""

# Fractions are compared with whole numbers.
# mypy: disable-error-code="comparison-overlap"

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from readiness.diagnostics import Diagnostic
from readiness.loading.load import Library
from readiness.model.framework import Framework
from readiness.model.tailoring import Tailoring
from tests.builders import (
    Plain,
    a_framework,
    a_gate,
    a_question,
    an_action,
    an_area,
    check_framework,
    read_framework,
    write,
)


def a_tailoring(**keys: Any) -> Plain:  # noqa: ANN401  a value of any key
    """Return a file that tailors `a_framework()`."""
    return {"readiness": "framework/1", "id": "mine", "version": "2.0.0", "extends": "sample@^1"} | {
        key.replace("_", "-"): value for key, value in keys.items()
    }


def tailored(base: Plain, *others: Plain, **keys: Any) -> Framework:  # noqa: ANN401
    """Return what the tailoring of a base makes; it has to be free of errors."""
    return read_framework(a_tailoring(**keys), base, *others)


def record(framework: Framework) -> Tailoring:
    """Return how a framework was tailored in one step."""
    (one,) = framework.tailorings
    return one


def messages(base: Plain, *others: Plain, **keys: Any) -> list[str]:  # noqa: ANN401
    """Return what is found in a tailoring file."""
    return [one.message for one in check_framework(a_tailoring(**keys), base, *others).diagnostics]


def changes(framework: Framework) -> list[tuple[str, tuple[str, ...], Any, Any]]:
    """Return which values are recorded as other ones."""
    return [(one.thing.id, one.keys, one.before, one.after) for one in record(framework).changed]


def dropped(framework: Framework) -> list[tuple[str, str, str]]:
    """Return what is recorded as dropped, and with what."""
    return [(one.kind, one.id, one.because) for one in record(framework).dropped]


# --- the result ------------------------------------------------------------------------------------------------------


def test_a_framework_without_changes_is_the_base_under_its_own_id() -> None:
    base, mine = read_framework(a_framework()), tailored(a_framework())
    assert (mine.id, mine.version) == ("mine", "2.0.0")
    assert mine.changed(id=base.id, version=base.version) == base


def test_title_language_and_licence_come_from_the_base_unless_the_file_has_its_own() -> None:
    assert tailored(a_framework()).title == "Sample"
    mine = tailored(a_framework(), title="Mine", licence="CC-BY-4.0", description="Ours.")
    assert (mine.title, mine.language, mine.licence, mine.description) == ("Mine", "en", "CC-BY-4.0", "Ours.")


def test_a_framework_that_stands_by_itself_was_tailored_from_nothing() -> None:
    assert read_framework(a_framework()).tailorings == ()


def test_the_record_names_the_base_and_its_version() -> None:
    one = record(tailored(a_framework()))
    assert (one.framework, one.version) == ("mine", "2.0.0")
    assert (one.base, one.base_version, one.base_title) == ("sample", "1.0.0", "Sample")
    assert (one.changed, one.dropped, one.added) == ((), (), ())


# --- change ----------------------------------------------------------------------------------------------------------


def test_a_weight_is_changed_and_its_default_recorded() -> None:
    mine = tailored(a_framework(), change={"d1-q1": {"weight": 3}, "d2": {"weight": 2}})
    assert mine.question["d1-q1"].weight == 3
    assert [int(area.weight) for area in mine.areas] == [1, 2]
    assert changes(mine) == [("d1-q1", ("weight",), 1, 3), ("d2", ("weight",), 1, 2)]


def test_mappings_merge_key_by_key() -> None:
    mine = tailored(a_framework(), change={"d1-q1": {"levels": {3: "Other."}, "evidence": {"required-from": 2}}})
    question = mine.question["d1-q1"]
    assert question.levels == {1: "Nothing yet.", 2: "Begun.", 3: "Other.", 4: "Measured.", 5: "Improving."}  # type: ignore[union-attr]
    assert changes(mine) == [
        ("d1-q1", ("levels", "3"), "Agreed.", "Other."),
        ("d1-q1", ("evidence", "required-from"), None, 2),
    ]


def test_items_merge_by_id_and_new_ones_come_last() -> None:
    base = a_framework(questions=[a_question("q", "checklist")], dimensions=0)
    mine = tailored(base, change={"q": {"items": [{"id": "c", "text": "Third"}, {"id": "a", "weight": 2}]}})
    items = mine.question["q"].items  # type: ignore[union-attr]
    assert [(item.id, item.text, int(item.weight)) for item in items] == [
        ("a", "First item", 2),
        ("b", "Second item", 1),
        ("c", "Third", 1),
    ]


def test_other_lists_are_replaced() -> None:
    base = a_framework(questions=[a_question("q", answered_by=["lead"])], dimensions=0, roles={"lead": "L", "it": "I"})
    assert tailored(base, change={"q": {"answered-by": ["it"]}}).question["q"].answered_by == ("it",)


def test_null_removes_a_key() -> None:
    mine = tailored(a_framework(gates=[a_gate({"question": "d1-q1", "below": 2})]), change={"sample": {"gates": None}})
    assert mine.gates == ()
    ((thing, keys, before, after),) = changes(mine)
    assert (thing, keys, len(before), after) == ("sample", ("gates",), 1, None)


def test_targets_facts_sources_and_actions_can_be_changed() -> None:
    base = a_framework(
        facts={"f": {"type": "boolean", "ask": "F?"}},
        sources={"s": {"title": "S", "kind": "standard"}},
        actions=[an_action("act", {"d1-q1": 3})],
    )
    mine = tailored(
        base,
        change={"good": {"default": 1}, "f": {"ask": "G?"}, "s": {"title": "T"}, "act": {"effort-days": {"likely": 3}}},
    )
    assert (mine.targets["good"].default, mine.facts["f"].ask, mine.sources["s"].title) == (1, "G?", "T")
    assert mine.action["act"].effort_days.likely == 3


def test_an_id_that_is_a_number_is_found_however_it_is_written() -> None:
    base = a_framework(questions=[a_question("2024")], dimensions=0)
    assert tailored(base, change={2024: {"weight": 2}}).question["2024"].weight == 2
    assert tailored(base, change={"2024": {"weight": 2}}).question["2024"].weight == 2


def test_a_question_and_an_action_of_one_id_are_told_apart_by_their_kind() -> None:
    base = a_framework(actions=[an_action("d1-q1", {"d1-q1": 3})])
    mine = tailored(base, change={"questions/d1-q1": {"weight": 2}, "actions/d1-q1": {"title": "Act"}})
    assert (mine.question["d1-q1"].weight, mine.action["d1-q1"].title) == (2, "Act")
    (finding,) = check_framework(a_tailoring(drop=["d1-q1"]), base).diagnostics
    assert finding.help == "write `questions/d1-q1` or `actions/d1-q1`"


def test_one_thing_under_two_names_is_changed_twice() -> None:
    assert messages(a_framework(), change={"d1-q1": {"weight": 2}, "questions/d1-q1": {"weight": 3}}) == [
        "`d1-q1` is changed twice"
    ]


@pytest.mark.parametrize(("value", "is_so"), [(1, True), (1.0, True), (True, False), ("1", False)], ids=repr)
def test_what_a_key_is_anyway_changes_nothing(value: object, is_so: bool) -> None:  # noqa: FBT001
    found = messages(a_framework(), change={"d1-q1": {"weight": value}})
    assert found == ["`weight` of `d1-q1` is so already"] if is_so else "number" in found[0]


# --- drop ------------------------------------------------------------------------------------------------------------


def test_an_area_goes_with_all_that_is_in_it() -> None:
    mine = tailored(a_framework(), drop=["d1"])
    assert list(mine.question) == ["d2-q1", "d2-q2"]
    assert dropped(mine) == [("area", "d1", ""), ("question", "d1-q1", "d1"), ("question", "d1-q2", "d1")]


def test_targets_and_actions_forget_a_dropped_question() -> None:
    base = a_framework(
        targets={"good": {"title": "Good", "default": 3, "questions": {"d1-q1": 4, "d1-q2": 2}, "areas": {"d2": 1}}},
        actions=[an_action("both", {"d1-q1": 4, "d1-q2": 3})],
    )
    mine = tailored(base, drop=["d1-q1", "d2"])
    assert (mine.targets["good"].questions, mine.targets["good"].areas) == ({"d1-q2": 2}, {})
    assert mine.action["both"].lifts == {"d1-q2": 3}


def test_an_action_that_lifts_nothing_else_goes_with_the_question() -> None:
    base = a_framework(
        actions=[
            an_action("only", {"d1-q1": 3}),
            an_action("later", {"d1-q2": 3}, needs=["only"]),
            an_action("rival", {"d1-q2": 2}, instead_of=["only"]),
        ]
    )
    mine = tailored(base, drop=["d1-q1"])
    assert list(mine.action) == ["later", "rival"]
    assert (mine.action["later"].needs, mine.action["rival"].instead_of) == ((), ())
    assert dropped(mine) == [("question", "d1-q1", ""), ("action", "only", "d1-q1")]


def test_a_change_can_give_such_an_action_something_else_to_lift() -> None:
    base = a_framework(actions=[an_action("only", {"d1-q1": 3})])
    mine = tailored(base, drop=["d1-q1"], change={"only": {"lifts": {"d1-q2": 2}}})
    assert mine.action["only"].lifts == {"d1-q2": 2}


def test_an_item_goes_from_its_question_and_from_the_actions_that_get_it_done() -> None:
    base = a_framework(
        questions=[a_question("q", "checklist")],
        dimensions=0,
        actions=[an_action("one", {"q": ["b"]}), an_action("two", {"q": ["a", "b"]})],
    )
    mine = tailored(base, drop=["q/b"])
    assert [item.id for item in mine.question["q"].items] == ["a"]  # type: ignore[union-attr]
    assert {action.id: action.lifts for action in mine.actions} == {"two": {"q": ("a",)}}
    assert dropped(mine) == [("action", "one", "q/b")]
    assert changes(mine) == [("q", ("items", "b"), {"id": "b", "text": "Second item"}, None)]


def test_questions_forget_a_dropped_role_and_a_dropped_source() -> None:
    base = a_framework(
        roles={"lead": "L", "it": "I"},
        sources={"s": {"title": "S", "kind": "standard", "checked": "x", "items": {"1": None}}},
        questions=[a_question("q", answered_by=["it", "lead"], references={"s": [1]})],
        dimensions=0,
    )
    question = tailored(base, drop=["it", "s"]).question["q"]
    assert (question.answered_by, question.references) == (("lead",), {})


def test_recommendations_that_nobody_asks_for_any_more_go_with_the_question() -> None:
    base = a_framework(
        sources={"s": {"title": "S", "kind": "checklist", "items": {"A": "First", "B": "Second", 3: "Third"}}},
        questions=[a_question("q", covers={"s": ["A", "B", 3]}), a_question("r", covers={"s": ["B"]})],
        dimensions=0,
    )
    mine = tailored(base, drop=["q"])
    assert list(mine.sources["s"].items) == ["B"]
    assert dropped(mine) == [("question", "q", ""), ("recommendation", "A", "q"), ("recommendation", "3", "q")]
    kept = tailored(base, drop=["q"], questions=[a_question("new", covers={"s": ["A", 3]})])
    assert list(kept.sources["s"].items) == ["A", "B", "3"]


def test_what_was_dropped_can_be_written_anew() -> None:
    mine = tailored(a_framework(), drop=["d1-q1"], questions=[a_question("d1-q1", "yes-no")])
    assert mine.question["d1-q1"].type == "yes-no"


# --- add -------------------------------------------------------------------------------------------------------------


def test_additions_come_after_what_the_base_has() -> None:
    mine = tailored(
        a_framework(actions=[an_action("first", {"d1-q1": 3})]),
        roles={"it": "IT"},
        areas=[an_area("d1", [a_question("new")]), an_area("d3", [a_question("d3-q1")])],
        questions=[a_question("top")],
        actions=[an_action("second", {"new": 3}, owner="it")],
        targets={"high": {"title": "High", "default": 5}},
    )
    assert [area.id for area in mine.areas] == ["d1", "d2", "d3"]
    assert list(mine.question) == ["top", "d1-q1", "d1-q2", "new", "d2-q1", "d2-q2", "d3-q1"]
    assert list(mine.action) == ["first", "second"]
    assert [(one.kind, one.id) for one in record(mine).added] == [
        ("role", "it"),
        ("question", "new"),
        ("area", "d3"),
        ("question", "d3-q1"),
        ("question", "top"),
        ("action", "second"),
        ("target", "high"),
    ]


def test_an_area_that_stands_twice_is_found() -> None:
    assert messages(a_framework(), areas=[{"id": "d1", "weight": 2}, an_area("d1", [a_question("new")])]) == [
        "the id `d1` is taken"
    ]


def test_gates_are_added_to_those_of_the_base() -> None:
    gate = a_gate({"question": "d1-q1", "below": 2})
    base = a_framework(gates=[gate], areas=[an_area("d1", [a_question("d1-q1")], gates=[gate])])
    mine = tailored(base, gates=[a_gate({"question": "d1-q1", "below": 3})], areas=[{"id": "d1", "gates": [gate]}])
    assert (len(mine.gates), len(mine.areas[0].gates)) == (2, 2)


def test_an_inner_area_is_found_from_the_top_and_from_where_it_stands() -> None:
    base = a_framework(0, areas=[an_area("out", areas=[an_area("in", [a_question("q")])])])
    for areas in ([an_area("in", [a_question("r")])], [{"id": "out", "areas": [an_area("in", [a_question("r")])]}]):
        mine = tailored(base, areas=areas)
        assert [question.id for question in mine.areas[0].areas[0].questions] == ["q", "r"]


def test_a_profile_of_the_base_gets_levels_for_what_is_new() -> None:
    mine = tailored(a_framework(), questions=[a_question("new")], targets={"good": {"questions": {"new": 4}}})
    assert (mine.targets["good"].default, mine.targets["good"].questions) == (3, {"new": 4})


def test_scoring_at_the_top_of_the_file_is_merged_and_recorded() -> None:
    mine = tailored(a_framework(scoring={"rollup": "mean"}), scoring={"unanswered": "exclude"})
    assert (mine.scoring.rollup, mine.scoring.unanswered) == ("mean", "exclude")
    assert changes(mine) == [("sample", ("scoring", "unanswered"), None, "exclude")]


# --- composites ------------------------------------------------------------------------------------------------------


def a_composite(**keys: Any) -> tuple[Plain, Plain, Plain]:  # noqa: ANN401
    """Return a framework `whole` of `left` and `right`, with those two."""
    left = a_framework(
        0,
        id="left",
        areas=[an_area("l", [a_question("l1"), a_question("l2")])],
        actions=[an_action("other", {"l1": 3})],
    )
    right = a_framework(
        0,
        id="right",
        areas=[an_area("r", [a_question("r1")])],
        actions=[an_action("act", {"r1": 3}, needs=["left/other"])],
    )
    includes = [{"framework": "left"}, {"framework": "right", "weight": 2}]
    return a_framework(0, id="whole", includes=includes, targets=None, **keys), left, right


def of_whole(**keys: Any) -> Plain:  # noqa: ANN401
    """Return a file that tailors `whole`."""
    return a_tailoring(**keys) | {"extends": "whole"}


def test_everything_that_a_base_includes_can_be_changed() -> None:
    mine = read_framework(of_whole(change={"l1": {"weight": 5}, "r": {"title": "Other"}}), *a_composite())
    assert mine.question["l1"].weight == 5
    assert [area.areas[0].title for area in mine.areas] == ["Area l", "Other"]


def test_what_an_included_framework_counts_can_be_changed_and_it_can_be_dropped() -> None:
    mine = read_framework(of_whole(change={"left": {"weight": 3, "title": "Left side"}}), *a_composite())
    assert [(area.title, int(area.weight)) for area in mine.areas] == [("Left side", 3), ("Sample", 2)]
    beside = read_framework(of_whole(change={"left": {"measure": True}}), *a_composite())
    assert [(area.id, area.measure) for area in beside.areas] == [("left", True), ("right", False)]
    less = read_framework(of_whole(drop=["right"]), *a_composite())
    assert [area.id for area in less.areas] == ["left"]
    assert list(less.action) == ["other"]
    assert dropped(less)[0] == ("framework", "right", "")


def test_an_area_of_an_included_framework_gets_more_questions() -> None:
    areas = [an_area("r", [a_question("r2")]), {"id": "left", "questions": [a_question("l3")]}]
    mine = read_framework(of_whole(areas=areas), *a_composite())
    assert set(mine.question) == {"l1", "l2", "l3", "r1", "r2"}
    assert mine.placed["l3"][1][0].id == "left"


def test_a_role_of_one_part_stays_when_another_part_is_dropped() -> None:
    assert read_framework(of_whole(drop=["left"]), *a_composite()).roles == {"lead": "Lead"}


def test_a_tailored_framework_can_be_included_in_place_of_its_base() -> None:
    whole, left, right = a_composite()
    mine = {"readiness": "framework/1", "id": "mine", "version": "1.0.0", "extends": "left", "drop": ["l2"]}
    whole["includes"] = [{"framework": "mine", "version": "1"}, {"framework": "right"}]
    made = read_framework(whole, mine, left, right)
    assert list(made.question) == ["l1", "r1"]
    assert made.action["act"].needs == ("other",)
    assert [one.framework for one in made.tailorings] == ["mine"]


def test_more_frameworks_can_be_included_beside_those_of_the_base() -> None:
    _, left, right = a_composite()
    mine: Plain = {"readiness": "framework/1", "id": "mine", "version": "1.0.0", "extends": "left"}
    mine |= {"includes": [{"framework": "right"}], "change": {"l1": {"weight": 2}}}
    made = read_framework(mine, left, right)
    assert set(made.question) == {"r1", "l1", "l2"}
    again = {"readiness": "framework/1", "id": "again", "version": "1.0.0", "extends": "mine", "drop": ["r1"]}
    assert set(check_framework(again, mine, left, right).model.question) == {"l1", "l2"}  # type: ignore[union-attr]


def test_a_question_of_a_part_that_the_whole_hangs_on_cannot_be_dropped() -> None:
    parts = a_composite(gates=[a_gate({"question": "l1", "below": 2})])
    (finding,) = check_framework(of_whole(drop=["l1"]), *parts).errors
    assert (finding.code, finding.message) == ("RF117", "`l1` is dropped, and a gate of `whole` hangs on it")
    assert read_framework(of_whole(drop=["l1"], change={"whole": {"gates": None}}), *parts).gates == ()


# --- chains ----------------------------------------------------------------------------------------------------------


def a_second(**keys: Any) -> Plain:  # noqa: ANN401
    """Return a file that tailors the tailored one."""
    return a_tailoring(**keys) | {"id": "second", "extends": "mine@2.0"}


def test_a_tailored_framework_can_be_tailored_again() -> None:
    first = a_tailoring(change={"d1-q1": {"weight": 2}}, questions=[a_question("new")])
    mine = read_framework(a_second(drop=["d2"], change={"new": {"weight": 4}}), first, a_framework())
    assert {id_: int(question.weight) for id_, question in mine.question.items()} == {"new": 4, "d1-q1": 2, "d1-q2": 1}
    assert [(one.framework, one.base) for one in mine.tailorings] == [("second", "mine"), ("mine", "sample")]


def chain(length: int) -> list[Plain]:
    """Return frameworks that extend one another, the last one first."""
    links = [a_tailoring() | {"id": f"f{n}", "extends": f"f{n - 1}"} for n in range(1, length)]
    return [*reversed(links), a_framework(id="f0")]


def test_a_chain_is_read_up_to_a_limit() -> None:
    assert read_framework(*chain(20)).id == "f19"
    first, *_ = check_framework(*chain(40)).errors
    assert first.code == "RF114"
    assert "built one on top of the other" in first.message


def test_a_circle_of_extends_and_includes_is_found() -> None:
    one = a_tailoring() | {"id": "one", "extends": "two"}
    two = a_framework(0, id="two", includes=[{"framework": "one"}])
    (finding,) = check_framework(one, two).errors
    assert finding.code == "RF114"
    assert finding.message.endswith("one includes itself")


# --- places ----------------------------------------------------------------------------------------------------------


def the_only(finding: tuple[Diagnostic, ...]) -> Diagnostic:
    (one,) = finding
    return one


def test_a_finding_that_the_tailoring_causes_lies_in_its_file_with_the_place_in_the_base_beside_it() -> None:
    document = check_framework(a_tailoring(change={"d1": {"scoring": {"rollup": "min"}}}), a_framework_with_weights())
    finding = the_only(document.diagnostics)
    assert (finding.code, finding.location.file) == ("RF203", document.file)
    assert finding.location.line == 6
    (related,) = finding.related
    assert Path(related.location.file).name == "sample.yaml"
    assert related.label == "in `sample`, which this file extends"


def a_framework_with_weights() -> Plain:
    return a_framework(0, areas=[an_area("d1", [a_question("q", weight=2), a_question("r")])])


def test_what_the_base_has_wrong_by_itself_is_not_said_again() -> None:
    base = a_framework(questions=[a_question("q", why=None)], dimensions=0)
    assert [one.code for one in check_framework(base).diagnostics] == ["RF502"]
    assert messages(base, change={"q": {"topic": "Other"}}) == []
    assert [one.code for one in check_framework(a_second(), a_tailoring(), base).diagnostics] == []


def test_what_the_author_wrote_is_found_where_it_is_written() -> None:
    document = check_framework(a_tailoring(change={"d1-q1": {"levels": {7: "Seven."}}}), a_framework())
    finding = the_only(document.errors)
    assert (finding.code, finding.location.line) == ("RF201", 8)
    assert finding.location.file == document.file


# --- files -----------------------------------------------------------------------------------------------------------


def test_base_and_tailored_file_both_have_a_digest(tmp_path: Path) -> None:
    write(a_framework(), tmp_path)
    write(a_tailoring(), tmp_path)
    library = Library((tmp_path,))
    library.load("mine")
    assert library.files() == {
        name: (tmp_path / name).read_text(encoding="utf-8") for name in ("mine.yaml", "sample.yaml")
    }


def test_a_library_reads_a_file_once(tmp_path: Path) -> None:
    for document in a_composite():
        write(document, tmp_path)
    path = write(of_whole(), tmp_path)
    library = Library((tmp_path,))
    first = library.check(str(path))
    for file in tmp_path.glob("*.yaml"):
        file.unlink()
    assert library.check(str(path)) is first


def test_files_of_several_folders_share_what_was_read(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        write(a_framework(id=name), tmp_path / name)
    beside = Library.shared()
    assert beside(str(tmp_path / "a" / "x.yaml")) is beside(str(tmp_path / "a" / "y.yaml"))
    assert beside(str(tmp_path / "a" / "x.yaml")) is not beside(str(tmp_path / "b" / "x.yaml"))
    assert beside(str(tmp_path / "a" / "x.yaml")).load("cybersecurity") is not None


@pytest.mark.parametrize(
    "keys",
    [
        {"change": {"__class__": {"weight": 1}}},
        {"change": {"d1-q1": {"__proto__": 1, "": 2}}},
        {"change": {"d1-q1": {"levels": [1, 2]}}},
        {"change": {"d1-q1": {"levels": None, "type": None}}},
        {"change": {"d1-q1": {"covers": "x", "answered-by": 3, "scoring": []}}},
        {"change": {"good": {"questions": 3, "areas": None}}},
        {"change": {"act": {"lifts": None}}, "drop": ["d1-q1"]},
        {"change": {"act": {"lifts": "d1-q1", "needs": {"a": 1}}}, "drop": ["d1-q1"]},
        {"change": {"act": {"lifts": {"d1-q1": ["x"]}}}, "drop": ["d1-q2"]},
        {"change": {"sample": {"scale": 3, "labels": {}, "gates": [1]}}},
        {"drop": ["d1", "d2"]},
        {"drop": ["good", "lead", "act"]},
    ],
    ids=str,
)
def test_whatever_is_written_ends_in_findings_in_the_file(keys: Plain) -> None:
    base = a_framework(actions=[an_action("act", {"d1-q1": 3})])
    document = check_framework(a_tailoring(**keys), base)
    assert {one.location.file for one in document.diagnostics} <= {document.file}


def test_switches_forget_what_is_dropped_and_go_when_nothing_is_left() -> None:
    pays = {"fact": "pays", "is": True}
    switches = [
        {"when": pays, "because": "One.", "questions": {"d1-q1": 4}},
        {"when": pays, "because": "Two.", "questions": {"d1-q1": 4, "d2-q1": 5}},
    ]
    base = a_framework(
        facts={"pays": {"type": "boolean", "ask": "Does it take payments?"}},
        targets={"good": {"title": "Good", "default": 3, "switches": switches}},
    )
    (left,) = tailored(base, drop=["d1-q1"]).targets["good"].switches
    assert (left.because, left.questions) == ("Two.", {"d2-q1": 5})
