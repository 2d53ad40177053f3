"""The words of a page, read as a program reads them that copies text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pikepdf

__all__ = ["drawn", "words_of"]

_PAIR = re.compile(rb"<([0-9a-f]{4})> <((?:[0-9a-f]{4})+)>", re.IGNORECASE)
_MOST_DRAWN = 20_000_000
"""Bytes of instructions for one page; a full page of a report has some hundred thousand."""
_SHOWS = frozenset({"Tj", "TJ"})
_BOUNDARY = frozenset({"ET", "EMC"})


def drawn(page: pikepdf.Page) -> bytes:
    """Return everything that is drawn on a page, as instructions.

    Raises:
        ValueError: it is more than any page of a report draws; a page can name one long part a thousand times.
    """
    import pikepdf

    contents: Any = page.obj.get("/Contents", pikepdf.Array())
    parts = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    read = list[bytes]()
    for part in parts:
        read.append(bytes(part.read_bytes()))
        if sum(map(len, read)) > _MOST_DRAWN:
            raise ValueError("a page draws more than any page of a report")
    return b"\n".join(read)


def words_of(page: pikepdf.Page, steps: Iterable[Any] | None = None) -> list[str]:
    """Return the words of a page, or of some of its instructions, in the order in which they are drawn.

    WeasyPrint writes glyphs as pairs of bytes, and a table beside each font says which characters they stand for.
    """
    import pikepdf

    steps = pikepdf.parse_content_stream(page, "Tf Tj TJ ET EMC") if steps is None else steps
    return "".join(_texts(page, steps)).split()


def _texts(page: pikepdf.Page, steps: Iterable[Any]) -> Iterator[str]:
    fonts: Any = page.resources.get("/Font", {})
    signs: Mapping[bytes, str] = {}
    for step in steps:
        name, operands = str(step.operator), list(step.operands)
        if name == "Tf":
            signs = _signs(fonts, str(operands[0]))
        elif name in _SHOWS:
            yield "".join(_shown(operands[0], signs))
        elif name in _BOUNDARY:
            yield " "


def _shown(operand: Any, signs: Mapping[bytes, str]) -> Iterator[str]:  # noqa: ANN401
    import pikepdf

    for part in operand if isinstance(operand, pikepdf.Array) else [operand]:
        if isinstance(part, pikepdf.String):
            glyphs = bytes(part)
            yield from (signs.get(glyphs[at : at + 2], "\N{REPLACEMENT CHARACTER}") for at in range(0, len(glyphs), 2))


def _signs(fonts: Any, name: str) -> Mapping[bytes, str]:  # noqa: ANN401
    font = fonts.get(name)
    table = font.get("/ToUnicode") if font is not None else None
    return {} if table is None else _table(bytes(table.read_bytes()))


@lru_cache(maxsize=64)
def _table(text: bytes) -> Mapping[bytes, str]:
    pairs = ((bytes.fromhex(code.decode()), bytes.fromhex(sign.decode())) for code, sign in _PAIR.findall(text))
    return {code: sign.decode("utf-16-be", errors="replace") for code, sign in pairs}
