"""A framework as a form asks it, from one source for every format."""

from readiness.report.questionnaire.build import build_questionnaire
from readiness.report.questionnaire.questionnaire import (
    AskedArea,
    AskedFact,
    AskedOption,
    AskedQuestion,
    Person,
    Questionnaire,
)

__all__ = [
    "AskedArea",
    "AskedFact",
    "AskedOption",
    "AskedQuestion",
    "Person",
    "Questionnaire",
    "build_questionnaire",
]
