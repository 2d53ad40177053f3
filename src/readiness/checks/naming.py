"""What is found by its id is named so; a framework is in a language that is known, under a licence that is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readiness.checks.finding import Finding
from readiness.checks.outline import Outline
from readiness.checks.prose import excerpt
from readiness.errors import nearest
from readiness.model.framework import Framework
from readiness.model.instrument import Instrument

__all__ = ["check_file_name", "check_language", "check_licence"]

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
"""What tags of BCP 47 (RFC 5646) look like; no language has a longer code, and those of private use are not read."""

_LONGEST_EXPRESSION = 200
"""Characters; what nests deeper than any real expression makes the parser run out of memory."""
_USUAL = (
    "Apache-2.0",
    "CC-BY-4.0",
    "CC-BY-NC-4.0",
    "CC-BY-NC-SA-4.0",
    "CC-BY-ND-4.0",
    "CC-BY-SA-4.0",
    "CC0-1.0",
    "EUPL-1.2",
    "GFDL-1.3-or-later",
    "MIT",
    "OGL-Canada-2.0",
    "OGL-UK-3.0",
    "etalab-2.0",
)
"""Licences under which texts are usually published; any other of the SPDX list is as good."""


def check_language(outline: Outline) -> Iterator[Finding]:
    """Find a language that is no tag of BCP 47, such as its name."""
    language = outline.framework.language
    if not _LANGUAGE.fullmatch(language):
        meant = language.replace("_", "-")
        message = f"{excerpt(language)!r} is no language tag of BCP 47"
        advice = (
            f"did you mean `{meant}`?" if _LANGUAGE.fullmatch(meant) else "write a tag such as en, en-GB or zh-Hant"
        )
        yield Finding("RF118", ("language",), message, help=advice)


def check_file_name(one: Framework | Instrument, file_name: str) -> Iterator[Finding]:
    """Find a framework or an instrument whose file is not named after its id."""
    if file_name != f"{one.id}.yaml":
        kind = "an instrument" if isinstance(one, Instrument) else "a framework"
        yield Finding(
            "RF110",
            ("id",),
            f"the file is named {excerpt(file_name)!r}: {kind} is found by its id only as `{one.id}.yaml`",
            help=f"rename the file to `{one.id}.yaml`, or change the id",
        )


def check_licence(outline: Outline) -> Iterator[Finding]:
    """Find a licence that is no SPDX expression."""
    licence = outline.framework.licence
    if licence in _USUAL or (len(licence) <= _LONGEST_EXPRESSION and _is_spdx(licence)):
        return
    usual = {name.casefold(): name for name in _USUAL}
    close = nearest("-".join(licence.casefold().replace("creative commons", "cc").split()), usual)
    meant = f"did you mean `{usual[close]}`? otherwise, " if close else ""
    yield Finding(
        "RF111",
        ("licence",),
        f"{excerpt(licence)!r} is no licence of the SPDX list",
        help=f"{meant}a licence of your own is written LicenseRef-NAME",
    )


def _is_spdx(licence: str) -> bool:
    from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

    try:
        canonicalize_license_expression(licence)
    except InvalidLicenseExpression:
        return False
    return True
