"""A palette of two hues."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from readiness.colours.contrast import contrast
from readiness.colours.palette import DEFAULT, NEEDED, nearest, palette_of
from readiness.colours.perceived import apart, as_hexadecimal, perceived

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06X}".format)


def test_our_two_hues_give_our_palette() -> None:
    assert palette_of() == DEFAULT


@settings(max_examples=25, deadline=None)
@given(COLOURS, COLOURS)
def test_where_two_hues_can_be_read_so_can_everything_made_of_them(main: str, accent: str) -> None:
    assume(min(contrast(main, "#FFFFFF"), contrast(accent, "#FFFFFF")) >= 4.95)
    palette = palette_of(main, accent)
    pale = {one.what: contrast(palette[one.front], palette[one.back]) for one in NEEDED}
    assert {what: found for what, found in pale.items() if found < 3} == {}
    assert [one.what for one in NEEDED if pale[one.what] < one.least] == []
    dark = [one for one in NEEDED if not one.back.startswith(("cover", "level"))]
    assert [one.what for one in dark if contrast(palette.dark[one.front], palette.dark[one.back]) < one.least] == []


@settings(max_examples=25, deadline=None)
@given(COLOURS)
def test_higher_levels_are_darker_in_every_palette(main: str) -> None:
    assume(contrast(main, "#FFFFFF") >= 4.95)
    palette = palette_of(main)
    steps = [contrast(palette[f"level-{level}"], "#FFFFFF") for level in range(1, 6)]
    assert steps == sorted(steps)
    assert all(later > 1.15 * earlier for earlier, later in pairwise(steps))


def test_the_two_colours_themselves_are_as_they_were_chosen() -> None:
    palette = palette_of("#7a1f3d", "#1F6F78")
    assert (palette["blue"], palette["target"]) == ("#7A1F3D", "#1F6F78")


def test_a_black_and_a_grey_make_a_palette_too() -> None:
    palette = palette_of("#000000", "#595959")
    assert palette["level-2"] == palette["level-2"][:3] + palette["level-2"][1:3] * 2, "a grey"


@settings(max_examples=50, deadline=None)
@given(COLOURS)
def test_a_colour_comes_back_from_how_it_is_seen(colour: str) -> None:
    assert apart(as_hexadecimal(perceived(colour)), colour) < 0.006


def test_the_nearest_colour_that_will_do_only_just_does() -> None:
    found = nearest("#E86A10", ["#FFFFFF", "#F3F6F8"], 4.5)
    assert 4.5 <= contrast(found, "#F3F6F8") < 4.6
    assert abs(perceived(found).hue - perceived("#E86A10").hue) < 0.06


def test_a_colour_that_stands_out_already_stays() -> None:
    assert apart(nearest("#0E4A73", ["#FFFFFF"], 4.5), "#0E4A73") < 0.01
