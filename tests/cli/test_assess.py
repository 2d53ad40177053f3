"""`readiness assess`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from readiness.cli.text import width_of
from tests.builders import Plain, a_framework, a_gate, a_question, an_action, an_area, an_assessment, write
from tests.cli.conftest import Readiness

NORTHMERE = "examples/northmere/assessment.yaml"


def written(folder: Path, answers: Plain | None = None, framework: Plain | None = None) -> Path:
    """Write a sample framework and an assessment of it."""
    write(framework or a_framework(), folder)
    return write(an_assessment(answers or {"d1-q1": 1, "d1-q2": 3, "d2-q1": 2}), folder)


def test_the_summary_of_the_example_reads_as_agreed(
    readiness: Readiness, assert_golden: Callable[[str, str], None]
) -> None:
    code, out, _ = readiness("assess", NORTHMERE)
    assert code == 0
    assert_golden("terminal/assess-northmere.txt", out)
    assert max(map(width_of, out.splitlines())) <= 80
    assert len(out.splitlines()) <= 80


def test_those_who_listen_get_sentences_and_no_bars(
    readiness: Readiness, assert_golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    code, out, _ = readiness("assess", NORTHMERE)
    assert code == 0
    assert "█" not in out
    assert_golden("terminal/assess-northmere-plain.txt", out)


def test_the_summary_opens_with_what_page_one_says(readiness: Readiness, tmp_path: Path) -> None:
    file = tmp_path / "report.md"
    lines = readiness("assess", written(tmp_path), "-o", file).out.splitlines()
    title = next(line for line in file.read_text().splitlines() if line.startswith("## ")).partition(": ")[2]
    assert " ".join(lines[3 : lines.index("", 3)]) == title
    heads = [line for line in lines if line.startswith(("  Dimension", "The gaps", "Decisions"))]
    assert [head.split(",")[0].split("  score")[0].strip() for head in heads] == [
        "Dimension",
        "The gaps that endanger most",
        "Decisions we ask for",
    ]


def test_a_wide_terminal_shows_two_columns(
    readiness: Readiness, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(a_framework(actions=[an_action("a", {"d1-q1": 3})]), tmp_path)
    path = write(an_assessment({"d1-q1": 1, "d1-q2": 3, "d2-q1": 2}), tmp_path)
    narrow = readiness("assess", path).out
    monkeypatch.setenv("COLUMNS", "120")
    wide = readiness("assess", path).out.splitlines()
    gaps = next(line for line in wide if line.startswith("The gaps that endanger most"))
    assert gaps.index("Roadmap") == 62  # half of 120, less half of the space between
    assert any(line.startswith("What it takes") and "Decisions we ask for" in line for line in wide)
    assert len(wide) < len(narrow.splitlines())
    assert max(map(width_of, wide)) <= 120
    monkeypatch.setenv("TERM", "dumb")
    assert not [line for line in readiness("assess", path).out.splitlines() if "Roadmap" in line and "gaps" in line]


def test_a_missing_answer_is_never_shown_as_the_lowest_level(readiness: Readiness, tmp_path: Path) -> None:
    path = written(tmp_path, {"d1-q1": {"unknown": "nobody knows"}, "d1-q2": 3, "d2-q1": 2})
    out = readiness("assess", path).out
    gap = {line.split()[-1]: line for line in out.splitlines() if line.startswith("  Topic of")}
    assert "unknown" in gap["d1-q1"]
    assert "not answered" in gap["d2-q2"]
    assert "1.0" not in gap["d1-q1"] + gap["d2-q2"]


def test_a_score_just_below_its_target_is_shown_below_it(readiness: Readiness, tmp_path: Path) -> None:
    numbers = [a_question("d1-q1", "number")]
    write(a_framework(areas=[an_area("d1", numbers)]), tmp_path)
    path = write(an_assessment({"d1-q1": {"value": 49}}), tmp_path)  # 1 + 4 x 0.49 = 2.96
    out = readiness("assess", path).out
    assert "Overall: 2.9 of 5, level 2" in out
    assert "3.0 (Good), gap under 0.1" in out


def test_a_gate_that_holds_says_what_it_costs_and_why(readiness: Readiness, tmp_path: Path) -> None:
    gates = [a_gate({"question": "d1-q1", "below": 2})]
    path = written(tmp_path, {"d1-q1": 1, "d1-q2": 5, "d2-q1": 5, "d2-q2": 5}, a_framework(gates=gates))
    out = readiness("assess", path).out
    assert "Sample cannot score above 2, which costs it 2.00." in out  # the mean of 3 and 5 is 4
    assert "Nothing else helps while this is missing." in " ".join(out.split())


def test_a_gate_that_holds_without_effect_says_so(readiness: Readiness, tmp_path: Path) -> None:
    gates = [a_gate({"question": "d1-q1", "below": 2})]
    path = written(tmp_path, {"d1-q1": 1, "d1-q2": 1}, a_framework(gates=gates))
    assert "cannot score above 2, which takes nothing away now." in readiness("assess", path).out


def test_when_every_target_is_met_nothing_has_to_be_done(readiness: Readiness, tmp_path: Path) -> None:
    out = readiness("assess", written(tmp_path, dict.fromkeys(("d1-q1", "d1-q2", "d2-q1", "d2-q2"), 4))).out
    assert "No gaps: every question meets its target" in out
    assert "(Good), met" in out
    assert "Nothing has to be done." in out


def test_without_a_target_there_are_scores_and_no_gaps(readiness: Readiness, tmp_path: Path) -> None:
    code, out, err = readiness("assess", written(tmp_path, framework=a_framework(targets=None)))
    assert (code, err) == (0, "")
    assert "no target profile" in out
    assert " target " not in out.replace("no target profile", "")


def test_markdown_on_standard_output_is_what_a_markdown_file_holds(readiness: Readiness, tmp_path: Path) -> None:
    path, file = written(tmp_path), tmp_path / "result.md"
    code, out, err = readiness("assess", path, "--output-format", "markdown", "-o", file)
    assert (code, out) == (0, file.read_text(encoding="utf-8"))
    assert out.startswith("# Sample\n")
    assert "result.md" in err.replace("\n  ", "")


def test_json_on_standard_output_is_what_a_json_file_holds(readiness: Readiness, tmp_path: Path) -> None:
    path, file = written(tmp_path), tmp_path / "result.json"
    code, out, err = readiness("assess", path, "--output-format", "json", "-o", file)
    assert code == 0
    assert json.loads(out) == json.loads(file.read_text(encoding="utf-8"))
    assert str(file) in err.replace("\n  ", "")


def test_reports_are_written_and_named(readiness: Readiness, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path)
    monkeypatch.chdir(tmp_path)
    code, out, err = readiness("assess", "assessment.yaml", "-o", "a.html", "-o", "b.pdf")
    assert code == 0
    assert out.endswith("\nWritten: a.html, b.pdf\n")
    assert err == "writing b.pdf …\n"
    assert (tmp_path / "b.pdf").read_bytes().startswith(b"%PDF")
    assert "</html>" in (tmp_path / "a.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("outputs", "message"),
    [
        (["-o", "report.odt"], "report.odt: no format has this suffix"),
        (["-o", "assessment.yaml"], "assessment.yaml: no format has this suffix"),
        (["-o", "a.json", "-o", "./a.json"], "two outputs have the same name"),
    ],
)
def test_an_output_that_cannot_be_is_refused_before_any_work(
    readiness: Readiness, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, outputs: list[str], message: str
) -> None:
    written(tmp_path)
    monkeypatch.chdir(tmp_path)
    code, out, err = readiness("assess", "assessment.yaml", *outputs)
    assert (code, out) == (2, "")
    assert err.startswith(f"error: {message}\n")


def test_a_score_below_the_asked_one_fails_and_says_by_how_much(readiness: Readiness, tmp_path: Path) -> None:
    path = written(tmp_path, {"d1-q1": 3, "d1-q2": 3, "d2-q1": 2, "d2-q2": 3})  # 3 and 2.5: 2.75
    code, out, err = readiness("assess", path, "--fail-under", "3.0", "--area", "d1=3", "--area", "d2=2.501")
    assert code == 1
    assert out.startswith("Sample Council\n")
    assert err == (
        "error: the overall score is 2.8, 0.25 below 3.0\nerror: the score of d2 is 2.5, under 0.01 below 2.501\n"
    )


def test_a_score_is_compared_exactly(readiness: Readiness, tmp_path: Path) -> None:
    path = written(tmp_path, {"d1-q1": 3, "d1-q2": 3, "d2-q1": 2, "d2-q2": 3})
    assert readiness("assess", path, "--fail-under", "2.75").code == 0
    assert readiness("assess", path, "--fail-under", "2.7500000001").code == 1


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--fail-under", "high"], "error: --fail-under: 'high' is not a number\nhelp: such as 3.0\n"),
        (["--fail-under", "70"], "error: 70 is off the scale, which runs from 1 to 5\n"),
        (["--area", "d1"], "error: --area d1: not of the form ID=NUMBER\nhelp: such as --area cybersecurity=3.0\n"),
        (["--area", "d3=2"], "error: there is no area 'd3'\nhelp: did you mean d2?\n"),
        (["--target", "goood"], "error: there is no target profile 'goood'\nhelp: did you mean good?\n"),
    ],
)
def test_wrong_options_are_named(readiness: Readiness, tmp_path: Path, options: list[str], message: str) -> None:
    code, out, err = readiness("assess", written(tmp_path), *options)
    assert (code, out) == (2, "")
    assert err.startswith(message.split("help", maxsplit=1)[0])


def test_the_day_decides_on_evidence(readiness: Readiness, council: Path) -> None:
    assert readiness("assess", council, "--as-of", "2046-01-01").out != readiness("assess", council).out
    code, out, err = readiness("assess", council, "--as-of", "2026-13-01")
    assert (code, out) == (2, "")
    assert err == "error: --as-of: '2026-13-01' is not a day\nhelp: such as 2026-11-20\n"


def test_an_invalid_document_shows_all_its_errors(readiness: Readiness, tmp_path: Path) -> None:
    path = written(tmp_path, {"d1-q1": 7, "d9-q9": 2})
    code, out, err = readiness("assess", path)
    assert (code, out) == (2, "")
    assert "error[RA101]" in err
    assert "error[RA202]" in err
    assert err.endswith("cannot be scored: 2 errors\n")


def test_warnings_are_counted_with_the_command_that_shows_them(readiness: Readiness, tmp_path: Path) -> None:
    write(a_framework(version="1.1.0"), tmp_path)
    path = write(an_assessment({"d1-q1": 3}), tmp_path)
    code, _, err = readiness("assess", path)
    assert code == 0
    assert err == (
        f"warning: the document has 1 warning\nhelp: readiness validate {path}\n"
        f"help: the framework is at 1.1.0: readiness migrate {path} --to 1.1.0\n"
    )


def test_limits_that_allow_no_roadmap_leave_everything_else(readiness: Readiness, tmp_path: Path) -> None:
    write(a_framework(actions=[an_action("a", {"d1-q1": 3}, cost={"likely": 5000})]), tmp_path)
    path = write(an_assessment({"d1-q1": 1}, plan={"budget-a-quarter": 10}), tmp_path)
    code, out, err = readiness("assess", path, "-o", tmp_path / "result.json")
    assert code == 3
    assert "The gaps that endanger most" in out
    assert "Roadmap" not in out
    assert err.startswith("error: none of the 1 actions")
    assert "\n  - £10 to spend a quarter; £5,000 would do\n" in err
    assert err.endswith("help: change this limit in the plan of the assessment\n")
    assert json.loads((tmp_path / "result.json").read_text())["conflict"]["limits"] == [
        {
            "limit": "budget-a-quarter",
            "of": None,
            "now": {"exact": "10", "value": 10.0},
            "enough": {"exact": "5000", "value": 5000.0},
            "frees-all": True,
        }
    ]


def test_actions_that_do_not_fit_are_counted_by_reason(readiness: Readiness, tmp_path: Path) -> None:
    actions = [an_action("cheap", {"d1-q1": 3}), an_action("dear", {"d1-q2": 3}, cost={"likely": 5000})]
    write(a_framework(actions=actions), tmp_path)
    path = write(an_assessment({"d1-q1": 1, "d1-q2": 1}, plan={"budget-a-quarter": 10, "quarters": 2}), tmp_path)
    code, out, _ = readiness("assess", path)
    assert code == 0
    assert "Actions that did not fit: 1 for lack of money." in out
    assert "Roadmap, the first 2 of 2 quarters" in out


def test_what_size_does_to_the_estimates_stands_beside_the_roadmap(readiness: Readiness, tmp_path: Path) -> None:
    estimates = {"currency": "GBP", "sizes": [{"staff-below": 200, "effort": 0.5, "money": 0.5}]}
    write(a_framework(actions=[an_action("a", {"d1-q1": 3})], estimates=estimates), tmp_path)
    organisation = {"name": "Sample Council", "staff": 85}
    out = readiness("assess", write(an_assessment({"d1-q1": 1}, organisation=organisation), tmp_path)).out
    assert "\n  For 85 staff, days are multiplied by 0.5 and amounts by 0.5.\n" in out


def test_a_day_beyond_the_calendar_is_refused(readiness: Readiness, council: Path) -> None:
    code, out, err = readiness("assess", council, "--as-of", "9999-12-31")
    assert (code, out) == (2, "")
    assert err == "error: --as-of: 9999-12-31 is too late\nhelp: a day up to 2999-12-31\n"


def test_a_framework_that_asks_nothing_misses_no_answer(readiness: Readiness, tmp_path: Path) -> None:
    write(a_framework(0, targets=None), tmp_path)
    code, out, _ = readiness("assess", str(write(an_assessment({}), tmp_path)))
    assert code == 0
    assert "Overall: no score, because the framework asks no question\n" in out


def test_where_no_question_applies_no_answer_is_missing(readiness: Readiness, tmp_path: Path) -> None:
    fact = {"online": {"type": "boolean", "ask": "Online?"}}
    question = a_question("q", applies_when={"fact": "online", "is": True})
    write(a_framework(0, [question], facts=fact, targets=None), tmp_path)
    answers = an_assessment({}, organisation={"name": "Council", "facts": {"online": False}})
    _, out, _ = readiness("assess", str(write(answers, tmp_path)))
    assert "Overall: no score, because no question applies\n" in out
