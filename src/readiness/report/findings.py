"""Titles that say what was found. Each rule falls back on a plainer sentence when the data carry no stronger one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from readiness.model.direction import Direction
from readiness.report.direction import WORDS, DirectionWords
from readiness.report.wording import gettext, ngettext
from readiness.report.words import capitalised, many, named, number_word, part_of, part_of_gates, part_of_questions

__all__ = [
    "Standing",
    "area_title",
    "capabilities_title",
    "clearly_furthest",
    "evidence_title",
    "gaps_title",
    "gates_title",
    "met_title",
    "profile_title",
    "roadmap_title",
    "strengths_title",
    "summary_title",
]

_UP = WORDS[Direction.BETTER]
_CLEAR = Fraction(1, 5)
"""Levels by which a gap must exceed the next one before it is called the furthest."""
_SIMILAR = Fraction(3, 10)
"""Levels within which gaps are called similar."""
_LONGEST = 110
"""Characters that a title may have before names give way to numbers."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How far one area is from its target."""

    name: str
    gap: Fraction | None
    """None when it has no score or no target."""
    is_missing: bool = False
    """Whether it is short of its target only because none of its questions has an answer."""


def _known(standings: Sequence[Standing]) -> list[tuple[Fraction, str]]:
    return [(one.gap, one.name) for one in standings if one.gap is not None]


def clearly_furthest(standings: Sequence[Standing]) -> tuple[str, ...]:
    """Return the one or two areas whose gaps stand out from all others; none when no gap stands out."""
    ranked = sorted(_known(standings), key=lambda pair: -pair[0])
    for count in (1, 2):
        if len(ranked) > count and ranked[count - 1][0] - ranked[count][0] >= _CLEAR:
            return tuple(name for _, name in ranked[:count])
    return ()


def _strongest(*titles: str) -> str:
    """Return the first title that is short enough; the last one always is."""
    return next((title for title in titles[:-1] if title and len(title) <= _LONGEST), titles[-1])


def summary_title(
    title: str, *, answered: int, applicable: int, spread: str, capping: int, words: DirectionWords = _UP
) -> str:
    """Return the headline: the profile's title, unless too few answers carry it.

    Args:
        title: What the profile's rule found.
        answered: Questions answered.
        applicable: Questions that apply.
        spread: The range of the overall score in words, or nothing.
        capping: Gates that certainly hold and change the score for the worse.
        words: How one speaks of scores in the framework's direction.
    """
    if not answered:
        return gettext("No question has been answered yet")
    if answered * 2 < applicable and spread:
        return gettext(
            "Only {answered} of {applicable} questions are answered, so the score may lie anywhere from {range}",
            answered=answered,
            applicable=applicable,
            range=spread,
        )
    gates = ngettext(
        "{finding}, and {number} gate holds the score {down}",
        "{finding}, and {number} gates hold the score {down}",
        capping,
        finding=title,
        number=number_word(capping),
        down=words.down,
    )
    return _strongest(gates if capping else "", title)


def profile_title(
    standings: Sequence[Standing], *, word: str, target: str, unmet: int, words: DirectionWords = _UP
) -> str:
    """Return how the areas stand against their targets."""
    known = _known(standings)
    if not known:
        return gettext("There is too little to measure against a target yet")
    below = [gap for gap, _ in known if gap]
    if not below:
        return _all_met(len(known), word=word, target=target, unmet=unmet)
    names = clearly_furthest(standings)
    furthest = ngettext(
        "{names} is furthest from the {target} target",
        "{names} are furthest from the {target} target",
        len(names),
        names=named(names),
        target=target,
    )
    return _strongest(furthest if names else "", _below(below, len(known), word=word, target=target, short=words.short))


def _all_met(count: int, *, word: str, target: str, unmet: int) -> str:
    if not unmet:
        return ngettext(
            "The {word} meets the {target} target",
            "Every {word} meets the {target} target",
            count,
            word=word,
            target=target,
        )
    title = ngettext(
        "The {word} meets the {target} target overall",
        "Every {word} meets the {target} target overall",
        count,
        word=word,
        target=target,
    )
    return ngettext(
        "{finding}, but {number} question does not",
        "{finding}, but {number} questions do not",
        unmet,
        finding=title,
        number=number_word(unmet),
    )


def _below(gaps: Sequence[Fraction], total: int, *, word: str, target: str, short: str) -> str:
    said = {"part": part_of(len(gaps), total, word), "short": short, "target": target}
    if 1 < len(gaps) == total and max(gaps) - min(gaps) <= _SIMILAR:
        return gettext("{part} are {short} the {target} target by similar amounts", **said)
    return ngettext(
        "{part} is {short} the {target} target", "{part} are {short} the {target} target", len(gaps), **said
    )


def met_title(standings: Sequence[Standing], *, word: str, words: DirectionWords = _UP) -> str:
    """Return how many areas meet their targets."""
    known = _known(standings)
    met = sum(not gap for gap, _ in known)
    if not known:
        return gettext("No {word} can be measured against a target yet", word=word)
    if met == len(known):
        return ngettext("The {word} meets its target", "Every {word} meets its target", met, word=word)
    if len(known) == 1:
        return gettext("The {word} is {short} its target", word=word, short=words.short)
    if not met:
        number = number_word(len(known))
        return gettext("None of the {number} {words} meets its target", number=number, words=many(word))
    part = part_of(met, len(known), word)
    return ngettext("{part} meets its target", "{part} meet their targets", met, part=part)


def capabilities_title(standings: Sequence[Standing], *, word: str, words: DirectionWords = _UP) -> str:
    """Return which areas of the second depth stand out."""
    known, names = _known(standings), clearly_furthest(standings)
    below = sum(bool(gap) for gap, _ in known)
    if not known:
        return gettext("No {word} has a target", word=word)
    if not below:
        return gettext("Every {word} meets its target", word=word)
    furthest = ngettext(
        "{names} is furthest from target of {number} {words}",
        "{names} are furthest from target of {number} {words}",
        len(names),
        names=named(names),
        number=number_word(len(known)),
        words=many(word),
    )
    part = part_of(below, len(known), word)
    plain = ngettext("{part} is {short} target", "{part} are {short} target", below, part=part, short=words.short)
    return _strongest(furthest if names else "", plain)


def area_title(
    name: str, standings: Sequence[Standing], *, word: str, gap: Fraction | None, words: DirectionWords = _UP
) -> str:
    """Return what was found in one dimension: which of its capabilities is furthest, or how many meet their targets."""
    known, names = _known(standings), clearly_furthest(standings)
    below = sum(bool(one) for one, _ in known)
    if gap is None:
        return gettext("{name} cannot be measured against a target yet", name=name)
    if not below and gap:
        return gettext("{name} is {short} its target", name=name, short=words.short)
    if not below and len(known) > 1:
        return gettext("{name} meets its target in every {word}", name=name, word=word)
    if not below:
        return gettext("{name} meets its target", name=name)
    furthest = ngettext(
        "{names} is furthest from target in {name}",
        "{names} are furthest from target in {name}",
        len(names),
        names=named(names),
        name=name,
    )
    missing = sum(one.is_missing for one in standings)
    plain = ngettext(
        "{part} in {name} is {short} target",
        "{part} in {name} are {short} target",
        below + missing,
        part=part_of(below + missing, len(known) + missing, word),
        name=name,
        short=words.short,
    )
    if missing:
        plain = gettext("{finding}, {number} of them for want of an answer", finding=plain, number=number_word(missing))
    return _strongest(furthest if names else "", plain)


def evidence_title(*, answered: int, applicable: int, claims: int, unbacked: int) -> str:
    """Return how complete the answers are and how many lack evidence; `claims` are the answers that need it."""
    if not answered:
        return gettext("No question has been answered yet")
    if answered == applicable:
        complete = ngettext("The question is answered", "All {count} questions are answered", applicable)
    else:
        complete = ngettext(
            "{answered} of {count} questions is answered",
            "{answered} of {count} questions are answered",
            applicable,
            answered=answered,
        )
    if not claims:
        return complete
    if not unbacked:
        return gettext("{finding}, and every answer that needs evidence has it", finding=complete)
    return ngettext(
        "{finding}; {number} of {claims} that need evidence lacks it",
        "{finding}; {number} of {claims} that need evidence lack it",
        unbacked,
        finding=complete,
        number=number_word(unbacked),
        claims=claims,
    )


def strengths_title(*, meeting: int, measured: int, backed: int) -> str:
    """Return how many answers meet their target, and how many of these have evidence in date."""
    part = part_of_questions(meeting, measured)
    if not backed:
        return ngettext(
            "{part} meets its target, none of them with evidence in date",
            "{part} meet their targets, none of them with evidence in date",
            meeting,
            part=part,
        )
    if backed == meeting:
        return ngettext(
            "{part} meets its target, all of them with evidence in date",
            "{part} meet their targets, all of them with evidence in date",
            meeting,
            part=part,
        )
    return ngettext(
        "{part} meets its target, {number} of them with evidence in date",
        "{part} meet their targets, {number} of them with evidence in date",
        meeting,
        part=part,
        number=number_word(backed),
    )


def gaps_title(*, count: int, measured: int, missing: int, first: str, words: DirectionWords = _UP) -> str:
    """Return how many questions miss their target, and which gap is worth most.

    Args:
        count: Questions that miss their target.
        measured: Questions that have a target.
        missing: Those of the first that miss it because they have no answer.
        first: The topic whose gap is worth more than any other and is certain; empty when there is none.
        words: How one speaks of scores in the framework's direction.
    """
    part = part_of_questions(count, measured)
    if count == missing:
        return ngettext("{part} lacks an answer", "{part} lack an answer", count, part=part)
    title = ngettext("{part} is {short} target", "{part} are {short} target", count, part=part, short=words.short)
    if missing:
        number = number_word(missing)
        title = gettext("{finding}, {number} of them for want of an answer", finding=title, number=number)
    return _strongest(gettext("{finding}; {topic} is worth most", finding=title, topic=first) if first else "", title)


def gates_title(*, holding: int, unsure: int, total: int, capped: Sequence[str], words: DirectionWords = _UP) -> str:
    """Return how many gates hold and what they cap.

    Args:
        holding: Gates that certainly hold.
        unsure: Gates that hang on a missing answer.
        total: All gates.
        capped: What the gates that hold change for the worse.
        words: How one speaks of scores in the framework's direction.
    """
    if not holding and unsure:
        part = part_of_gates(unsure, total)
        return ngettext("{part} hangs on missing answers", "{part} hang on missing answers", unsure, part=part)
    if not holding:
        return ngettext(
            "The gate holds nothing back",
            "None of the {number} gates holds anything back",
            total,
            number=number_word(total),
        )
    part = part_of_gates(holding, total)
    title = ngettext("{part} holds", "{part} hold", holding, part=part)
    full = ngettext(
        "{part} holds and {caps} {names}",
        "{part} hold and {cap} {names}",
        holding,
        part=part,
        caps=words.caps,
        cap=words.cap,
        names=named(capped),
    )
    return _strongest(_with_unsure(full, unsure) if capped else "", _with_unsure(title, unsure))


def _with_unsure(title: str, unsure: int) -> str:
    if not unsure:
        return title
    return ngettext(
        "{finding}; {number} more hangs on missing answers",
        "{finding}; {number} more hang on missing answers",
        unsure,
        finding=title,
        number=number_word(unsure),
    )


def roadmap_title(  # noqa: PLR0913  each is a part of one sentence
    *, actions: int, length: str, start: str, end: str, target: str, short: bool, words: DirectionWords = _UP
) -> str:
    """Return what the plan achieves; `target` is as printed, or empty; `short` says that the plan misses it."""
    number = capitalised(number_word(actions))
    if start == end:
        return ngettext(
            "{number} action in {time} prepares the ground, and the score stays at {score}",
            "{number} actions in {time} prepare the ground, and the score stays at {score}",
            actions,
            number=number,
            time=length,
            score=end,
        )
    title = ngettext(
        "{number} action in {time} {lifts} the score from {start} to {end}",
        "{number} actions in {time} {lift} the score from {start} to {end}",
        actions,
        number=number,
        time=length,
        lifts=words.lifts,
        lift=words.lift,
        start=start,
        end=end,
    )
    if not target:
        return title
    if short:
        return gettext("{finding}, short of the target of {target}", finding=title, target=target)
    if end == target:
        return gettext("{finding}, the target", finding=title)
    return gettext("{finding}, past the target of {target}", finding=title, target=target)
