"""Reports that try what an office file has to stand."""

from __future__ import annotations

from functools import cache

from readiness.report.inputs import ReportInput
from tests.builders import a_framework, a_question, an_area
from tests.unit.report.given import a_report, a_rich_report
from tests.unit.report.wording import in_pseudo

HOSTILE = '=cmd|" /C calc"!A1 <w:p>&amp;</w:p>'
LONG = "Überlange Bezeichnung einer Dimension, die in keinem Feld je ganz zu lesen sein wird, weil sie nicht endet"


@cache
def rich() -> ReportInput:
    """Return the report in which every state of an answer occurs."""
    return a_rich_report()


@cache
def hostile() -> ReportInput:
    """Return a report whose every text of a user looks like a formula or like markup."""
    framework = a_framework(0, areas=[an_area("d1", [a_question("d1-q1", ask=HOSTILE)], title=HOSTILE)], title=HOSTILE)
    answers = {"d1-q1": {"level": 1, "note": HOSTILE}}
    return a_report(answers, framework, organisation={"name": HOSTILE}, status=HOSTILE)


@cache
def large() -> ReportInput:
    """Return fourteen dimensions with long names and two hundred questions, some of them answered."""
    framework = a_framework(0, areas=[_area(number) for number in range(14)])
    return a_report({f"d{n}-q{k}": 1 + (n + k) % 5 for n in range(14) for k in range(5)}, framework)


def _area(number: int) -> dict[str, object]:
    questions = [a_question(f"d{number}-q{k}", topic=f"{LONG} {k}") for k in range(15 if number else 5)]
    return an_area(f"d{number}", questions, title=f"{number} {LONG}")


@cache
def bare() -> ReportInput:
    """Return a single question without an answer, a target or a plan."""
    return a_report({}, a_framework(1, 1, targets=None))


@cache
def from_the_right() -> ReportInput:
    """Return a report in a language that is written from the right."""
    given = a_report({"d1-q1": 2}, a_framework(language="ar", title="الجاهزية الرقمية"))
    return in_pseudo(given, "ar")


EVERY_SHAPE = (rich, hostile, large, bare, from_the_right)
