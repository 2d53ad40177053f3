"""What is wrong with files that came back: all of it at once, each by its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from readiness.checks.assessment import check_answer
from readiness.checks.catalogue import RULES
from readiness.checks.outline import suggestion
from readiness.diagnostics import Severity
from readiness.editing.layout import flow_text
from readiness.editing.values import written_value
from readiness.errors import InputError
from readiness.loading.decode import decode
from readiness.loading.yaml_source import read_yaml
from readiness.model.assessment import Assessment
from readiness.model.order import Place

if TYPE_CHECKING:
    from readiness.loading.returned import Returned
    from readiness.model.framework import Framework

__all__ = ["Fault", "FileFaults", "faults_in"]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a file that came back that cannot be taken."""

    file: str
    place: str
    """Where in the file; empty for the whole of it."""
    message: str
    help: str = ""


class FileFaults(InputError):
    """Files that came back hold something that cannot be taken; nothing of any of them is."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        """Carry all of them."""
        count = "1 mistake" if len(faults) == 1 else f"{len(faults):,} mistakes"
        super().__init__(f"{count} in files that came back; nothing is taken over", hint="correct them, then try again")
        self.faults = tuple(faults)


def faults_in(returned: Returned, assessment: Assessment, framework: Framework) -> Iterator[Fault]:
    """Yield everything in a file that cannot be taken."""
    asked, here = (returned.framework, returned.version), (assessment.framework.id, assessment.framework.version)
    if asked != here:
        yield _of_other_framework(returned, assessment)
        return
    for one in returned.problems:
        yield Fault(returned.file, one.place, one.message, one.help)
    for answer in returned.answers:
        if answer.now and answer.now != answer.before:
            for message, help_ in _mistakes(answer.question, answer.now, framework):
                yield Fault(returned.file, answer.place, message, help_)


def _of_other_framework(returned: Returned, assessment: Assessment) -> Fault:
    here = assessment.framework
    message = f"it answers {returned.framework} {returned.version}, the assessment {here.id} {here.version}"
    if returned.framework != here.id:
        return Fault(returned.file, "", message, "bring it into an assessment of its own")
    return Fault(
        returned.file,
        "",
        message,
        f"bring it into an assessment of version {returned.version}, then readiness migrate carries the answers over",
    )


def _mistakes(question: str, values: Mapping[str, Any], framework: Framework) -> Iterator[tuple[str, str]]:
    """Yield what keeps plain values from being an answer to a question: each with what would work."""
    if question not in framework.question:
        yield f"there is no question `{question}`", suggestion(question, framework.question)
        return
    document = {
        "readiness": "assessment/1",
        "framework": {"id": framework.id, "version": framework.version},
        "organisation": {"name": "Somebody"},
        "assessed-on": "2000-01-01",
        "answers": {question: values},
    }
    source = read_yaml(flow_text(written_value(document, flow_from=0), Place(())))
    model, findings = decode(source.value, Assessment, source.root)
    if model is not None:
        findings = check_answer(framework.question[question], model.answers[question], framework)
    yield from ((one.message, one.help) for one in findings if RULES[one.code].severity is Severity.ERROR)
