"""moviescrape: movie pages in, a clean typed table out.

    pages (live, saved, archived) -> fetch -> parse -> table -> export

The packages, from the top; each imports only from those below it:

    cli           the commands: app, options, exit codes, the words of plans and summaries; commands/ has a file a command
    check         the checker of the course: points and the class of each mistake; sandbox/ runs a hand-in, days/ judges a day
    library       the public functions: scrape, parse_html, explain, top and the like; what they take is checked here
    assignments   the course: each day's task, program, template and notebook
    archive       the same parse over many pages, on all cores or on a Dask cluster, into one table or parts
    pipeline      what a run does: sources, lists and their next pages, what lets a killed run go on, the report
    practice      the practice site: invented movies with known answers, layouts, faults, the server
    fetch         PageRequest -> Page over HTTP: robots.txt, pace, retries, addresses that may be asked, one host at a time
    parse         Page -> ParsedPage, without network: decode, identify, extract, combine, diagnose; sites/ has a file a site,
                  markup/ reads JSON-LD, microdata, RDFa and meta tags, values/ reads a title, a year, a running time
    export        tables -> files that appear whole: csv, jsonl, parquet, sqlite, xlsx; plots; the homepage; dataset/
    table         movies -> columns and frames: types, duplicates, merging, the best of each year; imdb/ reads IMDb's data files,
                  exports/ what other sites and programs give people of their films
    pages         what a page is, how a refusal looks, and where pages are kept: files, MHTML, web archives, the page store
    errors, movie, settings    the base: every error and what helps, the columns of a movie, every number a user can turn

    guide/        pages for users, in Markdown

The names below are loaded when they are used, so that `import moviescrape` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from moviescrape._version import __version__

if TYPE_CHECKING:
    from moviescrape.errors import IncompleteWarning, MoviescrapeError
    from moviescrape.library.imdb_data import imdb_data
    from moviescrape.library.one_html import explain, parse_html
    from moviescrape.library.scrape import parse_files, run, scrape, scrape_iter
    from moviescrape.library.tables import make_dataset, merge, plot_years, read_table, top
    from moviescrape.movie import DEFAULT_COLUMNS, FIELDS, Movie
    from moviescrape.pages.page import Page, PageRequest
    from moviescrape.parse import PageKind, ParsedPage, parse_page
    from moviescrape.parse.sites.site import Layout, Site
    from moviescrape.pipeline.report import Report
    from moviescrape.practice.server import PracticeSite
    from moviescrape.settings import Settings
    from moviescrape.table.build import to_frame

__all__ = [
    "DEFAULT_COLUMNS",
    "FIELDS",
    "IncompleteWarning",
    "Layout",
    "Movie",
    "MoviescrapeError",
    "Page",
    "PageKind",
    "PageRequest",
    "ParsedPage",
    "PracticeSite",
    "Report",
    "Settings",
    "Site",
    "__version__",
    "explain",
    "imdb_data",
    "make_dataset",
    "merge",
    "parse_files",
    "parse_html",
    "parse_page",
    "plot_years",
    "read_table",
    "run",
    "scrape",
    "scrape_iter",
    "to_frame",
    "top",
]

_LAZY_IMPORTS = {
    "DEFAULT_COLUMNS": "movie",
    "FIELDS": "movie",
    "IncompleteWarning": "errors",
    "Layout": "parse.sites.site",
    "Movie": "movie",
    "MoviescrapeError": "errors",
    "Page": "pages.page",
    "PageKind": "parse",
    "PageRequest": "pages.page",
    "ParsedPage": "parse",
    "PracticeSite": "practice.server",
    "Report": "pipeline.report",
    "Settings": "settings",
    "Site": "parse.sites.site",
    "explain": "library.one_html",
    "imdb_data": "library.imdb_data",
    "make_dataset": "library.tables",
    "merge": "library.tables",
    "parse_files": "library.scrape",
    "parse_html": "library.one_html",
    "parse_page": "parse",
    "plot_years": "library.tables",
    "read_table": "library.tables",
    "run": "library.scrape",
    "scrape": "library.scrape",
    "scrape_iter": "library.scrape",
    "to_frame": "table.build",
    "top": "library.tables",
}


def __getattr__(name: str) -> object:
    if name not in _LAZY_IMPORTS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_LAZY_IMPORTS[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
