"""What to tell when an answer was changed in two places."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from readiness.editing.answer_words import short_answer
from readiness.editing.merging import Clash
from readiness.errors import InputError

__all__ = ["ChangedElsewhere", "changed_elsewhere"]


class ChangedElsewhere(InputError):
    """Somebody else has changed what is to be changed."""

    def __init__(self, message: str, clashes: Sequence[Clash], *, hint: str) -> None:
        """Carry what does not fit together."""
        super().__init__(message, hint=hint)
        self.clashes = tuple(clashes)


def changed_elsewhere(path: Path, clashes: Sequence[Clash], journal: Path | None = None) -> ChangedElsewhere:
    """Return what to tell about changes that do not fit together with the file."""
    said = "; ".join(
        f"{one.change.id} is {short_answer(one.found)} there and {short_answer(one.change.now)} "
        f"{'in the journal' if journal else 'here'}"
        for one in clashes
    )
    if journal:
        hint = f"give these answers in the file the value that is right, then delete {journal}"
        return ChangedElsewhere(f"{path} was changed after {journal} was left behind: {said}", clashes, hint=hint)
    return ChangedElsewhere(
        f"{path} was changed meanwhile: {said}", clashes, hint="answer again to replace what stands there"
    )
