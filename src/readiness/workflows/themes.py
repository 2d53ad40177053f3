"""Themes as users name them: a file, read once for all reports."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readiness.report.look import Look

__all__ = ["carried_look", "has_templates", "theme_look", "theme_names"]


def theme_look(path: str | None, templates: str | None = None) -> Look:
    """Return how a theme makes reports look; without one, as they always do.

    Args:
        path: The file of the theme.
        templates: A folder of templates that take the place of ours.

    Raises:
        InputError: the file or the folder cannot be read, or holds no template.
        InvalidDocument: it has errors: keys that do not exist, colours that cannot be read, a logo that cannot be used.
        UsageErrors: files in the folder cannot be used.
    """
    from readiness.loading.templates import read_templates
    from readiness.report.look import with_templates

    look = _themed(path)
    return look if templates is None else with_templates(look, read_templates(templates))


def _themed(path: str | None) -> Look:
    from readiness.loading.themes import usable_theme
    from readiness.report.look import OURS, look_of

    if path is None:
        return OURS
    document, picture = usable_theme(path)
    assert document.model is not None, "it is usable"
    return look_of(document.model, document.text, picture)


def theme_names(files: Mapping[str, bytes]) -> frozenset[str]:
    """Return the names of the files, among those that a report carries, that say how it looks."""
    from readiness.report.look import LOGO, TEMPLATES, THEME

    names = {THEME, f"{LOGO}.png", f"{LOGO}.svg"} if THEME in files else set()
    return frozenset((names | {TEMPLATES}) & files.keys())


def has_templates(files: Mapping[str, bytes]) -> bool:
    """Tell whether a report carries templates that somebody else wrote. They are never rendered from there."""
    from readiness.report.look import TEMPLATES

    return TEMPLATES in files


def carried_look(files: Mapping[str, bytes]) -> Look:
    """Return how a report looks, by the theme that it carries. Whoever made the report may mean harm.

    Raises:
        InputError: the theme that it carries has errors.
    """
    from readiness.errors import InputError
    from readiness.loading.logo import UnusableLogo, clean_logo
    from readiness.loading.themes import theme_alone
    from readiness.report.look import LOGO, OURS, THEME, look_of

    if THEME not in files:
        return OURS
    theme = theme_alone(THEME, files[THEME])
    logo = next((name for name in theme_names(files) if name.startswith(LOGO)), None)
    try:
        picture = clean_logo(files[logo], logo) if logo else None
    except UnusableLogo as reason:
        raise InputError(f"the logo that the report carries cannot be used: {reason}") from None
    return look_of(theme, files[THEME].decode(), picture)
