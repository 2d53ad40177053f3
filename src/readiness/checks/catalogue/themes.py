"""The rules RM0xx: themes."""

from __future__ import annotations

from readiness.checks.catalogue.rule import ERROR, WARNING, Rule

__all__ = ["THEMES"]

THEMES = (
    Rule(
        "RM001",
        "theme-contrast",
        ERROR,
        "Words or marks in a colour of a theme stand out too little from what is behind them.",
        "People with weak sight could not read them, and the law asks for contrast in many countries.",
        'hues: {main: "#5FA8D3"}',
        'hues: {main: "#2A7199"}',
    ),
    Rule(
        "RM002",
        "theme-hues-alike",
        WARNING,
        "The two colours of a theme look much the same.",
        "Blue is what is, orange what is aimed at: readers tell them apart by colour first.",
        'hues: {main: "#0E4A73", accent: "#1A4F86"}',
        'hues: {main: "#0E4A73", accent: "#B54B06"}',
    ),
    Rule(
        "RM003",
        "theme-logo",
        ERROR,
        "The logo of a theme cannot be used.",
        "A report takes in only pictures that cannot do harm, from the folder of the theme.",
        "logo: {file: missing.png, alt: Arms of Northmere}",
        "logo: {file: arms.png, alt: Arms of Northmere}",
    ),
)
