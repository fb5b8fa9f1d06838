"""Say how a page as a whole speaks of films: in its titles, its address and its short texts; and what of it is a menu."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from moviescrape.parse.model import PageAddress
from moviescrape.parse.records.film_words import FILM, MENU, OTHER, PHOTOGRAPHS, PROGRAMME, SERIES, TV, count_film_texts
from moviescrape.parse.records.outline import Outline


@dataclass(frozen=True, slots=True)
class PageWords:
    """How a page speaks of films as a whole, each 0 or 1, but for its texts; and how many letters stand outside of menus."""

    film_title: float
    film_address: float
    film_text: float
    programme: float
    series_title: float
    other_title: float
    tv: float
    letters: int


def page_words(page: Outline, titles: Sequence[str], address: PageAddress) -> PageWords:
    """Return what a page's titles, address and texts say of films."""
    url = urlsplit(address.url or address.base or "")
    place = f"{url.hostname or ''}{unquote(url.path)}"
    named = [_FILM_SERIES.sub("films", text) for text in titles if text]
    film_texts = count_film_texts((text for text in page.texts if len(text) < 60), _MANY)
    return PageWords(
        film_title=float(any(_names_films(text[:300]) for text in named)),
        film_address=float(bool(FILM.search(place))),
        film_text=film_texts / _MANY,
        programme=float(any(PROGRAMME.search(text[:300]) for text in named) or bool(PROGRAMME.search(place))),
        series_title=float(any(SERIES.search(text[:300]) for text in named)),
        other_title=float(
            any(OTHER.search(text[:300]) or PHOTOGRAPHS.search(text[:300]) for text in named) or bool(OTHER.search(place))
        ),
        tv=float(any(TV.search(text[:300]) for text in named) or bool(TV.search(place))),
        letters=_content_letters(page),
    )


def _names_films(title: str) -> bool:
    """Return whether a page's title speaks of films, of what they earn or of their discs, and not of pictures taken on film."""
    return bool(FILM.search(title) or _OF_SALES.search(title)) and not PHOTOGRAPHS.search(title)


_OF_SALES = re.compile(r"box[- ]office|(?<![a-z])dvds?(?![a-z])|blu-?ray", re.IGNORECASE)
_FILM_SERIES = re.compile(r"(?<![a-z])(?:film|movie|cinema|screening) series(?![a-z])", re.IGNORECASE)
"""A programme of films, and no series."""


def is_menu(page: Outline, number: int) -> bool:
    """Return whether an element stands around the content of a page; what holds much of the page's text is the content."""
    if page.last_text[number] - page.first_text[number] > len(page.texts) * _MUCH:
        return False
    named = f"{page.classes[number]} {page.attribute(number, 'id') or ''}"
    is_around = page.tags[number] in _AROUND_CONTENT and not _heads_a_part(page, number)
    return is_around or bool(MENU.search(named))


def _heads_a_part(page: Outline, number: int) -> bool:
    """Return whether an element is the header of a part of the page, not of the page (HTML Living Standard, 4.3.8)."""
    return page.tags[number] == "header" and any(page.tags[around] in _PARTS for around in page.ancestors(number))


_PARTS = frozenset({"article", "section", "li", "td"})
_AROUND_CONTENT = frozenset({"nav", "footer", "header", "aside", "form", "button"})
_BOXES = frozenset({"div", "ul", "ol", "section"})
_MUCH = 0.4
_MANY = 6


def _content_letters(page: Outline) -> int:
    """Return how many letters stand outside of menus."""
    letters = number = text = 0
    while number < len(page):
        boxed = page.tags[number] in _AROUND_CONTENT or page.tags[number] in _BOXES
        if boxed and page.first_text[number] < page.last_text[number] and is_menu(page, number):
            letters += page.letters(range(text, page.first_text[number]))
            text, number = page.last_text[number], page.ends[number]
        else:
            number += 1
    return letters + page.letters(range(text, len(page.texts)))
