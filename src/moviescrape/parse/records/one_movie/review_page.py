"""Read a critic's review of one film: its headline names the film, its markup says that it is a review and how it ends."""

import re
from urllib.parse import unquote, urlsplit

from moviescrape.parse.dom.document import Node
from moviescrape.parse.fields import put
from moviescrape.parse.headline import read_reviewed
from moviescrape.parse.markup.schemaorg_movie import read_aggregate
from moviescrape.parse.model import Extraction, Extractor, PageAddress, PageKind, Record
from moviescrape.parse.records.film_words import FILM, SERIES, TV
from moviescrape.parse.records.one_movie.title_evidence import STAGE

_REVIEW = re.compile(r"schema\.org/(?:Critic)?Review\b")


def read_review(root: Node, address: PageAddress) -> Extraction | None:
    """Return the film that a page of markup "Review" reviews, None for other pages and for reviews of other things.

    That it is about a film is said by the page's address, by its section or by the words around the name in its title.
    """
    name = read_reviewed(root)
    if name is None or not _is_marked(root) or not _is_of_a_film(root, address):
        return None
    record = Record({}, {"": "review"}, address.url)
    put(record, "title", name)
    put(record, "rating", _rating(root), read_aggregate)
    put(record, "url", address.url)
    return Extraction(Extractor.GENERAL, PageKind.TITLE, [record], layout="review")


def _is_marked(root: Node) -> bool:
    """Return whether an element around a heading is marked as a review."""
    return any(
        _REVIEW.search(node.attribute("itemtype") or "") and node.first("h1") is not None for node in root.select("[itemtype]")
    )


def _is_of_a_film(root: Node, address: PageAddress) -> bool:
    """Return whether the page's address, section and title speak of films, and of nothing else that is reviewed."""
    title, section = root.first("title"), root.first('meta[property="article:section"]')
    path = unquote(urlsplit(address.url or "").path)
    around = (title.text if title else "")[:_LONGEST_TITLE]
    for headline in root.select("h1")[:_FIRST_HEADINGS]:
        around = around.replace(headline.text, " ")
    said = " ".join([path.rpartition("/")[0], around, (section.attribute("content") or "") if section else ""])
    return bool(FILM.search(said)) and not any(other.search(said) for other in (STAGE, SERIES, TV))


_LONGEST_TITLE = 300
_FIRST_HEADINGS = 3


def _rating(root: Node) -> dict[str, str] | None:
    """Return the review's own score, None where the page has several: then they are of readers, or of other films."""
    found = [_stated(node) for node in root.select('[itemprop="reviewRating"]')]
    return found[0] if found and all(each == found[0] for each in found) else None


def _stated(rating: Node) -> dict[str, str]:
    parts = {name: rating.first(f'[itemprop="{name}"]') for name in ("ratingValue", "bestRating")}
    return {name: node.attribute("content") or node.text for name, node in parts.items() if node is not None}
