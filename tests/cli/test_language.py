"""`readiness assess --language`: the report in another language."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Readiness

INSPECTORATE = "examples/inspectorate/assessment.yaml"


def test_the_report_is_written_in_welsh_and_says_who_drafted_it(readiness: Readiness, tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    code, out, err = readiness("assess", INSPECTORATE, "--language", "cy", "-o", str(report))
    assert code == 0, err
    assert out.startswith("Inspectorate of Ferries and Harbours\nQuick scan of digital readiness")
    page = report.read_text(encoding="utf-8")
    assert '<html lang="cy"' in page
    assert "Sgan cyflym o barodrwydd digidol" in page
    assert "Drafftiwyd y cyfieithiad hwn gan beiriant." in page


def test_a_language_of_another_country_is_the_same_language(readiness: Readiness, tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    assert readiness("assess", INSPECTORATE, "--language", "en-GB", "-o", str(report)).code == 0
    assert '<html lang="en"' in report.read_text(encoding="utf-8")


@pytest.mark.parametrize("tag", ["", "cy-../../../etc/passwd", "cy-<script>", "cy-\x1b[31m", "cy-" + "a" * 300])
def test_what_is_no_language_tag_is_refused(readiness: Readiness, tag: str) -> None:
    code, out, err = readiness("assess", INSPECTORATE, "--language", tag)
    assert (code, out) == (2, "")
    assert "is no language tag" in err
    assert "help: such as cy, pt-BR or zh-Hant" in err


def test_a_language_that_nobody_has_translated_into_is_refused(readiness: Readiness) -> None:
    code, out, err = readiness("assess", INSPECTORATE, "--language", "fr")
    assert (code, out) == (2, "")
    assert err.startswith("error: there is no translation into 'fr'\nhelp: known: cy, en")


def test_a_name_that_no_file_can_have_is_refused(readiness: Readiness, tmp_path: Path) -> None:
    code, out, err = readiness("assess", INSPECTORATE, "-o", str(tmp_path / ("a" * 300 + ".html")))
    assert (code, out) == (2, "")
    assert "the name is too long" in err
