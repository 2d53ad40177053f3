"""One step of an interview: a command, and what it makes of the answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter, ValidationError

from readiness.interview.commands import (
    AddEvidence,
    Answer,
    Back,
    Command,
    GoOn,
    GoTo,
    NotApplicable,
    NotKnown,
    Quit,
    SetConfidence,
    SetNote,
    Show,
    Skip,
    Undo,
    Vote,
    WriteNote,
)
from readiness.interview.details import Detail, read_detail, with_detail
from readiness.interview.differences import differences
from readiness.interview.events import (
    EditorWanted,
    Event,
    EvidenceUndated,
    EvidenceWanted,
    Finished,
    Left,
    Moved,
    NothingToUndo,
    Refused,
    Shown,
    Undone,
)
from readiness.interview.moving import Outcome, back, go_on, go_to
from readiness.interview.recording import answer_of, beside, recorded
from readiness.interview.state import CHECK, State
from readiness.interview.voting import vote
from readiness.model import answers as model
from readiness.model.answers import Evidence, Mistyped, Question
from readiness.model.base import Text
from readiness.model.comparisons import FactValue

__all__ = ["step"]

_NO_QUESTION = Refused("no question is asked here", "g and a question's id goes to one")
_UNTOLD = "No reason was given."


def step(state: State, command: Command) -> Outcome:
    """Return what an interview becomes by a command, and what there is to say and to save.

    Nothing is read or written: whoever drives the interview saves what has changed.
    """
    match command:
        case Back():
            return back(state)
        case GoTo(name=name):
            return go_to(state, name)
        case Show(view=view, of=of):
            return state, (Shown(view, of),)
        case Undo():
            return _undone(state)
        case Quit():
            return state, (Left(),)
        case GoOn():
            return _kept(state)
        case Skip(reason=reason):
            return _skipped(state, reason)
        case Answer(text=text) if state.detail is not None:
            return _told(state, state.detail, text)
        case _ if state.question is None:
            return state, (_NO_QUESTION,)
        case _:
            return _on_question(state, state.question, command)


def _on_question(state: State, question: Question, command: Command) -> Outcome:
    """Return the outcome of a command that changes what is recorded for the question that is asked."""
    match command:
        case Answer(text=text):
            return _answered(state, answer_of(state, question, text))
        case NotApplicable(reason=reason):
            return _answered(state, answer_of(state, question, f"na: {reason}"))
        case NotKnown(why=why):
            return _answered(state, model.Unknown.model_validate({"unknown": why or _UNTOLD}))
        case SetNote(text=text):
            return _noted(state, text)
        case SetConfidence(value=value):
            return _beside(state, confidence=value)
        case AddEvidence():
            return _with_evidence(state, command)
        case WriteNote():
            note = state.answer.note if state.answer else None
            return state, (EditorWanted(question.id, note or ""),)
        case Vote(who=who, text=text):
            return vote(state, question, who, text)
        case _:
            raise AssertionError(command)


def _answered(state: State, answer: model.AnswerBase | Mistyped) -> Outcome:
    if isinstance(answer, Mistyped):
        return state, (Refused(answer.message, answer.help),)
    stamped = beside(state.answer) | _stamp(state)
    return _saved(state, recorded(answer, stamped), go_on)


def _stamp(state: State) -> dict[str, Any]:
    """Return who answers and when; a day after that of the assessment would not be believed."""
    day = state.setting.today if state.setting.today <= state.assessment.assessed_on else None
    given = {"by": state.setting.by, "on": day}
    return {name: value for name, value in given.items() if value is not None}


def _saved(state: State, answer: model.Answer | None, then: Callable[[State], Outcome]) -> Outcome:
    """Return the state with another answer to its question, and with what follows."""
    others = {id_: one for id_, one in state.assessment.answers.items() if id_ != state.at.id}
    answers = others if answer is None else {**state.assessment.answers, state.at.id: answer}
    changed = state.put(answers=answers)
    if state.at in state.skipped and not changed.is_open(state.at):
        changed = replace(changed, skipped=tuple(spot for spot in state.skipped if spot != state.at))
    said = (*differences(state, changed), *_wanted(changed))
    after, more = then(changed)
    return after, (*said, *more)


def _wanted(state: State) -> tuple[Event, ...]:
    """Say that the answer needs evidence, where it needs some and has none."""
    assert state.question is not None
    leaf = state.evaluation.scorer.leaf[state.at.id]
    needs = state.evaluation.reading(leaf).needs_evidence and not (state.answer and state.answer.evidence)
    return (EvidenceWanted(state.at.id),) if needs else ()


def _stay(state: State) -> Outcome:
    return state, ()


def _noted(state: State, text: str) -> Outcome:
    """Return the state with another note; an empty one takes the note away."""
    try:
        note = TypeAdapter(Text).validate_python(text) if text.strip() else ""
    except ValidationError:
        return state, (Refused("this note is too long, or there are no words in it", "write less"),)
    return _beside(state, note=note)


def _beside(state: State, **others: object) -> Outcome:
    """Return the state with something else beside the answer; an empty value takes it away."""
    return _saved(state, recorded(state.answer or model.Unanswered(), beside(state.answer) | others), _stay)


def _with_evidence(state: State, command: AddEvidence) -> Outcome:
    """Return the state with one more piece of evidence."""
    given = {
        "title": command.title or command.ref.rstrip("/").rpartition("/")[2],
        "ref": command.ref,
        "dated": command.dated,
        "sha256": command.sha256,
    }
    try:
        one = Evidence.model_validate({name: value for name, value in given.items() if value})
    except ValidationError:
        return state, (Refused("this is too long, or there are no words in it", "e LINK TITLE DAY"),)
    known = state.answer.evidence if state.answer else ()
    after, said = _beside(state, evidence=(*known, one))
    return after, said if one.dated else (*said, EvidenceUndated(state.at.id))


def _told(state: State, detail: Detail, text: str) -> Outcome:
    """Return the state with something known about the organisation."""
    value = read_detail(detail, text.strip())
    if isinstance(value, Mistyped):
        return state, (Refused(value.message, value.help),)
    return _known(state, detail, value)


def _known(state: State, detail: Detail, value: FactValue) -> Outcome:
    changed = state.put(organisation=with_detail(state.assessment.organisation, detail, value))
    after, more = go_on(changed)
    return after, (*differences(state, changed), *more)


def _kept(state: State) -> Outcome:
    """Return the state after Enter: what is there is kept, last time's answer is taken, or it simply goes on."""
    if state.at == CHECK:
        return state, (Finished(),)
    if state.detail is not None and state.is_open(state.at):
        known = state.proposed_detail
        return _passed(state) if known is None else _known(state, state.detail, known)
    proposed = state.proposal
    if proposed is not None:
        return _saved(state, recorded(proposed, beside(proposed) | beside(state.answer) | _stamp(state)), go_on)
    if state.is_open(state.at):
        return state, (Refused("there is no answer yet", "type one, or skip, or ? for help"),)
    return go_on(state)


def _passed(state: State) -> Outcome:
    """Return the state without something about the organisation that is not known."""
    if state.detail is not None and state.detail.is_needed:
        return state, (Refused("the report needs this", "type a name; it can be changed later with: g name"),)
    return go_on(replace(state, passed=state.passed | {state.at}))


def _skipped(state: State, reason: str) -> Outcome:
    """Return the state at the next question; the reason is noted, and the question is asked again at the end."""
    if state.at == CHECK:
        return state, (_NO_QUESTION,)
    if state.detail is not None:
        return _passed(state) if state.is_open(state.at) else go_on(state)
    if not state.is_open(state.at):
        return go_on(state)
    noted, said = _noted(state, reason) if reason else (state, ())
    return _joined(said, go_on(replace(noted, skipped=(*(one for one in noted.skipped if one != state.at), state.at))))


def _joined(said: tuple[Event, ...], outcome: Outcome) -> Outcome:
    return outcome[0], (*said, *outcome[1])


def _undone(state: State) -> Outcome:
    """Return the state before the last change."""
    if not state.past:
        return state, (NothingToUndo(),)
    last = state.past[-1]
    before = replace(state, **last._asdict(), past=state.past[:-1])
    return before, (Undone(), *differences(state, before), Moved())
