"""One step of an answer: the least change for the better, or for the worse, that is worth a level.

Where no answer is that much better, or worse, it is the best, or the worst one. Of an answer that is a level it is the
next level; of yes and no the other; of ticked things as few more, or less, as are worth a level, each ticked or cleared
whole, and of as few those that are worth the least.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

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
from readiness.sensitivity.ticks import fewest_ticks

__all__ = ["step"]

_NOTHING = Fraction(0)


def step(question: Question, reading: Reading, scale: Scale, *, up: bool) -> Reading | None:
    """Return the reading one step higher, or lower, or None when there is no such answer."""
    assert reading.ratio is not None
    assert reading.answer is not None
    sense, now = (1 if up else -1), reading.ratio
    found: AnswerBase | None = None
    furthest = Fraction(0)
    for answer in _ways(question, reading.answer, scale, up=up):
        moved = (question.ratio(answer, scale) - now) * sense
        if moved > furthest:
            found, furthest = answer, moved
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
            yield from _items(question, answer, scale, up=up)
        case MultipleQuestion(), MultipleAnswer():
            yield from _options(question, answer, scale, up=up)
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
    """Yield the lowest value of each step by worth, of equals the nearest first.

    One value below the first step is yielded as well, where there is one that is not below 0: nobody can tell whether
    what is counted may be negative, or less than the first step says.
    """
    values = [step.from_ for step in question.steps or ()]
    first = min(values)
    below = [max(Fraction(0), first - 1)] if first > 0 else []

    def worth(value: Fraction) -> tuple[Fraction, Fraction]:
        ratio = question.ratio(answer.changed(value=value), scale)
        return (ratio if up else -ratio), abs(value - answer.value)

    yield from sorted([*below, *values], key=worth)


def _items(
    question: ChecklistQuestion, answer: ChecklistAnswer, scale: Scale, *, up: bool
) -> Iterator[ChecklistAnswer]:
    """Yield the answer with the fewest items done, or cleared, that are worth a level; on a ladder rung by rung."""
    if question.score == "ladder":
        yield from _rungs(question, answer, up=up)
        return
    worth = {item.id: item.weight for item in question.items if (item.id in answer.done) is not up}
    worth |= {item.id: item.weight / 2 for item in question.items if item.id in answer.partly}
    changed = set(_worth_a_level(question, worth, scale))
    done = set(answer.done) | changed if up else set(answer.done) - changed
    yield answer.changed(done=_kept(question.items, done), partly=_kept(question.items, set(answer.partly) - changed))


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


def _options(question: MultipleQuestion, answer: MultipleAnswer, scale: Scale, *, up: bool) -> Iterator[MultipleAnswer]:
    """Yield the answer with the fewest options more, or less, that are worth a level; points beyond the cap are not."""
    worth = {option.id: option.points for option in question.options if option.points}
    ticked = {id_: points for id_, points in worth.items() if id_ in answer.options}
    points, most = sum(ticked.values(), Fraction(0)), question.maximum(scale)
    if up:
        others = {id_: more for id_, more in worth.items() if id_ not in ticked}
        changed = _worth_a_level(question, others, scale, most=max(Fraction(0), most - points))
    else:
        changed = _worth_a_level(question, ticked, scale, beyond=max(Fraction(0), points - most))
    yield answer.changed(options=_kept(question.options, set(answer.options) ^ set(changed)))


def _worth_a_level(
    question: ChecklistQuestion | MultipleQuestion,
    worth: Mapping[str, Fraction],
    scale: Scale,
    *,
    beyond: Fraction = _NOTHING,
    most: Fraction | None = None,
) -> tuple[str, ...]:
    """Return the fewest things worth a level, or all that counts where that is less.

    Args:
        question: Says how many points a level is.
        worth: The points of each thing that can be ticked, or cleared.
        scale: Says how many levels there are.
        beyond: The points that have to go before any loss counts.
        most: The points that still count; all when left out.
    """
    every = sum(worth.values(), Fraction(0))
    enough = min(question.maximum(scale) / scale.span + beyond, every if most is None else min(most, every))
    return fewest_ticks(worth, enough) if enough else ()


def _kept(things: Sequence[object], ids: set[str]) -> tuple[str, ...]:
    """Return ids in the order of the framework."""
    return tuple(one for thing in things if (one := str(getattr(thing, "id", ""))) in ids)
