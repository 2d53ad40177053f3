"""The register as an iCalendar file (RFC 5545): one all-day event for each action, from its start to its finish."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, time, timedelta

from readiness.report.register.lines import Register, RegisterLine
from readiness.report.register.sentences import described
from readiness.report.wording import gettext

__all__ = ["register_calendar"]


def register_calendar(register: Register) -> bytes:
    """Return the calendar; the same bytes for the same register.

    An action keeps its UID as long as framework, organisation and id stay, so that a newer file moves it. Events, not
    to-dos: calendars that are read on the web leave those out. They do not make anybody look busy.
    """
    from icalendar import Calendar, Event, vText

    calendar = Calendar()
    calendar.add("prodid", f"-//readiness//readiness {register.version}//EN")
    calendar.add("version", "2.0")
    name = gettext("Roadmap of {organisation}", organisation=register.organisation)
    calendar.add("name", vText(name))  # RFC 7986
    calendar.add("x-wr-calname", vText(name))  # what programs older than that read
    for line in register.lines:
        event = Event()
        event.add("uid", _uid(register, line))
        event.add("dtstamp", datetime.combine(register.assessed_on, time(), UTC))
        event.add("dtstart", line.start)
        event.add("dtend", line.finish + timedelta(days=1))  # the first day on which it is over
        event.add("summary", f"{line.number} {line.title}")
        event.add("description", described(register, line))
        event.add("categories", [line.area])
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content


def _uid(register: Register, line: RegisterLine) -> str:
    whose = f"{register.framework_id}\n{register.organisation}\n{line.id}"
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"readiness:action:{whose}"))
