"""Settings that a project or a user keeps in a file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import Field

from readiness.diagnostics import InvalidDocument, lines_of
from readiness.errors import InputError
from readiness.loading.decode import decode
from readiness.loading.document import Locator
from readiness.loading.files import STDIN, as_text, read_bytes
from readiness.loading.toml_source import as_plain, locate_keys, place_of
from readiness.model.base import Model
from readiness.workflows.selection import Choice

__all__ = ["FoundSettings", "ValidateSettings", "settings_for"]

_SETTINGS_FILE = "readiness.toml"
_PROJECT_FILE = "pyproject.toml"
_TABLE = ("tool", "readiness")
_REPOSITORY = ".git"


class ValidateSettings(Model):
    """The table `validate`: what the options of `readiness validate` are when nobody gives them."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """By a pattern as .gitignore files have them, relative to the folder of the file."""
    fail_on: Literal["error", "warning"] | None = None
    output_format: Literal["full", "concise", "json", "sarif", "github", "gitlab", "junit"] | None = None


class _File(Model):
    """A whole file of settings."""

    validate_: ValidateSettings = ValidateSettings()


@dataclass(frozen=True)
class FoundSettings:
    """The settings of one file."""

    file: str
    """Its name for messages."""
    validate: ValidateSettings
    folder: Path

    @property
    def choice(self) -> Choice:
        """The findings that the file asks for."""
        own = self.validate
        return Choice(own.select, own.ignore, own.per_file_ignores, base=self.folder, source=self.file)


def settings_for(path: str, config: str | None = None) -> FoundSettings | None:
    """Return the settings that hold for a path: those of a file that is named, or of the nearest one above.

    Raises:
        InputError: the file cannot be read, or is not TOML.
        InvalidDocument: it holds keys or values that do not exist.
    """
    file = Path(config) if config is not None else _find(_folder_of(path))
    return None if file is None else _read(file)


def _folder_of(path: str) -> Path:
    here = Path() if path == STDIN else Path(path)
    return here if here.is_dir() else here.parent if here.parent.is_dir() else Path()


def _find(start: Path) -> Path | None:
    """Return the nearest file of settings in a project, which ends at the top of its repository, or the user's own."""
    here = Path(os.path.abspath(start))  # noqa: PTH100  a link to a folder stays where it stands
    for folder in (here, *here.parents):
        if (own := folder / _SETTINGS_FILE).is_file():
            return own
        if (shared := folder / _PROJECT_FILE).is_file() and _has_table(shared):
            return shared
        if (folder / _REPOSITORY).exists():
            break
    return next((file for file in _files_of_user() if file.is_file()), None)


def _read(file: Path) -> FoundSettings:
    name = _shown(file)
    text, problem = as_text(read_bytes(name))
    if problem:
        raise InputError(f"{name}:{problem.mark.line}:{problem.mark.column}: {problem.message}", hint=problem.help)
    value = _parsed(name, text)
    for key in _TABLE if file.name == _PROJECT_FILE else ():
        value = value.get(key, {}) if isinstance(value, dict) else {}
    root = locate_keys(value, _TABLE if file.name == _PROJECT_FILE else (), lines_of(text))
    settings, findings = decode(value, _File, root)
    if settings is None:
        diagnostics = tuple(map(Locator(name, root).diagnose, findings))
        raise InvalidDocument(f"{name} cannot be used", diagnostics=diagnostics, text=text)
    return FoundSettings(name, settings.validate_, Path(os.path.abspath(file)).parent)  # noqa: PTH100


def _parsed(name: str, text: str) -> object:
    import tomllib

    try:
        return as_plain(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        message, line, column = place_of(str(error), text)
        raise InputError(f"{name}:{line}:{column}: {message}", hint="the file should be TOML") from None
    except RecursionError:
        raise InputError(
            f"{name} is nested too deeply to be read", hint="settings are tables of texts and of lists of texts"
        ) from None


def _has_table(file: Path) -> bool:
    """Tell whether a file speaks of us at all; most of these files belong to other tools."""
    try:
        return b"tool.readiness" in file.read_bytes()
    except OSError:
        return False


def _files_of_user() -> Iterator[Path]:
    """Yield where a user may keep settings, on any system."""
    for variable in ("XDG_CONFIG_HOME", "APPDATA"):
        if folder := os.environ.get(variable):
            yield Path(folder, "readiness", _SETTINGS_FILE)
    if home := os.environ.get("HOME"):
        yield Path(home, ".config", "readiness", _SETTINGS_FILE)


def _shown(file: Path) -> str:
    """Return a name for messages: from the working folder when the file lies in it."""
    here = Path.cwd()
    return str(file.relative_to(here) if file.is_relative_to(here) else file)
