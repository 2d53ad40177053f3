"""What stops a run says why in one line, and what would help in another."""

from __future__ import annotations

import pytest

from readiness import errors
from readiness.diagnostics import Diagnostic, InvalidDocument, Location, Severity
from readiness.errors import ReadinessError, UnknownName, nearest


@pytest.mark.parametrize(
    ("name", "names", "found"),
    [
        ("cyb-acess", ["cyb-access", "cyb-assets", "gov-risk"], "cyb-access"),
        ("xyz", ["cyb-access"], None),
        ("a", [], None),
        ("x" * 101, ["x" * 100], None),
        ("name-7", [f"name-{number}" for number in range(1_001)], None),
    ],
    ids=["a slip", "nothing like it", "nothing at all", "too long", "too many"],
)
def test_the_nearest_name_is_suggested(name: str, names: list[str], found: str | None) -> None:
    assert nearest(name, names) == found


def test_an_unknown_name_suggests_a_known_one() -> None:
    error = UnknownName("target profile", "esential", known=["essential", "leading"])
    assert (str(error), error.hint) == ("there is no target profile 'esential'", "did you mean essential?")
    assert UnknownName("rule", "zzz", known=["b", "a"]).hint == "known: a, b"
    assert UnknownName("rule", "zzz", known=[]).hint is None
    many = [f"r{number:02}" for number in range(21)]
    assert UnknownName("rule", "zzz", known=many[:20]).hint == f"known: {', '.join(many[:20])}"
    assert UnknownName("rule", "zzz", known=many).hint == f"known: {', '.join(many[:20])}, …"


def test_every_error_has_an_exit_code_that_is_not_nought() -> None:
    kinds = [getattr(errors, name) for name in errors.__all__ if name != "nearest"]
    assert {kind.__name__: kind.exit_code for kind in kinds if kind.exit_code != 2} == {"NoRoadmap": 3}
    assert all(issubclass(kind, ReadinessError) for kind in (*kinds, InvalidDocument))


def test_findings_sort_by_place_then_code() -> None:
    def finding(code: str, line: int, column: int) -> Diagnostic:
        return Diagnostic(code, "name", Severity.ERROR, "message", Location("a.yaml", line, column, column + 1))

    expected = [finding("RF001", 1, 9), finding("RF001", 2, 1), finding("RF002", 2, 1), finding("RF001", 10, 1)]
    shuffled = [expected[2], expected[0], expected[3], expected[1]]
    assert sorted(shuffled, key=lambda one: one.sort_key) == expected


def test_a_place_is_written_so_that_editors_make_it_a_link() -> None:
    assert str(Location("a.yaml", 41, 9, 12)) == "a.yaml:41:9"


def test_errors_come_before_warnings() -> None:
    assert sorted(Severity, key=lambda one: one.rank) == [Severity.ERROR, Severity.WARNING]


def test_an_invalid_document_carries_its_findings_and_its_text() -> None:
    error = InvalidDocument("x cannot be used", diagnostics=(), text="a: 1")
    assert (error.diagnostics, error.text, error.exit_code) == ((), "a: 1", 2)
