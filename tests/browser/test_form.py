"""The offline form in a real browser: every answer, the keyboard, files, what the browser keeps, paper."""

from __future__ import annotations

import json
import subprocess
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, expect

from readiness.loading.library import Library
from readiness.loading.load import load_assessment
from readiness.loading.returned.base import Returned
from readiness.loading.returned.form import FORM_FILE
from readiness.model.answers.plain import plain_answer
from readiness.workflows.collecting import ToCollect, collect, save_collected
from tests.browser.forms import ANSWERS, TYPES, answered, content, every_type, open_questions, saved, write_form
from tests.browser.visit import Scheme, Visit, assert_accessible, assert_nothing_is_cut_off
from tests.builders import (
    Plain,
    a_framework,
    a_question,
    an_area,
    an_assessment,
    read_assessment,
    read_framework,
    write,
)
from tests.unit.report.wording import Pseudo

NOW = datetime.now().astimezone()
REMOTE = {"name": "Sample Council", "facts": {"remote": True}}


@pytest.fixture(scope="module")
def empty_form(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a form in which nothing is answered."""
    return write_form(tmp_path_factory.mktemp("empty"), read_framework(every_type()))


@pytest.fixture(scope="module")
def full_form(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a form in which everything is answered."""
    made_of = answered(every_type(), ANSWERS, organisation=REMOTE)
    return write_form(tmp_path_factory.mktemp("full"), *made_of)


@pytest.fixture
def page(browser: Browser, empty_form: Path) -> Page:
    """Open the empty form in a browser that has kept nothing."""
    return opened(browser, empty_form)


def opened(browser: Browser, form: Path) -> Page:
    page = browser.new_page()
    page.goto(form.as_uri())
    return page


def returned(file: Path) -> Returned:
    return FORM_FILE.read(str(file), file.read_bytes(), Library(()))


# --- for everybody


def test_what_is_chosen_is_seen_in_colours_that_the_reader_forces(browser: Browser, empty_form: Path) -> None:
    page = browser.new_page(forced_colors="active")
    page.goto(empty_form.as_uri())
    choice = page.locator("[data-id='level'] input[value='3']")
    choice.check()
    outlines = page.locator("[data-id='level'] > fieldset .option").evaluate_all(
        "all => all.filter(one => getComputedStyle(one).outlineStyle === 'solid').map(one => one.innerText[0])"
    )
    assert outlines == ["3"]
    page.close()


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_axe_finds_nothing_with_everything_open(browser: Browser, full_form: Path, width: int, scheme: Scheme) -> None:
    visit = Visit(browser, full_form, width=width, scheme=scheme)
    visit.page.get_by_label("Your role").select_option("Another role")
    visit.page.locator("[data-id='other'] [data-reason='not-applicable']").fill("")
    visit.page.locator("[data-id='number'] [data-value]").fill("many")
    visit.page.locator("[data-save]").first.click()
    visit.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    expect(visit.page.get_by_text("Say why it does not apply.")).to_be_visible()
    assert_nothing_is_cut_off(visit.page)
    assert visit.errors == []
    assert_accessible(visit)


def test_long_words_from_right_to_left_do_not_scroll_sideways(browser: Browser, tmp_path: Path) -> None:
    framework, assessment = answered(every_type(), ANSWERS, organisation=REMOTE)
    arabic = framework.changed(language="ar")
    visit = Visit(browser, write_form(tmp_path, arabic, assessment, wording=Pseudo("ar")), width=320)
    assert visit.page.evaluate("document.documentElement.dir") == "rtl"
    visit.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert_nothing_is_cut_off(visit.page)
    visit.page.close()


def test_a_whole_form_is_answered_by_the_keyboard_alone(browser: Browser, tmp_path: Path) -> None:
    asked = [a_question(type_, type_) for type_ in TYPES]
    asked.append(a_question("last", applies_when={"question": "yes-no", "is": "yes"}))
    page = opened(browser, write_form(tmp_path, read_framework(a_framework(0, questions=asked))))
    press, type_ = page.keyboard.press, page.keyboard.type

    def tab_to(selector: str) -> None:
        for _ in range(60):
            press("Tab")
            if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(f"the keyboard does not reach {selector}")

    press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#questions"
    tab_to("#next")
    press("Enter")
    expect(page.get_by_role("heading", name="Topic of level")).to_be_focused()
    tab_to("[name='a.level']")
    for key in ("ArrowDown", "ArrowDown"):
        press(key)
    tab_to("[name='a.checklist.a']")
    press("Space")
    tab_to("[name='a.choice']")
    press("ArrowDown")
    tab_to("[name='a.multiple'][value='b']")
    press("Space")
    tab_to("[name='a.yes-no']")
    press("Space")
    tab_to("[id='v.number']")
    type_("12.5")
    tab_to("[id='v.text']")
    type_("Some words")
    tab_to("[id='v.date']")
    type_("01312026")
    tab_to("[name='a.last']")
    press("Space")
    tab_to("[data-id='last'] .more summary")
    press("Enter")
    tab_to("[data-add]")
    press("Enter")
    type_("Minutes")
    tab_to("[data-save]")
    with page.expect_download() as found:
        press("Enter")
    answers = json.loads(found.value.path().read_text())["answers"]
    assert {id_: {key: one for key, one in answer.items() if key != "on"} for id_, answer in answers.items()} == {
        "level": {"level": 3},
        "checklist": {"done": ["a"]},
        "choice": {"option": "some"},
        "multiple": {"options": ["b"]},
        "yes-no": {"answer": "yes"},
        "number": {"value": "12.5"},
        "text": {"text": "Some words"},
        "date": {"date": "2026-01-31"},
        "last": {"level": 1, "evidence": [{"title": "Minutes"}]},
    }
    page.close()


# --- answering


def test_an_answer_opens_and_closes_questions_and_says_so(page: Page) -> None:
    assert open_questions(page) == set(TYPES) | {"other"}, "a fact that nobody knows hides nothing"
    page.locator("[id='f.remote']").get_by_label("No").check()
    page.locator("[data-id='level']").get_by_label("4 Managed").check()
    assert open_questions(page) == set(TYPES) | {"last"}
    expect(page.get_by_role("status")).to_have_text("Now asked as well: Topic of last.")
    expect(page.locator("#count")).to_have_text("1 of 9 questions done")
    page.locator("[data-id='level']").get_by_role("button", name="Clear this answer").click()
    expect(page.get_by_role("status")).to_have_text("No longer asked: Topic of last.")
    page.close()


def test_progress_and_what_is_missing_follow_the_answers(page: Page) -> None:
    page.locator("[data-id='yes-no']").get_by_label("Nobody here knows yet").check()
    page.locator("[data-id='level']").get_by_label("It does not apply to us").check()
    expect(page.locator("#count")).to_have_text("1 of 9 questions done")
    expect(page.locator("[data-counts='area-types']")).to_have_text("1 of 8")
    assert "Topic of level" in page.locator("#missing").inner_text(), "the reason is missing"
    page.locator("[data-id='level']").get_by_label("Why it does not apply").fill("Another body does it.")
    expect(page.locator("#count")).to_have_text("2 of 9 questions done")
    assert "Topic of level" not in page.locator("#missing").inner_text()
    page.locator("#missing").get_by_role("link", name="Topic of checklist").click()
    expect(page.get_by_role("heading", name="Topic of checklist")).to_be_focused()
    page.close()


def test_a_number_with_a_comma_is_refused_beside_its_field(page: Page) -> None:
    field = page.get_by_label("Number (%)")
    field.fill("1,234")
    field.press("Tab")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description("Write a number with a decimal point and nothing else, such as 12.5.")
    field.fill("1234")
    expect(field).not_to_have_attribute("aria-invalid", "true")
    page.close()


def test_nothing_in_a_framework_or_an_answer_becomes_markup(browser: Browser, tmp_path: Path) -> None:
    hostile = "</script><img src=x onerror=\"document.title='owned'\">\u2028<!--<script>'\"&amp;{{ 7 * 7 }}"
    asked = a_question(
        "constructor",
        topic=hostile,
        ask=hostile,
        why=hostile,
        levels={level: f"{level}{hostile}" for level in range(1, 6)},
    )
    answer = {
        "level": 2,
        "note": hostile,
        "evidence": [{"title": hostile, "ref": "javascript:document.title='owned'"}],
    }
    made_of = answered(
        a_framework(0, title=hostile, areas=[an_area("a", [asked], title=hostile)]), {"constructor": answer}
    )
    visit = Visit(browser, write_form(tmp_path, *made_of))
    visit.page.get_by_label("5 Optimising").check()
    visit.page.get_by_label("Your name, if you like").fill(hostile)
    visit.page.get_by_label("Note", exact=True).fill(hostile)
    assert visit.page.evaluate("document.querySelectorAll('img, script:not([type]), a[href^=javascript]').length") == 1
    assert visit.page.title().startswith("</script>")
    assert {url.partition(":")[0] for url in visit.requests} <= {"file", "blob"}
    assert visit.errors == []
    now = returned(saved(visit.page, tmp_path)).answers[0].now
    assert (now["note"], now["evidence"][0]["ref"]) == (hostile, "javascript:document.title='owned'")
    visit.page.close()


def test_the_page_can_neither_run_other_script_nor_ask_anybody(browser: Browser, empty_form: Path) -> None:
    visit = Visit(browser, empty_form)
    visit.page.evaluate("fetch('https://example.org/').catch(() => null)")
    visit.page.evaluate("{ const one = document.createElement('script'); try { one.text = '1' } catch {} }")
    with pytest.raises(Exception, match="TrustedHTML"):
        visit.page.evaluate("document.body.innerHTML = 'x'")
    assert any("Content Security Policy" in said for said in visit.errors)
    assert [url for url in visit.requests if not url.startswith("file:")] == []
    visit.page.close()


# --- files


def test_a_form_that_nobody_changed_says_what_it_was_made_of(browser: Browser, full_form: Path, tmp_path: Path) -> None:
    page = opened(browser, full_form)
    back = returned(saved(page, tmp_path))
    assert (back.framework, back.version, back.problems, back.respondent) == ("sample", "1.0.0", (), None)
    assert [one.question for one in back.answers if one.now != one.before] == []
    assert {one.question for one in back.answers} == set(ANSWERS)
    page.close()


def test_a_change_carries_who_made_it_and_keeps_what_the_form_does_not_show(
    browser: Browser, full_form: Path, tmp_path: Path
) -> None:
    page = opened(browser, full_form)
    page.get_by_label("Your role").select_option("Another role")
    page.get_by_label("Which role").fill("Head of HR")
    page.get_by_label("Your name, if you like").fill("Ada")
    page.locator("[data-id='level']").get_by_label("4 Managed").check()
    page.locator("[data-id='choice']").get_by_label("Nothing").check()
    page.locator("[data-id='choice']").get_by_label("Something").check()
    back = returned(saved(page, tmp_path))
    changed = {one.question: dict(one.now) for one in back.answers if one.now != one.before}
    assert changed.keys() == {"level"}, "back to the old answer is no change"
    assert changed["level"] == ANSWERS["level"] | {"level": 4, "by": "head-of-hr", "on": changed["level"]["on"]}
    assert changed["level"]["on"] > "2026-11-18"
    assert (back.respondent, dict(back.respondents)) == (
        "head-of-hr",
        {"head-of-hr": {"role": "Head of HR", "name": "Ada"}},
    )
    page.close()


def test_a_saved_file_is_loaded_into_an_empty_form(
    browser: Browser, empty_form: Path, full_form: Path, tmp_path: Path
) -> None:
    first = opened(browser, full_form)
    file = saved(first, tmp_path)
    first.close()
    page = opened(browser, empty_form)
    page.locator("#file").set_input_files(file)
    expect(page.get_by_role("status")).to_have_text("Loaded sample-answers.json.")
    (tmp_path / "again").mkdir()
    assert content(saved(page, tmp_path / "again")) == content(file)
    page.close()


def test_what_is_collected_is_what_was_entered_and_nothing_else(browser: Browser, tmp_path: Path) -> None:
    framework = every_type()
    document = an_assessment(dict(ANSWERS), organisation=REMOTE, respondents={"lead": {"role": "Lead"}})
    write(framework, tmp_path)
    assessment = write(document, tmp_path)
    text = assessment.read_text(encoding="utf-8")
    page = opened(browser, write_form(tmp_path, *read_assessment(document, framework)))
    collect_into(assessment, saved(page, tmp_path))
    assert assessment.read_text(encoding="utf-8") == text, "nobody has changed anything"
    page.get_by_label("Your role").select_option("Lead")
    page.locator("[data-id='number'] [data-value]").fill("0.1")
    page.locator("[data-id='multiple']").get_by_label("Second option").check()
    page.locator("[data-id='last']").get_by_role("button", name="Clear this answer").click()
    collect_into(assessment, saved(page, tmp_path))
    page.close()
    before, after = (
        read_assessment(document, framework)[1],
        load_assessment(str(assessment), Library((tmp_path,)))[0].model,
    )
    assert after is not None
    signed = {"by": "lead", "on": f"{NOW:%Y-%m-%d}"}
    assert plain_answer(after.answers["number"]) == {"value": Decimal("0.1"), **signed}
    assert plain_answer(after.answers["multiple"]) == {"options": ["b"], **signed}
    assert after.answers.keys() == ANSWERS.keys() - {"last"}
    untouched = ANSWERS.keys() - {"number", "multiple", "last"}
    assert {id_: after.answers[id_] for id_ in untouched} == {id_: before.answers[id_] for id_ in untouched}


def collect_into(assessment: Path, file: Path) -> None:
    """Bring a saved file into an assessment."""
    save_collected(collect(ToCollect([str(file)], into=str(assessment)), NOW.date()), NOW)


MISFITS: tuple[tuple[Plain, str], ...] = (
    ({"framework": {"id": "other", "version": "1.0.0", "digest": ""}}, "It answers another questionnaire: other."),
    ({"framework": {"id": "sample", "version": "2.0.0", "digest": ""}}, "It answers version 2.0.0"),
    ({"framework": {"id": "sample", "version": "1.0.0", "digest": ""}}, "It answers other questions"),
    ({"answers": {"level": {"level": 9}}}, "What it says under level does not fit"),
    ({"answers": {"__proto__": {"level": 1}}}, "What it says under __proto__ does not fit"),
    ({"answers": {"level": {"evidence": [["x"]]}}}, "What it says under level does not fit"),
    ({"facts": {"remote": [1]}}, "What it says under remote does not fit"),
    ({"readiness": "result/1"}, "It is not a file that this form has saved."),
    ({"baseline": None}, "It is not a file that this form has saved."),
)
"""What makes a saved file one that does not fit, and what is said then."""


def test_a_file_that_does_not_fit_is_refused_and_changes_nothing(
    browser: Browser, full_form: Path, tmp_path: Path
) -> None:
    page = opened(browser, full_form)
    before = content(saved(page, tmp_path))
    for number, (change, why) in enumerate(MISFITS):
        file = tmp_path / f"{number}.json"
        file.write_text(json.dumps(before | change))
        page.locator("#file").set_input_files(file)
        expect(page.get_by_role("alert")).to_contain_text(f"{number}.json was not loaded. {why}")
    assert content(saved(page, tmp_path)) == before
    page.close()


# --- what the browser keeps


def test_a_closed_window_loses_nothing_and_what_is_kept_can_be_erased(browser: Browser, empty_form: Path) -> None:
    context: BrowserContext = browser.new_context()
    page = context.new_page()
    page.goto(empty_form.as_uri())
    page.locator("[data-id='text'] [data-value]").fill("Not to be lost")
    page.reload()
    expect(page.get_by_label("Your answer")).to_have_value("Not to be lost")
    expect(page.get_by_role("status")).to_contain_text("that this browser has kept")
    page.get_by_role("button", name="Erase what this browser keeps").click()
    page.get_by_role("dialog").get_by_role("button", name="Erase").click()
    expect(page.get_by_label("Your answer")).to_have_value("")
    assert page.evaluate("localStorage.length") == 0
    page.reload()
    expect(page.get_by_label("Your answer")).to_have_value("")
    context.close()


def test_a_browser_that_keeps_nothing_is_told_and_the_form_works(browser: Browser, empty_form: Path) -> None:
    page = browser.new_page()
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }")
    page.goto(empty_form.as_uri())
    page.get_by_label("Number (%)").fill("7")
    expect(page.get_by_role("alert")).to_contain_text("Save to a file often.")
    expect(page.locator("#count")).to_have_text("1 of 9 questions done")
    page.close()


def test_leaving_with_changes_that_are_in_no_file_asks_first(
    browser: Browser, empty_form: Path, tmp_path: Path
) -> None:
    page, asked = opened(browser, empty_form), list[str]()

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", leave)
    page.get_by_label("Number (%)").press_sequentially("7")
    page.reload()
    assert asked == ["beforeunload"]
    saved(page, tmp_path)
    page.reload()
    assert asked == ["beforeunload"]
    page.close()


# --- paper


def test_paper_has_the_answers_and_a_place_for_every_note(browser: Browser, full_form: Path, tmp_path: Path) -> None:
    page = opened(browser, full_form)
    page.pdf(path=tmp_path / "form.pdf", prefer_css_page_size=True)
    page.close()
    words = subprocess.run(["pdftotext", tmp_path / "form.pdf", "-"], capture_output=True, check=True, text=True).stdout  # noqa: S607
    assert {"Agreed in May.", "Two lines,", "Another body does it."} <= set(words.splitlines())
    assert words.count("How sure you are") == len(ANSWERS)
    assert "Save to a file" not in words
