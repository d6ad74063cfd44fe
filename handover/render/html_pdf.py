"""PDF from a page of ours by WeasyPrint, which may fetch nothing: no file, no address, not even a ``data:`` image."""

from __future__ import annotations


def pdf_of(page: str) -> bytes | None:
    """Return *page* as PDF; None where WeasyPrint is not installed."""
    try:
        from weasyprint import HTML
        from weasyprint.urls import URLFetcher
    except (ImportError, OSError):
        return None

    class Refusing(URLFetcher):  # type: ignore[misc]
        """Refuses every address."""

        def fetch(self, url: str, headers: object = None) -> object:
            raise ValueError(f"not fetched: {url[:80]}")

    written = HTML(string=page, url_fetcher=Refusing()).write_pdf()
    return bytes(written) if written else None
