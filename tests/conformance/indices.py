"""Indices that are means of sub-indices: World Bank GovTech Maturity Index, OECD Digital Government Index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache

from tests.builders import Plain
from tests.conformance.comparison import Comparison, Model
from tests.conformance.corpus import PublishedModel, a_share, measured, rows

__all__ = ["DIGITAL_GOVERNMENT", "GOVTECH", "govtech"]

GROUPS = ("D", "C", "B", "A")
EDGES = (Decimal("0.25"), Decimal("0.50"), Decimal("0.75"))
GTMI_PARTS = ("cgsi", "psdi", "dcei", "gtei")
OECD_PARTS = ("digital_design", "data_driven", "govt_as_platform", "open_default", "user_driven", "proactiveness")


@cache
def govtech() -> PublishedModel:
    """Return the mean of four sub-indices, and four groups of economies; an edge belongs to the better group."""
    ranges: list[Plain] = [
        {"name": name, **({"from": low} if low else {}), **({"to": high} if high else {})}
        for name, low, high in zip(GROUPS, (None, *EDGES), (*EDGES, None), strict=True)
    ]
    bands = {"of": "ratio", "inclusive": "lower", "ranges": ranges}
    return PublishedModel(questions=[a_share(part, best=1) for part in GTMI_PARTS], bands=bands)


def _govtech() -> Iterator[Comparison]:
    for economy in rows("gtmi/gtmi.csv"):
        case = f"{economy['country_code']} {economy['year']}"
        whole = govtech().scores({part: measured(economy[part]) for part in GTMI_PARTS})["sample"]
        yield Comparison(case, "total", whole.ratio, Fraction(economy["gtmi"]))
        yield Comparison(case, "group", whole.band.name if whole.band else None, economy["grp"])


GOVTECH = Model("World Bank GTMI", "2020 to 2025", Fraction(1, 10**12), _govtech)


def _digital_government() -> Iterator[Comparison]:
    model = PublishedModel(questions=[a_share(part, best=1) for part in OECD_PARTS])
    countries: dict[str, dict[str, str]] = defaultdict(dict)
    for row in rows("oecd-dgi/oecd_dgi_2023.csv"):
        countries[row["cc_iso3c"]][row["variable"]] = row["value"]
    for country, values in countries.items():
        whole = model.scores({part: measured(values[part]) for part in OECD_PARTS})["sample"]
        yield Comparison(country, "composite", whole.ratio, Fraction(values["composite_index"]))


DIGITAL_GOVERNMENT = Model("OECD DGI", "2023", Fraction(1, 2000), _digital_government)
