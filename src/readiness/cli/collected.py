"""What became of files that came back."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from readiness.cli.console import Console, Line, Styled
from readiness.cli.paragraphs import hanging, item, paragraph
from readiness.editing.answer_words import differing
from readiness.editing.merging import ANSWERS, ORGANISATION, RESPONDENTS
from readiness.report.words import sized

if TYPE_CHECKING:
    from readiness.editing.gathering import Conflict, Key, Proposal
    from readiness.workflows.collecting import Collected
    from readiness.workflows.returned_faults import Fault

__all__ = ["collected_json", "collected_text", "faults_json", "faults_text"]


def collected_text(collected: Collected, console: Console, *, is_written: bool) -> Iterator[Line]:
    """Yield what each file brings, what is taken from whom, what is in conflict, and what was written."""
    yield (Styled(collected.organisation, "strong"),)
    yield (f"{collected.framework.id} {collected.framework.version}",)
    yield ("",)
    for one in collected.returned:
        yield from hanging(f"{one.file}: {_count(collected, one.file)}", console)
    for file in collected.other_texts:
        yield from paragraph(
            f"{file} was made before the texts of {collected.framework.id} were changed at the same version: look "
            "whether its answers still hold.",
            console,
            style="warning",
        )
    yield from _taken(collected, console)
    yield from _conflicts(collected, console)
    if not collected.gathered.conflicts:
        yield ("",)
        yield from paragraph(f"Written: {collected.output}" if is_written else "Nothing has changed.", console)
        if is_written:
            yield (f"Who still owes answers: readiness status {shlex.quote(collected.output)}",)


def _count(collected: Collected, file: str) -> str:
    """Return how many answers of a file are new, and how many do not fit together with others."""
    gathered = collected.gathered
    new = sum(one.file == file and one.key.section == ANSWERS for one in gathered.taken)
    clashing = sum(any(side.file == file for side in one.proposals) for one in gathered.conflicts)
    said = [f"{sized(new, 'new answer')}"] * bool(new) + [f"{clashing:,} in conflict"] * bool(clashing)
    return ", ".join(said) or "nothing new"


def _taken(collected: Collected, console: Console) -> Iterator[Line]:
    if not collected.gathered.taken or collected.gathered.conflicts:
        return
    yield ("",)
    yield (Styled("Taken over", "strong"), f" ({len(collected.gathered.taken):,})")
    for one in collected.gathered.taken:
        said = differing(one.now, None)[0] if one.now or one.key.evidence is None else "taken away"
        yield from item(f"{_name(one.key)}: {said} ({_source(one)})", console)


def _conflicts(collected: Collected, console: Console) -> Iterator[Line]:
    conflicts = collected.gathered.conflicts
    if not conflicts:
        return
    yield ("",)
    heading = f"In conflict ({len(conflicts):,}): nothing is written"
    yield from paragraph(heading, console, style="warning")
    for one in conflicts:
        yield from item(_name(one.key), console)
        for where, what in _sides(one, collected):
            yield from paragraph(f"{where}: {what}", console, " " * 8, "      ")
    first = conflicts[0]
    yield ("",)
    said = "Talk to those who answered. Then give the command again, and say for each whose answer counts, such as"
    yield from paragraph(said, console)
    yield (f"  --take {shlex.quote(f'{first.key.id}={first.proposals[-1].file}')}",)
    others = [name for name in (collected.base, first.proposals[-1].file) if name]
    views = "" if collected.as_votes else " Or keep every view: --votes."
    yield from paragraph(f"or for all at once: --take {shlex.quote(others[0])}.{views}", console)
    shared = next((one.key.voter for one in conflicts if one.key.voter and len(one.proposals) > 1), None)
    if shared:
        said = f"If two people answered as {shared}, each needs an id: in one of the forms, choose “Another role”."
        yield from paragraph(said, console)


def _sides(conflict: Conflict, collected: Collected) -> Iterator[tuple[str, str]]:
    """Yield each side of a conflict: where it stands and what it says."""
    base, *others = differing(conflict.found, *(one.now for one in conflict.proposals))
    if conflict.keeps_found and collected.base:
        line = collected.lines.get(conflict.key.id)
        yield f"{collected.base}{f', line {line}' if line else ''}", base
    for one, said in zip(conflict.proposals, others, strict=True):
        yield _source(one), said


def _name(key: Key) -> str:
    if key.section == RESPONDENTS:
        return f"respondent {key.id}"
    if key.section == ORGANISATION:
        return f"fact {key.id}"
    if key.evidence is not None:
        return f"{key.id}, evidence"
    return key.id if key.voter is None else f"{key.id}, vote of {key.voter}"


def _source(proposal: Proposal) -> str:
    return f"{proposal.file}, {proposal.place}" if proposal.place else proposal.file


def collected_json(collected: Collected, *, is_written: bool) -> dict[str, object]:
    """Return everything that the text says, with every value whole."""
    gathered = collected.gathered
    return {
        "readiness": "collected/1",
        "framework": {"id": collected.framework.id, "version": collected.framework.version},
        "organisation": collected.organisation,
        "into": collected.base,
        "files": [
            {"file": one.file, "respondent": one.respondent, "texts-differ": one.file in collected.other_texts}
            for one in collected.returned
        ],
        "taken": [] if gathered.conflicts else [_proposal_json(one) for one in gathered.taken],
        "conflicts": [_conflict_json(one, collected) for one in gathered.conflicts],
        "faults": [],
        "written": collected.output if is_written else None,
    }


def _key_json(key: Key) -> dict[str, object]:
    return {"section": key.section, "id": key.id, "vote-of": key.voter, "is-evidence": key.evidence is not None}


def _proposal_json(one: Proposal) -> dict[str, object]:
    sides = {"file": one.file, "place": one.place, "before": _plain(one.before), "now": _plain(one.now)}
    return {**_key_json(one.key), **sides}


def _conflict_json(one: Conflict, collected: Collected) -> dict[str, object]:
    return {
        **_key_json(one.key),
        "found": _plain(one.found) if one.keeps_found else None,
        "line": collected.lines.get(one.key.id),
        "proposals": [_proposal_json(proposal) for proposal in one.proposals],
    }


def _plain(value: Any) -> Any:  # noqa: ANN401  plain values of any depth
    """Return plain values as JSON has them; a number that JSON would round becomes its text."""
    match value:
        case None | bool() | str() | int():
            return value
        case Mapping():
            return {str(key): _plain(one) for key, one in value.items()}
        case list() | tuple():
            return [_plain(one) for one in value]
        case _:
            return str(value)


def faults_text(faults: Sequence[Fault], console: Console) -> Iterator[Line]:
    """Yield every mistake in files that came back, by file and place, with what would work."""
    for one in faults:
        where = f"{one.file}, {one.place}" if one.place else one.file
        yield from hanging(f"{where}: {one.message}", console)
        if one.help:
            yield from paragraph(one.help, console, "  ")


def faults_json(faults: Sequence[Fault]) -> dict[str, object]:
    """Return every mistake in files that came back."""
    return {
        "readiness": "collected/1",
        "faults": [
            {"file": one.file, "place": one.place, "message": one.message, "help": one.help or None} for one in faults
        ],
        "written": None,
    }
