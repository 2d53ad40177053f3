"""Which findings count: rules that are selected or ignored, everywhere or in some files."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.checks.catalogue import RULES
from readiness.checks.catalogue.naming import can_be_ignored, rules_named
from readiness.errors import ReadinessError, UsageError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

    from readiness.diagnostics import Diagnostic

__all__ = ["EVERYTHING", "Choice", "Selection", "codes_named"]


@dataclass(frozen=True)
class Choice:
    """What one place, the command line or a file of settings, asks for."""

    select: Sequence[str] = ()
    """Codes, beginnings of codes or names; none means all rules."""
    ignore: Sequence[str] = ()
    per_file_ignores: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """By a pattern as .gitignore files have them."""
    base: Path = Path()
    """The folder that patterns are relative to."""
    source: str = ""
    """The file that asks, for messages; empty for the command line."""


@dataclass(frozen=True)
class Selection:
    """The rules whose findings count."""

    codes: frozenset[str]
    _exceptions: tuple[tuple[Path, GitIgnoreSpec, frozenset[str]], ...] = ()

    @classmethod
    def of(cls, *choices: Choice) -> Selection:
        """Return the selection that several choices make, the weightiest last.

        Each takes what it ignores away from what is left by those before it; one that selects begins anew.

        Raises:
            UnknownName: a rule is named that does not exist.
            UsageError: a rule is ignored that says that a file cannot be read, or what should be a pattern is none.
        """
        codes = frozenset(RULES)
        exceptions = []
        for choice in choices:
            with _naming(choice.source):
                if choice.select:
                    codes = codes_named(choice.select)
                codes -= _ignored(choice.ignore)
                exceptions += [
                    (choice.base, _pattern(pattern), _ignored(named))
                    for pattern, named in choice.per_file_ignores.items()
                ]
        return cls(codes, tuple(exceptions))

    def has(self, code: str, file: str) -> bool:
        """Tell whether findings of a rule count in a file."""
        if not can_be_ignored(code):
            return True
        return code in self.codes and not any(
            code in codes and spec.match_file(_relative(file, base)) for base, spec, codes in self._exceptions
        )

    def keep(self, diagnostics: Iterable[Diagnostic], file: str) -> tuple[Diagnostic, ...]:
        """Return the findings that count."""
        return tuple(one for one in diagnostics if self.has(one.code, file))


EVERYTHING = Selection(frozenset(RULES))


@contextmanager
def _naming(source: str) -> Iterator[None]:
    """Say in errors where a wrong name stands."""
    try:
        yield
    except ReadinessError as error:
        if not source:
            raise
        raise UsageError(f"{source}: {error}", hint=error.hint) from None


def codes_named(written: Iterable[str]) -> frozenset[str]:
    """Return the codes of all rules that are named.

    Raises:
        UnknownName: a rule does not exist.
    """
    return frozenset(rule.code for one in written for rule in rules_named(one))


def _ignored(written: Iterable[str]) -> frozenset[str]:
    found: set[str] = set()
    for one in written:
        codes = {code for code in codes_named([one]) if can_be_ignored(code)}
        if not codes:
            raise UsageError(f"{one} cannot be ignored", hint="a file with such an error cannot be read, so mend it")
        found |= codes
    return frozenset(found)


def _pattern(pattern: str) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines([pattern.replace(os.sep, "/").removeprefix("./")])
    except (ValueError, re.error):
        raise UsageError(
            f"{pattern!r} is not a pattern of files", hint="write one as in .gitignore, such as drafts/*.yaml"
        ) from None


def _relative(file: str, base: Path) -> str:
    """Return a file as patterns see it: from their folder, with slashes."""
    try:
        return os.path.relpath(file, base).replace(os.sep, "/")
    except ValueError:  # another drive on Windows
        return Path(file).as_posix()
