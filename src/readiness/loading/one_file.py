"""Reads one file by itself: text, then model, then what can be checked without another file."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from readiness.checks.catalogue import RULES
from readiness.checks.finding import Finding
from readiness.checks.framework import check_framework
from readiness.checks.naming import check_file_name
from readiness.checks.spelling import respelt
from readiness.diagnostics import Diagnostic, Severity
from readiness.loading.decode import decode, described
from readiness.loading.document import Document, Locator
from readiness.loading.files import YAML_SUFFIXES, as_text, read_bytes
from readiness.loading.places import Node, Source
from readiness.loading.suppressions import Suppressions
from readiness.loading.yaml_source import MAX_ERRORS, read_yaml
from readiness.model.assessment import Assessment
from readiness.model.framework import Framework
from readiness.model.instrument import Instrument
from readiness.model.scenario import Scenario
from readiness.model.tailored import TailoredFramework
from readiness.model.theme import Theme
from readiness.model.translation import Translation

if TYPE_CHECKING:
    from readiness.model.base import Model

__all__ = [
    "FORMATS",
    "bounded",
    "extends_another",
    "finished",
    "is_usable",
    "load_framework",
    "load_one",
    "model_of",
    "read_source",
    "wrong_format",
]

FORMATS: Mapping[str, type[Model]] = {
    "framework/1": Framework,
    "assessment/1": Assessment,
    "instrument/1": Instrument,
    "translation/1": Translation,
    "scenario/1": Scenario,
    "theme/1": Theme,
}
"""What the `readiness` key of a document can say, and what the document then is."""


@contextmanager
def _without_collector() -> Iterator[None]:
    """Keep the garbage collector from scanning trees that only grow: values, places, models."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def load_framework(path: str, content: bytes | None = None) -> Document[Framework]:
    """Return one framework file as it stands.

    Where it includes others, it is checked when they are composed. Where it extends another, it has no model before.
    """
    document = load_one(path, content, "framework/1", lambda one: _checked_alone(one, path))
    return replace(document, model=None) if extends_another(document) else document


def _checked_alone(framework: Framework, path: str) -> Iterator[Finding]:
    """Yield what can be said of a framework before what it is made of is known."""
    file = Path(path)
    if file.suffix in YAML_SUFFIXES:  # standard input and pipes have no name to be found by
        yield from check_file_name(framework, file.name)
    if not framework.includes and not isinstance(framework, TailoredFramework):
        yield from check_framework(framework)


def extends_another(document: Document[Any]) -> bool:
    """Tell whether a framework is to be made of another one."""
    return isinstance(document.value, dict) and "extends" in document.value


@_without_collector()
def load_one(
    path: str, content: bytes | None, expected: str, check: Callable[[Any], Iterable[Finding]]
) -> Document[Any]:
    """Return a document with all findings of its own: text, shape, then meaning."""
    text, source = read_source(read_bytes(path) if content is None else content)
    locator = Locator(path, source.root, text)
    found = [locator.diagnose_problem(problem) for problem in source.problems]
    decoded = None
    if source.readable:
        wrong = wrong_format(source.value, expected)
        findings: Iterable[Finding] = [wrong] if wrong else ()
        if wrong is None:
            decoded, findings = decode(source.value, model_of(source.value, expected), source.root)
        if decoded is not None:
            findings = check(decoded)
        found += locator.diagnose_all(bounded(findings))
    return finished(Document(path, text, locator, decoded, tuple(found), source.value))


def model_of(value: Mapping[Any, Any], named: str) -> type[Model]:
    """Return what a document is, by its `readiness` key; a framework that extends another has keys of its own."""
    return TailoredFramework if named == "framework/1" and "extends" in value else FORMATS[named]


def read_source(content: bytes) -> tuple[str, Source]:
    """Return the text of a file, empty when it is not UTF-8, and what it says as YAML."""
    text, problem = as_text(content)
    if problem:
        return text, Source(None, Node(problem.mark), (problem,), readable=False)
    return text, read_yaml(text)


def wrong_format(value: Any, expected: str) -> Finding | None:
    """Return what is wrong with the `readiness` key, which says how the file is to be read."""
    if not isinstance(value, dict):
        what = "the file is empty" if value is None else "the file should hold keys and values"
        return Finding("RF009", (), what, help=f"begin with `readiness: {expected}`")
    found = value.get("readiness")
    if found == expected:
        return None
    if found is None:
        return Finding("RF009", (), "the key `readiness` is missing", help=f"begin with `readiness: {expected}`")
    word = found if isinstance(found, str) else ""
    return Finding(
        "RF009",
        ("readiness",),
        f"`readiness` should be {expected!r}, not {described(found)}",
        help=f"this command reads {expected}" if word in FORMATS else f"this version reads {', '.join(FORMATS)}",
        fix=respelt(word, FORMATS),
    )


def bounded(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings until there are more errors than anybody reads."""
    errors = 0
    for finding in findings:
        errors += RULES[finding.code].severity is Severity.ERROR
        if errors > MAX_ERRORS:
            yield Finding("RF003", (), f"the document has more than {MAX_ERRORS:,} errors; the first ones are shown")
            return
        yield finding


def finished(document: Document[Any], *more: Diagnostic, model: Any = ...) -> Document[Any]:
    """Return a document with more findings, sorted by place; with errors that count it has no model."""
    diagnostics = tuple(sorted((*document.diagnostics, *more), key=lambda one: one.sort_key))
    made: Document[Any] = replace(document, diagnostics=diagnostics, model=document.model if model is ... else model)
    return made if is_usable(made) else replace(made, model=None)


def is_usable(document: Document[Any]) -> bool:
    """Tell whether a document has no errors but those that its author has judged and that scoring can live with."""
    if not document.errors:
        return True
    kept, suppressed = Suppressions.in_text(document.text).split(document.errors, document.file)
    return not kept and all(RULES[one.diagnostic.code].usable for one in suppressed)
