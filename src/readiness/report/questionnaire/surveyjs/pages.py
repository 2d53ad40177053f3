"""The pages of a survey in one language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

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
from readiness.report.questionnaire.questionnaire import AskedArea, AskedFact, AskedQuestion, Questionnaire
from readiness.report.questionnaire.relevance import given, relevance_of
from readiness.report.questionnaire.surveyjs.expressions import SurveyExpressions
from readiness.report.view.answers import confidence_word
from readiness.report.wording import gettext, pgettext
from readiness.report.words import capitalised

__all__ = ["Element", "survey_pages", "text"]

Element: TypeAlias = dict[str, Any]
"""A page, panel, question or choice by the names of its properties."""

_IN = SurveyExpressions()
_INPUTS = {"number": "number", "date": "date"}
_LINES = 2
_KEPT = {"visible": False, "clearIfInvisible": "none"}
"""What nobody is asked, but is part of the answers."""


def survey_pages(asked: Questionnaire) -> Iterator[Element]:
    """Yield what is asked, in order: who answers, with the facts of the organisation, then a page for each area."""
    facts = _panel("facts", gettext("About the organisation"), "", [_fact(one) for one in asked.facts])
    yield {"name": "start", "elements": [*_fixed(asked), *_person(asked), *([facts] if asked.facts else [])]}
    relevance = relevance_of(asked, _IN)
    for at, area in enumerate(asked.areas, 1):
        yield _page(f"area_{at}", area, relevance)


def _page(name: str, area: AskedArea, relevance: Mapping[str, str]) -> Element:
    return {
        "name": name,
        "title": text(": ".join(area.path)),
        "description": text(area.description),
        "elements": [_question(one, relevance.get(one.id)) for one in area.questions],
    }


def _panel(name: str, title: str, description: str, elements: Sequence[Element]) -> Element:
    shown = {"title": text(title), "description": text(description)}
    return {"type": "panel", "name": name, **shown, "elements": elements}


def _fixed(asked: Questionnaire) -> Iterator[Element]:
    known = {FRAMEWORK: asked.framework, VERSION: asked.version, DIGEST: asked.digest}
    if asked.role:
        known[ROLE] = asked.role.id
    for name, value in known.items():
        yield {"type": "text", "name": name, **_KEPT, "defaultValue": value}
    yield {"type": "text", "name": DAY, **_KEPT, "inputType": "date", "defaultValueExpression": "today()"}


def _person(asked: Questionnaire) -> Iterator[Element]:
    if not asked.role:
        chosen = _chosen("dropdown", ((one.id, one.title) for one in asked.roles)) if asked.roles else {"type": "text"}
        yield {"name": ROLE, "title": gettext("Your role"), "isRequired": True, **chosen}
    yield {"type": "text", "name": NAME, "title": gettext("Your name, if you wish to give it")}


def _fact(one: AskedFact) -> Element:
    asked = {"name": field_of(Kind.FACT, one.id), "title": text(one.ask)}
    if one.type == "boolean":
        return asked | _radio((("true", gettext("Yes")), ("false", gettext("No"))))
    return asked | {"type": "text", **({"inputType": "number"} if one.type == "number" else {})}


def _question(one: AskedQuestion, asked_when: str | None) -> Element:
    """Return a panel of its own: the question, why there is no answer, and what belongs to the answer."""
    names = {kind: field_of(kind, one.id) for kind in Kind}
    is_given = given(one, _IN)
    elements = [{"name": names[Kind.QUESTION], "title": text(one.ask), "description": _hint(one), **_input(one)}]
    if one.may_be_partly:
        ticks = _chosen("checkbox", _options(one))
        elements.append({"name": names[Kind.PARTLY], "title": pgettext("of an item", "Partly done"), **ticks})
    elements += _instead(one, names, _IN.opposite(is_given))
    levels = ((word, capitalised(confidence_word(word))) for word in ("low", "medium", "high"))
    sure = {"name": names[Kind.CONFIDENCE], "title": gettext("How sure are you?"), "visibleIf": is_given}
    elements.append(sure | _radio(levels) | {"colCount": 0})
    elements.append({"type": "comment", "name": names[Kind.NOTE], "title": gettext("Note"), "rows": _LINES})
    panel = _panel(f"item_{names[Kind.QUESTION]}", one.topic, _guidance(one), elements)
    return panel if asked_when is None else panel | {"visibleIf": asked_when}


def _instead(one: AskedQuestion, names: Mapping[Kind, str], is_open: str) -> Iterator[Element]:
    """Yield what is asked as long as there is no answer: whether there can be none, and why."""
    state, gone = names[Kind.STATE], {"clearIfInvisible": "onHidden"}
    states = [("not-applicable", gettext("Does not apply"))] if one.may_not_apply else []
    choices = _radio([*states, ("unknown", gettext("Not known"))])
    yield {"name": state, "title": gettext("If there is no answer"), "visibleIf": is_open, **gone, **choices}
    yield {
        "type": "comment",
        "name": names[Kind.REASON],
        "title": gettext("Why there is none"),
        "rows": _LINES,
        "visibleIf": _IN.has(state),
        "requiredIf": _IN.chosen(state, "not-applicable"),
        **gone,
    }


def _input(one: AskedQuestion) -> Element:
    match one.type:
        case "level" | "choice" | "yes-no":
            return _radio(_options(one))
        case "checklist" | "multiple":
            ticks = _chosen("checkbox", _options(one))
            none = {"value": NONE, "text": gettext("None of these"), "isExclusive": True}
            return {**ticks, "choices": [*ticks["choices"], none]}
        case "text":
            return {"type": "comment"}
        case kind:
            return {"type": "text", "inputType": _INPUTS[kind]}


def _options(one: AskedQuestion) -> Iterator[tuple[str, str]]:
    for option in one.options:
        yield option.id, ": ".join(filter(None, (option.label, option.text)))


def _radio(choices: Iterable[tuple[str, str]]) -> Element:
    return {**_chosen("radiogroup", choices), "showClearButton": True}


def _chosen(type_: str, choices: Iterable[tuple[str, str]]) -> Element:
    return {"type": type_, "choices": [{"value": value, "text": text(label)} for value, label in choices]}


def _hint(one: AskedQuestion) -> str:
    return text("\n".join(filter(None, (one.how, one.evidence_needed))))


def _guidance(one: AskedQuestion) -> str:
    good = (gettext("{name}: {text}", name=part.name, text=part.text) for part in one.enough)
    return text("\n".join(filter(None, (one.why, *good))))


def text(value: str) -> str:
    """Return a text in which nothing is taken for the value of a field: a word joiner stands behind each brace."""
    return value.replace("{", "{\u2060")
