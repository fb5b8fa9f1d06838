"""From a path to a page, in one of the layouts: the whole site as a function, without a server."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from moviescrape.movie import Movie
from moviescrape.practice.address import PUBLIC_ORIGIN, START_PATH, TRAP
from moviescrape.practice.catalogue import Catalogue
from moviescrape.practice.pictures import ICON, draw_poster
from moviescrape.practice.search import Listing, Query, best_rated, canonical_path, path_at, sorted_path
from moviescrape.practice.templates import render, static
from moviescrape.practice.truth import LayoutName

HTML = "text/html; charset=utf-8"
PLAIN = "text/plain; charset=utf-8"
CSS = "text/css; charset=utf-8"
SVG = "image/svg+xml"

SORTS = (
    ("Popularity", "moviemeter,asc"),
    ("A-Z", "alpha,asc"),
    ("User Rating", "user_rating,desc"),
    ("Number of Votes", "num_votes,desc"),
    ("Runtime", "runtime,desc"),
    ("Year", "year,desc"),
)
CHART_HEADINGS = {"top": "Top 250 Movies", "moviemeter": "Most Popular Movies"}


@dataclass(frozen=True, slots=True)
class SiteResponse:
    """What the site answers: a status, a body and what it is; `location` where it is a redirect."""

    body: bytes
    content_type: str = HTML
    status: int = 200
    location: str | None = None


class Pages:
    """The pages of the site that shows `catalogue` in one layout; `origin` begins every absolute URL in them."""

    def __init__(
        self,
        catalogue: Catalogue,
        layout: LayoutName = "classic",
        origin: str = PUBLIC_ORIGIN,
        crawl_delay_s: float | None = None,
    ) -> None:
        self.catalogue = catalogue
        self.layout = layout
        self.origin = origin
        self.crawl_delay_s = crawl_delay_s
        self._routes: dict[str, Callable[[str], SiteResponse | None]] = {
            "": self._home,
            "search": self._search,
            "chart": self._chart,
            "title": self._title,
            "name": self._person,
            "members": self._members,
            "posters": self._poster,
            "robots.txt": self._robots,
            "style.css": lambda _: SiteResponse(static("style.css"), CSS),
            "icon.svg": lambda _: SiteResponse(ICON.encode(), SVG),
        }

    def page(self, path: str) -> bytes:
        """Return the page at `path` (with its query), as the bytes that the server sends."""
        return self.answer(path).body

    def truth_of(self, path: str) -> list[Movie]:
        """Return what the page at `path` shows, in page order, cell by cell."""
        return self.catalogue.truth_of(path, self.layout, self.origin)

    def answer(self, path: str) -> SiteResponse:
        """Return the answer to a request for `path` (with its query); 404 where there is no such page."""
        bare, mark, query = path.partition("?")
        route = bare.split("/")[1] if bare.startswith("/") else None
        if route in ("search", "chart", "title", "name") and not bare.endswith("/"):
            return SiteResponse(b"", status=301, location=f"{bare}/{mark}{query}")
        build = self._routes.get(route) if route is not None else None
        return (build(path) if build else None) or self._missing(path)

    def _search(self, path: str) -> SiteResponse | None:
        listing = self.catalogue.listing(path)
        return self.list_page(path, listing) if listing else None

    def list_page(self, path: str, listing: Listing) -> SiteResponse:
        """Return the page of the search at `path` when it shows `listing`."""
        previous = path_at(path, max(1, listing.first - listing.query.count), "adv_prv") if listing.first > 1 else None
        sorts = [(label, sorted_path(path, sort), sort.startswith(f"{listing.query.sort},")) for label, sort in SORTS]
        title = heading(listing.query)
        return self._page("list", canonical_path(path), title, listing=listing, previous_path=previous, sorts=sorts)

    def _chart(self, path: str) -> SiteResponse | None:
        films = self.catalogue.chart(path)
        if films is None:
            return None
        bare = urlsplit(path).path
        return self._page("chart", bare, CHART_HEADINGS[bare.split("/")[2]], films=films)

    def _title(self, path: str) -> SiteResponse | None:
        film = self.catalogue.film(path)
        return self._page("title", film.path, f"{film.title} ({film.year})", film=film) if film else None

    def _page(self, kind: str, canonical: str, title: str, **context: object) -> SiteResponse:
        return self._shared(f"{self.layout}/{kind}.html", canonical, title, 200, **context)

    def _shared(self, template: str, canonical: str, title: str, status: int = 200, /, **context: object) -> SiteResponse:
        body = render(template, origin=self.origin, start_path=START_PATH, canonical=canonical, title=title, **context)
        return SiteResponse(body, status=status)

    def _home(self, _: str) -> SiteResponse:
        movies = self.catalogue.movies
        years = sorted({film.year for film in movies})
        decades = [
            (decade * 10, [year for year in years if year // 10 == decade]) for decade in sorted({year // 10 for year in years})
        ]
        best = best_rated(movies)[:6]
        return self._shared("home.html", "/", "Movies to practise on", count=len(movies), decades=decades, best=best)

    def _person(self, path: str) -> SiteResponse | None:
        found = self.catalogue.person(path)
        if found is None:
            return None
        person, acted, directed = found
        return self._shared(
            "person.html", f"/name/{person.id}/", person.name, person=person, credits=(("Actor", acted), ("Director", directed))
        )

    def _members(self, path: str) -> SiteResponse | None:
        return self._shared("members.html", TRAP, "Members") if urlsplit(path).path == TRAP else None

    def _poster(self, path: str) -> SiteResponse | None:
        film = self.catalogue.film(path.replace("/posters/", "/title/").removesuffix(".svg"))
        return SiteResponse(draw_poster(film).encode(), SVG) if film else None

    def _robots(self, _: str) -> SiteResponse:
        delay = "" if self.crawl_delay_s is None else f"Crawl-delay: {self.crawl_delay_s:g}\n"
        return SiteResponse(f"# Everybody may read the movies.\nUser-agent: *\n{delay}Disallow: {TRAP}\n".encode(), PLAIN)

    def _missing(self, path: str) -> SiteResponse:
        return self._shared("missing.html", urlsplit(path).path, "404 Not Found", 404)


def heading(query: Query) -> str:
    """Return what a list says that it lists.

    >>> heading(Query(released=("1994-01-01", "1994-12-31"), votes=(5000, None), sort="user_rating", descending=True))
    'Titles released from 1994-01-01 to 1994-12-31 with at least 5,000 votes (sorted by user rating, descending)'
    """
    parts = [f"Top {query.top} titles" if query.top else "Titles"]
    parts += ["released"] if any(query.released) else []
    parts += [f"{word} {day}" for word, day in zip(("from", "to"), query.released, strict=True) if day]
    parts += [f"with at least {query.votes[0]:,.0f} votes"] if query.votes[0] else []
    order = "descending" if query.descending else "ascending"
    label = next((label for label, sort in SORTS if sort.startswith(f"{query.sort},")), query.sort.replace("_", " "))
    return f"{' '.join(parts)} (sorted by {label.lower()}, {order})"
