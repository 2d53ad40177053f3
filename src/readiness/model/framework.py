"""A framework: areas, questions, actions, target profiles and scoring rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, PrivateAttr, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from readiness.model.actions import Action
from readiness.model.adjust import Adjustment
from readiness.model.answers import EvidenceRule, Question
from readiness.model.bands import Bands
from readiness.model.base import AsWritten, FormerIds, Id, Line, Model, Positive, Rung, Text
from readiness.model.conditions import Condition, FactCondition, leaves
from readiness.model.direction import Direction, HigherIs
from readiness.model.estimates import Estimates
from readiness.model.facts import FACTS_OF_EVERY_ORGANISATION, Fact
from readiness.model.scale import SCALES, Level, Scale
from readiness.model.scoring import Scoring
from readiness.model.tailoring import Tailoring
from readiness.model.targets import TargetProfile

__all__ = ["Area", "Fact", "Framework", "Gate", "Include", "Source", "deciding", "facts_compared", "parts"]

Version = Annotated[str, StringConstraints(pattern=r"^[0-9]+\.[0-9]+\.[0-9]+$"), AsWritten]
VersionRange = Annotated[str, StringConstraints(pattern=r"^\^?[0-9]+(\.[0-9]+){0,2}$"), AsWritten]


class Gate(Model):
    """A condition that, when it holds, keeps the score of the node that carries it from being better than a level."""

    when: Condition
    """When the cap applies."""
    cap_at_level: int
    """The best score that the node can then have: the highest one, or the lowest where higher is worse."""
    because: Text
    """The reason, shown in reports."""


class Source(Model):
    """A document that the framework encodes or refers to."""

    title: Line
    """Its title."""
    kind: Literal["checklist", "standard"]
    """A checklist is encoded question by question; a standard is referred to."""
    url: Line | None = None
    """Where it is published."""
    checked: Line | None = None
    """Where and when the identifiers below were compared with a published copy."""
    items: dict[Id, Line | None] = Field(default_factory=dict)
    """The identifiers that questions may name, each with its text or short title, if it has one."""


class Area(Model):
    """An inner node of the tree."""

    id: Id
    """Unique in the framework."""
    replaces: FormerIds = ()
    """The ids that the area had in earlier versions, latest first."""
    title: Line
    """The name in charts and reports."""
    description: Text | None = None
    """What the area is about."""
    weight: Positive = Fraction(1)
    """How much the area counts beside its siblings."""
    rung: Rung | None = None
    """Where the area stands on the ladder of the node that holds it, 1 being the lowest rung."""
    measure: bool = False
    """Whether the area is scored beside the node that holds it, and is no part of that node's score."""
    applies_when: Condition | None = None
    """All questions of the area are hidden unless this holds."""
    higher_is: HigherIs | None = None
    """What a higher score of the area means, and of everything in it; left out, what it means above."""
    scoring: Scoring = Scoring.model_construct()
    """How this area is scored; state policies hold for everything in it."""
    gates: tuple[Gate, ...] = ()
    """Caps, applied in order."""
    adjust: tuple[Adjustment, ...] = ()
    """Changes of the score, applied in order after the caps."""
    bands: Bands | None = None
    """Names for ranges of this area's score."""
    areas: tuple[Area, ...] = ()
    """Areas within this one."""
    questions: tuple[Question, ...] = ()
    """Questions of this area."""


def parts(node: Area | Framework) -> Iterator[Area | Question]:
    """Yield the children that a node's score is made of: all but the measures beside it."""
    yield from (area for area in node.areas if not area.measure)
    yield from node.questions


def deciding(node: Area | Framework) -> Iterator[Condition]:
    """Yield the conditions that change a node's own score."""
    yield from (gate.when for gate in node.gates)
    yield from (rule.when for rule in node.adjust if rule.when is not None)


def facts_compared(framework: Framework) -> frozenset[str]:
    """Return the facts that a score of the framework can hang on."""
    areas = [area for area, _ in framework.walk()]
    asked: list[Area | Question] = [*areas, *framework.question.values()]
    scored: list[Area | Framework] = [framework, *areas]
    conditions = [one.applies_when for one in asked if one.applies_when]
    conditions += [condition for one in scored for condition in deciding(one)]
    return frozenset(leaf.fact for one in conditions for leaf in leaves(one) if isinstance(leaf, FactCondition))


class Include(Model):
    """Another framework that becomes a top area."""

    framework: Id
    """The id of the framework."""
    version: VersionRange | None = None
    """The versions that fit: `^1` is 1.0.0 or later, below 2."""
    weight: Positive = Fraction(1)
    """How much it counts beside the others."""
    rung: Rung | None = None
    """Where it stands on the ladder of this framework, 1 being the lowest rung."""
    measure: bool = False
    """Whether it is scored beside the headline of this framework, and is no part of it."""


def _named_scale(value: Any) -> Any:  # noqa: ANN401  pydantic hands over whatever was written
    if isinstance(value, str):
        if value not in SCALES:
            raise PydanticCustomError(
                "scale_name", "is not a known scale; the built-in scales are {known}", {"known": ", ".join(SCALES)}
            )
        return SCALES[value]
    if isinstance(value, tuple):
        return {"levels": value}
    if isinstance(value, Scale):
        return value
    raise PydanticCustomError("scale_kind", "should be the name of a scale or a list of levels")


_ScaleName = Annotated[str, WithJsonSchema({"type": "string", "enum": sorted(SCALES)})]
_WrittenScale = _ScaleName | Annotated[tuple[Level, ...], Field(min_length=2)]


_NO_RULE = EvidenceRule.model_construct()


class Framework(Model):
    """A versioned set of areas, questions, actions, target profiles and scoring rules."""

    own_keys_after: ClassVar[str] = "title"
    readiness: Literal["framework/1"]
    """The format of this file."""
    id: Id
    """Unique among frameworks; also the file's name."""
    version: Version
    """The version of the content, in semantic versioning."""
    title: Line
    """The name in reports."""
    description: Text | None = None
    """What the framework is for."""
    language: Line
    """The language of all texts, as a BCP 47 tag."""
    licence: Line
    """The licence of the texts, as an SPDX identifier."""
    labels: tuple[Line, ...] = ("Dimension", "Capability")
    """What the areas of each depth are called, from the top."""
    sources: dict[Id, Source] = Field(default_factory=dict)
    """The documents the checklist encodes, and the public standards it refers to."""
    scale: Annotated[
        Scale,
        BeforeValidator(_named_scale, json_schema_input_type=_WrittenScale),
    ] = SCALES["maturity-5"]
    """A built-in scale, or a list of levels."""
    roles: dict[Id, Line] = Field(default_factory=dict)
    """The people who answer and act, and what they are called."""
    facts: dict[Id, Fact] = Field(default_factory=dict)
    """What conditions may ask about the organisation, besides its `staff` and its `sector`."""
    evidence: EvidenceRule = EvidenceRule.model_construct()
    """The evidence rule of every question that has none of its own."""
    higher_is: HigherIs = "better"
    """What a higher score means: better, as in models of maturity, or worse, as in models of risk and impact."""
    scoring: Scoring = Scoring.model_construct()
    """The rules of every node that has none of its own."""
    gates: tuple[Gate, ...] = ()
    """Caps on the overall score."""
    adjust: tuple[Adjustment, ...] = ()
    """Changes of the overall score, applied in order after the caps."""
    bands: Bands | None = None
    """Names for ranges of the overall score."""
    includes: tuple[Include, ...] = ()
    """Frameworks that become top areas of this one."""
    areas: tuple[Area, ...] = ()
    """The top areas."""
    questions: tuple[Question, ...] = ()
    """Questions that belong to no area."""
    targets: dict[Id, TargetProfile] = Field(default_factory=dict)
    """Target profiles."""
    estimates: Estimates = Estimates.model_construct()
    """The currency of the estimates below, and how they change with the size of the organisation."""
    actions: tuple[Action, ...] = ()
    """Improvements on offer."""
    _tailorings: tuple[Tailoring, ...] = PrivateAttr(default=())

    @property
    def tailorings(self) -> tuple[Tailoring, ...]:
        """How this framework was made of others, its own last step first; not something that a file says."""
        return self._tailorings

    def tailored_by(self, *records: Tailoring) -> Framework:
        """Return a copy that knows how it was made; of two records of one framework the first is kept."""
        made = self.changed()
        made._tailorings = tuple({one.framework: one for one in reversed(records)}.values())[::-1]  # noqa: SLF001
        return made

    def walk(self) -> Iterator[tuple[Area, tuple[Area, ...]]]:
        """Yield every area with the areas that hold it, outermost first, parents before children."""
        stack: list[tuple[Area, tuple[Area, ...]]] = [(area, ()) for area in reversed(self.areas)]
        while stack:
            area, above = stack.pop()
            yield area, above
            stack.extend((child, (*above, area)) for child in reversed(area.areas))

    @cached_property
    def known_facts(self) -> Mapping[str, Fact]:
        """Every fact that conditions may ask for: those of every organisation, and the framework's own."""
        return {**FACTS_OF_EVERY_ORGANISATION, **self.facts}

    @cached_property
    def placed(self) -> Mapping[str, tuple[Question, tuple[Area, ...]]]:
        """Every question by id, with the areas that hold it, outermost first; in the order of the file."""
        found: dict[str, tuple[Question, tuple[Area, ...]]] = {q.id: (q, ()) for q in self.questions}
        for area, above in self.walk():
            found |= {question.id: (question, (*above, area)) for question in area.questions}
        return found

    @cached_property
    def direction(self) -> Mapping[str, Direction]:
        """What a higher score means, for the framework, every area and every question, by id."""
        root = Direction(self.higher_is)
        found = {self.id: root}
        for area, above in self.walk():
            inherited = found[above[-1].id] if above else root
            found[area.id] = Direction(area.higher_is) if area.higher_is else inherited
        return found | {id_: found[above[-1].id] if above else root for id_, (_, above) in self.placed.items()}

    @cached_property
    def question(self) -> Mapping[str, Question]:
        """Every question by id, in the order of the file."""
        return {id_: question for id_, (question, _) in self.placed.items()}

    @cached_property
    def action(self) -> Mapping[str, Action]:
        """Every action by id, in the order of the file."""
        return {action.id: action for action in self.actions}

    def bands_of(self, id_: str) -> Bands | None:
        """Return the bands of an area, or with the framework's own id those of the whole."""
        if id_ == self.id:
            return self.bands
        return next((area.bands for area, _ in self.walk() if area.id == id_), None)

    def evidence_rule(self, question: Question) -> EvidenceRule:
        """Return a question's evidence rule, completed from the framework's."""
        own, general = question.evidence, self.evidence
        if own.required_from is not None and own.valid_for_months is not None:
            return own
        if own == _NO_RULE and not general.expect:
            return general
        return EvidenceRule.model_construct(
            expect=own.expect,
            required_from=general.required_from if own.required_from is None else own.required_from,
            valid_for_months=general.valid_for_months if own.valid_for_months is None else own.valid_for_months,
        )

    def target_level(self, profile: TargetProfile, question_id: str) -> int:
        """Return the level that a profile asks of a question."""
        if question_id in profile.questions:
            return profile.questions[question_id]
        _, above = self.placed[question_id]
        return next((profile.areas[area.id] for area in reversed(above) if area.id in profile.areas), profile.default)

    def may_not_apply(self, question_id: str) -> bool:
        """Tell whether a question can be answered with the reason why it does not apply."""
        question, above = self.placed[question_id]
        policies = [question.scoring, *(area.scoring for area in reversed(above)), self.scoring]
        return next((one.not_applicable for one in policies if one.not_applicable), None) != "forbidden"

    def role_name(self, role: str) -> str:
        """Return what a role is called, or its id."""
        return self.roles.get(role, role)
