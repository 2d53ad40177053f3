"""Where an interview goes next."""

from __future__ import annotations

from dataclasses import replace

from readiness.errors import nearest
from readiness.interview.details import FACTS
from readiness.interview.events import AskedAgain, Event, Hidden, Moved, Refused
from readiness.interview.state import CHECK, Kind, Spot, State

__all__ = ["Outcome", "back", "go_on", "go_to"]

Outcome = tuple[State, tuple[Event, ...]]
"""The state that follows, and what there is to say."""


def go_on(state: State) -> Outcome:
    """Return the state at what is asked next.

    That is the next open question, those before this one last; then what was skipped; then the check of all. In a
    review it is the next question, answered or not.
    """
    following = _following(state)
    if following is not None:
        return replace(state, at=following), (Moved(),)
    if state.skipped and not state.is_second_round:
        again = tuple(spot for spot in state.skipped if spot in state.route and state.is_open(spot))
        if again:
            changed = replace(state, at=again[0], skipped=(), is_second_round=True)
            return changed, (AskedAgain(len(again)), Moved())
    return replace(state, at=CHECK), (Moved(),)


def _following(state: State) -> Spot | None:
    """Return what is asked next in the round that goes on, or None at its end."""
    wanted = set(state.route if state.setting.reviews else state.open)
    after, before = _parted(state)
    found = next((spot for spot in after if spot in wanted), None)
    return found or next((spot for spot in before if spot in state.open), None)


def _parted(state: State) -> tuple[tuple[Spot, ...], tuple[Spot, ...]]:
    """Return what is asked after the present spot, and what before it; a hidden one lies where the framework has it."""
    if state.at == CHECK:
        return (), state.route
    order = state.setting.order
    here = order[state.at]
    after = tuple(spot for spot in state.route if order[spot] > here)
    return after, tuple(spot for spot in state.route if order[spot] < here)


def back(state: State) -> Outcome:
    """Return the state at what is asked before the present spot."""
    before = _parted(state)[1]
    if not before:
        return state, (Refused("this is the first question", "Enter goes on"),)
    return replace(state, at=before[-1]), (Moved(),)


def go_to(state: State, name: str) -> Outcome:
    """Return the state at something that is named: a question, an area, or a thing about the organisation."""
    spot = _named(state, name)
    if spot is None:
        return state, (_unknown(state, name),)
    if spot.kind is Kind.QUESTION and spot.id not in state.asked:
        return state, (Hidden(spot.id),)
    return replace(state, at=spot), (Moved(),)


def _named(state: State, name: str) -> Spot | None:
    for key in (name, f"{FACTS}{name}"):
        if key in state.framework.question:
            return Spot(Kind.QUESTION, key)
        if key in state.setting.details:
            return Spot(Kind.DETAIL, key)
    if name == "check":
        return CHECK
    inside = [id_ for id_, (_, above) in state.framework.placed.items() if name in {area.id for area in above}]
    asked = [id_ for id_ in inside if id_ in state.asked]
    like = [id_ for id_ in state.asked if name and name.casefold() in id_.casefold()]
    only = asked[:1] or inside[:1] or (like if len(like) == 1 else [])
    return Spot(Kind.QUESTION, only[0]) if only else None


def _unknown(state: State, name: str) -> Refused:
    like = [id_ for id_ in state.asked if name and name.casefold() in id_.casefold()]
    if like:
        return Refused(f"{len(like)} questions have {name!r} in their id", ", ".join(like[:6]))
    close = nearest(name, state.framework.question)
    return Refused(f"there is no question {name!r}", f"did you mean {close}?" if close else "list all shows the ids")
