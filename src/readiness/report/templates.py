"""The bundled templates and style sheets, as every page that is made from them uses them."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from readiness.report.wording import direction_of, gettext, ngettext, pgettext
from readiness.resources import templates_dir

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["environment_for", "styled"]


class _Plain(str):
    """A text within an attribute, where no element can say in which language it is."""

    __slots__ = ()


def environment_for(foreign: Mapping[str, str]) -> Environment:
    """Return a Jinja environment that escapes everything and knows nothing but the bundled templates.

    Args:
        foreign: Texts that are in another language than the page; each is put into an element that says so.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    marked = Markup('<span lang="{}" dir="{}">{}</span>')

    def with_language(value: object) -> object:
        language = foreign.get(value) if type(value) is str else None
        return marked.format(language, direction_of(language), value) if language else value

    environment = Environment(
        loader=FileSystemLoader(templates_dir()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=with_language,
    )
    environment.filters["plain"] = _Plain
    environment.globals |= {"_": gettext, "ngettext": ngettext, "pgettext": pgettext}
    return environment


def styled(names: Iterable[str], more: str = "") -> dict[str, str]:
    """Return the style sheets of these names, and rules of our own after them, with the hash that allows them."""
    from markupsafe import Markup

    style = "".join((templates_dir() / name).read_text(encoding="utf-8") for name in names) + more
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return {"style": Markup(style), "style_hash": f"sha256-{digest}"}  # noqa: S704  our own style sheets
