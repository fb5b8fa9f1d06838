"""Douban's lists: cinema programmes, rankings, users' lists, tags, search."""

from moviescrape.parse.dom.document import Node
from moviescrape.parse.sites.douban.facts import credited, first_year, split_slashes
from moviescrape.parse.sites.rules import matched_text, said_behind
from moviescrape.parse.sites.site import FieldRule, FieldRules, Layout, field_rule


def _data_names(attribute: str) -> FieldRule:
    def read(node: Node) -> list[str]:
        return split_slashes(node.attribute(attribute))

    return FieldRule(read, f"::attr({attribute})")


@field_rule('::attr(data-region), "甲 乙"')
def _data_countries(node: Node) -> list[str]:
    return (node.attribute("data-region") or "").split()


@field_rule('::attr(data-score), ::attr(data-rate); 0 is "not yet rated"')
def _data_rating(node: Node) -> str | None:
    said = node.attribute("data-score") or node.attribute("data-rate") or ""
    return said if said.strip("0. ") else None


@field_rule('li.title em, "片名 / Original / 又名": the first')
def _first_name(node: Node) -> str | None:
    names = node.first("li.title em")
    return names.text.split(" / ")[0] if names else None


@field_rule('div.movie-crew, "甲 / 乙"')
def _crew(node: Node) -> list[str]:
    crew = node.first("div.movie-crew")
    return split_slashes(crew.text) if crew else []


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
    return split_slashes(names) if "/" in names else names.split()


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
        "title": (matched_text("div.hd span.title", r"^[^/\s].*"), "div.pic img::attr(alt)"),
        "url": 'div.hd a[href*="/subject/"]::attr(href)',
        "year": first_year("div.bd p"),
        "rating": "span.rating_num",
        "actors": credited("div.bd p", "actors"),
        "directors": credited("div.bd p", "directors"),
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
        "actors": credited("div.abstract", "actors"),
        "directors": credited("div.abstract", "directors"),
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
        "year": first_year("p.pl"),
        "rating": "span.rating_nums",
        "runtime": matched_text("p.pl", r"(?:^|/)\s*(\d+\s*分钟)"),
        "poster": "a.nbg img::attr(src)",
    },
    next="span.next a::attr(href)",
    expects=("title", "url"),
)
COLLECTION = Layout(  # /people/USER/collect, whose stars are the user's
    name="douban-collection",
    mark=b"grid-view",
    item='div.grid-view div.item:has(li.title a[href*="/subject/"])',
    fields={
        "title": _first_name,
        "url": "li.title a::attr(href)",
        "year": first_year("li.intro"),
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
        "year": first_year("div.movie-misc"),
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
        "year": matched_text("a.title-text", r"\(((?:18|19|20)\d\d)\)\W*$"),
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

FILM_LISTS = (NOW_PLAYING, HOME, TOP_250, DOULIST, TABLE, COLLECTION, TYPE_RANK, SEARCH, EXPLORE)
