"""A language that reports can be written in: its messages, its plural forms, and how it writes numbers and dates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from gettext import c2py
from pathlib import Path
from types import MappingProxyType

from readiness.report.wording.po import header_of, read_po

__all__ = ["CATALOGUES", "ENGLISH", "Catalogue", "catalogue_for", "direction_of", "languages", "made_of"]

CATALOGUES = Path(__file__).parent / "catalogues"
"""Where the PO files lie, each called by its language."""
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})
"""The languages whose usual script runs from right to left."""
_RIGHT_TO_LEFT_SCRIPTS = frozenset({"Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Syrc", "Thaa"})


@dataclass(frozen=True)
class Catalogue:
    """The fixed wording of reports in one language."""

    language: str
    """The BCP 47 tag."""
    form: Callable[[int], int] = lambda number: int(number != 1)
    """Which plural form a number takes."""
    messages: Mapping[tuple[str, str], Mapping[int, str]] = field(default_factory=lambda: MappingProxyType({}))
    """By context and English text: the translation in each plural form."""

    def text(self, context: str, message: str) -> str:
        """Return a message in this language; in English where it has no translation."""
        return self.messages.get((context, message), {}).get(0) or message

    def text_for(self, context: str, one: str, more: str, number: int) -> str:
        """Return the form of a message that goes with a number."""
        said = self.messages.get((context, one), {}).get(self.form(number))
        return said or (one if number == 1 else more)


ENGLISH = Catalogue("en")
"""The language that the messages are written in."""


def languages() -> tuple[str, ...]:
    """Return the tags of the languages in which reports can be written, sorted."""
    return tuple(sorted({ENGLISH.language, *(path.stem for path in CATALOGUES.glob("*.po"))}))


def catalogue_for(language: str) -> Catalogue | None:
    """Return the catalogue of a language, or of the language of which it is a variant: `cy-GB` is Welsh."""
    for tag in (language, language.partition("-")[0]):
        if tag == ENGLISH.language:
            return ENGLISH
        if tag in languages():
            return _read(tag)
    return None


@cache
def _read(tag: str) -> Catalogue:
    return made_of((CATALOGUES / f"{tag}.po").read_text(encoding="utf-8"))


def made_of(text: str) -> Catalogue:
    """Return the catalogue that a PO file holds; guesses that nobody has looked at are left out."""
    entries = read_po(text)
    header = header_of(next(entries))
    plural = header["Plural-Forms"].partition("plural=")[2].rstrip("; ")
    return Catalogue(
        language=header["Language"],
        form=c2py(plural),
        messages={(one.context, one.message): one.texts for one in entries if not one.is_fuzzy},
    )


def direction_of(language: str) -> str:
    """Return the direction in which a language is written: `ltr` or `rtl`."""
    first, *others = language.split("-")
    scripts = [part for part in others if len(part) == 4]  # noqa: PLR2004  ISO 15924
    is_rtl = scripts[0] in _RIGHT_TO_LEFT_SCRIPTS if scripts else first in _RIGHT_TO_LEFT
    return "rtl" if is_rtl else "ltr"
