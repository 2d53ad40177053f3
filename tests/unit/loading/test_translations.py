"""A framework in another language: its own translation, those of its parts, and what stays as it was."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from readiness.diagnostics import InvalidDocument
from readiness.loading.load import Library
from readiness.loading.translations import InLanguage, in_language, languages_of
from readiness.model.framework import Framework
from readiness.model.texts import TEXT_FIELDS, texts_of
from tests.builders import Plain, a_framework, a_question, an_area

TITLES = {"areas": {"d1": {"title": "Maes"}}}


def a_translation(framework: str, **keys: object) -> Plain:
    head = {"readiness": "translation/1", "framework": framework, "version": "1.0.0", "language": "cy"}
    return {**head, "status": "draft", **keys}


def documents(folder: Path, **files: Plain) -> None:
    for name, plain in files.items():
        (folder / f"{name.replace('__', '.')}.yaml").write_text(yaml.safe_dump(plain, sort_keys=False))


def spoken(folder: Path, framework: str, *, language: str = "cy", **files: Plain) -> InLanguage:
    documents(folder, **files)
    library = Library((folder,))
    found = library.load(framework)
    assert found is not None
    assert found.model is not None, found.diagnostics
    return in_language(library, found.model, language)


def a_part() -> Plain:
    areas = [an_area("d1", [a_question("q1")])]
    return a_framework(id="part", version="1.0.0", areas=areas)


def title_of(framework: Framework, area: str) -> str:
    return next(one.title for one, _ in framework.walk() if one.id == area)


def test_what_is_translated_is_shown_and_the_rest_is_named(tmp_path: Path) -> None:
    made = spoken(tmp_path, "part", part=a_part(), part__cy=a_translation("part", **TITLES))
    assert title_of(made.framework, "d1") == "Maes"
    assert made.framework.language == "cy"
    assert made.framework.question["q1"].topic == "Topic of q1"
    assert "Topic of q1" in made.untranslated
    assert "Area d1" not in made.untranslated
    assert made.statuses == ("draft",)


def test_a_whole_uses_the_translations_of_its_parts(tmp_path: Path) -> None:
    whole = a_framework(id="whole", version="1.0.0", areas=None, includes=[{"framework": "part"}])
    translated = a_translation("part", title="Rhan", **TITLES)
    made = spoken(tmp_path, "whole", whole=whole, part=a_part(), part__cy=translated)
    assert title_of(made.framework, "d1") == "Maes"
    assert title_of(made.framework, "part") == "Rhan"


def test_a_tailored_text_does_not_get_the_translation_of_the_text_before(tmp_path: Path) -> None:
    tailored: dict[str, Any] = {"readiness": "framework/1", "id": "own", "version": "1.0.0", "title": "Own"}
    tailored |= {"extends": "part", "change": {"d1": {"title": "Another area"}, "q1": {"weight": 2}}}
    questions = {"q1": {"topic": "Pwnc"}}
    translated = a_translation("part", questions=questions, **TITLES)
    made = spoken(tmp_path, "own", own=tailored, part=a_part(), part__cy=translated)
    assert title_of(made.framework, "d1") == "Another area"
    assert made.framework.question["q1"].topic == "Pwnc"
    assert made.framework.tailorings


def test_a_language_of_a_country_falls_back_on_the_language(tmp_path: Path) -> None:
    translated = a_translation("part", **TITLES)
    made = spoken(tmp_path, "part", language="cy-GB", part=a_part(), part__cy=translated)
    assert title_of(made.framework, "d1") == "Maes"
    assert languages_of(Library((tmp_path,)), "part") == ("cy",)


def test_a_translation_stands_beside_its_framework_and_nowhere_else(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    documents(other, part__cy=a_translation("part", **TITLES))
    documents(tmp_path, part=a_part())
    assert languages_of(Library((tmp_path, other)), "part") == ()


def test_what_is_named_like_a_translation_and_is_no_file_is_passed_over(tmp_path: Path) -> None:
    documents(tmp_path, part=a_part(), part__cy=a_translation("part", **TITLES))
    (tmp_path / "part.fr.yaml").mkdir()
    (tmp_path / "part.de.yaml").symlink_to(tmp_path / "nowhere")
    assert languages_of(Library((tmp_path,)), "part") == ("cy",)


def test_without_a_translation_the_texts_stay(tmp_path: Path) -> None:
    made = spoken(tmp_path, "part", part=a_part())
    assert made.framework.language == "en"
    assert made.untranslated


def test_a_translation_with_errors_is_refused(tmp_path: Path) -> None:
    broken = a_translation("part", areas={"nowhere": {"title": "Maes"}})
    with pytest.raises(InvalidDocument, match=r"part\.cy\.yaml cannot be used"):
        spoken(tmp_path, "part", part=a_part(), part__cy=broken)


def test_an_older_version_is_named(tmp_path: Path) -> None:
    made = spoken(tmp_path, "part", part=a_part(), part__cy=a_translation("part", version="0.9.0", **TITLES))
    assert len(made.other_versions) == 1


def test_every_text_of_a_framework_has_a_key(tmp_path: Path) -> None:
    made = spoken(tmp_path, "part", part=a_part())
    keys = texts_of(made.framework)
    assert keys["questions", "q1", "levels", "3"] == "Agreed."
    assert keys["areas", "part", "title"] == made.framework.title
    assert {"title", "because", "seen_in", "basis"} <= TEXT_FIELDS
