"""The use cases, from files to artefacts."""

# Fractions are compared with whole numbers.
# mypy: disable-error-code="comparison-overlap"

from __future__ import annotations

import dataclasses
import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from readiness import resources, workflows
from readiness.diagnostics import InvalidDocument
from readiness.errors import InputError, NoRoadmap, OutputError, UnknownName, UsageError
from readiness.roadmap.planners import Planner
from readiness.scoring.result import State
from readiness.workflows import Assessed
from tests.builders import Plain, a_framework, a_question, an_action, an_area, an_assessment, write

EXAMPLES = sorted(resources.examples_dir().glob("*/assessment.yaml"))
TARGETS = {"good": {"title": "Good", "default": 3}, "better": {"title": "Better", "default": 4}}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a framework."""
    write(a_framework(targets=TARGETS, actions=[an_action("lift", {"d1-q1": 3})]), tmp_path)
    return tmp_path


def an_assessed(folder: Path, answers: Plain | None = None, **keys: object) -> Assessed:
    """Return a small assessment beside its framework, assessed."""
    return workflows.assess(str(write(an_assessment(answers or {"d1-q1": 2}, **keys), folder)))


def names(folder: Path) -> list[str]:
    """Return what a folder holds."""
    return sorted(path.name for path in folder.iterdir())


# --- assess -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_a_bundled_example_is_assessed_whole(path: Path) -> None:
    assessed = workflows.assess(str(path), planner=Planner.RANKED)
    root = assessed.scorecard.root
    assert root.score is not None
    assert root.low is not None
    assert root.high is not None
    assert root.low <= root.score <= root.high
    assert assessed.gaps
    assert assessed.roadmap is not None
    assert assessed.roadmap.actions
    assert assessed.no_roadmap is None
    assert assessed.as_of == assessed.assessment.assessed_on
    assert set(assessed.files) > {"assessment.yaml", f"{assessed.framework.id}.yaml"}


def test_there_are_examples() -> None:
    assert EXAMPLES


def test_an_assessment_is_scored_measured_and_planned(folder: Path) -> None:
    assessed = an_assessed(folder)
    # 2, and three answers that are missing and count as 1
    assert assessed.scorecard.root.score == 1.25
    assert assessed.target is not None
    assert assessed.target.title == "Good"
    assert assessed.scorecard.target_id == "good"
    assert [gap.question for gap in assessed.gaps][-1] == "d1-q1"
    assert assessed.roadmap is not None
    assert [one.action.id for one in assessed.roadmap.actions] == ["lift"]


def test_the_target_is_the_one_asked_for_then_the_file_s_then_the_framework_s_first(folder: Path) -> None:
    plain = write(an_assessment(), folder)
    assert workflows.assess(str(plain)).scorecard.target_id == "good"
    named = write(an_assessment(target="better"), folder)
    assert workflows.assess(str(named)).scorecard.target_id == "better"
    assert workflows.assess(str(named), target="good").scorecard.target_id == "good"


def test_a_target_that_does_not_exist_is_refused_with_the_nearest(folder: Path) -> None:
    with pytest.raises(UnknownName) as caught:
        workflows.assess(str(write(an_assessment(), folder)), target="beter")
    assert caught.value.hint == "did you mean better?"


def test_without_targets_there_are_scores_and_neither_gaps_nor_a_roadmap(tmp_path: Path) -> None:
    write(a_framework(targets=None), tmp_path)
    assessed = an_assessed(tmp_path)
    assert (assessed.target, assessed.gaps, assessed.roadmap, assessed.no_roadmap) == (None, (), None, None)
    assert assessed.scorecard.root.score == 1.25


def test_limits_that_allow_nothing_leave_the_reason_beside_the_scores(folder: Path) -> None:
    assessed = an_assessed(folder, plan={"capacity-days-a-quarter": {"*": 1}})
    assert assessed.roadmap is None
    assert isinstance(assessed.no_roadmap, NoRoadmap)
    assert assessed.gaps


def test_the_day_decides_which_evidence_counts(tmp_path: Path) -> None:
    question = a_question("q", evidence={"required-from": 3})
    write(a_framework(areas=[an_area("d1", [question])]), tmp_path)
    paper = {"title": "Minutes", "valid-until": "2026-12-31"}
    path = str(write(an_assessment({"q": {"level": 4, "evidence": [paper]}}), tmp_path))
    before, after = workflows.assess(path), workflows.assess(path, as_of=date(2027, 1, 1))
    assert (before.as_of, before.scorecard.root.evidenced) == (date(2026, 11, 20), 4)
    assert (after.as_of, after.scorecard.root.evidenced) == (date(2027, 1, 1), 2)
    assert [one.code for one in before.warnings] == []
    assert [(one.code, one.location.line) for one in after.warnings] == [("RA302", _line(path, "evidence:"))]


def test_evidence_without_a_date_is_told_where_it_is_needed(tmp_path: Path) -> None:
    questions = [a_question(name, evidence={"required-from": 3}) for name in ("needed", "unneeded", "dated")]
    write(a_framework(areas=[an_area("d1", questions)]), tmp_path)
    undated, dated = {"title": "Minutes"}, {"title": "Plan", "dated": "2026-01-31"}
    answers = {
        "needed": {"level": 3, "evidence": [undated, undated]},
        "unneeded": {"level": 2, "evidence": [undated]},
        "dated": {"level": 3, "evidence": [undated, dated]},
    }
    (found,) = workflows.assess(str(write(an_assessment(answers), tmp_path))).warnings
    assert (found.code, found.message) == (
        "RA304",
        "the evidence for `needed` has no date, so the level that it should prove does not count",
    )


def _line(path: str, text: str) -> int:
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def test_an_answer_to_a_question_that_is_not_asked_is_warned_about(tmp_path: Path) -> None:
    questions = [a_question("a"), a_question("b", applies_when={"question": "a", "at-least": 3})]
    write(a_framework(areas=[an_area("d1", questions)]), tmp_path)
    assessed = an_assessed(tmp_path, {"a": 1, "b": 3})
    (found,) = assessed.warnings
    assert found.code == "RA301"
    assert found.help.startswith("it is asked only when ")
    assert "level 3 or above" in found.help
    assert assessed.scorecard.node["b"].state is State.HIDDEN


def test_evidence_from_after_the_assessment_is_told_once(tmp_path: Path) -> None:
    question = a_question("q", evidence={"required-from": 3})
    write(a_framework(areas=[an_area("d1", [question])]), tmp_path)
    future, old = {"title": "Plan", "dated": "2026-12-24"}, {"title": "Minutes", "valid-until": "2026-01-31"}

    def codes(*evidence: dict[str, str]) -> list[str]:
        path = write(an_assessment({"q": {"level": 4, "evidence": list(evidence)}}), tmp_path)
        return sorted(one.code for one in workflows.assess(str(path)).warnings)

    assert codes(future) == ["RA303"]
    assert codes(future, old) == ["RA302", "RA303"]


def test_every_file_that_was_read_is_named_with_its_digest(folder: Path) -> None:
    assessed = an_assessed(folder)
    assert workflows.report_input(assessed, version="1").digests == {
        name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in ("assessment.yaml", "sample.yaml")
    }


def test_a_document_with_errors_is_not_assessed(folder: Path) -> None:
    path = write(an_assessment({"nobody": 3}), folder)
    with pytest.raises(InvalidDocument) as caught:
        workflows.assess(str(path))
    assert [one.code for one in caught.value.diagnostics] == ["RA101"]
    assert caught.value.text == path.read_text(encoding="utf-8")


def test_a_file_that_is_missing_is_not_assessed(folder: Path) -> None:
    (folder / "assessment.yaml").touch()
    with pytest.raises(InputError) as caught:
        workflows.assess(str(folder / "asessment.yaml"))
    assert caught.value.hint == f"did you mean {folder / 'assessment.yaml'}?"


# --- outputs ----------------------------------------------------------------------------------------------------


def test_each_output_is_named_once_it_is_written(folder: Path) -> None:
    assessed = an_assessed(folder)
    outputs = [str(folder / "result.json"), str(folder / "report.HTML")]
    written = workflows.write_outputs(assessed, outputs, version="1.2.3")
    assert next(written) == outputs[0]
    assert not (folder / "report.HTML").exists()
    assert list(written) == outputs[1:]
    assert json.loads((folder / "result.json").read_bytes())["readiness"] == "result/1"
    assert (folder / "result.json").read_text(encoding="utf-8") == workflows.result_json(assessed, version="1.2.3")
    assert names(folder) == ["assessment.yaml", "report.HTML", "result.json", "sample.yaml"]


def test_the_same_assessment_makes_the_same_bytes(folder: Path) -> None:
    assert workflows.result_json(an_assessed(folder), version="1") == workflows.result_json(
        an_assessed(folder), version="1"
    )


@pytest.mark.parametrize(
    ("outputs", "message"),
    [
        (["report.doc"], "report.doc: no format has this suffix"),
        (["report"], "report: no format has this suffix"),
        (["folder.json"], "folder.json is a folder"),
        (["here.json"], "here.json is the file that is read"),
        (["./folder.json/../here.json"], "./folder.json/../here.json is the file that is read"),
        (["a.json", "./a.json"], "two outputs have the same name"),
        (["ok.json", "wrong.txt"], "wrong.txt: no format has this suffix"),
    ],
)
def test_outputs_that_cannot_be_are_refused_before_anything_is_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch, outputs: list[str], message: str
) -> None:
    assessed = dataclasses.replace(an_assessed(folder), path="here.json")
    monkeypatch.chdir(folder)
    (folder / "folder.json").mkdir()
    before = names(folder)
    with pytest.raises(UsageError) as caught:
        next(workflows.write_outputs(assessed, outputs, version="1"))
    assert str(caught.value) == message
    assert names(folder) == before


def test_what_is_read_from_standard_input_stands_in_nobody_s_way() -> None:
    workflows.check_outputs("-", ["-.json"], {".json": None})


def test_an_output_replaces_a_file_that_is_there(folder: Path) -> None:
    (folder / "result.json").write_text("old", encoding="utf-8")
    assert list(workflows.write_outputs(an_assessed(folder), [str(folder / "result.json")], version="1"))
    assert (folder / "result.json").read_bytes().startswith(b"{")


def test_a_written_file_has_the_permissions_of_any_other(folder: Path) -> None:
    (folder / "other").touch()
    list(workflows.write_outputs(an_assessed(folder), [str(folder / "result.json")], version="1"))
    assert (folder / "result.json").stat().st_mode == (folder / "other").stat().st_mode


def test_a_report_that_fails_leaves_the_old_file_and_nothing_else(folder: Path) -> None:
    assessed = an_assessed(folder)
    (folder / "result.json").write_text("old", encoding="utf-8")
    before = names(folder)
    nothing: Any = None
    broken = dataclasses.replace(assessed, framework=nothing)
    with pytest.raises(AttributeError):
        list(workflows.write_outputs(broken, [str(folder / "result.json")], version="1"))
    assert (folder / "result.json").read_text(encoding="utf-8") == "old"
    assert names(folder) == before


def test_a_folder_that_does_not_exist_is_an_error_of_the_output(folder: Path) -> None:
    with pytest.raises(OutputError) as caught:
        list(workflows.write_outputs(an_assessed(folder), [str(folder / "no" / "result.json")], version="1"))
    assert "cannot be written" in str(caught.value)
    assert caught.value.exit_code == 2


def test_a_missing_folder_of_one_output_keeps_all_from_being_written(folder: Path) -> None:
    assessed, before = an_assessed(folder), names(folder)
    outputs = [str(folder / "result.json"), str(folder / "no" / "result.json")]
    with pytest.raises(OutputError):
        list(workflows.write_outputs(assessed, outputs, version="1"))
    assert names(folder) == before


def test_the_result_names_a_file_of_any_bytes(folder: Path) -> None:
    assessed = dataclasses.replace(an_assessed(folder), files={"a\udcff.yaml": "0"})
    assert workflows.report_input(assessed, version="1").files == {"a?.yaml": "0"}


def test_a_file_that_cannot_take_its_place_leaves_no_part_behind(folder: Path) -> None:
    outputs = [str(folder / "a.json"), str(folder / "b.json")]
    written = workflows.write_outputs(an_assessed(folder), outputs, version="1")
    next(written)
    (folder / "b.json").mkdir()
    with pytest.raises(OutputError):
        next(written)
    assert not [name for name in names(folder) if name.endswith(".part")]


# --- validate ---------------------------------------------------------------------------------------------------


def test_folders_are_searched_for_yaml_files_in_order(folder: Path) -> None:
    (folder / "b").mkdir()
    path = write(an_assessment(), folder / "b")
    path.rename(folder / "b" / "one.yml")
    write(a_framework(), folder / "b")
    (folder / "b" / "notes.txt").write_text("not: yaml", encoding="utf-8")
    checked = workflows.validate([str(folder)])
    assert [Path(one.file).relative_to(folder).as_posix() for one in checked] == [
        "b/one.yml",
        "b/sample.yaml",
        "sample.yaml",
    ]
    assert not workflows.fails(checked)


def test_a_file_is_checked_whatever_it_is_called(folder: Path) -> None:
    path = write(an_assessment(), folder).rename(folder / "answers.txt")
    (checked,) = workflows.validate([str(path)])
    assert checked.diagnostics == ()
    assert checked.text.startswith("readiness: assessment/1")


def test_a_folder_without_documents_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no YAML files"):
        workflows.validate([str(tmp_path)])


def test_errors_of_a_framework_and_of_an_assessment_are_found(folder: Path) -> None:
    bad = write(a_framework(version="one"), folder)
    assert [one.code for one in workflows.validate([str(bad)])[0].diagnostics] == ["RF010"]
    good = write(a_framework(), folder)
    answers = write(an_assessment({"nobody": 3}), folder)
    checked = workflows.validate([str(good), str(answers)])
    assert [[one.code for one in each.diagnostics] for each in checked] == [[], ["RA101"]]
    assert workflows.fails(checked)


def test_an_assessment_is_checked_as_far_as_only_scoring_can_tell(tmp_path: Path) -> None:
    questions = [a_question("a"), a_question("b", applies_when={"question": "a", "at-least": 3})]
    write(a_framework(areas=[an_area("d1", questions)]), tmp_path)
    checked = workflows.validate([str(write(an_assessment({"a": 1, "b": 3}), tmp_path))])
    assert [one.code for one in checked[0].diagnostics] == ["RA301"]
    assert not workflows.fails(checked)


def test_an_assessment_without_its_framework_is_an_error_and_not_scored(tmp_path: Path) -> None:
    checked = workflows.validate([str(write(an_assessment(), tmp_path))])
    assert [one.code for one in checked[0].diagnostics] == ["RA102"]


# --- frameworks and schemas -------------------------------------------------------------------------------------


def test_a_framework_is_found_by_its_id_and_by_its_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    by_id, file = workflows.find_framework("sample")
    assert (by_id.id, file) == ("sample", "sample.yaml")
    by_file, path = workflows.find_framework(str(folder / "sample.yaml"))
    assert (by_file.id, path) == ("sample", str(folder / "sample.yaml"))


def test_a_bundled_framework_is_found_with_its_parts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    framework, file = workflows.find_framework("public-sector-readiness")
    assert Path(file).parent == resources.frameworks_dir()
    assert framework.includes == ()
    assert {area.id for area in framework.areas} >= {"cybersecurity", "governance"}


def test_a_framework_of_the_folder_hides_a_bundled_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    write(a_framework(id="cybersecurity", title="Our own"), tmp_path)
    assert workflows.find_framework("cybersecurity")[0].title == "Our own"


def test_a_framework_that_does_not_exist_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownName) as caught:
        workflows.find_framework("cybersecurty")
    assert caught.value.hint == "did you mean cybersecurity?"


def test_a_framework_file_that_does_not_exist_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        workflows.find_framework(str(tmp_path / "no.yaml"))


def test_a_framework_with_errors_is_refused(folder: Path) -> None:
    path = write(a_framework(version="one"), folder)
    with pytest.raises(InvalidDocument) as caught:
        workflows.find_framework(str(path))
    assert [one.code for one in caught.value.diagnostics] == ["RF010"]


def test_frameworks_are_listed_by_id_and_broken_ones_left_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    write(a_framework(id="aa"), tmp_path)
    write(a_framework(id="broken", version="one"), tmp_path)
    found = [framework.id for framework, _ in workflows.list_frameworks()]
    assert found == sorted(found)
    assert found[0] == "aa"
    assert "broken" not in found
    assert {"cybersecurity", "public-sector-readiness"} < set(found)


@pytest.mark.parametrize("name", workflows.SCHEMAS)
def test_every_format_has_a_schema(name: str) -> None:
    schema = workflows.schema(name)
    assert schema["$schema"].startswith("https://json-schema.org/")


def test_a_schema_that_does_not_exist_is_refused() -> None:
    with pytest.raises(UnknownName) as caught:
        workflows.schema("asessment")
    assert caught.value.hint == "did you mean assessment?"


def test_a_plan_is_found_once_for_all_languages() -> None:
    inspectorate = resources.examples_dir() / "inspectorate" / "assessment.yaml"
    assessed = workflows.assess(str(inspectorate), planner=Planner.RANKED)
    translated = workflows.in_language(assessed, "cy")
    assert assessed.roadmap is not None
    assert translated.roadmap is not None
    assert translated.roadmap.solution is assessed.roadmap.solution
    assert [one.number for one in translated.roadmap.actions] == [one.number for one in assessed.roadmap.actions]
