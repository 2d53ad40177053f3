"""What the bundled frameworks promise: coverage, references that were checked, texts that can be told apart."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from readiness import resources
from readiness.loading.document import Document
from readiness.loading.load import Library, load_framework
from readiness.model.actions import Action
from readiness.model.answers import ChecklistQuestion, LevelQuestion, Question
from readiness.model.base import Estimate
from readiness.model.framework import Framework
from readiness.workflows import validate
from tests.content.published import LISTED_AS, RECOMMENDATIONS

FILES = sorted(path for path in resources.frameworks_dir().glob("*.yaml") if "." not in path.stem)
PREFIXES = {
    "governance": "gov-",
    "capability-gap": "cap-",
    "cybersecurity": "cyb-",
    "inclusion": "inc-",
    "financing": "fin-",
    "legacy-data": "leg-",
    "service-delivery": "svc-",
    "insight-openness": "ins-",
    "emerging-technology": "emt-",
    "sustainability": "sus-",
    "partnerships": "par-",
    "continuous-learning": "lrn-",
}
"""The frameworks of the composite in its order, and how their ids begin."""
PARTS = tuple(PREFIXES)
COMPOSITE = "public-sector-readiness"
SHARED = Path(__file__).parents[3] / "shared"
"""The material that the frameworks were made from lies beside some checkouts and is no part of the project."""


def beside(name: str) -> Path:
    """Return a file or folder of the shared material, or skip the test where there is none."""
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"{name} lies beside the checkouts of its authors only")
    return path


@cache
def library() -> Library:
    return Library((resources.frameworks_dir(),))


@cache
def load(framework_id: str) -> Document[Framework]:
    document = library().load(framework_id)
    assert document is not None
    return document


def framework(framework_id: str) -> Framework:
    model = load(framework_id).model
    assert model is not None
    return model


def whole() -> Framework:
    return framework(COMPOSITE)


QUESTIONS = list(whole().question.values())
LEVEL_QUESTIONS = [question for question in QUESTIONS if isinstance(question, LevelQuestion)]
ACTIONS = list(whole().actions)
every_question = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
every_level_question = pytest.mark.parametrize("question", LEVEL_QUESTIONS, ids=lambda question: question.id)
every_action = pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
every_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
every_part = pytest.mark.parametrize("part", PARTS)


# --- the files -------------------------------------------------------------------------------------------------------


@every_file
def test_a_bundled_framework_has_no_findings_at_all(path: Path) -> None:
    assert validate([str(path)])[0].diagnostics == ()


@every_file
def test_a_bundled_framework_is_named_after_its_id_and_has_a_licence_and_a_description(path: Path) -> None:
    model = framework(path.stem)
    assert model.id == path.stem
    assert (model.language, model.licence) == ("en", "CC-BY-4.0")
    assert model.description


@every_file
def test_no_text_has_an_em_dash(path: Path) -> None:
    assert "\N{EM DASH}" not in path.read_text(encoding="utf-8")


def test_the_composite_includes_the_twelve_with_equal_weight() -> None:
    alone = load_framework(str(resources.frameworks_dir() / f"{COMPOSITE}.yaml")).model
    assert alone is not None
    assert [(include.framework, int(include.weight)) for include in alone.includes] == [(part, 1) for part in PARTS]
    assert [(area.id, int(area.weight)) for area in whole().areas] == [(part, 1) for part in PARTS]
    assert whole().scoring.rollup == "mean"


def test_the_composite_has_at_least_70_questions_and_160_actions() -> None:
    assert len(QUESTIONS) >= 70
    assert len(ACTIONS) >= 160
    assert min(len(framework(part).question) for part in PARTS) >= 6


@every_part
def test_the_ids_of_a_part_carry_its_prefix(part: str) -> None:
    prefix = PREFIXES[part]
    model = framework(part)
    names = [*model.question, *model.action, *(area.id for area, _ in model.walk())]
    assert [name for name in names if not name.startswith(prefix)] == []


# --- coverage --------------------------------------------------------------------------------------------------------


def recommendation_ids() -> list[str]:
    return [f"{group}-{number:02}" for group, count in RECOMMENDATIONS.items() for number in range(1, count + 1)]


@pytest.mark.parametrize("recommendation", recommendation_ids())
def test_a_recommendation_of_the_articles_is_covered_by_a_question(recommendation: str) -> None:
    covering = [q.id for q in QUESTIONS if any(recommendation in items for items in q.covers.values())]
    assert covering


def test_the_recommendations_are_those_that_were_taken_from_the_articles() -> None:
    with beside("content/coverage.csv").open(encoding="utf-8", newline="") as stream:
        taken = [row["id"] for row in csv.DictReader(stream) if row["group"] in RECOMMENDATIONS]
    assert sorted(taken) == sorted(recommendation_ids())


def test_a_recommendation_is_listed_under_the_article_that_makes_it() -> None:
    articles = {"000": "technology-implementation", "004": "smart-state"}
    with beside("content/coverage.csv").open(encoding="utf-8", newline="") as stream:
        made_by = {row["id"]: articles[row["seed"][:3]] for row in csv.DictReader(stream)}
    listed = {id_: name for name in articles.values() for id_ in whole().sources[name].items}
    assert listed == {id_: made_by.get(id_) for id_ in listed}


def test_every_recommendation_that_is_listed_has_a_text_of_its_own() -> None:
    texts = [text for one in whole().sources.values() if one.kind == "checklist" for text in one.items.values()]
    assert None not in texts
    assert len(set(texts)) == len(texts) >= sum(RECOMMENDATIONS.values())


# --- public references -----------------------------------------------------------------------------------------------


def test_a_standard_says_where_its_identifiers_were_checked() -> None:
    standards = {id_: source for id_, source in whole().sources.items() if source.kind == "standard"}
    assert set(standards) <= LISTED_AS.keys() - {"caf-3.2"}  # the version before the one that we refer to
    assert [id_ for id_, source in standards.items() if not source.checked] == []


@pytest.mark.parametrize("source", [id_ for id_, one in whole().sources.items() if one.kind == "standard"])
def test_identifiers_and_titles_of_a_standard_are_those_that_were_checked(source: str) -> None:
    with beside("content/references.csv").open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["framework"] == LISTED_AS[source]]
    checked = {row["id"]: row["title"] for row in rows}
    items = whole().sources[source].items
    assert set(items) <= set(checked)
    assert {id_: title for id_, title in items.items() if title and title != checked[id_]} == {}


@every_question
def test_a_scored_question_refers_to_a_public_instrument(question: Question) -> None:
    assert question.references or not question.scored


# --- questions -------------------------------------------------------------------------------------------------------


@every_level_question
def test_a_question_has_five_texts_of_8_to_50_words_that_differ(question: LevelQuestion) -> None:
    assert list(question.levels) == [1, 2, 3, 4, 5]
    assert len({" ".join(text.casefold().split()) for text in question.levels.values()}) == 5
    assert [text for text in question.levels.values() if not 8 <= len(text.split()) <= 50] == []


@every_level_question
def test_neighbouring_levels_begin_with_different_words(question: LevelQuestion) -> None:
    beginnings = [text.split()[:6] for text in question.levels.values()]
    assert all(lower != higher for lower, higher in pairwise(beginnings))


@every_question
def test_a_question_says_why_what_backs_it_who_answers_and_what_it_covers(question: Question) -> None:
    assert question.why or not question.scored
    assert question.evidence.expect
    assert question.answered_by
    assert question.covers or not question.scored
    assert 2 <= len(question.topic.split()) <= 8
    assert question.ask.endswith(("?", "."))


@every_question
def test_what_is_measured_or_ticked_says_where_its_measure_comes_from(question: Question) -> None:
    assert question.basis or question.type not in {"number", "checklist"}


def test_every_answer_type_but_the_level_is_used_somewhere() -> None:
    assert {question.type for question in QUESTIONS} == {"level", "checklist", "choice", "yes-no", "number", "text"}


# --- actions ---------------------------------------------------------------------------------------------------------


@every_question
def test_a_scored_question_is_lifted_by_two_actions(question: Question) -> None:
    lifts = Counter(name for action in ACTIONS for name in action.lifts)
    assert lifts[question.id] >= 2 or not question.scored


def is_three_point(estimate: Estimate) -> bool:
    return estimate.low is not None and estimate.high is not None and estimate.low <= estimate.likely <= estimate.high


@every_action
def test_an_action_has_three_point_effort_cost_and_duration(action: Action) -> None:
    assert is_three_point(action.effort_days)
    assert is_three_point(action.cost)
    assert is_three_point(action.duration_weeks)
    assert action.effort_days.likely > 0
    assert action.duration_weeks.likely > 0


@every_action
def test_an_action_says_why_what_it_delivers_who_owns_it_and_how_it_can_be_funded(action: Action) -> None:
    assert action.why
    assert action.delivers
    assert action.owner in whole().roles
    assert action.funding
    assert not action.title.endswith(".")


@every_action
def test_a_published_case_says_what_to_learn_from_it(action: Action) -> None:
    for case in action.seen_in:
        name, _, lesson = case.partition(": ")
        assert name
        assert len(lesson.split()) >= 5


def test_prerequisites_across_files_lead_to_actions_of_the_composite() -> None:
    across = [
        (action.id, need.rpartition("/")[2])
        for part in PARTS
        for action in framework(part).actions
        for need in action.needs
        if "/" in need
    ]
    assert across
    for action, need in across:
        assert need in whole().action
        assert need in whole().action[action].needs


@cache
def chain_to(action: str) -> tuple[str, ...]:
    """Return the longest chain of actions that ends in one, each waiting for the one before."""
    needs = whole().action[action].needs
    return (*max(map(chain_to, needs), key=len, default=()), action)


def test_prerequisites_form_chains_worth_printing_and_no_circle() -> None:
    longest = max((chain_to(action.id) for action in ACTIONS), key=len)  # a circle would never end
    assert len(longest) >= 8
    assert len({action.partition("-")[0] for action in longest}) >= 3


@every_action
def test_an_action_to_a_level_needs_no_action_to_a_higher_level_of_the_same_question(action: Action) -> None:
    for question, level in action.lifts.items():
        for need in action.needs:
            before = whole().action[need].lifts.get(question)
            assert not (isinstance(level, int) and isinstance(before, int) and before >= level)


# --- targets and gates -----------------------------------------------------------------------------------------------


STEPS = {"essential": "Essential", "established": "Established", "leading": "Leading"}
KINDS_OF_BODY = {
    "small-council": "Small council",
    "large-city": "Large city",
    "central-department": "Central government department",
    "regulator": "Regulator or arm's-length body",
    "health-provider": "Health provider",
}


@pytest.mark.parametrize("framework_id", [*PARTS, COMPOSITE])
def test_a_framework_has_targets_for_three_steps_and_five_kinds_of_body(framework_id: str) -> None:
    profiles = framework(framework_id).targets
    assert {id_: profile.title for id_, profile in profiles.items()} == STEPS | KINDS_OF_BODY
    assert [id_ for id_, profile in profiles.items() if len((profile.description or "").split()) < 20] == []


@every_part
def test_no_two_kinds_of_body_have_the_same_targets(part: str) -> None:
    model = framework(part)
    asked = [
        tuple(model.target_level(model.targets[kind], question) for question in model.question)
        for kind in KINDS_OF_BODY
    ]
    assert len(set(asked)) == len(KINDS_OF_BODY)


@pytest.mark.parametrize("framework_id", [*PARTS, COMPOSITE])
def test_the_three_steps_rise(framework_id: str) -> None:
    model = framework(framework_id)
    assert [id_ for id_ in model.targets if id_ in STEPS] == list(STEPS)
    for question in model.question:
        asked = [model.target_level(model.targets[step], question) for step in STEPS]
        assert asked == sorted(asked)


def test_six_questions_hold_their_dimension_at_level_2_while_they_are_at_level_1() -> None:
    gates = [(area.id, gate) for area in whole().areas for gate in area.gates]
    found = [(area, gate.when.model_dump(exclude_none=True), gate.cap_at_level) for area, gate in gates]
    assert sorted(found, key=str) == [
        ("cybersecurity", {"question": "cyb-access", "below": 2}, 2),
        ("cybersecurity", {"question": "cyb-data-protection", "below": 2}, 2),
        ("cybersecurity", {"question": "cyb-incident", "below": 2}, 2),
        ("emerging-technology", {"question": "emt-ai-accountability", "below": 2}, 2),
        ("governance", {"question": "gov-decision-rights", "below": 2}, 2),
        ("inclusion", {"question": "inc-accessible", "below": 2}, 2),
    ]
    assert whole().gates == ()


# --- our own words ---------------------------------------------------------------------------------------------------


def shingles(text: str, length: int = 8) -> set[tuple[str, ...]]:
    """Return every run of so many words."""
    words = re.findall(r"[a-z0-9']+", text.casefold())
    return {tuple(words[start : start + length]) for start in range(len(words) - length + 1)}


def own_texts(model: Framework) -> Iterator[str]:
    """Yield every text of a framework but the titles of its sources, which are quoted."""
    yield model.description or ""
    for area, _ in model.walk():
        yield area.description or ""
    for source in model.sources.values():
        if source.kind == "checklist":
            yield from (text for text in source.items.values() if text)
    for question in model.question.values():
        yield from (question.ask, question.why or "", question.basis or "", *question.good_enough_when.values())
        yield from question.evidence.expect
        yield from (item.text for item in question.items) if isinstance(question, ChecklistQuestion) else ()
        yield from question.levels.values() if isinstance(question, LevelQuestion) else ()
    for action in model.actions:
        yield from (action.title, action.why or "", action.delivers or "", *action.seen_in)
    for profile in model.targets.values():
        yield from (profile.description or "", *(switch.because for switch in profile.switches))


def test_a_run_of_eight_words_is_found_whatever_its_case_and_punctuation() -> None:
    assert shingles("One, two three: four five six SEVEN eight.") == {
        ("one", "two", "three", "four", "five", "six", "seven", "eight")
    }


@every_part
def test_no_eight_words_in_a_row_are_those_of_an_article(part: str) -> None:
    articles = set().union(*(shingles(path.read_text(encoding="utf-8")) for path in beside("seeds").glob("*.txt")))
    assert articles
    assert {text: found for text in own_texts(framework(part)) if (found := shingles(text) & articles)} == {}
