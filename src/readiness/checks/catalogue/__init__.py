"""Every rule: its code, its name, how much it matters, and why. One source for messages, `readiness rule` and docs."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from readiness.checks.catalogue.actions import ACTIONS
from readiness.checks.catalogue.assessments import ASSESSMENTS
from readiness.checks.catalogue.conditions import CONDITIONS
from readiness.checks.catalogue.names import NAMES
from readiness.checks.catalogue.rule import Rule
from readiness.checks.catalogue.scenarios import SCENARIOS
from readiness.checks.catalogue.scoring import SCORING
from readiness.checks.catalogue.shape import SHAPE
from readiness.checks.catalogue.suppressions import SUPPRESSIONS
from readiness.checks.catalogue.themes import THEMES
from readiness.checks.catalogue.translations import TRANSLATIONS
from readiness.checks.catalogue.versions import VERSIONS
from readiness.checks.catalogue.votes import VOTES
from readiness.checks.catalogue.wording import WORDING

__all__ = ["RULES", "Rule"]

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        rule.code: rule
        for rule in (
            *SHAPE,
            *NAMES,
            *SCORING,
            *CONDITIONS,
            *ACTIONS,
            *WORDING,
            *VERSIONS,
            *SUPPRESSIONS,
            *ASSESSMENTS,
            *SCENARIOS,
            *VOTES,
            *THEMES,
            *TRANSLATIONS,
        )
    }
)
"""Every rule by its code."""
