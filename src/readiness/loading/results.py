"""Reads results of earlier runs. JSON is YAML, so what is wrong in one is shown with its place as well."""

from __future__ import annotations

from readiness.diagnostics import InvalidDocument
from readiness.loading.decode import decode
from readiness.loading.document import Locator
from readiness.loading.files import read_bytes
from readiness.loading.one_file import bounded, read_source, wrong_format
from readiness.model.earlier import EarlierResult

__all__ = ["load_result"]


def load_result(path: str) -> EarlierResult:
    """Return a result, as far as its plan goes.

    Raises:
        InputError: the file cannot be read.
        InvalidDocument: it is no result.
    """
    text, source = read_source(read_bytes(path))
    locator = Locator(path, source.root, text)
    found = [locator.diagnose_problem(problem) for problem in source.problems]
    model = None
    if source.readable:
        wrong = wrong_format(source.value, "result/1")
        if wrong is None:
            model, findings = decode(source.value, EarlierResult, source.root)
            found += locator.diagnose_all(bounded(findings))
        else:
            found.append(locator.diagnose(wrong))
    if model is None:
        ordered = tuple(sorted(found, key=lambda one: one.sort_key))
        raise InvalidDocument(f"{path} is no result with a plan", diagnostics=ordered, text=text)
    return model
