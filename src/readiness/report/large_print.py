"""Large print: every table of a page as a list, for letters of 16 points leave no room for columns."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["in_large_print"]

_DRAWN_ON_TIME = "gantt"
"""The class of a table whose drawings lie on an axis in its head; in a list, their words say when."""


def in_large_print(page: str) -> str:
    """Return a page with each row of its tables as a name and a list of what its cells say."""
    from lxml import html

    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    root = html.document_fromstring(page.encode(), parser=parser)
    for table in list(root.iter("table")):
        parent = table.getparent()
        assert parent is not None, "a table stands in a page"
        parent.replace(table, _listed(table))
    return f"<!DOCTYPE html>\n{html.tostring(root, encoding='unicode')}"


def _listed(table: HtmlElement) -> HtmlElement:
    from lxml.html.builder import DIV

    kind = table.get("class", "")
    heads = [deepcopy(head) for head in table.iterfind("thead/tr/th")]
    records = DIV({"class": f"records {kind}"})
    for row in table.iterfind("tbody/tr"):
        record = _record(list(row.iterchildren("th", "td")), heads, by_words=_DRAWN_ON_TIME in kind.split())
        for key in ("id", "class"):
            if row.get(key):
                record.set(key, f"{record.get(key) or ''} {row.get(key)}".strip())
        records.append(record)
    return records


def _record(cells: Sequence[HtmlElement], heads: Sequence[HtmlElement], *, by_words: bool) -> HtmlElement:
    """Return one row: what comes before its name and the name first, then each other cell below its head."""
    from lxml.html.builder import DIV

    at = next((place for place, cell in enumerate(cells) if cell.tag == "th"), 0)
    name, said = DIV({"class": "name"}), DIV()
    for cell in cells[: at + 1]:
        _move(cell, name)
    for place, cell in enumerate(cells[at + 1 :], at + 1):
        if "".join(cell.itertext()).strip() or cell.find(".//img") is not None or cell.get("data-to"):
            said.append(_pair(cell, heads[place] if place < len(heads) else None, by_words=by_words))
    record = DIV({"class": "record"}, name, said) if len(said) else DIV({"class": "record"}, name)
    anchor = next((cell.get("id") for cell in cells[: at + 1] if cell.get("id")), "")
    if anchor:
        record.set("id", anchor)
    return record


def _pair(cell: HtmlElement, head: HtmlElement | None, *, by_words: bool) -> HtmlElement:
    from lxml.html.builder import DIV, SPAN

    term, said = SPAN({"class": "head"}), DIV({"class": "value"})
    is_drawing = "strip" in cell.get("class", "").split()
    if head is not None and not is_drawing:
        _move(deepcopy(head), term)
    _move(cell, said)
    for key in ("id", "class", "data-to", "dir"):
        if cell.get(key):
            said.set(key, f"value {cell.get(key)}" if key == "class" else str(cell.get(key)))
    for image in list(said.iter("img")) if is_drawing and by_words else []:
        image.addnext(DIV(image.get("alt", "")))
        image.drop_tree()
    return DIV(term, said) if len(term) or term.text else DIV(said)


def _move(source: HtmlElement, target: HtmlElement) -> None:
    """Add what an element holds to the end of another, after a space."""
    last = target[-1] if len(target) else None
    if last is not None:
        last.tail = f"{last.tail or ''} {source.text or ''}"
    else:
        target.text = f"{target.text} {source.text or ''}" if target.text else source.text
    for child in list(source):
        target.append(child)
