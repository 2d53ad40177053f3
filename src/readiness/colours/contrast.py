"""Contrast as the Web Content Accessibility Guidelines 2.2 define it."""

from __future__ import annotations

__all__ = ["channels", "contrast", "hexadecimal", "linear", "luminance"]

_MOST = 255


def channels(colour: str) -> tuple[float, float, float]:
    """Return red, green and blue of #RRGGBB, from 0 to 1."""
    red, green, blue = (int(colour[start : start + 2], 16) / _MOST for start in (1, 3, 5))
    return red, green, blue


def hexadecimal(red: float, green: float, blue: float) -> str:
    """Return a colour as #RRGGBB; what lies beyond the ends of a channel stops there."""
    return "#" + "".join(f"{round(_MOST * min(1.0, max(0.0, value))):02X}" for value in (red, green, blue))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21: (lighter + 0.05) / (darker + 0.05).

    WCAG 2.2, "contrast ratio" and "relative luminance".
    """
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of #RRGGBB as WCAG 2.2 defines it: 0 for black, 1 for white."""
    red, green, blue = (linear(value) for value in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(value: float) -> float:
    """Return a channel of sRGB in proportion to light, both from 0 to 1."""
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)  # noqa: PLR2004  of sRGB
