"""What a logo is once it is clean."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Picture", "UnusableLogo", "check_shape"]

_MOST_STRETCHED = 12
"""Times as wide as high, or as high as wide, beyond which a logo is a line."""


class UnusableLogo(ValueError):
    """Why a picture cannot be used, as the end of a sentence about it."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture made by us."""

    content: bytes
    suffix: str
    """`.png` or `.svg`."""
    width: float
    height: float
    """In any unit: only how they relate matters."""

    def within(self, width: float, height: float) -> tuple[float, float]:
        """Return the largest width and height, in the unit of the room, that it can have in a room."""
        scale = min(width / self.width, height / self.height)
        return self.width * scale, self.height * scale


def check_shape(width: float, height: float) -> None:
    """Refuse a picture without area, or one that is a line.

    Raises:
        UnusableLogo: it is such a picture.
    """
    if not (width > 0 and height > 0):
        raise UnusableLogo("it has no width or no height")
    if max(width / height, height / width) > _MOST_STRETCHED:
        raise UnusableLogo(f"one side is over {_MOST_STRETCHED} times as long as the other")
