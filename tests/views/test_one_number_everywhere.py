"""Whatever framework somebody writes: every view shows the same numbers, by the same rounding."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from fractions import Fraction
from functools import cached_property
from io import StringIO

import pytest
from hypothesis import given, settings

from readiness.cli.console import Console
from readiness.cli.explanation import explanation
from readiness.cli.explanation_json import explanation_json
from readiness.cli.frames import plain
from readiness.cli.summary import summary
from readiness.gaps import find_gaps
from readiness.report.exact import exact_text
from readiness.report.html import render_html, render_pages
from readiness.report.inputs import ReportInput
from readiness.report.json_result import result_bytes
from readiness.report.numbers import gap_text, score_text
from readiness.report.pdf import write_pdf
from readiness.report.view import build_view
from readiness.scoring.fitting import fit
from readiness.scoring.result import NodeScore
from readiness.workflows import Assessed, explain, report_input
from tests.builders import Plain, a_framework, a_question, an_area
from tests.laws.strategies import TODAY, Case, Rules, cases, law
from tests.unit.report.unfolded import unfolded

EVERY_KIND = Rules(questions=6)
few = settings(law, max_examples=max(25, law.max_examples // 5))
"""Rendering takes long."""
PDFTOTEXT = shutil.which("pdftotext")


def one_column() -> Console:
    """Return a terminal as wide as it can be with one block of text below the other."""
    return Console(StringIO()).narrowed(119)


class Views:
    """One assessment in every view."""

    def __init__(self, case: Case) -> None:
        """Score the case as `readiness assess` does, without a plan: no number here comes from one."""
        self.case = case
        self.assessed = Assessed(
            path="assessment.yaml",
            framework=case.framework,
            written=case.framework,
            fitting=fit(case.framework, case.assessment.organisation, case.assessment.plan),
            assessment=case.assessment,
            scorer=case.scorer,
            readings=case.readings,
            scorecard=case.scorecard,
            gaps=find_gaps(case.scorer, case.readings, case.scorecard),
            target_id="good",
            as_of=TODAY,
            warnings=(),
        )

    @property
    def nodes(self) -> tuple[NodeScore, ...]:
        """The whole and its dimensions."""
        card = self.assessed.scorecard
        return (card.root, *(node for node in card.dimensions if node.kind == "area"))

    @cached_property
    def terminal(self) -> str:
        """The summary of `readiness assess`, each paragraph on one line."""
        lines = (plain(line).rstrip() for line in summary(self.assessed, one_column()))
        return "\n".join(lines)

    def explained(self, id_: str) -> str:
        """Return what `readiness explain` prints."""
        return "\n".join(plain(line) for line in explanation(explain(self.assessed, id_), one_column()))

    @cached_property
    def result(self) -> dict[str, Plain]:
        """Every node of the JSON result by its id."""
        return {node["id"]: node for node in _walk(json.loads(result_bytes(self.given))["score"])}

    @cached_property
    def given(self) -> ReportInput:
        """What a report is made of."""
        return report_input(self.assessed, version="0")

    @cached_property
    def html(self) -> str:
        """The words of the HTML report."""
        return words_of(unfolded(render_html(build_view(self.given, on_screen=True))))


def _walk(node: Plain) -> Iterator[Plain]:
    yield node
    for child in node["children"]:
        yield from _walk(child)


def words_of(page: str) -> str:
    """Return the text of a page, a cell or a paragraph a line."""
    page = re.sub(r"<style.*?</style>|<svg.*?</svg>", "", page, flags=re.DOTALL)
    page = re.sub(r"</?(?:td|th|tr|p|dt|dd|h\d|span|b|div|li|small)\b[^>]*>", "\n", page)
    text = html.unescape(re.sub(r"<[^>]+>", " ", page))
    return "\n".join(" ".join(line.split()) for line in text.splitlines() if line.strip())


def shown(node: NodeScore) -> str:
    """Return a score as every view for people has to show it."""
    return score_text(node.score, () if node.target is None else (node.target,), node.direction)


def ends(node: NodeScore) -> str:
    """Return a range as every view for people has to show it, or nothing where there is none."""
    return "" if node.low == node.high else f"{score_text(node.low)} to {score_text(node.high)}"


# --- the numbers ------------------------------------------------------------------------------------------------


@few
@given(cases(EVERY_KIND))
def test_both_kinds_of_json_have_the_numbers_of_the_scorecard(case: Case) -> None:
    check_json(Views(case))


def check_json(views: Views) -> None:
    """Compare every node."""
    case = views.case
    for node in case.scorecard.root.walk():
        explained: Plain = explanation_json(explain(views.assessed, node.id))
        for name in ("score", "low", "high", "evidenced", "target", "gap"):
            value: Fraction | None = getattr(node, name)
            number = None if value is None else str(value)
            for told in (views.result[node.id][name], explained[name]):
                assert (told and told["exact"]) == number, (node.id, name)
                assert told is None or told["value"] == round(float(Fraction(number or 0)), 4)
        coverage = views.result[node.id]["coverage"]
        assert views.result[node.id]["level"] == explained["level"] == node.level
        assert coverage["answered"] == explained["answered"] == node.coverage.answered
        assert coverage["applicable"] == explained["applicable"] == node.coverage.applicable


@few
@given(cases(EVERY_KIND))
def test_explanations_have_the_numbers_of_the_scorecard(case: Case) -> None:
    check_explanations(Views(case))


def check_explanations(views: Views) -> None:
    """Compare every node."""
    case = views.case
    scale = case.framework.scale
    for node in case.scorecard.root.walk():
        text = views.explained(node.id)
        if node.score is None or node.level is None:
            assert "\nScore: none" in text
        else:
            assert f"\nScore: {shown(node)} of {scale.highest}" in text
            assert f", level {node.level} {scale.name_of(node.level)}" in text
        for name, value in (("Range", node.low if ends(node) else None), ("Target", node.target)):
            assert (f"\n{name}: {exact_text(value)}" in text) if value is not None else f"\n{name}: " not in text
        if node.kind != "question":
            assert f"\nAnswered: {node.coverage.answered} of {node.coverage.applicable} questions" in text


@few
@given(cases(EVERY_KIND))
def test_the_terminal_has_the_numbers_of_the_scorecard(case: Case) -> None:
    check_terminal(Views(case))


def check_terminal(views: Views) -> None:
    """Compare the whole and the dimensions."""
    case = views.case
    text, root = " ".join(views.terminal.split()), case.scorecard.root
    answered = f"answered {root.coverage.answered} of {root.coverage.applicable} questions"
    assert answered in text
    if root.score is None:
        assert "Overall: no score" in text
        return
    assert f"Overall: {shown(root)} of {case.framework.scale.highest}, level {root.level}" in text
    assert root.target is None or f"target {score_text(root.target)} (Good)" in text
    assert not root.gap or f"gap {gap_text(root.gap)}" in text
    assert root.evidenced is None or f"evidenced {score_text(root.evidenced)}" in text
    for node in views.nodes[1:]:
        row = next(line for line in views.terminal.splitlines() if line.startswith(f"  {node.title} "))
        cells = [cell for cell in (shown(node), ends(node)) if cell]
        assert re.search(r"\s+".join(map(re.escape, cells)), row), (row, cells)


@few
@given(cases(EVERY_KIND))
def test_the_report_has_the_numbers_of_the_scorecard(case: Case) -> None:
    check_report(Views(case))


def check_report(views: Views) -> None:
    """Look up every number where the report says it: summary, table of evidence, chapters, and calculations."""
    lines = views.html.splitlines()
    for node in views.nodes:
        if not node.applies:
            continue
        name = "Overall" if node.kind == "framework" else node.title
        if node.score is not None and any(one.applies for one in views.nodes[1:]):
            assert rows_of(lines, name, shown(node)), (name, shown(node))
            assert node.evidenced is None or score_text(node.evidenced) in lines, name
        if node.kind == "area":
            chapter = next(line for line in lines if line.startswith(("Target ", "Range ", "Answered ", "Band ")))
            assert chapter
            facts = [f"Answered {node.coverage.answered} of {node.coverage.applicable}"]
            facts += [f"Range {ends(node)}"] if ends(node) and score_text(node.low) != score_text(node.high) else []
            facts += [f"Target {score_text(node.target)}"] if node.target is not None else []
            assert any(all(fact in line for fact in facts) for line in lines), facts
        if node.contributions:
            calculation = "Overall score" if node.kind == "framework" else node.title
            assert f"{calculation}: {shown(node)}" in lines


def rows_of(lines: list[str], name: str, score: str) -> list[int]:
    """Return where a line with a name is followed by the score that belongs to it."""
    return [at for at, line in enumerate(lines[:-1]) if line == name and lines[at + 1].split(" ")[0] == score]


@pytest.mark.parametrize(("levels", "said"), [([3] * 24 + [2], "2.9"), ([3] * 25, "3.0"), ([3] * 24 + [4], "3.0")])
def test_a_score_just_below_its_target_is_below_it_in_every_view(levels: list[int], said: str) -> None:
    # 24 answers at 3 and one at 2 make 2.96; rounded, that would meet the target of 3.
    questions = [a_question(f"q{n}") for n in range(25)]
    document = a_framework(
        areas=[an_area("d1", questions)], scale=[{"level": n, "name": f"Step {n}"} for n in range(1, 6)]
    )
    views = Views(Case(document, {}, {f"q{n}": {"level": level} for n, level in enumerate(levels)}))
    check_json(views)
    check_explanations(views)
    check_terminal(views)
    check_report(views)
    assert [shown(node) for node in views.nodes] == [said, said]


# --- on paper ---------------------------------------------------------------------------------------------------


@pytest.mark.skipif(PDFTOTEXT is None, reason="needs pdftotext, of poppler-utils")
@settings(law, max_examples=2)
@given(case=cases(EVERY_KIND))
def test_the_pdf_has_the_numbers_of_the_scorecard(case: Case, tmp_path_factory: pytest.TempPathFactory) -> None:
    views = Views(case)
    path = tmp_path_factory.mktemp("pdf") / "report.pdf"
    path.write_bytes(write_pdf(render_pages(build_view(views.given))))
    command = [str(PDFTOTEXT), "-layout", str(path), "-"]
    text = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    for node in views.nodes:
        if node.contributions:
            name = "Overall score" if node.kind == "framework" else node.title
            assert f"{name}: {shown(node)}" in " ".join(text.split())
        if node.score is not None and node.applies and any(one.applies for one in views.nodes[1:]):
            name = "Overall" if node.kind == "framework" else node.title
            assert re.search(rf"^ *{re.escape(name)} +{re.escape(shown(node))} ", text, re.MULTILINE), name
