"""Extract movies from RDFa: `typeof="schema:Movie"` and `property="..."`, and the older data-vocabulary.org's `v:`.

The older vocabulary describes a review of a movie, and its pages strew the properties over several objects or none, so all `v:`
properties of a page are taken as of one movie.
"""

from typing import Any

from moviescrape.parse.dom.document import Node
from moviescrape.parse.markup.items import Dialect, gather_items
from moviescrape.parse.markup.schemaorg import FoundMovie, find_movies, read_found
from moviescrape.parse.model import Extraction, Extractor, PageAddress

MARKS = (b"typeof=", b'"v:', b"'v:", b"=v:")
"""Without one of these bytes a page has none."""

_RDFA = Dialect(opens="typeof", types="typeof", properties=("property", "rel"), identity=("resource", "about"))
_TERMS = {
    "itemreviewed": "name", "name": "name", "starring": "actor", "directedBy": "director", "director": "director",
    "genre": "genre", "runtime": "duration", "initialReleaseDate": "datePublished", "summary": "description", "image": "image",
}  # fmt: skip
_RATING_TERMS = {"average": "ratingValue", "best": "bestRating", "votes": "ratingCount", "count": "ratingCount"}
_OF_A_MOVIE = ("actor", "director", "duration", "datePublished")


def read_rdfa(root: Node, address: PageAddress) -> Extraction | None:
    """Return the movies of the page's RDFa; None where there are none."""
    found = find_movies(gather_items(root, _RDFA), "rdfa")
    return read_found(Extractor.RDFA, found, address) or read_found(Extractor.RDFA, _find_reviewed(root), address)


def _find_reviewed(root: Node) -> list[FoundMovie]:
    movie: dict[str, Any] = {}
    rating: dict[str, Any] = {}
    for node in root.select('[property^="v:"], [rel^="v:"]'):
        stated = node.attribute("property")
        term = (stated or node.attribute("rel") or "").removeprefix("v:")
        value = node.attribute("content") or node.attribute("src") or node.text
        if value and term in _TERMS:
            movie.setdefault(_TERMS[term], []).append(value)
        elif value and stated and term in _RATING_TERMS:  # `rel="v:rating"` is the box around the rating
            rating.setdefault(_RATING_TERMS[term], value)
    if "name" not in movie or not any(term in movie for term in _OF_A_MOVIE):
        return []
    return [FoundMovie({**movie, "aggregateRating": rating}, "rdfa v:", listed=False)]
