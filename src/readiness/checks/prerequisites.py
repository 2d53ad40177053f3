"""Actions can be done in some order: prerequisites end somewhere, bring less than what needs them, and agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from readiness.checks.cycles import find_cycle
from readiness.checks.finding import Finding
from readiness.checks.outline import Outline, suggestion, unknown
from readiness.model.compose import local_need

if TYPE_CHECKING:
    from readiness.diagnostics import Path
    from readiness.model.actions import Action
    from readiness.model.framework import Framework

__all__ = ["check_higher_than_needs", "check_needs", "check_needs_of_whole", "check_rivals"]

_MOST_NAMED = 2


class _Conflict(NamedTuple):
    """An action, and two rivals of which it is, or needs, both."""

    action: str
    first: str
    second: str


class _Graph:
    """What needs what, and what excludes what, among the actions of a framework."""

    def __init__(self, framework: Framework) -> None:
        self.actions: Mapping[str, Action] = framework.action
        own = frozenset({framework.id})
        needs = {id_: [local_need(need, own) for need in action.needs] for id_, action in self.actions.items()}
        self.needs: Mapping[str, tuple[str, ...]] = {
            id_: tuple(name for name in names if name is not None and name in self.actions)
            for id_, names in needs.items()
        }

    @cached_property
    def cycle(self) -> list[str]:
        return find_cycle(self.needs)

    @cached_property
    def needed_by(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {id_: [] for id_ in self.actions}
        for id_, needs in self.needs.items():
            for need in needs:
                found[need].append(id_)
        return found

    def conflicts(self) -> Iterator[_Conflict]:
        """Yield the actions that need rivals; of those that need each other, the first."""
        pairs = {
            (min(id_, rival), max(id_, rival))
            for id_, action in self.actions.items()
            for rival in action.instead_of
            if rival in self.actions
        }
        above = {id_: reached(id_, self.needed_by) for pair in pairs for id_ in pair}
        for first, second in sorted(pairs):
            both = above[first] & above[second]
            for id_ in sorted(both):
                if both.isdisjoint(self.needs[id_]):
                    yield _Conflict(id_, first, second)

    def way(self, start: str, end: str) -> list[str]:
        """Return the shortest way from an action to one that it needs, both included."""
        before = {start: start}
        waiting = [start]
        for id_ in waiting:  # grows while it is walked
            waiting += [need for need in self.needs[id_] if need not in before]
            before |= {need: id_ for need in self.needs[id_] if need not in before}
        found = [end]
        while found[-1] != start:
            found.append(before[found[-1]])
        return found[::-1]


def reached(start: str, graph: Mapping[str, list[str] | tuple[str, ...]]) -> set[str]:
    """Return all that a graph leads to from one name, this one included."""
    found, waiting = {start}, [start]
    while waiting:
        new = [name for name in graph[waiting.pop()] if name not in found]
        found.update(new)
        waiting += new
    return found


def check_needs(outline: Outline) -> Iterator[Finding]:
    """Find prerequisites and rivals that do not exist, and prerequisites that go round in a circle."""
    actions, own = outline.action_path, outline.framework.id
    for path, action in ((("actions", i), one) for i, one in enumerate(outline.framework.actions)):
        for i, need in enumerate(action.needs):
            framework, _, name = need.rpartition("/")
            if framework in {"", own} and name not in actions and outline.knows_all:
                yield unknown("RF106", (*path, "needs", i), f"there is no action `{name}`", name=name, known=actions)
        for i, name in enumerate(action.instead_of):
            if name not in actions and outline.knows_all:
                yield unknown(
                    "RF106", (*path, "instead-of", i), f"there is no action `{name}`", name=name, known=actions
                )
    yield from _cycle(outline, _Graph(outline.framework))


def _cycle(outline: Outline, graph: _Graph) -> Iterator[Finding]:
    cycle = graph.cycle
    if cycle:
        place = next((i for i, action in enumerate(outline.framework.actions) if action.id == cycle[0]), None)
        path: Path = ("includes",) if place is None else ("actions", place, "needs")
        yield Finding(
            "RF401",
            path,
            "actions wait for each other: " + " needs ".join(f"`{name}`" for name in cycle),
            at_key=True,
            help="remove one of these needs",
        )


def check_needs_of_whole(outline: Outline) -> Iterator[Finding]:
    """Find prerequisites between included frameworks that do not exist, go round in a circle, or are rivals."""
    actions = outline.scope.action
    for action in outline.scope.actions:
        for need in action.needs:
            if need not in actions:
                yield Finding(
                    "RF106",
                    ("includes",),
                    f"`{action.id}` needs the action `{need}`, which none of the frameworks has",
                    at_key=True,
                    help=suggestion(need, actions),
                )
    yield from _cycle(outline, _Graph(outline.scope))


def check_rivals(outline: Outline) -> Iterator[Finding]:
    """Find actions that are rivals of what they need, or need two rivals, directly or through others."""
    graph = _Graph(outline.scope)
    if graph.cycle:
        return
    place = {action.id: index for index, action in enumerate(outline.framework.actions)}
    for conflict in graph.conflicts():
        path: Path = ("actions", place[conflict.action]) if conflict.action in place else ("includes",)
        yield _rivals(graph, conflict, path)


def _rivals(graph: _Graph, conflict: _Conflict, path: Path) -> Finding:
    id_, first, second = conflict
    if first == second:
        return Finding("RF404", (*path, "instead-of"), f"`{id_}` is its own rival", at_key=True, help="remove it")
    if id_ not in {first, second}:
        message = f"`{id_}` needs both `{first}` and `{second}`, which are rivals"
        return Finding("RF404", (*path, "needs"), message, at_key=True, help="need one of them, or neither")
    rival = second if id_ == first else first
    _, *through, _ = way = graph.way(id_, rival)
    said = f" through `{through[0]}`" if through else ""
    advice = "remove the need, or do not call them rivals"
    index = next(i for i, need in enumerate(graph.actions[id_].needs) if need.rpartition("/")[2] == way[1])
    return Finding("RF404", (*path, "needs", index), f"`{id_}` needs its rival `{rival}`{said}", help=advice)


def check_higher_than_needs(outline: Outline) -> Iterator[Finding]:
    """Find actions whose every lift is already brought by the actions that they need."""
    graph = _Graph(outline.scope)
    if graph.cycle:
        return
    lifting: dict[str, list[Action]] = {}
    for action in graph.actions.values():
        for name in action.lifts:
            lifting.setdefault(name, []).append(action)
    for index, action in enumerate(outline.framework.actions):
        # Most actions bring more than all others together, and need no search.
        if action.needs and all(_brings(lifting[name], action, name, outline) for name in action.lifts):
            needed = [graph.actions[id_] for id_ in reached(action.id, graph.needs) if id_ != action.id]
            if all(_brings(needed, action, name, outline) for name in action.lifts):
                names = " and ".join(f"`{name}`" for name in list(action.lifts)[:_MOST_NAMED])
                way = outline.direction(next(iter(action.lifts))).pick("higher", "lower")
                yield Finding(
                    "RF407",
                    ("actions", index, "lifts"),
                    f"`{action.id}` lifts {names} no {way} than actions that it needs",
                    at_key=True,
                    help=f"name a {way} level, or leave the action out",
                )


def _brings(others: Iterable[Action], action: Action, name: str, outline: Outline) -> bool:
    """Tell whether other actions lift a question as far as this one."""
    lifts = [one.lifts[name] for one in others if one is not action and name in one.lifts]
    to = action.lifts[name]
    if isinstance(to, int):
        return any(isinstance(one, int) and outline.direction(name).is_met(one, to) for one in lifts)
    return set(to) <= {item for one in lifts if isinstance(one, tuple) for item in one}
