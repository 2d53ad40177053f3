"""Reads scenarios: other limits for the plan of an assessment."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readiness.checks.finding import Finding
from readiness.checks.scenario import check_scenario
from readiness.diagnostics import InvalidDocument
from readiness.loading.library import Library, says_errors
from readiness.loading.one_file import bounded, finished, load_one

if TYPE_CHECKING:
    from readiness.loading.document import Document
    from readiness.model.scenario import Scenario

__all__ = ["load_scenario", "usable_scenario"]


def load_scenario(path: str, library: Library, content: bytes | None = None) -> Document[Scenario]:
    """Return a scenario with all findings, those that only its framework can tell included."""
    document: Document[Scenario] = load_one(path, content, "scenario/1", lambda _: ())
    if document.model is None:
        return document
    return finished(document, *document.locator.diagnose_all(bounded(_findings(document.model, library))))


def usable_scenario(path: str, library: Library) -> Document[Scenario]:
    """Return a scenario that can be planned with.

    Raises:
        InputError: the file cannot be read.
        InvalidDocument: it has errors.
    """
    document = load_scenario(path, library)
    if document.model is None:
        raise InvalidDocument(f"{path} cannot be used", diagnostics=document.diagnostics, text=document.text)
    return document


def _findings(scenario: Scenario, library: Library) -> Iterator[Finding]:
    found = library.load(scenario.framework)
    if found is None:
        message = f"there is no framework {scenario.framework!r}"
        yield Finding("RA501", ("framework",), message, help=library.suggest(scenario.framework))
    elif found.model is None:
        message = f"{scenario.framework} {says_errors(found)}"
        yield Finding("RA501", ("framework",), message, help=f"readiness validate {found.file}")
    else:
        yield from check_scenario(scenario, found.model)
