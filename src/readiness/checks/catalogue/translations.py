"""The rules RTxxx: translations of frameworks."""

from __future__ import annotations

from readiness.checks.catalogue.rule import ERROR, WARNING, Rule

__all__ = ["TRANSLATIONS"]

TRANSLATIONS = (
    Rule(
        "RT101",
        "no-such-text",
        ERROR,
        "The framework has no text under this id and key.",
        "The translated text would never be shown, and the one it was meant for stays in the original language.",
        "questions: {acess-control: {topic: Rheoli mynediad}}",
        "questions: {access-control: {topic: Rheoli mynediad}}",
    ),
    Rule(
        "RT102",
        "translation-incomplete",
        WARNING,
        "Some texts of the framework have no translation.",
        "Readers get these texts in the original language, between texts in their own.",
        "questions: {access: {topic: Mynediad}}",
        "questions: {access: {topic: Mynediad, ask: Pwy sy'n cael mynediad?}}",
    ),
    Rule(
        "RT103",
        "translation-of-other-version",
        WARNING,
        "The translation was made for another version of the framework.",
        "A text that has changed since then no longer says what the framework asks.",
        "version: 1.0.0, of a framework at 1.1.0",
        "version: 1.1.0, after the texts were compared",
    ),
    Rule(
        "RT104",
        "translation-language",
        ERROR,
        "The language is not a usable tag, or it is the framework's own language.",
        "Screen readers, hyphenation and the search for the file go by this tag.",
        "language: Welsh",
        "language: cy",
    ),
    Rule(
        "RT105",
        "translation-file-name",
        ERROR,
        "The file is not called by its framework and its language.",
        "A translation is found by its name, beside the framework.",
        "language: cy in quick-scan.yaml",
        "language: cy in quick-scan.cy.yaml",
    ),
    Rule(
        "RT106",
        "framework-to-translate",
        ERROR,
        "The framework that is translated is not there, or has errors.",
        "Without the original nobody can tell what is translated and what is missing.",
        "framework: quickscan",
        "framework: quick-scan",
    ),
)
