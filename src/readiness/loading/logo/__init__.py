"""Logos: pictures of others, made anew from the little that is allowed in them."""

from __future__ import annotations

from readiness.loading.logo.picture import Picture, UnusableLogo
from readiness.loading.logo.raster import clean_raster
from readiness.loading.logo.vector import clean_vector

__all__ = ["MOST_BYTES", "Picture", "UnusableLogo", "clean_logo"]

MOST_BYTES = 2_000_000
"""More than a logo has in any format."""


def clean_logo(content: bytes, name: str) -> Picture:
    """Return a logo as a picture that can do no harm.

    Args:
        content: What its file holds.
        name: Its name; the suffix says what the content should be.

    Raises:
        UnusableLogo: it is damaged, too large, something else than it says, or holds what is not allowed.
    """
    if len(content) > MOST_BYTES:
        raise UnusableLogo(f"it is larger than {MOST_BYTES // 1_000_000} MB")
    return clean_vector(content) if name.lower().endswith(".svg") else clean_raster(content)
