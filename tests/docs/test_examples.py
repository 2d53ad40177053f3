"""What README.md and docs/*.md show is what happens.

- A ```sh block runs, after the ones before it, in one folder for each document, which holds copies of examples/ and
  frameworks/. ```sh exits 1 says that it ends with this code, otherwise 0.
- A ```text prints block after it is what the terminal shows, 80 columns wide. A line with only … stands for any lines.
  `pytest tests/docs --update-golden` writes it anew; what follows a … is found by its first line.
- A ```yaml block is a file, or a part of one, when the sentence before says so in one of the forms of `EDITS`.

Everything else is for other machines or only for reading, and does not run.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = ("README.md", *sorted(str(path.relative_to(ROOT)) for path in (ROOT / "docs").glob("*.md")))
NOT_HERE = (
    "./dev",  # sets up a machine, and runs these tests
    "pipx",
    "sudo apt-get",
    "readiness assess my.yaml -o report.pdf",  # about 40 pages: the tutorial makes a shorter report
)
"""Commands that a reader types and this test does not."""


class Block(NamedTuple):
    """One fenced block."""

    said: str
    """The paragraph before it, on one line."""
    info: str
    text: str
    start: int
    """Where its text starts and ends in the document."""
    end: int

    @property
    def language(self) -> str:
        return self.info.partition(" ")[0]

    @property
    def runs(self) -> bool:
        return self.language == "sh" and not self.text.startswith(NOT_HERE)

    @property
    def exit_code(self) -> int:
        return int(self.info.partition(" exits ")[2] or 0)


def blocks(document: str) -> Iterator[Block]:
    for found in re.finditer(r"^```(\S.*)\n((?:.*\n)*?)```$", document, re.MULTILINE):
        said = document[: found.start()].rstrip().rpartition("\n\n")[2]
        yield Block(" ".join(said.split()), found[1], found[2], found.start(2), found.end(2))


def _save(file: Path, _: str, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _append(file: Path, _: str, text: str) -> None:
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


def _change(file: Path, line: str, text: str) -> None:
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    (at,) = (number for number, one in enumerate(lines) if one.strip() == line)
    file.write_text("".join([*lines[:at], text, *lines[at + 1 :]]), encoding="utf-8")


def _change_below(file: Path, line: str, text: str) -> None:
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    (at,) = (number for number, one in enumerate(lines) if one.strip() == line)
    file.write_text("".join([*lines[: at + 1], text, *lines[at + 2 :]]), encoding="utf-8")


EDITS: Mapping[str, Callable[[Path, str, str], None]] = {
    r"Save this as `(?P<file>[^`]+)`": _save,
    r"Add this to the end of `(?P<file>[^`]+)`": _append,
    r"In `(?P<file>[^`]+)`, change the line `(?P<line>[^`]+)` to": _change,
    r"In `(?P<file>[^`]+)`, change the line below `(?P<line>[^`]+)` to": _change_below,
}
"""What the sentence before a ```yaml block can ask the reader to do."""


def edit(block: Block, folder: Path) -> None:
    for form, do in EDITS.items():
        if asked := re.search(form, block.said):
            do(folder / asked["file"], asked.groupdict().get("line", ""), block.text)


def run(block: Block, folder: Path, commands: Path) -> str:
    """Return what the terminal shows."""
    environment = os.environ | {
        "COLUMNS": "80",
        "NO_COLOR": "1",
        "PATH": f"{commands}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONUNBUFFERED": "1",  # so that the two streams mix as they do in a terminal
        "PYTHONUTF8": "1",
        "TERM": "xterm",
    }
    done = subprocess.run(
        ["sh", "-eu", "-c", block.text],  # noqa: S607
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == block.exit_code, f"{block.text}{done.stdout}"
    return done.stdout


def matches(shown: str, printed: str) -> bool:
    parts = re.split(r"^…\n", shown, flags=re.MULTILINE)
    return re.fullmatch(r"(?:.*\n)*?".join(map(re.escape, parts)), printed) is not None


def renewed(shown: str, printed: str) -> str:
    """Return what a block should show: for each stretch between two …, as many lines from the same first line on."""
    first, *others = re.split(r"^…\n", shown, flags=re.MULTILINE)
    if not others:
        return printed
    lines, made = printed.splitlines(keepends=True), ""
    for number, part in enumerate([first, *others]):
        wanted = part.splitlines(keepends=True)
        at = lines.index(wanted[0]) if wanted and wanted[0] in lines else 0
        is_last = number == len(others) and wanted
        made += "".join(lines[at:] if is_last else lines[at : at + len(wanted)])
        made += "" if number == len(others) else "…\n"
        lines = lines[at + len(wanted) :]
    return made


def printed_by_blocks(document: str, folder: Path, commands: Path) -> Iterator[tuple[Block, str]]:
    """Do what a document says, in order, and yield each block of output with what was printed instead."""
    printed = None
    for block in blocks(document):
        if block.language == "yaml":
            edit(block, folder)
        elif block.language == "sh":
            printed = run(block, folder, commands) if block.runs else None
        elif block.info == "text prints":
            assert printed is not None, f"no block runs before the output:\n{block.text}"
            yield block, printed


@pytest.fixture
def commands(tmp_path: Path) -> Path:
    """Return a folder with the command `readiness` of this checkout."""
    command = tmp_path / "bin" / "readiness"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m readiness "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    return command.parent


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder like that of a reader."""
    folder = tmp_path / "reader"
    for name in ("examples", "frameworks"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_command_prints_what_the_document_shows(
    name: str, folder: Path, commands: Path, request: pytest.FixtureRequest
) -> None:
    document = (ROOT / name).read_text(encoding="utf-8")
    made, copied = "", 0
    for block, printed in printed_by_blocks(document, folder, commands):
        shown = renewed(block.text, printed) if request.config.getoption("--update-golden") else block.text
        assert matches(shown, printed), f"{name} shows\n{shown}\nand this is printed:\n{printed}"
        made, copied = f"{made}{document[copied : block.start]}{shown}", block.end
    if made + document[copied:] != document:
        (ROOT / name).write_text(made + document[copied:], encoding="utf-8", newline="\n")


def test_elided_output_matches_any_lines_and_nothing_else() -> None:
    assert matches("a\n…\nd\n", "a\nb\nc\nd\n")
    assert matches("…\nd\n", "a\nd\n")
    assert not matches("a\n…\nd\n", "a\nb\nc\n")
    assert not matches("a\nd\n", "a\nb\nd\n")


def test_elided_output_is_renewed_between_the_same_lines() -> None:
    assert renewed("a\nold\n…\nd\nold\n…\n", "a\nb\nc\nd\ne\nf\n") == "a\nb\n…\nd\ne\n…\n"
    assert renewed("…\nd\n", "a\nd\ne\n") == "…\nd\ne\n"
    assert renewed("", "a\n") == "a\n"
