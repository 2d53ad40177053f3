"""What every question and every answer has, whatever its type."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from fractions import Fraction
from typing import Annotated, ClassVar, Literal, NamedTuple

from pydantic import Field, GetCoreSchemaHandler, StringConstraints
from pydantic_core import CoreSchema

from readiness.model.base import AsWritten, Date, FormerIds, Id, Line, Model, Positive, Rung, Text
from readiness.model.conditions import Condition, QuestionCondition
from readiness.model.scale import Scale

__all__ = ["MOST_ANSWERS", "AnswerBase", "Evidence", "EvidenceRule", "Mistyped", "QuestionBase", "StatePolicy"]

MOST_ANSWERS = 500
"""More kinds of answers than this are not told apart one by one."""


class StatePolicy(Model):
    """What a missing or not applicable answer counts as; what is left out is inherited from above."""

    unanswered: Literal["zero", "exclude", "block", "full"] | None = None
    """An unanswered or unknown answer counts as nothing, is left out, blocks the score, or counts in full."""
    not_applicable: Literal["exclude", "zero", "full", "forbidden"] | None = None
    """A not applicable answer is left out, counts as nothing, counts in full, or is refused."""


class EvidenceRule(Model):
    """What evidence an answer needs."""

    expect: tuple[Line, ...] = ()
    """What an assessor would ask to see."""
    required_from: int | None = None
    """The level from which an answer without evidence in date counts one level below this one; where higher is worse,
    down from which it counts one level above."""
    valid_for_months: Annotated[int, Field(ge=1, le=240)] | None = None
    """How long dated evidence stays in date, where it names no end itself."""


class QuestionBase(Model):
    """A leaf that somebody answers."""

    id: Id
    """A short readable name, unique in the framework; it is read aloud."""
    replaces: FormerIds = ()
    """The ids that the question had in earlier versions, latest first; answers under them are carried over."""
    topic: Line
    """The short name for charts and tables: a noun phrase of a few words."""
    ask: Line
    """The question as it is put to people."""
    why: Text | None = None
    """Why the answer matters to the agency and to the people it serves."""
    good_enough_when: dict[int, Text] = Field(default_factory=dict)
    """For a level: when it is good enough for now."""
    basis: Text | None = None
    """Where its thresholds or duties come from: a source, or that they are an assumption of the authors."""
    evidence: EvidenceRule = EvidenceRule.model_construct()
    """What backs an answer."""
    answered_by: tuple[Id, ...] = ()
    """The roles that can answer."""
    weight: Positive = Fraction(1)
    """How much the question counts beside its siblings."""
    rung: Rung | None = None
    """Where the question stands on the ladder of the node that holds it, 1 being the lowest rung."""
    applies_when: Condition | None = None
    """The question is asked only when this holds; otherwise it is hidden."""
    scoring: StatePolicy = StatePolicy.model_construct()
    """What a missing or not applicable answer to this question counts as."""
    covers: dict[Id, tuple[Id, ...]] = Field(default_factory=dict)
    """For a source: the ids of the recommendations that this question covers."""
    references: dict[Id, tuple[Id, ...]] = Field(default_factory=dict)
    """For a source: the ids of the public instrument's items that ask for the same."""

    own_keys_after: ClassVar[str | None] = "why"
    summary: ClassVar[str]
    """How an answer becomes points, in words."""
    scored: ClassVar[bool] = True
    """Whether answers of this type have points."""

    @abstractmethod
    def ratio(self, answer: AnswerBase, scale: Scale) -> Fraction:
        """Return points / maximum of an answer of this question's own type, from 0 to 1."""

    @abstractmethod
    def maximum(self, scale: Scale) -> Fraction:
        """Return the points that the best answer is worth, for roll-ups that add points up."""

    @abstractmethod
    def problem(self, answer: AnswerBase, scale: Scale) -> tuple[str, str] | None:
        """Return the key of an answer that does not fit this question and what is wrong with it, or None."""

    @property
    def choices(self) -> tuple[str, ...]:
        """The ids that an answer is made of; none for a question that is answered otherwise."""
        return ()

    @abstractmethod
    def typed(self, text: str, scale: Scale) -> AnswerBase | Mistyped:
        """Read an answer as it is typed on a command line or at a prompt, or say why it is none and what would be.

        The states that stand in for an answer are read before, by `typed_answer`.
        """

    @abstractmethod
    def representatives(self, comparisons: Sequence[QuestionCondition], scale: Scale) -> Sequence[AnswerBase] | None:
        """Return answers that stand for all answers, as far as these comparisons can tell them apart.

        None: there are too many to list.
        """


class Mistyped(NamedTuple):
    """Why something that was typed is no answer."""

    message: str
    """What is wrong with it."""
    help: str
    """What would work."""


class UnscoredQuestion(QuestionBase):
    """A question whose answers are recorded and have no points."""

    scored: ClassVar[bool] = False

    def ratio(self, answer: AnswerBase, scale: Scale) -> Fraction:  # noqa: ARG002  same call for every type
        """Raise: there are no points."""
        raise TypeError(f"answers to {self.id!r} are not scored")

    def maximum(self, scale: Scale) -> Fraction:  # noqa: ARG002
        """Return 0."""
        return Fraction(0)

    def problem(self, answer: AnswerBase, scale: Scale) -> tuple[str, str] | None:  # noqa: ARG002
        """Return None: every answer fits."""
        return None


class Evidence(Model):
    """Something that backs an answer."""

    title: Line
    """What it is."""
    ref: Line | None = None
    """Where it lies: a web address, a file's name or a reference number."""
    dated: Date | None = None
    """The day from which it is valid."""
    valid_until: Date | None = None
    """The last day on which it is valid."""
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$"), AsWritten] | None = None
    """The SHA-256 digest of the file when it was named, so that a later change is seen."""
    note: Text | None = None
    """What to know about it."""


class _OfAnyType:
    """Makes of a vote what an answer is made of: one of the types, by its keys.

    Looked up late, as each of the types is an answer itself and may hold votes.
    """

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return how votes are read."""
        from readiness.model.answers import Answer

        return handler.generate_schema(dict[Id, Answer])


class AnswerBase(Model):
    """What is recorded beside every answer."""

    note: Text | None = None
    """What the assessor wants to remember."""
    evidence: tuple[Evidence, ...] = ()
    """What backs the answer."""
    confidence: Literal["low", "medium", "high"] | None = None
    """How sure the respondent is."""
    by: Id | None = None
    """The respondent who answered."""
    on: Date | None = None
    """The day of the answer."""
    votes: Annotated[dict[Id, AnswerBase], _OfAnyType()] = Field(default_factory=dict)
    """For each respondent: what that person answers. The answer that stands beside the votes is the agreed one; without
    one they are combined. A vote has no evidence and no votes of its own, and its respondent is its `by`."""
