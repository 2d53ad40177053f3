"""The media types of the files that reports hold: those of the system differ from machine to machine."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["MEDIA_TYPES"]

MEDIA_TYPES: Mapping[str, str] = MappingProxyType(
    {
        ".json": "application/json",
        ".png": "image/png",
        ".svg": "image/svg+xml",
        ".ttf": "font/ttf",
        ".yaml": "application/yaml",
    }
)
"""By suffix."""
