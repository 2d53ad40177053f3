"""Plain words in British spelling: in the frameworks, in the report's fixed wording, in the documentation.

How long sentences and words may be is a rule of the validator (RF510). This is about words that say less than they
seem to, and about one spelling. A word belongs here when a plainer one says the same.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
FRAMEWORKS = sorted((ROOT / "frameworks").glob("*.yaml"))
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
DOCUMENTS = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md"), *(ROOT / "examples").rglob("*.md")])

JARGON = {
    r"best[- ]in[- ]class": "say what is better",
    r"best practices?": "say which practice, and whose",
    r"buy-in": "agreement",
    r"cutting[- ]edge": "new",
    r"deep[- ]dive": "a closer look",
    r"drill down": "look closer",
    r"empower\w*": "let, allow, help",
    r"facilitat(e|es|ed|ing)": "help, run",
    r"future[- ]proof\w*": "say what it can bear",
    r"game[- ]chang\w+": "say what changes",
    r"going forward": "from now on",
    r"holistic\w*": "whole",
    r"impactful": "say what changes",
    r"in order to": "to",
    r"incentivi[sz]\w+": "encourage, reward",
    r"key learnings?": "lessons",
    r"learnings": "lessons",
    r"leverag(e|es|ed|ing)": "use",
    r"low[- ]hanging fruit": "say what is easy",
    r"mission[- ]critical": "say who comes to harm",
    r"next[- ]gen\w*": "new",
    r"operationali[sz]\w+": "put to use",
    r"paradigm\w*": "way",
    r"proactive(ly)?": "say what is done before what",
    r"quick wins?": "say what can be done soon",
    r"robust(ly)?": "say what it withstands",
    r"seamless(ly)?": "say what the user does not notice",
    r"silos?": "say who does not work with whom",
    r"stakeholders?": "say who: citizens, staff, agencies",
    r"state[- ]of[- ]the[- ]art": "new",
    r"synerg\w+": "say what works together",
    r"touch ?points?": "say where people meet the service",
    r"transformational|transformative": "say what changes",
    r"user journeys?": "the way through a service",
    r"utili[sz](e|es|ed|ing|ation)": "use",
    r"value[- ]add(ed|ing)?": "say what is gained",
    r"world[- ]class|world[- ]leading": "say compared with whom",
}
"""What not to write, and what to write instead."""
AMERICAN = {
    r"\w*(?<![sp]r)(?<!s)iz(e|es|ed|ing|ation|ations)": "-ise",
    r"behavior\w*": "behaviour",
    r"cent(er|ers|ered)": "centre",
    r"colors?|colored": "colour",
    r"catalogs?": "catalogue",
    r"defens(e|es)": "defence",
    r"enrollment": "enrolment",
    r"favor\w*": "favour",
    r"fulfill(s|ment)?": "fulfil",
    r"labeled|labeling|modeled|modeling|traveled|canceled": "double the l",
    r"labor": "labour",
    r"offense": "offence",
    r"skillful": "skilful",
    r"toward": "towards",
    r"gray": "grey",
}
"""Spellings of other countries."""
ALLOWED = re.compile(r"\b(sizes?|sized|prizes?|seiz\w+|capsiz\w+|bitsize|resized?)\b", re.IGNORECASE)
"""Words that are spelt with a z everywhere."""


def offences(text: str) -> list[str]:
    """Return every word of a text that has a plainer or a British form, with that form."""
    kept = ALLOWED.sub("", text)
    return [
        f"{found[0]}: {better}"
        for pattern, better in (JARGON | AMERICAN).items()
        for found in re.finditer(rf"\b(?:{pattern})\b", kept, re.IGNORECASE)
    ]


def texts_of(value: Any, key: str = "") -> Iterator[str]:  # noqa: ANN401  any value of a YAML file
    """Yield every text of a framework that is ours."""
    match value:
        case dict():
            if value.get("kind") == "standard":
                return
            for name, inner in value.items():
                yield from texts_of(inner, str(name))
        case list():
            for inner in value:
                yield from texts_of(inner, key)
        case str() if key not in {"checked", "url"} and " " in value:  # what has no space is an id
            yield value
        case _:
            return


@pytest.mark.parametrize("path", FRAMEWORKS, ids=lambda path: path.stem)
def test_a_framework_is_in_plain_british_english(path: Path) -> None:
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    for source in found.get("sources", {}).values():
        source.pop("title", None)  # the articles are called what their authors called them
    assert {text: bad for text in texts_of(found) if (bad := offences(text))} == {}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_the_fixed_wording_is_in_plain_british_english(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    spoken = re.findall(r"""["']([^"'<>{}]*\s[^"'<>{}]*)["']""", " ".join(re.findall(r"\{[{%].*?[%}]\}", source)))
    shown = html.unescape(re.sub(r"\{[{%#].*?[%#}]\}|<[^>]*>", " ", source, flags=re.DOTALL))
    assert offences(" ".join([shown, *spoken])) == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_document_is_in_plain_british_english(path: Path) -> None:
    code = re.compile(r"^```.*?^```$|`[^`]*`|\]\([^)]*\)", re.DOTALL | re.MULTILINE)
    text = code.sub(" ", path.read_text(encoding="utf-8"))
    if path.name == "coverage.md":
        text = re.sub(r"^##.*", "", text, flags=re.MULTILINE)  # its headings are those of the articles' authors
    assert offences(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We leverage synergies.", 2),
        ("A holistic, seamless and robust service", 3),
        ("They organize and prioritise.", 1),
        ("The size of a prize, seized and resized", 0),
        ("The center of the catalogue", 1),
        ("Use what works together.", 0),
    ],
)
def test_jargon_and_other_spellings_are_found(text: str, found: int) -> None:
    assert len(offences(text)) == found
