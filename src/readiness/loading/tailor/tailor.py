"""Makes a tailored framework: parts of the base are kept or dropped, changed, and added to, in this order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readiness.loading.tailor.add import add
from readiness.loading.tailor.change import change
from readiness.loading.tailor.draft import Draft
from readiness.loading.tailor.drop import drop, drop_idle_actions
from readiness.loading.tailor.references import forget_recommendations

if TYPE_CHECKING:
    from collections.abc import Mapping

    from readiness.loading.tailor.tree import Tree

__all__ = ["tailor"]


def tailor(own: Tree, base: str, members: Mapping[str, Tree]) -> Draft:
    """Return what a tailoring file makes of a base and of the frameworks that the base includes.

    Args:
        own: The tailoring file; its shape is right.
        base: The id of the base.
        members: The base, and every framework that it includes, by id. Their places name their files.
    """
    draft = Draft(own, base, dict(members))
    drop(draft)
    change(draft)
    drop_idle_actions(draft)
    add(draft)
    forget_recommendations(draft)
    return draft
