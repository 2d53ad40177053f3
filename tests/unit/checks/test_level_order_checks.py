"""Levels that run backwards: what contradicts itself is found, what may be an improvement is let pass."""

from __future__ import annotations

import pytest

from tests.builders import a_framework, a_question, check_framework


def findings(*texts: str, language: str = "en") -> list[str]:
    """Return the messages about a question with these level texts; levels without one get a text of their own."""
    levels = {level: f"Text {'abcde'[level - 1]}." for level in range(1, 6)} | dict(enumerate(texts, start=1))
    document = a_framework(dimensions=0, questions=[a_question("q", levels=levels)], language=language)
    found = check_framework(document).diagnostics
    assert {one.code for one in found} <= {"RF503"}
    return [one.message for one in found]


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        (
            ("80% of staff are trained.", "60% of staff are trained."),
            "level 2 of `q` says “60% of staff are trained”, and level 1 “80% of staff are trained”",
        ),
        (
            ("Most staff are trained.", "Few staff are trained."),
            "level 2 of `q` says “Few staff are trained”, and level 1 “Most staff are trained”",
        ),
        (
            ("Nearly all of the staff are trained.", "Many staff are trained."),
            "level 2 of `q` says “Many staff are trained”, and level 1 “Nearly all of the staff are trained”",
        ),
        (
            ("A plan is agreed and funded.", "A plan is agreed."),
            "level 2 of `q` says only what level 1 says already: “A plan is agreed.”",
        ),
        (
            ("Optimised.", "Text.", "There is no written plan, and no policy exists."),
            "level 3 of `q` says “no policy exists”, and level 1 “Optimised”",
        ),
        (
            ("Reviewed every 12 months.", "Reviewed every 3 months.", "Reviewed every 6 months."),
            "level 3 of `q` says “6 months”, and level 2 “3 months”",
        ),
        (
            ("Above 5,000 users.", "Above 10,000 users.", "Above 2,500.5 users.", "Above 20,000 users."),
            "level 3 of `q` says “2,500.5 users”, and level 2 “10,000 users”",
        ),
    ],
)
def test_a_level_that_claims_less_than_a_lower_one_is_found(texts: tuple[str, ...], message: str) -> None:
    assert findings(*texts) == [message]


@pytest.mark.parametrize(
    "texts",
    [
        ("Access ends within 30 days.", "Access ends within 7 days.", "Access ends within 1 day."),
        ("80% of requests are made on paper.", "20% of requests are made on paper."),
        ("Most staff are trained.", "Some leaders are trained."),
        ("All records are kept on paper.", "Some records are kept on paper."),
        ("Most systems have shared accounts.", "Some systems have shared accounts."),
        ("Not all staff are trained.", "Most staff are trained."),
        ("All staff.", "Some staff."),
        ("An owner is named, but nobody knows.", "An owner is named."),
        ("Work has begun, unevenly.", "Work has begun."),
        ("Owned, in part.", "Owned."),
        ("Changes are made ad hoc.", "Changes are continuously improved."),
        ("Improvements are continuous, though some are made ad hoc.", "Ad hoc changes are recorded."),
        ("50% of staff and 20% of staff are trained.", "10% of staff are trained."),
        ("90% of requests are answered.", "75% of requests are answered within a day."),
        ("All data is shared.", "Most data is shared within an hour."),
        ("3 projects share 2 sources.", "1 project has 5 sources."),
    ],
    ids=lambda texts: texts[0],
)
def test_what_may_be_an_improvement_is_let_pass(texts: tuple[str, ...]) -> None:
    assert findings(*texts) == []


def test_figures_are_compared_in_every_language_and_words_only_in_english() -> None:
    figures = ("30 % des agents.", "75 % des agents.", "50 % des agents.")
    assert len(findings(*figures, language="fr")) == 1
    assert len(findings("Most staff are trained.", "Few staff are trained.", language="en-GB")) == 1
    assert findings("Most staff are trained.", "Few staff are trained.", language="nl") == []
    assert findings("80 % des agents.", "60 % des agents.", language="fr") == []


def test_a_question_is_told_once_however_many_levels_fall() -> None:
    falling = [f"{share}% of staff are trained." for share in (90, 70, 50, 30, 10)]
    assert len(findings(*falling)) == 1


def test_a_figure_that_goes_down_while_the_others_fall_is_not_the_odd_one() -> None:
    assert findings("Costs 9 euros.", "Costs 5 euros.", "Costs 7 euros.", "Costs 2 euros.") == [
        "level 3 of `q` says “7 euros”, and level 2 “5 euros”"
    ]
