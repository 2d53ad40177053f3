"""What a form asks, whatever its format: every string, conditions as data, and what was answered before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from readiness.report.questionnaire.rules import Rule
from readiness.report.view.parts import Labelled

__all__ = ["AskedArea", "AskedFact", "AskedOption", "AskedQuestion", "Other", "Person", "Questionnaire"]


@dataclass(frozen=True, slots=True)
class AskedOption:
    """One thing that can be chosen or ticked."""

    id: str
    """The id of the option or item; the number of a level; yes or no."""
    label: str
    """What stands before the text: the number and the name of a level; else nothing."""
    text: str


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """One question."""

    id: str
    topic: str
    ask: str
    how: str
    """What to do, in a sentence."""
    why: str
    type: Literal["level", "checklist", "choice", "multiple", "yes-no", "number", "text", "date"]
    """The answer type, as frameworks name it."""
    options: tuple[AskedOption, ...]
    may_be_partly: bool
    """Whether an item of a checklist counts when it is partly done."""
    unit: str
    """Of a number."""
    may_not_apply: bool
    """Whether the reason why it does not apply is an answer."""
    enough: tuple[Labelled, ...]
    """When a level is good enough."""
    evidence: tuple[str, ...]
    """What an assessor would ask to see."""
    evidence_needed: str
    """From which level evidence is needed."""
    answered_by: str
    """The roles that can answer, in words."""
    asked_when: str
    """When it is asked, in words; nothing when it always is."""
    condition: Mapping[str, Any] | None
    """The same as data, with the keys of a framework file; the conditions of its areas are part of it."""
    before: Mapping[str, Any]
    """The answer when the form was made, as plain values of an assessment file; empty for none."""
    said_before: str
    """The same in words."""


@dataclass(frozen=True, slots=True)
class AskedArea:
    """An area that holds questions, or the framework for those that stand in none."""

    id: str
    title: str
    path: tuple[str, ...]
    """The titles of the areas that hold it, outermost first, and its own."""
    description: str
    asked_when: str
    questions: tuple[AskedQuestion, ...]


@dataclass(frozen=True, slots=True)
class AskedFact:
    """Something about the organisation on which conditions may hang."""

    id: str
    """`staff` and `sector` stand beside the other facts in an assessment file."""
    ask: str
    type: Literal["boolean", "number", "text"]
    before: bool | str | None
    """What was known when the form was made; a number as its decimal text."""


@dataclass(frozen=True, slots=True)
class Other:
    """A question that the form does not put; conditions may look at its answer."""

    type: str
    """The answer type, as frameworks name it."""
    before: Mapping[str, Any]
    """The answer when the form was made, as plain values of an assessment file; empty for none."""


@dataclass(frozen=True, slots=True)
class Person:
    """A role, or a respondent that the assessment names."""

    id: str
    title: str
    """What the role is called, or the role of the respondent."""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A framework, or the part of it that one role answers, as a form asks it."""

    framework: str
    version: str
    digest: str
    """What tells this text from another of the same version: `form_digest` of the framework as it was written."""
    title: str
    description: str
    language: str
    """Of the framework's texts, as a BCP 47 tag."""
    direction: Literal["ltr", "rtl"]
    organisation: str
    """The name of the organisation; empty when the form was made of a framework."""
    assessed_on: str
    """The day of the assessment as 2026-11-20; empty as above."""
    role: Person | None
    """For whom it is, when it is not for everybody."""
    roles: tuple[Person, ...]
    """The roles of the framework."""
    respondents: tuple[Person, ...]
    """Those that the assessment names."""
    facts: tuple[AskedFact, ...]
    areas: tuple[AskedArea, ...]
    """Areas with questions, in the order of the framework."""
    rules: Mapping[str, Sequence[Rule]]
    """For each question that is not always asked, what has to hold; for programs that know nothing of scores."""
    elsewhere: Mapping[str, Other]
    """The questions that the form does not put."""
    for_nobody: int
    """How many questions name no role; a form for one role leaves them out."""

    @property
    def questions(self) -> Iterator[AskedQuestion]:
        """Every question, in order."""
        for area in self.areas:
            yield from area.questions
