"""What stands in for answers that are missing or do not apply, and what evidence they need, for the annex on method."""

from __future__ import annotations

from readiness.model.answers import StatePolicy
from readiness.model.direction import Direction
from readiness.report.direction import required_words
from readiness.report.view.context import Context
from readiness.report.view.parts import Labelled
from readiness.report.words import capitalised, sentence, sized

__all__ = ["policies"]

_MISSING = {
    "zero": "counts as the lowest level{best}",
    "exclude": "is left out",
    "block": "leaves the area without a score",
    "full": "counts in full{worst}",
}
_NOT_APPLICABLE = {
    "exclude": "is left out, and the weights of the others grow in proportion",
    "zero": "counts as the lowest level{best}",
    "full": "counts in full{worst}",
    "forbidden": "is not accepted",
}


def policies(context: Context) -> tuple[Labelled, ...]:
    """Return what missing and not applicable answers count as, and the rules on evidence."""
    framework = context.given.framework
    direction, general = framework.direction, framework.scoring
    missing, apart = general.unanswered or "zero", general.not_applicable or "exclude"
    found = [
        Labelled("A missing answer", _counts(_MISSING[missing], direction[framework.id])),
        Labelled("A not applicable answer", _counts(_NOT_APPLICABLE[apart], direction[framework.id])),
    ]
    inner: list[tuple[str, str, StatePolicy]] = [(area.id, area.title, area.scoring) for area, _ in framework.walk()]
    inner += [(question.id, question.topic, question.scoring) for question in framework.question.values()]
    for id_, name, own in inner:
        if own.unanswered and own.unanswered != missing:
            found.append(Labelled(f"Missing in {name}", _counts(_MISSING[own.unanswered], direction[id_])))
        if own.not_applicable and own.not_applicable != apart:
            words = _counts(_NOT_APPLICABLE[own.not_applicable], direction[id_])
            found.append(Labelled(f"Not applicable in {name}", words))
    return (*found, *_evidence(context))


def _counts(words: str, direction: Direction) -> str:
    """Return what an answer counts as; where higher is worse, with what that means."""
    best, worst = direction.pick(("", ""), (", which is the best", ", which is the worst"))
    return capitalised(sentence(words.format(best=best, worst=worst)))


def _evidence(context: Context) -> tuple[Labelled, ...]:
    framework = context.given.framework
    rules: dict[tuple[int | None, int | None, Direction], int] = {}
    for question in framework.question.values():
        rule = framework.evidence_rule(question)
        key = (rule.required_from, rule.valid_for_months, framework.direction[question.id])
        rules[key] = rules.get(key, 0) + 1
    return tuple(
        Labelled(f"Evidence, {sized(count, 'question')}", _rule_words(*key))
        for key, count in sorted(rules.items(), key=lambda pair: -pair[1])
    )


def _rule_words(required_from: int | None, months: int | None, direction: Direction) -> str:
    if required_from is None:
        return "Not needed."
    side = direction.pick("below", "above")
    needed = required_words(required_from, direction)
    need = f"Needed {needed}; without it, the score with evidence only counts one level {side} that."
    return need + (f" It holds for {sized(months, 'month')} unless it names an end." if months else "")
