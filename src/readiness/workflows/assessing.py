"""The main job: read an assessment, score it, find its gaps, plan a roadmap."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.diagnostics import Diagnostic, InvalidDocument
from readiness.errors import NoRoadmap, UnknownName
from readiness.loading.load import Document, Library, load_assessment
from readiness.loading.suppressions import Suppressions
from readiness.workflows.languages import texts_in
from readiness.workflows.warnings import warnings_of

if TYPE_CHECKING:
    from readiness.agreement.result import Agreement
    from readiness.gaps import Gap
    from readiness.loading.translations import InLanguage
    from readiness.model.assessment import Assessment, Plan
    from readiness.model.framework import Framework
    from readiness.model.targets import TargetProfile
    from readiness.report.since import Since
    from readiness.roadmap.conflict import Infeasible
    from readiness.roadmap.plan import Roadmap
    from readiness.roadmap.risk.result import Risk
    from readiness.roadmap.solve import Planner
    from readiness.scoring.engine import Scorer
    from readiness.scoring.fitting import Fitting
    from readiness.scoring.reading import Reading
    from readiness.scoring.result import Scorecard
    from readiness.sensitivity.result import Sensitivity

__all__ = [
    "Assessed",
    "agreement_of",
    "assess",
    "in_language",
    "load_to_score",
    "replanned",
    "risk_of",
    "robustness",
    "target_of",
]

_PLACES = "in the options, the scenario or the plan of the assessment"


@dataclass(frozen=True)
class Assessed:
    """Everything that is known once an assessment has been scored and planned."""

    path: str
    framework: Framework
    """As it holds for the organisation."""
    written: Framework
    """As it stands in its file."""
    fitting: Fitting
    """What its facts, its size and its currency made of the framework."""
    assessment: Assessment
    scorer: Scorer
    readings: Mapping[str, Reading]
    scorecard: Scorecard
    gaps: tuple[Gap, ...]
    target_id: str | None
    as_of: date
    planner: Planner | None = None
    """How the roadmap is made; None: the best way that is installed."""
    warnings: tuple[Diagnostic, ...] = ()
    library: Library = field(default_factory=lambda: Library(()), repr=False)
    """Where the framework was found, with what it is made of."""
    files: Mapping[str, str] = field(default_factory=dict, repr=False)
    """The text of every file that was read, by name."""
    carries_inputs: bool = True
    """Whether reports and results hold these files."""
    texts: InLanguage | None = None
    """What is known of the translation that the framework's texts come from; None for texts as they were written."""
    file_plan: Plan | None = None
    """The plan that stands in the file, where it is planned with another."""
    scenario: str = ""
    """What the scenario is called that it is planned with, if there is one."""
    since: Since | None = None
    """What moved since the assessment before; None when none was named."""
    original: Assessed | None = field(default=None, repr=False)
    """The same in the framework's own language, where the texts are in another: the plan is found there, once."""

    @property
    def target(self) -> TargetProfile | None:
        """The target profile, if there is one."""
        return self.framework.targets[self.target_id] if self.target_id else None

    @property
    def roadmap(self) -> Roadmap | None:
        """The roadmap; None when there is no target, or when no action fits."""
        return None if isinstance(self._planned, NoRoadmap) else self._planned

    @property
    def no_roadmap(self) -> Infeasible | None:
        """Why the limits allow no roadmap, if they allow none."""
        return self._planned if isinstance(self._planned, NoRoadmap) else None

    @cached_property
    def _planned(self) -> Roadmap | Infeasible | None:
        """The plan, made when somebody asks for it: what only explains a score has no use for one."""
        from readiness.roadmap.conflict import Infeasible
        from readiness.roadmap.schedule import in_other_words, plan_roadmap

        if self.target_id is None:
            return None
        plan, day = self.fitting.plan, self.assessment.assessed_on
        if self.original and self.original.roadmap:
            return in_other_words(self.original.roadmap, self.scorer, self.readings, self.scorecard, plan)
        try:
            return plan_roadmap(self.scorer, self.readings, self.scorecard, plan, assessed_on=day, planner=self.planner)
        except Infeasible as reason:
            return reason if self.file_plan is None else Infeasible(reason.conflict, _PLACES)


def assess(
    path: str,
    *,
    target: str | None = None,
    as_of: date | None = None,
    planner: Planner | None = None,
    anonymise: bool = False,
    library: Library | None = None,
) -> Assessed:
    """Return an assessment, scored, with its gaps.

    Args:
        path: The assessment file, or `-` for standard input.
        target: A target profile instead of the one that the file names.
        as_of: The day on which evidence has to be in date; the day of the assessment when left out.
        planner: How the roadmap is made; the best way that is installed when left out.
        anonymise: Whether nothing is kept that tells who gave an answer: neither here nor in the files of reports.
        library: Where frameworks are looked for; beside the file, then among the bundled ones when left out.

    Raises:
        InputError: the file cannot be read.
        InvalidDocument: the file or its framework has errors.
        UnknownName: there is no such target profile.
    """
    library = library or Library.beside(path)
    document, assessment, framework = load_to_score(path, library)
    chosen = target_of(framework, target or assessment.target)
    text = document.text
    if anonymise:
        text, assessment = _anonymous(path, document, library)
    scored = _scored(path, framework, assessment, chosen, as_of or assessment.assessed_on)
    warnings = warnings_of(document, framework, scored.scorecard)
    return replace(
        scored,
        planner=planner,
        warnings=tuple(Suppressions.in_text(document.text).split(warnings, path)[0]),
        library=library,
        files={_shown(path): text, **library.files()},
    )


def _anonymous(path: str, document: Document[Assessment], library: Library) -> tuple[str, Assessment]:
    """Return an assessment without what tells who gave an answer: its text, which a report carries, and what it is."""
    from readiness.agreement.anonymise import anonymised
    from readiness.editing.whole import written_document

    assert isinstance(document.value, dict), "it has been read"
    text = written_document(anonymised(document.value))
    model = load_assessment(path, library, text.encode())[0].model
    assert model is not None, "an assessment without names is one"
    return text, model


def load_to_score(path: str, library: Library) -> tuple[Document[Assessment], Assessment, Framework]:
    """Return an assessment as it was read, what it says, and its framework.

    Raises:
        InputError: the file cannot be read.
        InvalidDocument: the file or its framework has errors.
    """
    document, framework = load_assessment(path, library)
    if document.model is None or framework is None:
        raise InvalidDocument(f"{path} cannot be scored", diagnostics=document.diagnostics, text=document.text)
    return document, document.model, framework


def _scored(path: str, framework: Framework, assessment: Assessment, chosen: str | None, day: date) -> Assessed:
    """Return an assessment, scored and planned, before anything is said of its files."""
    from readiness.gaps import find_gaps
    from readiness.scoring.engine import Headline, Scorer
    from readiness.scoring.fitting import fit
    from readiness.scoring.reading import read_answers
    from readiness.scoring.score import score

    fitting = fit(framework, assessment.organisation, assessment.plan)
    written, framework = framework, fitting.framework
    scorer = Scorer(framework, assessment.organisation.known_facts)
    readings = read_answers(framework, assessment, day)
    now = Headline(scorer, readings)
    scorecard = score(scorer, readings, chosen, now)
    return Assessed(
        path=path,
        framework=framework,
        written=written,
        fitting=fitting,
        assessment=assessment,
        scorer=scorer,
        readings=readings,
        scorecard=scorecard,
        gaps=find_gaps(scorer, readings, scorecard, now),
        target_id=chosen,
        as_of=day,
    )


def in_language(assessed: Assessed, language: str) -> Assessed:
    """Return the same assessment with the framework's texts in another language, as far as they are translated.

    Raises:
        UsageError: this is no language tag.
        UnknownName: nothing is translated into this language: neither texts of the framework nor the report.
        InvalidDocument: a translation has errors.
    """
    texts = texts_in(assessed.library, assessed.written, language)
    if texts is None:
        return assessed
    again = _scored(assessed.path, texts.framework, assessed.assessment, assessed.target_id, assessed.as_of)
    fitting = replace(again.fitting, plan=assessed.fitting.plan)  # what is left of a plan may be less than is written
    files = {**assessed.files, **texts.files}
    same = {name: getattr(assessed, name) for name in ("planner", "warnings", "library", "carries_inputs", "since")}
    return replace(again, **same, fitting=fitting, files=files, texts=texts, original=assessed)


def replanned(assessed: Assessed, plan: Plan) -> Assessed:
    """Return the same assessment with another plan. Its file stays as it is."""
    from readiness.scoring.fitting import fit

    if plan == assessed.assessment.plan:
        return assessed
    written = assessed.file_plan or assessed.assessment.plan
    assessment = assessed.assessment.changed(plan=plan)
    fitting = fit(assessed.written, assessment.organisation, plan)
    if fitting.framework.actions == assessed.framework.actions:
        fitting = replace(fitting, framework=assessed.framework)
        return replace(assessed, assessment=assessment, fitting=fitting, file_plan=written, original=None)
    again = _scored(assessed.path, assessed.written, assessment, assessed.target_id, assessed.as_of)
    kept = ("planner", "warnings", "library", "files", "carries_inputs", "texts", "since")
    same = {name: getattr(assessed, name) for name in kept}
    return replace(again, **same, file_plan=written)


def robustness(assessed: Assessed) -> Sensitivity:
    """Return how firm the overall level is; the same for the same assessment, for the seed is fixed."""
    from readiness.sensitivity.analysis import find_sensitivity

    return find_sensitivity(assessed.scorer, assessed.readings)


def agreement_of(assessed: Assessed) -> Agreement | None:
    """Return how far the respondents agree, or None when nobody gave a vote."""
    from readiness.agreement.find import find_agreement

    return find_agreement(assessed.framework, assessed.assessment, assessed.scorecard)


def risk_of(assessed: Assessed) -> Risk | None:
    """Return how sure cost and dates of the roadmap are, or None when nothing is planned.

    The same for the same assessment: chance begins with the seed in the plan.
    """
    from readiness.roadmap.risk.analysis import find_risk

    return None if assessed.roadmap is None else find_risk(assessed.roadmap, assessed.fitting.plan)


def _shown(path: str) -> str:
    return "standard input" if path == "-" else Path(path).name


def target_of(framework: Framework, name: str | None) -> str | None:
    """Return the target profile to use: the named one, or the framework's first.

    Raises:
        UnknownName: there is no such target profile.
    """
    if name is None:
        return next(iter(framework.targets), None)
    if name not in framework.targets:
        raise UnknownName("target profile", name, known=framework.targets)
    return name
