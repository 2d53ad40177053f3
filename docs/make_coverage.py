"""Make docs/coverage.md, which leads from each recommendation of the two articles to questions and actions.

articles.yaml says where in the articles each one stands: sections and what they advise, in the order of the articles.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, TypeAlias

import yaml

from readiness.loading.load import load_framework
from readiness.model.answers import Question
from readiness.model.framework import Framework
from readiness.report.words import sized
from readiness.resources import frameworks_dir

ARTICLES = Path(__file__).resolve().with_name("articles.yaml")
_INTRODUCTION = """\
The two articles make {total} recommendations. Here is each of them in our words, in the order of the articles and under
their headings, with the questions that ask for it and the actions that those questions lead to. They are in full
in what `readiness frameworks ID` prints. The letters before a number name a group; [groups](#groups) says which
framework asks for which.
"""
_Sections: TypeAlias = dict[str, list[str]]
"""The headings of one article, each with the recommendations below it."""


class Recommendation(NamedTuple):
    """What the articles advise in one place, in our words, and the questions that ask for it with their frameworks."""

    text: str
    asked: list[tuple[Framework, Question]]


def coverage(made: str) -> str:
    """Return the page; `made` is the remark that a program wrote it."""
    frameworks = tuple(_parts())
    titles = {id_: source.title for one in frameworks for id_, source in one.sources.items()}
    found = _recommendations(frameworks)
    parts = ["# What the articles advise, and where it is asked\n\n", made, _INTRODUCTION.format(total=len(found))]
    for article, sections in articles().items():
        count = sum(map(len, sections.values()))
        parts.append(f"\n## {titles[article]}\n\n{sized(count, 'recommendation')}.\n")
        for heading, ids in sections.items():
            parts.append(f"\n### {heading}\n\n| recommendation | question | actions |\n| --- | --- | --- |\n")
            parts += [_row(id_, found[id_]) for id_ in ids]
    return "".join([*parts, *_groups(found)])


def articles() -> dict[str, _Sections]:
    """Return the sections of each article by its id among the sources of the frameworks, in its order."""
    read: dict[str, _Sections] = yaml.safe_load(ARTICLES.read_text(encoding="utf-8"))
    return read


def _parts() -> Iterator[Framework]:
    """Yield the bundled frameworks that ask by themselves, not those made of others."""
    for path in sorted(frameworks_dir().glob("*.yaml")):
        framework = load_framework(str(path)).model
        if framework is not None and not framework.includes:
            yield framework


def _recommendations(frameworks: tuple[Framework, ...]) -> dict[str, Recommendation]:
    found: dict[str, Recommendation] = {}
    for framework in frameworks:
        for source, listed in framework.sources.items():
            if listed.kind == "checklist":
                for id_, text in listed.items.items():
                    asked = [
                        (framework, one) for one in framework.question.values() if id_ in one.covers.get(source, ())
                    ]
                    found.setdefault(id_, Recommendation(text or "", [])).asked.extend(asked)
    return found


def _row(id_: str, recommendation: Recommendation) -> str:
    asked = "<br>".join(
        f"{question.topic} ([`{question.id}`](../frameworks/{framework.id}.yaml))"
        for framework, question in recommendation.asked
    )
    lifting = {
        action.id: action.title
        for framework, question in recommendation.asked
        for action in framework.actions
        if question.id in action.lifts
    }
    actions = "<br>".join(f"{title} (`{action}`)" for action, title in lifting.items())
    return f"| {id_} {_cell(recommendation.text)} | {_cell(asked)} | {_cell(actions)} |\n"


def _groups(found: dict[str, Recommendation]) -> Iterator[str]:
    """Yield the table of groups, each with its frameworks, the one that asks for most of it first."""
    yield "\n## Groups\n\n| group | recommendations | asked for in |\n| --- | ---: | --- |\n"
    groups: dict[str, list[Recommendation]] = {}
    for id_ in (id_ for sections in articles().values() for ids in sections.values() for id_ in ids):
        groups.setdefault(id_.partition("-")[0], []).append(found[id_])
    for group, recommendations in groups.items():
        counts: dict[str, int] = {}
        links: dict[str, str] = {}
        for one in recommendations:
            for framework in {framework.id: framework for framework, _ in one.asked}.values():
                counts[framework.id] = counts.get(framework.id, 0) + 1
                links[framework.id] = f"[{framework.title}](../frameworks/{framework.id}.yaml)"
        ranked = sorted(links, key=lambda id_: -counts[id_])
        shown = [links[id_] if len(ranked) == 1 else f"{links[id_]} ({counts[id_]})" for id_ in ranked]
        yield f"| {group} | {len(recommendations)} | {', '.join(shown)} |\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
