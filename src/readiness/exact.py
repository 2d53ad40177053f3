"""The exact number that everything is computed with: one kind of `Fraction`, the quickest that is installed.

quicktions is the standard library's class, compiled; it needs a third of the time. Where it has no wheel, as in a
browser, the standard library does the same. Numbers of both kinds are equal, hash alike and can be mixed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["Fraction"]

if TYPE_CHECKING:
    from fractions import Fraction
else:
    try:
        from quicktions import Fraction
    except ImportError:
        from fractions import Fraction
