"""`readiness fmt`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from readiness.cli.console import Color, Console, messages, output
from readiness.cli.options import ColorOption

if TYPE_CHECKING:
    from readiness.workflows import Formatted

__all__ = ["fmt"]

_STDIN = "-"


def fmt(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH…", help="Files, or folders of YAML files; - is standard input.", show_default=False
        ),
    ],
    check: Annotated[bool, typer.Option("--check", help="Change nothing; name the files that would change.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Change nothing; show what would change.")] = False,
    color: ColorOption = Color.AUTO,  # noqa: ARG001
) -> None:
    """Give framework and assessment files one layout.

    The order of keys, indentation, quotes and long lines change; what the file says and its comments stay. Exit code 1
    when --check or --diff finds a file that would change, 2 when one cannot be read: it stays as it is.
    """
    from readiness import workflows

    changes_files = not (check or diff)
    done = []
    for one in workflows.format_documents(paths, write=changes_files):
        done.append(one)
        _show_one(one, check=check, diff=diff)
    is_all_of_output = diff or (_STDIN in paths and changes_files)
    _show_tally(done, messages() if is_all_of_output else output(), would=not changes_files)
    if any(one.error for one in done):
        raise typer.Exit(2)
    raise typer.Exit(int(not changes_files and any(one.has_changed for one in done)))


def _show_one(one: Formatted, *, check: bool, diff: bool) -> None:
    """Write what became of a file: why it stays as it is, its diff, its text for standard input, or its name."""
    if one.error is not None:
        from readiness.cli.failures import show_error

        show_error(messages(), one.error)
    elif diff and one.has_changed:
        from readiness.editing.diffs import diff as diff_of

        output().write_diff(diff_of(_name(one.file), one.before, one.after))
    elif one.file == _STDIN and not check and not diff:
        output().write_exactly(one.after)
    elif one.has_changed and not diff:
        output().print("would format " if check else "formatted ", _name(one.file))


def _show_tally(done: Sequence[Formatted], console: Console, *, would: bool) -> None:
    changed = sum(one.has_changed for one in done)
    failed = sum(one.error is not None for one in done)
    same = len(done) - changed - failed
    parts = [(changed, "would be formatted" if would else "formatted"), (same, "unchanged"), (failed, "left alone")]
    console.print(", ".join(f"{_files(count)} {what}" for count, what in parts if count))


def _files(count: int) -> str:
    return "1 file" if count == 1 else f"{count:,} files"


def _name(file: str) -> str:
    return "<stdin>" if file == _STDIN else file
