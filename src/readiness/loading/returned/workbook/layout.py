"""Where a workbook keeps what: the names that the writer puts into it and the reader looks for.

Sheets and columns are found by keys in hidden cells, never by their titles or places: people rename sheets, move
columns and have their spreadsheet program in any language.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "ANSWERS",
    "CODE",
    "EVIDENCE",
    "FORMAT",
    "LIST",
    "META",
    "NO",
    "README",
    "YES",
    "AnswerColumn",
    "EvidenceColumn",
    "ListName",
    "MetaKey",
    "ReadmeColumn",
    "list_of_question",
]

YES, NO = "yes", "no"
"""What the texts of some lists stand for."""
ANSWERS, EVIDENCE, README, META, LIST, CODE = "answers:", "evidence:", "readme:", "meta:", "list:", "code:"
"""What the keys of a sheet begin with. Of each list, the column after that of its texts has what they stand for."""


class AnswerColumn(StrEnum):
    """The columns of the answers. An item of a question has a row of its own, with the id `question/item`."""

    AREA = "answers:area"
    ID = "answers:id"
    QUESTION = "answers:question"
    WHY = "answers:why"
    GUIDANCE = "answers:guidance"
    ANSWER = "answers:answer"
    STATE = "answers:state"
    REASON = "answers:reason"
    NOTE = "answers:note"
    CONFIDENCE = "answers:confidence"
    BY = "answers:by"
    ON = "answers:on"
    BEFORE = "answers:before"


class EvidenceColumn(StrEnum):
    """The columns of the evidence."""

    QUESTION = "evidence:question"
    TITLE = "evidence:title"
    REF = "evidence:ref"
    DATED = "evidence:dated"
    VALID_UNTIL = "evidence:valid-until"
    NOTE = "evidence:note"


class ReadmeColumn(StrEnum):
    """The columns of the first sheet. Its keys are those of `MetaKey`, and `fact:` with the id of a fact."""

    KEY = "readme:key"
    VALUE = "readme:value"


class MetaKey(StrEnum):
    """What the hidden sheet says of the workbook, and what a person says of themselves on the first sheet."""

    KEY = "meta:key"
    VALUE = "meta:value"
    FORMAT = "format"
    FRAMEWORK = "framework"
    VERSION = "version"
    DIGEST = "digest"
    ANSWER = "answer:"
    FACT = "fact:"
    ROLE = "respondent:role"
    NAME = "respondent:name"


class ListName(StrEnum):
    """The lists that cells offer, beside those of the questions."""

    ITEM = "item"
    WHOLE_ITEM = "whole-item"
    TICK = "tick"
    STATE = "state"
    UNKNOWN = "unknown"
    CONFIDENCE = "confidence"
    QUESTION = "question"
    RESPONDENT = "respondent"
    ROLE = "role"
    YES_NO = "yes-no"


FORMAT = "readiness-workbook/1"
"""What the hidden sheet says it is."""


def list_of_question(id_: str) -> str:
    """Return the name of the list that the answer to a question is chosen from."""
    return f"answer:{id_}"
