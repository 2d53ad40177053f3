"""The score of every node at the end of one quarter, as the model has it."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import partial
from itertools import pairwise

from readiness.model.comparisons import answer_satisfies
from readiness.model.conditions import AreaCondition, FactCondition, QuestionCondition
from readiness.model.direction import Direction
from readiness.model.framework import Gate
from readiness.roadmap.milp.answers import Items, Rungs, Steps
from readiness.roadmap.milp.chains import first_of
from readiness.roadmap.milp.conditions import OPEN, Fixed, Truth, Turns, decide
from readiness.roadmap.milp.linear import Linear, Model, added, constant
from readiness.roadmap.milp.parts import Counts, Parts
from readiness.roadmap.milp.rollups import BOUNDS, ROLLUPS, Part
from readiness.roadmap.milp.starts import Starts
from readiness.scoring.tree import COUNTS_AS, Branch, Leaf, leaves_of

__all__ = ["Scores"]

NEAR = 1e-9
"""Numbers of a model that differ by less are taken as equal."""


class Scores:
    """Every node as an expression that is no less than its goodness, and no more where `inexact` does not name it."""

    def __init__(self, starts: Starts, parts: Parts, quarters: int) -> None:
        """Prepare for the end of so many quarters."""
        self.model: Model = starts.model
        self.inexact: set[str] = set()
        self._starts = starts
        self._parts = parts
        self._quarters = quarters
        self._problem = starts.problem
        self._known: dict[str, Linear] = {}
        self._steps: dict[str, list[tuple[Fraction, Linear]]] = {}
        self._any: dict[frozenset[str], Linear] = {}
        self._gates: dict[int, Truth] = {}
        self._loose: set[str] = set()

    @property
    def overall(self) -> Linear:
        """The goodness of the whole; 0 while something blocks its score."""
        root = self._problem.scorer.root
        if self._parts.counts(root) in {Counts.BLOCKED, Counts.NEVER}:
            return constant(0.0)
        value = self.value(root)
        locks = [self._unlocked(ids, value) for ids in self._parts.locks(root)]
        return self.model.lowest_of([value, *locks]) if locks else value

    def _unlocked(self, ids: frozenset[str], value: Linear) -> Linear:
        """Return no limit to a value where one of some actions is finished, and 0 otherwise.

        What a deduction takes away can be more than all there is: a goodness above 1, where higher is worse.
        """
        return self.any_done(ids).times(max(1.0, self.model.highest(value)))

    def any_done(self, ids: frozenset[str]) -> Linear:
        """Return 1 where one of some actions is finished."""
        known = self._any.get(ids)
        if known is None:
            first = first_of(ids, self._starts.needs)
            done = [self._starts.done(id_, self._quarters) for id_ in sorted(first)]
            rivals = self._problem.rivals
            only_one = all(first - {id_} <= rivals[id_] for id_ in first)
            known = self._any[ids] = added(*done) if only_one else self.model.any_of(done)
        return known

    def turns(self, gate: Gate) -> Truth:
        """Return when the condition of a gate holds."""
        known = self._gates.get(id(gate))
        if known is None:
            known = self._gates[id(gate)] = decide(gate.when, self)
        return known

    def value(self, node: Branch | Leaf) -> Linear:
        """Return the goodness of a node that counts."""
        known = self._known.get(node.id)
        if known is None:
            if node.id not in self._parts.moving:
                known = constant(float(self._parts.now(node)))
            elif isinstance(node, Leaf):
                known = self._leaf(node)
            else:
                known = self._branch(node)
            self._known[node.id] = known
        return known

    # --- questions ----------------------------------------------------------------------------------------------

    def stands(self, name: str) -> Linear:
        """Return how good the answer to a question is that can be lifted; without one, the worst."""
        lifted = self._parts.answers.lifted[name]
        if isinstance(lifted, Items):
            every = added(*(self.any_done(by).times(float(gain)) for gain, by in lifted.items))
            return self.model.lowest_of([every.plus(float(lifted.now)), constant(float(lifted.most))])
        total, before = constant(float(lifted.now)), lifted.now
        for good, literal in self._literals(name, lifted):
            total = added(total, literal.times(float(good - before)))
            before = good
        return total

    def _literals(self, name: str, lifted: Steps | Rungs) -> list[tuple[Fraction, Linear]]:
        known = self._steps.get(name)
        if known is None:
            known = self._steps[name] = []
            if isinstance(lifted, Steps):
                known += ((good, self.any_done(ids)) for good, ids in lifted.steps)
            else:
                reached = constant(1.0)
                for good, items in lifted.rungs:
                    reached = self.model.lowest_of([reached, *map(self.any_done, items)])
                    known.append((good, reached))
        return known

    def _leaf(self, leaf: Leaf) -> Linear:
        lifted = self._parts.answers.lifted.get(leaf.id)
        missing = self._problem.readings[leaf.id].state.is_missing
        silence = COUNTS_AS.get(leaf.unanswered) if missing else None
        pays = silence is not None and silence != leaf.direction.worst
        if lifted is None or pays or self._parts.counts(leaf) is Counts.CHANGES:
            self._bounded(leaf)
            return constant(1.0)
        if not lifted.exact:
            self._bounded(leaf)
        return self.stands(leaf.id)

    def _bounded(self, node: Branch | Leaf) -> None:
        """Note that a score is only bounded from above, and so are those that are made of it."""
        self._loose |= self._problem.scorer.dependents[node.id]
        framework = self._problem.scorer.framework
        if isinstance(node, Leaf):
            _, above = framework.placed[node.id]
            self.inexact.add(above[-1].id if above else framework.id)
        else:
            self.inexact.add(node.id)

    # --- areas --------------------------------------------------------------------------------------------------

    def _branch(self, branch: Branch) -> Linear:
        value = self._combined(branch)
        if value is None:
            self._bounded(branch)
            now, most = float(self._parts.now(branch)), float(self._parts.ceiling(branch))
            return self.any_done(self._parts.moving[branch.id]).times(most - now).plus(now)
        caps = [cap for gate, ratio in branch.gates if (cap := self._cap(branch, gate, ratio, value))]
        caps += self._missing(branch, value)
        return self.model.lowest_of([value, *caps], lower=min(0.0, float(self._parts.now(branch)))) if caps else value

    def _combined(self, branch: Branch) -> Linear | None:
        """Return what the parts of a branch come to, or None where that is no formulation."""
        formula = ROLLUPS.get(branch.rollup_name)
        if formula is None:
            self._bounded(branch)
            formula = BOUNDS.get(branch.rollup_name)
        steady = self._parts.is_steady(branch) and self._parts.counts(branch) is not Counts.BLOCKED
        if formula is None or branch.adjust or not steady:
            return None
        return formula(self.model, branch, [self._part(one) for one in self._parts.counted(branch)])

    def _part(self, node: Branch | Leaf) -> Part:
        value = self.value(node)
        return Part(
            node.weight,
            self._parts.maximum(node),
            node.rung,
            value,
            float(self._parts.now(node)),
            self.model.highest(value),
            partial(self.reaches, node),
        )

    def _missing(self, branch: Branch, value: Linear) -> list[Linear]:
        """Return, for each open answer of a branch that takes all or nothing, what the branch can be by it."""
        if not branch.all_or_nothing:
            return []
        touching, found = self._parts.answers.touching, []
        for leaf in leaves_of(branch):
            if self._parts.counts(leaf) is Counts.CHANGES:
                self._bounded(branch)
            elif self._problem.now.state(leaf).is_missing:
                found.append(self._unlocked(touching.get(leaf.id, frozenset()), value))
        return found

    def _cap(self, branch: Branch, gate: Gate, ratio: Fraction, value: Linear) -> Linear | None:
        """Return what a gate lets a branch reach, or None where it does not matter."""
        most, cap = self.model.highest(value), float(branch.direction.gain(branch.direction.worst, ratio))
        if most <= cap:
            return None
        match self.turns(gate):
            case Fixed(holds=True):
                return constant(cap)
            case Fixed():
                return None
            case Turns(literal=literal, to=False):
                return literal.times(most - cap).plus(cap)
            case _:
                self._bounded(branch)
                return None

    # --- conditions ---------------------------------------------------------------------------------------------

    def reaches(self, node: Branch | Leaf, least: Fraction, above: bool) -> Linear:  # noqa: FBT001  of a comparison
        """Return 1 where a node is at least so good, or better than that."""
        value, now = self.value(node), self._parts.now(node)
        met: Callable[[Fraction], bool] = (lambda good: good > least) if above else (lambda good: good >= least)
        if self.model.highest(value) < float(least) - NEAR:
            return constant(0.0)
        if node.id in self._loose:
            return constant(1.0)
        if met(now):
            return constant(1.0)
        lifted = self._parts.answers.lifted.get(node.id)
        if isinstance(lifted, Steps | Rungs):
            return next((one for good, one in self._literals(node.id, lifted) if met(good)), constant(0.0))
        if not value.terms:
            return constant(0.0)
        if above:
            self._bounded(node)
            return constant(1.0)
        reached = self.model.variable(whole=True)
        self.model.at_most(reached.times(float(least - now)), value.plus(-float(now)))
        return reached

    def fact_holds(self, condition: FactCondition) -> bool | None:
        """Decide a comparison with a fact about the organisation."""
        return self._problem.scorer.fact_holds(condition)

    def question_turns(self, condition: QuestionCondition) -> Truth:
        """Decide a comparison with an answer."""
        leaf = self._problem.scorer.leaf[condition.question]
        holds_now = self._problem.now.question_holds(condition)
        if leaf.id not in self._parts.moving:
            return Fixed(holds_now)
        lifted = self._parts.answers.lifted.get(leaf.id)
        if lifted is None or holds_now is None:
            return OPEN
        self.value(leaf)
        if leaf.id in self._loose:
            return OPEN
        if isinstance(lifted, Steps | Rungs) and condition.includes is None:
            return self._turns_on_a_step(condition, leaf, lifted, holds_now=holds_now)
        return self._turns_with_items(condition, leaf, holds_now=holds_now)

    def _turns_on_a_step(
        self, condition: QuestionCondition, leaf: Leaf, lifted: Steps | Rungs, *, holds_now: bool
    ) -> Truth:
        """Try every value that the answer can have: it turns round once, never, or in a way that has no words."""
        scale, answer = self._problem.scorer.scale, self._problem.readings[leaf.id].answer
        truths = [holds_now]
        for good, _ in lifted.steps if isinstance(lifted, Steps) else lifted.rungs:
            ratio = leaf.direction.pick(good, 1 - good)
            truths.append(answer_satisfies(condition, leaf.question, ratio, answer, scale))
        turns = [place for place, pair in enumerate(pairwise(truths)) if pair[0] != pair[1]]
        if not turns:
            return Fixed(holds_now)
        return OPEN if len(turns) > 1 else Turns(self._literals(leaf.id, lifted)[turns[0]][1], not holds_now)

    def _turns_with_items(self, condition: QuestionCondition, leaf: Leaf, *, holds_now: bool) -> Truth:
        """Decide whether an item is done or gone, or whether the items come to enough."""
        if condition.includes is not None:
            lifted, up = self._parts.answers.lifted[leaf.id], leaf.direction is Direction.BETTER
            by = self._parts.answers.bringing(leaf.id).get(condition.includes, frozenset())
            if isinstance(lifted, Steps) or (isinstance(lifted, Items) and lifted.most < 1):
                return OPEN  # the target may be met before the item is
            return Turns(self.any_done(by), to=up) if by and holds_now is not up else Fixed(holds_now)
        wanted = condition.at_least if condition.below is None else condition.below
        if wanted is None or leaf.direction is Direction.WORSE:
            return OPEN
        to = condition.below is None
        if holds_now is to:
            return Fixed(holds_now)
        return Turns(self.reaches(leaf, self._problem.scorer.scale.ratio_of(wanted), above=False), to)

    def area_turns(self, condition: AreaCondition) -> Truth:
        """Decide a comparison with an area's ratio."""
        branch, holds_now = self._problem.scorer.branch[condition.area], self._problem.now.area_holds(condition)
        if branch.id not in self._parts.moving:
            return Fixed(holds_now)
        if self._parts.counts(branch) is not Counts.ALWAYS or branch.direction is Direction.WORSE:
            return OPEN
        self.value(branch)
        if branch.id in self._loose:
            return OPEN
        if holds_now:
            return Fixed(holds=True)
        return Turns(self.reaches(branch, condition.at_least_ratio, above=False), to=True)
