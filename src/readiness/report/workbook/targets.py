"""Target profiles in words: for whom they are, and the levels that they ask for."""

from __future__ import annotations

from dataclasses import dataclass

from readiness.model.framework import Framework
from readiness.model.targets import TargetProfile
from readiness.report.conditions import condition_words
from readiness.report.fitting import levels_words
from readiness.report.words import capitalised, sentence

__all__ = ["Profile", "profile_of"]


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
    others = levels_words(framework, profile.areas, profile.questions)
    return Profile(
        id=id_,
        title=profile.title,
        description=profile.description or "",
        levels=f"Level {profile.default} for everything{f', but {others}' if others else ''}.",
        switches=tuple(
            f"Where {condition_words(one.when, framework)}: "
            f"{levels_words(framework, one.areas, one.questions, one.default)}. {capitalised(sentence(one.because))}"
            for one in profile.switches
        ),
    )
