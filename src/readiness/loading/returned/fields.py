"""What the fields of forms on a server are called: XLSForms, SurveyJS surveys, and the readers of what comes back."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["DAY", "DIGEST", "FRAMEWORK", "NAME", "NONE", "ROLE", "VERSION", "Kind", "field_of"]

FRAMEWORK, VERSION, DIGEST = "readiness_framework", "readiness_version", "readiness_digest"
DAY, ROLE, NAME = "readiness_day", "readiness_role", "readiness_name"
NONE = "_none"
"""The choice that none of several things is so; an id begins with a letter or digit."""


class Kind(StrEnum):
    """What a field holds; its name begins with it."""

    QUESTION = "q"
    PARTLY = "partly"
    STATE = "state"
    REASON = "reason"
    NOTE = "note"
    CONFIDENCE = "confidence"
    FACT = "fact"


_ESCAPED = str.maketrans({"-": "_", "_": "Zu", ".": "Zd", "Z": "ZZ"})


def field_of(kind: Kind, id_: str) -> str:
    """Return the name of a field: letters, digits and underscores, so that every program leaves it as it is.

    Two ids never share a name. A hyphen becomes an underscore, since ODK Central joins groups by hyphens.
    """
    return f"{kind}_{id_.translate(_ESCAPED)}"
