"""SVG: a drawing of our own is written of the shapes and gradients that a file holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError
from xml.sax.saxutils import quoteattr

from readiness.loading.logo.picture import Picture, UnusableLogo, check_shape

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = ["clean_vector"]

_SVG, _LINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}href"
_SHAPES = frozenset({"circle", "ellipse", "line", "path", "polygon", "polyline", "rect"})
_HOLDERS = frozenset({"clipPath", "defs", "g", "linearGradient", "radialGradient", "svg"})
_SILENT = frozenset({"desc", "metadata", "title"})
"""Say nothing that is seen; left out."""
_GRADIENTS = frozenset({"linearGradient", "radialGradient"})
_PLACES = frozenset(
    re.findall(
        r"\S+",
        "cx cy d fx fy gradientTransform gradientUnits height id offset points r rx ry spreadMethod transform "
        "clipPathUnits width x x1 x2 y y1 y2 preserveAspectRatio viewBox",
    )
)
_PAINTS = frozenset(
    re.findall(
        r"\S+",
        "clip-path clip-rule color fill fill-opacity fill-rule opacity stop-color stop-opacity stroke stroke-dasharray "
        "stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width",
    )
)
_VALUE = re.compile(r"url\(#[\w.-]+\)|(?!.*url)[\w\s.,%#()+-]*", re.IGNORECASE | re.DOTALL)
_MOST_ELEMENTS, _MOST_DEPTH = 3_000, 24
_LENGTH = re.compile(r"(\d*\.?\d+)(px|pt|pc|mm|cm|in)?")
_PIXELS = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
"""In a unit of length, as CSS has it."""


def clean_vector(content: bytes) -> Picture:
    """Return an SVG of the shapes of another one.

    Raises:
        UnusableLogo: it is no XML, declares entities, is too large, or holds anything but shapes and gradients.
    """
    root = _parsed(content)
    if root.tag != f"{_SVG}svg":
        raise UnusableLogo("it is no SVG drawing")
    _check_size(root)
    _check_loops(root)
    left, top, width, height = _view(root)
    check_shape(width, height)
    shapes = "".join(part for child in root for part in _written(child, clipped=False))
    box = f"{left:g} {top:g} {width:g} {height:g}"
    inherited = "".join(_attributes(root, {"svg"}, skipped=_PLACES))
    text = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" width="{width:g}" height="{height:g}"{inherited}>'
    return Picture(f"{text}{shapes}</svg>".encode(), ".svg", width, height)


def _parsed(content: bytes) -> Element:
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(content, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    except DefusedXmlException:
        raise UnusableLogo("it declares entities, or asks for other files") from None
    except (ParseError, ValueError, LookupError) as error:
        raise UnusableLogo(f"it is no XML: {error}") from None
    return root


def _check_size(root: Element) -> None:
    """Count elements and depth without recursion, before anything recurses."""
    level, count = [root], 0
    for _ in range(_MOST_DEPTH):
        count += len(level)
        level = [child for element in level for child in element]
        if not level:
            break
    if level or count > _MOST_ELEMENTS:
        raise UnusableLogo(f"it has over {_MOST_ELEMENTS:,} elements, or over {_MOST_DEPTH} within each other")


def _check_loops(root: Element) -> None:
    """Refuse gradients that are made of each other without end."""
    links = {one.get("id", ""): one.get(_LINK, one.get("href", "")).removeprefix("#") for one in root.iter()}
    for start, following in links.items():
        seen, here = {start}, following
        while here:
            if here in seen:
                raise UnusableLogo(f"its gradient {here} is made of itself")
            seen.add(here)
            here = links.get(here, "")


def _view(root: Element) -> tuple[float, float, float, float]:
    """Return the corner and the size of what is shown."""
    try:
        left, top, width, height = map(float, root.get("viewBox", "").replace(",", " ").split())
    except ValueError:
        found = [_LENGTH.fullmatch(root.get(side, "").strip()) for side in ("width", "height")]
        if not all(found):
            raise UnusableLogo("it has neither a viewBox nor a width and a height") from None
        left, top, width, height = 0.0, 0.0, *(float(one[1]) * _PIXELS[one[2] or "px"] for one in found if one)
    if not all(abs(value) < 1e6 for value in (left, top, width, height)):  # noqa: PLR2004  and none is no number
        raise UnusableLogo("its viewBox is beyond all measure")
    return left, top, float(f"{width:g}"), float(f"{height:g}")


def _written(element: Element, *, clipped: bool) -> Iterator[str]:
    """Yield an element with all within it; what other programs keep for themselves is left out."""
    tag = str(element.tag)
    name = tag.removeprefix(_SVG)
    if not tag.startswith(_SVG) or name in _SILENT:
        return
    if name not in _SHAPES | _HOLDERS | {"stop"}:
        raise UnusableLogo(f"it holds <{name}>; save it as plain paths, with colours at each shape")
    clipped = clipped or name == "clipPath"
    yield f"<{name}{''.join(_attributes(element, {name}, clipped=clipped))}>"
    for child in element:
        yield from _written(child, clipped=clipped)
    yield f"</{name}>"


def _attributes(
    element: Element, names: set[str], *, clipped: bool = False, skipped: frozenset[str] = frozenset()
) -> Iterator[str]:
    for key, value in _given(element).items():
        name = "href" if key == _LINK else key
        if name == "href" and not (names & _GRADIENTS and re.fullmatch(r"#[\w.-]+", value)):
            raise UnusableLogo("it links to something")
        if name.lower().startswith("on"):
            raise UnusableLogo(f"it holds a script: {name}")
        if name in skipped or name not in _PLACES | _PAINTS | {"href"} or (clipped and name == "clip-path"):
            continue  # classes, names for editors, and what would let a clip clip itself
        if not _VALUE.fullmatch(value):
            raise UnusableLogo(f"its {name} is {value[:40]!r}")
        yield f" {name}={quoteattr(value)}"


def _given(element: Element) -> dict[str, str]:
    """Return the attributes of an element, with what its style says; the style counts."""
    given = {key: value for key, value in element.items() if key != "style"}
    for one in element.get("style", "").split(";"):
        key, _, value = one.partition(":")
        if key.strip() in _PAINTS:
            given[key.strip()] = value.strip()
    return given
