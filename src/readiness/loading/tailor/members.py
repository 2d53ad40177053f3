"""Puts a tailored framework together: from what the author wrote and the base to one whole with all findings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from readiness.checks.framework import check_framework
from readiness.loading.decode import decode
from readiness.loading.document import Document
from readiness.loading.one_file import bounded, finished, is_usable
from readiness.loading.tailor.places import Signature, TailoredLocator, signature
from readiness.loading.tailor.tailor import tailor
from readiness.loading.tailor.things import included_in
from readiness.loading.tailor.tree import Tree, placed_in
from readiness.model.framework import Framework
from readiness.model.tailoring import Tailoring

if TYPE_CHECKING:
    from readiness.diagnostics import Diagnostic
    from readiness.loading.tailor.draft import Draft

__all__ = ["Base", "Member", "as_member", "tailored"]


@dataclass(frozen=True)
class Member:
    """A framework as one that extends it needs it."""

    file: str
    written: Tree
    """Plain values; places without a file are in this one."""
    known: frozenset[Signature]
    """What it has wrong by itself."""
    model: Framework | None
    """With what it includes; None when a tailoring broke it, and then nobody extends it."""

    @cached_property
    def tree(self) -> Tree:
        """The same with the file named at every place, made when somebody extends it."""
        return Tree(self.written.value, placed_in(self.written.node, self.file))


class Base(NamedTuple):
    """What a framework is tailored from."""

    framework: Framework
    """The whole."""
    members: Mapping[str, Member]
    """The base and what it includes, by id; the base comes first."""


def as_member(document: Document[Framework]) -> Member:
    """Return a framework that extends no other."""
    tree = Tree(document.value, document.locator.root)
    return Member(document.file, tree, frozenset(map(signature, document.diagnostics)), document.model)


WithParts = Callable[[Document[Framework], Mapping[str, Framework]], Document[Framework]]
"""Composes a framework with its includes: those given, or others."""


def tailored(
    document: Document[Framework], base: Base, with_parts: WithParts
) -> tuple[Document[Framework], Mapping[str, Member]]:
    """Return the framework that a tailoring file makes of its base, with all findings, and its members."""
    draft = tailor(
        Tree(document.value, document.locator.root),
        base.framework.id,
        {id_: member.tree for id_, member in base.members.items()},
    )
    document = finished(document, *document.locator.diagnose_all(bounded(draft.findings)))
    if not is_usable(document):
        return document, {}
    return _Assembly(document, base, draft, with_parts).whole()


@dataclass
class _Assembly:
    """Makes models of what was tailored, inner frameworks first."""

    document: Document[Framework]
    base: Base
    draft: Draft
    with_parts: WithParts
    found: list[Diagnostic] = field(default_factory=list)
    """What is wrong in included frameworks because of the tailoring."""
    members: dict[str, Member] = field(default_factory=dict)

    def whole(self) -> tuple[Document[Framework], Mapping[str, Member]]:
        """Return the tailored framework, and its members for those who extend it."""
        whole = self._assembled(self.base.framework.id)
        model = whole.model
        if model is not None:
            earlier = (*self.base.framework.tailorings, *model.tailorings)
            model = model.tailored_by(self._record(model), *earlier)
        done = finished(whole, *self.document.diagnostics, *self.found, model=model)
        return done, self.members | {id_: one for id_, one in self.base.members.items() if self._is_as_it_was(id_)}

    def _assembled(self, member: str) -> Document[Framework]:
        """Return a framework in which something is different, with its own findings."""
        tree, known = self.draft.members[member], self.base.members[member].known
        locator = self._locator(member)
        model, findings = decode(tree.value, Framework, tree.node)
        if model is not None and not model.includes:
            findings = check_framework(model)
        found = tuple(locator.diagnose_all(bounded(findings)))
        document = finished(Document(self.document.file, self.document.text, locator, model, found, tree.value))
        if document.model is not None and document.model.includes:
            parts = self._parts(tree.value)
            document = finished(document, model=None) if parts is None else self.with_parts(document, parts)
        id_ = document.model.id if document.model else member
        self.members[id_] = Member(self.document.file, tree, known | locator.seen, document.model)
        return document

    def _locator(self, member: str) -> TailoredLocator:
        tree = self.draft.members[member]
        return TailoredLocator(
            self.document.file,
            tree.node,
            self.document.text,
            value=tree.value,
            member=member,
            base=self.base.framework.id,
            extends=self.document.locator.root.parts["extends"].mark,
            causes=self.draft.causes,
            lighter=self.draft.lighter,
            gone=self.draft.gone,
            unkept=self.draft.unkept,
            known=self.base.members[member].known,
        )

    def _parts(self, value: Any) -> dict[str, Framework] | None:
        """Return the included frameworks that come from the base; None when the tailoring broke one of them."""
        parts: dict[str, Framework | None] = {}
        for id_ in included_in(value):
            if id_ in self.draft.members and self._is_as_it_was(id_):
                parts[id_] = self.base.members[id_].model
            elif id_ in self.draft.members:
                part = self._assembled(id_)
                self.found += part.diagnostics
                parts[id_] = part.model
        whole = {id_: part for id_, part in parts.items() if part is not None}
        return whole if len(whole) == len(parts) else None

    def _is_as_it_was(self, member: str) -> bool:
        tree = self.draft.members.get(member)
        same = tree is self.base.members[member].tree
        return same and all(map(self._is_as_it_was, included_in(self.base.members[member].tree.value)))

    def _record(self, model: Framework) -> Tailoring:
        base, draft = self.base.framework, self.draft
        return Tailoring(
            framework=model.id,
            version=model.version,
            base=base.id,
            base_version=base.version,
            base_title=base.title,
            kept=tuple(draft.kept),
            changed=tuple(draft.changed),
            dropped=tuple(draft.dropped),
            added=tuple(draft.added),
        )
