"""The worked example of docs/money.md, reckoned again from what the page prints, and by the tool."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from itertools import accumulate
from pathlib import Path

import pytest
import yaml

from readiness.roadmap.money import Appraisal
from readiness.roadmap.ranges import Range3
from readiness.workflows import assess

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "money.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"Save this as `([^`]+)`:\n\n```yaml\n(.*?)```", PAGE, re.DOTALL))
ACTION = yaml.safe_load(FILES["counter.yaml"])["actions"][0]
PLAN = yaml.safe_load(FILES["library.yaml"])["plan"]
SIDES = ("low", "likely", "high")


def table(first: str) -> dict[str, list[Decimal | None]]:
    """Return the rows of the table whose first heading this is: numbers by the name of their row; None for a gap."""
    lines = PAGE[PAGE.index(f"\n| {first}") + 1 :].splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2 : lines.index("")]]
    return {name: [_number(cell) for cell in cells] for name, *cells in rows}


def _number(cell: str) -> Decimal | None:
    return Decimal(cell.replace(",", "").replace("−", "-")) if cell else None


def amount(key: str, side: str) -> Decimal:
    """Return a point of an estimate of the action; likely where there is no other."""
    return Decimal(ACTION[key].get(side, ACTION[key]["likely"]))


YEARS = table("year |")
VALUES = table("| low")


@pytest.fixture(scope="module")
def money(tmp_path_factory: pytest.TempPathFactory) -> Appraisal:
    """Return what the tool makes of the two files."""
    folder = tmp_path_factory.mktemp("reader")
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    roadmap = assess(str(folder / "library.yaml")).roadmap
    assert roadmap is not None
    return roadmap.money


@pytest.mark.parametrize("year", [0, 1, 2])
def test_each_year_is_reckoned_from_the_estimates(year: int) -> None:
    row = YEARS[str(2027 + year)]
    half = Decimal("0.5") if year == 0 else Decimal(1)
    one_off = amount("cost", "likely") if year == 0 else Decimal(0)
    days = amount("effort-days", "likely") * PLAN["day-rate"] if year == 0 else Decimal(0)
    running, saved = (half * amount(key, "likely") for key in ("running-cost-a-year", "benefit-a-year"))
    net = saved - one_off - running
    factor = (1 / Decimal("1.035") ** year).quantize(Decimal("0.0001"), ROUND_HALF_UP)
    assert row == [one_off, running, saved, net, days, factor, net * factor, (net - days) * factor]


def test_the_years_add_up() -> None:
    columns = [*zip(*(YEARS[str(year)] for year in (2027, 2028, 2029)), strict=True)]
    sums = [sum(one for one in column if one is not None) for column in columns]
    assert YEARS["all years"] == [*sums[:5], None, *sums[6:]]  # factors are not added


@pytest.mark.parametrize(("column", "side"), tuple(enumerate(SIDES)))
def test_present_values_are_reckoned_from_the_estimates(column: int, side: str) -> None:
    factors = [YEARS[str(2027 + year)][5] or Decimal(0) for year in range(3)]
    years_after = Decimal("0.5") * factors[0] + factors[1] + factors[2]
    saved, spent, days = (
        amount("benefit-a-year", side) * years_after,
        amount("cost", side) + amount("running-cost-a-year", side) * years_after,
        amount("effort-days", side) * PLAN["day-rate"],
    )
    rows = ("present value of savings", "present value of outside spend", "staff time")
    assert [VALUES[row][column] for row in rows] == [saved, spent, days]


@pytest.mark.parametrize(("column", "other"), [(0, 2), (1, 1), (2, 0)])
def test_net_values_set_low_savings_against_high_costs(column: int, other: int) -> None:
    saved, spent, days, cash, both = VALUES.values()
    assert cash[column] == (saved[column] or 0) - (spent[other] or 0)
    assert both[column] == (cash[column] or 0) - (days[other] or 0)


def test_payback_is_where_the_quarters_have_made_good_the_costs() -> None:
    quarters = [-12_000, -12_000, *[4250] * 10]
    with_days = [one - (6000 if quarter < 2 else 0) for quarter, one in enumerate(quarters)]
    found = [next(q for q, sum_ in enumerate(accumulate(flow)) if sum_ >= 0) for flow in (quarters, with_days)]
    assert found == [7, 10]  # counted from the first quarter of 2027
    assert "the fourth quarter of 2028" in PAGE
    assert "the third quarter of 2029" in PAGE


def test_the_tool_says_what_the_page_says(money: Appraisal) -> None:
    def printed(row: str) -> list[Decimal | None]:
        return VALUES[row]

    def exact(points: Range3) -> list[Decimal]:
        return [Decimal(one.numerator) / Decimal(one.denominator) for one in points]

    value = money.value
    assert exact(value.benefit) == printed("present value of savings")
    assert exact(value.spend) == printed("present value of outside spend")
    assert exact(value.effort) == printed("staff time")
    assert exact(value.cash.net) == printed("net present value in cash")
    assert exact(value.economic.net) == printed("net present value with staff time")
    assert (money.cash_payback, money.economic_payback) == (7, 10)
    assert [str(round(float(one.ratio[1] or 0), 2)) for one in (value.cash, value.economic)] == ["1.54", "1.11"]
