"""The reference template: the styles that the report is set in, made here so that no binary file has to be trusted."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, NamedTuple

from readiness.report.document.blocks import Style
from readiness.report.painting import tone

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle

__all__ = ["KICKER", "TABLE_STYLE", "reference_template", "starting_document"]

TABLE_STYLE = "Readiness Table"
KICKER = "Kicker"
_SERIF, _SANS = "Georgia", "Calibri"


class _Look(NamedTuple):
    """How a style looks; lengths in points."""

    size: float
    before: float = 0
    after: float = 4
    colour: str = "ink"
    font: str = _SANS
    bold: bool = False
    italic: bool = False
    with_next: bool = False
    line: float = 1.15
    indent: float = 0


_LOOKS = {
    Style.TEXT: _Look(10.5, after=6, line=1.2),
    Style.TITLE: _Look(40, before=60, after=14, colour="navy", font=_SERIF, line=1.05),
    Style.SUBTITLE: _Look(14, after=60, colour="quiet"),
    Style.CONTENTS: _Look(21, after=10, colour="navy", font=_SERIF, with_next=True, line=1.1),
    Style.CHAPTER: _Look(21, after=10, colour="navy", font=_SERIF, with_next=True, line=1.1),
    Style.SECTION: _Look(13, before=14, after=4, bold=True, with_next=True),
    Style.PART: _Look(11, before=10, after=3, bold=True, with_next=True),
    Style.LEAD: _Look(12, before=6, after=4, line=1.25),
    Style.NOTE: _Look(10, after=4, colour="quiet"),
    Style.KEY_FIGURE: _Look(34, after=2, colour="navy", font=_SERIF, with_next=True, line=1),
    Style.FACT: _Look(10.5, after=2),
    Style.DEFINITION: _Look(10.5, after=4),
    Style.BULLET: _Look(10.5, after=2),
    Style.ITEM: _Look(10.5, after=3),
    Style.QUOTE: _Look(8.5, after=3, colour="navy", font=_SERIF, italic=True, indent=8),
    Style.CAPTION: _Look(9.5, before=6, after=3, colour="quiet", with_next=True),
    Style.FIGURE: _Look(10.5, before=2, after=2, with_next=True, line=1),
    Style.LABELS: _Look(9, after=0, with_next=True, line=1),
    Style.CELL: _Look(9, before=2, after=2, line=1.05),
    Style.CELL_NOTE: _Look(8.5, after=2, colour="quiet", line=1.05),
}


def starting_document(template: bytes | None) -> Document:
    """Return a document that has our styles, without any text.

    Args:
        template: A document of the user with styles of these names; ours when left out.
    """
    import docx

    return docx.Document(io.BytesIO(reference_template() if template is None else template))


def reference_template() -> bytes:
    """Return the template as a file that people can open, change and hand back."""
    import docx

    document = docx.Document()
    for style, look in _LOOKS.items():
        _set_style(_paragraph_style(document, style), look, document)
    _contents_style(document)
    for name in ("Header", "Footer"):
        _set_style(document.styles[name], _Look(9, after=0, colour="quiet", line=1), document)
        document.styles[name].paragraph_format.tab_stops.clear_all()
    _kicker_style(document)
    _table_style(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _paragraph_style(document: Document, style: Style) -> ParagraphStyle:
    from docx.enum.style import WD_STYLE_TYPE

    if style.value in {known.name for known in document.styles}:
        known: ParagraphStyle = document.styles[style.value]
        return known
    made: ParagraphStyle = document.styles.add_style(style.value, WD_STYLE_TYPE.PARAGRAPH)
    made.base_style = document.styles["Normal"]
    made.quick_style = True
    return made


def _set_style(style: ParagraphStyle, look: _Look, document: Document) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    properties = style.element.get_or_add_rPr()
    for name in ("w:rFonts", "w:spacing", "w:kern"):
        for old in properties.findall(qn(name)):
            properties.remove(old)
    for old in style.element.get_or_add_pPr().findall(qn("w:pBdr")):
        old.getparent().remove(old)
    font, layout = style.font, style.paragraph_format
    font.name, font.size, font.bold, font.italic = look.font, Pt(look.size), look.bold, look.italic
    properties.rFonts.set(qn("w:cs"), look.font)
    font.color.rgb = RGBColor.from_string(tone(look.colour).removeprefix("#"))
    layout.space_before, layout.space_after = Pt(look.before), Pt(look.after)
    layout.line_spacing, layout.keep_with_next = look.line, look.with_next
    layout.widow_control = True
    if look.indent:
        layout.left_indent = Pt(look.indent)
    if style.name != "Normal":
        style.next_paragraph_style = document.styles["Normal"]
    if style.name == Style.CHAPTER:
        layout.page_break_before = True
    if style.name == Style.FACT:
        from docx.shared import Mm

        layout.tab_stops.add_tab_stop(Mm(62))


def _contents_style(document: Document) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Mm, Pt

    style: ParagraphStyle = document.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    style.base_style = document.styles["Normal"]
    style.paragraph_format.space_after = Pt(5)
    style.paragraph_format.right_indent = Mm(12)
    style.paragraph_format.tab_stops.add_tab_stop(Mm(174), WD_TAB_ALIGNMENT.RIGHT)


def _kicker_style(document: Document) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt, RGBColor

    font = document.styles.add_style(KICKER, WD_STYLE_TYPE.CHARACTER).font
    font.name, font.size, font.bold = _SANS, Pt(10), True
    font.color.rgb = RGBColor.from_string(tone("target").removeprefix("#"))


def _table_style(document: Document) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    style = document.styles.add_style(TABLE_STYLE, WD_STYLE_TYPE.TABLE)
    hair, rule, quiet = (one.removeprefix("#") for one in (tone("rule"), tone("axis"), tone("quiet")))
    spaces = nsdecls("w")
    whole = (
        f'<w:tblPr {spaces}><w:tblBorders><w:bottom w:val="single" w:sz="4" w:color="{hair}"/>'
        f'<w:insideH w:val="single" w:sz="4" w:color="{hair}"/></w:tblBorders><w:tblCellMar>'
        '<w:left w:w="0" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    )
    heads = (
        f'<w:tblStylePr {spaces} w:type="firstRow"><w:rPr><w:b/><w:color w:val="{quiet}"/></w:rPr><w:tcPr>'
        f'<w:tcBorders><w:bottom w:val="single" w:sz="8" w:color="{rule}"/></w:tcBorders></w:tcPr></w:tblStylePr>'
    )
    for xml in (whole, heads):
        style.element.append(parse_xml(xml))
