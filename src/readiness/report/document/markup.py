"""Blocks as WordprocessingML."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Final

from readiness.report.document.blocks import Cell, Drawing, Piece, Row, Run, Style, Table, Text
from readiness.report.document.drawings import drawing_xml
from readiness.report.wording import gettext
from readiness.report.xml_text import attribute, content

__all__ = ["Markup"]

_TWIPS = 56.6929
"""Twentieths of a point in a millimetre."""
_LEAST_MM, _LEAST_OF_FEW_MM, _FEW = 14.0, 36.0, 2
"""What a column gets at least whose width the style sheet leaves open: one of many holds numbers, one of few words."""


_CELL_MARGIN = 1.5
"""The room at the end of a cell, in mm, as the style of tables has it."""


@dataclass
class Markup:
    """Turns blocks into XML; it counts tables, figures, drawings and bookmarks."""

    styles: Mapping[str, str]
    """The ids of styles by their names."""
    anchors: frozenset[str]
    """The places that exist: nothing leads to another."""
    rtl: bool
    room: float = 0.0
    """How wide a drawing may be here, in mm."""
    drawings: count[int] = field(default_factory=lambda: count(1))
    bookmarks: count[int] = field(default_factory=lambda: count(1))
    tables: count[int] = field(default_factory=lambda: count(1))
    figures: count[int] = field(default_factory=lambda: count(1))

    def text(self, text: Text, width: float) -> str:
        """Return a paragraph, or the caption of a figure with its number; the width is that of the page, in mm."""
        if text.style is Style.CAPTION:
            name = gettext("Figure {number}: ", number="\x00")
            return self._caption(name, "Figure", next(self.figures), text.pieces)
        if text.stops:
            return self._labels(text, min(width, 174.0))
        self.room = width
        return self._paragraph(text, _JOINED if text.joined else "")

    def table(self, table: Table, width: float) -> str:
        """Return a table with its caption."""
        name = gettext("Table {number}: ", number="\x00")
        caption = self._caption(name, "Table", next(self.tables), (Run(table.caption),)) if table.caption else ""
        widths = _shared(table.widths, width)
        grid = "".join(f'<w:gridCol w:w="{_twips(one)}"/>' for one in widths)
        rows = self._row(table.heads, widths, head=True)
        rows += "".join(self._row(row, widths) for row in table.rows)
        way = "<w:bidiVisual/>" if self.rtl else ""
        return (
            f'{caption}<w:tbl><w:tblPr><w:tblStyle w:val="{self.styles["Readiness Table"]}"/>{way}'
            f'<w:tblW w:w="{_twips(sum(widths))}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
            f'w:noVBand="1"/><w:tblCaption w:val="{attribute(table.caption)}"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>{self._gap()}"
        )

    def contents(self, entries: Sequence[tuple[str, Sequence[Run]]]) -> str:
        """Return the contents as a field: what a word processor replaces when it is asked to update it.

        Args:
            entries: For each chapter: its place and its heading.
        """
        opened, closed = _field_marks(' TOC \\o "1-1" \\h \\z \\u ', dirty=True)
        lines = [self._entry(anchor, runs) for anchor, runs in entries]
        lines[0], lines[-1] = opened + lines[0], lines[-1] + closed
        style = f'<w:pPr><w:pStyle w:val="{self.styles["toc 1"]}"/></w:pPr>'
        return "".join(f"<w:p>{style}{line}</w:p>" for line in lines)

    def _entry(self, anchor: str, runs: Sequence[Run]) -> str:
        words = "".join(self._run(Run(": ") if run.text == "\n" else Run(run.text, bold=run.kicker)) for run in runs)
        page = _field(f" PAGEREF {_bookmark(anchor)} \\h ", "")
        return (
            f'<w:hyperlink w:anchor="{_bookmark(anchor)}" w:history="1">{words}<w:r><w:tab/></w:r>{page}</w:hyperlink>'
        )

    def _caption(self, name: str, kind: str, number: int, pieces: Sequence[Piece]) -> str:
        before, _, after = name.partition("\x00")
        sequence = self._run(Run(before)) + _field(rf" SEQ {kind} \* ARABIC ", str(number)) + self._run(Run(after))
        keep = "" if kind == "Table" else '<w:keepNext w:val="0"/>'
        return f"<w:p>{self._properties(Style.CAPTION, keep)}{sequence}{self._pieces(pieces)}</w:p>"

    def _labels(self, text: Text, width: float) -> str:
        """Return words along a chart of that width, in mm: each centred on its place, those at the ends within."""
        stops = "".join(
            f'<w:tab w:val="{_side(place)}" w:pos="{_twips(place / 1000 * width)}"/>' for place in _apart(text.stops)
        )
        return f"<w:p>{self._properties(text.style, f'<w:tabs>{stops}</w:tabs>')}{self._pieces(text.pieces)}</w:p>"

    def _paragraph(self, text: Text, more: str = "") -> str:
        marked = self._marked(text.anchor, self._pieces(text.pieces))
        return f"<w:p>{self._properties(text.style, more)}{marked}</w:p>"

    def _properties(self, style: Style, more: str) -> str:
        """Return the properties of a paragraph; the schema wants the direction between others."""
        way = "<w:bidi/>" if self.rtl and not more.startswith("<w:tabs") else ""  # charts begin at the left everywhere
        before, after = (more, "") if more.startswith(_FIRST) else ("", more)
        room = '<w:spacing w:before="480"/>' if more == _JOINED else ""
        return f'<w:pPr><w:pStyle w:val="{self.styles[style]}"/>{before}{way}{room}{after}</w:pPr>'

    def _marked(self, anchor: str, inner: str) -> str:
        if not anchor:
            return inner
        number = next(self.bookmarks)
        opened = f'<w:bookmarkStart w:id="{number}" w:name="{_bookmark(anchor)}"/>'
        return f'{opened}{inner}<w:bookmarkEnd w:id="{number}"/>'

    def _pieces(self, pieces: Iterable[Piece]) -> str:
        return "".join(self._run(one) if isinstance(one, Run) else self._drawn(one) for one in pieces)

    def _drawn(self, drawing: Drawing) -> str:
        return f"<w:r>{drawing_xml(drawing.svg, drawing.alt, next(self.drawings), most=self.room)}</w:r>"

    def _run(self, run: Run) -> str:
        if run.text in _MARKS:
            return f"<w:r>{_MARKS[run.text]}</w:r>"
        kicker = f'<w:rStyle w:val="{self.styles["Kicker"]}"/>' if run.kicker else ""
        bold = "<w:b/><w:bCs/>" if run.bold else ""
        way = "<w:rtl/>" if _is_rtl(run.text) else ""
        language = (
            f'<w:lang w:val="{attribute(run.language)}" w:bidi="{attribute(run.language)}"/>' if run.language else ""
        )
        properties = f"<w:rPr>{kicker}{bold}{way}{language}</w:rPr>" if kicker or bold or way or language else ""
        made = f'<w:r>{properties}<w:t xml:space="preserve">{content(run.text)}</w:t></w:r>'
        if run.anchor not in self.anchors:
            return made
        return f'<w:hyperlink w:anchor="{_bookmark(run.anchor)}" w:history="1">{made}</w:hyperlink>'

    def _row(self, row: Row, widths: Sequence[float], *, head: bool = False) -> str:
        place, cells = 0, []
        upright = "center" if all(len(cell.texts) <= 1 for cell in row.cells) else "top"
        for cell in row.cells:
            cells.append(self._cell(cell, sum(widths[place : place + cell.span]), upright))
            place += cell.span
        again = "<w:tblHeader/>" if head else ""
        return f"<w:tr><w:trPr><w:cantSplit/>{again}</w:trPr>{''.join(cells)}</w:tr>"

    def _cell(self, cell: Cell, width: float, upright: str) -> str:
        span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        end = '<w:jc w:val="end"/>' if cell.number else ""
        texts = cell.texts or (Text(Style.CELL, ()),)
        self.room = width - _CELL_MARGIN
        inner = "".join(
            self._paragraph(text, end) if not text.stops else self._labels(text, self.room) for text in texts
        )
        inner = self._marked(cell.anchor, inner)
        size = f'<w:tcW w:w="{_twips(width)}" w:type="dxa"/>{span}<w:vAlign w:val="{upright}"/>'
        return f"<w:tc><w:tcPr>{size}</w:tcPr>{inner}</w:tc>"

    def _gap(self) -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{self.styles[Style.LABELS]}"/><w:keepNext w:val="0"/></w:pPr></w:p>'


_WHOLE, _NEAR_END = 1000, 20
"""In thousandths of a chart: its width, and how near to an end a label is not centred any more."""
_JOINED = '<w:pageBreakBefore w:val="0"/>'
_FIRST = ("<w:keepNext", "<w:pageBreakBefore", "<w:tabs")
_MARKS: Final = {"\n": "<w:br/>", "\t": "<w:tab/>"}


def _side(place: int) -> str:
    if place < _NEAR_END:
        return "start"
    return "end" if place > _WHOLE - _NEAR_END else "center"


def _apart(stops: Sequence[int]) -> list[int]:
    """Return stops that a line can have: none before its beginning, and each after the one before."""
    found: list[int] = []
    for stop in stops:
        found.append(max(stop, 1, found[-1] + 1 if found else 1))
    return found


def _shared(widths: Sequence[float | None], whole: float) -> list[float]:
    """Return the widths of columns that fill the page: the open ones share what the others leave."""
    unset = sum(width is None for width in widths)
    given = sum(width for width in widths if width is not None)
    least = _LEAST_MM if unset > _FEW else _LEAST_OF_FEW_MM
    left = max((whole - given) / unset, least) if unset else 0.0
    filled = [left if width is None else width for width in widths]
    over = sum(filled) - whole
    if over > 0:
        return [width * whole / sum(filled) for width in filled]
    return [filled[0] - over, *filled[1:]]  # strips stay as wide as they are drawn


def _field(code: str, shown: str) -> str:
    opened, closed = _field_marks(code)
    return f"{opened}<w:r><w:t>{content(shown)}</w:t></w:r>{closed}"


def _field_marks(code: str, *, dirty: bool = False) -> tuple[str, str]:
    """Return what stands before and after the result of a field."""
    stale = ' w:dirty="true"' if dirty else ""
    opened = (
        f'<w:r><w:fldChar w:fldCharType="begin"{stale}/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    return opened, '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def _bookmark(anchor: str) -> str:
    """Return a name that a word processor takes: a letter first, then letters, digits and underscores."""
    return f"_{''.join(sign if sign.isalnum() else '_' for sign in anchor)}"[:40]


def _is_rtl(text: str) -> bool:
    return any(unicodedata.bidirectional(sign) in {"R", "AL"} for sign in text)


def _twips(millimetres: float) -> int:
    return round(millimetres * _TWIPS)
