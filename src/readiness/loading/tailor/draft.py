"""A framework while it is tailored, with everything that is learnt on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from readiness.checks.finding import Finding
from readiness.errors import nearest
from readiness.loading.tailor.things import KINDS, find_things, items_of, keys_above

if TYPE_CHECKING:
    from collections.abc import Mapping

    from readiness.diagnostics import Path
    from readiness.loading.places import Mark
    from readiness.loading.tailor.things import Found, Key
    from readiness.loading.tailor.tree import Edit, Tree
    from readiness.model.tailoring import ChangedValue, Thing

__all__ = ["Draft"]

_MOST_SUGGESTIONS = 50
"""Beyond them it is another base that was meant, and looking for similar names takes long."""


@dataclass
class Draft:
    """The base and the frameworks that it includes, on their way to being tailored ones."""

    own: Tree
    """The tailoring file."""
    base: str
    """The id of the base."""
    members: dict[str, Tree]
    """The base and what it includes, by id; their places name their files."""
    findings: list[Finding] = field(default_factory=list)
    """What is wrong with the tailoring file."""
    causes: dict[Key, Mark] = field(default_factory=dict)
    """What the author touched, and the first place in the tailoring file that did it."""
    lighter: dict[Key, Mark] = field(default_factory=dict)
    """What lost a part, and the place that dropped it; what is left in it is as it was."""
    gone: dict[Key, Mark] = field(default_factory=dict)
    """What is dropped, and the place that says so."""
    unkept: set[Key] = field(default_factory=set)
    """What is gone because the tailoring file keeps other questions: the record names those instead."""
    idle: dict[Key, str] = field(default_factory=dict)
    """Actions that lifted nothing but what is dropped, and the id of that."""
    lost: list[Found] = field(default_factory=list)
    """The questions that are dropped."""
    changed: list[ChangedValue] = field(default_factory=list)
    kept: list[Thing] = field(default_factory=list)
    dropped: list[Thing] = field(default_factory=list)
    added: list[Thing] = field(default_factory=list)
    things: dict[str, list[Found]] = field(init=False)
    """Everything that the base has now, by id."""

    def __post_init__(self) -> None:
        """Look through the base."""
        self.look_again()

    def look_again(self) -> None:
        """Look up where everything stands, after something was dropped."""
        self.things = find_things(self.members)

    def edit(self, edits: Mapping[tuple[str, Path], Edit]) -> None:
        """Change values of several members at once, by member and path."""
        by_member: dict[str, dict[Path, Edit]] = {}
        for (member, path), edit in edits.items():
            by_member.setdefault(member, {})[path] = edit
        for member, inner in by_member.items():
            self.members[member] = self.members[member].edited(inner)

    def tree(self, found: Found) -> Tree:
        """Return a thing as it is now."""
        return self.members[found.member].at(found.path)

    def holder(self, found: Found) -> Key:
        """Return the thing that holds another."""
        above = list(keys_above(self.members[found.member].value, found.path[:-1]))
        return above[-1] if above else ("framework", found.member)

    def resolve(self, name: str, path: Path, *, at_key: bool = False) -> list[Found]:
        """Return the thing of the base that a name in the tailoring file stands for.

        `cyb-audit` and `actions/cyb-audit` are things, `question/item` is an entry of a list. A target, fact, role or
        source stands in several of the files that the base includes; it is found in each. Where there is nothing, or
        where it could be one of several things, that becomes a finding at the path.
        """
        kind, _, id_ = name.rpartition("/")
        found = [one for one in self.things.get(id_, ()) if kind in {"", one.key[0]}]
        if kind and not found:
            holders = [one for one in self.things.get(kind, ()) if one.key[0] == "questions"]
            found = [item for one in holders for item in items_of(one, self.tree(one).value) if item.key[1] == name]
        if len({one.key for one in found}) == 1:
            return found
        self.findings.append(self._unresolved(name, path, found, at_key=at_key))
        return []

    def _unresolved(self, name: str, path: Path, found: list[Found], *, at_key: bool) -> Finding:
        id_ = name.rpartition("/")[2]
        if found:
            names = " or ".join(dict.fromkeys(f"`{one.key[0]}/{id_}`" for one in found))
            message = f"`{name}` could be more than one thing of `{self.base}`"
            return Finding("RF115", path, message, at_key, help=f"write {names}")
        if any(key[1] == name for key in self.gone):
            return Finding("RF116", path, f"`{name}` is dropped", at_key, help="change it or drop it")
        close = nearest(id_, self.things) if len(self.findings) < _MOST_SUGGESTIONS else None
        help_ = f"did you mean `{close}`?" if close else f"the ids of its {', '.join(KINDS)} can be named"
        return Finding("RF115", path, f"`{self.base}` has no `{name}`", at_key, help=help_)
