"""What stands in for answers that are missing or do not apply, and what evidence they need, for the annex on method."""

from __future__ import annotations

from readiness.model.answers import StatePolicy
from readiness.model.direction import Direction
from readiness.report.direction import required_words
from readiness.report.view.context import Context
from readiness.report.view.parts import Labelled
from readiness.report.wording import gettext, ngettext

__all__ = ["policies"]


def policies(context: Context) -> tuple[Labelled, ...]:
    """Return what missing and not applicable answers count as, and the rules on evidence."""
    framework = context.given.framework
    direction, general = framework.direction, framework.scoring
    missing, apart = general.unanswered or "zero", general.not_applicable or "exclude"
    found = [
        Labelled(gettext("A missing answer"), _missing(missing, direction[framework.id])),
        Labelled(gettext("A not applicable answer"), _not_applicable(apart, direction[framework.id])),
    ]
    inner: list[tuple[str, str, StatePolicy]] = [(area.id, area.title, area.scoring) for area, _ in framework.walk()]
    inner += [(question.id, question.topic, question.scoring) for question in framework.question.values()]
    for id_, name, own in inner:
        if own.unanswered and own.unanswered != missing:
            heading = gettext("Missing in {name}", name=name)
            found.append(Labelled(heading, _missing(own.unanswered, direction[id_])))
        if own.not_applicable and own.not_applicable != apart:
            heading = gettext("Not applicable in {name}", name=name)
            found.append(Labelled(heading, _not_applicable(own.not_applicable, direction[id_])))
    return (*found, *_evidence(context))


def _missing(policy: str, direction: Direction) -> str:
    """Return what a missing answer counts as."""
    match policy:
        case "exclude":
            return gettext("Is left out.")
        case "block":
            return gettext("Leaves the area without a score.")
        case _:
            return _counts(policy, direction)


def _not_applicable(policy: str, direction: Direction) -> str:
    """Return what an answer counts as that does not apply."""
    match policy:
        case "exclude":
            return gettext("Is left out, and the weights of the others grow in proportion.")
        case "forbidden":
            return gettext("Is not accepted.")
        case _:
            return _counts(policy, direction)


def _counts(policy: str, direction: Direction) -> str:
    """Return what an answer counts as; where higher is worse, with what that means."""
    if policy == "zero":
        return direction.pick(
            gettext("Counts as the lowest level."), gettext("Counts as the lowest level, which is the best.")
        )
    return direction.pick(gettext("Counts in full."), gettext("Counts in full, which is the worst."))


def _evidence(context: Context) -> tuple[Labelled, ...]:
    framework = context.given.framework
    rules: dict[tuple[int | None, int | None, Direction], int] = {}
    for question in framework.question.values():
        rule = framework.evidence_rule(question)
        key = (rule.required_from, rule.valid_for_months, framework.direction[question.id])
        rules[key] = rules.get(key, 0) + 1
    return tuple(
        Labelled(ngettext("Evidence, {count} question", "Evidence, {count} questions", count), _rule_words(*key))
        for key, count in sorted(rules.items(), key=lambda pair: -pair[1])
    )


def _rule_words(required_from: int | None, months: int | None, direction: Direction) -> str:
    if required_from is None:
        return gettext("Not needed.")
    needed = required_words(required_from, direction)
    need = direction.pick(
        gettext("Needed {when}; without it, the score with evidence only counts one level below that.", when=needed),
        gettext("Needed {when}; without it, the score with evidence only counts one level above that.", when=needed),
    )
    if not months:
        return need
    lasts = ngettext(
        "It holds for {count} month unless it names an end.",
        "It holds for {count} months unless it names an end.",
        months,
    )
    return f"{need} {lasts}"
