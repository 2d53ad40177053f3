"""Text of a user within Markdown: words, and nothing else."""

from __future__ import annotations

import re

__all__ = ["escaped", "escaped_line"]

_MARKUP = re.compile(r"[\\`*_\[\]<>|~$]|&(?=[#A-Za-z])|:(?=//)|(?<=www)\.", re.IGNORECASE)
"""What opens markup within a line, an entity, or a link that a forge makes by itself."""
_CALLED = re.compile(r"@(?=\w)|#(?=\d)|(?<=\bGH)-(?=\d)", re.IGNORECASE)
"""What a forge takes as the name of somebody, whom it tells, or as the number of an issue."""
_AT_START = re.compile(r"[+-](?=[\s+-]|$)|#(?=[#\s]|$)|=(?=[=\s]|$)|\d{1,9}(?=[.)](?:\s|$))")
"""What makes an item of a list, a heading or a rule, a heading of the line before, and a numbered item."""
_WORD_JOINER = "\u2060"


def escaped(text: str) -> str:
    """Return a text as it stands within a line of Markdown.

    No backslash keeps a forge from finding names of people and numbers of issues: it looks for them in what was made
    of the Markdown. A word joiner, which nobody sees, does.
    """
    return _CALLED.sub(lambda found: found[0] + _WORD_JOINER, _MARKUP.sub(r"\\\g<0>", text))


def escaped_line(line: str) -> str:
    """Return an escaped line whose beginning makes no heading, list or rule either."""
    found = _AT_START.match(line)
    if found is None:
        return line
    before = found[0] if found[0].isdigit() else ""
    return f"{before}\\{line[len(before) :]}"
