"""The programs that shape a report: with other versions of them, the same inputs may give other pages."""

from __future__ import annotations

import zlib
from importlib.metadata import PackageNotFoundError, version

__all__ = ["made_with"]

_SHAPE_THE_PLAN = ("highspy", "numpy")
_SHAPE_THE_PAGES = ("fonttools", "jinja2", "pydyf", "weasyprint")


def made_with(own_version: str) -> dict[str, str]:
    """Return the version of each program that shapes a PDF, by name."""
    from weasyprint.text.ffi import pango

    number = pango.pango_version()
    libraries = {
        "pango": f"{number // 10_000}.{number // 100 % 100}.{number % 100}",
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
    }
    packages = {name: _version(name) for name in (*_SHAPE_THE_PLAN, *_SHAPE_THE_PAGES)}
    return {"readiness": own_version} | dict(sorted((libraries | packages).items()))


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"
