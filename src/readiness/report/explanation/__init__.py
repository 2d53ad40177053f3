"""Where a score comes from: said once, and laid out as text, as JSON and in the report."""

from __future__ import annotations

from readiness.report.explanation.account import Explanation, Figure, Rise
from readiness.report.explanation.explain import Basis, explain
from readiness.report.explanation.policies import grouped

__all__ = ["Basis", "Explanation", "Figure", "Rise", "explain", "grouped"]
