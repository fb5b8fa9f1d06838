"""movie.douban.com: title pages, rankings, users' lists, cinema programmes, tags, search."""

import re

from moviescrape.parse.dom.document import Node
from moviescrape.parse.labels import said_after
from moviescrape.parse.sites.rules import defined_all, matched_text, said_behind
from moviescrape.parse.sites.site import FieldRule, FieldRules, Layout, Site, field_rule

_YEAR = re.compile(r"(?<!\d)((?:18|19|20)\d\d)(?!\d)")


def _split_slashes(text: str | None) -> list[str]:
    """Split "甲 / 乙 / 丙"; leave out a last part that was cut off in mid-name ("丙...").

    >>> _split_slashes("甲 / 乙 / 丙..."), _split_slashes("甲 /..."), _split_slashes(None)
    (['甲', '乙'], ['甲'], [])
    """
    parts = [part.strip() for part in (text or "").split("/")]
    return [part for part in (parts[:-1] if parts[-1].endswith(("...", "…")) else parts) if part]


def _credited(css: str, field: str) -> FieldRule:
    def read(node: Node) -> list[str]:
        block = node.first(css)
        # directors and cast can share a line, and the cast's label be cut off: "导演: 甲  主演: 乙 / 丙...", "导演: 甲  主..."
        lines = [part for line in block.lines for part in re.split(r"\s+(?=主)", line)] if block else []
        return _split_slashes(said_after(lines, field))

    return FieldRule(read, f"{css}: names behind the label of {field}")


def _data_names(attribute: str) -> FieldRule:
    def read(node: Node) -> list[str]:
        return _split_slashes(node.attribute(attribute))

    return FieldRule(read, f"::attr({attribute})")


@field_rule('::attr(data-region), "甲 乙"')
def _data_countries(node: Node) -> list[str]:
    return (node.attribute("data-region") or "").split()


@field_rule('::attr(data-score), ::attr(data-rate); 0 is "not yet rated"')
def _data_rating(node: Node) -> str | None:
    said = node.attribute("data-score") or node.attribute("data-rate") or ""
    return said if said.strip("0. ") else None


def _first_year(css: str) -> FieldRule:
    """Of release dates country by country the earliest counts."""

    def read(node: Node) -> str | None:
        block = node.first(css)
        return min(_YEAR.findall(block.text), default=None) if block else None

    return FieldRule(read, f"{css}: the earliest year")


@field_rule("links to the movie's photos and comments, without their last part")
def _own_link(node: Node) -> str | None:
    link = node.first('#mainpic a[href*="/subject/"], #interest_sectl a[href*="/subject/"], #content a[href*="/subject/"]')
    found = re.match(r".*?/subject/\d+/", link.attribute("href") or "") if link else None
    return found[0] if found else None


@field_rule('li.title em, "片名 / Original / 又名": the first')
def _first_name(node: Node) -> str | None:
    names = node.first("li.title em")
    return names.text.split(" / ")[0] if names else None


@field_rule('div.movie-crew, "甲 / 乙"')
def _crew(node: Node) -> list[str]:
    crew = node.first("div.movie-crew")
    return _split_slashes(crew.text) if crew else []


_BY_DATA: dict[str, FieldRules] = {
    "title": ("img::attr(alt)", "::attr(data-title)"),  # what stands beside the poster is cut off where it is long
    "url": 'a[href*="/subject/"]::attr(href)',
    "year": "::attr(data-release)",
    "rating": _data_rating,
    "actors": _data_names("data-actors"),
    "directors": _data_names("data-director"),
    "runtime": "::attr(data-duration)",
    "country": _data_countries,
    "votes": ("::attr(data-votecount)", "::attr(data-rater)"),
    "poster": "img::attr(src)",
}


@field_rule("::attr(data-actors), joined by slashes, until 2013 by spaces")
def _home_actors(node: Node) -> list[str]:
    names = node.attribute("data-actors") or ""
    return _split_slashes(names) if "/" in names else names.split()


NOW_PLAYING = Layout(  # /cinema/nowplaying/CITY/
    name="douban-nowplaying",
    mark=b"data-category=",
    item="li.list-item[data-title]",
    fields=_BY_DATA,
    expects=("title", "url"),
)
HOME = Layout(  # the front page's films in cinemas
    name="douban-home",
    mark=b"ui-slide-item",
    item="li:is(.ui-slide-item, .list-item)[data-title]",
    fields={**_BY_DATA, "actors": _home_actors},
    expects=("title", "url"),
)
TOP_250 = Layout(
    name="douban-top250",
    mark=b"rating_num",
    item='ol.grid_view div.item:has(a[href*="/subject/"])',
    fields={
        "title": ("div.hd span.title", "div.pic img::attr(alt)"),
        "url": 'div.hd a[href*="/subject/"]::attr(href)',
        "year": _first_year("div.bd p"),
        "rating": "span.rating_num",
        "actors": _credited("div.bd p", "actors"),
        "directors": _credited("div.bd p", "directors"),
        "rank": "div.pic em",
        "poster": "div.pic img::attr(src)",
    },
    next="span.next a::attr(href)",
    total="span.count",
    expects=("title", "url", "year", "rating"),
)
DOULIST = Layout(  # /doulist/ID/; of its things only the movies
    name="douban-doulist",
    mark=b"doulist-subject",
    item='div.doulist-subject:has(a[href*="movie.douban.com/subject/"])',
    fields={
        "title": "div.title a",
        "url": ('div.title a[href*="/subject/"]::attr(href)', 'a[href*="/subject/"]::attr(href)'),
        "year": said_behind("year", "div.abstract"),
        "rating": "span.rating_nums",
        "actors": _credited("div.abstract", "actors"),
        "directors": _credited("div.abstract", "directors"),
        "genres": said_behind("genres", "div.abstract"),
        "country": said_behind("country", "div.abstract"),
        "poster": "div.post img::attr(src)",
    },
    next="span.next a::attr(href)",
    total="div.doulist-filter a.active span",
    expects=("title", "url"),
)
TABLE = Layout(  # /tag/..., /chart; the facts' line mixes dates, cast, countries, so of people it says nothing
    name="douban-table",
    mark=b"pl2",
    item='tr.item:has(div.pl2 a[href*="/subject/"])',
    fields={
        "title": ("a.nbg::attr(title)", "div.pl2 a"),
        "url": "div.pl2 a::attr(href)",
        "year": _first_year("p.pl"),
        "rating": "span.rating_nums",
        "runtime": matched_text("p.pl", r"(?:^|/)\s*(\d+\s*分钟)"),
        "poster": "a.nbg img::attr(src)",
    },
    next="span.next a::attr(href)",
    expects=("title", "url"),
)
_PERSON = r"^/(?:celebrity|personage)/"
CREATIONS = Layout(  # /personage/ID/creations: what a person worked on
    name="douban-creations",
    mark=b"creations",
    item='ul.creations li:has(h6 a[href*="/subject/"])',
    fields={
        "title": "h6 a",
        "url": "h6 a::attr(href)",
        "year": matched_text("h6 span", r"^\(?(\d{4})\)?$"),
        "rating": matched_text(".rating span", r"^\s*(\d{1,2}(?:\.\d)?)\s*(?:/|$)"),
        "actors": _credited("div.roles", "actors"),
        "directors": _credited("div.roles", "directors"),
        "poster": "img::attr(src)",
    },
    next=("a.next::attr(href)", "span.next a::attr(href)"),
    also_at=_PERSON,
    expects=("title", "url"),
    once=True,
)
CELEBRITY_FILMS = Layout(  # /celebrity/ID/movies until 2023
    name="douban-celebrity-films",
    mark=b"grid_view",
    item='div.grid_view li:has(h6 a[href*="/subject/"])',
    fields={
        "title": ("h6 a", "a.nbg::attr(title)"),
        "url": "h6 a::attr(href)",
        "year": matched_text("h6 span", r"^\(?(\d{4})\)?$"),
        "rating": matched_text("div.star span", r"^\d{1,2}(?:\.\d)?$"),
        "actors": defined_all("actors", "dl dl"),
        "directors": defined_all("directors", "dl dl"),
        "poster": "img::attr(src)",
    },
    next="span.next a::attr(href)",
    also_at=_PERSON,
    expects=("title", "url"),
    once=True,
)
CELEBRITY = Layout(  # /celebrity/ID/ until 2023: the latest films and the best
    name="douban-celebrity",
    mark=b"list-s",
    item='ul.list-s li:has(a[href*="/subject/"])',
    fields={
        "title": ("div.info a", "img::attr(title)", "img::attr(alt)"),
        "url": 'a[href*="/subject/"]::attr(href)',
        "year": matched_text("div.info", r"\((\d{4})\)"),
        "rating": matched_text("em", r"^\d{1,2}(?:\.\d)?$"),
        "poster": "img::attr(src)",
    },
    also_at=_PERSON,
    expects=("title", "url"),
    once=True,
)
COLLECTION = Layout(  # /people/USER/collect, whose stars are the user's
    name="douban-collection",
    mark=b"grid-view",
    item='div.grid-view div.item:has(li.title a[href*="/subject/"])',
    fields={
        "title": _first_name,
        "url": "li.title a::attr(href)",
        "year": _first_year("li.intro"),
        "runtime": "li.intro",
        "poster": "div.pic img::attr(src)",
    },
    next="span.next a::attr(href)",
    total="span.subject-num",
    expects=("title", "url"),
)
TYPE_RANK = Layout(  # /typerank?type=...
    name="douban-typerank",
    mark=b"movie-list-item",
    item="div.movie-list-item",
    fields={
        "title": "span.movie-name-text a",
        "url": 'a[href*="/subject/"]::attr(href)',
        "year": _first_year("div.movie-misc"),
        "rating": "span.rating_num",
        "actors": _crew,
        "rank": "span.rank-num",
        "poster": "img.movie-img::attr(src)",
    },
    expects=("title", "url", "year"),
)
SEARCH = Layout(  # search.douban.com/movie/subject_search, as a browser saves it; directors and cast share an unlabelled line
    name="douban-search",
    mark=b"title-text",
    item='div.item-root:has(a[href*="movie.douban.com/subject/"])',
    fields={
        "title": "a.title-text",
        "url": "a.title-text::attr(href)",
        "year": "a.title-text",
        "rating": "span.rating_nums",
        "runtime": "div.meta.abstract",
        "poster": "img.cover::attr(src)",
    },
    next="a.next::attr(href)",
    expects=("title", "url"),
)
EXPLORE = Layout(  # /explore and /tag/#/ until 2022
    name="douban-explore",
    mark=b"cover-wp",
    item="a.item:has(div.cover-wp)",
    fields={
        "title": ("span.title", "img::attr(alt)"),
        "url": "::attr(href)",
        "rating": ("span.rate", "p strong"),
        "poster": "img::attr(src)",
    },
    expects=("title", "url"),
)
TITLE = Layout(  # /subject/ID/; people come from its JSON-LD or RDFa
    name="douban-title",
    mark=b"v:itemreviewed",
    fields={
        "title": '#content h1 span[property="v:itemreviewed"]',
        "url": ('link[rel="canonical"]::attr(href)', 'meta[property="og:url"]::attr(content)', _own_link),
        # a film comes to China years after its first release, and JSON-LD gives that date
        "year": ("#content h1 span.year", _first_year("#info")),
        "rating": 'strong[property="v:average"]',
        "runtime": ('span[property="v:runtime"]::attr(content)', said_behind("runtime", "#info")),
        "genres": 'span[property="v:genre"]',
        "languages": said_behind("languages", "#info"),
        "country": said_behind("country", "#info"),
        "votes": 'span[property="v:votes"]',
        "poster": "#mainpic img::attr(src)",
    },
)

SITE = Site(
    name="douban",
    hosts=("douban.com",),
    origin="https://movie.douban.com",
    names=("豆瓣", "豆瓣电影", "(豆瓣)"),
    movie_url=r"^https?://(?:movie|m)\.douban\.com/(?:movie/)?subject/(\d+)/?(?:[?#].*)?$",
    canonical=r"https://movie.douban.com/subject/\1/",
    not_movies=r"^/(?:review|celebrity|personage|photos|trailer|ticket)/|^/subject/\d+/(?!$)\w",
    layouts=(
        *(TITLE, NOW_PLAYING, HOME, TOP_250, DOULIST, TABLE, COLLECTION, TYPE_RANK, SEARCH, EXPLORE),
        *(CREATIONS, CELEBRITY_FILMS, CELEBRITY),
    ),
)
