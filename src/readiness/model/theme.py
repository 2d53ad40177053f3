"""A theme: what makes reports look like those of one organisation."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from readiness.colours.palette import ACCENT, MAIN
from readiness.model.base import Line, Model, clean

__all__ = ["COLOUR_PATTERN", "LOGO_PATTERN", "Hues", "Logo", "Theme", "Wording"]

COLOUR_PATTERN = "^#[0-9A-Fa-f]{6}$"
LOGO_PATTERN = r"^[^/\\:\x00-\x1f]+\.([Pp][Nn][Gg]|[Jj][Pp][Ee]?[Gg]|[Ss][Vv][Gg])$"


def _quoted(value: object) -> object:
    """Say what is wrong where nothing is left of a colour: in YAML, a # begins a comment."""
    if value is None:
        raise PydanticCustomError("colour_comment", 'should be in quotes: "#0E4A73"; without them # begins a comment')
    return clean(value)


Colour = Annotated[
    str,
    StringConstraints(pattern=COLOUR_PATTERN),
    BeforeValidator(_quoted),
    WithJsonSchema({"type": "string", "pattern": COLOUR_PATTERN}),
]
"""A colour of sRGB as `"#0E4A73"`, in quotes."""


class Logo(Model):
    """A picture on the cover."""

    file: Annotated[str, StringConstraints(pattern=LOGO_PATTERN, max_length=200)]
    """A PNG, JPEG or SVG file in the folder of the theme. It is read, cleaned and written anew; an SVG may hold shapes
    and gradients only, without words, pictures or scripts."""
    alt: Annotated[Line, Field(max_length=200)]
    """What it shows, in words, for people who do not see it: "Arms of Northmere"."""


class Hues(Model):
    """Two colours from which all others follow."""

    main: Colour = MAIN
    """For scores, links, levels, and, darker, titles and the cover."""
    accent: Colour = ACCENT
    """For targets, gaps and milestones only. It should look unlike the main colour."""


class Wording(Model):
    """Words in place of ours, in the language of the reports."""

    cover_line: Annotated[Line, Field(max_length=160)] | None = None
    """What stands below the title, in place of "Where the agency stands, what holds it back, and a plan"."""
    contact: Annotated[Line, Field(max_length=80)] | None = None
    """Whom readers can ask, on the cover."""


class Theme(Model):
    """How reports look: any number of assessments can share one."""

    readiness: Literal["theme/1"]
    """The format of this file."""
    title: Line
    """What the theme is called."""
    logo: Logo | None = None
    """The logo on the cover; left out for none."""
    hues: Hues = Hues()
    """Two colours; ours when left out. Words in them have a contrast of at least 4.5 to 1."""
    marking: Annotated[Line, Field(max_length=60)] | None = None
    """A security marking, such as `OFFICIAL`, at the head of every page."""
    footer: Annotated[Line, Field(max_length=120)] | None = None
    """What stands at the foot of every page; the organisation and the status when left out."""
    wording: Wording = Wording()
    """Words in place of ours."""
    size: Literal["normal", "large-print"] = "normal"
    """`large-print`: text of at least 16 points in PDF and HTML, with tables written as lists."""
