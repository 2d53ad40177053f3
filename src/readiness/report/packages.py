"""Office files as the same bytes each time: what their libraries stamp with the clock is stamped with a given day."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date

__all__ = ["with_fixed_dates"]

_CORE = "docProps/core.xml"
_MOMENT = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_FIRST_YEAR = 1980
"""Zip files know no day before it."""


def with_fixed_dates(package: bytes, day: date) -> bytes:
    """Return a zipped package with all its parts dated on a day, and so the workbooks that charts have within it."""
    stamp = (max(day.year, _FIRST_YEAR), day.month, day.day, 0, 0, 0)
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as given, zipfile.ZipFile(stream, "w") as made:
        for name in given.namelist():
            part = _fixed(name, given.read(name), day)
            made.writestr(zipfile.ZipInfo(name, stamp), part, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _fixed(name: str, part: bytes, day: date) -> bytes:
    if name == _CORE:
        return _MOMENT.sub(f"{day.isoformat()}T00:00:00Z".encode(), part)
    return with_fixed_dates(part, day) if name.endswith(".xlsx") else part
