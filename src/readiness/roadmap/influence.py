"""What a choice can change about the other actions, so that a search looks again at no more than that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from readiness.roadmap.problem import Problem
from readiness.scoring.engine import Headline

__all__ = ["Influence"]


class Influence:
    """Tells apart the actions whose worth can have changed since a bundle was chosen from those whose worth has not.

    Where the overall score is a mean that nothing caps or adjusts, what an action adds depends on the parts that its
    questions reach, and on no other, as long as the same parts count. An action that can change which parts count is
    looked at again each time.
    """

    def __init__(self, problem: Problem) -> None:
        """Look at who needs, excludes and moves what."""
        self._problem = problem

    def changed(self, bundle: Iterable[str], before: Headline, after: Headline) -> frozenset[str]:
        """Return the candidates that have to be looked at again after a bundle was chosen."""
        chosen, counting = frozenset(bundle), _parts(after)
        if not self._is_separable or _parts(before) != counting:
            return frozenset(self._problem.candidates)
        reached = frozenset[str]().union(*(self._reach[id_] for id_ in chosen))
        absent = frozenset(part.id for part in self._problem.scorer.root.parts).difference(counting)
        return frozenset(
            id_
            for id_ in self._problem.candidates
            if id_ in self._always or self._reach[id_] & (reached | absent) or self._company[id_] & chosen
        )

    @cached_property
    def _is_separable(self) -> bool:
        root = self._problem.scorer.root
        return root.rollup_name == "mean" and not (root.gates or root.adjust or root.all_or_nothing)

    @cached_property
    def _needed(self) -> Mapping[str, frozenset[str]]:
        """For each action: itself, what has to be done before it, and before that."""
        found: dict[str, frozenset[str]] = {}

        def of(id_: str) -> frozenset[str]:
            if id_ not in found:
                needs = self._problem.needs(self._problem.actions[id_])
                found[id_] = frozenset({id_}).union(*map(of, needs))
            return found[id_]

        return {id_: of(id_) for id_ in self._problem.actions}

    @cached_property
    def _company(self) -> Mapping[str, frozenset[str]]:
        """For each action: what it needs, and the rivals of all that."""
        rivals = self._problem.rivals
        return {id_: needed.union(*(rivals[one] for one in needed)) for id_, needed in self._needed.items()}

    @cached_property
    def _reach(self) -> Mapping[str, frozenset[str]]:
        """For each action: the nodes below the root that it, or what it needs, can move."""
        scorer, actions = self._problem.scorer, self._problem.actions
        own = {
            id_: frozenset[str]().union(*(scorer.dependents[name] for name in action.lifts)) - {scorer.root.id}
            for id_, action in actions.items()
        }
        return {id_: frozenset[str]().union(*(own[one] for one in needed)) for id_, needed in self._needed.items()}

    @cached_property
    def _always(self) -> frozenset[str]:
        """Actions to be looked at each time: on ladders, or with an answer that other questions are asked after."""
        scorer, actions = self._problem.scorer, self._problem.actions
        lifted = {id_: {name for one in needed for name in actions[one].lifts} for id_, needed in self._needed.items()}
        steering = (id_ for id_, reach in self._reach.items() if reach & scorer.leaf.keys() - lifted[id_])
        return self._on_ladders.union(steering)

    @cached_property
    def _on_ladders(self) -> frozenset[str]:
        """Actions that may help only together with others, of which some may be chosen or shut out by now."""
        ladders = self._problem.ladders
        return frozenset(
            id_
            for id_, needed in self._needed.items()
            if any(ladders.has(name) for one in needed for name in self._problem.actions[one].lifts)
        )


def _parts(headline: Headline) -> list[str]:
    """Return the parts of the whole that count."""
    return [child.id for child, _ in headline.counted(headline.scorer.root)]
