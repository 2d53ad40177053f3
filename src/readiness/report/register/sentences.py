"""One action in a few lines of text, for calendars and trackers."""

from __future__ import annotations

from collections.abc import Callable

from readiness.report.numbers import days_range_text, money_range_text
from readiness.report.register.lines import Register, RegisterLine
from readiness.report.wording import gettext

__all__ = ["described"]


def described(register: Register, line: RegisterLine, escaped: Callable[[str], str] = str) -> str:
    """Return what is to be known of an action.

    Args:
        register: Where it stands.
        line: The action.
        escaped: Makes the text of authors plain text in the markup of a program.
    """
    titles = {one.number: f"{one.number} {one.title}" for one in register.lines}
    facts = (
        (gettext("Why"), line.why),
        (gettext("Delivers"), line.delivers),
        (gettext("Owner"), line.owner),
        (gettext("When"), gettext("{low} to {high}", low=line.start.isoformat(), high=line.finish.isoformat())),
        (gettext("Cost"), money_range_text(line.cost[0], line.cost[2], register.currency)),
        (gettext("Staff time"), days_range_text(line.days[0], line.days[2])),
        (gettext("Lifts"), "; ".join(line.lifts)),
        (gettext("Waits for"), "; ".join(titles[number] for number in line.waits_for)),
        (gettext("Funding"), ", ".join(line.funding)),
        (gettext("Id"), line.id),
    )
    return "\n".join(f"{name}: {escaped(text)}" for name, text in facts if text)
