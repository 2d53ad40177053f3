"""Slides as a .pptx file, with charts and tables that can be edited."""

from __future__ import annotations

import copy
import io
from collections.abc import Sequence
from datetime import datetime, time
from typing import TYPE_CHECKING

from readiness.report.inputs import ReportInput
from readiness.report.look import ShownLogo
from readiness.report.packages import with_fixed_dates
from readiness.report.slides.charts import add_chart
from readiness.report.slides.deck import Chart, Deck, Grid, Line, Part, Place, Say, Slide
from readiness.report.slides.fitting import SMALLEST, fitting
from readiness.report.slides.story import build_deck
from readiness.report.slides.template import BODY, FACE, KICKER, SERIF, Box, blank_presentation, rgb
from readiness.report.view.translation import page_language
from readiness.report.wording import direction_of
from readiness.report.xml_text import clean

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.shapes.autoshape import Shape
    from pptx.slide import Slide as PptxSlide
    from pptx.slide import SlideLayout
    from pptx.table import _Cell
    from pptx.util import Length

__all__ = ["write_slides"]

_GUTTER = 0.5
_LOGO = (2.4, 0.8)
"""The room for a logo, in inches."""
_SPACE = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def write_slides(given: ReportInput) -> bytes:
    """Return the report as slides; the same bytes for the same input."""
    deck, language = build_deck(given), page_language(given)
    presentation = blank_presentation()
    _cover(presentation, deck)
    for slide in deck.slides:
        _add(presentation, slide, deck.footer)
    core = presentation.core_properties
    core.title, core.author, core.language = clean(deck.title), clean(deck.organisation), language
    core.last_modified_by, core.revision = f"readiness {given.version}", 1
    core.created = core.modified = datetime.combine(given.as_of, time())
    _speak(presentation, language)
    stream = io.BytesIO()
    presentation.save(stream)
    return with_fixed_dates(stream.getvalue(), given.as_of)


def _cover(presentation: Presentation, deck: Deck) -> None:
    slide = presentation.slides.add_slide(presentation.slide_layouts[0])
    slide.shapes.title.text = clean(deck.title)
    slide.placeholders[1].text = clean(deck.subtitle)
    _write(slide, Box(KICKER.left, 1.2, KICKER.width, 0.5), [Line(deck.organisation, large=True)], on_dark=True)
    if deck.look.marking:
        _write(slide, Box(KICKER.left, 0.3, KICKER.width, 0.4), [Line(deck.look.marking)], on_dark=True)
    _put_logo(slide, deck.look.logo)
    facts = [Line(fact) for fact in deck.facts]
    _write(slide, Box(KICKER.left, 5.4, KICKER.width, 1.5), facts, on_dark=True)


def _put_logo(slide: PptxSlide, logo: ShownLogo | None) -> None:
    """Put the logo at the corner of the cover, on white; PowerPoint's older versions show no SVG."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls
    from pptx.util import Inches

    if logo is None or logo.picture.suffix != ".png":
        return
    width, _ = logo.picture.within(*_LOGO)
    left = KICKER.left + KICKER.width - width
    picture = slide.shapes.add_picture(io.BytesIO(logo.picture.content), Inches(left), Inches(0.9), Inches(width))
    picture._element._nvXxPr.cNvPr.set("descr", clean(logo.alt))  # noqa: SLF001
    ground = parse_xml(f'<a:solidFill {nsdecls("a")}><a:srgbClr val="FFFFFF"/></a:solidFill>')
    picture._element.spPr.append(ground)  # noqa: SLF001  behind what is transparent


def _add(presentation: Presentation, one: Slide, footer: str) -> None:
    layout = presentation.slide_layouts[1]
    slide = presentation.slides.add_slide(layout)
    slide.shapes.title.text = clean(one.title)
    box = _write(slide, KICKER, [Line(one.kicker)])
    run = box.text_frame.paragraphs[0].runs[0]
    run.font.bold, run.font.color.rgb = True, rgb("target")
    for part in one.parts:
        _put(slide, part)
    _foot(slide, layout, footer)
    slide.notes_slide.notes_text_frame.text = clean("\n".join(one.notes))


def _put(slide: PptxSlide, part: Part) -> None:
    box = _box(part.place)
    match part:
        case Say():
            _write(slide, box, part.lines)
        case Grid():
            _grid(slide, box, part)
        case Chart():
            add_chart(slide, box, part)


def _box(place: Place) -> Box:
    half = (BODY.width - _GUTTER) / 2
    match place:
        case Place.LEFT:
            return BODY._replace(width=half)
        case Place.RIGHT:
            return BODY._replace(left=BODY.left + half + _GUTTER, width=half)
        case Place.WHOLE:
            return BODY


def _write(slide: PptxSlide, box: Box, lines: Sequence[Line], *, on_dark: bool = False) -> Shape:
    """Add paragraphs in a box of their own, and return it."""
    from pptx.util import Inches, Pt

    shape = slide.shapes.add_textbox(*(Inches(one) for one in box))
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if not number else frame.add_paragraph()
        paragraph.space_after = Pt(0 if line.quiet else 10)
        if line.key:
            key = paragraph.add_run()
            key.text = f"{clean(line.key)} "
            key.font.size, key.font.name, key.font.color.rgb = Pt(32), SERIF, rgb("navy")
        run = paragraph.add_run()
        run.text = clean(line.text)
        run.font.size, run.font.name = Pt(20 if line.large else SMALLEST if line.quiet else 16), FACE
        run.font.color.rgb = rgb("paper" if on_dark else "quiet" if line.quiet or line.key else "ink")
    return shape


def _grid(slide: PptxSlide, box: Box, grid: Grid) -> None:
    from pptx.util import Inches, Pt

    rows, columns = len(grid.rows) + 1, len(grid.heads)
    height = min(box.height, 0.45 + 0.72 * len(grid.rows))
    frame = slide.shapes.add_table(rows, columns, *(Inches(one) for one in box._replace(height=height)))
    frame._element.nvGraphicFramePr.cNvPr.set("descr", clean(grid.title))  # noqa: SLF001
    table, fit = frame.table, fitting(grid, box.width, (height - 0.45) / max(1, len(grid.rows)))
    table.horz_banding = False
    style = next(frame._element.iter(f"{_SPACE}tableStyleId"))  # noqa: SLF001
    style.text = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # no style, no grid: the rules are ours
    for number, width in enumerate(grid.widths):
        table.columns[number].width = Inches(box.width * width / sum(grid.widths))
    table.rows[0].height = Inches(0.45)
    for down, row in enumerate((grid.heads, *grid.rows)):
        if down:
            table.rows[down].height = Inches((height - 0.45) / len(grid.rows))
        for across, text in enumerate(row):
            shown = fit.shown(text, across) if down else text
            _cell(table.cell(down, across), shown, head=not down, first=not across, size=Pt(fit.size if down else 14))


def _cell(cell: _Cell, text: str, *, head: bool, first: bool, size: Length) -> None:
    from pptx.enum.text import MSO_ANCHOR
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls
    from pptx.util import Inches

    cell.text = clean(text)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.margin_left, cell.margin_right = Inches(0.02), Inches(0.12)
    cell.margin_top = cell.margin_bottom = Inches(0.03)
    for paragraph in cell.text_frame.paragraphs:
        paragraph.font.size, paragraph.font.name = size, FACE
        paragraph.font.bold = first and not head
        paragraph.font.color.rgb = rgb("quiet" if head else "ink")
    colour, width = ("64727F", 12700) if head else ("C9D2DA", 6350)
    line = f'<a:lnB {nsdecls("a")} w="{width}"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></a:lnB>'
    cell._tc.get_or_add_tcPr().insert(0, parse_xml(line))  # noqa: SLF001


def _foot(slide: PptxSlide, layout: SlideLayout, footer: str) -> None:
    """Add the footer and the number of the slide, as Insert > Header and footer would."""
    from pptx.enum.shapes import PP_PLACEHOLDER

    for holder in list(layout.placeholders):
        kind = holder.placeholder_format.type
        if kind in {PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER}:
            made = copy.deepcopy(holder._element)  # noqa: SLF001
            slide.shapes._spTree.append(made)  # noqa: SLF001
            if kind == PP_PLACEHOLDER.FOOTER:
                slide.placeholders[holder.placeholder_format.idx].text = clean(footer)


def _speak(presentation: Presentation, language: str) -> None:
    """Say the language of every run, and turn paragraphs round where it is written from the right."""
    rtl = direction_of(language) == "rtl"
    for slide in presentation.slides:
        for root in (slide._element, *([slide.notes_slide._element] if slide.has_notes_slide else [])):  # noqa: SLF001
            for run in root.iter(f"{_SPACE}r", f"{_SPACE}fld"):
                run.get_or_add_rPr().set("lang", language)
            for paragraph in root.iter(f"{_SPACE}p") if rtl else ():
                properties = paragraph.get_or_add_pPr()
                properties.set("rtl", "1")
                properties.set("algn", "r")
