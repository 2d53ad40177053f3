"""A framework as people read it, in a terminal or on paper: every string, nothing of its layout."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from readiness.model.framework import Area, Framework, Gate
from readiness.report.conditions import condition_words
from readiness.report.crosswalk import Crosswalk
from readiness.report.exact import exact_text
from readiness.report.fitting import sizes_lines
from readiness.report.tailoring import tailoring_words
from readiness.report.view.parts import Labelled
from readiness.report.words import sentence, sized
from readiness.report.workbook.actions import ActionSheet, action_sheet, chain_lines
from readiness.report.workbook.questions import Choice, Sheet, sheet
from readiness.report.workbook.sources import SourceLine, source_lines
from readiness.report.workbook.targets import Profile, profile_of

__all__ = ["ActionSheet", "Choice", "Part", "Profile", "Sheet", "SourceLine", "Workbook", "build_workbook"]


@dataclass(frozen=True, slots=True)
class Part:
    """An area, or the framework itself for the questions that stand in none."""

    id: str
    label: str
    """What areas of this depth are called."""
    title: str
    depth: int
    description: str
    counts: str
    """How it counts: weight 1, or measured beside the score."""
    notes: tuple[str, ...]
    """What a higher score means where that changes, when it is asked, and its gates."""
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class Workbook:
    """A whole framework."""

    id: str
    version: str
    title: str
    language: str
    licence: str
    description: str
    size: str
    """How many areas, questions and actions it has."""
    tailoring: tuple[Labelled, ...]
    scale: tuple[Labelled, ...]
    """The name of each level with its number, and what it means where that is said."""
    higher_is_worse: bool
    facts: tuple[str, ...]
    """What is asked about the organisation before the questions."""
    roles: tuple[str, ...]
    """Who is named in it."""
    limits: tuple[str, ...]
    """The gates on the overall score."""
    parts: tuple[Part, ...]
    """Parents before children."""
    profiles: tuple[Profile, ...]
    estimates: tuple[str, ...]
    """What holds for the estimates of all actions."""
    chain: tuple[str, ...]
    """What is said of the longest chain of actions, then its links in order."""
    actions: tuple[ActionSheet, ...]
    sources: tuple[SourceLine, ...]

    @property
    def chapters(self) -> tuple[tuple[Part, ...], ...]:
        """The parts by the top area that holds them."""
        found: list[list[Part]] = []
        for part in self.parts:
            if part.depth and found:
                found[-1].append(part)
            else:
                found.append([part])
        return tuple(map(tuple, found))

    @property
    def offers(self) -> Mapping[str, tuple[ActionSheet, ...]]:
        """The actions by the top area that they improve first."""
        found: dict[str, list[ActionSheet]] = {}
        for action in self.actions:
            found.setdefault(action.area, []).append(action)
        return {area: tuple(actions) for area, actions in found.items()}


def build_workbook(
    framework: Framework, crosswalks: Sequence[Crosswalk] = (), elsewhere: Mapping[str, str] = MappingProxyType({})
) -> Workbook:
    """Return a framework in words.

    Args:
        framework: The framework.
        crosswalks: It beside the public instruments that it refers to.
        elsewhere: The titles of actions of other frameworks, by `framework/action`, as far as they are known.
    """
    lifting: dict[str, list[str]] = {}
    for action in framework.actions:
        for question in action.lifts:
            lifting.setdefault(question, []).append(action.title)
    sheets = {id_: sheet(framework, question, lifting.get(id_, ())) for id_, question in framework.question.items()}
    areas = (_part(framework, *one, sheets) for one in framework.walk())
    return Workbook(
        id=framework.id,
        version=framework.version,
        title=framework.title,
        language=framework.language,
        licence=framework.licence,
        description=framework.description or "",
        size=_size(framework),
        tailoring=tuple(Labelled(name, text) for name, text in tailoring_words(framework)),
        scale=tuple(Labelled(f"{step.level} {step.name}", step.description or "") for step in framework.scale.levels),
        higher_is_worse=framework.higher_is == "worse",
        facts=tuple(fact.ask for fact in framework.facts.values()),
        roles=tuple(framework.roles.values()),
        limits=_gates(framework, framework),
        parts=(*_without_area(framework, sheets), *areas),
        profiles=tuple(profile_of(framework, id_, one) for id_, one in framework.targets.items()),
        estimates=tuple(sizes_lines(framework)) if framework.actions else (),
        chain=chain_lines(framework),
        actions=tuple(action_sheet(framework, action, elsewhere) for action in framework.actions),
        sources=source_lines(framework, crosswalks),
    )


def _size(framework: Framework) -> str:
    areas = sum(not area.areas for area, _ in framework.walk())
    parts = [sized(areas, "area")] if areas else []
    parts += [sized(len(framework.question), "question"), sized(len(framework.actions), "action")]
    return ", ".join(parts)


def _without_area(framework: Framework, sheets: Mapping[str, Sheet]) -> Iterator[Part]:
    """Yield the questions that stand in no area, where there are any."""
    if framework.questions:
        own = tuple(sheets[question.id] for question in framework.questions)
        yield Part(framework.id, "", framework.title, 0, "", "", (), own)


def _part(framework: Framework, area: Area, above: tuple[Area, ...], sheets: Mapping[str, Sheet]) -> Part:
    direction = framework.direction
    turns = direction[area.id] is not direction[above[-1].id if above else framework.id]
    notes = [f"Higher is {area.higher_is}."] if turns else []
    notes += [f"Asked only when {condition_words(area.applies_when, framework)}."] if area.applies_when else []
    return Part(
        id=area.id,
        label=framework.labels[min(len(above), len(framework.labels) - 1)],
        title=area.title,
        depth=len(above),
        description=area.description or "",
        counts="measured beside the score" if area.measure else f"weight {exact_text(area.weight)}",
        notes=(*notes, *_gates(framework, area)),
        sheets=tuple(sheets[question.id] for question in area.questions),
    )


def _gates(framework: Framework, node: Area | Framework) -> tuple[str, ...]:
    side = framework.direction[node.id].pick("below", "above")
    return tuple(_gate(framework, gate, side) for gate in node.gates)


def _gate(framework: Framework, gate: Gate, side: str) -> str:
    level = f"{gate.cap_at_level} {framework.scale.name_of(gate.cap_at_level)}"
    when = condition_words(gate.when, framework)
    return f"The score stays at level {level} or {side} while {when}: {sentence(gate.because)}"
