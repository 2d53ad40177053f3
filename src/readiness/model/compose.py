"""Composition: the included frameworks become top areas of one framework."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from readiness.model.estimates import Estimates
from readiness.model.framework import Area, Framework
from readiness.model.targets import Switch, TargetProfile

if TYPE_CHECKING:
    from readiness.model.answers import Question

__all__ = ["accepts", "compose", "local_need"]


def accepts(wanted: str | None, version: str) -> bool:
    """Tell whether a version satisfies a range: `1.2` means exactly that prefix, `^1.2` means 1.2 or later, below 2."""
    if wanted is None:
        return True
    have = tuple(map(int, version.split(".")))
    want = tuple(map(int, wanted.lstrip("^").split(".")))
    if wanted.startswith("^"):
        return have[0] == want[0] and have[: len(want)] >= want
    return have[: len(want)] == want


def local_need(need: str, framework_ids: frozenset[str]) -> str | None:
    """Return the id of a needed action, or None when it belongs to a framework that is not part of this one."""
    framework, _, action = need.rpartition("/")
    return action if not framework or framework in framework_ids else None


def compose(framework: Framework, parts: Mapping[str, Framework]) -> Framework:
    """Return one framework without includes; every included one is a top area of it, in the order written.

    State policies, the roll-up and the evidence rule of an included framework stay in force within its area.
    Target profiles of equal id are merged; what the including framework says wins.
    """
    included = [(include, parts[include.framework]) for include in framework.includes]
    everyone = [*(part for _, part in included), framework]
    tailorings = [record for one in (framework, *everyone[:-1]) for record in one.tailorings]
    # what needs an action of a framework finds it in one that was tailored from that, too
    members = frozenset(one.id for one in everyone) | {record.base for record in tailorings}
    areas = tuple(
        _as_area(part).changed(weight=include.weight, rung=include.rung, measure=include.measure)
        for include, part in included
    )
    actions = [action for one in everyone for action in one.actions]
    whole = framework.changed(
        includes=(),
        areas=(*areas, *framework.areas),
        facts=_merged(everyone, lambda one: one.facts),
        roles=_merged(everyone, lambda one: one.roles),
        sources=_sources(everyone),
        targets=_targets(framework, [part for _, part in included]),
        estimates=_estimates(framework, [part for _, part in included]),
        actions=tuple(
            action.changed(needs=tuple(name for need in action.needs if (name := local_need(need, members))))
            for action in actions
        ),
    )
    return whole.tailored_by(*tailorings) if tailorings else whole


def _merged(everyone: list[Framework], get: Callable[[Framework], Mapping[str, Any]]) -> dict[str, Any]:
    return {key: value for one in everyone for key, value in get(one).items()}


def _as_area(part: Framework) -> Area:
    """Return a whole framework as one area; its defaults move down to where they hold."""
    return Area.model_construct(
        id=part.id,
        title=part.title,
        description=part.description,
        applies_when=None,
        higher_is=part.higher_is,
        scoring=part.scoring,
        gates=part.gates,
        adjust=part.adjust,
        bands=part.bands,
        areas=tuple(_with_defaults(area, part) for area in part.areas),
        questions=tuple(_with_rule(question, part) for question in part.questions),
    )


def _with_defaults(area: Area, part: Framework) -> Area:
    return area.changed(
        scoring=area.scoring.completed(part.scoring),
        areas=tuple(_with_defaults(child, part) for child in area.areas),
        questions=tuple(_with_rule(question, part) for question in area.questions),
    )


def _with_rule(question: Question, part: Framework) -> Question:
    return question.changed(evidence=part.evidence_rule(question))


def _sources(everyone: list[Framework]) -> dict[str, Any]:
    """Return all sources; where several frameworks name one, their items are joined."""
    sources: dict[str, Any] = {}
    for one in everyone:
        for id_, source in one.sources.items():
            known = sources.get(id_)
            items = {**known.items, **source.items} if known else source.items
            sources[id_] = source.changed(items=items)
    return sources


def _estimates(framework: Framework, parts: list[Framework]) -> Estimates:
    """Return what the including framework says, completed from the first included one that says it."""
    everyone = [framework.estimates, *(part.estimates for part in parts)]
    said = {name: [value for one in everyone if (value := getattr(one, name))] for name in Estimates.model_fields}
    return framework.estimates.changed(**{name: values[0] for name, values in said.items() if values})


def _targets(framework: Framework, parts: list[Framework]) -> dict[str, TargetProfile]:
    """Return the profiles of the including framework, completed from the included ones of the same id."""
    if not framework.targets:
        return _merged(parts, lambda one: one.targets)
    return {id_: _target(id_, profile, parts) for id_, profile in framework.targets.items()}


def _target(id_: str, profile: TargetProfile, parts: list[Framework]) -> TargetProfile:
    theirs = [(part, part.targets[id_]) for part in parts if id_ in part.targets]
    areas = {part.id: target.default for part, target in theirs}
    questions: dict[str, int] = {}
    switches: list[Switch] = []
    for part, target in theirs:
        areas |= target.areas
        questions |= target.questions
        for switch in target.switches:
            _join(switches, _placed(switch, part.id, profile))
    return profile.changed(
        areas={**areas, **profile.areas},
        questions={**questions, **profile.questions},
        switches=(*switches, *profile.switches),
    )


def _placed(switch: Switch, part: str, profile: TargetProfile) -> Switch:
    """Return a switch of an included framework as one of the whole; what the whole says itself, it leaves alone."""
    areas = switch.areas if switch.default is None else {part: switch.default, **switch.areas}
    return switch.changed(
        default=None,
        areas={id_: level for id_, level in areas.items() if id_ not in profile.areas},
        questions={id_: level for id_, level in switch.questions.items() if id_ not in profile.questions},
    )


def _join(switches: list[Switch], more: Switch) -> None:
    """Add a switch; where one has the same condition and reason, to that one. Parts have no ids in common."""
    if not more.areas and not more.questions:
        return
    for index, one in enumerate(switches):
        if (one.when, one.because) == (more.when, more.because):
            switches[index] = one.changed(
                areas={**one.areas, **more.areas}, questions={**one.questions, **more.questions}
            )
            return
    switches.append(more)
