"""The practice site behind its own name: where it is asked for and nobody serves it, it is started for the time of a command."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from urllib.parse import urlsplit

from moviescrape.cli.terminal import say
from moviescrape.practice.address import PUBLIC_ORIGIN

MAX_STATS_BYTES = 64 * 1024


@contextmanager
def practice_site_for(urls: Iterable[str], *, always: bool, quiet: bool) -> Iterator[Mapping[str, str]]:
    """Yield the aliases to fetch `urls` with: none where they don't name the practice site.

    Where `moviescrape serve` serves it that one is asked, unless the built-in one is wanted `always`.
    """
    if not any(url.startswith(f"{PUBLIC_ORIGIN}/") for url in urls):
        yield {}
        return
    if not always and _is_served():
        yield {PUBLIC_ORIGIN: PUBLIC_ORIGIN}  # an alias of itself, as links to aliased hosts may be asked for
        return
    from moviescrape.practice.server import PracticeSite

    with PracticeSite() as site:
        if not quiet:
            say(f"reading the built-in practice site, at {site.dialled}; for other movies name a URL, a saved page or a folder")
        yield {PUBLIC_ORIGIN: site.dialled}


def _is_served() -> bool:
    """Return whether the practice site, and no other server, listens on its own port: the links in any page may lead there."""
    from http.client import HTTPConnection, HTTPException

    origin = urlsplit(PUBLIC_ORIGIN)
    connection = HTTPConnection("127.0.0.1", origin.port or 80, timeout=1)
    try:
        connection.request("GET", "/_stats", headers={"Host": origin.netloc})
        return b'"trap_hits"' in connection.getresponse().read(MAX_STATS_BYTES)
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
