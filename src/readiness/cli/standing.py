"""Who still owes what, as lines of text and as data."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from typing import TYPE_CHECKING

from readiness.cli.console import Console, Line, Styled
from readiness.cli.paragraphs import hanging, paragraph
from readiness.cli.table import bar
from readiness.loading.files import STDIN
from readiness.report.exact import exactly
from readiness.report.words import sized

if TYPE_CHECKING:
    from readiness.agreement.outstanding import Share
    from readiness.agreement.result import Owing
    from readiness.workflows import Status

__all__ = ["standing", "standing_json"]

_BAR = 10
_LEADING = "Whoever leads the assessment"


def standing(status: Status, console: Console) -> Iterator[Line]:
    """Yield how much is answered, what each role owes, the most first, who owes votes, and how to ask for it."""
    assessed, found = status.assessed, status.outstanding
    yield from paragraph(assessed.assessment.organisation.name, console, style="strong")
    yield (f"{assessed.framework.id} {assessed.framework.version}",)
    yield ("",)
    yield from _share(found.whole, console, "")
    yield from _roles(status, console)
    yield from _votes(status, console)
    name = _first_who_owes(status)
    if name:
        yield ("",)
        answers = "ANSWERS" if assessed.path == STDIN else shlex.quote(assessed.path)
        yield (f"A text to send: readiness status {answers} --for {name}",)


def _share(share: Share, console: Console, indent: str) -> Iterator[Line]:
    if not share.asked:
        yield from hanging("No question is asked.", console, indent)
        return
    drawn = "" if console.is_plain else f"{_drawn(share, console)}  "
    missing = [
        f"{len(ids):,} {words}"
        for ids, words in (
            (share.unanswered, "unanswered"),
            (share.unknown, "not known"),
            (share.unbacked, "without evidence"),
        )
        if ids
    ]
    said = f"{share.answered:,} of {len(share.asked):,} answered{''.join(f', {one}' for one in missing)}"
    yield from paragraph(said, console, f"{indent}{' ' * len(drawn)}", f"{indent}{drawn}")


def _drawn(share: Share, console: Console) -> str:
    return bar(share.done, None, high=share.done, size=_BAR, blocks=console.shows_blocks, beyond=False)


def _roles(status: Status, console: Console) -> Iterator[Line]:
    found, framework = status.outstanding, status.assessed.framework
    owing = sorted(((role, one) for role, one in found.by_role.items() if one.owed), key=lambda pair: -pair[1].owed)
    if not owing and not found.for_nobody.owed:
        yield from paragraph("No answer is missing, and none lacks evidence that it needs.", console)
        return
    yield ("",)
    yield (Styled("Who owes answers or evidence", "strong"),)
    for role, share in owing:
        yield from hanging(_named(role, framework.role_name(role)), console, "  ")
        yield from _share(share, console, "    ")
    if found.for_nobody.owed:
        yield from hanging(f"{_LEADING} (questions that name no role)", console, "  ")
        yield from _share(found.for_nobody, console, "    ")
    done = [role for role, one in found.by_role.items() if not one.owed]
    if done:
        yield from hanging(f"Nothing is owed by {', '.join(done)}.", console, "  ")
    if sum(one.owed for one in found.by_role.values()) + found.for_nobody.owed > found.whole.owed:
        yield from paragraph("A question for several roles stands with each of them.", console, "  ", style="faint")


def _named(id_: str, title: str) -> str:
    return id_ if title == id_ else f"{id_}, {title}"


def _votes(status: Status, console: Console) -> Iterator[Line]:
    if not status.outstanding.votes:
        if status.has_votes:
            yield from paragraph("Everybody has voted.", console)
        return
    yield ("",)
    yield (Styled("Who owes votes", "strong"),)
    for one in status.outstanding.votes:
        person = status.assessed.assessment.respondents[one.respondent]
        said = f"{_named(one.respondent, person.role)}: {sized(len(one.questions), 'question')}"
        yield from hanging(said, console, "  ")


def _first_who_owes(status: Status) -> str | None:
    owing = [(one.owed, role) for role, one in status.outstanding.by_role.items() if one.owed]
    if owing:
        return max(owing, key=lambda pair: pair[0])[1]
    return next((one.respondent for one in status.outstanding.votes), None)


def standing_json(status: Status) -> dict[str, object]:
    """Return the same as values that JSON has, with the ids of the questions."""
    assessed, found = status.assessed, status.outstanding
    return {
        "readiness": "status/1",
        "framework": {"id": assessed.framework.id, "version": assessed.framework.version},
        "organisation": assessed.assessment.organisation.name,
        "as-of": assessed.as_of.isoformat(),
        **_values(found.whole),
        "roles": [
            {"id": role, "title": assessed.framework.role_name(role), **_values(share)}
            for role, share in found.by_role.items()
        ],
        "no-role": _values(found.for_nobody),
        "votes": [_owing(one, status) for one in found.votes],
    }


def _values(share: Share) -> dict[str, object]:
    return {
        "asked": len(share.asked),
        "answered": share.answered,
        "share-answered": exactly(share.done),
        "unanswered": list(share.unanswered),
        "unknown": list(share.unknown),
        "without-evidence": list(share.unbacked),
    }


def _owing(one: Owing, status: Status) -> dict[str, object]:
    role = status.assessed.assessment.respondents[one.respondent].role
    return {"respondent": one.respondent, "role": role, "questions": list(one.questions)}
