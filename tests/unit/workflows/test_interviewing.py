"""An interview on a file that is there, that others change, or that cannot be written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from readiness.errors import OutputError, UsageError
from readiness.model.answers import LevelAnswer
from readiness.workflows.answer_file import AnswerFile
from readiness.workflows.clashes import ChangedElsewhere
from readiness.workflows.interviewing import Interview
from tests.builders import an_assessment, write
from tests.unit.interview.scripts import FRAMEWORK

NOW = datetime(2026, 11, 20, 14, 2)  # noqa: DTZ001  only shown
ORGANISATION = {"name": "Sample Council", "sector": "local", "staff": 9, "facts": {"online": True, "posts": 3}}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    write(FRAMEWORK, tmp_path)
    return write(an_assessment({"plan": 2}, organisation=ORGANISATION), tmp_path)


@pytest.fixture
def interview(file: Path) -> Iterator[Interview]:
    with Interview.open(str(file), NOW) as opened:
        yield opened


def level_of(interview: Interview, question: str) -> int:
    answer = interview.state.assessment.answers[question]
    assert isinstance(answer, LevelAnswer)
    return answer.level


def test_what_others_change_elsewhere_in_the_file_stays(file: Path, interview: Interview) -> None:
    file.write_text(f"# Mine.\n{file.read_text().replace('level: 2', 'level: 4')}", encoding="utf-8")
    interview.say("5")
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# Mine.\n")
    assert "level: 4" in text
    assert "level: 5" in text


def test_an_answer_that_others_have_changed_too_is_shown_before_it_is_replaced(
    file: Path, interview: Interview
) -> None:
    interview.say("g plan")
    file.write_text(file.read_text().replace("level: 2", "level: 4"), encoding="utf-8")
    with pytest.raises(ChangedElsewhere, match="plan is"):
        interview.say("3")
    assert level_of(interview, "plan") == 4
    interview.say("3")
    assert level_of(interview, "plan") == 3
    assert "level: 3" in file.read_text(encoding="utf-8")


def test_a_file_that_is_open_is_not_opened_again(file: Path, interview: Interview) -> None:
    assert interview.is_saved
    with pytest.raises(UsageError, match="is open elsewhere"):
        Interview.open(str(file), NOW)


def test_a_file_is_let_go_when_the_interview_cannot_begin(file: Path) -> None:
    with pytest.raises(UsageError, match="-o goes with a framework"):
        Interview.open(str(file), NOW, "other.yaml")
    other = write({**FRAMEWORK, "id": "other"}, file.parent)
    with pytest.raises(UsageError, match="holds answers to sample"):
        Interview.open(str(other), NOW, str(file))
    AnswerFile.open(str(file), NOW).close()


def test_without_a_folder_to_write_to_the_answer_is_not_confirmed(file: Path) -> None:
    framework = str(file.parent / "sample.yaml")
    with Interview.open(framework, NOW, str(file.parent / "gone" / "answers.yaml")) as interview:
        with pytest.raises((OutputError, UsageError)):
            interview.say("Sample Council")
        assert interview.state.at.id == "name"
        assert not interview.is_saved


def test_answers_go_beside_the_framework_that_they_answer(file: Path) -> None:
    with Interview.open(str(file.parent / "sample.yaml"), NOW) as interview:
        assert interview.path == str(file.parent / "sample-answers.yaml")
    folder = file.parent / "frameworks"
    folder.mkdir()
    (folder / "sample.yaml").write_bytes((file.parent / "sample.yaml").read_bytes())
    with Interview.open(str(folder / "sample.yaml"), NOW) as interview:
        assert interview.path == str(file.parent / "sample-answers.yaml")
