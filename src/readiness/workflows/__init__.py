"""What a user asks for: read, compute, hand back. Nothing here prints or looks at a clock.

Scoring, planning and reports are imported where they are needed, so that checking a file stays quick.
"""

from __future__ import annotations

from readiness.workflows.asking import Answered, Asked, ask
from readiness.workflows.assessing import Assessed, agreement_of, assess, in_language, risk_of, robustness
from readiness.workflows.catalogue import DRAFTS, SCHEMAS, find_framework, list_frameworks, schema, schema_file
from readiness.workflows.checking import Checked, fails, validate
from readiness.workflows.crosswalks import find_crosswalk, list_crosswalks
from readiness.workflows.evidencing import Evidenced, find_evidence
from readiness.workflows.explaining import explain
from readiness.workflows.following import Followed, follow
from readiness.workflows.formatting import Formatted, format_documents
from readiness.workflows.outputs import check_outputs, report_input, result_json, result_markdown, write_outputs
from readiness.workflows.packing import check_dossier_output, write_dossier
from readiness.workflows.planning import Variant, plan, plans_side_by_side
from readiness.workflows.questionnaires import (
    are_for_servers,
    check_questionnaire_outputs,
    questionnaire,
    questionnaire_in_all_languages,
    write_questionnaire,
)
from readiness.workflows.reading import check_workbook_outputs, workbook, write_workbook
from readiness.workflows.rendering import render_result
from readiness.workflows.repairing import Repaired, repair_documents
from readiness.workflows.settings import FoundSettings, ValidateSettings, settings_for
from readiness.workflows.since import since
from readiness.workflows.standing import Status, owed_by, status
from readiness.workflows.supposing import Supposed, suppose
from readiness.workflows.themes import theme_look
from readiness.workflows.typed_changes import TypedChanges
from readiness.workflows.verifying import Check, Outcome, Verified, verify

__all__ = [
    "DRAFTS",
    "SCHEMAS",
    "Answered",
    "Asked",
    "Assessed",
    "Check",
    "Checked",
    "Evidenced",
    "Followed",
    "Formatted",
    "FoundSettings",
    "Outcome",
    "Repaired",
    "Status",
    "Supposed",
    "TypedChanges",
    "ValidateSettings",
    "Variant",
    "Verified",
    "agreement_of",
    "are_for_servers",
    "ask",
    "assess",
    "check_dossier_output",
    "check_outputs",
    "check_questionnaire_outputs",
    "check_workbook_outputs",
    "explain",
    "fails",
    "find_crosswalk",
    "find_evidence",
    "find_framework",
    "follow",
    "format_documents",
    "in_language",
    "list_crosswalks",
    "list_frameworks",
    "owed_by",
    "plan",
    "plans_side_by_side",
    "questionnaire",
    "questionnaire_in_all_languages",
    "render_result",
    "repair_documents",
    "report_input",
    "result_json",
    "result_markdown",
    "risk_of",
    "robustness",
    "schema",
    "schema_file",
    "settings_for",
    "since",
    "status",
    "suppose",
    "theme_look",
    "validate",
    "verify",
    "workbook",
    "write_dossier",
    "write_outputs",
    "write_questionnaire",
    "write_workbook",
]
