"""Interviews for tests: a framework with every type of question, and scripts of lines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from readiness.interview.events import Event, Refused
from readiness.interview.parse import read_line
from readiness.interview.state import Setting, State, begun
from readiness.interview.step import step
from readiness.model.assessment import Assessment
from tests.builders import Plain, a_framework, a_question, an_area, an_assessment, read_assessment

TODAY = date(2026, 11, 20)

FRAMEWORK: Plain = a_framework(
    dimensions=0,
    questions=(),
    facts={
        "online": {"type": "boolean", "ask": "Is it online?"},
        "posts": {"type": "number", "ask": "How many posts?"},
    },
    scoring={"not-applicable": "exclude"},
    areas=[
        an_area(
            "d1",
            [
                a_question("plan"),
                a_question("money", applies_when={"question": "plan", "at-least": 3}),
                a_question("duty", scoring={"not-applicable": "forbidden"}, evidence={"required-from": 3}),
            ],
        ),
        an_area(
            "d2",
            [
                a_question("tools", "checklist"),
                a_question("way", "choice"),
                a_question("ways", "multiple"),
                a_question("safe", "yes-no"),
                a_question("share", "number", applies_when={"fact": "online", "is": True}),
                a_question("words", "text"),
                a_question("day", "date"),
            ],
        ),
    ],
)
"""Two areas; `money` is asked when there is a plan, `share` of those who are online."""


def started(answers: Plain | None = None, organisation: Plain | None = None, **settings: Any) -> State:  # noqa: ANN401
    """Return the beginning of an interview on some answers."""
    given = organisation or {
        "name": "Sample Council",
        "sector": "local",
        "staff": 9,
        "facts": {"online": True, "posts": 3},
    }
    people = {"ciso": {"role": "Security"}}
    framework, assessment = read_assessment(an_assessment(answers, organisation=given, respondents=people), FRAMEWORK)
    return begun(Setting(framework, TODAY, **settings), assessment)


def answers_of(assessment: Assessment) -> Plain:
    """Return answers as plain values."""
    return {id_: one.model_dump(by_alias=True, exclude_unset=True) for id_, one in assessment.answers.items()}


def said(state: State, *lines: str) -> tuple[State, Sequence[Event]]:
    """Return the state after lines that were typed, and what the last of them led to."""
    events: Sequence[Event] = ()
    for line in lines:
        command = read_line(line, state)
        state, events = (state, (command,)) if isinstance(command, Refused) else step(state, command)
    return state, events
