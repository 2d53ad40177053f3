"""Words as people write them: plurals, lists, dates, short forms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

__all__ = [
    "capitalised",
    "counted",
    "first_sentence",
    "joined",
    "long_date",
    "many",
    "month_year",
    "named",
    "number_word",
    "part_of",
    "plural",
    "sentence",
    "shortened",
    "sized",
]

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[^a-z\s])")
_BOTH = 2
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""Not from the locale: the report says the same on every machine."""


def number_word(number: int) -> str:
    """Return a small number in words, a larger one in digits."""
    return _WORDS[number] if number < len(_WORDS) else f"{number:,}"


def plural(number: int, one: str, more: str | None = None) -> str:
    """Return the noun that goes with a number."""
    return one if number == 1 else more or f"{one}s"


def many(word: str) -> str:
    """Return the plural of what an area is called: capabilities, dimensions."""
    return f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"


def named(names: Sequence[str]) -> str:
    """Return names as they stand in a sentence, in quotation marks when one of them has an `and` of its own."""
    if len(names) > 1 and any(" and " in name for name in names):
        return joined([f"“{name}”" for name in names])
    return joined(names)


def sized(number: int, one: str, more: str | None = None) -> str:
    """Return a number in digits with its noun: 1 question, 3 questions."""
    return f"{number:,} {plural(number, one, more)}"


def joined(parts: Sequence[str], last: str = "and") -> str:
    """Return a list as it stands in a sentence: a, b and c."""
    if len(parts) < 2:  # noqa: PLR2004  nothing to join
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def counted(number: int, one: str, more: str | None = None) -> str:
    """Return a number in words with its noun: one question, three questions."""
    return f"{number_word(number)} {plural(number, one, more)}"


def part_of(number: int, total: int, word: str) -> str:
    """Return a part of a whole, to begin a sentence with: Three of four gates, Both gates, The gate."""
    if number == total == 1:
        return f"The {word}"
    if number == total:
        return f"{'Both' if total == _BOTH else f'All {number_word(total)}'} {many(word)}"
    return f"{capitalised(number_word(number))} of {number_word(total)} {word if total == 1 else many(word)}"


def capitalised(text: str) -> str:
    """Return the text with a capital at the start, all else as it is."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """Return the text with a full stop, unless it ends in a mark of its own."""
    stripped = text.rstrip()
    return stripped if stripped.endswith((".", "!", "?", "…", ":")) else f"{stripped}."


def shortened(text: str, limit: int) -> str:
    """Return the text, cut between words and marked with an ellipsis when it is longer than the limit."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    space = head.rfind(" ")
    return f"{(head[:space] if space > limit // 2 else head).rstrip(' ,;:.')}…"


def first_sentence(text: str, limit: int) -> str:
    """Return the first sentence of a text, shortened when it is longer than the limit."""
    return shortened(_SENTENCE_END.split(" ".join(text.split()), maxsplit=1)[0], limit)


def long_date(day: date) -> str:
    """Return a date as 20 November 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def month_year(day: date) -> str:
    """Return a month as January 2027."""
    return f"{_MONTHS[day.month - 1]} {day.year}"
