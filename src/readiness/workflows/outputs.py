"""Writes reports and results: each file whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.errors import OutputError, UsageError
from readiness.workflows.assessing import Assessed, agreement_of, risk_of, robustness
from readiness.workflows.writing import write_file

if TYPE_CHECKING:
    from readiness.report.inputs import ReportInput
    from readiness.report.look import Look
    from readiness.report.view import Section
    from readiness.sensitivity.result import Sensitivity

__all__ = ["check_outputs", "first_page", "report_input", "result_json", "result_markdown", "write_outputs"]

_LONGEST_NAME = 200
"""Bytes that every file system takes in one name, with room for what marks it while it is being written."""


def write_outputs(
    assessed: Assessed,
    outputs: Sequence[str],
    *,
    version: str,
    translated: Assessed | None = None,
    look: Look | None = None,
    formats: Mapping[str, Callable[[ReportInput], bytes]] | None = None,
) -> Iterator[str]:
    """Write one file for each output, by suffix, and yield its name; each is written whole or not at all.

    Args:
        assessed: What was assessed.
        outputs: The files to write.
        version: The version of this tool.
        translated: The same in the language of reports; what programs read stays in that of the framework.
        look: How reports look; as they always do when left out.
        formats: For each suffix, what makes the bytes of a file; those of reports when left out.

    Raises:
        UsageError: a suffix has no format, or two outputs or the input have the same name.
        OutputError: a file cannot be written, or the folder for one is missing.
        InvalidDocument: the list of an instrument that the framework refers to has errors.
    """
    from readiness.report.formats import FOR_PROGRAMS, FORMATS

    formats = FORMATS if formats is None else formats
    check_outputs(assessed.path, outputs, formats)
    suffixes = [Path(output).suffix.lower() for output in outputs]
    spoken = report_input(translated or assessed, version=version, look=look)
    is_both = translated is not None and not FOR_PROGRAMS.isdisjoint(suffixes)
    given = report_input(assessed, version=version, look=look) if is_both else spoken
    for output, suffix in zip(outputs, suffixes, strict=True):
        write_file(Path(output), formats[suffix](given if suffix in FOR_PROGRAMS else spoken))
        yield output


def result_json(assessed: Assessed, *, version: str) -> str:
    """Return the result as the JSON text that an output with the suffix .json would hold."""
    from readiness.report.json_result import result_bytes

    return result_bytes(report_input(assessed, version=version)).decode()


def result_markdown(assessed: Assessed, *, version: str, look: Look | None = None) -> str:
    """Return the summary and the main tables as the Markdown that an output with the suffix .md would hold."""
    from readiness.report.formats import FORMATS

    return FORMATS[".md"](report_input(assessed, version=version, look=look)).decode()


def report_input(assessed: Assessed, *, version: str, look: Look | None = None) -> ReportInput:
    """Return everything that a report may say.

    Raises:
        InvalidDocument: the list of an instrument that the framework refers to has errors.
    """
    from readiness.loading.instruments import Instruments
    from readiness.report.crosswalk import crosswalks
    from readiness.report.look import OURS
    from readiness.report.wording import ENGLISH, catalogue_for

    instruments = Instruments()
    listed = instruments.behind(assessed.framework, assessed.library)
    files = {**assessed.files, **instruments.files()}
    language = assessed.texts.language if assessed.texts else assessed.framework.language
    return replace(
        _input_of_summary(assessed, version, robustness(assessed)),
        files={_name(file): text for file, text in sorted(files.items())},
        look=look or OURS,
        risk=risk_of(assessed),
        crosswalks=crosswalks(assessed.framework, listed),
        wording=catalogue_for(language) or ENGLISH,
    )


def first_page(assessed: Assessed) -> Section:
    """Return page one of the report, in English; what only the other pages say is not worked out."""
    from readiness.report.view.context import Context
    from readiness.report.view.summary import summary
    from readiness.report.wording import ENGLISH, speaking
    from readiness.sensitivity.result import Sensitivity
    from readiness.sensitivity.standing import standings_of

    unasked = Sensitivity(standings_of(assessed.scorer), None, None, (), (), None, None, 0)
    with speaking(ENGLISH):
        return summary(Context(_input_of_summary(assessed, "", unasked)))


def _input_of_summary(assessed: Assessed, version: str, sensitivity: Sensitivity) -> ReportInput:
    """Return what the summary of a report is made of, which is there at once."""
    from readiness.report.inputs import ReportInput

    return ReportInput(
        framework=assessed.framework,
        fitting=assessed.fitting,
        assessment=assessed.assessment,
        scorecard=assessed.scorecard,
        gaps=assessed.gaps,
        roadmap=assessed.roadmap,
        target=assessed.target,
        as_of=assessed.as_of,
        version=version,
        sensitivity=sensitivity,
        files={},
        carries_inputs=assessed.carries_inputs,
        planner=assessed.planner,
        plan=assessed.fitting.plan if assessed.file_plan else None,
        conflict=assessed.no_roadmap.conflict if assessed.no_roadmap else None,
        texts=assessed.texts,
        agreement=agreement_of(assessed),
        since=assessed.since,
    )


def _name(file: str) -> str:
    """Return the name of a file as UTF-8 can hold it; the file system allows any bytes."""
    return file.encode(errors="replace").decode()


def check_outputs(source: str, outputs: Sequence[str], formats: Mapping[str, object]) -> None:
    """Refuse outputs that cannot be, before any work is done.

    Raises:
        UsageError: as in `write_outputs`.
        OutputError: the folder for one is missing.
    """
    for output in outputs:
        if len(os.fsencode(Path(output).name)) > _LONGEST_NAME:
            raise UsageError(f"{output[:40]}…: the name is too long", hint=f"{_LONGEST_NAME} bytes at most")
        if Path(output).suffix.lower() not in formats:
            raise UsageError(f"{output}: no format has this suffix", hint=f"the suffixes are {', '.join(formats)}")
        if Path(output).is_dir():
            raise UsageError(f"{output} is a folder", hint="name a file")
        if not Path(output).parent.is_dir():
            raise OutputError(
                f"{output} cannot be written: there is no folder {Path(output).parent}", hint="make it first"
            )
        if source != "-" and Path(output).resolve() == Path(source).resolve():
            raise UsageError(f"{output} is the file that is read", hint="choose another name")
    if len({Path(output).resolve() for output in outputs}) < len(outputs):
        raise UsageError("two outputs have the same name")
