"""The HTML report and the workbook in a real browser: accessible, self-contained, and readable on a telephone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from readiness import __version__, assess, write_outputs
from readiness.report.html import render_html
from readiness.report.view import build_view
from readiness.roadmap.planners import Planner
from readiness.workflows import workbook, write_workbook
from tests.unit.report.given import a_rich_report
from tests.unit.report.wording import in_pseudo

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "northmere" / "assessment.yaml"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
Scheme = Literal["light", "dark"]
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(QUIET))
        yield chromium
        chromium.close()


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


class Visit:
    """One page, with everything it asked for and every error it raised."""

    def __init__(self, browser: Browser, report: Path, *, width: int = 1280, scheme: Scheme = "light") -> None:
        self.page: Page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)
        self.page.goto(report.as_uri())


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    browser: Browser, report: Path, width: int, scheme: Scheme
) -> None:
    assert_accessible(Visit(browser, report, width=width, scheme=scheme))


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_axe_finds_nothing_in_a_long_report(browser: Browser, long_report: Path, width: int, scheme: Scheme) -> None:
    assert_accessible(Visit(browser, long_report, width=width, scheme=scheme))


def assert_accessible(visit: Visit) -> None:
    """Let axe look at a page, which it does in half the time when it describes violations alone; then close it."""
    found = Axe().run(visit.page, options={"runOnly": RULES, "resultTypes": ["violations"]}).response["violations"]
    assert [(one["id"], [node["html"][:120] for node in one["nodes"]][:3]) for one in found] == []
    assert visit.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    visit.page.close()


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
    wide = """[...document.querySelectorAll('body *')].filter(one => !one.closest('.scroll, svg, .unseen, .skip')
        && one.getBoundingClientRect().right > window.innerWidth + 1).map(one => one.className + one.textContent)"""
    assert visit.page.evaluate("document.documentElement.dir") == ("rtl" if language == "ar" else "")
    assert [text[:80] for text in visit.page.evaluate(wide)] == []
    assert visit.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    visit.page.close()
