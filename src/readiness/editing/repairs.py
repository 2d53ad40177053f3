"""Applies repairs to a text, which is not changed anywhere else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from readiness.diagnostics import Fix
from readiness.loading.yaml_source import LINE_BREAK

__all__ = ["repaired"]

_Span = tuple[int, int, str]


def repaired(text: str, fixes: Iterable[Fix]) -> tuple[str, list[Fix]]:
    """Return a text with repairs in it, and those that were made: of two that overlap only the first is.

    Args:
        text: What the places of the repairs count in; any line ends.
        fixes: The repairs; two that are the same, as of a value that an alias repeats, are one.
    """
    starts = [0, *(found.end() for found in LINE_BREAK.finditer(text)), len(text)]
    spans: list[_Span] = []
    made = []
    for fix in sorted(dict.fromkeys(fixes), key=lambda one: one.replacements):
        own = [
            (_offset(starts, one.line, one.column), _offset(starts, one.end_line, one.end_column), one.text)
            for one in fix.replacements
        ]
        if not _overlap(spans, own):
            spans += own
            made.append(fix)
    for start, end, new in sorted(spans, reverse=True):
        text = text[:start] + new + text[end:]
    return text, made


def _offset(starts: Sequence[int], line: int, column: int) -> int:
    return min(starts[min(line, len(starts)) - 1] + column - 1, starts[-1])


def _overlap(spans: Iterable[_Span], others: Iterable[_Span]) -> bool:
    return any(start < span_end and span_start < end for span_start, span_end, _ in spans for start, end, _ in others)
