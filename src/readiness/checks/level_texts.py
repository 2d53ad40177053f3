"""Every level is described, in words of its own, and every question says why it is asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readiness.checks.finding import Finding
from readiness.checks.outline import Outline
from readiness.checks.prose import essence, is_placeholder
from readiness.model.answers import LevelQuestion

if TYPE_CHECKING:
    from readiness.diagnostics import Path

__all__ = ["check_level_texts"]


def check_level_texts(outline: Outline) -> Iterator[Finding]:
    """Find questions without a text for a level, with the same text twice, or without a reason."""
    wanted = [step.level for step in outline.framework.scale.levels]
    for path, question in outline.questions:
        if question.why is None and question.scored:
            yield Finding(
                "RF502",
                path,
                f"`{question.id}` does not say why it matters",
                at_key=True,
                help="add `why:` with one or two sentences",
            )
        if not isinstance(question, LevelQuestion):
            continue
        missing = [str(level) for level in wanted if level not in question.levels]
        if missing:
            message = f"`{question.id}` has no text for level {', '.join(missing)}"
            yield Finding(
                "RF202", (*path, "levels"), message, at_key=True, help=f"add `{missing[0]}: …` below `levels:`"
            )
        yield from _repeated_texts(path, question)


def _repeated_texts(path: Path, question: LevelQuestion) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for level, text in sorted(question.levels.items()):
        words = essence(text)
        if is_placeholder(text):
            continue
        if words in first:
            yield Finding(
                "RF501",
                (*path, "levels", level),
                f"levels {first[words]} and {level} of `{question.id}` have the same text",
                related=(((*path, "levels", first[words]), "the same text"),),
                help=f"say what level {level} has that level {first[words]} has not",
            )
        first.setdefault(words, level)
    for level, text in question.good_enough_when.items():
        if (repeated := first.get(essence(text))) is not None:
            yield Finding(
                "RF510",
                (*path, "good-enough-when", level),
                f"`good-enough-when` of `{question.id}` repeats the text of level {repeated}",
                related=(((*path, "levels", repeated), "the same text"),),
                help=f"name the circumstances in which an organisation may stop at level {level}",
            )
