"""One function for each thing a user asks for: read, compute, hand back. Nothing here prints or looks at a clock."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from readiness import resources
from readiness.checks.finding import Finding
from readiness.diagnostics import Diagnostic, InvalidDocument, Severity
from readiness.errors import InputError, NoRoadmap, OutputError, UnknownName, UsageError
from readiness.gaps import Gap, find_gaps
from readiness.loading.load import Document, Library, digest, load_assessment, load_framework, read_bytes, sniff
from readiness.roadmap.schedule import plan_roadmap
from readiness.scoring.engine import Scorer
from readiness.scoring.reading import read_answers
from readiness.scoring.result import EvidenceState, Scorecard, State
from readiness.scoring.score import score

if TYPE_CHECKING:
    from readiness.model.assessment import Assessment
    from readiness.model.framework import Framework
    from readiness.model.targets import TargetProfile
    from readiness.report.inputs import ReportInput
    from readiness.roadmap.plan import Roadmap

SCHEMAS = ("framework", "assessment", "result")
"""The formats that have a JSON Schema."""

__all__ = [
    "SCHEMAS",
    "Assessed",
    "Checked",
    "assess",
    "check_outputs",
    "find_framework",
    "has_errors",
    "library_for",
    "list_frameworks",
    "report_input",
    "result_json",
    "schema",
    "validate",
    "write_outputs",
]


@dataclass(frozen=True)
class Assessed:
    """Everything that is known once an assessment has been scored and planned."""

    path: str
    framework: Framework
    assessment: Assessment
    scorecard: Scorecard
    gaps: tuple[Gap, ...]
    roadmap: Roadmap | None
    """None when there is no target, or when no action fits."""
    no_roadmap: NoRoadmap | None
    """Why the limits allow no roadmap, if they allow none."""
    target: TargetProfile | None
    as_of: date
    warnings: tuple[Diagnostic, ...]
    digests: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of every file that was read, by name."""


@dataclass(frozen=True)
class Checked:
    """One file after all checks."""

    file: str
    text: str
    diagnostics: tuple[Diagnostic, ...]


def library_for(path: str) -> Library:
    """Return the frameworks that a file can name: those beside it, then the bundled ones."""
    folder = Path(path).parent if path != "-" else Path()
    return Library((folder, folder / "frameworks", resources.frameworks_dir()))


def assess(path: str, *, target: str | None = None, as_of: date | None = None) -> Assessed:
    """Return an assessment, scored, with its gaps and its roadmap.

    Args:
        path: The assessment file, or `-` for standard input.
        target: A target profile instead of the one that the file names.
        as_of: The day on which evidence has to be in date; the day of the assessment when left out.

    Raises:
        InputError: the file cannot be read.
        InvalidDocument: the file or its framework has errors.
        UnknownName: there is no such target profile.
    """
    library = library_for(path)
    document, framework = load_assessment(path, library)
    assessment = document.model
    if assessment is None or framework is None:
        raise InvalidDocument(f"{path} cannot be scored", diagnostics=document.diagnostics, text=document.text)
    day = as_of or assessment.assessed_on
    chosen = _target(framework, target or assessment.target)
    scorer = Scorer(framework, assessment.organisation.facts)
    readings = read_answers(framework, assessment, day)
    scorecard = score(scorer, readings, chosen)
    roadmap, no_roadmap = None, None
    if chosen:
        try:
            roadmap = plan_roadmap(scorer, readings, scorecard, assessment.plan, assessed_on=assessment.assessed_on)
        except NoRoadmap as reason:
            no_roadmap = reason
    return Assessed(
        path=path,
        framework=framework,
        assessment=assessment,
        scorecard=scorecard,
        gaps=find_gaps(scorer, readings, scorecard),
        roadmap=roadmap,
        no_roadmap=no_roadmap,
        target=framework.targets[chosen] if chosen else None,
        as_of=day,
        warnings=_all_warnings(document, scorecard),
        digests={_shown(path): digest(document.text.encode()), **library.digests()},
    )


def _shown(path: str) -> str:
    return "standard input" if path == "-" else Path(path).name


def _target(framework: Framework, name: str | None) -> str | None:
    if name is None:
        return next(iter(framework.targets), None)
    if name not in framework.targets:
        raise UnknownName("target profile", name, known=framework.targets)
    return name


def _all_warnings(document: Document[Assessment], scorecard: Scorecard) -> tuple[Diagnostic, ...]:
    scored = [document.locator.diagnose(finding) for finding in _findings_of(scorecard)]
    return tuple(sorted([*document.diagnostics, *scored], key=lambda d: d.sort_key))


def _findings_of(scorecard: Scorecard) -> Iterator[Finding]:
    """Find what only scoring can tell: answers that do not score, and evidence that no longer counts."""
    for node in scorecard.questions:
        if node.state is State.HIDDEN and node.answer is not None:
            message = f"the answer to `{node.id}` does not score: the question does not apply here"
            yield Finding("RA301", ("answers", node.id), message, at_key=True)
        elif node.evidence is EvidenceState.STALE:
            yield Finding(
                "RA302", ("answers", node.id, "evidence"), f"no evidence for `{node.id}` is in date", at_key=True
            )


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
        document, framework = load_assessment(path, library_for(path), content)
        diagnostics = document.diagnostics
        if document.model is not None and framework is not None:
            readings = read_answers(framework, document.model, document.model.assessed_on)
            scorecard = score(Scorer(framework, document.model.organisation.facts), readings)
            diagnostics = _all_warnings(document, scorecard)
        return Checked(path, document.text, diagnostics)
    whole = library_for(path).compose(load_framework(path, content))
    return Checked(path, whole.text, whole.diagnostics)


def find_framework(name: str) -> tuple[Framework, str]:
    """Return a framework, by id or by file, and the file it came from.

    Raises:
        UnknownName: there is no such framework.
        InvalidDocument: it has errors.
    """
    is_file = name.endswith((".yaml", ".yml")) or os.sep in name
    library = library_for(name if is_file else "./")
    document = library.compose(load_framework(name)) if is_file else library.load(name)
    if document is None:
        raise UnknownName("framework", name, known=library.ids())
    if document.model is None:
        raise InvalidDocument(f"{document.file} has errors", diagnostics=document.diagnostics, text=document.text)
    return document.model, document.file


def list_frameworks() -> list[tuple[Framework, str]]:
    """Return the frameworks of this folder and the bundled ones, by id, with their files; broken ones are left out."""
    library = library_for("./")
    documents = [document for id_ in library.ids() if (document := library.load(id_))]
    return [(document.model, document.file) for document in documents if document.model is not None]


def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema of a document format.

    Raises:
        UnknownName: there is no such format.
    """
    from readiness.loading.schemas import document_schema
    from readiness.model.assessment import Assessment
    from readiness.model.framework import Framework
    from readiness.report.json_result import result_schema

    match name:
        case "framework":
            return document_schema(Framework)
        case "assessment":
            return document_schema(Assessment)
        case "result":
            return result_schema()
        case _:
            raise UnknownName("schema", name, known=SCHEMAS)


def write_outputs(assessed: Assessed, outputs: Sequence[str], *, version: str) -> Iterator[str]:
    """Write one file for each output, by suffix, and yield its name; each is written whole or not at all.

    Raises:
        UsageError: a suffix has no format, or two outputs or the input have the same name.
        OutputError: a file cannot be written.
    """
    from readiness.report.formats import FORMATS

    check_outputs(assessed.path, outputs, FORMATS)
    given = report_input(assessed, version=version)
    for output in outputs:
        _write(Path(output), FORMATS[Path(output).suffix.lower()](given))
        yield output


def result_json(assessed: Assessed, *, version: str) -> str:
    """Return the result as the JSON text that an output with the suffix .json would hold."""
    from readiness.report.json_result import result_bytes

    return result_bytes(report_input(assessed, version=version)).decode()


def report_input(assessed: Assessed, *, version: str) -> ReportInput:
    """Return everything that a report may say."""
    from readiness.report.inputs import ReportInput

    return ReportInput(
        framework=assessed.framework,
        assessment=assessed.assessment,
        scorecard=assessed.scorecard,
        gaps=assessed.gaps,
        roadmap=assessed.roadmap,
        target=assessed.target,
        as_of=assessed.as_of,
        version=version,
        digests=dict(assessed.digests),
    )


def check_outputs(source: str, outputs: Sequence[str], formats: Mapping[str, object]) -> None:
    """Refuse outputs that cannot be, before any work is done.

    Raises:
        UsageError: as in `write_outputs`.
    """
    for output in outputs:
        if Path(output).suffix.lower() not in formats:
            raise UsageError(f"{output}: no format has this suffix", hint=f"the suffixes are {', '.join(formats)}")
        if Path(output).is_dir():
            raise UsageError(f"{output} is a folder", hint="name a file")
        if source != "-" and Path(output).resolve() == Path(source).resolve():
            raise UsageError(f"{output} is the file that is read", hint="choose another name")
    if len({Path(output).resolve() for output in outputs}) < len(outputs):
        raise UsageError("two outputs have the same name")


def _write(path: Path, content: bytes) -> None:
    """Write to a file beside the target, then rename: readers see the old file or the new one, never half of it."""
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as error:
        raise OutputError(
            f"{path} cannot be written: {error.strerror}", hint="does the folder exist, and may you write there?"
        ) from None
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        os.chmod(temporary, 0o666 & ~_umask())  # noqa: PTH101  mkstemp made it private
        os.replace(temporary, path)  # noqa: PTH105
    except OSError as error:
        with suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108
        raise OutputError(f"{path} cannot be written: {error.strerror}") from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def has_errors(checked: Sequence[Checked]) -> bool:
    """Tell whether any file has an error."""
    return any(d.severity is Severity.ERROR for one in checked for d in one.diagnostics)
