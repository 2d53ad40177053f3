"""Brings what people answered in files of their own into one assessment."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from readiness.diagnostics import InvalidDocument
from readiness.editing.answers import with_answers, with_organisation, with_respondents
from readiness.editing.gathering import Conflict, Gathered, Key, Voiceless, gather
from readiness.editing.merging import ANSWERS
from readiness.editing.skeleton import new_assessment
from readiness.errors import InputError, UnknownName, UsageError
from readiness.loading.files import STDIN, YAML_SUFFIXES, read_bytes
from readiness.loading.load import Library, load_assessment
from readiness.loading.returned import Returned, all_returned, is_of_another_text
from readiness.model.framework import Framework
from readiness.workflows.answer_file import AnswerFile
from readiness.workflows.returned_faults import Fault, FileFaults, faults_in
from readiness.workflows.writing import write_file

__all__ = ["Collected", "ToCollect", "collect", "save_collected"]

UNNAMED = "Organisation without a name yet"


@dataclass(frozen=True)
class Collected:
    """What files that came back make of an assessment; nothing is written yet."""

    base: str | None
    """The assessment that they are brought into; None for a new one."""
    output: str
    """Where the result goes."""
    framework: Framework
    organisation: str
    returned: tuple[Returned, ...]
    gathered: Gathered
    before: str
    text: str
    """The assessment as it is to be; as it was, when there are conflicts."""
    lines: Mapping[str, int]
    """By question: the line of its answer in the assessment as it was."""
    other_texts: tuple[str, ...]
    """Files made from a framework that asked something else, at the same version."""
    as_votes: bool = False
    """Whether each person's answers become that person's votes."""
    has_mark: bool = False


@dataclass(frozen=True)
class ToCollect:
    """What is to be brought together, as the user says it."""

    files: Sequence[str]
    """What came back."""
    into: str | None = None
    """The assessment to bring them into; the output, when that exists, or a new one, when left out."""
    output: str | None = None
    """Where the result goes; the assessment itself when left out."""
    as_votes: bool = False
    """Whether each person's answers become that person's votes."""
    takes: Sequence[str] = ()
    """What settles conflicts: `FILE`, or `QUESTION=FILE`; the assessment is one of the files."""
    organisation: str | None = None
    """Whose assessment it is, for a new one."""


def collect(wanted: ToCollect, today: date) -> Collected:
    """Return what files that came back make of an assessment; a new one is of today.

    Raises:
        UsageError: what is wanted does not fit together.
        InputError: a file cannot be read.
        FileFaults: files hold what cannot be taken, or belong to another framework: all of it at once.
        InvalidDocument: the assessment has errors.
    """
    base, target = _names(wanted.files, wanted.into, wanted.output)
    library = Library.beside(base or target)
    returned = tuple(one for file in _once(wanted.files) for one in all_returned(file, library))
    content = read_bytes(base) if base else _new(returned[0], library, wanted.organisation or UNNAMED, today).encode()
    document, framework = load_assessment(base or target, library, content)
    if document.model is None or framework is None:
        raise InvalidDocument(f"{document.file} has errors", diagnostics=document.diagnostics, text=document.text)
    assert isinstance(document.value, dict)
    faults = [fault for one in returned for fault in faults_in(one, document.model, framework)]
    gathered, voiceless = _gathered(document.value, returned, wanted, framework)
    faults += [Fault(one.file, one.place, "does not say who answered", "a vote needs somebody") for one in voiceless]
    if faults:
        raise FileFaults(faults)
    text = document.text
    if not gathered.conflicts:
        text = with_organisation(with_respondents(text, gathered.respondents), gathered.organisation)
        text = with_answers(text, gathered.answers, tuple(framework.question))
        _check(target, text, library)
    return Collected(
        base=base,
        output=target,
        framework=framework,
        organisation=document.model.organisation.name,
        returned=returned,
        gathered=gathered,
        before=document.text if base else "",
        text=text,
        lines={id_: document.locator.locate((ANSWERS, id_), at_key=True).line for id_ in document.model.answers},
        other_texts=tuple(one.file for one in returned if is_of_another_text(one.digest, framework)),
        as_votes=wanted.as_votes,
        has_mark=content.startswith(codecs.BOM_UTF8),
    )


def save_collected(collected: Collected, now: datetime) -> bool:
    """Write the assessment, and tell whether that changed anything.

    Raises:
        UsageError: it is open in another process.
        InputError: it was changed since it was read.
        OutputError: it cannot be written.
    """
    if collected.text == collected.before and collected.base == collected.output:
        return False
    if collected.base != collected.output:
        write_file(Path(collected.output), codecs.BOM_UTF8 * collected.has_mark + collected.text.encode())
        return True
    with AnswerFile.open(collected.output, now) as file:
        if file.text != collected.before:
            raise InputError(
                f"{collected.output} has got answers from elsewhere meanwhile", hint="run the command again"
            )
        gathered = collected.gathered
        file.put(gathered.answers, gathered.respondents, gathered.organisation)
    return True


def _gathered(
    document: Mapping[Any, Any], returned: Sequence[Returned], wanted: ToCollect, framework: Framework
) -> tuple[Gathered, list[Voiceless]]:
    """Return what comes of the files once the user's choices have settled conflicts."""
    base, _ = _names(wanted.files, wanted.into, wanted.output)
    others = [id_ for one in returned for id_ in (*one.respondents, *(fact.fact for fact in one.facts))]
    sides = _sides(wanted.takes, [one.file for one in returned], base, (*framework.question, *others))

    def gather_with(settled: Mapping[Key, str | None]) -> tuple[Gathered, list[Voiceless]]:
        return gather(document, returned, as_votes=wanted.as_votes, roles=framework.roles, settled=settled)

    conflicts = gather_with({})[0].conflicts
    choices = {one.key: _choice(one, sides) for one in conflicts}
    return gather_with({key: side for key, side in choices.items() if side is not ...})


# --- what is asked for ---


def _names(files: Sequence[str], into: str | None, output: str | None) -> tuple[str | None, str]:
    """Return the assessment to begin with, if there is one, and where the result goes."""
    if output is None and into is None:
        raise UsageError("where the answers go is not said", hint="-o answers.yaml")
    if STDIN in {into, output}:
        raise UsageError("an assessment is a file here", hint="-o answers.yaml")
    target = output or into or ""
    if not target.endswith(YAML_SUFFIXES):
        raise UsageError(f"{target}: an assessment is a YAML file", hint="such as answers.yaml")
    if into is not None and output is not None and into != output and Path(output).exists():
        raise UsageError(f"{output} exists already", hint="choose another name, or leave out --into to add to it")
    if any(Path(one) == Path(target) for one in files):
        raise UsageError(f"{target} is named twice: as what comes back and as where it goes")
    return into or (target if Path(target).exists() else None), target


def _once(files: Sequence[str]) -> Iterable[str]:
    """Return the files without those that are named again."""
    named: dict[Path, str] = {}
    for one in files:
        named.setdefault(Path(one), one)
    return named.values()


def _new(first: Returned, library: Library, organisation: str, today: date) -> str:
    found = library.load(first.framework)
    if found is None or found.model is None:
        raise UnknownName("framework", first.framework, known=library.ids())
    return new_assessment(found.model, organisation, today)


def _sides(
    takes: Sequence[str], files: Sequence[str], base: str | None, known_ids: Sequence[str]
) -> dict[str | None, list[str | None]]:
    """Return whose side is taken, by id, or under None for all: that of a file, or of the assessment, which is None."""
    settled: dict[str | None, list[str | None]] = {}
    for take in takes:
        id_, equals, name = take.rpartition("=")
        if equals and id_ not in known_ids:
            raise UnknownName("question", id_, known=known_ids)
        known = [*files, *([base] if base else [])]
        found = [one for one in known if name in {one, Path(one).name}]
        if len(found) != 1:
            raise UsageError(
                f"--take: {name} is none of the files, or several of them", hint=f"one of {', '.join(known)}"
            )
        settled.setdefault(id_ if equals else None, []).append(None if found[0] == base else found[0])
    return settled


def _choice(conflict: Conflict, settled: Mapping[str | None, list[str | None]]) -> Any:  # noqa: ANN401
    """Return the file whose side of a conflict is taken, None for the assessment, or ... for neither."""
    sides: dict[str | None, str | None] = {one.file: one.file for one in conflict.proposals}
    sides |= dict.fromkeys([None, *conflict.agreeing])
    wanted = settled.get(conflict.key.id) or settled.get(None, [])
    return next((sides[one] for one in wanted if one in sides), ...)


def _check(file: str, text: str, library: Library) -> None:
    """Make sure that the result can be used."""
    document, _ = load_assessment(file, library, text.encode())
    if document.model is None:
        raise InvalidDocument(f"{file} would have errors", diagnostics=document.errors, text=text)
