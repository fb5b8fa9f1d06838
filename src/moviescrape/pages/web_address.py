"""What may be the address of a page: http or https, with a host, so that it can be taken apart without an error."""

from urllib.parse import urlsplit


def web_address(text: object) -> str | None:
    """Return the address as a text; None where it is none, or a broken one (brackets that do not match, a port of letters).

    >>> web_address("https://movies.example/top"), web_address("file:///tmp/top.html"), web_address("http://[movies.example/top")
    ('https://movies.example/top', None, None)
    """
    url = str(text or "")
    try:
        parts = urlsplit(url)
        _ = parts.port  # raises for a port that is no number up to 65535
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None
