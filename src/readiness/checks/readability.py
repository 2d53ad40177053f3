"""How hard a text is to read, by published formulas that need no dictionary.

English is measured as a Flesch-Kincaid grade, the other languages for which newspapers have been measured as LIX.
docs/decisions/0007-reading-ease.md says why these, and how well they do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

__all__ = ["READABLE_LANGUAGES", "Prose", "Reading", "language_of", "measure", "read"]

_NEWSPAPERS: Mapping[str, int] = MappingProxyType(
    {
        "sv": 47,
        "no": 48,
        "nb": 48,
        "nn": 48,
        "da": 51,
        "fr": 55,
        "de": 59,
        "it": 65,
        "ru": 65,
        "es": 67,
        "pt": 70,
        "fi": 72,
    }
)
"""LIX of ordinary newspapers by language: C. H. Björnsson, Reading Research Quarterly 18 (1983), pages 480-497."""
READABLE_LANGUAGES = frozenset({"en", *_NEWSPAPERS})
"""Languages, as BCP 47 primary subtags, for which there is a measure."""

_SAMPLE = 100
"""Words that make a measure reliable: the length of sample for which Flesch made his formula."""
_SHORT_SAMPLE = 25
_GRADE_LIMIT = 10.0
_SHORT_GRADE_LIMIT = 13.0
_LONG_WORD = 7
"""Letters from which LIX calls a word long: more than six."""
_YEARS_BEFORE_SCHOOL = 5
_AGE_OF_GRADUATES = 22
"""Beyond it the formula tells nothing more about readers."""

_CLOSING = r"[\"'”’»)\]]*+\s++"
_SENTENCE_END = re.compile(
    # a full stop before a small letter ends an abbreviation
    rf"(?<![.…])[.…]++{_CLOSING}(?![a-zà-öø-ÿ])|(?<![!?;:])[!?;:]++{_CLOSING}|\n\s*\n"
)
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_VOWELS = re.compile(r"[aeiouyáàâäéèêëíîïóôöúûü]+")
_SILENT_ENDING = re.compile(r"(?<=[^laeiouy])e$|(?<=[aeiouyr])le$|(?<=[^tdaeiouy])ed$|(?<=[^aeiouysxzcgh])es$")


@dataclass(frozen=True, slots=True)
class Prose:
    """A text as words in sentences."""

    sentences: tuple[tuple[str, ...], ...]
    """The words of each sentence; none is empty."""
    words: int
    """All words, names too."""
    plain: tuple[str, ...]
    """The words that are no names, in small letters: a reader cannot be spared the name of a product or a standard."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How hard a text is, beside how hard it may be."""

    formula: str
    value: float
    limit: float

    @property
    def is_hard(self) -> bool:
        """Whether the text is harder than it may be."""
        return self.value >= self.limit

    @property
    def age(self) -> int:
        """The age in years at which people read texts of this school grade; no more than that of graduates."""
        return min(int(self.value) + _YEARS_BEFORE_SCHOOL, _AGE_OF_GRADUATES)


def language_of(tag: str) -> str:
    """Return the language of a BCP 47 tag: `en` of `en-GB`."""
    return tag.replace("_", "-").partition("-")[0].casefold()


def read(texts: Iterable[str], language: str) -> Prose:
    """Return texts as sentences; a text ends one even without a full stop."""
    parts = (part for text in texts for part in _SENTENCE_END.split(text))
    sentences = tuple(words for part in parts if (words := tuple(_WORD.findall(part))))
    plain = tuple(
        word.casefold()
        for sentence in sentences
        for place, word in enumerate(sentence)
        if not _is_name(word, may_begin_large=place == 0 or language == "de")
    )
    return Prose(sentences, sum(map(len, sentences)), plain)


def _is_name(word: str, *, may_begin_large: bool) -> bool:
    """Tell whether a word looks like a name: capitals where ordinary words have none, or digits."""
    if word.isalpha() and word.islower():
        return False
    ordinary = word[1:] if may_begin_large else word
    return ordinary != ordinary.lower() or any(letter.isdigit() for letter in word)


def measure(prose: Prose, language: str) -> Reading | None:
    """Return how hard a text is, or None when it is too short to say, or in a language without a measure."""
    if language == "en" and prose.words >= _SHORT_SAMPLE and prose.plain:
        limit = _GRADE_LIMIT if prose.words >= _SAMPLE else _SHORT_GRADE_LIMIT
        return Reading("Flesch-Kincaid grade", _grade(prose), limit)
    if language in _NEWSPAPERS and prose.words >= _SAMPLE and prose.plain:
        return Reading("LIX", _lix(prose), _NEWSPAPERS[language])
    return None


def _grade(prose: Prose) -> float:
    """Return the school grade, in the United States, whose pupils understand a text.

    J. P. Kincaid and others, Derivation of new readability formulas for Navy enlisted personnel, Research Branch
    Report 8-75 (1975): 0.39 words a sentence + 11.8 syllables a word - 15.59.
    """
    syllables = sum(map(syllables_of, prose.plain))
    return 0.39 * prose.words / len(prose.sentences) + 11.8 * syllables / len(prose.plain) - 15.59


def _lix(prose: Prose) -> float:
    """Return words a sentence + the share, in per cent, of words of more than six letters.

    C. H. Björnsson, Läsbarhet (1968).
    """
    long_words = sum(len(word) >= _LONG_WORD for word in prose.plain)
    return prose.words / len(prose.sentences) + 100 * long_words / len(prose.plain)


@lru_cache(maxsize=20_000)
def syllables_of(word: str) -> int:
    """Return the syllables of an English word in small letters: its groups of vowels, less a silent ending."""
    groups = len(_VOWELS.findall(word))
    return max(1, groups - bool(_SILENT_ENDING.search(word)))
