"""The rules RF5xx: wording."""

from __future__ import annotations

from readiness.checks.catalogue.rule import ERROR, WARNING, Rule

__all__ = ["WORDING"]

WORDING = (
    Rule(
        "RF501",
        "repeated-level-text",
        ERROR,
        "Two levels of a question have the same text.",
        "Nobody can choose between them.",
        "{3: Owned., 4: Owned.}",
        "{3: Owned., 4: Owned and measured.}",
        usable=True,
    ),
    Rule(
        "RF502",
        "missing-reason",
        WARNING,
        "A question does not say why it matters.",
        "People answer better, and reports persuade, with a reason.",
        "- {id: q, ask: …}",
        "- {id: q, ask: …, why: …}",
    ),
    Rule(
        "RF503",
        "levels-run-backwards",
        WARNING,
        "A level text claims less than the text of a lower level.",
        "An agency that improves would have to answer with a lower level.",
        "{2: Most services are online., 3: Some services are online.}",
        "{2: Some services are online., 3: Most services are online.}",
    ),
    Rule(
        "RF504",
        "two-questions-in-one",
        WARNING,
        "A question asks two things at once.",
        "When the answers differ, no level describes the agency, and nobody knows which was meant.",
        "ask: Is there a plan, and is it followed?",
        "ask: How far is the plan followed?",
    ),
    Rule(
        "RF505",
        "hard-to-read",
        WARNING,
        "A question with its texts takes more schooling to read than most people have; below 25 words none is judged.",
        "People who misread a question answer another one.",
        "ask: Are interdepartmental prioritisation methodologies operationalised?",
        "ask: Do departments agree what comes first?",
    ),
    Rule(
        "RF506",
        "long-question",
        WARNING,
        "A question is longer than people take in at one go.",
        "They answer the part that they remember.",
        "ask: a sentence of more than 25 words",
        "ask: the core of it, and why: the rest",
    ),
    Rule(
        "RF507",
        "evidence-nobody-has",
        WARNING,
        "Evidence is required that nobody could produce, or know to produce.",
        "Honest answers would count as unproved.",
        "evidence: {required-from: 3}",
        "evidence: {expect: [board minutes], required-from: 3}",
    ),
    Rule(
        "RF508",
        "placeholder-text",
        WARNING,
        "A text is empty, or stands for one that is still to be written.",
        "It would be put to people, and printed in reports.",
        "4: tbd",
        "4: Results are measured every quarter.",
    ),
    Rule(
        "RF509",
        "repeated-question",
        WARNING,
        "Two questions ask in the same words.",
        "People answer the second as they did the first, and the matter counts twice.",
        "- {id: a, ask: Who decides?}\n- {id: b, ask: Who decides?}",
        "- {id: a, ask: Who decides?}\n- {id: b, ask: Who pays?}",
    ),
    Rule(
        "RF510",
        "good-enough-repeats-level",
        WARNING,
        "The text that says when a level is good enough repeats the text of a level.",
        "It should name the circumstances, not what is done.",
        "levels: {4: Measured.} and good-enough-when: {3: Measured.}",
        "good-enough-when: {3: Nobody outside depends on it.}",
    ),
)
