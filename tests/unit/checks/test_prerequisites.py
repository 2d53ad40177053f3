"""Prerequisites and rivals: what contradicts, through how many actions it may be, and what is let pass."""

from __future__ import annotations

import pytest

from tests.builders import Plain, a_framework, a_question, an_action, check_framework


def findings(*actions: Plain) -> list[tuple[str, str]]:
    """Return what is found about actions that lift q (measured), r (yes or no) and the items of t."""
    questions = [a_question("q", "number"), a_question("r", "yes-no"), a_question("t", "checklist")]
    rest = an_action("rest", {"q": 5, "r": 5, "t": ["a", "b"]})
    document = a_framework(0, questions, targets=None, actions=[*actions, rest])
    return [(one.code, one.message) for one in check_framework(document).diagnostics]


def rivals(*actions: tuple[str, tuple[str, ...], tuple[str, ...]]) -> list[tuple[str, str]]:
    """Return what is found about actions written as id, needs and rivals, each of which lifts further than the last."""
    return findings(
        *(
            an_action(id_, {"q": number}, needs=list(needs), instead_of=list(others))
            for number, (id_, needs, others) in enumerate(actions, start=2)
        )
    )


@pytest.mark.parametrize(
    ("actions", "message"),
    [
        ([("a", (), ()), ("b", ("a",), ("a",))], "`b` needs its rival `a`"),
        ([("a", (), ("b",)), ("b", ("a",), ())], "`b` needs its rival `a`"),
        ([("a", (), ("c",)), ("b", ("a",), ()), ("c", ("b",), ())], "`c` needs its rival `a` through `b`"),
        ([("a", (), ("b",)), ("b", (), ()), ("c", ("a", "b"), ())], "`c` needs both `a` and `b`, which are rivals"),
        (
            [("a", (), ("b",)), ("b", (), ()), ("c", ("b",), ()), ("d", ("a", "c"), ())],
            "`d` needs both `a` and `b`, which are rivals",
        ),
        ([("a", (), ("a",))], "`a` is its own rival"),
        ([("a", (), ("b",)), ("b", ("sample/a",), ())], "`b` needs its rival `a`"),
    ],
    ids=str,
)
def test_rivals_that_are_needed_are_found(
    actions: list[tuple[str, tuple[str, ...], tuple[str, ...]]], message: str
) -> None:
    assert rivals(*actions) == [("RF404", message)]


def test_of_actions_that_need_each_other_the_first_is_told() -> None:
    chain = [("a", (), ("b",)), ("b", (), ()), ("c", ("a", "b"), ()), ("d", ("c",), ())]
    assert rivals(*chain) == [("RF404", "`c` needs both `a` and `b`, which are rivals")]


def test_actions_that_need_one_of_two_rivals_each_are_let_pass() -> None:
    assert rivals(("a", (), ("b",)), ("b", (), ("a",)), ("c", ("a",), ()), ("d", ("b",), ())) == []


def test_a_rival_that_does_not_exist_is_another_matter() -> None:
    assert rivals(("a", (), ("nobody",))) == [("RF106", "there is no action `nobody`")]


def test_rivals_are_not_looked_for_while_actions_wait_for_each_other() -> None:
    assert [code for code, _ in rivals(("a", ("b",), ("b",)), ("b", ("a",), ()))] == ["RF401"]


def test_rivals_of_two_included_frameworks_are_found_in_the_whole() -> None:
    one = a_framework(0, [a_question("q")], targets=None, actions=[an_action("a", {"q": 3})])
    two = a_framework(
        0,
        [a_question("r")],
        id="two",
        targets=None,
        actions=[an_action("b", {"r": 2}), an_action("c", {"r": 3}, needs=["b", "sample/a"])],
    )
    whole = a_framework(0, 0, id="whole", includes=[{"framework": "sample"}, {"framework": "two"}], targets=None)
    assert list(check_framework(whole, one, two).diagnostics) == []
    third = an_action("d", {"q": 4}, needs=["sample/a", "two/b"], instead_of=["c"])
    fourth = an_action("e", {"q": 5}, needs=["two/c", "d"])
    document = whole | {"actions": [third, fourth], "roles": {"lead": "Lead"}}
    (finding,) = check_framework(document, one, two).diagnostics
    assert (finding.code, finding.message) == ("RF404", "`e` needs both `c` and `d`, which are rivals")


@pytest.mark.parametrize(
    ("before", "lifts", "brings_more"),
    [
        ({"q": 3}, {"q": 4}, True),
        ({"q": 3}, {"q": 3}, False),
        ({"q": 3}, {"q": 2}, False),
        ({"q": 3}, {"q": 3, "r": 5}, True),
        ({"q": 3, "r": 5}, {"q": 3, "r": 5}, False),
        ({"t": ["a"]}, {"t": ["a", "b"]}, True),
        ({"t": ["a", "b"]}, {"t": ["b"]}, False),
        ({"r": 5}, {"q": 2}, True),
    ],
    ids=str,
)
def test_an_action_brings_more_than_what_it_needs(before: Plain, lifts: Plain, brings_more: bool) -> None:  # noqa: FBT001
    found = findings(an_action("a", before), an_action("b", lifts, needs=["a"]))
    assert [code for code, _ in found] == ([] if brings_more else ["RF407"])
    assert findings(an_action("a", before), an_action("b", lifts)) == []


def test_what_several_actions_bring_together_counts_through_any_number_of_them() -> None:
    first, second = an_action("a", {"t": ["a"], "q": 3}), an_action("b", {"t": ["b"]}, needs=["a"])
    between = an_action("c", {"r": 5}, needs=["b"])
    last = an_action("d", {"t": ["a", "b"], "q": 3, "r": 5}, needs=["c"])
    assert findings(first, second, between, last) == [
        ("RF407", "`d` lifts `t` and `q` no higher than actions that it needs")
    ]


def test_a_prerequisite_of_a_framework_that_is_not_here_is_let_pass() -> None:
    assert findings(an_action("a", {"q": 3}, needs=["elsewhere/b"])) == []
