"""The report as a PDF for archives (PDF/A-3a) and for everybody (PDF/UA-1); the same bytes for the same input."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, time
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING, Any

from readiness.errors import MissingLibrary
from readiness.report.attachments import Attached
from readiness.report.finish import finish
from readiness.report.fonts import font, font_configuration
from readiness.report.html import Pages
from readiness.report.identification import with_both_standards
from readiness.report.media_types import MEDIA_TYPES

if TYPE_CHECKING:
    from weasyprint.urls import URLFetcher

__all__ = ["write_pdf"]

_PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
_VARIANT = "pdf/a-3a"
_COLOURS = "srgb"
_CARRIED = "attached:"


def write_pdf(pages: Pages, attached: Sequence[Attached] = ()) -> bytes:
    """Return the pages as a PDF, with the files that it carries.

    Raises:
        MissingLibrary: Pango is not installed.
    """
    weasyprint = _weasyprint()
    fetcher, fonts = _fetcher({**pages.drawings, **pages.pictures}, attached), font_configuration(pages.html)
    source = weasyprint.HTML(string=pages.html, url_fetcher=fetcher)
    document = source.render(font_config=fonts, pdf_variant=_VARIANT)
    document.color_profiles[_COLOURS] = _colours()
    with_both_standards(document.metadata)
    carried = [_attachment(weasyprint, fetcher, one) for one in attached]
    options = {"pdf_variant": _VARIANT, "output_intent": "as rendered", "attachments": carried}
    return bytes(document.write_pdf(finisher=finish, **options))


def _weasyprint() -> Any:  # noqa: ANN401  it ships no types
    try:
        import weasyprint
    except OSError as error:
        raise MissingLibrary(
            f"a PDF needs the Pango library, which cannot be loaded: {error}".splitlines()[0],
            hint=f"on Debian or Ubuntu: apt-get install {_PACKAGES}; or write .html instead",
        ) from None
    return weasyprint


def _colours() -> Any:  # noqa: ANN401
    """Return what the colours of a PDF/A mean; WeasyPrint would open the same file itself and never close it."""
    from weasyprint.css import ColorProfile

    profile = files("weasyprint.pdf").joinpath("sRGB2014.icc")
    return ColorProfile(BytesIO(profile.read_bytes()), profile.name, "relative-colorimetric", (["r"], ["g"], ["b"]))


def _attachment(weasyprint: Any, fetcher: URLFetcher, one: Attached) -> Any:  # noqa: ANN401
    """Return a file as WeasyPrint takes it: fetched like all else, for only then its type is not guessed."""
    day = datetime.combine(one.day, time())
    said = {"name": one.name, "description": one.description, "relationship": one.relationship}
    return weasyprint.Attachment(url=_CARRIED + one.name, url_fetcher=fetcher, created=day, modified=day, **said)


def _fetcher(drawings: Mapping[str, bytes], attached: Sequence[Attached]) -> URLFetcher:
    """Return a fetcher that hands out the report's own drawings, fonts and files, and nothing else in the world."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    carried = {_CARRIED + one.name: one for one in attached}

    class OnlyAssets(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:  # noqa: ARG002
            if url in carried:
                return URLFetcherResponse(url, carried[url].content, {"Content-Type": carried[url].media_type})
            content = drawings.get(url) or font(url)
            if content is None:
                raise ValueError(f"a report asks for nothing outside itself: {url}")
            return URLFetcherResponse(url, content, {"Content-Type": MEDIA_TYPES[url[-4:]]})

    return OnlyAssets()
