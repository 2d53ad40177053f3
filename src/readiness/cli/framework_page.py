"""A framework as a page to read: areas, questions with all their answers, gates, targets, actions, sources."""

from __future__ import annotations

from collections.abc import Iterator

from readiness.cli.console import Console, Line, Styled
from readiness.cli.paragraphs import hanging, paragraph
from readiness.report.workbook import ActionSheet, Choice, Part, Profile, Sheet, SourceLine, Workbook

__all__ = ["page"]

_STEP = "  "


def page(book: Workbook, file: str, console: Console) -> Iterator[Line]:
    """Yield the lines of the page."""
    yield from paragraph(f"{book.title} {book.version} ({book.id})", console, style="strong")
    yield from paragraph(f"{file}, {book.licence}", console, style="faint")
    yield from paragraph(book.size, console, style="faint")
    if book.description:
        yield ("",)
        yield from paragraph(book.description, console)
    for item in book.tailoring:
        yield ("",)
        yield from hanging(f"{item.name}. {item.text}", console)
    yield ("",)
    yield from paragraph(f"Scale: {', '.join(step.name for step in book.scale)}.", console)
    if book.higher_is_worse:
        yield ("Higher is worse.",)
    for fact in book.facts:
        yield from hanging(f"Asked first: {fact}", console)
    for limit in book.limits:
        yield from hanging(limit, console)
    for part in book.parts:
        yield from _part(part, console)
    yield from _titled("Target profiles", (line for one in book.profiles for line in _profile(one, console)))
    yield from _titled("Actions", _actions(book, console))
    yield from _titled("Sources", (line for one in book.sources for line in _source(one, console)))


def _titled(title: str, lines: Iterator[Line]) -> Iterator[Line]:
    """Yield lines below a title, or nothing where there are none."""
    for number, line in enumerate(lines):
        if not number:
            yield ("",)
            yield (Styled(title, "strong"),)
        yield line


def _part(part: Part, console: Console) -> Iterator[Line]:
    if part.label:
        yield ("",)
        title = f"{part.label}: {part.title} ({part.id}), {part.counts}"
        yield from paragraph(title, console, style="strong")
    if part.description:
        yield from paragraph(part.description, console)
    for note in part.notes:
        yield from hanging(note, console)
    for sheet in part.sheets:
        yield from _sheet(sheet, console)


def _sheet(sheet: Sheet, console: Console) -> Iterator[Line]:
    yield ("",)
    yield from paragraph(f"{sheet.topic} ({sheet.id}), weight {sheet.weight}", console, _STEP, style="strong")
    yield from paragraph(sheet.ask, console, _STEP)
    if sheet.why:
        yield from hanging(f"Why: {sheet.why}", console, _STEP)
    if sheet.asked_when:
        yield from hanging(f"Asked only when {sheet.asked_when}.", console, _STEP)
    for choice in sheet.choices:
        yield from _choice(choice, sheet, console)
    if sheet.kind == "value":
        yield from hanging(f"A number, {sheet.unit}. {sheet.worth}", console, _STEP * 2)
    elif sheet.worth:
        yield from hanging(sheet.worth, console, _STEP * 2)
    for name, text in _beside(sheet):
        yield from hanging(f"{name}: {text}", console, _STEP)


def _choice(choice: Choice, sheet: Sheet, console: Console) -> Iterator[Line]:
    mark = choice.label or ("[ ]" if sheet.kind == "some" else "-")
    note = f" ({choice.note})" if choice.note and not choice.label else ""
    after = "  " if choice.label else " "
    indent = " " * (4 + len(mark) + len(after))
    yield from paragraph(f"{choice.text}{note}", console, indent, f"    {mark}{after}")


def _beside(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Yield what stands below the answers, with its name; only what there is."""
    if sheet.targets:
        yield "Targets", sheet.targets
    yield from ((one.name, one.text) for one in sheet.enough)
    if sheet.basis:
        yield "Where this comes from", sheet.basis
    if sheet.evidence:
        yield f"Evidence{f' (needed {sheet.needed})' if sheet.needed else ''}", "; ".join(sheet.evidence)
    if sheet.answered_by:
        yield "Answered by", sheet.answered_by
    if sheet.references:
        yield "Refers to", sheet.references


def _profile(profile: Profile, console: Console) -> Iterator[Line]:
    yield ("",)
    yield from paragraph(f"{profile.title} ({profile.id})", console, _STEP, style="strong")
    for text in (profile.description, profile.levels, *profile.switches):
        if text:
            yield from hanging(text, console, _STEP)


def _actions(book: Workbook, console: Console) -> Iterator[Line]:
    for line in book.estimates:
        yield from hanging(line, console)
    if book.chain:
        yield ("",)
        begins, *links = book.chain
        yield from paragraph(begins, console)
        for link in links:
            yield from hanging(link, console, _STEP)
    for one in book.actions:
        yield from _action(one, console)


def _action(action: ActionSheet, console: Console) -> Iterator[Line]:
    yield ("",)
    yield from paragraph(f"{action.title} ({action.id})", console, _STEP, style="strong")
    if action.why:
        yield from paragraph(action.why, console, _STEP)
    for fact in action.leads_to:
        yield from hanging(f"{fact.name}: {fact.text}", console, _STEP)
    yield from hanging(". ".join(f"{fact.name}: {fact.text}" for fact in action.takes) + ".", console, _STEP)
    for fact in action.beside:
        yield from hanging(f"{fact.name}: {fact.text}", console, _STEP)


def _source(source: SourceLine, console: Console) -> Iterator[Line]:
    yield ("",)
    yield from hanging(f"{source.title} ({source.id})", console, _STEP)
    yield from paragraph(source.about, console, _STEP * 2)
