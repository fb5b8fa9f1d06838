"""Pages a second and core to six fields: moviescrape against parsel, lxml, selectolax and BeautifulSoup, in one run.

    python tests/bench/parse.py [--rounds 5] [--seconds 0.3] [--kb 0 200] [--pages DIR]

On list and title pages of the practice site's layouts, as they are and filled up to so many KB with what real pages are heavy
with (ready_site.py); rows are checked to be the same first. With `--pages DIR`, on a folder of real pages: how many a second
moviescrape reads, and how long each library takes only to build its tree.
"""

import argparse
from pathlib import Path

from measure import Contestant, show, time_each
from peers import PEERS, Row
from ready_site import fill

from moviescrape.movie import DEFAULT_COLUMNS
from moviescrape.pages.page import Page
from moviescrape.parse import parse_page
from moviescrape.practice import PUBLIC_ORIGIN, START_PATH, Catalogue, LayoutName, Pages

TITLE_PATH = "/title/tt0001163/"
LAYOUTS: tuple[LayoutName, ...] = ("classic", "next", "schema", "table")


def our_rows(page: bytes, path: str) -> list[Row]:
    """The six fields as the peers give them."""
    movies = parse_page(Page(page, url=PUBLIC_ORIGIN + path), DEFAULT_COLUMNS).movies
    return [(movie.title, movie.rating, movie.year, movie.actors, movie.runtime, movie.url or "") for movie in movies]


def bench_practice(rounds: int, round_s: float, kb: int) -> None:
    """Each layout's list and title page."""
    catalogue = Catalogue()
    for layout in LAYOUTS:
        pages = Pages(catalogue, layout=layout)
        for kind, path in (("list", START_PATH), ("title", TITLE_PATH)):
            page = fill(pages.page(path), kb)
            contestants: dict[str, Contestant] = {"moviescrape": lambda page=page, path=path: our_rows(page, path)}  # type: ignore[misc]
            for name, peer in PEERS[f"{layout} {kind}"].items():
                if peer(page) != our_rows(page, path):
                    raise SystemExit(f"{name} does not give our rows on {layout} {kind}")
                contestants[name] = lambda page=page, peer=peer: peer(page)  # type: ignore[misc]
            show(f"{layout} {kind}, {len(page) / 1000:.0f} KB", time_each(contestants, rounds, round_s))


def bench_folder(folder: Path, rounds: int, round_s: float) -> None:
    """A folder of saved pages: all of moviescrape, against the bare trees of the others."""
    from lxml import html as lxml_html
    from parsel import Selector
    from selectolax.lexbor import LexborHTMLParser

    bodies = [path.read_bytes() for path in sorted(folder.rglob("*.html"))]
    if not bodies:
        raise SystemExit(f"no .html below {folder}")
    contestants: dict[str, Contestant] = {
        "moviescrape": lambda: [parse_page(Page(body), DEFAULT_COLUMNS) for body in bodies],
        "parsel, tree only": lambda: [Selector(body=body).css("title") for body in bodies],
        "lxml, tree only": lambda: [lxml_html.fromstring(body) for body in bodies],
        "selectolax, tree only": lambda: [LexborHTMLParser(body) for body in bodies],
    }
    show(f"{len(bodies)} pages of {folder}, all of them in each turn", time_each(contestants, rounds, round_s))


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--seconds", type=float, default=0.3, help="of CPU time a contestant and round")
    arguments.add_argument("--kb", type=int, nargs="+", default=[0], help="fill pages up to so many KB")
    arguments.add_argument("--pages", type=Path, help="a folder of real pages")
    given = arguments.parse_args()
    for kb in given.kb:
        bench_practice(given.rounds, given.seconds, kb)
    if given.pages:
        bench_folder(given.pages, given.rounds, given.seconds)


if __name__ == "__main__":
    main()
