"""LibreOffice without a window, for tests of files that office programs open."""

from __future__ import annotations

import html
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

__all__ = ["LibreOffice"]

_SECONDS = 180


class LibreOffice(NamedTuple):
    """One profile that nobody else uses; each call starts the program once, for any number of files."""

    profile: Path

    def convert(self, files: Sequence[Path], to: str, folder: Path) -> list[Path]:
        """Open files, save them in a format such as pdf or xlsx, and return where they are, in the same order."""
        done = self._run("--convert-to", to, "--outdir", str(folder), *map(str, files))
        made = [folder / f"{file.stem}.{to.partition(':')[0]}" for file in files]
        assert all(file.is_file() for file in made), done.stderr.decode()
        return made

    def fill_in(self, book: Path, cells: Mapping[str, str], saved: Path) -> Path:
        """Open a workbook, type into cells such as `Answers.F4`, save it under another name, and return that."""
        typed = "\n".join(
            f"book.Sheets.getByName({_basic(sheet)}).getCellRangeByName({_basic(cell)}).String = {_basic(text)}"
            for name, text in cells.items()
            for sheet, _, cell in [name.partition(".")]
        )
        if not self.profile.joinpath("user", "registrymodifications.xcu").exists():
            self._run("--terminate_after_init")  # its first start makes the profile and runs no macro
        self._learn(_MACRO.format(source=_basic(book.as_uri()), typed=typed, target=_basic(saved.as_uri())))
        done = self._run("macro:///Standard.Module1.FillIn")
        assert saved.is_file(), done.stderr.decode()
        return saved

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        command = ["soffice", f"-env:UserInstallation={self.profile.as_uri()}", "--headless", "--norestore"]
        return subprocess.run([*command, *arguments], capture_output=True, check=True, timeout=_SECONDS)

    def _learn(self, macro: str) -> None:
        """Put a macro where the program looks for those of its user."""
        folder = self.profile / "user" / "basic"
        (folder / "Standard").mkdir(parents=True, exist_ok=True)
        for name, text in {
            "script.xlc": _LIBRARIES,
            "dialog.xlc": _LIBRARIES,
            "Standard/dialog.xlb": _LIBRARY.format(modules=""),
            "Standard/script.xlb": _LIBRARY.format(modules='<library:element library:name="Module1"/>'),
            "Standard/Module1.xba": _MODULE.format(macro=html.escape(macro, quote=False)),
        }.items():
            (folder / name).write_text(text, encoding="utf-8")


_LIBRARIES = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
 <library:library library:name="Standard" library:link="false"/>
</library:libraries>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false">{modules}</library:library>
"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
{macro}</script:module>
"""
_MACRO = """Sub FillIn
Dim hidden(0) As New com.sun.star.beans.PropertyValue
hidden(0).Name = "Hidden"
hidden(0).Value = True
book = StarDesktop.loadComponentFromURL({source}, "_blank", 0, hidden())
{typed}
Dim excel(0) As New com.sun.star.beans.PropertyValue
excel(0).Name = "FilterName"
excel(0).Value = "Calc MS Excel 2007 XML"
book.storeToURL({target}, excel())
book.close(True)
StarDesktop.terminate()
End Sub
"""


def _basic(text: str) -> str:
    """Return a text as Basic writes it."""
    return '"' + text.replace('"', '""') + '"'
