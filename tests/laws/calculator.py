"""A reader with a pocket calculator: finds every equation that an explanation prints, and works it out.

    check_equations("Score: 1 + 1.375 = 2.375")   # fine
    check_equations("0.5 × 3 = 2")                # AssertionError

What stands left of `=` is taken as far back as it is arithmetic, so `share = weight / 4` says nothing to a calculator.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from readiness.cli.explanation import explanation
from readiness.cli.frames import plain
from readiness.report.explanation import Explanation

__all__ = ["CLOSE", "Page", "check_equations", "page_of", "read_page", "value_of"]

_NUMBER = r"-?\d+(?:\.\d+)?(?:/\d+)?…?"
_SIGNS = re.compile(rf"\s*({_NUMBER}|[-+−×/^()])")
_LEFT = re.compile(rf"(?:(?:{_NUMBER}|[+−×/^()])\s*)+$")
_RIGHT = re.compile(rf"\s*({_NUMBER})(?: ≈ (-?\d+\.\d\d))?")
CLOSE = Fraction(1, 10**9)


def check_equations(text: str) -> int:
    """Work out every equation of a text and return how many there are."""
    found = 0
    for place in re.finditer("=", text):
        left, right = _LEFT.search(text[: place.start()]), _RIGHT.match(text[place.end() :])
        if left and right and re.search(r"\d", left[0]):
            _check(left[0], right[1], f"{left[0]}={right[0]}")
            assert right[2] is None or abs(value_of(right[1]) - Fraction(right[2])) <= Fraction(1, 199), right[0]
            found += 1
    return found


def _check(left: str, right: str, equation: str) -> None:
    result, said = _Reader(left).result(), value_of(right)
    is_cut = "…" in left + right or "^" in left
    assert abs(result - said) < CLOSE if is_cut else result == said, equation


def value_of(number: str) -> Fraction:
    """Return a printed number; one that is cut stands for what it begins with."""
    return Fraction(number.removesuffix("…"))


class _Reader:
    """Works out one expression, as a calculator with brackets does."""

    def __init__(self, text: str) -> None:
        self.signs = _SIGNS.findall(text)
        # A bracket that the words before it opened, as in `(its share: 1 + 2 = 3)`, is none of ours.
        while self.signs.count(")") < self.signs.count("("):
            self.signs.remove("(")

    def result(self) -> Fraction:
        value = self.sum()
        assert not self.signs, self.signs
        return value

    def sum(self) -> Fraction:
        value = self.product()
        while self.signs and self.signs[0] in "+−":
            sign, other = self.signs.pop(0), self.product()
            value = value + other if sign == "+" else value - other
        return value

    def product(self) -> Fraction:
        value = self.power()
        while self.signs and self.signs[0] in "×/":
            sign, other = self.signs.pop(0), self.power()
            value = value * other if sign == "×" else value / other
        return value

    def power(self) -> Fraction:
        value = self.atom()
        if self.signs and self.signs[0] == "^":
            self.signs.pop(0)
            exponent = self.atom()
            return value**exponent.numerator if exponent.denominator == 1 else Fraction(float(value) ** float(exponent))
        return value

    def atom(self) -> Fraction:
        sign = self.signs.pop(0)
        if sign != "(":
            return value_of(sign)
        value = self.sum()
        assert self.signs.pop(0) == ")"
        return value


@dataclass(frozen=True)
class Page:
    """What `readiness explain` prints, as a reader sees it: paragraphs, and the table of parts."""

    paragraphs: list[str]
    columns: list[str]
    rows: list[list[str]]
    """Without the titles; the last row is that of all parts."""

    def column(self, name: str) -> list[Fraction]:
        """Return the numbers below a heading, without that of all parts."""
        at = self.columns.index(name)
        return [value_of(row[at]) for row in self.rows[:-1]]

    def total(self, name: str) -> Fraction:
        """Return what a column comes to."""
        return value_of(self.rows[-1][self.columns.index(name) - len(self.columns)])

    def fact(self, name: str) -> str | None:
        """Return what stands behind a name."""
        return next((one.removeprefix(f"{name}: ") for one in self.paragraphs if one.startswith(f"{name}: ")), None)


class _Eighty:
    """A terminal of 80 columns."""

    width = 80
    is_plain = False


def page_of(found: Explanation) -> Page:
    """Return the printed explanation; long paragraphs are put together again."""
    return read_page("\n".join(plain(line).rstrip() for line in explanation(found, _Eighty())))  # type: ignore[arg-type]


def read_page(text: str) -> Page:
    """Return a printed explanation as paragraphs and table."""
    assert all(len(line) <= 80 or line.startswith("  ") for line in text.splitlines())
    paragraphs: list[str] = []
    columns: list[str] = []
    rows: list[list[str]] = []
    for line in _lines(text):
        cells = re.split(r"  +", line.strip())
        if cells[0] == "part" and not columns:
            columns = cells[1:]
        elif columns and line.startswith("  ") and (not rows or len(rows[-1]) == len(columns)):
            rows.append(cells[1:])
        elif line.startswith("  ") and paragraphs:
            paragraphs[-1] += f" {line.strip()}"
        else:
            paragraphs.append(line)
    return Page(paragraphs, columns, rows)


def _lines(text: str) -> Iterator[str]:
    return (line for line in text.splitlines() if line.strip())
