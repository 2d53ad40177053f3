"""Target profiles in words: for whom they are, and the levels that they ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from readiness.model.framework import Framework
from readiness.model.targets import TargetProfile
from readiness.report.conditions import condition_words
from readiness.report.words import capitalised, joined, sentence

__all__ = ["Profile", "profile_of"]

_MOST_NAMED = 10
"""Exceptions that a reader takes in; each question says its level anyway."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One target profile."""

    id: str
    title: str
    description: str
    levels: str
    """The level of everything, then what stands at others."""
    switches: tuple[str, ...]
    """Where the facts of an organisation ask for other levels, and why."""


def profile_of(framework: Framework, id_: str, profile: TargetProfile) -> Profile:
    """Return a target profile in words."""
    return Profile(
        id=id_,
        title=profile.title,
        description=profile.description or "",
        levels=_own_levels(framework, profile),
        switches=tuple(
            f"Where {condition_words(one.when, framework)}: "
            f"{_levels(framework, one.areas, one.questions, one.default)}. {capitalised(sentence(one.because))}"
            for one in profile.switches
        ),
    )


def _own_levels(framework: Framework, profile: TargetProfile) -> str:
    """Return the level of everything and what stands at others; where that is much, only how much."""
    count = len(profile.areas) + len(profile.questions)
    if count > _MOST_NAMED:
        return f"Level {profile.default}, but for {count} questions and areas; each question says its own level."
    others = _levels(framework, profile.areas, profile.questions)
    return f"Level {profile.default} for everything{f', but {others}' if others else ''}."


def _levels(
    framework: Framework, areas: Mapping[str, int], questions: Mapping[str, int], default: int | None = None
) -> str:
    """Return levels with the areas and questions that have them, the highest level first."""
    titles = {area.id: area.title for area, _ in framework.walk()}
    titles |= {id_: question.topic for id_, question in framework.question.items()}
    by_level: dict[int, list[str]] = {}
    for id_, level in (*areas.items(), *questions.items()):
        by_level.setdefault(level, []).append(titles.get(id_, id_))
    said = [f"level {level} for {_named(by_level[level])}" for level in sorted(by_level, reverse=True)]
    return "; ".join([*([f"level {default} for everything else"] if default is not None else []), *said])


def _named(titles: list[str]) -> str:
    return joined([f"“{title}”" for title in titles])
