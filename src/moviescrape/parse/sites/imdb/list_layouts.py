"""IMDb's lists since 2013: advanced search, charts, users' lists."""

import re

from moviescrape.parse.dom.document import Node
from moviescrape.parse.sites.rules import linked_after, text_behind
from moviescrape.parse.sites.site import FieldRules, Layout, field_rule
from moviescrape.parse.values.runtimes import read_runtime

_CREDITS = "p, span.credit"


def _chart_names(node: Node) -> list[str]:
    """td.titleColumn a[title]: "A Director (dir.), A Star, Another" """
    link = node.first("td.titleColumn a[title]")
    return (link.attribute("title") or "").split(", ") if link else []


@field_rule('td.titleColumn a[title]: the names without "(dir.)"')
def _chart_stars(node: Node) -> list[str]:
    return [name for name in _chart_names(node) if not name.endswith("(dir.)")]


@field_rule('td.titleColumn a[title]: the names with "(dir.)"')
def _chart_directors(node: Node) -> list[str]:
    return [name for name in _chart_names(node) if name.endswith("(dir.)")]


_METADATA = (
    "span.cli-title-metadata-item, span.dli-title-metadata-item, div.cli-title-metadata > span, div.dli-title-metadata > span"
)


def _metadata(node: Node) -> list[str]:
    return [item.text for item in node.select(_METADATA)]


@field_rule("the line under the title: its year")
def _metadata_year(node: Node) -> str | None:
    return next((text for text in _metadata(node) if re.match(r"\(?\d{4}\b", text)), None)


@field_rule("the line under the title: its running time")
def _metadata_runtime(node: Node) -> str | None:
    return next((text for text in _metadata(node) if not text.isdigit() and read_runtime(text)), None)


_LISTER_FIELDS: dict[str, FieldRules] = {
    "title": "h3.lister-item-header a",
    "url": ('h3.lister-item-header a[href*="title/tt"]::attr(href)', 'div.lister-item-image a[href*="title/tt"]::attr(href)'),
    "year": "span.lister-item-year",
    "rating": (
        "div.ratings-imdb-rating::attr(data-value)",
        "div.ratings-imdb-rating strong",
        "div.ipl-rating-star.small span.ipl-rating-star__rating",
    ),
    "runtime": "span.runtime",
    "actors": ('p a[href*="_li_st_"]', linked_after("actors", _CREDITS)),
    "directors": ('p a[href*="_li_dr_"]', linked_after("directors", _CREDITS)),
    "genres": "span.genre",
    "certificate": "span.certificate",
    "votes": ('span[name="nv"]::attr(data-value)', 'meta[itemprop="ratingCount"]::attr(content)'),
    "metascore": "span.metascore",
    "rank": "span.lister-item-index",
    "poster": ("div.lister-item-image img::attr(loadlate)", "div.lister-item-image img::attr(src)"),
}

SEARCH_LISTER = Layout(  # /search/title, 2016-2023
    name="search-lister",
    mark=b"mode-advanced",
    item="div.lister-item.mode-advanced",
    fields=_LISTER_FIELDS,
    next="a.next-page::attr(href)",
    total="div.desc",
    expects=("title", "url", "year"),
)
SEARCH_SIMPLE = Layout(  # /search/title?view=simple, 2016-2023
    name="search-simple",
    mark=b"mode-simple",
    item="div.lister-item.mode-simple",
    fields={
        "title": "span.lister-item-header a",
        "url": 'span.lister-item-header a[href*="title/tt"]::attr(href)',
        "year": "span.lister-item-year",
        "rating": "div.col-imdb-rating strong",
        "rank": "span.lister-item-index",
        "poster": "div.lister-item-image img::attr(loadlate)",
    },
    next="a.next-page::attr(href)",
    total=".desc",
    expects=("title", "url"),
)
LIST_LISTER = Layout(  # /list/ls..., /streaming/ls..., 2017-2023
    name="list-lister",
    mark=b"mode-detail",
    item="div.lister-item.mode-detail",
    fields=_LISTER_FIELDS,
    next=("a.next-page::attr(href)", "a.lister-page-next::attr(href)"),
    total=(".lister-total-num-results", ".desc"),
    expects=("title", "url"),
)
CHART_TABLE = Layout(  # /chart/..., 2013-2023
    name="chart-table",
    mark=b"titleColumn",
    item="tr:has(> td.titleColumn)",
    fields={
        "title": "td.titleColumn a",
        "url": "td.titleColumn a::attr(href)",
        "year": "td.titleColumn span.secondaryInfo",
        "rating": ("td.imdbRating strong", "td.ratingColumn strong"),
        "actors": _chart_stars,
        "directors": _chart_directors,
        "votes": 'span[name="nv"]::attr(data-value)',
        "rank": 'span[name="rk"]::attr(data-value)',
        "poster": "td.posterColumn img::attr(src)",
    },
    expects=("title", "url"),
)
FIND_OLD = Layout(  # /find until 2022: titles, and, between them, people and companies
    name="find-old",
    mark=b"result_text",
    item='tr.findResult:has(> td.result_text > a[href*="/title/tt"])',
    fields={
        "title": 'td.result_text > a[href*="/title/tt"]',
        "url": 'td.result_text > a[href*="/title/tt"]::attr(href)',
        "year": text_behind('td.result_text > a[href*="/title/tt"]'),
        "poster": "td.primary_photo img::attr(src)",
    },
    expects=("title", "url", "year"),
)
NEXT_ITEMS = Layout(  # charts, search and lists since 2023, where their JSON is gone
    name="list-next",
    mark=b"ipc-metadata-list-summary-item",
    item='li.ipc-metadata-list-summary-item:has(a[href*="/title/tt"])',
    fields={
        "title": (".ipc-title__text", "a.ipc-metadata-list-summary-item__t"),
        "url": ('a.ipc-title-link-wrapper[href*="/title/tt"]::attr(href)', 'a[href*="/title/tt"]::attr(href)'),
        "year": (_metadata_year, ".ipc-metadata-list-summary-item__li"),
        "rating": ('[data-testid="ratingGroup--imdb-rating"]', ".ipc-rating-star--imdb"),
        "runtime": _metadata_runtime,
        "actors": "a.dli-cast-item",
        "directors": "a.dli-director-item",
        "metascore": ".metacritic-score-box",
        "poster": "img.ipc-image::attr(src)",
        "description": ".ipc-html-content-inner-div",
    },
    expects=("title", "url"),
)

LISTS_ALONE = (SEARCH_LISTER, LIST_LISTER, CHART_TABLE)
"""Never beside a movie's own page."""
LISTS = (SEARCH_SIMPLE, FIND_OLD, NEXT_ITEMS)
