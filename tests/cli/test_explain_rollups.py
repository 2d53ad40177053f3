"""`readiness explain` for every way to combine parts."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest

from readiness.scoring.rollup import ROLLUPS
from tests.builders import Plain, a_framework, a_question, an_area, an_assessment, write
from tests.cli.conftest import Readiness

SAID = {
    "mean": "share = weight / 3",
    "sum": "share = weight × most points / 12",
    "min": "the lowest part alone decides",
    "max": "the highest part alone decides",
    "gmean": "the root of the product of the ratios, by weight; a ratio below 0.1 counts as 0.1",
    "hmean": "share = weight / ratio, over the sum of that for all parts; a ratio below 0.1 counts as 0.1",
    "share": "share = weight / 3; a part at 3 or above is satisfied",
    "ladder": "rung 2 of 3 is reached; a part at 3 or above is satisfied; rung 2 is empty and is reached",
    "stack": "share = 1 / 2; parts count in order, up to the first below 5",
    "deduct": "share = weight / 3; the base is 2",
}
OPTIONS: dict[str, Plain] = {
    "gmean": {"floor": 0.1},
    "hmean": {"floor": 0.1},
    "share": {"satisfied-at": 0.5},
    "ladder": {"satisfied-at": 0.5},
    "deduct": {"base": 2},
}


def explained(readiness: Readiness, folder: Path, rollup: str, id_: str = "d1") -> str:
    """Return the explanation of an area with one part at 3, weight 1, and one at 2, weight 2."""
    rungs = (1, 3) if rollup == "ladder" else (None, None)
    parts = [a_question("a", rung=rungs[0]), a_question("b", weight=2, rung=rungs[1])]
    area = an_area("d1", parts, scoring={"rollup": rollup, **OPTIONS.get(rollup, {})})
    write(a_framework(areas=[area]), folder)
    return readiness("explain", write(an_assessment({"a": 3, "b": 2}), folder), id_).out


def test_every_rollup_is_explained() -> None:
    assert list(SAID) == list(ROLLUPS)


@pytest.mark.parametrize("rollup", ROLLUPS)
def test_the_formula_has_its_numbers(readiness: Readiness, tmp_path: Path, rollup: str) -> None:
    out = " ".join(explained(readiness, tmp_path, rollup).split())
    assert f"Roll-up {rollup}: {SAID[rollup]}" in out


@pytest.mark.parametrize("rollup", ROLLUPS)
def test_the_printed_parts_add_up(readiness: Readiness, tmp_path: Path, rollup: str) -> None:
    out = explained(readiness, tmp_path, rollup)
    rows = [re.split(r"  +", line.strip()) for line in out.splitlines() if re.match(r"  \S", line)]
    first, second, whole = (
        [Fraction(cell) for cell in row[-3:]] for row in rows if row[0] in {"Topic of a", "Topic of b", "all"}
    )
    assert [a + b for a, b in zip(first, second, strict=True)] == whole
    assert first[1] + first[2] == pytest.approx(first[0] * 4, abs=1e-5)


def test_what_a_part_adds_to_the_whole_is_said_only_where_it_can_be(readiness: Readiness, tmp_path: Path) -> None:
    words = "depends on the other parts"
    assert words not in explained(readiness, tmp_path, "mean", "a")
    assert words in explained(readiness, tmp_path, "ladder", "b")


def test_a_ladder_shows_rungs_in_place_of_weights(readiness: Readiness, tmp_path: Path) -> None:
    out = explained(readiness, tmp_path, "ladder")
    assert re.search(r"part +score +rung +share", out)
    assert re.search(r"Topic of b +2 +3 ", out)


def test_a_score_below_the_scale_says_so(readiness: Readiness, tmp_path: Path) -> None:
    area = an_area("d1", [a_question("a", weight=6)], scoring={"rollup": "deduct", "base": 2})
    write(a_framework(areas=[area]), tmp_path)
    out = readiness("explain", write(an_assessment({"a": 1}), tmp_path), "d1").out
    assert "Score: 1 + -8 = -7, which is below the lowest level, 1" in out


def test_a_stack_says_that_a_part_below_the_scale_counts_as_its_lowest(readiness: Readiness, tmp_path: Path) -> None:
    # the inner area is at 1 - 6 x 4 / 2 = -11, and the stack at 1 + (0 + 0) / 2
    inner = an_area("inner", [a_question("a", weight=6)], scoring={"rollup": "deduct", "base": 2})
    area = an_area("d1", [a_question("b")], areas=[inner], scoring={"rollup": "stack"})
    write(a_framework(areas=[area]), tmp_path)
    out = readiness("explain", write(an_assessment({"a": 1, "b": 5}), tmp_path), "d1").out
    assert "up to the first below 5; a score below 1 counts as 1" in " ".join(out.split())
    assert "Score: 1 + 0 = 1" in out


def test_a_long_root_is_cut_and_marked(readiness: Readiness, tmp_path: Path) -> None:
    assert "0.353553390593…" not in explained(readiness, tmp_path, "mean")
    assert "…, level 2" in explained(readiness, tmp_path, "gmean")


def test_a_band_is_named_with_its_edges(readiness: Readiness, tmp_path: Path) -> None:
    ranges = [{"name": "Low", "to": 2}, {"name": "Middle", "from": 2, "to": 4}, {"name": "High", "from": 4}]
    framework = a_framework(bands={"of": "score", "inclusive": "upper", "ranges": ranges})
    write(framework, tmp_path)
    for level, said in ((2, "Low (score ≤ 2)"), (3, "Middle (2 < score ≤ 4)"), (5, "High (4 < score)")):
        path = write(an_assessment(dict.fromkeys(("d1-q1", "d1-q2", "d2-q1", "d2-q2"), level)), tmp_path)
        assert f"\nBand: {said}\n" in readiness("explain", path).out
        assert f"\n  band       {said.split()[0]}\n" in readiness("assess", path).out


def test_an_adjustment_says_what_it_changes(readiness: Readiness, tmp_path: Path) -> None:
    rules = [
        {"multiply": 0.5, "because": "Half of it was tested."},
        {"of": "score", "add": 0, "because": "A formality."},
        {"when": {"question": "b", "at-least": 3}, "add": 1, "because": "Late, and still."},
    ]
    area = an_area("d1", [a_question("a"), a_question("b")], adjust=rules)
    write(a_framework(areas=[area], scoring={"rollup": "mean", "unanswered": "exclude"}), tmp_path)
    path = write(an_assessment({"a": 5}), tmp_path)
    out = readiness("explain", path, "d1").out
    assert "Score before adjustments: 1 + 4 = 5" in out
    assert "Adjustment of the points: 1 × 0.5 = 0.5; 1 + 4 × 0.5 / 1 = 3. Half of it was\n  tested." in out
    assert "Adjustment of the score: 3 + 0 = 3. A formality." in out
    assert "An adjustment may apply once an answer is known (Topic of b stands at level 3 or" in out
    assert "Score after adjustments: 3" in out
    assert "before adjustments" in readiness("explain", path, "a").out


def test_several_empty_rungs_are_listed_in_a_sentence(readiness: Readiness, tmp_path: Path) -> None:
    parts = [a_question("a", rung=2), a_question("b", rung=4)]
    write(a_framework(areas=[an_area("d1", parts, scoring={"rollup": "ladder"})]), tmp_path)
    out = readiness("explain", write(an_assessment({"a": 3, "b": 2}), tmp_path), "d1").out
    assert "rungs 1 and 3 are empty and are reached with one below them" in " ".join(out.split())
