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
from readiness.report.wording import gettext, ngettext, pgettext
from readiness.report.words import joined, long_date, sentence
from readiness.scoring.result import EvidenceState, NodeScore, State

__all__ = [
    "answer_reason",
    "answer_words",
    "confidence_word",
    "evidence_list",
    "evidence_words",
    "next_words",
    "standing_words",
    "state_word",
    "yes_or_no",
]


def answer_words(question: Question, node: NodeScore, scale: Scale) -> str:
    """Return what was answered, in one line."""
    answer = node.answer
    match answer:
        case LevelAnswer(level=level):
            return gettext("Level {level}, {name}", level=level, name=scale.name_of(level))
        case ChecklistAnswer(done=done, partly=partly) if isinstance(question, ChecklistQuestion):
            return _checked(question, done, partly, node.direction)
        case ChoiceAnswer(option=chosen) if isinstance(question, ChoiceQuestion):
            return next((option.text for option in question.options if option.id == chosen), chosen)
        case MultipleAnswer(options=ticked) if isinstance(question, MultipleQuestion):
            return "; ".join(_ticked_texts(question, ticked)) or gettext("None of the options")
        case DateAnswer(date=day):
            return long_date(day)
        case YesNoAnswer(answer=word):
            return yes_or_no(word)
        case NumberAnswer(value=value) if isinstance(question, NumberQuestion):
            return _with_unit(value, question.unit)
        case TextAnswer(text=text):
            return text
        case _:
            return _without_answer(node, answer)


def yes_or_no(word: str) -> str:
    """Return what yes and no are called."""
    words = {"yes": gettext("Yes"), "no": gettext("No"), "partly": gettext("Partly")}
    return words.get(word, word.capitalize())


def _checked(question: ChecklistQuestion, done: tuple[str, ...], partly: tuple[str, ...], direction: Direction) -> str:
    """Return how many items of a checklist are done, and how far up its ladder that leads."""
    said = {"done": len(done), "does": _done_word(direction)}
    parts = [ngettext("{done} of {count} item {does}", "{done} of {count} items {does}", len(question.items), **said)]
    parts += [ngettext("{count} partly", "{count} partly", len(partly))] if partly else []
    if question.score == "ladder":
        reached, top = question.rung_reached(done), question.top_rung
        parts.append(gettext("rung {rung} of {top}", rung=reached, top=top))
    return ", ".join(parts)


def _done_word(direction: Direction) -> str:
    return direction.pick(pgettext("of an item", "done"), pgettext("of an item", "ticked"))


def state_word(state: State) -> str:
    """Return what a state of an answer is called."""
    words = {
        State.ANSWERED: gettext("answered"),
        State.NOT_APPLICABLE: gettext("not applicable"),
        State.UNKNOWN: gettext("unknown"),
        State.UNANSWERED: gettext("unanswered"),
        State.HIDDEN: gettext("hidden"),
    }
    return words[state]


def confidence_word(confidence: str) -> str:
    """Return how sure a respondent is."""
    words = {
        "low": pgettext("confidence", "low"),
        "medium": pgettext("confidence", "medium"),
        "high": pgettext("confidence", "high"),
    }
    return words[confidence]


def _ticked_texts(question: MultipleQuestion, ticked: tuple[str, ...]) -> list[str]:
    return [option.text for option in question.options if option.id in ticked]


def _without_answer(node: NodeScore, answer: AnswerBase | None) -> str:
    if isinstance(answer, NotApplicable):
        return gettext("Not applicable")
    if isinstance(answer, Unknown):
        return gettext("Not known")
    return gettext("Not asked") if node.state is State.HIDDEN else gettext("Not answered")


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
            does = _done_word(node.direction)
            if not texts:
                return gettext("None of the items is {done}.", done=does)
            return sentence(f"{does.capitalize()}: {'; '.join(texts)}")
        case MultipleQuestion():
            answer = node.answer
            return sentence(
                "; ".join(_ticked_texts(question, getattr(answer, "options", ()))) or gettext("None of the options")
            )
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
            return ("", "") if node.ratio == 1 else (gettext("Best option"), best.text)
        case MultipleQuestion(options=options):
            ticked = getattr(node.answer, "options", ())
            texts = [option.text for option in options if option.id not in ticked and option.points]
            return (gettext("More options"), sentence("; ".join(texts))) if texts and node.ratio != 1 else ("", "")
        case NumberQuestion():
            return ("", "") if node.ratio == 1 else (gettext("Full score"), _best_value(question))
        case YesNoQuestion() | TextQuestion() | DateQuestion():
            return "", ""
        case _:
            assert_never(question)


def _next_items(question: ChecklistQuestion, node: NodeScore) -> tuple[str, str]:
    """Return the items that are still to be done; of a ladder, those of the next rung."""
    done = node.answer.done if isinstance(node.answer, ChecklistAnswer) else ()
    left = [item for item in question.items if item.id not in done]
    name = gettext("More items")
    if left and question.score == "ladder":
        rung = question.rung_reached(done) + 1
        left = [item for item in left if item.rung == rung]
        name = gettext("Rung {rung} of {top}", rung=rung, top=question.top_rung)
    texts = "; ".join(item.text for item in left)
    return (name, sentence(gettext("To do: {items}", items=texts))) if left else ("", "")


def _best_value(question: NumberQuestion) -> str:
    """Return the values that are worth everything, with their unit."""
    if question.bounds is not None:
        return _with_unit(question.bounds.best, question.unit)
    steps = question.steps or ()
    best = max(steps, key=lambda step: step.points)
    end = next((step.from_ for step in steps if step.from_ > best.from_ and step.points < best.points), None)
    if end is None:
        return gettext("From {value} on", value=_with_unit(best.from_, question.unit))
    low, high = _decimal(best.from_), _with_unit(end, question.unit)
    return gettext("From {low} to less than {high}", low=low, high=high)


def _worthless_value(question: NumberQuestion) -> str:
    """Return the values that are worth nothing, with their unit."""
    if question.bounds is not None:
        return _with_unit(question.bounds.worst, question.unit)
    steps = question.steps or ()
    if not steps[-1].points:
        return gettext("From {value} on", value=_with_unit(steps[-1].from_, question.unit))
    first = next(step.from_ for step in steps if step.points)
    return gettext("Below {value}", value=_with_unit(first, question.unit))


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
            left = "; ".join(item.text for item in items if item.id in ticked)
            return gettext("Fewer items"), sentence(gettext("To end: {items}", items=left))
        case ChoiceQuestion(options=options):
            return gettext("Best option"), min(options, key=lambda option: option.points).text
        case MultipleQuestion(options=options):
            ticked = set(getattr(node.answer, "options", (option.id for option in options)))
            texts = [option.text for option in options if option.id in ticked and option.points]
            return gettext("Fewer options"), sentence(gettext("To end: {items}", items="; ".join(texts)))
        case NumberQuestion():
            return gettext("No points"), _worthless_value(question)
        case _:
            return "", ""


def evidence_words(node: NodeScore) -> str:
    """Return how well an answer is backed, in a few words."""
    if node.state is not State.ANSWERED or node.answer is None:
        return ""
    pieces = len(node.answer.evidence)
    match node.evidence:
        case EvidenceState.IN_DATE:
            return ngettext("In date: {count} piece", "In date: {count} pieces", pieces)
        case EvidenceState.STALE if node.needs_evidence:
            return ngettext(
                "Out of date or undated: {count} piece, and this level needs it",
                "Out of date or undated: {count} pieces, and this level needs it",
                pieces,
            )
        case EvidenceState.STALE:
            return ngettext("Out of date or undated: {count} piece", "Out of date or undated: {count} pieces", pieces)
        case _ if node.needs_evidence:
            return gettext("Not given, and this level needs it")
        case _:
            return gettext("Not given")


def evidence_list(evidence: tuple[Evidence, ...]) -> tuple[str, ...]:
    """Return each piece of evidence with where it lies and for how long it holds."""
    return tuple(_piece(one) for one in evidence)


def _piece(one: Evidence) -> str:
    dates = [gettext("dated {date}", date=long_date(one.dated))] if one.dated else []
    dates += [gettext("valid until {date}", date=long_date(one.valid_until))] if one.valid_until else []
    parts = [one.title, *([one.ref] if one.ref else []), *([joined(dates)] if dates else [])]
    return ", ".join(parts) + (f". {one.note}" if one.note else "")
