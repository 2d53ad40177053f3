"""Walks the tags of a PDF as a screen reader does: in the order of the structure, not of the drawing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from readiness.report.proof.words import words_of

__all__ = ["Element", "elements", "structure"]


@dataclass
class Element:
    """An element of the structure with what is below it."""

    tag: str
    alt: str
    attributes: Mapping[str, Any]
    children: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What is read aloud, alternative texts included."""
        parts = [one if isinstance(one, str) else one.text for one in self.children]
        return " ".join(" ".join([self.alt, *parts]).split())


def structure(pdf: pikepdf.Pdf) -> Element:
    """Return the whole structure of a PDF with the words of every element."""
    words = {page.objgen: _marked(page) for page in pdf.pages}
    root: Any = pdf.Root.StructTreeRoot
    return _element(root, None, words)


def elements(element: Element, *tags: str) -> Iterator[Element]:
    """Yield the elements with these tags in reading order."""
    if element.tag in tags:
        yield element
    for child in element.children:
        if isinstance(child, Element):
            yield from elements(child, *tags)


def _element(node: Any, page: Any, words: Mapping[Any, Mapping[int, str]]) -> Element:  # noqa: ANN401
    page = node.get("/Pg", page)
    attributes: Any = node.get("/A", {})
    made = Element(str(node.get("/S", "/Root"))[1:], str(node.get("/Alt", "")), dict(attributes.items()))
    kids: Any = node.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            made.children.append(words[page.objgen].get(kid, ""))
        elif "/MCID" in kid:
            made.children.append(words[kid.get("/Pg", page).objgen].get(int(kid.MCID), ""))
        elif "/S" in kid:
            made.children.append(_element(kid, page, words))
    return made


def _marked(page: pikepdf.Page) -> dict[int, str]:
    """Return the words of each marked part of a page, by its number."""
    parts: dict[int, list[Any]] = {}
    font: Any = None
    number: int | None = None
    for step in pikepdf.parse_content_stream(page):
        name = str(step.operator)
        if name == "Tf":
            font = step
        if name == "BDC":
            marks: Any = step.operands[1]
            number = int(marks.MCID) if "/MCID" in marks else None
        if name == "EMC":
            number = None
        if number is not None and name in {"Tf", "Tj", "TJ"}:
            parts.setdefault(number, [font]).append(step)
    return {number: " ".join(words_of(page, steps)) for number, steps in parts.items()}
