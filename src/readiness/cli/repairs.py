"""What `validate --fix` did, and what `validate --diff` says it would do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from readiness.cli.console import messages, output

if TYPE_CHECKING:
    from readiness.workflows import Repaired

__all__ = ["show_diffs", "show_tally", "show_text"]


def show_diffs(repaired: Sequence[Repaired]) -> None:
    """Write what the repairs change."""
    from readiness.editing.diffs import diff

    for one in repaired:
        if one.fixed:
            name = "<stdin>" if one.checked.file == "-" else one.checked.file
            output().write_diff(diff(name, one.before, one.after))


def show_text(repaired: Sequence[Repaired]) -> None:
    """Write the text that came in on standard input as it is after the repairs."""
    for one in repaired:
        output().write_exactly(one.after)


def show_tally(repaired: Sequence[Repaired], *, would: bool) -> None:
    """Write how many findings are gone, and how many are not, to standard error."""
    fixed = sum(one.fixed for one in repaired)
    files = sum(one.fixed > 0 for one in repaired)
    left = sum(len(one.checked.diagnostics) for one in repaired)
    did = "would fix" if would else "fixed"
    what = f"{_count(fixed, 'finding')} in {_count(files, 'file')}" if fixed else "nothing"
    remain = f"{left:,} {'remains' if left == 1 else 'remain'}" if left else "none remains"
    messages().print(f"{did} {what}, {remain}")


def _count(number: int, what: str) -> str:
    return f"1 {what}" if number == 1 else f"{number:,} {what}s"
