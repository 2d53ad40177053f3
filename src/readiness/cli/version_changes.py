"""What changed between two versions: for a terminal, for programs, and for release notes and pull requests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from readiness.cli.console import Console, Line, Styled
from readiness.cli.paragraphs import item, paragraph
from readiness.cli.text import safe
from readiness.versions.words import EFFECTS, alike, counts, is_reworded, sentence, sentence_of_all, value_text

if TYPE_CHECKING:
    from readiness.versions.change import Change
    from readiness.workflows.versions import Compared

__all__ = ["change_json", "change_lines", "changes_json", "changes_markdown", "changes_text"]


def changes_text(compared: Compared, console: Console) -> Iterator[Line]:
    """Yield the changes, those with the largest effect first, and the version that they ask for."""
    old, new = compared.old, compared.new
    name = old.id if old.id == new.id else f"{old.id} to {new.id}"
    yield (Styled(f"{name}, {old.version} to {new.version}", "strong"),)
    yield from change_lines(compared.changes, console)
    yield ("",)
    yield from paragraph(_verdict(compared), console)


def change_lines(changes: Sequence[Change], console: Console) -> Iterator[Line]:
    """Yield a heading and its changes for each effect that occurs."""
    for effect, (heading, _, _) in EFFECTS.items():
        found = [change for change in changes if change.effect is effect]
        if found:
            yield ("",)
            yield from paragraph(f"{heading} ({len(found):,})", console, style="strong")
        for group in alike(found):
            yield from _change(group[0], console) if len(group) == 1 else item(sentence_of_all(group), console)


def _change(change: Change, console: Console) -> Iterator[Line]:
    where = f", in {' > '.join(change.place)}" if change.place else ""
    yield from item(f"{sentence(change)}{where}", console)
    if is_reworded(change):
        for word, text in (("was: ", change.before), ("now: ", change.after)):
            yield from paragraph(str(text), console, " " * 11, f"      {word}")
    elif change.title:
        yield from paragraph(change.title, console, " " * 6, style="faint")


def _verdict(compared: Compared) -> str:
    count = len(compared.changes)
    if not count:
        return "Nothing changed that counts: the order of a file, comments and layout do not."
    changes = "1 change" if count == 1 else f"{count:,} changes"
    said = f"{changes}: {counts(compared.changes)}."
    asked, written = compared.asked, compared.new.version
    if compared.is_enough:
        return f"{said} That asks for version {asked} or later, and the new version is {written}."
    return f"{said} That asks for version {asked}, and the new version is only {written}."


def changes_json(compared: Compared) -> dict[str, object]:
    """Return everything that the text says, and the values before and after in full."""
    return {
        "old": {"id": compared.old.id, "version": compared.old.version},
        "new": {"id": compared.new.id, "version": compared.new.version},
        "asked-version": compared.asked,
        "is-enough": compared.is_enough,
        "changes": [change_json(change) for change in compared.changes],
    }


def change_json(change: Change) -> dict[str, object]:
    """Return one change as values that JSON has."""
    return {
        "effect": str(change.effect),
        "kind": str(change.kind),
        "what": change.what,
        "id": change.id,
        "title": change.title,
        "place": list(change.place),
        "field": change.field,
        "before": _plain(change.before),
        "after": _plain(change.after),
        "sentence": sentence(change),
    }


def _plain(value: object) -> object:
    match value:
        case Fraction():
            return value.numerator if value.denominator == 1 else float(value)
        case Mapping():
            return {str(key): _plain(one) for key, one in value.items()}
        case tuple():
            return [_plain(one) for one in value]
        case None | bool() | int() | str():
            return value
        case _:
            return str(value)


def changes_markdown(compared: Compared) -> str:
    """Return the changes as Markdown. What authors wrote stands in code spans, where nothing of it is obeyed."""
    old, new = compared.old, compared.new
    lines = [f"## {_code(new.id)} {old.version} to {new.version}", "", _verdict(compared), ""]
    for effect, (heading, _, _) in EFFECTS.items():
        found = [change for change in compared.changes if change.effect is effect]
        if found:
            lines += [f"### {heading}", "", *(line for group in alike(found) for line in _items(group)), ""]
    return "\n".join(lines)


def _items(group: Sequence[Change]) -> Iterator[str]:
    change = group[0]
    if len(group) > 1:
        yield f"- {sentence_of_all(group, _code)}"
        return
    title = f" ({_code(change.title)})" if change.title else ""
    yield f"- {sentence(change, _code)}{title}"
    if is_reworded(change):
        yield f"  - was: {_code(value_text(change.before))}"
        yield f"  - now: {_code(value_text(change.after))}"


def _code(text: str) -> str:
    """Return text as a code span that nothing in it can end."""
    shown = " ".join(safe(text).split())
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", shown)), default=0))
    room = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{room}{shown}{room}{fence}"
