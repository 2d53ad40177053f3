"""What several people answered becomes one assessment: each file that came back against the answers as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from readiness.editing.merging import ANSWERS, ORGANISATION, RESPONDENTS, entries_of
from readiness.loading.plain_values import comparable
from readiness.loading.returned import Returned, ReturnedAnswer
from readiness.model.facts import FACTS_OF_EVERY_ORGANISATION

__all__ = ["Conflict", "Gathered", "Key", "Proposal", "Voiceless", "gather"]

_NOT_IN_A_VOTE = frozenset({"by", "evidence", "votes"})
_NOT_SAID_BY_A_VOTE = frozenset({"evidence", "votes"})
_Plain = Mapping[str, Any]


class Key(NamedTuple):
    """What is merged as one: an answer without its votes, one vote, a respondent, or a fact about the organisation.

    Beside votes, each piece of evidence is merged by itself.
    """

    section: str
    id: str
    voter: str | None = None
    """Whose vote it is; None for the answer itself."""
    evidence: str | None = None
    """What tells a piece of evidence from others: all that it says; None for what is none."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What somebody made of one answer, vote or respondent."""

    key: Key
    before: _Plain
    """What it was when the file was made; empty for nothing."""
    now: _Plain
    """What it is to be; empty for nothing."""
    file: str
    place: str
    """Where in the file it stands."""
    is_signed_here: bool = False
    """Whether the file as a whole says who answered: the same answer of two people is no conflict then."""

    @property
    def said(self) -> _Plain:
        """What counts when it is compared."""
        return _without(self.now, {"by"}) if self.is_signed_here else self.now


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that was changed in two ways."""

    key: Key
    found: _Plain
    """What the assessment has; empty for nothing."""
    proposals: tuple[Proposal, ...]
    """What the files have."""
    keeps_found: bool
    """Whether what the assessment has is one of the sides: it is not what the files began with."""
    agreeing: tuple[str, ...] = ()
    """Files that say what the assessment has."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What comes of the files together."""

    answers: Mapping[str, _Plain | None] = field(default_factory=dict)
    """For each question that changes: its answer, with votes; None for none."""
    respondents: Mapping[str, _Plain | None] = field(default_factory=dict)
    """For each respondent that is new or says more."""
    organisation: Mapping[str, Any] = field(default_factory=dict)
    """For each key of the organisation that changes: its value; facts are whole."""
    taken: tuple[Proposal, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


class Voiceless(NamedTuple):
    """An answer that is to become a vote, of nobody."""

    file: str
    place: str


def gather(
    document: Mapping[Any, Any],
    returned: Sequence[Returned],
    *,
    as_votes: bool,
    roles: Mapping[str, str],
    settled: Mapping[Key, str | None],
) -> tuple[Gathered, list[Voiceless]]:
    """Return what the files make of an assessment, and answers that should be votes but whose is not known.

    A change is taken where the assessment still says what the file began with, or says the same already. Otherwise it
    is a conflict, as it is when two files say different things.

    Args:
        document: What the assessment says.
        returned: The files.
        as_votes: Whether an answer becomes the vote of whoever gave it.
        roles: The framework's roles by id, for respondents of whom a file has the id only.
        settled: For conflicts: the file whose side is taken, or None for what the assessment has.
    """
    voiceless: list[Voiceless] = []
    sides: dict[Key, list[Proposal]] = {}
    for one in returned:
        changes = list(_changes(one, as_votes=as_votes, voiceless=voiceless))
        people = _people(one, changes, roles, entries_of(document, RESPONDENTS))
        for proposal in (*people, *_facts(one), *changes):
            sides.setdefault(proposal.key, []).append(proposal)
    taken, conflicts = [], []
    for key, proposals in sides.items():
        choice = _choice(key, _found(document, key), proposals, settled)
        if isinstance(choice, Conflict):
            conflicts.append(choice)
        elif choice is not None:
            taken.append(choice)
    return _together(document, taken, conflicts), voiceless


# --- what a file proposes ---


def _changes(returned: Returned, *, as_votes: bool, voiceless: list[Voiceless]) -> Iterator[Proposal]:
    for answer in returned.answers:
        yield from _votes_within(returned, answer)
        if as_votes:
            yield from _evidence(returned, answer)
        aside = _NOT_SAID_BY_A_VOTE if as_votes else {"votes"}
        now, before = _without(answer.now, aside), _without(answer.before, aside)
        if comparable(now) == comparable(before):
            continue
        who = now.get("by") or returned.respondent
        if not as_votes:
            is_signed = bool(now and who and "by" not in now)
            signed = {**now, "by": who} if is_signed else now
            yield Proposal(Key(ANSWERS, answer.question), before, signed, returned.file, answer.place, is_signed)
        elif who is None:
            voiceless.append(Voiceless(returned.file, answer.place))
        else:
            yield from _as_vote(returned, answer, str(who))


def _evidence(returned: Returned, answer: ReturnedAnswer) -> Iterator[Proposal]:
    """Yield what somebody added to the evidence or took away; it backs the answer that the votes lead to."""
    now, before = _pieces(answer.now), _pieces(answer.before)
    for said in dict.fromkeys((*before, *now)):
        if (said in now) != (said in before):
            key = Key(ANSWERS, answer.question, evidence=said)
            yield Proposal(key, before.get(said) or {}, now.get(said) or {}, returned.file, answer.place)


def _pieces(answer: _Plain) -> dict[str, _Plain]:
    """Return the evidence of an answer by all that each piece says."""
    given = answer.get("evidence")
    pieces = given if isinstance(given, list | tuple) else ()
    return {repr(sorted(comparable(one).items())): one for one in pieces if isinstance(one, Mapping)}


def _as_vote(returned: Returned, answer: ReturnedAnswer, who: str) -> Iterator[Proposal]:
    """Yield an answer as somebody's vote; what it began with was nobody's vote, or the vote that the file knew."""
    key = Key(ANSWERS, answer.question, who)
    before = _votes_of(answer.before).get(who) or {}
    yield Proposal(key, before, _without(answer.now, _NOT_IN_A_VOTE), returned.file, answer.place)


def _votes_within(returned: Returned, answer: ReturnedAnswer) -> Iterator[Proposal]:
    now, before = _votes_of(answer.now), _votes_of(answer.before)
    for who in dict.fromkeys((*now, *before)):
        if comparable(now.get(who)) != comparable(before.get(who)):
            key = Key(ANSWERS, answer.question, who)
            yield Proposal(key, before.get(who) or {}, now.get(who) or {}, returned.file, answer.place)


def _votes_of(answer: _Plain) -> dict[str, _Plain]:
    """Return the votes of an answer by who gave them; what is no vote is told where answers are checked."""
    given = answer.get("votes")
    votes = given.items() if isinstance(given, Mapping) else ()
    return {str(who): vote for who, vote in votes if isinstance(vote, Mapping)}


def _people(
    returned: Returned, changes: Iterable[Proposal], roles: Mapping[str, str], known: Mapping[str, _Plain]
) -> Iterator[Proposal]:
    """Yield the respondents who have said something; the role that the assessment gives them stays."""
    said = dict.fromkeys(str(one.key.voter or one.now.get("by") or "") for one in changes)
    for id_ in filter(None, said):
        person = returned.respondents.get(id_) or {"role": roles.get(id_, id_)}
        before = known.get(id_) or {}
        now = {**person, "role": before["role"]} if "role" in before else person
        yield Proposal(Key(RESPONDENTS, id_), before, {**before, **now}, returned.file, "")


def _facts(returned: Returned) -> Iterator[Proposal]:
    for one in returned.facts:
        before, now = ({} if value is None else {"value": value} for value in (one.before, one.now))
        if comparable(before) != comparable(now):
            yield Proposal(Key(ORGANISATION, one.fact), before, now, returned.file, one.place)


def _without(values: _Plain, keys: Iterable[str]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key not in keys}


# --- against the assessment ---


def _found(document: Mapping[Any, Any], key: Key) -> _Plain:
    """Return what an assessment says; empty for nothing."""
    if key.section == ORGANISATION:
        value = _known_facts(document).get(key.id)
        return {} if value is None else {"value": value}
    entry = entries_of(document, key.section).get(key.id) or {}
    if key.voter is not None:
        return entries_of(entry, "votes").get(key.voter) or {}
    if key.evidence is not None:
        return _pieces(entry).get(key.evidence) or {}
    return _without(entry, {"votes"})


def _known_facts(document: Mapping[Any, Any]) -> dict[str, Any]:
    organisation = entries_of(document, ORGANISATION)
    return entries_of(organisation, "facts") | {name: organisation.get(name) for name in FACTS_OF_EVERY_ORGANISATION}


def _choice(
    key: Key, found: _Plain, proposals: Sequence[Proposal], settled: Mapping[Key, str | None]
) -> Proposal | Conflict | None:
    """Return what is taken, None for what is there already, or the conflict."""
    new = [one for one in proposals if not _is_said(found, one)]
    if not new:
        return None
    stays = any(not _says_the_same(found, one.before) for one in new)
    if not stays and len(new) == len(proposals) and all(_says_the_same(one.said, new[0].said) for one in new):
        return new[0]
    if key in settled:
        return next((one for one in new if one.file == settled[key]), None)
    agreeing = tuple(one.file for one in proposals if one not in new)
    return Conflict(key, found, tuple(new), keeps_found=stays or bool(agreeing), agreeing=agreeing)


def _is_said(found: _Plain, proposal: Proposal) -> bool:
    """Tell whether an assessment says already what is proposed; see `is_signed_here`."""
    return _says_the_same(_without(found, {"by"}) if proposal.is_signed_here else found, proposal.said)


def _says_the_same(one: _Plain, other: _Plain) -> bool:
    return bool(comparable(one) == comparable(other))


# --- together ---


def _together(document: Mapping[Any, Any], taken: Sequence[Proposal], conflicts: Sequence[Conflict]) -> Gathered:
    """Return what changes, entry by entry as it is to be."""
    made: dict[str, dict[str, Any]] = {ANSWERS: {}, RESPONDENTS: {}}
    for one in taken:
        if one.key.section == ORGANISATION:
            continue
        entries = made[one.key.section]
        entry = entries.get(one.key.id) or entries_of(document, one.key.section).get(one.key.id) or {}
        entries[one.key.id] = _with(entry, one)
    answers, respondents = ({id_: entry or None for id_, entry in made[name].items()} for name in made)
    return Gathered(answers, respondents, _organisation(document, taken), tuple(taken), tuple(conflicts))


def _with(entry: _Plain, taken: Proposal) -> dict[str, Any]:
    """Return an entry with what is taken: the whole of it but its votes, one of its votes, or a piece of evidence."""
    key, now = taken.key, taken.now
    votes = dict(entry.get("votes") or {})
    rest = _without(entry, {"votes"})
    if key.voter is not None:
        votes[key.voter] = now
    elif key.evidence is None:
        rest = dict(now)
    elif now:
        rest["evidence"] = [*(rest.get("evidence") or ()), now]
    else:
        rest["evidence"] = [one for said, one in _pieces(rest).items() if said != key.evidence]
    if not rest.get("evidence"):
        rest.pop("evidence", None)
    given = {who: vote for who, vote in votes.items() if vote}
    return rest | ({"votes": given} if given else {})


def _organisation(document: Mapping[Any, Any], taken: Iterable[Proposal]) -> dict[str, Any]:
    new = {one.key.id: one.now.get("value") for one in taken if one.key.section == ORGANISATION}
    own = {name: value for name, value in new.items() if name in FACTS_OF_EVERY_ORGANISATION}
    facts = {name: value for name, value in new.items() if name not in own}
    known = entries_of(entries_of(document, ORGANISATION), "facts")
    return own | ({"facts": known | facts} if facts else {})
