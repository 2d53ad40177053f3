"""Which names of evidence are followed, on every system alike."""

from __future__ import annotations

import pytest

from readiness.checks.evidence_refs import why_refused


@pytest.mark.parametrize(
    "ref",
    [
        "minutes.pdf",
        "./board/minutes.pdf",
        "board\\minutes.pdf",
        "HR/2026/12.3",
        "A:12",
        "https://intranet.example/../minutes",
        "www.example.org",
        "mailto:clerk@example.org",
        "doi:10.1000/182",
        "contracts.txt",
    ],
)
def test_names_in_the_folder_addresses_and_numbers_may_stand(ref: str) -> None:
    assert why_refused(ref) is None


@pytest.mark.parametrize(
    ("ref", "why"),
    [
        ("../minutes.pdf", "leads out"),
        ("board\\..\\..\\minutes.pdf", "leads out"),
        ("/etc/passwd", "absolute"),
        ("\\minutes.pdf", "absolute"),
        ("C:minutes.pdf", "absolute"),
        ("c:\\board\\minutes", "absolute"),
        ("//server/share/minutes.pdf", "another machine"),
        ("\\\\server\\share\\minutes.pdf", "another machine"),
        ("FILE:///etc/passwd", "file: address"),
        ("file:minutes.pdf", "file: address"),
        (".ssh/id_rsa", "hidden"),
        ("board/NUL", "device"),
        ("com1.txt", "device"),
    ],
)
def test_names_that_may_lead_anywhere_are_refused(ref: str, why: str) -> None:
    assert why in (why_refused(ref) or "")
