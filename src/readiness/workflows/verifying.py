"""Whether a report says what its own inputs give."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from readiness.errors import InputError, ReadinessError
from readiness.loading.attached import RESULT, VERSIONS, attached_names
from readiness.loading.carried import MAX_PDF, attached_files, opened_pdf
from readiness.loading.files import read_bytes
from readiness.workflows.replaying import Kept, kept_in, replayed, values_of
from readiness.workflows.themes import carried_look, has_templates, theme_names

if TYPE_CHECKING:
    from readiness.report.inputs import ReportInput

__all__ = ["Check", "Outcome", "Verified", "not_as_made", "verify"]

_MOST_FINDINGS = 20
_OWN_TEMPLATES = (
    "the report was made with templates of its own, which can write any words and figures, so that its pages prove "
    "nothing; trust the result that it carries"
)


class Outcome(StrEnum):
    """How a check ended."""

    PASSED = "passed"
    FAILED = "failed"
    OPEN = "not checked"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that has to hold for a report to be verified."""

    name: str
    """inputs, result or pages."""
    outcome: Outcome
    said: str
    """What was found, in a sentence."""
    findings: tuple[str, ...] = ()
    """What speaks against it, each with its place."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What is known of a report after all checks."""

    file: str
    made_with: Mapping[str, str]
    """The versions of the programs that made it, as it says."""
    checks: tuple[Check, ...]

    @property
    def holds(self) -> bool:
        """Whether everything in the report follows from its inputs."""
        return all(check.outcome is Outcome.PASSED for check in self.checks)


def verify(path: str, *, version: str) -> Verified:
    """Return whether a PDF is what its own attachments give, to the last byte.

    Args:
        path: The report, or `-` for standard input.
        version: The version of this tool.

    Raises:
        InputError: the file cannot be read, or is no PDF.
        MissingLibrary: Pango, which makes the pages again, is not installed.
    """
    content = read_bytes(path, most=MAX_PDF)
    with opened_pdf(content, path) as pdf:
        files = attached_files(pdf, path)
    return Verified(path, _made_with(files), tuple(_checks(content, files, version)))


def _made_with(files: Mapping[str, bytes]) -> dict[str, str]:
    with suppress(ValueError, RecursionError):
        said = json.loads(files.get(VERSIONS, b"{}"))
        return {str(name): str(one) for name, one in said.items()} if isinstance(said, dict) else {}
    return {}


def _checks(content: bytes, files: Mapping[str, bytes], version: str) -> Iterator[Check]:
    """Yield the checks; the first that fails ends them, for the next ones would say what has no meaning."""
    if RESULT not in files:
        yield Check("inputs", Outcome.FAILED, "the file carries no result: it is no report, or was made without one")
        return
    try:
        kept = kept_in(files[RESULT], RESULT)
    except InputError as error:
        yield Check("inputs", Outcome.FAILED, str(error))
        return
    names = attached_names(kept.digests)
    inputs = {name: files[attached] for name, attached in names.items() if attached in files}
    belonging = {RESULT, VERSIONS, *names.values(), *theme_names(files)}
    strange = [f"{one} does not belong to it" for one in files if one not in belonging]
    wrong = (*kept.broken(inputs), *strange)
    if wrong:
        yield Check("inputs", Outcome.FAILED, "the files that it carries are not those that it was made of", wrong)
        return
    yield Check("inputs", Outcome.PASSED, f"{len(inputs)} files, each with the digest that the result names")
    yield from _made_again(content, files, kept, inputs, version)


def _made_again(
    content: bytes, files: Mapping[str, bytes], kept: Kept, inputs: Mapping[str, bytes], version: str
) -> Iterator[Check]:
    try:
        with replayed(kept, inputs, version=version) as given:
            result = _result_check(files[RESULT], kept, given)
            yield result
            if result.outcome is not Outcome.PASSED:
                return
            if has_templates(files):
                yield Check("pages", Outcome.OPEN, _OWN_TEMPLATES)
                return
            yield _pages_check(content, _made_with(files), replace(given, look=carried_look(files)))
    except ReadinessError as error:
        if not isinstance(error, InputError):
            hint = f": {error.hint}" if error.hint else ""
            yield Check("result", Outcome.OPEN, f"the inputs cannot be scored again: {error}{hint}")
            return
        yield Check("result", Outcome.FAILED, f"the inputs cannot be scored again: {error}")


def _result_check(found: bytes, kept: Kept, given: ReportInput) -> Check:
    from readiness.report.json_result import attached_result

    expected = attached_result(given)
    wrong = not_as_made(kept, expected, given.version)
    if not wrong and found != expected and kept.version == given.version:
        wrong = ("the same values, written in another way",)
    if wrong:
        return Check("result", Outcome.FAILED, "the inputs give another result", wrong)
    return Check("result", Outcome.PASSED, "scored and planned again: every number is the same")


def not_as_made(kept: Kept, expected: bytes, version: str) -> tuple[str, ...]:
    """Return where a result is not what its inputs give; what only later versions of the tool say does not count."""
    from readiness.report.proof.values import differing

    is_older = kept.version != version
    values = {name: one for name, one in kept.values.items() if name != "inputs" and not (is_older and name == "tool")}
    should = values_of(expected)
    should = {name: should[name] for name in should if not is_older or name in values}
    return _few(list(differing(values, should, may_be_short=is_older)))


def _pages_check(content: bytes, programs: Mapping[str, str], given: ReportInput) -> Check:
    from readiness.report.formats import FORMATS
    from readiness.report.made_with import made_with
    from readiness.report.proof.pages import compare_pdfs

    expected = FORMATS[".pdf"](given)
    if content == expected:
        return Check("pages", Outcome.PASSED, "made again: the same file to the last byte")
    with opened_pdf(content, "the report") as found, opened_pdf(expected, "the report made again") as right:
        compared = compare_pdfs(found, right)
    here = made_with(given.version)
    others = [
        f"{name} {programs.get(name, 'unknown')}, here {here[name]}"
        for name in here
        if programs.get(name) != here[name]
    ]
    if not others:
        wrong = compared.differences or ("what is not drawn: fonts, tags, links, or data added to the file",)
        return Check("pages", Outcome.FAILED, "the inputs give another file", _few(wrong))
    said = "the words of every page are what the inputs give" if compared.is_same_text else "the words differ in places"
    said = f"the file was made with other programs, so that it cannot be made again to the last byte; {said}"
    return Check("pages", Outcome.OPEN, said, _few((*others, *compared.differences)))


def _few(findings: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    more = len(findings) - _MOST_FINDINGS
    return (*findings[:_MOST_FINDINGS], *([f"and {more} more"] if more > 0 else []))
