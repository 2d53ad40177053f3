"""Reads what a PDF carries. Whoever made it may mean harm: everything is bounded, and nothing is written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any

from readiness.errors import InputError

if TYPE_CHECKING:
    import pikepdf

__all__ = ["MAX_PDF", "attached_files", "opened_pdf"]

MAX_PDF = 100_000_000
"""More bytes than any report has, with all notes that an assessment can hold."""
_MAX_FILES = 1_000
_MAX_BYTES = 200_000_000
"""Of all files together, unpacked."""
_LIMITS: dict[str, Any] = {
    "doc_max_warnings": 100,
    "parser_max_nesting": 100,
    "max_stream_filters": 2,
    "flate_max_memory": _MAX_BYTES,
    "dct_max_memory": _MAX_BYTES,
    "png_max_memory": _MAX_BYTES,
    "run_length_max_memory": _MAX_BYTES,
    "tiff_max_memory": _MAX_BYTES,
}
"""What qpdf unpacks at most. Without them, a file of some kilobytes can ask for all memory that there is."""


@contextmanager
def opened_pdf(content: bytes, name: str) -> Iterator[pikepdf.Pdf]:
    """Open a PDF that anybody may have made.

    Raises:
        InputError: it is no PDF, is damaged or encrypted, or asks for more memory than any report does.
    """
    import pikepdf

    before: dict[str, Any] = pikepdf.settings.set_qpdf_limits(**_LIMITS)
    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            yield pdf
    except pikepdf.PasswordError:
        raise InputError(f"{name} is encrypted", hint="reports are made without a password") from None
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError, KeyError, AttributeError) as error:
        said = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise InputError(f"{name} cannot be read as a PDF: {said}") from None
    finally:
        pikepdf.settings.set_qpdf_limits(**before)


def attached_files(pdf: pikepdf.Pdf, name: str) -> dict[str, bytes]:
    """Return the content of every file that a PDF carries, by the name that it has there.

    Raises:
        InputError: there are more, or larger ones, than any report carries.
    """
    files: dict[str, bytes] = {}
    size = 0
    for attached in pdf.attachments:
        files[attached] = pdf.attachments[attached].get_file().read_bytes()
        size += len(files[attached])
        if len(files) > _MAX_FILES or size > _MAX_BYTES:
            raise InputError(f"{name} carries more, or larger, files than any report does")
    return files
