"""Reads themes, with the logo beside them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.checks.finding import Finding
from readiness.checks.themes import check_theme
from readiness.diagnostics import InvalidDocument
from readiness.errors import InputError
from readiness.loading.files import STDIN, read_bytes
from readiness.loading.logo import MOST_BYTES, Picture, UnusableLogo, clean_logo
from readiness.loading.one_file import load_one

if TYPE_CHECKING:
    from readiness.loading.document import Document
    from readiness.model.theme import Logo, Theme

__all__ = ["load_theme", "logo_of", "theme_alone", "usable_theme"]


def load_theme(path: str, content: bytes | None = None) -> Document[Theme]:
    """Return a theme with all findings, those of its logo included."""
    folder = Path() if path == STDIN else Path(path).parent

    def check(theme: Theme) -> Iterator[Finding]:
        yield from check_theme(theme)
        if theme.logo is not None:
            try:
                logo_of(theme.logo, folder)
            except UnusableLogo as reason:
                yield Finding("RM003", ("logo", "file"), f"{theme.logo.file} cannot be used: {reason}")

    return load_one(path, content, "theme/1", check)


def usable_theme(path: str) -> tuple[Document[Theme], Picture | None]:
    """Return a theme that reports can be made with, and its logo.

    Raises:
        InputError: the file cannot be read.
        InvalidDocument: it has errors.
    """
    document = load_theme(path)
    if document.model is None:
        raise InvalidDocument(f"{path} cannot be used", diagnostics=document.diagnostics, text=document.text)
    logo = document.model.logo
    return document, logo_of(logo, Path(path).parent) if logo else None


def theme_alone(name: str, content: bytes) -> Theme:
    """Return a theme that comes without the file of its logo.

    Raises:
        InvalidDocument: it has errors.
    """
    document = load_one(name, content, "theme/1", check_theme)
    if document.model is None:
        raise InvalidDocument(f"{name} cannot be used", diagnostics=document.diagnostics, text=document.text)
    theme: Theme = document.model
    return theme


def logo_of(logo: Logo, folder: Path) -> Picture:
    """Return the logo of a theme that lies in a folder.

    Raises:
        UnusableLogo: there is no such file, it is a link to another place, or it holds what is not allowed.
    """
    path = folder / logo.file
    if path.is_symlink():
        raise UnusableLogo("it is a link; put the file itself beside the theme")
    if not path.is_file():
        raise UnusableLogo("there is no such file beside the theme")
    try:
        return clean_logo(read_bytes(str(path), most=MOST_BYTES), logo.file)
    except InputError as error:
        raise UnusableLogo(str(error)) from None
