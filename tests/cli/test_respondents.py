"""Several respondents on the command line."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.builders import Plain, a_framework, a_question, an_assessment, write
from tests.cli.conftest import Readiness
from tests.unit.report.unfolded import unfolded

RESPONDENTS: Plain = {
    "ann": {"role": "Clerk", "name": "Ann Doe"},
    "bob": {"role": "Director", "name": "Bob Roe"},
    "cy": {"role": "Visitor"},
}


@pytest.fixture
def voted(tmp_path: Path) -> Path:
    """Answers with votes on three questions of four types, one of them agreed."""
    questions = [a_question("a"), a_question("b"), a_question("yes", "yes-no"), a_question("said", "text")]
    write(a_framework(dimensions=0, questions=questions), tmp_path)
    answers: Plain = {
        "a": {"votes": {"ann": {"level": 1, "note": "I am alone here."}, "bob": {"level": 4}, "cy": {"level": 2}}},
        "b": {"level": 3, "votes": {"ann": {"level": 3}, "bob": {"level": 4}, "cy": {"unknown": "Not mine."}}},
        "yes": {"votes": {"ann": {"answer": "yes"}, "bob": {"answer": "no"}}},
        "said": {"votes": {"ann": {"text": "Cloud"}, "bob": {"text": "Cellar"}}},
    }
    return write(an_assessment(answers, respondents=RESPONDENTS), tmp_path)


def test_the_summary_says_how_far_people_agree(readiness: Readiness, voted: Path) -> None:
    code, out, _ = readiness("assess", voted)
    assert code == 0
    assert "Respondents, 3 people; where nothing is agreed, the median counts\n" in out
    # -5/13, by the definition, of 0 3/4 1/4 | 1/2 3/4 | 1 0
    assert "agreement  Krippendorff's alpha \N{MINUS SIGN}0.385, too far apart to rely on without\n" in out
    assert "talk about yes (1 to 5), a (1 to 4) and said\n" in out
    assert "waiting    1 of 3 respondents owes answers\n" in out


@pytest.mark.parametrize(
    ("question", "combine", "line"),
    [
        ("a", "median", "Combined: the median of 3 votes (1 at 1, 1 at 2 and 1 at 4)"),
        ("a", "minimum", "Combined: the worst of 3 votes (1 at 1, 1 at 2 and 1 at 4)"),
        ("a", "mean", "Share of the points: (1 × 0 + 1 × 0.25 + 1 × 0.75) / 3 = 1/3"),
        ("b", "mean", "Agreed: beside 2 votes (1 at 3 and 1 at 4); 1 does not know"),
        ("yes", "mean", "Combined: the median of 2 votes (1 at 1 and 1 at 5)"),
        ("said", "median", "Votes: 2 votes, none of them with points"),
    ],
)
def test_explain_says_how_votes_became_the_answer(
    readiness: Readiness, voted: Path, question: str, combine: str, line: str
) -> None:
    voted.write_text(voted.read_text("utf-8") + f"combine: {combine}\n", encoding="utf-8")
    code, out, _ = readiness("explain", voted, question)
    assert code == 0
    assert line in out.replace("\n  ", " ")


def test_an_anonymous_result_names_nobody_in_any_output(readiness: Readiness, voted: Path, tmp_path: Path) -> None:
    html, data = tmp_path / "out.html", tmp_path / "out.json"
    code, out, err = readiness("assess", voted, "--anonymise", "-o", html, "-o", data)
    assert code == 0
    for text in (out, err, unfolded(html.read_text("utf-8")), data.read_text("utf-8")):
        assert not re.search(r"\b(ann|bob|Doe|Roe|Director|Visitor|alone here|Not mine)\b", text, re.IGNORECASE)
    plain = json.loads(readiness("assess", voted, "--output-format", "json").out)
    anonymous = json.loads(data.read_text("utf-8"))
    assert anonymous["score"] == plain["score"]
    assert anonymous["respondents"]["alpha"] == plain["respondents"]["alpha"]


def test_a_missing_vote_is_told_by_where_it_stands(readiness: Readiness, voted: Path) -> None:
    voted.write_text(voted.read_text("utf-8").replace("    cy:\n", "    cyy:\n", 1), encoding="utf-8")
    code, out, _ = readiness("validate", voted)
    assert code == 1
    assert "error[RA601] vote-of-unknown-respondent: there is no respondent `cyy`" in out
    assert "cy" in out
