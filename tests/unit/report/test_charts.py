"""Charts: marks where the numbers say, words only in the title."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from readiness.report.charts.plans import Bar, Projection, gantt_row, projection, spend_bar
from readiness.report.charts.risks import Trials, tornado_bar, trials_strip
from readiness.report.charts.scores import (
    Reading,
    Scale,
    Wedge,
    fingerprint,
    gain_bar,
    key_mark,
    scale_bar,
    score_strip,
)

SCALE = Scale(1, 5)
HOSTILE = '<script> & "quotes"'
BAR = Bar(1, 3, "large", critical=True, arrives=True, leaves=(3,), passes=(2,))
CHARTS = {
    "strip": score_strip(Reading(2, 1.5, 3, 4), SCALE, width=45, height=5, title=HOSTILE),
    "empty strip": score_strip(Reading(None), SCALE, width=45, height=5, title=HOSTILE),
    "bar": scale_bar(Reading(2, 1.5, 3, 4), SCALE, later=[3.5], width=100, height=10, title=HOSTILE),
    "gain": gain_bar(0, 0, width=10, height=4, title=HOSTILE),
    "fingerprint": fingerprint([[Wedge(0.5), Wedge(None)], [Wedge(1)]], rings=5, title=HOSTILE),
    "gantt": gantt_row(BAR, quarters=4, years=[0, 4], width=100, height=5, title=HOSTILE),
    "projection": projection(
        Projection([2, 3], [1, 2], [3, 4], 3, 1, 5), marked=[0, 1], years=[0], width=100, height=20, title=HOSTILE
    ),
    "trials": trials_strip(Trials(1, 2, 3, 4, 1), first=1, last=4, width=40, height=5, title=HOSTILE),
    "sure trials": trials_strip(Trials(2, 2, 2, 2), first=2, last=2, width=40, height=5, title=HOSTILE),
    "tornado": tornado_bar(-1, 2, widest=2, width=40, height=5, title=HOSTILE),
    "spend": spend_bar((1, 2, 3), most=4, limit=3.5, width=40, height=4, title=HOSTILE),
}


@pytest.mark.parametrize("svg", CHARTS.values(), ids=CHARTS.keys())
def test_a_chart_is_svg_with_a_title_first_and_no_other_text(svg: str) -> None:
    root = ET.fromstring(svg)  # noqa: S314  made a line above
    tags = [element.tag.rpartition("}")[2] for element in root.iter()]
    assert tags[:2] == ["svg", "title"]
    assert root[0].text == HOSTILE
    assert "text" not in tags
    assert "style" not in svg


@pytest.mark.parametrize(
    "kind", ["score", "range", "target", "gap", "small", "medium", "large", "milestone", "waits", "chain"]
)
def test_every_mark_has_a_key(kind: str) -> None:
    assert "<title>a" in key_mark(kind)


def test_the_dot_stands_at_the_score() -> None:
    svg = score_strip(Reading(3), SCALE, width=45, height=5, title="t")
    assert 'cx="22.5"' in svg  # the middle of a scale from 1 to 5
    assert "f-target" not in svg


def test_a_gap_is_drawn_only_where_the_score_misses_its_target() -> None:
    assert "s-gap" in score_strip(Reading(2, target=3, short=True), SCALE, width=45, height=5, title="t")
    assert "s-gap" not in score_strip(Reading(2, target=3), SCALE, width=45, height=5, title="t")


def test_values_beyond_the_scale_stop_at_its_ends() -> None:
    svg = score_strip(Reading(9), SCALE, width=45, height=5, title="t")
    assert 'cx="42.5"' in svg


def test_a_wedge_is_as_long_as_its_score() -> None:
    radii = [
        max(map(float, re.findall(r"A([\d.]+) ", fingerprint([[Wedge(s)]], rings=5, title="t")))) for s in (0.5, 1)
    ]
    assert radii == [39, 63]  # from the hub at 15 to the rim at 63


def test_a_plan_without_spend_draws_no_bar() -> None:
    assert "f-level-3" not in spend_bar((0, 0, 0), most=0, limit=None, width=40, height=4, title="t")
