"""Reads framework and assessment files: text, then model, then checks; all findings at once."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path as FilePath
from typing import Any

from readiness import resources
from readiness.checks.assessment import check_assessment
from readiness.checks.catalogue import RULES
from readiness.checks.finding import Finding
from readiness.checks.framework import check_composition, check_framework
from readiness.checks.naming import check_file_name
from readiness.checks.spelling import respelt
from readiness.diagnostics import Diagnostic, Location, Path, Related, Severity
from readiness.errors import nearest
from readiness.loading.decode import decode, described, is_valid
from readiness.loading.document import Document, Locator
from readiness.loading.files import STDIN, as_text, digest, read_bytes
from readiness.loading.suppressions import Suppressions
from readiness.loading.yaml_source import Mark, Node, Source, read_yaml
from readiness.model.answers import Answer
from readiness.model.assessment import Assessment
from readiness.model.base import Model
from readiness.model.compose import accepts, compose
from readiness.model.framework import Framework

__all__ = ["FORMATS", "Document", "Library", "load_assessment", "load_framework", "read_source", "wrong_format"]

MAX_ERRORS = 1_000
"""More than anybody reads; what takes long is the search for what an author may have meant."""
FORMATS: Mapping[str, type[Model]] = {"framework/1": Framework, "assessment/1": Assessment}
"""What the `readiness` key of a document can say, and what the document then is."""
_YAML_SUFFIXES = frozenset({".yaml", ".yml"})


@contextmanager
def _without_collector() -> Iterator[None]:
    """Keep the garbage collector from scanning a tree that only grows."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def read_source(content: bytes) -> tuple[str, Source]:
    """Return the text of a file, empty when it is not UTF-8, and what it says as YAML."""
    text, problem = as_text(content)
    if problem:
        return text, Source(None, Node(problem.mark), (problem,), readable=False)
    with _without_collector():
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
    known = ", ".join(FORMATS)
    return Finding(
        "RF009",
        ("readiness",),
        f"`readiness` should be {expected!r}, not {described(found)}",
        help=f"this version reads {known}",
        fix=respelt(found, FORMATS) if isinstance(found, str) else None,
    )


def _load(
    path: str, content: bytes | None, model: type[Any], expected: str, check: Callable[[Any], Iterable[Finding]]
) -> Document[Any]:
    """Return a document with all findings of its own: text, shape, then meaning."""
    text, source = read_source(read_bytes(path) if content is None else content)
    locator = Locator(path, source.root, text)
    found = [locator.diagnose_problem(problem) for problem in source.problems]
    decoded = None
    if source.readable:
        wrong = wrong_format(source.value, expected)
        findings: Iterable[Finding]
        decoded, findings = (None, [wrong]) if wrong else decode(source.value, model, source.root)
        if decoded is not None:
            findings = check(decoded)
        found += [locator.diagnose(finding) for finding in _bounded(findings)]
    return replace(_document(path, text, locator, decoded, found), value=source.value)


def _bounded(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings until there are more errors than anybody reads."""
    errors = 0
    for finding in findings:
        errors += RULES[finding.code].severity is Severity.ERROR
        if errors > MAX_ERRORS:
            yield Finding("RF003", (), f"the document has more than {MAX_ERRORS:,} errors; the first ones are shown")
            return
        yield finding


def _document(file: str, text: str, locator: Locator, model: Any, found: list[Any]) -> Document[Any]:
    ordered = tuple(sorted(found, key=lambda d: d.sort_key))
    document: Document[Any] = Document(file, text, locator, model, ordered)
    return document if _is_usable(document) else Document(file, text, locator, None, ordered)


def _is_usable(document: Document[Any]) -> bool:
    """Tell whether a document has no errors but those that its author has judged and that scoring can live with."""
    if not document.errors:
        return True
    kept, suppressed = Suppressions.in_text(document.text).split(document.errors, document.file)
    return not kept and all(RULES[one.diagnostic.code].usable for one in suppressed)


@dataclass
class Library:
    """Finds frameworks by id: in the folders given, first match wins. Each file is read once."""

    folders: tuple[FilePath, ...]
    _known: dict[str, Document[Framework]] = field(default_factory=dict)
    _texts: dict[str, str] = field(default_factory=dict)

    @classmethod
    def beside(cls, path: str) -> Library:
        """Return the frameworks that a file can name: those in its folder, then the bundled ones."""
        folder = FilePath() if path == STDIN else FilePath(path).parent
        return cls((folder, folder / "frameworks", resources.frameworks_dir()))

    def path_of(self, framework_id: str) -> FilePath | None:
        """Return the file of a framework: `<id>.yaml` in one of the folders."""
        candidates = (folder / f"{framework_id}.yaml" for folder in self.folders)
        return next((path for path in candidates if path.is_file()), None)

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all frameworks in the folders, sorted."""
        found = {path.stem for folder in self.folders if folder.is_dir() for path in folder.glob("*.yaml")}
        return tuple(sorted(id_ for id_ in found if self._is_framework(id_)))

    def _is_framework(self, framework_id: str) -> bool:
        path = self.path_of(framework_id)
        if path is None:
            return False
        try:
            with path.open("rb") as stream:
                return b"readiness: framework/" in stream.read(4096)
        except OSError:
            return False

    def digests(self) -> dict[str, str]:
        """Return the SHA-256 of every framework file that has been read, by file name."""
        return {name: digest(text.encode()) for name, text in self._texts.items()}

    def _read(self, path: FilePath) -> Document[Framework]:
        document = load_framework(str(path))
        self._texts[path.name] = document.text
        return document

    def load(self, framework_id: str) -> Document[Framework] | None:
        """Return a framework with its includes composed into it, or None when there is no such file."""
        if framework_id not in self._known:
            path = self.path_of(framework_id)
            if path is None:
                return None
            self._known[framework_id] = self.compose(self._read(path))
        return self._known[framework_id]

    def compose(self, document: Document[Framework], above: tuple[str, ...] = ()) -> Document[Framework]:
        """Return a framework with its includes composed into it; problems with them are found in its own file."""
        framework = document.model
        if framework is None or not framework.includes:
            return document
        parts: dict[str, Framework] = {}
        findings, circles = [], []
        for index, include in enumerate(framework.includes):
            part = self._part(include.framework, (*above, framework.id))
            if isinstance(part, str):
                place = ("includes", index, "framework")
                circle = self._way_back(include.framework, framework.id)
                if circle is not None:
                    circles.append(_circle(document.locator, place, framework.id, circle))
                else:
                    findings.append(Finding("RF102", place, part, help=self._suggest(include.framework)))
            elif not accepts(include.version, part.version):
                message = f"{include.framework} is at version {part.version}, which {include.version} does not accept"
                findings.append(Finding("RF102", ("includes", index, "version"), message))
            else:
                parts[include.framework] = part
        whole = None if findings or circles else compose(framework, parts)
        if whole is not None:
            findings += check_composition(framework, parts, whole)
        findings += check_framework(framework, whole)
        found = [*document.diagnostics, *circles, *(document.locator.diagnose(finding) for finding in findings)]
        return _document(document.file, document.text, document.locator, whole, found)

    def _part(self, framework_id: str, above: tuple[str, ...]) -> Framework | str:
        """Return an included framework, or why it cannot be used."""
        if framework_id in above:
            return f"{framework_id} includes itself"
        path = self.path_of(framework_id)
        if path is None:
            return f"there is no framework {framework_id!r}"
        document = self.compose(self._read(path), above)
        if document.model is None:
            return f"{framework_id} {_says_errors(document)}"
        return document.model

    def _way_back(self, start: str, goal: str) -> list[tuple[str, Location]] | None:
        """Return the shortest way of includes between two frameworks, or None: each name with the place of the next."""
        ways: dict[str, list[tuple[str, Location]]] = {start: []}
        for id_ in (waiting := [start]):  # grows while it is walked
            if id_ == goal:
                return ways[id_]
            path = self.path_of(id_)
            document = load_framework(str(path)) if path else None
            for index, include in enumerate(document.model.includes if document and document.model else ()):
                assert document is not None
                if include.framework not in ways:
                    place = document.locator.locate(("includes", index, "framework"))
                    ways[include.framework] = [*ways[id_], (id_, place)]
                    waiting.append(include.framework)
        return None

    def _suggest(self, framework_id: str) -> str:
        close = nearest(framework_id, self.ids())
        return f"did you mean `{close}`?" if close else "frameworks here: " + ", ".join(self.ids())


def _circle(locator: Locator, path: Path, name: str, circle: list[tuple[str, Location]]) -> Diagnostic:
    """Return the finding that a framework comes back to itself, with the place where it does."""
    said = ", which includes ".join(f"`{one}`" for one in (*(id_ for id_, _ in circle), name))
    message = f"`{name}` includes {said}" if circle else f"`{name}` includes itself"
    related = tuple(Related(place, f"includes `{name}` again") for _, place in circle[-1:])
    return replace(locator.diagnose(Finding("RF109", path, message)), related=related)


def load_framework(path: str, content: bytes | None = None) -> Document[Framework]:
    """Return one framework file as it stands; where it includes others, it is checked when they are composed."""
    return _load(path, content, Framework, "framework/1", lambda one: _checked_alone(one, path))


def _checked_alone(framework: Framework, path: str) -> Iterator[Finding]:
    """Yield what can be said of a framework before its includes are known."""
    file = FilePath(path)
    if file.suffix in _YAML_SUFFIXES:  # standard input and pipes have no name to be found by
        yield from check_file_name(framework, file.name)
    if not framework.includes:
        yield from check_framework(framework)


def load_assessment(
    path: str, library: Library, content: bytes | None = None
) -> tuple[Document[Assessment], Framework | None]:
    """Return an assessment with all findings, and its composed framework when both can be used."""
    document = _load(path, content, Assessment, "assessment/1", lambda _: ())
    assessment: Assessment | None = document.model or _without_broken_answers(document.value)
    if assessment is None:
        return document, None
    found = library.load(assessment.framework.id)
    framework = found.model if found else None
    findings = check_assessment(assessment, framework) if framework else [_no_framework(assessment, library, found)]
    diagnostics = [*document.diagnostics, *(document.locator.diagnose(finding) for finding in _bounded(findings))]
    return _document(path, document.text, document.locator, document.model, diagnostics), framework


def _without_broken_answers(value: Any) -> Assessment | None:
    """Return what can be read of an assessment with errors in its answers, so that the others are checked too."""
    if not isinstance(value, dict) or not isinstance(value.get("answers"), dict):
        return None
    answers = {id_: one if is_valid(one, Answer) else {} for id_, one in value["answers"].items()}
    model, _ = decode(value | {"answers": answers}, Assessment, Node(Mark(1, 1, 2)))
    return model


def _no_framework(assessment: Assessment, library: Library, found: Document[Framework] | None) -> Finding:
    name = assessment.framework.id
    if found is None:
        close = nearest(name, library.ids())
        suggestion = f"did you mean `{close}`?" if close else "frameworks here: " + ", ".join(library.ids())
        return Finding("RA102", ("framework", "id"), f"there is no framework {name!r}", help=suggestion)
    message = f"{name} {_says_errors(found)}"
    return Finding("RA102", ("framework", "id"), message, help=f"readiness validate {found.file}")


def _says_errors(document: Document[Any]) -> str:
    first, *others = document.errors
    count = f"{len(document.errors)} errors, the first" if others else "an error"
    return f"has {count} at {first.location}: {first.message}"
