"""Titles that say what was found. Each rule falls back on a plainer sentence when the data do not carry a stronger one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from readiness.report.words import capitalised, many, named, number_word, plural

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


def clearly_furthest(standings: Sequence[Standing]) -> tuple[str, ...]:
    """Return the one or two areas whose gaps stand out from all others; none when no gap stands out."""
    ranked = sorted(((one.gap, one.name) for one in standings if one.gap is not None), key=lambda pair: -pair[0])
    for count in (1, 2):
        if len(ranked) > count and ranked[count - 1][0] - ranked[count][0] >= _CLEAR:
            return tuple(name for _, name in ranked[:count])
    return ()


def summary_title(standings: Sequence[Standing], *, word: str, target: str, unmet: int, capping: int) -> str:
    """Return the headline of the report; `unmet` counts questions below target, `capping` gates that take something away."""
    title = profile_title(standings, word=word, target=target, unmet=unmet)
    suffix = f", and {number_word(capping)} {plural(capping, 'gate holds', 'gates hold')} the score down"
    return title + suffix if capping and len(title + suffix) <= _LONGEST else title


def profile_title(standings: Sequence[Standing], *, word: str, target: str, unmet: int) -> str:
    """Return how the areas stand against their targets."""
    known = [one for one in standings if one.gap is not None]
    if not known:
        return "There is too little to measure against a target yet"
    below = [one for one in known if one.gap]
    if not below:
        return _all_met(known, word=word, target=target, unmet=unmet)
    furthest = clearly_furthest(known)
    strong = f"{named(furthest)} {plural(len(furthest), 'is', 'are')} furthest from the {target} target"
    if furthest and len(strong) <= _LONGEST:
        return strong
    if len(below) < len(known):
        first = capitalised(number_word(len(below)))
        return f"{first} of {number_word(len(known))} {plural(len(known), word, many(word))} {plural(len(below), 'is', 'are')} below the {target} target"
    return _all_below(known, word=word, target=target)


def _all_met(known: Sequence[Standing], *, word: str, target: str, unmet: int) -> str:
    subject = f"Every {word}" if len(known) > 1 else f"The {word}"
    if not unmet:
        return f"{subject} meets the {target} target"
    return f"{subject} meets the {target} target overall, but {number_word(unmet)} {plural(unmet, 'question does', 'questions do')} not"


def _all_below(known: Sequence[Standing], *, word: str, target: str) -> str:
    gaps = [one.gap for one in known if one.gap is not None]
    if len(known) == 1:
        return f"The {word} is below the {target} target"
    subject = (
        f"Both {many(word)}"
        if len(known) == 2
        else f"All {number_word(len(known))} {plural(len(known), word, many(word))}"
    )
    return f"{subject} are below the {target} target" + (
        " by similar amounts" if max(gaps) - min(gaps) <= _SIMILAR else ""
    )


def met_title(standings: Sequence[Standing], *, word: str) -> str:
    """Return how many areas meet their targets."""
    known = [one for one in standings if one.gap is not None]
    met = sum(not one.gap for one in known)
    if not known:
        return f"No {word} can be measured against a target yet"
    if met == len(known):
        return f"Every {word} meets its target" if met > 1 else f"The {word} meets its target"
    if len(known) == 1:
        return f"The {word} is below its target"
    return f"{capitalised(number_word(met) if met else 'none')} of the {number_word(len(known))} {many(word)} {plural(met, 'meets', 'meet') if met else 'meets'} its target".replace(
        "meet its target", "meet their targets"
    )


def capabilities_title(standings: Sequence[Standing], *, word: str) -> str:
    """Return which areas of the second depth stand out."""
    known = [one for one in standings if one.gap is not None]
    below = sum(bool(one.gap) for one in known)
    furthest = clearly_furthest(known)
    if below and furthest and len(named(furthest)) <= _LONGEST // 2:
        return f"{named(furthest)} {plural(len(furthest), 'is', 'are')} furthest from target of {number_word(len(known))} {plural(len(known), word, many(word))}"
    if not below:
        return f"Every {word} meets its target" if known else f"No {word} has a target"
    return f"{capitalised(number_word(below))} of {number_word(len(known))} {plural(len(known), word, many(word))} {plural(below, 'is', 'are')} below target"


def area_title(name: str, standings: Sequence[Standing], *, word: str, gap: Fraction | None) -> str:
    """Return what was found in one dimension: which of its capabilities is furthest, or how many meet their targets."""
    known = [one for one in standings if one.gap is not None]
    below = sum(bool(one.gap) for one in known)
    if gap is None:
        return f"{name} cannot be measured against a target yet"
    if not below:
        return (
            f"{name} meets its target" + (f" in every {word}" if len(known) > 1 else "")
            if not gap
            else f"{name} is below its target"
        )
    furthest = clearly_furthest(known)
    if furthest and len(name) + len(named(furthest)) <= _LONGEST - 30:
        return f"{named(furthest)} {plural(len(furthest), 'is', 'are')} furthest from target in {name}"
    return f"{capitalised(number_word(below))} of {number_word(len(known))} {plural(len(known), word, many(word))} in {name} {plural(below, 'is', 'are')} below target"


def evidence_title(*, answered: int, applicable: int, claims: int, unbacked: int) -> str:
    """Return how complete the answers are, and how many lack evidence; `claims` are the answers that need it."""
    if not answered:
        return "No question has been answered yet"
    all_asked = f"All {applicable} questions are answered" if applicable > 1 else "The question is answered"
    complete = all_asked if answered == applicable else f"{answered} of {applicable} questions are answered"
    if not claims:
        return complete
    if not unbacked:
        return f"{complete}, and every answer that needs evidence has it"
    return f"{complete}; {number_word(unbacked)} of {claims} that need evidence {plural(unbacked, 'lacks', 'lack')} it"


def strengths_title(*, meeting: int, applicable: int, backed: int) -> str:
    """Return how many answers meet their target, and how many of these have evidence in date."""
    first = capitalised(number_word(meeting))
    proof = "none of them" if not backed else "all of them" if backed == meeting else f"{number_word(backed)} of them"
    return f"{first} of {applicable} questions {plural(meeting, 'meets', 'meet')} the target, {proof} with evidence in date"


def gaps_title(*, count: int, applicable: int, first: str) -> str:
    """Return how many questions are below target and which gap is worth most."""
    title = f"{capitalised(number_word(count))} of {applicable} questions {plural(count, 'is', 'are')} below target"
    strong = f"{title}; {first} is worth most"
    return strong if first and len(strong) <= _LONGEST else title


def gates_title(*, holding: int, total: int, capped: Sequence[str]) -> str:
    """Return how many gates hold and what they cap; a gate that holds without taking anything away caps nothing."""
    if not holding:
        return (
            f"{'The gate does' if total == 1 else f'None of the {number_word(total)} gates does'} hold anything back"
            if total
            else ""
        )
    title = f"{capitalised(number_word(holding))} of {number_word(total)} {plural(total, 'gate')} {plural(holding, 'holds', 'hold')}"
    strong = f"{title} and {plural(holding, 'caps', 'cap')} {named(capped)}"
    return strong if capped and len(strong) <= _LONGEST else title


def roadmap_title(*, actions: int, length: str, start: str, end: str, target: str, short: bool) -> str:
    """Return what the plan achieves; `target` is as printed, empty without one, and `short` says that the plan misses it."""
    first = f"{capitalised(number_word(actions))} {plural(actions, 'action')} in {length}"
    if start == end:
        return f"{first} {plural(actions, 'prepares', 'prepare')} the ground, and the score stays at {end}"
    title = f"{first} {plural(actions, 'lifts', 'lift')} the score from {start} to {end}"
    if not target:
        return title
    if short:
        return f"{title}, short of the target of {target}"
    return f"{title}, the target" if end == target else f"{title}, past the target of {target}"
