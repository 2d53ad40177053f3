"""The action register as other programs read it back."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any, get_args

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from readiness.model.actions import Funding
from readiness.report.formats import plan_formats
from readiness.report.inputs import ReportInput
from readiness.report.json_result import result
from readiness.report.register.columns import columns_of
from readiness.report.register.delimited import guarded, separated
from readiness.report.register.layouts import CsvLayout
from readiness.report.register.lines import build_register
from readiness.report.wording import catalogue_for, languages, speaking
from tests.builders import a_framework, an_action
from tests.unit.report.given import a_report, a_rich_report

HOSTILE = '=cmd|"/c calc"!A1, @SUM(1); +2'


def hostile(**keys: object) -> ReportInput:
    """Return a plan of one action whose texts try what they can."""
    action = an_action("lock", {"d1-q1": 3}, title=HOSTILE, why="@ada and #12\n-1+1\n![x](http://x.example)", **keys)
    return a_report({"d1-q1": 1, "d1-q2": 3}, a_framework(1, actions=[action]), plan={"starts": "2027-01-01"})


def rows(given: ReportInput, layout: CsvLayout = CsvLayout.SPREADSHEET) -> list[list[str]]:
    content = plan_formats(layout)[".csv"](given)
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def records(given: ReportInput, layout: CsvLayout = CsvLayout.SPREADSHEET) -> list[dict[str, str]]:
    headings, *lines = rows(given, layout)
    return [dict(zip(headings, line, strict=True)) for line in lines]


def workbook(given: ReportInput) -> Any:  # noqa: ANN401  openpyxl has no types
    return openpyxl.load_workbook(io.BytesIO(plan_formats()[".xlsx"](given)))


def events(given: ReportInput) -> list[Any]:
    calendar = Calendar.from_ical(plan_formats()[".ics"](given).decode())
    return [*calendar.walk("VEVENT")]


class TestCsv:
    def test_has_one_line_for_each_action_with_its_dates_money_and_people(self) -> None:
        first, second = records(a_rich_report())
        assert (first["Number"], first["Action"], first["Owner"]) == ("A1", "Do fit-locks", "Lead")
        assert (first["Start"], first["Finish"], first["Quarter"]) == ("2027-01-01", "2027-03-31", "Q1 2027")
        assert (first["Lifts"], first["Delivers"]) == ("Topic of locks: 1.0 to 3.0", "Locks on all doors")
        assert [second[f"Cost {side} GBP"] for side in ("low", "likely", "high")] == ["1000", "2000", "4000"]
        assert (second["Days likely"], second["Days by team"]) == ("10", "Lead: 10")
        assert (second["Waits for"], second["Area"], second["State"]) == ("A1", "Area people", "Planned")

    def test_agrees_with_the_result(self) -> None:
        given = a_rich_report()
        roadmap = result(given)["roadmap"]
        assert len(records(given)) == len(roadmap["actions"]) > 0
        for line, action in zip(records(given), roadmap["actions"], strict=True):
            first = roadmap["quarters"][action["start-quarter"]]
            last = roadmap["quarters"][action["start-quarter"] + action["quarters"] - 1]
            assert (line["Number"], line["Id"], line["Action"]) == (action["number"], action["id"], action["title"])
            assert (line["Start"], line["Finish"]) == (first["starts"], last["ends"])
            assert Fraction(line["Cost likely GBP"]) == Fraction(action["cost"]["likely"]["exact"])
            assert Fraction(line["Days high"]) == Fraction(action["effort-days"]["high"]["exact"])

    def test_says_how_much_of_an_action_is_done(self) -> None:
        plan = {"starts": "2027-01-01", "actions": {"lock": {"under-way": 60}}}
        framework = a_framework(1, actions=[an_action("lock", {"d1-q1": 3})])
        (line,) = records(a_report({"d1-q1": 1}, framework, plan=plan))
        assert line["State"] == "Under way, 60% done"

    def test_begins_with_a_mark_for_excel_and_ends_its_lines_as_rfc_4180_says(self) -> None:
        content = plan_formats()[".csv"](a_rich_report())
        assert content.startswith(b'\xef\xbb\xbf"Number",')
        assert content.count(b"\r\n") == 3

    def test_has_headings_only_where_there_is_no_roadmap(self) -> None:
        assert len(rows(a_report({}, a_framework(targets=None)))) == 1

    @pytest.mark.parametrize(
        ("written", "kept"),
        [
            ("=1+1", "'=1+1"),
            (" =1", "' =1"),
            ("\uff1d1", "'\uff1d1"),
            ("@SUM(1)", "'@SUM(1)"),
            ("a; =1", "a;' =1"),
            ("a\n-1", "a\n'-1"),
            ("Three - two = one", "Three - two = one"),
            ("a, -1", "a, -1"),
        ],
    )
    def test_no_text_becomes_a_formula(self, written: str, kept: str) -> None:
        assert guarded(written) == kept

    @given(st.text(st.sampled_from("=+-@\uff1d;,' \t\r\na1")))
    def test_whatever_is_written_begins_no_cell_with_a_sign(self, text: str) -> None:
        (row,) = list(csv.reader(io.StringIO(separated([text], []).decode(), newline="")))
        (again,) = list(csv.reader(io.StringIO(separated([guarded(text)], []).decode(), newline="")))
        assert row == [text]
        assert again == [guarded(text)]
        assert not re.search(r"(^|[;\t\r\n])[=+\-@\uff1d]", guarded(text))
        assert len(guarded(text)) == len(text) or re.search(r"[=+\-@\uff1d]", text)

    def test_quotes_commas_and_line_breaks_come_back_as_they_were(self) -> None:
        (line,) = records(hostile())
        assert line["Action"] == "'=cmd|\"/c calc\"!A1, @SUM(1);' +2"
        assert line["Why"] == "'@ada and #12\n'-1+1\n![x](http://x.example)"


class TestWorkbook:
    def test_is_a_table_with_real_dates_and_numbers(self) -> None:
        sheet = workbook(a_rich_report())["Actions"]
        headings = [cell.value for cell in sheet[1]]
        second = dict(zip(headings, sheet[3], strict=True))
        assert second["Start"].value.date() == date(2027, 4, 1)
        assert (second["Cost likely GBP"].value, second["Days likely"].value) == (2000, 10)
        assert list(sheet.tables) == ["Actions"]
        assert (sheet.freeze_panes, sheet.print_title_rows, sheet.page_setup.orientation) == (
            "D2",
            "$1:$1",
            "landscape",
        )

    def test_holds_no_formula_and_no_link(self) -> None:
        book = workbook(hostile())
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
        assert {cell.data_type for cell in cells if cell.value is not None} <= {"s", "n", "d"}
        assert not any(cell.hyperlink for cell in cells)
        assert book["Actions"]["C2"].value == HOSTILE

    def test_keeps_a_text_a_text_when_somebody_edits_it(self) -> None:
        sheet = workbook(hostile())["Actions"]
        assert sheet["C2"].quotePrefix
        assert not sheet["B2"].quotePrefix

    def test_says_why_the_others_are_not_in_the_plan(self) -> None:
        framework = a_framework(1, actions=[an_action("lock", {"d1-q1": 3}), an_action("key", {"d1-q2": 3})])
        book = workbook(a_report({"d1-q1": 1, "d1-q2": 3}, framework))
        assert [cell.value for cell in book["Left out"][2]] == [
            "key",
            "Do key",
            "Every question it lifts meets its target, has what it brings, or does not apply.",
        ]

    def test_can_be_empty(self) -> None:
        book = workbook(a_report({}, a_framework(targets=None)))
        assert book["Actions"].max_row == 1

    def test_says_whose_plan_it_is(self) -> None:
        sheet = workbook(a_rich_report())["About"]
        facts = {row[0].value: row[1].value for row in sheet.iter_rows()}
        assert (facts["Organisation"], facts["Framework"], facts["Target"]) == (
            "Sample Council",
            "Sample 1.0.0",
            "Good",
        )


class TestCalendar:
    def test_has_an_all_day_event_for_each_action_from_start_to_finish(self) -> None:
        first, second = events(a_rich_report())
        assert str(first["summary"]) == "A1 Do fit-locks"
        assert (first["dtstart"].dt, first["dtend"].dt) == (date(2027, 1, 1), date(2027, 4, 1))
        assert "Waits for: A1 Do fit-locks" in second["description"]
        assert first["transp"] == "TRANSPARENT"

    def test_an_action_keeps_its_uid_when_the_plan_changes(self) -> None:
        early, late = (events(a_rich_report(plan={"starts": f"{year}-01-01"})) for year in (2027, 2028))
        assert [one["uid"] for one in early] == [one["uid"] for one in late]
        assert early[0]["dtstart"].dt != late[0]["dtstart"].dt

    def test_another_organisation_has_other_uids(self) -> None:
        ours, theirs = events(a_rich_report()), events(a_rich_report(organisation={"name": "Other"}))
        assert not {one["uid"] for one in ours} & {one["uid"] for one in theirs}

    def test_no_text_adds_a_property(self) -> None:
        (event,) = events(hostile())
        assert str(event["summary"]) == f"A1 {HOSTILE}"
        assert "attach" not in event


class TestTrackers:
    def test_jira_gets_tasks_with_dates_and_labels_without_spaces(self) -> None:
        headings, first, _ = rows(a_rich_report(), CsvLayout.JIRA)
        assert headings[:5] == ["Summary", "Issue Type", "Description", "Start Date", "Due Date"]
        assert first[:2] + first[3:] == [
            *("Do fit-locks", "Task", "2027-01-01", "2027-03-31"),
            *("safety", "lead", "Q1-2027", "fit-locks"),
        ]
        assert "Delivers: Locks on all doors\n" in first[2]

    def test_nothing_in_jira_becomes_markup_or_a_picture(self) -> None:
        _, line = rows(hostile(delivers="!http://x.example/a.png! {code} [a|http://b] Done! Yes"), CsvLayout.JIRA)
        assert r"Delivers: \!http://x.example/a.png! \{code} \[a|http://b] Done! Yes" in line[2]

    def test_github_gets_title_body_and_labels(self) -> None:
        headings, first, _ = rows(a_rich_report(), CsvLayout.GITHUB)
        assert (headings, first[0], first[2]) == (["title", "body", "labels"], "Do fit-locks", "safety,lead,Q1 2027")

    def test_nobody_is_called_and_nothing_is_linked_on_github(self) -> None:
        _, line = rows(hostile(), CsvLayout.GITHUB)
        assert "Why: @<!-- -->ada and #<!-- -->12" in line[1]
        assert r"!\[x\](http://x.example)" in line[1]

    @pytest.mark.parametrize("layout", [CsvLayout.JIRA, CsvLayout.GITHUB])
    def test_the_first_heading_has_no_mark_before_it(self, layout: CsvLayout) -> None:
        assert plan_formats(layout)[".csv"](a_rich_report()).startswith((b'"Summary"', b'"title"'))


def in_welsh(given: ReportInput) -> ReportInput:
    wording = catalogue_for("cy")
    assert wording is not None
    return replace(given, wording=wording)


class TestLanguages:
    def test_headings_and_words_of_a_spreadsheet_are_in_the_language_of_the_report(self) -> None:
        _, second = records(in_welsh(a_rich_report()))
        assert (second["Rhif"], second["Cam"], second["Perchennog"]) == ("A2", "Do train", "Lead")
        assert (second["Chwarter"], second["Cyflwr"]) == ("Ch2 2027", "Wedi’i gynllunio")
        assert second["Cost (tebygol) GBP"] == "2000"
        assert second["Yn codi"] == "Topic of skills: 1.0 i 3.0"

    def test_so_are_the_sheets_of_a_workbook_and_its_reasons(self) -> None:
        framework = a_framework(1, actions=[an_action("lock", {"d1-q1": 3}), an_action("key", {"d1-q2": 3})])
        book = workbook(in_welsh(a_report({"d1-q1": 1, "d1-q2": 3}, framework)))
        assert book.sheetnames == ["Camau", "Wedi’u gadael allan", "Gwybodaeth"]
        assert book["Wedi’u gadael allan"]["C2"].value.startswith("Mae pob cwestiwn y mae’n ei godi")

    def test_a_workbook_says_who_drafted_its_translation(self) -> None:
        sheets = [
            workbook(given)[name]
            for given, name in ((in_welsh(a_rich_report()), "Gwybodaeth"), (a_rich_report(), "About"))
        ]
        welsh, english = ({row[0].value: row[1].value for row in sheet.iter_rows()} for sheet in sheets)
        assert welsh["Cyfieithiad"].startswith("Drafftiwyd y cyfieithiad hwn gan beiriant.")
        assert "Translation" not in english

    def test_so_are_the_events_of_a_calendar_which_stay_the_same_events(self) -> None:
        _, english = events(a_rich_report())
        _, welsh = events(in_welsh(a_rich_report()))
        assert "Yn aros am: A1 Do fit-locks" in welsh["description"]
        assert welsh["uid"] == english["uid"]

    @pytest.mark.parametrize(("layout", "described"), [(CsvLayout.JIRA, 2), (CsvLayout.GITHUB, 1)])
    def test_for_a_tracker_only_the_description_is(self, layout: CsvLayout, described: int) -> None:
        english, welsh = rows(a_rich_report(), layout), rows(in_welsh(a_rich_report()), layout)
        assert "Perchennog: Lead" in welsh[1][described]
        for line in (*english[1:], *welsh[1:]):
            line[described] = ""
        assert welsh == english

    @pytest.mark.parametrize("language", languages())
    def test_no_two_columns_have_the_same_heading(self, language: str) -> None:
        wording = catalogue_for(language)
        assert wording is not None
        with speaking(wording):
            headings = [column.heading for column in columns_of(build_register(a_rich_report()))]
        assert len({heading.lower() for heading in headings}) == len(headings)

    def test_every_route_to_money_has_a_name(self) -> None:
        (line,) = records(in_welsh(hostile(funding=list(get_args(Funding)))))
        assert line["Cyllid"] == ("cyllideb eich hun, grant, gwasanaeth a rennir, partneriaeth, talu wrth ddefnyddio")


@pytest.mark.parametrize("layout", CsvLayout)
def test_the_same_plan_gives_the_same_bytes(layout: CsvLayout) -> None:
    given = a_rich_report()
    for suffix, written in plan_formats(layout).items():
        assert written(given) == written(given), suffix
