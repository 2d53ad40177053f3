"""Conditions that never or always hold: what is found, where, in which words, and what is let pass."""

from __future__ import annotations

import pytest

from readiness.diagnostics import Diagnostic
from tests.builders import Plain, a_framework, a_gate, a_question, an_area, check_framework

FACTS = {
    "online": {"type": "boolean", "ask": "Online?"},
    "posts": {"type": "number", "ask": "How many?"},
    "branch": {"type": "text", "ask": "Which?"},
}
TYPES = ("level", "checklist", "choice", "yes-no", "number", "text")


def diagnostics(document: Plain) -> list[Diagnostic]:
    return list(check_framework(document).diagnostics)


def findings(document: Plain) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in diagnostics(document)]


def gated(when: Plain, **keys: object) -> Plain:
    """Return a framework of one question of each type, none of which may be left out, with a gate."""
    questions = [a_question(type_, type_) for type_ in TYPES]
    scoring = {"not-applicable": "forbidden"} | dict(keys)
    return a_framework(0, questions, facts=FACTS, gates=[a_gate(when)], targets=None, scoring=scoring)


def asked(first: Plain, second: Plain) -> Plain:
    """Return a framework with a question of words that is asked when both hold: in an area, under a condition."""
    area = an_area("a", [a_question("words", "text", applies_when=second)], applies_when=first)
    return a_framework(areas=[area], questions=[a_question("q"), a_question("r")], facts=FACTS, targets=None)


@pytest.mark.parametrize(
    ("when", "message"),
    [
        ({"question": "level", "below": 1}, "`level` below 1 never holds"),
        ({"question": "number", "below": 1}, "`number` below 1 never holds"),
        (
            {"all": [{"question": "level", "at-least": 3}, {"question": "level", "is": 2}]},
            "`level` at least 3 and `level` is 2 never hold together",
        ),
        (
            {"all": [{"question": "choice", "is": "some"}, {"question": "choice", "at-least": 3}]},
            "`choice` is some and `choice` at least 3 never hold together",
        ),
        (
            {"all": [{"question": "yes-no", "is": "yes"}, {"question": "yes-no", "below": 5}]},
            "`yes-no` is yes and `yes-no` below 5 never hold together",
        ),
        (
            {"all": [{"question": "checklist", "includes": "a"}, {"question": "checklist", "below": 3}]},
            "`checklist` includes `a` and `checklist` below 3 never hold together",
        ),
        (
            {"all": [{"question": "number", "is": 12.5}, {"question": "number", "at-least": 2}]},
            "`number` is 12.5 and `number` at least 2 never hold together",
        ),
        (
            {"all": [{"question": "text", "is": "one"}, {"question": "text", "is": "two"}]},
            "`text` is one and `text` is two never hold together",
        ),
        (
            {"all": [{"fact": "branch", "is": "police"}, {"fact": "branch", "is": "school"}]},
            "`branch` is police and `branch` is school never hold together",
        ),
        (
            {"all": [{"fact": "posts", "below": 10}, {"fact": "posts", "is": 10}]},
            "`posts` below 10 and `posts` is 10 never hold together",
        ),
        ({"not": {"question": "level", "at-least": 1}}, "not `level` at least 1 never holds"),
        (
            {"all": [{"fact": "posts", "is": 5}, {"question": "level", "below": 3}, {"question": "level", "is": 4}]},
            "`level` below 3 and `level` is 4 never hold together",
        ),
    ],
    ids=str,
)
def test_a_condition_that_never_holds_names_what_contradicts(when: Plain, message: str) -> None:
    assert findings(gated(when)) == [("RF303", message)]


@pytest.mark.parametrize(
    ("when", "message"),
    [
        ({"question": "level", "at-least": 1}, "`level` at least 1 always holds"),
        ({"not": {"question": "level", "below": 1}}, "not `level` below 1 always holds"),
        (
            {"any": [{"question": "level", "is": level} for level in (1, 2, 3, 4, 5)]},
            "`level` is 1 or `level` is 2 or `level` is 3 or `level` is 4 or `level` is 5 always holds",
        ),
        (
            {"any": [{"question": "yes-no", "is": "yes"}, {"question": "yes-no", "is": False}]},
            "`yes-no` is yes or `yes-no` is false always holds",
        ),
        (
            {"any": [{"fact": "posts", "below": 10}, {"fact": "online", "is": True}, {"fact": "posts", "at-least": 9}]},
            "`posts` below 10 or `posts` at least 9 always holds",
        ),
    ],
    ids=str,
)
def test_a_condition_that_always_holds_names_what_leaves_no_gap(when: Plain, message: str) -> None:
    assert findings(gated(when)) == [("RF304", message)]


def test_not_applicable_satisfies_nothing_so_that_a_condition_may_ask_for_it() -> None:
    applies = {"question": "level", "at-least": 1}
    for when in (applies, {"not": applies}):
        assert findings(gated(when, not_applicable=None) | {"scoring": {"not-applicable": "exclude"}}) == []


def test_a_missing_answer_counts_as_the_lowest_level_and_may_be_what_a_gate_looks_for() -> None:
    options = [{"id": "some", "text": "Some", "points": 2}, {"id": "all", "text": "All", "points": 4}]
    question = a_question("q", "choice", options=options)
    document = a_framework(0, [question], gates=[a_gate({"question": "q", "below": 3})], targets=None)
    assert findings(document) == []
    assert findings(document | {"scoring": {"unanswered": "exclude"}}) == [("RF303", "`q` below 3 never holds")]


def test_what_cannot_be_known_yet_neither_holds_nor_fails() -> None:
    when = {"any": [{"question": "level", "below": 3}, {"question": "level", "at-least": 3}]}
    assert findings(gated(when, unanswered="block")) == [
        ("RF304", "`level` below 3 or `level` at least 3 always holds")
    ]


def test_a_part_that_never_holds_is_found_where_it_stands() -> None:
    never = {"all": [{"fact": "posts", "below": 5}, {"fact": "posts", "at-least": 5}]}
    (finding,) = diagnostics(gated({"any": [{"question": "level", "below": 2}, never]}))
    assert finding.message == "`posts` below 5 and `posts` at least 5 never hold together"
    assert finding.help == "mend the condition, or leave it out"


def test_of_a_whole_that_never_holds_the_part_that_explains_it_is_named() -> None:
    when = {"all": [{"fact": "online", "is": True}, {"question": "level", "below": 1}]}
    assert findings(gated(when)) == [("RF303", "`level` below 1 never holds")]


def test_the_help_says_what_follows() -> None:
    (gate,) = diagnostics(gated({"question": "level", "below": 1}))
    assert gate.help == "the gate never caps: mend the condition, or leave it out"
    online = {"fact": "online", "is": True}
    question = asked(online, {"all": [{"question": "q", "below": 2}, {"question": "q", "is": 2}]})
    assert diagnostics(question)[0].help == "what hangs on it is never asked: mend the condition, or leave it out"


def test_the_condition_of_an_adjustment_is_decided_too() -> None:
    rule = {"when": {"question": "q", "below": 1}, "multiply": 0.5, "of": "ratio", "because": "Reason."}
    (finding,) = diagnostics(a_framework(0, [a_question("q")], adjust=[rule], targets=None))
    assert (finding.code, finding.message) == ("RF303", "`q` below 1 never holds")
    assert finding.help == "the score is never adjusted: mend the condition, or leave it out"


def test_a_condition_is_looked_at_only_where_the_areas_above_are_asked() -> None:
    (finding,) = diagnostics(asked({"question": "q", "below": 3}, {"question": "q", "at-least": 3}))
    assert (finding.code, finding.message) == ("RF303", "`q` at least 3 never holds where it is looked at")
    (related,) = finding.related
    assert related.label == "only looked at when this holds"


def test_a_condition_that_the_area_above_has_settled_always_holds() -> None:
    document = asked({"fact": "online", "is": True}, {"not": {"fact": "online", "is": False}})
    assert findings(document) == [("RF304", "not `online` is false always holds where it is looked at")]


def test_an_answer_that_is_hidden_satisfies_nothing() -> None:
    hidden = a_question("r", applies_when={"question": "q", "below": 2})
    when = {"all": [{"question": "r", "at-least": 2}, {"question": "q", "at-least": 3}]}
    (finding,) = diagnostics(a_framework(0, [a_question("q"), hidden], gates=[a_gate(when)], targets=None))
    assert (finding.code, finding.message) == ("RF303", "`r` at least 2 and `q` at least 3 never hold together")
    assert [one.label for one in finding.related] == ["`r` is asked only when this holds"]


def test_what_follows_from_a_condition_that_never_holds_is_not_told_again() -> None:
    dead = a_question("r", applies_when={"all": [{"fact": "posts", "below": 1}, {"fact": "posts", "is": 2}]})
    after = a_question("s", applies_when={"question": "r", "at-least": 2})
    document = a_framework(0, [after, dead], facts=FACTS, gates=[a_gate({"question": "s", "below": 2})], targets=None)
    assert [code for code, _ in findings(document)] == ["RF303"]


def test_nothing_is_decided_about_conditions_that_go_round_in_a_circle() -> None:
    first = a_question("q", applies_when={"all": [{"question": "r", "below": 2}, {"question": "r", "is": 3}]})
    second = a_question("r", applies_when={"question": "q", "at-least": 3})
    assert [code for code, _ in findings(a_framework(0, [first, second], targets=None))] == ["RF301"]


def test_a_comparison_that_is_wrong_already_is_taken_to_hold_or_not() -> None:
    unknown = {"all": [{"question": "nothing", "below": 2}, {"question": "nothing", "at-least": 2}]}
    assert {code for code, _ in findings(gated(unknown))} == {"RF105"}
    misfit = {"all": [{"question": "level", "at-least": 9}, {"question": "level", "at-least": 2}]}
    assert [code for code, _ in findings(gated(misfit))] == ["RF302"]


@pytest.mark.parametrize(
    ("parts", "never"),
    [
        ([{"area": "a", "at-least-ratio": 0.5}, {"not": {"area": "a", "at-least-ratio": 0.4}}], True),
        ([{"area": "a", "at-least-ratio": 0.5}, {"not": {"area": "a", "at-least-ratio": 0.6}}], False),
        ([{"area": "a", "at-least-ratio": 1.1}, {"fact": "online", "is": True}], True),
        ([{"area": "a", "at-least-ratio": 1}, {"fact": "online", "is": True}], False),
        ([{"not": {"area": "a", "at-least-ratio": 0}}, {"fact": "online", "is": True}], False),
    ],
    ids=str,
)
def test_the_ratio_of_an_area_lies_between_0_and_1(parts: list[Plain], never: bool) -> None:  # noqa: FBT001
    area = an_area("a", [a_question("q")])
    document = a_framework(areas=[area], facts=FACTS, gates=[a_gate({"all": parts})], targets=None)
    assert [code for code, _ in findings(document)] == (["RF303"] if never else [])


def test_values_too_long_for_a_message_are_cut_and_parts_too_many_are_not_named() -> None:
    long = {"all": [{"fact": "branch", "is": "x" * 100}, {"fact": "branch", "is": "y"}]}
    assert findings(gated(long)) == [("RF303", f"`branch` is {'x' * 30}… and `branch` is y never hold together")]
    many = {
        "any": [
            {"fact": "posts", "is": 1},
            {"not": {"fact": "posts", "is": 1}},
            *({"fact": "branch", "is": f"{n}"} for n in range(12)),
        ]
    }
    assert findings(gated(many)) == [("RF304", "this condition always holds")]


def test_a_condition_of_its_own_file_is_decided_with_what_the_included_frameworks_say() -> None:
    part = a_framework(0, [a_question("q"), a_question("r", applies_when={"question": "q", "below": 2})], targets=None)
    when = {"all": [{"question": "r", "below": 2}, {"question": "q", "is": 3}]}
    whole = a_framework(0, 0, id="whole", includes=[{"framework": "sample"}], gates=[a_gate(when)], targets=None)
    (finding,) = check_framework(whole, part).diagnostics
    assert (finding.code, finding.related) == ("RF303", ())
