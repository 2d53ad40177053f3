"""Three people answer in a terminal, LibreOffice and a browser; the plug is pulled twice, and nothing is lost."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from readiness.cli.main import main
from readiness.loading.load import Library, load_assessment
from tests.browser.forms import saved
from tests.builders import a_framework, a_question, write
from tests.office import LibreOffice
from tests.returned_workbooks import Book
from tests.terminal import CTRL_D, ENTER, PROMPT, Terminal

ROLES = {"lead": "Project lead", "it": "Head of IT", "hr": "Head of people"}
ASKED = {"plan": ["lead", "it"], "budget": ["lead"], "access": ["it", "hr"], "backups": ["it"], "skills": ["hr"]}
ANSWERS = "sample-answers.yaml"


def test_what_three_people_answer_comes_together_and_nothing_is_lost(
    tmp_path: Path,
    browser: Browser,
    libreoffice: LibreOffice,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("READINESS_PLANNER", "ranked")
    monkeypatch.chdir(tmp_path)
    questions = [a_question(id_, answered_by=roles) for id_, roles in ASKED.items()]
    write(a_framework(dimensions=0, questions=questions, roles=ROLES), tmp_path)

    begun_in_a_terminal(tmp_path)
    assert main(["questionnaire", ANSWERS, "--for", "it", "-o", "it.xlsx"]) == 0
    assert main(["questionnaire", ANSWERS, "--for", "hr", "-o", "hr.html"]) == 0
    filled_in_with_libreoffice(libreoffice, Path("it.xlsx").resolve())
    filled_in_with_a_browser(browser, Path("hr.html").resolve())
    changed_in_an_editor(Path(ANSWERS))

    capsys.readouterr()
    came_back = ["it-back.xlsx", "sample-hr-answers.json", "--into", ANSWERS]
    before = Path(ANSWERS).read_bytes()
    assert main(["collect", *came_back]) == 1
    assert "In conflict (2): nothing is written" in capsys.readouterr().out
    assert Path(ANSWERS).read_bytes() == before

    settled = ["collect", *came_back, "--take", "plan=it-back.xlsx", "--take", "access=sample-hr-answers.json"]
    left_behind = the_plug_is_pulled_during(settled, Path(ANSWERS))
    assert main(settled) == 0
    assert left_behind in {before, Path(ANSWERS).read_bytes()}, "all of what came back, or nothing"
    levels = {"plan": (4, "it"), "budget": (3, "lead"), "access": (5, "hr"), "backups": (1, "it"), "skills": (2, "hr")}
    assert levels_in(Path(ANSWERS)) == levels
    capsys.readouterr()
    assert main(["status", ANSWERS]) == 0
    assert "5 of 5 answered" in capsys.readouterr().out
    assert main(["assess", ANSWERS, "-o", "report.html"]) == 0
    page = Path("report.html").read_text(encoding="utf-8")
    assert all(
        words in page for words in ("Agreed with the board.", "=Restored once, Zoë says.", "Checked &lt;b&gt;twice")
    )


def begun_in_a_terminal(folder: Path) -> None:
    """Answer as the project lead; the terminal dies, and the second sitting finds everything that was confirmed."""
    sitting = Terminal(folder, "sample.yaml", "--as", "lead")
    sitting.read(PROMPT)
    for line, reply in (("Sample Council", "saved name"), ("", "How many people"), ("", "How is plan?")):
        sitting.type(line + ENTER, reply)
    sitting.type(f"2{ENTER}", "saved plan = 2.")
    sitting.process.send(f"3{ENTER}")
    sitting.read("saved budget = 3.")
    sitting.process.kill(signal.SIGKILL)
    sitting.process.close(force=True)
    sitting = Terminal(folder, ANSWERS, "--as", "lead")
    sitting.read("How is access?")
    sitting.read(PROMPT)
    sitting.type(f"g budget{ENTER}", "Recorded: 3")
    sitting.type(f"n Agreed with the board.{ENTER}", "saved budget: note")
    sitting.type(CTRL_D, f"To go on: readiness interview {ANSWERS} --as lead", "\n")
    sitting.process.close(force=True)


def filled_in_with_libreoffice(libreoffice: LibreOffice, form: Path) -> None:
    """Answer as the head of IT, in a workbook that LibreOffice opens and saves."""
    book = Book(form.read_bytes())
    typed = {("plan", "answer"): "4", ("access", "answer"): "3", ("backups", "answer"): "1"}
    typed |= {("backups", "note"): "=Restored once, Zoë says."}
    cells = {book.full_place(f"answers:{key}", id_).replace("!", "."): text for (id_, key), text in typed.items()}
    libreoffice.fill_in(form, cells, form.with_name("it-back.xlsx"))


def filled_in_with_a_browser(browser: Browser, form: Path) -> None:
    """Answer as the head of people, in the offline form."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(form.as_uri())
        for id_, level in {"access": 5, "skills": 2}.items():
            page.locator(f"[data-id={id_}] input[value='{level}']").check()
        page.locator("[data-id=skills] summary").last.click()
        page.locator("[data-id=skills] textarea").last.fill("Checked <b>twice</b>.")
        assert saved(page, form.parent).name == "sample-hr-answers.json"


def changed_in_an_editor(answers: Path) -> None:
    """Change, as the project lead, an answer that stands in a form that is out."""
    text = answers.read_text(encoding="utf-8")
    assert text.count("level: 2") == 1
    answers.write_text(text.replace("level: 2", "level: 1   # the board disagrees"), encoding="utf-8")


def the_plug_is_pulled_during(command: list[str], answers: Path) -> bytes:
    """Kill a command as soon as it holds the assessment, and return what it leaves behind."""
    lock = answers.with_name(f".{answers.name}.lock")
    with subprocess.Popen([sys.executable, "-m", "readiness", *command], stdout=subprocess.DEVNULL) as running:
        while not lock.exists() and running.poll() is None:
            time.sleep(0.001)
        running.kill()
    return answers.read_bytes()


def levels_in(answers: Path) -> dict[str, tuple[int | None, str | None]]:
    """Return the level of each answer and who gave it."""
    document, _ = load_assessment(str(answers), Library.beside(str(answers)))
    assert document.model is not None, document.diagnostics
    return {id_: (getattr(one, "level", None), one.by) for id_, one in document.model.answers.items()}
