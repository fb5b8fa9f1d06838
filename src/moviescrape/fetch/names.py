"""File names made from URLs, which may say anything."""

import re
from urllib.parse import unquote, urlsplit

MOST_CHARACTERS = 80


def page_file_name(number: int, url: str) -> str:
    """A name for the `number`-th page: letters, digits and dashes, so that it can't leave its folder on any system.

    >>> page_file_name(7, "https://movies.example/../../title/tt0000001/?ref_=a")
    '0007-movies-example-title-tt0000001-ref_-a.html'
    """
    parts = urlsplit(url)
    words = re.sub(r"[^A-Za-z0-9_]+", "-", unquote(f"{parts.netloc}{parts.path}?{parts.query}")).strip("-")
    return f"{number:04}-{words[:MOST_CHARACTERS].strip('-') or 'page'}.html"
