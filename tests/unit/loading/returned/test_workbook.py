"""A workbook that comes back: what people do to it, and what is read."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from readiness.errors import InputError
from readiness.loading.library import Library
from readiness.loading.returned import Misread, Returned, ReturnedFact, all_returned, form_digest
from tests.builders import a_framework, a_question, read_framework
from tests.office import LibreOffice
from tests.returned_workbooks import Book, a_workbook, changed_by, every_type

ANSWER, STATE, REASON, NOTE = "answers:answer", "answers:state", "answers:reason", "answers:note"
EVIDENCE = [
    {"title": "Minutes of 3 May", "ref": "https://example.org/?a=1&b=2", "dated": "2026-05-03"},
    {"title": "Plan", "valid-until": "2027-01-01", "note": "Two\nlines"},
]
_NOT_SO = "the cell before it does not say that there is none"
_NAMELESS = "has no letter or digit to name somebody by"
ANSWERS: dict[str, Any] = {
    "level": {"level": 3, "note": "  Indented\n\nand long \n", "evidence": EVIDENCE, "confidence": "high", "by": "hr"},
    "checklist": {"done": ["b"], "partly": ["a"], "on": "2026-11-18"},
    "choice": {"option": "some", "note": "=1+1"},
    "multiple": {"options": ["b", "a"], "note": "@SUM(A1)\n+2\n-3"},
    "yes-no": {"unknown": "_x0041_ \u202fnobody knows, öäü 🎉"},
    "number": {"value": Decimal("12.345")},
    "text": {"text": "\tA cupboard\n- with files"},
    "date": {"date": "1875-02-01", "note": "<b>&amp;"},
}
PEOPLE = {"hr": {"role": "Head of HR", "name": "Ada"}}


@pytest.fixture
def answered() -> Book:
    """Return a workbook in which every question has an answer."""
    return a_workbook(ANSWERS, respondents=PEOPLE)


def one_problem(returned: Returned) -> Misread:
    """Return the only thing that is wrong."""
    assert len(returned.problems) == 1, returned.problems
    return returned.problems[0]


# --- nothing changed ---------------------------------------------------------------------------------------------


def test_a_workbook_that_nobody_edited_changes_nothing(answered: Book, tmp_path: Path) -> None:
    back = answered.returned(tmp_path)
    assert changed_by(back) == {}
    assert {one.question: one.before for one in back.answers} == ANSWERS
    assert (back.framework, back.version, back.respondents) == ("sample", "1.0.0", {})
    assert back.digest == form_digest(read_framework(every_type()))


def test_libreoffice_opens_and_saves_it_and_the_same_is_read(
    answered: Book, libreoffice: LibreOffice, tmp_path: Path
) -> None:
    files = [tmp_path / "same.xlsx", tmp_path / "other.xlsx"]
    files[0].write_bytes(answered.content)
    files[1].write_bytes(answered.put(NOTE, "date", "=2+2").put(ANSWER, "number", 7.5).saved())
    (tmp_path / "saved").mkdir()
    same, other = libreoffice.convert(files, "xlsx", tmp_path / "saved")
    assert changed_by(all_returned(str(same), Library((tmp_path,)))[0]) == {}
    problem = one_problem(all_returned(str(other), Library((tmp_path,)))[0])
    assert (problem.place, problem.message) == (f"Answers!{answered.place(NOTE, 'date')}", "it holds a formula")


def test_sheets_may_be_renamed_and_moved_and_columns_and_rows_too(answered: Book, tmp_path: Path) -> None:
    answered.put(ANSWER, "level", "4 Managed: Measured.")
    sheet = answered.sheet("answers")
    sheet.title, answered.sheet("evidence").title = "Réponses 2026", "x"
    answered.book.move_sheet(sheet, 2)
    last = sheet.max_row
    rows = [[(cell.value, cell.data_type) for cell in row] for row in sheet.iter_rows(min_row=3, max_row=last)]
    for down, row in enumerate(reversed(rows), 3):
        for at, (value, kind) in enumerate(row, 1):
            sheet.cell(down, at).value = value
            sheet.cell(down, at).data_type = kind
        sheet.row_dimensions[down].hidden = down % 2 == 0
    sheet.insert_cols(2)
    sheet.insert_rows(1)
    assert changed_by(answered.returned(tmp_path)) == {"level": ANSWERS["level"] | {"level": 4}}


def test_a_row_that_somebody_deleted_changes_nothing(answered: Book, tmp_path: Path) -> None:
    sheet = answered.sheet("answers")
    for id_ in ("level", "checklist/a", "multiple/a", "multiple/b"):
        sheet.delete_rows(sheet[answered.place(ANSWER, id_)].row)
    assert changed_by(answered.returned(tmp_path)) == {}


def test_a_sheet_of_evidence_that_somebody_deleted_changes_nothing(answered: Book, tmp_path: Path) -> None:
    del answered.book[answered.sheet("evidence").title]
    assert changed_by(answered.returned(tmp_path)) == {}


# --- what people write -------------------------------------------------------------------------------------------


def test_an_answer_of_every_type_is_read(tmp_path: Path) -> None:
    book = a_workbook().put(ANSWER, "level", "4 Managed: Measured.").put(ANSWER, "choice", "Something")
    book.put(ANSWER, "checklist/b", "Partly done").put(ANSWER, "multiple/b", "Applies").put(ANSWER, "yes-no", "No")
    book.put(ANSWER, "number", "12,5").put(ANSWER, "date", date(2026, 3, 1)).put_text(ANSWER, "text", "=1+1")
    assert changed_by(book.returned(tmp_path)) == {
        "level": {"level": 4},
        "choice": {"option": "some"},
        "checklist": {"partly": ["b"]},
        "multiple": {"options": ["b"]},
        "yes-no": {"answer": "no"},
        "number": {"value": Decimal("12.5")},
        "date": {"date": "2026-03-01"},
        "text": {"text": "=1+1"},
    }


def test_that_nothing_is_done_or_applies_is_an_answer(tmp_path: Path) -> None:
    book = a_workbook().put(ANSWER, "checklist/a", "Not done").put(ANSWER, "multiple/a", "Does not apply")
    assert changed_by(book.returned(tmp_path)) == {"checklist": {"done": []}, "multiple": {"options": []}}


def test_days_count_from_1904_where_the_workbook_says_so(tmp_path: Path) -> None:
    book = a_workbook().put(ANSWER, "date", 44620)
    book.sheet("answers")[book.place(ANSWER, "date")].number_format = "General"
    book.book.epoch = CALENDAR_MAC_1904
    assert changed_by(book.returned(tmp_path)) == {"date": {"date": "2026-03-01"}}


def test_what_stands_beside_an_answer_is_read(tmp_path: Path) -> None:
    book = a_workbook({}, respondents=PEOPLE).put(ANSWER, "level", 2).put(NOTE, "level", "-1 person left")
    book.put("answers:confidence", "level", "low").put("answers:on", "level", datetime.fromisoformat("2026-11-20"))
    book.put("answers:by", "level", "Ada, Head of HR").put("answers:by", "text", "Chief clerk")
    book.put(STATE, "choice", "Not known").put(STATE, "yes-no", "Does not apply").put(REASON, "yes-no", "No estates.")
    back = book.returned(tmp_path)
    assert changed_by(back) == {
        "level": {"level": 2, "note": "-1 person left", "confidence": "low", "by": "hr", "on": "2026-11-20"},
        "choice": {"unknown": "No reason was given."},
        "yes-no": {"not-applicable": "No estates."},
        "text": {"by": "chief-clerk"},
    }
    assert back.respondents == {"chief-clerk": {"role": "Chief clerk"}}


def test_what_somebody_changes_is_theirs_and_what_they_leave_is_not(answered: Book, tmp_path: Path) -> None:
    answered.put("readme:value", "respondent:role", "Chief clerk").put(ANSWER, "level", 4)
    back = answered.returned(tmp_path)
    assert changed_by(back) == {"level": ANSWERS["level"] | {"level": 4, "by": "chief-clerk"}}


def test_an_answer_that_was_emptied_goes_and_its_note_stays(answered: Book, tmp_path: Path) -> None:
    answered.put(ANSWER, "choice", None).put(NOTE, "date", " ")
    assert changed_by(answered.returned(tmp_path)) == {"choice": {"note": "=1+1"}, "date": {"date": "1875-02-01"}}


def test_an_answer_in_place_of_a_state_replaces_it(answered: Book, tmp_path: Path) -> None:
    answered.put(ANSWER, "yes-no", "Yes").put(STATE, "yes-no", None).put(REASON, "yes-no", None)
    assert changed_by(answered.returned(tmp_path)) == {"yes-no": {"answer": "yes"}}


def test_evidence_is_added_changed_and_removed(answered: Book, tmp_path: Path) -> None:
    assert answered.seen("evidence:title", 3) == "Minutes of 3 May"
    answered.put("evidence:ref", 3, None)
    for key in ("question", "title", "valid-until", "note"):
        answered.put(f"evidence:{key}", 4, None)
    answered.put("evidence:question", 9, "choice").put_text("evidence:title", 9, "=cmd|' /C calc'!A0")
    assert changed_by(answered.returned(tmp_path)) == {
        "level": ANSWERS["level"] | {"evidence": [{"title": "Minutes of 3 May", "dated": "2026-05-03"}]},
        "choice": ANSWERS["choice"] | {"evidence": [{"title": "=cmd|' /C calc'!A0"}]},
    }


def test_evidence_in_another_order_is_the_same(answered: Book, tmp_path: Path) -> None:
    sheet = answered.sheet("evidence")
    first, second = ([cell.value for cell in sheet[row]] for row in (3, 4))
    for at in range(6):
        sheet.cell(3, at + 1).value, sheet.cell(4, at + 1).value = second[at], first[at]
    assert changed_by(answered.returned(tmp_path)) == {}


def test_who_answered_and_the_facts_come_back(tmp_path: Path) -> None:
    facts = {"pays": {"type": "boolean", "ask": "Do people pay?"}}
    gate = {"when": {"fact": "pays", "is": True}, "cap-at-level": 2, "because": "So."}
    framework = a_framework(dimensions=0, questions=[a_question()], facts=facts, gates=[gate])
    organisation = {"name": "Sample Council", "staff": 85, "facts": {"pays": False}}
    book = a_workbook({}, framework, organisation=organisation)
    book.put("readme:value", "respondent:role", "Head of HR").put("readme:value", "respondent:name", "Ada")
    book.put("readme:value", "fact:pays", "Yes").put("readme:value", "fact:sector", "ports")
    back = book.returned(tmp_path)
    assert (back.respondent, back.respondents) == ("head-of-hr", {"head-of-hr": {"role": "Head of HR", "name": "Ada"}})
    assert [(one.fact, one.now, one.before) for one in back.facts] == [
        ("staff", 85, 85),
        ("sector", "ports", None),
        ("pays", True, False),
    ]
    assert isinstance(back.facts[0], ReturnedFact)
    assert back.facts[0].place.startswith("Read me!C")


# --- what is wrong -----------------------------------------------------------------------------------------------


def test_every_cell_that_does_not_say_what_it_should_is_named_at_once(tmp_path: Path) -> None:
    wrong: list[tuple[str, str | int, object, str, str]] = [
        (ANSWER, "level", 3.5, "'3.5' is not in the list", "choose one of the list"),
        (ANSWER, "choice", "Somthing", "'Somthing' is not in the list", "did you mean 'something'?"),
        (ANSWER, "number", "1,234", "'1,234' can be read in two ways", "write 1234 or 1.2340"),
        (ANSWER, "date", "=TODAY()", "it holds a formula", "write the text or the number itself"),
        (NOTE, "choice", "#REF!", "it holds the error '#REF!'", "write what belongs there"),
        (NOTE, "date", "x" * 20_001, "it is longer than 20,000 characters", ""),
        (REASON, "yes-no", "So.", f"it says why there is no answer, and {_NOT_SO}", "choose one of the list there"),
        ("answers:confidence", "text", "sure", "'sure' is not in the list", "choose one of the list"),
        ("answers:by", "text", "???", f"'???' {_NAMELESS}", "write a role, such as Head of HR"),
        ("answers:on", "text", "soon", "'soon' is not a day", "write it as 2026-11-20"),
        ("evidence:dated", 5, "soon", "'soon' is not a day", "write it as 2026-11-20"),
        (
            "readme:value",
            "respondent:name",
            "Ada",
            "there is a name, and no role",
            "write the role; a name is not needed",
        ),
        ("readme:value", "fact:staff", "many", "'many' is not a number", "write a number such as 12.5"),
    ]
    book = a_workbook()
    for key, id_, written, _, _ in wrong:
        book.put(key, id_, written)
    found = {one.place: (one.message, one.help) for one in book.returned(tmp_path).problems}
    named = {book.full_place(key, id_): (message, help_) for key, id_, _, message, help_ in wrong}
    assert found == named


def test_a_cell_that_is_empty_and_should_not_be_is_named(tmp_path: Path) -> None:
    book = a_workbook().put(STATE, "text", "Does not apply")
    book.put("evidence:title", 9, "Plan").put("evidence:question", 10, "text")
    assert {(one.place, one.message) for one in book.returned(tmp_path).problems} == {
        (book.full_place(STATE, "text"), "it does not say why the question does not apply"),
        ("Evidence!A9", "it does not say which question the evidence belongs to"),
        ("Evidence!B10", "it does not say what the evidence is"),
    }


def test_a_role_without_a_letter_names_nobody(tmp_path: Path) -> None:
    problem = one_problem(a_workbook().put("readme:value", "respondent:role", "???").returned(tmp_path))
    assert problem.message == f"'???' {_NAMELESS}"


def test_an_answer_and_a_reason_why_there_is_none_do_not_go_together(tmp_path: Path) -> None:
    book = a_workbook().put(ANSWER, "level", 3).put(STATE, "level", "Not known")
    problem = one_problem(book.returned(tmp_path))
    assert problem.message == "there is an answer, and it says that there is none"


def test_rows_that_answer_nothing_or_the_same_are_named(tmp_path: Path) -> None:
    book = a_workbook().put("answers:id", "text", "texxt").put("answers:id", "date", "level")
    book.put("answers:id", "number", None)
    book.put(ANSWER, 16, "7")
    messages = {one.message for one in book.returned(tmp_path).problems}
    assert "there is no question 'texxt' in this workbook" in messages
    assert f"level is answered twice, first in Answers!{book.place('answers:id', 'level')}" in messages
    assert "it stands in a row without the id of a question" in messages


def test_a_column_that_is_gone_a_second_sheet_and_no_sheet_at_all_are_named(tmp_path: Path) -> None:
    book = a_workbook()
    sheet = book.sheet("answers")
    sheet.delete_cols(sheet[book.place(NOTE, 1)].column)
    assert one_problem(book.returned(tmp_path)).message == "columns are gone from it: answers:note"
    book = a_workbook()
    book.book.copy_worksheet(book.sheet("answers"))
    assert one_problem(book.returned(tmp_path)).message == "it is a second sheet of the kind of Answers"
    del (book := a_workbook()).book["Answers"]
    assert one_problem(book.returned(tmp_path)).place == "the workbook"


def without_meta(book: Book) -> bytes:
    """Return a workbook without its hidden sheet."""
    del book.book["Meta"]
    return book.saved()


def with_other_meta(book: Book) -> bytes:
    """Return a workbook whose hidden sheet somebody has changed."""
    book.book["Meta"]["B6"] = "{"
    return book.saved()


def instead(content: bytes) -> Callable[[Book], bytes]:
    """Return what puts something else in the place of a workbook."""

    def other(_: Book) -> bytes:
        return content

    return other


def cut_short(book: Book) -> bytes:
    """Return a file of which the end is missing."""
    return book.content[:-2000]


def with_part(name: str) -> Callable[[Book], bytes]:
    """Return what adds a part to a workbook."""

    def added(book: Book) -> bytes:
        stream = io.BytesIO(book.content)
        with zipfile.ZipFile(stream, "a") as packed:
            packed.writestr(name, b"")
        return stream.getvalue()

    return added


def a_bomb(book: Book) -> bytes:
    """Return a small file that unpacks to a large one."""
    stream = io.BytesIO(book.content)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as packed, packed.open("xl/media/a.png", "w") as part:
        for _ in range(101):
            part.write(bytes(1_000_000))
    return stream.getvalue()


def with_entities(book: Book) -> bytes:
    """Return a workbook in which a part declares entities."""
    bomb = '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]>'
    source, target = zipfile.ZipFile(io.BytesIO(book.content)), io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        for name in source.namelist():
            part = source.read(name)
            packed.writestr(name, part.replace(b"?>", b"?>" + bomb.encode(), 1) if "workbook.xml" in name else part)
    return target.getvalue()


@pytest.mark.parametrize(
    ("spoilt", "message"),
    [
        (instead(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "is locked with a password, or in the old format"),
        (instead(b"PK\x03\x04 and no more"), "is no workbook that can be read"),
        (cut_short, "is no workbook that can be read"),
        (with_part("xl/vbaProject.bin"), "holds macros"),
        (with_part("xl/externalLinks/externalLink1.xml"), "holds links to other workbooks"),
        (a_bomb, "is larger than 100 MB when it is unpacked"),
        (with_entities, "is no workbook that can be read"),
        (without_meta, "is no workbook that `readiness questionnaire` has made"),
        (with_other_meta, "its hidden sheet was changed and cannot be read"),
    ],
)
def test_a_file_that_is_not_to_be_trusted_is_refused(
    spoilt: Callable[[Book], bytes], message: str, tmp_path: Path
) -> None:
    file = tmp_path / "form.xlsx"
    file.write_bytes(spoilt(a_workbook()))
    with pytest.raises(InputError, match=message):
        all_returned(str(file), Library((tmp_path,)))[0]


def test_a_million_rows_are_refused_and_a_cell_far_below_costs_little(tmp_path: Path) -> None:
    book = a_workbook()
    sheet = book.sheet("answers")
    sheet.cell(1_048_576, 1).value = "far below"
    assert changed_by(book.returned(tmp_path)) == {}
    for row in range(100, 10_200):
        sheet.cell(row, 1).value = "x"
    with pytest.raises(InputError, match="more than 10,000 rows"):
        book.returned(tmp_path)


def test_keys_are_looked_for_in_the_first_rows_only(tmp_path: Path) -> None:
    book = a_workbook()
    notes = book.book.create_sheet("Our notes")
    notes["C200"] = "answers:id"
    assert changed_by(book.returned(tmp_path)) == {}
