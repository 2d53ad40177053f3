"""Checks framework and assessment files, for people and for CI."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from readiness.diagnostics import Diagnostic, Severity
from readiness.errors import InputError
from readiness.loading.files import read_bytes, sniff
from readiness.loading.load import Library, load_assessment, load_framework
from readiness.workflows.assessing import warnings_of

__all__ = ["Checked", "has_errors", "validate"]


@dataclass(frozen=True)
class Checked:
    """One file after all checks."""

    file: str
    text: str
    diagnostics: tuple[Diagnostic, ...]


def validate(paths: Sequence[str]) -> list[Checked]:
    """Return every framework and assessment file under the paths, checked; folders are searched for YAML files.

    Raises:
        InputError: a path does not exist or cannot be read.
    """
    return [_check(path) for path in _files(paths)]


def _files(paths: Sequence[str]) -> Iterator[str]:
    for path in paths:
        if path == "-" or not Path(path).is_dir():
            yield path
            continue
        found = sorted(
            str(file) for suffix in ("*.yaml", "*.yml") for file in Path(path).rglob(suffix) if file.is_file()
        )
        if not found:
            raise InputError(
                f"{path} holds no YAML files", hint="name a file, or a folder of frameworks or assessments"
            )
        yield from found


def _check(path: str) -> Checked:
    content = read_bytes(path)
    if sniff(content) == "assessment":
        document, framework = load_assessment(path, Library.beside(path), content)
        diagnostics = document.diagnostics
        if document.model is not None and framework is not None:
            from readiness.scoring.engine import Scorer
            from readiness.scoring.reading import read_answers
            from readiness.scoring.score import score

            readings = read_answers(framework, document.model, document.model.assessed_on)
            scorecard = score(Scorer(framework, document.model.organisation.facts), readings)
            diagnostics = warnings_of(document, scorecard)
        return Checked(path, document.text, diagnostics)
    whole = Library.beside(path).compose(load_framework(path, content))
    return Checked(path, whole.text, whole.diagnostics)


def has_errors(checked: Sequence[Checked]) -> bool:
    """Tell whether any file has an error."""
    return any(d.severity is Severity.ERROR for one in checked for d in one.diagnostics)
