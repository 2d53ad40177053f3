"""Questions ask one thing, once, in words that people understand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from readiness.checks.finding import Finding
from readiness.checks.outline import Outline
from readiness.checks.prose import essence, excerpt, is_placeholder, question_texts, texts
from readiness.checks.readability import READABLE_LANGUAGES, Prose, Reading, language_of, measure, read, syllables_of

if TYPE_CHECKING:
    from readiness.diagnostics import Path
    from readiness.model.answers import Question

__all__ = ["check_asks", "check_placeholders", "check_readability", "check_repeated_asks"]

_LONGEST_ASK = 25
"""Words that people take in at one go; plain-language guides for government set the same limit for a sentence."""
_SHORTEST_WHOLE_ASK = 3
"""Words; a shorter one, such as "How often?", says what it means only together with its topic."""
_LONGEST_SENTENCE = 20
_HARD_SYLLABLES = 4
_HARD_LETTERS = 12
_WORDS_NAMED = 3
_SHOWN = 50

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’")
_QUESTION_MARKS = re.compile(r"[?？؟]+")  # noqa: RUF001
_AUXILIARY = r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|shall|should|may|must)"
_PRONOUN = r"(?:it|they|he|she|we|you|this|there|people|staff|users|everybody|everyone|somebody|someone|anybody|anyone)"
_DETERMINER = r"(?:the|a|an|all|any|each|every|both|some|most|its|their|your|our|these|those)"
_AND = r"(?:\band|;|–|—),? (?:also |then |if so,? )?"
_OPENS_LIKE_A_QUESTION = re.compile(
    rf"(?:[^,]*, )?(?:{_AUXILIARY}|how|what|who|whom|whose|which|when|where|why|to what extent)\b", re.IGNORECASE
)
# Only what cannot be a second predicate of the same subject: "who owns the risk and has the power" asks one thing.
_SECOND_QUESTION = re.compile(
    rf"{_AND}(?P<second>{_AUXILIARY} {_PRONOUN}\b"
    rf"|(?:what|which|how (?:many|much))(?: [\w’'-]+){{0,2}} {_AUXILIARY} {_PRONOUN}\b"
    rf"|(?:how|when|where|why)(?: (?:often|well|far|long|soon|early))? {_AUXILIARY} (?:{_PRONOUN}|{_DETERMINER})\b"
    rf"|(?:it|they) {_AUXILIARY}\b"
    rf"|(?:has|have) {_DETERMINER}(?: [\w-]+){{1,4}} been\b)"
)
_SECOND_CLAUSE = re.compile(
    rf"{_AND}(?P<second>(?:is|are|was|were|does|has) {_DETERMINER}\b|(?:are|were) \w+(?<!ou)(?<!s)s\b)"
)
_RELATIVE = re.compile(r"\b(?:who|whom|whose|which|that|what)\b", re.IGNORECASE)
_WORDS_OF_A_CLAUSE = 3
_EITHER_OR_BOTH = re.compile(r"(?P<second>\band/or\b)", re.IGNORECASE)


def check_asks(outline: Outline) -> Iterator[Finding]:
    """Find questions that ask two things at once, or at more length than people take in."""
    is_english = language_of(outline.framework.language) == "en"
    for path, question in outline.questions:
        if question.scored and (sign := _sign_of_two(question.ask, is_english=is_english)):
            yield Finding(
                "RF504",
                (*path, "ask"),
                f"`{question.id}` asks two things at once: {sign}",
                help="ask one of them here, and make the other a question of its own or part of the level texts",
            )
        words = len(question.ask.split())
        if words > _LONGEST_ASK:
            yield Finding(
                "RF506",
                (*path, "ask"),
                f"`{question.id}` asks in {words:,} words; more than {_LONGEST_ASK} are hard to take in",
                help="ask the core of it, and move the rest to `why` or to the level texts",
            )


def _sign_of_two(ask: str, *, is_english: bool) -> str | None:
    """Return what shows that a text asks two things, or None.

    Several properties of one thing are one question: "Is access personal, role-based and protected?" A second verb
    with a subject of its own is another: "Is there a plan, and is it followed?"
    """
    plain = _QUOTED.sub("", ask)
    marks = len(_QUESTION_MARKS.findall(plain))
    if marks > 1:
        return f"it has {marks} question marks"
    if not is_english:
        return None
    found = _EITHER_OR_BOTH.search(plain)
    if found is None and _OPENS_LIKE_A_QUESTION.match(plain):
        found = _second_clause(plain)
    return f"see “… {excerpt(plain[found.start('second') :], _SHOWN)}”" if found else None


def _second_clause(plain: str) -> re.Match[str] | None:
    for pattern in (_SECOND_QUESTION, _SECOND_CLAUSE):
        found = pattern.search(plain)
        before = plain[: found.start()] if found else ""
        if len(before.split()) >= _WORDS_OF_A_CLAUSE and (pattern is _SECOND_QUESTION or not _RELATIVE.search(before)):
            return found
    return None


def check_repeated_asks(outline: Outline) -> Iterator[Finding]:
    """Find questions that ask in the same words; one that is asked under a condition may stand for the other."""
    first: dict[str, tuple[Path, str]] = {}
    for path, question in outline.questions:
        words = essence(question.ask)
        if len(words.split()) < _SHORTEST_WHOLE_ASK or _is_conditional(outline, question):
            continue
        if words in first:
            other, id_ = first[words]
            yield Finding(
                "RF509",
                (*path, "ask"),
                f"`{question.id}` asks the same as `{id_}`",
                related=((other, "asked here first"),),
                help="say what this one is about, or remove it",
            )
        first.setdefault(words, ((*path, "ask"), question.id))


def _is_conditional(outline: Outline, question: Question) -> bool:
    _, above = outline.framework.placed[question.id]
    return any(node.applies_when is not None for node in (*above, question))


def check_placeholders(outline: Outline) -> Iterator[Finding]:
    """Find texts that are still to be written."""
    for path, text in texts(outline):
        if is_placeholder(text):
            shown = f"only {excerpt(text)!r}" if text.strip() else "nothing"
            yield Finding(
                "RF508", path, f"{_named(path)} says {shown}", help="write the text, or leave the key out until then"
            )


def _named(path: Path) -> str:
    last = path[-1]
    return f"the text of level {last}" if isinstance(last, int) else f"`{last}`"


def check_readability(outline: Outline) -> Iterator[Finding]:
    """Find questions that take more schooling to read than can be asked of everybody who answers."""
    language = language_of(outline.framework.language)
    if language not in READABLE_LANGUAGES:
        return
    for path, question in outline.questions:
        prose = read((text for _, text in question_texts(question)), language)
        reading = measure(prose, language)
        if reading is not None and reading.is_hard:
            yield Finding(
                "RF505", (*path, "ask"), f"`{question.id}` {_says_hard(reading)}", help=_easier(prose, language)
            )


def _says_hard(reading: Reading) -> str:
    figure = f"{reading.formula} {reading.value:.1f}"
    if reading.formula == "LIX":
        return f"is harder to read than a newspaper: {figure}, where newspapers in this language have {reading.limit:g}"
    return f"with its texts asks for a reading age of {reading.age} or more: {figure}, the limit is {reading.limit:g}"


def _easier(prose: Prose, language: str) -> str:
    """Return what would make a text easier: the longest sentence to split, the hardest words to replace."""
    advice = []
    longest = max(prose.sentences, key=len)
    if len(longest) > _LONGEST_SENTENCE:
        advice.append(f"split the longest sentence, of {len(longest)} words: “{excerpt(' '.join(longest))}”")
    words = [word for word in dict.fromkeys(prose.plain) if _is_hard(word, language)]
    words.sort(key=lambda word: (-syllables_of(word) if language == "en" else -len(word), word))
    if words:
        advice.append(f"use simpler words for: {', '.join(excerpt(word, 30) for word in words[:_WORDS_NAMED])}")
    return "; ".join(advice) or "use shorter sentences and simpler words"


def _is_hard(word: str, language: str) -> bool:
    return syllables_of(word) >= _HARD_SYLLABLES if language == "en" else len(word) >= _HARD_LETTERS
