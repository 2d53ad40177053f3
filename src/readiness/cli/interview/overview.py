"""All questions with their answers, what is missing, and the page at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readiness.cli.console import Console, Line, Styled
from readiness.cli.interview.said import detail_words, short
from readiness.cli.paragraphs import paragraph
from readiness.cli.text import cut, padded, width_of
from readiness.interview.details import detail_value
from readiness.interview.state import Kind, Spot, State
from readiness.report.words import sized
from readiness.scoring.result import State as Known

__all__ = ["check_lines", "list_lines", "missing_of", "progress_words", "todo_lines"]

_ALL = "all"
_WIDEST_ID = 28
_MOST_NAMED = 6


def progress_words(state: State) -> str:
    """Return how many of the questions that are asked have an answer."""
    return f"{_done(state, state.asked)} of {sized(len(state.asked), 'question')} answered"


def _done(state: State, ids: Sequence[str]) -> int:
    return sum(not state.known[id_].is_missing for id_ in ids)


def list_lines(state: State, of: str, console: Console) -> Iterator[Line]:
    """Yield the areas with how far each has come, and the questions of one of them, or of all."""
    chosen = of or _here(state)
    yield from _details(state, console) if of == _ALL else ()
    for title, id_, ids in _tops(state):
        inside = of == _ALL or chosen in {id_, *ids} or chosen in _areas(state, ids)
        asked = [one for one in ids if one in state.asked]
        yield (Styled(title, "strong"), f"  {_done(state, asked)} of {len(asked)} answered")
        if inside:
            yield from _questions(state, ids, console)
    if of != _ALL:
        yield ("  list all shows every question; g ID goes to one",)


def _here(state: State) -> str:
    return state.at.id if state.at.kind is Kind.QUESTION else _ALL


def _tops(state: State) -> Iterator[tuple[str, str, list[str]]]:
    """Yield the title and id of each top area with its questions; those without an area stand under the framework."""
    framework = state.framework
    groups: dict[str, list[str]] = {}
    titles = {framework.id: framework.title} | {area.id: area.title for area in framework.areas}
    for id_, (_, above) in framework.placed.items():
        groups.setdefault(above[0].id if above else framework.id, []).append(id_)
    yield from ((titles[top], top, ids) for top, ids in groups.items())


def _areas(state: State, ids: Sequence[str]) -> set[str]:
    return {area.id for id_ in ids for area in state.framework.placed[id_][1]}


def _details(state: State, console: Console) -> Iterator[Line]:
    yield (Styled("About the organisation", "strong"),)
    for detail in state.setting.details.values():
        value = detail_words(detail_value(state.assessment.organisation, detail))
        yield _row(detail.key.rpartition(".")[2], value, console)


def _questions(state: State, ids: Sequence[str], console: Console) -> Iterator[Line]:
    for id_ in ids:
        yield _row(id_, _standing(state, id_), console)


def _row(name: str, words: str, console: Console) -> Line:
    if console.is_plain:
        return (cut(f"{name}: {words}", console.width),)
    name = name if width_of(name) > _WIDEST_ID else padded(name, _WIDEST_ID)
    return (cut(f"  {name}  {words}", console.width),)


def _standing(state: State, id_: str) -> str:
    if state.known[id_] is Known.HIDDEN:
        return "not asked"
    if Spot(Kind.QUESTION, id_) in state.skipped:
        return "skipped for now"
    return short(state.assessment.answers.get(id_))


def missing_of(state: State) -> dict[str, tuple[str, ...]]:
    """Return what is missing, in words, each with the questions where it is."""
    known, answers = state.known, state.assessment.answers
    leaf, evaluation = state.evaluation.scorer.leaf, state.evaluation
    backed = (id_ for id_ in state.asked if evaluation.reading(leaf[id_]).needs_evidence)
    facts = (key for key, one in state.setting.details.items() if one.fact and state.is_open(Spot(Kind.DETAIL, key)))
    last = (id_ for id_ in state.asked if id_ in state.setting.last_time and known[id_] is Known.UNANSWERED)
    found = {
        "not answered": tuple(id_ for id_ in state.asked if known[id_] is Known.UNANSWERED),
        "answered last time, and not confirmed": tuple(last),
        "not known by those who were asked": tuple(id_ for id_ in state.asked if known[id_] is Known.UNKNOWN),
        "without evidence in date, which the answer needs": tuple(id_ for id_ in backed if id_ in answers),
        "not known about the organisation": tuple(key.rpartition(".")[2] for key in facts),
    }
    return {words: ids for words, ids in found.items() if ids}


def todo_lines(state: State, console: Console, most: int | None = None) -> Iterator[Line]:
    """Yield what is missing; of many questions with the same thing only the first `most`."""
    missing = missing_of(state)
    if not missing:
        yield ("  Nothing is missing.",)
    for words, ids in missing.items():
        more = f" and {len(ids) - most} more; todo shows all" if most is not None and len(ids) > most else ""
        yield from paragraph(f"{len(ids)} {words}: {', '.join(ids[:most])}{more}", console, "    ", "  ")


def check_lines(state: State, console: Console, *, is_first: bool) -> Iterator[Line]:
    """Yield the page at the end: all answers the first time, and last, where it is seen, what is missing."""
    yield ("",)
    yield (Styled("Check your answers", "strong"),)
    if is_first:
        yield from list_lines(state, _ALL, console)
        yield ("",)
    else:
        yield ("  list all shows every answer",)
    yield (Styled(f"{progress_words(state)}.", "strong"),)
    yield from todo_lines(state, console, _MOST_NAMED)
    open_ = len(missing_of(state).get("not answered", ()))
    later = f"; {sized(open_, 'question')} can be answered later" if open_ else ""
    yield from paragraph(f"g ID changes an answer. Enter finishes{later}.", console, "  ", "  ")
