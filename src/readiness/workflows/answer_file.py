"""A file of answers that somebody works on: every answer is kept at once, and one process at a time writes."""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from readiness.diagnostics import Diagnostic, InvalidDocument, Severity
from readiness.editing.merging import ANSWERS, ORGANISATION, RESPONDENTS, Change, entries_of, merged
from readiness.errors import InputError, OutputError, UsageError
from readiness.loading.files import STDIN, read_bytes
from readiness.loading.load import Library, load_assessment
from readiness.loading.plain_values import comparable
from readiness.workflows.clashes import ChangedElsewhere, changed_elsewhere
from readiness.workflows.journal import Journal, Opened, journal_of, read_journal, sync_file
from readiness.workflows.locking import check_writable, locked, release
from readiness.workflows.writing import rewrite_file, write_file

if TYPE_CHECKING:
    from filelock import BaseFileLock

    from readiness.loading.document import Document
    from readiness.model.assessment import Assessment
    from readiness.model.framework import Framework

__all__ = ["AnswerFile", "ChangedElsewhere"]

_Values = Mapping[str, Mapping[str, Any] | None]
_NONE: _Values = {}


class AnswerFile:
    """An assessment on the disk that belongs to this process until it is closed.

        with AnswerFile.open("answers.yaml", now) as file:
            file.save("cyb-access", {"level": 3})

    When `save` returns, the answer outlives the process, and the machine too: it stands in a journal beside the file
    before the file is written. A journal that was left behind is put into the file when it is opened next.
    """

    framework: Framework
    assessment: Assessment
    text: str
    """What the file holds, or is to hold when it could not be written."""
    recovered: tuple[str, ...] = ()
    """Ids of the questions and respondents that a journal put into the file when it was opened."""

    def __init__(self, path: Path, lock: BaseFileLock) -> None:
        """Take what `open` and `create` hand over."""
        self.path = path
        self._lock = lock
        self._library = Library.beside(str(path))
        self._mark = b""
        self._value: Mapping[Any, Any] = {}
        self._on_disk: bytes | None = None
        """What the file held when it was read or written last."""
        self._pending: list[Change] = []
        """Changes that are in the journal only."""
        self._journal: Journal | None = None

    @classmethod
    def open(cls, path: str, now: datetime) -> Self:
        """Open an assessment, and put into it what a journal holds that was left behind.

        Args:
            path: The file.
            now: The time, for whoever tries to open it as well.

        Raises:
            UsageError: it is standard input, or open elsewhere.
            InputError: it cannot be read, or a journal was left behind that does not fit to it.
            InvalidDocument: it has errors.
            OutputError: it or its folder cannot be written.
        """
        if path == STDIN:
            raise UsageError("standard input cannot be changed", hint="name a file")
        read_bytes(path)  # before anything is made beside a file that is not there
        file = cls(Path(path), locked(Path(path)))
        try:
            file._read(read_bytes(path))
            check_writable(file.path)
            file._recover()
            file._start_journal(now)
        except BaseException:
            file._release()
            raise
        return file

    @classmethod
    def create(cls, path: str, framework: Framework, organisation: str, now: datetime) -> Self:
        """Make a new assessment without answers, and open it.

        Args:
            path: The file, which must not exist.
            framework: What is to be answered; it has to be found by its id from where the file lies.
            organisation: The name of the organisation.
            now: The time; its day becomes the day of the assessment.

        Raises:
            UsageError: the file exists, or the framework is not found from where it lies.
            OutputError: it cannot be written.
        """
        from readiness.workflows.new import write_new_assessment

        write_new_assessment(path, framework, organisation, now.date())
        return cls.open(path, now)

    def save(self, question: str, values: Mapping[str, Any] | None) -> None:
        """Keep the answer to a question; when this returns, nothing can lose it.

        Args:
            question: The id of the question.
            values: The answer as plain values with the keys of the file; None takes the answer away.

        Raises:
            InputError: it is no answer to the question, or is written in a way that cannot be edited where it stands.
            ChangedElsewhere: the file was changed by somebody else, who has changed this answer too; the answer is now
                as it stands in the file.
            OutputError: it cannot be written; the message says whether the journal has it.
        """
        self.put({question: values})

    def put(
        self, answers: _Values = _NONE, respondents: _Values = _NONE, organisation: Mapping[str, Any] = _NONE
    ) -> None:
        """Keep several answers, respondents and keys of the organisation: all or none. Errors are those of `save`."""
        wanted = [(ORGANISATION, organisation), (RESPONDENTS, respondents), (ANSWERS, answers)]
        changes = [
            Change(section, id_, (entries_of(self._value, section).get(id_),), now)
            for section, values in wanted
            for id_, now in values.items()
        ]
        changes = [one for one in changes if comparable(one.now) != comparable(one.before[0])]
        if not changes:
            return
        self._take_over_changes()
        text, clashes = merged(self.text, self._value, changes, self._order)
        if clashes:
            raise changed_elsewhere(self.path, clashes)
        document = self._checked(text, changes)
        assert self._journal is not None
        self._journal.add(changes)
        self._keep(text, document)
        self._pending += changes
        self._write()

    def close(self) -> None:
        """Let others have the file; the journal goes once all of it is in the file and on the disk.

        Raises:
            OutputError: the file still cannot be written; the journal stays.
        """
        try:
            if self._journal is not None:
                if self._pending:
                    self._write()
                sync_file(self.path)
                self._journal.remove()
                self._journal = None
        finally:
            self._release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _: type[BaseException] | None, error: BaseException | None, __: TracebackType | None) -> None:
        if error is None:
            self.close()
            return
        with suppress(OutputError):  # what went wrong first is what to tell
            self.close()

    # --- reading ---

    @property
    def _order(self) -> tuple[str, ...]:
        return tuple(self.framework.question)

    def _read(self, content: bytes) -> None:
        """Take what the file holds as it is."""
        self._mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
        document, framework = load_assessment(str(self.path), self._library, content)
        if document.model is None or framework is None:
            raise InvalidDocument(
                f"{self.path} has errors", diagnostics=document.errors or document.diagnostics, text=document.text
            )
        self.framework = framework
        self._keep(document.text, document)
        self._on_disk = content

    def _keep(self, text: str, document: Document[Assessment]) -> None:
        assert document.model is not None
        assert isinstance(document.value, dict)
        self.text, self.assessment, self._value = text, document.model, document.value

    def _checked(self, text: str, changes: Iterable[Change]) -> Document[Assessment]:
        """Return what a text says once changes are made.

        Raises:
            InputError: a change makes an error of it.
        """
        document, _ = load_assessment(str(self.path), self._library, text.encode())
        if document.model is None:
            found = _first_error(document.diagnostics)
            names = ", ".join(one.id for one in changes)
            raise InputError(f"{names}: {found.message}", hint=found.help or None)
        return document

    def _take_over_changes(self) -> None:
        """Take over what somebody else has made of the file, with what is in the journal only put into it again."""
        try:
            content = read_bytes(str(self.path))
        except InputError:
            if self.path.exists():
                raise
            content = self._on_disk or b""  # somebody has deleted it: it comes back
        if content == self._on_disk:
            return
        pending, mine = self._pending, self.text
        try:
            self._read(content)
        except InvalidDocument as error:
            self.text = mine
            raise InputError(
                f"{self.path} was changed meanwhile and has errors now: {_first_error(error.diagnostics).message}",
                hint="put it right, then answer again; what was saved before is not lost",
            ) from None
        text, clashes = merged(self.text, self._value, pending, self._order)
        if clashes:
            raise changed_elsewhere(self.path, clashes)
        self._keep(text, self._checked(text, pending))

    # --- writing ---

    def _write(self) -> None:
        content = self._mark + self.text.encode()
        try:
            (rewrite_file if self.path.exists() else write_file)(self.path, content)
        except OutputError as error:
            raise OutputError(
                f"{error}; the answers are kept in {journal_of(self.path)}",
                hint="they are put into the file when it can be written again",
            ) from None
        self._on_disk = content
        self._pending = []

    def _start_journal(self, now: datetime) -> None:
        opened = Opened(
            file=self.path.name,
            framework=self.framework.id,
            organisation=self.assessment.organisation.name,
            pid=os.getpid(),
            since=now.strftime("%Y-%m-%d %H:%M"),
        )
        self._journal = Journal(journal_of(self.path), opened)

    def _recover(self) -> None:
        """Put into the file what a journal holds that was left behind.

        Raises:
            InputError: it is of another assessment.
            ChangedElsewhere: the file was changed since, and says something else.
        """
        journal = journal_of(self.path)
        left = read_journal(journal)
        if left is None:
            return
        whose = (left.opened.framework, left.opened.organisation)
        if left.changes and whose != (self.framework.id, self.assessment.organisation.name):
            raise InputError(
                f"{journal} holds answers of another assessment: of {whose[1]}, to {whose[0]}",
                hint="move it away, or put back the file that it belongs to",
            )
        text, clashes = merged(self.text, self._value, left.changes, self._order)
        if clashes:
            raise changed_elsewhere(self.path, clashes, journal)
        if text != self.text:
            self.recovered = tuple(one.id for one in left.changes)
            self._keep(text, self._checked(text, left.changes))
            self._write()
            sync_file(self.path)

    # --- one at a time ---

    def _release(self) -> None:
        if self._journal is not None:
            self._journal.close()
            self._journal = None
        release(self._lock)


def _first_error(diagnostics: Sequence[Diagnostic]) -> Diagnostic:
    return next((one for one in diagnostics if one.severity is Severity.ERROR), diagnostics[0])
