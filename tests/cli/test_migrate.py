"""`readiness migrate`: answers in another version, and what could not go with them."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from tests.builders import Plain, a_framework, a_question, an_area, as_yaml, write
from tests.cli.conftest import Readiness

ANSWERS = """\
readiness: assessment/1
framework: {id: sample, version: 1.0.0}
organisation: {name: Sample Council}
assessed-on: 2026-11-20
answers:
  q: {level: 3}   # agreed in May
  r:
    answer: yes
    note: We do.
  s: {level: 2}
"""
LATER = """\
readiness: assessment/1
framework: {id: sample, version: 2.0.0}
organisation: {name: Sample Council}
assessed-on: 2026-11-20
answers:
  q2: {level: 3}   # agreed in May
  # not carried over to 2.0.0: the question is gone
  # r:
  #   answer: yes
  #   note: We do.
  s: {level: 2}
"""


def old() -> Plain:
    """Return the version that was answered."""
    return of("1.0.0", a_question("q"), a_question("r", "yes-no"), a_question("s"))


def new() -> Plain:
    """Return the version to go to."""
    renamed = a_question("q2", replaces="q", topic="Q", ask="How is q?")
    return of("2.0.0", renamed, a_question("s", weight=3, ask="Else?"), a_question("t"))


def of(version: str, *questions: Plain) -> Plain:
    """Return a framework with these questions."""
    return a_framework(dimensions=0, questions=[], version=version, areas=[an_area("d", questions)])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the new version under its id, the old one beside it, and answers."""
    write(new(), tmp_path)
    (tmp_path / "old.yaml").write_text(as_yaml(old()), encoding="utf-8")
    (tmp_path / "answers.yaml").write_text(ANSWERS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_new_file_is_written_and_the_report_says_all(readiness: Readiness, folder: Path) -> None:
    code, out, err = readiness("migrate", "answers.yaml", "--to", "2.0.0", "--from", "old.yaml", "-o", "later.yaml")
    assert (code, err) == (1, "1 could not be carried over\n")
    assert (folder / "later.yaml").read_text(encoding="utf-8") == LATER
    assert (folder / "answers.yaml").read_text(encoding="utf-8") == ANSWERS
    assert (
        out
        == """\
Sample Council
sample 1.0.0 to 2.0.0

Carried over: 2 of 3 answers
  - q is now q2

Not carried over (1), and kept in the file as comments
  - answers.r: the question is gone
      r:
        answer: yes
        note: We do.

Look whether these answers still hold (1)
  - s: Topic of s

Without an answer (1)
  - t: Topic of t

Score: 10/3 ≈ 3.33 before, 2 after
  - Area d: 10/3 ≈ 3.33 before, 2 after

Breaks answers (1)
  - question `r` removed, in d
      Topic of r

Moves scores or gaps (2)
  - question `t` added, in d
      Topic of t
  - question `s`: weight from `1` to `3`, in d
      Topic of s

Written: later.yaml
"""
    )
    assert readiness("assess", "later.yaml").code == 0


def test_votes_are_carried_over_one_by_one(readiness: Readiness, folder: Path) -> None:
    def options(*ids: str, **replaces: str) -> list[Plain]:
        return [
            {"id": id_, "text": id_, "points": 1} | ({"replaces": replaces[id_]} if id_ in replaces else {})
            for id_ in ids
        ]

    write(of("2.0.0", a_question("q2", "choice", replaces="q", options=options("z", "c", z="a"))), folder)
    text = """\
readiness: assessment/1
framework: {id: sample, version: 1.0.0}
organisation: {name: Sample Council}
assessed-on: 2026-11-20
respondents: {ann: {role: Clerk}, bob: {role: Lead}}
answers:
  q:
    votes:
      ann: {option: a}  # by telephone
      bob: {option: b}
"""
    (folder / "answers.yaml").write_text(text, encoding="utf-8")
    code, _, _ = readiness("migrate", "answers.yaml", "--to", "2.0.0", "-o", "later.yaml")
    assert code == 1
    later = text.replace("version: 1.0.0", "version: 2.0.0").replace("  q:", "  q2:").replace("option: a", "option: z")
    later = later.replace(
        "      bob: {option: b}\n",
        "      # not carried over to 2.0.0: the option `b` is gone\n      # bob: {option: b}\n",
    )
    assert (folder / "later.yaml").read_text(encoding="utf-8") == later


def test_without_an_output_nothing_is_written(readiness: Readiness, folder: Path) -> None:
    code, out, _ = readiness("migrate", "answers.yaml", "--to", "sample.yaml")
    assert code == 1
    assert out.endswith("\nNothing is written: add -o FILE or --in-place.\n")
    assert "need the framework at 1.0.0: name it with\n  --from" in out
    assert sorted(path.name for path in folder.iterdir()) == ["answers.yaml", "old.yaml", "sample.yaml"]


def test_the_file_itself_is_changed_only_when_asked(readiness: Readiness, folder: Path) -> None:
    (folder / "answers.yaml").chmod(0o640)
    code, out, _ = readiness("migrate", "answers.yaml", "--to", "2.0.0", "--in-place")
    assert (code, out.splitlines()[-1]) == (1, "Written: answers.yaml")
    assert (folder / "answers.yaml").read_text(encoding="utf-8") == LATER
    assert (folder / "answers.yaml").stat().st_mode & 0o777 == 0o640
    code, out, err = readiness("migrate", "answers.yaml", "--to", "2.0.0", "--in-place")
    assert (code, err) == (0, "")
    assert "Carried over: 2 of 2 answers" in out
    assert (folder / "answers.yaml").read_text(encoding="utf-8") == LATER


def test_a_byte_order_mark_stays(readiness: Readiness, folder: Path) -> None:
    (folder / "answers.yaml").write_text(ANSWERS, encoding="utf-8-sig")
    assert readiness("migrate", "answers.yaml", "--to", "2.0.0", "--in-place").code == 1
    assert (folder / "answers.yaml").read_bytes() == b"\xef\xbb\xbf" + LATER.encode()


def test_a_link_that_leads_nowhere_is_not_replaced(readiness: Readiness, folder: Path) -> None:
    (folder / "later.yaml").symlink_to("nowhere.yaml")
    code, _, err = readiness("migrate", "answers.yaml", "--to", "2.0.0", "-o", "later.yaml")
    assert (code, err.splitlines()[0]) == (2, "error: later.yaml exists already")
    assert (folder / "later.yaml").is_symlink()


def test_json_says_the_same(readiness: Readiness, folder: Path) -> None:
    code, out, _ = readiness(
        "migrate", "answers.yaml", "--to", "2.0.0", "--from", "old.yaml", "--output-format", "json"
    )
    found = json.loads(out)
    changes = found.pop("changes")
    assert code == 1
    assert found == {
        "framework": "sample",
        "from": "1.0.0",
        "to": "2.0.0",
        "answers": 3,
        "carried": 2,
        "renamed": [{"from": "q", "to": "q2"}],
        "left": [{"path": "answers.r", "why": "the question is gone", "content": "r:\n  answer: yes\n  note: We do."}],
        "look": ["s"],
        "open-questions": ["t"],
        "score-before": {"exact": "10/3", "value": 3.3333},
        "score-after": {"exact": "2", "value": 2.0},
        "written": None,
    }
    assert "question `q` is now `q2`" in [change["sentence"] for change in changes]
    without = json.loads(readiness("migrate", "answers.yaml", "--to", "2.0.0", "--output-format", "json").out)
    assert (without["score-before"], without["changes"]) == (None, None)
    assert folder.joinpath("answers.yaml").read_text(encoding="utf-8") == ANSWERS


def test_the_version_that_was_answered_is_found_beside_the_answers(readiness: Readiness, folder: Path) -> None:
    (folder / "next.yaml").write_text(as_yaml(new()), encoding="utf-8")
    write(old(), folder)
    out = readiness("migrate", "answers.yaml", "--to", "next.yaml").out
    assert "Score: 10/3 ≈ 3.33 before, 2 after" in out


def test_standard_input_goes_to_a_file(readiness: Readiness, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(ANSWERS.encode())))
    assert readiness("migrate", "-", "--to", "2.0.0", "-o", "later.yaml").code == 1
    assert (folder / "later.yaml").read_text(encoding="utf-8") == LATER


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--to", "3.0.0"], "error: sample.yaml is version 2.0.0, not 3.0.0"),
        (["--to", "cybersecurity"], "error: --to: the answers belong to sample, and this is cybersecurity"),
        (["--to", "2.0.0", "--from", "sample.yaml"], "error: --from: the answers were given to version 1.0.0"),
        (["--to", "2.0.0", "-o", "old.yaml"], "error: old.yaml exists already"),
        (["--to", "2.0.0", "-o", "x.yaml", "--in-place"], "error: -o and --in-place exclude each other"),
        (["--to", "2.0.0", "-o", "none/x.yaml"], "error: none/x.yaml cannot be written"),
        (["--to", "none.yaml"], "error: none.yaml does not exist"),
    ],
)
def test_what_cannot_be_leaves_all_files_as_they_are(
    readiness: Readiness, folder: Path, arguments: list[str], said: str
) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    code, _, err = readiness("migrate", "answers.yaml", *arguments)
    assert code == 2
    assert err.startswith(said)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_an_assessment_with_errors_of_its_own_is_refused_with_all_of_them(readiness: Readiness, folder: Path) -> None:
    (folder / "answers.yaml").write_text(ANSWERS.replace("level: 2", "levle: 2"), encoding="utf-8")
    code, _, err = readiness("migrate", "answers.yaml", "--to", "2.0.0")
    assert code == 2
    assert err.startswith("error[RF006]")
    assert "RA102" not in err
    assert "answers.yaml cannot be carried over: 1 error" in err


def test_an_unknown_or_broken_framework_is_named(readiness: Readiness, folder: Path) -> None:
    (folder / "sample.yaml").write_text("readiness: framework/1\nid: sample\n", encoding="utf-8")
    code, _, err = readiness("migrate", "answers.yaml", "--to", "2.0.0")
    assert code == 2
    assert "sample.yaml has errors" in err
    (folder / "sample.yaml").unlink()
    code, _, err = readiness("migrate", "answers.yaml", "--to", "2.0.0")
    assert (code, err.splitlines()[0]) == (2, "error: there is no framework 'sample'")


def test_what_is_shared_by_an_alias_is_refused_before_anything_is_written(readiness: Readiness, folder: Path) -> None:
    shared = ANSWERS[: ANSWERS.index("  r:")] + "  r: &same {level: 2}\n  s: *same\n"
    (folder / "answers.yaml").write_text(shared, encoding="utf-8")
    code, _, err = readiness("migrate", "answers.yaml", "--to", "2.0.0", "--in-place")
    assert code == 2
    assert err.startswith("error: what has to be left out is needed elsewhere, through an alias\nhelp: write answers")
    assert (folder / "answers.yaml").read_text(encoding="utf-8") == shared


def test_what_two_answers_share_is_not_changed_for_one_of_them(readiness: Readiness, folder: Path) -> None:
    checklist = a_question("q", "checklist", items=[{"id": "a", "text": "A"}, {"id": "b", "text": "B"}])
    renamed = a_question("q", "checklist", items=[{"id": "x", "replaces": "a", "text": "X"}, {"id": "b", "text": "B"}])
    write(of("2.0.0", renamed, {**checklist, "id": "r"}), folder)
    shared = ANSWERS[: ANSWERS.index("  q:")] + "  q: {done: &same [a]}\n  r: {done: *same}\n"
    (folder / "answers.yaml").write_text(shared, encoding="utf-8")
    code, _, err = readiness("migrate", "answers.yaml", "--to", "2.0.0", "--in-place")
    assert code == 2
    assert err.startswith("error: answers.yaml is written in a way that cannot be amended in its place\n")
    assert (folder / "answers.yaml").read_text(encoding="utf-8") == shared


def test_validate_names_the_command_and_where_a_question_went(readiness: Readiness, folder: Path) -> None:
    out = readiness("validate", folder / "answers.yaml").out
    assert "help: it is `q2` now: readiness migrate ANSWERS --to 2.0.0" in out
    assert "readiness migrate ANSWERS --to 2.0.0 shows which can be carried over" in out


def test_assess_names_the_command(readiness: Readiness, folder: Path) -> None:
    write(of("1.1.0", a_question("q"), a_question("r", "yes-no"), a_question("s")), folder)
    code, _, err = readiness("assess", "answers.yaml")
    assert code == 0
    assert "help: the framework is at 1.1.0: readiness migrate answers.yaml --to 1.1.0\n" in err
