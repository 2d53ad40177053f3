"""What becomes of each part of an assessment in another version."""

from __future__ import annotations

from typing import Any

import pytest

from readiness.versions.carrying import Edit, Leave, Rename, Rewrite, carried, carry
from tests.builders import Plain, a_framework, a_question, an_area, an_assessment, read_assessment, read_framework

THREE = {level: f"Level {level}." for level in range(1, 4)}


def of(*questions: Plain, version: str = "1.0.0", **keys: Any) -> Plain:  # noqa: ANN401  any value of a document
    """Return a framework with these questions."""
    keys = {"facts": {"remote": {"type": "boolean", "ask": "Is anybody remote?"}}, **keys}
    return a_framework(dimensions=0, questions=[], version=version, areas=[an_area("d", questions)], **keys)


def edits(answers: Plain, old: Plain, new: Plain, *, knows_old: bool = True, **keys: Any) -> list[Edit]:  # noqa: ANN401
    """Return the edits of an assessment, but for that of the version."""
    framework, assessment = read_assessment(an_assessment(answers, **keys), old)
    found = carry(assessment, read_framework(new), framework if knows_old else None)
    assert found[0] == Rewrite(("framework", "version"), "2.0.0")
    after = carried(assessment, found)
    assert after.framework.version == "2.0.0"
    assert len(after.answers) == len(assessment.answers) - sum(
        isinstance(edit, Leave) and edit.path[0] == "answers" and len(edit.path) == 2 for edit in found
    )
    return list(found[1:])


def one(answer: Plain, old: Plain, new: Plain, *, knows_old: bool = True) -> list[Edit]:
    """Return the edits of the answer to one question."""
    return edits({old["id"]: answer}, of(old), of(new, version="2.0.0"), knows_old=knows_old)


def test_an_answer_that_fits_stays_as_it_is() -> None:
    assert one({"level": 3, "note": "N.", "by": "me"}, a_question("q"), a_question("q", ask="What?", weight=2)) == []


def test_an_answer_goes_to_the_question_that_replaces_its_own() -> None:
    assert one({"level": 3}, a_question("q"), a_question("r", replaces="q")) == [Rename(("answers", "q"), "r")]


def test_former_ids_lead_over_several_versions_without_the_old_file() -> None:
    new = a_question("r", replaces=["p", "q"])
    assert one({"level": 3}, a_question("q"), new, knows_old=False) == [Rename(("answers", "q"), "r")]


def test_an_answer_to_a_question_that_is_gone_is_left() -> None:
    assert one({"level": 3}, a_question("q"), a_question("r")) == [Leave(("answers", "q"), "the question is gone")]


@pytest.mark.parametrize("answer", [{"unknown": "Nobody knows."}, {"note": "Later."}, {"not-applicable": "None here."}])
def test_what_stands_for_an_answer_fits_every_type(answer: Plain) -> None:
    assert one(answer, a_question("q"), a_question("r", "checklist", replaces="q")) == [Rename(("answers", "q"), "r")]


def test_not_applicable_is_left_where_it_is_refused_now() -> None:
    new = a_question("q", scoring={"not-applicable": "forbidden"})
    (edit,) = one({"not-applicable": "None here."}, a_question("q"), new)
    assert edit == Leave(("answers", "q"), "the question can no longer be marked not applicable")


def test_an_answer_of_another_type_is_left() -> None:
    (edit,) = one({"level": 3}, a_question("q"), a_question("r", "yes-no", replaces="q"))
    assert edit == Leave(("answers", "q"), "the question is now of type yes-no")


def test_an_option_is_renamed_and_an_answer_whose_option_is_gone_is_left() -> None:
    options = [{"id": "none", "text": "N", "points": 0}, {"id": "full", "replaces": "all", "text": "F", "points": 4}]
    new = a_question("q", "choice", options=options)
    old = a_question("q", "choice")
    assert one({"option": "none"}, old, new) == []
    assert one({"option": "all"}, old, new) == [Rewrite(("answers", "q", "option"), "full")]
    assert one({"option": "some"}, old, new) == [Leave(("answers", "q"), "the option `some` is gone")]


def test_items_are_renamed_or_left_one_by_one() -> None:
    old = a_question("q", "checklist", items=[{"id": id_, "text": id_} for id_ in "abcd"])
    new = a_question(
        "q", "checklist", items=[{"id": "x", "replaces": ["a", "b"], "text": "X"}, {"id": "d", "text": "D"}]
    )
    assert one({"done": ["c", "a"], "partly": ["b", "d"]}, old, new) == [
        Leave(("answers", "q", "done", 0), "`c` is gone"),
        Rewrite(("answers", "q", "done", 1), "x"),
        Leave(("answers", "q", "partly", 0), "`b` is part of `x` now, which is named already"),
    ]


def test_a_level_is_left_when_the_scale_has_changed_although_it_is_on_the_new_one() -> None:
    scale = [{"level": level, "name": f"Step {level}"} for level in (1, 2, 3)]
    targets = {"good": {"title": "Good", "default": 3}}
    new = of(a_question("q", levels=THREE), version="2.0.0", scale=scale, targets=targets)
    (edit,) = edits({"q": 2}, of(a_question("q")), new)
    assert edit == Leave(("answers", "q"), "the scale ran from 1 to 5 and runs from 1 to 3 now")
    (edit,) = edits({"q": 4}, of(a_question("q")), new, knows_old=False)
    assert edit == Leave(("answers", "q"), "level 4 is off the scale of 1 to 3")
    assert edits({"q": 2}, of(a_question("q")), new, knows_old=False) == []


def test_a_number_is_left_when_the_unit_has_changed() -> None:
    old, new = a_question("q", "number"), a_question("q", "number", unit="people")
    (edit,) = one({"value": 3}, old, new)
    assert edit == Leave(("answers", "q"), "the unit was “%” and is “people” now")
    assert one({"value": 3}, old, new, knows_old=False) == []


def test_of_two_answers_for_one_question_the_latest_id_keeps_it() -> None:
    old = of(a_question("p"), a_question("q"), a_question("r"))
    new = of(a_question("r", replaces=["q", "p"]), version="2.0.0")
    taken = "`r` is given under another id already"
    assert edits({"p": 1, "q": 2}, old, new) == [Leave(("answers", "p"), taken), Rename(("answers", "q"), "r")]
    assert edits({"p": 1, "r": 2}, old, new) == [Leave(("answers", "p"), taken)]
    assert edits({"p": 1}, old, new) == [Rename(("answers", "p"), "r")]


def test_facts_and_the_target_go_the_same_way() -> None:
    facts = {
        "remote": {"type": "boolean", "ask": "?"},
        "posts": {"type": "number", "ask": "?"},
        "kind": {"type": "text", "ask": "?"},
    }
    new_facts = {
        "distant": {"replaces": "remote", "type": "boolean", "ask": "?"},
        "posts": {"type": "text", "ask": "?"},
    }
    old = of(a_question("q"), facts=facts)
    new = of(
        a_question("q"),
        version="2.0.0",
        facts=new_facts,
        targets={"fine": {"replaces": "good", "title": "Fine", "default": 3}},
    )
    organisation = {"name": "Sample Council", "facts": {"remote": True, "posts": 20, "kind": "port"}}
    assert edits({"q": 1}, old, new, organisation=organisation, target="good") == [
        Rewrite(("target",), "fine"),
        Rename(("organisation", "facts", "remote"), "distant"),
        Leave(("organisation", "facts", "posts"), "the fact is now a text"),
        Leave(("organisation", "facts", "kind"), "the fact is gone"),
    ]


def test_a_target_that_is_gone_is_left() -> None:
    new = of(a_question("q"), version="2.0.0", targets={"other": {"title": "Other", "default": 3}})
    assert edits({"q": 1}, of(a_question("q")), new, target="good") == [
        Leave(("target",), "the target profile is gone")
    ]


def test_an_assessment_of_the_same_version_is_left_alone() -> None:
    framework, assessment = read_assessment(an_assessment({"d1-q1": 3}))
    assert carry(assessment, framework, framework) == ()
    assert carried(assessment, ()) == assessment


def test_the_edits_make_an_assessment_that_fits() -> None:
    old = of(a_question("p"), a_question("q", "checklist"), a_question("r", "choice"))
    new = of(
        a_question("q2", "checklist", replaces="q", items=[{"id": "z", "replaces": "b", "text": "Z"}]),
        a_question("r", "choice"),
        version="2.0.0",
    )
    answers = {"p": {"level": 3}, "q": {"done": ["a", "b"], "note": "N."}, "r": {"option": "all"}}
    framework, assessment = read_assessment(an_assessment(answers), old)
    after = carried(assessment, carry(assessment, read_framework(new), framework))
    expected = {"q2": {"done": ["z"], "note": "N."}, "r": {"option": "all"}}
    _, wanted = read_assessment(an_assessment(expected, framework={"id": "sample", "version": "2.0.0"}), new)
    assert after == wanted


class TestVotes:
    OLD = a_question("q", "choice", options=[{"id": id_, "text": id_, "points": 1} for id_ in ("a", "b", "c")])
    NEW = OLD | {
        "options": [{"id": "z", "text": "Z", "points": 1, "replaces": "a"}, {"id": "c", "text": "C", "points": 2}]
    }

    def votes(self, answer: Plain) -> list[Edit]:
        people = {"r": {"role": "R"}, "s": {"role": "S"}}
        return edits({"q": answer}, of(self.OLD), of(self.NEW, version="2.0.0"), respondents=people)

    def test_a_vote_is_renamed_or_left_as_an_answer_is(self) -> None:
        place = ("answers", "q", "votes")
        found = self.votes({"votes": {"r": {"option": "a"}, "s": {"option": "b"}}})
        assert found == [Rewrite((*place, "r", "option"), "z"), Leave((*place, "s"), "the option `b` is gone")]

    def test_an_answer_that_would_have_no_vote_left_is_left(self) -> None:
        found = self.votes({"votes": {"r": {"option": "b"}, "s": {"option": "b"}}})
        assert found == [Leave(("answers", "q"), "the option `b` is gone")]

    def test_the_agreed_answer_stays_without_its_votes(self) -> None:
        found = self.votes({"option": "c", "votes": {"r": {"option": "b"}}})
        assert found == [Leave(("answers", "q", "votes"), "the option `b` is gone")]
