"""For whom a CSV file is."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["CsvLayout"]


class CsvLayout(StrEnum):
    """Which program a CSV file of the action register is for; the suffix alone cannot say it."""

    SPREADSHEET = "spreadsheet"
    JIRA = "jira"
    GITHUB = "github"
