"""The interview on a real terminal of 80 by 24."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pexpect
import pyte

__all__ = ["CTRL_C", "CTRL_D", "ENTER", "PROGRAM", "PROMPT", "Terminal"]

PROGRAM = ["-m", "readiness", "interview"]
ENTER, CTRL_C, CTRL_D = "\r", "\x03", "\x04"
PROMPT = " >"


class Terminal:
    """A program on a terminal, and what somebody sees there."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.screen = pyte.Screen(80, 24)
        self._stream = pyte.Stream(self.screen)
        kept = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES"}}
        self.process = pexpect.spawn(
            sys.executable,
            [*PROGRAM, *arguments],
            dimensions=(24, 80),
            env=kept,
            cwd=folder,
            encoding="utf-8",
            timeout=60,
        )

    def type(self, keys: str, reply: str, then: str = PROMPT) -> None:
        """Press keys, and read the reply and what stands before the cursor then."""
        self.process.send(keys)
        self.read(reply)
        self.read(then)

    def read(self, words: str) -> None:
        self.process.expect_exact(words)
        self._stream.feed(f"{self.process.before}{self.process.after}")

    @property
    def shown(self) -> list[str]:
        return [line.rstrip() for line in self.screen.display]
