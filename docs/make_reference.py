"""Write docs/coverage.md, docs/reference and docs/schemas from the code, so that there is one source of each fact.

    ./dev docs

A test compares the pages with what this makes.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import typer
from make_coverage import coverage

from readiness.checks.catalogue import RULES
from readiness.cli.main import app
from readiness.model.answers import ANSWER_TYPES
from readiness.model.scoring import OPTIONS
from readiness.scoring.rollup import ROLLUPS
from readiness.workflows import DRAFTS, SCHEMAS, schema, schema_file

DOCS = Path(__file__).resolve().parent
_GROUP = typer.main.get_command(app)
assert isinstance(_GROUP, typer.core.TyperGroup)
COMMANDS = ("", *_GROUP.commands)
MADE = "<!-- Made by docs/make_reference.py; change the code, then run ./dev docs. -->\n\n"
NULL = "\n## Nulls\n\nWhat does not exist, such as the score of an area without questions that apply, is `null`.\n"


def pages() -> dict[Path, str]:
    """Return every page by its path."""
    made = {
        DOCS / "coverage.md": coverage(MADE),
        DOCS / "reference" / "rules.md": rules(),
        DOCS / "reference" / "commands.md": commands(),
        DOCS / "reference" / "framework.md": document("framework", "A framework file", types() + rollups()),
        DOCS / "reference" / "assessment.md": document("assessment", "An assessment file", ""),
        DOCS / "reference" / "instrument.md": document("instrument", "An instrument file", ""),
        DOCS / "reference" / "translation.md": document("translation", "A translation file", ""),
        DOCS / "reference" / "scenario.md": document("scenario", "A scenario file", ""),
        DOCS / "reference" / "theme.md": document("theme", "A theme file", ""),
        DOCS / "reference" / "result.md": document("result", "A result file", NULL),
        DOCS / "reference" / "progress.md": document("progress", "Progress against a plan", NULL),
        DOCS / "reference" / "evidence.md": document("evidence", "A list of evidence", NULL),
        DOCS / "reference" / "explain.md": document("explain", "Where a score comes from", NULL),
        DOCS / "reference" / "compare.md": document("compare", "Two assessments side by side", NULL),
        DOCS / "reference" / "what-if.md": document("what-if", "What other answers would change", NULL),
        DOCS / "reference" / "status.md": document("status", "Who owes what", ""),
        DOCS / "reference" / "collected.md": document("collected", "Collected answers", NULL),
    }
    for name in SCHEMAS:
        for draft in DRAFTS:
            text = json.dumps(schema(name, draft=draft), indent=2, ensure_ascii=False) + "\n"
            made[DOCS / "schemas" / schema_file(name, draft=draft)] = text
    return made


def rules() -> str:
    """Return the page of all rules."""
    parts = ["# Rules\n\n", MADE, "`readiness rule CODE` shows the same text.\n"]
    for rule in RULES.values():
        parts.append(f"\n## {rule.code} {rule.name}\n\n{rule.severity.value.capitalize()}. {rule.what} {rule.why}\n\n")
        parts.append(f"Bad:\n\n```\n{rule.bad}\n```\n\nGood:\n\n```\n{rule.good}\n```\n")
    return "".join(parts)


def commands() -> str:
    """Return the page of all commands: what --help prints at 80 columns."""
    parts = ["# Commands\n\n", MADE]
    for command in COMMANDS:
        name = f"readiness {command}".strip()
        arguments = [sys.executable, "-m", "readiness", *command.split(), "--help"]
        environment = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1", "TERM": "dumb"}
        shown = subprocess.run(arguments, env=environment, check=True, capture_output=True, text=True).stdout
        lines = "\n".join(line.rstrip() for line in shown.strip().splitlines())
        parts.append(f"## {name}\n\n```\n{lines}\n```\n\n")
    return "".join(parts).rstrip() + "\n"


def types() -> str:
    """Return the table of answer types."""
    rows = [
        (name, ", ".join(f"`{key}`" for key in kind.keys), kind.question.summary) for name, kind in ANSWER_TYPES.items()
    ]
    return _table("Answer types", ("type", "keys of an answer", "points / maximum"), rows)


def rollups() -> str:
    """Return the table of roll-ups."""
    rows = [
        (name, rollup.summary, ", ".join(f"`{option.replace('_', '-')}`" for option in OPTIONS.get(name, ())))
        for name, rollup in ROLLUPS.items()
    ]
    return _table("Roll-ups", ("roll-up", "ratio of the parent", "options that it reads"), rows)


def _table(title: str, head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    body = "\n".join(f"| `{name}` | {' | '.join(cells)} |" for name, *cells in rows)
    return f"\n## {title}\n\n| {' | '.join(head)} |\n|{' --- |' * len(head)}\n{body}\n"


def document(name: str, title: str, more: str) -> str:
    """Return the page of all fields of a format, from its JSON Schema."""
    described = schema(name)
    files = [(draft, schema_file(name, draft=draft)) for draft in DRAFTS]
    links = ", ".join(f"[{file}](../schemas/{file}) (draft {draft})" for draft, file in files)
    parts = [f"# {title}\n\n", MADE, f"JSON Schema: {links}\n"]
    parts.append(_choice("The file", described) if "if" in described else _fields("The file", described))
    for part, fields in described.get("$defs", {}).items():
        if "if" in fields:
            parts.append(_choice(part, fields))
        elif "properties" in fields:
            parts.append(_fields(part.rstrip("_"), fields))
    return "".join(parts) + more


def _choice(title: str, described: dict[str, Any]) -> str:
    """Return the section of something that has several forms: the key that decides, and where the form is described."""
    keys = ", ".join(f"`{key}`" for key in described["properties"])
    forms = []
    while "if" in described:
        forms.append(_kind(described["then"]))
        described = described["else"]
    if "$ref" in described:
        forms.append(_kind(described))
    return f"\n## {title}\n\nOne of {', '.join(forms)}, told apart by {keys}.\n"


def _fields(title: str, described: dict[str, Any]) -> str:
    required = described.get("required", [])
    rows = [
        f"| `{key}` | {_kind(field)} | {'yes' if key in required else ''} | {field.get('description', '')} |"
        for key, field in described["properties"].items()
    ]
    head = "| key | value | required | what it says |\n| --- | --- | --- | --- |\n"
    described_in_words = f"{words}\n\n" if (words := described.get("description")) else ""
    return f"\n## {title}\n\n{described_in_words}{head}" + "\n".join(" ".join(row.split()) for row in rows) + "\n"


def _kind(field: dict[str, Any]) -> str:
    """Return the kind of a value in a few words."""
    if "$ref" in field:
        part = str(field["$ref"]).rpartition("/")[2].rstrip("_")
        return f"[{part}](#{part.lower()})"
    if "const" in field:
        return f"`{field['const']}`"
    if "enum" in field:
        return " or ".join(f"`{str(one).lower() if isinstance(one, bool) else one}`" for one in field["enum"])
    for key in ("anyOf", "oneOf"):
        if key in field:
            kinds = dict.fromkeys(_kind(one) for one in field[key] if one.get("type") != "null")
            return " or ".join(kinds)
    kinds = field.get("type", "any")
    if isinstance(kinds, list):
        others = [one for one in kinds if one != "null" and (one != "number" or "string" not in kinds)]
        return " or ".join(_kind({**field, "type": one}) for one in others)  # a number is taken as text
    match kinds:
        case "array":
            return f"list of {_kind(field.get('items', {}))}"
        case "object":
            return _mapping(field)
        case "string":
            return "day" if field.get("format") == "date" else "text"
        case other:
            return {"integer": "whole number", "boolean": "`true` or `false`"}.get(other, str(other))


def _mapping(field: dict[str, Any]) -> str:
    """Return what a mapping holds: its keys, or what its values are."""
    if "properties" in field:
        return "mapping with " + ", ".join(f"`{key}`" for key in field["properties"])
    values = field.get("patternProperties", {}).values() or [field.get("additionalProperties")]
    kinds = [_kind(inner) for inner in values if isinstance(inner, dict)]
    return f"mapping to {' or '.join(kinds)}" if kinds else "mapping"


def main() -> None:
    """Write every page."""
    for path, text in pages().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(DOCS.parent))


if __name__ == "__main__":
    main()
