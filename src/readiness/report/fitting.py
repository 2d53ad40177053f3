"""What the facts, the size and the currency of an organisation made of its framework, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from readiness.model.actions import Action
from readiness.model.framework import Framework
from readiness.model.targets import Switch
from readiness.report.conditions import condition_words
from readiness.report.exact import exact_text
from readiness.report.numbers import days_range_text, decimal_text, integer_text
from readiness.report.wording import gettext
from readiness.report.words import capitalised, joined, sentence
from readiness.scoring.fitting import Fitting

__all__ = [
    "asked_by",
    "bias_sentence",
    "effort_text",
    "estimate_lines",
    "estimates_in_short",
    "levels_words",
    "prices_sentence",
    "sizes_lines",
    "switch_lines",
    "switches_in_short",
]


def switch_lines(fitting: Fitting, target_id: str | None) -> Iterator[str]:
    """Yield a sentence or two on each switch of a profile that holds, or of which it is not known."""
    for one in fitting.switches.get(target_id or "", ()):
        framework, switch = fitting.framework, one.switch
        when = condition_words(switch.when, framework)
        asks = levels_words(framework, switch.areas, switch.questions, switch.default)
        if one.holds:
            said = gettext("The profile asks for {levels} here, as {condition}.", levels=asks, condition=when)
            yield f"{said} {sentence(switch.because)}"
        elif one.holds is None:
            yield gettext(
                "The profile asks for {levels} if {condition}. That is not known, so its own levels stay.",
                levels=asks,
                condition=when,
            )


def switches_in_short(fitting: Fitting, target_id: str | None) -> str:
    """Return how many switches of a profile hold, and of how many it is not known; nothing where there are none."""
    outcomes = [one.holds for one in fitting.switches.get(target_id or "", ())]
    held, open_ = outcomes.count(True), outcomes.count(None)
    parts = [f"{held} of its levels changed by facts about the agency"] if held else []
    parts += [f"{open_} waiting for facts that are not given"] if open_ else []
    return f"{joined(parts)}; explain --as target says why" if parts else ""


def levels_words(
    framework: Framework, areas: Mapping[str, int], questions: Mapping[str, int], default: int | None = None
) -> str:
    """Return levels with the areas and questions that have them, the highest level first."""
    titles = {area.id: area.title for area, _ in framework.walk()}
    titles |= {id_: question.topic for id_, question in framework.question.items()}
    by_level: dict[int, list[str]] = {}
    for id_, level in (*areas.items(), *questions.items()):
        by_level.setdefault(level, []).append(titles.get(id_, id_))
    rest = [] if default is None else [gettext("level {level} for everything else", level=default)]
    said = [
        gettext("level {level} for {names}", level=level, names=_named(by_level[level]))
        for level in sorted(by_level, reverse=True)
    ]
    return "; ".join([*rest, *said])


def _named(titles: list[str]) -> str:
    return joined([f"“{title}”" for title in titles])


def asked_by(fitting: Fitting, target_id: str | None, id_: str | None) -> str:
    """Return the reason of the last switch in force that names an area or question, or with None the rest."""
    held = [one.switch for one in fitting.switches.get(target_id or "", ()) if one.holds]
    naming = (one for one in reversed(held) if _names(one, id_))
    return next((one.because for one in naming), "")


def _names(switch: Switch, id_: str | None) -> bool:
    return switch.default is not None if id_ is None else id_ in {*switch.areas, *switch.questions}


def estimate_lines(fitting: Fitting, staff: int | None) -> Iterator[tuple[str, str]]:
    """Yield what holds for the estimates of all actions: a name, and a sentence or two."""
    basis = f" {sentence(fitting.framework.estimates.basis)}" if fitting.framework.estimates.basis else ""
    said = _size_sentence(fitting, staff)
    if basis and not said:
        said = gettext("Nothing was multiplied for size.")
    if said:
        yield gettext("Size"), f"{said}{basis}"
    if fitting.converted_from is not None:
        rate, theirs = exact_text(fitting.plan.exchange_rate or Fraction(1)), fitting.converted_from
        said = gettext(
            "One {theirs} of the framework's amounts counts as {rate} {ours}.",
            theirs=theirs,
            rate=rate,
            ours=fitting.plan.currency,
        )
        yield gettext("Currency"), said
    yield gettext("Prices"), prices_sentence(fitting)
    if said := bias_sentence(fitting):
        yield gettext("Optimism bias"), said


def estimates_in_short(fitting: Fitting, staff: int | None) -> str:
    """Return what makes estimates other than the framework has them: size and optimism; nothing where they stay."""
    return " ".join(one for one in (_size_sentence(fitting, staff), bias_sentence(fitting)) if one)


def prices_sentence(fitting: Fitting) -> str:
    """Return the year of whose prices all amounts are, and what was done to bring them there."""
    year = fitting.plan.price_year
    if year is None:
        return gettext("Amounts leave out inflation; neither the framework nor the plan names their price year.")
    said = gettext("Amounts are in prices of {year} and leave out later inflation.", year=year)
    if fitting.prices_of is None:
        return said
    more = gettext(
        "Those of the framework, in prices of {theirs}, are multiplied by {factor} for {rate}% a year.",
        theirs=fitting.prices_of,
        factor=decimal_text(fitting.price_factor, 4),
        rate=exact_text(fitting.plan.inflation or Fraction(0)),
    )
    return f"{said} {more}"


def bias_sentence(fitting: Fitting) -> str:
    """Return how much worse all estimates are taken to be than they are written; nothing where they are not."""
    bias = fitting.bias
    if bias is None:
        return ""
    raised = (
        (bias.cost, gettext("costs raised by {rate}%", rate=exact_text(bias.cost))),
        (bias.effort, gettext("staff days raised by {rate}%", rate=exact_text(bias.effort))),
        (bias.duration, gettext("durations raised by {rate}%", rate=exact_text(bias.duration))),
        (bias.benefit, gettext("benefits lowered by {rate}%", rate=exact_text(bias.benefit))),
    )
    parts = [words for rate, words in raised if rate]
    if not parts:
        return ""
    said = gettext("Corrected for optimism: {changes}.", changes=joined(parts))
    return f"{said} {sentence(bias.because)}" if bias.because else said


def _size_sentence(fitting: Fitting, staff: int | None) -> str:
    """Return what the size of the organisation does to all estimates; nothing where they stay as they are."""
    if fitting.size is not None and staff is not None:
        effort, money = exact_text(fitting.size.effort), exact_text(fitting.size.money)
        return gettext(
            "For {staff} staff, days are multiplied by {effort} and amounts by {money}.",
            staff=integer_text(staff),
            effort=effort,
            money=money,
        )
    if fitting.is_size_unknown:
        return gettext("How many people the organisation employs is not given, so nothing was multiplied.")
    return ""


def sizes_lines(framework: Framework) -> Iterator[str]:
    """Yield what a framework says of the estimates of all its actions."""
    estimates = framework.estimates
    if estimates.currency:
        yield f"Amounts are in {estimates.currency}."
    if estimates.price_year:
        yield f"They are in prices of {estimates.price_year}."
    for size in estimates.sizes:
        least = "" if size.staff_at_least is None else f"from {integer_text(size.staff_at_least)} staff"
        most = "" if size.staff_below is None else f"below {integer_text(size.staff_below)} staff"
        ends = " and ".join(end for end in (least, most) if end)
        effort, money = exact_text(size.effort), exact_text(size.money)
        yield f"{capitalised(ends)}, days are multiplied by {effort} and amounts by {money}."
    if estimates.basis:
        yield sentence(estimates.basis)


def effort_text(action: Action, framework: Framework) -> str:
    """Return the days of all teams that work on an action, and how many of them are those of other teams."""
    low, _, high = action.days_of_all
    total = days_range_text(low, high)
    others = [
        gettext(
            "{days} from the team of the {role}",
            days=days_range_text(days.points[0], days.points[2]),
            role=framework.role_name(role),
        )
        for role, days in action.effort_of_others.items()
    ]
    return gettext("{days}, of them {others}", days=total, others=joined(others)) if others else total
