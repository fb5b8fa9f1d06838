"""Douban's pages of people: the films that they worked on."""

from moviescrape.parse.sites.douban.facts import credited
from moviescrape.parse.sites.rules import bracketed_year, defined_all, matched_text
from moviescrape.parse.sites.site import Layout

_PERSON = r"^/(?:celebrity|personage)/"
_FILM = 'a[href*="/subject/"]'
CREATIONS = Layout(  # /personage/ID/ and its /creations, since 2023
    name="douban-creations",
    mark=b"creation",
    item=f"li.creation:has({_FILM}), ul.unreleased li:has({_FILM})",
    fields={
        "title": ("h6 a", f"{_FILM}:not(.img_wrap)", "a.img_wrap::attr(title)"),
        "url": f"{_FILM}::attr(href)",
        "year": (matched_text("h6 span, .timeline-year", r"^\(?(\d{4})\)?$"), bracketed_year(_FILM)),
        "rating": matched_text(".rating span, .rating-val", r"^\s*(\d{1,2}(?:\.\d)?)\s*(?:/|$)"),
        "actors": credited("div.roles", "actors"),
        "directors": credited("div.roles", "directors"),
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

FILMOGRAPHIES = (CREATIONS, CELEBRITY_FILMS, CELEBRITY)
