"""The rules RF3xx: conditions."""

from __future__ import annotations

from readiness.checks.catalogue.rule import ERROR, WARNING, Rule

__all__ = ["CONDITIONS"]

CONDITIONS = (
    Rule(
        "RF301",
        "condition-cycle",
        ERROR,
        "Questions decide on each other whether they are asked.",
        "Whether to ask either could never be settled.",
        "a applies when b …, b applies when a …",
        "a applies when b …",
    ),
    Rule(
        "RF302",
        "condition-kind",
        ERROR,
        "A condition compares an answer or a fact with a value of another kind, or a level off the scale.",
        "The comparison does not mean what its author meant.",
        "{question: yes-no-question, includes: item}",
        "{question: yes-no-question, is: yes}",
    ),
    Rule(
        "RF303",
        "condition-never-holds",
        WARNING,
        "A condition, or a part of one, never holds where it is looked at, whatever is answered.",
        "A question is never asked, or a gate never caps, and nobody notices.",
        "all: [{question: q, below: 2}, {question: q, at-least: 3}]",
        "any: [{question: q, below: 2}, {question: q, at-least: 3}]",
    ),
    Rule(
        "RF304",
        "condition-always-holds",
        WARNING,
        "A condition, or a part of one, always holds where it is looked at, whatever is answered.",
        "It looks like a rule and decides nothing.",
        "any: [{fact: remote, is: true}, {fact: remote, is: false}]",
        "{fact: remote, is: true}",
    ),
    Rule(
        "RF305",
        "fact-known-already",
        ERROR,
        "A framework asks for a fact called `staff` or `sector`, which every assessment says of its organisation.",
        "Two answers to one question could differ.",
        "facts: {staff: {type: number, ask: How many people work there?}}",
        "when: {fact: staff, at-least: 2000}",
    ),
)
