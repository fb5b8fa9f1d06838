"""IMDb's lists: advanced search, charts, users' lists."""

import re

from moviescrape.parse.dom.document import Node
from moviescrape.parse.sites.rules import bracketed_year, linked_after, matched_text, text_behind
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


@field_rule("the cell before the title's")
def _old_chart_rating(node: Node) -> str | None:
    cells = node.children
    return cells[1].text if len(cells) > 2 else None


_LISTER_FIELDS: dict[str, FieldRules] = {
    "title": "h3.lister-item-header a",
    "url": ('h3.lister-item-header a[href*="/title/"]::attr(href)', 'div.lister-item-image a[href*="/title/"]::attr(href)'),
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
    mark=b"lister-item mode-advanced",
    item="div.lister-item.mode-advanced",
    fields=_LISTER_FIELDS,
    next="a.next-page::attr(href)",
    total="div.desc",
    expects=("title", "url", "year"),
)
SEARCH_SIMPLE = Layout(  # /search/title?view=simple, 2016-2023
    name="search-simple",
    mark=b"lister-item mode-simple",
    item="div.lister-item.mode-simple",
    fields={
        "title": "span.lister-item-header a",
        "url": 'span.lister-item-header a[href*="/title/"]::attr(href)',
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
    mark=b"lister-item mode-detail",
    item="div.lister-item.mode-detail",
    fields=_LISTER_FIELDS,
    next=("a.next-page::attr(href)", "a.lister-page-next::attr(href)"),
    total=(".lister-total-num-results", ".desc"),
    expects=("title", "url"),
)
SEARCH_TABLE = Layout(  # /search/title until 2016
    name="search-table",
    mark=b"results",
    item="table.results tr.detailed",
    fields={
        "title": "td.title > a",
        "url": "td.title > a::attr(href)",
        "year": "span.year_type",
        "rating": ("span.rating-rating span.value", "div.rating-list::attr(title)"),
        "runtime": "span.runtime",
        "actors": linked_after("actors", _CREDITS),
        "directors": linked_after("directors", _CREDITS),
        "genres": "span.genre",
        "rank": "td.number",
        "certificate": ".certificate span::attr(title)",
        "description": ".outline",
        "poster": "td.image img::attr(src)",
    },
    next=(".pagination a:last-child::attr(href)",),
    total="#left",
    expects=("title", "url", "year"),
)
LIST_2012 = Layout(  # /list/ls... until 2017
    name="list-2012",
    mark=b"list_item",
    item='div.list_item:has(div.info a[href*="/title/tt"])',
    fields={
        "title": 'div.info b a[href*="/title/tt"]',
        "url": 'div.info b a[href*="/title/tt"]::attr(href)',
        "year": "span.year_type",
        "rating": ("span.rating-rating span.value", "div.rating-list::attr(title)"),
        "runtime": "div.item_description span",
        "actors": linked_after("actors", "div.secondary"),
        "directors": linked_after("directors", "div.secondary"),
        "rank": "div.number",
        "poster": "div.image img::attr(src)",
    },
    next="div.pagination a:last-child::attr(href)",
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
CHART_TABLE_OLD = Layout(  # /chart/top until 2013: bare tables
    name="chart-table-old",
    mark=b"/title/tt",
    item='tr:has(> td > font > a[href*="/title/tt"])',
    fields={
        "title": 'td a[href*="/title/tt"]',
        "url": 'td a[href*="/title/tt"]::attr(href)',
        "year": text_behind('td a[href*="/title/tt"]'),
        "rating": _old_chart_rating,
        "rank": "td b",
        "votes": "td:last-child",
    },
    expects=("title", "url", "year"),
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

FIND_2009 = Layout(  # /find until 2011: titles, people and companies in numbered tables, told apart by what a click reports
    name="find-2009",
    mark=b"find-title-",
    item='tr:has(> td > a[onclick*="/find-title-"])',
    fields={
        "title": 'td > a[onclick*="/find-title-"]',
        "url": 'td > a[onclick*="/find-title-"]::attr(href)',
        "year": text_behind('td > a[onclick*="/find-title-"]'),
        "poster": 'a[onclick*="/find-tiny-photo-"] img::attr(src)',
    },
    expects=("title", "url"),
)
COMING_SOON = Layout(  # /movies-coming-soon, /movies-in-theaters, 2011-2021: the score that stands there is the metascore
    name="coming-soon",
    mark=b"overview-top",
    item='div.list_item:has(td.overview-top a[href*="/title/tt"])',
    fields={
        "title": 'td.overview-top h4 a[href*="/title/tt"]',
        "url": 'td.overview-top h4 a[href*="/title/tt"]::attr(href)',
        "year": (bracketed_year("td.overview-top h4"), bracketed_year("td.overview-top h4 a")),
        "runtime": ("time::attr(datetime)", "time", matched_text("p.cert-runtime-genre", r"\d+ min")),
        "actors": ('[itemprop="actors"] a', linked_after("actors", "div.txt-block")),
        "directors": ('[itemprop="director"] a', linked_after("directors", "div.txt-block")),
        "genres": '[itemprop="genre"]',
        "metascore": "span.metascore",
        "poster": "img.poster::attr(src)",
        "description": "div.outline",
    },
    next="div.see-more a.next::attr(href)",
    expects=("title", "url"),
)
_DESCRIBED = 'div.list-description a[href*="/title/tt"]'
_SHOWN = 'div.image-list-item-metadata a[href*="/title/tt"]'
_PICTURE = f"div.image-list-item:not(:has({_DESCRIBED})) img.image-list-image::attr(alt)"
IMAGE_LIST = Layout(  # /list/ls... and /streaming/ls... of pictures, 2016-2018
    name="image-list",
    mark=b"image-list-item",
    item=f"div.image-list-item:has({_DESCRIBED}), div:not(:has({_DESCRIBED})) > div.image-list-item:has({_SHOWN})",
    fields={
        "title": (_DESCRIBED, _SHOWN),
        "url": (f"{_DESCRIBED}::attr(href)", f"{_SHOWN}::attr(href)"),
        "year": (text_behind(_DESCRIBED), bracketed_year(_PICTURE)),
        "rank": "div.image-list-item-position",
        "poster": "img.image-list-image::attr(src)",
    },
    expects=("title", "url"),
    once=True,
)
_LINE = 'a[href*="/title/tt"]'
_LINE_FIELDS: dict[str, FieldRules] = {
    "title": _LINE,
    "url": f"{_LINE}::attr(href)",
    "year": ("span.year_type", text_behind(_LINE)),
}
CALENDAR = Layout(  # /calendar until 2018: a title and its year a line
    name="calendar",
    mark=b"/title/tt",
    item=f"li:has(> {_LINE})",
    fields=_LINE_FIELDS,
    only_at=r"/calendar\b",
    expects=("title", "url", "year"),
)
COMPANY = Layout(  # /company/co... until 2022: the same, under each of the company's parts in a film
    name="company",
    mark=b"/title/tt",
    item=f"li:has(> {_LINE})",
    fields=_LINE_FIELDS,
    only_at=r"/company/co\d+",
    expects=("title", "url", "year"),
    once=True,
)
_CREDIT = 'b a[href*="/title/tt"]'
_NOT_FILMS = ("(TV Series", "(TV Mini", "(TV Episode", "(Video Game", "(TV Special", "(Podcast", "(Music Video")


def _credits_of(*jobs: str) -> str:
    """Return the selector of a filmography's rows for some jobs, without those that the page marks as no films."""
    unmarked = "".join(f':not(:contains("{kind}"))' for kind in _NOT_FILMS)
    return ", ".join(f'div.filmo-row[id^="{job}-"]:has({_CREDIT}){unmarked}' for job in jobs)


FILMOGRAPHY = Layout(  # /name/nm... until 2023: what an actor acted in
    name="filmography",
    mark=b"filmo-row",
    item=_credits_of("actor", "actress"),
    fields={"title": _CREDIT, "url": f"{_CREDIT}::attr(href)", "year": "span.year_column"},
    also_at=r"^/name/nm\d+/?$",
    expects=("title", "url"),
    once=True,
)
_ACTED = 'div.filmo-row:is([id^="actor-"], [id^="actress-"])'
FILMOGRAPHY_BEHIND = Layout(  # the same of those who don't act
    name="filmography-behind",
    mark=b"filmo-row",
    item=f"body:not(:has({_ACTED})) :is({_credits_of('director', 'writer', 'producer')})",
    fields=FILMOGRAPHY.fields,
    also_at=FILMOGRAPHY.also_at,
    expects=("title", "url"),
    once=True,
)

LISTS_ALONE = (SEARCH_LISTER, LIST_LISTER, CHART_TABLE)
"""Never beside a movie's own page."""
LISTS = (
    *(SEARCH_SIMPLE, SEARCH_TABLE, LIST_2012, COMING_SOON, IMAGE_LIST, CHART_TABLE_OLD, FIND_OLD, FIND_2009),
    *(CALENDAR, COMPANY, NEXT_ITEMS),
    *(FILMOGRAPHY, FILMOGRAPHY_BEHIND),
)
