"""Which findings count."""

from __future__ import annotations

from pathlib import Path

import pytest

from readiness.checks.catalogue import RULES
from readiness.errors import UnknownName, UsageError
from readiness.workflows.selection import EVERYTHING, Choice, Selection


def codes(*choices: Choice, file: str = "a.yaml") -> set[str]:
    """Return the codes of two groups of rules that count in a file."""
    selection = Selection.of(*choices)
    return {code for code in RULES if code[:3] in {"RF2", "RF4"} and selection.has(code, file)}


GROUP_2 = {code for code in RULES if code.startswith("RF2")}
GROUP_4 = {code for code in RULES if code.startswith("RF4")}


def test_without_a_choice_everything_counts() -> None:
    assert codes() == GROUP_2 | GROUP_4
    assert all(EVERYTHING.has(code, "a.yaml") for code in RULES)


def test_rules_are_chosen_by_code_beginning_and_name_in_any_case() -> None:
    assert codes(Choice(select=["RF203"])) == {"RF203"}
    assert codes(Choice(select=["rf2"])) == GROUP_2
    assert codes(Choice(select=["Weights-Without-Effect", "RF401"])) == {"RF203", "RF401"}


def test_what_is_ignored_is_taken_away_from_what_is_selected() -> None:
    assert codes(Choice(ignore=["RF2"])) == GROUP_4
    assert codes(Choice(select=["RF2"], ignore=["RF203"])) == GROUP_2 - {"RF203"}


def test_a_later_choice_takes_away_more_and_begins_anew_when_it_selects() -> None:
    settings = Choice(ignore=["RF2"])
    assert codes(settings, Choice(ignore=["RF401"])) == GROUP_4 - {"RF401"}
    assert codes(settings, Choice(select=["RF203"])) == {"RF203"}


@pytest.mark.parametrize(
    ("pattern", "file", "matches"),
    [
        ("drafts/*.yaml", "drafts/a.yaml", True),
        ("drafts/*.yaml", "./drafts/../drafts/a.yaml", True),
        ("drafts/*.yaml", "final/a.yaml", False),
        ("./drafts/*.yaml", "drafts/a.yaml", True),
        ("drafts/", "drafts/deep/a.yaml", True),
        ("a.yaml", "any/where/a.yaml", True),
        ("/a.yaml", "any/where/a.yaml", False),
        ("**/old-*.yaml", "x/y/old-1.yaml", True),
        ("*.yaml", "../outside.yaml", True),
    ],
)
def test_rules_are_ignored_in_the_files_that_a_pattern_matches(pattern: str, file: str, matches: bool) -> None:  # noqa: FBT001
    choice = Choice(per_file_ignores={pattern: ["RF2"]})
    assert codes(choice, file=file) == (GROUP_4 if matches else GROUP_2 | GROUP_4)


@pytest.mark.parametrize("pattern", ["!", "\\", "x\\", "[z-a]"])
def test_what_is_no_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(UsageError, match=r"^readiness\.toml: .* is not a pattern of files$") as caught:
        Selection.of(Choice(per_file_ignores={pattern: ["RF5"]}, source="readiness.toml"))
    assert repr(pattern) in str(caught.value)


def test_patterns_are_relative_to_the_folder_of_whoever_wrote_them() -> None:
    choice = Choice(per_file_ignores={"/drafts/*.yaml": ["RF2"]}, base=Path("project"))
    assert codes(choice, file="project/drafts/a.yaml") == GROUP_4
    assert codes(choice, file="drafts/a.yaml") == GROUP_2 | GROUP_4


def test_what_keeps_a_file_from_being_read_always_counts() -> None:
    assert Selection.of(Choice(select=["RF5"])).has("RF001", "a.yaml")
    assert Selection.of(Choice(ignore=["RF"])).has("RF009", "a.yaml")
    assert not Selection.of(Choice(ignore=["RF"])).has("RF105", "a.yaml")
    with pytest.raises(UsageError, match=r"^RF001 cannot be ignored$"):
        Selection.of(Choice(ignore=["RF203", "RF001"]))
    with pytest.raises(UsageError, match=r"^not-yaml cannot be ignored$"):
        Selection.of(Choice(per_file_ignores={"*": ["not-yaml"]}))


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("unknown-referense", "did you mean unknown-reference?"),
        ("weight-without-effect", "did you mean weights-without-effect?"),
    ],
)
def test_an_unknown_rule_is_refused_with_the_nearest(written: str, hint: str) -> None:
    with pytest.raises(UnknownName) as caught:
        Selection.of(Choice(select=[written]))
    assert caught.value.hint == hint


def test_an_unknown_rule_like_no_other_is_refused_with_where_all_are_listed() -> None:
    with pytest.raises(UnknownName, match=r"^there is no rule 'xyz'$") as caught:
        Selection.of(Choice(select=["xyz"]))
    assert caught.value.hint == "`readiness rule` lists all"


@pytest.mark.parametrize("written", ["", "R", "RF9999", "*"])
def test_what_names_no_rule_is_refused(written: str) -> None:
    with pytest.raises(UnknownName):
        Selection.of(Choice(ignore=[written]))


def test_an_error_in_a_file_of_settings_names_the_file() -> None:
    with pytest.raises(UsageError, match=r"^readiness\.toml: there is no rule 'unknown-referense'$") as caught:
        Selection.of(Choice(select=["unknown-referense"], source="readiness.toml"))
    assert caught.value.hint == "did you mean unknown-reference?"
