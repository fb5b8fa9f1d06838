"""moviescrape: movie pages in, a clean typed table out.

The rooms, from the top; each imports only from those below it:

    cli                     the commands: options -> library -> print
    assignments, check      the course: its six days, and the checker
    archive                 the same parse over many pages: on all cores, on a Dask cluster, into one table or parts
    pipeline                the whole flow; with job (what to do), saved and crawl (the pages) and report (what was done)
    sources                 which pages to get: files, folders, lists and their next pages
    fetch                   PageRequest -> Page: robots, pace, retry, guards, the page store
    parse                   Page -> ParsedPage: decode, the ways of reading, one small file a site
    table                   movies -> columns and frames: build, schema, duplicates, top, details
    export                  tables -> files: csv, jsonl, parquet, sqlite, xlsx; plots; homepage
    practice                the practice site: invented movies with known answers
    the floor               errors, movie, page, settings, refusal

The names below are loaded when they are used, so that `import moviescrape` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from moviescrape._version import __version__

if TYPE_CHECKING:
    from moviescrape.errors import MoviescrapeError
    from moviescrape.movie import DEFAULT_COLUMNS, FIELDS, Movie
    from moviescrape.pages.page import Page, PageRequest
    from moviescrape.parse import PageKind, ParsedPage, parse_page
    from moviescrape.pipeline.api import parse_files, run
    from moviescrape.pipeline.report import Report
    from moviescrape.settings import Settings
    from moviescrape.table.build import to_frame

__all__ = [
    "DEFAULT_COLUMNS",
    "FIELDS",
    "Movie",
    "MoviescrapeError",
    "Page",
    "PageKind",
    "PageRequest",
    "ParsedPage",
    "Report",
    "Settings",
    "__version__",
    "parse_files",
    "parse_page",
    "run",
    "to_frame",
]

_LAZY_IMPORTS = {
    "DEFAULT_COLUMNS": "movie",
    "FIELDS": "movie",
    "Movie": "movie",
    "MoviescrapeError": "errors",
    "Page": "pages.page",
    "PageKind": "parse",
    "PageRequest": "pages.page",
    "ParsedPage": "parse",
    "Report": "pipeline.report",
    "Settings": "settings",
    "parse_files": "pipeline.api",
    "parse_page": "parse",
    "run": "pipeline.api",
    "to_frame": "table.build",
}


def __getattr__(name: str) -> object:
    if name not in _LAZY_IMPORTS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_LAZY_IMPORTS[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
