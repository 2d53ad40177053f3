"""The names under which the files that a result was made from travel with it."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["EARLIER", "RESULT", "VERSIONS", "attached_names"]

RESULT = "readiness-result.json"
"""What a report calls the result that it carries."""
VERSIONS = "readiness-versions.json"
"""What a report calls the list of programs that made it."""
EARLIER = "earlier/"
"""What the names of those inputs begin with that belong to the assessment before."""
_SAFE = re.compile(r"[^\w .()-]", re.ASCII)
_LONGEST = 100
_DOCUMENT = re.compile(r"\.(ya?ml|json)$", re.IGNORECASE)


def attached_names(files: Iterable[str]) -> dict[str, str]:
    """Return for each input file its name in a report: one that every system can save, and no other has."""
    names: dict[str, str] = {}
    for file in sorted(files):
        taken = {name.casefold() for name in (*names.values(), RESULT, VERSIONS)}
        name = _SAFE.sub("-", file)[-_LONGEST:].lstrip(". -") or "file"
        name = name if _DOCUMENT.search(name) else f"{name}.yaml"
        stem, _, suffix = name.rpartition(".")
        free = (f"{stem}-{number}.{suffix}" for number in range(2, len(names) + 4))
        names[file] = next(one for one in (name, *free) if one.casefold() not in taken)
    return names
