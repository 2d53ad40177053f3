"""The interview on a real terminal of 80 by 24, and what becomes of it when the plug is pulled."""

from __future__ import annotations

import io
import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import pytest

from readiness.loading.load import Library, load_assessment
from tests.builders import write
from tests.cli.conftest import Readiness
from tests.terminal import CTRL_C, CTRL_D, ENTER, PROGRAM, PROMPT, Terminal
from tests.unit.interview.scripts import FRAMEWORK

BACK, UNDO, F1, CTRL_Z = "\x1b[1;3D", "\x1bu", "\x1bOP", "\x1a"
SCRIPT = (
    ("Sample Council", "saved name"),
    ("local", "saved sector"),
    ("900", "saved staff"),
    ("yes", "saved online"),
    ("12", "saved posts"),
    ("4", "saved plan = 4."),
    ("n Agreed: [b]yes[/b] ☃ 漢字", "saved money: note"),
    ("2", "saved money = 2."),
    (BACK, "Recorded: 2"),
    ("3", "saved money = 3 (was 2)."),
    ("dk", "saved duty = not known"),
    ("1 2~", "saved tools = a, b~."),
    (UNDO, "taken back: tools = no answer"),
    ("2", "saved tools = b."),
)
"""What is typed, and what is said then."""
WORDS = {BACK: "back", UNDO: "undo"}


Opens = Callable[..., Terminal]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(FRAMEWORK, tmp_path)
    return tmp_path


@pytest.fixture
def opened(folder: Path) -> Iterator[Opens]:
    terminals: list[Terminal] = []

    def run(*arguments: str) -> Terminal:
        terminals.append(Terminal(folder, *arguments))
        return terminals[-1]

    yield run
    for one in terminals:
        one.process.close(force=True)


def answered(folder: Path) -> dict[str, object]:
    """Return the answers in the file; it has to be right."""
    path = str(folder / "sample-answers.yaml")
    document, _ = load_assessment(path, Library.beside(path))
    assert document.model is not None, document.diagnostics
    return dict(document.model.answers)


def test_keys_and_plain_lines_end_in_the_same_bytes(
    folder: Path,
    opened: Opens,
    readiness: Readiness,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held = opened("sample.yaml")
    held.read(PROMPT)
    for keys, reply in SCRIPT:
        held.type(keys if keys in WORDS else keys + ENTER, reply)
    held.type(CTRL_D, "To go on: readiness interview sample-answers.yaml", "\n")
    held.process.expect_exact(pexpect.EOF)
    plain = tmp_path_factory.mktemp("plain")
    shutil.copy(folder / "sample.yaml", plain)
    monkeypatch.chdir(plain)
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{WORDS.get(keys, keys)}\n" for keys, _ in SCRIPT)))
    assert "\x1b" not in readiness("interview", "sample.yaml").out
    first, second = (path / "sample-answers.yaml" for path in (folder, plain))
    assert first.read_bytes() == second.read_bytes()
    assert "[b]yes[/b] ☃ 漢字" in first.read_text(encoding="utf-8")


def test_a_question_is_seen_whole_and_help_keeps_what_was_typed(
    folder: Path, opened: Opens, readiness: Readiness, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = opened("sample.yaml")
    held.read(PROMPT)
    for keys, reply in SCRIPT[:5]:
        held.type(keys + ENTER, reply)
    start = held.shown.index(f"Area d1{'question 1 of 2, 1 of 9 overall':>73}")
    assert held.shown[start + 1 : start + 8] == [
        "plan  How is plan?",
        "    1  Nothing yet.",
        "    2  Begun.",
        "    3  Agreed.",
        "    4  Measured.",
        "    5  Improving.",
        "plan [1 to 5] >",
    ]
    held.type("4" + F1, "It matters.", "plan [1 to 5] > 4")
    monkeypatch.chdir(folder)
    second = readiness("interview", "sample-answers.yaml", "--plain")
    assert second.code == 2
    assert "sample-answers.yaml is open elsewhere" in second.err
    held.type(ENTER, "saved plan = 4.")
    held.type(CTRL_C, "To go on: readiness interview sample-answers.yaml", "\n")
    held.process.expect_exact(pexpect.EOF)
    held.process.close()
    assert held.process.exitstatus == 130
    assert list(answered(folder)) == ["plan"]


def test_a_note_is_written_in_the_editor_that_was_chosen(
    folder: Path, opened: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = folder / "editor.sh"
    editor.write_text('printf "%s\\n" "First line." "" "- and [more]" > "$1"\n', encoding="utf-8")
    monkeypatch.setenv("VISUAL", f"sh {editor}")
    monkeypatch.setenv("READINESS_ACCESSIBLE", "1")
    held = opened("sample.yaml")
    held.read("Answer (a few words): ")
    for line, reply in SCRIPT[:5]:
        held.type(line + ENTER, reply, "): ")
    held.type("n" + ENTER, "saved plan: note: First line.", "): ")
    assert "First line.\n\n- and [more]" in str(answered(folder)["plan"].note)  # type: ignore[attr-defined]


def test_what_was_confirmed_is_there_after_the_plug_is_pulled(folder: Path) -> None:
    command = [sys.executable, *PROGRAM, "sample.yaml"]
    with subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        running.stdin.write("".join(f"{line}\n" for line, _ in SCRIPT[:6]).encode())
        running.stdin.flush()
        heard = b""
        while b"saved plan = 4." not in heard:
            heard += os.read(running.stdout.fileno(), 65_536)
        running.send_signal(signal.SIGKILL)
    assert running.returncode == -signal.SIGKILL
    assert list(answered(folder)) == ["plan"]


def test_a_sitting_is_stopped_made_small_and_cut_off_and_loses_nothing(folder: Path) -> None:
    """Ctrl-Z and fg, a window of 30 by 8, and a connection that ends: the terminal is as it was, the file is free."""
    shell = pexpect.spawn("bash", ["--norc", "--noprofile", "-i"], cwd=folder, dimensions=(24, 80), encoding="utf-8")
    shell.timeout = 60
    shell.sendline(f"PS1='$'' '; {shlex.join([sys.executable, *PROGRAM, 'sample.yaml'])}")
    for typed, reply in (("", "called?"), (f"Sample Council{ENTER}", "saved name"), (CTRL_Z, "Stopped"), ("fg\n", ">")):
        shell.send(typed)
        shell.expect_exact(reply)
    shell.setwinsize(8, 30)
    for typed, reply in ((f"local{ENTER}", "saved sector"), ("", ">"), (CTRL_Z, "Stopped")):
        shell.send(typed)
        shell.expect_exact(reply)
    shell.sendline(
        "kill -HUP %1; fg; echo ended with $?; stty -a | tr ' ;' '\\n' | grep -x -- '-*\\(icanon\\|echo\\)'; exit"
    )
    shell.expect_exact(pexpect.EOF)
    heard = str(shell.before).split()
    shell.close()
    assert heard[heard.index("ended", heard.index("exit")) :][:5] == ["ended", "with", "129", "icanon", "echo"]
    text = (folder / "sample-answers.yaml").read_text(encoding="utf-8")
    assert "name: Sample Council\n  sector: local\n" in text
    assert sorted(one.name for one in folder.iterdir()) == ["sample-answers.yaml", "sample.yaml"]


def test_a_terminal_that_can_do_nothing_gets_plain_lines_until_they_end(
    folder: Path, opened: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    held = opened("sample.yaml")
    held.read("Answer (a few words): ")
    held.type(f"Sample Council{ENTER}", "saved name = Sample Council.", "): ")
    held.process.send(CTRL_D)
    held.process.expect_exact("To go on: readiness interview sample-answers.yaml")
    assert "\x1b" not in held.process.before
    held.process.expect_exact(pexpect.EOF)
    assert "name: Sample Council" in (folder / "sample-answers.yaml").read_text(encoding="utf-8")
