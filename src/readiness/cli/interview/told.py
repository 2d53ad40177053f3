"""What is said after each command."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from readiness.cli.console import Console, Line
from readiness.cli.interview.said import beside_words, detail_words, short
from readiness.cli.paragraphs import paragraph
from readiness.cli.text import cut
from readiness.interview import events as happened
from readiness.interview.events import Event
from readiness.interview.state import State
from readiness.model.answers import AnswerBase
from readiness.model.conditions import Condition
from readiness.report.conditions import condition_words
from readiness.report.words import joined, plural, sized

__all__ = ["refusal", "told"]

_MOST_NAMED = 4
_LONGEST = 60


def told(events: Iterable[Event], state: State, console: Console) -> Iterator[Line]:
    """Yield what there is to say; what is to be shown at length is shown elsewhere."""
    said = tuple(events)
    verb = "taken back:" if happened.Undone() in said else "saved"
    has_voted = any(isinstance(event, happened.Voted) for event in said)
    for event in said:
        if isinstance(event, happened.Refused):
            yield from refusal(event, console)
        elif has_voted and isinstance(event, happened.AnswerChanged):
            continue  # the vote itself is told
        elif words := _words(event, state, verb):
            yield from paragraph(words, console, "  ", "  ")


def refusal(refused: happened.Refused, console: Console) -> Iterator[Line]:
    """Yield why something cannot be, and what would work."""
    yield from paragraph(refused.message, console, "  ", "  ")
    if refused.help:
        yield from paragraph(refused.help, console, "    ", "  help: ")


def _words(event: Event, state: State, verb: str) -> str:
    match event:
        case happened.AnswerChanged():
            return _saved(event, verb)
        case happened.DetailChanged(key=key, before=before, after=after):
            was = f" (was {detail_words(before)})" if before is not None else ""
            return f"{verb} {key.rpartition('.')[2]} = {detail_words(after)}{was}."
        case happened.RespondentChanged(id=id_, role=role):
            return f"{id_} is new among the respondents." if role else f"{id_} is no longer among the respondents."
        case happened.AskedMore() | happened.AskedFewer() | happened.AskedAgain() | happened.Hidden():
            return _asked(event, state)
        case happened.EvidenceWanted(question=id_):
            level = state.framework.evidence_rule(state.framework.question[id_]).required_from
            return f"From level {level} on evidence is needed. To name some: g {id_}, then e LINK TITLE DAY."
        case happened.EvidenceUndated():
            return "Without a day evidence never counts as in date. To add one: undo, then e LINK TITLE 2026-09-30."
        case happened.NothingToUndo():
            return "There is nothing to take back: nothing has changed since you began."
        case happened.Voted(question=id_, who=who):
            votes = state.assessment.answers[id_].votes if id_ in state.assessment.answers else {}
            return (
                f"saved: {who} says {cut(short(votes[who]), _LONGEST)}." if who in votes else f"{who} has no vote now."
            )
        case _:
            return ""


def _saved(event: happened.AnswerChanged, verb: str) -> str:
    before, after = cut(short(event.before), _LONGEST), cut(short(event.after), _LONGEST)
    if before == after:
        return f"{verb} {event.question}: {_beside(event.before, event.after)}."
    was = f" (was {before})" if event.before is not None and before != "no answer" else ""
    return f"{verb} {event.question} = {after}{was}."


def _beside(before: AnswerBase | None, after: AnswerBase | None) -> str:
    """Return what stands beside an answer now and did not before, or that something is gone."""
    old = [] if before is None else beside_words(before)
    new = [] if after is None else beside_words(after)
    added = [words for words in new if words not in old]
    gone = [words for words in old if words not in new]
    if added:
        return cut("; ".join(added), _LONGEST * 2)
    return f"without its {joined([words.partition(':')[0] for words in gone])}" if gone else "the same as before"


def _asked(
    event: happened.AskedMore | happened.AskedFewer | happened.AskedAgain | happened.Hidden, state: State
) -> str:  # fmt: skip
    match event:
        case happened.AskedMore(questions=ids):
            count = len(ids)
            return f"{sized(count, 'more question')} {plural(count, 'is', 'are')} asked now: {_some(ids)}."
        case happened.AskedFewer(questions=ids, answered=answered):
            count = len(ids)
            kept = " What was answered there stays in the file and does not count." if answered else ""
            return f"{sized(count, 'question')} {plural(count, 'is', 'are')} no longer asked: {_some(ids)}.{kept}"
        case happened.AskedAgain(count=count):
            them = plural(count, "it", "them")
            return f"Now what was skipped, {sized(count, 'question')}. Skip again to leave {them} out."
        case happened.Hidden(question=id_):
            conditions = [condition_words(one, state.framework) for one in _conditions(state, id_)]
            return f"{id_} is not asked; it is asked only when {joined(conditions)}."


def _conditions(state: State, id_: str) -> list[Condition]:
    question, above = state.framework.placed[id_]
    return [one.applies_when for one in (question, *above) if one.applies_when is not None]


def _some(ids: tuple[str, ...]) -> str:
    more = [f"{len(ids) - _MOST_NAMED} more"] if len(ids) > _MOST_NAMED else []
    return joined([*ids[:_MOST_NAMED], *more])
