"""A crosswalk to a public instrument as a page to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readiness.cli.console import Console, Line, Styled
from readiness.cli.paragraphs import hanging, paragraph
from readiness.model.framework import Framework
from readiness.report.crosswalk import NO_CERTIFICATE, Crosswalk, Entry, said_of, speaking

__all__ = ["crosswalk_list", "crosswalk_page"]

_STEP = "  "


def crosswalk_list(framework: Framework, found: Sequence[Crosswalk], console: Console) -> Iterator[Line]:
    """Yield the instruments that the questions of a framework refer to, with counts."""
    yield from paragraph(f"{framework.title} {framework.version} and public instruments", console, style="strong")
    for one in found:
        yield ("",)
        yield (Styled(one.id, "strong"),)
        yield from paragraph(one.title, console, "    ")
        yield from paragraph(said_of(one), console, "    ")
    if not found:
        yield ("None of its questions refers to a public instrument.",)
        return
    yield ("",)
    yield from paragraph(NO_CERTIFICATE, console)


def crosswalk_page(framework: Framework, one: Crosswalk, console: Console) -> Iterator[Line]:
    """Yield the outcomes of one instrument, each with the questions that speak to it."""
    yield from paragraph(f"{one.title} ({one.id})", console, style="strong")
    for text in (one.publisher, one.checked, one.note):
        if text:
            yield from paragraph(text, console, style="faint")
    yield ("",)
    yield from paragraph(f"{framework.title} {framework.version}: {said_of(one)}", console)
    yield ("",)
    yield from paragraph(NO_CERTIFICATE, console)
    for heading, entries in one.groups:
        yield ("",)
        if heading is not None:
            yield from hanging(heading.name, console, _STEP * heading.depth, style="strong")
            yield from _questions(framework, heading, console)
        for entry in entries:
            if entry.questions:
                yield from hanging(entry.name, console, _STEP * entry.depth)
                yield from _questions(framework, entry, console)
        yield from _silent(tuple(entry for entry in entries if not entry.questions), console)


def _questions(framework: Framework, entry: Entry, console: Console) -> Iterator[Line]:
    indent = _STEP * entry.depth + "    "
    for id_ in entry.questions:
        yield from paragraph(f"{framework.question[id_].topic} ({id_})", console, f"{indent}  ", f"{indent}- ")


def _silent(entries: Sequence[Entry], console: Console) -> Iterator[Line]:
    """Yield the outcomes below one heading to which no question speaks."""
    if entries:
        yield from hanging(speaking(entries), console, _STEP * entries[0].depth)
