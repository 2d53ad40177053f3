"""What conditions may ask about an organisation."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from readiness.model.base import FormerIds, Line, Model

__all__ = ["FACTS_OF_EVERY_ORGANISATION", "Fact"]


class Fact(Model):
    """Something about the organisation that conditions may ask for."""

    replaces: FormerIds = ()
    """The ids that the fact had in earlier versions, latest first; answers under them are carried over."""
    type: Literal["boolean", "number", "text"]
    """The kind of value."""
    ask: Line
    """The question that finds it out."""


FACTS_OF_EVERY_ORGANISATION: Mapping[str, Fact] = MappingProxyType(
    {
        "staff": Fact.model_construct(type="number", ask="How many people does the organisation employ?"),
        "sector": Fact.model_construct(type="text", ask="Which sector is the organisation in?"),
    }
)
"""What an assessment says of any organisation, beside its name; conditions may ask for it without declaring it."""
