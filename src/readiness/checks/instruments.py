"""The list of a public instrument hangs together, and frameworks name only what is on it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from readiness.checks.finding import Finding
from readiness.checks.outline import unknown

if TYPE_CHECKING:
    from readiness.diagnostics import Path
    from readiness.model.instrument import Instrument

__all__ = ["check_instrument", "check_listed"]


def check_instrument(instrument: Instrument) -> Iterator[Finding]:
    """Find items within others that are not listed, or within themselves."""
    known: dict[str, Path] = {id_: ("items", id_) for id_ in instrument.items}
    for id_, item in instrument.items.items():
        path = ("items", id_, "within")
        if item.within is None:
            continue
        if item.within not in known:
            message = f"`{id_}` lies within `{item.within}`, which is not listed"
            yield unknown("RF121", path, message, name=item.within, known=known)
        elif item.within == id_ or any(instrument.items[one].within == id_ for one in instrument.above(id_)):
            yield Finding("RF121", path, f"`{id_}` lies within itself", help="name the item that holds it, or none")


def check_listed(instrument: Instrument, items: Collection[str], path: Path) -> Iterator[Finding]:
    """Find identifiers that the list of an instrument does not have.

    Args:
        instrument: The instrument that a source of a framework stands for.
        items: The identifiers that the source lists.
        path: Where in the framework they stand.
    """
    known: dict[str, Path] = dict.fromkeys(instrument.items, ("includes",))  # their places are in another file
    for item in items:
        if item not in instrument.items:
            message = f"{instrument.title} lists no item {item}"
            yield unknown("RF122", (*path, item), message, name=item, known=known, at_key=True)
