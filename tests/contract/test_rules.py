"""What every rule keeps to: its words are the messages' help, the reference page and SARIF's help text in one."""

from __future__ import annotations

import re

import pytest

from readiness.checks.catalogue import RULES, Rule
from readiness.diagnostics import Severity


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
class TestRules:
    def test_the_code_has_its_form_and_is_its_own_key(self, rule: Rule) -> None:
        assert re.fullmatch(r"R[AFMT]\d{3}", rule.code)
        assert RULES[rule.code] is rule

    def test_the_name_is_readable(self, rule: Rule) -> None:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+|not-yaml", rule.name)
        assert len(rule.name) <= 30

    def test_the_severity_is_one_of_two(self, rule: Rule) -> None:
        assert rule.severity in (Severity.ERROR, Severity.WARNING)

    def test_what_and_why_are_sentences(self, rule: Rule) -> None:
        for text in (rule.what, rule.why):
            assert text[0].isupper()
            assert text.endswith(".")
            assert 4 <= len(text.split()) <= 30
        assert rule.what != rule.why

    def test_the_bad_and_the_good_example_are_short_and_differ(self, rule: Rule) -> None:
        assert rule.bad.strip()
        assert rule.good.strip()
        assert rule.bad != rule.good
        assert max(len(line) for line in (*rule.bad.split("\n"), *rule.good.split("\n"))) <= 80


def test_names_are_unique() -> None:
    assert len({rule.name for rule in RULES.values()}) == len(RULES)


def test_rules_are_listed_by_code_frameworks_first() -> None:
    assert list(RULES) == sorted(RULES, key=lambda code: (code[:2] != "RF", code))


def test_nobody_can_change_the_rules() -> None:
    with pytest.raises(TypeError):
        RULES["RF001"] = RULES["RF002"]  # type: ignore[index]
