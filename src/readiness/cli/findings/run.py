"""What a run of `validate` found, as every format gets it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from readiness.cli.frames import tally
from readiness.diagnostics import Diagnostic, Severity, lines_of

if TYPE_CHECKING:
    from readiness.workflows import Checked

__all__ = ["Found", "Run"]

_STDIN = PurePath("stdin")


class Found(NamedTuple):
    """One finding, and what programs recognise it by."""

    diagnostic: Diagnostic
    fingerprint: str
    """The same as long as the line reads the same, wherever it stands; unique in its run."""
    reason: str | None
    """Why a comment suppresses it; None when it counts."""


@dataclass(frozen=True)
class Run:
    """The files that were checked, and how the run ends."""

    checked: tuple[Checked, ...]
    exit_code: int
    version: str
    """Of this program."""
    folder: PurePath
    """What names of files are relative to, as an absolute path."""
    root: PurePath
    """The top of the repository, or the same folder, as an absolute path."""
    fail_on: Severity = Severity.ERROR

    @property
    def diagnostics(self) -> Iterator[Diagnostic]:
        """All findings that count, file by file."""
        return (one for checked in self.checked for one in checked.diagnostics)

    @property
    def summary(self) -> str:
        """What was found, in one line."""
        files = "1 file" if len(self.checked) == 1 else f"{len(self.checked):,} files"
        suppressed = sum(len(checked.suppressed) for checked in self.checked)
        silent = f", {suppressed:,} suppressed" if suppressed else ""
        return f"{files} checked, {tally(list(self.diagnostics))}{silent}"

    def found(self) -> Iterator[Found]:
        """Yield all findings with their fingerprints, file by file, those that comments suppress last."""
        seen: Counter[str] = Counter()
        lines = {checked.file: lines_of(checked.text) for checked in self.checked}
        for checked in self.checked:
            reasons = [*((one, None) for one in checked.diagnostics), *checked.suppressed]
            for one, reason in reasons:
                file = one.location.file
                hashed = _hashed(one, self.path_of(file), lines.get(file, []))
                seen[hashed] += 1
                yield Found(one, f"{hashed}:{seen[hashed]}", reason)

    def path_of(self, file: str) -> PurePath:
        """Return a file as seen from the root; as an absolute path when it lies elsewhere."""
        if file == "-":
            return _STDIN
        path = _without_dots(self.folder / file)
        return path.relative_to(self.root) if path.is_relative_to(self.root) else path


def _without_dots(path: PurePath) -> PurePath:
    """Return an absolute path without the steps up that somebody wrote."""
    parts: list[str] = []
    for part in path.parts:
        if part != "..":
            parts.append(part)
        elif len(parts) > 1:
            parts.pop()
    return type(path)(*parts)


def _hashed(one: Diagnostic, path: PurePath, lines: list[str]) -> str:
    number = one.location.line
    line = lines[number - 1].strip() if number <= len(lines) else ""
    text = f"{path.as_posix()}\0{one.code}\0{line}"
    return sha256(text.encode(errors="surrogatepass")).hexdigest()[:32]  # the name of a file may be any bytes
