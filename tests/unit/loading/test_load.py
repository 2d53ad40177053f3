"""Documents that name other documents: includes, versions, the framework of an assessment."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from readiness.loading.files import digest, sniff
from readiness.loading.load import Library, load_assessment, load_framework
from tests.builders import (
    Plain,
    a_framework,
    a_gate,
    a_question,
    an_action,
    an_area,
    an_assessment,
    as_yaml,
    check_assessment,
    check_framework,
    read_framework,
    write,
)


def messages(document: Plain, *parts: Plain) -> list[str]:
    return [one.message for one in check_framework(document, *parts).diagnostics]


def a_whole(*names: str, **keys: Any) -> Plain:  # noqa: ANN401  a value of any key
    """Return a framework that includes others."""
    return a_framework(dimensions=0, id="whole", includes=[{"framework": name} for name in names], targets=None, **keys)


# --- what kind of document -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "start",
    [
        "readiness: assessment/1",
        "# a comment\n\nreadiness:   'assessment/1'",
        "\ufeffreadiness: assessment/1",
        '{"readiness": "assessment/1"}',
        "readiness : assessment/2",
        "title: x\r\nreadiness: assessment/1\r\n",
    ],
)
def test_an_assessment_is_known_by_its_first_key(start: str) -> None:
    assert sniff(start.encode()) == "assessment"


@pytest.mark.parametrize(
    "start", ["", "readiness: framework/1", "note: |\n  readiness is assessment/1", "x-readiness: assessment/1", "\xff"]
)
def test_everything_else_passes_for_a_framework(start: str) -> None:
    assert sniff(start.encode("latin-1")) == "framework"


def test_a_digest_is_the_sha_256_of_the_bytes() -> None:
    assert digest(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


# --- the library -----------------------------------------------------------------------------------------------------


def test_the_first_folder_that_has_a_framework_wins(tmp_path: Path) -> None:
    near, far = tmp_path / "near", tmp_path / "far"
    near.mkdir()
    far.mkdir()
    write(a_framework(title="Near"), near)
    write(a_framework(title="Far"), far)
    write(a_framework(id="other"), far)
    library = Library((near, tmp_path / "missing", far))
    document = library.load("sample")
    assert document is not None
    assert document.model is not None
    assert document.model.title == "Near"
    assert library.load("sample") is document
    assert library.ids() == ("other", "sample")


def test_a_framework_that_no_folder_has_is_none(tmp_path: Path) -> None:
    assert Library((tmp_path,)).load("sample") is None


def test_only_frameworks_are_listed(tmp_path: Path) -> None:
    write(a_framework(), tmp_path)
    write(an_assessment(), tmp_path)
    (tmp_path / "notes.yaml").write_text("a: 1\n")
    (tmp_path / "folder.yaml").mkdir()
    assert Library((tmp_path,)).ids() == ("sample",)


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that opens and cannot be read")
def test_a_file_that_cannot_be_read_is_not_listed(tmp_path: Path) -> None:
    (tmp_path / "odd.yaml").symlink_to("/proc/self/mem")
    write(a_framework(), tmp_path)
    assert Library((tmp_path,)).ids() == ("sample",)


def test_a_framework_that_comes_with_the_tool_is_read_once_for_all_who_build_on_it(tmp_path: Path) -> None:
    one, other = (Library.beside(str(tmp_path / name)).load("cybersecurity") for name in ("a.yaml", "b/c.yaml"))
    assert one is not None
    assert other is not None
    assert one.model is other.model


def test_a_framework_of_the_same_name_that_lies_nearer_is_read_from_its_own_file(tmp_path: Path) -> None:
    for title in ("Ours", "Ours, changed"):
        write(a_framework(id="cybersecurity", title=title), tmp_path)
        found = Library.beside(str(tmp_path / "assessment.yaml")).load("cybersecurity")
        assert found is not None
        assert found.model is not None
        assert found.model.title == title


def test_every_file_that_was_read_has_a_digest(tmp_path: Path) -> None:
    write(a_framework(), tmp_path)
    write(a_whole("sample"), tmp_path)
    library = Library((tmp_path,))
    library.load("whole")
    assert library.files() == {
        name: (tmp_path / name).read_text(encoding="utf-8") for name in ("sample.yaml", "whole.yaml")
    }


# --- includes --------------------------------------------------------------------------------------------------------


def test_an_included_framework_becomes_a_top_area_with_the_weight_of_the_include() -> None:
    whole = a_whole() | {"includes": [{"framework": "sample", "weight": 3}], "areas": [an_area("own", [a_question()])]}
    model = read_framework(whole, a_framework())
    assert [(area.id, int(area.weight)) for area in model.areas] == [("sample", 3), ("own", 1)]
    assert list(model.question) == ["d1-q1", "d1-q2", "d2-q1", "d2-q2", "q1"]
    assert model.includes == ()


@pytest.mark.parametrize(
    ("wanted", "fits"),
    [("1", True), ("1.0.0", True), (1.0, True), (1, True), ("^1", True), ("^1.0", True), ("^2", False), ("1.1", False)],
    ids=repr,
)
def test_a_version_that_does_not_fit_is_found(wanted: object, fits: bool) -> None:  # noqa: FBT001
    whole = a_whole() | {"includes": [{"framework": "sample", "version": wanted}]}
    expected = [] if fits else [f"sample is at version 1.0.0, which {wanted} does not accept"]
    assert messages(whole, a_framework()) == expected


def test_a_framework_that_is_not_there_is_found_with_a_suggestion() -> None:
    (finding,) = check_framework(a_whole("sampel"), a_framework()).diagnostics
    assert (finding.message, finding.help) == ("there is no framework 'sampel'", "did you mean `sample`?")


def test_a_framework_unlike_all_others_is_answered_with_those_there_are() -> None:
    (finding,) = check_framework(a_whole("xyzzy"), a_framework()).diagnostics
    assert finding.help == "frameworks here: sample, whole"


def test_an_included_framework_with_one_error_names_it_and_its_place() -> None:
    (message,) = messages(a_whole("sample"), a_framework(title=None))
    assert message.startswith("sample has an error at ")
    assert message.endswith("sample.yaml:1:1: the key `title` is missing")


def test_an_included_framework_with_several_errors_names_the_first() -> None:
    (message,) = messages(a_whole("sample"), a_framework(title=None, language=None))
    assert message.startswith("sample has 2 errors, the first at ")


def test_a_framework_cannot_include_itself() -> None:
    assert messages(a_whole("whole")) == ["`whole` includes itself"]


def test_two_frameworks_cannot_include_each_other() -> None:
    other = a_framework(dimensions=0, id="other", includes=[{"framework": "whole"}], targets=None)
    (finding,) = check_framework(a_whole("other"), other).diagnostics
    assert (finding.code, finding.message) == ("RF109", "`whole` includes `other`, which includes `whole`")
    (back,) = finding.related
    assert back.location.file.endswith("other.yaml")
    assert back.label == "includes `whole` again"


def test_a_circle_of_included_frameworks_is_told_with_every_step() -> None:
    middle = a_framework(dimensions=0, id="middle", includes=[{"framework": "last"}], targets=None)
    last = a_framework(
        dimensions=0, id="last", includes=[{"framework": "sample"}, {"framework": "whole"}], targets=None
    )
    assert messages(a_whole("middle"), middle, last, a_framework()) == [
        "`whole` includes `middle`, which includes `last`, which includes `whole`"
    ]


def test_a_circle_further_down_is_an_error_of_the_included_framework() -> None:
    one = a_framework(dimensions=0, id="one", includes=[{"framework": "two"}], targets=None)
    two = a_framework(dimensions=0, id="two", includes=[{"framework": "one"}], targets=None)
    (finding,) = check_framework(a_whole("one"), one, two).diagnostics
    assert finding.code == "RF102"
    assert "`one` includes `two`, which includes `one`" in finding.message


def test_an_included_framework_can_include_others() -> None:
    middle = a_framework(dimensions=0, id="middle", includes=[{"framework": "sample"}], targets=None)
    model = read_framework(a_whole("middle"), middle, a_framework())
    assert [area.id for area, _ in model.walk()] == ["whole", "middle", "sample", "d1", "d2"][1:]


def test_frameworks_on_different_scales_cannot_be_included_together() -> None:
    two_steps = [{"level": 0, "name": "No"}, {"level": 1, "name": "Yes"}]
    other = a_framework(dimensions=0, id="other", scale=two_steps, targets=None)
    assert messages(a_whole("sample", "other"), a_framework(), other) == [
        "the included frameworks do not share one scale"
    ]


def test_a_name_that_two_included_frameworks_use_is_found() -> None:
    twin = a_framework(dimensions=1, questions=1, id="twin", targets=None)
    assert messages(a_whole("sample", "twin"), a_framework(), twin) == [
        "the id `d1-q1` is used by two of the included frameworks",
        "the id `d1` is used by two of the included frameworks",
    ]


def test_a_gate_a_target_and_a_lift_can_name_what_an_included_framework_has() -> None:
    whole = a_whole(
        "sample",
        gates=[a_gate({"all": [{"question": "d1-q1", "below": 2}, {"area": "d2", "at-least-ratio": 0.5}]})],
        actions=[an_action("act", {"d1-q1": 4})],
    ) | {"targets": {"good": {"title": "Good", "default": 1, "areas": {"sample": 3}, "questions": {"d1-q1": 4}}}}
    codes = {one.code for one in check_framework(whole, a_framework(targets=None)).diagnostics}
    assert codes <= {"RF403"}


def test_nothing_is_said_about_names_that_a_missing_framework_may_have() -> None:
    whole = a_whole(
        "sampel", gates=[a_gate({"question": "d1-q1", "below": 2})], actions=[an_action("act", {"d1-q1": 4})]
    ) | {"targets": {"good": {"title": "Good", "default": 1, "areas": {"sample": 3}, "questions": {"d1-q1": 4}}}}
    assert messages(whole, a_framework()) == ["there is no framework 'sampel'"]


def test_prerequisites_lead_from_one_included_framework_to_another() -> None:
    first = a_framework(1, 1, actions=[an_action("a", {"d1-q1": 3})])
    second = a_framework(
        dimensions=0,
        id="second",
        questions=[a_question("s")],
        targets=None,
        actions=[an_action("b", {"s": 3}, needs=["sample/a", "unrelated/c"])],
    )
    model = read_framework(a_whole("sample", "second"), first, second)
    assert model.action["b"].needs == ("a",)
    assert read_framework(second).action["b"].needs == ("sample/a", "unrelated/c")


def test_prerequisites_across_frameworks_cannot_go_round_in_a_circle() -> None:
    first = a_framework(1, 1, targets=None, actions=[an_action("a", {"d1-q1": 3}, needs=["second/b"])])
    second = a_framework(
        dimensions=0,
        id="second",
        questions=[a_question("s")],
        targets=None,
        actions=[an_action("b", {"s": 3}, needs=["sample/a"])],
    )
    found = check_framework(a_whole("sample", "second"), first, second).diagnostics
    assert [(one.code, one.message) for one in found] == [
        ("RF401", "actions wait for each other: `a` needs `b` needs `a`")
    ]


# --- assessments -----------------------------------------------------------------------------------------------------


def test_an_assessment_comes_with_its_framework() -> None:
    document, framework = check_assessment(an_assessment({"d1-q1": 3}))
    assert document.diagnostics == ()
    assert document.model is not None
    assert framework is not None
    assert framework.id == document.model.framework.id == "sample"


def test_an_assessment_with_errors_of_its_own_does_not_look_for_its_framework() -> None:
    document, framework = check_assessment(an_assessment() | {"framework": {"id": "nowhere"}})
    assert [one.code for one in document.diagnostics] == ["RF007"]
    assert (document.model, framework) == (None, None)


def test_a_framework_that_is_nowhere_is_answered_with_those_there_are() -> None:
    document, _ = check_assessment(an_assessment() | {"framework": {"id": "xyzzy", "version": "1.0.0"}})
    assert [(one.code, one.help) for one in document.diagnostics] == [("RA102", "frameworks here: sample")]


def test_a_framework_with_errors_cannot_be_answered() -> None:
    document, framework = check_assessment(an_assessment(), a_framework(title=None))
    (finding,) = document.diagnostics
    assert finding.code == "RA102"
    assert finding.message.endswith("the key `title` is missing")
    assert finding.help.startswith("readiness validate ")
    assert framework is None


def test_a_broken_answer_does_not_hide_what_is_wrong_with_others() -> None:
    document, _ = check_assessment(an_assessment({"d1-q1": {"level": "high"}, "d1-q9": 3, "d1-q2": 9, "d2-q1": 2}))
    assert [one.code for one in document.diagnostics] == ["RF008", "RA101", "RA202"]
    assert document.model is None


def test_an_assessment_of_a_wrong_shape_is_not_checked_against_its_framework() -> None:
    document, _ = check_assessment(an_assessment({"d1-q9": 3}, plan={"quarters": "many"}))
    assert [one.code for one in document.diagnostics] == ["RF008"]


def test_warnings_do_not_keep_a_document_from_being_used() -> None:
    framework = a_framework(dimensions=0, questions=[a_question(why=None)])
    document = check_framework(framework)
    assert [one.code for one in document.diagnostics] == ["RF502"]
    assert document.errors == ()
    assert document.model is not None


def test_a_document_from_standard_input_is_named_as_the_caller_names_it() -> None:
    document = load_framework("-", b"readiness: framework/1\n")
    assert {one.location.file for one in document.diagnostics} == {"-"}


def test_findings_are_in_the_order_of_the_file() -> None:
    content = as_yaml(an_assessment({"zzz": 3, "d1-q1": 9, "aaa": 2})).encode()
    lines = [one.location.line for one in load_assessment("a.yaml", Library(()), content)[0].diagnostics]
    assert lines == sorted(lines)
