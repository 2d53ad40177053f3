"""LibreOffice without a window, for tests of files that office programs open."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

__all__ = ["LibreOffice"]

_SECONDS = 180


class LibreOffice(NamedTuple):
    """One profile that nobody else uses; each call starts the program once, for any number of files."""

    profile: Path

    def convert(self, files: Sequence[Path], to: str, folder: Path) -> list[Path]:
        """Open files, save them in a format such as pdf or xlsx, and return where they are, in the same order."""
        profile = f"-env:UserInstallation={self.profile.as_uri()}"
        command = ["soffice", profile, "--headless", "--norestore", "--convert-to", to, "--outdir", str(folder)]
        done = subprocess.run([*command, *map(str, files)], capture_output=True, check=True, timeout=_SECONDS)
        made = [folder / f"{file.stem}.{to.partition(':')[0]}" for file in files]
        assert all(file.is_file() for file in made), done.stderr.decode()
        return made
