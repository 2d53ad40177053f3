"""Which language the report is in, which of its texts are not, and what to know of its translation."""

from __future__ import annotations

from collections.abc import Mapping

from readiness.model.texts import texts_of
from readiness.report.inputs import ReportInput
from readiness.report.wording import gettext, ngettext, pgettext
from readiness.report.words import joined

__all__ = ["foreign_texts", "page_language", "translation_notes", "translation_state"]

_MACHINE = "machine-drafted"


def page_language(given: ReportInput) -> str:
    """Return the language of the page: that of the framework, as long as the fixed wording is in it, too."""
    own = given.framework.language
    return own if _is_same(own, given.wording.language) else given.wording.language


def foreign_texts(given: ReportInput, language: str) -> Mapping[str, str]:
    """Return the framework's texts that are in another language than the page, each with its language."""
    own, found = given.framework.language, dict[str, str]()
    if not _is_same(own, language):
        found |= dict.fromkeys(texts_of(given.framework).values(), own)
    if given.texts and not _is_same(given.texts.original, language):
        found |= dict.fromkeys(given.texts.untranslated, given.texts.original)
    return found


def translation_state(given: ReportInput) -> str:
    """Return a short warning for the cover, while nobody stands for the translation; else nothing."""
    return gettext("drafted by machine, not reviewed") if _is_machine_drafted(given) else ""


def _is_machine_drafted(given: ReportInput) -> bool:
    state = pgettext("the state of this translation: machine-drafted, draft or reviewed", "reviewed")
    return state == _MACHINE or (given.texts is not None and _MACHINE in given.texts.statuses)


def translation_notes(given: ReportInput) -> tuple[str, ...]:
    """Return what a reader has to know of the translation: who stands for it, and what is not translated."""
    notes, texts = [], given.texts
    if _is_machine_drafted(given):
        notes.append(
            gettext("This translation was drafted by a machine. No speaker of the language has reviewed it yet.")
        )
    if texts and texts.untranslated:
        notes.append(
            ngettext(
                "{count} text of the framework is not translated and stands in its original language.",
                "{count} texts of the framework are not translated and stand in their original language.",
                len(texts.untranslated),
            )
        )
    if texts and texts.other_versions:
        notes.append(
            gettext(
                "Since it was translated, the framework has changed: {frameworks}.",
                frameworks=joined(list(texts.other_versions)),
            )
        )
    return tuple(notes)


def _is_same(one: str, other: str) -> bool:
    """Tell whether two tags name one language: en-GB and en."""
    return one.partition("-")[0] == other.partition("-")[0]
