"""The answer types. To add one, write its module and add its line to `ANSWER_TYPES`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, NamedTuple, TypeAlias

from pydantic import Discriminator, Tag

from readiness.model.answers.base import AnswerBase, Evidence, EvidenceRule, Mistyped, QuestionBase, StatePolicy
from readiness.model.answers.checklist import ChecklistAnswer, ChecklistQuestion
from readiness.model.answers.choice import ChoiceAnswer, ChoiceQuestion
from readiness.model.answers.day import DateAnswer, DateQuestion
from readiness.model.answers.level import LevelAnswer, LevelQuestion
from readiness.model.answers.multiple import MultipleAnswer, MultipleQuestion
from readiness.model.answers.number import NumberAnswer, NumberQuestion
from readiness.model.answers.states import NotApplicable, Unanswered, Unknown, typed_answer
from readiness.model.answers.text import TextAnswer, TextQuestion
from readiness.model.answers.yes_no import YesNoAnswer, YesNoQuestion

__all__ = [
    "ANSWER_TYPES",
    "Answer",
    "AnswerBase",
    "AnswerType",
    "ChecklistAnswer",
    "ChecklistQuestion",
    "ChoiceAnswer",
    "ChoiceQuestion",
    "DateAnswer",
    "DateQuestion",
    "Evidence",
    "EvidenceRule",
    "LevelAnswer",
    "LevelQuestion",
    "Mistyped",
    "MultipleAnswer",
    "MultipleQuestion",
    "NotApplicable",
    "NumberAnswer",
    "NumberQuestion",
    "Question",
    "QuestionBase",
    "StatePolicy",
    "TextAnswer",
    "TextQuestion",
    "Unanswered",
    "Unknown",
    "YesNoAnswer",
    "YesNoQuestion",
    "typed_answer",
]


class AnswerType(NamedTuple):
    """How a question of one type is written, and how it is answered."""

    question: type[QuestionBase]
    answer: type[AnswerBase]
    keys: tuple[str, ...]
    """The keys of an answer that only this type has."""


ANSWER_TYPES: Mapping[str, AnswerType] = MappingProxyType(
    {
        "level": AnswerType(LevelQuestion, LevelAnswer, ("level",)),
        "checklist": AnswerType(ChecklistQuestion, ChecklistAnswer, ("done", "partly")),
        "choice": AnswerType(ChoiceQuestion, ChoiceAnswer, ("option",)),
        "multiple": AnswerType(MultipleQuestion, MultipleAnswer, ("options",)),
        "yes-no": AnswerType(YesNoQuestion, YesNoAnswer, ("answer",)),
        "number": AnswerType(NumberQuestion, NumberAnswer, ("value",)),
        "text": AnswerType(TextQuestion, TextAnswer, ("text",)),
        "date": AnswerType(DateQuestion, DateAnswer, ("date",)),
    }
)
"""Every answer type by the name that a framework writes."""

# A tag shows up in the path of an error; in brackets no key is mistaken for it.
_TAG_OF_KEY = {key: f"({name})" for name, kind in ANSWER_TYPES.items() for key in kind.keys} | {
    "not-applicable": "(not-applicable)",
    "unknown": "(unknown)",
}
_TAG_OF_CLASS: dict[type[AnswerBase], str] = {kind.answer: f"({name})" for name, kind in ANSWER_TYPES.items()} | {
    NotApplicable: "(not-applicable)",
    Unknown: "(unknown)",
    Unanswered: "(unanswered)",
}


def _question_type(value: Any) -> str | None:  # noqa: ANN401  pydantic hands over whatever was written
    name = value.get("type", "level") if isinstance(value, dict) else getattr(value, "type", None)
    return f"({name})" if isinstance(name, str) else None


def _answer_kind(value: Any) -> str | None:  # noqa: ANN401
    if isinstance(value, dict):
        return next((tag for key, tag in _TAG_OF_KEY.items() if key in value), "(unanswered)")
    return _TAG_OF_CLASS.get(type(value))


Question: TypeAlias = Annotated[
    Annotated[LevelQuestion, Tag("(level)")]
    | Annotated[ChecklistQuestion, Tag("(checklist)")]
    | Annotated[ChoiceQuestion, Tag("(choice)")]
    | Annotated[MultipleQuestion, Tag("(multiple)")]
    | Annotated[YesNoQuestion, Tag("(yes-no)")]
    | Annotated[NumberQuestion, Tag("(number)")]
    | Annotated[TextQuestion, Tag("(text)")]
    | Annotated[DateQuestion, Tag("(date)")],
    Discriminator(
        _question_type,
        custom_error_type="question_type",
        custom_error_message="has an unknown `type`; the types are " + ", ".join(ANSWER_TYPES),
    ),
]
"""A question of any type."""

Answer: TypeAlias = Annotated[
    Annotated[LevelAnswer, Tag("(level)")]
    | Annotated[ChecklistAnswer, Tag("(checklist)")]
    | Annotated[ChoiceAnswer, Tag("(choice)")]
    | Annotated[MultipleAnswer, Tag("(multiple)")]
    | Annotated[YesNoAnswer, Tag("(yes-no)")]
    | Annotated[NumberAnswer, Tag("(number)")]
    | Annotated[TextAnswer, Tag("(text)")]
    | Annotated[DateAnswer, Tag("(date)")]
    | Annotated[NotApplicable, Tag("(not-applicable)")]
    | Annotated[Unknown, Tag("(unknown)")]
    | Annotated[Unanswered, Tag("(unanswered)")],
    Discriminator(
        _answer_kind,
        custom_error_type="answer_type",
        custom_error_message="should be a mapping such as `{level: 3}`",
    ),
]
"""An answer of any type, or one of the states that stand in for an answer."""
