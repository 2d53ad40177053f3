"""Checks a translation against the framework whose texts it translates."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import islice

from readiness.checks.finding import Finding
from readiness.errors import nearest
from readiness.model.framework import Framework
from readiness.model.texts import TextKey, given_texts
from readiness.model.translation import Translation

__all__ = ["check_translation", "check_translation_name", "is_language_tag"]

_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-[a-z0-9]{5,8})*")
"""The BCP 47 tags in use: language, script, region, variants; written as the standard recommends."""
_NAMED = 3
"""Missing texts that are named; the others are counted."""


def is_language_tag(text: str) -> bool:
    """Tell whether a text has the form of a language tag, such as cy, pt-BR or zh-Hant."""
    return _TAG.fullmatch(text) is not None


def check_translation_name(translation: Translation, file_name: str) -> Iterator[Finding]:
    """Find a language tag that is none, and a file that would not be found by its name.

    Args:
        translation: The translation.
        file_name: What its file is called; nothing when it has no name.
    """
    tag = translation.language
    if not is_language_tag(tag):
        yield Finding("RT104", ("language",), f"{tag!r} is no language tag", help="such as cy, pt-BR or zh-Hant")
        return
    wanted = f"{translation.framework}.{tag}.yaml"
    if file_name and file_name != wanted:
        message = f"a translation of `{translation.framework}` into {tag} is not found under the name {file_name!r}"
        yield Finding("RT105", ("language",), message, help=f"call the file {wanted}")


def check_translation(
    translation: Translation, framework: Framework, texts: Mapping[TextKey, str], wanted: Collection[TextKey]
) -> Iterator[Finding]:
    """Find texts that the framework does not have, texts that are missing, and a translation that has grown old.

    Args:
        translation: The translation.
        framework: What it translates, with all that it is made of.
        texts: The texts of the framework.
        wanted: The keys of those that this translation should have; what the framework is made of brings the others.
    """
    if translation.language == framework.language:
        message = f"`{framework.id}` is written in {framework.language} already"
        yield Finding("RT104", ("language",), message, help="name the language of the translation")
    if translation.version != framework.version:
        message = f"made for version {translation.version}; `{framework.id}` is at {framework.version}"
        advice = f"compare the texts with the framework, then write `version: {framework.version}`"
        yield Finding("RT103", ("version",), message, help=advice)
    given = {key: path for key, path, _ in given_texts(translation)}
    names = {_written(key) for key in texts}
    for key, path in given.items():
        if key not in texts:
            close = nearest(_written(key), [name for name in names if name.startswith(f"{key[0]}.")] or names)
            advice = f"did you mean `{close}`?" if close else "take ids and keys from the framework's file"
            yield Finding("RT101", path, f"`{framework.id}` has no text `{_written(key)}`", help=advice)
    missing = [key for key in texts if key in wanted and key not in given]
    if missing:
        named = ", ".join(f"`{_written(key)}`" for key in islice(missing, _NAMED))
        more = f" and {len(missing) - _NAMED:,} more" if len(missing) > _NAMED else ""
        message = f"{len(missing):,} of {len(wanted):,} texts are not translated: {named}{more}"
        yield Finding("RT102", ("framework",), message, help="reports show them in the language of the framework")


def _written(key: TextKey) -> str:
    return ".".join(key)
