"""Laws of the interview: whatever is typed, nothing is lost, and nothing changes that should not."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.interview.commands import Undo
from readiness.interview.events import AnswerChanged
from readiness.interview.step import step
from readiness.loading.load import Library, load_assessment
from tests.builders import an_assessment, write
from tests.laws.strategies import law
from tests.unit.interview.scripts import FRAMEWORK, answers_of, said, started

if TYPE_CHECKING:
    from readiness.model.answers import Answer

LOOKING = ("b", "g plan", "g money", "g d2", "g day", "?", "why", "list", "todo", "score", "votes", "q", "n", "skip")
CHANGING = (
    *("", "1", "3", "5", "1 2", "2~", "-", "yes", "n", "12.5", "2026-01-01", "na It has none.", "dk", "dk Ask HR."),
    *("n A note.", "n -", "e minutes.pdf Minutes 2026-09-01", "c low", "s later", "undo", "g online", "[red]\x1b[31m"),
    *("v Maria 3", "ciso 2", "v HR: 5", "answer yes"),
)
few = settings(law, max_examples=40)
scripts = st.lists(st.sampled_from((*LOOKING, *CHANGING)), max_size=25)


@few
@given(scripts, st.sampled_from(CHANGING))
def test_undo_takes_back_any_change(script: list[str], line: str) -> None:
    before, _ = said(started(facilitated=True), *script)
    after, _ = said(before, line)
    if line != "undo" and len(after.past) == len(before.past) + 1:
        undone, _ = step(after, Undo())
        assert undone == before


@few
@given(scripts, st.sampled_from(LOOKING))
def test_going_somewhere_and_looking_never_change_an_answer(script: list[str], line: str) -> None:
    before, _ = said(started(facilitated=True), *script)
    after, events = said(before, line)
    assert after.assessment == before.assessment
    assert not any(isinstance(event, AnswerChanged) for event in events)


@few
@given(scripts)
def test_what_is_said_to_be_saved_is_all_that_changes(script: list[str]) -> None:
    state, saved = started(facilitated=True), dict[str, "Answer"]()
    for line in script:
        state, events = said(state, line)
        for event in events:
            if isinstance(event, AnswerChanged):
                saved.pop(event.question, None)
                saved |= {} if event.after is None else {event.question: event.after}
    assert saved == state.assessment.answers


@few
@given(scripts)
def test_every_script_ends_in_a_file_that_loads(script: list[str]) -> None:
    state, _ = said(started(facilitated=True), *script)
    people = {id_: {"role": one.role} for id_, one in state.assessment.respondents.items()}
    plain = an_assessment(answers_of(state.assessment), respondents=people)
    with TemporaryDirectory() as folder:
        write(FRAMEWORK, Path(folder))
        path = write(plain, Path(folder))
        document, framework = load_assessment(str(path), Library.beside(str(path)))
    assert framework is not None
    assert document.model is not None, document.diagnostics
