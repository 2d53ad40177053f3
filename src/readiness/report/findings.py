"""Titles that say what was found. Each rule falls back on a plainer sentence when the data carry no stronger one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from readiness.model.direction import Direction
from readiness.report.direction import WORDS, DirectionWords
from readiness.report.words import capitalised, counted, many, named, number_word, part_of, plural

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


def _known(standings: Sequence[Standing]) -> list[tuple[Fraction, str]]:
    return [(one.gap, one.name) for one in standings if one.gap is not None]


def clearly_furthest(standings: Sequence[Standing]) -> tuple[str, ...]:
    """Return the one or two areas whose gaps stand out from all others; none when no gap stands out."""
    ranked = sorted(_known(standings), key=lambda pair: -pair[0])
    for count in (1, 2):
        if len(ranked) > count and ranked[count - 1][0] - ranked[count][0] >= _CLEAR:
            return tuple(name for _, name in ranked[:count])
    return ()


def _furthest(standings: Sequence[Standing]) -> str:
    """Return the furthest areas with their verb, or nothing when none stands out."""
    names = clearly_furthest(standings)
    return f"{named(names)} {plural(len(names), 'is', 'are')} furthest" if names else ""


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
        return "No question has been answered yet"
    if answered * 2 < applicable and spread:
        return f"Only {answered} of {applicable} questions are answered, so the score may lie anywhere from {spread}"
    gates = f"{title}, and {counted(capping, 'gate holds', 'gates hold')} the score {words.down}"
    return _strongest(gates if capping else "", title)


def profile_title(
    standings: Sequence[Standing], *, word: str, target: str, unmet: int, words: DirectionWords = _UP
) -> str:
    """Return how the areas stand against their targets."""
    known = _known(standings)
    if not known:
        return "There is too little to measure against a target yet"
    below = [gap for gap, _ in known if gap]
    if not below:
        return _all_met(len(known), word=word, target=target, unmet=unmet)
    furthest = _furthest(standings)
    return _strongest(
        f"{furthest} from the {target} target" if furthest else "",
        _below(below, len(known), word=word, target=f"{words.short} the {target} target"),
    )


def _all_met(count: int, *, word: str, target: str, unmet: int) -> str:
    title = f"{'Every' if count > 1 else 'The'} {word} meets the {target} target"
    return title if not unmet else f"{title} overall, but {counted(unmet, 'question does', 'questions do')} not"


def _below(gaps: Sequence[Fraction], total: int, *, word: str, target: str) -> str:
    if len(gaps) < total:
        return f"{part_of(len(gaps), total, word)} {plural(len(gaps), 'is', 'are')} {target}"
    if total == 1:
        return f"The {word} is {target}"
    alike = " by similar amounts" if max(gaps) - min(gaps) <= _SIMILAR else ""
    return f"{part_of(total, total, word)} are {target}{alike}"


def met_title(standings: Sequence[Standing], *, word: str, words: DirectionWords = _UP) -> str:
    """Return how many areas meet their targets."""
    known = _known(standings)
    met = sum(not gap for gap, _ in known)
    if not known:
        return f"No {word} can be measured against a target yet"
    if met == len(known):
        return f"{'Every' if met > 1 else 'The'} {word} meets its target"
    if len(known) == 1:
        return f"The {word} is {words.short} its target"
    if not met:
        return f"None of the {number_word(len(known))} {many(word)} meets its target"
    return f"{part_of(met, len(known), word)} {plural(met, 'meets its target', 'meet their targets')}"


def capabilities_title(standings: Sequence[Standing], *, word: str, words: DirectionWords = _UP) -> str:
    """Return which areas of the second depth stand out."""
    known, furthest = _known(standings), _furthest(standings)
    below = sum(bool(gap) for gap, _ in known)
    if not below:
        return f"Every {word} meets its target" if known else f"No {word} has a target"
    return _strongest(
        f"{furthest} from target of {number_word(len(known))} {many(word)}" if furthest else "",
        f"{part_of(below, len(known), word)} {plural(below, 'is', 'are')} {words.short} target",
    )


def area_title(
    name: str, standings: Sequence[Standing], *, word: str, gap: Fraction | None, words: DirectionWords = _UP
) -> str:
    """Return what was found in one dimension: which of its capabilities is furthest, or how many meet their targets."""
    known, furthest = _known(standings), _furthest(standings)
    below = sum(bool(one) for one, _ in known)
    if gap is None:
        return f"{name} cannot be measured against a target yet"
    if not below:
        every = f" in every {word}" if len(known) > 1 else ""
        return f"{name} is {words.short} its target" if gap else f"{name} meets its target{every}"
    return _strongest(
        f"{furthest} from target in {name}" if furthest else "",
        f"{part_of(below, len(known), word)} in {name} {plural(below, 'is', 'are')} {words.short} target",
    )


def evidence_title(*, answered: int, applicable: int, claims: int, unbacked: int) -> str:
    """Return how complete the answers are and how many lack evidence; `claims` are the answers that need it."""
    if not answered:
        return "No question has been answered yet"
    every = f"All {applicable} questions are answered" if applicable > 1 else "The question is answered"
    complete = every if answered == applicable else f"{answered} of {applicable} questions are answered"
    if not claims:
        return complete
    if not unbacked:
        return f"{complete}, and every answer that needs evidence has it"
    return f"{complete}; {number_word(unbacked)} of {claims} that need evidence {plural(unbacked, 'lacks', 'lack')} it"


def strengths_title(*, meeting: int, measured: int, backed: int) -> str:
    """Return how many answers meet their target, and how many of these have evidence in date."""
    proof = "none" if not backed else "all" if backed == meeting else number_word(backed)
    meet = plural(meeting, "meets its target", "meet their targets")
    return f"{part_of(meeting, measured, 'question')} {meet}, {proof} of them with evidence in date"


def gaps_title(*, count: int, measured: int, missing: int, first: str, words: DirectionWords = _UP) -> str:
    """Return how many questions miss their target, and which gap is worth most.

    Args:
        count: Questions that miss their target.
        measured: Questions that have a target.
        missing: Those of the first that miss it because they have no answer.
        first: The topic whose gap is worth more than any other and is certain; empty when there is none.
        words: How one speaks of scores in the framework's direction.
    """
    title = f"{part_of(count, measured, 'question')} {plural(count, 'is', 'are')} {words.short} target"
    if count == missing:
        return f"{part_of(count, measured, 'question')} {plural(count, 'lacks', 'lack')} an answer"
    honest = f"{title}, {number_word(missing)} of them for want of an answer" if missing else title
    return _strongest(f"{honest}; {first} is worth most" if first else "", honest)


def gates_title(*, holding: int, unsure: int, total: int, capped: Sequence[str], words: DirectionWords = _UP) -> str:
    """Return how many gates hold and what they cap.

    Args:
        holding: Gates that certainly hold.
        unsure: Gates that hang on a missing answer.
        total: All gates.
        capped: What the gates that hold change for the worse.
        words: How one speaks of scores in the framework's direction.
    """
    hang = plural(unsure, "hangs", "hang")
    if not holding:
        if unsure:
            return f"{part_of(unsure, total, 'gate')} {hang} on missing answers"
        return (
            "The gate holds nothing back"
            if total == 1
            else f"None of the {number_word(total)} gates holds anything back"
        )
    title = f"{part_of(holding, total, 'gate')} {plural(holding, 'holds', 'hold')}"
    rest = f"; {number_word(unsure)} more {hang} on missing answers" if unsure else ""
    return _strongest(
        f"{title} and {plural(holding, words.caps, words.cap)} {named(capped)}{rest}" if capped else "", title + rest
    )


def roadmap_title(  # noqa: PLR0913  each is a part of one sentence
    *, actions: int, length: str, start: str, end: str, target: str, short: bool, words: DirectionWords = _UP
) -> str:
    """Return what the plan achieves; `target` is as printed, or empty; `short` says that the plan misses it."""
    first = f"{capitalised(counted(actions, 'action'))} in {length}"
    if start == end:
        return f"{first} {plural(actions, 'prepares', 'prepare')} the ground, and the score stays at {end}"
    title = f"{first} {plural(actions, words.lifts, words.lift)} the score from {start} to {end}"
    if not target:
        return title
    if short:
        return f"{title}, short of the target of {target}"
    return f"{title}, the target" if end == target else f"{title}, past the target of {target}"
