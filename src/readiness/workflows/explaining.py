"""Explains where a score comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readiness.errors import UnknownName, UsageError

if TYPE_CHECKING:
    from readiness.report.explanation import Explanation, Figure, Rise
    from readiness.scoring.result import Scorecard
    from readiness.workflows.assessing import Assessed

__all__ = ["explain"]


def explain(assessed: Assessed, id_: str | None = None, figure: Figure = "score") -> Explanation:
    """Return where one figure of one node comes from.

    Args:
        assessed: What `assess` returned.
        id_: An area or a question; the whole when left out.
        figure: Which of its numbers.

    Raises:
        UnknownName: there is no such area or question.
        UsageError: the target is to be explained, and there is none.
    """
    from readiness.report.explanation import Basis
    from readiness.report.explanation import explain as explained

    nodes = assessed.scorecard.node
    if id_ is not None and id_ not in nodes:
        raise UnknownName("area or question", id_, known=nodes)
    basis = Basis(
        framework=assessed.framework,
        scorecard=assessed.scorecard,
        shown=_shown(assessed, figure),
        figure=figure,
        target=assessed.target,
        fitting=assessed.fitting,
        gaps=assessed.gaps,
        assessment=assessed.assessment,
        rises={} if id_ is None else {id_: _rises(assessed, id_)},
    )
    return explained(basis, id_ or assessed.framework.id)


def _shown(assessed: Assessed, figure: Figure) -> Scorecard:
    """Return the tree in which the figure is the score."""
    from readiness.scoring.ends import at_end
    from readiness.scoring.score import as_evidenced_only, at_target

    scorer, readings, scorecard = assessed.scorer, assessed.readings, assessed.scorecard
    match figure:
        case "low" | "high":
            return at_end(scorer, readings, scorecard, figure)
        case "evidenced":
            return as_evidenced_only(scorer, readings)
        case "target":
            if scorecard.target_id is None:
                raise UsageError("the framework has no target profile", hint="leave out --as target")
            return at_target(scorer, readings, scorecard.target_id)
        case _:
            return scorecard


def _rises(assessed: Assessed, id_: str) -> tuple[Rise, ...]:
    from readiness.gaps import raised_by
    from readiness.report.explanation import Rise

    gap = next((one for one in assessed.gaps if one.question == id_), None)
    if gap is None:
        return ()
    moved = raised_by(assessed.scorer, assessed.readings, assessed.scorecard, gap)
    return tuple(Rise(node, assessed.scorecard.node[node].title, before, after) for node, before, after in moved)
