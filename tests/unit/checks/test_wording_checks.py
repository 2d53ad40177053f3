"""What the wording checks let pass, and messages that the bad documents do not show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.checks.framework import check_framework as checked
from readiness.model.framework import Framework
from tests.builders import Plain, a_framework, a_gate, a_question, an_action, an_area, check_framework, read_framework


def findings(*questions: Plain, **keys: object) -> list[tuple[str, str]]:
    document = a_framework(dimensions=0, questions=questions, targets=None, **keys)
    return [(one.code, one.message) for one in check_framework(document).diagnostics]


def asking(ask: str, language: str = "en") -> list[tuple[str, str]]:
    return findings(a_question("q", "yes-no", ask=ask), language=language)


# --- two questions in one --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ask", "second"),
    [
        ("Is there a plan and is it funded?", "is it funded?"),
        ("Who owns the risk and how is it reviewed?", "how is it reviewed?"),
        ("How often are backups made, and when are they tested?", "when are they tested?"),
        ("Is data encrypted and are backups tested?", "are backups tested?"),
        ("Is the strategy agreed and does the board review it?", "does the board review it?"),
        ("Is there a policy, and if so, is it enforced?", "is it enforced?"),
        ("How are risks known and they are treated?", "they are treated?"),
        ("Who was asked who decides, and have the answers ever been used?", "have the answers ever been used?"),
        ("Which emails and/or websites are filtered?", "and/or websites are filtered?"),
    ],
)
def test_a_second_clause_with_a_subject_of_its_own_is_a_second_question(ask: str, second: str) -> None:
    assert asking(ask) == [("RF504", f"`q` asks two things at once: see “… {second}”")]


@pytest.mark.parametrize(
    "ask",
    [
        "Is access personal, role-based and protected by more than a password?",
        "Who owns cyber risk and has the power to stop projects?",
        "Is there a leader who owns the risk and is the person to call?",
        "If there is a plan, is it followed?",
        "Is it clear who decides and who does the work?",
        "Is it clear when and how decisions are made?",
        "How quickly and how well do you recover?",
        "Do you know which policy and IT systems you have?",
        "Do leaders see what is planned and are serious about it?",
        "Do you ask “How was it? And is it better?” after each visit?",
        "Will you undertake or have you undertaken an assessment?",
        "Access is personal and it is protected.",
        "Why?",
    ],
)
def test_several_properties_of_one_thing_are_one_question(ask: str) -> None:
    assert asking(ask) == []


def test_question_marks_are_counted_in_every_language_and_clauses_in_english_only() -> None:
    assert asking("Gibt es einen Plan? Wird er befolgt?", "de") == [
        ("RF504", "`q` asks two things at once: it has 2 question marks")
    ]
    assert asking("هل توجد خطة؟ هل تُتبع؟", "ar") != []
    assert asking("Is there a plan, and is it followed?", "de") == []


def test_words_that_are_recorded_may_answer_two_questions() -> None:
    assert findings(a_question("q", "text", ask="Which three? And how often?")) == []


# --- length, repeats -------------------------------------------------------------------------------------------------


def test_a_question_of_25_words_is_not_too_long() -> None:
    assert asking(" ".join(["word"] * 25)) == []
    assert asking(" ".join(["word"] * 26)) == [("RF506", "`q` asks in 26 words; more than 25 are hard to take in")]


def test_a_short_ask_may_be_repeated_because_its_topic_completes_it() -> None:
    assert findings(a_question("a", ask="How often?"), a_question("b", ask="How often?")) == []


def test_questions_under_conditions_may_ask_the_same() -> None:
    fact = {"online": {"type": "boolean", "ask": "Online?"}}
    first = a_question("a", ask="How is it done?")
    hidden = a_question("b", ask="How is it done?", applies_when={"fact": "online", "is": True})
    assert findings(first, hidden, facts=fact) == []
    area = an_area("d", [a_question("c", ask="How is it done?")], applies_when={"fact": "online", "is": True})
    assert findings(first, areas=[area], facts=fact) == []


# --- placeholders ----------------------------------------------------------------------------------------------------


def test_a_placeholder_is_found_wherever_people_would_read_it() -> None:
    document = a_framework(
        dimensions=0,
        title="TBD",
        description="TODO",
        areas=[an_area("d", [a_question("q", "checklist")], description="tbc")],
        gates=[a_gate({"question": "q", "below": 2}) | {"because": "…"}],
        targets={"good": {"title": "xxx", "default": 3}},
        actions=[an_action("do", {"q": ["a"]}, title="tba", why="?", delivers="-")],
    )
    found = [one for one in check_framework(document).diagnostics if one.code == "RF508"]
    assert sorted(one.message for one in found) == [
        "`because` says only '…'",
        "`delivers` says only '-'",
        "`description` says only 'TODO'",
        "`description` says only 'tbc'",
        "`title` says only 'TBD'",
        "`title` says only 'tba'",
        "`title` says only 'xxx'",
        "`why` says only '?'",
    ]


def test_placeholders_are_not_reported_as_repeated_levels_too() -> None:
    levels = {1: "One.", 2: "tbd", 3: "tbd", 4: "tbd", 5: "Five."}
    assert [code for code, _ in findings(a_question(levels=levels))] == ["RF508"] * 3


# --- reading ease ----------------------------------------------------------------------------------------------------

_LONG = "Organisations coordinate responsibilities with every other institution involved in the delivery of it"


def test_a_hard_question_is_told_its_longest_sentence_and_its_hardest_words() -> None:
    question = a_question("q", "yes-no", why=f"{_LONG}, {_LONG.casefold()}, and so must you.")
    (found,) = check_framework(a_framework(dimensions=0, questions=[question])).diagnostics
    assert found.code == "RF505"
    assert found.help.startswith("split the longest sentence, of 30 words: “Organisations coordinate")
    assert found.help.endswith("use simpler words for: responsibilities, organisations, delivery")


def test_a_question_is_hard_for_its_words_even_where_sentences_are_short() -> None:
    why = "Institutional accountability necessitates interoperability. " * 7
    (found,) = check_framework(a_framework(dimensions=0, questions=[a_question("q", "yes-no", why=why)])).diagnostics
    assert found.help == "use simpler words for: interoperability, accountability, institutional"


def test_a_question_is_hard_for_its_sentences_even_where_words_are_short() -> None:
    why = "we plan it and we run it and we " * 11
    (found,) = check_framework(a_framework(dimensions=0, questions=[a_question("q", "yes-no", why=why)])).diagnostics
    assert (
        found.help
        == "split the longest sentence, of 99 words: “we plan it and we run it and we we plan it and we run it…”"
    )


def test_names_of_standards_do_not_make_a_question_hard() -> None:
    why = "We use ISO/IEC 27001, the Interoperability Framework, OpenTelemetry and Kubernetes as they were made. " * 7
    assert findings(a_question("q", "yes-no", why=why)) == []


# --- anything --------------------------------------------------------------------------------------------------------


@given(st.text(min_size=1, max_size=60), st.lists(st.text(min_size=1), min_size=5, max_size=5))
def test_no_text_is_too_much_for_the_checks(ask: str, texts: list[str]) -> None:
    framework = read_framework(a_framework(dimensions=0, questions=[a_question("q", evidence={"expect": ["list"]})]))
    (question,) = framework.questions
    hostile = question.changed(ask=ask, why=texts[0], levels=dict(enumerate(texts, start=1)))
    odd: Framework = framework.changed(questions=(hostile,), licence=ask)
    for found in checked(odd):
        assert found.message.isprintable()
        assert found.help.isprintable()
        assert len(found.message) <= 250
