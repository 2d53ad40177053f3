"""Which files the paths of a command line stand for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from readiness.errors import InputError
from readiness.workflows.documents import find_documents

FRAMEWORK = "readiness: framework/1\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(*files: str, text: str = FRAMEWORK) -> None:
    for file in files:
        path = Path(file)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def found(*paths: str) -> list[str]:
    return [path.replace(os.sep, "/") for path in find_documents(paths)]


def test_a_folder_is_searched_for_yaml_of_any_case_in_the_order_of_names() -> None:
    make("x/b.yml", "x/a.yaml", "x/sub/c.YAML", "x/notes.txt", "x/Z.yaml")
    assert found("x") == ["x/Z.yaml", "x/a.yaml", "x/b.yml", "x/sub/c.YAML"]


def test_hidden_folders_and_those_of_tools_are_not_searched() -> None:
    make("x/a.yaml", "x/.hidden/b.yaml", "x/node_modules/c.yaml", "x/__pycache__/d.yaml", "x/env/lib/e.yaml")
    make("x/env/pyvenv.cfg", text="")
    assert found("x") == ["x/a.yaml"]
    assert found("x/.hidden") == ["x/.hidden/b.yaml"]


def test_yaml_of_others_is_passed_over_in_a_folder_and_taken_when_it_is_named() -> None:
    make("x/a.yaml")
    make("x/compose.yaml", text="services:\n  web: {image: nginx}\n")
    make("x/values.yaml", text="probes:\n  readiness:\n    path: /\n  answers: 3\n")
    assert found("x") == ["x/a.yaml"]
    assert found("x/compose.yaml") == ["x/compose.yaml"]


@pytest.mark.parametrize(
    "text",
    [
        "# a comment\n\nreadiness: framwork/1\n",
        "title: the first key is forgotten\nareas:\n",
        "'answers':\n",
        '{\n  "readiness": "assessment/1"\n}',
        '{"id": "a", "readiness": "assessment/1"}',
        "\ufeffreadiness: framework/1\n",
    ],
)
def test_a_document_with_mistakes_is_still_one_of_ours(text: str) -> None:
    make("x/a.yaml", text=text)
    assert found("x") == ["x/a.yaml"]


def test_a_document_in_utf_16_is_not_passed_over() -> None:
    Path("x").mkdir()
    Path("x/a.yaml").write_bytes(FRAMEWORK.encode("utf-16"))
    assert found("x") == ["x/a.yaml"]


def test_a_folder_without_documents_is_an_error_that_says_what_it_holds() -> None:
    make("empty/notes.txt", "others/compose.yaml", text="services: {}\n")
    with pytest.raises(InputError, match=r"^empty holds no YAML files$"):
        find_documents(["empty"])
    with pytest.raises(
        InputError, match=r"^others holds YAML files, and none of them is a framework or an assessment$"
    ):
        find_documents(["others"])


def test_each_file_is_taken_once_under_the_name_that_comes_first() -> None:
    make("x/a.yaml", "x/b.yaml")
    assert found("x/b.yaml", "x", "./x/a.yaml", "-", str(Path("x/a.yaml").absolute()), "-") == [
        "x/b.yaml",
        "x/a.yaml",
        "-",
    ]


def test_links_to_files_are_followed_and_links_to_folders_are_not() -> None:
    make("x/a.yaml", "elsewhere/b.yaml", "elsewhere/c.yaml")
    try:
        Path("x/loop").symlink_to("..")
        Path("x/folder").symlink_to("../elsewhere")
        Path("x/b.yaml").symlink_to("../elsewhere/b.yaml")
        Path("x/broken.yaml").symlink_to("../nowhere.yaml")
        Path("named").symlink_to("x")
    except OSError:
        pytest.skip("this system makes no links for ordinary users")
    assert found("x") == ["x/a.yaml", "x/b.yaml"]
    assert found("named") == ["named/a.yaml", "named/b.yaml"]


def test_a_link_that_leads_back_to_itself_is_left_to_whoever_reads_it() -> None:
    make("x/a.yaml")
    try:
        Path("x/loop.yaml").symlink_to("loop.yaml")
    except OSError:
        pytest.skip("this system makes no links for ordinary users")
    assert found("x") == ["x/a.yaml", "x/loop.yaml"]


def test_a_pattern_that_the_shell_left_alone_is_expanded() -> None:
    make("x/a.yaml", "x/sub/b.yaml", "x/sub/c.yaml", "x/.hidden/d.yaml", "y/e.yaml")
    assert found("x/*.yaml") == ["x/a.yaml"]
    assert found("x/**/*.yaml") == ["x/a.yaml", "x/sub/b.yaml", "x/sub/c.yaml"]
    assert found("?") == ["x/a.yaml", "x/sub/b.yaml", "x/sub/c.yaml", "y/e.yaml"]
    with pytest.raises(InputError, match=r"^no file matches z/\*\.yaml$"):
        find_documents(["z/*.yaml"])


def test_a_file_whose_name_looks_like_a_pattern_is_taken_as_it_is() -> None:
    make("x/[a].yaml", "x/a.yaml")
    assert found("x/[a].yaml") == ["x/[a].yaml"]


def test_a_missing_file_is_left_to_whoever_reads_it() -> None:
    assert found("nothing.yaml") == ["nothing.yaml"]


# --- what Git ignores ----------------------------------------------------------------------------------------------


def test_files_that_git_ignores_are_passed_over() -> None:
    make(".git/info/exclude", text="private.yaml\n")
    make(".gitignore", text="/out/\n*.tmp.yaml\n# a comment\n")
    make("a.yaml", "b.tmp.yaml", "out/c.yaml", "sub/out/d.yaml", "private.yaml", "sub/private.yaml")
    assert found(".") == ["a.yaml", "sub/out/d.yaml"]
    assert found("sub") == ["sub/out/d.yaml"]


def test_the_nearest_list_of_patterns_decides() -> None:
    make(".git/HEAD", text="")
    make(".gitignore", text="*.tmp.yaml\n!keep.tmp.yaml\n")
    make("sub/.gitignore", text="!again.tmp.yaml\nkeep.tmp.yaml\n")
    make("keep.tmp.yaml", "again.tmp.yaml", "sub/keep.tmp.yaml", "sub/again.tmp.yaml")
    assert found(".") == ["keep.tmp.yaml", "sub/again.tmp.yaml"]


@pytest.mark.parametrize("line", ["!", "\\", "x\\", "[b-a]"])
def test_a_line_that_is_no_pattern_matches_nothing_and_the_others_hold(line: str) -> None:
    make("x/.gitignore", text=f"b.yaml\n{line}\n*.tmp.yaml\n")
    make("x/a.yaml", "x/b.yaml", "x/c.tmp.yaml")
    assert found("x") == ["x/a.yaml"]


def test_what_is_named_outright_is_taken_though_git_ignores_it() -> None:
    make(".git/HEAD", text="")
    make(".gitignore", text="/out/\n")
    make("out/a.yaml", "out/deep/b.yaml")
    assert found("out/a.yaml") == ["out/a.yaml"]
    assert found("out") == ["out/a.yaml", "out/deep/b.yaml"]
    assert found("out/deep") == ["out/deep/b.yaml"]


def test_patterns_above_the_repository_do_not_reach_into_it() -> None:
    make(".gitignore", text="*.yaml\n")
    make("repo/.git/HEAD", text="")
    make("repo/a.yaml")
    assert found("repo") == ["repo/a.yaml"]


def test_patterns_hold_in_a_folder_that_is_no_repository() -> None:
    make("x/.gitignore", text="b.yaml\n")
    make("x/a.yaml", "x/b.yaml", "x/sub/b.yaml")
    assert found("x") == ["x/a.yaml"]
