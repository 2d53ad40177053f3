"""The words at the head of the summary: where the agency stands, and how far that can be relied on."""

from __future__ import annotations

from readiness.report.numbers import score_text
from readiness.report.view.context import Context
from readiness.report.wording import gettext, ngettext
from readiness.report.words import capitalised, sentence, shortened
from readiness.scoring.result import NodeScore

__all__ = ["below_target", "lead", "standing", "trust"]


def _between(context: Context) -> str:
    """Return the level reached, or the two levels between which the score lies."""
    root = context.root
    if root.level is None or root.score is None:
        return ""
    here = context.level_name(root.level)
    if root.score <= root.level or root.level == context.scale.highest:
        return gettext("at {level}", level=here)
    return gettext("between {level} and {next}", level=here, next=context.level_name(root.level + 1))


def standing(context: Context) -> dict[str, object]:
    """Return the overall score, the highest there is, and the level, for a sentence to name."""
    return {
        "score": context.score(context.root),
        "highest": context.scale.highest,
        "level": _between(context),
    }


def lead(context: Context) -> str:
    """Return where the agency stands, against its target and at the end of the plan."""
    root, name = context.root, shortened(context.given.assessment.organisation.name, 80)
    if root.score is None:
        answered = ngettext(
            "{name} has answered {answered} of {count} question.",
            "{name} has answered {answered} of {count} questions.",
            root.coverage.applicable,
            name=name,
            answered=root.coverage.answered,
        )
        more = gettext("An overall score needs more answers; the annex lists what is missing.")
        return f"{answered} {more}"
    parts = [gettext("{name} stands at {score} of {highest}, {level}.", name=name, **standing(context))]
    if root.band is not None:
        parts.append(gettext("In the framework’s bands this is “{band}”.", band=root.band.name))
    parts += [_beside(context, one) for one in context.measures]
    if root.target is not None:
        said = {"target": context.target_name, "score": score_text(root.target)}
        parts.append(
            gettext("The target is {target} and is met.", **said)
            if root.gap == 0
            else gettext("The target is {target} and asks for {score}.", **said)
        )
    if context.given.gaps:
        parts.append(below_target(len(context.given.gaps), context.measured, context.words.short))
    plan = context.given.roadmap
    if plan and plan.actions and plan.quarters:
        parts.append(
            ngettext(
                "{count} action in {time} would bring it to {score}.",
                "{count} actions in {time} would bring it to {score}.",
                len(plan.actions),
                time=context.plan_length(),
                score=context.projected(plan.quarters[-1].score),
            )
        )
    return " ".join(parts)


def _beside(context: Context, one: NodeScore) -> str:
    said = {"name": one.title, "score": context.score(one)}
    if one.band is None:
        return gettext("Beside this, {name} stands at {score}.", **said)
    return gettext("Beside this, {name} stands at {score}, “{band}”.", band=one.band.name, **said)


def below_target(below: int, measured: int, short: str) -> str:
    """Return how many questions of those with a target miss it, as a sentence."""
    if measured == 1:
        return ngettext(
            "{count} of 1 question is {short} target.", "{count} of 1 question are {short} target.", below, short=short
        )
    return ngettext(
        "{count} of {measured} questions is {short} target.",
        "{count} of {measured} questions are {short} target.",
        below,
        measured=f"{measured:,}",
        short=short,
    )


def trust(context: Context) -> str:
    """Return how far the score can be relied on: what is missing, and what lacks evidence."""
    root, parts = context.root, []
    if context.missing:
        parts.append(_missing(len(context.missing), context.range(root)))
    if root.evidenced is not None and root.score is not None and root.direction.gain(root.score, root.evidenced) < 0:
        score = score_text(root.evidenced)
        parts.append(gettext("counting only what evidence in date supports, the score is {score}", score=score))
    if not parts:
        done = gettext("Every question is answered, and every answer that needs evidence has it.")
        return done if root.score is not None else ""
    return sentence(capitalised("; ".join(parts)))


def _missing(count: int, spread: str) -> str:
    if not spread:
        return ngettext("{count} answer is missing", "{count} answers are missing", count)
    return ngettext(
        "{count} answer is missing, so the score may lie anywhere from {range}",
        "{count} answers are missing, so the score may lie anywhere from {range}",
        count,
        range=spread,
    )
