"""What the offline form says while somebody fills it in."""

from __future__ import annotations

from collections.abc import Mapping

from readiness.report.wording import gettext, pgettext

__all__ = ["form_words"]


def form_words() -> Mapping[str, str | Mapping[str, str]]:
    """Return every sentence that the script of the form shows, by the name under which it asks for it."""
    as_before = pgettext("of an answer, after a comma", "as it was when this form was made")
    return {"states": _states(), "asBefore": as_before, **_course(), **_faults(), **_files()}


def _states() -> Mapping[str, str]:
    return {
        "answered": gettext("Answered"),
        "not-applicable": gettext("Does not apply"),
        "unknown": gettext("Not known"),
        "unanswered": gettext("Not answered yet"),
        "incomplete": gettext("Not complete yet"),
    }


def _course() -> Mapping[str, str]:
    return {
        "progress": gettext("{done} of {all} questions done"),
        "areaProgress": pgettext("questions of an area", "{done} of {all}"),
        "nothingAsked": pgettext("questions of an area", "none asked"),
        "opened": gettext("Now asked as well: {names}."),
        "closed": gettext("No longer asked: {names}."),
        "keeping": gettext("Keeping your answers in this browser …"),
        "kept": gettext("Kept in this browser at {time}."),
        "notKept": gettext(
            "This browser keeps no copy of your answers, so a closed window would lose them. Save to a file often."
        ),
        "resumed": gettext("These are the answers that this browser has kept. Go on where you stopped."),
        "otherWindow": gettext(
            "The same form is being filled in in another window. Go on in one of them only: the last change wins."
        ),
        "erase": gettext(
            "Erase what this browser keeps? The form goes back to how it was made. A file that you have saved stays."
        ),
        "doErase": gettext("Erase"),
        "erased": gettext("Erased. This browser keeps none of your answers."),
    }


def _faults() -> Mapping[str, str]:
    return {
        "reasonMissing": gettext("Say why it does not apply."),
        "noNumber": gettext("Write a number with a decimal point and nothing else, such as 12.5."),
        "titleMissing": gettext("Give the evidence a title."),
        "untold": gettext("No reason was given."),
    }


def _files() -> Mapping[str, str]:
    return {
        "saved": gettext("Saved as {file}, in the folder for downloads. Send this file back."),
        "savedWithFaults": gettext(
            "Saved as {file}. Some answers are not complete; the list of what is missing names them."
        ),
        "loaded": gettext("Loaded {file}."),
        "notLoaded": gettext("{file} was not loaded. {why}"),
        "noForm": gettext("It is not a file that this form has saved."),
        "otherFramework": gettext("It answers another questionnaire: {theirs}. This form is for {ours}."),
        "otherVersion": gettext("It answers version {theirs} of the questionnaire. This form has version {ours}."),
        "otherQuestions": gettext("It answers other questions than this form has, under the same version number."),
        "strange": gettext("What it says under {id} does not fit this form."),
        "replace": gettext(
            "Replace the answers in this form by those in the file? Changes that are not saved are lost."
        ),
        "doReplace": gettext("Replace"),
    }
