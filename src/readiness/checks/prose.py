"""The texts of a framework that people read, and what makes two of them the same, or one of them empty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from readiness.model.answers import ChecklistQuestion, ChoiceQuestion, LevelQuestion, MultipleQuestion, Question

if TYPE_CHECKING:
    from readiness.checks.outline import Outline
    from readiness.diagnostics import Path

__all__ = ["essence", "excerpt", "is_placeholder", "question_texts", "texts"]

_PUNCTUATION = ".,;:!?…·\"'“”‘’„«»‹›()[]{}¿¡、。，．！？；：（）「」_*`"  # noqa: RUF001  other scripts have their own
_DASHES = "-‐‑‒–—"  # noqa: RUF001  people write them all
_UNFINISHED = re.compile(
    r"(?:tbd|tbc|tba|todo|fixme|xxx+)\b.*|lorem ipsum\b.*|placeholder|coming soon|n/?a|"
    r"(?:insert|enter|write|your) text(?: here)?|"
    r"to be (?:added|completed|confirmed|decided|defined|determined|done|written)|"
    r"à (?:compléter|définir)|da (?:completare|definire)|por definir|a definir|noch zu (?:klären|definieren)",
    re.DOTALL,
)
_MAY_BE = re.compile(
    r"[\W_]*(?:$|tb|todo|fixme|xxx|lorem|placeholder|coming|n/?a|insert|enter|write|your|to be|à|da|por|a |noch)|\s*<",
    re.IGNORECASE,
)
"""How everything begins that the two patterns beside it take for a placeholder; most texts begin otherwise."""
_IN_ANGLE_BRACKETS = re.compile(r"\s*<[^<>]*>\s*")
_BEGINNING = 80
"""Characters that show whether a text stands for another."""
_SHOWN = 60


def essence(text: str) -> str:
    """Return a text without what does not change its sense: capitals, spacing, punctuation around words.

    Signs that do are kept: a minus, a per cent sign, less than, the points within a number.
    """
    words = [word if word.isalnum() else word.strip(_PUNCTUATION) for word in text.casefold().split()]
    return " ".join([word for word in words if word.isalnum() or word.strip(_DASHES)])


def is_placeholder(text: str) -> bool:
    """Tell whether a text stands for one that is still to be written, or says nothing at all."""
    if not _MAY_BE.match(text):
        return False
    kept = essence(text[:_BEGINNING]) or essence(text)
    return not kept or bool(_UNFINISHED.fullmatch(kept) or _IN_ANGLE_BRACKETS.fullmatch(text))


def excerpt(text: str, limit: int = _SHOWN) -> str:
    """Return a text on one line, cut at a word where it is long."""
    line = "".join(letter for letter in " ".join(text.split()) if letter.isprintable())
    if len(line) <= limit:
        return line
    beginning = line[:limit]
    return (beginning.rpartition(" ")[0] or beginning).rstrip(_PUNCTUATION) + "…"


def question_texts(question: Question) -> Iterator[tuple[Path, str]]:
    """Yield what somebody reads who answers a question, each with its path within the question."""
    yield ("ask",), question.ask
    if question.why is not None:
        yield ("why",), question.why
    match question:
        case LevelQuestion(levels=levels):
            yield from ((("levels", level), levels[level]) for level in sorted(levels))
        case ChecklistQuestion(items=items):
            yield from ((("items", i, "text"), item.text) for i, item in enumerate(items))
        case ChoiceQuestion(options=options) | MultipleQuestion(options=options):
            yield from ((("options", i, "text"), option.text) for i, option in enumerate(options))
        case _:
            pass
    yield from ((("good-enough-when", level), text) for level, text in question.good_enough_when.items())
    if question.basis is not None:
        yield ("basis",), question.basis


def texts(outline: Outline) -> Iterator[tuple[Path, str]]:
    """Yield every text of a framework that a reader of the questions or of the report meets."""
    framework = outline.framework
    yield ("title",), framework.title
    if framework.description is not None:
        yield ("description",), framework.description
    for path, area in outline.areas:
        yield (*path, "title"), area.title
        if area.description is not None:
            yield (*path, "description"), area.description
    for path, question in outline.questions:
        yield (*path, "topic"), question.topic
        yield from (((*path, *within), text) for within, text in question_texts(question))
    yield from (((*path, "because"), gate.because) for path, gate in outline.gates)
    for id_, profile in framework.targets.items():
        yield ("targets", id_, "title"), profile.title
        yield from ((("targets", id_, "switches", i, "because"), one.because) for i, one in enumerate(profile.switches))
    for index, action in enumerate(framework.actions):
        written = (("title", action.title), ("why", action.why), ("delivers", action.delivers))
        yield from ((("actions", index, key), text) for key, text in written if text is not None)
