"""One file for the auditor: the answers, what they were scored with, the result, the evidence, and what it all is."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from readiness.errors import InputError, UsageError
from readiness.workflows.outputs import check_outputs, report_input
from readiness.workflows.writing import write_stream

if TYPE_CHECKING:
    import zipfile

    from readiness.report.dossier import Packed, Piece
    from readiness.workflows.evidencing import Evidenced

__all__ = ["check_dossier_output", "write_dossier"]

MOST_BYTES = 2_000_000_000
"""What a zip may hold: beyond it old programs cannot open it, and no mail or portal takes it."""
_CHUNK = 1_048_576
_LONGEST = 80
_UNSAFE = re.compile(r"[^\w ().-]", re.ASCII)
_DAY = (1980, 1, 1, 0, 0, 0)
"""The date of every entry: the first that the format knows, so that the same files give the same bytes."""
_MODE = 0o100644 << 16
_UNIX = 3


def check_dossier_output(source: str, output: str) -> None:
    """Refuse an output that cannot be, before any work is done.

    Raises:
        UsageError: it is no zip, a folder, or the file that is read.
        OutputError: its folder is missing.
    """
    check_outputs(source, [output], {".zip": None})


def write_dossier(evidenced: Evidenced, output: str, *, version: str) -> tuple[Packed, ...]:
    """Write the zip, whole or not at all, and return what is in it beside the manifest.

    The same answers and files give the same bytes: entries are in a fixed order, stored without compression, undated.

    Args:
        evidenced: The assessment and its evidence.
        output: A name that `check_dossier_output` accepts.
        version: The version of this tool.

    Raises:
        UsageError: the output is a piece of the evidence, or all files together are too large.
        InputError: a file of the evidence cannot be read.
        OutputError: the zip cannot be written.
    """
    files = _files(evidenced.found.pieces)
    if Path(output).resolve() in files:
        raise UsageError(f"{output} is a file of the evidence", hint="choose another name")
    size = sum(_size(file) for file in files)
    if size > MOST_BYTES:
        raise UsageError(
            f"the evidence has {size / 1e9:.1f} GB, and a zip may hold {MOST_BYTES / 1e9:.0f} GB",
            hint="hand the largest files over by other means, and name them by a reference number",
        )
    packed: list[Packed] = []
    documents = list(_documents(evidenced, version))
    write_stream(Path(output), lambda stream: packed.extend(_fill(stream, documents, files, evidenced, version)))
    return tuple(packed)


def _files(pieces: tuple[Piece, ...]) -> dict[Path, list[Piece]]:
    """Return each file once, with the evidence that it is, in the order of its first piece."""
    files: dict[Path, list[Piece]] = {}
    for piece in pieces:
        if piece.path is not None:
            files.setdefault(piece.path, []).append(piece)
    return files


def _size(file: Path) -> int:
    with suppress(OSError):
        return file.stat().st_size
    return 0  # reading it will say what is wrong


def _documents(evidenced: Evidenced, version: str) -> Iterator[tuple[str, bytes]]:
    from readiness.loading.attached import RESULT, attached_names
    from readiness.report.json_result import attached_result

    given = report_input(evidenced.assessed, version=version)
    for file, name in attached_names(given.files).items():
        yield f"inputs/{name}", given.files[file].encode()
    yield RESULT, attached_result(given)


def _fill(
    stream: BinaryIO,
    documents: list[tuple[str, bytes]],
    files: dict[Path, list[Piece]],
    evidenced: Evidenced,
    version: str,
) -> list[Packed]:
    import zipfile

    from readiness.report.dossier import manifest_bytes, manifest_page

    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        packed = [_put(archive, name, io.BytesIO(content)) for name, content in documents]
        packed += [_put_file(archive, file, pieces) for file, pieces in files.items()]
        _put(archive, "manifest.json", io.BytesIO(manifest_bytes(evidenced.found, packed, version=version)))
        _put(archive, "manifest.html", io.BytesIO(manifest_page(evidenced.found, packed, version=version)))
    return packed


def _put_file(archive: zipfile.ZipFile, file: Path, pieces: list[Piece]) -> Packed:
    numbers = tuple(piece.number for piece in pieces)
    name = f"evidence/{numbers[0]}-{_safe_name(file)}"
    try:
        source = file.open("rb")
    except OSError as error:
        raise InputError(f"{file} cannot be read: {error.strerror}") from None
    with source:
        return _put(archive, name, source, numbers)


def _put(archive: zipfile.ZipFile, name: str, source: BinaryIO, pieces: tuple[str, ...] = ()) -> Packed:
    """Add one entry; its digest is that of the bytes that went in, whatever happens to the file meanwhile."""
    import zipfile

    from readiness.report.dossier import Packed

    entry = zipfile.ZipInfo(name, _DAY)
    entry.create_system, entry.external_attr = _UNIX, _MODE
    digest, size = hashlib.sha256(), 0
    with archive.open(entry, "w") as target:
        while chunk := source.read(_CHUNK):
            target.write(chunk)
            digest.update(chunk)
            size += len(chunk)
    return Packed(name, size, digest.hexdigest(), pieces)


def _safe_name(file: Path) -> str:
    """Return a name that every system can save; the number before it makes it the only one."""
    stem = _UNSAFE.sub("-", file.stem)[: _LONGEST - len(file.suffix[:10])].strip(" .") or "file"
    return stem + _UNSAFE.sub("-", file.suffix[:10]).rstrip(" .")
