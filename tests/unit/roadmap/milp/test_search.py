"""A search ends when the user wants it to."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep

SEARCH = """
from benchmarks.problems import problem_of
from readiness.roadmap.milp.plan_model import PlanModel
from readiness.roadmap.milp.search import maximised

model = PlanModel(problem_of(actions=80, seed=1)).model
try:
    print("searching", flush=True)
    maximised(model, gap=0.0, nodes=10**9)
except KeyboardInterrupt:
    print("stopped", flush=True)
"""
"""A search that would take minutes at least."""


def test_an_interrupt_ends_a_search_at_once() -> None:
    env = shutil.which("env") or "env"
    command = [env, "--default-signal=INT", sys.executable, "-c", SEARCH]
    root = Path(__file__).parents[4]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=root, text=True) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "searching\n"
        sleep(0.5)
        pressed = monotonic()
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=60)
    assert (out, err, running.returncode) == ("stopped\n", "", 0)
    assert monotonic() - pressed < 20
