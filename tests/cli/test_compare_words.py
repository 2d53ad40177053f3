"""`readiness compare`: how every kind of move is worded."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.builders import Plain, a_framework, a_gate, a_question, an_area, an_assessment, as_yaml, write
from tests.cli.conftest import Readiness

FACTS = {
    "large": {"type": "boolean", "ask": "Is it large?"},
    "kind": {"type": "text", "ask": "Which kind is it?"},
    "ships": {"type": "number", "ask": "How many ships?"},
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def save(name: str, answers: Plain, facts: Plain | None = None, **keys: object) -> None:
    organisation = {"name": "Sample Council", "facts": facts or {}}
    Path(name).write_text(as_yaml(an_assessment(answers, organisation=organisation, **keys)), encoding="utf-8")


def compared(readiness: Readiness, framework: Plain, before: Plain, now: Plain) -> str:
    """Return what is told of the same framework, answered twice."""
    write(framework, Path())
    save("one.yaml", before)
    save("two.yaml", now)
    ran = readiness("compare", "one.yaml", "two.yaml")
    assert (ran.code, ran.err) == (0, "")
    assert max(map(len, ran.out.splitlines())) <= 80
    return ran.out


def of(*questions: Plain, **keys: object) -> Plain:
    return a_framework(dimensions=0, questions=[], areas=[an_area("d", questions)], **keys)


def test_each_type_of_answer_says_what_it_was(readiness: Readiness, folder: Path) -> None:
    assert folder.is_dir()
    kinds = ("choice", "multiple", "number", "yes-no", "date", "text")
    framework = of(*(a_question(kind, kind) for kind in kinds))
    out = compared(
        readiness,
        framework,
        {
            "choice": {"option": "none"},
            "multiple": {"options": ["a"]},
            "number": {"value": 25},
            "yes-no": {"answer": "yes"},
            "date": {"date": "2026-01-01"},
            "text": {"text": "Plans."},
        },
        {
            "choice": {"option": "all"},
            "multiple": {"options": ["b"]},
            "number": {"value": 75},
            "yes-no": {"answer": "no"},
            "date": {"date": "2026-02-01"},
            "text": {"text": "Other plans."},
        },
    )
    told = " ".join(out.split())
    assert "Topic of choice (choice): better, “Everything”, was “Nothing”" in told
    assert "Topic of multiple (multiple): better, no longer ticked: “First option”; ticked now: “Second option”" in told
    assert "Topic of number (number): better, 75%, was 25%" in told
    assert "Topic of yes-no (yes-no): worse, no, was yes" in told
    assert "Topic of date (date): 1 February 2026, was 1 January 2026" in told
    assert "Topic of text (text): “Other plans.”, was “Plans.”" in told


def test_another_answer_that_is_worth_the_same_is_neither_better_nor_worse(readiness: Readiness, folder: Path) -> None:
    assert folder.is_dir()
    found = compared(
        readiness,
        of(a_question("s", "checklist"), a_question("k")),
        {"s": {"done": ["a"]}, "k": 2},
        {"s": {"done": ["b"]}, "k": 2},
    )
    assert "     0.00  Topic of s (s): no longer done: “First item”; done now: “Second item”\n" in found
    assert "\nOverall: 2.50 of 5, was 2.50, unchanged; level 2 Developing, as before\n" in found


def test_reasons_are_told_in_short(readiness: Readiness, folder: Path) -> None:
    assert folder.is_dir()
    out = compared(
        readiness,
        of(a_question("p"), a_question("q"), a_question("r"), a_question("k")),
        {"p": 3, "q": {"not-applicable": "There is none. " * 20}, "r": {"unknown": "Ask Ada."}, "k": 1},
        {"p": {"not-applicable": "It is gone."}, "q": {"unknown": "Ask Ben. He knows."}, "k": 1},
    )
    told = " ".join(out.split())
    assert "Not applicable now (1)" in told
    assert "Topic of p (p): not applicable (It is gone), was level 3 Defined" in told
    assert "Applicable now, and not answered (1)" in told
    assert "Topic of q (q): not known (Ask Ben), was not applicable (There is none)" in told
    assert "Topic of r (r): not answered, was not known (Ask Ada)" in told


def test_facts_are_told_with_what_each_does(readiness: Readiness, folder: Path) -> None:
    hidden = a_question("r", applies_when={"fact": "large", "is": True})
    write(of(a_question("q"), hidden, facts=FACTS), folder)
    save("one.yaml", {"q": 3}, {"large": False, "ships": 20})
    save("two.yaml", {"q": 3, "r": 3}, {"large": True, "kind": "port"})
    out = readiness("compare", "one.yaml", "two.yaml").out
    assert "\nFacts, by what each alone does to the score (3)\n    −1.00  Is it large? yes, was no\n" in out
    assert "     0.00  Which kind is it? port, was not said\n" in out
    assert "     0.00  How many ships? not said, was 20\n" in out
    assert "\nAsked now, and not before (1)\n    +1.00  Topic of r (r): level 3 Defined, was not asked\n" in out
    told = json.loads(readiness("compare", "one.yaml", "two.yaml", "--output-format", "json").out)
    assert told["facts"][-1] == {"id": "ships", "before": "20", "after": None}


def with_rules() -> Plain:
    """Return a framework whose target and estimates hang on facts."""
    switches = [{"when": {"fact": "large", "is": True}, "because": "More is at stake.", "questions": {"r": 4}}]
    targets = {"good": {"title": "Good", "default": 3, "switches": switches}}
    sizes = [{"staff-below": 100, "effort": 0.5, "money": 0.5}]
    questions = [a_question("q"), a_question("r")]
    return of(*questions, facts=FACTS, targets=targets, estimates={"currency": "GBP", "sizes": sizes})


def test_a_fact_that_only_moves_the_target_or_the_plan_is_told(readiness: Readiness, folder: Path) -> None:
    write(with_rules(), folder)
    save("one.yaml", {"q": 3, "r": 5}, {"large": False})
    save("large.yaml", {"q": 3, "r": 5}, {"large": True})
    out = readiness("compare", "one.yaml", "large.yaml").out
    assert "Nothing moved" not in out
    assert "Is it large? yes, was no\n" in out
    assert "\nTarget levels that facts changed (1)\n  - Topic of r (r): level 4, was 3\n" in out
    told = json.loads(readiness("compare", "one.yaml", "large.yaml", "--output-format", "json").out)
    assert (told["nothing-moved"], told["target-levels"]) == (False, [{"id": "r", "before": 3, "after": 4}])


def test_a_size_that_moves_only_the_plan_is_told(readiness: Readiness, folder: Path) -> None:
    write(with_rules(), folder)
    for name, staff in (("small.yaml", 85), ("large.yaml", 300)):
        organisation = {"name": "Sample Council", "staff": staff}
        Path(name).write_text(as_yaml(an_assessment({"q": 3}, organisation=organisation)), encoding="utf-8")
    out = " ".join(readiness("compare", "small.yaml", "large.yaml").out.split())
    assert "300, was 85; for the plan, days and amounts are not multiplied, before days are multiplied by 0.5" in out
    told = json.loads(readiness("compare", "small.yaml", "large.yaml", "--output-format", "json").out)
    assert told["estimates-multiplied-by"]["before"]["effort"]["exact"] == "1/2"
    write(of(a_question("q")), folder)
    assert "Nothing moved" in readiness("compare", "small.yaml", "large.yaml").out  # nothing hangs on it here


def test_what_answers_do_only_together_has_a_line_of_its_own(readiness: Readiness, folder: Path) -> None:
    assert folder.is_dir()
    weakest = of(a_question("q"), a_question("r"), scoring={"rollup": "min"})
    out = compared(readiness, weakest, {"q": 2, "r": 2}, {"q": 3, "r": 4})
    assert "\n    +1.00  only together: a cap, a ladder or a condition makes answers act on\n" in out
    assert "     0.00  Topic of q (q): better" in out


def test_caps_that_come_and_go_are_told(readiness: Readiness, folder: Path) -> None:
    assert folder.is_dir()
    gates = [a_gate({"question": "q", "below": 2}, 1)]
    adjust = [{"when": {"question": "r", "at-least": 5}, "multiply": 0.5, "because": "Halved."}]
    framework = of(a_question("q"), a_question("r"), gates=gates, adjust=adjust)
    out = compared(readiness, framework, {"q": 1, "r": 4}, {"q": 3, "r": 5})
    reason = "Nothing else helps while this is missing."
    assert f"\nCaps that do not apply any more (1)\n  - Sample: no better than level 1. {reason}\n" in out
    assert "\nAdjustments that apply now, and did not before (1)\n  - Sample: an adjustment. Halved.\n" in out
    held = compared(readiness, framework, {"q": 1, "r": 2}, {"q": 1, "r": 3})
    assert f"level 1. {reason} Without caps it would stand at 2.0, was 1.5." in " ".join(held.split())
    assert "Why the score moved" in held  # the dimension moved below the cap
    assert "  before, 20 November 2026    1.00\n" in held


def test_bands_and_levels_are_told(readiness: Readiness, folder: Path) -> None:
    assert folder.is_dir()
    bands = {"of": "score", "inclusive": "lower", "ranges": [{"to": 3, "name": "Low"}, {"from": 3, "name": "High"}]}
    area = an_area("d", [a_question("q")], bands=bands)
    framework = a_framework(dimensions=0, questions=[], areas=[area], bands=bands)
    out = compared(readiness, framework, {"q": 2}, {"q": 3})
    assert "\n  band       High, was Low\n  target     3.0 (Good), as before; met now, the gap was 1.0\n" in out
    assert "\nAt another level (1)\n  - Area d: level 3 Defined, band High, was level 2 Developing, band Low\n" in out


def test_without_a_score_the_page_says_why_nothing_is_taken_apart(readiness: Readiness, folder: Path) -> None:
    assert folder.is_dir()
    framework = of(a_question("q"), a_question("r"), scoring={"unanswered": "block"})
    out = compared(readiness, framework, {"q": 2}, {"q": 2, "r": 4})
    assert "\nOverall: 3.00 of 5, was no score; level 3 Defined\n" in out
    assert "\n  It cannot be taken apart: no score before, 3.00 now, because an answer is\n" in out
    assert "\n           Topic of r (r): level 4 Managed, was not answered\n" in out
    back = compared(readiness, framework, {"q": 2, "r": 4}, {"q": 2})
    assert "\nOverall: no score, was 3.00\n" in back


def test_measures_have_a_table_of_their_own(readiness: Readiness, folder: Path) -> None:
    assert folder.is_dir()
    areas = [an_area("d", [a_question("q")]), an_area("m", [a_question("r")], title="Measured", measure=True)]
    framework = a_framework(dimensions=0, questions=[], areas=areas)
    out = compared(readiness, framework, {"q": 2, "r": 2}, {"q": 2, "r": 4})
    assert "\n  Measure beside it   was  answers   now\n  Measured           2.00    +2.00  4.00\n" in out


def test_evidence_that_is_gone_is_told_from_evidence_that_is_old(readiness: Readiness, folder: Path) -> None:
    assert folder.is_dir()
    rule = {"required-from": 2, "valid-for-months": 12}
    fresh, old = ([{"title": "Report", "dated": day}] for day in ("2026-10-01", "2020-10-01"))
    out = compared(
        readiness,
        of(a_question("p", evidence=rule), a_question("q", evidence=rule), a_question("r", evidence=rule)),
        {"p": {"level": 3, "evidence": fresh}, "q": {"level": 3, "evidence": fresh}, "r": {"level": 3}},
        {"p": {"level": 3, "evidence": old}, "q": {"level": 3}, "r": {"level": 3, "evidence": fresh}},
    )
    assert "    −0.66  Topic of p (p): out of date, or without a date\n" in out
    assert "    −0.67  Topic of q (q): no evidence is named now\n" in out
    assert "    +0.67  Topic of r (r)\n" in out
    assert "Why the score moved" not in out


def test_hostile_texts_are_shown_and_not_obeyed(readiness: Readiness, folder: Path) -> None:
    assert folder.is_dir()
    attack = "[red]x[/red] \x1b[2J {{7*7}}"
    question = a_question("q", topic=attack)
    out = compared(readiness, of(question, title=attack), {"q": 1}, {"q": {"unknown": attack}})
    assert "\x1b" not in out
    assert "[red]x[/red]" in out
