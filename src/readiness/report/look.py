"""How reports look: what a theme says, ready to be laid out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from readiness.colours.palette import DEFAULT, Palette, palette_of
from readiness.loading.logo import Picture

if TYPE_CHECKING:
    from readiness.loading.templates import Templates
    from readiness.model.theme import Theme

__all__ = ["LOGO", "OURS", "TEMPLATES", "THEME", "Look", "ShownLogo", "look_of", "with_templates"]

THEME = "readiness-theme.yaml"
"""What a report calls the theme that it carries."""
LOGO = "readiness-logo"
"""And the logo, before its suffix."""
TEMPLATES = "readiness-templates.json"
"""And the templates in place of ours, by name."""
_ROOM = (46.0, 14.0)
"""For a logo on the cover, in mm."""


@dataclass(frozen=True, slots=True)
class ShownLogo:
    """The logo with its words."""

    picture: Picture
    alt: str

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in mm, as large as there is room for it on a cover."""
        return self.picture.within(*_ROOM)


@dataclass(frozen=True, slots=True)
class Look:
    """How a report looks; texts that are empty are ours."""

    palette: Palette = DEFAULT
    logo: ShownLogo | None = None
    marking: str = ""
    footer: str = ""
    cover_line: str = ""
    contact: str = ""
    is_large: bool = False
    """Whether it is in large print."""
    templates: Templates | None = None
    """Those that take the place of ours; somebody else wrote them."""
    carried: Mapping[str, bytes] = field(default_factory=dict)
    """The files that a report carries so that it can be made again, by name."""


OURS = Look()


def look_of(theme: Theme, text: str, picture: Picture | None) -> Look:
    """Return how a theme makes reports look.

    Args:
        theme: What its file says.
        text: The file.
        picture: The logo that it names, cleaned; None where it names none.
    """
    hues, words = theme.hues, theme.wording
    logo = ShownLogo(picture, theme.logo.alt) if picture and theme.logo else None
    carried = {THEME: text.encode()} | ({LOGO + picture.suffix: picture.content} if picture else {})
    return Look(
        palette=palette_of(hues.main, hues.accent),
        logo=logo,
        marking=theme.marking or "",
        footer=theme.footer or "",
        cover_line=words.cover_line or "",
        contact=words.contact or "",
        is_large=theme.size == "large-print",
        carried=carried,
    )


def with_templates(look: Look, templates: Templates) -> Look:
    """Return a look with templates in place of ours, which the report carries, so that all can see how it was made."""
    text = json.dumps(dict(templates.texts), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    return replace(look, templates=templates, carried={**look.carried, TEMPLATES: text.encode()})
