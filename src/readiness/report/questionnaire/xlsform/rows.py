"""The rows of an XLSForm in one language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from readiness.loading.returned.fields import (
    DAY,
    DIGEST,
    FRAMEWORK,
    NAME,
    NONE,
    ROLE,
    VERSION,
    Kind,
    field_of,
)
from readiness.report.questionnaire.questionnaire import AskedFact, AskedQuestion, Questionnaire
from readiness.report.questionnaire.relevance import given, relevance_of
from readiness.report.questionnaire.xlsform.xpath import XPath, text_of
from readiness.report.view.answers import confidence_word
from readiness.report.wording import gettext, pgettext
from readiness.report.words import capitalised

__all__ = ["Row", "choice_rows", "survey_rows"]

Row: TypeAlias = Mapping[str, str]
"""Cells by the names of their columns; what is left out is empty."""

_ROLES, _YES_NO, _CONFIDENCE, _STATE, _UNKNOWN = "roles", "yes_no", "confidence", "state", "unknown"
_TYPES = {"number": "decimal", "text": "text", "date": "date"}
_FACTS = {"boolean": f"select_one {_YES_NO}", "number": "decimal", "text": "text"}


def survey_rows(asked: Questionnaire) -> Iterator[Row]:
    """Yield what is asked, in order: who answers, the facts of the organisation, and the areas with their questions."""
    yield {"type": "today", "name": DAY}
    for name, value in ((FRAMEWORK, asked.framework), (VERSION, asked.version), (DIGEST, asked.digest)):
        yield _fixed(name, value)
    yield from _person(asked)
    if asked.facts:
        yield _begin("facts", gettext("About the organisation"))
        yield from (_fact(one) for one in asked.facts)
        yield _END
    relevance = relevance_of(asked, XPath())
    for at, area in enumerate(asked.areas, 1):
        yield _begin(f"area_{at}", ": ".join(area.path))
        if area.description:
            yield {"type": "note", "name": f"area_{at}_about", "label": _text(area.description)}
        for question in area.questions:
            yield from _question(question, relevance.get(question.id, ""))
        yield _END


_END: Row = {"type": "end_group"}


def _begin(name: str, label: str, **keys: str) -> Row:
    return {"type": "begin_group", "name": name, "label": _text(label), **keys}


def _fixed(name: str, value: str) -> Row:
    return {"type": "calculate", "name": name, "calculation": text_of(value)}


def _person(asked: Questionnaire) -> Iterator[Row]:
    if asked.role:
        yield _fixed(ROLE, asked.role.id)
    else:
        type_ = f"select_one {_ROLES}" if asked.roles else "text"
        yield {"type": type_, "name": ROLE, "label": gettext("Your role"), "required": "yes"}
    yield {"type": "text", "name": NAME, "label": gettext("Your name, if you wish to give it")}


def _fact(one: AskedFact) -> Row:
    return {"type": _FACTS[one.type], "name": field_of(Kind.FACT, one.id), "label": _text(one.ask)}


def _question(one: AskedQuestion, relevant: str) -> Iterator[Row]:
    """Yield a screen of its own: the question, why there is no answer, and what belongs to the answer."""
    names = {kind: field_of(kind, one.id) for kind in Kind}
    answer, partly = names[Kind.QUESTION], names[Kind.PARTLY]
    is_given = given(one, XPath())
    yield _begin(f"item_{answer}", one.topic, appearance="field-list", relevant=relevant)
    yield _main(one, answer)
    if one.may_be_partly:
        yield {"type": f"select_multiple {partly}", "name": partly, "label": pgettext("of an item", "Partly done")}
    yield from _instead(names, f"not({is_given})", _STATE if one.may_not_apply else _UNKNOWN)
    yield {
        "type": f"select_one {_CONFIDENCE}",
        "name": names[Kind.CONFIDENCE],
        "label": gettext("How sure are you?"),
        "relevant": is_given,
    }
    yield {"type": "text", "name": names[Kind.NOTE], "label": gettext("Note"), "appearance": "multiline"}
    yield _END


def _instead(names: Mapping[Kind, str], relevant: str, states: str) -> Iterator[Row]:
    """Yield what is asked as long as there is no answer: whether there can be none, and why."""
    state = names[Kind.STATE]
    yield {
        "type": f"select_one {states}",
        "name": state,
        "label": gettext("If there is no answer"),
        "relevant": relevant,
    }
    yield {
        "type": "text",
        "name": names[Kind.REASON],
        "label": gettext("Why there is none"),
        "relevant": f"${{{state}}} != ''",
        "required": f"${{{state}}} = 'not-applicable'",
    }


def _main(one: AskedQuestion, name: str) -> Row:
    row = {"name": name, "label": _text(one.ask), "hint": _hint(one), "guidance_hint": _guidance(one)}
    if one.type in _TYPES:
        return {"type": _TYPES[one.type], **row}
    if one.type not in {"checklist", "multiple"}:
        return {"type": f"select_one {name}", **row}
    alone = f"not(selected(., '{NONE}')) or count-selected(.) = 1"
    return {"type": f"select_multiple {name}", **row, "constraint": alone}


def _hint(one: AskedQuestion) -> str:
    return _text(" ".join(filter(None, (one.how, one.evidence_needed))))


def _guidance(one: AskedQuestion) -> str:
    good = (gettext("{name}: {text}", name=part.name, text=part.text) for part in one.enough)
    return _text("\n".join(filter(None, (one.why, *good))))


def _text(value: str) -> str:
    """Return a text in which nothing is taken for the value of a field."""
    return value.replace("${", "$ {")


def choice_rows(asked: Questionnaire) -> Iterator[Row]:
    """Yield what can be chosen."""
    unknown = ("unknown", gettext("Not known"))
    lists: dict[str, list[tuple[str, str]]] = {
        _ROLES: [(one.id, one.title) for one in asked.roles],
        _YES_NO: [("true", gettext("Yes")), ("false", gettext("No"))],
        _CONFIDENCE: [(one, capitalised(confidence_word(one))) for one in ("low", "medium", "high")],
        _STATE: [("not-applicable", gettext("Does not apply")), unknown],
        _UNKNOWN: [unknown],
    }
    for one in asked.questions:
        lists |= _options(one)
    for name, pairs in lists.items():
        yield from ({"list_name": name, "name": id_, "label": _text(label)} for id_, label in pairs)


def _options(one: AskedQuestion) -> Mapping[str, list[tuple[str, str]]]:
    options = [(option.id, ": ".join(filter(None, (option.label, option.text)))) for option in one.options]
    several = [(NONE, gettext("None of these"))] if one.type in {"checklist", "multiple"} else []
    lists = {field_of(Kind.QUESTION, one.id): [*options, *several]}
    if one.may_be_partly:
        lists[field_of(Kind.PARTLY, one.id)] = options
    return lists if options else {}
