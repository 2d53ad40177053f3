"""Whatever people wrote comes back from a workbook as it was."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from readiness.loading.library import Library
from readiness.loading.returned import all_returned
from tests.builders import Plain
from tests.returned_workbooks import a_workbook, changed_by

SIGNS = st.characters(codec="utf-8", exclude_categories=["C", "Z"]) | st.sampled_from("\n =_")
TEXTS = st.text(SIGNS, max_size=60).map(lambda text: f"{text}.")
DECIMALS = st.decimals(-(10**14), 10**14, places=4, allow_nan=False, allow_infinity=False)
DAYS = st.dates().map(str)


@st.composite
def answers(draw: st.DrawFn) -> Plain:
    """Return answers to every type of question, with all that stands beside one."""
    evidence: st.SearchStrategy[Plain] = st.fixed_dictionaries(
        {"title": TEXTS}, optional={"ref": TEXTS, "dated": DAYS, "note": TEXTS}
    )
    beside: st.SearchStrategy[Plain] = st.fixed_dictionaries(
        {},
        optional={
            "note": TEXTS,
            "on": DAYS,
            "confidence": st.sampled_from(["low", "high"]),
            "evidence": st.lists(evidence, min_size=1, max_size=2),
        },
    )
    own: dict[str, st.SearchStrategy[Plain]] = {
        "level": st.sampled_from([Plain(level=3), Plain()]) | TEXTS.map(lambda text: {"unknown": text}),
        "checklist": st.sampled_from(
            [{"done": []}, {"done": ["b", "a"]}, {"partly": ["a"]}, {"done": [], "partly": ["b"]}]
        ),
        "multiple": st.sampled_from([{"options": []}, {"options": ["b", "a"]}]),
        "number": DECIMALS.map(lambda value: {"value": value}),
        "text": TEXTS.map(lambda text: {"text": text}),
        "date": DAYS.map(lambda day: {"date": day}),
    }
    return {id_: draw(one) | draw(beside) for id_, one in own.items()}


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(answers())
@example({"text": {"text": "a\ufffeb\uffff"}})
@example({"text": {"text": "_x0041_ _x005F_"}})
def test_a_workbook_that_nobody_edited_changes_nothing(given_answers: Plain) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "form.xlsx"
        file.write_bytes(a_workbook(given_answers).content)
        assert changed_by(all_returned(str(file), Library((Path(folder),)))[0]) == {}
