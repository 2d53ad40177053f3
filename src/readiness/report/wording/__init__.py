"""Every sentence that a report puts before a reader, in the language that it is written in.

    with speaking(catalogue):
        gettext("The target is {target}.", target=name)

A message is a whole sentence or label with named places for what varies, never a part that code joins to another one:
languages order their words in other ways. The English text is the key; `./dev messages` collects all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from readiness.report.wording.catalogue import ENGLISH, Catalogue, catalogue_for, direction_of, languages

__all__ = [
    "ENGLISH",
    "Catalogue",
    "catalogue_for",
    "direction_of",
    "gettext",
    "gettext_noop",
    "languages",
    "ngettext",
    "pgettext",
    "speaking",
    "spoken",
]

_spoken: ContextVar[Catalogue] = ContextVar("spoken", default=ENGLISH)


@contextmanager
def speaking(catalogue: Catalogue) -> Iterator[None]:
    """Put everything within into a language."""
    token = _spoken.set(catalogue)
    try:
        yield
    finally:
        _spoken.reset(token)


def spoken() -> Catalogue:
    """Return the language that is being written in."""
    return _spoken.get()


def gettext(message: str, /, **values: object) -> str:
    """Return a message in the language that is being written in, with the values in their places."""
    return pgettext("", message, **values)


def gettext_noop(message: str) -> str:
    """Return a message as it is, where it is written down and `gettext` is asked for it later."""
    return message


def pgettext(context: str, message: str, /, **values: object) -> str:
    """Return a message of which the English text alone does not say what it means; the context does."""
    text = _spoken.get().text(context, message)
    return text.format(**values) if values else text


def ngettext(one: str, more: str, number: int, /, **values: object) -> str:
    """Return the form of a message that goes with a number; `{count}` is the number in digits unless given."""
    text = _spoken.get().text_for("", one, more, number)
    return text.format(**{"count": f"{number:,}", **values})
