"""Print how long the main commands take, as multiples of peers and floors measured in the same run.

    .venv/bin/python benchmarks/ratios.py [REPEATS]

Start-up is compared with `python -c pass`, and with check-jsonschema and yamllint when they are installed
(`pipx install check-jsonschema yamllint`). The PDF is compared with WeasyPrint alone on the same HTML, style
sheets, drawings and fonts. Figures are CPU time, the median over pairs
of runs that follow each other, so that a busy machine slows both.
"""

from __future__ import annotations

import json
import os
import pickle
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from readiness.report.html import render_pages
from readiness.report.view import build_view
from readiness.workflows import assess, report_input, schema

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
ASSESSMENT = "examples/northmere/assessment.yaml"
FRAMEWORK = "frameworks/inclusion.yaml"
FRAMEWORK_SIZE = 25_000
WEASYPRINT_ALONE = """
import pickle, sys
from pathlib import Path
from readiness.resources import templates_dir
from weasyprint import HTML
from weasyprint.urls import URLFetcher, URLFetcherResponse

pages = pickle.loads(Path(sys.argv[1]).read_bytes())
files = dict(pages.drawings) | {f"asset:{f.name}": f.read_bytes() for f in (templates_dir() / "fonts").glob("*.ttf")}

class Assets(URLFetcher):
    def fetch(self, url, headers=None):
        kind = "font/ttf" if url.endswith("ttf") else "image/svg+xml"
        return URLFetcherResponse(url, files[url], {"Content-Type": kind})

HTML(string=pages.html, url_fetcher=Assets()).write_pdf(sys.argv[2], pdf_variant="pdf/ua-1")
"""


def cpu_seconds(command: list[str]) -> float:
    """Return the CPU time, user and system, that one run of a command takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=ROOT, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def times(command: list[str], floor: list[str], repeats: int) -> float:
    """Return how many times longer a command takes than a floor: the median of runs that follow each other."""
    return median(cpu_seconds(command) / cpu_seconds(floor) for _ in range(repeats))


def a_framework_of_that_size(folder: Path) -> str:
    """Return a copy of a bundled framework that ends with the last whole action before the size is reached."""
    text = (ROOT / FRAMEWORK).read_text(encoding="utf-8")[:FRAMEWORK_SIZE]
    copy = folder / Path(FRAMEWORK).name
    copy.write_text(text[: text.rindex("\n  - id:") + 1], encoding="utf-8")
    return str(copy)


def program(name: str) -> str | None:
    """Return where a program lies: beside this Python, or on the path."""
    return shutil.which(name, path=f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}")


def start_up(repeats: int, folder: Path) -> None:
    """Print the commands without a report, as multiples of `python -c pass`."""
    floor = [sys.executable, "-c", "pass"]
    print(f"python -c pass: {cpu_seconds(floor) * 1000:.0f} ms CPU")
    described = folder / "framework.schema.json"
    described.write_text(json.dumps(schema("framework")))
    framework = a_framework_of_that_size(folder)
    rows = [
        ("readiness --help", 9, ["readiness", "--help"]),
        (
            f"readiness validate, {Path(framework).stat().st_size / 1000:.0f} kB",
            22,
            ["readiness", "validate", framework],
        ),
        ("  check-jsonschema, same file", None, ["check-jsonschema", "--schemafile", str(described), framework]),
        ("  yamllint, same file", None, ["yamllint", "-d", "relaxed", framework]),
        (f"readiness assess {ASSESSMENT}", 35, ["readiness", "assess", ASSESSMENT]),
    ]
    for name, limit, (command, *arguments) in rows:
        found = program(command)
        if found is None:
            print(f"{name:50}  not installed")
            continue
        ratio = times([found, *arguments], floor, repeats)
        print(f"{name:50} {ratio:6.1f} x" + (f"   goal: at most {limit} x" if limit else ""))


def report(repeats: int, folder: Path) -> None:
    """Print the PDF of the example, as a multiple of WeasyPrint alone."""
    pages = folder / "pages.pickle"
    pages.write_bytes(pickle.dumps(render_pages(build_view(report_input(assess(str(ROOT / ASSESSMENT)), version="0")))))
    alone = [sys.executable, "-c", WEASYPRINT_ALONE, str(pages), str(folder / "alone.pdf")]
    ours = [str(BIN / "readiness"), "assess", ASSESSMENT, "-o", str(folder / "ours.pdf")]
    print(f"{'the PDF of the example':50} {times(ours, alone, repeats):6.2f} x   goal: at most 1.5 x")


def main() -> None:
    """Print every ratio."""
    repeats = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        start_up(repeats, Path(folder))
        report(max(1, repeats // 2), Path(folder))


if __name__ == "__main__":
    main()
