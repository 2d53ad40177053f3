"""Every document in `ok` has no findings; every one in `bad` has exactly those that its first lines expect.

A document of the same name in `former` is what a commit holds, and the versions of both are compared.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from readiness.checks.catalogue import RULES
from readiness.diagnostics import Diagnostic
from readiness.workflows import validate
from tests.git import commit

FOLDER = Path(__file__).parent
OK = sorted((FOLDER / "ok").glob("*.yaml"))
BAD = sorted((FOLDER / "bad").glob("*.yaml"))
EXPECTATION = re.compile(r"# expect: (\w+ \d+:\d+)")


def named(path: Path) -> str:
    return path.stem


def expectations(path: Path) -> list[str]:
    """Return the findings that the opening comment lines of a document expect."""
    found = []
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        match = EXPECTATION.fullmatch(line)
        if match is None:
            break
        found.append(match[1])
    return found


def findings(path: Path, folder: Path) -> tuple[Diagnostic, ...]:
    """Return the findings of a document, since a commit where it has a former version."""
    former, copy = FOLDER / "former" / path.name, folder / path.name
    if not former.exists():
        return validate([str(path)])[0].diagnostics
    copy.write_bytes(former.read_bytes())
    commit(folder, "former")
    copy.write_bytes(path.read_bytes())
    return validate([str(copy)], since="former")[0].diagnostics


@pytest.mark.parametrize("path", OK, ids=named)
def test_a_good_document_has_no_findings(path: Path, tmp_path: Path) -> None:
    assert findings(path, tmp_path) == ()


@pytest.mark.parametrize("path", BAD, ids=named)
def test_a_bad_document_has_the_findings_it_expects_where_it_expects_them(path: Path, tmp_path: Path) -> None:
    found = [f"{one.code} {one.location.line}:{one.location.column}" for one in findings(path, tmp_path)]
    assert sorted(found) == sorted(expectations(path))


@pytest.mark.parametrize("path", BAD, ids=named)
def test_a_bad_document_is_named_after_a_rule_that_it_breaks(path: Path) -> None:
    assert path.stem.partition("-")[0] in {expected.split()[0] for expected in expectations(path)}


@pytest.mark.parametrize("path", BAD, ids=named)
def test_a_message_is_one_short_line_without_a_full_stop(path: Path, tmp_path: Path) -> None:
    for one in findings(path, tmp_path):
        assert one.message.isprintable()
        assert len(one.message) <= 250
        assert not one.message.endswith(".")
        assert one.help.isprintable()


@pytest.mark.parametrize("code", RULES)
def test_a_rule_has_a_document_that_breaks_it(code: str) -> None:
    assert any(expected.startswith(code) for path in BAD for expected in expectations(path))
