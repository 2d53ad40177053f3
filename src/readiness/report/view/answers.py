"""Answers in words, whatever their type."""

from __future__ import annotations

from fractions import Fraction
from typing import assert_never

from readiness.model.answers import (
    AnswerBase,
    ChecklistAnswer,
    ChecklistQuestion,
    ChoiceAnswer,
    ChoiceQuestion,
    DateAnswer,
    DateQuestion,
    Evidence,
    LevelAnswer,
    LevelQuestion,
    MultipleAnswer,
    MultipleQuestion,
    NotApplicable,
    NumberAnswer,
    NumberQuestion,
    Question,
    TextAnswer,
    TextQuestion,
    Unknown,
    YesNoAnswer,
    YesNoQuestion,
)
from readiness.model.direction import Direction
from readiness.model.scale import Scale
from readiness.report.numbers import decimal_text
from readiness.report.words import joined, long_date, sentence, sized
from readiness.scoring.result import EvidenceState, NodeScore, State

__all__ = ["answer_reason", "answer_words", "evidence_list", "evidence_words", "next_words", "standing_words"]


def answer_words(question: Question, node: NodeScore, scale: Scale) -> str:
    """Return what was answered, in one line."""
    answer = node.answer
    match answer:
        case LevelAnswer(level=level):
            return f"Level {level}, {scale.name_of(level)}"
        case ChecklistAnswer(done=done, partly=partly) if isinstance(question, ChecklistQuestion):
            half = f", {len(partly)} partly" if partly else ""
            height = (
                f", rung {question.rung_reached(done)} of {question.top_rung}" if question.score == "ladder" else ""
            )
            does = node.direction.pick("done", "ticked")
            return f"{len(done)} of {sized(len(question.items), 'item')} {does}{half}{height}"
        case ChoiceAnswer(option=chosen) if isinstance(question, ChoiceQuestion):
            return next((option.text for option in question.options if option.id == chosen), chosen)
        case MultipleAnswer(options=ticked) if isinstance(question, MultipleQuestion):
            return "; ".join(_ticked_texts(question, ticked)) or "None of the options"
        case DateAnswer(date=day):
            return long_date(day)
        case YesNoAnswer(answer=word):
            return word.capitalize()
        case NumberAnswer(value=value) if isinstance(question, NumberQuestion):
            return _with_unit(value, question.unit)
        case TextAnswer(text=text):
            return text
        case _:
            return _without_answer(node, answer)


def _ticked_texts(question: MultipleQuestion, ticked: tuple[str, ...]) -> list[str]:
    return [option.text for option in question.options if option.id in ticked]


def _without_answer(node: NodeScore, answer: AnswerBase | None) -> str:
    if isinstance(answer, NotApplicable):
        return "Not applicable"
    if isinstance(answer, Unknown):
        return "Not known"
    return "Not asked" if node.state is State.HIDDEN else "Not answered"


def answer_reason(node: NodeScore) -> str:
    """Return why a question has no answer, if somebody said why."""
    match node.answer:
        case NotApplicable(not_applicable=reason) | Unknown(unknown=reason):
            return sentence(reason)
        case _:
            return ""


def standing_words(question: Question, node: NodeScore) -> str:
    """Return what one sees at the level at which an answered question stands."""
    match question:
        case LevelQuestion(levels=levels):
            return levels.get(node.level or 0, "")
        case ChecklistQuestion(items=items):
            answer = node.answer
            done = set(answer.done) if isinstance(answer, ChecklistAnswer) else set()
            texts = [item.text for item in items if item.id in done]
            does = node.direction.pick("done", "ticked")
            return sentence(f"{does.capitalize()}: {'; '.join(texts)}") if texts else f"None of the items is {does}."
        case MultipleQuestion():
            answer = node.answer
            return sentence("; ".join(_ticked_texts(question, getattr(answer, "options", ()))) or "None of the options")
        case ChoiceQuestion() | YesNoQuestion() | NumberQuestion() | TextQuestion() | DateQuestion():
            return ""
        case _:
            assert_never(question)


def next_words(question: Question, node: NodeScore, scale: Scale) -> tuple[str, str]:
    """Return the name of the next better level and what one would see there; nothing at the best."""
    if node.direction is Direction.WORSE:
        return _lower_words(question, node, scale)
    match question:
        case LevelQuestion(levels=levels):
            level = scale.lowest if node.level is None else node.level + 1
            return (f"{level} {scale.name_of(level)}", levels.get(level, "")) if level <= scale.highest else ("", "")
        case ChecklistQuestion():
            return _next_items(question, node)
        case ChoiceQuestion(options=options):
            best = max(options, key=lambda option: option.points)
            return ("", "") if node.ratio == 1 else ("Best option", best.text)
        case MultipleQuestion(options=options):
            ticked = getattr(node.answer, "options", ())
            texts = [option.text for option in options if option.id not in ticked and option.points]
            return ("More options", sentence("; ".join(texts))) if texts and node.ratio != 1 else ("", "")
        case NumberQuestion():
            return ("", "") if node.ratio == 1 else ("Full score", _best_value(question))
        case YesNoQuestion() | TextQuestion() | DateQuestion():
            return "", ""
        case _:
            assert_never(question)


def _next_items(question: ChecklistQuestion, node: NodeScore) -> tuple[str, str]:
    """Return the items that are still to be done; of a ladder, those of the next rung."""
    done = node.answer.done if isinstance(node.answer, ChecklistAnswer) else ()
    left = [item for item in question.items if item.id not in done]
    name = "More items"
    if left and question.score == "ladder":
        rung = question.rung_reached(done) + 1
        left = [item for item in left if item.rung == rung]
        name = f"Rung {rung} of {question.top_rung}"
    return (name, sentence(f"To do: {'; '.join(item.text for item in left)}")) if left else ("", "")


def _best_value(question: NumberQuestion) -> str:
    """Return the values that are worth everything, with their unit."""
    if question.bounds is not None:
        return _with_unit(question.bounds.best, question.unit)
    steps = question.steps or ()
    best = max(steps, key=lambda step: step.points)
    end = next((step.from_ for step in steps if step.from_ > best.from_ and step.points < best.points), None)
    if end is None:
        return f"From {_with_unit(best.from_, question.unit)} on"
    return f"From {_decimal(best.from_)} to less than {_with_unit(end, question.unit)}"


def _worthless_value(question: NumberQuestion) -> str:
    """Return the values that are worth nothing, with their unit."""
    if question.bounds is not None:
        return _with_unit(question.bounds.worst, question.unit)
    steps = question.steps or ()
    if not steps[-1].points:
        return f"From {_with_unit(steps[-1].from_, question.unit)} on"
    return f"Below {_with_unit(next(step.from_ for step in steps if step.points), question.unit)}"


def _with_unit(value: Fraction, unit: str) -> str:
    return f"{_decimal(value)} {unit}".replace(" %", "%")


def _decimal(value: Fraction) -> str:
    """Return a measured value with two decimals at most."""
    return f"{value}" if value.denominator == 1 else decimal_text(value, 2).rstrip("0").rstrip(".")


def _lower_words(question: Question, node: NodeScore, scale: Scale) -> tuple[str, str]:
    """Return the next lower level, where higher is worse, and what one would see there; nothing at the lowest."""
    if node.ratio == 0:
        return "", ""
    match question:
        case LevelQuestion(levels=levels):
            level = scale.highest if node.level is None else node.level - 1
            return (f"{level} {scale.name_of(level)}", levels.get(level, "")) if level >= scale.lowest else ("", "")
        case ChecklistQuestion(items=items):
            answer = node.answer
            ticked = {*answer.done, *answer.partly} if isinstance(answer, ChecklistAnswer) else {i.id for i in items}
            return "Fewer items", sentence(f"To end: {'; '.join(item.text for item in items if item.id in ticked)}")
        case ChoiceQuestion(options=options):
            return "Best option", min(options, key=lambda option: option.points).text
        case MultipleQuestion(options=options):
            ticked = set(getattr(node.answer, "options", (option.id for option in options)))
            texts = [option.text for option in options if option.id in ticked and option.points]
            return "Fewer options", sentence(f"To end: {'; '.join(texts)}")
        case NumberQuestion():
            return "No points", _worthless_value(question)
        case _:
            return "", ""


def evidence_words(node: NodeScore) -> str:
    """Return how well an answer is backed, in a few words."""
    if node.state is not State.ANSWERED or node.answer is None:
        return ""
    pieces = sized(len(node.answer.evidence), "piece")
    match node.evidence:
        case EvidenceState.IN_DATE:
            return f"In date: {pieces}"
        case EvidenceState.STALE:
            return f"Out of date or undated: {pieces}" + (", and this level needs it" if node.needs_evidence else "")
        case _:
            return "Not given, and this level needs it" if node.needs_evidence else "Not given"


def evidence_list(evidence: tuple[Evidence, ...]) -> tuple[str, ...]:
    """Return each piece of evidence with where it lies and for how long it holds."""
    return tuple(_piece(one) for one in evidence)


def _piece(one: Evidence) -> str:
    dates = [f"dated {long_date(one.dated)}"] if one.dated else []
    dates += [f"valid until {long_date(one.valid_until)}"] if one.valid_until else []
    parts = [one.title, *([one.ref] if one.ref else []), *([joined(dates)] if dates else [])]
    return ", ".join(parts) + (f". {one.note}" if one.note else "")
