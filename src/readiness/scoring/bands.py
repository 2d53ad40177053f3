"""Finds the band that a node lies in."""

from __future__ import annotations

from fractions import Fraction

from readiness.model.bands import Band, Bands
from readiness.model.scale import Scale
from readiness.scoring.adjust import value_of

__all__ = ["band_of"]


def band_of(bands: Bands, ratio: Fraction, maximum: Fraction, scale: Scale) -> Band:
    """Return the band of a node; bands that have been checked hold every value there can be."""
    value = value_of(bands.of, ratio, maximum, scale)
    return next((band for band in bands.ranges if _ends_above(band, value, bands)), bands.ranges[-1])


def _ends_above(band: Band, value: Fraction, bands: Bands) -> bool:
    if band.to is None:
        return True
    return value <= band.to if bands.inclusive == "upper" else value < band.to
