"""What a line asks for."""

from __future__ import annotations

import pytest

from readiness.interview.commands import (
    AddEvidence,
    Answer,
    Back,
    Command,
    GoOn,
    NotKnown,
    Quit,
    SetConfidence,
    SetNote,
    Show,
    Skip,
    Undo,
    View,
    Vote,
    WriteNote,
)
from readiness.interview.events import Refused
from readiness.interview.parse import read_line
from tests.unit.interview.scripts import said, started


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("", GoOn()),
        ("  3 ", Answer("3")),
        ("b", Back()),
        ("BACK", Back()),
        ("s", Skip()),
        ("skip ask HR", Skip("ask HR")),
        ("dk", NotKnown()),
        ("n", WriteNote()),
        ("note [bold]x[/bold]", SetNote("[bold]x[/bold]")),
        ("n -", SetNote("")),
        ("e it's.pdf Minutes", AddEvidence("it's.pdf", "Minutes")),
        ("c med", SetConfidence("medium")),
        ("?", Show(View.GUIDANCE)),
        ("help", Show(View.HELP)),
        ("why", Show(View.WHY)),
        ("list d1", Show(View.LIST, "d1")),
        ("todo", Show(View.TODO)),
        ("score", Show(View.SCORE)),
        ("undo", Undo()),
        ("q", Quit()),
        ("why not", Answer("why not")),
        ("vote ciso 4", Answer("vote ciso 4")),
        ("B", Answer("B")),
    ],
)
def test_a_line_is_a_command_by_its_first_word_or_else_an_answer(line: str, command: Command) -> None:
    assert read_line(line, started()) == command


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("note that none has it", Answer("note that none has it")),
        ("n none has it", SetNote("none has it")),
        ("Going well", Answer("Going well")),
        ("list", Show(View.LIST)),
    ],
)
def test_where_words_are_asked_for_a_sentence_is_an_answer(line: str, command: Command) -> None:
    state, _ = said(started(), "g words")
    assert read_line(line, state) == command


def test_n_alone_means_no_where_yes_or_no_is_asked() -> None:
    state, _ = said(started(), "g safe")
    assert read_line("n", state) == Answer("n")
    assert read_line("note", state) == WriteNote()
    assert read_line("n", said(state, "g online")[0]) == Answer("n")


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("vote ciso 4", Vote("ciso", "4")),
        ("ciso 4", Vote("ciso", "4")),
        ("Security: 4", Vote("Security", "4")),
        ("v Head of HR: 2", Vote("Head of HR", "2")),
        ("v Maria 3", Vote("Maria", "3")),
        ("4", Answer("4")),
        ("votes", Show(View.VOTES)),
    ],
)
def test_in_a_workshop_names_go_before_answers(line: str, command: Command) -> None:
    assert read_line(line, started(facilitated=True)) == command


def test_a_vote_needs_a_name() -> None:
    assert isinstance(read_line("v 4", started(facilitated=True)), Refused)


@pytest.mark.parametrize("line", ["e", "go", "answer", "na", "c"])
def test_a_command_that_lacks_something_says_what(line: str) -> None:
    refused = read_line(line, started())
    assert isinstance(refused, Refused)
    assert refused.help
