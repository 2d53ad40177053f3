"""The view: every string and every rounding of the report; templates only lay it out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from readiness.report.inputs import ReportInput
from readiness.report.look import Look
from readiness.report.view.annexes import all_answers, glossary, register
from readiness.report.view.change import change
from readiness.report.view.context import Context
from readiness.report.view.cover import Cover, cover
from readiness.report.view.crosswalk import crosswalk_section
from readiness.report.view.decisions import decisions_section
from readiness.report.view.dimensions import dimensions
from readiness.report.view.extent import SCREEN, WHOLE, Extent, extent_on_paper
from readiness.report.view.gaps import gaps
from readiness.report.view.gates import gates
from readiness.report.view.inaction import inaction
from readiness.report.view.load import load
from readiness.report.view.method import method
from readiness.report.view.money import money
from readiness.report.view.profile import profile
from readiness.report.view.respondents import respondents
from readiness.report.view.risk import risk
from readiness.report.view.roadmap import roadmap
from readiness.report.view.section import Section
from readiness.report.view.start import start
from readiness.report.view.strengths import strengths
from readiness.report.view.summary import summary
from readiness.report.view.translation import foreign_texts, page_language, translation_notes
from readiness.report.view.trust import trust
from readiness.report.view.trying import Trying, trying
from readiness.report.view.value import value
from readiness.report.view.waiting import milestones, waiting
from readiness.report.wording import Catalogue, direction_of, gettext, speaking
from readiness.report.words import capitalised, shortened
from readiness.scoring.result import State

__all__ = ["ReportView", "Section", "build_view"]


@dataclass(frozen=True, slots=True)
class ReportView:
    """The whole report in words."""

    language: str
    """The language of the page, as a BCP 47 tag."""
    text_direction: str
    """`ltr` or `rtl`."""
    wording: Catalogue
    """The language of the fixed wording."""
    foreign: Mapping[str, str]
    """Texts that are in another language than the page, each with its language."""
    translation: tuple[str, ...]
    """What to know of the translation; nothing where there is none."""
    title: str
    organisation: str
    footer: str
    as_of: str
    """The date of the document, as 2026-11-20."""
    version: str
    """The version of the tool."""
    levels: tuple[int, ...]
    """The levels of the scale, for axes."""
    dimension_word: str
    has_target: bool
    gain_word: str
    """What a column of gains is called."""
    changes: str
    """What finished actions do to answers."""
    adds: str
    """What closing a gap does to the overall score."""
    look: Look
    """How it looks."""
    cover: Cover
    sections: tuple[Section, ...]
    extent: Extent
    """How much of the result is said."""
    has_register: bool
    """Whether a register of actions is among the chapters, to which their numbers lead."""
    trying: Trying | None
    """What can be tried on a screen; None on paper."""


_BETWEEN = "\u200e · \u200e"
"""Between two texts of any direction: the marks keep one from reordering the other."""
_BEFORE = (
    summary,
    decisions_section,
    trust,
    respondents,
    profile,
    strengths,
    gaps,
    gates,
    roadmap,
    milestones,
    waiting,
    money,
    load,
    risk,
    value,
    start,
    inaction,
)
_AFTER = (change, crosswalk_section, all_answers, method, glossary, register)
"""The chapters before and after the dimensions; one that has nothing to say is left out."""


def build_view(given: ReportInput, *, printed: bool = False, on_screen: bool = False) -> ReportView:
    """Return the report in words, ready to be laid out.

    Args:
        given: What the report is made of.
        printed: Whether only what is worth printing is said.
        on_screen: Whether each thing is said in one place, to which one can jump.
    """
    otherwise = SCREEN if on_screen else WHOLE
    with speaking(given.wording):
        return _in_words(given, extent_on_paper(_asked(given)) if printed else otherwise)


def _asked(given: ReportInput) -> int:
    return sum(node.state is not State.HIDDEN for node in given.scorecard.questions)


def _chapters(context: Context) -> tuple[Section, ...]:
    found = (*(make(context) for make in _BEFORE), *dimensions(context), *(make(context) for make in _AFTER))
    extent = context.extent
    return tuple(
        replace(one, joined=one.kind in extent.joins)
        for one in found
        if one is not None and one.kind not in extent.leaves_out
    )


def _in_words(given: ReportInput, extent: Extent) -> ReportView:
    context, language = Context(given, extent), page_language(given)
    chapters = _chapters(context)
    organisation = given.assessment.organisation.name
    status = given.assessment.status
    return ReportView(
        language=language,
        text_direction=direction_of(language),
        wording=given.wording,
        foreign=foreign_texts(given, language),
        translation=translation_notes(given),
        title=given.framework.title,
        organisation=organisation,
        footer=given.look.footer
        or shortened(organisation, 90) + (f"{_BETWEEN}{shortened(status, 50)}" if status else ""),
        as_of=given.as_of.isoformat(),
        version=given.version,
        levels=tuple(level.level for level in given.framework.scale.levels),
        dimension_word=capitalised(context.dimension_word),
        has_target=given.target is not None,
        gain_word=context.words.gain,
        changes=context.words.changes,
        adds=context.root.direction.pick(
            gettext("{adds} to the overall score", adds=context.words.adds),
            gettext("{adds} the overall score", adds=context.words.adds),
        ),
        look=given.look,
        cover=cover(context),
        sections=chapters,
        extent=extent,
        has_register=any(chapter.kind == "register" for chapter in chapters),
        trying=trying(context),
    )
