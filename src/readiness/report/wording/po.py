"""Reads catalogues of messages in the form that translators' tools write: GNU gettext's PO files."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

__all__ = ["Entry", "header_of", "read_po"]


@dataclass
class Entry:
    """One message with its translation."""

    context: str = ""
    message: str = ""
    plural: str = ""
    """The English plural, for messages that have one."""
    texts: dict[int, str] = field(default_factory=dict)
    """The translation by plural form; 0 is the only one of a message without plural."""
    is_fuzzy: bool = False
    """Whether a tool guessed the translation, and nobody has looked at it yet."""


def read_po(text: str) -> Iterator[Entry]:
    """Yield the entries of a catalogue, the header first; obsolete ones are left out.

    Raises:
        ValueError: a line is neither a comment, a keyword nor a quoted text.
    """
    entry, keyword = Entry(), ""
    for read in [*text.splitlines(), ""]:
        line = read.strip()
        if line.startswith("#,") and "fuzzy" in line:
            entry.is_fuzzy = True
        if line.startswith("#"):
            continue
        if not line:
            if entry.texts:
                yield entry
            entry, keyword = Entry(), ""
            continue
        before, _, quoted = line.partition('"')
        keyword = before.strip() or keyword
        _add(entry, keyword, json.loads(f'"{quoted}'))


def _add(entry: Entry, keyword: str, text: str) -> None:
    match keyword:
        case "msgctxt":
            entry.context += text
        case "msgid":
            entry.message += text
        case "msgid_plural":
            entry.plural += text
        case "msgstr":
            entry.texts[0] = entry.texts.get(0, "") + text
        case _ if keyword.startswith("msgstr["):
            form = int(keyword[7:-1])
            entry.texts[form] = entry.texts.get(form, "") + text
        case _:
            raise ValueError(f"a catalogue has no keyword {keyword!r}")


def header_of(entry: Entry) -> Mapping[str, str]:
    """Return the fields of a header."""
    lines = (line.partition(":") for line in entry.texts[0].splitlines())
    return {name.strip(): value.strip() for name, _, value in lines}
