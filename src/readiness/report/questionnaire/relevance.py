"""Conditions as the expressions of a form on a server: what has to hold for a question to be asked.

A form asks when nobody can tell yet. Its language knows true and false only; so each rule is put in two ways: whether
it may hold, and whether it holds for sure. `not` swaps the two.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Protocol

from readiness.loading.returned.fields import Kind, field_of
from readiness.report.questionnaire.questionnaire import AskedQuestion, Questionnaire
from readiness.report.questionnaire.rules import Rule

__all__ = ["Dialect", "decimal_of", "given", "relevance_of"]


class Dialect(Protocol):
    """How a form writes expressions. All have `and`, `or`, `+`, `=`, `<`, `>` and brackets."""

    true: str
    false: str

    def has(self, field: str) -> str:
        """Return whether anything stands in a field."""

    def opposite(self, expression: str) -> str:
        """Return whether an expression does not hold."""

    def either(self, expression: str, one: str, other: str) -> str:
        """Return one value when an expression holds, else the other."""

    def says(self, field: str, text: str) -> str:
        """Return whether a field holds this very text."""

    def chosen(self, field: str, choice: str) -> str:
        """Return whether this is what was chosen of a list."""

    def ticked(self, field: str, choice: str) -> str:
        """Return whether this is ticked, among others perhaps."""

    def number(self, field: str) -> str:
        """Return the number that stands in a field."""

    def exact(self, value: Fraction) -> str:
        """Return a number."""


def given(question: AskedQuestion, dialect: Dialect) -> str:
    """Return whether there is an answer."""
    parts = [dialect.has(field_of(Kind.QUESTION, question.id))]
    if question.may_be_partly:
        parts.append(dialect.has(field_of(Kind.PARTLY, question.id)))
    return f"({' or '.join(parts)})" if len(parts) > 1 else parts[0]


def relevance_of(asked: Questionnaire, dialect: Dialect) -> Mapping[str, str]:
    """Return, for each question that is not always asked, when it is."""
    relevance = _Relevance(asked, dialect)
    return {one.id: relevance.asked(one.id) for one in asked.questions if one.id in asked.rules}


class _Relevance:
    """Puts the rules of one form as expressions."""

    def __init__(self, asked: Questionnaire, dialect: Dialect) -> None:
        self._rules = asked.rules
        self._questions = {one.id: one for one in asked.questions}
        self._in = dialect

    def asked(self, id_: str) -> str:
        """Return when a question is asked; conditions never go in a circle."""
        return self._all([self._put(rule, may=True) for rule in self._rules.get(id_, ())])

    def _put(self, rule: Rule, *, may: bool) -> str:
        if "all" in rule:
            return self._all([self._put(one, may=may) for one in rule["all"]])
        if "any" in rule:
            return self._any([self._put(one, may=may) for one in rule["any"]])
        if "not" in rule:
            return self._in.opposite(self._put(rule["not"], may=not may))
        if "fact" in rule:
            field = field_of(Kind.FACT, rule["fact"])
            compared = self._among(rule, self._in.number(field)) if "turns" in rule else self._said(rule, field)
            return self._once(self._in.has(field), compared, before=may)
        question = self._questions.get(rule.get("question", ""))
        return (self._in.true if may else self._in.false) if question is None else self._of(rule, question, may=may)

    def _of(self, rule: Rule, question: AskedQuestion, *, may: bool) -> str:
        """Return what comes of an answer: one that does not apply, or to a question not asked, satisfies nothing."""
        before = may if rule["missing"] is None else rule["missing"]
        parts = [self.asked(question.id)]
        if question.may_not_apply:
            parts.append(self._in.opposite(self._in.chosen(field_of(Kind.STATE, question.id), "not-applicable")))
        return self._all([*parts, self._once(given(question, self._in), self._compared(rule, question), before=before)])

    def _once(self, has: str, compared: str, *, before: bool) -> str:
        """Return what an expression comes to once there is something to compare, and what it is before that."""
        return self._any([self._in.opposite(has), compared]) if before else self._all([has, compared])

    def _compared(self, rule: Rule, question: AskedQuestion) -> str:
        field = field_of(Kind.QUESTION, question.id)
        if question.type in {"checklist", "multiple"}:
            return self._ticked(rule, question)
        if question.type in {"level", "choice", "yes-no"}:
            return self._any([self._in.chosen(field, one) for one in rule["values"]])
        return self._among(rule, self._in.number(field)) if "turns" in rule else self._said(rule, field)

    def _said(self, rule: Rule, field: str) -> str:
        return self._any([self._in.says(field, one) for one in rule["values"]])

    def _ticked(self, rule: Rule, question: AskedQuestion) -> str:
        done, partly = field_of(Kind.QUESTION, question.id), field_of(Kind.PARTLY, question.id)
        if "includes" in rule:
            return self._in.ticked(done, rule["includes"])
        if "rungs" in rule:
            return self._among(rule, self._climbed(rule["rungs"], done))
        weights = [self._in.either(self._in.ticked(done, item), one, "0") for item, one in rule["done"].items()]
        if question.may_be_partly:
            for item, one in rule["partly"].items():
                half = self._all([self._in.ticked(partly, item), self._in.opposite(self._in.ticked(done, item))])
                weights.append(self._in.either(half, one, "0"))
        total = f"({' + '.join(weights)})"
        return self._among(rule, self._in.either(f"{total} > {rule['most']}", rule["most"], total))

    def _climbed(self, rungs: Sequence[Sequence[str]], field: str) -> str:
        """Return how many rungs are done without a gap from the lowest."""
        above = self._climbed(rungs[1:], field) if rungs[1:] else "0"
        return self._in.either(self._all([self._in.ticked(field, item) for item in rungs[0]]), f"1 + {above}", "0")

    def _among(self, rule: Rule, value: str) -> str:
        """Return whether a number lies where the rule holds: before, at or between its turning points."""
        turns, holds = [self._in.exact(Fraction(one)) for one in rule["turns"]], rule["holds"]
        places = [self._place(at, value, turns) for at, one in enumerate(holds) if one]
        return self._in.true if all(holds) else self._any(places)

    def _place(self, at: int, value: str, turns: Sequence[str]) -> str:
        turn, is_at = divmod(at, 2)
        if is_at:
            return f"{value} = {turns[turn]}"
        above = [f"{value} > {turns[turn - 1]}"] if turn else []
        return self._all(above + ([f"{value} < {turns[turn]}"] if turns[turn:] else []))

    def _all(self, parts: Sequence[str]) -> str:
        return _joined(parts, "and", self._in.true, self._in.false)

    def _any(self, parts: Sequence[str]) -> str:
        return _joined(parts, "or", self._in.false, self._in.true)


def _joined(parts: Sequence[str], word: str, neutral: str, decisive: str) -> str:
    counting = list(dict.fromkeys(part for part in parts if part != neutral))
    if decisive in counting:
        return decisive
    return f"({f' {word} '.join(counting)})" if len(counting) > 1 else next(iter(counting), neutral)


def decimal_of(value: Fraction) -> str | None:
    """Return a number as a decimal where that is exact, since a decimal is what people type; else None."""
    below = value.denominator
    for prime in (2, 5):
        while below % prime == 0:
            below //= prime
    if below != 1:
        return None
    digits = value.denominator.bit_length()
    whole = f"{value.numerator * 10**digits // value.denominator:0{digits + 2}d}"
    return str(value.numerator) if value.denominator == 1 else f"{whole[:-digits]}.{whole[-digits:]}".rstrip("0")
