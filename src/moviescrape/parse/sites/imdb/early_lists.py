"""IMDb's lists that are no more: search, charts and users' lists until 2017, calendars, companies, lists of pictures."""

from moviescrape.parse.dom.document import Node
from moviescrape.parse.sites.rules import bracketed_year, linked_after, matched_text, text_behind
from moviescrape.parse.sites.site import FieldRules, Layout, field_rule

_CREDITS = "p, span.credit"


@field_rule("the cell before the title's")
def _old_chart_rating(node: Node) -> str | None:
    cells = node.children
    return cells[1].text if len(cells) > 2 else None


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
BOX_OFFICE = Layout(  # /boxoffice until 2016
    name="box-office",
    mark=b"chart_even_row",
    item='tr:is(.chart_even_row, .chart_odd_row):has(a[href*="/title/tt"])',
    fields={
        "title": 'td a[href*="/title/tt"]',
        "url": 'td a[href*="/title/tt"]::attr(href)',
        "year": text_behind('td a[href*="/title/tt"]'),
        "rank": "td b",
    },
    expects=("title", "url", "year"),
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

EARLY_LISTS = (SEARCH_TABLE, LIST_2012, COMING_SOON, IMAGE_LIST, CHART_TABLE_OLD, BOX_OFFICE, FIND_2009, CALENDAR, COMPANY)
