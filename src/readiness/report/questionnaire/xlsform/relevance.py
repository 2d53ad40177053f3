"""Conditions as the expressions of an XLSForm: what has to hold for a question to be asked.

A form asks when nobody can tell yet. XPath knows true and false only; so each rule is put in two ways: whether it may
hold, and whether it holds for sure. `not` swaps the two.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from readiness.loading.returned.xlsform_fields import Kind, field_of
from readiness.report.questionnaire.questionnaire import AskedQuestion, Questionnaire
from readiness.report.questionnaire.rules import Rule

__all__ = ["relevance_of", "text_of"]

_TRUE, _FALSE = "true()", "false()"


def relevance_of(asked: Questionnaire) -> Mapping[str, str]:
    """Return, for each question that is not always asked, when it is."""
    relevance = _Relevance(asked)
    return {one.id: relevance.asked(one.id) for one in asked.questions if one.id in asked.rules}


class _Relevance:
    """Puts the rules of one form as expressions."""

    def __init__(self, asked: Questionnaire) -> None:
        self._rules = asked.rules
        self._questions = {one.id: one for one in asked.questions}

    def asked(self, id_: str) -> str:
        """Return when a question is asked; conditions never go in a circle."""
        return _joined([self._put(rule, may=True) for rule in self._rules.get(id_, ())], "and", _TRUE)

    def _put(self, rule: Rule, *, may: bool) -> str:
        if "all" in rule:
            return _joined([self._put(one, may=may) for one in rule["all"]], "and", _TRUE)
        if "any" in rule:
            return _joined([self._put(one, may=may) for one in rule["any"]], "or", _FALSE)
        if "not" in rule:
            return f"not({self._put(rule['not'], may=not may)})"
        if "fact" in rule:
            value = _ref(Kind.FACT, rule["fact"])
            return _either(f"{value} != ''", _compared(rule, value), missing=may)
        question = self._questions.get(rule.get("question", ""))
        return _word(may) if question is None else self._answered(rule, question, may=may)

    def _answered(self, rule: Rule, question: AskedQuestion, *, may: bool) -> str:
        """Return what comes of an answer: one that does not apply, or to a question not asked, satisfies nothing."""
        value, state = _ref(Kind.QUESTION, question.id), _ref(Kind.STATE, question.id)
        given = f"{value} != ''"
        if question.may_be_partly:
            given = f"({given} or {_ref(Kind.PARTLY, question.id)} != '')"
        compared = _ticked(rule, question) if question.type in {"checklist", "multiple"} else _compared(rule, value)
        missing = may if rule["missing"] is None else rule["missing"]
        said = _either(given, compared, missing=missing)
        parts = [self.asked(question.id), f"{state} != 'not-applicable'" if question.may_not_apply else _TRUE, said]
        return _joined(parts, "and", _TRUE)


def _either(given: str, compared: str, *, missing: bool) -> str:
    """Return what an expression comes to once there is something to compare, and what it is before that."""
    return f"(not({given}) or {compared})" if missing else _joined([given, compared], "and", _TRUE)


def _joined(parts: Sequence[str], word: str, neutral: str) -> str:
    other = _FALSE if neutral == _TRUE else _TRUE
    counting = list(dict.fromkeys(part for part in parts if part != neutral))
    if other in counting:
        return other
    return f"({f' {word} '.join(counting)})" if len(counting) > 1 else next(iter(counting), neutral)


def _ref(kind: Kind, id_: str) -> str:
    return f"${{{field_of(kind, id_)}}}"


def _word(value: bool) -> str:  # noqa: FBT001  the one thing it is about
    return _TRUE if value else _FALSE


def _compared(rule: Rule, value: str) -> str:
    if "values" in rule:
        return _joined([f"{value} = {text_of(one)}" for one in rule["values"]], "or", _FALSE)
    return _among(rule, f"number({value})")


def _ticked(rule: Rule, question: AskedQuestion) -> str:
    value, partly = _ref(Kind.QUESTION, question.id), _ref(Kind.PARTLY, question.id)
    if "includes" in rule:
        return _selected(value, rule["includes"])
    if "rungs" in rule:
        return _among(rule, _climbed(rule["rungs"], value))
    weights = [f"if({_selected(value, item)}, {weight}, 0)" for item, weight in rule["done"].items()]
    if question.may_be_partly:
        half = rule["partly"].items()
        weights += [
            f"if({_selected(partly, item)} and not({_selected(value, item)}), {weight}, 0)" for item, weight in half
        ]
    total = f"({' + '.join(weights)})"
    return _among(rule, f"if({total} > {rule['most']}, {rule['most']}, {total})")


def _selected(value: str, item: str) -> str:
    return f"selected({value}, {text_of(item)})"


def _climbed(rungs: Sequence[Sequence[str]], value: str) -> str:
    """Return how many rungs are done without a gap from the lowest."""
    above = _climbed(rungs[1:], value) if rungs[1:] else "0"
    done = _joined([_selected(value, item) for item in rungs[0]], "and", _TRUE)
    return f"if({done}, 1 + {above}, 0)"


def _among(rule: Rule, value: str) -> str:
    """Return whether a number lies where the rule holds: before, at or between its turning points."""
    turns, holds = [_number(Fraction(one)) for one in rule["turns"]], rule["holds"]
    places = [_place(at, value, turns) for at, one in enumerate(holds) if one]
    return _TRUE if all(holds) else _joined(places, "or", _FALSE)


def _place(at: int, value: str, turns: Sequence[str]) -> str:
    turn, is_at = divmod(at, 2)
    if is_at:
        return f"{value} = {turns[turn]}"
    bounds = ([f"{value} > {turns[turn - 1]}"] if turn else []) + ([f"{value} < {turns[turn]}"] if turns[turn:] else [])
    return _joined(bounds, "and", _TRUE)


def _number(value: Fraction) -> str:
    """Return a number as a decimal where that is exact, since a decimal is what people type."""
    below = value.denominator
    for prime in (2, 5):
        while below % prime == 0:
            below //= prime
    if below != 1:
        return f"({value.numerator} div {value.denominator})"
    digits = value.denominator.bit_length()
    whole = f"{value.numerator * 10**digits // value.denominator:0{digits + 2}d}"
    return str(value.numerator) if value.denominator == 1 else f"{whole[:-digits]}.{whole[-digits:]}".rstrip("0")


def text_of(value: str) -> str:
    """Return a text as a literal of XPath, whatever quotes it has and whatever would be taken for a field."""
    parts = value.replace("${", "$\0{").replace("'", "\0'\0").split("\0")
    quoted = [f'"{part}"' if part == "'" else f"'{part}'" for part in parts if part]
    return quoted[0] if len(quoted) == 1 else f"concat({', '.join(quoted)})" if quoted else "''"
