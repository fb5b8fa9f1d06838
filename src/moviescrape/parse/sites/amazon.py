"""Amazon's video pages (Prime Video), 2013 until today. The rating is IMDb's, which stands there of ten."""

import re

from moviescrape.parse.sites.rules import defined, defined_all, matched_text, own_text
from moviescrape.parse.sites.site import Layout, Site

_FACTS = "dl"
_SCORE = r"(?:10|\d)[.,]\d(?!\d)"

TITLE_2013 = Layout(  # until 2018
    name="amazon-title-2013",
    mark=b"aiv-content-title",
    fields={
        "title": own_text("h1#aiv-content-title"),
        "url": 'link[rel="canonical"]::attr(href)',
        "year": "#aiv-content-title span.release-year",
        "rating": matched_text("span.imdb-rating", _SCORE),
        "runtime": defined("runtime", _FACTS),
        "actors": defined_all("actors", _FACTS),
        "directors": defined_all("directors", _FACTS),
        "genres": defined_all("genres", _FACTS),
    },
)
TITLE = Layout(  # since 2018
    name="amazon-title",
    mark=b"data-automation-id",
    fields={
        "title": ('h1[data-automation-id="title"]', 'h1[data-testid="title-art"] img::attr(alt)'),
        "url": 'link[rel="canonical"]::attr(href)',
        "year": ('[data-automation-id="release-year-badge"]', '[data-testid="release-year-badge"]'),
        "rating": matched_text('[data-automation-id="imdb-rating-badge"], [data-testid="imdb-rating-badge"]', _SCORE),
        "runtime": ('[data-automation-id="runtime-badge"]', '[data-testid="runtime-badge"]'),
        "actors": defined_all("actors", _FACTS),
        "directors": defined_all("directors", _FACTS),
        "genres": defined_all("genres", _FACTS),
    },
)


def _canonical(found: re.Match[str]) -> str:
    """Return the product's page without what follows its number (`/ref=...`)."""
    return f"https://www.{found['host']}{found['path']}"


SITE = Site(
    name="amazon",
    hosts=(
        *(f"amazon.{domain}" for domain in ("com", "ca", "de", "fr", "it", "es", "nl", "se", "pl", "in", "co.uk", "co.jp")),
        *("amazon.com.au", "amazon.com.br", "amazon.com.mx", "primevideo.com"),
    ),
    movie_url=r"^https?://(?:www\.|smile\.|m\.)?(?P<host>[^/]+)"
    r"(?P<path>(?:/[^/?#]+)?/dp/\w{10}|/gp/(?:product|video/detail)/\w+|(?:/-/\w+)?/detail/(?:[^/?#]+/)?\w{10,})(?:[/?#].*)?$",
    canonical=_canonical,
    layouts=(TITLE_2013, TITLE),
    mixed=True,
)
