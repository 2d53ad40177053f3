"""Expressions as XLSForm writes them: XPath with three functions of ODK's."""

from __future__ import annotations

from fractions import Fraction

from readiness.report.questionnaire.relevance import decimal_of

__all__ = ["XPath", "text_of"]


class XPath:
    """The language of an XLSForm's expressions, a `Dialect`."""

    true, false = "true()", "false()"

    def has(self, field: str) -> str:
        """Return whether anything stands in a field."""
        return f"${{{field}}} != ''"

    def opposite(self, expression: str) -> str:
        """Return whether an expression does not hold."""
        return f"not({expression})"

    def either(self, expression: str, one: str, other: str) -> str:
        """Return one value when an expression holds, else the other."""
        return f"if({expression}, {one}, {other})"

    def says(self, field: str, text: str) -> str:
        """Return whether a field holds this very text."""
        return f"${{{field}}} = {text_of(text)}"

    def chosen(self, field: str, choice: str) -> str:
        """Return whether this is what was chosen of a list."""
        return self.says(field, choice)

    def ticked(self, field: str, choice: str) -> str:
        """Return whether this is ticked, among others perhaps."""
        return f"selected(${{{field}}}, {text_of(choice)})"

    def number(self, field: str) -> str:
        """Return the number that stands in a field."""
        return f"number(${{{field}}})"

    def exact(self, value: Fraction) -> str:
        """Return a number."""
        return decimal_of(value) or f"({value.numerator} div {value.denominator})"


def text_of(value: str) -> str:
    """Return a text as a literal of XPath, whatever quotes it has and whatever would be taken for a field."""
    parts = value.replace("${", "$\0{").replace("'", "\0'\0").split("\0")
    quoted = [f'"{part}"' if part == "'" else f"'{part}'" for part in parts if part]
    return quoted[0] if len(quoted) == 1 else f"concat({', '.join(quoted)})" if quoted else "''"
