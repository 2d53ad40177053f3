"""A text to send to somebody who still owes answers."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from readiness.cli.console import Console, Line
from readiness.cli.paragraphs import item, paragraph
from readiness.loading.files import STDIN
from readiness.report.words import long_date, sized

if TYPE_CHECKING:
    from readiness.agreement.outstanding import Owed
    from readiness.workflows import Status

__all__ = ["reminder", "steps_to_send"]


def reminder(status: Status, owed: Owed, due: date | None, name: str, console: Console) -> Iterator[Line]:
    """Yield a subject and a polite text: what is asked for, how to answer, and by when where a day is given."""
    assessed = status.assessed
    organisation = assessed.assessment.organisation.name
    if not owed.count:
        yield from paragraph(f"{owed.title} owes nothing.", console)
        return
    count = sized(owed.count, "question")
    yield from paragraph(f"Subject: {organisation}: {count} for you", console)
    yield ("",)
    yield ("Hello,",)
    yield ("",)
    opening = f"{organisation} is finding out how ready it is for digital change. It uses “{assessed.framework.title}”."
    yield from paragraph(f"{opening} We need your help with {count}. Your role: {owed.title}.", console)
    yield from _listed("Please answer", owed.to_answer, status, console)
    yield from _listed(
        "Nobody has been able to say so far. Please find out if you can, or tell us who might know",
        owed.unknown,
        status,
        console,
    )
    yield from _listed(
        "These are answered. Please name something up to date that shows it", owed.unbacked, status, console, proof=True
    )
    yield ("",)
    yield from paragraph(_how(owed, due, name), console)
    yield ("",)
    yield ("Thank you.",)


def _how(owed: Owed, due: date | None, name: str) -> str:
    day = f" by {long_date(due)}" if due else ""
    said = [
        f"Please fill in the attached workbook, {name}.xlsx, and send it back{day}.",
        "It has the answers that are there already; only what you change is taken over.",
        "When you do not know something, say so: that helps too.",
    ]
    if owed.form != name:  # that form has the role filled in
        said.insert(1, f"On its first sheet, write {name} as your role.")
    return " ".join(said)


def _listed(
    heading: str, ids: Sequence[str], status: Status, console: Console, *, proof: bool = False
) -> Iterator[Line]:
    if not ids:
        return
    yield ("",)
    yield from paragraph(f"{heading}:", console)
    for id_ in ids:
        question = status.assessed.framework.question[id_]
        expected = question.evidence.expect if proof else ()
        such_as = f" Such as: {'; '.join(expected)}." if expected else ""
        yield from item(f"{question.ask} ({id_}){such_as}", console)


def steps_to_send(status: Status, owed: Owed, name: str) -> Iterator[Line]:
    """Yield, for whoever sends the text, how the workbook is made and how it comes back; each command on one line."""
    if not owed.count:
        return
    path = status.assessed.path
    answers = "ANSWERS" if path == STDIN else shlex.quote(path)
    role = f" --for {owed.form}" if owed.form else ""
    votes = " --votes" if status.has_votes else ""
    yield ("",)
    yield (f"the workbook: readiness questionnaire {answers}{role} -o {name}.xlsx",)
    yield (f"when it is back: readiness collect {name}.xlsx --into {answers}{votes}",)
