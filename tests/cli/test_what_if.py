"""`readiness what-if`: other answers, their effect on every level, and nothing written."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from tests.builders import Plain, a_framework, a_gate, a_question, an_area, an_assessment, write
from tests.cli.conftest import Readiness
from tests.json_outputs import fitting

NORTHMERE = "examples/northmere/assessment.yaml"
SEVERAL = ("cyb-access=4", "cyb-second-factor-coverage=80", "cyb-basics=-", "gov-plan=unknown")


def files(folder: Path, framework: Plain, answers: Plain, **keys: object) -> Path:
    write(framework, folder)
    return write(an_assessment(answers, **keys), folder)


def effects(readiness: Readiness, *arguments: object) -> Plain:
    code, out, err = readiness("what-if", *arguments, "--output-format", "json")
    assert (code, err) == (0, "")
    return fitting("what-if", out)


def exact(number: Plain) -> Fraction:
    return Fraction(number["exact"])


@pytest.mark.parametrize(("name", "arguments"), [("one", SEVERAL[:1]), ("several", SEVERAL)])
def test_other_answers_of_the_example_read_as_agreed(
    readiness: Readiness, assert_golden: Callable[[str, str], None], name: str, arguments: tuple[str, ...]
) -> None:
    before = Path(NORTHMERE).read_bytes()
    code, out, err = readiness("what-if", NORTHMERE, *arguments)
    assert (code, err) == (0, "")
    assert all(len(line) <= 80 for line in out.splitlines())
    assert_golden(f"terminal/what-if-{name}.txt", out)
    assert Path(NORTHMERE).read_bytes() == before


def test_who_listens_hears_every_cell_with_its_heading(readiness: Readiness, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READINESS_ACCESSIBLE", "1")
    out = readiness("what-if", NORTHMERE, *SEVERAL[:2]).out
    assert "  Access to systems: now 1.00, then 4.00, change +3.00, level 1 to 4 Managed\n" in out
    assert "  Access to systems: adds 1975/37800, about 0.052\n" in out


def test_a_narrow_terminal_cuts_titles_and_no_number(readiness: Readiness, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    out = readiness("what-if", NORTHMERE, SEVERAL[0]).out
    assert "1.44  3.44   +2.00  1 to 3 Defined\n" in out


def test_every_level_up_to_the_top_is_exact_in_json(readiness: Readiness, tmp_path: Path) -> None:
    inner = an_area("inner", [a_question("q"), a_question("r")])
    framework = a_framework(areas=[an_area("outer", areas=[inner]), an_area("other", [a_question("s")])])
    answers = files(tmp_path, framework, {"q": 1, "r": 2, "s": 4})
    found = effects(readiness, answers, "q=5")
    by_id = {one["id"]: one for one in found["together"]["effects"]}
    assert list(by_id) == ["sample", "outer", "inner", "q"]
    assert exact(by_id["q"]["change"]) == 4
    assert exact(by_id["inner"]["change"]) == exact(by_id["outer"]["change"]) == 2
    assert exact(by_id["sample"]["now"]["score"]) == Fraction(11, 4)
    assert exact(by_id["sample"]["then"]["score"]) == Fraction(15, 4)
    assert [by_id["sample"][when]["level"] for when in ("now", "then")] == [2, 3]
    assert (by_id["sample"]["now"]["target-met"], by_id["sample"]["then"]["target-met"]) == (False, True)
    assert found["target"] == "good"


def test_low_and_high_follow_an_answer_that_is_taken_away(readiness: Readiness, tmp_path: Path) -> None:
    answers = files(tmp_path, a_framework(dimensions=1), {"d1-q1": 3, "d1-q2": 5})
    (whole, *_) = effects(readiness, answers, "d1-q1=")["together"]["effects"]
    assert [exact(whole["now"][end]) for end in ("low", "high")] == [4, 4]
    assert [exact(whole["then"][end]) for end in ("low", "high")] == [3, 5]


def test_a_cap_that_goes_and_one_that_comes_are_told(readiness: Readiness, tmp_path: Path) -> None:
    gates = [a_gate({"question": "q", "below": 3}), a_gate({"question": "r", "at-least": 5}, 4)]
    framework = a_framework(areas=[an_area("d1", [a_question("q"), a_question("r")], gates=gates)])
    answers = files(tmp_path, framework, {"q": 1, "r": 3})
    out = readiness("what-if", answers, "q=5", "r=5").out
    assert "The cap of Area d1 at 2 would no longer hold. Nothing else helps while" in out
    assert "The cap of Area d1 at 4 would hold. Nothing else helps" in out
    caps = effects(readiness, answers, "q=5", "r=5")["together"]["caps"]
    assert [(one["cap"], one["holds"]) for one in caps] == [
        (2, {"now": True, "then": False}),
        (4, {"now": False, "then": True}),
    ]


def test_together_is_more_than_the_parts_where_a_cap_holds_both_down(readiness: Readiness, tmp_path: Path) -> None:
    gates = [a_gate({"any": [{"question": "q", "below": 3}, {"question": "r", "below": 3}]}, 1)]
    framework = a_framework(areas=[an_area("d1", [a_question("q"), a_question("r")], gates=gates)])
    answers = files(tmp_path, framework, {"q": 1, "r": 1})
    found = effects(readiness, answers, "q=5", "r=3")
    assert [exact(one["change"]) for one in found["alone"]] == [0, 0]
    assert exact(found["interplay"]) == exact(found["together"]["change"]) == 3
    out = readiness("what-if", answers, "q=5", "r=3").out
    assert "  their interplay     3\n" in out


def test_an_adjustment_that_comes_and_a_band_that_is_left_are_told(readiness: Readiness, tmp_path: Path) -> None:
    bonus = {"when": {"question": "d1-q1", "at-least": 5}, "add": 1, "of": "score", "because": "They lead the field"}
    ranges = [{"name": "Low", "to": 3}, {"name": "High", "from": 3}]
    framework = a_framework(dimensions=1, adjust=[bonus], bands={"of": "score", "inclusive": "lower", "ranges": ranges})
    answers = files(tmp_path, framework, {"d1-q1": 1, "d1-q2": 2})
    out = readiness("what-if", answers, "d1-q1=5").out
    assert "An adjustment of Sample would apply. They lead the field.\n" in out
    assert "Band of Sample: Low now, High then.\n" in out


class TestQuestionsThatAreNotAlwaysAsked:
    def asked_if(self, tmp_path: Path, answers: Plain) -> Path:
        hidden = a_question("r", applies_when={"question": "q", "at-least": 3})
        framework = a_framework(areas=[an_area("d1", [a_question("q"), hidden])])
        return files(tmp_path, framework, answers)

    def test_an_answer_to_a_hidden_question_does_not_score_and_says_so(
        self, readiness: Readiness, tmp_path: Path
    ) -> None:
        answers = self.asked_if(tmp_path, {"q": 1})
        out = readiness("what-if", answers, "r=5").out
        assert "Counts: not asked (it is asked only when" in out
        assert "Overall score: 1, as it is now." in out
        assert effects(readiness, answers, "r=5")["answers"][0]["is-scored"] is False

    def test_a_change_that_makes_a_question_asked_says_what_it_counts_as(
        self, readiness: Readiness, tmp_path: Path
    ) -> None:
        answers = self.asked_if(tmp_path, {"q": 1})
        out = readiness("what-if", answers, "q=3").out
        assert "Topic of r (r) would be asked: not answered; it counts as the lowest level" in out
        assert effects(readiness, answers, "q=3")["together"]["newly-asked"] == ["r"]

    def test_a_change_that_hides_a_question_says_so(self, readiness: Readiness, tmp_path: Path) -> None:
        answers = self.asked_if(tmp_path, {"q": 3, "r": 5})
        out = readiness("what-if", answers, "q=2").out
        assert "Topic of r (r) would no longer be asked, and is left out.\n" in out
        assert effects(readiness, answers, "q=2")["together"]["newly-hidden"] == ["r"]

    def test_alone_an_answer_may_not_be_asked_that_is_asked_together(
        self, readiness: Readiness, tmp_path: Path
    ) -> None:
        answers = self.asked_if(tmp_path, {"q": 1})
        assert "  Topic of r, not asked     0\n" in readiness("what-if", answers, "q=3", "r=5").out


def test_an_answer_as_it_is_changes_nothing(readiness: Readiness, tmp_path: Path) -> None:
    answers = files(tmp_path, a_framework(dimensions=1), {"d1-q1": 3, "d1-q2": 5})
    out = readiness("what-if", answers, "d1-q1=3").out
    assert "    Now and then: level 3: Agreed.\n" in out
    assert "Overall score: 4, as it is now. Target: 3 (Good), met now and then.\n" in out


def test_words_are_recorded_and_not_scored(readiness: Readiness, tmp_path: Path) -> None:
    framework = a_framework(areas=[an_area("d1", [a_question("q"), a_question("w", "text")])])
    out = readiness("what-if", files(tmp_path, framework, {"q": 3}), "w=Some words").out
    assert "    Then: Some words\n    Counts: recorded, not scored\n" in out


def test_where_higher_is_worse_a_higher_answer_is_called_worse(readiness: Readiness, tmp_path: Path) -> None:
    answers = files(tmp_path, a_framework(dimensions=1, higher_is="worse"), {"d1-q1": 3, "d1-q2": 3})
    out = readiness("what-if", answers, "d1-q1=5").out
    assert "Overall score: 3 now, 4 then, which is worse by 1." in out
    assert "no longer met; the gap is 1." in " ".join(out.split())


def test_without_a_score_there_is_none_to_add_up(readiness: Readiness, tmp_path: Path) -> None:
    framework = a_framework(dimensions=1, scoring={"unanswered": "block"}, targets=None)
    out = readiness("what-if", files(tmp_path, framework, {"d1-q1": 3}), "d1-q1=4", "d1-q2=4").out
    assert "Overall score: none now, 4 then.\n" in out
    assert "What each answer adds alone cannot be told" in out


def test_a_target_may_be_named(readiness: Readiness, tmp_path: Path) -> None:
    targets = {"good": {"title": "Good", "default": 3}, "best": {"title": "Best", "default": 5}}
    answers = files(tmp_path, a_framework(dimensions=1, targets=targets), {"d1-q1": 3, "d1-q2": 3})
    assert "(Best), not met; the gap is 2 now and 1 then." in readiness(
        "what-if", answers, "d1-q1=5", "--target", "best"
    ).out.replace("\n  ", " ")
    assert readiness("what-if", answers, "d1-q1=5", "--target", "bset").code == 2


class TestErrors:
    @pytest.mark.parametrize(
        ("typed", "message", "hint"),
        [
            ("cyb-acess=4", "there is no question 'cyb-acess'", "did you mean cyb-access?"),
            ("cyb-access", "'cyb-access' is not an answer", "write id=value, such as cyb-access=4"),
            ("cyb-access=9", "cyb-access: '9' is not a level of the scale", "type a level from 1 to 5"),
            ("cyb-basics=firewall", "cyb-basics: 'firewall' is not among the answers", "did you mean firewalls?"),
            ("cyb-leadership=3", "'cyb-leadership' has no answer of its own", "its questions: cyb-owner, "),
            ("cyb-access=na", "cyb-access: na does not say why", "type na: and the reason"),
            ("cyb-access=na:It does not", "cyb-access cannot be marked not applicable", "give the level"),
        ],
    )
    def test_what_cannot_be_supposed_is_told_with_what_would_work(
        self, readiness: Readiness, council: Path, typed: str, message: str, hint: str
    ) -> None:
        code, out, err = readiness("what-if", council, typed)
        assert (code, out) == (2, "")
        assert err.startswith(f"error: {message}")
        assert f"\nhelp: {hint}" in err

    def test_several_wrong_answers_are_told_all_at_once(self, readiness: Readiness, council: Path) -> None:
        code, out, err = readiness("what-if", council, "cyb-acess=4", "cyb-access=3", "cyb-access=4", "cyb-owner=x")
        assert (code, out) == (2, "")
        assert [line for line in err.splitlines() if line.startswith("error")] == [
            "error: there is no question 'cyb-acess'",
            "error: 'cyb-access' is answered twice",
            "error: cyb-owner: 'x' is not a level of the scale",
            "error: 3 of 4 answers cannot be supposed; nothing was computed",
        ]

    def test_a_former_id_is_told_with_the_one_that_replaces_it(self, readiness: Readiness, tmp_path: Path) -> None:
        framework = a_framework(areas=[an_area("d1", [a_question("q", replaces="old")])])
        code, _, err = readiness("what-if", files(tmp_path, framework, {"q": 3}), "old=4")
        assert code == 2
        assert err == "error: there is no question 'old'\nhelp: it is q now\n"

    def test_no_answer_at_all_is_told(self, readiness: Readiness, council: Path) -> None:
        code, out, err = readiness("what-if", council)
        assert (code, out) == (2, "")
        assert err.startswith("error: there is no answer to suppose\n")

    def test_a_file_with_errors_is_not_scored(self, readiness: Readiness, tmp_path: Path) -> None:
        code, _, err = readiness("what-if", files(tmp_path, a_framework(), {"nothing": 3}), "d1-q1=4")
        assert code == 2
        assert "RA101" in err

    def test_what_a_terminal_would_obey_is_shown(self, readiness: Readiness, council: Path) -> None:
        _, _, err = readiness("what-if", council, "cyb-access=\x1b[31m")
        assert "\x1b" not in err
