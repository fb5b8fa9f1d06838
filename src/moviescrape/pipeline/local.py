"""The pages of saved files, folders, page stores and archives, the titles of data files. What can't be read is a problem."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from moviescrape.errors import MoviescrapeError, SourceError, StoreError
from moviescrape.movie import Movie
from moviescrape.pages.archive_file import is_archive_file
from moviescrape.pages.archive_reader import TRUNCATED_HEADER, read_archive
from moviescrape.pages.files import find_saved, read_page
from moviescrape.pages.page import Page
from moviescrape.pages.record_counts import RecordCounts
from moviescrape.parse import PageKind, ParsedPage
from moviescrape.pipeline.results import PageParser, PageResult
from moviescrape.pipeline.sources import Source, SourceKind
from moviescrape.table.columns import batches
from moviescrape.table.imdb.imdb_choice import ANY, ImdbChoice
from moviescrape.table.imdb.imdb_folder import find_imdb_files
from moviescrape.table.imdb.imdb_movies import read_imdb

_BESIDE_MOVIES = frozenset({PageKind.OTHER, PageKind.EMPTY, PageKind.ERROR})
"""An archive holds whatever its crawler met: pages about something else are not amiss in it."""
_FILM_ADDRESS = re.compile(r"film|movie|kino|cine|pel[ií]cula|elokuv|phim|eiga|sinema", re.IGNORECASE)


def parse_source(source: Source, parser: PageParser, imdb: ImdbChoice = ANY) -> Iterator[PageResult]:
    """Yield the saved pages of a source, in order; none of a URL. A page that can't be read doesn't stop the others.

    `imdb` says which titles of IMDb's data files are wanted.
    """
    if source.problem:
        yield PageResult(source.text, problem=source.problem)
    elif source.kind is SourceKind.ARCHIVE:
        yield from parse_archive(source.text, parser)
    elif source.kind is SourceKind.STORE:
        yield from parse_store(source.path, parser)
    elif source.kind is SourceKind.IMDB:
        yield from read_data_files(source.path, parser, imdb)
    elif source.kind is SourceKind.EXPORT:
        yield from read_export(source.path)
    elif source.address:
        yield parse_file(source.path, parser, source.address)
    elif source.kind in (SourceKind.PAGE, SourceKind.FOLDER):
        try:
            for path in find_saved(source.path):
                yield from _parse_path(path, parser)
        except SourceError as problem:
            yield PageResult(source.text, problem=problem)


def _parse_path(path: Path, parser: PageParser) -> Iterator[PageResult]:
    if is_archive_file(path):
        yield from parse_archive(str(path), parser)
    else:
        yield parse_file(path, parser)


def read_data_files(folder: Path, parser: PageParser, choice: ImdbChoice) -> Iterator[PageResult]:
    """Yield the titles of IMDb's data files, some at a time, as if each were a page. Nothing of a damaged file is a title."""
    where = str(folder)
    try:
        files = find_imdb_files(folder)
        yield from _as_pages(read_imdb(files, choice, parser.columns) if files else iter(()), where)
    except MoviescrapeError as problem:
        yield PageResult(where, problem=problem)


def read_export(path: Path) -> Iterator[PageResult]:
    """Yield the movies of an export of another site or program, some at a time, as if each were a page."""
    from moviescrape.table.schema import to_movies
    from moviescrape.table.table_file import read_table  # loads pandas, which saved pages don't need

    try:
        yield from _as_pages(to_movies(read_table(path)), str(path))
    except MoviescrapeError as problem:
        yield PageResult(str(path), problem=problem)


def _as_pages(movies: Iterator[Movie], where: str) -> Iterator[PageResult]:
    for some in batches(movies, _TITLES_AT_ONCE):
        named = tuple(movie if movie.source else movie._replace(source=where) for movie in some)
        yield PageResult(where, Page(b"", name=where), ParsedPage(PageKind.LIST, named))


_TITLES_AT_ONCE = 2_000


def parse_file(path: Path, parser: PageParser, url: str | None = None) -> PageResult:
    """Parse a saved page, from the address `url` where that is known."""
    try:
        return parser.parse(read_page(path, url), str(path))
    except SourceError as problem:
        return PageResult(str(path), problem=problem)


def parse_store(path: Path, parser: PageParser, ids: range | None = None) -> Iterator[PageResult]:
    """Yield the pages of a page store, all or those of certain ids. Raise StoreError where it can't be opened."""
    from moviescrape.pages.store import PageStore  # loads SQLite and the HTTP client, which saved files don't need

    with PageStore.open_to_read(path) as store:
        for found in store.pages(ids):
            yield PageResult(found.where, problem=found) if isinstance(found, StoreError) else parser.parse(found)


def parse_archive(where: str, parser: PageParser, start: int = 0, stop: int | None = None) -> Iterator[PageResult]:
    """Yield the pages of an archive, all or those whose records begin in a range of bytes; then what records there were, if any.

    Raise UsageError where a package for it is missing.
    """
    counts = RecordCounts()
    try:
        for found in read_archive(where, start, stop, counts=counts):
            yield PageResult(found.where, problem=found) if isinstance(found, SourceError) else parse_record(found, parser)
    except SourceError as problem:
        yield PageResult(where, problem=problem)
    if counts.records:
        yield PageResult(where, records=counts)


def parse_record(page: Page, parser: PageParser) -> PageResult:
    """Parse a page of an archive, in which pages about something else are not amiss."""
    result = parser.parse(page)
    if result.parsed and _is_beside_movies(result.parsed, page):
        return result._replace(parsed=replace(result.parsed, problem=None), problem=None)
    if TRUNCATED_HEADER in page.headers:
        what = f"cut off by its crawler ({page.headers[TRUNCATED_HEADER]})"
        return result._replace(problem=SourceError(what, where=page.source, remedy="some of its movies may be missing"))
    return result


def _is_beside_movies(parsed: ParsedPage, page: Page) -> bool:
    """Return whether an archive's page is nothing that movies were expected on, such as the login page of a shop."""
    of_films = parsed.site is not None or bool(_FILM_ADDRESS.search(page.url or ""))
    return parsed.kind in _BESIDE_MOVIES or (parsed.kind is PageKind.BLOCKED and not of_films)
