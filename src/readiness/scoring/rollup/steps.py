"""Roll-ups that ask whether children are satisfied, and how far up they lead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import ClassVar

from readiness.model.sums import NOTHING, Pair, quotient, total
from readiness.scoring.rollup.base import ONE, ZERO, Additive, Bounded, Part, Rollup, Weighted, lowest_mean

__all__ = ["Ladder", "Share", "Stack"]


class Share(Additive):
    """A child is satisfied or not; how many are is what counts."""

    summary: ClassVar[str] = "the weight of the children at or above `satisfied-at` / all weight"

    def terms(self, child: Weighted) -> tuple[Pair, ...]:
        """Return the weight of a child if it is satisfied, and its weight."""
        weight = child.weight.as_integer_ratio()
        return weight if self._met(child.ratio) else NOTHING, weight

    def from_sums(self, *sums: Pair) -> tuple[Fraction, Fraction]:
        """Return the weight of the satisfied children over all weight, out of 1."""
        met, weight = sums
        return quotient(met, weight), ONE

    def parts(self, children: Sequence[Weighted]) -> list[Part]:
        """Return each weight over all weights; a satisfied child adds all of it."""
        whole = sum(c.weight for c in children)
        return [Part(c.weight / whole, c.weight / whole * self._met(c.ratio)) for c in children]

    def bounds(self, children: Sequence[Bounded]) -> tuple[Fraction, Fraction]:
        """Return the ends, with every choice of the children that may not count."""
        low = lowest_mean([(c.weight, Fraction(self._met(c.low)), c.certain) for c in children])
        return low, -lowest_mean([(c.weight, Fraction(-self._met(c.high)), c.certain) for c in children])

    def _met(self, ratio: Fraction) -> int:
        return int(ratio >= self.options.satisfied_at)


class Ladder(Rollup):
    """A rung is reached when every child on it and on all rungs below it is satisfied."""

    summary: ClassVar[str] = (
        "the highest rung whose children, and all below, are at or above `satisfied-at` / all rungs"
    )

    def combine(self, children: Sequence[Weighted]) -> tuple[Fraction, Fraction]:
        """Return the rung that is reached over the top rung, out of 1."""
        return Fraction(self._climb(self._states(children)), self.options.top_rung), ONE

    def parts(self, children: Sequence[Weighted]) -> list[Part]:
        """Return what a rung is worth in equal parts to its children; an empty rung goes with the rung that decides it.

        That is the nearest rung below that has children, or above it where the climb skips empty ones or none is below.
        """
        top, reached = self.options.top_rung, self._climb(self._states(children))
        filled = sorted({c.rung for c in children})
        below = {rung: [at for at in filled if at <= rung][-1:] for rung in range(1, top + 1)}
        above = {rung: [at for at in filled if at >= rung][:1] for rung in range(1, top + 1)}
        first, second = (above, below) if self.options.empty_rung == "skip" else (below, above)
        decides = {rung: (first[rung] or second[rung])[0] for rung in range(1, top + 1)}
        on = {at: sum(c.rung == at for c in children) * top for at in filled}
        shares = {at: sum(one == at for one in decides.values()) for at in filled}
        adds = {at: sum(one == at and rung <= reached for rung, one in decides.items()) for at in filled}
        return [Part(Fraction(shares[c.rung], on[c.rung]), Fraction(adds[c.rung], on[c.rung])) for c in children]

    def bounds(self, children: Sequence[Bounded]) -> tuple[Fraction, Fraction]:
        """Return the ends, with every choice of the children that may not count."""
        found, top = self._outcomes(children), self.options.top_rung
        return Fraction(min(found), top), Fraction(max(found), top)

    def _states(self, children: Sequence[Weighted]) -> dict[int, bool]:
        """Return for each rung with children whether all of them are satisfied."""
        met: dict[int, bool] = {}
        for child in children:
            met[child.rung] = met.get(child.rung, True) and child.ratio >= self.options.satisfied_at
        return met

    def _climb(self, met: Mapping[int, bool]) -> int:
        """Return the highest rung that is reached, 0 for none; a rung that is not named is empty."""
        reached = 0
        for rung in range(1, self.options.top_rung + 1):
            step = self._step(met.get(rung), rung, reached)
            if step is None:
                break
            reached = step
        return reached

    def _step(self, met: bool | None, rung: int, reached: int) -> int | None:  # noqa: FBT001  None: an empty rung
        """Return the rung reached after one more, or None where the climb ends."""
        if met is not None:
            return rung if met else None
        match self.options.empty_rung:
            case "skip":
                return reached
            case "inherit":
                return rung if reached else None
            case _:
                return None

    def _outcomes(self, children: Sequence[Bounded]) -> set[int]:
        """Return every rung at which the climb can end while at least one child counts."""
        found: set[int] = set()
        climbing = {(0, False)}
        last = max(child.rung for child in children)
        for rung in range(1, self.options.top_rung + 1):
            possible = list(self._possible([child for child in children if child.rung == rung]))
            steps = {
                (reached, counted or met is not None, self._step(met, rung, reached))
                for reached, counted in climbing
                for met in possible
            }
            found |= {reached for reached, counted, step in steps if step is None and (counted or rung < last)}
            climbing = {(step, counted) for _, counted, step in steps if step is not None}
        return found | {reached for reached, counted in climbing if counted}

    def _possible(self, children: Sequence[Bounded]) -> Iterator[bool | None]:
        """Yield whether all children of a rung can be satisfied, one of them not, and none of them count."""
        least, certain = self.options.satisfied_at, [child for child in children if child.certain]
        if all(child.high >= least for child in certain) and any(child.high >= least for child in children):
            yield True
        if any(child.low < least for child in children):
            yield False
        if not certain:
            yield None


class Stack(Rollup):
    """Children are piled up in the order of the framework; the first that is not full is the last that counts.

    A child below zero adds nothing, so that what a full child opens never takes anything away.
    """

    summary: ClassVar[str] = (
        "the children's ratios in order, none as less than 0, up to the first below 1, / their number"
    )

    def combine(self, children: Sequence[Weighted]) -> tuple[Fraction, Fraction]:
        """Return what is piled up over the number of children, out of 1."""
        return total(part.adds for part in self.parts(children)), ONE

    def parts(self, children: Sequence[Weighted]) -> list[Part]:
        """Return equal shares; what stands above the first child that is not full adds nothing."""
        found, share, stands = [], Fraction(1, len(children)), True
        for child in children:
            found.append(Part(share, share * max(child.ratio, ZERO) if stands else ZERO))
            stands = stands and child.ratio >= 1
        return found

    def bounds(self, children: Sequence[Bounded]) -> tuple[Fraction, Fraction]:
        """Return the ends, with every choice of the children that may not count."""
        low = min(_piles([(max(c.low, ZERO), c.certain) for c in children], least=True))
        return low, max(_piles([(max(c.high, ZERO), c.certain) for c in children], least=False))


def _piles(children: Sequence[tuple[Fraction, bool]], *, least: bool) -> Iterator[Fraction]:
    """Yield the least, or the largest, ratio of a stack for each number of children that can count."""
    best = min if least else max
    piles: dict[tuple[int, bool], Fraction] = {(0, True): ZERO}
    for ratio, certain in children:
        added = [
            ((count + 1, stands and ratio >= 1), pile + ratio if stands else pile)
            for (count, stands), pile in piles.items()
        ]
        kept = [] if certain else list(piles.items())
        piles = {key: best(pile for other, pile in (*kept, *added) if other == key) for key, _ in (*kept, *added)}
    return (pile / count for (count, _), pile in piles.items() if count)
