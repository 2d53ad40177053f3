"""Where the collecting of answers stands: who still owes what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from readiness.workflows.assessing import Assessed, agreement_of, assess

if TYPE_CHECKING:
    from readiness.agreement.outstanding import Outstanding, Owed

__all__ = ["Status", "owed_by", "status"]


@dataclass(frozen=True)
class Status:
    """What is still owed of an assessment."""

    assessed: Assessed
    outstanding: Outstanding
    has_votes: bool
    """Whether anything is put to a vote."""


def status(path: str, *, as_of: date | None = None) -> Status:
    """Return what is still owed.

    Args:
        path: The assessment file, or `-` for standard input.
        as_of: The day on which evidence has to be in date; the day of the assessment when left out.

    Raises:
        InputError: the file cannot be read.
        InvalidDocument: the file or its framework has errors.
    """
    from readiness.agreement.outstanding import find_outstanding

    assessed = assess(path, as_of=as_of)
    agreement = agreement_of(assessed)
    found = find_outstanding(assessed.framework, assessed.scorecard, agreement)
    return Status(assessed, found, has_votes=agreement is not None)


def owed_by(status: Status, name: str) -> Owed:
    """Return what a role or a respondent still owes.

    Raises:
        UnknownName: there is neither such a role nor such a respondent.
    """
    from readiness.agreement.outstanding import find_owed

    return find_owed(status.assessed.framework, status.assessed.assessment, status.outstanding, name)
