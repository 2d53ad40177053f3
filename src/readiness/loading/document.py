"""A document: its text, its model when it has one, and everything found wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from readiness.checks.catalogue import RULES
from readiness.diagnostics import Diagnostic, Fix, Location, Path, Related, Severity
from readiness.loading.places import MarkElsewhere
from readiness.loading.repairs import removal, respelling

if TYPE_CHECKING:
    from collections.abc import Iterable

    from readiness.checks.finding import Finding, Respelling
    from readiness.loading.places import Mark, Node, Problem

__all__ = ["Document", "Locator", "T"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Locator:
    """Finds the place of a path in one file."""

    file: str
    root: Node
    text: str = ""
    """Where repairs are looked up; without it there are none."""

    def at(self, mark: Mark) -> Location:
        """Return a mark as a location: of this file, unless it names another."""
        file = mark.file if isinstance(mark, MarkElsewhere) else self.file
        return Location(file, mark.line, mark.column, mark.end_column)

    def locate(self, path: Path, *, at_key: bool = False) -> Location:
        """Return the place of a value or its key; of the deepest known node above it when it is not in the file."""
        path = self.root.written(path)
        node, steps = self.root.find(path)
        holder, _ = self.root.find(path[: steps - 1]) if steps else (self.root, 0)
        if steps and (at_key or steps < len(path)) and path[steps - 1] in holder.keys:
            return self.at(holder.keys[path[steps - 1]])
        return self.at(node.mark)

    def diagnose(self, finding: Finding) -> Diagnostic:
        """Return a finding with its place and the words of its rule."""
        rule = RULES[finding.code]
        return Diagnostic(
            code=rule.code,
            name=rule.name,
            severity=rule.severity,
            message=finding.message,
            location=self.locate(finding.path, at_key=finding.at_key),
            label=finding.label,
            related=tuple(Related(self.locate(path), label) for path, label in finding.related),
            help=finding.help,
            fix=self.repair(finding.path, finding.fix, at_key=finding.at_key) if finding.fix and self.text else None,
        )

    def diagnose_all(self, findings: Iterable[Finding]) -> list[Diagnostic]:
        """Return findings with their places and the words of their rules."""
        return [self.diagnose(finding) for finding in findings]

    def repair(self, path: Path, wanted: Respelling, *, at_key: bool) -> Fix | None:
        """Return a certain repair of the key or value at a path; None when the mapping has the key that is meant."""
        path = self.root.written(path)
        node, steps = self.root.find(path)
        holder, _ = self.root.find(path[:-1])
        if steps < len(path) or (at_key and (wanted.meant in holder.keys or path[-1] not in holder.keys)):
            return None
        return respelling(self.text, holder.keys[path[-1]] if at_key else node.mark, wanted)

    def diagnose_problem(self, problem: Problem) -> Diagnostic:
        """Return a problem of the YAML text as a diagnostic."""
        rule = RULES[problem.code]
        related = (Related(self.at(problem.other), problem.label),) if problem.other else ()
        return Diagnostic(
            rule.code,
            rule.name,
            rule.severity,
            problem.message,
            self.at(problem.mark),
            related=related,
            help=problem.help,
            fix=removal(self.text, problem) if problem.end_of_copy and self.text else None,
        )


@dataclass(frozen=True, slots=True)
class Document(Generic[T]):
    """One file as it was read."""

    file: str
    """The name for messages."""
    text: str
    """What the file holds; empty when it cannot be read as text."""
    locator: Locator
    model: T | None
    """None when an error keeps the document from being used."""
    diagnostics: tuple[Diagnostic, ...]
    """Sorted by place."""
    value: object = None
    """What the text says before it becomes a model; None when it cannot be read."""

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The findings that keep the document from being used."""
        return tuple(d for d in self.diagnostics if d.severity is Severity.ERROR)
