"""The models of others, as frameworks in our language, give the scores that their owners published."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conformance.comparison import Model
from tests.conformance.corpus import FOLDER, needs_corpus
from tests.conformance.models import MODELS, compared, mismatches, table

pytestmark = needs_corpus

ROOT = Path(__file__).resolve().parents[2]
WIDTH = 80
EXPECTED = {
    "OWASP SAMM": (3, 3 * (77 + 12 * 4 + 4)),
    "OWASP SAMM, SAMMwise": (8, 8 * (15 + 5 + 1)),
    "Canada AIA": (18, 18 * 4),
    "C2M2": (5, 5),
    "CRR, lights": (6, 63),
    "CRR, score of a domain": (2, 4),
    "CSET standards": (1, 6),
    "CPG": (1, 4),
    "SPRS": (1, 1),
    "EU eGov, indicators": (315, 315 * 5),
    "EU eGov, services": (315, 315 * 6),
    "World Bank GTMI": (593, 593 * 2),
    "OECD DGI": (38, 38),
}
"""For each model: how many cases there are, and how many values of them are published."""


@pytest.mark.parametrize("model", MODELS, ids=lambda model: f"{model.name} {model.version}")
def test_every_published_value_comes_out(model: Model) -> None:
    assert mismatches(model) == []


@pytest.mark.parametrize("model", MODELS, ids=lambda model: f"{model.name} {model.version}")
def test_nothing_published_is_left_out(model: Model) -> None:
    found = compared(model)
    assert (len({one.case for one in found}), len(found)) == EXPECTED[model.name]


def test_a_value_that_does_not_match_is_told() -> None:
    exact, *_ = (model for model in MODELS if not model.tolerance)
    (first, *_) = compared(exact)
    assert isinstance(first.found, int) or first.found is not None
    assert not first._replace(published=None).matches(exact.tolerance)
    assert not first._replace(published=-1).matches(exact.tolerance)


def test_the_table_fits_a_terminal_and_is_the_one_in_the_documentation() -> None:
    shown = re.search(
        r"```text\n(model .*?)\n```", (ROOT / "docs" / "conformance.md").read_text(encoding="utf-8"), re.DOTALL
    )
    assert shown is not None
    assert max(map(len, table().splitlines())) <= WIDTH
    assert shown[1] == table()


def test_the_script_prints_the_table_or_says_where_it_looked(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "benchmarks.conformance"]
    environment = {"READINESS_CORPUS": str(tmp_path / "absent"), "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "READINESS_CORPUS" in done.stderr
    assert FOLDER.is_dir()
