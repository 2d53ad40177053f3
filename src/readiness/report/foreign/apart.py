"""Renders reports by templates that somebody else wrote, in a process of their own."""

from __future__ import annotations

import copyreg
import io
import json
import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from readiness.errors import InputError
from readiness.report.foreign.job import LIMITS, Job, Limits, proxy
from readiness.report.html import Pages, pictures_of
from readiness.report.wording import Catalogue, catalogue_for

if TYPE_CHECKING:
    from readiness.report.view import ReportView

__all__ = ["html_apart", "pages_apart"]

_STOPPED = "they take too long or make too much; where the system sets no limits, as on Windows, none are rendered"


def html_apart(view: ReportView, limits: Limits = LIMITS) -> str:
    """Return the report as one file for a browser.

    Raises:
        InputError: a template is wrong, or goes beyond a limit.
    """
    return str(_made(Job(view, paper=False, limits=limits))["html"])


def pages_apart(view: ReportView, limits: Limits = LIMITS) -> Pages:
    """Return the report laid out for A4.

    Raises:
        InputError: a template is wrong, or goes beyond a limit.
    """
    made = _made(Job(view, paper=True, limits=limits))
    drawings = {name: drawing.encode() for name, drawing in made["drawings"].items()}
    return Pages(made["html"], drawings, pictures_of(view.look))


def _made(job: Job) -> Mapping[str, Any]:
    templates = job.view.look.templates
    assert templates is not None, "the look has them"
    answer = _answer(job, templates.folder)
    try:
        made = json.loads(answer)
    except ValueError:
        raise InputError(f"the templates in {templates.folder} were stopped", hint=_STOPPED) from None
    if "wrong" in made:
        place = f"{templates.folder}/{made['place']}" if made["place"] else f"the templates in {templates.folder}"
        raise InputError(f"{place}: {made['wrong']}", hint="docs/templates.md says what a template can use")
    return dict(made)


def _answer(job: Job, folder: str) -> bytes:
    """Return what the process says; it knows nothing of the user's environment."""
    command = [sys.executable, "-P", "-s", "-m", "readiness.report.foreign.child"]
    known = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONIOENCODING": "utf-8"}
    with tempfile.TemporaryFile() as asked, tempfile.TemporaryFile() as said:
        asked.write(_pickled(job))
        asked.seek(0)
        try:
            subprocess.run(  # noqa: S603  our own program with no argument of a user
                command,
                stdin=asked,
                stdout=said,
                stderr=subprocess.DEVNULL,
                env=known,
                timeout=4 * job.limits.seconds,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise InputError(f"the templates in {folder} take too long") from None
        said.seek(0)
        return said.read()


def _pickled(job: Job) -> bytes:
    """Return a job as bytes; languages go by their names, for the rules of plurals are functions."""
    into = io.BytesIO()
    pickler = pickle.Pickler(into)
    pickler.dispatch_table = copyreg.dispatch_table | {MappingProxyType: _proxy, Catalogue: _language}
    pickler.dump(job)
    return into.getvalue()


def _proxy(mapping: MappingProxyType[Any, Any]) -> tuple[Any, ...]:
    return proxy, (dict(mapping),)


def _language(catalogue: Catalogue) -> tuple[Any, ...]:
    return catalogue_for, (catalogue.language,)
