"""How an answer becomes a number, in words with the numbers filled in."""

from __future__ import annotations

from fractions import Fraction

from readiness.model.answers import (
    AnswerBase,
    ChecklistAnswer,
    ChecklistQuestion,
    ChoiceAnswer,
    ChoiceQuestion,
    DateAnswer,
    LevelAnswer,
    LevelQuestion,
    MultipleAnswer,
    MultipleQuestion,
    NotApplicable,
    NumberAnswer,
    NumberQuestion,
    Question,
    TextAnswer,
    Unknown,
    YesNoAnswer,
    YesNoQuestion,
)
from readiness.model.scale import Scale
from readiness.report.exact import exact_text
from readiness.report.explanation.terms import factor
from readiness.report.words import joined

__all__ = ["answer_text", "ratio_formula"]


def answer_text(question: Question, answer: AnswerBase | None) -> str:
    """Return what the file holds, as the framework words it."""
    match question, answer:
        case LevelQuestion(levels=levels), LevelAnswer(level=level):
            return f"level {level}: {levels.get(level, '')}"
        case ChecklistQuestion(items=items), ChecklistAnswer(done=done, partly=partly):
            said = [f"{words}: {joined(ids)}" for words, ids in (("done", done), ("partly", partly)) if ids]
            return f"{'; '.join(said) or 'nothing done'} (of {len(items)} items)"
        case ChoiceQuestion(options=options), ChoiceAnswer(option=chosen):
            return next((option.text for option in options if option.id == chosen), chosen)
        case NumberQuestion(unit=unit), NumberAnswer(value=value):
            return f"{exact_text(value)} {unit}"
        case MultipleQuestion(options=options), MultipleAnswer(options=ticked):
            return "; ".join(option.text for option in options if option.id in ticked) or "none of the options"
        case _, DateAnswer(date=day):
            return day.isoformat()
        case _, YesNoAnswer(answer=word):
            return word
        case _, TextAnswer(text=text):
            return text
        case _:
            return _without_answer(answer)


def _without_answer(answer: AnswerBase | None) -> str:
    match answer:
        case Unknown(unknown=why):
            return f"unknown: {why}"
        case NotApplicable(not_applicable=why):
            return f"not applicable: {why}"
        case _:
            return "not answered"


def ratio_formula(question: Question, answer: AnswerBase | None, scale: Scale) -> str | None:
    """Return the share of the points that an answer earns, as a sum; None for what is not scored."""
    match question, answer:
        case LevelQuestion(), LevelAnswer(level=level):
            low, high = scale.lowest, scale.highest
            sides = f"({level} − {low}) / ({high} − {low})"
        case ChecklistQuestion(), ChecklistAnswer():
            sides = _checklist(question, answer)
        case ChoiceQuestion(options=options), ChoiceAnswer(option=chosen):
            points = {option.id: option.points for option in options}
            return _of_most(points[chosen], max(points.values()))
        case MultipleQuestion(options=options), MultipleAnswer(options=ticked):
            earned = sum((option.points for option in options if option.id in ticked), Fraction(0))
            return _of_most(earned, question.maximum(scale))
        case YesNoQuestion(good=good), YesNoAnswer():
            sides = f"{good!r} is the good answer"
        case NumberQuestion(), NumberAnswer(value=value):
            return _measured(question, value, scale)
        case _:
            return None
    assert answer is not None
    return f"{sides} = {exact_text(question.ratio(answer, scale))}"


def _of_most(earned: Fraction, most: Fraction) -> str:
    if not most:
        return "no option is worth points, so it is 0"
    return _held(f"{exact_text(earned)} / {factor(most)}", earned / most)


def _held(sides: str, result: Fraction) -> str:
    """Return a formula with its result, which is held between 0 and 1."""
    held = max(Fraction(0), min(Fraction(1), result))
    return f"{sides} = {exact_text(result)}" + (f", held at {held}" if held != result else "")


def _measured(question: NumberQuestion, value: Fraction, scale: Scale) -> str:
    if question.bounds is not None:
        worst, best = question.bounds.worst, question.bounds.best
        sides = f"({exact_text(value)} − {exact_text(worst)}) / ({exact_text(best)} − {exact_text(worst)})"
        return _held(sides, (value - worst) / (best - worst))
    step, most = question.step_of(value), question.maximum(scale)
    if step is None:
        return "below the first step, so it is 0"
    return f"the step from {exact_text(step.from_)} on: {_of_most(step.points, most)}"


def _checklist(question: ChecklistQuestion, answer: ChecklistAnswer) -> str:
    if question.score == "ladder":
        return _climbed(question, answer)
    weight = {item.id: item.weight for item in question.items}
    done = sum((weight[id_] for id_ in answer.done), Fraction(0))
    partly = sum((weight[id_] for id_ in answer.partly), Fraction(0))
    halves = f" + 0.5 × {factor(partly)}" if partly else ""
    return f"({exact_text(done)}{halves}) / {factor(sum(weight.values(), Fraction(0)))}"


def _climbed(question: ChecklistQuestion, answer: ChecklistAnswer) -> str:
    reached, top = question.rung_reached(answer.done), question.top_rung
    waiting = [item.id for item in question.items if item.rung == reached + 1 and item.id not in answer.done]
    why = f"rung {reached + 1} waits for {joined(waiting)}" if waiting else "everything is done"
    return f"rung {reached} of {top}, as {why}: {reached} / {top}"
