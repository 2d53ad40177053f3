"""What a user asks for: read, compute, hand back. Nothing here prints or looks at a clock.

Scoring, planning and reports are imported where they are needed, so that checking a file stays quick.
"""

from __future__ import annotations

from readiness.workflows.assessing import Assessed, assess
from readiness.workflows.catalogue import SCHEMAS, find_framework, list_frameworks, schema
from readiness.workflows.checking import Checked, has_errors, validate
from readiness.workflows.formatting import Formatted, format_documents
from readiness.workflows.outputs import check_outputs, report_input, result_json, write_outputs

__all__ = [
    "SCHEMAS",
    "Assessed",
    "Checked",
    "Formatted",
    "assess",
    "check_outputs",
    "find_framework",
    "format_documents",
    "has_errors",
    "list_frameworks",
    "report_input",
    "result_json",
    "schema",
    "validate",
    "write_outputs",
]
