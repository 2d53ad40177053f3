"""A model of risk on the command line: the same commands, and words that fit."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Readiness

RISK = Path(__file__).parent.parent / "risk"


@pytest.fixture
def answers(tmp_path: Path) -> str:
    """Return the assessment of the risk framework, which lies beside it."""
    shutil.copytree(RISK, tmp_path, dirs_exist_ok=True)
    return str(tmp_path / "assessment.yaml")


def test_the_summary_speaks_of_what_is_above_target(readiness: Readiness, answers: str) -> None:
    code, out, _ = readiness("assess", answers)
    assert code == 0
    assert "Overall: 3.2 of 4, level 3 High; higher is worse" in out
    assert "Kept from falling\n" in out
    assert "Remedy cannot score below 3, which adds to it 1.00." in out
    assert "with what closing one alone takes off" in out
    assert "−0.25" in out
    assert "which is above the target of 1.8; 2\n  questions off target." in out


def test_a_build_fails_when_a_risk_is_too_high(readiness: Readiness, answers: str) -> None:
    code, _, err = readiness("assess", answers, "--fail-over", "3", "--area", "system=3.5", "--area", "mitigation=2.5")
    assert code == 1
    assert "error: the overall score is 3.2, 0.23 above 3\n" in err
    assert "error: the score of mitigation is 2.0, 0.50 below 2.5\n" in err
    assert "system" not in err.replace("help", "")
    assert readiness("assess", answers, "--fail-over", "3.5").code == 0


def test_the_limit_for_the_other_direction_is_refused(readiness: Readiness, answers: str) -> None:
    code, out, err = readiness("assess", answers, "--fail-under", "3")
    assert (code, out) == (2, "")
    assert err == (
        "error: --fail-under: higher is worse in decision-impact\nhelp: --fail-over 3 fails when the score is higher\n"
    )


def test_the_result_says_which_way_is_better(readiness: Readiness, answers: str) -> None:
    found = json.loads(readiness("assess", answers, "--output-format", "json").out)
    assert found["higher-is"] == found["score"]["higher-is"] == "worse"
    ways = {child["id"]: child["higher-is"] for child in found["score"]["children"]}
    assert ways == {"people": "worse", "system": "worse", "mitigation": "better"}
    assert found["gaps"][0]["gain"]["value"] == 0.25


def test_the_page_of_a_framework_says_which_way_is_better(readiness: Readiness, answers: str) -> None:
    _, out, _ = readiness("frameworks", str(Path(answers).parent / "decision-impact.yaml"))
    assert "\nHigher is worse.\nThe score stays at level 3 High or above while Rights at stake stands at level 4" in out
    assert "Evidence (needed at level 2 and below): legal note" in out
    assert "Evidence (needed from level 3): review report" in out
    assert "No has the point." in out
    assert "A number, % of decisions. 0 has no points, 20 has all." in out
    assert "Brings: Doubtful sources without “Data bought from brokers” and “Traits that" in out
    assert "\nHigher is better.\n" in out
