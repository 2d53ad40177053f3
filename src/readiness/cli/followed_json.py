"""An earlier plan beside a later assessment, as values that JSON has; `readiness schema progress` describes them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from readiness.cli.followed_notes import notes
from readiness.report.exact import exactly
from readiness.report.roadmap_json import roadmap_values
from readiness.roadmap.progress import Standing

if TYPE_CHECKING:
    from readiness.roadmap.plan import PlannedAction, Roadmap
    from readiness.roadmap.progress import ActionProgress, Figures, Progress
    from readiness.workflows import Followed

__all__ = ["progress_json"]


def progress_json(followed: Followed, *, version: str) -> dict[str, object]:
    """Return everything that the text says, and the whole new plan."""
    earlier, assessed, progress = followed.earlier, followed.assessed, followed.progress
    framework, roadmap = assessed.framework, assessed.roadmap
    return {
        "readiness": "progress/1",
        "tool": {"name": "readiness", "version": version},
        "framework": {"id": framework.id, "version": framework.version, "planned-with": earlier.framework.version},
        "organisation": assessed.assessment.organisation.name,
        "planned-on": earlier.assessed_on.isoformat(),
        "assessed-on": assessed.assessment.assessed_on.isoformat(),
        "notes": notes(followed),
        "maturity": _maturity(progress),
        "counts": _counts(progress),
        "actions": [_action(one, roadmap) for one in progress.actions],
        "added": [_place(one, roadmap) for one in progress.added] if roadmap else [],
        "roadmap": roadmap_values(roadmap, framework) if roadmap else None,
    }


def _maturity(progress: Progress) -> dict[str, object]:
    return {
        "quarter": progress.quarter.label if progress.quarter else None,
        "projected": _figures(progress.projected),
        "reached": _figures(progress.reached),
        "areas": [
            {
                "id": one.node.id,
                "title": one.node.title,
                "projected": exactly(one.projected),
                "reached": exactly(one.node.score),
            }
            for one in progress.parts
        ],
    }


def _figures(figures: Figures) -> dict[str, object]:
    return {"score": exactly(figures.score), "low": exactly(figures.low), "high": exactly(figures.high)}


def _counts(progress: Progress) -> dict[str, int]:
    states = Counter(one.standing for one in progress.actions)
    late = sum(one.is_late for one in progress.actions)
    return {**{_key(standing): states[standing] for standing in Standing}, "late": late}


def _key(words: str) -> str:
    return words.replace(" ", "-")


def _action(one: ActionProgress, roadmap: Roadmap | None) -> dict[str, object]:
    return {
        "number": one.before.number,
        "id": one.before.id,
        "title": one.before.title,
        "owner": one.before.owner,
        "planned": {"starts": one.first.starts.isoformat(), "ends": one.last.ends.isoformat()},
        "state": _key(one.standing),
        "late": one.is_late,
        "share-done": exactly(one.share),
        "finished": one.finished.isoformat() if one.finished else None,
        "brings": list(one.brings),
        "short": list(one.short),
        "dropped": one.dropped,
        "because": one.because or None,
        "now": {**_place(one.now, roadmap), "months-later": one.months_later} if one.now and roadmap else None,
        "left-out": one.left_out.reason if one.left_out else None,
    }


def _place(one: PlannedAction, roadmap: Roadmap) -> dict[str, object]:
    return {
        "number": one.number,
        "id": one.action.id,
        "starts": roadmap.quarters[one.start].starts.isoformat(),
        "ends": roadmap.quarters[one.end - 1].ends.isoformat(),
    }
