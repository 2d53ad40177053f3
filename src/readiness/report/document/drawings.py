"""Charts as shapes that a word processor draws itself: sharp at any size, and no picture to be made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from readiness.report.xml_text import attribute

__all__ = ["drawing_xml"]

_EMU = 36_000
"""English metric units in a millimetre."""
_GROUP = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_STEP = re.compile(r"([MLHVZlvhm])([^A-Za-z]*)")


def drawing_xml(svg: str, alt: str, number: int, *, most: float) -> str:
    """Return one of our drawings as a group of shapes in a line of text.

    Args:
        svg: The drawing, one unit a millimetre.
        alt: What it says, for those who do not see it.
        number: What no other drawing of the document is numbered.
        most: How wide it may be, in mm; a wider one is made smaller.
    """
    root = ET.fromstring(svg)  # noqa: S314  our own drawing
    _, _, width, height = (float(part) for part in root.get("viewBox", "").split())
    size, scale = f'cx="{_emu(width)}" cy="{_emu(height)}"', min(1.0, most / width)
    shown = f'cx="{_emu(width * scale)}" cy="{_emu(height * scale)}"'
    # LibreOffice takes the box round all shapes for the size of a group: one without a colour fills it.
    shapes = _placed(0, 0, width, height, _form("rect"), ET.Element("rect"))
    shapes += "".join(_shape(element) for element in root if not element.tag.endswith("title"))
    return (
        '<mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing>'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {shown}/>'
        f'<wp:docPr id="{number}" name="{number}" descr="{attribute(alt)}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_GROUP}"><wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext {shown}/><a:chOff x="0" y="0"/><a:chExt {size}/></a:xfrm></wpg:grpSpPr>'
        f"{shapes}</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback/>"
        "</mc:AlternateContent>"
    )


def _shape(element: ET.Element) -> str:
    kind = element.tag.rpartition("}")[2]
    if kind == "path":
        return _path(element)
    left, top, width, height = _BOXES[kind](element)
    form = {"rect": "roundRect" if element.get("rx") else "rect", "circle": "ellipse", "line": "line"}[kind]
    return _placed(left, top, width, height, _form(form), element)


def _form(name: str) -> str:
    return f'<a:prstGeom prst="{name}"><a:avLst/></a:prstGeom>'


def _box_of_rect(element: ET.Element) -> tuple[float, float, float, float]:
    return _number(element, "x"), _number(element, "y"), _number(element, "width"), _number(element, "height")


def _box_of_circle(element: ET.Element) -> tuple[float, float, float, float]:
    radius = _number(element, "r")
    return _number(element, "cx") - radius, _number(element, "cy") - radius, 2 * radius, 2 * radius


def _box_of_line(element: ET.Element) -> tuple[float, float, float, float]:
    (left, right), (top, bottom) = (sorted((_number(element, f"{a}1"), _number(element, f"{a}2"))) for a in "xy")
    return left, top, right - left, bottom - top


_BOXES = {"rect": _box_of_rect, "circle": _box_of_circle, "line": _box_of_line}
"""For each kind of mark: its left, its top, its width and its height, in mm. Our lines are level or upright."""


def _path(element: ET.Element) -> str:
    steps = list(_steps(element.get("d", "")))
    across, down = [x for _, x, _ in steps], [y for _, _, y in steps]
    left, top = min(across), min(down)
    width, height = max(across) - left, max(down) - top
    drawn = "".join(
        "<a:close/>" if name == "close" else f'<a:{name}><a:pt x="{_emu(x - left)}" y="{_emu(y - top)}"/></a:{name}>'
        for name, x, y in steps
    )
    outline = (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{_emu(width)}" h="{_emu(height)}">{drawn}</a:path></a:pathLst></a:custGeom>'
    )
    return _placed(left, top, width, height, outline, element)


def _steps(commands: str) -> Iterator[tuple[str, float, float]]:
    """Yield the steps of a path: where each leads, in mm."""
    x = y = 0.0
    for letter, numbers in _STEP.findall(commands):
        given = [float(part) for part in numbers.split()]
        across, down = (x, y) if letter.islower() else (0.0, 0.0)
        match letter:
            case "Z":
                yield "close", x, y
                continue
            case "H":
                x = given[0]
            case "V" | "v":
                y = down + given[0]
            case _:
                x, y = across + given[0], down + given[1]
        yield ("moveTo" if letter == "M" else "lnTo"), x, y


def _placed(left: float, top: float, width: float, height: float, form: str, element: ET.Element) -> str:
    return (
        "<wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm>"
        f'<a:off x="{_emu(left)}" y="{_emu(top)}"/><a:ext cx="{_emu(width)}" cy="{_emu(height)}"/></a:xfrm>{form}'
        f"{_fill(element.get('fill'))}{_stroke(element)}</wps:spPr><wps:bodyPr/></wps:wsp>"
    )


def _fill(colour: str | None) -> str:
    return "<a:noFill/>" if colour in {None, "none"} else _solid(str(colour))


def _stroke(element: ET.Element) -> str:
    colour = element.get("stroke")
    if colour is None:
        return "<a:ln><a:noFill/></a:ln>"
    cap = ' cap="rnd"' if element.get("stroke-linecap") == "round" else ""
    dashes = '<a:prstDash val="dash"/>' if element.get("stroke-dasharray") else ""
    return f'<a:ln w="{_emu(_number(element, "stroke-width"))}"{cap}>{_solid(colour)}{dashes}</a:ln>'


def _solid(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour.removeprefix("#")}"/></a:solidFill>'


def _number(element: ET.Element, name: str) -> float:
    return float(element.get(name, "0"))


def _emu(millimetres: float) -> int:
    return round(millimetres * _EMU)
