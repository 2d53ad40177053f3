"""Contrast, by the definition of WCAG 2.2."""

from __future__ import annotations

import pytest

from readiness.colours.contrast import contrast, luminance


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#777777", "#FFFFFF", 4.48),  # the grey that just fails, in every tutorial
        ("#767676", "#FFFFFF", 4.54),  # and the one that just passes
        ("#FF0000", "#FFFFFF", 4.0),
        ("#0000FF", "#ffffff", 8.59),
    ],
)
def test_contrast_is_that_of_the_guidelines_either_way_round(one: str, other: str, expected: float) -> None:
    assert contrast(one, other) == pytest.approx(expected, abs=0.006)
    assert contrast(other, one) == contrast(one, other)


def test_green_gives_most_of_the_light() -> None:
    assert [luminance(colour) for colour in ("#FF0000", "#00FF00", "#0000FF")] == [0.2126, 0.7152, 0.0722]
