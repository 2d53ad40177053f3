"""Ids are unique, and every name leads somewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, assert_never

from readiness.checks.finding import Finding
from readiness.checks.outline import Outline, leaf_paths, suggestion, unknown
from readiness.checks.spelling import respelt
from readiness.model.answers import ChecklistQuestion, ChoiceQuestion, MultipleQuestion
from readiness.model.conditions import AreaCondition, FactCondition, QuestionCondition
from readiness.model.facts import FACTS_OF_EVERY_ORGANISATION

if TYPE_CHECKING:
    from readiness.diagnostics import Path
    from readiness.model.targets import Switch, TargetProfile

__all__ = [
    "check_conditions_refer",
    "check_facts",
    "check_ids",
    "check_included_names",
    "check_roles",
    "check_sources",
    "check_targets_refer",
]


def check_ids(outline: Outline) -> Iterator[Finding]:
    """Find ids that name two things.

    The framework, its areas and its questions share one space, actions another; items and options have each question's.
    """
    nodes = [*outline.areas, *outline.questions]
    named = [(("id",), outline.framework.id), *(((*path, "id"), node.id) for path, node in nodes)]
    yield from _repeats(named)
    yield from _repeats((("actions", i, "id"), action.id) for i, action in enumerate(outline.framework.actions))
    for path, question in outline.questions:
        match question:
            case ChecklistQuestion(items=items):
                yield from _repeats(((*path, "items", i, "id"), item.id) for i, item in enumerate(items))
            case ChoiceQuestion(options=options) | MultipleQuestion(options=options):
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
    roles = outline.scope.roles
    named: list[tuple[Path, str, bool]] = [
        ((*path, "answered-by", i), role, False)
        for path, question in outline.questions
        for i, role in enumerate(question.answered_by)
    ]
    for index, action in enumerate(outline.framework.actions):
        named.append((("actions", index, "owner"), action.owner, False))
        named += [(("actions", index, "effort-of-others", role), role, True) for role in action.effort_of_others]
    for path, role, is_key in named:
        if role not in roles and outline.knows_all:
            yield Finding(
                "RF103",
                path,
                f"there is no role `{role}`",
                at_key=is_key,
                help=suggestion(role, roles) or "list it under `roles`",
                fix=respelt(role, roles),
            )


def check_sources(outline: Outline) -> Iterator[Finding]:
    """Find claims that lead to no source or item, items that no question covers, and standards nobody checked."""
    sources = outline.framework.sources
    covered: set[tuple[str, str]] = set()
    for path, question in outline.questions:
        for key, claims in (("covers", question.covers), ("references", question.references)):
            for name, items in claims.items():
                covered |= {(name, item) for item in items}
                yield from _claims(outline, (*path, key), name, items)
    for id_, source in sources.items():
        if source.kind == "standard" and source.items and not source.checked:
            yield Finding(
                "RF108",
                ("sources", id_),
                f"`{id_}` does not say where its identifiers were checked",
                at_key=True,
                help="add `checked:` with the place and the date",
            )
        if source.kind == "checklist":
            for item in source.items:
                if (id_, item) not in covered:
                    yield Finding(
                        "RF107",
                        ("sources", id_, "items", item),
                        f"no question covers {item}",
                        at_key=True,
                        help=_cover(id_, item),
                    )


def _cover(source: str, item: str) -> str:
    return f"add `covers: {{{source}: [{item}]}}` to a question that asks for it"


def _claims(outline: Outline, path: Path, source: str, items: tuple[str, ...]) -> Iterator[Finding]:
    sources = outline.framework.sources
    if source not in sources:
        known: dict[str, Path] = {id_: ("sources", id_) for id_ in sources}
        message = f"there is no source `{source}`"
        yield unknown("RF104", (*path, source), message, name=source, known=known, at_key=True)
        return
    listed: dict[str, Path] = {item: ("sources", source, "items", item) for item in sources[source].items}
    for index, item in enumerate(items):
        if item not in listed:
            message = f"`{source}` lists no item {item}"
            yield unknown("RF104", (*path, source, index), message, name=item, known=listed)


def check_conditions_refer(outline: Outline) -> Iterator[Finding]:
    """Find conditions that name what does not exist."""
    for path, condition in outline.conditions:
        for place, leaf in leaf_paths(condition, path):
            match leaf:
                case QuestionCondition(question=name):
                    kind, known = "question", outline.question_path
                case AreaCondition(area=name):
                    kind, known = "area", outline.area_path
                case FactCondition(fact=name):
                    kind, known = "fact", outline.fact_path
                case _:
                    assert_never(leaf)
            if name not in known and outline.knows_all:
                message = f"condition names {kind} `{name}`, which does not exist"
                yield unknown("RF105", (*place, kind), message, name=name, known=known)


def check_targets_refer(outline: Outline) -> Iterator[Finding]:
    """Find target profiles, and switches of theirs, that name what does not exist."""
    if not outline.knows_all:
        return
    areas = {name: path for name, path in outline.area_path.items() if name != outline.framework.id}
    named: list[tuple[Path, TargetProfile | Switch]] = [
        (("targets", id_), profile) for id_, profile in outline.framework.targets.items()
    ]
    for path, one in (*named, *outline.switches):
        for kind, levels, known in (("area", one.areas, areas), ("question", one.questions, outline.question_path)):
            for name in levels:
                if name not in known:
                    message = f"target names {kind} `{name}`, which does not exist"
                    place: Path = (*path, f"{kind}s", name)
                    yield unknown("RF105", place, message, name=name, known=known, at_key=True)


def check_facts(outline: Outline) -> Iterator[Finding]:
    """Find facts that the framework asks for, and that every organisation gives already."""
    for name in outline.framework.facts.keys() & FACTS_OF_EVERY_ORGANISATION.keys():
        message = f"`{name}` is known of every organisation, and conditions may ask for it as it is"
        yield Finding("RF305", ("facts", name), message, at_key=True, help="leave it out, or give yours another id")


def check_included_names(outline: Outline) -> Iterator[Finding]:
    """Find names that two of the included frameworks use."""
    whole = Outline(outline.scope)
    ids = Counter([outline.framework.id, *(node.id for _, node in (*whole.areas, *whole.questions))])
    actions = Counter(action.id for action in whole.framework.actions)
    for name in sorted({id_ for group in (ids, actions) for id_, count in group.items() if count > 1}):
        yield Finding("RF101", ("includes",), f"the id `{name}` is used by two of the included frameworks", at_key=True)
