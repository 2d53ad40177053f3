"""The plan beside other ways to plan within the same limits, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from readiness.report.numbers import money_text
from readiness.report.view.context import Context
from readiness.report.wording import gettext
from readiness.roadmap.plan import Reached, Roadmap, Way

__all__ = ["ways"]


def ways(context: Context, roadmap: Roadmap) -> tuple[str, ...]:
    """Return what a spreadsheet would reach with the same limits, what the plan does, and what none can exceed."""
    found = {one.way: one for one in roadmap.compared}
    if not found:
        return ()
    return tuple(_sentences(context, roadmap, found))


def _sentences(context: Context, roadmap: Roadmap, found: dict[Way, Reached]) -> Iterator[str]:
    *_, this = (one for way, one in found.items() if way is not Way.CEILING)
    sheet, ceiling = found.get(Way.SPREADSHEET), found.get(Way.CEILING)
    if sheet is not None:
        yield gettext(
            "Up to the targets, this plan changes the score by {rise} (gates cleared: {gates}). Ranking each action by "
            "gain per cost in a spreadsheet, within the same limits, would bring {other} (gates cleared: {fewer}).",
            rise=context.gain(this.rise),
            gates=this.gates,
            other=context.gain(sheet.rise),
            fewer=sheet.gates,
        )
        if this.cost is not None and sheet.cost is not None:
            yield gettext(
                "Likely one-off cost: {cost} here, {other} there.",
                cost=money_text(this.cost, roadmap.currency),
                other=money_text(sheet.cost, roadmap.currency),
            )
    if ceiling is not None:
        yield gettext(
            "Proved: no plan that clears as many gates, as early and for the same price, brings more than {rise}.",
            rise=context.gain(ceiling.rise),
        )
