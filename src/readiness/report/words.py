"""Words as people write them: plurals, lists, dates, short forms."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import accumulate
from unicodedata import east_asian_width

from readiness.report.wording import ENGLISH, gettext, ngettext, pgettext, spoken

__all__ = [
    "capitalised",
    "counted",
    "first_sentence",
    "joined",
    "long_date",
    "lowered",
    "many",
    "month_year",
    "named",
    "narrowed",
    "number_word",
    "part_of",
    "part_of_actions",
    "part_of_gates",
    "part_of_questions",
    "plural",
    "quarter_text",
    "sentence",
    "short_quarter_text",
    "shortened",
    "sized",
]

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[^a-z\s])")
_BOTH = 2
_VOWELS = "aeiouwyâêîôûŵŷáéíóúẃýàèìòùẁỳäëïöüẅÿ"


def _months() -> tuple[str, ...]:
    """Return the months; not from the locale, so that the report says the same on every machine."""
    return (
        pgettext("month", "January"),
        pgettext("month", "February"),
        pgettext("month", "March"),
        pgettext("month", "April"),
        pgettext("month", "May"),
        pgettext("month", "June"),
        pgettext("month", "July"),
        pgettext("month", "August"),
        pgettext("month", "September"),
        pgettext("month", "October"),
        pgettext("month", "November"),
        pgettext("month", "December"),
    )


def number_word(number: int) -> str:
    """Return a small number in words, a larger one in digits; languages may have digits for all."""
    words = (
        pgettext("number", "no"),
        pgettext("number", "one"),
        pgettext("number", "two"),
        pgettext("number", "three"),
        pgettext("number", "four"),
        pgettext("number", "five"),
        pgettext("number", "six"),
        pgettext("number", "seven"),
        pgettext("number", "eight"),
        pgettext("number", "nine"),
        pgettext("number", "ten"),
        pgettext("number", "eleven"),
        pgettext("number", "twelve"),
    )
    return words[number] if number < len(words) else f"{number:,}"


def plural(number: int, one: str, more: str | None = None) -> str:
    """Return the noun that goes with a number."""
    return one if number == 1 else more or f"{one}s"


def many(word: str) -> str:
    """Return the plural of what an area is called: capabilities, dimensions.

    Frameworks name one only. Where plurals are not made as in English it stands for several, too.
    """
    if spoken().language != ENGLISH.language:
        return word
    return f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"


def named(names: Sequence[str]) -> str:
    """Return names as they stand in a sentence, in quotation marks when one of them has an `and` of its own."""
    if len(names) > 1 and any(_and("", "") in name for name in names):
        return joined([f"“{name}”" for name in names])
    return joined(names)


def sized(number: int, one: str, more: str | None = None) -> str:
    """Return a number in digits with its noun: 1 question, 3 questions."""
    return f"{number:,} {plural(number, one, more)}"


def joined(parts: Sequence[str], last: str = "and") -> str:
    """Return a list as it stands in a sentence: a, b and c."""
    if len(parts) < 2:  # noqa: PLR2004  nothing to join
        return "".join(parts)
    before = pgettext("between the parts of a list", ", ").join(parts[:-1])
    return _or(before, parts[-1]) if last == "or" else _and(before, parts[-1])


def _and(first: str, last: str) -> str:
    """Return two parts with what joins them; languages may join otherwise before a vowel."""
    if last[:1].lower() in set(_VOWELS):
        return pgettext("list, the last part begins with a vowel", "{first} and {last}", first=first, last=last)
    return pgettext("list", "{first} and {last}", first=first, last=last)


def _or(first: str, last: str) -> str:
    return pgettext("list", "{first} or {last}", first=first, last=last)


def counted(number: int, one: str, more: str | None = None) -> str:
    """Return a number in words with its noun: one question, three questions."""
    return f"{number_word(number)} {plural(number, one, more)}"


def part_of(number: int, total: int, word: str, words: str | None = None) -> str:
    """Return a part of a whole, to begin a sentence with: Three of four gates, Both gates, The gate.

    Args:
        number: How many of them.
        total: How many there are.
        word: What one is called.
        words: What several are called, where that is not made as English makes it.
    """
    if words is not None:
        return _part_of_counted(number, total, word, words)
    said = {"word": word, "words": many(word), "total": number_word(total)}
    if number == total == 1:
        return gettext("The {word}", **said)
    if number == total == _BOTH:
        return gettext("Both {words}", **said)
    if number == total:
        return gettext("All {total} {words}", **said)
    count = capitalised(number_word(number))
    return ngettext("{number} of {total} {word}", "{number} of {total} {words}", total, number=count, **said)


def _part_of_counted(number: int, total: int, word: str, words: str) -> str:
    said = {"word": word, "words": words, "total": number_word(total)}
    if number == total == 1:
        return pgettext("counted", "The {word}", **said)
    if number == total == _BOTH:
        return pgettext("counted", "Both {words}", **said)
    if number == total:
        return pgettext("counted", "All {total} {words}", **said)
    count = capitalised(number_word(number))
    return pgettext("counted", "{number} of {total} {words}", number=count, **said)


def part_of_questions(number: int, total: int) -> str:
    """Return a part of all questions, to begin a sentence with: Three of four questions."""
    return part_of(number, total, pgettext("counted", "question"), pgettext("counted", "questions"))


def part_of_gates(number: int, total: int) -> str:
    """Return a part of all gates, to begin a sentence with: Three of four gates."""
    return part_of(number, total, pgettext("counted", "gate"), pgettext("counted", "gates"))


def part_of_actions(number: int, total: int) -> str:
    """Return a part of all actions, to begin a sentence with: All four actions."""
    return part_of(number, total, pgettext("counted", "action"), pgettext("counted", "actions"))


def capitalised(text: str) -> str:
    """Return the text with a capital at the start, all else as it is."""
    return text[:1].upper() + text[1:]


def lowered(text: str) -> str:
    """Return the text with a small letter at the start, as it stands within a sentence; all else as it is."""
    return text[:1].lower() + text[1:]


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


def narrowed(text: str, columns: int) -> str:
    """Return the text, shortened when it takes more columns of a line; a Chinese sign takes two, a Latin letter one."""
    taken = list(accumulate(2 if east_asian_width(sign) in "WF" else 1 for sign in text))
    return text if not taken or taken[-1] <= columns else shortened(text, bisect_right(taken, columns))


def first_sentence(text: str, limit: int) -> str:
    """Return the first sentence of a text, shortened when it is longer than the limit."""
    return shortened(_SENTENCE_END.split(" ".join(text.split()), maxsplit=1)[0], limit)


def long_date(day: date) -> str:
    """Return a date as 20 November 2026."""
    return pgettext("date", "{day} {month} {year}", day=day.day, month=_months()[day.month - 1], year=day.year)


def month_year(day: date) -> str:
    """Return a month as January 2027."""
    return pgettext("date", "{month} {year}", month=_months()[day.month - 1], year=day.year)


def quarter_text(label: str) -> str:
    """Return the label of a quarter of the plan, Q1 2027, or of the month in which one begins, Jan 2027."""
    name, _, year = label.partition(" ")
    if name.startswith("Q"):
        return pgettext("date", "Q{quarter} {year}", quarter=name[1:], year=year)
    return pgettext("date", "{month} {year}", month=_short_months()[name], year=year)


def short_quarter_text(label: str) -> str:
    """Return the label of a quarter without its year."""
    name = label.partition(" ")[0]
    return pgettext("date", "Q{quarter}", quarter=name[1:]) if name.startswith("Q") else _short_months()[name]


def _short_months() -> Mapping[str, str]:
    """Return the short names of the months by the English ones."""
    return {
        "Jan": pgettext("short month", "Jan"),
        "Feb": pgettext("short month", "Feb"),
        "Mar": pgettext("short month", "Mar"),
        "Apr": pgettext("short month", "Apr"),
        "May": pgettext("short month", "May"),
        "Jun": pgettext("short month", "Jun"),
        "Jul": pgettext("short month", "Jul"),
        "Aug": pgettext("short month", "Aug"),
        "Sep": pgettext("short month", "Sep"),
        "Oct": pgettext("short month", "Oct"),
        "Nov": pgettext("short month", "Nov"),
        "Dec": pgettext("short month", "Dec"),
    }
