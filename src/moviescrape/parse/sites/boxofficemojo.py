"""boxofficemojo.com: charts of takings, and the pages of titles and releases. It shows no ratings."""

import re

from moviescrape.parse.dom.document import Node
from moviescrape.parse.sites.rules import bracketed_year, labelled, matched_text, own_text
from moviescrape.parse.sites.site import Layout, Site, field_rule

_SUMMARY = "div.mojo-summary-values > div"
_NAME = "span:first-child"

TITLE = Layout(  # since 2019
    name="title",
    mark=b"mojo-summary-values",
    fields={
        "title": (own_text("div.mojo-heading-summary h1"), own_text("h1.a-size-extra-large")),
        "url": 'link[rel="canonical"]::attr(href)',
        "year": "h1 span.a-color-secondary",
        "runtime": labelled("runtime", _SUMMARY, _NAME, "span:last-child"),
        "description": "div.mojo-heading-summary p.a-size-medium",
        "poster": "div.mojo-primary-image img::attr(src)",
    },
)

_CELL = "td:is(.mojo-field-type-release, .mojo-field-type-title, .mojo-field-type-release_group)"
_MOVIE = f'{_CELL} a:is([href*="/title/tt"], [href*="/release/rl"], [href*="/releasegroup/gr"])'

CHART = Layout(  # since 2019
    name="chart",
    mark=b"mojo-field-type-",
    item=f"tr:has({_MOVIE})",
    fields={
        "title": _MOVIE,
        "url": f"{_MOVIE}::attr(href)",
        "year": "td.mojo-field-type-year",
        "runtime": "td.mojo-field-type-duration",
        "rank": "td.mojo-field-type-rank",
    },
    next="li.a-last a::attr(href)",
    expects=("title", "url"),
)


def _document_title(node: Node) -> re.Match[str] | None:
    title = node.first("title")
    return re.match(r"(.+?) \((\d{4})\) - ", title.text) if title else None


@field_rule('title: "Title (2009) - Box Office Mojo"')
def _old_title(node: Node) -> str | None:
    found = _document_title(node)
    return found[1] if found else None


@field_rule('title: "Title (2009) - Box Office Mojo"')
def _old_year(node: Node) -> str | None:
    found = _document_title(node)
    return found[2] if found else None


TITLE_OLD = Layout(  # until 2019: tables and fonts
    name="title-old",
    mark=b"Domestic Total",
    fields={
        "title": _old_title,
        "url": 'link[rel="canonical"]::attr(href)',
        "year": _old_year,
        "runtime": labelled("runtime", "td[valign]", "th", "b"),
        "actors": 'td + td a[href*="/people/chart/?view=Actor"]',
        "directors": 'td + td a[href*="/people/chart/?view=Director"]',
    },
)
_OLD_MOVIE = 'a[href*="/movies/?"]'
CHART_OLD = Layout(
    name="chart-old",
    mark=b"/movies/?",
    item=f"tr:has(> td > b > font > {_OLD_MOVIE}), tr:has(> td > font > b > {_OLD_MOVIE}), tr:has(> td > font > {_OLD_MOVIE})",
    fields={
        "title": _OLD_MOVIE,
        "url": f"{_OLD_MOVIE}::attr(href)",
        "year": (bracketed_year(_OLD_MOVIE), matched_text('td a[href*="/yearly/chart/"]', r"^(?:19|20)\d\d")),
        "rank": "td:first-child",
    },
    expects=("title", "url"),
)


def _canonical(found: re.Match[str]) -> str:
    """Return the page of a title, of one release or of all releases in one country; until 2019 pages had names."""
    if found["name"]:
        return f"https://www.boxofficemojo.com/movies/?id={found['name']}"
    return f"https://www.boxofficemojo.com/{found['kind']}/{found['id']}/"


SITE = Site(
    name="boxofficemojo",
    hosts=("boxofficemojo.com",),
    origin="https://www.boxofficemojo.com",
    names=("Box Office Mojo",),
    movie_url=r"^https?://[^/]+/(?:(?P<kind>title|release|releasegroup)/(?P<id>(?:tt|rl|gr)\d+)/?(?:[?#].*)?$"
    r"|movies/\?(?:[^#]*&)?id=(?P<name>[^&#]+))",
    canonical=_canonical,
    layouts=(TITLE, TITLE_OLD, CHART, CHART_OLD),
)
