"""Files that cannot be read, or not as a document, get one clear sentence."""

from __future__ import annotations

import io
import os
import sys
import threading
from pathlib import Path

import pytest

from readiness.errors import InputError
from readiness.loading.files import read_bytes
from readiness.loading.load import load_framework
from readiness.loading.yaml_source import MAX_BYTES

needs_posix = pytest.mark.skipif(os.name != "posix", reason="pipes and /proc are of POSIX systems")


def test_the_content_of_a_file_is_returned_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: \xff\r\n")
    assert read_bytes(str(path)) == b"\xef\xbb\xbfa: \xff\r\n"


def test_a_missing_file_suggests_the_one_with_nearly_the_same_name(tmp_path: Path) -> None:
    (tmp_path / "assessment.yaml").touch()
    with pytest.raises(InputError, match=r"assesment\.yaml does not exist$") as caught:
        read_bytes(str(tmp_path / "assesment.yaml"))
    assert caught.value.hint == f"did you mean {tmp_path / 'assessment.yaml'}?"
    assert caught.value.exit_code == 2


def test_a_missing_file_of_this_folder_is_suggested_without_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "answers.yaml").touch()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError) as caught:
        read_bytes("answer.yaml")
    assert caught.value.hint == "did you mean answers.yaml?"


def test_a_missing_file_unlike_any_other_has_no_hint(tmp_path: Path) -> None:
    (tmp_path / "zzz").touch()
    with pytest.raises(InputError) as caught:
        read_bytes(str(tmp_path / "answers.yaml"))
    assert caught.value.hint is None


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_bytes(str(tmp_path / "nowhere" / "a.yaml"))
    assert caught.value.hint == f"the folder {tmp_path / 'nowhere'} does not exist either"


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"is a folder$") as caught:
        read_bytes(str(tmp_path))
    assert caught.value.hint == "name a file in it"


def test_a_file_below_a_file_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").touch()
    with pytest.raises(InputError, match="cannot be read"):
        read_bytes(str(tmp_path / "a.yaml" / "b.yaml"))


@pytest.mark.parametrize("path", ["a\0b", "x" * 5_000])
def test_a_name_that_no_file_can_have_is_refused(path: str) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_bytes(path)


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that opens and cannot be read")
def test_a_file_that_opens_and_cannot_be_read_says_why() -> None:
    with pytest.raises(InputError, match=r"/proc/self/mem cannot be read: \w+"):
        read_bytes("/proc/self/mem")


def test_a_file_of_200_megabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as stream:
        stream.truncate(200_000_000)
    with pytest.raises(InputError, match=r"is larger than 8 MB$") as caught:
        read_bytes(str(path))
    assert caught.value.hint == "a document of this kind has less than 1 MB"


def test_a_file_of_just_the_largest_size_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as stream:
        stream.truncate(MAX_BYTES)
    assert len(read_bytes(str(path))) == MAX_BYTES


@needs_posix
def test_a_stream_without_end_is_refused() -> None:
    with pytest.raises(InputError, match="/dev/zero is larger than 8 MB"):
        read_bytes("/dev/zero")


@needs_posix
def test_a_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=(b"a: 1\n",))
    writer.start()
    assert read_bytes(str(path)) == b"a: 1\n"
    writer.join()


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"a: \xff\n")))
    assert read_bytes("-") == b"a: \xff\n"


# --- text ------------------------------------------------------------------------------------------------------------


def places(content: bytes) -> list[tuple[str, int, int, str]]:
    document = load_framework("x.yaml", content)
    return [(one.code, one.location.line, one.location.column, one.message) for one in document.diagnostics]


@pytest.mark.parametrize(
    ("content", "line", "column", "byte"),
    [
        (b"\xff\xfea\x00", 1, 1, "ff"),
        (b"a: 1\nname: Caf\xe9\n", 2, 10, "e9"),
        ("é: é".encode() + b"\x80", 1, 5, "80"),
        (b"a: 1\r\nb: 2\r\n  \xc3", 3, 3, "c3"),
        (b"a: 1\rb: \xed\xa0\x80", 2, 4, "ed"),
        (b"\xef\xbb\xbfa: \xf5", 1, 4, "f5"),
    ],
)
def test_bytes_that_are_not_utf_8_are_found_where_they_stand(content: bytes, line: int, column: int, byte: str) -> None:
    assert places(content) == [("RF002", line, column, f"byte 0x{byte} is not UTF-8")]


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    with_mark = load_framework("x.yaml", b"\xef\xbb\xbfredyness: framework/1\n")
    assert with_mark.text == "redyness: framework/1\n"
    assert with_mark.diagnostics == load_framework("x.yaml", b"redyness: framework/1\n").diagnostics
