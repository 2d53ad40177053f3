"""What every format of findings keeps to: the same findings, whatever their words; nothing in them is obeyed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import PurePath, PurePosixPath, PureWindowsPath
from xml.etree import ElementTree as ET

import pytest

from readiness.cli.findings import FORMATS
from readiness.cli.options import FindingsFormat
from readiness.loading.suppressions import Suppressed
from readiness.workflows import Checked
from tests.findings import HOSTILE, a_run, checked, finding, written

Place = tuple[str, str, int]
"""Code, file and line."""


def read_full(text: str) -> list[Place]:
    found = re.findall(r"^\w+\[(\w+)\] .*\n  --> (.+?):(\d+):\d+$", text, re.MULTILINE)
    return [(code, file, int(line)) for code, file, line in found]


def read_concise(text: str) -> list[Place]:
    found = re.findall(r"^(.+?):(\d+):\d+: (\w+) \w+: ", text, re.MULTILINE)
    return [(code, file, int(line)) for file, line, code in found]


def read_json(text: str) -> list[Place]:
    return [(one["code"], one["file"], one["line"]) for one in json.loads(text) if one["suppressed"] is None]


def read_sarif(text: str) -> list[Place]:
    found = []
    for result in json.loads(text)["runs"][0]["results"]:
        if not result["suppressions"]:
            place = result["locations"][0]["physicalLocation"]
            file = place["artifactLocation"]["uri"].removeprefix("work/")
            found.append((result["ruleId"], file, place["region"]["startLine"]))
    return found


def read_github(text: str) -> list[Place]:
    annotated = re.findall(r"^::\w+ file=work/(.+?),line=(\d+),.*?title=(\w+) ", text, re.MULTILINE)
    listed = re.findall(r"^also (.+?):(\d+):\d+: (\w+) ", text, re.MULTILINE)
    return [(code, file, int(line)) for file, line, code in (*annotated, *listed)]


def read_gitlab(text: str) -> list[Place]:
    return [
        (one["check_name"], one["location"]["path"].removeprefix("work/"), one["location"]["lines"]["begin"])
        for one in json.loads(text)
    ]


def read_junit(text: str) -> list[Place]:
    cases = [case for case in ET.fromstring(text).iter("testcase") if case.get("line")]  # noqa: S314  it is our own
    return [(case.attrib["name"][:5], case.attrib["file"][5:], int(case.attrib["line"])) for case in cases]


READERS: Mapping[FindingsFormat, Callable[[str], list[Place]]] = {
    FindingsFormat.FULL: read_full,
    FindingsFormat.CONCISE: read_concise,
    FindingsFormat.JSON: read_json,
    FindingsFormat.SARIF: read_sarif,
    FindingsFormat.GITHUB: read_github,
    FindingsFormat.GITLAB: read_gitlab,
    FindingsFormat.JUNIT: read_junit,
}


def test_every_format_is_written_and_read_here() -> None:
    assert list(FORMATS) == list(FindingsFormat) == list(READERS)


@pytest.mark.parametrize("format_", FORMATS)
class TestFormats:
    def test_the_findings_are_the_same_in_every_format(self, format_: FindingsFormat) -> None:
        errors = [finding("RF105", line) for line in range(2, 17)]
        warnings = [finding("RF502", line, "b.yaml") for line in range(2, 14)]
        run = a_run(checked("a.yaml", *errors), checked("clean.yaml"), checked("b.yaml", *warnings))
        expected = [("RF105", "a.yaml", line) for line in range(2, 17)]
        expected += [("RF502", "b.yaml", line) for line in range(2, 14)]
        assert sorted(READERS[format_](written(run, format_))) == expected

    def test_words_that_look_like_markup_or_commands_add_nothing(self, format_: FindingsFormat) -> None:
        hostile = [finding("RF105", line, message=HOSTILE) for line in range(2, 14)]
        text = written(a_run(checked("a.yaml", *hostile)), format_)
        assert sorted(READERS[format_](text)) == [("RF105", "a.yaml", line) for line in range(2, 14)]
        assert not re.search("[\x00-\x08\x0b-\x1f\u202e]", text)
        assert not re.search("^::error::", text, re.MULTILINE)

    def test_what_comments_suppress_does_not_count(self, format_: FindingsFormat) -> None:
        silent = (Suppressed(finding("RF502", 4), "asked by law"),)
        run = a_run(checked("a.yaml", finding("RF105", 2), suppressed=silent))
        assert READERS[format_](written(run, format_)) == [("RF105", "a.yaml", 2)]

    def test_a_run_without_findings_is_a_whole_document(self, format_: FindingsFormat) -> None:
        assert READERS[format_](written(a_run(checked("a.yaml")), format_)) == []

    def test_the_same_findings_give_the_same_text(self, format_: FindingsFormat) -> None:
        run = a_run(checked("a.yaml", finding("RF105", 2), finding("RF502", 3)))
        assert written(run, format_) == written(run, format_)


# --- what programs know a finding by -----------------------------------------------------------------------------


def fingerprints(*files: Checked) -> list[str]:
    return [one.fingerprint for one in a_run(*files).found()]


def test_a_fingerprint_stays_when_its_line_moves() -> None:
    above = Checked("a.yaml", "x: 1\nwhen: {q: 1}\n", (finding("RF105", 2),))
    below = Checked("a.yaml", "x: 1\ny: 2\n  when: {q: 1}\n", (finding("RF105", 3, message="other words"),))
    assert fingerprints(above) == fingerprints(below)


def test_equal_lines_of_a_file_have_different_fingerprints() -> None:
    twice = Checked("a.yaml", "x: 1\nx: 1\n", (finding("RF105", 1), finding("RF105", 2), finding("RF502", 2)))
    elsewhere = Checked("b.yaml", "x: 1\n", (finding("RF105", 1, "b.yaml"),))
    assert len(set(fingerprints(twice, elsewhere))) == 4


@pytest.mark.parametrize(
    ("root", "file", "expected"),
    [
        (PurePosixPath("/repo"), "a.yaml", "work/a.yaml"),
        (PurePosixPath("/repo"), "./x/../a.yaml", "work/a.yaml"),
        (PurePosixPath("/repo"), "../b.yaml", "b.yaml"),
        (PurePosixPath("/repo"), "../../../c.yaml", "/c.yaml"),
        (PurePosixPath("/repo"), "/repo/d.yaml", "d.yaml"),
        (PurePosixPath("/repo"), "/elsewhere/e.yaml", "/elsewhere/e.yaml"),
        (PurePosixPath("/repo"), "-", "stdin"),
        (PureWindowsPath("C:/repo"), "x\\a.yaml", "work/x/a.yaml"),
        (PureWindowsPath("C:/repo"), "..\\b.yaml", "b.yaml"),
        (PureWindowsPath("C:/repo"), "C:\\repo\\c.yaml", "c.yaml"),
        (PureWindowsPath("C:/repo"), "D:\\e.yaml", "D:/e.yaml"),
    ],
)
def test_files_are_named_from_the_top_of_the_repository(root: PurePath, file: str, expected: str) -> None:
    assert a_run(root=root).path_of(file).as_posix() == expected
