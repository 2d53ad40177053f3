"""A translation: the texts of one framework in another language, under the framework's own keys."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from readiness.model.base import Id, Line, Model, Text
from readiness.model.framework import Version

__all__ = ["Status", "Translation"]

Status = Literal["machine-drafted", "draft", "reviewed"]
"""Who stands for the words: nobody yet, a person, or a person whose work a second one has read."""


class SourceTexts(Model):
    """The texts of a source."""

    title: Line | None = None
    """Its title."""
    items: dict[Id, Line] = Field(default_factory=dict)
    """Its items, by their identifiers."""


class LevelTexts(Model):
    """The texts of a level of the scale."""

    name: Line | None = None
    """What the level is called."""
    description: Text | None = None
    """What an organisation at this level looks like."""


class FactTexts(Model):
    """The texts of a fact."""

    ask: Line | None = None
    """The question that finds it out."""


class ReasonText(Model):
    """The text of something that has a reason: a gate, or a condition under which other levels are asked for."""

    because: Text | None = None
    """The reason."""


class RangeTexts(Model):
    """The texts of a range of a score."""

    name: Line | None = None
    """What the range is called."""
    description: Text | None = None
    """What it means to be in it."""


class BandTexts(Model):
    """The texts of bands."""

    ranges: tuple[RangeTexts, ...] = ()
    """One entry for each range, in the order of the framework."""


class AreaTexts(Model):
    """The texts of an area."""

    title: Line | None = None
    """Its name."""
    description: Text | None = None
    """What it is about."""
    gates: tuple[ReasonText, ...] = ()
    """One entry for each gate, in the order of the framework."""
    bands: BandTexts | None = None
    """The names of its ranges."""


class EvidenceTexts(Model):
    """The texts of what evidence is expected."""

    expect: tuple[Line, ...] = ()
    """One line for each line of the framework, in its order."""


class QuestionTexts(Model):
    """The texts of a question."""

    topic: Line | None = None
    """The short name."""
    ask: Line | None = None
    """The question as it is put to people."""
    why: Text | None = None
    """Why the answer matters."""
    basis: Text | None = None
    """Where thresholds or duties come from."""
    unit: Line | None = None
    """What a number counts."""
    levels: dict[int, Text] = Field(default_factory=dict)
    """What one sees at each level."""
    items: dict[Id, Line] = Field(default_factory=dict)
    """What can be ticked, by the ids of the items."""
    options: dict[Id, Line] = Field(default_factory=dict)
    """What can be chosen, by the ids of the options."""
    good_enough_when: dict[int, Text] = Field(default_factory=dict)
    """For a level: when it is good enough for now."""
    evidence: EvidenceTexts | None = None
    """What evidence is expected."""


class TargetTexts(Model):
    """The texts of a target profile."""

    title: Line | None = None
    """Its name."""
    description: Text | None = None
    """Whom it is for, and why these levels."""
    switches: tuple[ReasonText, ...] = ()
    """One entry for each switch, in the order of the framework."""


class ActionTexts(Model):
    """The texts of an action."""

    title: Line | None = None
    """What to do."""
    why: Text | None = None
    """What it changes."""
    delivers: Line | None = None
    """What can be shown when it is finished."""
    seen_in: tuple[Line, ...] = ()
    """One line for each case of the framework, in its order."""


class Translation(Model):
    """The texts of one framework in another language. What is left out stays in the framework's own language."""

    own_keys_after: ClassVar[str | None] = None
    readiness: Literal["translation/1"]
    """The format of this file."""
    framework: Id
    """The framework whose texts these are; the file is called by it and the language: `quick-scan.cy.yaml`."""
    version: Version
    """The version of the framework that was translated."""
    language: Line
    """The language of these texts, as a BCP 47 tag."""
    status: Status
    """Drafted by a machine, drafted by a person, or reviewed by a speaker of the language; reports say which."""
    title: Line | None = None
    """The framework's name."""
    description: Text | None = None
    """What the framework is for."""
    labels: tuple[Line, ...] = ()
    """What the areas of each depth are called, from the top."""
    sources: dict[Id, SourceTexts] = Field(default_factory=dict)
    """The sources, by id."""
    scale: dict[int, LevelTexts] = Field(default_factory=dict)
    """The levels of the scale, by number; also those of a built-in scale."""
    roles: dict[Id, Line] = Field(default_factory=dict)
    """What the roles are called, by id."""
    facts: dict[Id, FactTexts] = Field(default_factory=dict)
    """The facts, by id."""
    gates: tuple[ReasonText, ...] = ()
    """One entry for each gate of the whole, in the order of the framework."""
    bands: BandTexts | None = None
    """The names of the ranges of the overall score."""
    areas: dict[Id, AreaTexts] = Field(default_factory=dict)
    """The areas of any depth, by id."""
    questions: dict[Id, QuestionTexts] = Field(default_factory=dict)
    """The questions, by id, wherever they stand in the framework."""
    targets: dict[Id, TargetTexts] = Field(default_factory=dict)
    """The target profiles, by id."""
    actions: dict[Id, ActionTexts] = Field(default_factory=dict)
    """The actions, by id."""
