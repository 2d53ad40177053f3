"""Finds rules by what people write for them: a code, the beginning of codes, or a name."""

from __future__ import annotations

from functools import lru_cache

from readiness.checks.catalogue import RULES, Rule
from readiness.errors import UnknownName, nearest

__all__ = ["can_be_ignored", "rules_named"]

_SHORTEST_PREFIX = 2
_READS_THE_FILE = "RF0"


@lru_cache(maxsize=1_000)
def rules_named(written: str) -> tuple[Rule, ...]:
    """Return the rules that `RF105`, `RF1`, `RF` or `unknown-reference` stands for, in any case.

    Raises:
        UnknownName: it stands for none.
    """
    code = written.strip().upper()
    if code in RULES:
        return (RULES[code],)
    found = tuple(
        rule
        for rule in RULES.values()
        if rule.name == written.strip().lower() or (len(code) >= _SHORTEST_PREFIX and rule.code.startswith(code))
    )
    if not found:
        raise _unknown(written.strip())
    return found


def _unknown(name: str) -> UnknownName:
    """Return the error, with the nearest rule; there are too many to list them all in a hint."""
    known = [*RULES, *(rule.name for rule in RULES.values())]
    error = UnknownName("rule", name, known=known)
    if nearest(name, known) is None:
        error.hint = "`readiness rule` lists all"
    return error


def can_be_ignored(code: str) -> bool:
    """Tell whether a finding may be left out: a file that cannot be read as a document has not been checked."""
    return not code.startswith(_READS_THE_FILE)
