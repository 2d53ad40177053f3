"""An interview on a file: each line that is said becomes answers, and each answer is in the file at once."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from readiness.errors import InputError, UnknownName, UsageError
from readiness.interview.commands import AddEvidence, Command, SetNote
from readiness.interview.events import AnswerChanged, DetailChanged, Event, Refused, RespondentChanged
from readiness.interview.parse import read_line
from readiness.interview.state import Setting, State, begun
from readiness.interview.step import step
from readiness.loading.files import YAML_SUFFIXES
from readiness.model.answers.plain import plain_answer
from readiness.model.assessment import Assessment, FrameworkReference, Organisation, Respondent
from readiness.workflows.answer_file import AnswerFile
from readiness.workflows.clashes import ChangedElsewhere
from readiness.workflows.evidence_files import named_evidence

if TYPE_CHECKING:
    from types import TracebackType

    from readiness.model.answers import Answer
    from readiness.model.comparisons import FactValue
    from readiness.model.framework import Framework

__all__ = ["Interview", "InterviewOptions"]


@dataclass(frozen=True, slots=True)
class InterviewOptions:
    """How an interview is held."""

    by: str | None = None
    """The respondent who answers, or a role of the framework."""
    last_time: str | None = None
    """The file of the assessment before."""
    facilitated: bool = False
    shows_score: bool = False
    reviews: bool = False


class Interview:
    """Somebody is asked, and the file grows. It belongs to this process until the interview is closed.

    with Interview.open("answers.yaml", now) as interview:
        events = interview.say("3")
    """

    def __init__(self, path: str, now: datetime, state: State, file: AnswerFile | None) -> None:
        """Use `open`."""
        self.path = path
        self.state = state
        self._now = now
        self._file = file

    @classmethod
    def open(
        cls, subject: str, now: datetime, output: str | None = None, options: InterviewOptions | None = None
    ) -> Self:
        """Begin an interview, or go on with one.

        Args:
            subject: A file of answers, or a framework by id or file.
            now: The time.
            output: For a framework: the file of answers; `ID-answers.yaml` when left out, where the framework is found
                from. Where there is such a file, the interview goes on with it.
            options: How the interview is held.

        Raises:
            UsageError: the file is open elsewhere, or belongs to another framework.
            UnknownName: there is no such framework, or nobody of that name answers.
            InputError: a file cannot be read.
            InvalidDocument: a file has errors.
            OutputError: the file or its folder cannot be written.
        """
        framework = None if _holds_answers(subject) else _framework(subject)
        if framework is None and output is not None:
            raise UsageError("-o goes with a framework", hint=f"readiness interview {subject} goes on with that file")
        path = subject if framework is None else output or _usual_file(subject, framework)
        file = AnswerFile.open(path, now) if framework is None or Path(path).exists() else None
        try:
            return cls(path, now, _begun(file, framework, now, options or InterviewOptions()), file)
        except BaseException:
            if file is not None:
                file.close()
            raise

    @property
    def is_saved(self) -> bool:
        """Whether there is a file yet; it is made when the organisation has a name."""
        return self._file is not None

    @property
    def recovered(self) -> tuple[str, ...]:
        """What was in a journal that was left behind, and is in the file again."""
        return self._file.recovered if self._file else ()

    def say(self, line: str) -> tuple[Event, ...]:
        """Do what a line asks for, and return what there is to tell; what has changed is saved by then.

        Raises:
            ReadinessError: it cannot be saved; the state is the one before.
            ChangedElsewhere: somebody else has changed the same; the state is what the file says now, and nothing from
                before can be taken back.
        """
        command = read_line(line, self.state)
        if isinstance(command, AddEvidence):
            command = self._located(command)
        return (command,) if isinstance(command, Refused) else self._do(command)

    def note(self, text: str) -> tuple[Event, ...]:
        """Put a note beside the answer, of any number of lines; errors are those of `say`."""
        return self._do(SetNote(text))

    def _do(self, command: Command) -> tuple[Event, ...]:
        state, events = step(self.state, command)
        try:
            self._save(state, events)
        except ChangedElsewhere:
            assert self._file is not None
            self.state = replace(self.state, assessment=self._file.assessment, past=())
            raise
        self.state = state
        return events

    def _located(self, command: AddEvidence) -> AddEvidence | Refused:
        """Return the evidence with the digest of its file, or why it cannot be named."""
        try:
            found = named_evidence(command.ref, Path(self.path).parent)
        except InputError as error:
            return Refused(str(error), error.hint or "")
        return AddEvidence(found.ref, command.title, command.dated, found.sha256)

    def _save(self, state: State, events: tuple[Event, ...]) -> None:
        """Save everything that has changed: all of it or nothing."""
        changes = _Changes.of(state, events)
        if not changes.is_any:
            return
        if self._file is None:
            name = state.assessment.organisation.name
            if not name:
                raise UsageError("the organisation has no name yet", hint="g name")
            self._file = AnswerFile.create(self.path, state.framework, name, self._now)
        self._file.put(answers=changes.answers, respondents=changes.respondents, organisation=changes.organisation)

    def close(self) -> None:
        """Let others have the file.

        Raises:
            OutputError: it still cannot be written; the journal stays.
        """
        if self._file is not None:
            self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:  # fmt: skip
        if self._file is not None:
            self._file.__exit__(kind, error, trace)


@dataclass(slots=True)
class _Changes:
    """What is to be saved, as plain values with the keys of the file."""

    answers: dict[str, dict[str, Any] | None] = field(default_factory=dict)
    respondents: dict[str, dict[str, Any] | None] = field(default_factory=dict)
    organisation: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, state: State, events: tuple[Event, ...]) -> Self:
        changes, by = cls(), state.setting.by
        for event in events:
            match event:
                case AnswerChanged(question=id_, after=after):
                    changes.answers[id_] = None if after is None else _written(after)
                    if by is not None:
                        changes.respondents.setdefault(by, {"role": state.assessment.respondents[by].role})
                case RespondentChanged(id=id_, role=role):
                    changes.respondents[id_] = None if role is None else {"role": role}
                case DetailChanged(key=key):
                    changes.organisation |= _of_organisation(state.assessment.organisation, key.partition(".")[0])
                case _:
                    pass
        return changes

    @property
    def is_any(self) -> bool:
        """Whether anything is to be saved."""
        return bool(self.answers or self.respondents or self.organisation)


def _of_organisation(organisation: Organisation, key: str) -> Mapping[str, Any]:
    """Return what the file says under a key of the organisation; a name is never taken away."""
    value = getattr(organisation, key)
    if key == "facts":
        given = {id_: _plain(one) for id_, one in value.items()}
        return {key: given or None}
    return {} if key == "name" and not value else {key: value}


def _written(answer: Answer) -> dict[str, Any]:
    """Return an answer as the file has it, with the votes beside it."""
    votes = {id_: plain_answer(vote) for id_, vote in answer.votes.items()}
    return plain_answer(answer) | ({"votes": votes} if votes else {})


def _plain(value: FactValue) -> bool | str | int | Decimal:
    """Return a fact as the file has it; its numbers were read from decimals, so that a decimal always holds them."""
    if isinstance(value, bool | str):
        return value
    return value.numerator if value.denominator == 1 else Decimal(value.numerator) / Decimal(value.denominator)


def _holds_answers(subject: str) -> bool:
    """Tell whether a file of answers is named, rather than a framework."""
    from readiness.loading.files import read_bytes, sniff

    is_file = subject.endswith(YAML_SUFFIXES) or os.sep in subject
    return is_file and sniff(read_bytes(subject)) == "assessment"


def _usual_file(subject: str, framework: Framework) -> str:
    """Return where answers go that nobody gave a name: this folder, or for a framework in a file the file's folder."""
    folder = Path(subject).parent if subject.endswith(YAML_SUFFIXES) else Path()
    return str((folder.parent if folder.name == "frameworks" else folder) / f"{framework.id}-answers.yaml")


def _framework(name: str) -> Framework:
    from readiness.workflows.catalogue import find_framework

    return find_framework(name)[0]


def _begun(file: AnswerFile | None, named: Framework | None, now: datetime, options: InterviewOptions) -> State:
    """Return the state at the beginning, on a file or before there is one."""
    if file is None:
        assert named is not None
        framework, assessment = named, _empty(named, now)
    else:
        framework, assessment = file.framework, file.assessment
    if named is not None and named.id != framework.id:
        assert file is not None
        raise UsageError(f"{file.path} holds answers to {framework.id}", hint="-o names another file")
    assessment = _with_respondent(assessment, framework, options.by)
    last = _last_time(options.last_time, framework)
    setting = Setting(
        framework,
        now.date(),
        by=options.by,
        last_time=last.answers if last else {},
        last_organisation=last.organisation if last else None,
        facilitated=options.facilitated,
        shows_score=options.shows_score,
        reviews=options.reviews,
    )
    return begun(setting, assessment)


def _empty(framework: Framework, now: datetime) -> Assessment:
    """Return an assessment of nobody; its first question is for the name."""
    reference = FrameworkReference(id=framework.id, version=framework.version)
    nobody = Organisation.model_construct(name="")
    return Assessment.model_construct(
        readiness="assessment/1", framework=reference, organisation=nobody, assessed_on=now.date()
    )


def _with_respondent(assessment: Assessment, framework: Framework, by: str | None) -> Assessment:
    """Return the assessment with the one who answers among its respondents."""
    if by is None or by in assessment.respondents:
        return assessment
    if by not in framework.roles:
        raise UnknownName("respondent or role", by, known=assessment.respondents.keys() | framework.roles.keys())
    person = Respondent(role=framework.roles[by])
    return assessment.changed(respondents={**assessment.respondents, by: person})


def _last_time(path: str | None, framework: Framework) -> Assessment | None:
    """Return the assessment before, carried over to this version: only answers that still fit."""
    if path is None:
        return None
    from readiness.checks.assessment import check_answer
    from readiness.diagnostics import InvalidDocument
    from readiness.loading.one_file import load_one
    from readiness.versions.carrying import carried, carry

    document = load_one(path, None, "assessment/1", lambda _: ())
    old: Assessment | None = document.model
    if old is None:
        raise InvalidDocument(f"{path} cannot be used", diagnostics=document.diagnostics, text=document.text)
    if old.framework.id != framework.id:
        raise UsageError(f"{path} holds answers to {old.framework.id}", hint=f"these are questions of {framework.id}")
    carried_over = carried(old, carry(old, framework))
    fitting = {
        id_: answer
        for id_, answer in carried_over.answers.items()
        if id_ in framework.question and not any(check_answer(framework.question[id_], answer, framework))
    }
    return carried_over.changed(answers=fitting)
