"""Reports of many assessments, in one process per core."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.errors import InputError, OutputError, ReadinessError, UsageError
from readiness.loading.files import STDIN, sniff
from readiness.workflows.assessing import Assessed, assess, in_language
from readiness.workflows.documents import find_documents
from readiness.workflows.outputs import check_outputs, write_outputs
from readiness.workflows.themes import theme_look

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor
    from datetime import date

    from readiness.roadmap.planners import Planner

__all__ = [
    "Outcome",
    "RunOptions",
    "assess_many",
    "assessed_with",
    "names_many",
    "outputs_of",
    "outputs_of_one",
    "translation",
]

_NAME = "{name}"
_SNIFFED = 65_536


@dataclass(frozen=True)
class RunOptions:
    """What holds for every assessment of a run, be it one or many."""

    version: str
    """The version of this tool."""
    target: str | None = None
    as_of: date | None = None
    planner: Planner | None = None
    anonymise: bool = False
    carries_inputs: bool = True
    language: str | None = None
    theme: str | None = None
    """A file that says how reports look."""
    templates: str | None = None
    """A folder of templates that take the place of ours."""
    judge: Callable[[Assessed], tuple[str, ...]] | None = None
    """What yields a sentence for each thing that is not good enough; it is sent to other processes."""


@dataclass(frozen=True)
class Outcome:
    """What became of one assessment."""

    path: str
    missed: tuple[str, ...] = ()
    """What is not good enough, in sentences."""
    error: ReadinessError | None = None
    bug: str = ""
    """The traceback of a mistake of ours."""


def outputs_of(paths: Sequence[str], patterns: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return the assessments that are meant, each with the files to write.

    Args:
        paths: Files, which are taken as they are, and folders, which are searched for assessments with those below.
        patterns: Folders, which get a PDF of each, or names that hold `{name}`: the path of an assessment without its
            suffix, below the folder that all of them have in common.

    Raises:
        UsageError: a pattern names one file for all, its suffix has no format, or two assessments have the same output.
        InputError: a folder holds no assessment, or cannot be searched.
    """
    from readiness.report.formats import FORMATS

    whole = [_pattern(one) for one in patterns]
    for one in whole:
        if Path(one).suffix.lower() not in FORMATS:
            raise UsageError(f"{one}: no format has this suffix", hint=f"the suffixes are {', '.join(FORMATS)}")
    files = [file for file in find_documents(paths) if file in paths or _is_assessment(file)]
    if not files:
        raise InputError(f"{paths[0]} holds no assessment", hint="name a file, or a folder of assessments")
    names = _names(files, [path for path in paths if Path(path).is_dir()])
    found = {file: tuple(one.replace(_NAME, name) for one in whole) for file, name in names.items()}
    taken = [os.path.realpath(output) for outputs in found.values() for output in outputs]
    if len(set(taken)) < len(taken):
        raise UsageError("two outputs have the same name", hint="two assessments there differ in their suffix alone")
    return found


def outputs_of_one(path: str, outputs: Sequence[str]) -> tuple[str, ...]:
    """Return the files to write for one assessment: by its own name where an output stands for many.

    Raises:
        UsageError: a suffix has no format.
    """
    if path == STDIN or not any(map(names_many, outputs)):
        return tuple(outputs)
    found: list[str] = []
    for output in outputs:
        found += next(iter(outputs_of([path], [output]).values())) if names_many(output) else [output]
    _make_folders(found)
    return tuple(found)


def _names(files: Sequence[str], folders: Sequence[str]) -> dict[str, str]:
    """Return each file with its path below what all files and folders have in common, without its suffix."""
    within = [Path(os.path.abspath(folder)) for folder in folders]  # noqa: PTH100  a link keeps the name it has here
    within += [Path(os.path.abspath(file)).parent for file in files]  # noqa: PTH100
    common = os.path.commonpath(within)
    return {file: str(Path(os.path.relpath(file, common)).with_suffix("")) for file in files}


def names_many(output: str) -> bool:
    """Tell whether an output stands for a file of each assessment: a folder, or a name that holds `{name}`."""
    return _NAME in output or output.endswith(("/", os.sep)) or os.path.isdir(output)  # noqa: PTH112  a name too long is no folder


def _pattern(output: str) -> str:
    if not names_many(output):
        raise UsageError(
            f"{output} would be written for every assessment", hint=f"name a folder, as out/, or out/{_NAME}.html"
        )
    return output if _NAME in output else str(Path(output, f"{_NAME}.pdf"))


def _is_assessment(file: str) -> bool:
    """Tell whether a file is one; one that cannot be opened is kept, so that reading it says why."""
    try:
        with Path(file).open("rb") as stream:
            return sniff(stream.read(_SNIFFED)) == "assessment"
    except OSError:
        return True


def assess_many(
    outputs: Mapping[str, Sequence[str]], options: RunOptions, processes: int | None = None
) -> Iterator[Outcome]:
    """Assess every file and write its reports; yield what became of each as soon as that is known.

    One that fails stops no other. No more files are under way than there are processes, so memory does not grow with
    their number. When the caller is interrupted, so are the processes, and no file is left half written.

    Args:
        outputs: For each assessment: the files to write.
        options: What holds for all.
        processes: How many to use; one per core when left out.
    """
    from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
    from multiprocessing import active_children, get_context

    before, waiting = set(active_children()), iter(outputs.items())
    size = min(processes or _cores(), len(outputs))
    pool = ProcessPoolExecutor(size, mp_context=get_context("spawn"), initializer=_wait_for_orders)
    under_way: dict[Future[Outcome], str] = {}
    try:
        while True:
            while len(under_way) < size and (job := next(waiting, None)):
                under_way[_submitted(pool, job, options)] = job[0]
            if not under_way:
                break
            for done in wait(under_way, return_when=FIRST_COMPLETED).done:
                yield _outcome(under_way.pop(done), done)
    except BaseException:
        for child in set(active_children()) - before:
            child.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _outcome(path: str, done: Future[Outcome]) -> Outcome:
    from concurrent.futures.process import BrokenProcessPool

    try:
        return done.result()
    except BrokenProcessPool:
        return Outcome(path, error=OutputError("the process ended before its report was written", hint=_MEMORY))


_MEMORY = "is there enough memory? Fewer files at once need less"


def _submitted(pool: ProcessPoolExecutor, job: tuple[str, Sequence[str]], options: RunOptions) -> Future[Outcome]:
    """Hand over a job; one that no process can take any more fails like the others."""
    from concurrent.futures import Future
    from concurrent.futures.process import BrokenProcessPool

    try:
        with _deaf():
            return pool.submit(_one, *job, options)
    except BrokenProcessPool as broken:
        failed: Future[Outcome] = Future()
        failed.set_exception(broken)
        return failed


@contextmanager
def _deaf() -> Iterator[None]:
    """Ignore interrupts: a process that starts inherits this, and says nothing when the user presses Ctrl-C."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _wait_for_orders() -> None:
    """Leave interrupts to the first process, and tidy up when it says that this one is to end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))


def _one(path: str, outputs: Sequence[str], options: RunOptions) -> Outcome:
    import traceback

    try:
        return Outcome(path, _assessed(path, outputs, options))
    except ReadinessError as error:
        return Outcome(path, error=error)
    except Exception:  # noqa: BLE001  a mistake of ours in one file stops no other, and is told with the others
        return Outcome(path, bug=traceback.format_exc())


def _assessed(path: str, outputs: Sequence[str], options: RunOptions) -> tuple[str, ...]:
    from readiness.report.formats import FORMATS

    _make_folders(outputs)
    check_outputs(path, outputs, FORMATS)
    assessed = assessed_with(path, options)
    translated = translation(assessed, options)
    look = theme_look(options.theme, options.templates)
    for _ in write_outputs(assessed, outputs, version=options.version, translated=translated, look=look):
        pass
    if assessed.no_roadmap is not None:
        raise assessed.no_roadmap
    return options.judge(assessed) if options.judge else ()


def assessed_with(path: str, options: RunOptions) -> Assessed:
    """Assess one file as the options say.

    Raises:
        ReadinessError: what `assess` raises.
    """
    assessed = assess(
        path, target=options.target, as_of=options.as_of, planner=options.planner, anonymise=options.anonymise
    )
    return replace(assessed, carries_inputs=options.carries_inputs)


def translation(assessed: Assessed, options: RunOptions) -> Assessed | None:
    """Return an assessment in the language of its reports; None where that is the one it is in.

    Raises:
        ReadinessError: what `in_language` raises.
    """
    return None if options.language is None else in_language(assessed, options.language)


def _make_folders(outputs: Sequence[str]) -> None:
    for output in outputs:
        with suppress(OSError):  # what comes next says that there is no such folder
            Path(output).parent.mkdir(parents=True, exist_ok=True)


def _cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
