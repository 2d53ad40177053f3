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
        "A weight is set where it changes no score: under a minimum, on an only child, or on words.",
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
        "A target profile can be met while a gate holds its area below it, which better answers would avoid.",
        "An agency that closes every gap would still be held down.",
        "gates: [{when: {question: q, below: 3}, cap-at-level: 1}] and target q: 2",
        "target q: 3",
    ),
    Rule(
        "RF207",
        "unreachable-level",
        WARNING,
        "A level is named of a question, and no answer to this question is at it.",
        "It can be asked for or promised, and never recorded.",
        "lifts: {yes-no-question: 3}",
        "lifts: {yes-no-question: 5}",
    ),
    Rule(
        "RF210",
        "target-out-of-reach",
        WARNING,
        "Whoever meets a target profile is still held below it by a gate.",
        "No answers, however good, reach the framework's own target.",
        "gates: [{when: {question: q, at-least: 4}, cap-at-level: 2}] and target q: 4",
        "gates: [{when: {question: q, below: 4}, cap-at-level: 2}] and target q: 4",
    ),
)
