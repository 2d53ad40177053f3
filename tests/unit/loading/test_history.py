"""Files as they were in a commit."""

from __future__ import annotations

from pathlib import Path

import pytest

from readiness.errors import InputError, MissingLibrary, UsageError
from readiness.loading.history import Repository
from tests.git import commit, git


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with two commits, `one` and `two`."""
    folder = tmp_path / "repository"
    (folder / "a" / "frameworks").mkdir(parents=True)
    (folder / "a" / "b.yaml").write_text("id: b\n", encoding="utf-8")
    (folder / "a" / "é ü.yml").write_bytes(b"\xff\r\n")
    (folder / "a" / "frameworks" / "part.yaml").write_text("id: 'part.x' # here\n", encoding="utf-8")
    (folder / "a" / "notes.txt").write_text("id: b\n", encoding="utf-8")
    (folder / "a" / "link.yaml").symlink_to("/etc/hostname")
    commit(folder, "one")
    (folder / "a" / "b.yaml").unlink()
    commit(folder, "two")
    return folder


def test_a_commit_is_found_by_any_of_its_names(repository: Path) -> None:
    found = {Repository.around(repository / "a").at(ref).commit for ref in ("one", "HEAD~1", "two~1")}
    assert len(found) == 1
    assert Repository.around(repository / "a").top.resolve() == repository.resolve()


@pytest.mark.parametrize("ref", ["none", "", "-one", "--all", "one:a/b.yaml", "a\0b", "one..two", "one\ntwo"])
def test_what_names_no_commit_is_refused(repository: Path, ref: str) -> None:
    with pytest.raises(UsageError):
        Repository.around(repository).at(ref)


def test_files_are_found_and_folders_and_links_are_not(repository: Path) -> None:
    revision = Repository.around(repository).at("one")
    assert revision.holds("a/b.yaml")
    assert not revision.holds("a")
    assert not revision.holds("a/link.yaml")
    assert not revision.holds("b.yaml")
    assert not Repository.around(repository).at("two").holds("a/b.yaml")


def test_yaml_files_of_a_folder_are_copied_byte_for_byte_and_removed_again(repository: Path) -> None:
    with Repository.around(repository).at("one").unpacked("a") as copy:
        found = {path.relative_to(copy).as_posix(): path.read_bytes() for path in copy.rglob("*") if path.is_file()}
    assert found == {"b.yaml": b"id: b\n", "é ü.yml": b"\xff\r\n", "frameworks/part.yaml": b"id: 'part.x' # here\n"}
    assert not copy.exists()


def test_the_top_of_a_repository_is_a_folder_too(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("id: b\n", encoding="utf-8")
    commit(tmp_path, "one")
    with Repository.around(tmp_path).at("one").unpacked("") as copy:
        assert [path.name for path in copy.iterdir() if path.is_file()] == ["b.yaml"]


def test_a_framework_is_found_by_its_id_wherever_it_was(repository: Path) -> None:
    revision = Repository.around(repository).at("one")
    assert revision.naming("b") == ("a/b.yaml",)
    assert revision.naming("part.x") == ("a/frameworks/part.yaml",)
    assert revision.naming("part-x") == ()
    assert revision.naming("part") == ()


def test_a_framework_is_found_whatever_the_settings_of_git_say(repository: Path) -> None:
    (repository / ".gitattributes").write_text("*.yaml -diff\n", encoding="utf-8")
    git(repository, "config", "color.ui", "always")
    git(repository, "config", "grep.patternType", "fixed")
    assert Repository.around(repository).at("one").naming("b") == ("a/b.yaml",)


@pytest.mark.parametrize(("name", "text"), [("B.YAML", "id: c\n"), ("b.Yml", "id: c\n"), ("b.json", '{"id": "c"}')])
def test_suffixes_count_in_any_case(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / name).write_text(text, encoding="utf-8")
    commit(tmp_path, "one")
    revision = Repository.around(tmp_path).at("one")
    assert revision.holds(f"a/{name}")
    assert revision.naming("c") == (f"a/{name}",)
    with revision.unpacked("a") as copy:
        assert (copy / name).read_text(encoding="utf-8") == text


def test_names_with_marks_of_patterns_mean_only_themselves(tmp_path: Path) -> None:
    for name in ("[a].yaml", "a.yaml"):
        (tmp_path / name).write_text("id: a\n", encoding="utf-8")
    commit(tmp_path, "one")
    revision = Repository.around(tmp_path).at("one")
    assert revision.holds("[a].yaml")
    assert not revision.holds("[b].yaml")
    assert not revision.holds(":a.yaml")


@pytest.mark.parametrize("name", ["b.txt", "b", "a:b.yaml"])
def test_a_file_that_is_there_and_not_unpacked_is_an_error(tmp_path: Path, name: str) -> None:
    try:
        (tmp_path / name).write_text("id: b\n", encoding="utf-8")
    except OSError:
        pytest.skip("this system has no such names")
    commit(tmp_path, "one")
    with pytest.raises(InputError, match=f"^one has {name}, and earlier versions are not read"):
        Repository.around(tmp_path).at("one").holds(name)


def test_a_commit_that_git_cannot_search_is_an_error(repository: Path) -> None:
    tree = git(repository, "rev-parse", "one:a").strip()
    revision = Repository.around(repository).at("one")
    (repository / ".git" / "objects" / tree[:2] / tree[2:]).unlink()
    with pytest.raises(InputError, match=r"^one cannot be searched: "):
        revision.naming("b")
    with pytest.raises(InputError, match=r"^one cannot be listed: "):
        revision.holds("a/b.yaml")


def test_the_repository_of_the_folder_counts_and_not_that_of_a_hook(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("GIT_DIR", ".git"), ("GIT_WORK_TREE", "."), ("GIT_LITERAL_PATHSPECS", "1")):
        monkeypatch.setenv(name, value)
    found = Repository.around(repository / "a")
    assert found.top.resolve() == repository.resolve()
    assert found.at("one").naming("b") == ("a/b.yaml",)


def test_a_shallow_clone_says_how_to_get_the_rest(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth", "1", "--no-tags", repository.as_uri(), "shallow")
    with pytest.raises(UsageError) as refused:
        Repository.around(tmp_path / "shallow").at("one")
    assert "fetch-depth: 0" in str(refused.value.hint)


def test_a_branch_that_only_the_origin_has_is_suggested(repository: Path, tmp_path: Path) -> None:
    git(repository, "branch", "next")
    git(tmp_path, "clone", "--quiet", repository.as_uri(), "clone")
    with pytest.raises(UsageError) as refused:
        Repository.around(tmp_path / "clone").at("next")
    assert refused.value.hint == "did you mean origin/next?"


def test_a_folder_without_git_is_refused_with_what_git_says(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is not in a Git repository: not a git repository"):
        Repository.around(tmp_path)


def test_without_git_it_is_said_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingLibrary, match="Git is not installed"):
        Repository.around(tmp_path)
