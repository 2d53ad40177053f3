"""Checks framework and assessment files, for people and for CI.

A file goes through two steps: everything that is wrong with it is found, then it is settled which findings count.
What compares a file with something else adds its findings between the two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from readiness.checks.instruments import check_listed
from readiness.diagnostics import Diagnostic, Severity
from readiness.loading.files import STDIN, read_bytes, sniff
from readiness.loading.instruments import Instruments, load_instrument
from readiness.loading.load import Document, Library, load_assessment
from readiness.loading.scenarios import load_scenario
from readiness.loading.suppressions import Suppressed, Suppressions
from readiness.loading.themes import load_theme
from readiness.loading.translations import load_translation
from readiness.model.assessment import Assessment
from readiness.model.framework import Framework
from readiness.model.instrument import Instrument
from readiness.model.scenario import Scenario
from readiness.model.theme import Theme
from readiness.model.translation import Translation
from readiness.workflows.documents import find_documents
from readiness.workflows.selection import EVERYTHING, Selection
from readiness.workflows.warnings import warnings_of

if TYPE_CHECKING:
    from readiness.workflows.versions import Past

__all__ = ["Checked", "Checker", "checker", "fails", "validate"]

AnyDocument: TypeAlias = (
    Document[Framework]
    | Document[Assessment]
    | Document[Instrument]
    | Document[Translation]
    | Document[Scenario]
    | Document[Theme]
)

_OF_VERSIONS = "RF7"
"""Rules that only a comparison with the past can break."""


@dataclass(frozen=True)
class Checked:
    """One file after all checks."""

    file: str
    text: str
    diagnostics: tuple[Diagnostic, ...]
    """The findings that count, by place."""
    suppressed: tuple[Suppressed, ...] = ()
    """Those that comments in the file suppress, with their reasons."""


Checker: TypeAlias = Callable[[str, bytes], Checked]


def validate(
    paths: Sequence[str],
    *,
    selection: Selection = EVERYTHING,
    since: str | None = None,
    stdin_filename: str | None = None,
) -> list[Checked]:
    """Return every framework and assessment file that the paths stand for, checked.

    Args:
        paths: As for `find_documents`.
        selection: Which findings count.
        since: A commit of Git; the versions of frameworks are then compared with what that commit has.
        stdin_filename: What standard input stands for; frameworks are looked up beside it.

    Raises:
        InputError: a path does not exist or cannot be read.
        UsageError: there is no such commit, or a file is in no repository.
    """
    with checker(selection=selection, since=since, stdin_filename=stdin_filename) as check:
        return [check(path, read_bytes(path)) for path in find_documents(paths)]


@contextmanager
def checker(*, selection: Selection, since: str | None, stdin_filename: str | None) -> Iterator[Checker]:
    """Hand out what checks a file, given its path and what it holds; the arguments are those of `validate`."""
    beside, instruments = Library.shared(), Instruments()
    with _past(since) as past:

        def check(path: str, content: bytes) -> Checked:
            name = stdin_filename if path == STDIN and stdin_filename else path
            return _settled(
                *_compared(past, *_examined(name, content, beside(name), instruments)),
                selection,
                is_compared=past is not None,
            )

        yield check


def _past(since: str | None) -> AbstractContextManager[Past | None]:
    if since is None:
        return nullcontext()
    from readiness.workflows.versions import Past

    return Past(since)


def _compared(
    past: Past | None, document: AnyDocument, diagnostics: tuple[Diagnostic, ...]
) -> tuple[AnyDocument, tuple[Diagnostic, ...]]:
    """Return the findings of a file, with those that a comparison with the past adds."""
    if past is None or not isinstance(document.model, Framework):
        return document, diagnostics
    found = past.findings(document.file, document.model)
    compared = [*diagnostics, *(document.locator.diagnose(finding) for finding in found)]
    return document, tuple(sorted(compared, key=lambda one: one.sort_key))


def _examined(
    name: str, content: bytes, library: Library, instruments: Instruments
) -> tuple[AnyDocument, tuple[Diagnostic, ...]]:
    """Return a file as it was read, and everything that is wrong with it."""
    match sniff(content):
        case "assessment":
            document, framework = load_assessment(name, library, content)
            return document, _with_scoring(document, framework)
        case "instrument":
            listed = load_instrument(name, content)
            return listed, listed.diagnostics
        case "translation":
            translated = load_translation(name, library, content)
            return translated, translated.diagnostics
        case "theme":
            theme = load_theme(name, content)
            return theme, theme.diagnostics
        case "scenario":
            scenario = load_scenario(name, library, content)
            return scenario, scenario.diagnostics
        case _:
            whole = library.check(name, content)
            more = (*_out_of_reach(whole), *_not_listed(whole, library, instruments))
            return whole, tuple(sorted((*whole.diagnostics, *more), key=lambda one: one.sort_key))


def _not_listed(document: Document[Framework], library: Library, instruments: Instruments) -> Iterator[Diagnostic]:
    """Yield the items of standards in a framework's own sources that the lists of those standards do not have."""
    own = document.value.get("sources") if isinstance(document.value, dict) else None
    if document.model is None or not isinstance(own, dict):
        return
    for id_, source in document.model.sources.items():
        listed = instruments.find(id_, library) if source.kind == "standard" and id_ in own else None
        if listed and listed.model:
            found = check_listed(listed.model, source.items, ("sources", id_, "items"))
            yield from document.locator.diagnose_all(found)


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
    return warnings_of(document, framework, score(Scorer(framework, document.model.organisation.known_facts), readings))


def _settled(
    document: AnyDocument, diagnostics: tuple[Diagnostic, ...], selection: Selection, *, is_compared: bool
) -> Checked:
    """Return a file with the findings that count, those about its suppressions included."""
    file = document.file

    def is_on(code: str) -> bool:
        return selection.has(code, file) and (is_compared or not code.startswith(_OF_VERSIONS))

    suppressions = Suppressions.in_text(document.text)
    kept, suppressed = suppressions.split(selection.keep(diagnostics, file), file)
    problems = list(suppressions.problems)
    if document.model is not None:  # an error keeps some rules from being checked, so nobody knows what is unused
        problems += suppressions.unused(suppressed, is_on)
    own = selection.keep(map(document.locator.diagnose_problem, problems), file)
    found = sorted([*kept, *own], key=lambda one: one.sort_key)
    return Checked(file, document.text, tuple(found), tuple(suppressed))


def fails(checked: Sequence[Checked], fail_on: Severity = Severity.ERROR) -> bool:
    """Tell whether any finding that counts is as bad as that, or worse."""
    return any(one.severity.rank <= fail_on.rank for file in checked for one in file.diagnostics)
