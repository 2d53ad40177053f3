"""`readiness plan` with --why, --limits, --frontier and --by: questions that are answered by planning again."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest

from tests.builders import Plain, a_framework, a_question, an_action, an_area, an_assessment, write
from tests.cli.conftest import Readiness

QUESTIONS = ("q1", "q2", "q3")


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """Return three questions at level 1, and money for less than all actions."""
    actions = [
        an_action("map", {"q1": 2}, title="Map what there is"),
        an_action("mend", {"q1": 3}, needs=["map"], cost={"likely": 500}, title="Mend the worst"),
        an_action("train", {"q2": 3}, cost={"likely": 400}, title="Train everybody"),
        an_action("buy", {"q3": 2}, cost={"likely": 900}, title="Buy a tool"),
        an_action("own", {"q2": 2}, instead_of=["train"], title="Teach each other"),
    ]
    areas = [an_area("d1", [a_question(id_) for id_ in QUESTIONS])]
    write(a_framework(areas=areas, actions=actions), tmp_path)
    plan = {"starts": "2027-01-01", "quarters": 3, "budget": 1000, "capacity-days-a-quarter": {"lead": 20}}
    return write(an_assessment(dict.fromkeys(QUESTIONS, 1), plan=plan), tmp_path)


def asked(readiness: Readiness, *arguments: object) -> Plain:
    code, out, _ = readiness("plan", *arguments, "--output-format", "json")
    assert code == 0
    return dict(json.loads(out))


def test_why_a_chosen_action_is_in_the_plan(readiness: Readiness, answers: Path) -> None:
    code, out, err = readiness("plan", answers, "--why", "map")
    assert (code, err) == (0, "")
    assert "Map what there is (map)" in out
    assert "Without it and " in out
    assert "the plan ends 0.667 levels worse" in " ".join(out.split())
    assert "It starts in Q1 2027, at once." in out


def test_why_an_action_is_left_out_and_what_would_let_it_in(readiness: Readiness, answers: Path) -> None:
    out = " ".join(readiness("plan", answers, "--why", "buy").out.split())
    assert "Buy a tool (buy) Left out." in out
    assert "With no limit on money, the best plan found has it." in out
    assert "The best plan found that has it ends" in out
    assert "levels worse" in out


def test_a_rival_says_what_choosing_it_would_cost(readiness: Readiness, answers: Path) -> None:
    out = " ".join(readiness("plan", answers, "--why", "own").out.split())
    assert "Even with no limit on money and people and a year more, the best plan found does not have it." in out
    assert "The best plan found that has it ends 0.333 levels worse" in out


def test_all_means_every_action_whose_reason_is_not_plain(readiness: Readiness, answers: Path) -> None:
    found = asked(readiness, answers, "--why", "all")["why"]
    assert [one["id"] for one in found] == [*(one["id"] for one in found if one["chosen"]), "buy", "own"]
    assert {one["id"] for one in found if one["chosen"]} == {"map", "mend", "train"}


def test_where_nothing_can_be_chosen_all_is_answered_in_a_sentence(readiness: Readiness, tmp_path: Path) -> None:
    areas = [an_area("d1", [a_question("q1")])]
    write(a_framework(areas=areas, actions=[an_action("a", {"q1": 3})]), tmp_path)
    done = write(an_assessment({"q1": 3}), tmp_path)
    out = readiness("plan", done, "--why", "all", "--frontier").out
    assert "There is nothing to choose" in out
    assert "More than £0 in all buys nothing" in out


def test_every_alternative_in_json_can_be_planned_by_hand(readiness: Readiness, answers: Path) -> None:
    for one in asked(readiness, answers, "--why", "all")["why"]:
        option = "--without" if one["chosen"] else "--with"
        told = one["best-plan-without-it" if one["chosen"] else "best-plan-with-it"]
        planned = asked(readiness, answers, option, one["id"])["roadmap"]["actions"]
        assert {action["id"] for action in planned} == {action["id"] for action in told["actions"]}


def test_the_reason_agrees_with_the_roadmap(readiness: Readiness, answers: Path) -> None:
    values = asked(readiness, answers, "--why", "map")
    (planned,) = (one for one in values["roadmap"]["actions"] if one["id"] == "map")
    (found,) = values["why"]
    assert found["reason"] == planned["why"]["reason"]
    assert found["without-it"]["falls-with-it"] == planned["why"]["falls-with-it"] == ["mend"]
    assert Fraction(found["without-it"]["end"]["exact"]) * 4 == Fraction(planned["why"]["end"]["exact"])


def test_an_unknown_action_is_answered_with_the_nearest(readiness: Readiness, answers: Path) -> None:
    code, out, err = readiness("plan", answers, "--why", "mapp")
    assert (code, out) == (2, "")
    assert "there is no action 'mapp'" in err
    assert "did you mean map?" in err
    assert "2 actions do not exist" in readiness("plan", answers, "--why", "x", "--why", "y").err


def test_the_limits_come_with_what_more_would_buy(readiness: Readiness, answers: Path) -> None:
    out = " ".join(readiness("plan", answers, "--limits").out.split())
    assert "What limits the plan, and what a little more would buy" in out
    assert "Money in all, £1,000: £900 of it is spent." in out
    assert "Days of the team of the Lead, 20 days: nine tenths full or more in Q1 2027." in out
    assert "Length of the plan, 3 quarters: the last action ends in" in out


def test_the_frontier_is_a_table_with_a_bar_and_fits_the_terminal(readiness: Readiness, answers: Path) -> None:
    code, out, err = readiness("plan", answers, "--frontier")
    assert code == 0
    assert all(len(line) <= 80 for line in out.splitlines())
    assert "£1,000, yours" in out
    assert "The largest gain needs more than £" in out
    assert "█" in out
    assert err.splitlines()[-1] == "budgets: 10/10"


def test_who_listens_hears_the_frontier_in_sentences(
    readiness: Readiness, answers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READINESS_ACCESSIBLE", "1")
    out = " ".join(readiness("plan", answers, "--frontier").out.split())
    assert "spent in all £0, actions 2, score 1.7, closed 33%" in out
    assert "█" not in out


def test_the_frontier_keeps_its_numbers_on_a_narrow_terminal(
    readiness: Readiness, answers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    out = readiness("plan", answers, "--frontier").out
    assert "closed" in out.splitlines()[1]


def test_points_of_the_frontier_can_be_planned_by_hand(readiness: Readiness, answers: Path) -> None:
    frontier = asked(readiness, answers, "--frontier")["frontier"]
    for point in frontier["points"][3::3]:
        amount = float(Fraction(point["budget"]["exact"]))
        planned = asked(readiness, answers, "--total-budget", f"{amount:.0f}")["roadmap"]
        assert planned["quarters"][-1]["score"] == point["score"]


def test_a_budget_that_does_not_pay_for_what_is_settled_has_no_plan(readiness: Readiness, answers: Path) -> None:
    out = readiness("plan", answers, "--frontier", "--with", "buy").out
    assert "no plan" in out


def small_and_dear(folder: Path, dear: Plain, budget: int) -> Path:
    """Return a cheap action that brings one level, and a dear one."""
    actions = [
        an_action("small", {"q1": 2}, cost={"likely": 100}),
        an_action("dear", dear, cost={"likely": 9000}),
    ]
    areas = [an_area("d1", [a_question(id_) for id_ in QUESTIONS])]
    write(a_framework(areas=areas, actions=actions), folder)
    plan = {"starts": "2027-01-01", "quarters": 1, "budget-a-quarter": budget}
    return write(an_assessment(dict.fromkeys(QUESTIONS, 1), plan=plan), folder)


def test_budgets_with_one_plan_share_a_row_and_a_leap_is_not_called_a_knee(
    readiness: Readiness, tmp_path: Path
) -> None:
    answers = small_and_dear(tmp_path, {"q2": 3, "q3": 3}, budget=20_000)
    out = readiness("plan", answers, "--frontier").out
    rows = [line.split("  ")[1] for line in out.splitlines()[1:5]]
    assert rows == ["budget a quarter", "£0", "£110 to £7,200", "£9,100"]
    assert "spent in all" in out
    assert "knee" not in out
    assert "The largest gain needs more than £7,200 a quarter; £9,100 is enough." in " ".join(out.split())
    assert len(asked(readiness, answers, "--frontier")["frontier"]["points"]) == 10


def test_the_knee_is_named_in_its_row_and_in_a_sentence(readiness: Readiness, tmp_path: Path) -> None:
    out = readiness("plan", small_and_dear(tmp_path, {"q2": 2}, budget=100), "--frontier").out
    assert "£100, yours, knee" in out
    assert "Up to £100 a quarter (the knee) money buys most; after it, less." in " ".join(out.split())


def test_by_a_day_only_the_quarters_that_have_ended_count(readiness: Readiness, answers: Path) -> None:
    quarters = asked(readiness, answers, "--by", "2027-06-30")["roadmap"]["quarters"]
    assert [one["label"] for one in quarters] == ["Q1 2027", "Q2 2027"]
    assert len(asked(readiness, answers, "--by", "2027-09-29")["roadmap"]["quarters"]) == 2


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--by", "2027-03-30"], "--by 2027-03-30: no quarter of the plan has ended by then"),
        (["--by", "soon"], "--by: 'soon' is not a day"),
        (["--by", "2027-06-30", "--quarters", "2"], "--by and --quarters both say how long the plan is"),
        (["--compare", "--budget", "5", "--frontier"], "ask about one plan, not several"),
    ],
)
def test_what_cannot_be_is_refused(readiness: Readiness, answers: Path, options: list[str], message: str) -> None:
    code, out, err = readiness("plan", answers, *options)
    assert (code, out) == (2, "")
    assert message in err
