"""The rules RF4xx: actions."""

from __future__ import annotations

from readiness.checks.catalogue.rule import ERROR, WARNING, Rule

__all__ = ["ACTIONS"]

ACTIONS = (
    Rule(
        "RF401",
        "prerequisite-cycle",
        ERROR,
        "Actions wait for each other.",
        "None of them could ever start.",
        "a needs b, b needs a",
        "a needs b",
    ),
    Rule(
        "RF402",
        "estimate-order",
        ERROR,
        "An estimate's low, likely and high do not rise.",
        "The range would be meaningless.",
        "{low: 20, likely: 10, high: 30}",
        "{low: 10, likely: 20, high: 30}",
    ),
    Rule(
        "RF403",
        "gap-without-action",
        WARNING,
        "A target asks for a level of a question that no action reaches.",
        "The roadmap could show the gap and offer nothing.",
        "target q: 4 and actions lift q to 3",
        "an action with lifts: {q: 4}",
    ),
    Rule(
        "RF404",
        "rival-needed",
        ERROR,
        "An action needs its own rival, or two actions that are rivals, directly or through others.",
        "It could never be chosen.",
        "needs: [a] and instead-of: [a]",
        "instead-of: [a]",
    ),
    Rule(
        "RF405",
        "question-without-action",
        WARNING,
        "The framework offers actions, and none of them lifts this question.",
        "An agency that answers badly finds nothing to do about it.",
        "questions: [{id: q, …}] and no action lifts q",
        "actions: [{id: a, lifts: {q: 4}, …}]",
    ),
    Rule(
        "RF406",
        "action-without-effect",
        WARNING,
        "An action lifts a question to the worst level, or lists no items to be done.",
        "It costs money and changes nothing.",
        "lifts: {q: 1}",
        "lifts: {q: 3}",
    ),
    Rule(
        "RF407",
        "no-higher-than-prerequisite",
        WARNING,
        "An action lifts its questions no further than the actions that it needs, directly or through others.",
        "Whenever it can start, there is nothing left for it to do.",
        "a: {lifts: {q: 3}} and b: {lifts: {q: 3}, needs: [a]}",
        "a: {lifts: {q: 3}} and b: {lifts: {q: 4}, needs: [a]}",
    ),
    Rule(
        "RF408",
        "owner-among-others",
        ERROR,
        "The effort of others of an action names the role that owns it.",
        "It could not be told whether its days are meant beside `effort-days` or instead.",
        "owner: cdio and effort-of-others: {cdio: {likely: 5}}",
        "owner: cdio and effort-of-others: {cfo: {likely: 5}}",
    ),
    Rule(
        "RF409",
        "others-without-effort",
        WARNING,
        "The effort of others of an action names a team that likely has nothing to do.",
        "The team would be told of work that it does not have.",
        "effort-of-others: {cfo: {likely: 0}}",
        "effort-of-others: {cfo: {likely: 2}}",
    ),
    Rule(
        "RF410",
        "sizes-overlap",
        ERROR,
        "Two sizes for which estimates are multiplied overlap, or one of them fits no organisation.",
        "It could not be told by how much to multiply.",
        "sizes: [{staff-below: 500, effort: 0.5}, {staff-at-least: 400, effort: 2}]",
        "sizes: [{staff-below: 500, effort: 0.5}, {staff-at-least: 500, effort: 2}]",
    ),
    Rule(
        "RF411",
        "estimates-differ",
        ERROR,
        "Included frameworks estimate in different currencies or prices, or for different sizes; none is preferred.",
        "Amounts that mean different things would be added up.",
        "includes: [{framework: a}, {framework: b}] with a in GBP and b in EUR",
        "includes: [{framework: a}, {framework: b}] with both in GBP",
    ),
)
