"""The summary and the main tables as Markdown: CommonMark, with the tables of GitHub."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from readiness.report.document.blocks import Block, Cell, Drawing, Piece, Run, Style, Table, Text
from readiness.report.document.reading import read_pages
from readiness.report.html import render_pages
from readiness.report.markdown.escaping import escaped, escaped_line
from readiness.report.view import ReportView

__all__ = ["write_markdown"]

_TOLD = frozenset(
    {"summary", "decisions", "profile", "gaps", "gates", "roadmap", "milestones", "money", "value", "register"}
)
"""The chapters that are told, by the names of their templates: what a board reads, and its tables."""
_HEADINGS = {Style.TITLE: "# ", Style.CHAPTER: "## ", Style.SECTION: "### ", Style.PART: "#### "}
_ITEMS = {Style.BULLET: "- ", Style.ITEM: "- ", Style.FACT: "- "}
_FOR_EYES = frozenset({Style.FIGURE, Style.LABELS, Style.CAPTION})
"""A drawing, and what is said in its place: the numbers stand in the table beside it."""
_BETWEEN_PARAGRAPHS = " · "
_AFTER_NAME = ": "
_UNDER_ITEM = "\n  "


def write_markdown(view: ReportView) -> str:
    """Return the report's summary and main tables as Markdown.

    No text of a user becomes a link, an image, HTML, or a mention of somebody.
    """
    told = replace(view, sections=tuple(one for one in view.sections if one.kind in _TOLD))
    pages = read_pages(render_pages(told))
    cover = sorted(pages.cover, key=lambda block: not (isinstance(block, Text) and block.style is Style.TITLE))
    blocks = [*cover, *(block for chapter in pages.chapters for block in chapter.blocks)]
    marking = [f"**{escaped(view.look.marking)}**"] if view.look.marking else []
    return "\n\n".join([*marking, *_parts(_said_once(blocks))]) + "\n"


def _said_once(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks; a table is not called what the heading above it has just said."""
    above = ""
    for block in blocks:
        if isinstance(block, Table):
            yield replace(block, caption="") if block.caption == above else block
        else:
            above = _words(block.pieces)
            yield block


def _parts(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield paragraphs, tables and lists; items that follow each other are one list."""
    for is_list, group in groupby(blocks, lambda block: isinstance(block, Text) and block.style in _ITEMS):
        parts = [part for block in group if (part := _part(block))]
        yield from ["\n".join(parts)] if is_list and parts else parts


def _part(block: Block) -> str:
    if isinstance(block, Table):
        return _table(block)
    if block.style in _FOR_EYES or any(isinstance(piece, Drawing) for piece in block.pieces):
        return ""
    if block.style in _HEADINGS:
        return _HEADINGS[block.style] + escaped(_heading(block))
    if block.style is Style.KEY_FIGURE:
        return f"**{escaped(_words(block.pieces))}**"
    lines = "\\\n".join(map(escaped_line, _inline(block.pieces).split("\n")))
    return _ITEMS.get(block.style, "") + lines.replace("\n", _UNDER_ITEM if block.style in _ITEMS else "\n")


def _heading(block: Text) -> str:
    """Return a heading in one line: what the chapter is about, then what was found."""
    runs = [piece for piece in block.pieces if isinstance(piece, Run) and piece.text != "\n"]
    kicker = "".join(run.text for run in runs if run.kicker)
    title = "".join(run.text for run in runs if not run.kicker)
    return _AFTER_NAME.join(filter(None, (kicker, title)))


def _inline(pieces: Sequence[Piece]) -> str:
    """Return words with what is bold among them, and with their line breaks."""
    made = []
    for bold, group in groupby(_runs(pieces), lambda run: run.bold and bool(run.text.strip())):
        text = _joined(group)
        words = text.strip()
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :] if words else ""
        made.append(f"{before}**{escaped(words)}**{after}" if bold else f"{before}{escaped(words)}{after}")
    return "".join(made).strip()


def _words(pieces: Sequence[Piece]) -> str:
    return _joined(_runs(pieces)).strip()


def _joined(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs).replace("\t", _AFTER_NAME)


def _runs(pieces: Sequence[Piece]) -> Iterator[Run]:
    return (piece for piece in pieces if isinstance(piece, Run))


def _table(table: Table) -> str:
    """Return a table; a column that holds only drawings is left out, and so is a table that has no other."""
    rows = [_spread(row.cells) for row in table.rows]
    heads = _spread(table.heads.cells)
    kept = [at for at in range(len(heads)) if not _is_drawn([row[at] for row in rows])]
    if not kept or not rows:
        return ""
    lines = [_line(_cell(heads[at]) for at in kept)]
    lines.append(_line("---:" if heads[at].number else "---" for at in kept))
    lines += [_line(_cell(row[at]) for at in kept) for row in rows]
    caption = f"{escaped_line(escaped(table.caption))}\n\n" if table.caption else ""
    return caption + "\n".join(lines)


def _spread(cells: Sequence[Cell]) -> list[Cell]:
    """Return a cell for each column: one that spans several stands in the first of them."""
    return [one for cell in cells for one in (cell, *[Cell(())] * (cell.span - 1))]


def _is_drawn(cells: Sequence[Cell]) -> bool:
    pieces = [piece for cell in cells for text in cell.texts for piece in text.pieces]
    return any(isinstance(piece, Drawing) for piece in pieces) and not any(
        isinstance(piece, Run) and piece.text.strip() for piece in pieces
    )


def _cell(cell: Cell) -> str:
    return _BETWEEN_PARAGRAPHS.join(filter(None, (_inline(text.pieces).replace("\n", " ") for text in cell.texts)))


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
