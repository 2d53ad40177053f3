"""PNG and JPEG: only their pixels are kept."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from readiness.loading.logo.picture import Picture, UnusableLogo, check_shape

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["clean_raster"]

_MOST_PIXELS = 12_000_000
"""More than a logo needs, and few enough to unpack: 48 MB."""
_SHOWN = (1200, 600)
"""Pixels that are printed at 600 dots an inch where the logo stands."""


def clean_raster(content: bytes) -> Picture:
    """Return a PNG of the pixels of a PNG or JPEG file, without anything else that the file holds.

    Raises:
        UnusableLogo: it is damaged, of another format, or too large when it is unpacked.
    """
    image = _pixels(content)
    check_shape(*image.size)
    stream = io.BytesIO()
    image.save(stream, "PNG", optimize=True)
    return Picture(stream.getvalue(), ".png", *image.size)


@contextmanager
def _nothing_cut_off() -> Iterator[None]:
    """Let Pillow refuse half a picture, which WeasyPrint, once it is imported, makes it accept everywhere."""
    from PIL import ImageFile

    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _pixels(content: bytes) -> Image:
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with warnings.catch_warnings(), _nothing_cut_off():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=["PNG", "JPEG"]) as opened:
                _check_pixels(*opened.size)
                upright = ImageOps.exif_transpose(opened)
                image = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    except UnidentifiedImageError:
        raise UnusableLogo("it is neither PNG nor JPEG") from None
    except UnusableLogo:
        raise
    except (OSError, SyntaxError, ValueError, Warning, Image.DecompressionBombError) as error:
        raise UnusableLogo(f"it is damaged: {error}") from None
    image.thumbnail(_SHOWN)
    image.info.clear()
    return image


def _check_pixels(width: int, height: int) -> None:
    """Refuse what is too large before it is unpacked."""
    if width * height > _MOST_PIXELS:
        raise UnusableLogo(f"it has {width:,} × {height:,} pixels; {_SHOWN[0]} in width are enough")
