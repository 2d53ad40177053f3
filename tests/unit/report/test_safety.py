"""Markup that reads files or asks hosts: it stays text, and where it were markup the renderer would still refuse."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from readiness.report.html import Pages, render_html, render_pages
from readiness.report.pdf import write_pdf
from readiness.report.questionnaire import build_questionnaire
from readiness.report.questionnaire.formats import QUESTIONNAIRE_FORMATS
from readiness.report.view import build_view
from readiness.workflows import assess, report_input
from tests.unit.report.poison import poisoned
from tests.unit.report.unfolded import unfolded
from tests.unit.report.ways import ALL_WAYS, WAYS

_PAGE = "<html lang=en><title>x</title><body>{}"
_STOPS = "@color-profile"
"""The way whose refusal ends the rendering; the others leave a gap."""
_KEPT = "canary-of-the-tests"
_opened: list[str] = []


def _note(event: str, arguments: tuple[object, ...]) -> None:
    if event in {"open", "socket.connect", "socket.getaddrinfo"}:
        _opened.append(f"{event} {arguments}")


@pytest.fixture(scope="module", autouse=True)
def watched() -> Iterator[None]:
    """Hear of each file that is opened and each host that is asked in this process; Python cannot stop listening."""
    sys.addaudithook(_note)
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    yield
    logging.getLogger("weasyprint").setLevel(logging.NOTSET)


@pytest.fixture
def canary(tmp_path: Path) -> str:
    """Return the address of a file that nobody is to read."""
    path = tmp_path / "canary"
    path.write_text(_KEPT, encoding="utf-8")
    _opened.clear()
    return path.as_uri()


def reads() -> list[str]:
    """Return what was opened that is no part of the program."""
    return [one for one in _opened if "canary" in one or one.startswith("socket")]


@pytest.mark.parametrize("name", WAYS)
def test_each_way_is_one_that_the_renderer_follows_by_itself(name: str, canary: str) -> None:
    import weasyprint

    weasyprint.HTML(string=f"<body>{WAYS[name](canary)}").write_pdf()
    assert reads(), "this way no longer leads anywhere: it proves nothing"


def test_markup_in_a_page_would_reach_no_file_and_no_host(canary: str) -> None:
    addresses = (canary, "http://127.0.0.1:9/canary")
    asks = [ask(at) for name, ask in ALL_WAYS.items() if name != _STOPS for at in addresses]
    made = write_pdf(Pages(_PAGE.format("".join(asks)), {}))
    assert not reads()
    assert _KEPT.encode() not in made
    with pytest.raises(OSError, match="asks for nothing outside itself"):
        write_pdf(Pages(_PAGE.format(WAYS[_STOPS](canary)), {}))
    assert not reads()


def test_every_text_of_a_person_stays_text(canary: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READINESS_PLANNER", "ranked")
    attack = f"""\'"> --> ]]> </style></script></title>{WAYS["img"](canary)}{WAYS["@import"](canary)}{{{{ 7*7 }}}}"""
    assessed = assess(str(poisoned(tmp_path, attack)))
    given = report_input(assessed, version="1.2.3")
    form = build_questionnaire(assessed.framework, assessed.assessment)
    pages = {
        "screen": unfolded(render_html(build_view(given, on_screen=True))),
        "paper": render_pages(build_view(given, printed=True)).html,
        "form": QUESTIONNAIRE_FORMATS[".html"](form, "1.2.3").decode(),
    }
    for name, page in pages.items():
        seen = _Seen()
        seen.feed(page)
        assert re.search(r"canary.*\{\{ 7\*7 \}\}", "".join(seen.texts), re.DOTALL), name
        assert not [one for one in seen.markup if "canary" in one], name
    assert not reads()


class _Seen(HTMLParser):
    """Parts text from all that a browser would obey."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.markup: list[str] = []
        self._within: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what elements are asked to fetch, to do or to look like."""
        self._within.append(tag)
        obeyed = [value for name, value in attrs if name in {"href", "src", "data", "style"} or name.startswith("on")]
        self.markup += [f"<{tag} {value}" for value in obeyed]

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        if self._within and self._within[-1] == tag:
            self._within.pop()

    def handle_data(self, data: str) -> None:
        """Keep text by what holds it; data for a script is no script."""
        holder = self._within[-1] if self._within else ""
        (self.markup if holder == "style" else self.texts).append(data)
