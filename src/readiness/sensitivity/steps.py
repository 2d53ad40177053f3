"""One step of an answer: the least change for the better, or for the worse, that is worth a level.

Where no answer is that much better, or worse, it is the best, or the worst one. Of an answer that is a level it is the
next level; of yes and no the other; of ticked items as few more, or less, as are worth a level.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from readiness.exact import Fraction
from readiness.model.answers import (
    AnswerBase,
    ChecklistAnswer,
    ChecklistQuestion,
    ChoiceAnswer,
    ChoiceQuestion,
    LevelAnswer,
    LevelQuestion,
    MultipleAnswer,
    MultipleQuestion,
    NumberAnswer,
    NumberQuestion,
    Question,
    YesNoAnswer,
    YesNoQuestion,
)
from readiness.model.scale import Scale
from readiness.scoring.reading import Reading

__all__ = ["step"]


def step(question: Question, reading: Reading, scale: Scale, *, up: bool) -> Reading | None:
    """Return the reading one step higher, or lower, or None when there is no such answer."""
    assert reading.ratio is not None
    assert reading.answer is not None
    sense, now = (1 if up else -1), reading.ratio
    found: AnswerBase | None = None
    for answer in _ways(question, reading.answer, scale, up=up):
        moved = (question.ratio(answer, scale) - now) * sense
        if moved > 0:
            found = answer
        if moved * scale.span >= 1:
            break
    if found is None:
        return None
    ratio = question.ratio(found, scale)
    return replace(reading, ratio=ratio, evidenced=ratio, answer=found)


def _ways(question: Question, answer: AnswerBase, scale: Scale, *, up: bool) -> Iterator[AnswerBase]:
    """Yield other answers, the nearest first."""
    match question, answer:
        case LevelQuestion(), LevelAnswer(level=level):
            to = level + (1 if up else -1)
            if to in scale:
                yield answer.changed(level=to)
        case YesNoQuestion(), YesNoAnswer(answer=said):
            yield answer.changed(answer="no" if said == "yes" else "yes")
        case ChoiceQuestion(), ChoiceAnswer():
            options = sorted(question.options, key=lambda option: option.points, reverse=not up)
            yield from (answer.changed(option=option.id) for option in options)
        case NumberQuestion(), NumberAnswer():
            yield from (answer.changed(value=value) for value in _values(question, answer, scale, up=up))
        case ChecklistQuestion(), ChecklistAnswer():
            yield from _items(question, answer, up=up)
        case MultipleQuestion(), MultipleAnswer():
            yield from _options(question, answer, up=up)
        case _:
            return


def _values(question: NumberQuestion, answer: NumberAnswer, scale: Scale, *, up: bool) -> Iterator[Fraction]:
    """Yield the value that is worth one level more or less, no further than the end of the bounds; or each step's."""
    if question.bounds is None:
        yield from _values_of_steps(question, answer, scale, up=up)
        return
    worst, best = question.bounds.worst, question.bounds.best
    moved = question.ratio(answer, scale) + Fraction(1 if up else -1, scale.span)
    yield worst + max(Fraction(0), min(Fraction(1), moved)) * (best - worst)


def _values_of_steps(question: NumberQuestion, answer: NumberAnswer, scale: Scale, *, up: bool) -> Iterator[Fraction]:
    """Yield the lowest value of each step, and one below them all, by worth; of equals the nearest first."""
    values = [step.from_ for step in question.steps or ()]

    def worth(value: Fraction) -> tuple[Fraction, Fraction]:
        ratio = question.ratio(answer.changed(value=value), scale)
        return (ratio if up else -ratio), abs(value - answer.value)

    yield from sorted([min(values) - 1, *values], key=worth)


def _items(question: ChecklistQuestion, answer: ChecklistAnswer, *, up: bool) -> Iterator[ChecklistAnswer]:
    """Yield answers with ever more items done, the heaviest first, or with ever fewer; on a ladder rung by rung."""
    if question.score == "ladder":
        yield from _rungs(question, answer, up=up)
        return
    items = sorted(question.items, key=lambda item: -item.weight)
    done, partly = set(answer.done), set(answer.partly)
    for item in items:
        if up and item.id not in done:
            done.add(item.id)
        elif not up and item.id in done | partly:
            done.discard(item.id)
        else:
            continue
        partly.discard(item.id)
        yield answer.changed(done=_kept(question.items, done), partly=_kept(question.items, partly))


def _rungs(question: ChecklistQuestion, answer: ChecklistAnswer, *, up: bool) -> Iterator[ChecklistAnswer]:
    """Yield answers with all items done up to one more rung at a time, or with one item less on ever lower rungs."""
    reached = question.rung_reached(answer.done)
    on = {item.id: item.rung or 1 for item in question.items}
    rungs = sorted({rung for rung in on.values() if (rung > reached) is up}, reverse=not up)
    for rung in rungs:
        done = {id_ for id_ in on if id_ in answer.done or on[id_] <= rung}
        if not up:
            done = set(answer.done) - {next(id_ for id_ in on if on[id_] == rung)}
        partly = set(answer.partly) - done
        yield answer.changed(done=_kept(question.items, done), partly=_kept(question.items, partly))


def _options(question: MultipleQuestion, answer: MultipleAnswer, *, up: bool) -> Iterator[MultipleAnswer]:
    """Yield answers with ever more options ticked, those worth most first, or with ever fewer."""
    ticked = set(answer.options)
    for option in sorted(question.options, key=lambda option: -option.points):
        if not option.points or (option.id in ticked) is up:
            continue
        ticked ^= {option.id}
        yield answer.changed(options=_kept(question.options, ticked))


def _kept(things: Sequence[object], ids: set[str]) -> tuple[str, ...]:
    """Return ids in the order of the framework."""
    return tuple(one for thing in things if (one := str(getattr(thing, "id", ""))) in ids)
