"""A tailored framework as its author writes it: another framework, what is different, and what is new."""

# What is required of a whole framework may be left out of an addition to one, and then comes from the base.
# mypy: disable-error-code="assignment"

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from readiness.model.base import AsWritten, Id, Line
from readiness.model.framework import Area, Framework, Source
from readiness.model.targets import TargetProfile

__all__ = ["BASE_PATTERN", "PART_PATTERN", "AddedArea", "AddedSource", "AddedTarget", "TailoredFramework"]

_ID = "[A-Za-z0-9][A-Za-z0-9._-]*"
BASE_PATTERN = rf"^{_ID}(@\^?[0-9]+(\.[0-9]+){{0,2}})?$"
PART_PATTERN = rf"^{_ID}(/{_ID})?$"
BaseName = Annotated[str, StringConstraints(pattern=BASE_PATTERN, max_length=120), AsWritten]
PartName = Annotated[str, StringConstraints(pattern=PART_PATTERN, max_length=161), AsWritten]
Key = Annotated[str, AsWritten]


class AddedArea(Area):
    """A new area, or one that the base has and what comes to it."""

    title: Line | None = None
    """The name in charts and reports; needed for a new area."""
    areas: tuple[AddedArea, ...] = ()
    """Areas within this one, new ones or ones that the base has there."""


class AddedTarget(TargetProfile):
    """A new target profile, or one that the base has and what comes to it."""

    title: Line | None = None
    """The name in reports; needed for a new profile."""
    default: int | None = None
    """The level for every question that is not named; needed for a new profile."""


class AddedSource(Source):
    """A new source, or one that the base has and what comes to it."""

    title: Line | None = None
    """Its title; needed for a new source."""
    kind: Literal["checklist", "standard"] | None = None
    """A checklist is encoded question by question; a standard is referred to. Needed for a new source."""


class TailoredFramework(Framework):
    """A framework made of another one by dropping, changing and adding. What is left out comes from the base."""

    extends: BaseName
    """The base, with the versions of it that fit: `cybersecurity@^1`."""
    keep: Annotated[tuple[PartName, ...], Field(min_length=1)] = ()
    """The ids of the questions, areas and included frameworks that stay; all other questions go. Left out: all stay."""
    drop: tuple[PartName, ...] = ()
    """The ids of what goes; `actions/ID` where an action and a question share an id, `QUESTION/ITEM` for an item."""
    change: dict[PartName, dict[Key, Any]] = Field(default_factory=dict)
    """For an id of the base: the keys that are different. Mappings and lists of things with ids merge, null removes."""
    title: Line | None = None
    """The name in reports."""
    language: Line | None = None
    """The language of all texts, as a BCP 47 tag."""
    licence: Line | None = None
    """The licence of the texts, as an SPDX identifier."""
    sources: dict[Id, AddedSource] = Field(default_factory=dict)
    """Documents that come to those of the base."""
    areas: tuple[AddedArea, ...] = ()
    """New areas, and areas of the base with what comes to them."""
    targets: dict[Id, AddedTarget] = Field(default_factory=dict)
    """New target profiles, and those of the base with what comes to them."""
