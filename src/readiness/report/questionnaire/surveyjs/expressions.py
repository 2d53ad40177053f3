"""Expressions as SurveyJS writes them."""

from __future__ import annotations

import re
from fractions import Fraction

from readiness.report.questionnaire.relevance import decimal_of

__all__ = ["SurveyExpressions"]

_QUOTE = re.compile("['\"]")


class SurveyExpressions:
    """The language of a survey's expressions, a `Dialect`."""

    true, false = "(1 = 1)", "(1 = 0)"

    def has(self, field: str) -> str:
        """Return whether anything stands in a field."""
        return f"{{{field}}} notempty"

    def opposite(self, expression: str) -> str:
        """Return whether an expression does not hold."""
        return f"!({expression})"

    def either(self, expression: str, one: str, other: str) -> str:
        """Return one value when an expression holds, else the other."""
        return f"iif({expression}, {one}, {other})"

    def says(self, field: str, text: str) -> str:
        """Return whether a field holds this very text.

        To SurveyJS, `=` is blind to case, and takes texts that look like numbers or truth values for those. What comes
        neither before nor behind a text is the same; `#` and the stroke keep both sides texts.
        """
        literal = "'" + _QUOTE.sub(r"\\\g<0>", text) + "|'"
        return f"(!({{#{field}}} + '|' < {literal}) and !({{#{field}}} + '|' > {literal}))"

    def chosen(self, field: str, choice: str) -> str:
        """Return whether this is what was chosen of a list."""
        return f"{{{field}}} = '{choice}'"

    def ticked(self, field: str, choice: str) -> str:
        """Return whether this is ticked, among others perhaps."""
        return f"{{{field}}} contains '{choice}'"

    def number(self, field: str) -> str:
        """Return the number that stands in a field."""
        return f"{{{field}}}"

    def exact(self, value: Fraction) -> str:
        """Return a number."""
        return decimal_of(value) or f"({value.numerator} / {value.denominator})"
