"""Target profiles in words: for whom they are, and the levels that they ask for."""

from __future__ import annotations

from dataclasses import dataclass

from readiness.model.framework import Framework
from readiness.model.targets import TargetProfile
from readiness.report.conditions import condition_words
from readiness.report.fitting import levels_words
from readiness.report.words import capitalised, sentence

__all__ = ["Profile", "profile_of"]

_MOST_NAMED = 10
"""Exceptions that a reader takes in; the level of each question is listed anyway."""


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
            f"{levels_words(framework, one.areas, one.questions, one.default)}. {capitalised(sentence(one.because))}"
            for one in profile.switches
        ),
    )


def _own_levels(framework: Framework, profile: TargetProfile) -> str:
    """Return the level of everything and what stands at others; where that is much, only how much."""
    count = len(profile.areas) + len(profile.questions)
    if count > _MOST_NAMED:
        return f"Level {profile.default}, but for {count} questions and areas; each question has its own line."
    others = levels_words(framework, profile.areas, profile.questions)
    return f"Level {profile.default} for everything{f', but {others}' if others else ''}."
