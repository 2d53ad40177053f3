"""Settings in files: where they are found, what they may say, and what is said of mistakes."""

from __future__ import annotations

from pathlib import Path

import pytest

from readiness.diagnostics import InvalidDocument
from readiness.errors import InputError
from readiness.workflows.settings import FoundSettings, settings_for


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a repository below a home without settings."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for name in ("APPDATA", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "project"
    (folder / ".git").mkdir(parents=True)
    (folder / "frameworks").mkdir()
    monkeypatch.chdir(folder)
    return folder


def write(file: str, text: str) -> None:
    Path(file).parent.mkdir(parents=True, exist_ok=True)
    Path(file).write_text(text, encoding="utf-8")


def found(path: str = "frameworks/a.yaml", config: str | None = None) -> FoundSettings:
    settings = settings_for(path, config)
    assert settings is not None
    return settings


FULL = """\
[validate]
select = ["RF", "RA"]
ignore = ["RF505"]
fail-on = "warning"
output-format = "concise"

[validate.per-file-ignores]
"drafts/*.yaml" = ["RF5"]
"""


def test_all_keys_are_read(here: Path) -> None:
    write("readiness.toml", FULL)
    settings = found()
    assert settings.validate.fail_on == "warning"
    assert settings.validate.output_format == "concise"
    choice = settings.choice
    assert (choice.select, choice.ignore, choice.base) == (("RF", "RA"), ("RF505",), here)
    assert choice.per_file_ignores == {"drafts/*.yaml": ("RF5",)}
    assert choice.source == "readiness.toml"


def test_a_table_of_pyproject_says_the_same() -> None:
    tables = FULL.replace("[validate", "[tool.readiness.validate")
    write("pyproject.toml", f'[project]\nname = "x"\n\n{tables}')
    settings = found()
    write("readiness.toml", FULL)
    assert found().validate == settings.validate


def test_a_pyproject_without_our_table_is_passed_over() -> None:
    write("pyproject.toml", '[project]\nname = "x"\n')
    assert settings_for("frameworks/a.yaml") is None


def test_the_nearest_file_above_the_path_holds() -> None:
    write("readiness.toml", '[validate]\nselect = ["RF1"]\n')
    write("frameworks/readiness.toml", '[validate]\nselect = ["RF2"]\n')
    assert found("frameworks/a.yaml").validate.select == ("RF2",)
    assert found("frameworks").validate.select == ("RF2",)
    assert found("a.yaml").validate.select == ("RF1",)
    assert found("-").validate.select == ("RF1",)
    assert found("no/such/folder/a.yaml").validate.select == ("RF1",)


def test_own_settings_win_over_a_pyproject_beside_them() -> None:
    write("readiness.toml", '[validate]\nselect = ["RF1"]\n')
    write("pyproject.toml", '[tool.readiness.validate]\nselect = ["RF2"]\n')
    assert found().validate.select == ("RF1",)


def test_the_search_ends_at_the_top_of_the_repository() -> None:
    write("../readiness.toml", '[validate]\nselect = ["RF1"]\n')
    assert settings_for("frameworks/a.yaml") is None


def test_the_user_s_own_file_holds_where_the_project_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(str(tmp_path / "home/.config/readiness/readiness.toml"), '[validate]\nselect = ["RF1"]\n')
    assert found().validate.select == ("RF1",)
    write(str(tmp_path / "own/readiness/readiness.toml"), '[validate]\nselect = ["RF2"]\n')
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "own"))
    assert found().validate.select == ("RF2",)
    write("readiness.toml", "")
    assert found().validate.select == ()


def test_a_file_that_is_named_holds_instead() -> None:
    write("readiness.toml", '[validate]\nselect = ["RF1"]\n')
    write("other/strict.toml", '[validate]\nselect = ["RF2"]\n')
    settings = found(config="other/strict.toml")
    assert (settings.validate.select, settings.folder.name) == (("RF2",), "other")
    with pytest.raises(InputError, match=r"^missing\.toml does not exist$"):
        found(config="missing.toml")


@pytest.mark.parametrize(
    ("text", "code", "place", "words", "hint"),
    [
        ("[validate]\n\nselct = []\n", "RF006", (3, 1), "`selct`", "did you mean `select`?"),
        ("[validte]\n", "RF006", (1, 2), "`validte`", "did you mean `validate`?"),
        ('[validate]\nfail-on = "eror"\n', "RF010", (2, 1), "`fail-on`", ""),
        ('[validate]\nselect = "RF1"\n', "RF008", (2, 1), "`select` should be a list", ""),
        ("[validate]\nselect = [1]\n", "RF008", (2, 1), "an entry of `select`", ""),
        ('[validate.per-file-ignores]\n"*.yaml" = "RF1"\n', "RF008", (2, 2), "`*.yaml`", ""),
        ('validate.fail-on = "x"\n', "RF010", (1, 10), "`fail-on`", ""),
        ("# all on one line\nvalidate = { selct = [] }\n", "RF006", (2, 1), "`selct`", ""),
        ("validate = 3\n", "RF008", (1, 1), "`validate`", ""),
    ],
)
def test_a_mistake_is_found_where_it_stands(
    text: str, code: str, place: tuple[int, int], words: str, hint: str
) -> None:
    write("readiness.toml", text)
    with pytest.raises(InvalidDocument, match=r"^readiness\.toml cannot be used$") as caught:
        found()
    (one,) = caught.value.diagnostics
    assert (one.code, (one.location.line, one.location.column)) == (code, place)
    assert words in one.message
    assert hint in one.help


def test_a_mistake_in_a_pyproject_is_found_in_our_table() -> None:
    write("pyproject.toml", "[tool.other]\nselct = 1\n[tool.readiness.validate]\nselct = 1\n")
    with pytest.raises(InvalidDocument) as caught:
        found()
    assert [one.location.line for one in caught.value.diagnostics] == [4]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[validate]\nselect = [", r"^readiness\.toml:2:11: invalid value$"),
        ("[validate]\nselect = RF1\n", r"^readiness\.toml:2:10: invalid value$"),
        ("[validate]\n[validate]\n", r"^readiness\.toml:2:10: cannot declare \('validate',\) twice$"),
    ],
)
def test_what_is_not_toml_is_refused_with_its_place(text: str, message: str) -> None:
    write("readiness.toml", text)
    with pytest.raises(InputError, match=message):
        found()


def test_what_is_not_utf_8_is_refused_with_its_place() -> None:
    Path("readiness.toml").write_bytes(b"[validate]\n# caf\xe9\n")
    with pytest.raises(InputError, match=r"^readiness\.toml:2:6: byte 0xe9 is not UTF-8$"):
        found()


@pytest.mark.parametrize("text", [f"validate.select = {'[' * 3000}{']' * 3000}\n", f"validate{'.a' * 3000} = 1\n"])
def test_what_is_nested_too_deeply_is_refused(text: str) -> None:
    write("readiness.toml", text)
    with pytest.raises(InputError, match=r"^readiness\.toml is nested too deeply to be read$"):
        found()
