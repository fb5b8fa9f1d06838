"""Tell pictures of films' posters from others."""

import re

from moviescrape.parse.records.groups import RecordSpan
from moviescrape.parse.records.outline import Outline


def has_picture(kind: re.Pattern[str], page: Outline, record: RecordSpan) -> bool:
    """Return whether a picture in a record is of a kind by its class, text or address."""
    for number in range(record.start, min(record.end, record.start + _MAX_POSTER_ELEMENTS)):
        if page.tags[number] == "img":
            said = (page.attribute(number, name) or "" for name in ("src", "data-src", "alt"))
            if kind.search(" ".join((page.classes[number], page.classes[page.parents[number]], *said))[:_MAX_SAID]):
                return True
    return False


POSTER = re.compile(r"poster|affiche|cartel(?![a-z])|plakat|movie-?img|film-?img", re.IGNORECASE)
HOSTED_POSTER = re.compile(r"image\.tmdb\.org/t/p/|media-(?:amazon|imdb)\.com/images/m/", re.IGNORECASE)
"""The address of a poster on the host of a database of films, where other sites show it from."""
_MAX_POSTER_ELEMENTS, _MAX_SAID = 80, 1_000
