"""How ready is an agency for digital transformation, and what should it do about it?

The names below are the public surface; each is loaded when it is first used, so that `readiness --help` stays quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readiness.diagnostics import Diagnostic, InvalidDocument
    from readiness.errors import ReadinessError
    from readiness.gaps import Gap
    from readiness.roadmap.plan import Roadmap
    from readiness.scoring.result import NodeScore, Scorecard
    from readiness.workflows import Assessed, assess, find_framework, schema, validate, write_outputs

__version__ = "0.1.0"

__all__ = [
    "Assessed",
    "Diagnostic",
    "Gap",
    "InvalidDocument",
    "NodeScore",
    "ReadinessError",
    "Roadmap",
    "Scorecard",
    "__version__",
    "assess",
    "find_framework",
    "schema",
    "validate",
    "write_outputs",
]

_HOMES = {
    "Diagnostic": "diagnostics",
    "InvalidDocument": "diagnostics",
    "ReadinessError": "errors",
    "Gap": "gaps",
    "Roadmap": "roadmap.plan",
    "NodeScore": "scoring.result",
    "Scorecard": "scoring.result",
}


def __getattr__(name: str) -> object:
    """Return a public name from the module that defines it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'workflows')}"), name)
