"""The rules RF0xx: syntax and shape."""

from __future__ import annotations

from readiness.checks.catalogue.rule import ERROR, Rule

__all__ = ["SHAPE"]

SHAPE = (
    Rule(
        "RF001",
        "not-yaml",
        ERROR,
        "The text is not YAML.",
        "Nothing in the file can be trusted when its structure is unclear.",
        "title: [Access",
        "title: Access",
    ),
    Rule(
        "RF002",
        "not-utf-8",
        ERROR,
        "The file is not UTF-8 text.",
        "A guess at the encoding would change names and notes without a word.",
        "title: caf\\xe9 (Latin-1)",
        "title: café (saved as UTF-8)",
    ),
    Rule(
        "RF003",
        "too-large",
        ERROR,
        "The file is larger, deeper or expands to more values than any real document.",
        "A document that takes minutes to read stops everybody's work.",
        "a: [[[[[[[[[[[[…]]]]]]]]]]]]",
        "a: [1, 2]",
    ),
    Rule(
        "RF004",
        "duplicate-key",
        ERROR,
        "A key stands twice in one mapping.",
        "Only one of the values could count, and nobody could see which.",
        "weight: 1\nweight: 2",
        "weight: 2",
    ),
    Rule(
        "RF005",
        "unsupported-yaml",
        ERROR,
        "The file uses tags, several documents or keys that are not plain text.",
        "Documents are data; nothing in them is built or run.",
        "title: !!python/name:os.system",
        "title: Access",
    ),
    Rule(
        "RF006",
        "unknown-key",
        ERROR,
        "A key does not belong here.",
        "A misspelt key would be ignored in silence.",
        "wieght: 2",
        "weight: 2",
    ),
    Rule(
        "RF007",
        "missing-key",
        ERROR,
        "A required key is missing.",
        "The document cannot be understood without it.",
        "- {id: access}",
        "- {id: access, title: Access}",
    ),
    Rule(
        "RF008",
        "wrong-kind",
        ERROR,
        "A value is of another kind than the key expects.",
        "A text where a number belongs cannot be scored.",
        "weight: high",
        "weight: 2",
    ),
    Rule(
        "RF009",
        "unknown-format",
        ERROR,
        "The first key does not name a format that this version reads.",
        "The `readiness` key says how the file is to be read.",
        "readiness: framwork/1",
        "readiness: framework/1",
    ),
    Rule(
        "RF010",
        "invalid-value",
        ERROR,
        "A value is of the right kind, and not one that is allowed.",
        "It would mean nothing to the engine.",
        "rollup: average",
        "rollup: mean",
    ),
)
