"""Print how long `readiness validate` takes beside check-jsonschema and yamllint on the same files, in one run.

    .venv/bin/python benchmarks/validate.py [--peers FOLDER] [--repeats 5] [--keep FOLDER]

The files are made from the bundled frameworks: a hundred of their size, and one of 1 MB, each with ids and questions of
its own. check-jsonschema gets our JSON Schema and checks the shape; `readiness validate` checks the meaning as well.
`--peers` names the folder of their programs (`pip install check-jsonschema yamllint` into an environment of its own).
Figures are CPU time, user and system; a ratio is the median over pairs of runs that follow each other, so that a busy
machine slows both.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from statistics import median
from typing import NamedTuple

from readiness.workflows import schema

ROOT = Path(__file__).resolve().parent.parent
ORIGINALS = ("capability-gap", "cybersecurity", "governance", "inclusion")
LARGE = "cybersecurity"
LARGE_SIZE = 1_000_000


class Trial(NamedTuple):
    """One set of files, and the share of check-jsonschema's time that `readiness validate` may take."""

    title: str
    schema: Path
    files: Sequence[Path]
    goal: float


def renamed(text: str, number: int) -> str:
    """Return framework text whose ids of questions and actions, and whose questions, are its own."""
    text = re.sub(r"\b(cap|cyb|gov|inc)-(?=[a-z])(?!at-level)", rf"\g<1>{number:03}-", text)
    return re.sub(r'(\bask: "?)(?=[A-Z])', rf"\g<1>In unit {number}, ", text)


def sections(text: str) -> dict[str, str]:
    """Return the top keys of framework text, each with its lines; what stands before the first has the name ``."""
    starts = [0, *(found.start() for found in re.finditer(r"^[a-z]", text, re.MULTILINE))]
    parts = [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    return {"": parts[0]} | {part.partition(":")[0]: part for part in parts[1:]}


def write_many(folder: Path, how_many: int) -> list[Path]:
    """Write framework files of the size of the bundled ones and return their paths."""
    paths = []
    for number in range(how_many):
        name = ORIGINALS[number % len(ORIGINALS)]
        text = (ROOT / "frameworks" / f"{name}.yaml").read_text(encoding="utf-8")
        paths.append(folder / f"{name}-{number:03}.yaml")
        text = renamed(text, number).replace(f"\nid: {name}\n", f"\nid: {paths[-1].stem}\n")
        paths[-1].write_text(text, encoding="utf-8")
    return paths


def write_large(folder: Path) -> Path:
    """Write one framework of 1 MB: the areas and actions of a bundled one, many times over."""
    parts = sections((ROOT / "frameworks" / f"{LARGE}.yaml").read_text(encoding="utf-8"))
    repeated = {key: parts[key].partition("\n")[2] for key in ("areas", "actions")}
    for number in count(1):
        if sum(map(len, parts.values())) >= LARGE_SIZE:
            break
        for key, lines in repeated.items():
            parts[key] += renamed(lines, number)
    path = folder / "large.yaml"
    path.write_text("".join(parts.values()).replace(f"\nid: {LARGE}\n", "\nid: large\n"), encoding="utf-8")
    return path


def cpu_seconds(command: Sequence[str]) -> float:
    """Return the CPU time, user and system, that one run of a command takes.

    Raises:
        SystemExit: it finds something wrong; then it did not do what is measured.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)[:200]} ended with {done.returncode}:\n{done.stdout[-2000:]}{done.stderr}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(trial: Trial, peers: str, repeats: int) -> None:
    """Print what each program takes for a set of files, and the ratios."""
    files = [str(path) for path in trial.files]
    commands = {
        "readiness validate": [sys.executable, "-m", "readiness", "validate", *files],
        "check-jsonschema": [found("check-jsonschema", peers), "--schemafile", str(trial.schema), *files],
        "yamllint": [found("yamllint", peers), "-d", "relaxed", "--no-warnings", *files],
    }
    rounds = [{name: cpu_seconds(command) for name, command in commands.items()} for _ in range(repeats)]
    size = sum(path.stat().st_size for path in trial.files)
    print(f"{trial.title}, {size / 1_000_000:.1f} MB, {repeats} rounds")
    for name in commands:
        print(f"  {name:20} {median(one[name] for one in rounds):7.2f} s CPU")
    for name in list(commands)[1:]:
        ratio = median(one["readiness validate"] / one[name] for one in rounds)
        goal = f"   goal: at most {trial.goal}" if name == "check-jsonschema" else ""
        print(f"  readiness / {name:16} {ratio:.2f}{goal}")


def found(program: str, peers: str) -> str:
    """Return where a program lies.

    Raises:
        SystemExit: it is not installed.
    """
    folders = (peers, str(Path(sys.executable).parent), os.environ["PATH"])
    path = shutil.which(program, path=os.pathsep.join(folders))
    if path is None:
        raise SystemExit(f"{program} is not installed: name the folder of its program with --peers")
    return path


def main() -> None:
    """Make the files and print every ratio."""
    parser = argparse.ArgumentParser(description="How long `readiness validate` takes beside its peers.")
    parser.add_argument("--peers", default="", help="the folder that holds check-jsonschema and yamllint")
    parser.add_argument("--repeats", type=int, default=5, help="how many rounds; a ratio is their median")
    parser.add_argument("--files", type=int, default=100, help="how many files of the size of the bundled ones")
    parser.add_argument("--keep", type=Path, help="write the files here and keep them")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = chosen.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        described = folder / "framework.schema.json"
        described.write_text(json.dumps(schema("framework")), encoding="utf-8")
        trials = (
            Trial(f"{chosen.files} frameworks", described, write_many(folder, chosen.files), goal=0.5),
            Trial("one framework", described, [write_large(folder)], goal=0.25),
        )
        for trial in trials:
            measure(trial, chosen.peers, chosen.repeats)


if __name__ == "__main__":
    main()
