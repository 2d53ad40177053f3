"""Finds frameworks by id and puts together what they are made of; each file is read once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any, NamedTuple

from readiness import resources
from readiness.checks.finding import Finding
from readiness.checks.framework import check_composition, check_framework
from readiness.diagnostics import Diagnostic, Location, Path, Related
from readiness.errors import nearest
from readiness.loading.files import STDIN, as_text, read_bytes
from readiness.loading.one_file import extends_another, finished, is_usable, load_framework
from readiness.loading.tailor.things import included_in
from readiness.loading.tailor.tree import text_of
from readiness.model.compose import accepts, compose

if TYPE_CHECKING:
    from readiness.loading.document import Document, Locator
    from readiness.loading.tailor.members import Member
    from readiness.model.framework import Framework, Include

__all__ = ["Library", "Unusable", "says_errors"]

MAX_STOREYS = 20
"""Frameworks built one on top of the other; nobody could say what the last one asks."""
_NONE: Mapping[str, Framework] = {}


@dataclass
class Library:
    """Finds frameworks by id: in the folders given, first match wins.

    Each file is read once: what one library says is one state of the files, even while somebody edits them.
    """

    folders: tuple[FilePath, ...]
    _read: dict[str, Document[Framework]] = field(default_factory=dict)
    _whole: dict[str, Document[Framework]] = field(default_factory=dict)
    _members: dict[str, Mapping[str, Member]] = field(default_factory=dict)
    _open: list[str] = field(default_factory=list)
    """The files that are being put together, outermost first."""

    @classmethod
    def beside(cls, path: str) -> Library:
        """Return the frameworks that a file can name: those in its folder, then the bundled ones."""
        folder = FilePath() if path == STDIN else FilePath(path).parent
        return cls((folder, folder / "frameworks", resources.frameworks_dir()))

    @classmethod
    def shared(cls) -> Callable[[str], Library]:
        """Return `beside` for many files: those of a folder share a library, and all read each file once."""
        libraries: dict[tuple[FilePath, ...], Library] = {}
        read: dict[str, Document[Framework]] = {}

        def beside(path: str) -> Library:
            folders = cls.beside(path).folders
            return libraries.setdefault(folders, cls(folders, read))

        return beside

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

    def files(self) -> dict[str, str]:
        """Return the text of every framework file that has been read, by file name."""
        return {FilePath(file).name: document.text for file, document in self._whole.items()}

    def load(self, framework_id: str) -> Document[Framework] | None:
        """Return a framework with all that it is made of, or None when there is no such file."""
        path = self.path_of(framework_id)
        return None if path is None else self.check(str(path))

    def check(self, path: str, content: bytes | None = None) -> Document[Framework]:
        """Return the framework in a file, with all that it is made of and all findings; content stands for the file."""
        key = _key(path)
        if content is not None and key in self._read and as_text(content)[0] != self._read[key].text:
            for remembered in (self._read, self._whole, self._members):
                remembered.pop(key, None)  # somebody tries what the file could hold instead
        if key not in self._whole:
            self._whole[key] = self.compose(self._as_it_stands(path, content))
        return self._whole[key]

    def _as_it_stands(self, path: str, content: bytes | None = None) -> Document[Framework]:
        """Return the framework in a file before it is put together with others."""
        key = _key(path)
        if key not in self._read:
            is_bundled = content is None and FilePath(path).parent == resources.frameworks_dir()
            self._read[key] = _bundled(path, read_bytes(path)) if is_bundled else load_framework(path, content)
        return self._read[key]

    def compose(self, document: Document[Framework]) -> Document[Framework]:
        """Return a framework with the one that it extends and those that it includes; problems are in its own file."""
        with self._opened(document.file):
            if not extends_another(document):
                return self.with_parts(document)
            if not is_usable(document):
                return document
            return self._tailored(document)

    def _tailored(self, document: Document[Framework]) -> Document[Framework]:
        """Return the framework that a tailoring file makes of the one that it extends."""
        from readiness.loading.tailor.members import Base, tailored

        base = self._base(document.value)
        if isinstance(base, Finding):
            return finished(document, *document.locator.diagnose_all([base]))
        assert base.model is not None, "find() returns what can be used"
        made_of = Base(base.model, self.members(base))
        whole, self._members[_key(document.file)] = tailored(document, made_of, self.with_parts)
        return whole

    def _base(self, value: Any) -> Document[Framework] | Finding:
        """Return the framework that a tailoring file extends, or why it cannot be used."""
        base_id, _, versions = text_of(value["extends"]).partition("@")
        if base_id == text_of(value["id"]):
            message = f"the id `{base_id}` is that of the framework which this one extends"
            return Finding("RF101", ("id",), message, help="a tailored framework has an id of its own")
        found = self.find(base_id, versions or None, how="extends")
        if isinstance(found, Unusable):
            return Finding("RF114", ("extends",), found.why, help=found.help)
        return found

    @contextmanager
    def _opened(self, file: str) -> Iterator[None]:
        self._open.append(_key(file))
        try:
            yield
        finally:
            self._open.pop()

    def with_parts(self, document: Document[Framework], given: Mapping[str, Framework] = _NONE) -> Document[Framework]:
        """Return a framework with its includes composed into it: those given, and the library's."""
        framework = document.model
        if framework is None or not framework.includes:
            return document
        parts: dict[str, Framework] = {}
        findings: list[Finding] = []
        circles: list[Diagnostic] = []
        for index, include in enumerate(framework.includes):
            part = given.get(include.framework) or self._part(include, ("includes", index))
            if isinstance(part, Finding):
                circle = self._way_back(include.framework, framework.id)
                if circle is None:
                    findings.append(part)
                else:
                    circles.append(_circle(document.locator, part.path, framework.id, circle))
            else:
                parts[include.framework] = part
        whole = None if findings or circles else compose(framework, parts)
        if whole is not None:
            findings += check_composition(framework, parts, whole)
        findings += check_framework(framework, whole)
        return finished(document, *circles, *document.locator.diagnose_all(findings), model=whole)

    def _part(self, include: Include, path: Path) -> Framework | Finding:
        """Return an included framework, or why it cannot be used."""
        found = self.find(include.framework, include.version, how="includes")
        if isinstance(found, Unusable):
            key = "version" if found.is_of_other_version else "framework"
            return Finding("RF102", (*path, key), found.why, help=found.help)
        assert found.model is not None, "find() returns what can be used"
        return found.model

    def find(self, framework_id: str, versions: str | None, *, how: str) -> Document[Framework] | Unusable:
        """Return a framework without errors in one of the versions, or why there is none that can be used.

        Args:
            framework_id: The framework to build on.
            versions: The version or range that fits; any, when left out.
            how: `includes` or `extends`.
        """
        path = self.path_of(framework_id)
        if path is None:
            return Unusable(f"there is no framework {framework_id!r}", self.suggest(framework_id))
        if _key(str(path)) in self._open:
            return Unusable(f"{framework_id} {how} itself")
        if len(self._open) > MAX_STOREYS:
            return Unusable(f"more than {MAX_STOREYS} frameworks are built one on top of the other")
        document = self.check(str(path))
        if document.model is None:
            return Unusable(f"{framework_id} {says_errors(document)}", f"readiness validate {document.file}")
        if not accepts(versions, document.model.version):
            why = f"{framework_id} is at version {document.model.version}, which {versions} does not accept"
            return Unusable(why, is_of_other_version=True)
        return document

    def _way_back(self, start: str, goal: str) -> list[tuple[str, Location]] | None:
        """Return the shortest way of includes between two frameworks, or None: each name with the place of the next."""
        ways: dict[str, list[tuple[str, Location]]] = {start: []}
        for id_ in (waiting := [start]):  # grows while it is walked
            if id_ == goal:
                return ways[id_]
            path = self.path_of(id_)
            document = self._as_it_stands(str(path)) if path else None
            for index, include in enumerate(document.model.includes if document and document.model else ()):
                assert document is not None
                if include.framework not in ways:
                    place = document.locator.locate(("includes", index, "framework"))
                    ways[include.framework] = [*ways[id_], (id_, place)]
                    waiting.append(include.framework)
        return None

    def members(self, document: Document[Framework]) -> Mapping[str, Member]:
        """Return a framework without errors and those that it includes, by id, as one that extends it needs them."""
        from readiness.loading.tailor.members import as_member

        key = _key(document.file)
        if key not in self._members:
            assert document.model is not None, "what is built on has no errors"
            self._members[key] = {document.model.id: as_member(document)}
        missing = [id_ for id_ in included_in(document.value) if id_ not in self._members[key]]
        for id_ in missing:
            part = self.load(id_)
            assert part is not None, "what was composed was found"
            self._members[key] = {**self._members[key], **self.members(part)}
        return self._members[key]

    def suggest(self, framework_id: str) -> str:
        """Return what the author of an id that no framework has may have meant, or which there are."""
        close = nearest(framework_id, self.ids())
        return f"did you mean `{close}`?" if close else "frameworks here: " + ", ".join(self.ids())


@lru_cache(maxsize=32)
def _bundled(path: str, content: bytes) -> Document[Framework]:
    """Return a framework that comes with the tool: what builds on them reads many, in one process again and again."""
    return load_framework(path, content)


def _circle(locator: Locator, path: Path, name: str, circle: list[tuple[str, Location]]) -> Diagnostic:
    """Return the finding that a framework comes back to itself, with the place where it does."""
    said = ", which includes ".join(f"`{one}`" for one in (*(id_ for id_, _ in circle), name))
    message = f"`{name}` includes {said}" if circle else f"`{name}` includes itself"
    related = tuple(Related(place, f"includes `{name}` again") for _, place in circle[-1:])
    return replace(locator.diagnose(Finding("RF109", path, message)), related=related)


class Unusable(NamedTuple):
    """Why a framework cannot be built on."""

    why: str
    help: str = ""
    is_of_other_version: bool = False


def says_errors(document: Document[Any]) -> str:
    """Return the end of a sentence about a document with errors: how many, and the first one."""
    first, *others = document.errors
    count = f"{len(document.errors)} errors, the first" if others else "an error"
    return f"has {count} at {first.location}: {first.message}"


def _key(file: str) -> str:
    """Return the name under which a file is remembered: `./a.yaml` and `a.yaml` are one."""
    return str(FilePath(file))
