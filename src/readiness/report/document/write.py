"""The report as a .docx file: the words and the order of the printed one, in styles that people can change."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING, NamedTuple

from readiness.report.document.blocks import Block, Pages, Run, Style, Table, Text
from readiness.report.document.markup import Markup
from readiness.report.document.reading import read_pages
from readiness.report.document.styles import starting_document
from readiness.report.html import render_pages
from readiness.report.packages import with_fixed_dates
from readiness.report.view import ReportView
from readiness.report.wording import speaking
from readiness.report.xml_text import clean

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section

__all__ = ["write_document"]

_A4 = (210.0, 297.0)
_MARGIN = 18.0
_BETWEEN = "\u200e · \u200e"
_NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}


def write_document(view: ReportView, template: bytes | None = None) -> bytes:
    """Return the report as a document; the same bytes for the same view.

    Args:
        view: The report in words.
        template: A .docx file whose styles are taken; its text is not. Ours when left out.
    """
    pages = read_pages(render_pages(view))
    document = starting_document(template)
    with speaking(view.wording):
        _fill(document, pages, view)
    _describe(document, view)
    stream = io.BytesIO()
    document.save(stream)
    return with_fixed_dates(stream.getvalue(), date.fromisoformat(view.as_of))


class _Part(NamedTuple):
    """What lies on pages of one direction."""

    wide: bool
    blocks: tuple[Block, ...]


def _fill(document: Document, pages: Pages, view: ReportView) -> None:
    from docx.enum.section import WD_SECTION

    markup = _markup(document, pages, rtl=view.text_direction == "rtl")
    _put_logo(document, view)
    _put(document, _blocks_xml(markup, pages.cover, _measure(wide=False)))
    document.sections[0].different_first_page_header_footer = True
    _lay(document.sections[0], wide=False)
    _head_and_foot(document.sections[0], view)
    front, *rest = pages.contents
    _put(document, _blocks_xml(markup, [front], _measure(wide=False)))
    _put(document, markup.contents([*_entries(pages)]))
    _put(document, _blocks_xml(markup, rest, _measure(wide=False)))
    wide = False
    for part in _parts(pages):
        if part.wide != wide:
            section = document.add_section(WD_SECTION.NEW_PAGE)
            section.different_first_page_header_footer = False
            _lay(section, wide=part.wide)
            wide = part.wide
        _put(document, _blocks_xml(markup, part.blocks, _measure(wide=wide)))


def _put_logo(document: Document, view: ReportView) -> None:
    """Put the logo above the title; office programs read no SVG, and python-docx writes none."""
    from docx.shared import Mm

    logo = view.look.logo
    if logo is None or logo.picture.suffix != ".png":
        return
    shape = document.add_paragraph().add_run().add_picture(io.BytesIO(logo.picture.content), Mm(logo.size[0]))
    shape._inline.docPr.set("descr", clean(logo.alt))  # noqa: SLF001  python-docx has no words for pictures


def _parts(pages: Pages) -> Iterator[_Part]:
    return (_Part(chapter.wide, chapter.blocks) for chapter in pages.chapters)


def _markup(document: Document, pages: Pages, *, rtl: bool) -> Markup:
    blocks = [block for chapter in pages.chapters for block in chapter.blocks]
    anchors = {block.anchor for block in blocks if isinstance(block, Text)}
    anchors |= {cell.anchor for one in blocks if isinstance(one, Table) for row in one.rows for cell in row.cells}
    styles = {style.name: style.style_id for style in document.styles if style.name}
    return Markup(styles, frozenset(anchors - {""}), rtl)


def _entries(pages: Pages) -> Iterator[tuple[str, Sequence[Run]]]:
    for chapter in pages.chapters:
        for block in chapter.blocks:
            if isinstance(block, Text) and block.style is Style.CHAPTER:
                yield block.anchor, [piece for piece in block.pieces if isinstance(piece, Run)]


def _blocks_xml(markup: Markup, blocks: Sequence[Block], width: float) -> str:
    return "".join(
        markup.text(block, width) if isinstance(block, Text) else markup.table(block, width) for block in blocks
    )


def _put(document: Document, xml: str) -> None:
    """Add paragraphs and tables at the end of the document."""
    from docx.oxml import parse_xml

    spaces = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in _NAMESPACES.items())
    body = document.element.body
    for element in list(parse_xml(f"<w:body {spaces}>{xml}</w:body>")):
        body.sectPr.addprevious(element)


def _measure(*, wide: bool) -> float:
    """Return the width of a line, in mm."""
    return _A4[1 if wide else 0] - 2 * _MARGIN


def _lay(section: Section, *, wide: bool) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    width, height = reversed(_A4) if wide else _A4
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = Mm(_MARGIN)
    section.top_margin, section.bottom_margin = Mm(21), Mm(19)
    section.header_distance = section.footer_distance = Mm(10)


def _head_and_foot(section: Section, view: ReportView) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls
    from docx.shared import Mm

    marking = clean(view.look.marking)
    section.first_page_header.paragraphs[0].text = marking
    section.header.paragraphs[0].text = f"{marking}{_BETWEEN}{clean(view.title)}" if marking else clean(view.title)
    foot = section.footer.paragraphs[0]
    foot.text = f"{clean(view.footer)}\t"
    foot.paragraph_format.tab_stops.add_tab_stop(Mm(_measure(wide=False)), WD_TAB_ALIGNMENT.RIGHT)
    field = f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    foot._p.append(parse_xml(field))  # noqa: SLF001  python-docx has no fields


def _describe(document: Document, view: ReportView) -> None:
    day = datetime.combine(date.fromisoformat(view.as_of), time())
    core = document.core_properties
    core.title, core.author = clean(view.title)[:255], clean(view.organisation)[:255]
    core.subject, core.language = clean(view.cover.subtitle)[:255], view.language
    core.created = core.modified = day
    core.last_modified_by, core.comments, core.revision = f"readiness {view.version}", "", 1
    _speak(document, view.language)


def _speak(document: Document, language: str) -> None:
    """Say in which language the document is, for spelling and for those who hear it."""
    from docx.oxml.ns import qn

    for known in document.styles.element.iter(qn("w:lang")):
        for name in ("w:val", "w:bidi"):
            known.set(qn(name), language)
