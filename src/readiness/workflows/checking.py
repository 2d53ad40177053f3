"""Checks framework and assessment files, for people and for CI.

A file goes through two steps: everything that is wrong with it is found, then it is settled which findings count.
What compares a file with something else adds its findings between the two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from readiness.diagnostics import Diagnostic, Severity
from readiness.loading.files import read_bytes, sniff
from readiness.loading.load import Document, Library, load_assessment, load_framework
from readiness.model.assessment import Assessment
from readiness.model.framework import Framework
from readiness.workflows.assessing import warnings_of
from readiness.workflows.documents import find_documents

__all__ = ["Checked", "has_errors", "validate"]


@dataclass(frozen=True)
class Checked:
    """One file after all checks."""

    file: str
    text: str
    diagnostics: tuple[Diagnostic, ...]
    """The findings that count, by place."""


def validate(paths: Sequence[str]) -> list[Checked]:
    """Return every framework and assessment file under the paths, checked; folders are searched for YAML files.

    Raises:
        InputError: a path does not exist or cannot be read.
    """
    return [_settled(*_examined(path)) for path in find_documents(paths)]


def _examined(path: str) -> tuple[Document[Framework] | Document[Assessment], tuple[Diagnostic, ...]]:
    """Return a file as it was read, and everything that is wrong with it."""
    content = read_bytes(path)
    if sniff(content) == "assessment":
        document, framework = load_assessment(path, Library.beside(path), content)
        return document, _with_scoring(document, framework)
    whole = Library.beside(path).compose(load_framework(path, content))
    return whole, tuple(sorted((*whole.diagnostics, *_out_of_reach(whole)), key=lambda one: one.sort_key))


def _out_of_reach(document: Document[Framework]) -> tuple[Diagnostic, ...]:
    """Return the findings in a framework that only scoring can tell."""
    if document.model is None or not document.model.targets:
        return ()
    from readiness.scoring.reach import check_reach

    return tuple(document.locator.diagnose(finding) for finding in check_reach(document.model))


def _with_scoring(document: Document[Assessment], framework: Framework | None) -> tuple[Diagnostic, ...]:
    """Return the findings in an assessment, with those that only scoring can tell."""
    if document.model is None or framework is None:
        return document.diagnostics
    from readiness.scoring.engine import Scorer
    from readiness.scoring.reading import read_answers
    from readiness.scoring.score import score

    readings = read_answers(framework, document.model, document.model.assessed_on)
    return warnings_of(document, score(Scorer(framework, document.model.organisation.facts), readings))


def _settled(document: Document[Framework] | Document[Assessment], diagnostics: tuple[Diagnostic, ...]) -> Checked:
    """Return a file with the findings that count."""
    return Checked(document.file, document.text, diagnostics)


def has_errors(checked: Sequence[Checked]) -> bool:
    """Tell whether any file has an error."""
    return any(d.severity is Severity.ERROR for one in checked for d in one.diagnostics)
