"""A framework to read: in a terminal, or as a file for the people of a workshop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.loading.instruments import Instruments
from readiness.workflows.catalogue import framework_with_library
from readiness.workflows.outputs import check_outputs
from readiness.workflows.writing import write_file

if TYPE_CHECKING:
    from readiness.loading.library import Library
    from readiness.model.framework import Framework
    from readiness.report.workbook import Workbook

__all__ = ["check_workbook_outputs", "workbook", "write_workbook"]


def workbook(name: str) -> tuple[Workbook, str]:
    """Return a framework in words, by id or by file, and the file it came from.

    Raises:
        UnknownName: there is no such framework.
        InvalidDocument: the framework, or the list of an instrument that it refers to, has errors.
    """
    from readiness.report.crosswalk import crosswalks
    from readiness.report.workbook import build_workbook

    framework, file, library = framework_with_library(name)
    found = crosswalks(framework, Instruments().behind(framework, library))
    return build_workbook(framework, found, _titles_elsewhere(framework, library)), file


def _titles_elsewhere(framework: Framework, library: Library) -> dict[str, str]:
    """Return the titles of the actions of other frameworks that actions of one need, as far as these are found."""
    needs = {need for action in framework.actions for need in action.needs if need not in framework.action}
    documents = {name: library.load(name) for name in sorted({need.partition("/")[0] for need in needs})}
    titles = {
        f"{name}/{action.id}": action.title
        for name, document in documents.items()
        if document is not None and document.model is not None
        for action in document.model.actions
    }
    return {need: titles[need] for need in needs if need in titles}


def check_workbook_outputs(name: str, outputs: Sequence[str]) -> None:
    """Refuse outputs that cannot be, before any work is done.

    Raises:
        UsageError: a suffix has no format, or two outputs or the framework's file have the same name.
        OutputError: the folder for one is missing.
    """
    from readiness.report.formats import WORKBOOK_FORMATS

    check_outputs(name, outputs, WORKBOOK_FORMATS)


def write_workbook(book: Workbook, outputs: Sequence[str], *, version: str) -> Iterator[str]:
    """Write one file for each output, by suffix, and yield its name; each is written whole or not at all.

    Args:
        book: The framework in words.
        outputs: Names that `check_workbook_outputs` accepts.
        version: The version of this tool.

    Raises:
        OutputError: a file cannot be written.
        MissingLibrary: Pango, which a PDF needs, is not installed.
    """
    from readiness.report.formats import WORKBOOK_FORMATS

    for output in outputs:
        write_file(Path(output), WORKBOOK_FORMATS[Path(output).suffix.lower()](book, version))
        yield output
