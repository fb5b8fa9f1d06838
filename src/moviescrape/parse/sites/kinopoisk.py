"""kinopoisk.ru: title pages and lists before and after the rebuilding of 2020."""

import re

from moviescrape.parse.dom.document import Node
from moviescrape.parse.labels import said_after
from moviescrape.parse.sites.rules import bracketed_year, labelled, labelled_all, matched_text, own_text
from moviescrape.parse.sites.site import FieldRule, Layout, Site

_ABOUT = "table.info tr", "td.type"
_TABLE = '[data-test-id="encyclopedic-table"] > div', "div > div:first-child"


def _leading(css: str) -> FieldRule:
    """Find the cast: the first list; the dubbing cast stands in a second one, under a heading of its own."""

    def read(node: Node) -> list[str]:
        cast = node.first(css)
        return [link.text for link in cast.select('a[href*="/name/"]')] if cast else []

    return FieldRule(read, f"{css}, the first: links to people")


def _fact(css: str, pattern: str) -> FieldRule:
    """One of the facts in a line, "The Original Title, 1999, 189 мин.": the last that fits, as titles have commas too."""

    def read(node: Node) -> str | None:
        line = node.first(css)
        facts = line.text.split(", ") if line else []
        return next((fact for fact in reversed(facts) if re.match(pattern, fact)), None)

    return FieldRule(read, f"{css}: {pattern}")


def _named(css: str, field: str) -> FieldRule:
    def read(node: Node) -> list[str]:
        lines = [part for line in node.select(css) for part in re.split(r"\s+(?=Режисс[её]р)", line.text)]
        return re.split(r",\s+", said_after(lines, field) or "")

    return FieldRule(read, f"{css}: names after the label of {field}")


_KIND = re.compile(r" ?\([^()]{0,60}?(?:сериал|шоу|видео|ТВ)[^()]{0,60}\)$")


def _without_kind(css: str) -> FieldRule:
    """Find a title without what is no part of it: "(сериал 2008 – 2013)"."""

    def read(node: Node) -> str | None:
        found = node.first(css)
        return _KIND.sub("", found.text) if found else None

    return FieldRule(read, f'{css}, without "(сериал ...)"')


_YEAR = r"\(?\d{4}(?!\d)"
_LENGTH = r"\d+\s*(?:мин|ч)"
_SECONDARY = 'span[class*="secondaryText"]'
_ADDITIONAL = 'span[class*="truncatedText"]'

TITLE_OLD = Layout(  # until 2020
    name="kinopoisk-title-old",
    mark=b"moviename-big",
    fields={
        "title": ("h1.moviename-big span.moviename-title-wrapper", own_text("h1.moviename-big")),
        "url": 'link[rel="canonical"]::attr(href)',
        "year": labelled("year", *_ABOUT, "a"),
        "rating": ("span.rating_ball", '#block_rating meta[itemprop="ratingValue"]::attr(content)'),
        "runtime": ("td#runtime", labelled("runtime", *_ABOUT)),
        "actors": _leading("#actorList ul"),
        "directors": 'td[itemprop="director"] a[href*="/name/"]',
        "genres": 'span[itemprop="genre"] a',
        "country": labelled_all("country", *_ABOUT, "a"),
        "votes": "span.ratingCount",
        "original_title": 'span[itemprop="alternativeHeadline"]',
    },
)
TITLE = Layout(  # since 2020
    name="kinopoisk-title",
    mark=b"encyclopedic-table",
    fields={
        "title": (_without_kind('h1[itemprop="name"]'), _without_kind("h1")),
        "url": 'link[rel="canonical"]::attr(href)',
        "year": labelled("year", *_TABLE, "a"),
        # a percentage is how many look forward to a film that is not out
        "rating": matched_text('.film-rating-value, [class*="filmRatingValue"]', r"^\d{1,2}(?:[.,]\d+)?$"),
        "runtime": labelled("runtime", *_TABLE),
        "actors": (_leading('[class*="film-crew-block"] ul'), _leading('[class*="filmMembers"] ul')),
        "directors": labelled_all("directors", *_TABLE, 'a[href*="/name/"]'),
        "genres": labelled_all("genres", *_TABLE, 'a[href*="genre"]'),
        "country": labelled_all("country", *_TABLE, 'a[href*="country"]'),
    },
)
LIST = Layout(  # since 2022
    name="kinopoisk-list",
    mark=b"base-movie-main-info",
    item='div:has(> [class*="styles_poster"]):has(a[class*="base-movie-main-info"])',
    fields={
        "title": ('span[class*="mainTitle"]', "img::attr(alt)"),
        "url": 'a[class*="base-movie-main-info"]::attr(href)',
        "year": _fact(_SECONDARY, _YEAR),
        "rating": 'span[class*="kinopoiskValue"]',
        "runtime": _fact(_SECONDARY, _LENGTH),
        "actors": _named(_ADDITIONAL, "actors"),
        "directors": _named(_ADDITIONAL, "directors"),
        "votes": 'span[class*="kinopoiskCount"]',
        "rank": 'span[class*="styles_position"]',
        "poster": 'img[class*="styles_image"]::attr(src)',
    },
    next='a[class*="styles_end"]:last-of-type::attr(href)',
    expects=("title", "url", "year"),
)
SELECTION = Layout(  # lists of 2019-2022
    name="kinopoisk-selection",
    mark=b"selection-film-item-meta",
    item='div[class*="selection-film-item"]:has(> div[class*="upper-wrapper"])',
    fields={
        "title": "p.selection-film-item-meta__name",
        "url": "a.selection-film-item-meta__link::attr(href)",
        "year": _fact("p.selection-film-item-meta__original-name", _YEAR),
        "rating": "span.rating__value",
        "genres": "span.selection-film-item-meta__meta-additional-item:last-child",
        "votes": "span.rating__count",
        "rank": "span.film-item-rating-position__position",
    },
    expects=("title", "url", "year"),
)
SEARCH = Layout(
    name="kinopoisk-search",
    mark=b"js-serp-metrika",
    item='div.element:has(p.name a:is([href*="/film/"], [href*="/series/"]))',
    fields={
        "title": _without_kind("p.name a"),
        "url": "p.name a::attr(href)",
        "year": "p.name span.year",
        "rating": "div.right div.rating",
        "runtime": _fact("span.gray", _LENGTH),
        "actors": 'span.gray:last-of-type > a[href*="/name/"]',
        "directors": 'i.director a[href*="/name/"]',
    },
    also_at=r"^/$",
    expects=("title", "url"),
)
SIMILAR = Layout(  # /film/ID/like/ and lists in the same table, until 2022
    name="kinopoisk-similar",
    mark=b"ten_items",
    item='table.ten_items tr:not(:has(tr)):has(a.all:is([href*="/film/"], [href*="/series/"]))',
    fields={
        "title": 'a.all:is([href*="/film/"], [href*="/series/"])',
        "url": 'a.all:is([href*="/film/"], [href*="/series/"])::attr(href)',
        "year": matched_text("a.all + span", r"\(((?:18|19|20)\d\d)"),
        "rating": (own_text("div.numVoteRecomm span.all"), "div.WidgetStars::attr(value)"),
        "runtime": ("a.all + span nobr", matched_text("a.all + span", r"\d+ мин")),
        "actors": 'span.gray_text > a[href*="/name/"]',
        "directors": 'span.gray_text i a[href*="/name/"]',
    },
    expects=("title", "url"),
)
TOP_OLD = Layout(  # /top/ until 2020
    name="kinopoisk-top-old",
    mark=b"top250_place_",
    item='tr[id^="top250_place_"]',
    fields={
        "title": 'a.all[href*="/film/"]',
        "url": 'a.all[href*="/film/"]::attr(href)',
        "year": bracketed_year('a.all[href*="/film/"]'),
        "rating": "a.continue",
        "original_title": "span.text-grey",
    },
    expects=("title", "url", "year", "rating"),
)

PERSON_OLD = Layout(  # /name/ID/ until 2021: a list a job; the films that belong to a film, /film/ID/other/
    name="kinopoisk-person-old",
    mark=b"personPageItems",
    item='div.personPageItems div.item:has(.name a[href*="/film/"]):not(:has(.name:contains("сериал")))',
    fields={
        "title": _without_kind(".name a"),
        "url": ".name a::attr(href)",
        "year": bracketed_year(".name a"),
        "rating": matched_text(".rating a, .rating", r"^\d(?:[.,]\d+)?(?!\d)"),
    },
    also_at=r"^/name/\d+/?$",
    expects=("title", "url"),
    once=True,
)

SITE = Site(
    name="kinopoisk",
    hosts=("kinopoisk.ru",),
    origin="https://www.kinopoisk.ru",
    names=("КиноПоиск",),
    movie_url=r"^https?://(?:www\.|m\.)?kinopoisk\.ru/(?:level/1/)?(film|series)/([^/?#]*\d)/?(?:sr/\d+/)?(?:[?#].*)?$",
    canonical=r"https://www.kinopoisk.ru/\1/\2/",
    not_movies=r"^/(?:$|name/|user/|media/|afisha/|reviews/|film/[^/]+/(?:cast|stills|posters|video|dates|votes|awards)/)",
    layouts=(TITLE_OLD, TITLE, LIST, SELECTION, SEARCH, SIMILAR, TOP_OLD, PERSON_OLD),
)
