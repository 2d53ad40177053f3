"""How far several people agree, in a few lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readiness.agreement.result import Reliance, Trend
from readiness.cli.console import Console, Line, Styled
from readiness.cli.paragraphs import paragraph
from readiness.report.numbers import alpha_text, score_text
from readiness.report.words import joined, sized

if TYPE_CHECKING:
    from readiness.agreement.result import Agreement, Groups, QuestionVotes
    from readiness.model.assessment import Assessment

__all__ = ["respondents"]

_SHOWN = 3
_RELIANCE = {
    Reliance.RELIABLE: "they agree well enough to rely on it",
    Reliance.TENTATIVE: "enough for tentative conclusions only",
    Reliance.UNRELIABLE: "too far apart to rely on without talking",
    Reliance.ALONE: "agreement cannot be told: no question has two answers",
    Reliance.ALIKE: "agreement cannot be told: every answer is the same",
}
_TREND = {
    Trend.LOWER: ": the closer to the work, the lower the score",
    Trend.HIGHER: ": the closer to the work, the higher the score",
    Trend.ALIKE: ": less than half a level apart",
    Trend.MIXED: "",
    Trend.UNKNOWN: "",
}


def respondents(found: Agreement, assessment: Assessment, console: Console) -> Iterator[Line]:
    """Yield how many voted and how far they agree, the groups, what to talk about and who is awaited."""
    people = "1 person" if found.people == 1 else f"{found.people} people"
    yield ("",)
    yield (Styled("Respondents", "strong"), f", {people}; where nothing is agreed, the {assessment.combine} counts")
    for label, value in _facts(found, assessment):
        yield from paragraph(value, console, " " * 13, f"  {label:<11}")


def _facts(found: Agreement, assessment: Assessment) -> Iterator[tuple[str, str]]:
    alpha = found.alpha
    value = "" if alpha.value is None else f"Krippendorff's alpha {alpha_text(alpha.value)}, "
    yield "agreement", f"{value}{_RELIANCE[alpha.reliance]}"
    if found.groups.means:
        yield "groups", _groups(found.groups, assessment)
    if found.conversations:
        yield "talk about", _talk(found.conversations)
    if found.owing:
        owe = "owes" if len(found.owing) == 1 else "owe"
        yield "waiting", f"{len(found.owing)} of {sized(len(assessment.respondents), 'respondent')} {owe} answers"


def _groups(groups: Groups, assessment: Assessment) -> str:
    each = [f"{assessment.groups[id_].title} {score_text(mean)}" for id_, mean in groups.means.items()]
    return f"{joined(each)}{_TREND[groups.trend]}"


def _talk(found: tuple[QuestionVotes, ...]) -> str:
    first = [f"{one.question}{_from_to(one)}" for one in found[:_SHOWN]]
    more = len(found) - len(first)
    return joined([*first, f"{more} more"] if more else first)


def _from_to(one: QuestionVotes) -> str:
    if one.low is None or one.low == one.high:
        return ""
    return f" ({score_text(one.low).removesuffix('.0')} to {score_text(one.high).removesuffix('.0')})"
