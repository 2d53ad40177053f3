"""Indices that are means of sub-indices: World Bank GovTech Maturity Index, OECD Digital Government Index."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction

from tests.conformance.corpus import PublishedModel, a_share, measured, needs_corpus, rows

pytestmark = needs_corpus

GTMI_PARTS = ("cgsi", "psdi", "dcei", "gtei")
OECD_PARTS = ("digital_design", "data_driven", "govt_as_platform", "open_default", "user_driven", "proactiveness")


def test_govtech_totals_are_the_means_of_four_sub_indices() -> None:
    model = PublishedModel(questions=[a_share(part, best=1) for part in GTMI_PARTS])
    economies = rows("gtmi/gtmi.csv")
    assert len(economies) == 593
    for economy in economies:
        total = model.scores({part: measured(economy[part]) for part in GTMI_PARTS})["sample"].ratio
        assert total is not None
        assert abs(total - Fraction(economy["gtmi"])) <= Fraction(1, 10**12), economy


def test_the_digital_government_index_is_the_mean_of_six_dimensions() -> None:
    model = PublishedModel(questions=[a_share(part, best=1) for part in OECD_PARTS])
    countries: dict[str, dict[str, str]] = defaultdict(dict)
    for row in rows("oecd-dgi/oecd_dgi_2023.csv"):
        countries[row["cc_iso3c"]][row["variable"]] = row["value"]
    assert len(countries) == 38
    for country, values in countries.items():
        total = model.scores({part: measured(values[part]) for part in OECD_PARTS})["sample"].ratio
        assert total is not None
        assert abs(total - Fraction(values["composite_index"])) <= Fraction(1, 2000), country
