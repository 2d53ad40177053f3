"""Where the bundled frameworks, templates and examples lie."""

from __future__ import annotations

from pathlib import Path

__all__ = ["bundled", "examples_dir", "frameworks_dir", "templates_dir"]

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def bundled(name: str) -> Path:
    """Return a bundled folder: the packaged one, or in a checkout the one at the top."""
    packaged = _PACKAGE / "_bundled" / name
    return packaged if packaged.is_dir() else _CHECKOUT / name


def frameworks_dir() -> Path:
    """Return the folder of the bundled frameworks."""
    return bundled("frameworks")


def templates_dir() -> Path:
    """Return the folder of the report's templates, styles and fonts."""
    return bundled("templates")


def examples_dir() -> Path:
    """Return the folder of the worked examples."""
    return bundled("examples")
