"""What became of an answer, in words, whatever its type."""

from __future__ import annotations

from collections.abc import Mapping

from readiness.model.answers import (
    AnswerBase,
    ChecklistAnswer,
    ChecklistQuestion,
    ChoiceAnswer,
    LevelAnswer,
    MultipleAnswer,
    MultipleQuestion,
    NotApplicable,
    Question,
    TextAnswer,
    Unknown,
    YesNoAnswer,
)
from readiness.model.framework import Framework
from readiness.report.exact import exactly
from readiness.report.explanation.answers import answer_text
from readiness.report.view.answers import answer_words
from readiness.report.words import first_sentence, joined, shortened
from readiness.scoring.result import NodeScore, State

__all__ = ["answer_json", "moved_words", "quality_word"]

_MOST = 80
"""So many characters of a text say which one it is."""


def quality_word(before: NodeScore, after: NodeScore) -> str:
    """Return better or worse, as the direction of the question has it; other where its score is the same."""
    if before.score is None or after.score is None:
        return ""
    gain = after.direction.gain(before.score, after.score)
    return "better" if gain > 0 else "worse" if gain < 0 else "other"


def moved_words(before: NodeScore, after: NodeScore, old: Framework, new: Framework) -> str:
    """Return what was answered before and what is answered now; of lists only what is different."""
    if before.state is State.ANSWERED and after.state is State.ANSWERED:
        between = _of_lists(new.question[after.id], before.answer, after.answer)
        if between:
            return between
    return f"{_words(after, new)}, was {_words(before, old)}"


def _words(node: NodeScore, framework: Framework) -> str:
    """Return what a question was answered with, or why there is no answer, in short."""
    if node.state is State.HIDDEN:
        return "not asked"
    question, answer = framework.question[node.id], node.answer
    match answer:
        case LevelAnswer(level=level):
            return f"level {level} {framework.scale.name_of(level)}"
        case ChoiceAnswer() | MultipleAnswer() | TextAnswer():
            return f"“{shortened(answer_words(question, node, framework.scale), _MOST)}”"
        case NotApplicable(not_applicable=why):
            return f"not applicable ({_in_short(why)})"
        case Unknown(unknown=why):
            return f"not known ({_in_short(why)})"
        case YesNoAnswer(answer=word):
            return word
        case _:
            words = answer_words(question, node, framework.scale)
            return words if node.state is State.ANSWERED else words.lower()


def _in_short(reason: str) -> str:
    return first_sentence(reason, _MOST).rstrip(".")


def _of_lists(question: Question, before: AnswerBase | None, after: AnswerBase | None) -> str:
    """Return what was ticked and is not any more, and the other way round; nothing for answers of other types."""
    match question, before, after:
        case ChecklistQuestion(items=items), ChecklistAnswer(), ChecklistAnswer():
            texts = {item.id: item.text for item in items}
            return _differing(_marks(before), _marks(after), texts)
        case MultipleQuestion(options=options), MultipleAnswer(options=old), MultipleAnswer(options=new):
            texts = {option.id: option.text for option in options}
            return _differing(dict.fromkeys(old, "ticked"), dict.fromkeys(new, "ticked"), texts)
        case _:
            return ""


def _marks(answer: ChecklistAnswer) -> dict[str, str]:
    return dict.fromkeys(answer.done, "done") | dict.fromkeys(answer.partly, "partly done")


def _differing(was: Mapping[str, str], now: Mapping[str, str], texts: Mapping[str, str]) -> str:
    groups: dict[str, list[str]] = {}
    for id_ in texts:
        if was.get(id_) != now.get(id_):
            word = f"{now[id_]} now" if id_ in now else f"no longer {was[id_]}"
            groups.setdefault(word, []).append(f"“{shortened(texts[id_], _MOST)}”")
    return "; ".join(f"{word}: {joined(named)}" for word, named in groups.items())


def answer_json(node: NodeScore, framework: Framework) -> dict[str, object]:
    """Return one side of a question as values that JSON has."""
    return {
        "id": node.id,
        "state": str(node.state),
        "answer": answer_text(framework.question[node.id], node.answer),
        "score": exactly(node.score),
        "needs-evidence": node.needs_evidence,
    }
