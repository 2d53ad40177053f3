"""Explains one figure of one node: where it comes from, what changed it, and what stands in for missing answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from readiness.gaps import Gap
from readiness.model.assessment import Assessment
from readiness.model.framework import Framework
from readiness.model.targets import TargetProfile
from readiness.report.direction import WORDS, required_words
from readiness.report.evidence import claims_needing_evidence
from readiness.report.exact import about, exact_text
from readiness.report.explanation.account import AnswerAccount, Cut, Explanation, Fact, Figure, Rise
from readiness.report.explanation.answers import answer_text, ratio_formula
from readiness.report.explanation.changes import changes, changes_name, decides, is_changed
from readiness.report.explanation.parts import parts_account
from readiness.report.explanation.place import place_of
from readiness.report.explanation.policies import left_out, without_answer
from readiness.report.explanation.terms import factor
from readiness.report.explanation.votes import mean_formula, votes_text
from readiness.report.fitting import asked_by, switch_lines
from readiness.report.numbers import score_text
from readiness.report.wording import gettext
from readiness.report.words import capitalised, sized
from readiness.scoring.fitting import Fitting
from readiness.scoring.result import EvidenceState, NodeScore, Scorecard, State

__all__ = ["Basis", "explain"]

_MEANS: Mapping[Figure, str] = {
    "low": "the lowest that the missing answers can lead to",
    "high": "the highest that the missing answers can lead to",
    "evidenced": "if answers count only as far as evidence in date carries them",
    "target": "if every question stood exactly at the level that is asked for",
}
_EVIDENCE: Mapping[EvidenceState, str] = {
    EvidenceState.IN_DATE: "in date",
    EvidenceState.STALE: "out of date or undated",
    EvidenceState.NONE: "none",
}


@dataclass(frozen=True)
class Basis:
    """What an explanation is made of."""

    framework: Framework
    scorecard: Scorecard
    shown: Scorecard
    """The tree of the figure that is explained; for the score the scorecard itself."""
    figure: Figure = "score"
    target: TargetProfile | None = None
    fitting: Fitting | None = None
    """What the organisation's facts made of the target."""
    gaps: tuple[Gap, ...] = ()
    rises: Mapping[str, tuple[Rise, ...]] = field(default_factory=dict)
    """For a question below target: what becomes of it and of all that hangs on it when that gap is closed."""
    assessment: Assessment | None = None
    """What is explained, with the votes behind its answers."""


def explain(basis: Basis, id_: str) -> Explanation:
    """Return the explanation of a node, by its id."""
    node, now, framework = basis.shown.node[id_], basis.scorecard.node[id_], basis.framework
    below = [one for one in now.walk() if one.kind == "question"]
    name = gettext("Score") if basis.figure == "score" else capitalised(basis.figure)
    changed = is_changed(node)
    before = gettext("{figure} before {changes}", figure=name, changes=changes_name(node)) if changed else name
    after = ""
    if changed and node.score is not None:
        score = about(node.score)
        after = gettext("{figure} after {changes}: {score}", figure=name, changes=changes_name(node), score=score)
    missing = (without_answer(one, basis.shown.node[one.id], framework, basis.figure) for one in below)
    return Explanation(
        node=node,
        figure=basis.figure,
        headline=Fact(name, _headline(basis, node)),
        facts=tuple(_facts(basis, node)),
        answer=_answer(basis, node) if node.kind == "question" else None,
        parts=parts_account(node, framework.scale, before),
        changes=changes(node, framework),
        after=after,
        decides=tuple(decides(node, basis.shown.root, framework)) if node.kind == "question" else (),
        left_out=tuple(left_out(node)),
        without_answer=tuple(one for one in missing if one),
        cuts=tuple(_cuts(below)),
        place=place_of(node, basis.shown.root, framework.scale) if basis.figure not in {"low", "high"} else None,
    )


def _headline(basis: Basis, node: NodeScore) -> str:
    scale = basis.framework.scale
    if node.score is None or node.level is None:
        return "none"
    lines = () if node.target is None else (node.target,)
    shown = score_text(node.score, lines, node.direction)
    exact = "" if exact_text(node.score) in {shown, shown.removesuffix(".0")} else f", exactly {exact_text(node.score)}"
    means = f", {_MEANS[basis.figure]}" if basis.figure in _MEANS else ""
    worse = node.direction.pick("", "; higher is worse")
    return f"{shown} of {scale.highest}{exact}, level {node.level} {scale.name_of(node.level)}{means}{worse}"


# --- beside the score -------------------------------------------------------------------------------------------


def _facts(basis: Basis, node: NodeScore) -> Iterator[Fact]:
    if basis.figure != "score":
        yield from _facts_of_figure(basis, node)
        return
    if node.band is not None:
        yield Fact("Band", _band(basis.framework, node))
    if node.low is not None and node.high is not None and node.low != node.high:
        yield Fact("Range", f"{about(node.low)} to {about(node.high)}, as the missing answers turn out")
    if node.kind != "question":
        yield Fact("Answered", f"{node.coverage.answered} of {node.coverage.applicable} questions")
    if node.evidenced is not None and node.evidenced != node.score:
        yield Fact("Evidenced", f"{about(node.evidenced)}, {_MEANS['evidenced']}")
    if node.target is not None and basis.target is not None:
        gap = "" if node.gap is None else "; it is met" if not node.gap else f"; the gap is {about(node.gap)}"
        yield Fact("Target", f"{about(node.target)} ({basis.target.title}){gap}")


def _facts_of_figure(basis: Basis, node: NodeScore) -> Iterator[Fact]:
    if node.kind != "question" and node.score is not None and node.raw_ratio is None:
        yield Fact("Safe", "no answers are known that lead exactly here; what is certain is that none lead further")
    if basis.figure == "target" and basis.target is not None:
        yield Fact("Profile", basis.target.title)
        if basis.fitting is not None and node.kind == "framework":
            lines = list(switch_lines(basis.fitting, basis.scorecard.target_id))
            yield from [Fact("Switched", " ".join(lines))] if lines else []
        if node.kind != "question":
            yield Fact("Short of it", _short_of_target(basis, node))
    if basis.figure == "evidenced" and node.kind != "question":
        claims = claims_needing_evidence(basis.scorecard.node[node.id].walk(), basis.framework)
        cut = sum(one.needs_evidence for one in claims)
        yield Fact("Cut", f"{cut} of {sized(len(claims), 'answer that needs', 'answers that need')} evidence")
    if basis.figure in {"low", "high"} and node.kind != "question":
        yield Fact("Missing", f"{sized(node.coverage.applicable - node.coverage.answered, 'answer')}")


def _short_of_target(basis: Basis, node: NodeScore) -> str:
    """Return how many of the questions below a node that apply and have a target do not meet it."""
    apart = {State.HIDDEN, State.NOT_APPLICABLE}
    asked = [one.id for one in basis.scorecard.node[node.id].walk() if one.state is not None and one.state not in apart]
    measured = [id_ for id_ in asked if id_ in basis.scorecard.target_levels]
    short = {gap.question for gap in basis.gaps}.intersection(measured)
    return f"{len(short)} of {sized(len(measured), 'question')}"


def _band(framework: Framework, node: NodeScore) -> str:
    """Return the band with its edges, and the value that lies between them."""
    bands, band = framework.bands_of(node.id), node.band
    assert band is not None
    assert bands is not None
    lower, upper = ("<", "≤") if bands.inclusive == "upper" else ("≤", "<")
    first = "" if band.from_ is None else f"{exact_text(band.from_)} {lower} "
    last = "" if band.to is None else f" {upper} {exact_text(band.to)}"
    return f"{band.name} ({first}{bands.of}{last})"


def _cuts(questions: list[NodeScore]) -> Iterator[Cut]:
    for one in questions:
        if one.needs_evidence and one.score is not None and one.evidenced is not None:
            yield Cut(one.id, one.title, one.score, one.evidenced)


# --- answers ----------------------------------------------------------------------------------------------------


def _answer(basis: Basis, node: NodeScore) -> AnswerAccount:
    question, scale = basis.framework.question[node.id], basis.framework.scale
    now = basis.scorecard.node[node.id]
    answered = now.state is State.ANSWERED and now.score is not None
    mean = mean_formula(question, basis.assessment, scale) if basis.assessment else None
    formula = (mean or ratio_formula(question, node.answer, scale)) if answered else None
    gap = next((one for one in basis.gaps if one.question == node.id), None)
    return AnswerAccount(
        ask=question.ask,
        answer=answer_text(question, node.answer),
        lines=tuple(_answer_lines(basis, node, formula, gap)),
        formula=formula,
        gain=None if gap is None else gap.gain,
        rises=basis.rises.get(node.id, ()) if basis.figure == "score" else (),
    )


def _answer_lines(basis: Basis, node: NodeScore, formula: str | None, gap: Gap | None) -> Iterator[Fact]:
    scale, now = basis.framework.scale, basis.scorecard.node[node.id]
    question = basis.framework.question[node.id]
    rule = basis.framework.evidence_rule(question)
    votes = votes_text(question, basis.assessment, scale) if basis.assessment else None
    if votes:
        yield Fact(*votes)
    if now.evidence is not None:
        level = rule.required_from
        needed = "" if level is None else f"; it is needed {required_words(level, now.direction)}"
        yield Fact("Evidence", f"{_EVIDENCE[now.evidence]}{needed}")
    stands_in = without_answer(now, node, basis.framework, basis.figure)
    if stands_in:
        yield Fact("Counts", f"it {stands_in.rule}" + (f"; {stands_in.reason}" if now.state is State.HIDDEN else ""))
    if basis.figure == "target":
        yield from _target_level(basis, node)
        return
    if formula and now.score is not None and now.ratio is not None:
        yield Fact("Share of the points", formula)
        yield Fact("Score", f"{scale.lowest} + {scale.span} × {factor(now.ratio)} = {about(now.score)}")
    if basis.figure == "evidenced" and now.needs_evidence and node.score is not None:
        yield Fact("Evidenced", f"{about(node.score)}, one level worse than level {rule.required_from}")
    if gap is not None and basis.figure == "score":
        yield Fact("Gap", _gain(basis, gap))


def _target_level(basis: Basis, node: NodeScore) -> Iterator[Fact]:
    level, profile = basis.scorecard.target_levels.get(node.id), basis.target
    if level is None or profile is None:
        return
    _, above = basis.framework.placed[node.id]
    area = next((one for one in reversed(above) if one.id in profile.areas), None)
    by = "for this question" if node.id in profile.questions else f"for {area.title}" if area else "for all questions"
    yield Fact("Asked for", f"level {level}, {by}")
    deciding = node.id if node.id in profile.questions else area.id if area else None
    because = asked_by(basis.fitting, basis.scorecard.target_id, deciding) if basis.fitting else ""
    if because:
        yield Fact("Switched", f"from the profile's own level: {because}")


def _gain(basis: Basis, gap: Gap) -> str:
    words = WORDS[basis.scorecard.root.direction]
    effect = f"{words.raises} the overall score by {about(gap.gain)}"
    if gap.gain <= 0:
        effect = f"alone does not {words.raise_} the overall score"
    return f"closing it, to level {gap.target}, {effect}"
