"""The register as tools that fill GitHub issues and projects read it.

GitHub itself imports no CSV. The columns are those of github-csv-tools (https://github.com/gavinr/github-csv-tools),
and a title with a body is what `gh issue create` and `gh project item-create` take.
"""

from __future__ import annotations

import re

from readiness.report.register.delimited import separated
from readiness.report.register.lines import Register
from readiness.report.register.sentences import described

__all__ = ["github_csv"]

_MARKUP = re.compile(r"[\\`*_\[\]<>|~]")
_MENTION = re.compile(r"(?<=[@#])(?=\w)")
"""Where GitHub would call a person or link an issue; it looks through a backslash, not through a comment."""


def github_csv(register: Register) -> bytes:
    """Return one issue for each action; without a byte order mark, which would become part of the first heading."""
    rows = (
        (
            line.title,
            described(register, line, _plain).replace("\n", "  \n"),  # two spaces keep a line break in Markdown
            f"{line.area_id},{line.owner_id},{line.quarter}",
        )
        for line in register.lines
    )
    return separated(("title", "body", "labels"), rows)


def _plain(text: str) -> str:
    return _MENTION.sub("<!-- -->", _MARKUP.sub(r"\\\g<0>", text))
