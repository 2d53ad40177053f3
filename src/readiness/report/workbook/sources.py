"""The sources of a framework in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from readiness.model.framework import Framework
from readiness.report.crosswalk import Crosswalk, said_of
from readiness.report.words import capitalised, sentence, sized

__all__ = ["SourceLine", "source_lines"]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source."""

    id: str
    title: str
    about: str
    """What the framework takes from it, and where its identifiers were checked."""


def source_lines(framework: Framework, crosswalks: Sequence[Crosswalk]) -> tuple[SourceLine, ...]:
    """Return the sources: first those that are encoded question by question, then those that are referred to."""
    known = {one.id: one for one in crosswalks}
    kinds = sorted(framework.sources.items(), key=lambda one: one[1].kind)
    lines = []
    for id_, source in kinds:
        if source.kind == "checklist":
            about = f"{sized(len(source.items), 'recommendation')} of it {_are(len(source.items))} asked for here."
        elif id_ in known:
            about = capitalised(said_of(known[id_]))
        else:
            about = f"{sized(len(source.items), 'item')} of it {_are(len(source.items))} referred to here."
        checked = f" {capitalised(sentence(source.checked))}" if source.checked else ""
        lines.append(SourceLine(id_, source.title, f"{about}{checked}"))
    return tuple(lines)


def _are(count: int) -> str:
    return "is" if count == 1 else "are"
