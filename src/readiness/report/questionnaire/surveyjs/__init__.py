"""The questionnaire as a survey in the JSON of SurveyJS, which other form servers take as well."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from readiness.report.questionnaire.questionnaire import Questionnaire
from readiness.report.questionnaire.surveyjs.pages import Element, survey_pages, text
from readiness.report.wording import ENGLISH, catalogue_for, speaking

__all__ = ["questionnaire_surveyjs"]

_DEFAULT = "default"
"""What SurveyJS calls English, and whatever is shown where a language has no text."""


def questionnaire_surveyjs(languages: Sequence[Questionnaire]) -> bytes:
    """Return the survey as JSON.

    Args:
        languages: What it asks, once in each language, the first of which people see first.
    """
    in_each = []
    for one in languages:
        with speaking(catalogue_for(one.language) or ENGLISH):
            in_each.append(_survey(one))
    tags = [one.language.lower() for one in languages]
    survey = _together(in_each, _keys(tags))
    first = {} if _is_english(tags[0]) else {"locale": tags[0]}
    return (json.dumps({**first, **survey}, ensure_ascii=False, indent=2) + "\n").encode()


def _survey(asked: Questionnaire) -> Element:
    return {
        "title": text(asked.title),
        "description": text(asked.description),
        "showProgressBar": True,
        "pages": list(survey_pages(asked)),
    }


def _is_english(tag: str) -> bool:
    return tag.partition("-")[0] == "en"


def _keys(tags: Sequence[str]) -> Sequence[str]:
    """Return what each language is called in a text: English, or without it the first one, stands for all others."""
    default = next((tag for tag in tags if _is_english(tag)), tags[0])
    return [_DEFAULT if tag == default else tag for tag in tags]


def _together(values: Sequence[Any], keys: Sequence[str]) -> Any:  # noqa: ANN401  plain values of any depth
    """Return one value in which each text that differs stands once for each language, and nothing that is empty."""
    first = values[0]
    if isinstance(first, Mapping):
        both = {name: _together([one[name] for one in values], keys) for name in first}
        return {name: one for name, one in both.items() if one != ""}
    if isinstance(first, list):
        return [_together(same, keys) for same in zip(*values, strict=True)]
    return first if all(one == first for one in values) else dict(zip(keys, values, strict=True))
