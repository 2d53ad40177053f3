"""Writes a note in the editor of whoever answers."""

from __future__ import annotations

import os

from readiness.interview.events import Refused

__all__ = ["edited"]


def edited(text: str) -> str | Refused:
    """Return the note as it was left in the editor, or why there is none.

    Only an editor that somebody chose is opened: nobody is to be caught in one that they cannot leave.
    """
    import click

    if os.name != "nt" and not (os.environ.get("VISUAL") or os.environ.get("EDITOR")):
        return Refused("no editor is set", "n TEXT writes a note; or set EDITOR, such as EDITOR=nano")
    try:
        note = click.edit(text)
    except (click.ClickException, UnicodeDecodeError) as error:
        return Refused(f"the editor failed: {error}", "n TEXT writes a note")
    return Refused("the note is as it was", "save in the editor to change it") if note is None else note.strip()
