"""The rules RF7xx: versions, checked by `readiness validate --since`."""

from __future__ import annotations

from readiness.checks.catalogue.rule import ERROR, Rule

__all__ = ["VERSIONS"]

VERSIONS = (
    Rule(
        "RF701",
        "change-bigger-than-bump",
        ERROR,
        "The version was raised, and the changes since then ask for more.",
        "The number tells agencies whether old answers still fit and scores can be compared.",
        "version: 1.0.1 after 1.0.0, with a question removed",
        "version: 2.0.0 after 1.0.0, with a question removed",
    ),
    Rule(
        "RF702",
        "version-not-raised",
        ERROR,
        "The content has changed and the version has not, or it goes back.",
        "Two frameworks would go by one number, and nobody could tell which was answered.",
        "version: 1.0.0 after 1.0.0, with another weight",
        "version: 1.1.0 after 1.0.0, with another weight",
    ),
)
