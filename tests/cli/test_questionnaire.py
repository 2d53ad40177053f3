"""`readiness questionnaire`: a form for people to answer in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import a_framework, a_question, an_assessment, as_yaml, write
from tests.cli.conftest import Readiness
from tests.returned_workbooks import Book


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a framework and answers to it."""
    questions = [a_question("q1", answered_by=["lead"]), a_question("q2")]
    write(a_framework(dimensions=0, questions=questions, roles={"lead": "Lead", "hr": "Head of HR"}), tmp_path)
    write(an_assessment({"q1": 3}), tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", ["sample", "sample.yaml", "assessment.yaml"])
def test_a_workbook_is_written_of_a_framework_or_of_answers(readiness: Readiness, folder: Path, name: str) -> None:
    assert readiness("questionnaire", name, "-o", "form.xlsx") == (0, "Written: form.xlsx (2 questions)\n", "")
    assert (folder / "form.xlsx").read_bytes().startswith(b"PK")


@pytest.mark.usefixtures("folder")
def test_one_for_a_role_says_what_it_leaves_out(readiness: Readiness) -> None:
    code, out, err = readiness("questionnaire", "sample", "--for", "lead", "-o", "form.xlsx")
    assert (code, out) == (0, "Written: form.xlsx (1 question for Lead)\n")
    assert err == (
        "warning: 1 question names no role and is in no form for a role\n"
        "help: readiness questionnaire sample -o all.xlsx has every question\n"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["sample", "-o", "form.doc"], "form.doc: no format has this suffix"),
        (["sample", "--for", "ciso", "-o", "form.xlsx"], "there is no role 'ciso'"),
        (["sample", "--for", "hr", "-o", "form.xlsx"], "no question is for hr\nhelp: questions are for lead"),
        (["sample", "--language", "xx", "-o", "form.xlsx"], "there is no translation into 'xx'"),
        (["sampel", "-o", "form.xlsx"], "there is no framework 'sampel'"),
        (["none.yaml", "-o", "form.xlsx"], "none.yaml does not exist"),
        (["assessment.yaml", "-o", "none/form.xlsx"], "none/form.xlsx cannot be written: there is no folder none"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    readiness: Readiness, folder: Path, arguments: list[str], message: str
) -> None:
    code, out, err = readiness("questionnaire", *arguments)
    assert (code, out) == (2, "")
    assert err.startswith(f"error: {message}")
    assert not (folder / "form.xlsx").exists()


def test_answers_with_errors_are_shown_as_everywhere(readiness: Readiness, folder: Path) -> None:
    write(an_assessment({"q1": 9}), folder)
    code, _, err = readiness("questionnaire", "assessment.yaml", "-o", "form.xlsx")
    assert code == 2
    assert "level 9 is off the scale" in err


def test_it_is_written_in_another_language(readiness: Readiness, folder: Path) -> None:
    texts = {"q1": {"topic": "Pwnc", "ask": "Sut mae hi?"}}
    told = {"readiness": "translation/1", "framework": "sample", "version": "1.0.0", "language": "cy"}
    translation = {**told, "status": "draft", "title": "Sampl", "questions": texts}
    (folder / "sample.cy.yaml").write_text(as_yaml(translation), encoding="utf-8")
    assert readiness("questionnaire", "sample", "--language", "cy", "-o", "form.xlsx").code == 0
    book = Book((folder / "form.xlsx").read_bytes())
    assert book.seen("answers:question", "q1") == "Sut mae hi?"
    assert book.seen("answers:question", "q2") == "How is q2?"
