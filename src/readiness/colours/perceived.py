"""Colours as people see them: how light, how strong, of which hue.

The space is OKLCH: B. Ottosson, "A perceptual color space for image processing", 2020, with the matrices given there.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from readiness.colours.contrast import channels, hexadecimal, linear, luminance

__all__ = ["STEPS", "Perceived", "apart", "as_hexadecimal", "as_light_as", "perceived"]

STEPS = 12
"""Halvings after which a search is nearer than a step of a channel."""
_INSIDE = 1e-4


class Perceived(NamedTuple):
    """A colour in OKLCH."""

    lightness: float
    """From 0, black, to 1, white."""
    chroma: float
    """0 for a grey; the strongest colours of a screen have about 0.3."""
    hue: float
    """In radians."""


def perceived(colour: str) -> Perceived:
    """Return #RRGGBB as people see it."""
    lightness, a, b = _lab(colour)
    return Perceived(lightness, math.hypot(a, b), math.atan2(b, a))


def apart(one: str, other: str) -> float:
    """Return how different two colours look: their distance in OKLab; black and white are 1 apart."""
    return math.dist(_lab(one), _lab(other))


def as_hexadecimal(colour: Perceived) -> str:
    """Return a colour as #RRGGBB; one too strong for a screen loses strength, not hue or lightness."""
    if _fits(colour):
        return hexadecimal(*_srgb(colour))
    weak, strong = 0.0, colour.chroma
    for _ in range(STEPS):
        middle = (weak + strong) / 2
        weak, strong = (middle, strong) if _fits(colour._replace(chroma=middle)) else (weak, middle)
    return hexadecimal(*_srgb(colour._replace(chroma=weak)))


def as_light_as(colour: str, wanted: Perceived) -> str:
    """Return the colour of a hue and strength that has the luminance of another one, and so its contrasts."""
    goal = luminance(colour)
    dark, light = 0.0, 1.0
    for _ in range(STEPS):
        middle = (dark + light) / 2
        darker = luminance(as_hexadecimal(wanted._replace(lightness=middle))) < goal
        dark, light = (middle, light) if darker else (dark, middle)
    return as_hexadecimal(wanted._replace(lightness=light))


def _fits(colour: Perceived) -> bool:
    return all(-_INSIDE <= value <= 1 + _INSIDE for value in _srgb(colour))


def _lab(colour: str) -> tuple[float, float, float]:
    red, green, blue = (linear(value) for value in channels(colour))
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _srgb(colour: Perceived) -> tuple[float, float, float]:
    a, b = colour.chroma * math.cos(colour.hue), colour.chroma * math.sin(colour.hue)
    long = (colour.lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (colour.lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (colour.lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _encoded(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
        _encoded(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
        _encoded(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short),
    )


def _encoded(value: float) -> float:
    """Return light as a channel of sRGB, the reverse of `linear`."""
    return float(12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055)  # noqa: PLR2004
