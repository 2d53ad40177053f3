"""Solves a model with HiGHS: the only place that knows the solver."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from readiness.roadmap.milp.linear import Model

if TYPE_CHECKING:
    from highspy import Highs, HighsLp

__all__ = ["Found", "is_installed", "maximised", "relaxed"]

UNIT = 1000.0
"""The objective is counted in thousandths, so that the solver's tolerances are small beside the price of one action."""


class Found(NamedTuple):
    """What a search came to."""

    values: tuple[float, ...] | None
    """Of the variables of the best solution; None when none was found."""
    value: float
    bound: float
    """No solution is worth more."""
    nodes: int
    infeasible: bool


def is_installed() -> bool:
    """Tell whether HiGHS can be imported."""
    from importlib.util import find_spec

    return find_spec("highspy") is not None


def maximised(
    model: Model, start: Mapping[int, float] | None = None, *, gap: float, nodes: int, strict: bool = False
) -> Found:
    """Return the best solution that was found, and how far it is proved.

    The search stops when no solution can be worth more than the best by more than `gap`, or after so many nodes of its
    tree; never by the clock, so that the same model gives the same plan on every run. A strict search is slower, and
    breaks a row by a billionth at most, not a millionth.

    Raises:
        KeyboardInterrupt: the user stopped it; what it had found so far is lost.
    """
    if not model.lower:
        return Found((), model.objective.constant, model.objective.constant, 0, infeasible=False)
    import numpy as np
    from highspy import Highs, HighsModelStatus

    solver = Highs()  # type: ignore[no-untyped-call]
    for option, value in _OPTIONS.items():
        solver.setOptionValue(option, value)
    solver.setOptionValue("mip_abs_gap", gap * UNIT)
    solver.setOptionValue("mip_max_nodes", nodes)
    if strict:
        solver.setOptionValue("mip_feasibility_tolerance", _STRICT)
    solver.passModel(_lp(model))
    if start:
        places = np.fromiter(start, dtype=np.int32)
        solver.setSolution(len(start), places, np.fromiter(start.values(), dtype=np.float64))
    _run(solver)
    info, status = solver.getInfo(), solver.getModelStatus()
    if status == HighsModelStatus.kInfeasible:
        return Found(None, 0.0, 0.0, 0, infeasible=True)
    found = info.primal_solution_status == _FEASIBLE
    values = tuple(solver.getSolution().col_value) if found else None
    bound = info.mip_dual_bound if any(model.whole) else info.objective_function_value
    return Found(
        values, info.objective_function_value / UNIT, bound / UNIT, max(0, info.mip_node_count), infeasible=False
    )


def relaxed(model: Model) -> Found:
    """Return how much a solution is worth at most, found in no time by letting things be done in part; without one."""
    found = maximised(replace(model, whole=[False] * len(model.whole)), gap=0.0, nodes=1)
    return found._replace(values=None, nodes=0)


_FEASIBLE = 2
_STRICT = 1e-9
_OPTIONS: Mapping[str, bool | int | float] = MappingProxyType(
    {"output_flag": False, "threads": 1, "random_seed": 0, "mip_rel_gap": 0.0}
)
_LOOK_UP = 0.1
"""Seconds between two looks at whether the user wants to stop: on Windows, a wait is not interrupted."""


def _run(solver: Highs) -> None:
    """Run a search so that the user can stop it.

    HiGHS works in a thread of its own: Python hears of Ctrl-C only while its main thread is not inside the solver.
    """
    solver.HandleUserInterrupt = True
    try:
        solver.startSolve()
        _wait(solver)
    except KeyboardInterrupt:
        solver.cancelSolve()  # type: ignore[no-untyped-call]
        while True:
            with suppress(KeyboardInterrupt):  # who presses twice means the same; a thread inside C++ cannot be left
                _wait(solver)
                break
        raise


def _wait(solver: Highs) -> None:
    while not solver.wait(_LOOK_UP)[0]:
        pass


def _lp(model: Model) -> HighsLp:
    """Return a model as HiGHS takes it: the matrix row by row."""
    import numpy as np
    from highspy import HighsLp, HighsVarType, MatrixFormat, ObjSense

    lp, count = HighsLp(), len(model.lower)
    lp.num_col_, lp.num_row_ = count, len(model.rows)
    cost = np.zeros(count)
    for place, by in model.objective.terms.items():
        cost[place] = by * UNIT
    lp.col_cost_, lp.offset_, lp.sense_ = cost, model.objective.constant * UNIT, ObjSense.kMaximize
    lp.col_lower_, lp.col_upper_ = np.array(model.lower), np.array(model.upper)
    lp.integrality_ = [HighsVarType.kInteger if whole else HighsVarType.kContinuous for whole in model.whole]
    lp.row_lower_ = np.full(len(model.rows), -np.inf)
    lp.row_upper_ = np.array([row.limit for row in model.rows])
    lp.a_matrix_.format_ = MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.cumsum([0, *(len(row.terms) for row in model.rows)], dtype=np.int32)
    lp.a_matrix_.index_ = np.array([place for row in model.rows for place in row.terms], dtype=np.int32)
    lp.a_matrix_.value_ = np.array([by for row in model.rows for by in row.terms.values()], dtype=np.float64)
    return lp
