"""The fonts of a PDF: those that come with the tool, whatever the machine has."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from readiness.resources import templates_dir

__all__ = ["font", "font_configuration"]

_FOLDER = "fonts"
_SETTINGS = "FONTCONFIG_FILE"
_VARIATIONS = frozenset(range(0xFE00, 0xFE10))
"""Signs that ask for a variant of the one before."""
_INVISIBLE = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs"})
"""Categories of characters that need no glyph, or have none in any font."""


def font(address: str) -> bytes | None:
    """Return one of the bundled fonts by the address that style sheets give it."""
    known = {f"asset:{path.name}": path for path in (templates_dir() / _FOLDER).glob("*.ttf")}
    return known[address].read_bytes() if address in known else None


def font_configuration(text: str) -> Any:  # noqa: ANN401  weasyprint ships no types
    """Return what WeasyPrint finds fonts by.

    The bundled ones alone, so that each machine makes the same pages. Only where a text has a character that none of
    them draws may those of the machine help: a page that reads is worth more than one that is the same elsewhere.
    """
    from weasyprint.text.fonts import FontConfiguration

    if draws(text):
        with _nothing_installed():
            return FontConfiguration()
    return FontConfiguration()


def draws(text: str) -> bool:
    """Tell whether the bundled fonts have a glyph for each character that needs one."""
    signs = {one for one in set(text) if unicodedata.category(one) not in _INVISIBLE}
    return {ord(one) for one in signs} <= _drawn() | _VARIATIONS


@cache
def _drawn() -> frozenset[int]:
    """Return the characters that the bundled fonts have glyphs for."""
    from fontTools.ttLib import TTFont

    drawn: set[int] = set()
    for path in sorted((templates_dir() / _FOLDER).glob("*.ttf")):
        with TTFont(path, lazy=True) as face:
            drawn.update(face.getBestCmap())
    return frozenset(drawn)


@contextmanager
def _nothing_installed() -> Iterator[None]:
    """Let fontconfig, which reads its settings when it starts, find none of the machine's fonts and rules."""
    before = os.environ.get(_SETTINGS)
    os.environ[_SETTINGS] = str(templates_dir() / _FOLDER / "only-these.conf")
    try:
        yield
    finally:
        if before is None:
            del os.environ[_SETTINGS]
        else:
            os.environ[_SETTINGS] = before
