"""The files that other people's CI reads from this repository: the action's own script and the hooks are run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
BAD = """\
readiness: framework/1
id: broken
version: 1.0.0
title: Broken
language: en
licence: CC-BY-4.0
areas:
  - {id: empty, title: Empty, wieght: 2}
"""


def environment(**more: str) -> Mapping[str, str]:
    """Return an environment in which `python` and `readiness` are those of this test run."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "READINESS_"))}
    return kept | {"PATH": path} | more


def run_check(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the action's last step as a GitHub runner does."""
    step = ACTION["runs"]["steps"][-1]
    given = {name.upper().replace("-", "_"): one["default"] for name, one in ACTION["inputs"].items()} | inputs
    return subprocess.run(
        [shutil.which("bash") or "bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=folder,
        env=environment(GITHUB_STEP_SUMMARY=str(folder / "summary.md"), **given),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a folder with one framework that has an error, in a folder whose name has a space."""
    folder = tmp_path / "our frameworks"
    folder.mkdir()
    (folder / "broken.yaml").write_text(BAD, encoding="utf-8")
    return tmp_path


def test_every_input_of_the_action_reaches_its_script_as_an_environment_variable() -> None:
    step = ACTION["runs"]["steps"][-1]
    passed = {value for value in step["env"].values() if "inputs." in value}
    assert passed == {f"${{{{ inputs.{name} }}}}" for name in ACTION["inputs"]}
    assert all("${{" not in one.get("run", "") for one in ACTION["runs"]["steps"])


def test_the_action_annotates_fails_and_writes_a_summary(repository: Path) -> None:
    ran = run_check(repository, PATHS="our frameworks\n")
    assert ran.returncode == 1
    assert ran.stdout.startswith("::error file=our frameworks/broken.yaml,line=8,")
    assert "RF006" in (repository / "summary.md").read_text(encoding="utf-8")


def test_the_action_takes_several_paths(repository: Path) -> None:
    good = repository / "good.yaml"
    good.write_bytes((ROOT / "frameworks" / "governance.yaml").read_bytes())
    ran = run_check(repository, PATHS="our frameworks/broken.yaml\n\ngood.yaml\n")
    assert ran.returncode == 1
    assert "broken.yaml" in ran.stdout


def test_the_text_of_an_input_is_never_run(repository: Path) -> None:
    ran = run_check(repository, PATHS="$(touch pwned)\n`touch pwned`; touch pwned\n--exit-zero")
    assert ran.returncode == 2
    assert not (repository / "pwned").exists()


@pytest.mark.parametrize("hook", HOOKS, ids=[hook["id"] for hook in HOOKS])
def test_a_hook_runs_on_the_files_that_it_is_given(hook: Mapping[str, str], tmp_path: Path) -> None:
    file = tmp_path / "governance.yaml"
    file.write_bytes((ROOT / "frameworks" / "governance.yaml").read_bytes())
    ran = subprocess.run(
        [*hook["entry"].split(), str(file)],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
