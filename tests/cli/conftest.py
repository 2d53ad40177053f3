"""The command line, called in this process, with a terminal that is always the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from readiness.cli.main import main

ROOT = Path(__file__).resolve().parents[2]


class Ran(NamedTuple):
    """What one call said."""

    code: int
    out: str
    err: str


Readiness = Callable[..., Ran]


@pytest.fixture(autouse=True)
def a_known_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """No colour, 80 columns, and the checkout as the folder."""
    for name in ("NO_COLOR", "FORCE_COLOR", "READINESS_ACCESSIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(ROOT)


@pytest.fixture
def readiness(capsys: pytest.CaptureFixture[str]) -> Readiness:
    """Return the command line as a function."""

    def run(*arguments: object) -> Ran:
        code = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return run
