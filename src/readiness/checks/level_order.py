"""The levels of a question rise: decided from figures, from words of quantity, and from a text that holds another.

A linter cannot know whether more is better. It reports only what contradicts itself, or what falls without a word
that says that less is better; such words are known for English alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, pairwise

from readiness.checks.finding import Finding
from readiness.checks.outline import Outline
from readiness.checks.prose import excerpt
from readiness.checks.readability import language_of
from readiness.model.answers import LevelQuestion
from readiness.model.direction import Direction

__all__ = ["check_level_order"]

_CLAUSE_END = re.compile(r"[.;,:!?](?!\d)|\n\s*\n")
_CLAUSE_END_OR_AND = re.compile(rf"{_CLAUSE_END.pattern}|\band\b")
_NUMBER = re.compile(
    r"(?:(?<!\w)(?P<before>[^\W\d_]++)\s)?(?<![\w.,])(?P<number>\d++(?:[.,]\d++)*+)\s?"
    r"(?:(?P<share>%|(?:per ?cent|prozent|pour cent|por cien(?:to)?|por cento|per cento|procent|prosent)\b)"
    r"|(?P<unit>[^\W\d_]++))(?P<after>.*)",
    re.DOTALL | re.IGNORECASE,
)
_QUANTITY = re.compile(
    r"\b(?P<before>not )?(?P<word>almost all|nearly all|none|no|few|some|many|most|all|every|each)\b"
    r"(?: of)?(?: the| our| your| its| their)? (?P<after>[^\W\d_].*)",
    re.DOTALL | re.IGNORECASE,
)
_QUANTITIES: Mapping[str, int] = {
    "no": 0,
    "none": 0,
    "few": 1,
    "some": 2,
    "many": 3,
    "most": 4,
    "nearly all": 5,
    "almost all": 5,
    "all": 6,
    "every": 6,
    "each": 6,
}
_LESS_IS_BETTER = re.compile(
    r"\b(?:no|not|none|nobody|nothing|never|neither|nor|without|but|only|except|although|though|however|unless|until|"
    r"less|fewer|few|below|under|at most|up to|within|some|partly|partial\w*|rare\w*|seldom|sometimes|occasional\w*|"
    r"lack\w*|miss\w*|fail\w*|shared|manual\w*|paper\w*|by hand|late|overdue|old|outdated|out of date|ad hoc|legacy|"
    r"informal\w*|incomplete\w*|inconsistent\w*|un(?!der|til|i)\w+|draft\w*|planned|begun|wait\w*|delay\w*|backlog\w*|"
    r"risk\w*|breach\w*|error\w*|complain\w*|incident\w*|defect\w*|fault\w*|outage\w*|duplicat\w*|cost\w*|gap\w*|"
    r"vulnerab\w*|weak\w*|open|exposed|exempt\w*|excluded|left|lost|abandon\w*|reject\w*|differ\w*|depend\w*)\b",
    re.IGNORECASE,
)
_IMMATURE = re.compile(
    r"\b(?:ad[ -]hoc|undocumented|case by case|"
    r"not (?:yet )?(?:agreed|assigned|defined|documented|in place|started|written)|"
    r"no (?:\w+ )?(?:approach|owner|plan|policy|process|strategy) (?:is|exists|has))\b",
    re.IGNORECASE,
)
_MATURE = re.compile(r"\b(?:continu(?:ous|al)(?:ly)? (?:\w+ )?improv\w+|optimi[sz](?:ed|ing))\b", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_LONGEST_TEXT = 2_000
"""Characters; nobody compares levels by what comes after so many."""
_FEWEST_TO_SHOW_A_TURN = 3
_FEWEST_WORDS = 2
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class _Claim:
    """How much of something one level has."""

    level: int
    amount: Fraction
    shown: str
    falls_badly: bool
    """Whether a fall of this amount is bad on its own."""


def check_level_order(outline: Outline) -> Iterator[Finding]:
    """Find level texts that claim less than a lower one; where higher is worse, less is what they should claim."""
    is_english = language_of(outline.framework.language) == "en"
    for path, question in outline.questions:
        if isinstance(question, LevelQuestion) and outline.direction(question.id) is Direction.BETTER:
            levels = {level: question.levels[level][:_LONGEST_TEXT] for level in sorted(question.levels)}
            found = _fall(levels, is_english=is_english)
            if is_english:
                found = found or _held_by_lower(levels) or _improved_below(levels)
            if found:
                lower, higher, said = found
                yield Finding(
                    "RF503",
                    (*path, "levels", higher),
                    f"level {higher} of `{question.id}` {said}",
                    related=(((*path, "levels", lower), "claims more"),),
                    help="each level should ask for more than the one below it",
                )


def _fall(levels: Mapping[int, str], *, is_english: bool) -> tuple[int, int, str] | None:
    """Return the first two levels between which an amount falls, and the words for it."""
    for claims in _claims(levels, is_english=is_english).values():
        pair = _falling_pair(claims)
        if pair:
            lower, higher = pair
            says, said = excerpt(higher.shown, _SHOWN), excerpt(lower.shown, _SHOWN)
            return lower.level, higher.level, f"says “{says}”, and level {lower.level} “{said}”"
    return None


def _falling_pair(claims: Sequence[_Claim]) -> tuple[_Claim, _Claim] | None:
    """Return the neighbours that run against the others, or that fall where a fall is bad."""
    moves = [(a, b, b.amount - a.amount) for a, b in pairwise(claims) if a.amount != b.amount]
    rises, falls = [move for move in moves if move[2] > 0], [move for move in moves if move[2] < 0]
    if not falls:
        return None
    if all(claim.falls_badly for claim in claims):
        return falls[0][:2]
    if rises and len(claims) >= _FEWEST_TO_SHOW_A_TURN:
        odd = falls if claims[-1].amount > claims[0].amount else rises
        return odd[0][:2]
    return None


def _claims(levels: Mapping[int, str], *, is_english: bool) -> Mapping[str, list[_Claim]]:
    """Return the amounts of each thing that levels name, by thing; a level that names it twice is left out."""
    found: dict[str, list[_Claim]] = {}
    for level, text in levels.items():
        claims = list(_claims_of(level, " ".join(text.split()), is_english=is_english))
        things = [thing for thing, _ in claims]
        for thing, claim in claims:
            if things.count(thing) == 1:
                found.setdefault(thing, []).append(claim)
    return found


def _claims_of(level: int, text: str, *, is_english: bool) -> Iterator[tuple[str, _Claim]]:
    """Yield amounts with what they are amounts of: all that follows in the clause, as "within a day" changes much."""
    if not _DIGIT.search(text) and (not is_english or _QUANTITIES.keys().isdisjoint(text.casefold().split())):
        return
    for clause in _CLAUSE_END.split(text):
        number = _NUMBER.search(clause) if _DIGIT.search(clause) else None
        quantity = _quantity(clause) if is_english else None
        if number is None and quantity is None:
            continue
        more_is_better = is_english and not _LESS_IS_BETTER.search(_QUANTITY.sub(r"\g<after>", clause))
        if number:
            unit = "%" if number["share"] else number["unit"]
            words = [number["before"] or "", unit, *number["after"].split()]
            shown = clause[number.start("number") :]
            falls_badly = more_is_better and number["share"] is not None
            yield " ".join(words).casefold(), _Claim(level, _amount(number["number"]), shown, falls_badly)
        if quantity and more_is_better:
            words = quantity["after"].split()
            if len(words) >= _FEWEST_WORDS:
                amount = Fraction(_QUANTITIES[quantity["word"].casefold()])
                shown = clause[quantity.start("word") :]
                yield " ".join(words).casefold(), _Claim(level, amount, shown, falls_badly=True)


def _quantity(clause: str) -> re.Match[str] | None:
    found = None if _QUANTITIES.keys().isdisjoint(clause.casefold().split()) else _QUANTITY.search(clause)
    return found if found and not found["before"] else None


def _amount(written: str) -> Fraction:
    """Return a number, with a point or a comma before decimals and either between thousands."""
    *groups, last = re.split(r"[.,]", written)
    if groups and len(last) != len("000"):
        return Fraction(f"{''.join(groups)}.{last}")
    return Fraction("".join([*groups, last]))


def _held_by_lower(levels: Mapping[int, str]) -> tuple[int, int, str] | None:
    """Return two levels of which the lower says all that the higher does, and more of the good."""
    plain = {level: text.casefold() for level, text in levels.items()}
    beginning = {level: _CLAUSE_END_OR_AND.split(text, maxsplit=1)[0] for level, text in plain.items()}
    for lower, higher in combinations(levels, 2):
        if beginning[higher] in plain[lower] and _adds_nothing(plain[higher], plain[lower]):
            return lower, higher, f"says only what level {lower} says already: “{excerpt(levels[higher])}”"
    return None


def _adds_nothing(higher: str, lower: str) -> bool:
    more, less = _clauses(lower), _clauses(higher)
    says_enough = sum(len(clause.split()) for clause in less) >= _FEWEST_WORDS
    return less < more and says_enough and not any(map(_takes_back, more - less))


def _clauses(text: str) -> frozenset[str]:
    return frozenset(kept for part in _CLAUSE_END_OR_AND.split(text) if (kept := " ".join(part.split())))


def _improved_below(levels: Mapping[int, str]) -> tuple[int, int, str] | None:
    """Return two levels of which the higher has the words for a beginning and the lower those for the end."""
    best = {level: found for level, text in levels.items() if (found := _MATURE.search(text))}
    first = {level: found for level, text in levels.items() if (found := _IMMATURE.search(text))} if best else {}
    for lower in sorted(best.keys() - first.keys()):
        higher = min((level for level in first.keys() - best.keys() if level > lower), default=None)
        if higher is not None:
            return lower, higher, f"says “{first[higher][0]}”, and level {lower} “{best[lower][0]}”"
    return None


def _takes_back(clause: str) -> bool:
    """Tell whether a clause says that something is amiss, or only how well something is done."""
    return bool(_LESS_IS_BETTER.search(clause)) or clause.endswith("ly")
