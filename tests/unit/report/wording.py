"""Invented languages: every message is marked, longer than in English and full of accents; one runs right to left."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from readiness.report.inputs import ReportInput
from readiness.report.wording import Catalogue

OPEN, CLOSE = "⟦", "⟧"
_ACCENTS = str.maketrans("aeiouycnsAEIOUYCNS", "âëîôûÿçñšÂËÎÔÛŸÇÑŠ")
_WORD = re.compile("[A-Za-z]+")
_PLACE = re.compile(r"(\{\w+\})")


@dataclass(frozen=True)
class Pseudo(Catalogue):
    """Has a translation of everything."""

    def text(self, context: str, message: str) -> str:  # noqa: ARG002
        return pseudo(message)

    def text_for(self, context: str, one: str, more: str, number: int) -> str:  # noqa: ARG002
        return pseudo(one if number == 1 else more)


def pseudo(message: str) -> str:
    """Return a message with accents, each word half as long again, between brackets; its places stay."""
    if not re.search("[A-Za-z]{2}", _PLACE.sub("", message)):
        return message
    parts = [part if _PLACE.fullmatch(part) else _WORD.sub(_longer, part) for part in _PLACE.split(message)]
    return f"{OPEN}{''.join(parts)}{CLOSE}"


def _longer(word: re.Match[str]) -> str:
    return word[0].translate(_ACCENTS) + "ŵ" * (len(word[0]) // 2)


def in_pseudo(given: ReportInput, language: str) -> ReportInput:
    """Return what a report is made of, in an invented language that goes by a real tag."""
    return replace(given, wording=Pseudo(language), framework=given.framework.changed(language=language))
