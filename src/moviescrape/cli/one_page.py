"""The one page that an argument names: saved, or fetched politely."""

from moviescrape.errors import UsageError
from moviescrape.pages.page import Page


def load_page(text: str, contact: str | None, url: str | None = None) -> Page:
    """Return the page; `url` is the address that a saved one is from, where the user said it.

    Raise UsageError where `text` names something else, SourceError or FetchError where it can't be had.
    """
    from moviescrape.pages.files import read_page
    from moviescrape.pipeline.sources import SourceKind, classify, with_address

    source = with_address(classify(text), url) if url else classify(text)
    if source.kind is SourceKind.URL:
        return _fetch(source.text, contact)
    if source.kind is not SourceKind.PAGE:
        raise UsageError("not one page", where=text, remedy="name a URL or a saved page")
    return read_page(source.path, source.address)


def _fetch(url: str, contact: str | None) -> Page:
    from moviescrape.cli.practice_site import practice_site_for
    from moviescrape.fetch.session import Fetching, check_contact
    from moviescrape.pages.page import PageRequest
    from moviescrape.settings import Settings

    settings = Settings(contact=contact)
    check_contact([url], settings)
    with practice_site_for([url], always=False, quiet=True) as aliases, Fetching(settings, aliases=aliases).open(url) as fetcher:
        return fetcher.fetch(PageRequest(url, typed=True))
