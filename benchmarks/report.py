"""Print what the PDF of the composite example costs beside WeasyPrint alone, Chromium and Typst, and many at once.

    .venv/bin/python benchmarks/report.py [--repeats N] [--many N] [--profile]

Our part is everything from the scored result to the bytes: words, charts, templates, tags, attachments. WeasyPrint
alone is given the final HTML, style sheets, drawings and fonts, and asked for the same kind of PDF. Chromium prints the
same HTML; Typst (`pip install typst`) sets the same chapters, tables and drawings. What is not installed is left out.
Figures are CPU time of this process and its children, the least of the runs, which take turns.
"""

from __future__ import annotations

import argparse
import base64
import cProfile
import io
import os
import pstats
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pikepdf

from readiness.report.attachments import attachments
from readiness.report.document.blocks import Block, Drawing, Run, Style, Text
from readiness.report.document.reading import read_pages
from readiness.report.fonts import font, font_configuration
from readiness.report.formats import FORMATS
from readiness.report.html import Pages, render_pages
from readiness.report.inputs import ReportInput
from readiness.report.pdf import write_pdf
from readiness.report.view import build_view
from readiness.roadmap.planners import Planner
from readiness.workflows import assess, report_input
from readiness.workflows.many import RunOptions, assess_many, outputs_of

ROOT = Path(__file__).resolve().parent.parent
COMPOSITE = ROOT / "examples/northmere/assessment.yaml"
QUICK = ROOT / "examples/inspectorate"
GOAL, PAGES, SECONDS = 1.25, 30, 6
TYPES = {"ttf": "font/ttf", "svg": "image/svg+xml", "png": "image/png"}
HEADINGS = {Style.TITLE: "=", Style.CHAPTER: "=", Style.SECTION: "==", Style.PART: "==="}


def cpu() -> float:
    """Return the CPU time, user and system, of this process and of the children that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def seconds(run: Callable[[], object]) -> float:
    """Return the CPU time of one run."""
    before = cpu()
    run()
    return cpu() - before


def asset(pages: Pages, address: str) -> bytes:
    """Return a drawing or a font by the address that the HTML gives it."""
    content = pages.drawings.get(address) or font(address)
    assert content is not None, address
    return content


def weasyprint_alone(pages: Pages) -> bytes:
    """Return a PDF that WeasyPrint makes of the final HTML by itself."""
    from weasyprint import HTML
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Assets(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Any:  # noqa: ANN401, ARG002
            return URLFetcherResponse(url, asset(pages, url), {"Content-Type": TYPES[url[-3:]]})

    source = HTML(string=pages.html, url_fetcher=Assets())
    return bytes(source.write_pdf(font_config=font_configuration(pages.html), pdf_variant="pdf/a-3a"))


def chromium(program: str, pages: Pages, folder: Path) -> None:
    """Let Chromium print the same HTML, with drawings and fonts in it."""
    html = pages.html
    for address in [*pages.drawings, *(f"asset:{path.name}" for path in (ROOT / "templates/fonts").glob("*.ttf"))]:
        content = base64.b64encode(asset(pages, address)).decode()
        for quote in "\"')":
            html = html.replace(f"{address}{quote}", f"data:{TYPES[address[-3:]]};base64,{content}{quote}")
    (folder / "page.html").write_text(html, encoding="utf-8")
    command = [program, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}"]
    command += [f"--print-to-pdf={folder / 'chromium.pdf'}", f"file://{folder / 'page.html'}"]
    subprocess.run(command, check=True, capture_output=True, timeout=300)


def typst_source(pages: Pages, folder: Path) -> Path:
    """Write chapters, tables and drawings as a document for Typst."""
    names: dict[str, str] = {}
    read = read_pages(pages)
    blocks = [*read.cover, *(block for chapter in read.chapters for block in chapter.blocks)]
    lines = ['#set page("a4", numbering: "1")', "#set text(9.6pt)", "#set heading(bookmarked: true)"]
    lines += [_typst(block, names) for block in blocks]
    for svg, name in names.items():
        (folder / name).write_text(svg, encoding="utf-8")
    source = folder / "report.typ"
    source.write_text("\n\n".join(lines), encoding="utf-8")
    return source


def _typst(block: Block, names: dict[str, str]) -> str:
    if isinstance(block, Text):
        return f"{HEADINGS.get(block.style, '')} {_pieces(block, names)}"
    rows = [block.heads, *block.rows]
    cells = [
        f"table.cell(colspan: {c.span})[{' '.join(_pieces(t, names) for t in c.texts)}]" for r in rows for c in r.cells
    ]
    return f"#table(columns: {sum(cell.span for cell in block.heads.cells)}, {', '.join(cells)})"


def _pieces(text: Text, names: dict[str, str]) -> str:
    return "".join(_typst_piece(piece, names) for piece in text.pieces)


def _typst_piece(piece: Run | Drawing, names: dict[str, str]) -> str:
    if isinstance(piece, Drawing):
        return f'#image("{names.setdefault(piece.svg, f"drawing-{len(names)}.svg")}", alt: {_quoted(piece.alt)})'
    return f"#text({_quoted(piece.text)}{', weight: 600' if piece.bold else ''})"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def peers(pages: Pages, folder: Path) -> dict[str, Callable[[], object]]:
    """Return what else can make a PDF of the same content, as far as it is installed."""
    found: dict[str, Callable[[], object]] = {}
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program:
        found["headless Chromium, same HTML"] = lambda: chromium(program, pages, folder)
    try:
        import typst
    except ImportError:
        print("Typst is not installed: pip install typst")
    else:
        source = typst_source(pages, folder)
        found["Typst, same content"] = lambda: typst.compile(str(source), output=str(folder / "typst.pdf"))
    return found


def pages_of(content: bytes | Path) -> int:
    """Return how many pages a PDF has."""
    with pikepdf.open(io.BytesIO(content) if isinstance(content, bytes) else content) as pdf:
        return len(pdf.pages)


def parts(given: ReportInput) -> None:
    """Print where our own time goes."""
    view = build_view(given, printed=True)
    rows = {
        "words and charts": lambda: build_view(given, printed=True),
        "templates": lambda: render_pages(view),
        "attachments": lambda: attachments(given),
    }
    for name, run in rows.items():
        print(f"  of it {name:30} {min(seconds(run) for _ in range(3)):6.2f} s")


def one_report(given: ReportInput, repeats: int) -> None:
    """Print the PDF of the composite example beside WeasyPrint alone and peers."""
    pages = render_pages(build_view(given, printed=True))
    made = FORMATS[".pdf"](given)  # the first is not measured: it loads libraries
    count = pages_of(made)
    with tempfile.TemporaryDirectory() as name:
        runs: dict[str, Callable[[], object]] = {
            "readiness, from the result": lambda: FORMATS[".pdf"](given),
            "WeasyPrint alone, same HTML": lambda: weasyprint_alone(pages),
            **peers(pages, Path(name)),
        }
        best = {key: min(times) for key, times in zip(runs, zip(*_turns(runs, repeats), strict=True), strict=True)}
        sizes = {"headless Chromium, same HTML": "chromium.pdf", "Typst, same content": "typst.pdf"}
        for key, value in best.items():
            of = pages_of(Path(name, sizes[key])) if key in sizes else count
            print(f"{key:36} {value:6.2f} s CPU {of:4} pages {of / value:7.1f} pages/s")
    ours, alone, *_ = best.values()
    print(f"{'beside WeasyPrint alone':36} {ours / alone:6.2f} x      goal: at most {GOAL} x")
    print(f"{f'for {PAGES} pages':36} {ours / count * PAGES:6.2f} s      goal: under {SECONDS} s")
    print(f"{'memory, at the most':36} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:6.0f} MB")
    parts(given)


def _turns(runs: Mapping[str, Callable[[], object]], repeats: int) -> list[list[float]]:
    return [[seconds(run) for run in runs.values()] for _ in range(repeats)]


def many(count: int) -> None:
    """Print how much sooner several reports are there with one process per core: by the clock, on an idle machine."""
    cores = len(os.sched_getaffinity(0))
    with tempfile.TemporaryDirectory() as name:
        for number in range(count):
            shutil.copytree(QUICK, Path(name, "in", f"agency-{number}"))
        outputs = outputs_of([f"{name}/in"], [f"{name}/out/"])
        taken = {}
        for processes in (1, cores):
            before, used = time.perf_counter(), cpu()
            outcomes = list(assess_many(outputs, RunOptions("0"), processes))
            assert not [one for one in outcomes if one.error or one.bug]
            taken[processes] = time.perf_counter() - before
            print(f"{count} quick scans, {processes} processes: {taken[processes]:.1f} s, {cpu() - used:.1f} s CPU")
    load = os.getloadavg()[0]
    print(f"{taken[1] / taken[cores]:.2f} x on {cores} cores, load {load:.1f}   goal on two: at least 1.4 x")


def main() -> None:
    """Print everything."""
    parser = argparse.ArgumentParser(description="What the PDF of the composite example costs.")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--many", type=int, default=6, help="how many reports at once; 0 leaves this out")
    parser.add_argument("--profile", action="store_true", help="show where the time of one report goes")
    options = parser.parse_args()
    if options.many:
        many(options.many)
    given = report_input(assess(str(COMPOSITE), planner=Planner.RANKED), version="0")
    if options.profile:
        profile = cProfile.Profile()
        profile.runcall(lambda: write_pdf(render_pages(build_view(given, printed=True)), attachments(given)))
        pstats.Stats(profile, stream=sys.stdout).sort_stats("cumulative").print_stats(60)
        return
    one_report(given, options.repeats)


if __name__ == "__main__":
    main()
