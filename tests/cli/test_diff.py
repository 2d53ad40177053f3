"""`readiness diff`, and `readiness validate --since`: what changed, and whether the version says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.builders import Plain, a_framework, a_question, an_area, as_yaml, write
from tests.cli.conftest import Readiness
from tests.git import commit, git


def framework(version: str = "1.0.0", **keys: object) -> Plain:
    """Return a framework with one area and two questions."""
    questions = [a_question("q"), a_question("r", "yes-no", **keys)]
    return a_framework(dimensions=0, questions=[], version=version, areas=[an_area("d", questions)], targets=None)


def later(version: str = "1.0.0") -> Plain:
    """Return its next version: a question renamed, another reworded, a third added."""
    document = framework(version)
    first, second = document["areas"][0]["questions"]
    first.update(ask="How else?", weight=2)
    second.update(id="s", replaces="r")
    document["areas"][0]["questions"].append(a_question("words", "text"))
    return document


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose tag `then` has the framework, and in which it has changed since."""
    (tmp_path / "frameworks").mkdir()
    write(framework(), tmp_path / "frameworks")
    commit(tmp_path, "then")
    write(later(), tmp_path / "frameworks")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("repository")
def test_changes_are_listed_by_what_they_do(readiness: Readiness) -> None:
    code, out, err = readiness("diff", "then:frameworks/sample.yaml", "frameworks/sample.yaml")
    assert (code, err) == (0, "")
    assert (
        out
        == """\
sample, 1.0.0 to 1.0.0

Moves scores or gaps (1)
  - question `q`: weight from `1` to `2`, in d
      Topic of q

Has another id: readiness migrate carries answers over (1)
  - question `r` is now `s`, in d
      Topic of r

Gives more or less to choose from (1)
  - question `words` added, in d
      Topic of words

Says in other words what an answer means: look whether it holds (1)
  - question `q`: ask reworded, in d
      was: How is q?
      now: How else?

4 changes: 1 moves scores or gaps, 1 renames, 1 is in what is on offer, 1 needs
a look. That asks for version 1.1.0, and the new version is only 1.0.0.
"""
    )


def test_two_files_need_no_repository(readiness: Readiness, tmp_path: Path) -> None:
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    old.write_text(as_yaml(framework()), encoding="utf-8")
    new.write_text(as_yaml(framework("1.1.0")), encoding="utf-8")
    code, out, _ = readiness("diff", old, new)
    assert code == 0
    assert out.endswith("Nothing changed that counts: the order of a file, comments and layout do not.\n")


def test_a_number_that_is_enough_is_said_to_be(readiness: Readiness, repository: Path) -> None:
    write(later("2.0.0"), repository / "frameworks")
    out = readiness("diff", "then:frameworks/sample.yaml", "sample").out
    assert out.endswith("That asks for version 1.1.0 or later, and the new version is 2.0.0.\n")


@pytest.mark.usefixtures("repository")
def test_json_has_the_values_before_and_after(readiness: Readiness) -> None:
    code, out, _ = readiness("diff", "then:frameworks/sample.yaml", "sample", "--output-format", "json")
    found = json.loads(out)
    assert code == 0
    assert (found["old"], found["asked-version"], found["is-enough"]) == (
        {"id": "sample", "version": "1.0.0"},
        "1.1.0",
        False,
    )
    assert found["changes"][0] == {
        "effect": "moves",
        "kind": "re-weighted",
        "what": "question",
        "id": "q",
        "title": "Topic of q",
        "place": ["d"],
        "field": "weight",
        "before": 1,
        "after": 2,
        "sentence": "question `q`: weight from `1` to `2`",
    }


def test_in_markdown_nothing_that_an_author_wrote_is_obeyed(readiness: Readiness, tmp_path: Path) -> None:
    hostile = "`` @all #1 <img src=x> [a](http://b.example)\n# Heading"
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    old.write_text(as_yaml(framework()), encoding="utf-8")
    new.write_text(as_yaml(framework("1.0.1", topic=hostile)), encoding="utf-8")
    out = readiness("diff", old, new, "--output-format", "markdown").out
    shown = "``` `` @all #1 <img src=x> [a](http://b.example) # Heading ```"
    assert f"- question `r`: topic reworded ({shown})\n  - was: `Topic of r`\n  - now: {shown}\n" in out


@pytest.mark.parametrize(
    "path", ["frameworks/sample.yaml", "sample.yaml", "./sample.yaml", "../frameworks/sample.yaml"]
)
def test_a_path_of_a_commit_begins_at_the_top_or_here(
    readiness: Readiness, repository: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.chdir(repository / "frameworks")
    assert readiness("diff", f"then:{path}", "sample.yaml").code == 0


@pytest.mark.parametrize(
    ("old", "said"),
    [
        ("never:frameworks/sample.yaml", "there is no commit 'never' in this repository"),
        ("then:frameworks/other.yaml", "then has no file 'frameworks/other.yaml'"),
        ("then:../sample.yaml", "then has no file '../sample.yaml'"),
        ("then:", "then has no file ''"),
        ("then:frameworks", "then has no file 'frameworks'"),
        ("nothing", "there is no framework 'nothing'"),
        ("C:\\sample.yaml", "C:\\sample.yaml does not exist"),
    ],
)
@pytest.mark.usefixtures("repository")
def test_what_cannot_be_found_is_named(readiness: Readiness, old: str, said: str) -> None:
    code, out, err = readiness("diff", old, "sample")
    assert (code, out) == (2, "")
    assert err.startswith(f"error: {said}")


def test_a_broken_file_of_a_commit_is_named_with_its_place(readiness: Readiness, repository: Path) -> None:
    (repository / "frameworks" / "sample.yaml").write_text("readiness: framework/1\nid: sample\n", encoding="utf-8")
    commit(repository, "broken")
    write(later(), repository / "frameworks")
    code, _, err = readiness("diff", "broken:frameworks/sample.yaml", "sample")
    assert code == 2
    assert "error: in broken the file has errors, the first at sample.yaml:1:1: the key" in err


def test_a_composite_is_compared_with_what_it_included_then(readiness: Readiness, repository: Path) -> None:
    whole = a_framework(
        dimensions=0, questions=[], id="whole", includes=[{"framework": "sample"}], areas=[], targets=None
    )
    write(whole, repository / "frameworks")
    write(framework(), repository / "frameworks")
    commit(repository, "both")
    write(later("1.1.0"), repository / "frameworks")
    out = readiness("diff", "both:frameworks/whole.yaml", "whole").out
    assert "  - question `q`: weight from `1` to `2`, in sample > d\n" in out
    code, out, _ = readiness("validate", "--since", "both", "frameworks", "--output-format", "concise")
    assert code == 1
    assert "whole.yaml:" in out
    assert "RF702" in out
    assert "sample.yaml:" not in out


# --- validate --since ---------------------------------------------------------------------------------------------


def test_a_version_that_was_not_raised_is_an_error(readiness: Readiness, repository: Path) -> None:
    code, out, _ = readiness("validate", "--since", "then", "frameworks")
    assert code == 1
    assert out.startswith(
        "error[RF702] version-not-raised: the changes since 1.0.0 ask for 1.1.0: question `q`: weight from `1` to `2`\n"
        "  --> frameworks/sample.yaml:3:10\n"
    )
    assert "help: write `version: 1.1.0` or a later one" in out
    write(later("1.1.0"), repository / "frameworks")
    assert readiness("validate", "--since", "then", "frameworks").code == 0


def test_a_version_that_was_not_raised_enough_is_an_error(readiness: Readiness, repository: Path) -> None:
    write(later("1.0.1"), repository / "frameworks")
    code, out, _ = readiness("validate", "--since", "then", repository / "frameworks", "--output-format", "concise")
    assert code == 1
    assert "RF701 error: the changes since 1.0.0 ask for 1.1.0: question `q`: weight from `1` to `2`, and" not in out
    assert "RF701 error: the changes since 1.0.0 ask for 1.1.0" in out


def test_it_works_from_a_folder_within_and_for_standard_input(
    readiness: Readiness, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository / "frameworks")
    for path in (".", "sample.yaml", repository / "frameworks" / "sample.yaml", "../frameworks"):
        assert "RF702" in readiness("validate", "--since", "then", path).out
    with (repository / "frameworks" / "sample.yaml").open(encoding="utf-8") as stream:
        monkeypatch.setattr("sys.stdin", stream)
        assert "RF702" in readiness("validate", "--since", "then", "-").out


def test_a_file_with_another_name_is_compared_by_its_id(readiness: Readiness, repository: Path) -> None:
    git(repository, "mv", "frameworks/sample.yaml", "moved.yaml")
    assert "RF702" in readiness("validate", "--since", "then", "moved.yaml").out


def test_what_is_new_or_was_broken_has_nothing_to_be_compared_with(readiness: Readiness, repository: Path) -> None:
    new = write(framework() | {"id": "new"}, repository)
    assert readiness("validate", "--since", "then", new).code == 0
    new.write_text("readiness: framework/1\nid: new\n", encoding="utf-8")
    commit(repository, "broken")
    write(framework() | {"id": "new"}, repository)
    assert readiness("validate", "--since", "broken", new).code == 0


def test_what_has_errors_today_is_not_compared(readiness: Readiness, repository: Path) -> None:
    (repository / "frameworks" / "sample.yaml").write_text("readiness: framework/1\nid: sample\n", encoding="utf-8")
    code, out, _ = readiness("validate", "--since", "then", "frameworks", "--output-format", "concise")
    assert code == 1
    assert "RF70" not in out


def test_outside_of_a_repository_the_run_ends(readiness: Readiness, tmp_path: Path) -> None:
    path = write(framework(), tmp_path)
    code, out, err = readiness("validate", "--since", "main", path)
    assert (code, out) == (2, "")
    assert "is not in a Git repository" in err


def test_many_equal_changes_are_one_line_and_every_one_of_them_is_in_json(readiness: Readiness, tmp_path: Path) -> None:
    questions = [a_question(f"q{n}") for n in range(4)]
    heavier = [question | {"weight": 1.5} for question in questions]
    gate = {"when": {"question": "q0", "below": 2}, "cap-at-level": 2, "because": "It matters."}
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    for path, asked, gates in ((old, questions, []), (new, heavier, [gate])):
        document = a_framework(dimensions=0, questions=[], areas=[an_area("d", asked)], gates=gates, targets=None)
        path.write_text(as_yaml(document), encoding="utf-8")
    line = "4 questions: weight from `1` to `1.5`: `q0`, `q1`, `q2`, `q3`"
    assert f"\n  - {line}\n" in readiness("diff", old, new).out
    assert f"\n- {line}\n" in readiness("diff", old, new, "--output-format", "markdown").out
    found = json.loads(readiness("diff", old, new, "--output-format", "json").out)["changes"]
    assert [one["after"] for one in found] == [
        {"when": {"question": "q0", "below": 2}, "cap-at-level": 2},
        *[1.5] * 4,
    ]
