"""`readiness progress`: an earlier plan beside a later assessment, and the rest planned again."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from readiness.workflows import assess, result_json, schema
from tests.builders import Plain, a_framework, a_question, an_action, an_area, an_assessment, write
from tests.cli.conftest import Readiness

LIMITS = {"starts": "2027-01-01", "quarters": 8, "capacity-days-a-quarter": {"*": 10}}
"""One action a quarter: a1 in Q1 2027, a2 in Q2 and so on."""
SUMMER = "2027-08-15"
Follow = Callable[..., Plain]


def a_small_framework(*actions: Plain, **keys: Any) -> Plain:  # noqa: ANN401  any key of a framework
    """Return four questions with an action each, or with these actions."""
    questions = [a_question(f"q{n}", topic=f"Topic {n}") for n in range(1, 5)]
    each = [an_action(f"a{n}", {f"q{n}": 3}) for n in range(1, 5)]
    return a_framework(areas=[an_area("d1", questions)], actions=list(actions) or each, **keys)


def answered(levels: tuple[Any, ...] = (1, 1, 1, 1), **keys: Any) -> Plain:  # noqa: ANN401  any key of an assessment
    return an_assessment({f"q{n}": level for n, level in enumerate(levels, 1)}, **{"plan": LIMITS, **keys})


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the plan of the small framework, as JSON; planned once for all tests."""
    folder = tmp_path_factory.mktemp("plan")
    write(a_small_framework(), folder)
    return result_json(assess(str(write(answered(), folder))), version="1.2.3")


@pytest.fixture
def plan(made: str, tmp_path: Path) -> Path:
    """Write the plan, beside its framework."""
    write(a_small_framework(), tmp_path)
    (tmp_path / "plan.json").write_text(made, encoding="utf-8")
    return tmp_path / "plan.json"


def later(
    plan: Path,
    levels: tuple[Any, ...],
    decisions: Mapping[str, Any] | None = None,
    *,
    on: str = SUMMER,
    limits: Plain = LIMITS,
    **keys: object,
) -> Path:
    """Write the later assessment beside the plan."""
    settled = {**limits, "actions": dict(decisions or {})}
    return write(answered(levels, assessed_on=on, plan=settled, **keys), plan.parent)


@pytest.fixture
def follow(readiness: Readiness, plan: Path) -> Follow:
    """Return progress against the plan as JSON; it keeps to its schema."""

    def run(*args: Any, code: int = 0, **keys: Any) -> Plain:  # noqa: ANN401
        ran = readiness("progress", plan, later(plan, *args, **keys), "--output-format", "json")
        assert ran.code == code, ran.err
        said = json.loads(ran.out)
        Draft202012Validator(schema("progress")).validate(said)
        return dict(said)

    return run


def states(said: Plain) -> dict[str, str]:
    return {one["id"]: f"{'late, ' if one['late'] else ''}{one['state']}" for one in said["actions"]}


def action(said: Plain, id_: str) -> Plain:
    return next(one for one in said["actions"] if one["id"] == id_)


def flat(text: str) -> str:
    """Return a text on one line, wherever it was broken."""
    return " ".join(text.split())


class TestWhatBecameOfAnAction:
    def test_it_is_done_when_its_levels_are_reached_and_late_when_its_first_quarter_is_over(
        self, follow: Follow
    ) -> None:
        said = follow((3, 1, 1, 1))
        assert states(said) == {"a1": "done", "a2": "late, not-started", "a3": "not-started", "a4": "not-started"}
        assert said["counts"] == {"done": 1, "under-way": 0, "not-started": 3, "dropped": 0, "late": 1}

    def test_it_is_not_late_on_the_last_day_of_its_first_quarter(self, follow: Follow) -> None:
        assert states(follow((3, 1, 1, 1), on="2027-06-30"))["a2"] == "not-started"
        assert states(follow((3, 1, 1, 1), on="2027-07-01"))["a2"] == "late, not-started"

    def test_what_is_under_way_says_how_far_and_can_be_late(self, follow: Follow) -> None:
        roomy = {**LIMITS, "capacity-days-a-quarter": {"*": 20}}
        said = follow((3, 1, 1, 1), {"a2": {"under-way": 60}, "a3": {"under-way": 10}}, limits=roomy)
        assert (states(said)["a2"], states(said)["a3"]) == ("late, under-way", "under-way")
        assert action(said, "a2")["share-done"] == {"exact": "3/5", "value": 0.6}

    def test_what_is_finished_is_done_even_where_the_answers_do_not_show_it(self, follow: Follow) -> None:
        said = follow((3, 1, 1, 1), {"a2": {"finished": "2027-05-01"}})
        done = action(said, "a2")
        assert (done["state"], done["finished"], done["short"], done["now"]) == ("done", "2027-05-01", ["q2"], None)

    def test_what_is_kept_out_is_dropped_with_the_reason(self, follow: Follow) -> None:
        said = follow((3, 1, 1, 1), {"a2": {"never": True, "because": "The building is sold"}})
        dropped = action(said, "a2")
        assert (dropped["state"], dropped["dropped"], dropped["because"], dropped["late"]) == (
            "dropped",
            "kept out by decision",
            "The building is sold",
            False,
        )

    def test_what_lifts_nothing_that_applies_is_dropped(self, follow: Follow) -> None:
        said = follow((3, {"not-applicable": "The service was closed"}, 1, 1))
        assert action(said, "a2")["dropped"] == "does not apply"

    def test_an_action_that_the_framework_has_no_longer_is_dropped(self, follow: Follow, plan: Path) -> None:
        write(a_small_framework(*[an_action(f"a{n}", {f"q{n}": 3}) for n in (1, 3, 4)]), plan.parent)
        assert action(follow((3, 1, 1, 1)), "a2")["dropped"] == "not in the framework"

    def test_an_action_is_found_under_its_new_id(self, follow: Follow, plan: Path) -> None:
        renamed = an_action("b2", {"q2": 3}, replaces=["a2"])
        write(a_small_framework(renamed, version="1.1.0"), plan.parent)
        said = follow((3, 1, 1, 1), framework={"id": "sample", "version": "1.1.0"})
        assert action(said, "a2")["now"]["id"] == "b2"
        assert said["notes"][0] == "the plan was made with version 1.0.0 of the framework and this is version 1.1.0"

    def test_what_nobody_needs_any_more_is_not_late(self, readiness: Readiness, tmp_path: Path) -> None:
        write(a_small_framework(an_action("far", {"q1": 4})), tmp_path)
        answers = write(answered(), tmp_path)
        readiness("plan", answers, "-o", tmp_path / "plan.json")
        later(tmp_path / "plan.json", (3, 1, 1, 1))
        ran = readiness("progress", tmp_path / "plan.json", answers)
        assert "Dropped (1)\n" in ran.out
        assert "not needed any more: its questions meet" in ran.out


def test_on_the_day_of_the_plan_nothing_has_moved(follow: Follow) -> None:
    said = follow((1, 1, 1, 1), on="2026-11-20")
    assert said["counts"] == {"done": 0, "under-way": 0, "not-started": 4, "dropped": 0, "late": 0}
    assert [one["now"]["months-later"] for one in said["actions"]] == [0, 0, 0, 0]
    assert (said["added"], said["notes"]) == ([], [])


class TestMaturity:
    def test_it_is_held_against_the_end_of_the_last_quarter_that_is_over(self, follow: Follow) -> None:
        found = follow((3, 1, 1, 1))["maturity"]
        assert found["quarter"] == "Q2 2027"
        assert found["projected"]["score"]["exact"] == "2"
        assert found["reached"]["score"]["exact"] == "3/2"
        assert found["areas"] == [
            {
                "id": "d1",
                "title": "Area d1",
                "projected": {"exact": "2", "value": 2.0},
                "reached": {"exact": "3/2", "value": 1.5},
            }
        ]

    def test_before_the_first_end_it_is_held_against_the_start(self, follow: Follow) -> None:
        found = follow((1, 1, 1, 1), on="2027-02-01")["maturity"]
        assert (found["quarter"], found["projected"]["score"]["exact"], found["areas"]) == (None, "1", [])


class TestTheRest:
    def test_it_begins_after_the_assessment_and_ends_with_the_plan(self, follow: Follow) -> None:
        rest = follow((3, 1, 1, 1))["roadmap"]
        assert [rest["quarters"][at]["label"] for at in (0, -1)] == ["Q4 2027", "Q4 2028"]

    def test_it_says_by_how_much_an_action_has_moved(self, follow: Follow) -> None:
        moved = action(follow((3, 1, 1, 1)), "a2")["now"]
        assert moved == {
            "number": "A1",
            "id": "a2",
            "starts": "2027-10-01",
            "ends": "2027-12-31",
            "months-later": 6,
        }

    def test_what_is_under_way_goes_on_at_once(self, follow: Follow) -> None:
        said = follow((3, 1, 1, 1), {"a4": {"under-way": 50}})
        assert action(said, "a4")["now"]["starts"] == "2027-10-01"

    def test_it_names_what_is_new(self, follow: Follow, plan: Path) -> None:
        fresh = an_action("fresh", {"q2": 3})
        write(a_small_framework(*[an_action(f"a{n}", {f"q{n}": 3}) for n in (1, 3, 4)], fresh), plan.parent)
        assert [one["id"] for one in follow((3, 1, 1, 1))["added"]] == ["fresh"]

    def test_a_plan_that_is_over_is_made_anew(self, follow: Follow) -> None:
        said = follow((3, 1, 1, 1), on="2030-05-01")
        assert said["roadmap"]["starts"] == "2030-07-01"
        assert len(said["roadmap"]["quarters"]) == 8
        assert said["notes"] == ["the rest is planned from 1 July 2030, for 8 quarters: what came before is over"]

    def test_a_plan_of_its_own_stays_as_it_is(self, follow: Follow) -> None:
        said = follow((3, 1, 1, 1), limits={"starts": "2028-01-01", "quarters": 2})
        assert (said["roadmap"]["starts"], len(said["roadmap"]["quarters"]), said["notes"]) == ("2028-01-01", 2, [])

    def test_where_nothing_fits_the_progress_is_shown_and_the_exit_code_is_3(self, follow: Follow) -> None:
        said = follow((3, 1, 1, 1), limits={**LIMITS, "capacity-days-a-quarter": {"*": 1}}, code=3)
        assert (said["roadmap"], states(said)["a2"]) == (None, "late, not-started")

    def test_it_can_be_written_and_followed_in_turn(self, readiness: Readiness, plan: Path) -> None:
        rest = plan.parent / "rest.json"
        assert readiness("progress", plan, later(plan, (3, 1, 1, 1)), "-o", rest).code == 0
        ran = readiness("progress", rest, later(plan, (3, 3, 1, 1), on="2028-01-10"))
        assert ran.code == 0
        assert "3 actions in the plan: 1 done and 2 still to come." in ran.out

    def test_the_rest_starts_on_the_same_day_in_every_language(self, readiness: Readiness, plan: Path) -> None:
        answers, file = later(plan, (3, 1, 1, 1)), plan.parent / "rest.csv"
        starts = []
        for options, heading in (((), "Start"), (("--language", "cy"), "Dechrau")):
            assert readiness("progress", plan, answers, "-o", file, *options).code == 0
            with file.open(encoding="utf-8-sig", newline="") as stream:
                starts.append([line[heading] for line in csv.DictReader(stream)])
        assert starts[0] == starts[1] == ["2027-10-01", "2028-01-01", "2028-04-01"]


class TestText:
    def test_it_reads_as_agreed(self, readiness: Readiness, plan: Path) -> None:
        decisions = {"a2": {"under-way": 60}, "a3": {"finished": "2027-08-01"}}
        code, out, err = readiness("progress", plan, later(plan, (3, 1, 1, 1), decisions))
        assert (code, err) == (0, "")
        assert out == EXPECTED

    def test_before_the_first_end_nothing_was_due(self, readiness: Readiness, plan: Path) -> None:
        answers = later(plan, (1, 1, 1, {"unknown": "Nobody knows"}), on="2027-02-01")
        out = flat(readiness("progress", plan, answers).out)
        assert "The plan began at 1.00; it is 1.00 (1.00 to 2.00) now, as planned. None of it was due yet." in out

    def test_where_nothing_fits_it_says_so_of_each_action(self, readiness: Readiness, plan: Path) -> None:
        limits = {**LIMITS, "capacity-days-a-quarter": {"*": 1}}
        code, out, err = readiness("progress", plan, later(plan, (3, 1, 1, 1), limits=limits))
        assert code == 3
        assert "Lead; planned for Q2 2027; not started; no new plan\n" in out
        assert "There is no plan for the rest.\n" in out
        assert err.startswith("error: ")

    def test_it_says_what_is_given_up_half_there_or_left_out(self, readiness: Readiness, plan: Path) -> None:
        both = an_action("a2", {"q1": 3, "q2": 3})
        write(a_small_framework(both, *[an_action(f"a{n}", {f"q{n}": 3}) for n in (1, 3, 4)]), plan.parent)
        decisions = {"a2": {"must": True}, "a3": {"never": True, "because": "It was sold"}}
        limits = {**LIMITS, "starts": "2027-10-01", "quarters": 1}
        out = flat(readiness("progress", plan, later(plan, (3, 1, 1, 1), decisions, limits=limits)).out)
        assert "planned for Q2 2027; 1 of 2 questions at its level; now Q4 2027, 6 months later" in out
        assert "planned for Q3 2027; kept out by decision: It was sold" in out
        assert "planned for Q4 2027; not in the new plan: no people" in out

    def test_it_says_what_is_new_and_what_stays(self, readiness: Readiness, plan: Path) -> None:
        fresh = an_action("fresh", {"q2": 3})
        write(a_small_framework(fresh, *[an_action(f"a{n}", {f"q{n}": 3}) for n in (1, 3, 4)]), plan.parent)
        decisions = {"a4": {"starts": "2027-10-01"}, "fresh": {"starts": "2028-01-01"}}
        out = flat(readiness("progress", plan, later(plan, (3, 1, 1, 1), decisions)).out)
        assert "planned for Q4 2027; now Q4 2027, as planned" in out
        assert "Q4 2027 to Q4 2028: 3 actions, 1 of them new." in out
        assert "new: Do fresh, from Q1 2028" in out

    def test_a_plan_without_actions_or_scores_is_followed_as_well(self, readiness: Readiness, plan: Path) -> None:
        result = json.loads(plan.read_text(encoding="utf-8"))
        result["roadmap"] |= {
            "actions": [],
            "quarters": [one | {"score": None} for one in result["roadmap"]["quarters"]],
        }
        plan.write_text(json.dumps(result), encoding="utf-8")
        code, out, _ = readiness("progress", plan, later(plan, (3, 1, 1, 1)))
        assert code == 0
        assert "The plan had no actions.\nFor the end of Q2 2027 the plan had no score. It is 1.50 now.\n" in out

    def test_another_target_is_noted(self, readiness: Readiness, plan: Path) -> None:
        targets = {"good": {"title": "Good", "default": 3}, "best": {"title": "Best", "default": 4}}
        write(a_small_framework(targets=targets), plan.parent)
        out = readiness("progress", plan, later(plan, (3, 1, 1, 1)), "--target", "best").out
        assert "Note: the plan aimed at the target good, this assessment at best.\n" in out

    def test_who_listens_hears_sentences(
        self, readiness: Readiness, plan: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("READINESS_ACCESSIBLE", "1")
        out = readiness("progress", plan, later(plan, (3, 1, 1, 1))).out
        assert "  Area d1: planned 2.00, now 1.50, differs −0.50\n" in out

    def test_a_narrow_terminal_wraps(self, readiness: Readiness, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COLUMNS", "40")
        assert all(len(line) <= 40 for line in readiness("progress", plan, later(plan, (3, 1, 1, 1))).out.splitlines())

    def test_the_plan_cannot_command_the_terminal(self, readiness: Readiness, plan: Path) -> None:
        result = json.loads(plan.read_text(encoding="utf-8"))
        result["roadmap"]["actions"][1]["title"] = "\x1b[31mred\u202e"
        result["roadmap"]["quarters"][0]["label"] = "no quarter"
        plan.write_text(json.dumps(result), encoding="utf-8")
        code, out, _ = readiness("progress", plan, later(plan, (1, 1, 1, 1)))
        assert code == 0
        assert "\x1b" not in out
        assert "\u202e" not in out


class TestWhatCannotBe:
    def test_a_file_that_is_no_result_is_refused_at_its_place(self, readiness: Readiness, plan: Path) -> None:
        answers = later(plan, (3, 1, 1, 1))
        code, out, err = readiness("progress", answers, answers)
        assert (code, out) == (2, "")
        assert "`readiness` should be 'result/1', not 'assessment/1'\n" in err
        assert "assessment.yaml:1:12\n" in err

    @pytest.mark.parametrize(
        ("keys", "message"),
        [
            ({"start-quarter": 7, "quarters": 2}, "`roadmap` has an action, `a1`, that ends after its quarters"),
            ({"id": "a2"}, "`roadmap` has the action `a2` twice"),
            ({"quarters": 0}, "`quarters` should be 1 or more, not '0'"),
        ],
    )
    def test_a_plan_that_cannot_be_is_refused(
        self, readiness: Readiness, plan: Path, keys: Plain, message: str
    ) -> None:
        result = json.loads(plan.read_text(encoding="utf-8"))
        result["roadmap"]["actions"][0] |= keys
        plan.write_text(json.dumps(result), encoding="utf-8")
        code, _, err = readiness("progress", plan, later(plan, (3, 1, 1, 1)))
        assert code == 2
        assert message in err

    @pytest.mark.parametrize("number", ["1/0", "1e9", "9" * 3000, "1000", ""])
    def test_a_score_that_is_none_is_refused(self, readiness: Readiness, plan: Path, number: str) -> None:
        result = json.loads(plan.read_text(encoding="utf-8"))
        result["roadmap"]["start-score"] = {"exact": number, "value": 1}
        plan.write_text(json.dumps(result), encoding="utf-8")
        assert readiness("progress", plan, later(plan, (3, 1, 1, 1))).code == 2

    @pytest.mark.parametrize("content", ["", "[[[", "\x00", "[]", "{}"])
    def test_neither_is_what_is_no_json(self, readiness: Readiness, plan: Path, content: str) -> None:
        plan.write_text(content, encoding="utf-8")
        code, out, err = readiness("progress", plan, later(plan, (3, 1, 1, 1)))
        assert (code, out) == (2, "")
        assert "is no result with a plan" in err

    def test_a_result_without_a_roadmap_has_nothing_to_follow(self, readiness: Readiness, tmp_path: Path) -> None:
        write(a_small_framework(targets=None), tmp_path)
        answers = write(answered(), tmp_path)
        readiness("assess", answers, "-o", tmp_path / "plan.json")
        code, _, err = readiness("progress", tmp_path / "plan.json", answers)
        assert code == 2
        assert "plan.json has no roadmap\nhelp: nothing was planned then" in err

    @pytest.mark.parametrize(
        ("keys", "message"),
        [
            ({"organisation": {"name": "Other"}}, "is the plan of Sample Council, and "),
            ({"assessed_on": "2026-01-01"}, "before the plan, which was made on 2026-11-20\n"),
        ],
    )
    def test_a_plan_of_another_organisation_or_from_the_future_is_refused(
        self, readiness: Readiness, plan: Path, keys: Plain, message: str
    ) -> None:
        answers = write(answered(**keys), plan.parent)
        code, out, err = readiness("progress", plan, answers)
        assert (code, out) == (2, "")
        assert message in err

    def test_a_plan_for_another_framework_is_refused(self, readiness: Readiness, plan: Path) -> None:
        write(a_framework(id="other"), plan.parent)
        answers = write(an_assessment({}, framework={"id": "other", "version": "1.0.0"}), plan.parent)
        assert "is a plan for sample, and " in readiness("progress", plan, answers).err

    def test_neither_file_that_is_read_is_written_over(self, readiness: Readiness, plan: Path) -> None:
        before = plan.read_bytes()
        code, out, err = readiness("progress", plan, later(plan, (3, 1, 1, 1)), "-o", plan)
        assert (code, out) == (2, "")
        assert "plan.json is the file that is read\n" in err
        assert plan.read_bytes() == before

    def test_both_cannot_come_from_standard_input(self, readiness: Readiness) -> None:
        assert "are both standard input" in readiness("progress", "-", "-").err


def test_the_plan_can_come_from_standard_input(
    readiness: Readiness, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(plan.read_bytes())))
    assert readiness("progress", "-", later(plan, (3, 1, 1, 1))).code == 0


EXPECTED = """\
Sample Council
Sample 1.0.0
Plan of 20 November 2026, progress on 15 August 2027
Note: the rest is planned from 1 October 2027, for 5 quarters: what came before
  is over.

4 actions in the plan: 1 late, 2 done and 1 still to come.
For the end of Q2 2027 the plan had 2.00. It is 1.50 now, 0.50 below it.

  Area      planned   now  differs
  Area d1      2.00  1.50    −0.50

Late (1)
  A2   Do a2
       Lead; planned for Q2 2027; 60% done; now Q4 2027, 6 months later

Done (2)
  A1   Do a1
       Lead; planned for Q1 2027; its levels are reached
  A3   Do a3
       Lead; planned for Q3 2027; finished on 1 August 2027; the answers do not
       show it: Topic 3

Still to come (1)
  A4   Do a4
       Lead; planned for Q4 2027; now Q1 2028, 3 months later

The rest, planned again
  Q4 2027 to Q4 2028: 2 actions.
  At the end of Q4 2028 the score is 2.5, which is below the target of 3.0; 1
  question below target. The earlier plan was to end at 3.0 in Q4 2028.
  Every action that is needed fits within the limits of the plan.
"""
