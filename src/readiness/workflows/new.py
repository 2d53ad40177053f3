"""A new file to start from."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.editing.skeleton import new_assessment
from readiness.errors import UsageError
from readiness.loading.files import YAML_SUFFIXES
from readiness.loading.load import Library
from readiness.workflows.writing import write_file

if TYPE_CHECKING:
    from readiness.model.framework import Framework

__all__ = ["write_new_assessment"]


def write_new_assessment(path: str, framework: Framework, organisation: str, day: date) -> None:
    """Write an assessment without answers.

    Args:
        path: The file, which must not exist.
        framework: What is to be answered; it has to be found by its id from where the file lies.
        organisation: The name of the organisation.
        day: The day for which the answers hold.

    Raises:
        UsageError: the file exists or is no YAML file, or the framework is not found from where it lies.
        OutputError: it cannot be written.
    """
    if not path.endswith(YAML_SUFFIXES):
        raise UsageError(f"{path}: an assessment is a YAML file", hint="such as answers.yaml")
    if Path(path).exists() or Path(path).is_symlink():
        raise UsageError(f"{path} exists already", hint="choose another name, or go on with that file")
    found = Library.beside(path).load(framework.id)
    if found is None or found.model != framework:
        raise UsageError(
            f"{framework.id} is not found from {path}",
            hint=f"put {framework.id}.yaml into the same folder, or into a folder frameworks beside it",
        )
    write_file(Path(path), new_assessment(framework, organisation, day).encode())
