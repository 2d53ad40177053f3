"""A framework in the language that a user asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readiness.errors import UnknownName, UsageError

if TYPE_CHECKING:
    from readiness.loading.library import Library
    from readiness.loading.translations import InLanguage
    from readiness.model.framework import Framework

__all__ = ["texts_in"]


def texts_in(library: Library, framework: Framework, language: str) -> InLanguage | None:
    """Return the framework with its texts in another language, or None where they are written in that language.

    Raises:
        UsageError: this is no language tag.
        UnknownName: nothing is translated into this language: neither texts of the framework nor fixed wording.
        InvalidDocument: a translation has errors.
    """
    from readiness.checks.translation import is_language_tag
    from readiness.loading.translations import in_language, languages_of
    from readiness.report.wording import languages

    if not is_language_tag(language):
        raise UsageError(f"{language!r} is no language tag", hint="such as cy, pt-BR or zh-Hant")
    translations, base = languages_of(library, framework.id), language.partition("-")[0]
    if base == framework.language.partition("-")[0] and language not in translations:
        return None
    known = {framework.language, *languages(), *translations}
    if language not in known and base not in known:
        raise UnknownName("translation into", language, known=known)
    return in_language(library, framework, language)
