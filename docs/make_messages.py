"""Collect the messages of reports for translators: report.pot, and the same messages in every catalogue.

    ./dev messages

A translation is kept as long as its English message stands. Where the English has changed a little, the old words are
kept as a guess, marked `fuzzy`: reports do not use them until somebody has looked at them.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from readiness.model.answers import ANSWER_TYPES

ROOT = Path(__file__).resolve().parents[1]
CATALOGUES = ROOT / "src" / "readiness" / "report" / "wording" / "catalogues"
TEMPLATE = CATALOGUES / "report.pot"
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}
"""What marks a message in code and templates: which arguments are its context, its text and its plural."""
WHERE = (
    (ROOT / "src" / "readiness" / "report", [("**.py", "python")]),
    (ROOT / "templates", [("**.html", "jinja2.ext:babel_extract")]),
)
_NOTE = """\
# The fixed wording of reports.
# SPDX-License-Identifier: Apache-2.0
# docs/translating.md says how a translation is made."""


def messages() -> Catalog:
    """Return every message in the code and the templates, sorted by its English text."""
    found = Catalog(project="readiness", header_comment=_NOTE, charset="utf-8", fuzzy=False)
    for folder, methods in WHERE:
        for file, _, message, _, context in extract_from_dir(folder, methods, keywords=KEYWORDS):
            place = str((folder / file).relative_to(ROOT))
            found.add(message, locations=[(place, 0)], context=context)
    for kind in ANSWER_TYPES.values():
        found.add(kind.question.summary, locations=[("src/readiness/model/answers", 0)])
    for one in found:
        one.locations = sorted(set(one.locations))
        one.flags.discard("python-format")
        if one.id and "{" in str(one.id):
            one.flags.add("python-brace-format")
    return found


def files() -> Iterator[tuple[Path, str]]:
    """Yield the template and every catalogue, each with what it should hold."""
    template = messages()
    yield TEMPLATE, _written(template)
    for path in sorted(CATALOGUES.glob("*.po")):
        with path.open("rb") as stream:
            catalogue = read_po(stream, locale=path.stem)
        catalogue.update(template, no_fuzzy_matching=False, update_header_comment=False)
        yield path, _written(catalogue)


def _written(catalogue: Catalog) -> str:
    """Return a catalogue as a file without dates, which would change it each time; nobody is asked by mail."""
    text = io.BytesIO()
    write_po(text, catalogue, width=100, sort_output=True, include_lineno=False)
    dated = ("POT-Creation-Date", "PO-Revision-Date", "Generated-By", "Last-Translator", "Language-Team")
    left_out = tuple(f'"{name}:' for name in dated)
    kept = [line for line in text.getvalue().decode().splitlines(keepends=True) if not line.startswith(left_out)]
    return "".join(kept)


if __name__ == "__main__":
    for path, text in files():
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(ROOT))
