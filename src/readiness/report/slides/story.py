"""Which slides there are: one for each thing that a board has to know, if there is something to say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeVar

from readiness.report.inputs import ReportInput
from readiness.report.numbers import money_shown, score_shown
from readiness.report.slides.deck import Chart, Deck, Form, Grid, Line, Place, Say, Series, Slide
from readiness.report.view import ReportView, build_view
from readiness.report.view.context import Context
from readiness.report.view.gaps import Gaps
from readiness.report.view.gates import Gates
from readiness.report.view.money import Money, spans
from readiness.report.view.parts import Fact
from readiness.report.view.profile import Profile
from readiness.report.view.roadmap import Plan
from readiness.report.view.strengths import Strengths
from readiness.report.view.summary import Summary
from readiness.report.view.trust import Trust
from readiness.report.wording import gettext, speaking
from readiness.report.words import quarter_text, shortened

if TYPE_CHECKING:
    from readiness.report.view.annexes import RegisterLine
    from readiness.report.view.decisions import Decision
    from readiness.scoring.result import NodeScore

__all__ = ["build_deck"]

_TITLE = 120
"""Characters that fit on two lines above a slide."""
_ROWS = 5
_BETWEEN = "\u200e · \u200e"
_Body = TypeVar("_Body")


def build_deck(given: ReportInput) -> Deck:
    """Return the slides of a report, in its own words."""
    view = build_view(given)
    with speaking(given.wording):
        return _Story(given, Context(given), view).deck()


@dataclass(frozen=True)
class _Story:
    given: ReportInput
    context: Context
    view: ReportView

    def deck(self) -> Deck:
        cover = self.view.cover
        return Deck(
            organisation=shortened(cover.organisation, 90),
            title=shortened(cover.title, 70),
            subtitle=shortened(cover.subtitle, 120),
            facts=tuple(f"{fact.name}: {fact.value}" for fact in cover.facts[:4]),
            footer=_BETWEEN.join(one for one in (self.view.look.marking, shortened(self.view.footer, 90)) if one),
            look=self.view.look,
            slides=tuple(slide for slide in (make() for make in self._makers()) if slide is not None),
        )

    def _makers(self) -> tuple[Callable[[], Slide | None], ...]:
        protect = self._strengths if self._body("strengths", Strengths) else self._gates
        return (
            self._summary,
            self._profile,
            protect,
            self._gaps,
            self._trust,
            self._roadmap,
            self._first,
            self._costs,
            self._decisions,
        )

    def _body(self, id_: str, kind: type[_Body]) -> _Body | None:
        found = next((section.body for section in self.view.sections if section.id == id_), None)
        return found if isinstance(found, kind) else None

    def _found(self, id_: str) -> Any:  # noqa: ANN401  what a chapter holds that is no class of its own
        return next((section.body for section in self.view.sections if section.id == id_), ())

    def _slide(self, id_: str, parts: tuple[Say | Grid | Chart, ...], notes: Iterator[str]) -> Slide:
        section = next(section for section in self.view.sections if section.id == id_)
        whole = [section.title] if len(section.title) > _TITLE else []
        return Slide(
            kicker=shortened(section.kicker, 80),
            title=shortened(section.title, _TITLE),
            parts=parts,
            notes=(*whole, *(text for text in notes if text)),
        )

    def _summary(self) -> Slide | None:
        body = self._body("summary", Summary)
        if body is None:
            return None
        score = Line(body.out_of if body.bar else "", key=body.score)
        left = (score, Line(shortened(body.lead, 330), large=True), Line(shortened(body.trust, 200), quiet=True))
        right = tuple(_facts(body.facts))

        def notes() -> Iterator[str]:
            yield from (body.lead, body.trust, body.at_once, body.chain)

        said = tuple(line for line in left if line.text or line.key)
        return self._slide("summary", (Say(said, Place.LEFT), Say(right, Place.RIGHT)), notes())

    def _profile(self) -> Slide | None:
        body = self._body("profile", Profile)
        nodes = [node for node in self.context.dimensions if node.score is not None]
        if body is None or not nodes:
            return None
        rows = {row.name: row for row in body.rows}

        def notes() -> Iterator[str]:
            for node in nodes:
                row = rows.get(node.title)
                yield row.strip.alt if row else ""
            if body.firmness:
                yield body.firmness.sentence

        return self._slide("profile", (self._profile_chart(nodes),), notes())

    def _profile_chart(self, nodes: list[NodeScore]) -> Chart:
        scores = tuple(_shown(node, node.score) for node in nodes)
        targets = tuple(_shown(node, node.target) for node in nodes)
        series = [Series(gettext("Score"), scores, "score")]
        if any(target is not None for target in targets):
            series.append(Series(gettext("Target"), targets, "target"))
        alt = "; ".join(self.context.strip(node, width=50, height=5).alt for node in nodes)
        scale = self.context.scale
        names = tuple(shortened(node.title, 36) for node in nodes)
        return Chart(Form.BARS, alt, names, tuple(series), "0.0", scale.lowest - 1, scale.highest)

    def _strengths(self) -> Slide | None:
        body = self._body("strengths", Strengths)
        assert body is not None
        heads = (gettext("Question"), gettext("What is in place"))
        rows = tuple((shortened(row.topic, 60), shortened(row.protect, 130)) for row in body.rows[:_ROWS])
        title = gettext("Answers that meet their target, {order}", order=body.order)

        def notes() -> Iterator[str]:
            for row in body.rows[:_ROWS]:
                yield f"{row.topic}: {row.protect} {row.evidence}"
            yield body.rest

        return self._slide("strengths", (Grid(title, heads, (4, 8), rows),), notes())

    def _gates(self) -> Slide | None:
        body = self._body("gates", Gates)
        if body is None:
            return None
        lines = (*body.holding, *body.open)[:_ROWS]
        heads = (gettext("Area"), gettext("Rule"), gettext("State"))
        rows = tuple((shortened(one.area, 40), shortened(one.rule, 90), shortened(one.state, 70)) for one in lines)

        def notes() -> Iterator[str]:
            yield body.about
            for one in lines:
                yield f"{one.area}: {one.rule} {one.state} {one.because}"

        return self._slide("gates", (Grid(gettext("Gates"), heads, (3, 5, 4), rows),), notes())

    def _gaps(self) -> Slide | None:
        body = self._body("gaps", Gaps)
        if body is None:
            return None
        cards = body.cards[:_ROWS]
        heads = (gettext("Question"), gettext("Score to target"), self.view.gain_word, gettext("What will be done"))
        rows = tuple(
            (
                shortened(card.topic, 50),
                shortened(card.standing, 60),
                card.gain,
                shortened(card.remedies[0].text, 80) if card.remedies else "",
            )
            for card in cards
        )

        def notes() -> Iterator[str]:
            yield body.about
            for card in cards:
                yield f"{card.topic}: {card.why}"

        return self._slide("gaps", (Grid(gettext("Gaps"), heads, (6, 6, 2, 8), rows),), notes())

    def _trust(self) -> Slide | None:
        body = self._body("trust", Trust)
        if body is None:
            return None
        shown = sorted(body.evidence, key=lambda line: line.backed == line.needs)[:_ROWS]
        heads = (body.dimension_word, gettext("Answered"), gettext("Need evidence"), gettext("Have it in date"))
        rows = tuple((shortened(one.name, 40), one.answered, one.needs, one.backed) for one in (*shown, body.total))
        grid = Grid(gettext("How far the answers can be relied on"), heads, (5, 3, 3, 3), rows)

        def notes() -> Iterator[str]:
            yield body.evidenced
            yield from body.method
            if body.firmness:
                yield body.firmness.sentence
            yield from (f"{one.name}: {one.text}" for one in body.missing)

        return self._slide("trust", (grid,), notes())

    def _roadmap(self) -> Slide | None:
        body, plan = self._body("roadmap", Plan), self.given.roadmap
        if body is None or plan is None:
            return None
        goal, quarters = plan.target_score, plan.quarters
        series = [
            Series(
                gettext("Expected overall score"), self._scores(plan.start_score, *(q.score for q in quarters)), "score"
            ),
            Series(gettext("Target"), self._scores(*[goal] * (len(quarters) + 1)), "target"),
        ]
        if goal is None:
            series.pop()
        chart = Chart(
            form=Form.LINES,
            alt=body.projection.alt if body.projection else "",
            categories=(gettext("Now"), *(quarter_text(quarter.label) for quarter in quarters)),
            series=tuple(series),
            number_format="0.0",
            lowest=self.context.scale.lowest,
            highest=self.context.scale.highest,
        )

        def notes() -> Iterator[str]:
            yield from (chart.alt, body.proved, body.ways)

        return self._slide("roadmap", (chart,), notes())

    def _scores(self, *scores: Fraction | None) -> tuple[float | None, ...]:
        goal = self.given.roadmap.target_score if self.given.roadmap else None
        lines = () if goal is None else (goal,)
        direction = self.context.root.direction
        return tuple(None if one is None else float(score_shown(one, lines, direction)) for one in scores)

    def _first(self) -> Slide | None:
        body = self._body("summary", Summary)
        lines: tuple[RegisterLine, ...] = self._found("annex-actions")
        if body is None or not lines:
            return None
        heads = (gettext("No."), gettext("Action"), gettext("Owner"), gettext("When"), self.view.gain_word)
        rows = tuple((one.number, one.title, one.owner, one.when, one.gain) for one in lines[:_ROWS])
        title = gettext("The actions to start first")
        notes = tuple(f"{one.number}: {one.title}. {one.why}" for one in lines[:_ROWS])
        return Slide(
            kicker=title,
            title=shortened(body.at_once or title, _TITLE),
            parts=(Grid(title, heads, (1, 6, 4, 3, 2), rows),),
            notes=(*notes, body.chain) if body.chain else notes,
        )

    def _costs(self) -> Slide | None:
        body, plan = self._body("costs", Money), self.given.roadmap
        if body is None or plan is None:
            return None
        names, parts = zip(*spans(plan), strict=True)
        sides = ((gettext("Low"), "low"), (gettext("Likely"), "likely"), (gettext("High"), "high"))
        series = tuple(
            Series(name, tuple(_cost(sum((q.cost[side] for q in part), Fraction(0))) for part in parts), role)
            for side, (name, role) in enumerate(sides)
        )
        alt = "; ".join(f"{one.name}: {one.cost}, {one.effort}" for one in body.horizons)
        chart = Chart(Form.COLUMNS, alt, names, series, "#,##0", lowest=0, place=Place.LEFT)
        facts = tuple(_facts(body.facts[:4]))

        def notes() -> Iterator[str]:
            yield alt
            yield from (body.budget, *body.notes)

        spent = any(any(one.values) for one in series)
        said = Say(facts, Place.RIGHT if spent else Place.WHOLE)
        return self._slide("costs", (chart, said) if spent else (said,), notes())

    def _decisions(self) -> Slide | None:
        found: tuple[Decision, ...] = self._found("decisions")
        if not found:
            return None
        heads = (gettext("No."), gettext("Decision"), gettext("When"))
        rows = tuple((f"{n}", shortened(one.what, 110), one.by) for n, one in enumerate(found[: _ROWS + 1], 1))

        def notes() -> Iterator[str]:
            for number, one in enumerate(found, 1):
                yield f"{number}. {one.what} {one.why} {one.by}."

        return self._slide("decisions", (Grid(gettext("Decisions"), heads, (1, 9, 4), rows),), notes())


def _facts(facts: Iterable[Fact]) -> Iterator[Line]:
    for fact in facts:
        yield Line(fact.name, quiet=True)
        yield Line(fact.detail, key=fact.value)


def _shown(node: NodeScore, value: Fraction | None) -> float | None:
    """Return a score of a node as the report prints it."""
    if value is None:
        return None
    lines = () if node.target is None or value is node.target else (node.target,)
    return float(score_shown(value, lines, node.direction))


def _cost(amount: Fraction) -> float:
    return float(money_shown(amount))
