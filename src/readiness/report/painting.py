"""The palette that is painted with, as `wording` has the language that is spoken."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from readiness.colours.palette import DEFAULT, Palette

__all__ = ["mark_rules", "painting", "tone", "variables"]

_painted: ContextVar[Palette] = ContextVar("painted", default=DEFAULT)
_MARKS = (
    "ink", "axis", "rule", "hair", "panel", "navy", "blue", "range", "target", "gap", "band", "paper",
    "level-1", "level-2", "level-3", "level-4", "level-5",
)  # fmt: skip
"""The colours that marks of charts have."""
_VARIABLES = {
    "ink": "ink",
    "ink2": "quiet",
    "ink3": "axis",
    "rule": "rule",
    "hair": "hair",
    "panel": "panel",
    "paper": "paper",
    "navy": "navy",
    "blue": "blue",
    "orange": "target",
    "quote": "level-3",
}
"""What style sheets call the colours of a page."""
_CONSTANT = {
    **{f"l{level}": f"level-{level}" for level in range(1, 6)},
    "on-dark": "paper",
    "on-light": "ink",
    **{name: name for name in ("cover", "cover-line", "cover-quiet", "cover-ring", "cover-strap")},
}
"""Those that are the same in the dark."""


@contextmanager
def painting(palette: Palette) -> Iterator[None]:
    """Put everything within into the colours of a palette."""
    token = _painted.set(palette)
    try:
        yield
    finally:
        _painted.reset(token)


def tone(name: str) -> str:
    """Return a colour of the palette that is painted with, as #RRGGBB."""
    return _painted.get()[name]


def variables() -> str:
    """Return the rule that names every colour for style sheets."""
    light = _painted.get().light
    named = {variable: light[name] for variable, name in (_VARIABLES | _CONSTANT).items()}
    return _root(named)


def mark_rules() -> str:
    """Return what each class of a mark looks like, in the light and in the dark, with the variables of the dark."""
    palette = _painted.get()
    marks = "".join(
        f".f-{name}{{fill:{palette[name]}}}.s-{name}{{fill:none;stroke:{palette[name]}}}" for name in _MARKS
    )
    shown = {name: palette.dark["blue" if name == "navy" else name] for name in _MARKS}
    dark = "".join(f".f-{name}{{fill:{colour}}}.s-{name}{{stroke:{colour}}}" for name, colour in shown.items())
    root = _root({variable: palette.dark[name] for variable, name in _VARIABLES.items()})
    return (
        f"{marks}.e-paper{{stroke:{palette['paper']}}}"
        f"@media (prefers-color-scheme:dark){{{root}{dark}.e-paper{{stroke:{shown['paper']}}}}}"
    )


def _root(named: dict[str, str]) -> str:
    return f":root{{{''.join(f'--{name}:{colour};' for name, colour in named.items())}}}"
