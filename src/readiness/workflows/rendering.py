"""Reports of a result that was kept, without the files that it was made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from readiness.errors import InputError
from readiness.loading.carried import MAX_PDF
from readiness.loading.files import read_bytes
from readiness.workflows.outputs import check_outputs
from readiness.workflows.replaying import Kept, kept_in, replayed
from readiness.workflows.themes import theme_look
from readiness.workflows.verifying import not_as_made
from readiness.workflows.writing import write_file

__all__ = ["render_result"]


def render_result(
    path: str, outputs: Sequence[str], *, version: str, theme: str | None = None, templates: str | None = None
) -> None:
    """Write reports of a result, made again from the inputs that it holds: one for each output, by suffix.

    Args:
        path: A result that was written as JSON, or `-` for standard input.
        outputs: The files to write; each is written whole or not at all.
        version: The version of this tool.
        theme: A file that says how they look; as they always do when left out.
        templates: A folder of templates that take the place of ours.

    Raises:
        InvalidDocument: the theme has errors.
        UsageErrors: templates cannot be used.
        InputError: the file is no result, holds no inputs, or says other things than they give.
        UsageError: a suffix has no format, or two outputs or the input have the same name.
        OutputError: a file cannot be written, or the folder for one is missing.
    """
    from readiness.report.formats import FORMATS
    from readiness.report.json_result import attached_result

    check_outputs(path, outputs, FORMATS)
    look = theme_look(theme, templates)
    kept = kept_in(read_bytes(path, most=MAX_PDF), path)
    inputs = _inputs(kept, path)
    with replayed(kept, inputs, version=version) as given:
        wrong = not_as_made(kept, attached_result(given), version)
        if wrong:
            hint = "it was changed after it was made" if kept.version == version else f"it was made by {kept.version}"
            raise InputError(f"{path} is not what its inputs give: {'; '.join(wrong[:3])}", hint=hint)
        themed = replace(given, look=look)
        for output in outputs:
            write_file(Path(output), FORMATS[Path(output).suffix.lower()](themed))


def _inputs(kept: Kept, path: str) -> dict[str, bytes]:
    """Return the inputs that a result holds.

    Raises:
        InputError: it holds none, or others than it was made of.
    """
    inputs: Any = kept.values.get("inputs")
    if not isinstance(inputs, dict) or not all(isinstance(text, str) for text in inputs.values()):
        raise InputError(
            f"{path} holds no inputs", hint="a result within a report has none; readiness assess -o FILE.json adds them"
        )
    content = {name: text.encode(errors="replace") for name, text in inputs.items()}
    wrong = kept.broken(content)
    if wrong:
        raise InputError(f"the inputs within {path} are not those that it was made of: {'; '.join(wrong[:3])}")
    return content
