"""What every answer type keeps to. A new type joins by its line in `ANSWER_TYPES` and its answers below."""

from __future__ import annotations

import sys
from fractions import Fraction
from typing import Any, cast, get_args

import pytest

from readiness.loading.files import sniff
from readiness.model.answers import (
    ANSWER_TYPES,
    Answer,
    AnswerBase,
    ChoiceAnswer,
    Mistyped,
    NotApplicable,
    Question,
    QuestionBase,
    Unanswered,
    Unknown,
    typed_answer,
)
from readiness.model.comparisons import answer_satisfies
from readiness.model.conditions import QuestionCondition
from readiness.model.framework import Framework
from readiness.model.scale import MATURITY_5, Scale
from tests.builders import (
    Plain,
    a_framework,
    a_question,
    an_assessment,
    as_yaml,
    check_assessment,
    read_assessment,
    read_framework,
)

TYPES = list(ANSWER_TYPES)
SCORED = [name for name, kind in ANSWER_TYPES.items() if kind.question.scored]

FITTING: dict[str, list[tuple[Plain, Fraction | None]]] = {
    "level": [
        ({"level": 1}, Fraction(0)),
        ({"level": 2}, Fraction(1, 4)),
        ({"level": 4}, Fraction(3, 4)),
        ({"level": 5}, Fraction(1)),
    ],
    "checklist": [
        ({"done": []}, Fraction(0)),
        ({"partly": ["a"]}, Fraction(1, 4)),
        ({"done": ["a"], "partly": ["b"]}, Fraction(3, 4)),
        ({"done": ["a", "b"]}, Fraction(1)),
    ],
    "choice": [
        ({"option": "none"}, Fraction(0)),
        ({"option": "some"}, Fraction(1, 4)),
        ({"option": "all"}, Fraction(1)),
    ],
    "multiple": [
        ({"options": []}, Fraction(0)),
        ({"options": ["a"]}, Fraction(1, 4)),
        ({"options": ["b", "a"]}, Fraction(1)),
    ],
    "yes-no": [({"answer": "no"}, Fraction(0)), ({"answer": "yes"}, Fraction(1)), ({"answer": True}, Fraction(1))],
    "number": [
        ({"value": -5}, Fraction(0)),
        ({"value": 0}, Fraction(0)),
        ({"value": 12.5}, Fraction(1, 8)),
        ({"value": 100}, Fraction(1)),
        ({"value": 250}, Fraction(1)),
    ],
    "text": [({"text": "Some words."}, None)],
    "date": [({"date": "2026-11-20"}, None)],
}
"""For each type: answers that fit the question of the builders, each with its ratio worked out by hand."""

COMPARED: dict[str, list[dict[str, Any]]] = {
    "level": [{"is_": Fraction(3)}, {"at_least": Fraction(2)}, {"below": Fraction(4)}],
    "checklist": [{"includes": "a"}, {"at_least": Fraction(3)}, {"below": Fraction(5)}],
    "choice": [{"is_": "some"}, {"at_least": Fraction(3)}],
    "multiple": [{"includes": "a"}, {"at_least": Fraction(4)}, {"is_": Fraction(2)}],
    "date": [{"is_": "2026-11-20"}, {"is_": "2000-01-01"}],
    "yes-no": [{"is_": "yes"}, {"below": Fraction(3)}],
    "number": [{"is_": Fraction(250)}, {"at_least": Fraction(2)}, {"below": Fraction(4)}],
    "text": [{"is_": "Some words."}, {"is_": "None."}],
}
"""For each type: what conditions compare its answers with."""

TYPED: dict[str, list[tuple[str, Plain]]] = {
    "level": [("1", {"level": 1}), (" 5 ", {"level": 5})],
    "checklist": [
        ("-", {"done": []}),
        ("a", {"done": ["a"]}),
        ("b, a", {"done": ["b", "a"]}),
        ("a~", {"partly": ["a"]}),
        ("a,b~", {"done": ["a"], "partly": ["b"]}),
    ],
    "choice": [("none", {"option": "none"}), ("all", {"option": "all"})],
    "multiple": [("-", {"options": []}), ("a", {"options": ["a"]}), ("b,a", {"options": ["b", "a"]})],
    "yes-no": [("yes", {"answer": "yes"}), ("No", {"answer": "no"})],
    "number": [("12.5", {"value": 12.5}), ("-5", {"value": -5}), ("100", {"value": 100})],
    "text": [("Some words.", {"text": "Some words."}), ("Note: a colon", {"text": "Note: a colon"})],
    "date": [("2026-11-20", {"date": "2026-11-20"})],
}
"""For each type: what is typed for an answer, and the answer as a file has it."""

MISTYPED: dict[str, list[tuple[str, str, str]]] = {
    "level": [("0", "'0'", "from 1 to 5"), ("managed", "'managed'", "type 4 for Managed"), ("4.5", "'4.5'", "1 to 5")],
    "checklist": [
        ("a,z", "'z'", "a, b"),
        ("a,a~", "'a' is both", "a, b"),
        ("a,,b", "''", "a, b"),
        ("z", "'z'", "- for none"),
    ],
    "choice": [
        ("som", "'som'", "did you mean some?"),
        ("xyz", "'xyz'", "none, some, all"),
        ("-", "'-'", "none, some, all"),
    ],
    "multiple": [("a;b", "'a;b'", "a, b"), ("z,a", "'z'", "a, b")],
    "yes-no": [("maybe", "'maybe'", "yes or no"), ("true", "'true'", "yes or no")],
    "number": [
        ("12,5", "'12,5'", "12.5 (unit: %)"),
        ("12 %", "'12 %'", "12.5 (unit: %)"),
        ("1e3", "'1e3'", "12.5 (unit: %)"),
        ("1" * 30, "million million", "12.5 (unit: %)"),
        ("1" * 5000, "…' is not a number", "12.5 (unit: %)"),
    ],
    "text": [("\x00", "no words", "a sentence"), ("x" * 20_001, "longer than 20,000", "a sentence")],
    "date": [("20 November", "'20 November'", "2026-11-20"), ("2026-02-30", "'2026-02-30'", "2026-11-20")],
}
"""For each type: what is typed and is no answer, what the message names, and what the help says would work."""

UNFITTING: dict[str, list[tuple[Plain, str, str]]] = {
    "level": [({"level": 0}, "level", "0"), ({"level": 6}, "level", "6")],
    "checklist": [
        ({"done": ["a", "z"]}, "done", "'z'"),
        ({"partly": ["z"]}, "partly", "'z'"),
        ({"done": ["a"], "partly": ["a"]}, "partly", "'a'"),
    ],
    "choice": [({"option": "most"}, "option", "'most'")],
    "multiple": [({"options": ["a", "z"]}, "options", "'z'"), ({"options": ["b", "b"]}, "options", "'b'")],
}
"""For the types that can have them: answers that do not fit, the key at fault, and what the message has to name."""


def read(type_: str, answer: Plain) -> tuple[QuestionBase, AnswerBase, Scale]:
    document = a_framework(dimensions=0, questions=[a_question("q", type_)])
    framework, assessment = read_assessment(an_assessment({"q": answer}), document)
    return framework.question["q"], assessment.answers["q"], framework.scale


def cases(table: dict[str, list[Any]]) -> list[Any]:
    return [pytest.param(name, *row, id=f"{name}-{row[0]}") for name, rows in table.items() for row in rows]


class TestAnswerTypes:
    def test_every_type_has_answers_that_fit(self) -> None:
        assert list(FITTING) == TYPES

    @pytest.mark.parametrize(("type_", "answer", "ratio"), cases(FITTING))
    def test_an_answer_that_fits_has_no_problem(self, type_: str, answer: Plain, ratio: Fraction | None) -> None:
        question, given, scale = read(type_, answer)
        assert question.problem(given, scale) is None
        assert question.scored is (ratio is not None)

    @pytest.mark.parametrize(("type_", "answer", "ratio"), [c for c in cases(FITTING) if c.values[2] is not None])
    def test_the_ratio_is_exact_and_as_worked_out_by_hand(self, type_: str, answer: Plain, ratio: Fraction) -> None:
        question, given, scale = read(type_, answer)
        found = question.ratio(given, scale)
        assert isinstance(found, Fraction)
        assert found == ratio
        assert 0 <= found <= 1

    @pytest.mark.parametrize(("type_", "answer", "key", "named"), cases(UNFITTING))
    def test_an_answer_that_does_not_fit_names_the_key_and_what_was_written(
        self, type_: str, answer: Plain, key: str, named: str
    ) -> None:
        document = a_framework(dimensions=0, questions=[a_question("q", type_)])
        checked, _ = check_assessment(an_assessment({"q": answer}), document)
        (finding,) = checked.diagnostics
        assert finding.code == "RA202"
        assert named in finding.message
        line = as_yaml(an_assessment({"q": answer})).split("\n")[finding.location.line - 1]
        assert f"{key}:" in line or line.strip().startswith("- ")

    @pytest.mark.parametrize("type_", SCORED)
    def test_the_largest_number_of_points_is_above_zero(self, type_: str) -> None:
        question, _, scale = read(type_, FITTING[type_][0][0])
        assert question.maximum(scale) > 0

    @pytest.mark.parametrize("type_", [name for name in TYPES if name not in SCORED])
    def test_a_type_that_is_not_scored_has_no_points_and_no_ratio(self, type_: str) -> None:
        question, given, scale = read(type_, FITTING[type_][0][0])
        assert question.maximum(scale) == 0
        with pytest.raises(TypeError, match="'q' are not scored"):
            question.ratio(given, scale)

    @pytest.mark.parametrize("type_", TYPES)
    def test_the_type_is_named_in_the_question_as_in_the_registry(self, type_: str) -> None:
        question, _, _ = read(type_, FITTING[type_][0][0])
        assert getattr(question, "type", None) == type_

    @pytest.mark.parametrize("type_", TYPES)
    def test_the_module_the_classes_and_the_summary_say_what_the_type_is(self, type_: str) -> None:
        kind = ANSWER_TYPES[type_]
        summary = getattr(kind.question, "summary", "")
        assert sys.modules[kind.question.__module__].__doc__
        assert kind.question.__module__ == kind.answer.__module__
        assert kind.question.__doc__
        assert kind.answer.__doc__
        assert summary == summary.strip() != ""
        assert not summary.endswith(".")

    @pytest.mark.parametrize("type_", TYPES)
    def test_the_keys_of_the_registry_are_keys_of_the_answer_and_of_no_other(self, type_: str) -> None:
        kind = ANSWER_TYPES[type_]
        assert set(kind.keys) <= set(kind.answer.model_fields)
        others = {key for name, other in ANSWER_TYPES.items() if name != type_ for key in other.keys}
        assert not others & set(kind.keys)

    @pytest.mark.parametrize("type_", TYPES)
    def test_the_representatives_stand_for_every_answer_and_fit_themselves(self, type_: str) -> None:
        question, _, scale = read(type_, FITTING[type_][0][0])
        comparisons = [QuestionCondition.model_construct(question="q", **asks) for asks in COMPARED[type_]]

        def values(answer: AnswerBase) -> tuple[bool, ...]:
            ratio = question.ratio(answer, scale) if question.scored else None
            return tuple(answer_satisfies(one, cast("Question", question), ratio, answer, scale) for one in comparisons)

        for some in (comparisons, comparisons[:1], comparisons[1:]):
            representatives = question.representatives(some, scale)
            assert representatives is not None
            assert all(question.problem(answer, scale) is None for answer in representatives)
            kept = [comparisons.index(one) for one in some]
            known = {tuple(values(answer)[at] for at in kept) for answer in representatives}
            for written, _ in FITTING[type_]:
                _, answer, _ = read(type_, written)
                assert tuple(values(answer)[at] for at in kept) in known

    def test_every_type_says_how_it_is_typed(self) -> None:
        assert list(TYPED) == list(MISTYPED) == TYPES

    @pytest.mark.parametrize(("type_", "text", "answer"), cases(TYPED))
    def test_what_is_typed_is_read_as_a_file_would_have_it(self, type_: str, text: str, answer: Plain) -> None:
        question, wanted, scale = read(type_, answer)
        assert typed_answer(question, text, scale) == wanted

    @pytest.mark.parametrize(("type_", "text", "named", "helped"), cases(MISTYPED))
    def test_what_is_no_answer_is_told_with_what_would_be(self, type_: str, text: str, named: str, helped: str) -> None:
        question, _, scale = read(type_, FITTING[type_][0][0])
        found = typed_answer(question, text, scale)
        assert isinstance(found, Mistyped)
        assert named in found.message
        assert helped in found.help
        assert len(found.message) + len(found.help) <= 250

    @pytest.mark.parametrize("type_", TYPES)
    def test_the_states_are_typed_alike_for_every_type(self, type_: str) -> None:
        question, _, scale = read(type_, FITTING[type_][0][0])
        assert typed_answer(question, "  ", scale) == Unanswered()
        assert isinstance(typed_answer(question, "unknown", scale), Unknown)
        assert typed_answer(question, "unknown: HR knows", scale) == Unknown(unknown="HR knows")
        assert typed_answer(question, "na:No payments", scale) == NotApplicable.model_validate(
            {"not-applicable": "No payments"}
        )
        for without in ("na", "na:", "na: "):
            found = typed_answer(question, without, scale)
            assert isinstance(found, Mistyped)
            assert "reason" in found.help

    @pytest.mark.parametrize("other", TYPES)
    @pytest.mark.parametrize("type_", TYPES)
    def test_an_answer_of_another_type_is_found(self, type_: str, other: str) -> None:
        document = a_framework(dimensions=0, questions=[a_question("q", type_)])
        checked, _ = check_assessment(an_assessment({"q": FITTING[other][0][0]}), document)
        assert [one.code for one in checked.diagnostics] == ([] if other == type_ else ["RA201"])

    def test_the_unions_hold_every_type_of_the_registry(self) -> None:
        assert {get_args(part)[0] for part in get_args(get_args(Question)[0])} == {
            kind.question for kind in ANSWER_TYPES.values()
        }
        assert {get_args(part)[0] for part in get_args(get_args(Answer)[0])} >= {
            kind.answer for kind in ANSWER_TYPES.values()
        }
        assert Framework.model_fields["questions"].annotation is not None

    def test_a_document_of_every_type_is_told_from_an_assessment(self) -> None:
        assert sniff(as_yaml(a_framework()).encode()) == "framework"
        assert sniff(as_yaml(an_assessment()).encode()) == "assessment"


class TestIdsThatAreCalledLikeStates:
    def test_an_option_comes_before_a_state_of_its_name_which_a_colon_still_tells(self) -> None:
        options = [{"id": name, "text": name.title(), "points": at} for at, name in enumerate(("na", "unknown"))]
        document = a_framework(dimensions=0, questions=[a_question("q", "choice", options=options)])
        question = read_framework(document).question["q"]
        assert typed_answer(question, "unknown", MATURITY_5) == ChoiceAnswer(option="unknown")
        assert typed_answer(question, "na", MATURITY_5) == ChoiceAnswer(option="na")
        assert isinstance(typed_answer(question, "unknown:", MATURITY_5), Unknown)
