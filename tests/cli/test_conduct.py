"""How the program behaves as a process: streams, exit codes, colour, start-up, hostile text, a real terminal."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from readiness.cli import main as main_module
from readiness.cli.main import main
from tests.builders import a_framework, a_question, an_area, an_assessment, write
from tests.cli.conftest import ROOT, Readiness

NORTHMERE = "examples/northmere/assessment.yaml"
PROGRAM = [sys.executable, "-m", "readiness"]
HOSTILE = "[red]x[/red] {{7*7}} \x1b[2J \u202e gnp.exe \n next"
ESCAPE = "\x1b["


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a user does."""
    return subprocess.run(
        [*PROGRAM, *arguments], capture_output=True, check=False, env={**os.environ, **environment}, timeout=120
    )


# --- processes -----------------------------------------------------------------------------------------------------


def test_help_loads_nothing_heavy() -> None:
    script = (
        "import sys; from readiness.cli.main import main; code = main(['--help']);"
        "heavy = {'numpy', 'pydantic', 'rich', 'jinja2', 'weasyprint', 'yaml'};"
        "heavy &= {name.split('.')[0] for name in sys.modules};"
        "sys.exit(f'{heavy} {code}' if heavy or code else 0)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_numpy_is_loaded_only_where_weights_are_drawn(council: Path) -> None:
    script = (
        "import sys; from readiness.cli.main import main; code = main(sys.argv[1:]);"
        "sys.exit('numpy' in sys.modules or code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "assess", council],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_the_program_ends_with_the_code_and_keeps_streams_apart() -> None:
    done = process("validate", "no-such-file.yaml")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"error: no-such-file.yaml does not exist\n"


def test_a_reader_that_goes_away_is_no_error() -> None:
    with subprocess.Popen(
        [*PROGRAM, "frameworks", "cybersecurity"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 1


def test_an_answer_that_cannot_be_written_is_an_error_with_a_name() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*PROGRAM, "frameworks"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr == b"error: the answer cannot be written: No space left on device\n"


def test_a_closed_output_is_no_error() -> None:
    shell = shutil.which("sh") or "sh"
    command = [shell, "-c", 'exec "$@" >&-', "sh", *PROGRAM, "frameworks"]
    done = subprocess.run(command, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_an_interrupt_ends_quietly() -> None:
    env = shutil.which("env") or "env"
    command = [env, "--default-signal=INT", *PROGRAM, "validate", "-"]  # a test run may have the signal switched off
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdin is not None
        assert running.stderr is not None
        running.stdin.write(b"#" * 1_000_000)  # more than a pipe holds: once it is gone, the program is reading
        running.stdin.flush()
        while running.poll() is None:  # a signal that comes just before the read is seen only after it
            running.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                running.wait(0.2)
        assert running.stderr.read() == b""
    assert running.returncode == 130


def test_a_bug_keeps_its_traceback(monkeypatch: pytest.MonkeyPatch, readiness: Readiness) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a \x1b[2J bug")

    monkeypatch.setattr("readiness.workflows.schema", broken)
    code, out, err = readiness("schema", "result")
    assert (code, out) == (70, "")
    assert "ZeroDivisionError: a <U+001B>[2J bug" in err
    assert ESCAPE not in err


def test_an_output_in_a_narrow_encoding_is_still_readable(council: Path) -> None:
    done = process("assess", str(council), PYTHONIOENCODING="ascii", COLUMNS="80")
    assert done.returncode == 0
    text = done.stdout.decode("ascii")
    assert "###" in text
    assert "\\u" not in text
    explained = process("explain", str(council), PYTHONIOENCODING="ascii").stdout.decode("ascii")
    assert "share x (score - 1)" in explained
    json.loads(process("explain", str(council), "--output-format", "json", PYTHONIOENCODING="ascii").stdout)


# --- colour --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "environment", "colored"),
    [
        ([], {}, False),  # no terminal
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_is_used_when_it_is_wanted(
    readiness: Readiness,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    environment: dict[str, str],
    *,
    colored: bool,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    after, before = readiness("rule", "RF105", *arguments), readiness(*arguments, "rule", "RF105")
    assert (ESCAPE in after.out) is colored
    assert after == before


def test_colour_adds_nothing_to_the_words(readiness: Readiness, council: Path) -> None:
    plain, colored = (readiness("assess", council, "--color", choice).out for choice in ("never", "always"))
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == plain


# --- hostile text --------------------------------------------------------------------------------------------------


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A framework and an assessment in which every text is an attack."""
    levels = {level: f"{HOSTILE} {level}" for level in range(1, 6)}
    question = a_question("d1-q1", topic=HOSTILE, ask=HOSTILE, why=HOSTILE, levels=levels)
    write(a_framework(areas=[an_area("d1", [question], title=HOSTILE)], title=HOSTILE), tmp_path)
    write(an_assessment({"d1-q1": {"unknown": HOSTILE}}, organisation={"name": HOSTILE}), tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("arguments", [["assess"], ["explain"], ["explain", "d1"], ["explain", "d1-q1"]], ids=" ".join)
def test_text_of_a_document_is_shown_and_not_obeyed(readiness: Readiness, hostile: Path, arguments: list[str]) -> None:
    command, *rest = arguments
    code, out, _ = readiness(command, hostile / "assessment.yaml", *rest)
    assert code == 0
    assert "[red]x[/red]" in out
    assert "{{7*7}}" in out or command == "assess"
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", out)


def test_a_framework_page_shows_hostile_text(readiness: Readiness, hostile: Path) -> None:
    code, out, _ = readiness("frameworks", str(hostile / "sample.yaml"))
    assert code == 0
    assert "[red]x[/red] {{7*7}}" in out
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", out)


def test_names_of_files_and_arguments_are_shown_and_not_obeyed(readiness: Readiness, tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[2Jb\nc.yaml"
    path.write_text('readiness: framework/1\nx: "\u202e"\n', encoding="utf-8")
    for said in (readiness("validate", path), readiness("validate", f"{path}x"), readiness("rule", "\x1b[2J")):
        assert said.code in {1, 2}
        assert ESCAPE not in said.out + said.err
        assert "[2J" in said.out + said.err


# --- a real terminal -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("columns", "term"), [(80, "tmux-256color"), (120, "tmux-256color"), (80, "dumb")])
def test_a_real_terminal_shows_the_summary_unbroken(tmp_path: Path, columns: int, term: str) -> None:
    tmux = shutil.which("tmux")
    assert tmux, "this test needs tmux; ./dev installs it"
    unset = "env -u COLUMNS -u NO_COLOR -u FORCE_COLOR"
    command = f"{unset} TERM={term} {shlex.join([*PROGRAM, 'assess', NORTHMERE])}"
    screen = _screen(tmux, tmp_path / "socket", command, columns)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", screen)
    lines = plain.splitlines()
    assert lines[0] == "Borough of Northmere"
    assert max(map(len, lines)) <= columns
    assert (ESCAPE in screen) is (term != "dumb")
    if columns == 80 and term != "dumb":
        golden = (ROOT / "tests/golden/terminal/assess-northmere.txt").read_text(encoding="utf-8")
        assert plain.startswith(golden.rstrip())


def _screen(tmux: str, socket: Path, command: str, columns: int) -> str:
    """Return what a terminal of 24 lines holds, with all that has scrolled away, once a command has ended."""

    def call(*arguments: str) -> str:
        done = subprocess.run(
            [tmux, "-S", str(socket), "-f", "/dev/null", *arguments],
            capture_output=True, text=True, check=True, timeout=120, encoding="utf-8",
            env={**os.environ, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"},
        )  # fmt: skip
        return done.stdout

    script = f"{command}; {tmux} -S {shlex.quote(str(socket))} wait-for -S done; sleep 100"
    call("new-session", "-d", "-x", str(columns), "-y", "24", "-c", str(ROOT), script)
    try:
        call("wait-for", "done")
        return call("capture-pane", "-p", "-e", "-S", "-", "-J")
    finally:
        call("kill-server")


def test_python_m_readiness_is_the_program() -> None:
    assert process("--version").stdout.startswith(b"readiness ")
    assert main_module.main is main
