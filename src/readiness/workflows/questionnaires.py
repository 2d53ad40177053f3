"""Forms for people to answer in: read a framework or an assessment, write a file for each format that is asked for."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.diagnostics import InvalidDocument
from readiness.errors import UsageError
from readiness.loading.files import STDIN, YAML_SUFFIXES, read_bytes, sniff
from readiness.loading.library import Library
from readiness.loading.load import load_assessment
from readiness.workflows.catalogue import framework_with_library
from readiness.workflows.languages import texts_in
from readiness.workflows.outputs import check_outputs
from readiness.workflows.writing import write_file

if TYPE_CHECKING:
    from readiness.model.assessment import Assessment
    from readiness.model.framework import Framework
    from readiness.report.questionnaire import Questionnaire

__all__ = [
    "are_for_servers",
    "check_questionnaire_outputs",
    "questionnaire",
    "questionnaire_in_all_languages",
    "write_questionnaire",
]


def questionnaire(name: str, *, role: str | None = None, language: str | None = None) -> Questionnaire:
    """Return what a form asks.

    Args:
        name: A framework, by id or by file, or an assessment file whose answers stand in the form already.
        role: Only the questions that this role can answer.
        language: The language of the form; that of the framework when left out.

    Raises:
        InputError: the file cannot be read.
        InvalidDocument: the framework, the assessment or a translation has errors.
        UnknownName: there is no such framework, role or translation.
        UsageError: no question is for this role, or the language is no language tag.
    """
    from readiness.report.questionnaire import build_questionnaire
    from readiness.report.wording import ENGLISH, catalogue_for, speaking

    framework, assessment, library = _read(name)
    texts = None if language is None else texts_in(library, framework, language)
    shown = texts.framework if texts else framework
    with speaking(catalogue_for(shown.language) or ENGLISH):
        return build_questionnaire(framework, assessment, role, translated=shown)


def questionnaire_in_all_languages(
    name: str, *, role: str | None = None, language: str | None = None
) -> tuple[Questionnaire, ...]:
    """Return what a form asks in every language of its framework, that of the framework first; or in one alone.

    Raises:
        UsageError: an assessment is named, whose answers such a form cannot show; or as for `questionnaire`.
        InputError, InvalidDocument, UnknownName: as for `questionnaire`.
    """
    from readiness.loading.translations import languages_of

    if _is_assessment(name):
        raise UsageError(f"{name}: a form on a server shows no earlier answers", hint="make it of the framework")
    framework, _, library = framework_with_library(name)
    own = framework.language
    tags = [own, *(tag for tag in languages_of(library, framework.id) if tag != own)]
    return tuple(questionnaire(name, role=role, language=tag) for tag in ([language] if language else tags))


def _read(name: str) -> tuple[Framework, Assessment | None, Library]:
    if not _is_assessment(name):
        framework, _, library = framework_with_library(name)
        return framework, None, library
    library = Library.beside(name)
    document, found = load_assessment(name, library)
    if document.model is None or found is None:
        raise InvalidDocument(f"{name} has errors", diagnostics=document.diagnostics, text=document.text)
    return found, document.model, library


def _is_assessment(name: str) -> bool:
    is_file = name == STDIN or name.lower().endswith(YAML_SUFFIXES) or os.sep in name
    return is_file and (name == STDIN or sniff(read_bytes(name)) == "assessment")


def check_questionnaire_outputs(name: str, outputs: Sequence[str]) -> None:
    """Refuse outputs that cannot be, before any work is done.

    Raises:
        UsageError: a suffix has no format, or two outputs or the file that is read have the same name.
        OutputError: the folder for one is missing.
    """
    from readiness.report.questionnaire.formats import QUESTIONNAIRE_FORMATS, SURVEY_FORMATS

    check_outputs(name, outputs, {**QUESTIONNAIRE_FORMATS, **SURVEY_FORMATS})


def are_for_servers(outputs: Sequence[str], *, xlsform: bool) -> bool:
    """Tell whether some outputs are forms that a server holds for many people.

    Args:
        outputs: Names of files.
        xlsform: Whether an .xlsx is to be an XLSForm.
    """
    return any(_is_for_servers(output, xlsform=xlsform) for output in outputs)


def _is_for_servers(output: str, *, xlsform: bool) -> bool:
    from readiness.report.questionnaire.formats import SURVEY_FORMATS, XLSFORM

    suffix = Path(output).suffix.lower()
    return suffix in SURVEY_FORMATS and (xlsform or suffix != XLSFORM)


def write_questionnaire(
    asked: Questionnaire, outputs: Sequence[str], *, version: str, survey: Sequence[Questionnaire] = (), xlsform: bool
) -> Iterator[str]:
    """Write one form for each output, by suffix, and yield its name; each is written whole or not at all.

    Args:
        asked: What the form asks.
        outputs: Names that `check_questionnaire_outputs` accepts.
        version: The version of this tool.
        survey: What it asks in each language, where some outputs are for servers.
        xlsform: Whether an .xlsx is to be an XLSForm.

    Raises:
        OutputError: a file cannot be written.
    """
    from readiness.report.questionnaire.formats import QUESTIONNAIRE_FORMATS, SURVEY_FORMATS
    from readiness.report.wording import ENGLISH, catalogue_for, speaking

    for output in outputs:
        suffix = Path(output).suffix.lower()
        with speaking(catalogue_for(asked.language) or ENGLISH):
            if _is_for_servers(output, xlsform=xlsform):
                content = SURVEY_FORMATS[suffix](survey)
            else:
                content = QUESTIONNAIRE_FORMATS[suffix](asked, version)
        write_file(Path(output), content)
        yield output
