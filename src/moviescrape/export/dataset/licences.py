"""What is known of the terms of the sites that rows are from. Facts are free, but collections of them have owners."""

from typing import NamedTuple

from moviescrape.table.movie_keys import site_of


class Licence(NamedTuple):
    """The terms of a site: an SPDX identifier or a few words, and whether rows may be published again."""

    name: str
    may_publish: bool


UNKNOWN = Licence("unknown", may_publish=False)
_LICENCES = {
    "wikidata": Licence("CC0-1.0", may_publish=True),
    "wikipedia": Licence("CC-BY-SA-4.0", may_publish=True),
    "dbpedia": Licence("CC-BY-SA-4.0", may_publish=True),
    "localhost": Licence("CC0-1.0", may_publish=True),  # the practice site's films are invented
    "imdb": Licence("personal and non-commercial use (IMDb)", may_publish=False),
    "themoviedb": Licence("non-commercial use with attribution (TMDB)", may_publish=False),
    "tmdb": Licence("non-commercial use with attribution (TMDB)", may_publish=False),
}


class Origin(NamedTuple):
    """Where a row is from: the name of the site, None where nothing says so, and its terms."""

    site: str | None
    licence: Licence


def origin_of(source: object, url: object) -> Origin:
    """Return where a row is from, by the page that it was read from, else by the movie's own; each a text, or missing.

    >>> origin_of(None, "https://www.wikidata.org/wiki/Q42198").licence.name, origin_of("saved.html", None)
    ('CC0-1.0', Origin(site=None, licence=Licence(name='unknown', may_publish=False)))
    """
    addresses = (text for text in (source, url) if isinstance(text, str) and "://" in text)
    site = site_of(next(addresses, "")) or None
    return Origin(site, _LICENCES.get(site or "", UNKNOWN))
