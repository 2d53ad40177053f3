"""Compares frameworks with public instruments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readiness.errors import UnknownName
from readiness.loading.instruments import Instruments, usable
from readiness.workflows.catalogue import framework_with_library

if TYPE_CHECKING:
    from readiness.model.framework import Framework
    from readiness.report.crosswalk import Crosswalk

__all__ = ["find_crosswalk", "list_crosswalks"]


def list_crosswalks(name: str) -> tuple[Framework, tuple[Crosswalk, ...]]:
    """Return a framework, by id or by file, beside every instrument that its questions refer to.

    Raises:
        UnknownName: there is no such framework.
        InvalidDocument: the framework, or the list of an instrument, has errors.
    """
    from readiness.report.crosswalk import crosswalks

    framework, _, library = framework_with_library(name)
    return framework, crosswalks(framework, Instruments().behind(framework, library))


def find_crosswalk(name: str, instrument: str) -> tuple[Framework, Crosswalk]:
    """Return a framework, by id or by file, beside one instrument, by id, whether or not it refers to it.

    Raises:
        UnknownName: there is no such framework or instrument.
        InvalidDocument: the framework, or the list of the instrument, has errors.
    """
    from readiness.report.crosswalk import crosswalk

    framework, _, library = framework_with_library(name)
    instruments = Instruments()
    standards = {id_ for id_, source in framework.sources.items() if source.kind == "standard"}
    listed = instruments.find(instrument, library)
    if listed is None and instrument not in standards:
        raise UnknownName("instrument", instrument, known=standards | set(instruments.ids(library)))
    return framework, crosswalk(framework, instrument, usable(listed) if listed else None)
