"""One action in a few lines of text, for calendars and trackers."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from readiness.report.numbers import days_range_text, money_range_text
from readiness.report.register.lines import Register, RegisterLine

__all__ = ["described"]


def described(register: Register, line: RegisterLine, escaped: Callable[[str], str] = str) -> str:
    """Return what is to be known of an action.

    Args:
        register: Where it stands.
        line: The action.
        escaped: Makes the text of authors plain text in the markup of a program.
    """
    titles = {one.number: f"{one.number} {one.title}" for one in register.lines}
    facts: Mapping[str, str] = {
        "Why": line.why,
        "Delivers": line.delivers,
        "Owner": line.owner,
        "When": f"{line.start.isoformat()} to {line.finish.isoformat()}",
        "Cost": money_range_text(line.cost[0], line.cost[2], register.currency),
        "Staff time": days_range_text(line.days[0], line.days[2]),
        "Lifts": "; ".join(line.lifts),
        "Waits for": "; ".join(titles[number] for number in line.waits_for),
        "Funding": ", ".join(line.funding),
        "Id": line.id,
    }
    return "\n".join(f"{name}: {escaped(text)}" for name, text in facts.items() if text)
