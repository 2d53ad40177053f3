"""What a hidden sheet remembers was written by us, or it is refused: no number that no machine could write out."""

from __future__ import annotations

from decimal import Decimal

import pytest

from readiness.loading.returned.workbook.baseline import remembered, without_loss


def test_what_is_remembered_comes_back() -> None:
    said = {"value": Decimal("12.50"), "note": "a_b", "level": 3}
    assert remembered(tuple(without_loss(said))) == said


@pytest.mark.parametrize(
    "cell", [f'{{"decimal": "1e{"9" * 30}"}}', '{"decimal": "1e999999999"}', "1e999999999", "NaN", '{"decimal": []}']
)
def test_a_number_without_bound_is_refused(cell: str) -> None:
    with pytest.raises(ValueError, match=r"too long|NaN"):
        remembered((cell,))
