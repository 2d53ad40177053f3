"""The band that a score lies in."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.builders import Plain, a_framework, a_question, an_area, read_framework
from tests.unit.scoring.sheet import a_sheet

EDGES = {"ratio": (Decimal("0.25"), Decimal("0.5")), "score": (2, 3), "points": (1, 2)}


def bands(of: str, inclusive: str) -> Plain:
    first, second = EDGES[of]
    ranges: list[Plain] = [{"name": "low", "to": first}, {"name": "middle", "from": first, "to": second}]
    return {"of": of, "inclusive": inclusive, "ranges": [*ranges, {"name": "high", "from": second}]}


def band_at(level: int | None, written: Plain, **keys: Any) -> str | None:  # noqa: ANN401  any key of an area
    area = an_area("area", [a_question("q")], bands=written, scoring={"rollup": "sum"}, **keys)
    found = a_sheet(a_framework(areas=[area]), {} if level is None else {"q": level})["area"].band
    return found.name if found else None


@pytest.mark.parametrize("of", EDGES)
@pytest.mark.parametrize(
    ("inclusive", "names"),
    [("lower", ["low", "middle", "high", "high", "high"]), ("upper", ["low", "low", "middle", "high", "high"])],
)
def test_an_edge_belongs_to_the_band_that_the_framework_says(of: str, inclusive: str, names: list[str]) -> None:
    assert [band_at(level, bands(of, inclusive)) for level in range(1, 6)] == names


def test_the_ends_belong_to_the_first_and_the_last_band() -> None:
    closed = bands("ratio", "upper")
    closed["ranges"][0]["from"], closed["ranges"][2]["to"] = 0, 1
    assert (band_at(1, closed), band_at(5, closed)) == ("low", "high")
    assert band_at(5, closed | {"inclusive": "lower"}) == "high"


def test_one_band_holds_everything() -> None:
    assert band_at(3, {"ranges": [{"name": "any"}]}) == "any"


def test_a_cap_counts_before_the_band_is_found() -> None:
    gate = {"when": {"question": "q", "at-least": 4}, "cap-at-level": 1, "because": "Reason."}
    assert band_at(5, bands("points", "lower"), gates=[gate]) == "low"


def test_what_has_no_score_has_no_band() -> None:
    keys = {"rollup": "sum", "unanswered": "block"}
    area = an_area("area", [a_question("q")], bands=bands("score", "lower"), scoring=keys)
    assert a_sheet(a_framework(areas=[area]))["area"].band is None


def test_the_whole_can_have_bands_and_an_included_framework_keeps_its_own() -> None:
    part = read_framework(a_framework(bands=bands("score", "upper")))
    whole = read_framework(
        a_framework(dimensions=0, id="whole", includes=[{"framework": "sample"}], targets=None),
        a_framework(bands=bands("score", "upper")),
    )
    assert whole.bands is None
    assert whole.bands_of("sample") == part.bands == part.bands_of("sample")
