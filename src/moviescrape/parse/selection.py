"""Try a selector on a page: what it finds, and what a field makes of it, before it goes into a site file."""

from typing import Any, NamedTuple

from moviescrape.errors import UsageError
from moviescrape.pages.page import Page
from moviescrape.parse.decode import decode_page
from moviescrape.parse.dom.css import selector_problem
from moviescrape.parse.dom.document import Document, all_finder
from moviescrape.parse.fields import READERS
from moviescrape.parse.sites.site import split_attribute
from moviescrape.parse.values.urls import absolute_url


class Found(NamedTuple):
    """A `text` that a selector finds on a page, and the `value` that a field reads from it; None where it reads none."""

    text: str
    value: Any


def select(page: Page, selector: str) -> list[str]:
    """Return the texts (`.score b`) or attributes (`a::attr(href)`) that a selector finds, without empty ones, in page order.

    Raise UsageError for what is no CSS selector.

    >>> select(Page(b"<p class=score>8,1</p><p class=score>7</p>"), ".score")
    ['8,1', '7']
    """
    css, attribute = split_attribute(selector)
    if problem := selector_problem(css):
        raise UsageError(f"no CSS selector ({problem})", where=selector, remedy="write it as in a style sheet: div.film h2 a")
    root = Document(decode_page(page).body).root
    return all_finder(css, attribute)(root) if root is not None else []


def try_selector(page: Page, field: str, selector: str) -> list[Found]:
    """Return what a selector finds, read as a field, ratings on a scale of 10. Raise UsageError for an unknown field.

    >>> try_selector(Page(b"<p class=score>8,1</p><p class=score>soon</p>"), "rating", ".score")
    [Found(text='8,1', value=8.1), Found(text='soon', value=None)]
    """
    if field not in READERS:
        raise UsageError(f"no field is called {field!r}", remedy=f"the fields are {', '.join(READERS)}")
    return [Found(text, _read(page, field, text)) for text in select(page, selector)]


def _read(page: Page, field: str, text: str) -> Any:
    """Return a field's value; of a link on a page whose address nobody knows, the link as it stands."""
    if field != "url":
        return READERS[field](text)
    return READERS[field](absolute_url(page.url, text)) or text
