"""Scope, who answered, evidence and confidence, and what is not known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from readiness.model.answers import Unanswered, Unknown
from readiness.report.findings import evidence_title
from readiness.report.fitting import switch_lines
from readiness.report.numbers import percent_text, score_text
from readiness.report.tailoring import tailoring_in_short
from readiness.report.view.context import Context
from readiness.report.view.firmness import Firmness, firmness
from readiness.report.view.parts import Labelled
from readiness.report.view.section import Section
from readiness.report.wording import gettext, ngettext
from readiness.report.words import capitalised, first_sentence, long_date, sentence
from readiness.scoring.result import EvidenceState, NodeScore, State

__all__ = ["EvidenceLine", "Person", "Trust", "trust"]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who answered."""

    role: str
    name: str
    answers: str


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """How well the answers of one dimension are backed, as counts."""

    name: str
    answered: str
    needs: str
    backed: str
    stale: str
    confidence: tuple[str, str, str, str]
    """High, medium, low, not stated."""
    score: str
    evidenced: str


@dataclass(frozen=True, slots=True)
class Trust:
    """The chapter on scope and trust."""

    scope: str
    method: tuple[str, ...]
    people: tuple[Person, ...]
    evidence: tuple[EvidenceLine, ...]
    total: EvidenceLine
    dimension_word: str
    firmness: Firmness | None
    """Where there is no chapter on the profile, which has it otherwise."""
    missing: tuple[Labelled, ...]
    apart: tuple[Labelled, ...]
    """Questions that do not apply, with the reason given."""
    hidden: str
    evidenced: str
    """What the column of scores with evidence only means."""


def trust(context: Context) -> Section:
    """Return the chapter on scope and trust."""
    claims = context.claims_needing_evidence(context.answered)
    coverage = context.root.coverage
    title = evidence_title(
        answered=coverage.answered,
        applicable=coverage.applicable,
        claims=len(claims),
        unbacked=sum(node.needs_evidence for node in claims),
    )
    body = Trust(
        scope=context.given.assessment.scope or "",
        method=_method(context),
        people=_people(context),
        evidence=()
        if context.extent.is_brief
        else tuple(_line(context, node, _questions(node)) for node in context.dimensions),
        total=_line(context, context.root, context.given.scorecard.questions),
        dimension_word=capitalised(context.dimension_word),
        firmness=None if context.dimensions else firmness(context),
        missing=tuple(Labelled(node.title, _why_missing(node)) for node in context.missing),
        apart=_apart(context),
        hidden=_hidden(context),
        evidenced=""
        if context.extent.is_brief
        else context.root.direction.pick(
            gettext(
                "Evidence is needed from the level that annex B names. The last column is the score if every answer "
                "without it counted one level below that."
            ),
            gettext(
                "Evidence is needed at the levels that annex B names. The last column is the score if every answer "
                "without it counted one level worse than that."
            ),
        ),
    )
    return Section("trust", "trust", gettext("Scope and trust"), title, body)


def _method(context: Context) -> tuple[str, ...]:
    given, scale = context.given, context.scale
    lowest, highest = (f"{level} ({context.level_name(level)})" for level in (scale.lowest, scale.highest))
    ends = {"lowest": lowest, "highest": highest}
    steps = [
        gettext("The organisation is {name}.", name=given.assessment.organisation.name),
        _framework(context),
        gettext("The answers hold for {date}.", date=long_date(given.assessment.assessed_on)),
        context.root.direction.pick(
            gettext("Each answer stands on a scale from {lowest} to {highest}.", **ends),
            gettext("Each answer stands on a scale from {lowest} to {highest}, and higher is worse.", **ends),
        ),
    ]
    steps.append(_elsewhere(context))
    if given.target:
        about = f": {first_sentence(given.target.description, 200)}" if given.target.description else ""
        steps.append(sentence(gettext("The target profile is {target}", target=f"{given.target.title}{about}")))
        steps += switch_lines(given.fitting, given.scorecard.target_id)
    steps.append(
        gettext(
            "This is a self-assessment. Answers were not audited; the evidence named was judged only by whether it is "
            "there and in date on {date}.",
            date=long_date(given.as_of),
        )
    )
    return tuple(steps)


def _elsewhere(context: Context) -> str:
    """Return where one finds how the numbers are made."""
    if context.extent.is_brief:
        return gettext(
            "This is the short form, for a quick scan. The report in HTML has every question with its reasons, the "
            "formulas and the weights."
        )
    if not context.extent.is_whole:
        return gettext(
            "Annex B has the formulas and weights. On paper, long tables are cut and say by how much; the report in "
            "HTML has them whole."
        )
    return gettext("Annex B has the formulas and weights.")


def _framework(context: Context) -> str:
    framework, count = context.given.framework, len(context.given.scorecard.questions)
    said = {"title": framework.title, "version": framework.version}
    tailored = tailoring_in_short(framework)
    if not tailored:
        return ngettext(
            "The framework is “{title}”, version {version}, with {count} question.",
            "The framework is “{title}”, version {version}, with {count} questions.",
            count,
            **said,
        )
    return ngettext(
        "The framework is “{title}”, version {version}, with {count} question; it is {tailored}.",
        "The framework is “{title}”, version {version}, with {count} questions; it is {tailored}.",
        count,
        tailored=tailored,
        **said,
    )


def _people(context: Context) -> tuple[Person, ...]:
    """Return who answered; people of one role without names share a line."""
    assessment, counts = context.given.assessment, _given(context)
    lines: dict[tuple[str, str], list[int]] = {}
    for id_, person in assessment.respondents.items():
        lines.setdefault((person.role, person.name or ""), []).append(counts[id_])
    return tuple(
        Person(
            role,
            name or (ngettext("{count} person", "{count} people", len(given)) if len(given) > 1 else ""),
            ngettext("{count} answer", "{count} answers", sum(given)),
        )
        for (role, name), given in lines.items()
    )


def _given(context: Context) -> Counter[str]:
    """Return how many answers each respondent gave, by a vote or alone."""
    counts: Counter[str] = Counter()
    for answer in context.given.assessment.answers.values():
        who = {person for person, vote in answer.votes.items() if not isinstance(vote, Unanswered)}
        counts.update(who | {answer.by} if answer.by else who)
    return counts


def _questions(node: NodeScore) -> tuple[NodeScore, ...]:
    return tuple(child for child in node.walk() if child.kind == "question")


def _line(context: Context, node: NodeScore, questions: Sequence[NodeScore]) -> EvidenceLine:
    answered = tuple(one for one in questions if one.state is State.ANSWERED)
    claims = context.claims_needing_evidence(answered)
    stated = [one.answer.confidence for one in answered if one.answer]
    counts = tuple(f"{stated.count(level)}" for level in ("high", "medium", "low", None))
    return EvidenceLine(
        name=node.title if node.kind != "framework" else gettext("All"),
        answered=gettext("{count} of {total}", count=node.coverage.answered, total=node.coverage.applicable),
        needs=f"{len(claims)}",
        backed=_backed(claims),
        stale=f"{sum(one.evidence is EvidenceState.STALE for one in answered)}",
        confidence=(counts[0], counts[1], counts[2], counts[3]),
        score=context.score(node),
        evidenced=score_text(node.evidenced),
    )


def _backed(claims: Sequence[NodeScore]) -> str:
    if not claims:
        return gettext("none needed")
    backed = sum(not node.needs_evidence for node in claims)
    return f"{backed} ({percent_text(backed, len(claims))})"


def _why_missing(node: NodeScore) -> str:
    if isinstance(node.answer, Unknown):
        return sentence(gettext("Not known: {reason}", reason=node.answer.unknown))
    unanswered = gettext("Not answered yet.")
    return sentence(f"{unanswered} {node.answer.note}") if node.answer and node.answer.note else unanswered


def _apart(context: Context) -> tuple[Labelled, ...]:
    nodes = [node for node in context.given.scorecard.questions if node.state is State.NOT_APPLICABLE]
    return tuple(
        Labelled(node.title, sentence(str(getattr(node.answer, "not_applicable", gettext("No reason given")))))
        for node in nodes
    )


def _hidden(context: Context) -> str:
    count = sum(node.state is State.HIDDEN for node in context.given.scorecard.questions)
    if not count:
        return ""
    return ngettext(
        "{count} question was not asked, because what it depends on does not hold here.",
        "{count} questions were not asked, because what they depend on does not hold here.",
        count,
    )
