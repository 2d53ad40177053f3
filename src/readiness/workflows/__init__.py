"""What a user asks for: read, compute, hand back. Nothing here prints or looks at a clock.

Scoring, planning and reports are imported where they are needed, so that checking a file stays quick.
"""

from __future__ import annotations

from readiness.workflows.assessing import Assessed, assess
from readiness.workflows.catalogue import SCHEMAS, find_framework, list_frameworks, schema
from readiness.workflows.checking import Checked, fails, validate
from readiness.workflows.outputs import check_outputs, report_input, result_json, write_outputs
from readiness.workflows.settings import FoundSettings, ValidateSettings, settings_for

__all__ = [
    "SCHEMAS",
    "Assessed",
    "Checked",
    "FoundSettings",
    "ValidateSettings",
    "assess",
    "check_outputs",
    "fails",
    "find_framework",
    "list_frameworks",
    "report_input",
    "result_json",
    "schema",
    "settings_for",
    "validate",
    "write_outputs",
]
