"""The site that crawls are measured on: the practice site's pages, made beforehand, served by uvicorn in a process of its own.

    python tests/bench/ready_site.py [--layout classic] [--movies 1000] [--kb 20] [--port 8765]

Making a page takes the practice site longer than reading it takes a crawler, so that a crawl of the site itself would measure
the site. `--kb` fills each page that is smaller up to so many KB with what real pages are heavy with: links of menus, styles and
scripts. The layout `tiny` has the title pages of `schema` without anything but their JSON-LD: about 700 bytes.
"""

import argparse
import asyncio
import contextlib
import re
from collections.abc import Iterator
from typing import Any

import uvicorn

from moviescrape.practice import LAYOUTS as PRACTICE_LAYOUTS
from moviescrape.practice import Catalogue, Pages
from moviescrape.practice.pages import HTML

START = "/search/title/?sort=user_rating,desc"
LAYOUTS = (*PRACTICE_LAYOUTS, "tiny")
PAGE = 50
"""Movies of a list page."""

_JSON_LD = re.compile(rb'<script type="application/ld\+json">.*?</script>', re.DOTALL)
_REF = re.compile(r"&?ref_=\w+")
"""Links say in their query where they stood."""
_CANONICAL = re.compile(rb'<link rel="canonical"[^>]*>')


def make_pages(layout: str, movies: int, kb: int, origin: str) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of each page that a crawl of the best movies with their details asks for."""
    tiny = layout == "tiny"
    pages = Pages(Catalogue(movies=movies), layout="schema" if tiny else layout, origin=origin)  # type: ignore[arg-type]
    path: str | None = START
    while path and (listing := pages.catalogue.listing(path)):
        yield path, fill(pages.page(path), kb)
        path = f"{START}&start={listing.first + PAGE}" if listing.first + PAGE <= listing.total else None
    for film in pages.catalogue.movies:
        page = pages.page(film.path)
        yield film.path, strip(page) if tiny else fill(page, kb)


def strip(page: bytes) -> bytes:
    """The page's canonical link and JSON-LD, with next to nothing around them."""
    kept = b"".join(found[0] for found in (_CANONICAL.search(page), _JSON_LD.search(page)) if found)
    return b'<!DOCTYPE html><html><head><meta charset="utf-8">' + kept + b"</head><body></body></html>"


def fill(page: bytes, kb: int) -> bytes:
    """The page with menus, styles and scripts at its end, a third each, so that it is about `kb` KB long."""
    missing = kb * 1000 - len(page)
    if missing <= 0:
        return page
    third = missing // 3
    menu = _repeat('<li class="menu-item"><a class="menu-link" href="/help/{0}/">Topic {0}</a></li>\n', third)
    style = _repeat(".menu-item:nth-child({0}) > .menu-link {{ order: {0}; margin: 0 {0}px }}\n", third)
    script = _repeat('window.topics.push({{"id":{0},"seen":false,"label":"Topic {0}"}});\n', third)
    extra = f"<ul>{menu}</ul><style>{style}</style><script>{script}</script>\n</body>"
    return page.replace(b"</body>", extra.encode(), 1)


def _repeat(line: str, size: int) -> str:
    return "".join(line.format(1000 + number) for number in range(size // len(line.format(1000))))


class ReadySite:
    """An ASGI application (asgi.readthedocs.io) that gives pages from memory."""

    def __init__(self, pages: dict[str, bytes]) -> None:
        self.pages = pages

    async def __call__(self, scope: dict[str, Any], _receive: object, send: Any) -> None:
        """One request; 404 for what is not there, robots.txt too: nothing is forbidden."""
        query = _REF.sub("", scope["query_string"].decode())
        body = self.pages.get(f"{scope['path']}?{query}" if query else scope["path"])
        headers = [(b"content-type", HTML.encode()), (b"content-length", str(len(body or b"")).encode())]
        await send({"type": "http.response.start", "status": 200 if body else 404, "headers": headers})
        await send({"type": "http.response.body", "body": body or b""})


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--layout", choices=LAYOUTS, default="classic")
    arguments.add_argument("--movies", type=int, default=1000)
    arguments.add_argument("--kb", type=int, default=20)
    arguments.add_argument("--port", type=int, default=8765)
    given = arguments.parse_args()
    pages = dict(make_pages(given.layout, given.movies, given.kb, f"http://movies.localhost:{given.port}"))
    config = uvicorn.Config(ReadySite(pages), port=given.port, lifespan="off", access_log=False, log_level="error")
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(uvicorn.Server(config).serve())


if __name__ == "__main__":
    main()
