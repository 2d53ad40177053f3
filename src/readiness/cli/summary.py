"""An assessment on one screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from readiness.cli.console import Console, Line, Part, Styled
from readiness.cli.first_page import decisions, facts, horizons
from readiness.cli.outlook import outlook
from readiness.cli.paragraphs import hanging, paragraph
from readiness.cli.respondents import respondents
from readiness.cli.side_by_side import Block, side_by_side
from readiness.cli.since import since_text
from readiness.cli.table import Column, bar, table, widths
from readiness.model.direction import Direction
from readiness.report.direction import WORDS
from readiness.report.fitting import estimates_in_short, switches_in_short
from readiness.report.numbers import gain_text, gap_text, percent_text, score_text
from readiness.report.tailoring import tailoring_in_short
from readiness.report.words import capitalised, long_date, sentence
from readiness.scoring.result import NodeScore, State
from readiness.workflows.assessing import agreement_of

if TYPE_CHECKING:
    from readiness.gaps import Gap
    from readiness.report.view.summary import Summary
    from readiness.scoring.result import GateOutcome
    from readiness.workflows import Assessed

__all__ = ["standing_text", "summary"]

GAPS_SHOWN = 5
_BAR_LEAST, _BAR_MOST = 9, 41


def summary(assessed: Assessed, console: Console) -> Iterator[Line]:
    """Yield page one of the report, in its order and words, with the names of questions for other commands."""
    from readiness.report.view.summary import Summary
    from readiness.workflows.outputs import first_page

    section = first_page(assessed)
    page = section.body
    assert isinstance(page, Summary)
    yield from _heading(assessed, console)
    yield from paragraph(section.title, console, style="strong")
    yield ("",)
    yield from _overall(assessed, console)
    for twelfths, left, right in _blocks(assessed, page):
        yield from side_by_side(left, right, console, twelfths=twelfths)


def _blocks(assessed: Assessed, page: Summary) -> Iterator[tuple[int, Block, Block]]:
    """Yield what stands side by side on the page, in the order in which it is read, with the share of the left."""
    yield 8, partial(_scores, assessed), partial(_beside_scores, assessed, page)
    yield 6, partial(_gaps, assessed), partial(_actions, assessed)
    yield 7, partial(horizons, page), partial(decisions, page)


def _scores(assessed: Assessed, console: Console) -> Iterator[Line]:
    from readiness.report.view.summary import widest_first

    card = assessed.scorecard
    if card.dimensions:
        yield ("",)
        yield from _standings(assessed, assessed.framework.labels[0], widest_first(card.dimensions), console)
    if card.measures:
        yield ("",)
        yield from _standings(assessed, "Beside the score", card.measures, console)


def _beside_scores(assessed: Assessed, page: Summary, console: Console) -> Iterator[Line]:
    yield from facts(page, console)
    yield from _gates(assessed, console)
    yield from _respondents(assessed, console)


def _actions(assessed: Assessed, console: Console) -> Iterator[Line]:
    if assessed.roadmap is not None:
        estimated = estimates_in_short(assessed.fitting, assessed.assessment.organisation.staff)
        yield from outlook(assessed.framework, assessed.roadmap, estimated, console)


def _respondents(assessed: Assessed, console: Console) -> Iterator[Line]:
    found = agreement_of(assessed)
    if found is not None:
        yield from respondents(found, assessed.assessment, console)


def standing_text(
    state: State | None, score: Fraction | None, target: int, direction: Direction = Direction.BETTER
) -> str:
    """Return where a question stands; a missing answer is never shown as the lowest level."""
    match state:
        case State.UNKNOWN:
            return "unknown"
        case State.UNANSWERED:
            return "not answered"
        case _:
            return score_text(score, (Fraction(target),), direction)


def _heading(assessed: Assessed, console: Console) -> Iterator[Line]:
    framework, day = assessed.framework, assessed.assessment.assessed_on
    yield (Styled(assessed.assessment.organisation.name, "strong"),)
    yield (f"{framework.title} {framework.version}, {long_date(day)}",)
    if short := tailoring_in_short(framework):
        yield from paragraph(capitalised(short), console)
    yield ("",)


def _overall(assessed: Assessed, console: Console) -> Iterator[Line]:
    root, scale = assessed.scorecard.root, assessed.framework.scale
    if root.score is None or root.level is None:
        yield (Styled("Overall: no score", "strong"), f", because {_why_no_score(assessed)}")
    else:
        level = f"level {root.level} {scale.name_of(root.level)}"
        worse = root.direction.pick("", "; higher is worse")
        yield (Styled(f"Overall: {_score(root)} of {scale.highest}", "strong"), f", {level}{worse}")
    for label, value in _overall_facts(assessed):
        yield from paragraph(value, console, " " * 13, f"  {label:<11}")


def _why_no_score(assessed: Assessed) -> str:
    if not assessed.framework.question:
        return "the framework asks no question"
    if not assessed.scorecard.root.coverage.applicable:
        return "no question applies"
    return "an answer is missing that it cannot do without"


def _overall_facts(assessed: Assessed) -> Iterator[tuple[str, str]]:
    root, coverage = assessed.scorecard.root, assessed.scorecard.root.coverage
    if root.band is not None:
        yield "band", root.band.name
    if assessed.target is not None:
        gap = "met" if root.gap == 0 else f"gap {gap_text(root.gap)}" if root.gap else "no gap can be said"
        yield "target", f"{score_text(root.target)} ({assessed.target.title}), {gap}"
        if switched := switches_in_short(assessed.fitting, assessed.scorecard.target_id):
            yield "switched", switched
    if assessed.since is not None:
        yield "changed", since_text(assessed.since)
    missing = coverage.applicable - coverage.answered
    if root.low != root.high and missing:
        one = "the missing answer turns" if missing == 1 else f"the {missing} missing answers turn"
        yield "range", f"{_range(root)}, as {one} out"
    share = percent_text(coverage.answered, coverage.applicable)
    yield "answered", f"{coverage.answered} of {coverage.applicable} questions, {share}"
    if root.evidenced is not None:
        yield (
            "evidenced",
            f"{score_text(root.evidenced)}, if answers count only as far as evidence in date carries them",
        )


def _standings(assessed: Assessed, heading: str, nodes: Sequence[NodeScore], console: Console) -> Iterator[Line]:
    columns = [Column(heading), Column("score", right=True), Column("range")]
    rows: list[list[Part]] = [[node.title, _score(node), _range(node)] for node in nodes]
    if assessed.target is not None:
        columns += [Column("target", right=True), Column("gap")]
        rows = [[*row, *_distance(node)] for row, node in zip(rows, nodes, strict=True)]
    size = _bar_size(columns, rows, console)
    if size:
        scale = assessed.framework.scale
        columns.append(Column(f"{scale.lowest}{scale.highest:>{size - len(str(scale.lowest))}}", eyes_only=True))
        rows = [[*row, _bar(assessed, node, size, console)] for row, node in zip(rows, nodes, strict=True)]
    yield from table(columns, rows, console)


def _distance(node: NodeScore) -> list[Part]:
    gap = gap_text(node.gap)
    return ["" if node.target is None else score_text(node.target), Styled(gap, "good") if gap == "met" else gap]


def _bar_size(columns: Sequence[Column], rows: Sequence[Sequence[Part]], console: Console) -> int:
    """Return the cells that are left for a bar, 0 when it would say nothing."""
    taken = sum(widths(columns, rows, console.width)) + 2 * len(columns) + 2
    room = min(_BAR_MOST, console.width - taken)
    return room if room >= _BAR_LEAST and not console.is_plain else 0


def _bar(assessed: Assessed, node: NodeScore, size: int, console: Console) -> str:
    if node.score is None:
        return ""
    scale = assessed.framework.scale

    def place(score: Fraction) -> Fraction:
        return (score - scale.lowest) / scale.span

    target = None if node.target is None else place(node.target)
    high = place(node.score if node.high is None else node.high)
    beyond = bool(node.gap) is (node.direction is Direction.WORSE)
    return bar(place(node.score), target, high=high, size=size, blocks=console.shows_blocks, beyond=beyond)


def _gates(assessed: Assessed, console: Console) -> Iterator[Line]:
    holding = [gate for gate in assessed.scorecard.gates if gate.holds]
    doubtful = sum(not gate.holds and not gate.certain for gate in assessed.scorecard.gates)
    if holding or doubtful:
        yield ("",)
        yield (Styled(assessed.scorecard.root.direction.pick("Held down", "Kept from falling"), "strong"),)
    for gate in holding:
        yield from hanging(_gate_text(assessed, gate), console, "  ")
    if doubtful:
        yield (f"  {doubtful} more {'cap' if doubtful == 1 else 'caps'} may apply once the missing answers are known",)


def _gate_text(assessed: Assessed, gate: GateOutcome) -> str:
    node, span = assessed.scorecard.node[gate.node], assessed.framework.scale.span
    by = gain_text(abs(gate.loss) * span).removeprefix("+")
    costs, nothing = node.direction.pick(("costs", "takes nothing away"), ("adds to", "adds nothing"))
    effect = f"which {costs} it {by}" if gate.loss else f"which {nothing} now"
    return f"{node.title} cannot score {WORDS[node.direction].beyond} {gate.cap}, {effect}. {sentence(gate.because)}"


def _gaps(assessed: Assessed, console: Console) -> Iterator[Line]:
    yield ("",)
    if assessed.target is None:
        yield from paragraph("The framework has no target profile: there are no gaps and no roadmap.", console)
        return
    if not assessed.gaps:
        yield (Styled("No gaps", "strong"), ": every question meets its target")
        return
    from readiness.report.view.summary import most_endangering

    shown = most_endangering(assessed.gaps)[:GAPS_SHOWN]
    count = len(assessed.gaps)
    few = f"{len(shown)} of {count}" if count > len(shown) else f"all {count}"
    adds = WORDS[assessed.scorecard.root.direction].adds
    yield (Styled("The gaps that endanger most", "strong"),)
    yield from paragraph(f"{few}, with what closing one alone {adds}", console, "  ")
    columns = [
        Column("question"),
        Column("now", right=True),
        Column("target", right=True),
        Column(adds, right=True),
        Column("id"),
    ]
    yield from table(columns, [_gap_row(assessed, gap) for gap in shown], console)


def _gap_row(assessed: Assessed, gap: Gap) -> list[Part]:
    node = assessed.scorecard.node[gap.question]
    now = standing_text(gap.state, gap.score, gap.target, node.direction)
    gain = gain_text(gap.gain, assessed.scorecard.root.direction)
    return [node.title, now, str(gap.target), gain, gap.question]


def _score(node: NodeScore) -> str:
    return score_text(node.score, () if node.target is None else (node.target,), node.direction)


def _range(node: NodeScore) -> str:
    return "" if node.low == node.high else f"{score_text(node.low)} to {score_text(node.high)}"
