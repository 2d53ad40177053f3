"""Reads the pages of the report as blocks: the same words, in the order in which they are read aloud."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from readiness.report.document.blocks import Block, Cell, Chapter, Drawing, Pages, Piece, Row, Run, Style, Table, Text
from readiness.resources import templates_dir

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from readiness.report.html import Pages as PrintedPages

__all__ = ["read_pages"]

_STYLES = {
    "note": Style.NOTE, "sub": Style.NOTE, "cap": Style.NOTE, "name": Style.NOTE, "by": Style.NOTE,
    "lead": Style.LEAD, "big": Style.KEY_FIGURE, "strap": Style.SUBTITLE, "quote": Style.QUOTE, "what": Style.LEAD,
    "org": Style.LEAD,
}  # fmt: skip
"""The style of a paragraph by its class in the templates; one without a class is plain text."""
_HEADINGS = {"h1": Style.TITLE, "h2": Style.CHAPTER, "h3": Style.SECTION, "h4": Style.PART}
_QUIET = frozenset({"note", "sub", "std", "why", "ask"})
"""What is set smaller within a cell."""
_OWN_LINE = frozenset({"why", "ask", "now"})
_LEFT_OUT = frozenset({"logo", "marking", "running-title", "running-foot", "levels", "print", "cap", "toc"})
"""What only a printed page needs, or what the words beside it say."""
_HOLDERS = frozenset({"div", "section", "main"})
_PLACE = re.compile(r"p-(m?)(\d+)")
_WIDTH = re.compile(r"(?:^|(?<=\}))\.(w-[\w-]+)\{width:([\d.]+)mm\}", re.MULTILINE)
_SPACES = re.compile(r"[ \t\r\n\f]+")


def read_pages(printed: PrintedPages) -> Pages:
    """Return the pages of a report as blocks."""
    from lxml import html

    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    body = html.document_fromstring(printed.html.encode(), parser=parser).body
    reader = _Reader({address: svg.decode() for address, svg in printed.drawings.items()})
    return Pages(
        cover=tuple(reader.blocks(body.find("header"))),
        contents=tuple(reader.blocks(body.find(".//nav"))),
        chapters=tuple(
            Chapter(tuple(reader.blocks(chapter)), wide="wide" in _classes(chapter))
            for chapter in body.find("main").iterchildren("section")
        ),
    )


@cache
def _column_widths() -> Mapping[str, float]:
    """Return the widths of columns on paper, in mm, by class: the style sheet alone says them."""
    style = (templates_dir() / "paper.css").read_text(encoding="utf-8")
    return {name: float(width) for name, width in reversed(_WIDTH.findall(style))}


@dataclass
class _Reader:
    drawings: Mapping[str, str]

    def blocks(self, element: HtmlElement) -> Iterator[Block]:
        """Yield what an element holds."""
        kicker, captions = "", []
        for child in element.iterchildren("*"):
            classes = _classes(child)
            if classes & _LEFT_OUT or child.tag in {"nav", "span"}:  # contents and labels have places of their own
                continue
            if "kicker" in classes:
                kicker = _plain(child)
            elif child.tag in _HEADINGS:
                yield self._heading(child, kicker)
            elif child.tag == "img":
                drawing = self._drawing(child)
                captions.append(Text(Style.CAPTION, (Run(drawing.alt),)))
                yield Text(Style.FIGURE, (drawing,))
            else:
                yield from self._block(child, classes)
        yield from captions  # under the words that stand along a chart

    def _heading(self, element: HtmlElement, kicker: str) -> Text:
        pieces = self._pieces(element)
        style = _HEADINGS[element.tag]
        if style is not Style.CHAPTER:
            return Text(style, pieces)
        chapter = element.getparent()
        if chapter.tag == "nav":
            style = Style.CONTENTS
        pieces = (Run(kicker, kicker=True), Run("\n"), *pieces)
        return Text(style, pieces, chapter.get("id", ""), joined="joined" in _classes(chapter))

    def _block(self, element: HtmlElement, classes: frozenset[str]) -> Iterator[Block]:
        match element.tag:
            case "table":
                yield self._table(element)
            case "ul" | "ol":
                yield from self._list(element, classes)
            case "dl":
                yield from self._definitions(element, classes)
            case "p" if classes & {"above", "below"}:
                yield from _labels(element)
            case tag if tag in _HOLDERS:
                yield from self.blocks(element)
            case _:
                yield from self._paragraphs(element, _style(classes))

    def _list(self, element: HtmlElement, classes: frozenset[str]) -> Iterator[Block]:
        items = list(element.iterchildren("li"))
        if "key" in classes:
            spaced = (piece for item in items for piece in (Run("   "), *self._pieces(item)))
            yield Text(Style.NOTE, tuple(spaced)[1:])
            return
        style = Style.BULLET if element.tag == "ul" else Style.ITEM
        for item in items:
            yield from self.blocks(item) if item.find("p") is not None else self._paragraphs(item, style)

    def _definitions(self, element: HtmlElement, classes: frozenset[str]) -> Iterator[Block]:
        for pair in element.iterchildren("div"):
            name, said = self._pieces(pair.find("dt")), self._pieces(pair.find("dd"))
            if "labelled" in classes:
                yield Text(Style.DEFINITION, (*_made_bold(name), Run("  "), *said))
            else:
                yield Text(Style.FACT, (*name, Run("\t"), *said))

    def _table(self, element: HtmlElement) -> Table:
        caption = element.find("caption")
        return Table(
            caption="" if caption is None else _plain(caption),
            widths=tuple(_widths(element)),
            heads=self._row(element.find("thead/tr")),
            rows=tuple(self._row(row) for row in element.iterfind("tbody/tr")),
        )

    def _row(self, element: HtmlElement) -> Row:
        strong = bool(_classes(element) & {"group", "overall"})
        cells = tuple(self._cell(cell, strong=strong) for cell in element.iterchildren("th", "td"))
        return Row(cells, strong)

    def _cell(self, element: HtmlElement, *, strong: bool) -> Cell:
        texts: Iterable[Text] = self._paragraphs(element, Style.CELL)
        axis = next((span for span in element.iterchildren("span") if _classes(span) & {"axis", "time"}), None)
        if axis is not None:
            texts = [replace(text, style=Style.CELL) for text in _labels(axis)]
        if strong:
            texts = (replace(text, pieces=tuple(_made_bold(text.pieces))) for text in texts)
        return Cell(
            texts=tuple(texts),
            number="n" in _classes(element),
            span=int(element.get("colspan", "1")),
            anchor=element.get("id", ""),
        )

    def _paragraphs(self, element: HtmlElement, style: Style) -> Iterator[Text]:
        """Yield the paragraphs of an element: those within it, and what stands on a line of its own."""
        gathered = _Gathered(style)
        self._gather(element, gathered, Run("", bold="id" in _classes(element)))
        return gathered.texts()

    def _pieces(self, element: HtmlElement) -> tuple[Piece, ...]:
        """Return what an element holds as one paragraph."""
        return tuple(piece for text in self._paragraphs(element, Style.TEXT) for piece in text.pieces)

    def _gather(self, element: HtmlElement, into: _Gathered, like: Run) -> None:
        lines = "pre" in _classes(element)
        into.add(replace(like, text=element.text or ""), lines=lines)
        for child in element:
            if isinstance(child.tag, str):
                self._gather_child(child, into, like)
            into.add(replace(like, text=child.tail or ""), lines=lines)

    def _gather_child(self, child: HtmlElement, into: _Gathered, like: Run) -> None:
        classes = _classes(child)
        if child.tag == "img":
            into.pieces.append(self._drawing(child))
            return
        if _placed(child) is not None or (child.tag == "span" and "unseen" in classes):
            return
        apart = child.tag in {"p", "li", "div", "ul"} or bool(classes & _OWN_LINE)
        if apart:
            into.end()
            into.within = _style_in_cell(classes) if into.style is Style.CELL else None
        bold = like.bold or child.tag == "b" or "id" in classes
        language, anchor = child.get("lang", like.language), child.get("href", "").removeprefix("#")
        self._gather(child, into, replace(like, bold=bold, language=language, anchor=anchor or like.anchor))
        if apart:
            into.end()

    def _drawing(self, element: HtmlElement) -> Drawing:
        return Drawing(self.drawings[element.get("src")], element.get("alt", ""))


@dataclass
class _Gathered:
    """The paragraphs that were met so far, and the pieces of the one that is not yet at its end."""

    style: Style
    done: list[Text] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    within: Style | None = None
    """The style of the paragraph, where it is set in another one than the rest."""

    def add(self, run: Run, *, lines: bool) -> None:
        """Add words; white space is one space, but for the line breaks of a text that keeps its lines."""
        parts = run.text.strip("\n").split("\n") if lines else [run.text]
        for number, part in enumerate(parts):
            if number:
                self.pieces.append(Run("\n"))
            if part:
                self.pieces.append(replace(run, text=_SPACES.sub(" ", part)))

    def end(self) -> None:
        """End the paragraph."""
        pieces = tuple(_trimmed(self.pieces))
        if pieces:
            self.done.append(Text(self.within or self.style, pieces))
        self.pieces, self.within = [], None

    def texts(self) -> Iterator[Text]:
        """Return all paragraphs."""
        self.end()
        return iter(self.done)


def _trimmed(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield pieces without white space at the beginning, at the end, and twice in a row."""
    kept: list[Piece] = []
    for piece in pieces:
        spaced = not kept or (isinstance(last := kept[-1], Run) and last.text.endswith((" ", "\n")))
        shown = replace(piece, text=piece.text.lstrip(" ")) if isinstance(piece, Run) and spaced else piece
        if not isinstance(shown, Run) or shown.text:
            kept.append(shown)
    while kept and isinstance(last := kept[-1], Run) and not last.text.strip():
        kept.pop()
    if kept and isinstance(last := kept[-1], Run):
        kept[-1] = replace(last, text=last.text.rstrip())
    return iter(kept)


def _labels(element: HtmlElement) -> Iterator[Text]:
    """Yield the labels along a chart, a line for each row of them, each centred on its place."""
    rows: dict[str, list[tuple[int, str]]] = {}
    for span in element.iterchildren("span"):
        place = _placed(span)
        if place is not None:
            row = next((name for name in sorted(_classes(span)) if name.startswith("row-")), "row-0")
            rows.setdefault(row, []).append((place, _plain(span)))
    for row in sorted(rows, reverse=True):
        placed = sorted(rows[row])
        pieces = tuple(piece for _, words in placed for piece in (Run("\t"), Run(words)))
        yield Text(Style.LABELS, pieces, stops=tuple(place for place, _ in placed))


def _made_bold(pieces: Iterable[Piece]) -> Iterator[Piece]:
    return (replace(piece, bold=True) if isinstance(piece, Run) else piece for piece in pieces)


def _style(classes: frozenset[str]) -> Style:
    return next((_STYLES[name] for name in sorted(classes) if name in _STYLES), Style.TEXT)


def _style_in_cell(classes: frozenset[str]) -> Style:
    if "quote" in classes:
        return Style.QUOTE
    return Style.CELL_NOTE if classes & _QUIET else Style.CELL


def _classes(element: HtmlElement) -> frozenset[str]:
    return frozenset(element.get("class", "").split())


def _placed(element: HtmlElement) -> int | None:
    """Return where an element is put on a chart, in thousandths of its width, if it is."""
    for name in _classes(element):
        found = _PLACE.fullmatch(name)
        if found:
            return -int(found[2]) if found[1] else int(found[2])
    return None


def _plain(element: HtmlElement) -> str:
    return _SPACES.sub(" ", str(element.text_content())).strip()


def _widths(element: HtmlElement) -> Iterator[float | None]:
    """Yield the width of each column in mm, as far as the style sheet says it."""
    known = _column_widths()
    for column in element.iterfind("colgroup/col"):
        width = next((known[name] for name in _classes(column) if name in known), None)
        yield from [width] * int(column.get("span", "1"))
