"""Finds the translations of a framework and of what it is made of, and puts its texts into another language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.checks.finding import Finding
from readiness.checks.translation import check_translation, check_translation_name
from readiness.diagnostics import InvalidDocument
from readiness.loading.document import Document
from readiness.loading.files import STDIN, read_bytes, sniff
from readiness.loading.library import Library, says_errors
from readiness.loading.one_file import bounded, finished, load_one
from readiness.loading.tailor.things import included_in
from readiness.model.texts import TextKey, given_texts, texts_of, texts_to_translate, with_texts

if TYPE_CHECKING:
    from readiness.model.framework import Framework
    from readiness.model.translation import Status, Translation

__all__ = ["InLanguage", "in_language", "languages_of", "load_translation", "translation_path"]


@dataclass(frozen=True, slots=True)
class InLanguage:
    """A framework whose texts are in another language, as far as they are translated."""

    framework: Framework
    language: str
    """The language that was asked for, as a BCP 47 tag."""
    original: str
    """The language in which the framework is written."""
    untranslated: frozenset[str]
    """The texts that stayed in the framework's own language."""
    statuses: tuple[Status, ...]
    """What state the translations are in that were used, each once."""
    other_versions: tuple[str, ...]
    """The titles of the frameworks that have changed since they were translated."""
    files: Mapping[str, str]
    """The text of every translation that was read, by file name."""


def translation_path(library: Library, framework_id: str, language: str) -> Path | None:
    """Return the file of a translation: for `cy-GB` that for Wales in Britain, else the one for Welsh."""
    tags = (language, language.partition("-")[0])
    found = [_folder(library, framework_id) / f"{framework_id}.{tag}.yaml" for tag in tags]
    return next((path for path in found if path.is_file()), None)


def _folder(library: Library, framework_id: str) -> Path:
    """Return the folder in which a framework stands; its translations stand beside it and nowhere else."""
    document = library.load(framework_id)
    return Path(document.file).parent if document else Path()


def languages_of(library: Library, framework_id: str) -> tuple[str, ...]:
    """Return the tags of the languages into which a framework, or a part of it, is translated; sorted."""
    made_of = _made_of(library, framework_id)
    named = [path for id_ in made_of for path in _folder(library, id_).glob(f"{id_}.*.yaml") if path.is_file()]
    return tuple(sorted({path.name.split(".")[-2] for path in named if sniff(read_bytes(str(path))) == "translation"}))


def load_translation(path: str, library: Library, content: bytes | None = None) -> Document[Translation]:
    """Return a translation with all findings, those that only the framework can tell included."""
    name = "" if path == STDIN else Path(path).name
    document: Document[Translation] = load_one(
        path, content, "translation/1", lambda one: check_translation_name(one, name)
    )
    if document.model is None:
        return document
    return finished(document, *document.locator.diagnose_all(bounded(_findings(document.model, library))))


def _findings(translation: Translation, library: Library) -> Iterator[Finding]:
    found = library.load(translation.framework)
    if found is None:
        message = f"there is no framework {translation.framework!r}"
        yield Finding("RT106", ("framework",), message, help=library.suggest(translation.framework))
    elif found.model is None:
        message = f"{translation.framework} {says_errors(found)}"
        yield Finding("RT106", ("framework",), message, help=f"readiness validate {found.file}")
    else:
        texts = texts_of(found.model)
        others = _others_texts(library, translation)
        wanted = {key for key, text in texts_to_translate(found.model).items() if text not in others.get(key, ())}
        yield from check_translation(translation, found.model, texts, wanted)


def _others_texts(library: Library, translation: Translation) -> Mapping[TextKey, tuple[str, ...]]:
    """Return the texts that are left to the translations of what a framework is made of.

    Those of included frameworks always are; those of the one that it extends are, where that one is translated.
    """
    found: dict[TextKey, tuple[str, ...]] = {}
    extended = _extended(library, translation.framework)
    for id_ in _made_of(library, translation.framework)[1:]:
        document = library.load(id_)
        is_left = id_ not in extended or translation_path(library, id_, translation.language) is not None
        if document is not None and document.model is not None and is_left:
            for key, text in texts_of(document.model).items():
                found[key] = (*found.get(key, ()), text)
    return found


def _extended(library: Library, framework_id: str) -> tuple[str, ...]:
    """Return the framework that one extends, the one which that extends, and so on, with what these include."""
    return tuple(id_ for base in _bases(library, framework_id) for id_ in _made_of(library, base))


def _bases(library: Library, framework_id: str) -> list[str]:
    """Return the framework that one extends, if it does."""
    document = library.load(framework_id)
    records = document.model.tailorings if document and document.model else ()
    return [record.base for record in records if record.framework == framework_id]


def _made_of(library: Library, framework_id: str) -> tuple[str, ...]:
    """Return the ids of a framework and of those that it is made of, itself first, each once."""
    found, waiting = dict.fromkeys([framework_id]), [framework_id]
    for id_ in waiting:  # grows while it is walked
        document = library.load(id_)
        parts = included_in(document.value) if document and isinstance(document.value, dict) else []
        new = [other for other in (*_bases(library, id_), *parts) if other not in found]
        found |= dict.fromkeys(new)
        waiting += new
    return tuple(found)


def in_language(library: Library, framework: Framework, language: str) -> InLanguage:
    """Return a framework in another language.

    A translation of a part holds in the whole, as long as the whole has not given the text other words.

    Raises:
        InvalidDocument: a translation has errors.
    """
    words: dict[TextKey, list[tuple[str, str]]] = {}
    used: list[Translation] = []
    old: list[str] = []
    files: dict[str, str] = {}
    for id_ in _made_of(library, framework.id):
        path, made_of = translation_path(library, id_, language), library.load(id_)
        if path is None or made_of is None or made_of.model is None:
            continue
        document = load_translation(str(path), library)
        if document.model is None:
            raise InvalidDocument(f"{path} cannot be used", diagnostics=document.diagnostics, text=document.text)
        files[path.name] = document.text
        used.append(document.model)
        old += [made_of.model.title] if document.model.version != made_of.model.version else []
        texts = texts_of(made_of.model)
        for key, _, text in given_texts(document.model):
            words.setdefault(key, []).append((texts[key], text))
    left: set[str] = set()
    wanted = texts_to_translate(framework)

    def put(key: TextKey, text: str) -> str:
        said = next((after for before, after in words.get(key, ()) if before == text), None)
        if said is None and key in wanted:
            left.add(text)
        return text if said is None else said

    translated = with_texts(framework, put)
    whole = translated.changed(language=language) if used else framework
    return InLanguage(
        whole.tailored_by(*framework.tailorings),
        language,
        framework.language,
        frozenset(left),
        tuple(dict.fromkeys(one.status for one in used)),
        tuple(old),
        files,
    )
