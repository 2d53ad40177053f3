"""Ids are unique, and every name leads somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from readiness.checks.finding import Finding
from readiness.checks.outline import Outline, leaf_paths, suggestion, unknown
from readiness.model.answers import ChecklistQuestion, ChoiceQuestion
from readiness.model.conditions import AreaCondition, FactCondition, QuestionCondition

if TYPE_CHECKING:
    from readiness.diagnostics import Path

__all__ = [
    "check_conditions_refer",
    "check_ids",
    "check_included_names",
    "check_roles",
    "check_sources",
    "check_targets_refer",
]


def check_ids(outline: Outline) -> Iterator[Finding]:
    """Find ids that name two things: nodes share one space, actions another, items and options each question's own."""
    nodes = [*outline.areas, *outline.questions]
    yield from _repeats(((*path, "id"), node.id) for path, node in nodes)
    yield from _repeats((("actions", i, "id"), action.id) for i, action in enumerate(outline.framework.actions))
    for path, question in outline.questions:
        match question:
            case ChecklistQuestion(items=items):
                yield from _repeats(((*path, "items", i, "id"), item.id) for i, item in enumerate(items))
            case ChoiceQuestion(options=options):
                yield from _repeats(((*path, "options", i, "id"), option.id) for i, option in enumerate(options))
            case _:
                pass


def _repeats(named: Iterable[tuple[Path, str]]) -> Iterator[Finding]:
    first: dict[str, Path] = {}
    for path, name in named:
        if name in first:
            yield Finding(
                "RF101",
                path,
                f"the id `{name}` is taken",
                related=((first[name], "first used here"),),
                help="choose another id",
            )
        else:
            first[name] = path


def check_roles(outline: Outline) -> Iterator[Finding]:
    """Find roles that the framework does not define."""
    roles = outline.framework.roles
    named = [
        ((*path, "answered-by", i), role)
        for path, question in outline.questions
        for i, role in enumerate(question.answered_by)
    ]
    named += [(("actions", i, "owner"), action.owner) for i, action in enumerate(outline.framework.actions)]
    for path, role in named:
        if role not in roles:
            yield Finding(
                "RF103", path, f"there is no role `{role}`", help=suggestion(role, roles) or "list it under `roles`"
            )


def check_sources(outline: Outline) -> Iterator[Finding]:
    """Find claims that lead to no source or item, items that no question covers, and standards nobody checked."""
    sources = outline.framework.sources
    covered: set[tuple[str, str]] = set()
    for path, question in outline.questions:
        for key, claims in (("covers", question.covers), ("references", question.references)):
            for source, items in claims.items():
                covered |= {(source, item) for item in items}
                yield from _claims(outline, (*path, key), source, items)
    for id_, source in sources.items():
        if source.kind == "standard" and source.items and not source.checked:
            yield Finding("RF108", ("sources", id_), f"`{id_}` does not say where its identifiers were checked", at_key=True,
                          help="add `checked:` with the place and the date")  # fmt: skip
        if source.kind == "checklist":
            for item in source.items:
                if (id_, item) not in covered:
                    yield Finding("RF107", ("sources", id_, "items", item), f"no question covers {item}", at_key=True)


def _claims(outline: Outline, path: Path, source: str, items: tuple[str, ...]) -> Iterator[Finding]:
    sources = outline.framework.sources
    if source not in sources:
        yield Finding(
            "RF104", (*path, source), f"there is no source `{source}`", at_key=True, help=suggestion(source, sources)
        )
        return
    for index, item in enumerate(items):
        if item not in sources[source].items:
            known = sources[source].items
            yield Finding(
                "RF104", (*path, source, index), f"`{source}` lists no item {item}", help=suggestion(item, known)
            )


def check_conditions_refer(outline: Outline) -> Iterator[Finding]:
    """Find conditions that name what does not exist."""
    questions = outline.framework.question
    areas = {area.id: path for path, area in outline.areas} | {outline.framework.id: ()}
    facts = outline.framework.facts
    for path, condition in outline.conditions:
        for place, leaf in leaf_paths(condition, path):
            match leaf:
                case QuestionCondition(question=name) if name not in questions:
                    message = f"condition names question `{name}`, which does not exist"
                    yield unknown("RF105", (*place, "question"), name, message, questions, outline.question_path)
                case AreaCondition(area=name) if name not in areas:
                    yield unknown(
                        "RF105", (*place, "area"), name, f"condition names area `{name}`, which does not exist", areas
                    )
                case FactCondition(fact=name) if name not in facts:
                    yield unknown(
                        "RF105", (*place, "fact"), name, f"condition names fact `{name}`, which does not exist", facts
                    )
                case _:
                    pass


def check_targets_refer(outline: Outline) -> Iterator[Finding]:
    """Find target profiles that name what does not exist."""
    framework = outline.framework
    areas = {area.id for _, area in outline.areas} | {include.framework for include in framework.includes}
    for id_, profile in framework.targets.items():
        for name in profile.areas:
            if name not in areas:
                path = ("targets", id_, "areas", name)
                yield Finding(
                    "RF105",
                    path,
                    f"target names area `{name}`, which does not exist",
                    at_key=True,
                    help=suggestion(name, areas),
                )
        for name in profile.questions:
            if name not in framework.question and not framework.includes:
                yield Finding("RF105", ("targets", id_, "questions", name), f"target names question `{name}`, which does not exist",
                              at_key=True, help=suggestion(name, framework.question))  # fmt: skip


def check_included_names(outline: Outline, whole: Outline) -> Iterator[Finding]:
    """Find names that two of the frameworks that are included together use, and targets that name nothing in the whole."""
    ids = [node.id for _, node in (*whole.areas, *whole.questions)]
    actions = [action.id for action in whole.framework.actions]
    for name in sorted({id_ for group in (ids, actions) for id_ in group if group.count(id_) > 1}):
        yield Finding("RF101", ("includes",), f"the id `{name}` is used by two of the included frameworks", at_key=True)
    for id_, profile in outline.framework.targets.items():
        for name in profile.questions:
            if name not in whole.framework.question:
                yield Finding("RF105", ("targets", id_, "questions", name), f"target names question `{name}`, which does not exist",
                              at_key=True, help=suggestion(name, whole.framework.question))  # fmt: skip
