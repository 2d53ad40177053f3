"""What `readiness validate` can be asked for: which findings count, when it fails, and where that is written."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from tests.builders import a_framework, a_question, an_area, an_assessment, write
from tests.cli.conftest import Readiness

CODES = {"sample.yaml": ["RF203", "RF502"], "wrong.yaml": ["RF105", "RF502"]}
"""What is wrong with the files of the project below."""


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a repository with a framework that has two warnings, and one that has an error and a warning."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    silent = [a_question("q1", weight=1, why=None), a_question("q2", weight=3)]
    write(a_framework(areas=[an_area("d1", silent, scoring={"rollup": "min"})]), tmp_path)
    lost = an_area("d1", silent, gates=[{"when": {"question": "q9", "below": 2}, "cap-at-level": 2, "because": "B."}])
    write(a_framework(id="wrong", areas=[lost]), tmp_path)
    return tmp_path


def found(readiness: Readiness, *arguments: object) -> tuple[int, dict[str, list[str]]]:
    """Return the exit code and the codes of what was found in each file."""
    code, out, err = readiness("validate", *arguments, "--output-format", "json")
    assert err == ""
    codes: dict[str, list[str]] = {}
    for one in json.loads(out):
        codes.setdefault(Path(one["file"]).name, []).append(one["code"])
    return code, {file: sorted(some) for file, some in codes.items()}


def test_everything_is_found_without_options(readiness: Readiness) -> None:
    assert found(readiness, ".") == (1, CODES)


@pytest.mark.parametrize(
    ("options", "exit_code", "codes"),
    [
        (["--select", "RF1"], 1, {"wrong.yaml": ["RF105"]}),
        (["--select", "RF203,missing-reason"], 0, {"sample.yaml": ["RF203", "RF502"], "wrong.yaml": ["RF502"]}),
        (["--select", "RF203", "--select", "rf105"], 1, {"sample.yaml": ["RF203"], "wrong.yaml": ["RF105"]}),
        (["--ignore", "RF1, RF5"], 0, {"sample.yaml": ["RF203"]}),
        (["--per-file-ignore", "w*.yaml:RF1,RF5"], 0, {"sample.yaml": ["RF203", "RF502"]}),
        (["--per-file-ignore", "w*:RF1", "--per-file-ignore", "w*:RF5"], 0, {"sample.yaml": ["RF203", "RF502"]}),
        (["--select", "RF2", "--fail-on", "warning"], 1, {"sample.yaml": ["RF203"]}),
        (["--exit-zero"], 0, CODES),
        (["--fail-on", "warning", "--exit-zero"], 0, CODES),
    ],
)
def test_options_choose_the_findings_and_when_to_fail(
    readiness: Readiness, options: list[str], exit_code: int, codes: dict[str, list[str]]
) -> None:
    assert found(readiness, ".", *options) == (exit_code, codes)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            ["--select", "unknown-referense"],
            "error: there is no rule 'unknown-referense'\nhelp: did you mean unknown-reference?\n",
        ),
        (
            ["--ignore", "mising-reason"],
            "error: there is no rule 'mising-reason'\nhelp: did you mean missing-reason?\n",
        ),
        (["--ignore", "RF001"], "error: RF001 cannot be ignored\n"),
        (["--per-file-ignore", "x.yaml"], "error: --per-file-ignore x.yaml: not of the form PATTERN:RULE\n"),
        (["--statistics", "--output-format", "sarif"], "error: --statistics cannot be written as sarif\n"),
        (["--stdin-filename", "x.yaml"], "error: --stdin-filename names standard input, which is not read\n"),
        (["--config", "no.toml"], "error: no.toml does not exist\n"),
        (["--config", "no.toml", "--isolated"], "error: --config names settings, and --isolated reads none\n"),
    ],
)
def test_what_cannot_be_is_refused_before_any_file_is_read(
    readiness: Readiness, options: list[str], message: str
) -> None:
    code, out, err = readiness("validate", "missing.yaml", *options)
    assert (code, out) == (2, "")
    assert err.startswith(message)


def test_the_exit_code_is_the_same_in_every_format(readiness: Readiness) -> None:
    for format_ in ("full", "concise", "json", "sarif", "github", "gitlab", "junit"):
        assert readiness("validate", "wrong.yaml", "--output-format", format_).code == 1
        assert readiness("validate", "sample.yaml", "--output-format", format_).code == 0
        assert readiness("validate", "missing.yaml", "--output-format", format_).code == 2


def test_statistics_count_the_findings_of_each_rule(readiness: Readiness) -> None:
    code, out, err = readiness("validate", ".", "--statistics")
    assert (code, err) == (1, "")
    assert out == (
        "2 RF502 warning missing-reason\n"
        "1 RF105 error unknown-reference\n"
        "1 RF203 warning weights-without-effect\n"
        "2 files checked, 1 error, 3 warnings\n"
    )
    counted = json.loads(readiness("validate", ".", "--statistics", "--output-format", "json").out)
    assert counted[0] == {"code": "RF502", "name": "missing-reason", "severity": "warning", "count": 2}


# --- standard input ------------------------------------------------------------------------------------------------


def test_standard_input_has_the_name_it_is_given_and_lies_there(
    readiness: Readiness, monkeypatch: pytest.MonkeyPatch, project: Path
) -> None:
    (project / "sub").mkdir()
    write(a_framework(id="beside"), project / "sub")
    answers = write(an_assessment({"d1-q1": 3}, framework={"id": "beside", "version": "1.0.0"}), project).read_bytes()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(answers)))
    assert found(readiness, "-", "--stdin-filename", "sub/draft.yaml") == (0, {})
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(answers)))
    assert found(readiness, "-", "--stdin-filename", "draft.yaml") == (1, {"draft.yaml": ["RA102"]})
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(answers)))
    options = ["--stdin-filename", "draft.yaml", "--per-file-ignore", "draft.yaml:RA"]
    assert found(readiness, "-", *options) == (0, {})


# --- settings and the environment ------------------------------------------------------------------------------------


def test_settings_are_read_and_options_win(readiness: Readiness, project: Path) -> None:
    (project / "readiness.toml").write_text(
        '[validate]\nignore = ["RF1", "RF5"]\nfail-on = "warning"\noutput-format = "concise"\n', encoding="utf-8"
    )
    code, out, _ = readiness("validate", ".")
    assert (code, out.count("\n")) == (1, 2)
    assert out.startswith("sample.yaml:")
    assert " RF203 warning: " in out
    assert found(readiness, ".", "--ignore", "RF203") == (0, {})
    assert found(readiness, ".", "--select", "RF502", "--fail-on", "error")[0] == 0
    assert found(readiness, ".", "--isolated") == (1, CODES)


def test_the_environment_stands_between_settings_and_options(
    readiness: Readiness, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "readiness.toml").write_text('[validate]\nselect = ["RF1"]\nfail-on = "warning"\n', encoding="utf-8")
    monkeypatch.setenv("READINESS_SELECT", "RF203,RF502")
    monkeypatch.setenv("READINESS_FAIL_ON", "error")
    monkeypatch.setenv("READINESS_OUTPUT_FORMAT", "concise")
    code, out, _ = readiness("validate", ".")
    assert (code, out.count(" RF203 "), out.count(" RF502 "), out.count(" RF105 ")) == (0, 1, 2, 0)
    assert found(readiness, ".", "--select", "RF105") == (1, {"wrong.yaml": ["RF105"]})


def test_a_wrong_key_in_settings_is_shown_with_its_line(readiness: Readiness, project: Path) -> None:
    (project / "readiness.toml").write_text("[validate]\nselct = []\n", encoding="utf-8")
    code, out, err = readiness("validate", ".")
    assert (code, out) == (2, "")
    assert "  --> readiness.toml:2:1\n2 | selct = []\n  | ^^^^^\n" in err
    assert "did you mean `select`?" in err
    assert err.endswith("error: readiness.toml cannot be used: 1 error\n")


# --- suppressions ----------------------------------------------------------------------------------------------------


def suppress(file: Path, rule: str, before: str) -> None:
    """Put a comment that suppresses a rule above the line that begins with some text."""
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    (at,) = (number for number, line in enumerate(lines) if line.strip().startswith(before))
    lines.insert(at, f"# readiness: ignore[{rule}] it is agreed\n")
    file.write_text("".join(lines), encoding="utf-8")


def test_what_comments_suppress_is_counted_and_does_not_fail(readiness: Readiness, project: Path) -> None:
    suppress(project / "wrong.yaml", "unknown-reference", "question: q9")
    code, out, _ = readiness("validate", "wrong.yaml")
    assert code == 0
    assert "RF105" not in out
    assert out.endswith("\n1 file checked, 1 warning, 1 suppressed\n")


def test_a_suppression_of_a_rule_that_is_not_selected_is_not_called_unused(readiness: Readiness, project: Path) -> None:
    suppress(project / "sample.yaml", "RF402", "version:")
    assert found(readiness, "sample.yaml")[1]["sample.yaml"] == ["RF203", "RF502", "RF903"]
    assert found(readiness, "sample.yaml", "--ignore", "RF402")[1]["sample.yaml"] == ["RF203", "RF502"]


def test_a_suppression_of_a_rule_of_versions_is_not_called_unused_without_a_comparison(
    readiness: Readiness, project: Path
) -> None:
    suppress(project / "sample.yaml", "RF701", "version:")
    assert found(readiness, "sample.yaml")[1]["sample.yaml"] == ["RF203", "RF502"]


def test_nothing_is_called_unused_when_the_file_could_not_be_checked_to_its_end(
    readiness: Readiness, project: Path
) -> None:
    suppress(project / "sample.yaml", "RF402", "version:")
    with (project / "sample.yaml").open("a", encoding="utf-8") as stream:
        stream.write("tilte: x\n")
    assert found(readiness, "sample.yaml") == (1, {"sample.yaml": ["RF006"]})
    suppress(project / "wrong.yaml", "RF210", "version:")  # what only scoring can tell
    assert found(readiness, "wrong.yaml") == (1, {"wrong.yaml": CODES["wrong.yaml"]})


def test_assess_warns_of_nothing_that_is_suppressed(readiness: Readiness, project: Path) -> None:
    write(a_framework(version="1.1.0"), project)
    path = write(an_assessment({"d1-q1": 3}), project)
    assert readiness("assess", path).err.startswith("warning: the document has 1 warning\n")
    suppress(path, "RA103", "version:")
    assert readiness("assess", path).err == ""


def test_an_error_that_scoring_can_live_with_may_be_suppressed_and_no_other(
    readiness: Readiness, project: Path
) -> None:
    levels = {1: "Same.", 2: "Same.", 3: "c.", 4: "d.", 5: "e."}
    framework = write(a_framework(areas=[an_area("d1", [a_question("d1-q1", levels=levels)])]), project)
    answers = write(an_assessment({"d1-q1": 3}), project)
    assert readiness("assess", answers).code == 2
    suppress(framework, "RF501", "2: Same.")
    assert readiness("validate", framework).code == 0
    assert readiness("assess", answers).code == 0
    suppress(answers, "RA101", "d1-q1:")
    answers.write_text(answers.read_text(encoding="utf-8").replace("d1-q1", "d9-q9"), encoding="utf-8")
    assert readiness("validate", answers).code == 0
    code, _, err = readiness("assess", answers)
    assert code == 2
    assert "error[RA101]" in err
