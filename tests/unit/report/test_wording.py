"""The fixed wording of reports: every message goes through a catalogue, and catalogues are whole."""

from __future__ import annotations

import ast
import html
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pikepdf
import pytest

from readiness import report
from readiness.report.html import render_html, render_pages
from readiness.report.numbers import days_range_text, decimal_text
from readiness.report.pdf import write_pdf
from readiness.report.view import build_view
from readiness.report.wording import Catalogue, catalogue_for, direction_of, gettext, languages, ngettext, speaking
from readiness.report.wording.catalogue import CATALOGUES, made_of
from readiness.report.wording.po import Entry, read_po
from readiness.report.words import joined, long_date
from tests.unit.report.given import a_report, a_rich_report, on_screen
from tests.unit.report.unfolded import unfolded
from tests.unit.report.wording import CLOSE, OPEN, in_pseudo

PDFTOTEXT = shutil.which("pdftotext")
SMALL = """
msgid ""
msgstr ""
"Language: cy\\n"
"Plural-Forms: nplurals=3; plural=n == 1 ? 0 : n == 2 ? 1 : 2;\\n"

#, python-brace-format
msgid "{count} question"
msgid_plural "{count} questions"
msgstr[0] "{count} cwestiwn"
msgstr[1] "{count} gwestiwn"
msgstr[2] "{count} o "
"gwestiynau"

#, fuzzy
msgid "Yes"
msgstr "Na"

msgctxt "month"
msgid "May"
msgstr "Mai"

#~ msgid "Old"
#~ msgstr "Hen"
"""


def places(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


def entries(language: str) -> list[Entry]:
    _, *found = read_po((CATALOGUES / f"{language}.po").read_text(encoding="utf-8"))
    return found


TRANSLATED = [language for language in languages() if language != "en"]


class TestCatalogue:
    def test_a_number_takes_the_plural_form_of_the_language(self) -> None:
        with speaking(made_of(SMALL)):
            said = [ngettext("{count} question", "{count} questions", number) for number in (1, 2, 3)]
        assert said == ["1 cwestiwn", "2 gwestiwn", "3 o gwestiynau"]

    def test_what_is_not_translated_and_what_is_a_guess_stay_english(self) -> None:
        with speaking(made_of(SMALL)):
            assert gettext("Old") == "Old"
            assert gettext("Yes") == "Yes"
            assert gettext("May") == "May"

    def test_outside_of_a_language_everything_is_english(self) -> None:
        with speaking(made_of(SMALL)):
            pass
        assert ngettext("{count} question", "{count} questions", 1_200) == "1,200 questions"

    def test_a_line_that_is_no_catalogue_is_refused(self) -> None:
        with pytest.raises(ValueError, match="no keyword"):
            list(read_po('mgsid "a"\n'))

    def test_a_variant_of_a_language_is_that_language(self) -> None:
        assert catalogue_for("cy-GB") is catalogue_for("cy")
        assert catalogue_for("en-GB") is catalogue_for("en")
        assert catalogue_for("xx") is None

    @pytest.mark.parametrize(
        ("tag", "direction"),
        [("cy", "ltr"), ("ar", "rtl"), ("he-IL", "rtl"), ("az-Arab", "rtl"), ("ur-Latn", "ltr"), ("ar-EG", "rtl")],
    )
    def test_the_direction_follows_the_script(self, tag: str, direction: str) -> None:
        assert direction_of(tag) == direction


@pytest.mark.parametrize("language", TRANSLATED)
class TestEachCatalogue:
    def test_every_message_of_the_template_is_translated_and_looked_at(self, language: str) -> None:
        template = {(one.context, one.message) for one in read_po((CATALOGUES / "report.pot").read_text("utf-8"))}
        done = {(one.context, one.message) for one in entries(language) if all(one.texts.values()) and not one.is_fuzzy}
        assert sorted(template - done - {("", "")}) == []

    def test_a_translation_has_the_places_of_its_message_and_no_others(self, language: str) -> None:
        for one in entries(language):
            known = places(one.message) | places(one.plural) | ({"count"} if one.plural else set())
            for text in one.texts.values():
                assert places(text) <= known, one.message
                assert places(one.message) & {"name", "names", "topic", "score", "date", "target"} <= places(text), text

    def test_every_plural_form_is_there(self, language: str) -> None:
        catalogue = catalogue_for(language)
        assert catalogue is not None
        forms = {catalogue.form(number) for number in range(200)}
        for one in entries(language):
            if one.plural:
                assert set(one.texts) == forms, one.message


def test_the_template_and_the_catalogues_hold_what_the_code_says() -> None:
    """Fails when a message has been added or changed: run `./dev messages`, then translate what is new."""
    pytest.importorskip("babel")
    from docs.make_messages import files

    for path, text in files():
        assert path.read_text(encoding="utf-8") == text, path.name


class TestWelsh:
    def said(self, number: int) -> str:
        with speaking(welsh()):
            return ngettext("{number} gate holds.", "{number} gates hold.", number, number=number)

    def test_nouns_after_numbers_are_singular_and_mutated(self) -> None:
        assert self.said(1) == "Mae 1 glwyd yn dal."
        assert self.said(2) == "Mae 2 glwyd yn dal."
        assert self.said(3) == "Mae 3 clwyd yn dal."
        assert self.said(6) == "Mae 6 chlwyd yn dal."
        assert self.said(7) == "Mae 7 clwyd yn dal."

    def test_dates_numbers_and_lists(self) -> None:
        with speaking(welsh()):
            assert long_date(date(2026, 11, 22)) == "22 Tachwedd 2026"
            assert decimal_text(Fraction(5, 2), 1) == "2.5"
            assert days_range_text(Fraction(1), Fraction(2)) == "1 i 2 ddiwrnod"
            assert joined(["Llais", "Data"]) == "Llais a Data"
            assert joined(["Llais", "Addysg"]) == "Llais ac Addysg"


def welsh() -> Catalogue:
    found = catalogue_for("cy")
    assert found is not None
    return found


TAG = re.compile(r"<[^>]*>")


def fixed_texts(page: str) -> list[str]:
    """Return the texts of a page between tags."""
    body = page.partition("<body>")[2]
    return [" ".join(html.unescape(text).split()) for text in TAG.split(body) if re.search(r"[A-Za-z]{2}", text)]


def test_no_sentence_of_the_report_is_outside_of_the_catalogue() -> None:
    given = a_rich_report()
    page = re.sub(r"\b[0-9a-f]{64}\b", "", unfolded(render_html(on_screen(in_pseudo(given, "cy")))))
    written = f"{given.framework!r} {given.assessment!r} {given.target!r} {given.files!r}"
    unmarked = [text for text in fixed_texts(page) if OPEN not in text and CLOSE not in text]
    parts = {part.strip() for text in unmarked for part in re.split(r"[.:;,()·\u200e]|[0-9]+%?", text)}
    assert sorted(part for part in parts if part not in written) == []


def test_no_message_hides_in_a_formatted_string() -> None:
    """Where `./dev messages` would not find it."""
    hidden = [
        f"{path.name}:{call.lineno}"
        for path in Path(report.__file__).parent.rglob("*.py")
        for text in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in {"gettext", "ngettext", "pgettext"}
    ]
    assert hidden == []


@pytest.mark.skipif(PDFTOTEXT is None, reason="needs pdftotext, of poppler-utils")
@pytest.mark.parametrize("language", ["cy", "ar"])
def test_long_words_stay_on_the_page_of_a_pdf(language: str, tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(write_pdf(render_pages(build_view(in_pseudo(a_rich_report(), language)))))
    assert PDFTOTEXT is not None
    boxes = subprocess.run([PDFTOTEXT, "-bbox", str(file), "-"], check=True, capture_output=True, text=True).stdout
    beyond = []
    for page in boxes.split("<page ")[1:]:
        width = float(page.partition('width="')[2].partition('"')[0])
        words = re.findall(r'xMin="([-.0-9]+)" yMin="[^"]*" xMax="([-.0-9]+)" yMax="[^"]*">([^<]*)<', page)
        beyond += [word for left, right, word in words if float(left) < 0 or float(right) > width]
    assert beyond == []
    with pikepdf.open(file) as made:
        assert str(made.Root.Lang) == language


def test_a_page_says_its_language_and_its_direction() -> None:
    page = render_html(build_view(in_pseudo(a_report({"d1-q1": {"level": 2}}), "ar")))
    assert '<html lang="ar" dir="rtl">' in page


def test_a_framework_in_a_language_without_a_catalogue_is_marked_on_an_english_page() -> None:
    given = a_report({"d1-q1": {"level": 2}})
    page = render_html(build_view(replace(given, framework=given.framework.changed(language="fr"))))
    assert '<html lang="en">' in page
    assert '<span lang="fr" dir="ltr">Topic of d1-q1</span>' in page
    assert "<title><span" not in page


def test_a_draft_by_machine_says_so_on_the_report() -> None:
    page = render_html(build_view(replace(a_report({"d1-q1": {"level": 2}}), wording=welsh())))
    assert "drafftiwyd gan beiriant, heb ei adolygu" in page
    assert "Nid oes siaradwr Cymraeg wedi’i adolygu eto." in page
    assert "drafted by" not in render_html(build_view(a_report({"d1-q1": {"level": 2}})))
