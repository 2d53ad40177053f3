"""Shows what is wrong with a tailored framework at places that its author can edit."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from readiness.checks.catalogue import RULES
from readiness.checks.finding import Finding
from readiness.diagnostics import Diagnostic, Location, Related
from readiness.loading.document import Locator
from readiness.loading.tailor.things import keys_above
from readiness.loading.tailor.tree import text_of

if TYPE_CHECKING:
    from readiness.checks.finding import Respelling
    from readiness.diagnostics import Fix, Path
    from readiness.loading.places import Mark
    from readiness.loading.tailor.things import Key

__all__ = ["TailoredLocator", "signature"]

Signature = tuple[str, Location, str]

_REFERS = ("RF103", "RF105", "RF106")
"""Rules that find names of things that do not exist."""
_MOOT = ("RF203",)
"""Rules that the base keeps and a smaller framework may not: a weight may stand alone when the others are gone."""
_HANGS = {"gates": "a gate of ", "adjust": "an adjustment of ", "applies-when": ""}
"""Keys that hold conditions, and what hangs on them."""


def signature(one: Diagnostic) -> Signature:
    """Return what makes two findings the same: rule, place and message."""
    return one.code, one.location, one.message


@dataclass(frozen=True, slots=True)
class TailoredLocator(Locator):
    """Finds places of a framework that comes from several files.

    What lies in the base is shown where the tailoring file touches it, with the place in the base beside it. What the
    base has wrong by itself is not shown again.
    """

    value: Any = None
    """The plain framework, to see what lies on a path."""
    member: str = ""
    """The id of the framework in the base."""
    base: str = ""
    """The id of the base, to name it."""
    extends: Mark | None = None
    """Where the tailoring file names its base."""
    causes: Mapping[Key, Mark] = field(default_factory=dict)
    lighter: Mapping[Key, Mark] = field(default_factory=dict)
    gone: Mapping[Key, Mark] = field(default_factory=dict)
    unkept: Collection[Key] = ()
    known: frozenset[Signature] = frozenset()
    """What the base has wrong by itself."""
    seen: set[Signature] = field(default_factory=set)
    """What was found and lies in the base, for those who extend this framework."""

    def repair(self, path: Path, wanted: Respelling, *, at_key: bool) -> Fix | None:
        """Return a certain repair of what the author of this file wrote; the base is not theirs to mend."""
        if self.locate(path, at_key=at_key).file != self.file:
            return None
        return Locator.repair(self, path, wanted, at_key=at_key)

    def diagnose_all(self, findings: Iterable[Finding]) -> list[Diagnostic]:
        """Return findings with their places, without those that the base has by itself."""
        return [self._placed(finding, one) for finding in findings if self._is_new(one := self.diagnose(finding))]

    def _is_new(self, one: Diagnostic) -> bool:
        if one.location.file == self.file:
            return signature(one) not in self.known
        self.seen.add(signature(one))
        return signature(one) not in self.known and not (one.code in _MOOT and self.gone)

    def _placed(self, finding: Finding, one: Diagnostic) -> Diagnostic:
        if one.location.file == self.file:
            return one
        name = text_of(finding.path[-1] if finding.at_key else _value_at(self.value, finding.path))
        dropped = next((key for key in self.gone if key[1] == name), None)
        if finding.code in _REFERS and dropped is not None:
            return self._still_referred(finding, one, dropped)
        mine = next((other for other in one.related if other.location.file == self.file), None)
        if finding.code == "RF101" and mine is not None:
            return self._moved(
                one, mine.location, help_="the base has it: name it under `change`, or choose another id"
            )
        return self._moved(one, self.at(self._cause(finding.path)), help_=one.help)

    def _cause(self, path: Path) -> Mark:
        """Return the place of the tailoring file that touches the innermost thing on a path."""
        above = [("framework", self.member), *keys_above(self.value, path)]
        if above[-1] in self.lighter:
            return self.lighter[above[-1]]
        touched = (self.causes[key] for key in reversed(above) if key in self.causes)
        return next(touched, self.extends or self.root.mark)

    def _moved(self, one: Diagnostic, to: Location, *, help_: str) -> Diagnostic:
        """Return a finding at another place; an edit that would mend the base does not go with it."""
        there = Related(one.location, f"in `{self.base}`, which this file extends")
        others = tuple(other for other in one.related if other.location != to)
        return Diagnostic(one.code, one.name, one.severity, one.message, to, "", (there, *others), help_)

    def _still_referred(self, finding: Finding, one: Diagnostic, dropped: Key) -> Diagnostic:
        rule = RULES["RF117"]
        holder = next(reversed([self.member, *(id_ for _, id_ in keys_above(self.value, finding.path))]))
        key = next((str(step) for step in finding.path if step in _HANGS), "owner")
        state = "not kept" if dropped in self.unkept else "dropped"
        message = f"`{dropped[1]}` is {state}, and {_HANGS.get(key, '')}`{holder}` hangs on it"
        help_ = f"keep it, or change `{holder}` too: `change: {{{holder}: {{{key}: …}}}}`"
        there = Related(one.location, f"in `{self.base}`, which this file extends")
        return Diagnostic(
            rule.code, rule.name, rule.severity, message, self.at(self.gone[dropped]), "", (there,), help_
        )


def _value_at(value: Any, path: Path) -> Any:
    for step in path:
        if not (step in value if isinstance(value, dict) else isinstance(value, tuple) and step in range(len(value))):
            return ""
        value = value[step]
    return value
