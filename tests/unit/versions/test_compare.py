"""What two versions of a framework differ in, and what each difference does to answers and scores."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from decimal import Decimal
from typing import Any

import pytest

from readiness.versions.change import Change, Effect, Kind, asked_version
from readiness.versions.compare import compare
from tests.builders import Plain, a_framework, a_gate, a_question, an_action, an_area, read_framework

Edit = Callable[[Plain], object]


def base() -> Plain:
    """Return a framework with one of everything."""
    return a_framework(
        dimensions=0,
        questions=[],
        sources={"article": {"title": "Article", "kind": "checklist", "items": {"A-1": "First"}}},
        roles={"lead": "Lead", "ciso": "Security"},
        facts={"remote": {"type": "boolean", "ask": "Is anybody remote?"}},
        evidence={"required-from": 3, "valid-for-months": 12},
        areas=[
            an_area("one", [a_question("q", covers={"article": ["A-1"]}), a_question("tick", "checklist")]),
            an_area("two", [a_question("pick", "choice"), a_question("count", "number"), a_question("flag", "yes-no")]),
            an_area("rest", [a_question("words", "text")]),
        ],
        gates=[a_gate({"any": [{"question": "q", "below": 2}, {"question": "tick", "includes": "a"}]})],
        targets={"good": {"title": "Good", "default": 3}, "best": {"title": "Best", "default": 4}},
        actions=[an_action("do", {"q": 3}), an_action("more", {"tick": ["a"]}, needs=["do"])],
    )


def changed(edit: Edit, start: Plain | None = None) -> tuple[Change, ...]:
    """Return what an edit of the plain document changes."""
    old = start or base()
    new = deepcopy(old)
    edit(new)
    return compare(read_framework(old), read_framework(new))


def question(document: Plain, id_: str) -> Plain:
    """Return a question of the plain document."""
    return next(one for area in document["areas"] for one in area["questions"] if one["id"] == id_)


def on(id_: str, **keys: Any) -> Edit:  # noqa: ANN401  any value of a document
    """Return an edit that gives a question further keys."""
    return lambda document: question(document, id_).update({k.replace("_", "-"): v for k, v in keys.items()})


def area(index: int, **keys: Any) -> Edit:  # noqa: ANN401
    """Return an edit that gives an area further keys."""
    return lambda document: document["areas"][index].update({k.replace("_", "-"): v for k, v in keys.items()})


def top(**keys: Any) -> Edit:  # noqa: ANN401
    """Return an edit that gives the framework further keys."""
    return lambda document: document.update(keys)


def remove(id_: str) -> Edit:
    """Return an edit that takes a question away, and what names it."""

    def edit(document: Plain) -> None:
        for one in document["areas"]:
            one["questions"] = [asked for asked in one["questions"] if asked["id"] != id_]

    return edit


OTHER_LEVELS = {1: "Nothing at all.", 2: "Begun.", 3: "Agreed.", 4: "Measured.", 5: "Improving."}

EDITS: list[tuple[str, Edit, Kind, Effect, str, str]] = [
    ("a question goes", remove("flag"), Kind.REMOVED, Effect.BREAKS, "question", "flag"),
    (
        "a question comes",
        lambda d: d["areas"][0]["questions"].append(a_question("new")),
        Kind.ADDED,
        Effect.MOVES,
        "question",
        "new",
    ),
    (
        "a question in words comes",
        lambda d: d["areas"][0]["questions"].append(a_question("new", "text")),
        Kind.ADDED,
        Effect.OFFERS,
        "question",
        "new",
    ),
    ("another topic", on("q", topic="Other"), Kind.REWORDED, Effect.DETAILS, "question", "q"),
    ("another reason", on("q", why="Other."), Kind.REWORDED, Effect.DETAILS, "question", "q"),
    ("another question", on("q", ask="What?"), Kind.REWORDED, Effect.LOOK, "question", "q"),
    ("another weight", on("q", weight=2), Kind.REWEIGHTED, Effect.MOVES, "question", "q"),
    ("level texts", on("q", levels=OTHER_LEVELS), Kind.RELEVELLED, Effect.LOOK, "question", "q"),
    ("good enough", on("q", good_enough_when={3: "It is."}), Kind.REWORDED, Effect.DETAILS, "question", "q"),
    (
        "a condition",
        on("q", applies_when={"fact": "remote", "is": True}),
        Kind.CONDITION,
        Effect.MOVES,
        "question",
        "q",
    ),
    (
        "an area's condition",
        area(1, applies_when={"fact": "remote", "is": True}),
        Kind.CONDITION,
        Effect.MOVES,
        "area",
        "two",
    ),
    ("who answers", on("q", answered_by=["ciso"]), Kind.METADATA, Effect.DETAILS, "question", "q"),
    ("a claim", on("tick", covers={"article": ["A-1"]}), Kind.METADATA, Effect.DETAILS, "question", "tick"),
    ("what backs it", on("q", evidence={"expect": ["minutes"]}), Kind.EVIDENCE, Effect.DETAILS, "question", "q"),
    ("when it is needed", on("q", evidence={"required-from": 4}), Kind.EVIDENCE, Effect.MOVES, "question", "q"),
    (
        "needed everywhere",
        top(evidence={"required-from": 4, "valid-for-months": 12}),
        Kind.EVIDENCE,
        Effect.MOVES,
        "framework",
        "sample",
    ),
    ("which way is better", top(**{"higher-is": "worse"}), Kind.SCORING, Effect.MOVES, "framework", "sample"),
    ("what missing counts", on("q", scoring={"unanswered": "full"}), Kind.SCORING, Effect.MOVES, "question", "q"),
    (
        "not applicable refused",
        area(0, scoring={"not-applicable": "forbidden"}),
        Kind.SCORING,
        Effect.BREAKS,
        "area",
        "one",
    ),
    ("the roll-up of all", top(scoring={"rollup": "min"}), Kind.SCORING, Effect.MOVES, "framework", "sample"),
    ("the roll-up of an area", area(0, scoring={"rollup": "min"}), Kind.SCORING, Effect.MOVES, "area", "one"),
    ("an area's weight", area(0, weight=Decimal("1.5")), Kind.REWEIGHTED, Effect.MOVES, "area", "one"),
    ("an area's title", area(0, title="First"), Kind.REWORDED, Effect.DETAILS, "area", "one"),
    ("a cap", area(0, gates=[a_gate({"question": "flag", "is": "no"})]), Kind.GATE, Effect.MOVES, "area", "one"),
    ("an adjustment", area(0, adjust=[{"add": 1, "because": "It counts."}]), Kind.SCORING, Effect.MOVES, "area", "one"),
    ("bands", top(bands={"ranges": [{"name": "All"}]}), Kind.SCORING, Effect.MOVES, "framework", "sample"),
    ("the unit", on("count", unit="people"), Kind.RELEVELLED, Effect.BREAKS, "question", "count"),
    ("bounds", on("count", bounds={"worst": 0, "best": 90}), Kind.RELEVELLED, Effect.MOVES, "question", "count"),
    ("the good answer", on("flag", good="no"), Kind.RELEVELLED, Effect.MOVES, "question", "flag"),
    ("a title", top(title="Other"), Kind.REWORDED, Effect.DETAILS, "framework", "sample"),
    ("a licence", top(licence="CC-BY-4.0"), Kind.METADATA, Effect.DETAILS, "framework", "sample"),
    ("another id", top(id="other"), Kind.RENAMED, Effect.BREAKS, "framework", "other"),
    ("a role goes", top(roles={"lead": "Lead"}), Kind.REMOVED, Effect.BREAKS, "role", "ciso"),
    ("a role comes", lambda d: d["roles"].update(hr="HR"), Kind.ADDED, Effect.OFFERS, "role", "hr"),
    ("a role's name", lambda d: d["roles"].update(ciso="CISO"), Kind.METADATA, Effect.DETAILS, "role", "ciso"),
    (
        "a source comes",
        lambda d: d["sources"].update(other={"title": "Other", "kind": "standard"}),
        Kind.ADDED,
        Effect.OFFERS,
        "source",
        "other",
    ),
    (
        "a source's title",
        lambda d: d["sources"]["article"].update(title="Other"),
        Kind.METADATA,
        Effect.DETAILS,
        "source",
        "article",
    ),
    ("a fact goes", top(facts={}), Kind.REMOVED, Effect.BREAKS, "fact", "remote"),
    (
        "a fact of another kind",
        top(facts={"remote": {"type": "number", "ask": "Is anybody remote?"}}),
        Kind.RETYPED,
        Effect.BREAKS,
        "fact",
        "remote",
    ),
    ("a target goes", lambda d: d["targets"].pop("best"), Kind.REMOVED, Effect.BREAKS, "target", "best"),
    (
        "a target's default",
        lambda d: d["targets"]["good"].update(default=2),
        Kind.TARGET,
        Effect.MOVES,
        "target",
        "good",
    ),
    (
        "another first target",
        lambda d: d.update(targets={name: d["targets"][name] for name in ("best", "good")}),
        Kind.TARGET,
        Effect.MOVES,
        "target",
        "best",
    ),
    ("an action goes", lambda d: d["actions"].pop(), Kind.REMOVED, Effect.OFFERS, "action", "more"),
    (
        "an action's cost",
        lambda d: d["actions"][0].update(cost={"likely": 5}),
        Kind.ACTION,
        Effect.DETAILS,
        "action",
        "do",
    ),
    (
        "what an action lifts",
        lambda d: d["actions"][0].update(lifts={"q": 4}),
        Kind.ACTION,
        Effect.OFFERS,
        "action",
        "do",
    ),
    ("an action's title", lambda d: d["actions"][0].update(title="Act"), Kind.REWORDED, Effect.DETAILS, "action", "do"),
]


@pytest.mark.parametrize(
    ("edit", "kind", "effect", "what", "id_"), [case[1:] for case in EDITS], ids=[case[0] for case in EDITS]
)
def test_one_edit_is_one_change_with_its_effect(edit: Edit, kind: Kind, effect: Effect, what: str, id_: str) -> None:
    (change,) = changed(edit)
    assert (change.kind, change.effect, change.what, change.id) == (kind, effect, what, id_)


def test_equal_versions_do_not_differ() -> None:
    assert changed(lambda _: None) == ()


def test_what_holds_anyway_can_be_written_down() -> None:
    def explicit(document: Plain) -> None:
        document["scoring"] = {"rollup": "mean", "unanswered": "zero", "not-applicable": "exclude"}
        document["higher-is"] = document["areas"][0]["higher-is"] = "better"
        document["areas"][0]["scoring"] = {"rollup": "mean", "unanswered": "zero"}
        question(document, "q")["weight"] = 1
        question(document, "q")["evidence"] = {"required-from": 3}
        document["targets"]["good"]["questions"] = {"q": 3}

    assert changed(explicit) == ()


def test_the_order_of_the_file_does_not_count() -> None:
    def reorder(document: Plain) -> None:
        document["areas"].reverse()
        document["areas"][1]["questions"].reverse()
        document["gates"][0]["when"]["any"].reverse()
        question(document, "tick")["items"].reverse()

    assert changed(reorder) == ()


def test_the_order_counts_where_parts_are_stacked() -> None:
    def reverse(document: Plain) -> None:
        document["areas"][0]["questions"].reverse()

    start = base()
    start["areas"][0]["scoring"] = {"rollup": "stack"}
    (change,) = changed(reverse, start)
    assert (change.kind, change.effect, change.id, change.field) == (Kind.MOVED, Effect.MOVES, "one", "order")
    assert (change.before, change.after) == (("q", "tick"), ("tick", "q"))


def test_a_rule_that_all_inherit_is_told_once() -> None:
    changes = changed(top(scoring={"unanswered": "exclude"}))
    assert [(one.id, one.field, one.before, one.after) for one in changes] == [
        ("sample", "unanswered", "zero", "exclude")
    ]


# --- steps and ladders -------------------------------------------------------------------------------------------


def a_climb(document: Plain) -> None:
    """Make a ladder of the checklist, and steps of the bounds."""
    tick, count = question(document, "tick"), question(document, "count")
    tick["score"] = "ladder"
    for item in tick["items"]:
        item["rung"] = 1
    del count["bounds"]
    count["steps"] = [{"from": 50, "points": 1}]


def test_points_by_steps_and_ladders_of_items_move_scores() -> None:
    found = changed(a_climb)
    assert {one.effect for one in found} == {Effect.MOVES}
    assert {(one.id, one.field) for one in found} == {
        ("tick", "score"),
        ("a", "rung"),
        ("b", "rung"),
        ("count", "bounds"),
        ("count", "steps"),
    }
    climbing = base()
    a_climb(climbing)
    (higher,) = changed(lambda document: question(document, "count")["steps"][0].update({"from": 60}), climbing)
    assert (higher.field, higher.effect) == ("steps", Effect.MOVES)


# --- items and options --------------------------------------------------------------------------------------------


def parts(id_: str, *edits: tuple[int, Plain]) -> Edit:
    """Return an edit of the items or options of a question, by index."""

    def edit(document: Plain) -> None:
        found = question(document, id_)
        for index, keys in edits:
            (found.get("items") or found["options"])[index].update(keys)

    return edit


def test_an_item_is_told_within_its_question() -> None:
    (change,) = changed(parts("tick", (0, {"weight": 3})))
    assert (change.kind, change.effect, change.what, change.id) == (Kind.REWEIGHTED, Effect.MOVES, "item", "a")
    assert change.place == ("one", "tick")
    assert (change.field, change.before, change.after) == ("weight", 1, 3)


def test_an_option_worth_more_than_all_others_moves_scores_and_another_does_not() -> None:
    def option(points: int) -> Edit:
        new = {"id": "new", "text": "New", "points": points}
        return lambda document: question(document, "pick")["options"].append(new)

    assert [one.effect for one in changed(option(4))] == [Effect.OFFERS]
    assert [one.effect for one in changed(option(5))] == [Effect.MOVES]


def test_points_and_texts_of_options_differ_in_what_they_do() -> None:
    assert [one.effect for one in changed(parts("pick", (1, {"points": 2})))] == [Effect.MOVES]
    assert [one.effect for one in changed(parts("pick", (1, {"text": "A little"})))] == [Effect.LOOK]


def test_an_option_that_goes_breaks_and_a_new_item_moves() -> None:
    gone = changed(lambda document: question(document, "pick")["options"].pop(1))
    assert [(one.kind, one.effect, one.id) for one in gone] == [(Kind.REMOVED, Effect.BREAKS, "some")]
    come = changed(lambda document: question(document, "tick")["items"].append({"id": "c", "text": "C"}))
    assert [(one.kind, one.effect, one.id) for one in come] == [(Kind.ADDED, Effect.MOVES, "c")]


# --- renaming -----------------------------------------------------------------------------------------------------


def test_renaming_everything_with_replaces_breaks_nothing() -> None:
    def rename(document: Plain) -> None:
        question(document, "q").update(id="new-q", replaces=["q"])
        tick = question(document, "tick")
        tick.update(id="new-tick", replaces="tick")
        tick["items"][0].update(id="new-a", replaces="a")
        document["areas"][0].update(id="new-one", replaces="one")
        document["facts"] = {"distant": document["facts"]["remote"] | {"replaces": "remote"}}
        document["targets"] = {
            "fine": document["targets"]["good"] | {"replaces": "good"},
            "best": document["targets"]["best"],
        }
        document["gates"][0]["when"] = {
            "any": [{"question": "new-q", "below": 2}, {"question": "new-tick", "includes": "new-a"}]
        }
        document["actions"] = [
            an_action("act", {"new-q": 3}, replaces="do", title="Do do"),
            an_action("more", {"new-tick": ["new-a"]}, needs=["act"]),
        ]

    start = base()
    start["facts"]["remote"]["ask"] = "Remote?"
    start["areas"][1]["applies-when"] = {
        "not": {"all": [{"fact": "remote", "is": True}, {"area": "one", "at-least-ratio": 1}]}
    }
    new = deepcopy(start)
    rename(new)
    new["areas"][1]["applies-when"] = {
        "not": {"all": [{"area": "new-one", "at-least-ratio": 1}, {"fact": "distant", "is": True}]}
    }
    changes = compare(read_framework(start), read_framework(new))
    assert {one.kind for one in changes} == {Kind.RENAMED}
    assert {one.effect for one in changes} == {Effect.CARRIES}
    assert {(one.before, one.after) for one in changes} == {
        ("q", "new-q"),
        ("tick", "new-tick"),
        ("a", "new-a"),
        ("one", "new-one"),
        ("remote", "distant"),
        ("good", "fine"),
        ("do", "act"),
    }


def test_renaming_without_replaces_breaks() -> None:
    changes = changed(on("flag", id="sign"))
    assert [(one.kind, one.effect, one.id) for one in changes] == [
        (Kind.REMOVED, Effect.BREAKS, "flag"),
        (Kind.ADDED, Effect.MOVES, "sign"),
    ]


def test_a_former_id_that_the_old_version_does_not_have_means_nothing() -> None:
    assert changed(on("q", replaces=["long-ago"])) == ()


def test_of_two_questions_that_one_replaces_the_second_is_merged() -> None:
    def merge(document: Plain) -> None:
        remove("flag")(document)
        remove("words")(document)
        document["areas"][2]["questions"] = [
            a_question("one-for-two", replaces=["flag", "words"], topic="Topic of flag")
        ]

    changes = changed(merge)
    assert (Kind.MERGED, Effect.BREAKS, "words", "one-for-two") in [
        (one.kind, one.effect, one.before, one.after) for one in changes
    ]
    assert (Kind.RENAMED, Effect.CARRIES, "flag", "one-for-two") in [
        (one.kind, one.effect, one.before, one.after) for one in changes
    ]


# --- the tree -----------------------------------------------------------------------------------------------------


def test_a_question_of_another_type_breaks_and_its_parts_are_not_compared() -> None:
    def retype(document: Plain) -> None:
        found = question(document, "flag")
        found.clear()
        found.update(a_question("flag"))

    (change,) = changed(retype)
    assert (change.kind, change.effect, change.before, change.after) == (Kind.RETYPED, Effect.BREAKS, "yes-no", "level")


def test_a_question_in_another_area_moves_scores() -> None:
    def move(document: Plain) -> None:
        document["areas"][0]["questions"].append(document["areas"][1]["questions"].pop())

    (change,) = changed(move)
    assert (change.kind, change.effect, change.id) == (Kind.MOVED, Effect.MOVES, "flag")
    assert (change.before, change.after, change.place) == ("two", "one", ("one",))


def test_an_area_within_another_moves_scores() -> None:
    def move(document: Plain) -> None:
        document["areas"][0]["areas"] = [document["areas"].pop(1)]

    (change,) = changed(move)
    assert (change.kind, change.id, change.before, change.after) == (Kind.MOVED, "two", "sample", "one")


@pytest.mark.parametrize(
    ("own", "field", "value"),
    [({"measure": True}, "measure", True), ({"scoring": {"incomplete": "worst"}}, "incomplete", "worst")],
)
def test_an_area_that_no_longer_counts_as_it_did_moves_scores(own: Plain, field: str, value: object) -> None:
    (change,) = changed(lambda document: document["areas"][1].update(own))
    assert (change.kind, change.effect, change.id) == (Kind.SCORING, Effect.MOVES, "two")
    assert (change.field, change.after) == (field, value)


def test_a_question_that_moves_to_where_other_rules_hold_says_both() -> None:
    def move(document: Plain) -> None:
        document["areas"][0]["questions"].append(document["areas"][1]["questions"].pop())

    start = base()
    start["areas"][0]["scoring"] = {"not-applicable": "forbidden"}
    changes = changed(move, start)
    assert [(one.kind, one.effect, one.id) for one in changes] == [
        (Kind.SCORING, Effect.BREAKS, "flag"),
        (Kind.MOVED, Effect.MOVES, "flag"),
    ]


def test_another_reason_for_a_cap_is_a_detail_and_another_cap_is_told_as_both() -> None:
    (reason,) = changed(lambda document: document["gates"][0].update(because="Other."))
    assert (reason.kind, reason.effect) == (Kind.GATE, Effect.DETAILS)
    gone, come = changed(lambda document: document["gates"][0].update({"cap-at-level": 3}))
    assert (gone.before["cap-at-level"], gone.after) == (2, None)  # type: ignore[index]
    assert (come.before, come.after["cap-at-level"]) == (None, 3)  # type: ignore[index]


def test_another_scale_breaks_and_other_words_for_it_do_not() -> None:
    def scale(*names: str) -> Edit:
        return top(scale=[{"level": level, "name": name} for level, name in enumerate(names, 1)])

    start = base()
    scale("One", "Two", "Three", "Four", "Five")(start)
    (words,) = changed(scale("One", "Two", "Three", "Four", "Top"), start)
    assert (words.effect, words.what, words.field) == (Effect.LOOK, "scale", "scale.5")

    def longer(document: Plain) -> None:
        scale("One", "Two", "Three", "Four", "Five", "Six")(document)
        question(document, "q")["levels"] = OTHER_LEVELS | {1: "Nothing yet.", 6: "Beyond."}

    assert (changed(longer, start)[0].effect, changed(longer, start)[0].after) == (Effect.BREAKS, "1 to 6")


def test_a_target_tells_only_the_questions_whose_level_differs() -> None:
    (change,) = changed(lambda document: document["targets"]["good"].update(areas={"one": 4}))
    assert (change.before, change.after) == ({"q": 3, "tick": 3}, {"q": 4, "tick": 4})


def test_an_included_framework_is_compared_as_the_area_it_becomes() -> None:
    whole = a_framework(dimensions=1, questions=1, includes=[{"framework": "part", "weight": 2}])
    part = a_framework(dimensions=0, questions=[a_question("inner")], id="part", targets=None)
    other = deepcopy(part)
    other["questions"][0]["weight"] = 3
    (change,) = compare(read_framework(whole, part), read_framework(whole, other))
    assert (change.kind, change.id, change.place) == (Kind.REWEIGHTED, "inner", ("part",))


# --- the number ---------------------------------------------------------------------------------------------------


def of(effect: Effect) -> Change:
    """Return a change with an effect."""
    return Change(Kind.METADATA, effect, "question", "q")


@pytest.mark.parametrize(
    ("effect", "asked"),
    [
        (Effect.BREAKS, "2.0.0"),
        (Effect.MOVES, "1.3.0"),
        (Effect.CARRIES, "1.3.0"),
        (Effect.OFFERS, "1.3.0"),
        (Effect.LOOK, "1.2.4"),
        (Effect.DETAILS, "1.2.4"),
    ],
)
def test_an_effect_asks_for_a_version(effect: Effect, asked: str) -> None:
    assert asked_version("1.2.3", [of(Effect.DETAILS), of(effect)]) == asked


def test_no_change_asks_for_nothing() -> None:
    assert asked_version("1.2.3", []) == "1.2.3"


def test_below_one_nothing_is_promised_yet() -> None:
    assert asked_version("0.2.3", [of(Effect.BREAKS)]) == "0.3.0"
    assert asked_version("0.2.3", [of(Effect.MOVES)]) == "0.3.0"
    assert asked_version("0.2.3", [of(Effect.DETAILS)]) == "0.2.4"


# --- switches and estimates -------------------------------------------------------------------------------------


def a_switch(**keys: Any) -> Plain:  # noqa: ANN401
    """Return a switch of a target."""
    return {"when": {"fact": "remote", "is": True}, "because": "Reason.", "questions": {"q": 5}} | keys


def with_switch(**keys: Any) -> Plain:  # noqa: ANN401
    """Return the framework with one switch."""
    document = base()
    document["targets"]["good"]["switches"] = [a_switch(**keys)]
    return document


def test_a_switch_that_asks_for_something_else_moves_gaps_and_its_reason_is_words() -> None:
    for keys, effect in (
        ({"questions": {"q": 4}}, Effect.MOVES),
        ({"when": {"fact": "remote", "is": False}}, Effect.MOVES),
        ({"because": "Another."}, Effect.DETAILS),
    ):
        found = compare(read_framework(with_switch()), read_framework(with_switch(**keys)))
        assert [(one.id, one.field, one.effect) for one in found] == [("good", "switches", effect)]


def test_a_switch_under_new_names_is_the_same_switch() -> None:
    new = with_switch(when={"fact": "distant", "is": True}, questions={"q-new": 5})
    new["facts"] = {"distant": {"replaces": "remote", "type": "boolean", "ask": "Is anybody remote?"}}
    question(new, "q").update({"id": "q-new", "replaces": "q"})
    new["gates"] = [a_gate({"any": [{"question": "q-new", "below": 2}, {"question": "tick", "includes": "a"}]})]
    new["actions"][0]["lifts"] = {"q-new": 3}
    found = compare(read_framework(with_switch()), read_framework(new))
    assert {one.effect for one in found} == {Effect.CARRIES}


def test_effort_of_others_and_rules_for_estimates_are_details() -> None:
    edits: list[Edit] = [
        lambda d: d["actions"][0].update({"effort-of-others": {"ciso": {"likely": 2}}}),
        lambda d: d.update(estimates={"currency": "EUR", "sizes": [{"staff-below": 200, "effort": 0.5}]}),
        on("q", basis="Our assumption: five steps are enough."),
    ]
    assert [{one.effect for one in changed(edit)} for edit in edits] == [{Effect.DETAILS}] * 3
