"""What a framework answers about itself: its questions, levels, evidence rules and targets."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import pytest
from pydantic import ValidationError

from readiness.model.answers.number import Bounds
from readiness.model.base import Estimate
from readiness.model.compose import accepts, local_need
from readiness.model.conditions import Condition, FactCondition, QuestionCondition, leaves
from readiness.model.scale import MATURITY_5, Scale
from tests.builders import a_framework, a_gate, a_question, an_action, an_area, check_framework, read_framework

# --- scale -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ratio", "score", "level"),
    [
        (Fraction(0), Fraction(1), 1),
        (Fraction(1, 4), Fraction(2), 2),
        (Fraction(49, 100), Fraction(296, 100), 2),
        (Fraction(1, 2), Fraction(3), 3),
        (Fraction(999, 1000), Fraction(4996, 1000), 4),
        (Fraction(1), Fraction(5), 5),
    ],
)
def test_a_step_is_reached_at_its_lower_edge(ratio: Fraction, score: Fraction, level: int) -> None:
    assert MATURITY_5.score_of(ratio) == score
    assert MATURITY_5.level_of(ratio) == level


def test_a_ratio_beyond_the_scale_has_its_lowest_or_highest_level() -> None:
    assert MATURITY_5.level_of(Fraction(-1, 2)) == 1
    assert MATURITY_5.level_of(Fraction(3, 2)) == 5


def test_levels_and_ratios_go_back_and_forth() -> None:
    assert [MATURITY_5.ratio_of(level) for level in (1, 2, 5)] == [0, Fraction(1, 4), 1]
    assert MATURITY_5.ratio_of(Fraction(5, 2)) == Fraction(3, 8)


def test_a_scale_of_its_own_may_begin_at_nought() -> None:
    steps = [{"level": 0, "name": "No"}, {"level": 1, "name": "Partly"}, {"level": 2, "name": "Yes"}]
    scale = read_framework(a_framework(dimensions=0, scale=steps, targets=None)).scale
    assert (scale.lowest, scale.highest, scale.span) == (0, 2, 2)
    assert scale.name_of(1) == "Partly"
    assert [level in scale for level in (-1, 0, 2, 3)] == [False, True, True, False]
    assert "1" not in scale


@pytest.mark.parametrize("levels", [[], [1], [1, 3], [2, 1], [1, 1]])
def test_a_scale_rises_by_single_steps(levels: list[int]) -> None:
    scale = [{"level": level, "name": f"Step {level}"} for level in levels]
    found = check_framework(a_framework(dimensions=0, scale=scale)).diagnostics
    assert [one.message for one in found] == ["`scale` should list two or more levels, each one above the one before"]


# --- numbers ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "exact"), [(2, Fraction(2)), (0.1, Fraction(1, 10)), (2.5, Fraction(5, 2)), (1e-3, Fraction(1, 1000))]
)
def test_a_number_is_read_from_its_decimal_text(written: float, exact: Fraction) -> None:
    assert read_framework(a_framework(areas=[an_area("a", [a_question()], weight=written)])).areas[0].weight == exact


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity"), 1.5, "2", True, None], ids=repr)
def test_what_is_no_exact_number_is_refused(value: object) -> None:
    with pytest.raises(ValidationError, match="number"):
        Bounds.model_validate({"worst": value, "best": 1})


def test_an_estimate_of_one_point_is_the_same_three_times() -> None:
    action = read_framework(a_framework(1, 1, actions=[an_action("a", {"d1-q1": 3}, cost={"likely": 7})])).action["a"]
    assert action.cost.points == (Fraction(7),) * 3
    assert action.effort_days.points == (Fraction(10),) * 3
    assert Estimate(low=Fraction(1), likely=Fraction(2), high=None).points == (Fraction(1), Fraction(2), Fraction(2))


def test_an_action_without_a_cost_costs_nothing() -> None:
    action = read_framework(a_framework(1, 1, targets=None, actions=[an_action("a", {"d1-q1": 3})])).action["a"]
    assert action.cost.points == (Fraction(0),) * 3


# --- the tree --------------------------------------------------------------------------------------------------------

TREE = a_framework(
    dimensions=0,
    questions=[a_question("top")],
    areas=[
        an_area("a", [a_question("a1")], areas=[an_area("b", [a_question("b1"), a_question("b2")])]),
        an_area("c", [a_question("c1")]),
    ],
    evidence={"required-from": 3, "valid-for-months": 24},
)


def test_areas_are_walked_parents_first_in_the_order_of_the_file() -> None:
    assert [(area.id, [one.id for one in above]) for area, above in read_framework(TREE).walk()] == [
        ("a", []),
        ("b", ["a"]),
        ("c", []),
    ]


def test_every_question_knows_the_areas_that_hold_it() -> None:
    placed = read_framework(TREE).placed
    assert {id_: [area.id for area in above] for id_, (_, above) in placed.items()} == {
        "top": [],
        "a1": ["a"],
        "b1": ["a", "b"],
        "b2": ["a", "b"],
        "c1": ["c"],
    }


def test_a_target_asks_the_level_of_the_question_or_its_nearest_area_or_the_default() -> None:
    target = {"title": "Good", "default": 2, "areas": {"a": 3, "b": 4}, "questions": {"b2": 5}}
    framework = read_framework(TREE | {"targets": {"good": target}})
    profile = framework.targets["good"]
    asked = {id_: framework.target_level(profile, id_) for id_ in framework.question}
    assert asked == {"top": 2, "a1": 3, "b1": 4, "b2": 5, "c1": 2}


def test_a_question_completes_its_evidence_rule_from_the_framework() -> None:
    own = a_question("own", evidence={"expect": ["a plan"], "required-from": 2})
    framework = read_framework(TREE | {"questions": [own, a_question("bare")]})
    rules = [framework.evidence_rule(framework.question[id_]) for id_ in ("own", "bare")]
    assert [(rule.expect, rule.required_from, rule.valid_for_months) for rule in rules] == [
        (("a plan",), 2, 24),
        ((), 3, 24),
    ]


def test_a_role_without_a_name_is_called_by_its_id() -> None:
    framework = read_framework(a_framework())
    assert (framework.role_name("lead"), framework.role_name("ciso")) == ("Lead", "ciso")


def test_a_model_cannot_be_changed_in_place() -> None:
    framework = read_framework(a_framework())
    with pytest.raises(ValidationError, match="frozen"):
        framework.title = "Other"  # type: ignore[misc]


def test_a_changed_copy_forgets_what_was_worked_out_before() -> None:
    framework = read_framework(TREE)
    assert "c1" in framework.question
    smaller = framework.changed(areas=framework.areas[:1])
    assert "c1" not in smaller.question
    assert "c1" in framework.question


# --- conditions ------------------------------------------------------------------------------------------------------


def condition_of(when: Mapping[str, object]) -> Condition:
    framework = a_framework(1, 1, facts={"online": {"type": "boolean", "ask": "Online?"}}, gates=[a_gate(when)])
    return read_framework(framework).gates[0].when


def test_the_comparisons_of_a_condition_are_found_however_deep_they_lie() -> None:
    when = {
        "all": [
            {"question": "d1-q1", "at-least": 3},
            {"any": [{"not": {"fact": "online", "is": True}}, {"area": "d1", "at-least-ratio": 0.5}]},
        ]
    }
    assert [type(leaf).__name__ for leaf in leaves(condition_of(when))] == [
        "QuestionCondition",
        "FactCondition",
        "AreaCondition",
    ]


@pytest.mark.parametrize(
    ("written", "read"),
    [(3, Fraction(3)), (Decimal("2.5"), Fraction(5, 2)), ("3", "3"), ("yes", "yes"), (True, True)],
    ids=repr,
)
def test_a_value_to_compare_with_keeps_its_kind(written: object, read: object) -> None:
    leaf = QuestionCondition.model_validate({"question": "d1-q1", "is": written})
    assert leaf.is_ == read
    assert type(leaf.is_) is type(read)


def test_a_fact_is_compared_with_true_or_false() -> None:
    leaf = condition_of({"fact": "online", "is": False})
    assert isinstance(leaf, FactCondition)
    assert leaf.is_ is False


# --- composition -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "version", "fits"),
    [
        (None, "9.9.9", True),
        ("1", "1.7.2", True),
        ("1", "2.0.0", False),
        ("1.2", "1.2.9", True),
        ("1.2", "1.3.0", False),
        ("1.2.3", "1.2.3", True),
        ("1.2.3", "1.2.4", False),
        ("^1", "1.0.0", True),
        ("^1.2", "1.2.0", True),
        ("^1.2", "1.10.0", True),
        ("^1.2", "1.1.9", False),
        ("^1.2", "2.0.0", False),
        ("^1.2.3", "1.2.2", False),
        ("^0.1", "0.9.0", True),
    ],
)
def test_a_range_accepts_its_versions(wanted: str | None, version: str, fits: bool) -> None:  # noqa: FBT001
    assert accepts(wanted, version) is fits


def test_a_need_of_an_absent_framework_is_nobodys() -> None:
    here = frozenset({"a", "b"})
    assert local_need("act", here) == "act"
    assert local_need("b/act", here) == "act"
    assert local_need("c/act", here) is None


def test_the_rules_of_an_included_framework_stay_in_force_within_its_area() -> None:
    part = a_framework(
        1, 1, scoring={"rollup": "min", "unanswered": "block"}, evidence={"required-from": 4, "valid-for-months": 6}
    )
    whole = a_framework(
        dimensions=0,
        id="whole",
        questions=[a_question("own")],
        includes=[{"framework": "sample"}],
        scoring={"rollup": "sum", "unanswered": "zero"},
        evidence={"required-from": 2},
    )
    model = read_framework(whole, part)
    area = model.areas[0]
    assert (area.scoring.rollup, area.scoring.unanswered) == ("min", "block")
    assert area.areas[0].scoring.rollup == "min"
    assert (model.scoring.rollup, model.scoring.unanswered) == ("sum", "zero")
    rules = {id_: model.evidence_rule(question) for id_, question in model.question.items()}
    assert (rules["d1-q1"].required_from, rules["d1-q1"].valid_for_months) == (4, 6)
    assert (rules["own"].required_from, rules["own"].valid_for_months) == (2, None)


def test_profiles_of_one_name_are_merged_and_the_including_framework_wins() -> None:
    part = a_framework(
        targets={
            "good": {"title": "Theirs", "default": 4, "areas": {"d2": 2}, "questions": {"d1-q1": 5, "d1-q2": 1}},
            "other": {"title": "Other", "default": 1},
        }
    )
    whole = a_framework(
        dimensions=0,
        id="whole",
        questions=[a_question("own")],
        includes=[{"framework": "sample"}],
        targets={"good": {"title": "Ours", "default": 3, "questions": {"d1-q2": 2}}},
    )
    model = read_framework(whole, part)
    profile = model.targets["good"]
    assert list(model.targets) == ["good"]
    assert profile.title == "Ours"
    asked = {id_: model.target_level(profile, id_) for id_ in model.question}
    assert asked == {"own": 3, "d1-q1": 5, "d1-q2": 2, "d2-q1": 2, "d2-q2": 2}


def test_a_composite_without_profiles_takes_those_of_its_parts() -> None:
    whole = a_framework(dimensions=0, id="whole", includes=[{"framework": "sample"}], targets=None)
    assert list(read_framework(whole, a_framework()).targets) == ["good"]


def test_sources_of_one_name_join_their_items() -> None:
    def part(id_: str, item: str) -> dict[str, object]:
        source = {"title": "CSF", "kind": "standard", "checked": "Here", "items": {item: None}}
        return a_framework(
            dimensions=0,
            id=id_,
            sources={"csf": source},
            targets=None,
            questions=[a_question(f"{id_}-q", references={"csf": [item]})],
        )

    includes = [{"framework": "one"}, {"framework": "two"}]
    whole = a_framework(dimensions=0, id="whole", includes=includes, targets=None)
    model = read_framework(whole, part("one", "A-1"), part("two", "A-2"))
    assert list(model.sources["csf"].items) == ["A-1", "A-2"]


def test_the_bundled_scale_is_a_scale() -> None:
    assert isinstance(MATURITY_5, Scale)
    assert [step.name for step in MATURITY_5.levels] == ["Initial", "Developing", "Defined", "Managed", "Optimising"]
