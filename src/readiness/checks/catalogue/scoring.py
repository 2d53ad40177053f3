"""The rules RF2xx: scales, weights, gates and targets."""

from __future__ import annotations

from readiness.checks.catalogue.rule import ERROR, WARNING, Rule

__all__ = ["SCORING"]

SCORING = (
    Rule(
        "RF201",
        "level-off-scale",
        ERROR,
        "A level is not a step of the framework's scale.",
        "It can never be reached or answered.",
        "targets: {good: {default: 7}}",
        "targets: {good: {default: 4}}",
    ),
    Rule(
        "RF202",
        "missing-level-text",
        ERROR,
        "A question does not describe every level of the scale.",
        "People would have to guess what a level means.",
        "levels: {1: …, 2: …, 3: …}",
        "levels: {1: …, 2: …, 3: …, 4: …, 5: …}",
    ),
    Rule(
        "RF203",
        "weights-without-effect",
        WARNING,
        "Weights are set under a roll-up that ignores them.",
        "The author expects an effect that does not happen.",
        "scoring: {rollup: min}\nquestions: [{weight: 3, …}]",
        "scoring: {rollup: mean}",
    ),
    Rule(
        "RF204",
        "empty-area",
        WARNING,
        "An area holds neither areas nor questions.",
        "It never has a score.",
        "- {id: access, title: Access}",
        "- {id: access, title: Access, questions: […]}",
    ),
    Rule(
        "RF205",
        "gate-without-effect",
        WARNING,
        "A gate caps at the highest level of the scale.",
        "It can never change a score.",
        "cap-at-level: 5",
        "cap-at-level: 2",
    ),
    Rule(
        "RF206",
        "target-below-gate",
        WARNING,
        "A target profile is met while a gate still caps the area.",
        "An agency that closes every gap would still be held down.",
        "gates: [{when: {question: q, below: 3}}] and target q: 2",
        "target q: 3",
    ),
    Rule(
        "RF208",
        "bands-not-a-partition",
        ERROR,
        "Bands leave a hole, overlap, are out of order, or do not say to which band an edge belongs.",
        "Some score would have no name, or two.",
        "ranges: [{name: Low, to: 0.5}, {name: High, from: 0.6}]",
        "inclusive: lower\nranges: [{name: Low, to: 0.5}, {name: High, from: 0.5}]",
    ),
    Rule(
        "RF209",
        "mean-without-floor",
        WARNING,
        "A geometric or harmonic mean has no floor.",
        "One part at zero makes all the others worthless, and no progress there shows.",
        "scoring: {rollup: gmean}",
        "scoring: {rollup: gmean, floor: 0.01}",
    ),
    Rule(
        "RF211",
        "ladder-without-rung",
        ERROR,
        "A part of a ladder does not say on which rung it stands.",
        "Nobody could tell what has to be reached before it.",
        "scoring: {rollup: ladder}\nquestions: [{id: q, …}]",
        "scoring: {rollup: ladder}\nquestions: [{id: q, rung: 1, …}]",
    ),
    Rule(
        "RF212",
        "option-without-effect",
        WARNING,
        "An option or a rung is set where the roll-up does not read it.",
        "The author expects an effect that does not happen.",
        "scoring: {rollup: mean, floor: 0.1}",
        "scoring: {rollup: gmean, floor: 0.1}",
    ),
)
