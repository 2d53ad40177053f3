"""Annex B: how the numbers were made, with this framework's own weights and rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from readiness.model.adjust import Adjustment
from readiness.model.answers import ANSWER_TYPES
from readiness.model.direction import Direction
from readiness.model.framework import Area, Framework, Gate
from readiness.report.adjustments import adjustment_words
from readiness.report.conditions import condition_words
from readiness.report.direction import direction_words
from readiness.report.fitting import estimate_lines
from readiness.report.made import made_at_length
from readiness.report.numbers import decimal_text, integer_text, money_text, percent_text
from readiness.report.robustness import method_sentence
from readiness.report.rollups import ROLLUP_WORDS, RollupWords, rollup_words
from readiness.report.settled import budget_words, settled_words
from readiness.report.tailoring import tailoring_words
from readiness.report.view.calculations import Calculation, calculations, explanations, stand_ins
from readiness.report.view.context import Context
from readiness.report.view.parts import Labelled
from readiness.report.view.policies import policies
from readiness.report.view.section import Section
from readiness.report.wording import gettext, ngettext, pgettext
from readiness.report.words import capitalised, joined, long_date, lowered, sentence
from readiness.roadmap.plan import PlannedAction, Roadmap
from readiness.scoring.result import NodeScore

__all__ = ["Method", "WeightLine", "method", "weight_words"]


@dataclass(frozen=True, slots=True)
class WeightLine:
    """One node of the framework with its weight."""

    name: str
    depth: int
    rollup: str
    weight: str
    share: str


@dataclass(frozen=True, slots=True)
class Method:
    """The annex on method."""

    tailoring: tuple[Labelled, ...]
    formulas: tuple[Labelled, ...]
    policies: tuple[Labelled, ...]
    gates: tuple[Labelled, ...]
    calculations: tuple[Calculation, ...]
    stand_ins: tuple[Labelled, ...]
    """What was done with each answer that is missing, does not apply or was not asked for."""
    weights: tuple[WeightLine, ...]
    plan: tuple[Labelled, ...]
    sources: tuple[Labelled, ...]
    versions: tuple[Labelled, ...]
    digests: tuple[Labelled, ...]


def method(context: Context) -> Section:
    """Return annex B."""
    found = explanations(context)
    body = Method(
        tailoring=tuple(Labelled(*line) for line in tailoring_words(context.given.framework)),
        formulas=_formulas(context),
        policies=policies(context),
        gates=_gates(context),
        calculations=calculations(context, found if context.extent.is_whole else found[:1]),
        stand_ins=stand_ins(found[0]),
        weights=tuple(_weight(node) for node in _weighed(context)),
        plan=_plan(context),
        sources=_sources(context),
        versions=_versions(context),
        digests=tuple(Labelled(name, digest) for name, digest in context.given.digests.items()),
    )
    return Section(
        "annex-method",
        "method",
        gettext("Annex B: method"),
        gettext("How the numbers were made, so that anybody can make them again"),
        body,
    )


def _weighed(context: Context) -> Iterator[NodeScore]:
    """Yield what has a weight; on paper areas alone, as on a screen, where that of a question stands beside it."""
    extent = context.extent
    beside = {"framework"} if extent.is_whole and not extent.is_for_screen else {"framework", "question"}
    return (node for node in context.root.walk() if node.kind not in beside)


def _formulas(context: Context) -> tuple[Labelled, ...]:
    scale = context.scale
    used = {question.type for question in context.given.framework.question.values()}
    kinds = [
        Labelled(gettext("Answer type “{name}”", name=name), sentence(_summary(name)))
        for name in ANSWER_TYPES
        if name in used
    ]
    rollups = [Labelled(words.name, words.formula) for words in _rollups(context)]
    direction = context.root.direction
    score = gettext(
        "{lowest} plus the ratio times {span}. The level is the whole step that the score has reached.",
        lowest=scale.lowest,
        span=scale.highest - scale.lowest,
    )
    rounding = gettext("Only what is printed is rounded. A score below a level or a target is never rounded up to it.")
    worse, never = gettext("Higher is worse."), gettext("A score above its target is never rounded down to it.")
    return (
        Labelled(
            gettext("Points"), gettext("Each answer has points out of a maximum; their ratio lies between 0 and 1.")
        ),
        *kinds,
        *rollups,
        Labelled(gettext("Score"), direction.pick(score, f"{score} {worse}")),
        Labelled(
            gettext("Range"),
            gettext("The lowest and the highest score that any way of filling in the missing answers can lead to."),
        ),
        Labelled(
            gettext("Rounding"),
            direction.pick(rounding, f"{rounding} {never}"),
        ),
        *_robustness(context),
    )


def _robustness(context: Context) -> tuple[Labelled, ...]:
    weights = context.given.sensitivity.weights
    return () if weights is None else (Labelled(gettext("Robustness"), method_sentence(weights)),)


def _rollups(context: Context) -> list[RollupWords]:
    """Return the roll-ups of this framework, each once, in the order in which the reference has them."""
    used = {(node.rollup, node.direction) for node in context.root.walk() if node.rollup}
    ways = [(name, direction) for name in ROLLUP_WORDS for direction in Direction if (name, direction) in used]
    return list(dict.fromkeys(rollup_words(*way) for way in ways))


def _summary(name: str) -> str:
    return capitalised(gettext(ANSWER_TYPES[name].question.summary))


def _gates(context: Context) -> tuple[Labelled, ...]:
    framework = context.given.framework
    nodes: list[tuple[str, Area | Framework]] = [(gettext("Overall score"), framework)]
    nodes += [(area.title, area) for area, _ in framework.walk()]
    caps = [
        Labelled(name, f"{_cap_words(gate, framework, framework.direction[node.id])} {sentence(gate.because)}")
        for name, node in nodes
        for gate in node.gates
    ]
    incomplete = gettext("As bad as it can be while an answer that it is made of is missing.")
    return (
        *(Labelled(name, incomplete) for name, node in nodes if node.scoring.incomplete),
        *caps,
        *(Labelled(name, _adjustment_words(rule, framework)) for name, node in nodes for rule in node.adjust),
    )


def _cap_words(gate: Gate, framework: Framework, direction: Direction) -> str:
    limit = capitalised(direction_words(direction).limit)
    when = condition_words(gate.when, framework)
    return gettext("{limit} level {level} when {condition}.", limit=limit, level=gate.cap_at_level, condition=when)


def _adjustment_words(rule: Adjustment, framework: Framework) -> str:
    words = adjustment_words(rule, framework, lambda number: decimal_text(number, 2))
    return f"{capitalised(words)}. {sentence(rule.because)}"


def _weight(node: NodeScore) -> WeightLine:
    rollup = rollup_words(node.rollup, node.direction).name if node.rollup else ""
    return WeightLine(node.title, node.depth, rollup, _weight_text(node), _share_text(node))


def _weight_text(node: NodeScore) -> str:
    return f"{node.weight}" if node.weight.denominator == 1 else decimal_text(node.weight, 2)


def _share_text(node: NodeScore) -> str:
    return percent_text(node.share_of_whole) if node.share_of_whole else pgettext("share", "none")


def weight_words(node: NodeScore) -> str:
    """Return what a question counts beside its siblings, and in the whole."""
    return gettext(
        "Weight {weight}; share of the overall score: {share}", weight=_weight_text(node), share=_share_text(node)
    )


def _plan(context: Context) -> tuple[Labelled, ...]:
    roadmap, plan = context.given.roadmap, context.given.assessment.plan
    if roadmap is None:
        return ()
    everyone = plan.capacity_days_a_quarter.get("*")
    teams = [
        gettext("{team} {days}", team=context.role(role), days=integer_text(days))
        for role, days in plan.capacity_days_a_quarter.items()
        if role != "*"
    ]
    found = [
        Labelled(
            gettext("Choice"),
            made_at_length(roadmap.solution, lambda id_: context.given.scorecard.node[id_].title),
        ),
        Labelled(gettext("Time"), _time(roadmap)),
        Labelled(gettext("Budget"), budget_words(plan, roadmap.currency)),
        Labelled(gettext("Staff days a quarter"), _teams(everyone, teams)),
        Labelled(
            gettext("Day rate"),
            gettext(
                "{amount}, to weigh effort against money. It is not charged to the budget.",
                amount=money_text(roadmap.day_rate, roadmap.currency),
            ),
        ),
        Labelled(
            gettext("Projection"),
            gettext(
                "What finished actions {change} is scored again in the same way, with gates and range, if all runs to "
                "plan.",
                change=context.words.change,
            ),
        ),
    ]
    lines = estimate_lines(context.given.fitting, context.given.assessment.organisation.staff)
    settled = [f"{one.number} {one.action.title}: {words}" for one in roadmap.actions if (words := _settled(one))]
    beforehand = [Labelled(gettext("Settled beforehand"), " ".join(settled))] if settled else []
    return (*found, *beforehand, *(Labelled(*line) for line in lines))


def _settled(one: PlannedAction) -> str:
    """Return what is settled about an action, as it stands behind its title."""
    return lowered(settled_words(one.decision))


def _time(roadmap: Roadmap) -> str:
    return ngettext(
        "{count} quarter from {date}.",
        "{count} quarters from {date}.",
        len(roadmap.quarters),
        date=long_date(roadmap.starts),
    )


def _teams(everyone: Fraction | None, teams: list[str]) -> str:
    if everyone is None and not teams:
        return gettext("Not limited.")
    parts = [gettext("all teams together {days}", days=integer_text(everyone))] if everyone is not None else []
    return capitalised(sentence(joined([*parts, *teams])))


def _sources(context: Context) -> tuple[Labelled, ...]:
    """Return the documents behind the questions, with where their identifiers were checked."""
    return tuple(
        Labelled(source.title, _source_words(source.kind, source.url, source.checked, len(source.items)))
        for source in context.given.framework.sources.values()
    )


def _source_words(kind: str, url: str | None, checked: str | None, items: int) -> str:
    encoded = ngettext(
        "Encoded question by question, {count} recommendation",
        "Encoded question by question, {count} recommendations",
        items,
    )
    referred = ngettext("Referred to, {count} item", "Referred to, {count} items", items)
    first = encoded if kind == "checklist" else referred
    return " ".join(sentence(part) for part in (first, checked or "", url or "") if part)


def _versions(context: Context) -> tuple[Labelled, ...]:
    given, framework = context.given, context.given.framework
    return (
        Labelled(
            gettext("Framework"),
            gettext(
                "{title} ({id}), version {version}, licence {licence}",
                title=framework.title,
                id=framework.id,
                version=framework.version,
                licence=framework.licence,
            ),
        ),
        Labelled(
            gettext("Assessment"),
            gettext(
                "as of {date}; evidence judged on {judged}",
                date=long_date(given.assessment.assessed_on),
                judged=long_date(given.as_of),
            ),
        ),
        Labelled(gettext("Tool"), f"readiness {given.version}"),
    )
