"""The question that is asked, as it is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from readiness.cli.console import Console, Line, Styled
from readiness.cli.interview.said import asked_of, beside_words, detail_words, place_words, short
from readiness.cli.paragraphs import paragraph
from readiness.cli.text import padded, width_of
from readiness.interview.details import detail_value
from readiness.interview.recording import numbered
from readiness.interview.state import State
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
    NumberQuestion,
    Question,
    YesNoQuestion,
)

__all__ = ["Option", "options_of", "prompt_of", "question_lines"]

_HINT = "? about it | b back | s skip | n note | e evidence | help | q save and quit"
_HINT_PLAIN = "Type ? for what helps, b to go back, s to skip, help for more, q to save and quit."


class Option(NamedTuple):
    """One thing that can be answered."""

    typed: str
    """What is typed for it."""
    text: str
    id: str


def options_of(question: Question) -> Sequence[Option]:
    """Return what can be answered, with what is typed for it; nothing where anything can be typed."""
    match question:
        case LevelQuestion(levels=levels):
            return [Option(str(level), text, str(level)) for level, text in sorted(levels.items())]
        case ChecklistQuestion(items=parts) | ChoiceQuestion(options=parts) | MultipleQuestion(options=parts):
            typed = dict(zip(numbered(question), map(str, range(1, len(parts) + 1)), strict=False))
            return [Option(typed.get(part.id, part.id), part.text, part.id) for part in parts]
        case _:
            return ()


def question_lines(state: State, console: Console, *, is_first: bool) -> Iterator[Line]:
    """Yield what is asked now, with everything that can be answered and what is recorded."""
    yield ("",)
    if state.detail is not None:
        yield from _detail(state, console)
    elif state.question is not None:
        yield from _header(state, console)
        first = f"{state.question.id}: " if console.is_plain else f"{state.question.id}  "
        yield from paragraph(state.question.ask, console, "  ", first, style="strong")
        yield from _options(state, state.question, console)
        yield from _recorded(state, console)
    if is_first or state.setting.facilitated:
        yield from _hint(state, console)


def _detail(state: State, console: Console) -> Iterator[Line]:
    detail = state.detail
    assert detail is not None
    yield (Styled("About the organisation", "faint"),)
    yield from paragraph(detail.ask, console, "  ", "", style="strong")
    value = detail_value(state.assessment.organisation, detail)
    if value is not None:
        yield from paragraph(f"Recorded: {detail_words(value)}", console, "  ", "  ")
    elif state.proposed_detail is not None:
        yield from paragraph(f"Last time: {detail_words(state.proposed_detail)}", console, "  ", "  ")


def _header(state: State, console: Console) -> Iterator[Line]:
    """Yield where the question stands: in its area, and among all that are asked."""
    place, overall = place_words(state.framework, state.at.id), state.asked
    top = state.framework.placed[state.at.id][1][:1]
    inside = [id_ for id_ in overall if state.framework.placed[id_][1][:1] == top]
    within = f"question {inside.index(state.at.id) + 1} of {len(inside)}" if state.at.id in inside else "not asked now"
    count = (
        f"{within}, {overall.index(state.at.id) + 1} of {len(overall)} overall" if state.at.id in overall else within
    )
    if console.is_plain:
        yield from paragraph(f"{', '.join(place)}. {count.capitalize()}.", console)
        return
    left = " > ".join(place)
    space = console.width - width_of(count) - 2
    if width_of(left) <= space:
        yield (Styled(f"{padded(left, space)}  {count}", "faint"),)
    else:
        yield from paragraph(f"{left} - {count}", console, "  ", "", style="faint")


def _options(state: State, question: Question, console: Console) -> Iterator[Line]:
    options = options_of(question)
    widest = max((width_of(one.typed) for one in options), default=0)
    marked = _marked(state.answer or state.proposal)
    for one in options:
        mark = "*" if one.id in marked else "~" if f"{one.id}~" in marked else " "
        first = f"{one.typed}: " if console.is_plain else f"{mark:>3} {padded(one.typed, widest, right=True)}  "
        yield from paragraph(one.text, console, " " * width_of(first), first)
        if state.setting.facilitated and not console.is_plain:
            yield ("",)


def _marked(answer: AnswerBase | None) -> frozenset[str]:
    """Return the options that are recorded, and with a `~` those that are partly done."""
    match answer:
        case LevelAnswer(level=level):
            return frozenset({str(level)})
        case ChoiceAnswer(option=option):
            return frozenset({option})
        case MultipleAnswer(options=options):
            return frozenset(options)
        case ChecklistAnswer(done=done, partly=partly):
            return frozenset(done) | {f"{id_}~" for id_ in partly}
        case _:
            return frozenset()


def _recorded(state: State, console: Console) -> Iterator[Line]:
    """Yield what is recorded, or what was answered last time."""
    answer = state.answer or state.proposal
    if answer is None:
        return
    said = [] if state.is_open(state.at) and not state.proposal else [short(answer)]
    label = "Last time" if state.proposal is not None else "Recorded"
    yield from paragraph("; ".join([*said, *beside_words(answer)]) or short(answer), console, "  ", f"  {label}: ")


def _hint(state: State, console: Console) -> Iterator[Line]:
    hint = _HINT_PLAIN if console.is_plain else _HINT
    if state.setting.facilitated and state.question is not None:
        hint = f"vote NAME ANSWER for each person, then the agreed answer, or Enter. {hint}"
    for line in paragraph(hint, console, "  ", "  "):
        yield (Styled("".join(str(part) for part in line), "faint"),)


def prompt_of(state: State, console: Console) -> tuple[str, str]:
    """Return what stands before the cursor: what can be typed, and what Enter does; on a line above it when long."""
    can, name = _says(state)
    if console.is_plain:
        return "", f"{name or 'Answer'} ({can}): "
    prompt = f"{name} [{can}] > " if name else f"[{can}] > "
    if width_of(prompt) <= console.width * 2 // 3:
        return "", prompt
    return f"[{can}]", f"{name} > " if name else "> "


def _says(state: State) -> tuple[str, str]:
    """Return what can be typed, and the id of what is asked."""
    if state.detail is not None:
        keeps = "keeps it" if not state.is_open(state.at) else "" if state.detail.is_needed else "goes on without"
        keeps = keeps if state.proposed_detail is None else "takes last time's"
        return "; ".join([asked_of(state.detail), *([f"Enter {keeps}"] if keeps else [])]), ""
    if state.question is None:
        return "Enter finishes", ""
    can = _can_be_typed(state.question, state)
    if state.proposal is not None:
        can += "; Enter takes last time's answer"
    elif not state.is_open(state.at):
        can += "; Enter keeps it"
    return can, state.question.id


def _can_be_typed(question: Question, state: State) -> str:
    options = options_of(question)
    match question:
        case LevelQuestion():
            return f"{state.framework.scale.lowest} to {state.framework.scale.highest}"
        case ChecklistQuestion():
            return "what is done, such as 1 2~; ~ for partly, - for none"
        case ChoiceQuestion():
            return f"{options[0].typed} to {options[-1].typed}" if numbered(question) else "one of them"
        case MultipleQuestion():
            return "all that apply, such as 1 2; - for none"
        case YesNoQuestion():
            return "yes or no"
        case NumberQuestion(unit=unit):
            return f"a number; unit: {unit}"
        case _:
            return "a day such as 2026-11-20" if question.type == "date" else "a sentence or two"
