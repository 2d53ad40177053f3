"""Where the pages of two PDFs differ, in words that a reader can look up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from readiness.report.proof.words import drawn, words_of

if TYPE_CHECKING:
    import pikepdf

__all__ = ["Comparison", "compare_pdfs"]

_MOST_PLACES = 3
"""Differences told of one page."""
_MOST_WORDS = 12
"""Words quoted of one difference."""
_MOST_SEARCHED = 4_000
"""Words of a page beyond which nobody waits for the search of what moved."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two PDFs have in common, and what not."""

    is_same_text: bool
    """Whether every page has the same words in the same order."""
    differences: tuple[str, ...]
    """Where they differ, first page first; what is drawn counts, what is stored otherwise does not."""


def compare_pdfs(found: pikepdf.Pdf, expected: pikepdf.Pdf) -> Comparison:
    """Return where a PDF differs from the one that it should be."""
    pages, said = list(zip(found.pages, expected.pages, strict=False)), list[str]()
    if len(found.pages) != len(expected.pages):
        said.append(f"it has {len(found.pages)} pages, where the inputs give {len(expected.pages)}")
    is_same_text = not said
    for number, (one, other) in enumerate(pages, 1):
        if drawn(one) == drawn(other):
            continue
        here = list(_places(words_of(one), words_of(other)))
        is_same_text = is_same_text and not here
        said += [f"page {number}: {place}" for place in here or ["the same words, drawn in another way"]]
    return Comparison(is_same_text, (*said, *_about(found, expected)))


def _places(found: list[str], expected: list[str]) -> Iterator[str]:
    if found == expected:
        return
    if max(len(found), len(expected)) > _MOST_SEARCHED:
        yield "other words"
        return
    blocks = SequenceMatcher(None, found, expected, autojunk=False).get_opcodes()
    changed = [block for block in blocks if block[0] != "equal"]
    for _, start, end, other_start, other_end in changed[:_MOST_PLACES]:
        here, there = _quoted(found[start:end]), _quoted(expected[other_start:other_end])
        yield f"{here}, where the inputs give {there}"
    if len(changed) > _MOST_PLACES:
        yield f"and {len(changed) - _MOST_PLACES} more places"


def _quoted(words: list[str]) -> str:
    if not words:
        return "nothing"
    more = " …" if len(words) > _MOST_WORDS else ""
    return f"“{' '.join(words[:_MOST_WORDS])}{more}”"


def _about(found: pikepdf.Pdf, expected: pikepdf.Pdf) -> Iterator[str]:
    """Yield where what two PDFs say about themselves differs."""
    for key in sorted({*found.docinfo.keys(), *expected.docinfo.keys()}):
        here, there = (str(pdf.docinfo.get(key, "")) for pdf in (found, expected))
        if here != there:
            yield f"its property {key[1:]}: {_quoted(here.split())}, where the inputs give {_quoted(there.split())}"
    if _metadata(found) != _metadata(expected):
        yield "its metadata (XMP)"


def _metadata(pdf: pikepdf.Pdf) -> bytes:
    metadata = pdf.Root.get("/Metadata")
    return b"" if metadata is None else bytes(metadata.read_bytes())
