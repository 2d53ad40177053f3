"""A file of answers loses nothing: not by a crash, nor by a full disk, nor by somebody else who writes to it."""

from __future__ import annotations

import codecs
import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from readiness.diagnostics import InvalidDocument
from readiness.errors import InputError, OutputError, UsageError
from readiness.workflows.answer_file import AnswerFile
from readiness.workflows.clashes import ChangedElsewhere
from tests.builders import a_framework, an_assessment, read_framework, write

NOW = datetime(2026, 11, 22, 14, 2)  # noqa: DTZ001  shown only
KILLING = Path(__file__).with_name("killing.py")
ROOT = Path(__file__).parents[3]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return an assessment of one area with three questions, the first at level 1, beside its framework."""
    write(a_framework(dimensions=1, questions=3), tmp_path)
    return write(an_assessment({"d1-q1": 1}), tmp_path)


def journal_of(path: Path) -> Path:
    return path.with_name(f".{path.name}.journal")


def crash(file: AnswerFile) -> Path:
    """Leave a file as a killed process does: the journal stays, the lock goes; return a copy of the journal."""
    kept = journal_of(file.path).read_bytes()
    file.close()
    journal_of(file.path).write_bytes(kept)
    return journal_of(file.path)


def levels(path: Path) -> dict[str, object]:
    with AnswerFile.open(str(path), NOW) as file:
        return {id_: getattr(one, "level", None) for id_, one in file.assessment.answers.items()}


def test_an_answer_is_in_the_file_when_save_returns(path: Path) -> None:
    with AnswerFile.open(str(path), NOW) as file:
        file.save("d1-q2", {"level": 4, "note": "two\nlines"})
        assert path.read_text(encoding="utf-8") == file.text
        assert file.assessment.answers["d1-q2"].note == "two\nlines"
        file.save("d1-q2", None)
        assert "d1-q2" not in file.assessment.answers
    assert sorted(one.name for one in path.parent.iterdir()) == ["assessment.yaml", "sample.yaml"]


def test_a_byte_order_mark_stays(path: Path) -> None:
    path.write_bytes(codecs.BOM_UTF8 + path.read_bytes())
    with AnswerFile.open(str(path), NOW) as file:
        file.save("d1-q2", {"level": 4})
    assert path.read_bytes().startswith(codecs.BOM_UTF8)
    assert levels(path) == {"d1-q1": 1, "d1-q2": 4}


def test_the_same_answer_writes_nothing(path: Path) -> None:
    before = path.stat().st_mtime_ns
    with AnswerFile.open(str(path), NOW) as file:
        file.save("d1-q1", {"level": 1})
    assert path.stat().st_mtime_ns == before


@pytest.mark.parametrize(
    ("question", "values", "said"),
    [
        ("d1-q1", {"level": 9}, "off the scale"),
        ("d1-q1", {"levle": 2}, "levle"),
        ("d1-q1", {"not-applicable": True}, "does not say why"),
        ("d1-q9", {"level": 2}, "no question"),
    ],
)
def test_what_is_no_answer_is_refused_and_changes_nothing(
    path: Path, question: str, values: dict[str, object], said: str
) -> None:
    before = path.read_bytes()
    with AnswerFile.open(str(path), NOW) as file, pytest.raises(InputError, match=said):
        file.save(question, values)
    assert path.read_bytes() == before


def test_a_second_process_is_told_who_has_the_file(path: Path) -> None:
    with (
        AnswerFile.open(str(path), NOW),
        pytest.raises(UsageError, match=rf"in process {os.getpid()}, since 2026-11-22 14:02"),
    ):
        AnswerFile.open(str(path), NOW)
    AnswerFile.open(str(path), NOW).close()


def test_a_file_with_errors_is_not_opened_and_not_locked(path: Path) -> None:
    path.write_text("readiness: assessment/1\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(InvalidDocument):
            AnswerFile.open(str(path), NOW)


def test_standard_input_a_link_and_a_missing_folder_are_refused(path: Path) -> None:
    link = path.with_name("link.yaml")
    link.symlink_to(path)
    with pytest.raises(UsageError, match="standard input"):
        AnswerFile.open("-", NOW)
    with pytest.raises(OutputError, match="symbolic link"):
        AnswerFile.open(str(link), NOW)
    with pytest.raises(InputError, match="does not exist"):
        AnswerFile.open(str(path.parent / "no" / "a.yaml"), NOW)
    assert not (path.parent / "no").exists()


# --- crashes -------------------------------------------------------------------------------------------------------


def test_a_journal_that_was_left_behind_is_put_into_the_file(path: Path) -> None:
    before = path.read_bytes()
    file = AnswerFile.open(str(path), NOW)
    file.save("d1-q2", {"level": 4})
    file.save("d1-q1", None)
    file.save("d1-q2", {"level": 5, "note": "in the end"})
    file.put(respondents={"hr": {"role": "Head of HR"}})
    crash(file)
    path.write_bytes(before)
    with AnswerFile.open(str(path), NOW) as file:
        assert set(file.recovered) == {"d1-q1", "d1-q2", "hr"}
        assert file.assessment.respondents["hr"].role == "Head of HR"
    assert levels(path) == {"d1-q2": 5}
    with AnswerFile.open(str(path), NOW) as file:
        assert file.recovered == ()


def test_a_line_that_was_cut_off_is_dropped(path: Path) -> None:
    before = path.read_bytes()
    file = AnswerFile.open(str(path), NOW)
    file.save("d1-q2", {"level": 4})
    file.save("d1-q3", {"level": 5})
    journal = crash(file)
    journal.write_bytes(journal.read_bytes()[:-20])
    path.write_bytes(before)
    assert levels(path) == {"d1-q1": 1, "d1-q2": 4}


def test_a_journal_without_a_whole_line_is_nothing(path: Path) -> None:
    journal_of(path).write_bytes(b'{"format": ')
    assert levels(path) == {"d1-q1": 1}


def test_a_damaged_journal_is_not_thrown_away(path: Path) -> None:
    journal_of(path).write_bytes(b"hello\n")
    with pytest.raises(InputError, match="is damaged"):
        AnswerFile.open(str(path), NOW)
    assert journal_of(path).read_bytes() == b"hello\n"


def test_a_journal_of_another_assessment_is_not_put_into_this_one(path: Path) -> None:
    file = AnswerFile.open(str(path), NOW)
    file.save("d1-q2", {"level": 4})
    crash(file)
    write(an_assessment({"d1-q1": 1}, organisation={"name": "Other Council"}), path.parent)
    with pytest.raises(InputError, match="of another assessment: of Sample Council, to sample"):
        AnswerFile.open(str(path), NOW)


def test_an_editor_that_changed_the_same_answer_after_a_crash_is_told_of(path: Path) -> None:
    file = AnswerFile.open(str(path), NOW)
    file.save("d1-q1", {"level": 4})
    journal = crash(file)
    write(an_assessment({"d1-q1": 2, "d1-q2": 3}), path.parent)
    with pytest.raises(ChangedElsewhere, match=r"d1-q1 is level: 2 there and level: 4 in the journal"):
        AnswerFile.open(str(path), NOW)
    assert journal.exists()
    write(an_assessment({"d1-q1": 4, "d1-q2": 3}), path.parent)
    assert levels(path) == {"d1-q1": 4, "d1-q2": 3}


def test_nothing_confirmed_is_lost_when_the_process_is_killed(path: Path) -> None:
    write(an_assessment({}), path.parent)
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT / "src"),
    }
    ran = subprocess.run(
        [sys.executable, str(KILLING), str(path), "100", "1"],
        capture_output=True,
        text=True,
        timeout=300,
        env=environment,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    saved, recovered = map(int, ran.stdout.split())
    assert saved == 100
    assert recovered > 10, "hardly any process was killed between the journal and the file"


# --- others who write ----------------------------------------------------------------------------------------------


def test_what_an_editor_changes_elsewhere_in_the_file_is_kept(path: Path) -> None:
    with AnswerFile.open(str(path), NOW) as file:
        file.save("d1-q2", {"level": 4})
        path.write_text(path.read_text(encoding="utf-8").replace("level: 1", "level: 2  # agreed"), encoding="utf-8")
        file.save("d1-q3", {"level": 5})
        assert "# agreed" in file.text
    assert levels(path) == {"d1-q1": 2, "d1-q2": 4, "d1-q3": 5}


def test_what_an_editor_changes_in_the_same_answer_is_told_and_not_overwritten(path: Path) -> None:
    with AnswerFile.open(str(path), NOW) as file:
        path.write_text(path.read_text(encoding="utf-8").replace("level: 1", "level: 2"), encoding="utf-8")
        with pytest.raises(ChangedElsewhere, match=r"d1-q1 is level: 2 there and level: 4 here"):
            file.save("d1-q1", {"level": 4})
        assert getattr(file.assessment.answers["d1-q1"], "level", None) == 2
        file.save("d1-q1", {"level": 4})
    assert levels(path) == {"d1-q1": 4}


def test_a_file_that_an_editor_has_broken_is_left_alone_until_it_is_put_right(path: Path) -> None:
    with AnswerFile.open(str(path), NOW) as file:
        good = path.read_bytes()
        path.write_bytes(good + b"\nanswers: {")
        with pytest.raises(InputError, match="has errors now"):
            file.save("d1-q2", {"level": 4})
        path.write_bytes(good)
        file.save("d1-q2", {"level": 4})
    assert levels(path) == {"d1-q1": 1, "d1-q2": 4}


def test_a_file_that_somebody_deletes_comes_back(path: Path) -> None:
    with AnswerFile.open(str(path), NOW) as file:
        path.unlink()
        file.save("d1-q2", {"level": 4})
    assert levels(path) == {"d1-q1": 1, "d1-q2": 4}


def test_a_file_that_cannot_be_written_leaves_the_answer_in_the_journal(path: Path) -> None:
    """The file becomes a link, which is never written through."""
    real = path.with_name("real.yaml")
    with AnswerFile.open(str(path), NOW) as file:
        real.write_bytes(path.read_bytes())
        path.unlink()
        path.symlink_to(real)
        with pytest.raises(OutputError, match=r"the answers are kept in .*\.journal"):
            file.save("d1-q2", {"level": 4})
        assert "d1-q2" in journal_of(path).read_text(encoding="utf-8")
        path.unlink()
        real.rename(path)
        file.save("d1-q3", {"level": 5})
    assert levels(path) == {"d1-q1": 1, "d1-q2": 4, "d1-q3": 5}


def test_a_journal_that_cannot_be_written_takes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is full: os.write says so."""

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    with AnswerFile.open(str(path), NOW) as file:
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", full)
            with pytest.raises(OutputError, match="No space left on device"):
                file.save("d1-q2", {"level": 4})
        assert "d1-q2" not in file.assessment.answers
        file.save("d1-q2", {"level": 5})
        lines = journal_of(path).read_text(encoding="utf-8").splitlines()
        assert [json.loads(line)["changes"][0]["now"] for line in lines[1:]] == ["{level: 5}"]
    assert levels(path) == {"d1-q1": 1, "d1-q2": 5}


# --- new files -----------------------------------------------------------------------------------------------------


def test_a_new_assessment_is_valid_and_open(tmp_path: Path) -> None:
    write(a_framework(facts={"big": {"type": "boolean", "ask": "Is it big?"}}), tmp_path)
    framework = read_framework(a_framework(facts={"big": {"type": "boolean", "ask": "Is it big?"}}))
    path = tmp_path / "new.yaml"
    with AnswerFile.create(str(path), framework, "Sample: Council", NOW) as file:
        file.save("d1-q1", {"level": 2})
        assert file.assessment.organisation.name == "Sample: Council"
        assert str(file.assessment.assessed_on) == "2026-11-22"
    assert "#   big: true or false; can be left out. Is it big?" in path.read_text(encoding="utf-8")
    with pytest.raises(UsageError, match="exists already"):
        AnswerFile.create(str(path), framework, "Sample", NOW)
    with pytest.raises(UsageError, match="a YAML file"):
        AnswerFile.create(str(tmp_path / "new.txt"), framework, "Sample", NOW)
    (tmp_path / "sub").mkdir()
    with pytest.raises(UsageError, match="is not found from"):
        AnswerFile.create(str(tmp_path / "sub" / "new.yaml"), framework, "Sample", NOW)
