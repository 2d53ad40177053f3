"""The formats of forms by suffix. To add one, write its module and add its line."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from readiness.report.questionnaire.form import questionnaire_form
from readiness.report.questionnaire.questionnaire import Questionnaire
from readiness.report.questionnaire.surveyjs import questionnaire_surveyjs
from readiness.report.questionnaire.xlsform import questionnaire_xlsform
from readiness.report.questionnaire.xlsx import questionnaire_workbook

__all__ = ["QUESTIONNAIRE_FORMATS", "SURVEY_FORMATS", "XLSFORM"]

QUESTIONNAIRE_FORMATS: Mapping[str, Callable[[Questionnaire, str], bytes]] = MappingProxyType(
    {
        ".xlsx": questionnaire_workbook,
        ".html": questionnaire_form,
    }
)
"""For each suffix: what turns a questionnaire, with the version of this tool, into the bytes of a file. It is called
with the language of the form as the language that is being written in."""

XLSFORM = ".xlsx"
SURVEY_FORMATS: Mapping[str, Callable[[Sequence[Questionnaire]], bytes]] = MappingProxyType(
    {
        ".json": questionnaire_surveyjs,
        XLSFORM: questionnaire_xlsform,
    }
)
"""The same for forms that a server holds for many people: made of a questionnaire in each of their languages, the first
of which people see first. An .xlsx is one only where that is asked for."""
