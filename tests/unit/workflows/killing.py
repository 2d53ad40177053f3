"""Saves answers in a process that is killed, again and again, and looks whether one that was confirmed is lost.

Run by test_answer_file.py: one start of Python for all rounds, each in a fork of it.
"""

from __future__ import annotations

import os
import random
import select
import signal
import sys
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from readiness.loading.yaml_source import read_yaml
from readiness.workflows.answer_file import AnswerFile
from readiness.workflows.journal import journal_of

NOW = datetime(2026, 11, 22, 14, 2)  # noqa: DTZ001  shown only
QUESTIONS = ("d1-q1", "d1-q2", "d1-q3")


def save_for_ever(path: str, confirm: int, first: int) -> None:
    """Save one answer after the other, and confirm each once it is saved."""
    with AnswerFile.open(path, NOW) as file:
        for number in range(first, sys.maxsize):
            file.save(QUESTIONS[number % len(QUESTIONS)], {"level": 1 + number % 5, "note": f"save {number}"})
            os.write(confirm, f"{number}\n".encode())


def wait_for_journal(path: str) -> None:
    """Return as soon as the next save stands in the journal, and so most often before it is in the file."""
    journal, until = journal_of(Path(path)), time.monotonic() + 1
    before = size_of(journal)
    while size_of(journal) <= before and time.monotonic() < until:
        pass


def size_of(file: Path) -> int:
    """Return how many bytes a file has, or 0."""
    try:
        return file.stat().st_size
    except FileNotFoundError:
        return 0


def killed_while_saving(path: str, first: int, seconds: float, *, after_journal: bool) -> int:
    """Return the number of the last save that was confirmed before the process was killed; 0 for none."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        with suppress(BaseException):
            os.close(reading)
            save_for_ever(path, writing, first)
        os._exit(1)
    os.close(writing)
    select.select([reading], [], [], 10)  # the first save, after the file was opened
    time.sleep(seconds)
    if after_journal:
        wait_for_journal(path)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "the child ended by itself"
    with os.fdopen(reading) as stream:
        confirmed = [int(line) for line in stream if line.endswith("\n")]
    return confirmed[-1] if confirmed else 0


def main(path: str, rounds: int, seed: int) -> None:
    """Kill a number of processes, and look at the file after each."""
    chance = random.Random(seed)  # noqa: S311  no secret
    saved = found = recovered = 0
    for turn in range(rounds):
        after_journal = turn % 4 == 0  # the moment that a save is in one place only; at any other moment otherwise
        confirmed = killed_while_saving(path, found + 1, chance.uniform(0.0, 0.02), after_journal=after_journal)
        assert not read_yaml(Path(path).read_text(encoding="utf-8")).problems, "the file is not whole"
        with AnswerFile.open(path, NOW) as file:
            notes = [one.note for one in file.assessment.answers.values() if one.note]
            recovered += bool(file.recovered)
        found = max((int(note.removeprefix("save ")) for note in notes), default=0)
        assert found >= confirmed, f"save {confirmed} was confirmed and is lost; the last one there is {found}"
        saved += confirmed > 0
    print(saved, recovered)  # noqa: T201  for the test


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
