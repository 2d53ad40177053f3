"""`readiness questionnaire`."""

from __future__ import annotations

import shlex
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from readiness.cli.console import Color, Styled, messages, output
from readiness.cli.options import ColorOption, LanguageOption
from readiness.errors import UsageError

if TYPE_CHECKING:
    from readiness.report.questionnaire import Questionnaire

__all__ = ["questionnaire"]


class XlsxLayout(StrEnum):
    """Which program an .xlsx is for; the suffix alone cannot say it."""

    SPREADSHEET = "spreadsheet"
    XLSFORM = "xlsform"


def questionnaire(
    name: Annotated[
        str,
        typer.Argument(
            metavar="FRAMEWORK|ANSWERS",
            help="A framework, by id or by file, or an assessment file whose answers are to stand in the form.",
            show_default=False,
        ),
    ],
    *,
    outputs: Annotated[
        list[str],
        typer.Option("-o", "--output", metavar="FILE", help="Write a form: .xlsx, .html or .json. May be repeated."),
    ],
    role: Annotated[
        str | None,
        typer.Option(
            "--for", metavar="ROLE", help="Only the questions that this role can answer, by its id.", show_default=False
        ),
    ] = None,
    xlsx_for: Annotated[
        XlsxLayout | None,
        typer.Option(
            "--xlsx-for",
            help="What an .xlsx is for: a spreadsheet, or as an XLSForm ODK and KoboToolbox.",
            show_default=False,
        ),
    ] = None,
    language: LanguageOption = None,
    color: ColorOption = Color.AUTO,  # noqa: ARG001
) -> None:
    """Write a form in which people answer.

    It is a workbook for a spreadsheet program, a page that needs no network, or a survey for a server: SurveyJS (.json)
    or an XLSForm.

    What comes back is read by `readiness collect`.
    """
    from readiness import __version__, workflows
    from readiness.report.words import sized

    _check_xlsx(xlsx_for, outputs)
    workflows.check_questionnaire_outputs(name, outputs)
    xlsform = xlsx_for is XlsxLayout.XLSFORM
    in_all = workflows.are_for_servers(outputs, xlsform=xlsform)
    survey = workflows.questionnaire_in_all_languages(name, role=role, language=language) if in_all else ()
    asked = workflows.questionnaire(name, role=role, language=language)
    writing = workflows.write_questionnaire(asked, outputs, version=__version__, survey=survey, xlsform=xlsform)
    written = list(writing)
    console = output()
    count = sized(sum(1 for _ in asked.questions), "question")
    said = f"{count} for {asked.role.title}" if asked.role else count
    console.wrap(f"{', '.join(written)} ({said})", indent="  ", first="Written: ")
    _note_for_nobody(asked, name)


def _check_xlsx(xlsx_for: XlsxLayout | None, outputs: list[str]) -> None:
    if xlsx_for is not None and not any(Path(one).suffix.lower() == ".xlsx" for one in outputs):
        raise UsageError("--xlsx-for: no .xlsx file is written", hint=f"-o form.xlsx --xlsx-for {xlsx_for}")


def _note_for_nobody(asked: Questionnaire, name: str) -> None:
    """Say which questions no form for a role has."""
    if asked.role is None or not asked.for_nobody:
        return
    from readiness.report.words import sized

    console, count = messages(), sized(asked.for_nobody, "question")
    verb = "names no role and is" if asked.for_nobody == 1 else "name no role and are"
    console.print(Styled("warning", "warning"), f": {count} {verb} in no form for a role")
    console.print(
        Styled("help", "help"), f": readiness questionnaire {shlex.quote(name)} -o all.xlsx has every question"
    )
