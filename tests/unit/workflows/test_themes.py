"""Themes that a report carries: whoever made it may mean harm."""

from __future__ import annotations

import pytest

from readiness.errors import ReadinessError
from readiness.report.look import OURS
from readiness.workflows.themes import carried_look, theme_names

THEME = b"readiness: theme/1\ntitle: A\nlogo: {file: a.svg, alt: Arms}\n"


def test_a_report_without_a_theme_looks_as_ours_do() -> None:
    assert carried_look({"assessment.yaml": b""}) == OURS
    assert theme_names({"readiness-logo.png": b""}) == set(), "a logo without a theme belongs to nothing"


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"readiness-theme.yaml": b"readiness: theme/1\n"}, "cannot be used"),
        ({"readiness-theme.yaml": b"\xff"}, "cannot be used"),
        ({"readiness-theme.yaml": THEME, "readiness-logo.svg": b"<svg><script/></svg>"}, "the logo that the report"),
    ],
)
def test_a_theme_that_no_report_could_have_is_refused(files: dict[str, bytes], said: str) -> None:
    with pytest.raises(ReadinessError, match=said):
        carried_look(files)
