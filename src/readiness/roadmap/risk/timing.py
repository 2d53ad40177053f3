"""When actions end whose durations are drawn.

Time is counted in weeks from the start of the plan, thirteen to a quarter. An action starts with the quarter that the
plan gives it, or as soon as all that it waits for has ended, whichever is later; never earlier. So what a quarter
leaves over takes up a delay before anything else is late.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import NamedTuple

import numpy as np

from readiness.roadmap.plan import Roadmap
from readiness.roadmap.quarters import WEEKS_A_QUARTER
from readiness.roadmap.risk.chance import Flags, Floats

__all__ = ["Network", "Times", "deciding", "ever_last", "finish_with", "network_of", "timed"]


class Network(NamedTuple):
    """Who waits for whom. Actions are known by their places in the roadmap; what is waited for comes first there."""

    release: Sequence[float]
    """The week before which each action does not start."""
    before: Sequence[Sequence[int]]
    """What each action waits for."""


class Times(NamedTuple):
    """Weeks for each action: a number for each draw, or one for all."""

    starts: Sequence[Floats]
    ends: Sequence[Floats]
    finish: Floats
    """When the last action ends."""


def network_of(roadmap: Roadmap) -> Network:
    """Return who waits for whom in a roadmap."""
    place = {one.action.id: index for index, one in enumerate(roadmap.actions)}
    return Network(
        [float(one.start * WEEKS_A_QUARTER) for one in roadmap.actions],
        [[place[id_] for id_ in one.after] for one in roadmap.actions],
    )


def timed(network: Network, durations: Sequence[Floats]) -> Times:
    """Return when actions start and end that take so many weeks."""
    starts: list[Floats] = []
    ends: list[Floats] = []
    for release, before, takes in zip(network.release, network.before, durations, strict=True):
        starts.append(_start(release, [ends[one] for one in before]))
        ends.append(starts[-1] + takes)
    return Times(starts, ends, reduce(np.maximum, ends))


def _start(release: float, ends: Sequence[Floats]) -> Floats:
    return reduce(np.maximum, ends, np.array([release]))


def deciding(network: Network, times: Times) -> list[Flags]:
    """Return for each action the draws whose finish hangs on it: it ends last, or what does starts when it ends."""
    hangs = [end == times.finish for end in times.ends]
    for later in reversed(range(len(hangs))):
        for earlier in network.before[later]:
            hangs[earlier] = hangs[earlier] | (hangs[later] & (times.starts[later] == times.ends[earlier]))
    return hangs


def ever_last(times: Times) -> frozenset[int]:
    """Return the actions that end late enough to be the last in some draw."""
    first = times.finish.min()
    return frozenset(place for place, end in enumerate(times.ends) if end.max() >= first)


def finish_with(
    network: Network, durations: Sequence[Floats], times: Times, last: frozenset[int], *, place: int, weeks: float
) -> Floats:
    """Return when the last action would end if the action in one place took so many weeks in all draws."""
    moved: dict[int, Floats] = {place: times.starts[place] + weeks}
    for later in range(place + 1, len(durations)):
        before = network.before[later]
        if not moved.keys().isdisjoint(before):
            start = _start(network.release[later], [moved.get(one, times.ends[one]) for one in before])
            moved[later] = start + durations[later]
    others = (times.ends[one] for one in last - moved.keys())
    return reduce(np.maximum, [*moved.values(), *others])
