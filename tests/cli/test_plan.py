"""`readiness plan`: the whole roadmap in the terminal and as JSON, other limits for one run, and plans side by side."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.builders import Plain, a_framework, a_question, an_action, an_area, an_assessment, as_yaml, write
from tests.cli.conftest import Readiness

ACTIONS = [
    an_action("map", {"q1": 2}, title="Draw the map"),
    an_action("walk", {"q1": 4}, title="Walk the way", needs=["map"], cost={"low": 50, "likely": 100, "high": 300}),
    an_action("sing", {"q2": 4}, title="Sing [bold]loudly[/]", owner="singer", cost={"likely": 40}),
]
LIMITS: Plain = {
    "starts": "2027-01-01",
    "quarters": 6,
    "budget-a-quarter": 120,
    "capacity-days-a-quarter": {"lead": 20, "*": 25},
}


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """Two questions at level 1 with target 4, and three actions of which one waits."""
    framework = a_framework(
        areas=[an_area("d1", [a_question("q1"), a_question("q2")])],
        actions=ACTIONS,
        roles={"lead": "Lead", "singer": "Singer"},
        targets={"good": {"title": "Good", "default": 4}},
    )
    write(framework, tmp_path)
    return write(an_assessment({"q1": 1, "q2": 1}, plan=LIMITS), tmp_path)


def scenario(folder: Path, name: str = "half.yaml", **keys: object) -> Path:
    plan: Plain = {key.replace("_", "-"): one for key, one in keys.items()}
    path = folder / name
    document = {"readiness": "scenario/1", "framework": "sample", "title": f"What {name} says", "plan": plan}
    path.write_text(as_yaml(document), encoding="utf-8")
    return path


def planned(readiness: Readiness, *arguments: object) -> Plain:
    code, out, err = readiness("plan", *arguments, "--output-format", "json", "--planner", "ranked")
    assert (code, err) == (0, "")
    return dict(json.loads(out))


def starts(plan: Plain) -> dict[str, int]:
    return {one["id"]: one["start-quarter"] for one in plan["roadmap"]["actions"]}


# --- one plan ------------------------------------------------------------------------------------------------------


def test_every_action_has_its_horizon_owner_time_cost_and_what_it_waits_for(
    readiness: Readiness, answers: Path
) -> None:
    code, out, err = readiness("plan", answers, "--planner", "ranked")
    assert (code, err) == (0, "")
    assert all(len(line) <= 80 for line in out.splitlines())
    first, _, rest = out.partition("Rest of the first year, Q2 2027 to Q4 2027")
    year, _, after = rest.partition("After the first year, Q1 2028 to Q2 2028")
    assert "Sing [bold]loudly[/]\n       Singer, Q1 2027, £40, +1.50\n" in first
    assert "Draw the map\n       Lead, Q1 2027, no outside cost, +0.50\n" in first
    assert "Walk the way\n       Lead, Q2 2027, £100, +1.00, after A" in year
    assert "Nothing new starts." in after
    assert "Can start at once, likely without new money: action A" in after


def test_running_costs_stand_in_the_head_and_on_their_action(readiness: Readiness, answers: Path) -> None:
    once = readiness("plan", answers, "--planner", "ranked").out
    assert "With running costs" not in once
    framework = answers.parent / "sample.yaml"
    text = framework.read_text(encoding="utf-8")
    runs_on = "- id: sing\n  running-cost-a-year: {likely: 80}\n"
    framework.write_text(text.replace("- id: sing\n", runs_on), encoding="utf-8")
    out = readiness("plan", answers, "--planner", "ranked").out
    assert "With running costs, likely £240 within the plan; likely £80 a year afterwards." in " ".join(out.split())
    assert "       Singer, Q1 2027, £40, then £80 a year, +1.50\n" in out


def test_under_every_action_stands_which_gap_it_closes(readiness: Readiness, answers: Path) -> None:
    out = readiness("plan", answers, "--planner", "ranked").out
    assert "Draw the map\n       Lead, Q1 2027, no outside cost, +0.50\n       Lifts Topic of q1 1 to 2\n" in out
    assert "       Lifts Topic of q1 2 to 4\n" in out


def test_what_is_called_finished_and_not_shown_by_the_answers_is_told(readiness: Readiness, answers: Path) -> None:
    finished = LIMITS | {"actions": {"map": {"finished": "2026-10-01"}}}
    write(an_assessment({"q1": 1, "q2": 1}, plan=finished), answers.parent)
    said = "Counted as done, although the answers do not show it: “Draw the map”.\n"
    assert said in readiness("plan", answers, "--planner", "ranked").out
    (left_out,) = planned(readiness, answers)["roadmap"]["left-out"]
    assert (left_out["reason"], left_out["unshown"]) == ("finished", ["q1"])
    write(an_assessment({"q1": 2, "q2": 1}, plan=finished), answers.parent)
    assert "Counted as done" not in readiness("plan", answers, "--planner", "ranked").out


def test_where_higher_is_worse_an_action_lowers(readiness: Readiness, answers: Path) -> None:
    framework = answers.parent / "sample.yaml"
    text = framework.read_text(encoding="utf-8").replace("default: 4", "default: 2")
    framework.write_text(f"{text}higher-is: worse\n", encoding="utf-8")
    write(an_assessment({"q1": 4, "q2": 5}, plan=LIMITS), answers.parent)
    assert "       Lowers Topic of q1 4 to 2\n" in readiness("plan", answers, "--planner", "ranked").out


def test_the_reason_for_a_decision_reads_as_a_sentence(readiness: Readiness, answers: Path) -> None:
    decided = {"sing": {"not-before": "2027-04-01", "because": "board day."}}
    write(an_assessment({"q1": 1, "q2": 1}, plan=LIMITS | {"actions": decided}), answers.parent)
    assert " 1 April 2027. Board day.\n" in readiness("plan", answers, "--planner", "ranked").out


def test_text_json_and_result_say_the_same(readiness: Readiness, answers: Path, tmp_path: Path) -> None:
    whole = tmp_path / "result.json"
    assert readiness("assess", answers, "-o", whole).code == 0
    plan = json.loads(readiness("plan", answers, "--output-format", "json").out)
    result = json.loads(whole.read_text(encoding="utf-8"))["roadmap"]
    assert plan["roadmap"] == result | {"risk": None}  # which `--risk` adds
    out = readiness("plan", answers).out
    for quarter in plan["roadmap"]["quarters"]:
        assert f"{quarter['label']} " in out
        assert f"{quarter['score']['value']:.1f}" in out
    assert sum(len(one["actions"]) for one in plan["horizons"]) == len(plan["roadmap"]["actions"]) == 3
    assert plan["at-once-without-new-money"] == ["map"]


def test_every_quarter_of_every_team_is_in_the_load(readiness: Readiness, answers: Path) -> None:
    singer_last = planned(readiness, answers)["loads"]
    assert [one["role"] for one in singer_last] == ["lead", "singer", None]
    assert [days["value"] for days in singer_last[0]["days"]] == [10, 10, 0, 0, 0, 0]
    assert [one["over-booked"] for one in singer_last] == [[], [], []]
    assert "  No team has to give more than it can.\n" in readiness("plan", answers).out


def test_beside_the_plan_stands_what_a_spreadsheet_reaches(readiness: Readiness, answers: Path) -> None:
    spreadsheet, ranked = planned(readiness, answers)["roadmap"]["compared"]
    assert (spreadsheet["way"], ranked["way"]) == ("spreadsheet", "ranked")
    assert spreadsheet["rise"] == ranked["rise"] == {"exact": "3", "value": 3.0}
    assert "  Ranked bundles, this plan" in readiness("plan", answers, "--planner", "ranked").out


def test_what_is_proved_of_the_best_plan_is_said(readiness: Readiness, answers: Path) -> None:
    pytest.importorskip("highspy")
    out = readiness("plan", answers, "--planner", "best").out
    assert "  Solver, this plan" in out
    assert "  Ceiling" in out
    assert "this one may miss" in " ".join(out.split())


def test_who_listens_hears_sentences_and_no_bars(
    readiness: Readiness, answers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READINESS_ACCESSIBLE", "1")
    out = readiness("plan", answers, "--planner", "ranked").out
    assert "  Q1 2027: starts 2, spend £40, days 20, score 3.0, gap to 4.0 1.0\n" in out
    assert "  Lead: Q1 2027: 10, Q2 2027: 10, can give 20\n" in out
    assert not set("█▒·│") & set(out)


@pytest.mark.parametrize("columns", ["40", "200"])
def test_a_narrow_and_a_wide_terminal_show_it_all(
    readiness: Readiness, answers: Path, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    out = readiness("plan", answers).out
    assert all(f"  Q{quarter} 2027 " in out for quarter in (1, 2, 3, 4))
    assert max(map(len, out.splitlines())) <= max(50, int(columns))


def test_without_a_target_there_is_nothing_to_plan_for(readiness: Readiness, tmp_path: Path) -> None:
    write(a_framework(targets=None), tmp_path)
    code, out, err = readiness("plan", write(an_assessment({"d1-q1": 1}), tmp_path))
    assert (code, out) == (2, "")
    assert err == "error: the framework has no target profile, so there is nothing to plan for\n"


def test_where_every_target_is_met_nothing_has_to_be_done(readiness: Readiness, answers: Path) -> None:
    met = write(an_assessment({"q1": 5, "q2": 4}, plan=LIMITS), answers.parent)
    code, out, _ = readiness("plan", met)
    assert code == 0
    assert "Nothing has to be done.\n" in out
    assert "Can start at once" not in out
    assert "No team has anything to do.\n" in out


def test_limits_that_allow_nothing_end_with_their_own_code(readiness: Readiness, answers: Path) -> None:
    code, out, err = readiness("plan", answers, "--quarters", "1", "--with", "walk")
    assert (code, out) == (3, "")
    assert err.startswith("error: ")
    assert "help: change any one of these in the options, the scenario or the plan of the assessment" in err


def test_in_json_limits_that_allow_nothing_are_told_as_a_result_tells_them(
    readiness: Readiness, answers: Path, tmp_path: Path
) -> None:
    code, out, err = readiness("plan", answers, "--quarters", "1", "--with", "walk", "--output-format", "json")
    assert (code, err[:7]) == (3, "error: ")
    said = json.loads(out)
    assert said["organisation"]
    assert said["roadmap"] is None
    assert {limit["key"] for limit in said["limits"]} == {"quarters", "actions"}
    changed = LIMITS | {"quarters": 1, "actions": {"walk": {"must": True}}}
    path = write(an_assessment({"q1": 1, "q2": 1}, plan=changed), tmp_path)
    assert readiness("assess", path, "-o", tmp_path / "result.json").code == 3
    assert said["conflict"] == json.loads((tmp_path / "result.json").read_text())["conflict"]


# --- other limits for one run --------------------------------------------------------------------------------------


def test_actions_are_required_refused_and_put_off(readiness: Readiness, answers: Path) -> None:
    assert starts(planned(readiness, answers)) == {"map": 0, "sing": 0, "walk": 1}
    assert starts(planned(readiness, answers, "--without", "sing")) == {"map": 0, "walk": 1}
    assert starts(planned(readiness, answers, "--without", "map")) == {"sing": 0}
    assert starts(planned(readiness, answers, "--delay", "walk=3")) == {"map": 0, "sing": 0, "walk": 3}
    assert starts(planned(readiness, answers, "--budget", "50")) == {"map": 0, "sing": 0}
    dear = planned(readiness, answers, "--total-budget", "100", "--with", "walk")
    assert starts(dear) == {"map": 0, "walk": 1}


def test_a_later_plan_ends_on_the_same_day_and_says_what_is_different(readiness: Readiness, answers: Path) -> None:
    later = planned(readiness, answers, "--delay", "2")
    quarters = later["roadmap"]["quarters"]
    assert (quarters[0]["starts"], quarters[-1]["ends"], len(quarters)) == ("2027-07-01", "2028-06-30", 4)
    assert [(one["key"], one["after"]) for one in later["limits"]] == [("starts", "2027-07-01"), ("quarters", 4)]
    out = readiness("plan", answers, "--delay", "2", "--without", "sing").out
    assert "  - starts: 1 July 2027, not 1 January 2027\n  - quarters: 4, not 6\n  - sing: left out\n" in out


def test_the_file_stays_as_it_is(readiness: Readiness, answers: Path) -> None:
    before = answers.read_bytes()
    assert readiness("plan", answers, "--budget", "1000", "--quarters", "12").code == 0
    assert answers.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--with", "wlak"], "error: there is no action 'wlak'\nhelp: did you mean walk?\n"),
        (["--budget", "-1"], "error: --budget: '-1' is not an amount\nhelp: digits only, such as 60000\n"),
        (["--budget", "1/0"], "error: --budget: '1/0' is not an amount\nhelp: digits only, such as 60000\n"),
        (
            ["--budget", "1e99999999"],
            "error: --budget: '1e99999999' is not an amount\nhelp: digits only, such as 60000\n",
        ),
        (
            ["--total-budget", "1e15"],
            "error: --total-budget: '1e15' is not an amount\nhelp: digits only, such as 60000\n",
        ),
        (["--quarters", "0"], "error: --quarters: 0 is not possible\nhelp: from 1 to 40\n"),
        (["--delay", "walk=x"], "error: --delay walk=x: 'x' is not a number of quarters\n"),
        (["--delay", "٣"], "error: --delay ٣: '٣' is not a number of quarters\n"),
        (["--delay", "6"], "error: --delay 6: nothing is left of a plan of 6 quarters\n"),
        (["--delay", "walk=1", "--delay", "walk=2"], "error: --delay walk=2: walk has two delays\n"),
        (["--with", "map", "--without", "map"], "error: --with and --without both name map\n"),
        (["--delay", "map=1", "--without", "map"], "error: --delay and --without both name map\n"),
    ],
)
def test_what_cannot_be_changed_is_told(readiness: Readiness, answers: Path, arguments: list[str], said: str) -> None:
    code, out, err = readiness("plan", answers, *arguments)
    assert (code, out) == (2, "")
    assert err.startswith(said)


def test_all_mistakes_are_told_at_once(readiness: Readiness, answers: Path) -> None:
    err = readiness("plan", answers, "--with", "nothing", "--budget", "much").err
    assert "error: there is no action 'nothing'\n" in err
    assert "error: --budget: 'much' is not an amount\n" in err
    assert err.endswith("error: 2 changes cannot be; nothing was planned\n")


def test_a_former_name_leads_to_the_present_one(readiness: Readiness, answers: Path) -> None:
    framework = answers.parent / "sample.yaml"
    renamed = framework.read_text(encoding="utf-8").replace("- id: sing\n", "- id: sing\n  replaces: hum\n")
    framework.write_text(renamed, encoding="utf-8")
    assert (
        readiness("plan", answers, "--without", "hum").err == "error: there is no action 'hum'\nhelp: it is sing now\n"
    )


# --- scenarios, and plans side by side -----------------------------------------------------------------------------


def test_a_scenario_changes_what_it_writes_and_what_is_typed_comes_on_top(readiness: Readiness, answers: Path) -> None:
    half = scenario(answers.parent, budget_a_quarter=50, quarters=4)
    plan = planned(readiness, answers, "--scenario", half)
    assert (plan["scenario"], starts(plan), len(plan["roadmap"]["quarters"])) == (
        "What half.yaml says",
        {"map": 0, "sing": 0},
        4,
    )
    assert starts(planned(readiness, answers, "--scenario", half, "--budget", "200")) == {
        "map": 0,
        "sing": 0,
        "walk": 1,
    }


def test_a_scenario_in_another_currency_converts_what_actions_cost(readiness: Readiness, answers: Path) -> None:
    framework = answers.parent / "sample.yaml"
    framework.write_text(f"{framework.read_text(encoding='utf-8')}estimates: {{currency: GBP}}\n", encoding="utf-8")
    euros = scenario(answers.parent, currency="EUR", exchange_rate=2.5, budget_a_quarter=None)
    plan = planned(readiness, answers, "--scenario", euros)["roadmap"]
    assert (plan["currency"], plan["totals"]["cost"]["likely"]["value"]) == ("EUR", 350.0)
    out = readiness("plan", answers, "--scenario", euros).out
    assert "  - currency: EUR\n  - exchange-rate: 2.5\n  - budget-a-quarter: no limit, not 120\n" in out


def test_plans_stand_side_by_side_with_what_differs_and_why(readiness: Readiness, answers: Path) -> None:
    half = scenario(answers.parent, budget_a_quarter=50)
    late = scenario(answers.parent, "late.yaml", actions={"sing": {"not-before": "2027-07-01"}})
    code, out, _ = readiness("plan", answers, "--scenario", half, "--scenario", late, "--planner", "ranked")
    assert code == 0
    assert "  A  The plan in the file\n  B  What half.yaml says\n     - budget-a-quarter: 50, not 120\n" in out
    assert "  C  What late.yaml says\n     - sing: not before the quarter of 1 July 2027\n" in out
    assert " score at the end 4.00 3.00 4.00 " in " ".join(out.split())
    assert "Different actions, 2, the earliest first\n" in out
    assert "  Sing [bold]loudly[/]\n      A: Q1 2027\n      B: Q1 2027\n      C: Q3 2027\n" in out
    assert "      B: left out. It needs £100 a quarter for 1 quarter" in out


def test_one_change_stands_beside_the_plan_of_the_file(readiness: Readiness, answers: Path) -> None:
    code, out, _ = readiness("plan", answers, "--compare", "--without", "sing", "--output-format", "json")
    assert code == 0
    found = json.loads(out)
    as_it_is, changed = found["plans"]
    assert (as_it_is["title"], changed["title"]) == ("The plan in the file", "With the changes")
    assert (as_it_is["limits"], changed["limits"][0]["after"]) == ([], {"never": True})
    assert (as_it_is["figures"]["score"]["exact"], changed["figures"]["score"]["exact"]) == ("4", "5/2")
    (sing,) = found["differences"]
    assert sing["plans"][0] == {"starts": "2027-01-01", "ends": "2027-03-31"}
    assert set(sing["plans"][1]) == {"left-out", "detail"}


def test_a_plan_that_begins_later_counts_as_today_until_then(readiness: Readiness, answers: Path) -> None:
    found = json.loads(readiness("plan", answers, "--compare", "--delay", "3", "--output-format", "json").out)
    means = [one["figures"]["mean-score"]["exact"] for one in found["plans"]]
    assert means == ["23/6", "7/3"]


def test_a_plan_that_cannot_be_stands_beside_the_others(readiness: Readiness, answers: Path) -> None:
    code, out, err = readiness("plan", answers, "--compare", "--quarters", "1", "--with", "walk", "--planner", "ranked")
    assert code == 3
    assert "     No plan: " in out
    assert " actions 3 no plan " in " ".join(out.split())
    assert "error: " in err


def test_plans_that_do_not_differ_say_so(readiness: Readiness, answers: Path) -> None:
    assert "No action is different.\n" in readiness("plan", answers, "--compare").out


def test_several_plans_cannot_be_handed_over(readiness: Readiness, answers: Path, tmp_path: Path) -> None:
    code, _, err = readiness("plan", answers, "--compare", "-o", tmp_path / "plan.csv")
    assert code == 2
    assert "several plans cannot be written to one file" in err
    assert readiness("plan", answers, "--compare", "--limits").code == 2


def test_a_scenario_with_mistakes_is_shown_with_their_places(readiness: Readiness, answers: Path) -> None:
    wrong = scenario(answers.parent, bugdet_a_quarter=50)
    code, out, err = readiness("plan", answers, "--scenario", wrong)
    assert (code, out) == (2, "")
    assert "half.yaml:5:3" in err
    assert "did you mean `budget-a-quarter`?" in err


def test_a_scenario_of_another_framework_does_not_fit(readiness: Readiness, answers: Path) -> None:
    path = scenario(answers.parent, quarters=3)
    path.write_text(path.read_text(encoding="utf-8").replace("sample", "governance"), encoding="utf-8")
    code, _, err = readiness("plan", answers, "--scenario", path)
    assert code == 2
    assert "is for governance, the assessment answers sample\n" in err


def test_a_scenario_has_to_fit_the_limits_that_it_leaves_standing(readiness: Readiness, answers: Path) -> None:
    framework = answers.parent / "sample.yaml"
    text = framework.read_text(encoding="utf-8")
    framework.write_text(f"{text}estimates: {{currency: GBP}}\n", encoding="utf-8")
    euros = scenario(answers.parent, currency="EUR")
    code, out, err = readiness("plan", answers, "--scenario", euros)
    assert (code, out) == (2, "")
    assert "half.yaml:5:" in err
    assert "RA108" in err
