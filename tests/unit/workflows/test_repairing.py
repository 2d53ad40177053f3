"""Certain repairs are made until none is left, and none that does harm is kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from readiness.diagnostics import Diagnostic
from readiness.editing.repairs import repaired
from readiness.loading.load import Library, load_assessment, load_framework
from readiness.workflows.repairing import repair
from tests.builders import a_framework, an_assessment, as_yaml, write

FRAMEWORK = """\
readiness: framework/1
id: sample
version: 1.0.0
title: Sample
language: en
licence: CC0-1.0
roles: {leader: Lead}
sources:
  article: {title: Article, kind: checklist, items: {GOV-owner: Owner.}}
scoring: {rollup: mean}
areas:
  - id: access
    title: Access
    weight: 2
    questions:
      - id: access-q
        topic: Access
        ask: How is access?
        why: It matters.
        levels: {1: a., 2: b., 3: c., 4: d., 5: e.}
        answered-by: [leader]
        covers: {article: [GOV-owner]}
        applies-when: {fact: online-now, is: true}
  - id: rest
    title: The rest
    questions:
      - id: rest-q
        topic: Rest
        ask: How is the rest?
        why: It matters too.
        levels: {1: a., 2: b., 3: c., 4: d., 5: e.}
facts:
  online-now: {type: boolean, ask: Online?}
targets:
  good: {title: Good, default: 1, questions: {access-q: 1}}
actions:
  - id: prepare-it
    title: Prepare
    lifts: {access-q: 3, rest-q: 3}
    owner: leader
    effort-days: {likely: 1}
    duration-weeks: {likely: 1}
  - id: do-it-then
    title: Do
    lifts: {access-q: 4}
    owner: leader
    effort-days: {likely: 1}
    duration-weeks: {likely: 1}
    needs: [prepare-it]
"""

Check = Callable[[bytes], tuple[Diagnostic, ...]]


def found(content: bytes) -> tuple[Diagnostic, ...]:
    return load_framework("sample.yaml", content).diagnostics


def codes(content: bytes) -> list[str]:
    return [one.code for one in found(content)]


def test_the_framework_of_these_tests_has_no_findings() -> None:
    assert codes(FRAMEWORK.encode()) == []


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ("weight: 2", "wieght: 2", "RF006"),
        ("weight: 2", 'weight: "2"', "RF008"),
        ("readiness: framework/1", "readiness: framwork/1", "RF009"),
        ("rollup: mean", "rollup: Mean", "RF010"),
        ("kind: checklist", "kind: cheklist", "RF010"),
        ("answered-by: [leader]", "answered-by: [laeder]", "RF103"),
        ("owner: leader", "owner: leadre", "RF103"),
        ("covers: {article:", "covers: {artcle:", "RF104"),
        ("[GOV-owner]", "['GOV-owenr']", "RF104"),
        ("fact: online-now", "fact: online-nwo", "RF105"),
        ("questions: {access-q: 1}", "questions: {acces-q: 1}", "RF105"),
        ("lifts: {access-q: 4}", 'lifts: {"access-qq": 4}', "RF105"),
        ("needs: [prepare-it]", "needs: [prepare-ti]", "RF106"),
        ("fact: online-now, is: true", "fact: online-now, is: yes", "RF302"),
        ("title: Access\n", "title: Access\n    title: Access\n", "RF004"),
    ],
)
def test_what_can_be_meant_in_one_way_is_written_so(right: str, wrong: str, code: str) -> None:
    broken = FRAMEWORK.replace(right, wrong, 1)
    assert code in codes(broken.encode())
    content, fixed = repair(broken.encode(), found)
    assert content.decode().replace("'GOV-owner'", "GOV-owner").replace('"access-q"', "access-q") == FRAMEWORK
    assert fixed >= 1


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("rollup: mean", "rollup: men"),  # or min
        ("weight: 2", 'weight: "two"'),
        ("version: 1.0.0", "version: 1.0"),
        ("weight: 2", "weight: 2\n    weight: 3"),
        ("weight: 2", "weight: 2\n    weight: 2  # or 3?"),
        ("effort-days: {likely: 1}", "effort-days: {likely: 1, low: 2}"),
        ("needs: [prepare-it]", "needs: [something-else]"),
    ],
)
def test_what_can_be_meant_in_two_ways_stays(right: str, wrong: str) -> None:
    broken = FRAMEWORK.replace(right, wrong, 1).encode()
    assert codes(broken)
    assert repair(broken, found) == (broken, 0)


def test_comments_quotes_spaces_line_ends_and_the_byte_order_mark_stay() -> None:
    odd = FRAMEWORK.replace("weight: 2", "'wieght' :   2   # heavy  ").replace("\n", "\r\n")
    content, fixed = repair(b"\xef\xbb\xbf" + odd.encode(), found)
    assert fixed == 1
    assert content == b"\xef\xbb\xbf" + odd.replace("'wieght'", "'weight'").encode()


def test_what_a_repair_brings_to_light_is_repaired_too() -> None:
    broken = FRAMEWORK.replace("weight: 2", 'wieght: "2"').replace("fact: online-now", "fact: online-nwo")
    assert repair(broken.encode(), found) == (FRAMEWORK.encode(), 3)


def test_a_repair_that_leads_to_a_new_error_is_not_kept() -> None:
    broken = FRAMEWORK.replace("weight: 2", "wieght: heavy").replace("rollup: mean", "rollup: Mean").encode()
    assert repair(broken, found) == (broken.replace(b"Mean", b"mean"), 1)


def test_two_misspellings_of_one_key_are_left_to_the_author() -> None:
    broken = FRAMEWORK.replace("weight: 2", "wieght: 2\n    weigth: 3").encode()
    content, fixed = repair(broken, found)
    assert (fixed, codes(content)) == (1, ["RF006"])


def test_a_copy_is_removed_from_the_end_of_a_text_too() -> None:
    text = "readiness: framework/1\nid: sample\nid: sample"
    assert repair(text.encode(), found) == (b"readiness: framework/1\nid: sample\n", 1)


def test_a_key_that_is_there_already_is_not_written_again() -> None:
    broken = FRAMEWORK.replace("weight: 2", "weight: 2\n    wieght: 3").encode()
    assert repair(broken, found) == (broken, 0)


def test_an_anchor_stays_and_its_aliases_follow() -> None:
    right = FRAMEWORK.replace("[leader]", "[&who leader]").replace("owner: leader", "owner: *who")
    assert codes(right.encode()) == []
    assert repair(right.replace("&who leader", "&who laeder").encode(), found)[0] == right.encode()


def test_a_name_in_several_lines_or_with_escapes_is_left_to_the_author() -> None:
    for name in ('"prepare-\\u0074i"', '"prepare-\\\n      ti"'):
        broken = FRAMEWORK.replace("needs: [prepare-it]", f"needs: [{name}]").encode()
        assert codes(broken) == ["RF106"]
        assert repair(broken, found) == (broken, 0)


def test_what_is_not_text_is_left_alone() -> None:
    assert repair(b"title: caf\xe9\n", found) == (b"title: caf\xe9\n", 0)


def test_answers_are_repaired_like_frameworks(tmp_path: Path) -> None:
    facts = {"online-now": {"type": "boolean", "ask": "Online?"}, "posts": {"type": "number", "ask": "How many?"}}
    write(a_framework(facts=facts), tmp_path)
    library = Library((tmp_path,))
    text = as_yaml(
        an_assessment(
            {"d1-q1": {"level": 3, "by": "leader", "confidence": "hihg"}},
            target="good",
            organisation={"name": "N", "facts": {"online-now": "yes", "posts": "1400"}},
            respondents={"leader": {"role": "Lead"}},
        )
    )
    wrong = text.replace("target: good", "target: godo").replace("by: leader", "by: laeder")
    content, fixed = repair(wrong.encode(), lambda content: load_assessment("a.yaml", library, content)[0].diagnostics)
    right = text.replace("hihg", "high").replace("online-now: 'yes'", "online-now: true").replace("'1400'", "1400")
    assert content.decode() == right
    assert fixed == 5


def test_repairs_have_places_that_a_program_can_use() -> None:
    broken = FRAMEWORK.replace("needs: [prepare-it]", 'needs: ["prepare-ti"]')
    (one,) = found(broken.encode())
    assert one.fix is not None
    (place,) = one.fix.replacements
    assert (place.line, place.column, place.end_line, place.end_column) == (49, 13, 49, 25)
    assert (one.fix.what, place.text) == ("write `prepare-it`", '"prepare-it"')
    assert repaired(broken, [one.fix])[0] == broken.replace("prepare-ti", "prepare-it")
