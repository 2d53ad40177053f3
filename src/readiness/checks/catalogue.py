"""Every rule: its code, its name, how much it matters, and why. One source for messages, `readiness rule` and docs."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from readiness.diagnostics import Severity

__all__ = ["RULES", "Rule"]

ERROR, WARNING = Severity.ERROR, Severity.WARNING


class Rule(NamedTuple):
    """What a rule asks for, and why."""

    code: str
    name: str
    severity: Severity
    what: str
    """What is found."""
    why: str
    """Why it matters."""
    bad: str
    """A short example that breaks the rule."""
    good: str
    """The example mended."""


_ALL = (
    Rule("RF001", "not-yaml", ERROR, "The text is not YAML.", "Nothing in the file can be trusted when its structure is unclear.",
         "title: [Access", "title: Access"),
    Rule("RF002", "not-utf-8", ERROR, "The file is not UTF-8 text.", "A guess at the encoding would change names and notes without a word.",
         "title: caf\\xe9 (Latin-1)", "title: café (saved as UTF-8)"),
    Rule("RF003", "too-large", ERROR, "The file is larger, deeper or expands to more values than any real document.",
         "A document that takes minutes to read stops everybody's work.", "a: [[[[[[[[[[[[…]]]]]]]]]]]]", "a: [1, 2]"),
    Rule("RF004", "duplicate-key", ERROR, "A key stands twice in one mapping.", "Only one of the values could count, and nobody could see which.",
         "weight: 1\nweight: 2", "weight: 2"),
    Rule("RF005", "unsupported-yaml", ERROR, "The file uses tags, several documents or keys that are not plain text.",
         "Documents are data; nothing in them is built or run.", "title: !!python/name:os.system", "title: Access"),
    Rule("RF006", "unknown-key", ERROR, "A key does not belong here.", "A misspelt key would be ignored in silence.", "wieght: 2", "weight: 2"),
    Rule("RF007", "missing-key", ERROR, "A required key is missing.", "The document cannot be understood without it.",
         "- {id: access}", "- {id: access, title: Access}"),
    Rule("RF008", "wrong-kind", ERROR, "A value is of another kind than the key expects.", "A text where a number belongs cannot be scored.",
         "weight: high", "weight: 2"),
    Rule("RF009", "unknown-format", ERROR, "The first key does not name a format that this version reads.",
         "The `readiness` key says how the file is to be read.", "readiness: framwork/1", "readiness: framework/1"),
    Rule("RF010", "invalid-value", ERROR, "A value is of the right kind, and not one that is allowed.", "It would mean nothing to the engine.",
         "rollup: average", "rollup: mean"),
    Rule("RF101", "duplicate-id", ERROR, "Two things that are named in the same way have the same id.", "Answers and references could mean either.",
         "- {id: access, …}\n- {id: access, …}", "- {id: access, …}\n- {id: access-review, …}"),
    Rule("RF102", "unknown-include", ERROR, "An included framework is not found, or its version does not fit.",
         "The areas that it would bring are missing.", "includes: [{framework: cybersecurty}]", "includes: [{framework: cybersecurity}]"),
    Rule("RF103", "unknown-role", ERROR, "A role is named that the framework does not define.", "Nobody would know whom to ask.",
         "answered-by: [csio]", "answered-by: [ciso]"),
    Rule("RF104", "unknown-source", ERROR, "A source, or an item of a source, is named that the framework does not list.",
         "A claim to cover a recommendation must lead to its text.", "covers: {csf: [PR.AA-99]}", "covers: {csf-2.0: [PR.AA-01]}"),
    Rule("RF105", "unknown-reference", ERROR, "A condition, target or action names a question, item, area or fact that does not exist.",
         "The rule would never apply, and nobody would notice.", "when: {question: cyb-acess, below: 2}", "when: {question: cyb-access, below: 2}"),
    Rule("RF106", "unknown-action", ERROR, "An action needs, or is a rival of, an action that does not exist.",
         "A roadmap could put things in an impossible order.", "needs: [name-an-owner]", "needs: [name-owner]"),
    Rule("RF107", "uncovered-recommendation", WARNING, "A recommendation of a checklist is listed and no question covers it.",
         "Readers believe that the whole checklist is asked.", "items: {GOV-01: …} and no question covers GOV-01",
         "covers: {implementation: [GOV-01]}"),
    Rule("RF108", "unchecked-standard", WARNING, "A public standard is referred to without saying where its identifiers were checked.",
         "A wrong identifier costs the report its credit.", "csf-2.0: {title: …, kind: standard}", "csf-2.0: {title: …, kind: standard, checked: …}"),
    Rule("RF201", "level-off-scale", ERROR, "A level is not a step of the framework's scale.", "It can never be reached or answered.",
         "targets: {good: {default: 7}}", "targets: {good: {default: 4}}"),
    Rule("RF202", "missing-level-text", ERROR, "A question does not describe every level of the scale.", "People would have to guess what a level means.",
         "levels: {1: …, 2: …, 3: …}", "levels: {1: …, 2: …, 3: …, 4: …, 5: …}"),
    Rule("RF203", "weights-without-effect", WARNING, "Weights are set under a roll-up that ignores them.", "The author expects an effect that does not happen.",
         "scoring: {rollup: min}\nquestions: [{weight: 3, …}]", "scoring: {rollup: mean}"),
    Rule("RF204", "empty-area", WARNING, "An area holds neither areas nor questions.", "It never has a score.", "- {id: access, title: Access}",
         "- {id: access, title: Access, questions: […]}"),
    Rule("RF205", "gate-without-effect", WARNING, "A gate caps at the highest level of the scale.", "It can never change a score.",
         "cap-at-level: 5", "cap-at-level: 2"),
    Rule("RF206", "target-below-gate", WARNING, "A target profile is met while a gate still caps the area.",
         "An agency that closes every gap would still be held down.", "gates: [{when: {question: q, below: 3}}] and target q: 2", "target q: 3"),
    Rule("RF301", "condition-cycle", ERROR, "Questions decide on each other whether they are asked.", "Whether to ask either could never be settled.",
         "a applies when b …, b applies when a …", "a applies when b …"),
    Rule("RF302", "condition-kind", ERROR, "A condition compares an answer with a value that its question cannot have.",
         "It would never, or always, hold.", "{question: yes-no-question, includes: item}", "{question: yes-no-question, is: yes}"),
    Rule("RF401", "prerequisite-cycle", ERROR, "Actions wait for each other.", "None of them could ever start.", "a needs b, b needs a", "a needs b"),
    Rule("RF402", "estimate-order", ERROR, "An estimate's low, likely and high do not rise.", "The range would be meaningless.",
         "{low: 20, likely: 10, high: 30}", "{low: 10, likely: 20, high: 30}"),
    Rule("RF403", "gap-without-action", WARNING, "A target asks for a level of a question that no action reaches.",
         "The roadmap could show the gap and offer nothing.", "target q: 4 and actions lift q to 3", "an action with lifts: {q: 4}"),
    Rule("RF404", "rival-needed", ERROR, "An action needs its own rival.", "It could never be chosen.", "needs: [a] and instead-of: [a]", "instead-of: [a]"),
    Rule("RF501", "repeated-level-text", ERROR, "Two levels of a question have the same text.", "Nobody can choose between them.",
         "{3: Owned., 4: Owned.}", "{3: Owned., 4: Owned and measured.}"),
    Rule("RF502", "missing-reason", WARNING, "A question does not say why it matters.", "People answer better, and reports persuade, with a reason.",
         "- {id: q, ask: …}", "- {id: q, ask: …, why: …}"),
    Rule("RA101", "unknown-question", ERROR, "An answer names a question that the framework does not have.", "It would be ignored in silence.",
         "cyb-acess: {level: 3}", "cyb-access: {level: 3}"),
    Rule("RA102", "unknown-framework", ERROR, "The framework of the assessment is not found.", "Answers mean nothing without their questions.",
         "framework: {id: cybersecurty, …}", "framework: {id: cybersecurity, …}"),
    Rule("RA103", "other-version", WARNING, "The answers were given to another version of the framework.", "Questions or levels may have changed since.",
         "framework: {id: x, version: 1.0.0} with x at 1.1.0", "framework: {id: x, version: 1.1.0}"),
    Rule("RA104", "unknown-respondent", WARNING, "An answer is by a respondent who is not listed.", "Nobody could go back and ask.",
         "by: csio", "by: ciso"),
    Rule("RA105", "unknown-target", ERROR, "The target profile does not exist.", "No gap could be measured.", "target: esential", "target: essential"),
    Rule("RA106", "unknown-fact", ERROR, "A fact is given that the framework does not ask for, or of another kind.",
         "Conditions would not see it.", "facts: {staff-count: many}", "facts: {staff-count: 1400}"),
    Rule("RA107", "missing-fact", WARNING, "A condition asks for a fact that is not given.", "The question is asked all the same, and the range widens.",
         "facts: {}", "facts: {processes-personal-data: true}"),
    Rule("RA201", "answer-of-other-type", ERROR, "An answer is of another type than its question.", "It cannot be scored.",
         "level-question: {answer: yes}", "level-question: {level: 3}"),
    Rule("RA202", "answer-off-range", ERROR, "An answer names a level, option or item that the question does not have.", "It cannot be scored.",
         "{level: 6}", "{level: 5}"),
    Rule("RA203", "not-applicable-forbidden", ERROR, "A question is marked not applicable that must be answered.", "A duty cannot be set aside by an assessor.",
         "{not-applicable: We have none.}", "{level: 1}"),
    Rule("RA301", "hidden-answer", WARNING, "An answer is stored for a question that is not asked.", "It does not score, and the author may expect that it does.",
         "an answer to a question whose applies-when is false", "remove the answer, or mend the fact"),
    Rule("RA302", "evidence-out-of-date", WARNING, "All evidence of an answer is out of date or undated.", "The answer counts as unproved.",
         "valid-until: 2024-01-31", "valid-until: 2027-01-31"),
    Rule("RA303", "date-after-assessment", WARNING, "An answer or its evidence is dated after the day of the assessment.", "One of the two dates is wrong.",
         "assessed-on: 2026-11-20 and on: 2027-11-18", "on: 2026-11-18"),
)  # fmt: skip

RULES: Mapping[str, Rule] = MappingProxyType({rule.code: rule for rule in _ALL})
"""Every rule by its code."""
