"""The report as a PDF that is accessible (PDF/UA-1) and the same, byte for byte, for the same input."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from readiness.errors import MissingLibrary
from readiness.report.finish import finish
from readiness.report.html import Pages
from readiness.resources import templates_dir

if TYPE_CHECKING:
    from weasyprint.urls import URLFetcher

__all__ = ["write_pdf"]

_PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
_TYPES = {".svg": "image/svg+xml", ".ttf": "font/ttf"}


def write_pdf(pages: Pages) -> bytes:
    """Return the pages as a PDF.

    Raises:
        MissingLibrary: Pango is not installed.
    """
    weasyprint = _weasyprint()
    document = weasyprint.HTML(string=pages.html, url_fetcher=_fetcher(pages.drawings)).render(pdf_variant="pdf/ua-1")
    return bytes(document.write_pdf(pdf_variant="pdf/ua-1", finisher=finish))


def _weasyprint() -> Any:  # noqa: ANN401  it ships no types
    try:
        import weasyprint
    except OSError as error:
        raise MissingLibrary(
            f"a PDF needs the Pango library, which cannot be loaded: {error}".splitlines()[0],
            hint=f"on Debian or Ubuntu: apt-get install {_PACKAGES}; or write .html instead",
        ) from None
    return weasyprint


def _fetcher(drawings: Mapping[str, bytes]) -> URLFetcher:
    """Return a fetcher that hands out the report's own drawings and fonts, and nothing else in the world."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OnlyAssets(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:  # noqa: ARG002
            content = drawings.get(url) or _font(url)
            if content is None:
                raise ValueError(f"a report asks for nothing outside itself: {url}")
            return URLFetcherResponse(url, content, {"Content-Type": _TYPES[url[-4:]]})

    return OnlyAssets()


def _font(url: str) -> bytes | None:
    """Return one of the bundled fonts by its address."""
    known = {f"asset:{path.name}": path for path in (templates_dir() / "fonts").glob("*.ttf")}
    return known[url].read_bytes() if url in known else None
