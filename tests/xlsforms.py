"""XLSForms as ODK takes them: converted by pyxform, filled in, with every expression evaluated as XPath."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree
from pyxform.xls2xform import convert

__all__ = ["XForm", "as_csv"]

_XFORMS = {"f": "http://www.w3.org/2002/xforms"}


def _text(value: object) -> str:
    """Return the text of what an expression hands to a function."""
    if isinstance(value, list):
        return (value[0].text or "") if value else ""
    return str(value)


_OF_ODK = {
    "selected": lambda _, value, one: _text(one) in _text(value).split(),
    "count-selected": lambda _, value: float(len(_text(value).split())),
    "if": lambda _, holds, one, other: one if holds else other,
}


class XForm:
    """A form, and one person who fills it in."""

    def __init__(self, form: bytes) -> None:
        """Convert a form that pyxform must have nothing to say about."""
        warnings: list[str] = []
        page = etree.fromstring(convert(form, warnings=warnings, file_type=".xlsx").xform.encode())
        assert warnings == []
        self.languages = {one.get("lang"): one.get("default") for one in page.iterfind(".//f:translation", _XFORMS)}
        self.texts = ["".join(node.itertext()) for node in page.iterfind(".//f:value", _XFORMS)] + [
            "".join(node.itertext()) for node in page.iterfind(".//f:label", _XFORMS)
        ]
        (instance,) = page.xpath("//f:model/f:instance[not(@id)]/*", namespaces=_XFORMS)
        self._data = _bare(instance)
        self._tree = etree.ElementTree(self._data)
        self._binds = [dict(bind.attrib) for bind in page.iterfind(".//f:bind", _XFORMS)]
        self._typed: dict[str, str] = {}
        for bind in self._binds:
            if "calculate" in bind:
                self._typed[bind["nodeset"].rpartition("/")[2]] = str(self._value(bind["calculate"]))

    def _value(self, expression: str) -> object:
        return self._tree.xpath(expression, extensions={(None, name): one for name, one in _OF_ODK.items()})

    def fill(self, values: Mapping[str, str]) -> XForm:
        """Type values by the names of fields; those of questions that are not asked are blank, as in every program."""
        self._typed |= values
        nodes = {bind["nodeset"]: self._tree.xpath(bind["nodeset"])[0] for bind in self._binds}
        known = {path.rpartition("/")[2]: node for path, node in nodes.items()}
        for name, value in self._typed.items():
            known[name].text = value
        for _ in range(len(nodes)):
            now = {path: node.text for path, node in nodes.items()}
            for path, node in nodes.items():
                is_asked = self.asks(path)
                if len(node) == 0:
                    node.text = self._typed.get(path.rpartition("/")[2]) if is_asked else None
            if now == {path: node.text for path, node in nodes.items()}:
                return self
        raise AssertionError("conditions go in a circle")

    def asks(self, path: str) -> bool:
        """Tell whether a node and all that hold it are relevant."""
        return all(
            bool(self._value(bind["relevant"]))
            for bind in self._binds
            if "relevant" in bind and f"{path}/".startswith(f"{bind['nodeset']}/")
        )

    def asked(self) -> set[str]:
        """Return the questions that are asked, by the names of their fields."""
        return {name.rpartition("/")[2] for name, _ in self.leaves() if "/q_" in name and self.asks(f"/data/{name}")}

    def leaves(self) -> Iterator[tuple[str, str]]:
        """Yield each field with its groups, as exports head their columns, and its value."""
        for node in self._data.iter():
            path = self._tree.getpath(node).removeprefix("/data/")
            if len(node) == 0 and not path.startswith("meta/"):
                yield path, node.text or ""


def _bare(element: Any) -> Any:  # noqa: ANN401  lxml has no types
    """Return an instance without namespaces, so that the paths of the form find its nodes."""
    copy = etree.Element("data" if element.getparent().tag.endswith("}instance") else etree.QName(element).localname)
    copy.text = element.text and element.text.strip()
    copy.extend(_bare(child) for child in element)
    return copy


def as_csv(*forms: XForm, separator: str = "/", delimiter: str = ",") -> str:
    """Return what people filled in as KoboToolbox exports it, or with another separator as ODK Central does."""
    rows = [{name.replace("/", separator): value for name, value in form.leaves()} for form in forms]
    text = io.StringIO()
    writer = csv.DictWriter(text, ["start", *rows[0], "_uuid"], restval="x", delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
