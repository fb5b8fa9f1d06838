"""One page that you have: what it says, and why."""

from collections.abc import Sequence
from pathlib import Path

from moviescrape.library.page_input import to_page
from moviescrape.movie import DEFAULT_COLUMNS
from moviescrape.parse import ParsedPage, parse_page
from moviescrape.parse.explain import Explanation, explain_page
from moviescrape.pipeline.site_sources import find_own_sites, load_sites
from moviescrape.table.columns import fields_of


def parse_html(
    what: object, url: str | None = None, *, columns: Sequence[str] | None = None, site_files: Sequence[str | Path] = ()
) -> ParsedPage:
    """Return what a page says: `.movies`, `.to_frame()`, `.next_url`, and `.problem`, or `.raise_for_problems()`.

    `what` is HTML as str or bytes, an open file, a pathlib.Path, a response of httpx, requests or urllib, a BeautifulSoup or
    lxml tree, or a Page. `url` is its address, where you know it: the page is then read as one of that site, and its links are
    made absolute by it. `columns` are those that are looked for; `site_files` describe sites in TOML, beside those of your
    configuration folder.

    Nothing is fetched. A page without movies is no error but has a `problem`. Raise TypeError for anything else than a page.

    >>> html = '''<script type="application/ld+json">
    ... {"@type": "Movie", "name": "Metropolis", "datePublished": "1927-01-10", "duration": "PT2H33M"}</script>'''
    >>> page = parse_html(html)
    >>> page.movies[0].runtime
    153
    >>> page.to_frame(["title", "year"])
            title  year
    0  Metropolis  1927
    """
    page, sites = to_page(what, url), load_sites(find_own_sites(site_files))
    chosen = None if columns is None else [field.name for field in fields_of(columns)]
    return parse_page(page, chosen, sites)


def explain(
    what: object,
    url: str | None = None,
    *,
    fields: Sequence[str] = DEFAULT_COLUMNS,
    site_files: Sequence[str | Path] = (),
) -> Explanation:
    """Say of each value of a page what found it and what else was found, of each gap why. Takes what `parse_html` takes.

    `.movies[0]` are the fields of the first movie, `.to_frame()` has a row for each field of each movie.

    >>> explained = explain('<meta property="og:type" content="video.movie"><meta property="og:title" content="Heat">')
    >>> title, rating = explained.movies[0][:2]
    >>> title.chosen
    Candidate(value='Heat', extractor='meta', place='meta.title')
    >>> rating.gap
    'no extractor found it on this page'
    """
    chosen = tuple(field.name for field in fields_of(fields))
    return explain_page(to_page(what, url), chosen, load_sites(find_own_sites(site_files)))
