"""Office files as the same bytes each time: what their libraries stamp with the clock is stamped with a given day."""

from __future__ import annotations

import io
import zipfile
from datetime import date

__all__ = ["with_fixed_dates"]


def with_fixed_dates(package: bytes, day: date) -> bytes:
    """Return a zipped package with all its parts dated on a day, in the order in which they stand."""
    stamp = (max(day.year, 1980), day.month, day.day, 0, 0, 0)  # zip files know no day before 1980
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as given, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name in given.namelist():
            made.writestr(zipfile.ZipInfo(name, stamp), given.read(name), zipfile.ZIP_DEFLATED)
    return stream.getvalue()
