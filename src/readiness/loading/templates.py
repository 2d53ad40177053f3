"""Reads the templates that take the place of ours, from a folder of the user."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from readiness.errors import InputError, UsageErrors, nearest
from readiness.loading.files import as_text
from readiness.resources import templates_dir

__all__ = ["MOST_OF_TEMPLATE", "Templates", "read_templates", "replaceable"]

MOST_OF_TEMPLATE = 200_000
"""Bytes of one template: ten times our longest."""
_SUFFIX = ".html"
_OURS_ALONE = frozenset({"shell.html", "workbook.html", "evidence.html"})
"""The head of the page, which says what a browser may do, and the pages that are no report."""


@dataclass(frozen=True, slots=True)
class Templates:
    """Templates that somebody else wrote."""

    folder: str
    """Where they lie, for messages."""
    texts: Mapping[str, str]
    """By the name of the template that each takes the place of."""


def replaceable() -> frozenset[str]:
    """Return the names of the templates that can be replaced, as `report.html` or `sections/gaps.html`."""
    ours = templates_dir()
    found = {path.relative_to(ours).as_posix() for path in (*ours.glob("*.html"), *ours.glob("sections/*.html"))}
    return frozenset(found - _OURS_ALONE)


def read_templates(folder: str) -> Templates:
    """Return the templates in a folder; files that do not end in .html are no templates.

    Raises:
        InputError: there is no such folder, or it holds no template.
        UsageErrors: files of it cannot be used, all of which are told.
    """
    root, texts, wrong = Path(folder), dict[str, str](), list[InputError]()
    if not root.is_dir():
        raise InputError(f"{folder} is no folder", hint="name the folder that holds your templates")
    for path in _templates_in(root):
        name = path.relative_to(root).as_posix()
        try:
            texts[name] = _text(path, name, folder)
        except InputError as error:
            wrong.append(error)
    if wrong:
        raise UsageErrors(f"the templates in {folder} cannot be used", wrong)
    if not texts:
        raise InputError(f"{folder} holds no template", hint=f"a template is called like ours, as {_EXAMPLE}")
    return Templates(folder, texts)


_EXAMPLE = "sections/summary.html"


def _templates_in(root: Path) -> Iterator[Path]:
    """Yield what is called like a template; links to folders are not followed."""
    for folder, _, names in sorted(os.walk(root)):
        yield from (Path(folder, name) for name in sorted(names) if name.endswith(_SUFFIX))


def _text(path: Path, name: str, folder: str) -> str:
    """Return the text of a template.

    Raises:
        InputError: it is called like none of ours, is no file of its own, is too large, or is no text.
    """
    known = replaceable()
    if name not in known:
        close = nearest(name, known)
        hint = f"did you mean {close}?" if close else f"the names are {', '.join(sorted(known))}"
        raise InputError(f"{folder}/{name} takes the place of no template", hint=hint)
    if path.is_symlink() or not path.is_file():
        raise InputError(f"{folder}/{name} is a link, or no file", hint="put a copy of the file there")
    try:
        with path.open("rb") as stream:
            content = stream.read(MOST_OF_TEMPLATE + 1)
    except OSError as error:
        raise InputError(f"{folder}/{name} cannot be read: {error.strerror}") from None
    if len(content) > MOST_OF_TEMPLATE:
        raise InputError(f"{folder}/{name} is larger than {MOST_OF_TEMPLATE // 1_000} KB")
    text, problem = as_text(content)
    if problem is not None:
        raise InputError(f"{folder}/{name} is no UTF-8 text")
    return text
