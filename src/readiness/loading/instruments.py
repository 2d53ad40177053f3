"""Finds the lists of public instruments that the sources of frameworks stand for; each file is read once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.checks.instruments import check_instrument
from readiness.checks.naming import check_file_name
from readiness.diagnostics import InvalidDocument
from readiness.loading.files import YAML_SUFFIXES
from readiness.loading.one_file import load_one

if TYPE_CHECKING:
    from collections.abc import Mapping

    from readiness.checks.finding import Finding
    from readiness.loading.document import Document
    from readiness.loading.library import Library
    from readiness.model.framework import Framework
    from readiness.model.instrument import Instrument

__all__ = ["Instruments", "load_instrument", "usable"]

FOLDER = "instruments"
"""Where lists of instruments lie: a folder beside the frameworks that refer to them."""


def load_instrument(path: str, content: bytes | None = None) -> Document[Instrument]:
    """Return the list of an instrument with all its findings."""

    def check(instrument: Instrument) -> Iterator[Finding]:
        file = Path(path)
        if file.suffix in YAML_SUFFIXES:
            yield from check_file_name(instrument, file.name)
        yield from check_instrument(instrument)

    return load_one(path, content, "instrument/1", check)


@dataclass
class Instruments:
    """Finds lists of instruments by id: in the folder `instruments` of each folder of frameworks, first match wins."""

    _read: dict[Path, Document[Instrument]] = field(default_factory=dict)

    def find(self, id_: str, library: Library) -> Document[Instrument] | None:
        """Return the list of an instrument, or None where there is none for the frameworks of a library."""
        paths = (folder / FOLDER / f"{id_}.yaml" for folder in library.folders)
        path = next((path for path in paths if path.is_file()), None)
        if path is None:
            return None
        if path not in self._read:
            self._read[path] = load_instrument(str(path))
        return self._read[path]

    def ids(self, library: Library) -> tuple[str, ...]:
        """Return the ids of all instruments of which there is a list, sorted."""
        folders = (folder / FOLDER for folder in library.folders)
        return tuple(sorted({path.stem for folder in folders if folder.is_dir() for path in folder.glob("*.yaml")}))

    def behind(self, framework: Framework, library: Library) -> Mapping[str, Instrument]:
        """Return the lists of all standards that a framework refers to, by id, as far as there are lists.

        Raises:
            InvalidDocument: one of them has errors.
        """
        ids = [id_ for id_, source in framework.sources.items() if source.kind == "standard"]
        return {id_: usable(document) for id_ in ids if (document := self.find(id_, library))}

    def files(self) -> dict[str, str]:
        """Return the text of every list that has been read, by folder and file name."""
        return {f"{FOLDER}/{path.name}": one.text for path, one in self._read.items()}


def usable(document: Document[Instrument]) -> Instrument:
    """Return what a file says.

    Raises:
        InvalidDocument: it has errors.
    """
    if document.model is None:
        raise InvalidDocument(f"{document.file} has errors", diagnostics=document.diagnostics, text=document.text)
    return document.model
