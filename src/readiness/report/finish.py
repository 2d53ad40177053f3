"""What WeasyPrint leaves out of the tags: which way a header cell points, and where a picture stands."""

from __future__ import annotations

from typing import Any

__all__ = ["finish"]

_POINTS_PER_PIXEL = 0.75


def finish(document: Any, pdf: Any) -> None:  # noqa: ANN401  weasyprint and pydyf ship no types
    """Complete the tags of a PDF just before it is written."""
    import pydyf

    objects = pdf.objects
    pages = {reference: index for index, reference in enumerate(pdf.page_references)}
    for element in objects:
        if not isinstance(element, dict) or element.get("Type") != "/StructElem":
            continue
        if element["S"] == "/TH":
            element["A"]["Scope"] = "/Column" if _section_of(element, objects) == "/THead" else "/Row"
        elif element["S"] == "/Figure":
            height = document.pages[pages[element["Pg"]]].height * _POINTS_PER_PIXEL
            left, top, right, bottom = (float(value) * _POINTS_PER_PIXEL for value in element["A"]["BBox"])
            element["A"]["BBox"] = pydyf.Array(
                round(value, 2) for value in (left, height - bottom, right, height - top)
            )


def _section_of(cell: Any, objects: Any) -> str:  # noqa: ANN401
    """Return the tag of the part of the table that holds a cell."""
    row = objects[_number(cell["P"])]
    return str(objects[_number(row["P"])]["S"])


def _number(reference: Any) -> int:  # noqa: ANN401
    text = reference.decode() if isinstance(reference, bytes) else str(reference)
    return int(text.split()[0])
