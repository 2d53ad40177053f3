"""What a report is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from readiness.agreement.result import Agreement
from readiness.gaps import Gap
from readiness.loading.files import digest
from readiness.loading.translations import InLanguage
from readiness.model.assessment import Assessment, Plan
from readiness.model.framework import Framework
from readiness.model.targets import TargetProfile
from readiness.report.crosswalk import Crosswalk
from readiness.report.look import OURS, Look
from readiness.report.since import Since
from readiness.report.wording import ENGLISH, Catalogue
from readiness.roadmap.conflict import Conflict
from readiness.roadmap.plan import Roadmap
from readiness.roadmap.planners import Planner
from readiness.roadmap.risk.result import Risk
from readiness.scoring.fitting import Fitting
from readiness.scoring.result import Scorecard
from readiness.sensitivity.result import Sensitivity

__all__ = ["ReportInput"]


@dataclass(frozen=True, slots=True)
class ReportInput:
    """Everything that a report may say; nothing is scored again for it."""

    framework: Framework
    """As it holds for the organisation."""
    fitting: Fitting
    """What its facts, its size and its currency made of the framework."""
    assessment: Assessment
    scorecard: Scorecard
    gaps: tuple[Gap, ...]
    roadmap: Roadmap | None
    target: TargetProfile | None
    as_of: date
    """The day on which evidence was judged, and the date that the files carry."""
    version: str
    """The version of this tool."""
    sensitivity: Sensitivity
    """How firm the overall level is."""
    files: Mapping[str, str]
    """For each input file: its text."""
    planner: Planner | None = None
    """How the roadmap was to be made; None for the best way that is installed."""
    plan: Plan | None = None
    """What was planned with in place of the plan in the file."""
    conflict: Conflict | None = None
    """Which limits of the plan cannot be met together, if they allow no roadmap."""
    risk: Risk | None = None
    """How sure cost and dates of the roadmap are; None when nothing is planned."""
    crosswalks: tuple[Crosswalk, ...] = ()
    """The public instruments that the questions refer to."""
    wording: Catalogue = ENGLISH
    """The language of the fixed wording, of numbers and of dates."""
    texts: InLanguage | None = None
    """What is known of the translation that the framework's texts come from; None for texts as they were written."""
    agreement: Agreement | None = None
    """How far the respondents agree; None when nobody gave a vote."""
    look: Look = OURS
    """How it looks."""
    since: Since | None = None
    """What moved since the assessment before; None when none was named."""
    carries_inputs: bool = True
    """Whether files for keeping hold what they were made from."""

    @property
    def digests(self) -> dict[str, str]:
        """For each input file: its SHA-256."""
        return {name: digest(text.encode()) for name, text in sorted(self.files.items())}
