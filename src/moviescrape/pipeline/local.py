"""What lies on a disk -> visits: saved pages, folders, page stores and archives. What can't be read is a visit with a problem."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from moviescrape.errors import SourceError
from moviescrape.pages.files import find_pages, read_page
from moviescrape.pages.page import Page
from moviescrape.parse import PageKind
from moviescrape.pipeline.crawl import PageResult, Read, read_visit
from moviescrape.pipeline.sources import Source, SourceKind

_BESIDE = frozenset({PageKind.OTHER, PageKind.EMPTY, PageKind.ERROR})
"""An archive holds whatever its crawler met: pages about something else are not amiss in it."""


def visit_saved(source: Source, read: Read) -> Iterator[PageResult]:
    """The pages of a source, in order; none of a URL. The pages that can't be read don't stop the others."""
    if source.problem:
        yield PageResult(source.text, problem=source.problem)
    elif source.kind is SourceKind.ARCHIVE:
        yield from visit_archive(source.text, read)
    elif source.kind is SourceKind.STORE:
        yield from visit_store(source.path, read)
    elif source.kind in (SourceKind.PAGE, SourceKind.FOLDER):
        try:
            for path in find_pages(source.path):
                yield visit_file(path, read)
        except SourceError as problem:
            yield PageResult(source.text, problem=problem)


def visit_file(path: Path, read: Read) -> PageResult:
    """A saved page."""
    try:
        return read_visit(str(path), read_page(path), read)
    except SourceError as problem:
        return PageResult(str(path), problem=problem)


def visit_store(path: Path, read: Read, ids: range | None = None) -> Iterator[PageResult]:
    """The pages of a page store, all or those of certain ids. Raises StoreError where it can't be opened."""
    from moviescrape.pages.store import PageStore  # loads SQLite and the HTTP client, which saved files don't need

    with PageStore.open(path) as store:
        for page in store.pages(ids):
            yield read_visit(page.source, page, read)


def visit_archive(where: str, read: Read, start: int = 0, stop: int | None = None) -> Iterator[PageResult]:
    """The pages of a WARC file, all or those whose records begin in a range of bytes. Raises UsageError without FastWARC."""
    from moviescrape.pages.warc_reader import read_warc  # wants an extra

    try:
        for found in read_warc(where, start, stop):
            yield PageResult(found.where, problem=found) if isinstance(found, SourceError) else _visit_record(found, read)
    except SourceError as problem:
        yield PageResult(where, problem=problem)


def _visit_record(page: Page, read: Read) -> PageResult:
    from moviescrape.pages.warc_reader import CUT_HEADER

    visit = read_visit(page.source, page, read)
    if visit.parsed and visit.parsed.kind in _BESIDE:
        return visit._replace(parsed=replace(visit.parsed, problem=None), problem=None)
    if CUT_HEADER in page.headers:
        what = f"cut off by its crawler ({page.headers[CUT_HEADER]})"
        return visit._replace(problem=SourceError(what, where=page.source, remedy="some of its movies may be missing"))
    return visit
