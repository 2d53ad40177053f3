"""The command line, called in this process, with a terminal that is always the same."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from readiness.cli.main import main
from tests.builders import an_assessment, write

OWN = "READINESS_"
ROOT = Path(__file__).resolve().parents[2]


class Ran(NamedTuple):
    """What one call said."""

    code: int
    out: str
    err: str


Readiness = Callable[..., Ran]


@pytest.fixture(autouse=True)
def a_known_terminal(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No colour, 80 columns, the checkout as the folder, and nothing that the user or a CI server has set."""
    for name in ("NO_COLOR", "FORCE_COLOR", "GITHUB_STEP_SUMMARY", *(n for n in os.environ if n.startswith(OWN))):
        monkeypatch.delenv(name, raising=False)
    for name in ("APPDATA", "HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path_factory.mktemp("home")))
    monkeypatch.setenv("READINESS_PLANNER", "ranked")  # what is quick; tests of the solver ask for it
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(ROOT)


@pytest.fixture(scope="session")
def council(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return answers to one bundled framework: as real as the examples, and read in a tenth of their time."""
    shown = {"level": 4, "evidence": [{"title": "Minutes of the board", "dated": "2026-09-01"}]}
    answers = {
        **dict.fromkeys(("cyb-owner", "cyb-assurance", "cyb-secure-behaviour", "cyb-detection", "cyb-incident"), shown),
        "cyb-access": {"level": 1},
        "cyb-basics": {"done": ["firewalls"]},
        "cyb-update-days": {"unknown": "Nobody counts them."},
    }
    framework = {"id": "cybersecurity", "version": "1.0.0"}
    return write(an_assessment(answers, framework=framework), tmp_path_factory.mktemp("council"))


@pytest.fixture
def readiness(capsys: pytest.CaptureFixture[str]) -> Readiness:
    """Return the command line as a function."""

    def run(*arguments: object) -> Ran:
        code = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return run
