"""What `readiness assess` can be asked, beside what it shares with other commands."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

__all__ = [
    "AnonymiseOption",
    "AreaOption",
    "AssessmentsArgument",
    "FailOverOption",
    "FailUnderOption",
    "InterviewOption",
    "ReportsOption",
    "SinceOption",
    "WithoutInputsOption",
]

AssessmentsArgument: TypeAlias = Annotated[
    list[str],
    typer.Argument(
        metavar="ANSWERS...", help="Assessment files, or folders of them; - is standard input.", show_default=False
    ),
]
ReportsOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help="Write a report: .pdf, .html, .docx, .pptx, .xlsx, .md or .json. May be repeated.",
    ),
]
FailUnderOption: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar="N", help="Exit with code 1 when the overall score is lower.", show_default=False),
]
FailOverOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="N",
        help="Where higher is worse: exit with code 1 when the overall score is higher.",
        show_default=False,
    ),
]
SinceOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="LAST",
        help="Say what has changed since an earlier assessment: a file, - for standard input, or GIT-REF:path.",
        show_default=False,
    ),
]
AreaOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(metavar="ID=N", help="Exit with code 1 when the score of an area is worse. May be repeated."),
]
AnonymiseOption: TypeAlias = Annotated[
    bool, typer.Option("--anonymise", help="Leave out who gave an answer: names, ids, the words of their votes.")
]
WithoutInputsOption: TypeAlias = Annotated[
    bool,
    typer.Option("--without-inputs", help="Leave answers and frameworks out of .pdf and .json, to publish them."),
]
InterviewOption: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--interview", help="Ask the questions first; instead of ANSWERS a framework can be named to begin with."
    ),
]
