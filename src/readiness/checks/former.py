"""What a framework says about its former ids leads answers to one place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from readiness.checks.finding import Finding
from readiness.checks.outline import Outline
from readiness.model.answers import ChecklistQuestion, ChoiceQuestion, MultipleQuestion

if TYPE_CHECKING:
    from readiness.diagnostics import Path

__all__ = ["check_replaced_ids"]

_Claims: TypeAlias = Iterable[tuple["Path", tuple[str, ...]]]
"""The path of a thing and the ids that it replaces."""


def check_replaced_ids(outline: Outline) -> Iterator[Finding]:
    """Find former ids that are still in use, and those that two things claim."""
    framework, scope = outline.framework, outline.scope
    nodes = {scope.id, *scope.question, *(area.id for area, _ in scope.walk())}
    yield from _wrong(((path, question.replaces) for path, question in outline.questions), nodes)
    yield from _wrong(((path, area.replaces) for path, area in outline.areas), nodes)
    yield from _wrong(((("actions", i), one.replaces) for i, one in enumerate(framework.actions)), scope.action)
    yield from _wrong(((("facts", id_), one.replaces) for id_, one in framework.facts.items()), scope.facts)
    yield from _wrong(((("targets", id_), one.replaces) for id_, one in framework.targets.items()), scope.targets)
    for path, question in outline.questions:
        match question:
            case ChecklistQuestion(items=items):
                claims = [((*path, "items", i), item.replaces) for i, item in enumerate(items)]
                yield from _wrong(claims, {item.id for item in items})
            case ChoiceQuestion(options=options) | MultipleQuestion(options=options):
                claims = [((*path, "options", i), option.replaces) for i, option in enumerate(options)]
                yield from _wrong(claims, {option.id for option in options})
            case _:
                pass


def _wrong(claims: _Claims, existing: Collection[str]) -> Iterator[Finding]:
    first: dict[str, Path] = {}
    for path, former in claims:
        for index, name in enumerate(former):
            place = (*path, "replaces", index)
            if name in existing:
                message = f"`{name}` is replaced and still exists"
                yield Finding("RF112", place, message, help=f"remove `{name}`, or do not replace it")
            elif name in first:
                yield Finding(
                    "RF113",
                    place,
                    f"`{name}` is replaced twice",
                    related=((first[name], "first replaced here"),),
                    help="an answer can be carried over to one place only",
                )
            first.setdefault(name, place)
