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


def licence_of(source: str | None, url: str | None) -> Licence:
    """Return the terms of a row, by the page that it was read from, else by the movie's own.

    >>> licence_of(None, "https://www.wikidata.org/wiki/Q42198").name, licence_of("saved.html", None).name
    ('CC0-1.0', 'unknown')
    """
    where = source if source and "://" in source else url or ""
    return _LICENCES.get(site_of(where), UNKNOWN)
