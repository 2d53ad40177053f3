"""A new assessment, with comments on what to fill in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from readiness.editing.layout import entry_lines
from readiness.editing.values import key_and_value
from readiness.model.framework import facts_compared
from readiness.model.order import Place

if TYPE_CHECKING:
    from readiness.model.framework import Framework

__all__ = ["new_assessment"]

_KINDS = {"boolean": "true or false", "number": "a number", "text": "a text"}


def new_assessment(framework: Framework, organisation: str, day: date) -> str:
    """Return the text of an assessment without answers.

    Args:
        framework: What is to be answered.
        organisation: The name of the organisation.
        day: The day for which the answers hold.
    """
    return "\n".join(_lines(framework, organisation, day)) + "\n"


def _lines(framework: Framework, organisation: str, day: date) -> Iterator[str]:
    yield f"# Answers to: {' '.join(framework.title.split())}."
    yield f"# readiness frameworks {framework.id} shows the questions; readiness validate checks this file."
    yield "readiness: assessment/1"
    yield f"framework: {{id: {framework.id}, version: {framework.version}}}"
    yield "organisation:"
    yield from entry_lines(key_and_value("name", organisation), Place(()), 2)
    yield from _facts(framework)
    yield f"assessed-on: {day.isoformat()}"
    yield from _target(framework)
    yield "# Who answers, by a short name of your choice. A role is enough; a name can stand beside it."
    yield "respondents: {}"
    yield "answers: {}"


def _facts(framework: Framework) -> Iterator[str]:
    """Yield what the framework asks about the organisation, as comments."""
    asked = facts_compared(framework)
    for name in ("sector", "staff"):
        yield f"  # {name}: {framework.known_facts[name].ask}"
    if framework.facts:
        yield "  # facts:"
    for name, fact in framework.facts.items():
        need = "" if name in asked else "; can be left out"
        yield f"  #   {name}: {_KINDS[fact.type]}{need}. {' '.join(fact.ask.split())}"


def _target(framework: Framework) -> Iterator[str]:
    if len(framework.targets) > 1:
        yield f"# One of: {', '.join(framework.targets)}."
    if framework.targets:
        yield f"target: {next(iter(framework.targets))}"
