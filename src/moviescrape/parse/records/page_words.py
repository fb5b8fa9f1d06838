"""Say how a page as a whole speaks of films: in its titles, its address and its short texts."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from moviescrape.parse.model import PageAddress
from moviescrape.parse.records.film_words import FILM, OTHER, SERIES, TV
from moviescrape.parse.records.outline import Outline


@dataclass(frozen=True, slots=True)
class PageWords:
    """How a page speaks of films as a whole, each 0 or 1, but for its texts."""

    film_title: float
    film_address: float
    film_text: float
    series_title: float
    other_title: float
    tv: float


def page_words(page: Outline, titles: Sequence[str], address: PageAddress) -> PageWords:
    """Return what a page's titles, address and texts say of films."""
    url = urlsplit(address.url or address.base or "")
    place = f"{url.hostname or ''}{unquote(url.path)}"
    named = [text for text in titles if text]
    short = [text for text in page.texts if len(text) < 60]
    film_texts = sum(1 for text in short if FILM.search(text))
    return PageWords(
        film_title=float(any(FILM.search(text[:300]) for text in named)),
        film_address=float(bool(FILM.search(place))),
        film_text=min(1.0, film_texts / 6),
        series_title=float(any(SERIES.search(text[:300]) for text in named)),
        other_title=float(any(OTHER.search(text[:300]) for text in named) or bool(OTHER.search(place))),
        tv=float(any(TV.search(text[:300]) for text in named) or bool(TV.search(place))),
    )
