"""`readiness compare`: two assessments, what moved, and why."""

from __future__ import annotations

import io
from fractions import Fraction
from pathlib import Path

import pytest

from tests.builders import Plain, a_framework, a_question, an_area, an_assessment, as_yaml, write
from tests.cli.conftest import ROOT, Readiness
from tests.git import commit
from tests.json_outputs import fitting

EARLIER = ROOT / "examples" / "northmere" / "assessment-2025.yaml"
LATER = ROOT / "examples" / "northmere" / "assessment.yaml"


def of(version: str, *questions: Plain, **keys: object) -> Plain:
    """Return a framework with these questions."""
    return a_framework(dimensions=0, questions=[], version=version, areas=[an_area("d", questions)], **keys)


def old() -> Plain:
    return of("1.0.0", a_question("q"), a_question("r", "yes-no"), a_question("s", "checklist"))


def new() -> Plain:
    return of("2.0.0", a_question("q2", replaces="q"), a_question("s", "checklist"), a_question("t", "choice"))


def save(name: str, version: str, answers: Plain, day: str = "2026-11-20", **keys: object) -> None:
    reference = {"id": keys.pop("framework", "sample"), "version": version}
    document = an_assessment(answers, framework=reference, assessed_on=day, **keys)
    Path(name).write_text(as_yaml(document), encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with answers to two versions; the new version lies under its id, the old one beside it."""
    monkeypatch.chdir(tmp_path)
    write(new(), tmp_path)
    (tmp_path / "old.yaml").write_text(as_yaml(old()), encoding="utf-8")
    save("one.yaml", "1.0.0", {"q": 3, "r": {"answer": "yes"}, "s": {"partly": ["a"]}}, "2025-11-20")
    save("two.yaml", "2.0.0", {"q2": 2, "s": {"done": ["a"], "partly": ["b"]}, "t": {"option": "some"}})
    return tmp_path


TWO_VERSIONS = """\
Sample Council
Sample 1.0.0 to 2.0.0
20 November 2025 to 20 November 2026

Overall: 2.67 of 5, was 3.33, down 0.66; level 2 Developing, was 3 Defined
  target     3.0 (Good), as before; gap 0.3, was met
  answered   3 of 3 questions, was 3 of 3
  evidenced  2.67, was 3.33, −0.66

Why the score moved
  before, 20 November 2025             3.33
  questions that were dropped         −0.83
  rules and weights that changed       0.00
  new questions, with their answers   −0.16
  answers that changed                +0.33
  now, 20 November 2026                2.67

  Dimension   was  dropped    new  answers   now
  Area d     3.33    −0.83  −0.16    +0.33  2.67

Breaks answers (1)
  - question `r` removed, in d
      Topic of r

Moves scores or gaps (1)
  - question `t` added, in d
      Topic of t

Dropped questions, and those whose old answer fits no longer (1)
  - Topic of r (r): the question is gone

New questions (1)
  - Topic of t (t)

Answers that moved, each with what it does to the overall score when it is the
only one:

Changed (2)
    +0.66  Topic of s (s): better, done now: “First item”; partly done now:
           “Second item”
    −0.33  Topic of q2 (q2): worse, level 2 Developing, was level 3 Defined

At another level (1)
  - Area d: level 2 Developing, was level 3 Defined

Targets met now, and not before (1)
  - Topic of s (s)

Targets no longer met (3)
  - Overall
  - Area d (d)
  - Topic of q2 (q2)
"""


def test_two_versions_are_compared_cause_by_cause(readiness: Readiness, folder: Path) -> None:
    assert folder.is_dir()
    assert readiness("compare", "one.yaml", "two.yaml", "--from", "old.yaml") == (0, TWO_VERSIONS, "")


def test_json_says_all_of_it_with_numbers_that_add_up(readiness: Readiness, folder: Path) -> None:
    assert folder.is_dir()
    ran = readiness("compare", "one.yaml", "two.yaml", "--from", "old.yaml", "--output-format", "json")
    told = fitting("compare", ran.out)
    score = told["overall"]["score"]
    assert [step["because-of"] for step in score["steps"]] == [
        ["questions removed"],
        ["rules and weights"],
        ["questions added"],
        ["answers"],
    ]
    changes = [Fraction(step["change"]["exact"]) for step in score["steps"]]
    assert Fraction(score["before"]["exact"]) + sum(changes) == Fraction(score["after"]["exact"])
    last = score["steps"][-1]
    alone = [Fraction(one["change"]["exact"]) for one in last["each-alone"]]
    assert sum(alone) + Fraction(last["together"]["exact"]) == Fraction(last["change"]["exact"])
    assert told["old"] == {
        "organisation": "Sample Council",
        "version": "1.0.0",
        "scored-with": "1.0.0",
        "assessed-on": "2025-11-20",
        "as-of": "2025-11-20",
        "target": "good",
    }
    assert told["questions"][0]["id"] == "q2"
    assert told["questions"][0]["before"]["id"] == "q"
    assert told["questions"][0]["after"] == {
        "id": "q2",
        "state": "answered",
        "answer": "level 2: Begun.",
        "score": {"exact": "2", "value": 2.0},
        "needs-evidence": False,
    }
    assert told["not-carried-over"] == [{"path": "answers.r", "why": "the question is gone"}]
    assert (told["questions-removed"], told["questions-added"]) == (["r"], ["t"])
    assert told["targets-lost"] == ["sample", "d", "q2"]
    assert told["nothing-moved"] is False


def test_the_old_version_is_found_in_the_history_of_its_file(readiness: Readiness, folder: Path) -> None:
    (folder / "old.yaml").unlink()
    write(old(), folder)
    commit(folder, "first")
    write(of("1.0.0", *old()["areas"][0]["questions"][:2]), folder)  # not what was answered last under 1.0.0
    commit(folder, "shorter")
    write(old(), folder)
    commit(folder, "last-of-1.0.0")
    write(new(), folder)
    commit(folder, "second")
    named = readiness("compare", "one.yaml", "two.yaml", "--from", "last-of-1.0.0:sample.yaml")
    assert named.code == 0
    assert readiness("compare", "one.yaml", "two.yaml") == named


def test_states_of_the_file_that_cannot_be_used_are_passed_over(readiness: Readiness, folder: Path) -> None:
    (folder / "old.yaml").unlink()
    good = write(old(), folder)
    commit(folder, "good")
    good.unlink()
    commit(folder, "gone")
    write(old() | {"areas": "none"}, folder)
    commit(folder, "broken")
    write(new(), folder)
    commit(folder, "second")
    found = readiness("compare", "one.yaml", "two.yaml")
    assert "is not at hand" not in found.out
    assert found == readiness("compare", "one.yaml", "two.yaml", "--from", "good:sample.yaml")


def test_an_old_version_that_is_nowhere_is_said_and_how_to_name_it(readiness: Readiness, folder: Path) -> None:
    (folder / "old.yaml").unlink()
    code, out, _ = readiness("compare", "one.yaml", "two.yaml")
    assert code == 0
    assert "Note: version 1.0.0 of the framework is not at hand" in out
    assert "with --from" in " ".join(out.split())
    assert "Could not be carried over to the new version (1)\n  - answers.r: the question is gone\n" in out
    commit(folder, "only")
    assert readiness("compare", "one.yaml", "two.yaml").out == out


def test_a_version_that_was_not_answered_is_refused(readiness: Readiness, folder: Path) -> None:
    assert folder.is_dir()
    code, _, err = readiness("compare", "one.yaml", "two.yaml", "--from", "sample.yaml")
    assert (code, err.splitlines()[0]) == (
        2,
        "error: --from: the answers were given to version 1.0.0, and this is 2.0.0",
    )
    code, _, err = readiness("compare", "one.yaml", "two.yaml", "--from", "governance")
    assert (code, err) == (2, "error: --from: the answers belong to sample, and this is governance\n")


def test_an_assessment_can_come_out_of_the_history_of_git(readiness: Readiness, folder: Path) -> None:
    (folder / "old.yaml").unlink()
    write(old(), folder)
    save("answers.yaml", "1.0.0", {"q": 3, "r": {"answer": "yes"}, "s": {"partly": ["a"]}}, "2025-11-20")
    commit(folder, "last-year")
    write(new(), folder)
    save("answers.yaml", "2.0.0", {"q2": 2})
    out = readiness("compare", "last-year:answers.yaml", "answers.yaml").out
    assert "Overall: 1.33 of 5, was 3.33, down 2.00; level 1 Initial, was 3 Defined\n" in out
    assert "Dropped questions, and those whose old answer fits no longer (1)" in out
    save("answers.yaml", "1.0.0", {"q": 9})
    commit(folder, "broken")
    code, _, err = readiness("compare", "broken:answers.yaml", "two.yaml")
    assert code == 2
    assert err.startswith("error: broken:answers.yaml has errors, the first in line 10: ")


def test_the_same_file_twice_says_that_nothing_moved(readiness: Readiness, council: Path) -> None:
    code, out, err = readiness("compare", council, council)
    assert (code, err) == (0, "")
    assert out.endswith("\n\nNothing moved: the same answers, facts and evidence count as they did before.\n")
    told = readiness("compare", council, council, "--output-format", "json").out
    assert fitting("compare", told)["nothing-moved"] is True


def test_the_same_answers_on_a_later_day_show_what_evidence_will_run_out(readiness: Readiness) -> None:
    code, out, _ = readiness("compare", LATER, LATER, "--as-of", "2029-11-20")
    assert code == 0
    assert "Note: evidence of the second assessment is judged on 20 November 2029." in out
    assert "Overall: 2.33 of 5, was 2.33, unchanged" in out
    assert "Why the score moved" not in out
    assert "  evidence that ran out or is gone   −0.45\n" in out
    code, _, err = readiness("compare", LATER, LATER, "--as-of", "soon")
    assert (code, err.splitlines()[0]) == (2, "error: --as-of: 'soon' is not a day")


def test_a_year_of_northmere_is_told_with_what_got_better_and_what_got_worse(readiness: Readiness) -> None:
    code, out, err = readiness("compare", EARLIER, LATER)
    assert (code, err) == (0, "")
    assert "Overall: 2.33 of 5, was 2.12, up 0.21; level 2 Developing, as before\n" in out
    assert "  evidence that ran out or is gone   −0.03\n" in out
    assert "\nHeld down before and now (1)\n  - Cybersecurity and privacy: no better than level 2." in out
    assert max(map(len, out.splitlines())) <= 80


def test_another_framework_is_refused(readiness: Readiness, folder: Path) -> None:
    assert folder.is_dir()
    code, out, err = readiness("compare", LATER, "two.yaml")
    assert (code, out) == (2, "")
    assert err == (
        f"error: {LATER} answers public-sector-readiness, and two.yaml answers sample\n"
        "help: two assessments can be compared when they answer the same framework, in any versions\n"
    )


def test_other_organisations_are_warned_of(readiness: Readiness, folder: Path) -> None:
    assert folder.is_dir()
    save("theirs.yaml", "2.0.0", {"q2": 2}, organisation={"name": "Other Council"})
    _, out, err = readiness("compare", "two.yaml", "theirs.yaml")
    assert out.startswith("Sample Council, then Other Council\n")
    assert err == "warning: the assessments are of different organisations: Sample Council and Other Council\n"


def test_the_later_one_first_is_noted(readiness: Readiness) -> None:
    assert "\nNote: the first assessment is the later one, so this reads backwards in time.\n" in (
        readiness("compare", LATER, EARLIER).out
    )


def test_a_version_that_is_not_there_for_the_second_is_warned_of(readiness: Readiness, folder: Path) -> None:
    assert folder.is_dir()
    save("three.yaml", "3.0.0", {"q2": 2})
    _, out, err = readiness("compare", "two.yaml", "three.yaml")
    assert err == "warning: the second assessment names version 3.0.0, and is scored with 2.0.0\n"
    assert out.splitlines()[1] == "Sample 2.0.0"


def test_one_of_the_two_can_be_standard_input(
    readiness: Readiness, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = (folder / "two.yaml").read_bytes()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))
    assert "Nothing moved" in readiness("compare", "two.yaml", "-").out
    code, _, err = readiness("compare", "-", "-")
    assert (code, err.splitlines()[0]) == (2, "error: both assessments are standard input")


def test_a_file_with_errors_is_shown_and_not_compared(readiness: Readiness, folder: Path) -> None:
    assert folder.is_dir()
    save("wrong.yaml", "2.0.0", {"q2": 9})
    code, out, err = readiness("compare", "two.yaml", "wrong.yaml")
    assert (code, out) == (2, "")
    assert "error[RA202]" in err
    Path("broken.yaml").write_text("readiness: assessment/1\nanswers: [", encoding="utf-8")
    assert readiness("compare", "broken.yaml", "two.yaml").code == 2
    save("lost.yaml", "1.0.0", {}, framework="nowhere")
    code, _, err = readiness("compare", "lost.yaml", "lost.yaml")
    assert code == 2
    assert "there is no framework 'nowhere'" in err


def test_other_targets_are_said(readiness: Readiness, folder: Path) -> None:
    targets = {"good": {"title": "Good", "default": 3}, "best": {"title": "Best", "default": 5}}
    write(of("2.0.0", a_question("q"), targets=targets), folder)
    save("one.yaml", "2.0.0", {"q": 3})
    save("two.yaml", "2.0.0", {"q": 3}, target="best")
    out = readiness("compare", "one.yaml", "two.yaml").out
    assert "  target     5.0 (Best), was 3.0 (Good); gap 2.0, was met\n" in out
    assert "Nothing moved" in readiness("compare", "one.yaml", "two.yaml", "--target", "best").out
    assert readiness("compare", "one.yaml", "two.yaml", "--target", "most").code == 2


def test_another_scale_and_where_higher_is_worse_are_said(readiness: Readiness, folder: Path) -> None:
    scale = [{"level": level, "name": f"Step {level}"} for level in range(3)]
    levels = {level: f"Level {level}." for level in range(3)}
    risk = of("2.0.0", a_question("q", levels=levels), scale=scale, higher_is="worse", targets=None)
    write(risk, folder)
    (folder / "old.yaml").write_text(as_yaml(of("1.0.0", a_question("q"), targets=None)), encoding="utf-8")
    save("one.yaml", "1.0.0", {"q": 2}, "2025-11-20")
    save("two.yaml", "2.0.0", {"q": 1})
    out = readiness("compare", "one.yaml", "two.yaml", "--from", "old.yaml").out
    assert "Note: the scale ran from 1 to 5 and runs from 0 to 2 now: scores before and" in out
    assert "  target" not in out
    save("three.yaml", "2.0.0", {"q": 2})
    out = readiness("compare", "two.yaml", "three.yaml").out
    assert "up 1.00, which is worse; level 2 Step 2, was 1\n  Step 1\n" in out
    assert "    +1.00  Topic of q (q): worse, level 2 Step 2, was level 1 Step 1\n" in out


def test_read_aloud_there_are_sentences_and_no_columns(
    readiness: Readiness, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert folder.is_dir()
    monkeypatch.setenv("READINESS_ACCESSIBLE", "1")
    out = readiness("compare", "one.yaml", "two.yaml", "--from", "old.yaml").out
    assert "  before, 20 November 2025: 3.33\n  questions that were dropped: −0.83\n" in out
    assert "  Area d: was 3.33, dropped −0.83, new −0.16, answers +0.33, now 2.67\n" in out
