"""The HTML report and the workbook in a real browser: accessible, self-contained, and readable on a telephone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from readiness import __version__, assess, write_outputs
from readiness.report.html import render_html
from readiness.report.numbers import score_text
from readiness.roadmap.planners import Planner
from readiness.workflows import suppose, workbook, write_workbook
from tests.browser.visit import Scheme, Visit, assert_accessible, assert_nothing_is_cut_off
from tests.unit.report.given import a_rich_report, on_screen
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
        path.write_text(render_html(on_screen(a_rich_report())), encoding="utf-8")
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


def test_a_text_without_contrast_is_seen_among_many_of_another_look(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "pale.html"
    many = "<p>Black on white.</p>" * 20
    path.write_text(
        f'<!doctype html><html lang="en"><title>Pale</title><main><h1>Pale</h1>{many}'
        '<p style="color: #999">Grey on white.</p></main></html>',
        encoding="utf-8",
    )
    with pytest.raises(AssertionError, match=r"color-contrast.*Grey on white"):
        assert_accessible(Visit(browser, path))


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


_TABLE = """<table id=made><thead><tr><th scope=col>Name<th scope=col class=n>Amount<th scope=col>When
<tbody><tr><th>A<td class=n>£12,300<td>March 2027<tr><th>B<td class=n>£1.2m<td>December 2026
<tr><th>C<td class=n>£400<td>Q2 2027<tr><th>D<td class=n>none<td>January 2027
<tr class=overall><th>all<td class=n>£9<td>none</table>"""


def opened(browser: Browser, report: Path, *, width: int = 1440, scheme: Scheme = "light") -> Visit:
    """Open a report and wait until its script has unfolded it."""
    visit = Visit(browser, report, width=width, scheme=scheme)
    visit.page.wait_for_selector("html[data-ready=yes]")
    return visit


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Open the report in which everything occurs, with a table of ours at its end."""
    path = tmp_path_factory.mktemp("html") / "page.html"
    made = render_html(on_screen(a_rich_report()))
    path.write_text(made.replace("</main>", f"{_TABLE}</main>"), encoding="utf-8")
    visit = opened(browser, path)
    yield visit.page
    assert visit.errors == []
    visit.page.close()


def try_answer(page: Page, question: str, label: str) -> None:
    """Suppose another answer to a question."""
    page.evaluate(f"document.getElementById('q-{question}').open = true")
    page.locator(f"#q-{question} select").select_option(label=label)


def test_the_composite_is_one_file_under_400_kilobytes(long_report: Path) -> None:
    assert long_report.stat().st_size < 400_000


def test_without_a_script_the_page_says_what_is_printed(browser: Browser, long_report: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(long_report.as_uri())
    assert page.get_by_text("unfold with JavaScript").is_visible()
    assert page.locator("details.question[open]").count() > 50
    assert page.locator("#tools, #tray").evaluate_all("all => all.some(one => one.checkVisibility())") is False
    context.close()


def test_axe_finds_nothing_when_all_is_open_and_something_is_tried(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "open.html"
    path.write_text(render_html(on_screen(a_rich_report())), encoding="utf-8")
    visit = opened(browser, path, width=320, scheme="dark")
    visit.page.click("#open-all")
    assert visit.page.locator("#open-all").inner_text() == "Close all questions"
    visit.page.fill("#find", "locks")
    visit.page.wait_for_selector("#found li")
    visit.page.locator("#q-locks select").select_option(index=4)
    assert visit.page.locator("#tray").is_visible()
    assert_accessible(visit)


def test_a_question_opens_by_keyboard_and_by_its_address(page: Page) -> None:
    question = page.locator("#q-locks")
    assert question.get_attribute("open") is None
    question.locator("summary").focus()
    page.keyboard.press("Enter")
    assert question.get_by_text("Two doors do not close. The third one does.").is_visible()
    question.locator("summary").press("Enter")
    page.evaluate("location.hash = 'q-locks'")
    page.wait_for_selector("#q-locks[open]")


def test_a_table_is_sorted_by_its_numbers_or_days_and_says_so(page: Page) -> None:
    amount, day = page.get_by_role("button", name="Amount"), page.locator("#made").get_by_role("button", name="When")
    firsts = "[...document.querySelectorAll('#made tbody th')].map(one => one.textContent.trim()).join('')"
    amount.press("Enter")
    assert page.evaluate(firsts) == "DCABall"
    amount.press("Enter")
    assert page.evaluate(firsts) == "BACDall"
    assert page.locator("#made th[aria-sort]").get_attribute("aria-sort") == "descending"
    day.press("Enter")
    assert page.evaluate(firsts) == "BDACall"
    assert page.locator("#made th[aria-sort]").inner_text().startswith("When")


def test_search_lists_places_and_opens_them(page: Page) -> None:
    page.fill("#find", "third doors")
    page.wait_for_selector("#found li")
    assert page.locator("#found-count").get_attribute("role") == "status"
    assert "Places found" in page.locator("#found-count").inner_text()
    page.evaluate("document.querySelector('#q-locks').open = false; location.hash = ''")
    page.locator("#found a", has_text="Topic of locks").first.click()
    page.wait_for_selector("#q-locks[open]")
    page.fill("#find", "nowhere to be found")
    page.get_by_text("Nothing found.").wait_for()


def test_what_if_says_what_the_engine_says_and_adds_only_what_adds_up(browser: Browser, long_report: Path) -> None:
    visit = opened(browser, long_report, width=320)
    page = visit.page
    try_answer(page, "gov-strategy", "4 Managed")
    try_answer(page, "cyb-access", "4 Managed")
    alone = suppose(str(EXAMPLE), ["cyb-access=4"]).what_if.whole.then.score
    both = suppose(str(EXAMPLE), ["gov-strategy=4", "cyb-access=4"]).what_if.whole.then.score
    said = page.locator("#tray-list").inner_text()
    assert f"Overall {score_text(alone, digits=2)} rather than 2.33." in said
    assert "Gates that hold: 1 fewer." in said
    assert f"Together: overall {score_text(both, digits=2)}" in page.locator("#tray-sum").inner_text()
    try_answer(page, "cyb-assurance", "4 Managed")
    assert "Together they may change more or less" in page.locator("#tray-sum").inner_text()
    page.locator("#annex-actions input").first.check()
    assert page.locator("#tray-command").inner_text().splitlines() == [
        "readiness what-if assessment.yaml gov-strategy=4 cyb-access=4 cyb-assurance=4",
        "readiness plan assessment.yaml --without cyb-personal-accounts",
    ]
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.click("#tray-clear")
    assert page.locator("#tray").is_hidden()
    assert page.locator("#annex-actions input:checked").count() == 0
    assert visit.errors == []
    page.close()


def test_printing_opens_every_question_and_hides_what_one_cannot_press(page: Page) -> None:
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("details.question:not([open])").count() == 0
    assert page.locator(".try, .follow").evaluate_all("all => all.some(one => one.checkVisibility())") is False
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details.question:not([open])").count() > 0


@pytest.mark.parametrize("language", ["cy", "ar"])
def test_long_words_and_the_other_direction_do_not_scroll_sideways(
    browser: Browser, tmp_path: Path, language: str
) -> None:
    path = tmp_path / f"{language}.html"
    path.write_text(render_html(on_screen(in_pseudo(a_rich_report(), language))), encoding="utf-8")
    visit = Visit(browser, path, width=320)
    assert visit.page.evaluate("document.documentElement.dir") == ("rtl" if language == "ar" else "")
    assert_nothing_is_cut_off(visit.page)
    visit.page.close()
