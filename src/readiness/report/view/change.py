"""What has changed since the assessment before, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from readiness.comparison.compare import Comparison, NodeChange
from readiness.comparison.course import Cause, Course
from readiness.comparison.moves import Move
from readiness.report.change_title import Areas, change_title
from readiness.report.charts.changes import Turn, change_strip
from readiness.report.hundredths import added_up, difference, hundredths_text, units_between
from readiness.report.since import Since
from readiness.report.view.context import Context
from readiness.report.view.moved import MovedAnswers, MovedLine, title_today
from readiness.report.view.parts import Fact, Labelled, Mark
from readiness.report.view.section import Section
from readiness.report.wording import gettext, ngettext
from readiness.report.words import capitalised, joined, long_date, month_year, sentence
from readiness.scoring.result import NodeScore

__all__ = ["CauseLine", "ChangeRow", "Changed", "change", "change_fact"]

_WIDTH, _HEIGHT = 62.0, 6.0
_SCREEN_WIDTH = 50.0
_MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """An area before and now."""

    name: str
    was: str
    now: str
    change: str
    strip: Mark


@dataclass(frozen=True, slots=True)
class CauseLine:
    """One line of the sum from before to now."""

    label: str
    score: str
    evidenced: str


@dataclass(frozen=True, slots=True)
class Changed:
    """The chapter on what has changed."""

    about: str
    notes: tuple[str, ...]
    dimension_word: str
    was: str
    """The month of the assessment before."""
    now: str
    rows: tuple[ChangeRow, ...]
    overall: ChangeRow
    causes: tuple[CauseLine, ...]
    has_evidenced: bool
    better: tuple[MovedLine, ...]
    worse: tuple[MovedLine, ...]
    rest: str
    """How many answers moved beyond those with a line, and what all do only together."""
    turned: tuple[Labelled, ...]
    """Targets met and lost, evidence, gates and questions that are others now."""


def change(context: Context) -> Section | None:
    """Return the chapter on what has changed, if an assessment before this one is named."""
    since = context.given.since
    if since is None:
        return None
    made = _Chapter(context, since)
    return Section("change", "change", gettext("What has changed"), made.title(), made.body())


def change_fact(context: Context) -> tuple[Fact, ...]:
    """Return by how much the overall score moved since the assessment before, if one is named."""
    since = context.given.since
    course = since.compared.comparison.overall.score if since else None
    if since is None or course is None or course.before is None or course.after is None:
        return ()
    old = since.compared.comparison.old
    name = gettext("Change since {month}", month=month_year(old.assessment.assessed_on))
    return (Fact(name, _difference(course), gettext("from {score}", score=hundredths_text(course.before))),)


@dataclass(frozen=True)
class _Chapter:
    context: Context
    since: Since

    @property
    def comparison(self) -> Comparison:
        return self.since.compared.comparison

    @property
    def day(self) -> str:
        return long_date(self.comparison.old.assessment.assessed_on)

    @property
    def areas(self) -> tuple[NodeChange, ...]:
        return (*self.comparison.dimensions, *self.comparison.measures)

    def title(self) -> str:
        course = self.comparison.overall.score
        moved = [_units(one.score) for one in self.comparison.dimensions]
        areas = Areas(
            rose=sum(units > 0 for units in moved),
            fell=sum(units < 0 for units in moved),
            total=len(self.comparison.dimensions),
            word=self.context.dimension_word,
        )
        month = month_year(self.comparison.old.assessment.assessed_on)
        return change_title(course.before, course.after, areas, month=month, is_same=self.comparison.says_nothing)

    def body(self) -> Changed:
        comparison = self.comparison
        days = (comparison.old.assessment.assessed_on, comparison.new.assessment.assessed_on)
        has_evidenced = any(one.evidenced != one.score for one in (comparison.overall, *self.areas))
        answers = MovedAnswers(self.context, comparison)
        return Changed(
            about=self._about(),
            notes=tuple(self._notes()),
            dimension_word=capitalised(self.context.dimension_word),
            was=month_year(days[0]),
            now=month_year(days[1]),
            rows=tuple(self._row(one) for one in self.areas),
            overall=self._row(comparison.overall),
            causes=tuple(self._causes(has_evidenced=has_evidenced)),
            has_evidenced=has_evidenced,
            better=answers.better,
            worse=answers.worse,
            rest=answers.rest,
            turned=tuple(Labelled(name, text) for name, text in self._turned() if text),
        )

    def _about(self) -> str:
        said = gettext("Compared with the assessment of {date}.", date=self.day)
        if self.context.target_name and self.comparison.old.target_id:
            target = gettext("Both are held against the target {target}.", target=self.context.target_name)
            return f"{said} {target}"
        return said

    def _notes(self) -> Iterator[str]:
        """Yield what to know before the two are compared."""
        compared, old, new = self.since.compared, self.comparison.old, self.comparison.new
        name = old.assessment.organisation.name
        if name != new.assessment.organisation.name:
            yield gettext("The assessment of {date} is of {name}.", date=self.day, name=name)
        versions = {"old": compared.old_version, "new": new.framework.version}
        if not compared.is_old_framework_known:
            yield gettext(
                "Version {old} of the framework, which was answered then, is not at hand. Its answers are scored with "
                "version {new}, so what the framework changed is not seen.",
                **versions,
            )
        elif compared.old_version != new.framework.version:
            yield gettext(
                "Version {old} of the framework was answered then, and version {new} now. What the framework changed "
                "is told apart from what the agency did.",
                **versions,
            )
        was, now = old.framework.scale, new.framework.scale
        if (was.lowest, was.highest) != (now.lowest, now.highest):
            yield gettext("The two have different scales, so scores before and now are not alike.")

    def _row(self, one: NodeChange) -> ChangeRow:
        course = one.score
        was = gettext("new") if one.before is None else hundredths_text(course.before)
        now = gettext("gone") if one.after is None else hundredths_text(course.after)
        moved = _difference(course)
        name = title_today(self.context, one.node)
        words = gettext("{was} before, {now} now", was=was, now=now)
        alt = capitalised(words) if self.context.extent.is_for_screen else f"{name}: {words}"
        target = one.after.target if one.after else None
        strip = change_strip(
            Turn(_float(course.before), _float(course.after), _float(target)),
            self.context.scale,
            width=_SCREEN_WIDTH if self.context.extent.is_for_screen else _WIDTH,
            height=_HEIGHT,
            title=alt,
        )
        return ChangeRow(name, was, now, moved, Mark(strip, alt))

    def _causes(self, *, has_evidenced: bool) -> Iterator[CauseLine]:
        """Yield the sum from before to now, of the score and of what evidence carries."""
        courses = [self.comparison.overall.score, *([self.comparison.overall.evidenced] if has_evidenced else [])]
        if any(course.change is None for course in courses):
            return
        sums = [added_up(*_ends(course), [step.change for step in course.steps]) for course in courses]
        first = gettext("Before, {date}", date=self.day)
        last = gettext("Now, {date}", date=long_date(self.comparison.new.assessment.assessed_on))
        yield CauseLine(first, sums[0][0], sums[-1][0])
        done = [
            {step.causes: text for step, text in zip(course.steps, texts, strict=True) if step.change}
            for course, (_, texts, _) in zip(courses, sums, strict=True)
        ]
        words = _cause_words()
        for causes in sorted({*done[0], *done[-1]}, key=_order):
            label = capitalised(joined([words[one] for one in causes]))
            yield CauseLine(label, done[0].get(causes, ""), done[-1].get(causes, ""))
        yield CauseLine(last, sums[0][2], sums[-1][2])

    def _turned(self) -> Iterator[tuple[str, str]]:
        comparison = self.comparison
        yield gettext("Meets its target now"), self._named(comparison.met)
        yield gettext("No longer meets its target"), self._named(comparison.lost)
        expired, backed = (
            [one.after for one in comparison.questions if one.move is move] for move in (Move.EXPIRED, Move.BACKED)
        )
        yield gettext("The same answer, and its evidence ran out or is gone"), self._named(expired)
        yield gettext("The same answer, and evidence has come"), self._named(backed)
        caps = [rule for rule in comparison.rules if rule.kind == "cap"]
        yield gettext("Held by a gate now"), self._named([rule.node for rule in caps if not rule.applied_before])
        yield gettext("No longer held by a gate"), self._named([rule.node for rule in caps if not rule.applies_now])
        yield gettext("New questions"), self._named(comparison.added)
        yield gettext("Questions that are gone"), self._named(comparison.removed)

    def _named(self, nodes: Sequence[NodeScore]) -> str:
        names = list(dict.fromkeys(title_today(self.context, node) for node in nodes))
        shown = names if self.context.extent.is_whole else names[:_MOST_NAMED]
        more = len(names) - len(shown)
        rest = ngettext("and {count} more", "and {count} more", more)
        return sentence("; ".join([*shown, *([rest] if more else [])])) if names else ""


def _cause_words() -> dict[Cause, str]:
    return {
        Cause.REMOVED: gettext("questions that were dropped"),
        Cause.RULES: gettext("rules and weights that changed"),
        Cause.ADDED: gettext("new questions, with their answers"),
        Cause.FACTS: gettext("facts about the organisation"),
        Cause.EXPIRED: gettext("evidence that ran out or is gone"),
        Cause.BACKED: gettext("evidence that has come since"),
        Cause.ANSWERS: gettext("answers that changed"),
    }


def _order(causes: tuple[Cause, ...]) -> int:
    return list(Cause).index(causes[-1])


def _ends(course: Course) -> tuple[Fraction, Fraction]:
    assert course.before is not None
    assert course.after is not None
    return course.before, course.after


def _units(course: Course) -> int:
    """Return by how many hundredths a score moved, as it is shown; by none without a score on both sides."""
    return 0 if course.before is None or course.after is None else units_between(course.before, course.after)


def _difference(course: Course) -> str:
    """Return by how much a score moved; nothing without a score on both sides."""
    return "" if course.before is None or course.after is None else difference(course.before, course.after)


def _float(value: Fraction | None) -> float | None:
    return None if value is None else float(value)
