"""The Jinja environment for templates that somebody else wrote."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import BaseLoader, ChoiceLoader, FunctionLoader
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment, SandboxedFormatter

from readiness.report.wording import spoken

__all__ = ["PLACE", "Sandbox", "over"]

PLACE = "template of the user: "
"""What the name of such a template begins with in tracebacks."""


class Sandbox(ImmutableSandboxedEnvironment):
    """Reaches nothing but the report; a power is refused, for nobody can interrupt the making of a long number."""

    intercepted_binops = frozenset({"**"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  as Jinja has them
        """Put our messages in place, with what they name filled in as in a sandbox."""
        super().__init__(*args, **kwargs)
        filled = SandboxedFormatter(self).vformat

        def pgettext(context: str, message: str, /, **values: object) -> str:
            text = spoken().text(context, message)
            return filled(text, (), values) if values else text

        def gettext(message: str, /, **values: object) -> str:
            return pgettext("", message, **values)

        def ngettext(one: str, more: str, number: int, /, **values: object) -> str:
            text = spoken().text_for("", one, more, number)
            return filled(text, (), {"count": f"{number:,}", **values})

        self.globals |= {"_": gettext, "ngettext": ngettext, "pgettext": pgettext}

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401, ARG002
        """Refuse a power."""
        raise SecurityError("a template has no use for powers (**)")


def over(texts: Mapping[str, str], ours: BaseLoader) -> BaseLoader:
    """Return a loader of templates, each of which takes the place of ours of the same name."""

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        return (texts[name], PLACE + name, lambda: True) if name in texts else None

    return ChoiceLoader([FunctionLoader(load), ours])
