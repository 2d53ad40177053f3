"""Small repositories for tests, untouched by the settings of whoever runs them."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

_SETTINGS = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Author",
    "GIT_AUTHOR_EMAIL": "author@example.org",
    "GIT_COMMITTER_NAME": "Author",
    "GIT_COMMITTER_EMAIL": "author@example.org",
}


def git(folder: Path, *arguments: str) -> str:
    """Run Git in a folder and return what it prints."""
    done = subprocess.run(
        ["git", *arguments],  # noqa: S607
        cwd=folder,
        env=os.environ | _SETTINGS,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def commit(folder: Path, name: str) -> None:
    """Commit everything in a folder, which becomes a repository if it is none, and tag the commit."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", name)
    git(folder, "tag", name)
