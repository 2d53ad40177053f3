"""Scores and their changes with two decimals, rounded so that what is shown adds up."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from readiness.report.numbers import decimal_text, rounded
from readiness.report.wording import gettext

__all__ = ["added_up", "difference", "hundredths_text", "shared_out", "signed", "units_between"]

_UNIT = Fraction(1, 100)


def added_up(before: Fraction, after: Fraction, parts: Sequence[Fraction]) -> tuple[str, list[str], str]:
    """Return a score before, what each part adds to it, and the score after; parts have to add up to the change."""
    units = shared_out(units_between(before, after), parts)
    return hundredths_text(before), list(map(signed, units)), hundredths_text(after)


def units_between(before: Fraction, after: Fraction) -> int:
    """Return by how many hundredths two scores differ as they are shown."""
    return _shown(after) - _shown(before)


def shared_out(total: int, parts: Sequence[Fraction]) -> list[int]:
    """Return hundredths, each next to its part, that add up to a number of hundredths near the parts' sum."""
    units = [(part / _UNIT).__floor__() for part in parts]
    rests = [part / _UNIT - unit for part, unit in zip(parts, units, strict=True)]
    missing = total - sum(units)
    step = 1 if missing > 0 else -1
    nearest = sorted((at for at in range(len(parts)) if parts[at]), key=lambda at: -step * rests[at])
    for turn in range(abs(missing) if nearest else 0):
        units[nearest[turn % len(nearest)]] += step
    return units


def difference(before: Fraction, after: Fraction) -> str:
    """Return a change with its sign, as the two scores that are shown have it."""
    return signed(units_between(before, after))


def hundredths_text(score: Fraction | None) -> str:
    """Return a score with two decimals; below a level that it has not reached it stays below."""
    return gettext("no score") if score is None else _plain(_shown(score))


def signed(hundredths: int) -> str:
    """Return a change with its sign; what is shown as 0.00 has none."""
    return f"{'+' if hundredths > 0 else ''}{_plain(hundredths)}"


def _shown(score: Fraction) -> int:
    """Return a score in hundredths, rounded half up, but never to a level that it has not reached."""
    units = int(rounded(score / _UNIT, 0))
    is_carried = score < score.__ceil__() <= units * _UNIT
    return (score / _UNIT).__floor__() if is_carried else units


def _plain(hundredths: int) -> str:
    return decimal_text(hundredths * _UNIT, 2)
