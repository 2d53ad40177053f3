"""What a plan is worth, on a terminal and as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.builders import a_framework, a_question, an_action, an_area, an_assessment, write
from tests.cli.conftest import Readiness

SAVES: dict[str, Any] = {"benefit_a_year": {"low": 500, "likely": 1500, "high": 2500}}


@pytest.fixture
def plan(tmp_path: Path) -> Any:  # noqa: ANN401
    """Return a function that writes an assessment with a plan of one action, and returns its path."""

    def made(*, saves: dict[str, Any], **settings: object) -> Path:
        action = an_action("do", {"q": 3}, cost={"low": 1000, "likely": 2000, "high": 4000}, **saves)
        areas = [an_area("d1", [a_question("q")])]
        write(a_framework(areas=areas, actions=[action], estimates={"price-year": 2026}), tmp_path)
        limits = {"starts": "2027-01-01", "quarters": 4, "appraisal-years": 2, "day-rate": 100}
        named = {name.replace("_", "-"): value for name, value in settings.items()}
        return write(an_assessment({"q": 1}, plan=limits | named), tmp_path)

    return made


def test_a_plan_says_what_it_is_worth_and_on_what_terms(readiness: Readiness, plan: Any) -> None:  # noqa: ANN401
    ran = readiness("plan", plan(saves=SAVES, optimism_bias={"effort": 0}))
    assert ran.code == 0
    assert (
        """
Value for money, over 2 years at 3.5% a year
  Likely present values: savings £2,574, outside spend £2,000, staff time
    £1,000.
  Net in cash: £574 (−£3,142 to £3,291), benefit-cost ratio 1.29, paid back by
    Q3 2028.
  Net with staff time: −£426 (−£4,142 to £2,291), benefit-cost ratio 0.86, not
    paid back.
  Amounts are in prices of 2026 and leave out later inflation.

"""
        in ran.out
    )


def test_a_plan_that_costs_nothing_has_no_ratio_in_cash(readiness: Readiness, plan: Any) -> None:  # noqa: ANN401
    path = plan(saves=SAVES)
    framework = path.parent / "sample.yaml"
    text = framework.read_text(encoding="utf-8")
    for amount in ("low: 1000", "likely: 2000", "high: 4000"):
        text = text.replace(amount, f"{amount.partition(':')[0]}: 0")
    framework.write_text(text, encoding="utf-8")
    out = readiness("plan", path).out
    assert "  Net in cash: £2,574 (£858 to £4,291), paid back by Q1 2027.\n" in out


@pytest.mark.parametrize(
    ("saves", "said"),
    [
        (SAVES, "Net present value over 2 years: £574 in cash, −£426 with staff time."),
        ({}, "Present value of the spend over 2 years: £2,000; the plan counts on no savings in cash."),
    ],
)
def test_the_summary_has_one_sentence_of_it(
    readiness: Readiness,
    plan: Any,  # noqa: ANN401
    saves: dict[str, Any],
    said: str,
) -> None:
    assert said in " ".join(readiness("assess", plan(saves=saves)).out.split())


@pytest.mark.parametrize(("command", "amount"), [("assess", "−£426 in cash"), ("plan", "outside spend £3,000")])
def test_a_correction_for_optimism_is_never_silent(
    readiness: Readiness,
    plan: Any,  # noqa: ANN401
    command: str,
    amount: str,
) -> None:
    path = plan(saves=SAVES, optimism_bias={"cost": 50, "because": "Our last six projects"})
    out = " ".join(readiness(command, path).out.split())
    assert "Corrected for optimism: costs raised by 50%. Our last six projects." in out
    assert amount in out


def test_terminal_and_json_agree(readiness: Readiness, plan: Any) -> None:  # noqa: ANN401
    path = plan(saves=SAVES, optimism_bias={"benefit": 20})
    written = path.parent / "result.json"
    assert readiness("assess", path, "-o", written).code == 0
    result = json.loads(written.read_text(encoding="utf-8"))
    money, (action,) = result["roadmap"]["money"], result["roadmap"]["actions"]
    cash, economic = (money["total"][name]["net-present-value"] for name in ("cash", "with-staff-time"))
    # 1,200 a year: 900 in 2027, and 1,200 * 0.9662 = 1,159.44 in 2028
    assert [cash["likely"]["value"], economic["likely"]["value"]] == [59.44, -940.56]
    assert action["money"] == money["total"]
    assert (money["cash-payback"], money["payback-with-staff-time"]) == ("Q4 2028", None)
    assert [year["starts"] for year in money["years"]] == ["2027-01-01", "2028-01-01"]
    assert result["estimates"]["optimism-bias"]["benefit"]["value"] == 20
    assert (result["estimates"]["price-year"], result["estimates"]["prices-of"]) == (2026, None)
    assert "£59 in cash, −£941 with staff time" in readiness("assess", path).out
