"""Answers and respondents put into the text of an assessment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from readiness.editing.entries import EntryEditor
from readiness.editing.target import Changes, Target, name_of
from readiness.editing.values import NEVER, written_value
from readiness.errors import InputError
from readiness.loading.places import Source
from readiness.loading.plain_values import comparable
from readiness.loading.syntax import BLANK, Alias, Collection, Entry
from readiness.loading.syntax_reader import read_syntax
from readiness.loading.yaml_source import read_yaml
from readiness.model.assessment import Assessment, Organisation
from readiness.model.order import Place, keys_of

__all__ = ["with_answers", "with_organisation", "with_respondents"]

_Values = Mapping[str, Mapping[str, Any] | None]


def with_answers(text: str, answers: _Values, order: Sequence[str] = ()) -> str:
    """Return the text of an assessment with some answers put, replaced or removed; every other byte stays.

    Within an answer, keys that keep their value stay as they are written. Comments within what is written anew stand
    above it.

    Args:
        text: An assessment that can be read.
        answers: By the id of a question: the answer as plain values with the keys of the file, or None for none.
        order: The ids of all questions: a new answer is put behind the last one that comes before it here.

    Raises:
        InputError: the text is no assessment, or an answer is written in a way that cannot be edited where it stands.
    """
    return _with_section(text, "answers", answers, order)


def with_respondents(text: str, respondents: _Values) -> str:
    """Return the text of an assessment with some respondents put, replaced or removed; every other byte stays.

    Args:
        text: An assessment that can be read.
        respondents: By id: the person as plain values with the keys of the file, or None for none.

    Raises:
        InputError: as for `with_answers`.
    """
    return _with_section(text, "respondents", respondents, ())


def with_organisation(text: str, organisation: Mapping[str, Any]) -> str:
    """Return the text of an assessment with some keys of its organisation put, replaced or removed; else as it is.

    Args:
        text: An assessment that can be read.
        organisation: By key of the organisation: a plain value, or None for none.

    Raises:
        InputError: as for `with_answers`.
    """
    return _with_section(text, "organisation", organisation, keys_of(Organisation))


def _with_section(text: str, section: str, changes: Changes, order: Sequence[str]) -> str:
    before = _read(text)
    now = before.value.get(section) or {}
    wanted = {key: value for key, value in changes.items() if _differs(now, key, value)}
    if not wanted:
        return text
    made = _edited(text, section, wanted, order, before.value)
    _compare(before, read_yaml(made), section, wanted)
    return made


def _read(text: str) -> Source:
    source = read_yaml(text)
    if source.problems or not isinstance(source.value, dict):
        why = source.problems[0].message if source.problems else "it should hold keys and values"
        raise InputError(f"the assessment cannot be edited: {why}", hint="readiness validate shows where")
    return source


def _differs(now: Mapping[Any, Any], key: str, value: object) -> bool:
    found = next((one for name, one in now.items() if name_of(name) == key), None)
    return bool(comparable(found) != comparable(value)) or (value is not None and found is None)


def _edited(text: str, section: str, changes: Changes, order: Sequence[str], before: Mapping[Any, Any]) -> str:
    now = before.get(section) or {}
    root = read_syntax(text).root.value
    assert isinstance(root, Collection), "it holds keys and values"
    editor = EntryEditor(text, is_json=root.is_flow)
    depth = 1 if section == "respondents" else NEVER
    whole = Place([Assessment])
    entry = next((one for one in root.entries if one.key and one.key.value == section), None)
    place = whole.below(section, ("readiness", section))
    puts = {key: value for key, value in sorted(changes.items(), key=_by(order)) if value is not None}
    if entry is None:
        keys = [entry.key.value for entry in root.entries if entry.key]
        everything = Target(Entry(None, root, []), root, before, whole, whole.keys(keys), flow_from=depth)
        editor.edit(everything, {section: puts})
    elif isinstance(entry.value, Alias):
        raise InputError(f"`{section}` stands elsewhere, through an alias", hint="write it out, then try again")
    elif isinstance(entry.value, Collection) and entry.value.entries:
        holder = entry.value
        editor.edit(Target(entry, holder, now, place, order, _is_spaced(holder, section), depth - 1), changes)
    elif root.is_flow:
        editor.edit(Target(entry, root, before, whole, ()), {section: puts})
    else:
        editor.replace_value(entry, written_value(puts, flow_from=depth), place, root.column)
    return editor.result()


def _is_spaced(holder: Collection, section: str) -> bool:
    """Tell whether empty lines stand between the entries of a section; between answers they do, unless otherwise."""
    others = holder.entries[1:]
    return any(BLANK in entry.before for entry in others) if others else section == "answers"


def _by(order: Sequence[str]) -> Any:  # noqa: ANN401
    ranks = {id_: rank for rank, id_ in enumerate(order)}
    return lambda item: ranks.get(item[0], len(ranks))


def _compare(before: Source, after: Source, section: str, changes: Changes) -> None:
    """Make sure that the text says what it should, whatever was written where.

    Raises:
        InputError: it does not.
    """
    wanted = dict(comparable(before.value))
    entries = {key: value for key, value in (wanted.get(section) or {}).items() if key not in changes}
    wanted[section] = entries | {key: comparable(value) for key, value in changes.items() if value is not None}
    says = dict(comparable(after.value)) if isinstance(after.value, dict) and not after.problems else {}
    if {**says, section: says.get(section) or {}} != wanted:
        names = ", ".join(changes)
        raise InputError(
            f"{names} cannot be edited where it stands in the file",
            hint="write answers out on lines of their own, without anchors and aliases, then try again",
        )
