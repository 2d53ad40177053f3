"""What all tests share."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest

from tests.office import LibreOffice
from tests.surveys import SurveyCore

TESTS = Path(__file__).parent
GOLDEN = TESTS / "golden"
UNMEASURED = {"archive", "browser", "conformance", "content", "docs", "laws"}
"""Folders whose tests look at what comes out of the whole, not at single lines."""
MEASURES_PROCESSES = "COVERAGE_PROCESS_CONFIG"
"""Coverage measures the processes that tests start while this variable is set."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flag that accepts what the code now makes as what it should make."""
    parser.addoption("--update-golden", action="store_true", help="write the files in tests/golden anew")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Run laws and what goes through the whole product without the tracing that measures coverage.

    Tracing takes more than half of the time of a command. Those tests run the same lines thousands of times, and what
    they alone reach is not what a report of coverage is to praise.
    """
    folder = item.path.relative_to(TESTS).parts[0]
    if folder not in UNMEASURED and item.get_closest_marker("hypothesis") is None:
        return (yield)
    trace, variable = sys.gettrace(), os.environ.pop(MEASURES_PROCESSES, None)
    sys.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(trace)
        if variable is not None:
            os.environ[MEASURES_PROCESSES] = variable


@pytest.fixture
def assert_golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Return the comparison of a text with a file in tests/golden: `assert_golden("terminal/assess.txt", text)`."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert text == path.read_text(encoding="utf-8"), (
            f"{path} differs; see it with: pytest --update-golden; git diff"
        )

    return compare


@pytest.fixture(scope="session")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> LibreOffice:
    """Return LibreOffice with a profile of its own."""
    return LibreOffice(tmp_path_factory.mktemp("libreoffice"))


@pytest.fixture(scope="session")
def survey_core() -> Iterator[SurveyCore]:
    """Return what shows and fills in surveys."""
    with SurveyCore() as started:
        yield started
