"""The HTML report and the workbook in a real browser: accessible, self-contained, and readable on a telephone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from readiness import __version__, assess, write_outputs
from readiness.report.html import render_html
from readiness.report.view import build_view
from readiness.roadmap.planners import Planner
from readiness.workflows import workbook, write_workbook
from tests.browser.visit import Scheme, Visit, assert_accessible, assert_nothing_is_cut_off
from tests.unit.report.given import a_rich_report
from tests.unit.report.wording import in_pseudo

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "northmere" / "assessment.yaml"


@pytest.fixture(scope="module")
def long_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the report on the example."""
    path = tmp_path_factory.mktemp("html") / "long.html"
    assert list(write_outputs(assess(str(EXAMPLE), planner=Planner.RANKED), [str(path)], version=__version__)) == [
        str(path)
    ]
    return path


@pytest.fixture(scope="module", params=["report", "workbook"])
def report(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a report in which everything occurs, or the workbook of a framework with questions of most types."""
    path = tmp_path_factory.mktemp("html") / f"{request.param}.html"
    if request.param == "report":
        path.write_text(render_html(build_view(a_rich_report())), encoding="utf-8")
    else:
        written = write_workbook(workbook("cybersecurity")[0], [str(path)], version=__version__)
        assert list(written) == [str(path)]
    return path


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    browser: Browser, report: Path, width: int, scheme: Scheme
) -> None:
    assert_accessible(Visit(browser, report, width=width, scheme=scheme))


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_axe_finds_nothing_in_a_long_report(browser: Browser, long_report: Path, width: int, scheme: Scheme) -> None:
    assert_accessible(Visit(browser, long_report, width=width, scheme=scheme))


def test_the_page_asks_for_nothing_outside_itself_and_raises_no_error(browser: Browser, report: Path) -> None:
    visit = Visit(browser, report)
    assert [url for url in visit.requests if not url.startswith(("file:", "data:"))] == []
    assert visit.errors == []
    visit.page.close()


def test_the_skip_link_is_the_first_stop_of_the_keyboard(browser: Browser, report: Path) -> None:
    visit = Visit(browser, report)
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    visit.page.close()


@pytest.mark.parametrize("language", ["cy", "ar"])
def test_long_words_and_the_other_direction_do_not_scroll_sideways(
    browser: Browser, tmp_path: Path, language: str
) -> None:
    path = tmp_path / f"{language}.html"
    path.write_text(render_html(build_view(in_pseudo(a_rich_report(), language))), encoding="utf-8")
    visit = Visit(browser, path, width=320)
    assert visit.page.evaluate("document.documentElement.dir") == ("rtl" if language == "ar" else "")
    assert_nothing_is_cut_off(visit.page)
    visit.page.close()
