"""maoyan.com: rankings, films in cinemas, film pages. Scores drawn with a web font of shuffled digits can't be read: missing."""

import re

from moviescrape.parse.dom.document import Node
from moviescrape.parse.labels import said_after
from moviescrape.parse.sites.rules import labelled_all, said_behind
from moviescrape.parse.sites.site import FieldRule, Layout, Site, field_rule

_HOVER = "div.movie-hover-title"
_CREDITED = ("div.celebrity-group", "div.celebrity-type", "div.info a.name")


def _split(text: str | None) -> list[str]:
    return re.split(r"\s*[,，/／、]\s*", text) if text else []


def _names_behind(field: str, blocks: str) -> FieldRule:
    def read(node: Node) -> list[str]:
        return _split(said_after((block.text for block in node.select(blocks)), field))

    return FieldRule(read, f"{blocks}: names behind the label of {field}")


def _beside(css_class: str) -> FieldRule:
    """Find a text after the poster's block: the grid's <dd> are never closed, so titles and scores follow one another."""

    def read(node: Node) -> str | None:
        beside = (each for each in node.following() if each.tag == "div")
        return next((each.text for each in beside if css_class in (each.attribute("class") or "").split()), None)

    return FieldRule(read, f"div + div.{css_class}")


def _brief(node: Node) -> list[str]:
    return [line.text for line in node.select("div.movie-brief-container li, div.celeInfo-right li.ellipsis")]


@field_rule("the line with the date in cinemas, unless it is that of a re-release")
def _first_release(node: Node) -> str | None:
    return next((text for text in _brief(node) if re.match(r"\d{4}(?:-|$|\D)", text) and "重映" not in text), None)


def _length(node: Node) -> str | None:
    return next((text for text in _brief(node) if "分钟" in text), None)


@field_rule("the line with the minutes, before the slash")
def _country(node: Node) -> list[str]:
    return _split((_length(node) or "").partition("/")[0].strip())


@field_rule("the number in the links to tickets and in the page's own data")
def _own_link(node: Node) -> str | None:
    found = node.first('a[href*="movieId="]')
    number = re.search(r"movieId=(\d+)", found.attribute("href") or "") if found else None
    data = node.first('div.action[data-val*="movieid"]')
    number = number or (re.search(r"(\d+)", data.attribute("data-val") or "") if data else None)
    return f"https://maoyan.com/films/{number[1]}" if number else None


BOARD = Layout(  # /board/N
    name="maoyan-board",
    mark=b"board-index",
    item="dd:has(> i.board-index)",
    fields={
        "title": ("p.name a", "a.image-link::attr(title)"),
        "url": 'a[href*="/films/"]::attr(href)',
        "year": "p.releasetime",
        "rating": "p.score",
        "actors": _names_behind("actors", "p.star"),
        "rank": "i.board-index",
        "poster": "img.board-img::attr(data-src)",
    },
    next="ul.list-pager li:last-child a[href]::attr(href)",
    expects=("title", "url"),
)
GRID = Layout(  # /films?showType=N
    name="maoyan-grid",
    mark=b"movie-item",
    item='div.movie-item:has(a[href*="/films/"])',
    fields={
        "title": (
            "div.movie-hover-info span.name",
            _beside("movie-item-title"),
            "div.movie-title::attr(title)",
            "div.movie-title",
        ),
        "url": 'a[href*="/films/"]::attr(href)',
        "year": said_behind("year", _HOVER),
        "rating": ("div.movie-hover-info span.score", _beside("channel-detail-orange"), "div.movie-score"),
        "actors": _names_behind("actors", _HOVER),
        "genres": _names_behind("genres", _HOVER),
        "poster": "div.movie-poster img[data-src]::attr(data-src)",
    },
    next="ul.list-pager li:last-child a[href]::attr(href)",
    expects=("title", "url"),
)
TITLE = Layout(
    name="maoyan-title",
    mark=b"movie-brief-container",
    fields={
        "title": "div.movie-brief-container .name",
        "url": _own_link,
        "year": _first_release,
        "rating": "div.movie-stats-container span.index-left",
        "runtime": FieldRule(_length, "the line with the minutes"),
        "actors": labelled_all("actors", *_CREDITED),
        "directors": labelled_all("directors", *_CREDITED),
        "genres": "div.movie-brief-container a.text-link",
        "country": _country,
        "original_title": "div.movie-brief-container div.ename",
        "poster": "img.avatar::attr(src)",
    },
)

SITE = Site(
    name="maoyan",
    hosts=("maoyan.com",),
    origin="https://maoyan.com",
    names=("猫眼电影", "猫眼专业版"),
    movie_url=r"^https?://(?:www\.|m\.)?maoyan\.com/(?:films|movie)/(\d+)/?(?:[?#].*)?$",
    canonical=r"https://maoyan.com/films/\1",
    not_movies=r"^/(?:cinemas?|films/celebrity|news|shows)(?:/|$)",
    layouts=(TITLE, BOARD, GRID),
)
