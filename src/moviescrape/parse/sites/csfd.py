"""csfd.cz and csfd.sk: title pages and their tabs, search, rankings, before and after the rebuilding of 2020."""

import re
from collections.abc import Iterator

from moviescrape.parse.dom.document import Node
from moviescrape.parse.sites.rules import labelled_all, linked_after, matched_text, own_text
from moviescrape.parse.sites.site import FieldRule, Layout, Site, field_rule

_CREATORS = ("div.creators > div", "h4", "a:not(.more)")


def _countries(node: Node) -> list[str]:
    origin = node.first("div.origin, p.origin")
    return re.split(r"\s*/\s*", re.split(r"[\d,(]", origin.text)[0].strip()) if origin else []


_COUNTRIES = FieldRule(_countries, '.origin, "USA / Kanada, 1999, 136 min": what stands before the year')


@field_rule("the name beside the flag of the first country of origin")
def _original_title(node: Node) -> str | None:
    countries = _countries(node)
    for name in node.select("ul.film-names li, ul.names li"):
        flag, text = name.first("img"), name.first("h3")
        if flag is not None and countries and flag.attribute("alt") == countries[0]:
            return text.text if text else name.own_text
    return None


def _canonical(found: re.Match[str]) -> str:
    """Return the address of the movie's overview, whichever of its tabs the page is."""
    domain, path = found.groups()
    return f"https://www.csfd.{domain}/film/{path}/{'prehlad' if domain == 'sk' else 'prehled'}/"


TITLE = Layout(  # since 2020; its rating, to several decimals, is in JSON-LD or microdata
    name="csfd-title",
    mark=b"film-info-content",
    fields={
        "title": (own_text("div.film-header-name h1"), own_text("header.film-header h1")),
        "url": 'link[rel="canonical"]::attr(href)',
        "year": "div.film-info-content div.origin",
        "runtime": "div.film-info-content div.origin",
        "actors": labelled_all("actors", *_CREATORS),
        "directors": labelled_all("directors", *_CREATORS),
        "genres": ("div.genres a", "div.genres"),
        "country": _COUNTRIES,
        "original_title": _original_title,
        "poster": "div.film-posters img::attr(src)",
    },
    scale=100,
)
TITLE_OLD = Layout(  # until 2020
    name="csfd-title-old",
    mark=b"origin",
    fields={
        "title": own_text("#profile div.header h1, div.info div.header h1"),
        "url": 'link[rel="canonical"]::attr(href)',
        "year": "p.origin",
        "runtime": "p.origin",
        "rating": "#rating h2.average",
        "actors": labelled_all("actors", *_CREATORS),
        "directors": labelled_all("directors", *_CREATORS),
        "genres": "p.genre",
        "country": _COUNTRIES,
        "original_title": _original_title,
        "poster": "img.film-poster::attr(src)",
    },
    scale=100,
)
ARTICLES = Layout(  # search, rankings, since 2020
    name="csfd-articles",
    mark=b"film-title-name",
    item="article:has(a.film-title-name)",
    fields={
        "title": "a.film-title-name",
        "url": "a.film-title-name::attr(href)",
        "year": "span.film-title-info",
        "rating": ("div.rating-average", "span.rating-average"),
        "actors": linked_after("actors", "p"),
        "directors": linked_after("directors", "p"),
        "country": "span.info-country",
        "rank": "span.film-title-user",
        "poster": "img::attr(src)",
    },
    next="a.page-next::attr(href)",
    scale=100,
    expects=("title", "url", "year"),
)
RANKING_OLD = Layout(  # until 2020
    name="csfd-ranking-old",
    mark=b"film-year",
    item="tr:has(td.film a.film)",
    fields={
        "title": "a.film",
        "url": "a.film::attr(href)",
        "year": "span.film-year",
        "rating": "td.average",
        "rank": "td.order",
    },
    scale=100,
    expects=("title", "url", "year"),
)
SEARCH_OLD = Layout(  # until 2020: the best matches with posters and facts, the others with their names alone
    name="csfd-search-old",
    mark=b"search-films",
    item="#search-films li:has(a.film)",
    fields={
        "title": "a.film",
        "url": "a.film::attr(href)",
        "year": ("span.film-year", matched_text("p", r"(?:^|,)\s*(\d{4})(?!\d)")),
        "rating": "span.average",
        "actors": linked_after("actors", "p"),
        "directors": linked_after("directors", "p"),
        "genres": matched_text("p", r"^([^,]+),.*\b\d{4}$"),
        "poster": "img.film-poster-small::attr(src)",
    },
    scale=100,
    expects=("title", "url", "year"),
)


@field_rule("the row's cell of the year, or that of the nearest row above that has one")
def _year_above(row: Node) -> str | None:
    return next((text for each in _rows_up_from(row) if (text := _year_cell(each))), None)


def _rows_up_from(row: Node) -> Iterator[Node]:
    """Yield the row and those above it in its table, the nearest first; episodes stand in a tbody of their own."""
    yield row
    around: Node | None = row
    while around is not None and around.tag in ("tr", "tbody"):
        for block in around.preceding():
            yield from reversed(block.select("tr"))
        around = around.parent


def _year_cell(row: Node) -> str:
    cell = row.first("th, td.year")
    return cell.text if cell else ""


_SERIES = ("seriál", "pořad", "relácia", "epizoda", "epizóda", "série", "séria")
"""What ČSFD and its Slovak sister call what is made for television, films apart ("TV film")."""


def _credit(title: str, kind: str) -> str:
    """Return the selector of a filmography's rows, without those that are marked as television."""
    return f"tr:has({title})" + "".join(f':not(:has({kind}:contains("{word}")))' for word in _SERIES)


_PERSON = r"^/(?:tvurce|tvorca)/"
CREATOR = Layout(  # since 2020: a person's films, a table a job
    name="csfd-creator",
    mark=b"film-title-name",
    item=_credit("td.name a.film-title-name", "span.film-title-info"),
    fields={
        "title": "a.film-title-name",
        "url": "a.film-title-name::attr(href)",
        "year": (_year_above, "span.film-title-info"),
    },
    also_at=_PERSON,
    expects=("title", "url", "year"),
    once=True,
)
CREATOR_OLD = Layout(  # until 2020
    name="csfd-creator-old",
    mark=b"csfd.",
    item=_credit("td:not(.film) > a.film", "span.film-type"),
    fields={"title": "a.film", "url": "a.film::attr(href)", "year": (_year_above, "span.film-year")},
    also_at=_PERSON,
    expects=("title", "url", "year"),
    once=True,
)

SITE = Site(
    name="csfd",
    hosts=("csfd.cz", "csfd.sk"),
    origin="https://www.csfd.cz",
    names=("ČSFD.cz", "CSFD.cz", "ČSFD.sk"),
    # a movie's overview and its other tabs, all of which carry its facts; a series' seasons and episodes are nested
    movie_url=r"^https?://(?:www\.)?csfd\.(cz|sk)/film/(\d+-?[^/?#]*(?:/\d+-[^/?#]+)*)(?:/[a-z][a-z0-9-]*){0,2}/?(?:[?#].*)?$",
    canonical=_canonical,
    not_movies=r"^/(?:$|tvurce/|tvorca/|uzivatel/|uzivatelia/|diskuze/|novinky/|soutez)",
    layouts=(TITLE, TITLE_OLD, ARTICLES, CREATOR, RANKING_OLD, SEARCH_OLD, CREATOR_OLD),
)
