"""Makes a roadmap of a solver's choices: numbers, quarters, money, people, and the maturity they lead to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cached_property

from readiness.errors import NoRoadmap
from readiness.model.actions import Action
from readiness.model.assessment import Plan
from readiness.model.base import Estimate
from readiness.roadmap.beside import beside
from readiness.roadmap.conflict import Infeasible, find_conflict
from readiness.roadmap.dropping import Finished
from readiness.roadmap.money import Stream, Terms, appraise
from readiness.roadmap.plan import LeftOut, PlannedAction, Quarter, Roadmap, Totals
from readiness.roadmap.problem import Problem
from readiness.roadmap.quarters import first_quarter_after, quarter_days
from readiness.roadmap.ranges import Range3, shared, summed
from readiness.roadmap.solution import Choice, Reason, Solution
from readiness.roadmap.solve import Planner, solve
from readiness.roadmap.unchosen import refusal_of
from readiness.scoring.engine import Bounds, Branch, Headline, Leaf, Scorer
from readiness.scoring.holds import holds
from readiness.scoring.reading import Reading
from readiness.scoring.result import Scorecard, State

__all__ = ["in_other_words", "plan_roadmap", "quarter_label", "scheduled"]

ZERO = Fraction(0)


def plan_roadmap(
    scorer: Scorer,
    readings: Mapping[str, Reading],
    scorecard: Scorecard,
    plan: Plan,
    *,
    assessed_on: date,
    planner: Planner | None = None,
) -> Roadmap:
    """Return the roadmap from the scorecard's gaps to its target profile.

    Raises:
        Infeasible: the limits do not allow what is settled, or none of the actions that would close gaps.
    """
    starts = plan.starts or first_quarter_after(assessed_on)
    problem = Problem(scorer, readings, scorecard.target_levels, plan, starts)
    try:
        solution = solve(problem, planner)
    except NoRoadmap:
        raise Infeasible(find_conflict(problem)) from None
    if problem.closing and not solution.choices:
        raise Infeasible(find_conflict(problem))
    return replace(scheduled(problem, solution, scorecard), compared=beside(problem, solution))


def in_other_words(
    known: Roadmap, scorer: Scorer, readings: Mapping[str, Reading], scorecard: Scorecard, plan: Plan
) -> Roadmap:
    """Return a roadmap with the texts of another framework that differs in nothing else: what was chosen stays."""
    problem = Problem(scorer, readings, scorecard.target_levels, plan, known.starts)
    return replace(scheduled(problem, known.solution, scorecard), compared=known.compared)


def scheduled(problem: Problem, solution: Solution, scorecard: Scorecard) -> Roadmap:
    """Return the roadmap that comes of a solver's choices."""
    return _Schedule(problem, solution).roadmap(scorecard)


class _Schedule:
    def __init__(self, problem: Problem, solution: Solution) -> None:
        self.problem = problem
        self.solution = solution
        self.choices = sorted(solution.choices, key=lambda choice: choice.start)
        self.demand = problem.demand
        self.number = {choice.action: f"A{place}" for place, choice in enumerate(self.choices, 1)}
        self.end = {choice.action: choice.start + self.demand[choice.action].quarters for choice in self.choices}

    def roadmap(self, scorecard: Scorecard) -> Roadmap:
        problem, scale = self.problem, self.problem.scorer.scale
        before = problem.now.overall
        return Roadmap(
            solution=self.solution,
            target_id=scorecard.target_id or "",
            starts=problem.starts,
            currency=problem.currency,
            day_rate=problem.day_rate,
            quarters=tuple(self.quarter(index) for index in range(problem.plan.quarters)),
            actions=tuple(self.planned(choice) for choice in self.choices),
            left_out=tuple(self.left_out()),
            totals=self.totals([problem.actions[choice.action] for choice in self.choices]),
            money=appraise({choice.action: self.stream(choice) for choice in self.choices}, self.terms),
            start_score=None if before is None else scale.score_of(before),
            target_score=scorecard.root.target,
            critical_chain=self.critical_chain(),
            unmet=tuple(self.unmet()),
            open_gates=tuple(self.open_gates()),
        )

    @cached_property
    def stages(self) -> list[Headline]:
        """The headline before the plan and at the end of each quarter."""
        stages = [self.problem.now]
        for index in range(self.problem.plan.quarters):
            finished = [choice.action for choice in self.choices if self.end[choice.action] == index + 1]
            stages.append(self.done(stages[-1], finished)[0])
        return stages

    def done(
        self, score: Headline, finished: Iterable[str]
    ) -> tuple[Headline, dict[str, tuple[Fraction, dict[str, tuple[Fraction, Fraction]]]]]:
        """Return the headline once actions are finished, and what each of them, in turn, added and lifted."""
        scale, added = self.problem.scorer.scale, {}
        for id_ in finished:
            changed = self.problem.lifted(self.problem.actions[id_], score.readings)
            old = score
            score = score.after(changed)
            gain = self.problem.gain(old, score) * scale.span
            lifts = {
                name: (scale.score_of(old.readings[name].stands), scale.score_of(new.stands))
                for name, new in changed.items()
                if new.ratio != old.readings[name].ratio or new.state is not old.readings[name].state
            }
            added[id_] = gain, lifts
        return score, added

    @cached_property
    def added(self) -> dict[str, tuple[Fraction, dict[str, tuple[Fraction, Fraction]]]]:
        """For each action: the gain when it is finished, and what it lifts."""
        order = sorted(self.choices, key=lambda choice: self.end[choice.action])
        return self.done(self.problem.now, [choice.action for choice in order])[1]

    @cached_property
    def finished(self) -> Finished:
        """The end of the plan, from which actions can be taken away."""
        return Finished(self.problem, self.choices)

    def planned(self, choice: Choice) -> PlannedAction:
        action = self.problem.actions[choice.action]
        gain, lifts = self.added[action.id]
        return PlannedAction(
            number=self.number[action.id],
            action=action,
            area=self.top_area(next(iter(lifts), next(iter(action.lifts)))),
            start=choice.start,
            quarters=self.demand[action.id].quarters,
            gain=gain,
            after=self.waited_for(action),
            lifts=lifts,
            loss=self.finished.loss(action.id),
            decision=self.problem.decision(action.id),
        )

    def waited_for(self, action: Action) -> tuple[str, ...]:
        """Return the chosen actions that have to end before another starts."""
        done = (self.problem.first_done(need, self.end) for need in self.problem.needs(action))
        return tuple(dict.fromkeys(one for one in done if one))

    def top_area(self, question: str) -> str:
        _, above = self.problem.scorer.framework.placed[question]
        return above[0].id if above else self.problem.scorer.framework.id

    def quarter(self, index: int) -> Quarter:
        begins, ends = quarter_days(self.problem.starts, index)
        scorer, scale = self.problem.scorer, self.problem.scorer.scale
        stage = self.stages[index + 1]
        ends_at = Bounds(scorer, stage.readings).range(scorer.root)
        running = [choice.action for choice in self.choices if choice.start <= index < self.end[choice.action]]
        return Quarter(
            index=index,
            label=quarter_label(begins),
            starts=begins,
            ends=ends,
            cost=self.cost(index, running),
            effort_days=summed(
                shared(self.problem.actions[id_].days_of_all, self.demand[id_].quarters) for id_ in running
            ),
            effort_by_role=self.effort_by_role(running),
            score=None if stage.overall is None else scale.score_of(stage.overall),
            low=scale.score_of(ends_at.low) if ends_at else None,
            high=scale.score_of(ends_at.high) if ends_at else None,
            scores={child.id: self.child_score(stage, child) for child in scorer.root.children},
        )

    def child_score(self, stage: Headline, child: Branch | Leaf) -> Fraction | None:
        ratio = stage.value(child).ratio
        return None if ratio is None else self.problem.scorer.scale.score_of(ratio)

    def cost(self, index: int, running: list[str]) -> Range3:
        """Return the spend of one quarter: a share of each running action, and running cost of finished ones."""
        actions = self.problem.actions
        shares = [_scaled(actions[id_].cost, self.demand[id_].quarters) for id_ in running]
        finished = [actions[id_].running_cost_a_year for id_, end in self.end.items() if end <= index]
        return summed([*shares, *(_scaled(one, 4) for one in finished if one)])

    def effort_by_role(self, running: list[str]) -> dict[str, Fraction]:
        demands = [self.demand[id_].days for id_ in running]
        roles = sorted({role for days in demands for role in days})
        return {role: sum((days.get(role, ZERO) for days in demands), ZERO) for role in roles}

    def totals(self, chosen: list[Action]) -> Totals:
        return Totals(
            cost=summed(_scaled(action.cost, 1) for action in chosen),
            effort_days=summed(action.days_of_all for action in chosen),
            running_cost_a_year=summed(_scaled(one, 1) for action in chosen if (one := action.running_cost_a_year)),
            benefit_a_year=summed(_scaled(one, 1) for action in chosen if (one := action.benefit_a_year)),
        )

    @property
    def terms(self) -> Terms:
        return Terms.of(self.problem.plan, self.problem.day_rate)

    def stream(self, choice: Choice) -> Stream:
        return Stream.of(self.problem.actions[choice.action], choice.start, self.demand[choice.action].quarters)

    def critical_chain(self) -> tuple[str, ...]:
        """Return the chosen actions that wait for each other and together take longest; by end, then by id."""
        longest: dict[str, tuple[int, tuple[str, ...]]] = {}
        for choice in sorted(self.choices, key=lambda choice: (choice.start, self.end[choice.action])):
            waits = self.waited_for(self.problem.actions[choice.action])
            needs = [longest[one] for one in waits if one in longest]
            length, chain = max(needs, key=lambda found: (found[0], found[1]), default=(0, ()))
            longest[choice.action] = length + self.demand[choice.action].quarters, (*chain, choice.action)
        return max(longest.values(), key=lambda found: (found[0], len(found[1])), default=(0, ()))[1]

    def unmet(self) -> list[str]:
        """Return the questions that do not meet their target."""
        last, scale = self.stages[-1], self.problem.scorer.scale
        found = []
        for id_, level in self.problem.levels.items():
            leaf = self.problem.scorer.leaf[id_]
            asked = last.state(leaf) not in {State.HIDDEN, State.NOT_APPLICABLE}
            ratio = last.value(leaf).ratio
            stands = leaf.direction.worst if ratio is None else ratio
            if asked and leaf.direction.short(stands, scale.ratio_of(level)):
                found.append(id_)
        return found

    def open_gates(self) -> list[tuple[str, str]]:
        last = self.stages[-1]
        return [
            (branch.id, gate.because)
            for branch in self.problem.scorer.branch.values()
            for gate, _ in branch.gates
            if holds(gate.when, last)
        ]

    def left_out(self) -> list[LeftOut]:
        return [self.excused(action) for action in self.problem.actions.values() if action.id not in self.end]

    def excused(self, action: Action) -> LeftOut:
        refusal = refusal_of(self.problem, self.solution, action.id)
        return LeftOut(
            action,
            refusal.reason,
            self.problem.demand[action.id],
            other=self.problem.actions[refusal.other] if refusal.other else None,
            waits=bool(self.problem.needs(action)),
            money_too=refusal.money_too,
            because=(self.problem.decision(action.id).because or "") if refusal.reason is Reason.NEVER else "",
            unshown=tuple(self.problem.lifted(action, self.problem.readings))
            if refusal.reason is Reason.FINISHED
            else (),
        )


def quarter_label(begins: date) -> str:
    """Return Q1 2027 for a calendar quarter, else the month in which the quarter begins."""
    if begins.day == 1 and begins.month % 3 == 1:
        return f"Q{(begins.month + 2) // 3} {begins.year}"
    return f"{begins:%b %Y}"


def _scaled(estimate: Estimate, parts: int) -> Range3:
    return shared(estimate.points, parts)
