"""The bundled lists of public instruments: identifiers that were checked, nothing else."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from readiness import resources
from readiness.loading.instruments import Instruments, load_instrument
from readiness.loading.load import Library
from readiness.model.instrument import Instrument
from readiness.workflows import list_frameworks, validate
from tests.content.published import LISTED_AS

FILES = sorted((resources.frameworks_dir() / "instruments").glob("*.yaml"))
CHECKED = Path(__file__).parents[3] / "shared" / "content" / "references.csv"
DISPUTED = {("gtmi", "I-27")}
"""Items whose title is left out because public copies disagree about it."""
every_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def instrument(path: Path) -> Instrument:
    model = load_instrument(str(path)).model
    assert model is not None
    return model


@cache
def checked() -> Mapping[str, Mapping[str, str]]:
    """Return the titles that were checked, by instrument and identifier."""
    if not CHECKED.exists():
        pytest.skip("content/references.csv lies beside the checkouts of its authors only")
    found: dict[str, dict[str, str]] = {}
    with CHECKED.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            found.setdefault(row["framework"], {})[row["id"]] = row["title"]
    return found


@every_file
def test_a_list_has_no_findings(path: Path) -> None:
    assert validate([str(path)])[0].diagnostics == ()


@every_file
def test_a_list_has_exactly_the_identifiers_and_titles_that_were_checked(path: Path) -> None:
    model = instrument(path)
    expected = {
        id_: None if (model.id, id_) in DISPUTED else title or None
        for id_, title in checked()[LISTED_AS[model.id]].items()
    }
    assert {id_: item.title for id_, item in model.items.items()} == expected


def test_everything_that_was_checked_is_listed() -> None:
    assert {LISTED_AS[path.stem] for path in FILES} == set(checked())


@every_file
def test_a_list_says_what_it_leaves_out(path: Path) -> None:
    model = instrument(path)
    assert model.note
    assert "November 2026" in model.checked


@pytest.mark.parametrize(
    ("id_", "outcomes", "items"),
    [("csf-2.0", 106, 134), ("privacy-framework-1.0", 100, 123), ("caf-3.2", 39, 57), ("caf-4.0", 41, 59)],
)
def test_outcomes_are_the_items_that_hold_no_others(id_: str, outcomes: int, items: int) -> None:
    model = instrument(resources.frameworks_dir() / "instruments" / f"{id_}.yaml")
    assert (len(model.outcomes), len(model.items)) == (outcomes, items)


def test_every_standard_of_a_bundled_framework_with_a_list_names_only_items_on_it() -> None:
    library, instruments = Library((resources.frameworks_dir(),)), Instruments()
    for framework, _ in list_frameworks():
        for id_, one in instruments.behind(framework, library).items():
            assert set(framework.sources[id_].items) <= set(one.items), (framework.id, id_)
