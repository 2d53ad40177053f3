"""Findings as JUnit XML: a suite for each file, a test case for each finding, one that passes for a clean file.

The form that servers agree on: https://github.com/testmoapp/junitxml
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from readiness.cli.findings.run import Run
from readiness.cli.text import safe

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from readiness.cli.console import Console
    from readiness.diagnostics import Diagnostic
    from readiness.workflows import Checked

__all__ = ["write_junit"]

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_junit(run: Run, console: Console) -> None:
    """Write a document; findings that do not make the run fail are passing cases with the message as their output."""
    from xml.etree.ElementTree import Element, indent, tostring

    top = Element("testsuites", name="readiness validate")
    for checked in run.checked:
        _add_suite(top, checked, run)
    for key in ("tests", "failures"):
        top.set(key, str(sum(int(suite.get(key, "0")) for suite in top)))
    indent(top)
    console.write_document(f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(top, encoding="unicode")}')


def _add_suite(top: Element, checked: Checked, run: Run) -> None:
    from xml.etree.ElementTree import SubElement

    file = _text(run.path_of(checked.file).as_posix())
    failures = sum(one.severity.rank <= run.fail_on.rank for one in checked.diagnostics)
    tests = max(1, len(checked.diagnostics))
    suite = SubElement(top, "testsuite", name=file, tests=str(tests), failures=str(failures), errors="0", skipped="0")
    if not checked.diagnostics:
        SubElement(suite, "testcase", name="no findings", classname=file, file=file)
    for one in checked.diagnostics:
        _add_case(suite, one, file, run)


def _add_case(suite: Element, one: Diagnostic, file: str, run: Run) -> None:
    from xml.etree.ElementTree import SubElement

    line, column = one.location.line, one.location.column
    name = f"{one.code} {one.name} at {line}:{column}"
    case = SubElement(suite, "testcase", name=name, classname=file, file=file, line=str(line))
    text = _text(f"{file}:{line}:{column}: {one.severity}: {one.message}{f' ({one.help})' if one.help else ''}")
    if one.severity.rank <= run.fail_on.rank:
        SubElement(case, "failure", message=_text(one.message), type=str(one.severity)).text = text
    else:
        SubElement(case, "system-out").text = text


def _text(text: str) -> str:
    """Return a text without the characters that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", safe(text))
