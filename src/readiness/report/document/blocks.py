"""What a text document is made of: the shapes to which every chapter comes down."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Block", "Cell", "Chapter", "Drawing", "Pages", "Piece", "Row", "Run", "Style", "Table", "Text"]


class Style(StrEnum):
    """The styles of paragraphs, by the names that people see in the program."""

    TITLE = "Title"
    SUBTITLE = "Subtitle"
    CONTENTS = "TOC Heading"
    CHAPTER = "Heading 1"
    SECTION = "Heading 2"
    PART = "Heading 3"
    TEXT = "Normal"
    LEAD = "Lead"
    NOTE = "Note"
    KEY_FIGURE = "Key Figure"
    FACT = "Fact"
    DEFINITION = "Definition"
    BULLET = "List Bullet"
    ITEM = "List"
    QUOTE = "Quote"
    CAPTION = "Caption"
    FIGURE = "Figure"
    LABELS = "Chart Labels"
    CELL = "Cell"
    CELL_NOTE = "Cell Note"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that are set in one way."""

    text: str
    bold: bool = False
    kicker: bool = False
    """Whether they say above a heading what its chapter is about."""
    anchor: str = ""
    """The place in the document that they lead to."""
    language: str = ""
    """Their language, where it is another than that of the document."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart without words, and what it says."""

    svg: str
    alt: str


Piece = Run | Drawing


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph. A line break is a run of its own, and so is a tab."""

    style: Style
    pieces: tuple[Piece, ...]
    anchor: str = ""
    """What others call this place."""
    stops: tuple[int, ...] = ()
    """Where its tabs stand, in thousandths of the width; each centres the words after it."""
    joined: bool = False
    """Whether it stays on the page on which the chapter before ends."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table."""

    texts: tuple[Text, ...]
    number: bool = False
    """Whether it is set to the end of the line."""
    span: int = 1
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table."""

    cells: tuple[Cell, ...]
    strong: bool = False
    """Whether it names a group or holds the total."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one row of headings."""

    caption: str
    widths: tuple[float | None, ...]
    """The width of each column in mm; None: a part of what is left."""
    heads: Row
    rows: tuple[Row, ...]


Block = Text | Table


@dataclass(frozen=True, slots=True)
class Chapter:
    """What begins on a page of its own."""

    blocks: tuple[Block, ...]
    wide: bool = False
    """Whether its pages lie on their side."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The whole document: the cover, what stands about the contents, and the chapters."""

    cover: tuple[Block, ...]
    contents: tuple[Block, ...]
    chapters: tuple[Chapter, ...]
