"""A questionnaire as one HTML file that people open in a browser, fill in without a network, and save to a file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from readiness.report.questionnaire.form_words import form_words
from readiness.report.questionnaire.questionnaire import AskedQuestion, Person, Questionnaire
from readiness.report.questionnaire.rules import facts_in
from readiness.report.templates import environment_for, hash_of, styled
from readiness.report.wording import direction_of, spoken
from readiness.resources import templates_dir

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["questionnaire_form"]

_KEY_LENGTH = 16
# JSON within an element of a page: nothing in it may end the element, or a line of script.
_NEVER_MARKUP = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def questionnaire_form(asked: Questionnaire, version: str) -> bytes:
    """Return a form as one file: its own script and style, and no request to anywhere."""
    from markupsafe import Markup

    script = (templates_dir() / "form" / "form.js").read_text(encoding="utf-8")
    page = _page_language(asked)
    template = environment_for(_foreign(asked, page)).get_template("form/form.html")
    return template.render(
        asked=asked,
        question_count=sum(1 for _ in asked.questions),
        people=_people(asked),
        language=page,
        direction=direction_of(page),
        version=version,
        data=_json(_data(asked)),
        script=Markup(script),  # noqa: S704  our own script
        script_hash=hash_of(script),
        **styled(("form/form.css",)),
    ).encode()


def _json(value: object) -> Markup:
    from markupsafe import Markup

    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)
    return Markup(text.translate(_NEVER_MARKUP))  # noqa: S704  nothing in it can end the element


def _page_language(asked: Questionnaire) -> str:
    """Return the language of the page: that of the questions, as long as the fixed wording is in it, too."""
    said = spoken().language
    return asked.language if _base(asked.language) == _base(said) else said


def _base(language: str) -> str:
    return language.partition("-")[0]


def _foreign(asked: Questionnaire, page: str) -> Mapping[str, str]:
    """Return the framework's texts with their language, where the page is in another."""
    return {} if _base(page) == _base(asked.language) else dict.fromkeys(_texts(asked), asked.language)


def _texts(asked: Questionnaire) -> Iterator[str]:
    yield from (asked.title, asked.description)
    for area in asked.areas:
        yield from (*area.path, area.title, area.description)
    for one in asked.questions:
        yield from (one.topic, one.ask, one.why, one.unit, *one.evidence, *(good.text for good in one.enough))
        yield from (option.text for option in one.options)
    yield from (fact.ask for fact in asked.facts)


def _people(asked: Questionnaire) -> tuple[Person, ...]:
    """Return those who can say that they answer: whoever the assessment names, then the roles that it does not name."""
    known = {one.id for one in asked.respondents}
    return (*asked.respondents, *(role for role in asked.roles if role.id not in known))


def _data(asked: Questionnaire) -> Mapping[str, Any]:
    """Return what the script needs; the texts of the questions stand in the page."""
    made = {
        "facts": {fact.id: fact.before for fact in asked.facts if fact.before is not None},
        "answers": {one.id: _written(one.before) for one in asked.questions if one.before},
        "respondent": {"id": asked.role.id, "role": asked.role.title} if asked.role else None,
    }
    framework = {"id": asked.framework, "version": asked.version, "digest": asked.digest}
    others = {id_: {"type": other.type} for id_, other in asked.elsewhere.items()}
    return {
        "key": f"readiness:{asked.framework}:{_digest([framework, made])}",
        "framework": framework,
        "people": [{"id": one.id, "title": one.title, "name": one.name} for one in _people(asked)],
        "facts": {fact.id: fact.type for fact in asked.facts},
        "questions": {one.id: _question(one) for one in asked.questions} | others,
        "rules": asked.rules,
        "deciding": sorted({fact for rules in asked.rules.values() for fact in facts_in(rules)}),
        "elsewhere": {id_: _written(other.before) for id_, other in asked.elsewhere.items() if other.before},
        "made": made,
        "words": form_words(),
    }


def _question(one: AskedQuestion) -> Mapping[str, Any]:
    return {"type": one.type, "choices": [option.id for option in one.options]}


def _written(answer: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return an answer in which a measured number is its decimal text: a browser would round it."""
    return {key: f"{value:f}" if key == "value" else value for key, value in answer.items()}


def _digest(value: object) -> str:
    text = json.dumps(value, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:_KEY_LENGTH]
