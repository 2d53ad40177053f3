"""What a PDF carries so that it can be checked: its inputs, its result, and the versions of what made it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import Literal

from readiness.loading.attached import RESULT, VERSIONS, attached_names
from readiness.report.inputs import ReportInput
from readiness.report.json_result import attached_result
from readiness.report.made_with import made_with
from readiness.report.media_types import MEDIA_TYPES
from readiness.report.wording import gettext, speaking

__all__ = ["Attached", "attachments"]


@dataclass(frozen=True, slots=True)
class Attached:
    """A file within a PDF."""

    name: str
    content: bytes
    media_type: str
    relationship: Literal["Data", "Source", "Supplement"]
    """What it is to the pages (ISO 19005-3, annex E)."""
    description: str
    day: date
    """The date that it carries."""


def attachments(given: ReportInput) -> tuple[Attached, ...]:
    """Return the files that a report carries, by name, as a PDF has to list them."""
    if not given.carries_inputs:
        return ()
    with speaking(given.wording):
        return tuple(sorted(_attachments(given), key=lambda one: one.name.encode()))


def _attachments(given: ReportInput) -> Iterator[Attached]:
    day, data, yaml = given.as_of, MEDIA_TYPES[".json"], MEDIA_TYPES[".yaml"]
    for file, name in attached_names(given.files).items():
        said = gettext("An input of this report: {file}", file=file)
        yield Attached(name, given.files[file].encode(), yaml, "Source", said, day)
    for name, content in given.look.carried.items():
        media_type = MEDIA_TYPES[PurePosixPath(name).suffix]
        yield Attached(name, content, media_type, "Supplement", gettext("How this report looks"), day)
    said = gettext("Every number of this report, as data for programs")
    yield Attached(RESULT, attached_result(given), data, "Data", said, day)
    said = gettext("The versions of the programs that made this report")
    versions = json.dumps(made_with(given.version), indent=2) + "\n"
    yield Attached(VERSIONS, versions.encode(), data, "Supplement", said, day)
