"""The bundled templates and style sheets, as every page that is made from them uses them."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from readiness.report.painting import variables
from readiness.report.wording import direction_of, gettext, ngettext, pgettext
from readiness.resources import templates_dir

if TYPE_CHECKING:
    from jinja2 import BaseLoader, Environment

    from readiness.loading.templates import Templates

__all__ = ["environment_for", "hash_of", "styled", "unindented"]

_INDENTATION = re.compile(r"\n[ \t]+")
_END_TAG = re.compile(
    r"</(?:td|th|tr|thead|li|dt|dd)>|</p>(?=\s*</?(?:p|div|dl|ul|ol|table|section|details|td|th|dd|li)\b)"
)
_QUOTED = re.compile(r"(?<=[a-z])=\"([\w-]+)\"(?=[ >{])")
"""A value of an attribute that needs no quotes; one that a template puts together keeps them."""


class _Plain(str):
    """A text within an attribute, where no element can say in which language it is."""

    __slots__ = ()


def environment_for(
    foreign: Mapping[str, str], *, tight: bool = False, templates: Templates | None = None
) -> Environment:
    """Return a Jinja environment that escapes everything and knows nothing but the bundled templates.

    Args:
        foreign: Texts that are in another language than the page; each is put into an element that says so.
        tight: Whether what HTML lets one leave out is left out: a sixth of a page that is full of tables.
        templates: Those that take the place of ours; with them, all are rendered in a sandbox.
    """
    from jinja2 import StrictUndefined
    from jinja2.ext import Extension
    from markupsafe import Markup

    class Tight(Extension):
        """Leaves out of our templates what HTML does not need; what is put into them stays as it is."""

        def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
            return _QUOTED.sub(r"=\1", _END_TAG.sub("", _INDENTATION.sub("\n", source)))

    marked = Markup('<span lang="{}" dir="{}">{}</span>')

    def with_language(value: object) -> object:
        language = foreign.get(value) if type(value) is str else None
        return marked.format(language, direction_of(language), value) if language else value

    kind, loader = _kind_and_loader(templates)
    environment = kind(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=with_language,
        extensions=[Tight] if tight else [],
    )
    environment.filters["plain"] = _Plain
    environment.globals = {"_": gettext, "ngettext": ngettext, "pgettext": pgettext, **environment.globals}
    return environment


def _kind_and_loader(templates: Templates | None) -> tuple[type[Environment], BaseLoader]:
    from jinja2 import Environment, FileSystemLoader

    from readiness.report.sandbox import Sandbox, over

    ours = FileSystemLoader(templates_dir())
    return (Environment, ours) if templates is None else (Sandbox, over(templates.texts, ours))


def styled(names: Iterable[str], more: str = "") -> dict[str, str]:
    """Return the style sheets of these names, their colours and more rules, with the hash that allows them."""
    from markupsafe import Markup

    style = variables() + "".join(unindented(name) for name in names) + more
    return {"style": Markup(style), "style_hash": hash_of(style)}  # noqa: S704  our own style sheets


def unindented(name: str) -> str:
    """Return a style sheet or a script of ours without its indentation."""
    return _INDENTATION.sub("\n", (templates_dir() / name).read_text(encoding="utf-8"))


def hash_of(text: str) -> str:
    """Return what a Content-Security-Policy allows a style sheet or a script by."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
