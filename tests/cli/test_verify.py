"""`readiness verify` and `readiness report`: what follows from its inputs passes, and one changed digit does not."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from readiness import __version__
from readiness.loading.attached import RESULT, VERSIONS
from readiness.report.proof.words import words_of
from readiness.workflows import Outcome, Verified, assess, render_result, verify, write_outputs
from tests.builders import a_framework, a_question, an_action, an_area, an_assessment, write
from tests.cli.conftest import Readiness


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with answers, their report and their result; to be read only."""
    folder = tmp_path_factory.mktemp("made")
    areas = [an_area("d1", [a_question("q1"), a_question("q2")])]
    write(a_framework(areas=areas, actions=[an_action("a1", {"q1": 4})]), folder)
    path = write(an_assessment({"q1": {"level": 2, "note": "Seen on site."}, "q2": 3}), folder)
    outputs = [str(folder / "report.pdf"), str(folder / "result.json")]
    list(write_outputs(assess(str(path)), outputs, version=__version__))
    return folder


@pytest.fixture
def edited(made: Path, tmp_path: Path) -> Callable[..., Verified]:
    """Return what verifies the report after something was done to it."""

    def after(change: Callable[[pikepdf.Pdf], object]) -> Verified:
        path = tmp_path / "edited.pdf"
        with pikepdf.open(made / "report.pdf") as pdf:
            change(pdf)
            pdf.save(path)
        return verify(str(path), version=__version__)

    return after


def outcomes(verified: Verified) -> list[tuple[str, str]]:
    return [(check.name, str(check.outcome)) for check in verified.checks]


def attached(pdf: pikepdf.Pdf, name: str) -> bytes:
    return pdf.attachments[name].get_file().read_bytes()


def attach(pdf: pikepdf.Pdf, name: str, content: bytes) -> None:
    pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, content, filename=name)  # type: ignore[call-arg]


# --- a report as it was made ------------------------------------------------------------------------------------


def test_a_report_follows_from_what_it_carries(readiness: Readiness, made: Path, tmp_path: Path) -> None:
    alone = tmp_path / "sent by mail.pdf"
    alone.write_bytes((made / "report.pdf").read_bytes())
    ran = readiness("verify", alone)
    assert ran.code == 0
    assert ran.out.splitlines()[1:] == [
        "  inputs  passed      2 files, each with the digest that the result names",
        "  result  passed      scored and planned again: every number is the same",
        "  pages   passed      made again: the same file to the last byte",
        "",
        "Verified: everything in this report follows from the files that it carries.",
    ]
    assert [path.name for path in tmp_path.iterdir()] == ["sent by mail.pdf"]


def test_nobody_vouches_for_pages_of_foreign_templates(readiness: Readiness, made: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    mine = tmp_path / "mine" / "report.html"
    mine.write_text("<h1>All is well at level 5</h1>", encoding="utf-8")
    arguments = ("report", made / "result.json", "--templates", mine.parent, "-o", tmp_path / "report.pdf")
    assert readiness(*arguments).code == 0
    verified = verify(str(tmp_path / "report.pdf"), version=__version__)
    assert outcomes(verified) == [("inputs", "passed"), ("result", "passed"), ("pages", "not checked")]
    assert not verified.holds
    with pikepdf.open(tmp_path / "report.pdf") as pdf:
        assert words_of(pdf.pages[0])[:6] == ["All", "is", "well", "at", "level", "5"]
        assert "All is well" in attached(pdf, "readiness-templates.json").decode()


def test_a_wrong_template_leaves_the_report_as_it_was(readiness: Readiness, made: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    mine = tmp_path / "mine" / "report.html"
    mine.write_text("{{ view.secret }}", encoding="utf-8")
    (tmp_path / "page.html").write_text("as it was", encoding="utf-8")
    arguments = ("report", made / "result.json", "--templates", mine.parent, "-o", tmp_path / "page.html")
    ran = readiness(*arguments)
    assert ran.code == 2
    assert f"error: {mine}:1: " in ran.err
    assert "has no attribute 'secret'" in ran.err
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == "as it was"


def test_a_report_in_another_language_follows_too(readiness: Readiness, made: Path, tmp_path: Path) -> None:
    report, data = tmp_path / "adroddiad.pdf", tmp_path / "result.json"
    assert readiness("assess", made / "assessment.yaml", "--language", "cy", "-o", report, "-o", data).code == 0
    assert readiness("verify", report).code == 0


def test_a_report_in_a_theme_carries_it_and_follows_too(readiness: Readiness, made: Path, tmp_path: Path) -> None:
    theme, report = tmp_path / "theme.yaml", tmp_path / "report.pdf"
    theme.write_text('readiness: theme/1\ntitle: A\nhues: {main: "#7A1F3D"}\nmarking: OFFICIAL\n'
                     "logo: {file: a.svg, alt: Arms}\n")  # fmt: skip
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4.1234567 2"><path d="M0 0h4v2z"/></svg>'
    (tmp_path / "a.svg").write_text(drawing)
    assert readiness("assess", made / "assessment.yaml", "--theme", theme, "-o", report).code == 0
    with pikepdf.open(report) as pdf:
        assert attached(pdf, "readiness-theme.yaml") == theme.read_bytes()
        assert b"svg" in attached(pdf, "readiness-logo.svg")
    assert verify(str(report), version=__version__).holds


def test_a_report_carries_its_inputs_its_result_and_what_made_it(made: Path) -> None:
    with pikepdf.open(made / "report.pdf") as pdf:
        assert list(pdf.attachments) == ["assessment.yaml", RESULT, VERSIONS, "sample.yaml"]
        assert attached(pdf, "assessment.yaml") == (made / "assessment.yaml").read_bytes()
        assert attached(pdf, "sample.yaml") == (made / "sample.yaml").read_bytes()
        kept = json.loads((made / "result.json").read_text(encoding="utf-8"))
        assert kept.pop("inputs").keys() == {"assessment.yaml", "sample.yaml"}
        assert json.loads(attached(pdf, RESULT)) == kept
        assert json.loads(attached(pdf, VERSIONS))["readiness"] == __version__
        related = {str(one.UF): str(one.AFRelationship) for one in pdf.Root.AF}
    assert related == {"assessment.yaml": "/Source", RESULT: "/Data", VERSIONS: "/Supplement", "sample.yaml": "/Source"}


def test_programs_get_the_same_answer_as_data(readiness: Readiness, made: Path, tmp_path: Path) -> None:
    cut = tmp_path / "cut.pdf"
    with pikepdf.open(made / "report.pdf") as pdf:
        del pdf.attachments["sample.yaml"]
        pdf.save(cut)
    ran = readiness("verify", cut, "--output-format", "json")
    told = json.loads(ran.out)
    assert ran.code == 1
    assert told["verified"] is False
    assert told["checks"] == [
        {
            "check": "inputs",
            "outcome": "failed",
            "said": "the files that it carries are not those that it was made of",
            "findings": ["sample.yaml is missing"],
        }
    ]


# --- a report that somebody changed -----------------------------------------------------------------------------


def change_a_digit(pdf: pikepdf.Pdf) -> None:
    """Turn the first 3 that some page shows into a 2, with glyphs that its font has."""
    for page in pdf.pages:
        fonts: Any = page.resources.Font
        steps, signs = list(pikepdf.parse_content_stream(page)), {}
        for step in steps:
            if str(step.operator) == "Tf":
                table = fonts[str(step.operands[0])].ToUnicode.read_bytes().decode()
                pairs = (line.split() for line in table.splitlines() if line.startswith("<") and " <" in line)
                signs = {sign[1:-1]: bytes.fromhex(code[1:-1]) for code, sign, *more in pairs if not more}
            elif str(step.operator) == "TJ" and {"0032", "0033"} <= signs.keys():
                array: Any = step.operands[0]
                for index, part in enumerate(array):
                    if isinstance(part, pikepdf.String) and bytes(part) == signs["0033"]:
                        array[index] = pikepdf.String(signs["0032"])
                        page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(steps))
                        return
    raise AssertionError("no page shows a 3")


def test_one_digit_on_a_page_is_found_and_quoted(edited: Callable[..., Verified]) -> None:
    verified = edited(change_a_digit)
    assert outcomes(verified) == [("inputs", "passed"), ("result", "passed"), ("pages", "failed")]
    assert verified.checks[-1].findings[0] == "page 2: “2.0.”, where the inputs give “3.0.”"


def test_a_page_too_many_and_another_title_are_found(edited: Callable[..., Verified]) -> None:
    def extend(pdf: pikepdf.Pdf) -> None:
        pdf.pages.append(pdf.pages[1])
        pdf.docinfo["/Title"] = "A better title"

    verified = edited(extend)
    assert outcomes(verified)[-1] == ("pages", "failed")
    longer, title = verified.checks[-1].findings[:2]
    assert "pages, where the inputs give" in longer
    assert title == "its property Title: “A better title”, where the inputs give “Sample: Sample Council”"


def test_data_added_behind_the_end_is_found(made: Path, tmp_path: Path) -> None:
    path = tmp_path / "longer.pdf"
    path.write_bytes((made / "report.pdf").read_bytes() + b"\n% nobody sees this\n")
    verified = verify(str(path), version=__version__)
    assert outcomes(verified)[-1] == ("pages", "failed")
    assert verified.checks[-1].findings == ("what is not drawn: fonts, tags, links, or data added to the file",)


def test_answers_changed_by_a_digit_are_found(edited: Callable[..., Verified]) -> None:
    def raise_a_level(pdf: pikepdf.Pdf) -> None:
        attach(pdf, "assessment.yaml", attached(pdf, "assessment.yaml").replace(b"level: 3", b"level: 4"))

    verified = edited(raise_a_level)
    assert outcomes(verified) == [("inputs", "failed")]
    assert verified.checks[0].findings == ("assessment.yaml is not the file that was read",)


def test_answers_changed_with_their_digest_do_not_give_the_result(edited: Callable[..., Verified]) -> None:
    def raise_a_level(pdf: pikepdf.Pdf) -> None:
        before = attached(pdf, "assessment.yaml")
        after = before.replace(b"level: 3", b"level: 4")
        old, new = (hashlib.sha256(one).hexdigest().encode() for one in (before, after))
        attach(pdf, "assessment.yaml", after)
        attach(pdf, RESULT, attached(pdf, RESULT).replace(old, new))

    verified = edited(raise_a_level)
    assert outcomes(verified) == [("inputs", "passed"), ("result", "failed")]
    assert "score.score.value: 2.5, where the inputs give 3.0" in verified.checks[-1].findings


def test_a_number_changed_in_the_result_is_found(edited: Callable[..., Verified]) -> None:
    def praise(pdf: pikepdf.Pdf) -> None:
        attach(pdf, RESULT, attached(pdf, RESULT).replace(b'"value": 2.5', b'"value": 3.5', 1))

    findings = edited(praise).checks[-1].findings
    assert findings == ("score.score.value: 3.5, where the inputs give 2.5",)


def test_the_same_result_in_other_bytes_is_not_the_one_that_was_made(edited: Callable[..., Verified]) -> None:
    verified = edited(lambda pdf: attach(pdf, RESULT, attached(pdf, RESULT) + b"\n"))
    assert verified.checks[-1].findings == ("the same values, written in another way",)


def test_a_file_that_does_not_belong_is_found(edited: Callable[..., Verified]) -> None:
    verified = edited(lambda pdf: attach(pdf, "more.yaml", b"a: 1\n"))
    assert verified.checks[-1].findings == ("more.yaml does not belong to it",)


def test_the_files_of_another_report_do_not_make_this_one(made: Path, tmp_path: Path) -> None:
    write(a_framework(), tmp_path)
    path = write(an_assessment({"d1-q1": 4}), tmp_path)
    list(write_outputs(assess(str(path)), [str(tmp_path / "other.pdf")], version=__version__))
    with pikepdf.open(made / "report.pdf") as pdf, pikepdf.open(tmp_path / "other.pdf") as other:
        for name in other.attachments:
            attach(pdf, name, attached(other, name))
        pdf.save(tmp_path / "mixed.pdf")
    verified = verify(str(tmp_path / "mixed.pdf"), version=__version__)
    assert outcomes(verified) == [("inputs", "passed"), ("result", "passed"), ("pages", "failed")]


def test_a_report_of_other_programs_is_compared_as_far_as_it_can_be(edited: Callable[..., Verified]) -> None:
    def age(pdf: pikepdf.Pdf) -> None:
        attach(pdf, VERSIONS, attached(pdf, VERSIONS).replace(b'"weasyprint": "', b'"weasyprint": "1'))

    verified = edited(age)
    check = verified.checks[-1]
    assert check.outcome is Outcome.OPEN
    assert check.said.endswith("the words of every page are what the inputs give")
    assert check.findings[0].startswith("weasyprint 1")
    assert not verified.holds


def test_a_report_for_the_public_carries_nothing(readiness: Readiness, made: Path, tmp_path: Path) -> None:
    outputs = ["-o", tmp_path / "public.pdf", "-o", tmp_path / "public.json"]
    assert readiness("assess", made / "assessment.yaml", "--without-inputs", *outputs).code == 0
    with pikepdf.open(tmp_path / "public.pdf") as pdf:
        assert not list(pdf.attachments)
    assert "inputs" not in json.loads((tmp_path / "public.json").read_text(encoding="utf-8"))
    ran = readiness("verify", tmp_path / "public.pdf")
    assert ran.code == 1
    assert "carries no result" in ran.out


# --- what is no report ------------------------------------------------------------------------------------------


def test_a_pdf_of_somebody_else_is_not_verified(readiness: Readiness, tmp_path: Path) -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / "letter.pdf")
    ran = readiness("verify", tmp_path / "letter.pdf")
    assert ran.code == 1
    assert "carries no result" in ran.out
    assert ran.out.endswith("Not verified: see above.\n")


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "cannot be read as a PDF"), (b"%PDF-1.7\nnothing", "cannot be read as a PDF")],
)
def test_what_is_no_pdf_is_refused(readiness: Readiness, tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "report.pdf").write_bytes(content)
    ran = readiness("verify", tmp_path / "report.pdf")
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_an_encrypted_pdf_is_refused(readiness: Readiness, made: Path, tmp_path: Path) -> None:
    with pikepdf.open(made / "report.pdf") as pdf:
        pdf.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(owner="a", user="b"))
    ran = readiness("verify", tmp_path / "locked.pdf")
    assert ran.code == 2
    assert "is encrypted" in ran.err


def test_a_file_that_would_fill_the_memory_is_refused(readiness: Readiness, made: Path, tmp_path: Path) -> None:
    with pikepdf.open(made / "report.pdf") as pdf:
        attach(pdf, "sample.yaml", bytes(210_000_000))
        pdf.save(tmp_path / "bomb.pdf", compress_streams=True)
    assert (tmp_path / "bomb.pdf").stat().st_size < 1_000_000
    ran = readiness("verify", tmp_path / "bomb.pdf")
    assert ran.code == 2


@pytest.mark.parametrize("name", ["../up.yaml", "/etc/passwd", "a/b.yaml", "..", "C:\\up.yaml", "instruments/../x", ""])
def test_no_name_within_a_report_leads_out_of_it(edited: Callable[..., Verified], name: str) -> None:
    def lead_out(pdf: pikepdf.Pdf) -> None:
        kept = json.loads(attached(pdf, RESULT))
        kept["files"][name] = kept["files"].pop("sample.yaml")
        attach(pdf, RESULT, json.dumps(kept).encode())

    verified = edited(lead_out)
    assert outcomes(verified) == [("inputs", "failed")]
    assert "its list of files names none, or others than a report can have" in verified.checks[0].said


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"readiness": "assessment/1"}, "it says so nowhere"),
        ({"tool": {}}, "it does not say what made it"),
        ({"planner": ...}, "did not keep how"),
        ({"target": {"id": 7}}, "its target has no id"),
        ({"as-of": "someday"}, "does not say how it was made"),
        ({"planner": "by dice"}, "does not say how it was made"),
        ({"plan": {"quarters": "many"}}, "does not say how it was made"),
        ({"target": {"id": "no-such"}}, "cannot be scored again"),
        ({"language": "tlh"}, "cannot be scored again"),
    ],
)
def test_a_result_that_cannot_be_made_again_says_why(
    edited: Callable[..., Verified], change: dict[str, Any], said: str
) -> None:
    def rewrite(pdf: pikepdf.Pdf) -> None:
        kept = {key: one for key, one in (json.loads(attached(pdf, RESULT)) | change).items() if one is not ...}
        attach(pdf, RESULT, json.dumps(kept).encode())

    verified = edited(rewrite)
    assert said in verified.checks[-1].said
    assert not verified.holds


@pytest.mark.parametrize("content", [b"no JSON", b"[" * 100_000, b"[]", b"\xff"])
def test_a_result_that_is_no_json_says_so(edited: Callable[..., Verified], content: bytes) -> None:
    verified = edited(lambda pdf: attach(pdf, RESULT, content))
    assert outcomes(verified) == [("inputs", "failed")]
    assert "is no result" in verified.checks[0].said


# --- reports of a kept result -----------------------------------------------------------------------------------


def test_a_result_alone_gives_the_same_report(readiness: Readiness, made: Path, tmp_path: Path) -> None:
    (tmp_path / "result.json").write_bytes((made / "result.json").read_bytes())
    ran = readiness("report", tmp_path / "result.json", "-o", tmp_path / "report.pdf", "-o", tmp_path / "again.json")
    assert ran.code == 0, ran.err
    assert (tmp_path / "report.pdf").read_bytes() == (made / "report.pdf").read_bytes()
    assert (tmp_path / "again.json").read_bytes() == (made / "result.json").read_bytes()


def test_a_result_changed_by_a_digit_gives_no_report(readiness: Readiness, made: Path, tmp_path: Path) -> None:
    text = (made / "result.json").read_text(encoding="utf-8")
    (tmp_path / "result.json").write_text(text.replace('"value": 2.5', '"value": 3.5', 1), encoding="utf-8")
    ran = readiness("report", tmp_path / "result.json", "-o", tmp_path / "report.html")
    assert ran.code == 2
    assert "score.score.value: 3.5, where the inputs give 2.5" in " ".join(ran.err.split())
    assert "it was changed after it was made" in ran.err
    assert not (tmp_path / "report.html").exists()


def test_inputs_changed_within_a_result_give_no_report(readiness: Readiness, made: Path, tmp_path: Path) -> None:
    text = (made / "result.json").read_text(encoding="utf-8")
    (tmp_path / "result.json").write_text(text.replace("Seen on site.", "Seen in town."), encoding="utf-8")
    ran = readiness("report", tmp_path / "result.json", "-o", tmp_path / "report.html")
    assert ran.code == 2
    assert "assessment.yaml is not the file that was read" in " ".join(ran.err.split())


def test_a_result_without_inputs_says_which_has_them(readiness: Readiness, made: Path, tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO((made / "report.pdf").read_bytes())) as pdf:
        (tmp_path / "result.json").write_bytes(attached(pdf, RESULT))
    ran = readiness("report", tmp_path / "result.json", "-o", tmp_path / "report.html")
    assert ran.code == 2
    assert "holds no inputs" in ran.err
    assert "readiness assess -o FILE.json" in " ".join(ran.err.split())


def test_a_result_of_an_earlier_version_may_know_less(made: Path, tmp_path: Path) -> None:
    kept = json.loads((made / "result.json").read_text(encoding="utf-8"))
    kept["tool"]["version"] = "0.0.9"
    del kept["higher-is"]
    (tmp_path / "result.json").write_text(json.dumps(kept), encoding="utf-8")
    render_result(str(tmp_path / "result.json"), [str(tmp_path / "report.html")], version=__version__)
    assert (tmp_path / "report.html").exists()


def test_a_plan_with_other_limits_is_made_again_with_them(readiness: Readiness, made: Path, tmp_path: Path) -> None:
    ran = readiness("plan", made / "assessment.yaml", "--quarters", 6, "--budget", 1200.5, "-o", tmp_path / "plan.json")
    assert ran.code == 0, ran.err
    assert json.loads((tmp_path / "plan.json").read_text(encoding="utf-8"))["plan"]["quarters"] == 6
    ran = readiness("report", tmp_path / "plan.json", "-o", tmp_path / "again.json")
    assert ran.code == 0, ran.err
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / "plan.json").read_bytes()


def test_the_words_of_a_page_are_read_as_they_stand(made: Path) -> None:
    with pikepdf.open(made / "report.pdf") as pdf:
        text = " ".join(words_of(pdf.pages[0]))
    assert "Sample Council" in text


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("plan", '{"budget": 1e999999999}', "a number in it is too long"),
        ("plan", '{"budget": 1e-999999999}', "a number in it is too long"),
        ("as-of", '"9999-12-31"', "9999-12-31 is after the last day"),
        ("as-of", f'"{"x" * 100_000}"', "the result does not say how it was made"),
    ],
    ids=["a huge number", "a tiny number", "a day without a calendar", "a long day"],
)
def test_a_result_that_means_harm_is_refused(
    readiness: Readiness, made: Path, tmp_path: Path, key: str, value: str, said: str
) -> None:
    kept = json.loads((made / "result.json").read_text(encoding="utf-8")) | {key: "@"}
    (tmp_path / "result.json").write_text(json.dumps(kept).replace('"@"', value), encoding="utf-8")
    ran = readiness("report", tmp_path / "result.json", "-o", tmp_path / "report.html")
    assert ran.code == 2
    assert said in ran.err
    assert len(ran.err) < 1_000


@pytest.mark.parametrize("name", ["é" * 200, "a\ud800b", "instruments"], ids=["long", "no Unicode", "a folder"])
def test_an_input_with_a_name_that_no_file_has_is_refused(
    readiness: Readiness, made: Path, tmp_path: Path, name: str
) -> None:
    kept = json.loads((made / "result.json").read_text(encoding="utf-8"))
    for one in (name, "instruments/a.yaml"):
        kept["inputs"][one] = "x"
        kept["files"][one] = hashlib.sha256(b"x").hexdigest()
    (tmp_path / "result.json").write_text(json.dumps(kept), encoding="utf-8")
    ran = readiness("report", tmp_path / "result.json", "-o", tmp_path / "report.html")
    assert ran.code == 2
    assert "no file can be called" in ran.err


def test_a_page_that_would_fill_the_memory_is_refused(edited: Callable[..., Verified]) -> None:
    def repeat(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        long = pdf.make_stream(b" " * 5_000_000)
        page.obj["/Contents"] = pikepdf.Array([long] * 1_000)

    verified = edited(repeat)
    assert not verified.holds
    assert "a page draws more than any page of a report" in verified.checks[-1].said
