"""What a first-time user sees."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator
from pathlib import Path

from readiness import resources
from readiness.cli.console import Line, Styled

__all__ = ["welcome"]


def welcome() -> Iterator[Line]:
    """Yield five examples that work as they stand."""
    answers = shlex.quote(_nearby(resources.examples_dir() / "northmere" / "assessment.yaml"))
    examples = {
        "frameworks": "what can be assessed",
        f"assess {answers}": "where an invented council stands, and what it should do next",
        f"assess {answers} -o report.pdf": "the same as a report for its board",
        f"explain {answers} cybersecurity": "where a score comes from",
        f"validate {answers}": "whether a file is right",
    }
    yield ("How ready is a public body for digital transformation, and what should it do next? Try:",)
    yield ("",)
    for command, what in examples.items():
        yield (Styled(f"  readiness {command}", "strong"), Styled(f"  # {what}", "faint"))
    yield ("",)
    yield ("readiness --help lists all commands, and readiness assess --help says more about one.",)


def _nearby(path: Path) -> str:
    """Return the path as it is shortest to type: relative to this folder, or absolute."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # another drive
        return str(path)
    return min(relative, str(path), key=len)
