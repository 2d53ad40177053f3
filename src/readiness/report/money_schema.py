"""The JSON Schema of the money of a roadmap, and of what was done to estimates."""

from __future__ import annotations

from readiness.report.schema_parts import (
    DAY,
    ESTIMATE,
    MAYBE,
    NUMBER,
    TEXT_OR_NULL,
    WHOLE,
    YES_NO,
    Schema,
    closed,
    list_of,
    or_null,
)

__all__ = ["estimates_schema", "money_schemas"]


def money_schemas() -> dict[str, Schema]:
    """Return the schema of the money of a roadmap and of what it is made of, by name."""
    return {"money": _money(), "money-year": _year(), "value": _value(), "balance": _balance()}


def estimates_schema() -> Schema:
    """Return the schema of what was done to estimates."""
    said = {
        "effort-factor": (NUMBER, "What staff days of the framework were multiplied by, for the organisation's size."),
        "money-factor": (NUMBER, "What its amounts were multiplied by, for the organisation's size."),
        "size-known": (YES_NO, "False when the framework has factors for sizes and the staff is not given."),
        "converted-from": (TEXT_OR_NULL, "The currency of the framework's amounts; null when none was converted."),
        "exchange-rate": (MAYBE, "What its amounts were multiplied by, for the plan's currency."),
        "price-year": (or_null(WHOLE), "The year of whose prices all amounts are; null when nobody says it."),
        "prices-of": (or_null(WHOLE), "The price year of the framework's amounts; null when none was converted."),
        "price-factor": (NUMBER, "What its amounts were multiplied by, for the plan's price year."),
        "optimism-bias": (or_null(_bias()), "By how many per cent estimates were made worse; null when they were not."),
    }
    return closed(said, "What was done to the estimates of all actions.")


def _bias() -> Schema:
    return closed(
        {
            "cost": (NUMBER, "What one-off and running costs were raised by."),
            "effort": (NUMBER, "What staff days were raised by."),
            "duration": (NUMBER, "What durations were raised by."),
            "benefit": (NUMBER, "What cashable benefits were lowered by."),
            "because": (TEXT_OR_NULL, "Where the percentages come from."),
        }
    )


def _money() -> Schema:
    said = {
        "discount-rate": (NUMBER, "Per cent a year, in real terms."),
        "appraisal-years": (WHOLE, "Over how many years from the start costs and benefits are added up."),
        "price-year": (or_null(WHOLE), "The year of whose prices all amounts are; null when nobody says it."),
        "total": ({"$ref": "#/$defs/value"}, "Of the whole plan."),
        "cash-payback": (
            TEXT_OR_NULL,
            "By whose end likely benefits make good all outside spend, before discounting; null if not in the period.",
        ),
        "payback-with-staff-time": (TEXT_OR_NULL, "The same, with staff time among the costs."),
        "years": (list_of({"$ref": "#/$defs/money-year"}), "The years of the appraisal period."),
    }
    return closed(said, "What a plan costs and saves within the appraisal period.")


def _year() -> Schema:
    said = {
        "starts": (DAY, "The first day."),
        "factor": (NUMBER, "What a unit of money in this year is worth at the start, rounded to four decimals."),
        "one-off": (ESTIMATE, "One-off outside spend, before discounting, like all that follows."),
        "running": (ESTIMATE, "Running outside spend."),
        "benefit": (ESTIMATE, "Cashable benefit."),
        "staff-time": (ESTIMATE, "Staff time in money, at the day rate."),
    }
    return closed(said, "One year of the appraisal period.")


def _value() -> Schema:
    said = {
        "spend": (ESTIMATE, "Outside spend, one-off and running."),
        "staff-time": (ESTIMATE, "Staff time in money, at the day rate."),
        "benefit": (ESTIMATE, "Cashable benefit."),
        "cash": ({"$ref": "#/$defs/balance"}, "Benefit against outside spend."),
        "with-staff-time": ({"$ref": "#/$defs/balance"}, "Benefit against outside spend and staff time."),
    }
    return closed(said, "Costs and benefits within the appraisal period, at present value.")


def _balance() -> Schema:
    ratio = closed(
        {
            "low": (MAYBE, "With low benefits and high costs."),
            "likely": (MAYBE, "With likely ones."),
            "high": (MAYBE, "With high benefits and low costs."),
        }
    )
    said = {
        "net-present-value": (
            ESTIMATE,
            "Benefits less costs; low takes low benefits and high costs, high the reverse.",
        ),
        "benefit-cost-ratio": (ratio, "Benefits divided by costs; null where there is no cost."),
    }
    return closed(said, "Benefits against costs.")
