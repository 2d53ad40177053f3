"""What several people said: how far they agree, by group, and what to talk about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from readiness.agreement.result import Agreement, Alpha, QuestionVotes, Reliance, Trend
from readiness.model.assessment import Respondent
from readiness.report.charts.people import MOST_DOTS, people_strip
from readiness.report.numbers import alpha_text, score_text
from readiness.report.view.context import Context
from readiness.report.view.parts import Labelled, Mark
from readiness.report.view.section import Section
from readiness.report.wording import gettext, ngettext
from readiness.report.words import capitalised, joined, number_word

__all__ = ["Respondents", "VotesRow", "respondents", "votes_words"]

_WIDTH, _HEIGHT = 46.0, 9.0
_BRIEF_ROWS, _PAPER_ROWS = 6, 20
_BRIEF_OWING, _PAPER_OWING = 6, 20


@dataclass(frozen=True, slots=True)
class VotesRow:
    """Where people stand on one question."""

    name: str
    counts: str
    """Every number that the drawing shows."""
    range: str
    score: str
    people: Mark


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One group."""

    name: str
    people: str
    score: str


@dataclass(frozen=True, slots=True)
class Respondents:
    """The chapter on several respondents."""

    lead: tuple[str, ...]
    groups: tuple[GroupRow, ...]
    groups_note: str
    rows_name: str
    rows: tuple[VotesRow, ...]
    rows_note: str
    owing: tuple[Labelled, ...]
    owing_note: str


def respondents(context: Context) -> Section | None:
    """Return the chapter on what several people said, if anybody voted."""
    found = context.given.agreement
    if found is None:
        return None
    shown = found.conversations or tuple(one for one in found.questions if one.counts)
    most = _BRIEF_ROWS if context.extent.is_brief else len(shown) if context.extent.is_whole else _PAPER_ROWS
    body = Respondents(
        lead=_lead(context, found),
        groups=tuple(
            GroupRow(_group(context, id_), f"{found.groups.people[id_]}", score_text(mean))
            for id_, mean in found.groups.means.items()
        ),
        groups_note=_groups_note(found),
        rows_name=gettext("What to talk about") if found.conversations else gettext("Where people stand"),
        rows=tuple(_row(context, one) for one in shown[:most]),
        rows_note=_rows_note(shown[:most], len(shown)),
        owing=_owing(context, found),
        owing_note=_owing_note(context, found),
    )
    return Section("respondents", "respondents", gettext("Who answered, and how far they agree"), _title(found), body)


def _title(found: Agreement) -> str:
    """Return the strongest thing that holds."""
    match found.groups.trend:
        case Trend.LOWER:
            return gettext("The closer to the work, the lower the score")
        case Trend.HIGHER:
            return gettext("The closer to the work, the higher the score")
        case _:
            pass
    if count := len(found.conversations):
        return ngettext(
            "{number} question needs a conversation",
            "{number} questions need a conversation",
            count,
            number=capitalised(number_word(count)),
        )
    if found.alpha.reliance is Reliance.RELIABLE:
        return gettext("Respondents agree well enough to rely on what they say")
    return ngettext("{number} person answered", "{number} people answered", found.people, number=_number(found.people))


def _number(count: int) -> str:
    return capitalised(number_word(count))


def _lead(context: Context, found: Agreement) -> tuple[str, ...]:
    votes = sum(sum((one.answered, one.not_applicable, one.unknown)) for one in found.questions)
    people = ngettext("{count} person", "{count} people", found.people)
    questions = ngettext("{count} question", "{count} questions", len(found.questions))
    return (
        gettext(
            "{people} gave {votes} votes on {questions}. {rule}",
            people=people,
            votes=votes,
            questions=questions,
            rule=_rule(context),
        ),
        _alpha_words(found.alpha),
    )


def _rule(context: Context) -> str:
    match context.given.assessment.combine:
        case "mean":
            return gettext("An agreed answer counts as it is. Where none is agreed, the mean of the votes counts.")
        case "minimum":
            return gettext("An agreed answer counts as it is. Where none is agreed, the worst of the votes counts.")
        case _:
            return gettext(
                "An agreed answer counts as it is. Where none is agreed, the vote in the middle counts; of two in the "
                "middle, the worse."
            )


def _alpha_words(alpha: Alpha) -> str:
    """Return what alpha is and what it allows."""
    said = {"alpha": "" if alpha.value is None else alpha_text(alpha.value)}
    match alpha.reliance:
        case Reliance.RELIABLE:
            return gettext(
                "Krippendorff's alpha is {alpha}, where 1 is full agreement and 0 is chance. From 0.800 on, one can "
                "rely on what people say.",
                **said,
            )
        case Reliance.TENTATIVE:
            return gettext(
                "Krippendorff's alpha is {alpha}, where 1 is full agreement and 0 is chance. Between 0.667 and 0.800, "
                "conclusions are tentative.",
                **said,
            )
        case Reliance.UNRELIABLE:
            return gettext(
                "Krippendorff's alpha is {alpha}, where 1 is full agreement and 0 is chance. Below 0.667, the votes "
                "alone do not carry a conclusion: people see the agency, or read the questions, in different ways.",
                **said,
            )
        case Reliance.ALONE:
            return gettext("How far people agree cannot be told: no question has two answers.")
        case Reliance.ALIKE:
            return gettext(
                "Every answer is the same. People agree; Krippendorff's alpha is not defined, because nothing varies."
            )


def _group(context: Context, id_: str) -> str:
    return context.given.assessment.groups[id_].title


def _groups_note(found: Agreement) -> str:
    if not found.groups.means:
        return ""
    return ngettext(
        "Mean scores over {count} question on which each of these groups can be shown. A group is shown from five "
        "people on, and only where nobody else can be worked out from it.",
        "Mean scores over {count} questions on which each of these groups can be shown. A group is shown from five "
        "people on, and only where nobody else can be worked out from it.",
        found.groups.questions,
    )


def _row(context: Context, one: QuestionVotes) -> VotesRow:
    node = context.given.scorecard.node[one.question]
    counts, score = _counts(one), context.score(node)
    words = gettext("{topic}: {counts}; {score} counts", topic=node.title, counts=counts, score=score)
    each = _people_a_dot(one)
    dots = {float(value): ceil(count / each) for value, count in one.counts.items()}
    at = None if node.score is None else float(node.score)
    strip = people_strip(dots, at, context.scale, width=_WIDTH, height=_HEIGHT, title=words)
    return VotesRow(node.title, counts, _range(one), score, Mark(strip, words))


def _people_a_dot(one: QuestionVotes) -> int:
    return ceil(max(one.counts.values(), default=1) / MOST_DOTS)


def _counts(one: QuestionVotes) -> str:
    """Return how many people stand where, and how many do not know or say that it does not apply."""
    said = [gettext("{people} at {score}", people=count, score=_plain(value)) for value, count in one.counts.items()]
    if one.answered and not one.counts:
        said.append(ngettext("{count} answer in words", "{count} answers in words", one.answered))
    if one.unknown:
        said.append(ngettext("{count} does not know", "{count} do not know", one.unknown))
    if one.not_applicable:
        said.append(ngettext("{count} says it does not apply", "{count} say it does not apply", one.not_applicable))
    return joined(said)


def _plain(value: Fraction) -> str:
    return score_text(value).removesuffix(".0")


def _range(one: QuestionVotes) -> str:
    if one.low is None or one.high is None:
        return ""
    if one.low == one.high:
        return _plain(one.low)
    return gettext("{low} to {high}", low=_plain(one.low), high=_plain(one.high))


def _rows_note(shown: Sequence[QuestionVotes], total: int) -> str:
    found = []
    if any(_people_a_dot(one) > 1 for one in shown):
        found.append(gettext("Where many people stand at one score, a dot stands for several of them."))
    if total > len(shown):
        found.append(gettext("{count} more are in the report in HTML.", count=total - len(shown)))
    return " ".join(found)


def _owing(context: Context, found: Agreement) -> tuple[Labelled, ...]:
    most = _BRIEF_OWING if context.extent.is_brief else len(found.owing) if context.extent.is_whole else _PAPER_OWING
    people = context.given.assessment.respondents
    longest = sorted(found.owing, key=lambda one: -len(one.questions))
    return tuple(
        Labelled(_person(people[one.respondent]), ngettext("{count} question", "{count} questions", len(one.questions)))
        for one in longest[:most]
    )


def _person(person: Respondent) -> str:
    return f"{person.role} ({person.name})" if person.name else person.role


def _owing_note(context: Context, found: Agreement) -> str:
    more = len(found.owing) - len(_owing(context, found))
    return ngettext("{count} more owes answers.", "{count} more owe answers.", more) if more > 0 else ""


def votes_words(found: Agreement | None, question: str) -> str:
    """Return where people stand on a question, for the page of its dimension; nothing without votes."""
    one = found.of_question.get(question) if found else None
    if one is None:
        return ""
    return gettext("{counts}, agreed", counts=_counts(one)) if one.is_agreed else _counts(one)
