"""The template of slides, 16:9, made here so that no binary file has to be trusted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from readiness.report.painting import tone

if TYPE_CHECKING:
    from pptx.dml.color import RGBColor
    from pptx.presentation import Presentation
    from pptx.shapes.placeholder import BasePlaceholder

__all__ = ["BODY", "COVER", "FACE", "FOOT", "KICKER", "SERIF", "TITLE", "Box", "blank_presentation", "rgb"]

FACE, SERIF = "Calibri", "Georgia"


class Box(NamedTuple):
    """A place on a slide, in inches."""

    left: float
    top: float
    width: float
    height: float


_WIDTH, _HEIGHT, _MARGIN = 13.333, 7.5, 0.6
_MEASURE = _WIDTH - 2 * _MARGIN
KICKER = Box(_MARGIN, 0.35, _MEASURE, 0.4)
TITLE = Box(_MARGIN, 0.75, _MEASURE, 1.1)
BODY = Box(_MARGIN, 2.0, _MEASURE, 4.75)
FOOT = Box(_MARGIN, 6.9, _MEASURE - 1, 0.4)
_NUMBER = Box(_WIDTH - _MARGIN - 1, 6.9, 1, 0.4)
COVER = Box(_MARGIN, 2.4, _MEASURE, 1.9)
_THEME_COLOURS = {"dk1": "ink", "dk2": "navy", "lt2": "panel", "accent1": "blue", "accent2": "target",
                  "accent3": "level-3", "accent4": "level-4", "accent5": "level-2", "accent6": "axis"}  # fmt: skip
_USED = {0: "Title Slide", 5: "Title Only"}


def blank_presentation() -> Presentation:
    """Return a presentation with our layouts and theme, without slides: a cover, and a title above a free page."""
    import pptx
    from pptx.util import Inches

    presentation = pptx.Presentation()
    presentation.slide_width, presentation.slide_height = Inches(_WIDTH), Inches(_HEIGHT)
    _drop_layouts(presentation)
    _set_theme(presentation)
    master = presentation.slide_master
    for holder in [*master.placeholders, *(one for layout in master.slide_layouts for one in layout.placeholders)]:
        _put_holder(holder)
    cover = master.slide_layouts[0]
    cover.background.fill.solid()
    cover.background.fill.fore_color.rgb = rgb("cover")
    return presentation


def rgb(colour: str) -> RGBColor:
    """Return a colour of the report, by name."""
    from pptx.dml.color import RGBColor

    made: RGBColor = RGBColor.from_string(tone(colour).removeprefix("#"))
    return made


def _drop_layouts(presentation: Presentation) -> None:
    layouts = presentation.slide_layouts
    for number, layout in enumerate(list(layouts)):
        if number not in _USED:
            layouts.remove(layout)


def _put_holder(holder: BasePlaceholder) -> None:
    """Put a placeholder where ours is, or take it away."""
    from pptx.enum.shapes import PP_PLACEHOLDER
    from pptx.util import Inches

    kinds = PP_PLACEHOLDER
    cover = holder.part.partname.endswith("slideLayout1.xml")
    places = {
        kinds.TITLE: TITLE,
        kinds.CENTER_TITLE: COVER,
        kinds.SUBTITLE: Box(_MARGIN, 4.35, _MEASURE, 0.9),
        kinds.BODY: BODY,
        kinds.FOOTER: FOOT,
        kinds.SLIDE_NUMBER: _NUMBER,
    }
    kind = holder.placeholder_format.type
    if kind not in places or (cover and kind in {kinds.FOOTER, kinds.SLIDE_NUMBER}):
        holder._element.getparent().remove(holder._element)  # noqa: SLF001  python-pptx cannot take one away
        return
    holder.left, holder.top, holder.width, holder.height = (Inches(one) for one in places[kind])
    _set_text(holder, large=kind in {kinds.TITLE, kinds.CENTER_TITLE}, cover=cover, end=kind == kinds.SLIDE_NUMBER)


def _set_text(holder: BasePlaceholder, *, large: bool, cover: bool, end: bool) -> None:
    """Set how the words of a placeholder look by its list style, which slides inherit."""
    from lxml import etree
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    size = (44 if cover else 24) if large else (20 if cover else 14)
    colour = "paper" if cover else ("navy" if large else "quiet")
    value = tone(colour).removeprefix("#")
    side = "r" if end else "l"
    body = holder._element.txBody  # noqa: SLF001
    assert body is not None
    old = body.find("{http://schemas.openxmlformats.org/drawingml/2006/main}lstStyle")
    if old is not None:
        body.remove(old)
    style = parse_xml(
        f'<a:lstStyle {nsdecls("a")}><a:lvl1pPr marL="0" indent="0" algn="{side}">'
        '<a:lnSpc><a:spcPct val="95000"/></a:lnSpc><a:buNone/>'
        f'<a:defRPr sz="{size * 100}" b="0"><a:solidFill><a:srgbClr val="{value}"/></a:solidFill>'
        f'<a:latin typeface="{SERIF if large else FACE}"/></a:defRPr></a:lvl1pPr></a:lstStyle>'
    )
    body.insert(1, style)
    edges = body.bodyPr
    for name, edge in (("lIns", "0"), ("rIns", "0"), ("tIns", "0"), ("bIns", "0")):
        edges.set(name, edge)
    edges.set("anchor", "b" if large and cover else "t")
    for fit in list(edges):
        edges.remove(fit)
    etree.SubElement(edges, "{http://schemas.openxmlformats.org/drawingml/2006/main}normAutofit")


def _set_theme(presentation: Presentation) -> None:
    """Give the theme our colours and faces, so that what people add looks like the rest."""
    from lxml import etree
    from pptx.opc.constants import RELATIONSHIP_TYPE

    part = presentation.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    root = etree.fromstring(part.blob)
    space = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
    for name, colour in _THEME_COLOURS.items():
        slot = root.find(f".//a:clrScheme/a:{name}", space)
        for old in list(slot):
            slot.remove(old)
        etree.SubElement(slot, f"{{{space['a']}}}srgbClr", val=tone(colour).removeprefix("#"))
    for name, face in (("majorFont", SERIF), ("minorFont", FACE)):
        root.find(f".//a:{name}/a:latin", space).set("typeface", face)
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)  # noqa: SLF001
