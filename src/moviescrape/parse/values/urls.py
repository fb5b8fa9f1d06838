"""Absolute URLs, and the canonical form of the URL of a movie's page."""

import re
from functools import lru_cache
from urllib.parse import parse_qsl, unquote, urlencode, urljoin, urlsplit, urlunsplit

from moviescrape.pages.web_address import web_address

_TRACKING = re.compile(
    r"^(?:|utm_.*|ref|ref_|ref_src|referrer|source|src|from|fbclid|gclid|dclid|msclkid|mc_[ce]id|yclid|igshid|spm|_ga|"
    r"pf_rd_.*|tag|cmpid|campaign|share|via|session(?:id)?|sid|phpsessid|jsessionid|trk|tracking)$",
    re.IGNORECASE,
)


_PLAIN_PATH = re.compile(r"/(?:[\w~-][\w.~,-]*/)*(?:[\w~-][\w.~,-]*)?(?:\?[\w.~,;:=&%+-]+)?", re.ASCII)
"""A path from the root without dot segments, empty segments and anything to be escaped: most links of most lists."""


_PLAIN_URL = re.compile(r"https?://[a-z0-9.-]+(?::\d{1,4})?/(?:[\w~-][\w.~,-]*/)*(?:[\w~-][\w.~,-]*)?", re.ASCII)
"""Canonical but for a query behind it: lower-case host, a path."""


_MAX_LENGTH = 8_000
"""Of a link: RFC 9110 4.1 asks for at least 8,000 octets; longer ones are data, or an attack."""


@lru_cache(maxsize=64)
def web_origin(url: str | None) -> str | None:
    """Scheme, host and port of a web address; None where it is none.

    >>> web_origin("http://movies.localhost:8000/chart/top/")
    'http://movies.localhost:8000'
    """
    parts = urlsplit(web_address(url) or "")
    return f"{parts.scheme}://{parts.netloc}" if parts.hostname else None


def absolute_url(base: str | None, link: object) -> str | None:
    """`link` made absolute against `base`; None where it is no http or https link (mail, script, broken, relative to nothing).

    >>> absolute_url("http://movies.localhost:8000/chart/top/", "../../title/tt0000001/")
    'http://movies.localhost:8000/title/tt0000001/'
    """
    if not isinstance(link, str) or not link.strip() or len(link) > _MAX_LENGTH:
        return None
    if base and _PLAIN_PATH.fullmatch(link) and (origin := web_origin(base)):
        return origin + link  # what urljoin gives, in a tenth of its time
    if _PLAIN_URL.fullmatch(link):
        return link
    try:
        return web_address(urljoin(base or "", "".join(link.split())))
    except ValueError:
        return None


_HOST_FIRST = re.compile(
    r"(?P<host>(?:[\w-]{1,63}\.){1,6}(?!(?:php\d?|html?|aspx?|jsp|cgi|xml|do)/)[a-z]{2,24})/\S{1,2000}", re.IGNORECASE
)


def stated_url(base: str | None, text: object) -> str | None:
    """Return the address that a page states of itself or of a movie, also where it leaves out the scheme.

    >>> stated_url(None, "rialto.example/film/heat"), stated_url(None, "index.php/film/3")
    ('https://rialto.example/film/heat', None)
    >>> stated_url("https://rialto.example/a/", "film/heat")
    'https://rialto.example/a/film/heat'
    """
    found = _HOST_FIRST.fullmatch(text.strip()) if isinstance(text, str) else None
    if found and isinstance(text, str) and (base is None or urlsplit(base).hostname == found["host"].lower()):
        return absolute_url(None, f"{urlsplit(base).scheme if base else 'https'}://{text.strip()}")
    return absolute_url(base, text)


_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?/(?=https?://)")


def unarchived_url(url: str) -> str:
    """Return the address that a copy in the Wayback Machine is of; any other address as it is.

    >>> unarchived_url("https://web.archive.org/web/20150901000000/http://www.imdb.com/chart/top")
    'http://www.imdb.com/chart/top'
    """
    return web_address(_ARCHIVED.sub("", url, count=1)) or url if "//web.archive.org/" in url else url


_PLAIN_HOST = re.compile(r"https?://([a-z0-9.-]+)(?::\d{1,4})?(?:[/?#]|$)", re.ASCII)


def original_host(url: str) -> str:
    """Return the host of `url` in lower case, that of the original for a copy in the Wayback Machine; empty where there is none.

    >>> original_host("https://www.IMDb.com:443/chart/top"), original_host("/chart/top")
    ('www.imdb.com', '')
    """
    original = unarchived_url(url)
    plain = _PLAIN_HOST.match(original)  # asked for each movie of a list, and three times as fast as urlsplit
    return plain[1] if plain else urlsplit(web_address(original) or "").hostname or ""


def canonical_url(url: object) -> str | None:
    """`url` without fragment and tracking query; what is left of the query stays, in order: it may name the movie.

    >>> canonical_url("HTTP://Example.org/film.php?id=3&utm_source=x#cast")
    'http://example.org/film.php?id=3'
    """
    if not isinstance(url, str) or len(url) > _MAX_LENGTH:
        return None
    if (plain := _PLAIN_URL.match(url)) and plain.end() == len(url.partition("?")[0]):
        keys = [part.partition("=")[0] for part in url[plain.end() + 1 :].split("&")]
        if all(map(_TRACKING.match, keys)):
            return plain[0]
    absolute = absolute_url(None, url)
    if absolute is None:
        return None
    parts = urlsplit(unarchived_url(absolute))
    query = parts.query.strip("&")
    if any(_TRACKING.match(key) for key, _ in parse_qsl(query, keep_blank_values=True)):
        kept = [(k, v) for k, v in parse_qsl(query, keep_blank_values=True) if not _TRACKING.match(k)]
        query = urlencode(kept)
    return urlunsplit((parts.scheme, parts.netloc.lower(), parts.path or "/", query, ""))


def same_page(one: str | None, other: str | None) -> bool:
    """Whether two URLs name the same page, whatever the scheme, `www.`, escapes and a last slash.

    >>> same_page("http://www.example.org/a/", "https://example.org/a")
    True
    """
    return one is not None and other is not None and page_key(one) == page_key(other)


_PLAIN_PAGE = re.compile(
    r"https?://(?:(?:www|m|mobile)\.)?+([a-z0-9-][a-z0-9.-]*(?::(?!(?:80|443)\b)[1-9]\d{0,3})?(?:/[\w.~,-]+)*)/?", re.ASCII
)
"""A URL whose key stands in it: no query, nothing escaped, no usual port."""


def page_key(url: str) -> str:
    """Return what `same_page` compares: host without `www.` or `m.`, path without a last slash, query."""
    if plain := _PLAIN_PAGE.fullmatch(url):
        return plain[1]  # what follows gives, in a tenth of its time
    if not web_address(url):
        return url
    parts = urlsplit(url)
    host = re.sub(r"^(?:www|m|mobile)\.", "", (parts.hostname or "").lower())
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{port}{unquote(parts.path).rstrip('/')}{query}"
