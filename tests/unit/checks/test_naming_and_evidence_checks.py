"""Licences, file names and required evidence: what is let pass, and what a message suggests."""

from __future__ import annotations

from pathlib import Path

import pytest

from readiness.loading.load import load_framework
from tests.builders import Plain, a_framework, a_question, as_yaml, check_framework, write


def findings(document: Plain) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in check_framework(document).diagnostics]


@pytest.mark.parametrize("licence", ["CC-BY-4.0", "cc-by-4.0", "CECILL-2.1", "MIT OR Apache-2.0", "LicenseRef-ours-1"])
def test_an_spdx_expression_is_a_licence(licence: str) -> None:
    assert findings(a_framework(licence=licence)) == []


@pytest.mark.parametrize(
    ("licence", "advice"),
    [
        ("CC BY 4.0", "did you mean `CC-BY-4.0`? otherwise, a licence of your own is written LicenseRef-NAME"),
        ("Creative Commons BY-SA 4.0", "did you mean `CC-BY-SA-4.0`? otherwise, a licence of your own is written "),
        ("OGL", "a licence of your own is written LicenseRef-NAME"),
        ("MIT AND (", "a licence of your own is written LicenseRef-NAME"),
        ("proprietary", "a licence of your own is written LicenseRef-NAME"),
    ],
)
def test_another_licence_is_shown_the_nearest_and_how_to_write_its_own(licence: str, advice: str) -> None:
    (found,) = check_framework(a_framework(licence=licence)).diagnostics
    assert found.code == "RF111"
    assert found.help.startswith(advice)


@pytest.mark.parametrize("name", ["sample.yml", "Sample.yaml", "sample-2.yaml"])
def test_a_framework_in_a_file_of_another_name_is_not_found_by_its_id(name: str, tmp_path: Path) -> None:
    path = write(a_framework(), tmp_path).rename(tmp_path / name)
    (found,) = load_framework(str(path)).diagnostics
    assert found.code == "RF110"
    assert found.message == f"the file is named {name!r}: a framework is found by its id only as `sample.yaml`"


@pytest.mark.parametrize("path", ["-", "/dev/fd/63", "/dev/stdin", "folder/sample.yaml"])
def test_what_has_no_name_of_its_own_is_not_asked_for_one(path: str) -> None:
    assert load_framework(path, as_yaml(a_framework()).encode()).diagnostics == ()


def test_a_framework_that_includes_others_is_asked_for_its_name_too() -> None:
    text = as_yaml(a_framework(includes=[{"framework": "cybersecurity"}]))
    assert [one.code for one in load_framework("other.yaml", text.encode()).diagnostics] == ["RF110"]


def test_evidence_that_is_expected_and_required_above_the_lowest_level_can_be_produced() -> None:
    named = a_question(evidence={"expect": ["minutes"], "required-from": 2})
    assert findings(a_framework(dimensions=0, questions=[named, a_question("q2", "text")])) == []


def test_questions_without_documents_are_named_in_one_finding() -> None:
    ((code, message),) = findings(a_framework(questions=3, evidence={"required-from": 3}))
    assert code == "RF507"
    assert message.endswith("nothing says what would do for `d1-q1`, `d1-q2`, `d1-q3` and 3 more")


def test_a_question_without_documents_answers_for_its_own_rule_only_once() -> None:
    own = a_question("own", evidence={"required-from": 4})
    general = a_question("general", evidence={"expect": ["minutes"]})
    assert findings(a_framework(dimensions=0, questions=[own, general], evidence={"required-from": 3})) == [
        ("RF507", "evidence for `own` is required, and nothing says what would do")
    ]


@pytest.mark.parametrize("language", ["en", "EN-gb", "cy", "fil", "zh-Hant-TW", "de-1996", "es-419", "ca-valencia"])
def test_a_language_tag_is_let_pass(language: str) -> None:
    assert list(check_framework(a_framework(language=language)).diagnostics) == []


@pytest.mark.parametrize(
    ("language", "advice"),
    [
        ("english", "write a tag such as en, en-GB or zh-Hant"),
        ("e", "write a tag such as en, en-GB or zh-Hant"),
        ("en-", "write a tag such as en, en-GB or zh-Hant"),
        ("en_GB", "did you mean `en-GB`?"),
    ],
)
def test_what_is_no_language_tag_is_found(language: str, advice: str) -> None:
    (found,) = check_framework(a_framework(language=language)).diagnostics
    assert (found.code, found.help) == ("RF118", advice)
