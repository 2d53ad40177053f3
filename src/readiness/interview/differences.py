"""What differs between two moments of an interview: what is to be saved, and what is asked now."""

from __future__ import annotations

from collections.abc import Iterator

from readiness.interview.details import detail_value
from readiness.interview.events import AnswerChanged, AskedFewer, AskedMore, DetailChanged, Event, RespondentChanged
from readiness.interview.state import State
from readiness.scoring.result import State as Known

__all__ = ["differences"]


def differences(before: State, after: State) -> tuple[Event, ...]:
    """Return everything that is to be saved, people first, and then the questions that are asked now or no longer."""
    return (*_people(before, after), *_details(before, after), *_answers(before, after), *_asked(before, after))


def _people(before: State, after: State) -> Iterator[Event]:
    old, new = before.assessment.respondents, after.assessment.respondents
    for id_ in sorted(old.keys() ^ new.keys()):
        yield RespondentChanged(id_, new[id_].role if id_ in new else None)


def _details(before: State, after: State) -> Iterator[Event]:
    for key, detail in after.setting.details.items():
        old, new = (detail_value(one.assessment.organisation, detail) for one in (before, after))
        if old != new:
            yield DetailChanged(key, old, new)


def _answers(before: State, after: State) -> Iterator[Event]:
    old, new = before.assessment.answers, after.assessment.answers
    for id_ in after.framework.question:
        if old.get(id_) != new.get(id_):
            yield AnswerChanged(id_, old.get(id_), new.get(id_))


def _asked(before: State, after: State) -> Iterator[Event]:
    old, new = set(before.asked), set(after.asked)
    more = tuple(id_ for id_ in after.asked if id_ not in old)
    fewer = tuple(id_ for id_ in before.asked if id_ not in new)
    if more:
        yield AskedMore(more)
    if fewer:
        yield AskedFewer(fewer, sum(before.known[id_] is not Known.UNANSWERED for id_ in fewer))
