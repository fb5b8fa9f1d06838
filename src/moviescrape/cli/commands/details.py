"""`moviescrape details`: each row's own page fills what a table lacks."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click

from moviescrape.cli.given_table import read_given_table
from moviescrape.cli.options import FetchOptions, fetch_options, output_options, site_option
from moviescrape.cli.parameters import FILE
from moviescrape.errors import UsageError
from moviescrape.movie import BY_NAME


@click.command(epilog="Example: moviescrape details movies.csv --out details.csv")
@click.argument("file", type=FILE, metavar="FILE")
@partial(output_options, default="those of FILE, and languages")
@site_option
@fetch_options
def details(
    file: Path,
    out: Path,
    format_name: str | None,
    columns: tuple[str, ...] | None,
    excel_safe: bool,
    site_files: tuple[Path, ...],
    fetch: FetchOptions,
) -> int:
    """Follow the url of each row of the table FILE and fill its gaps: actors, languages and whatever else the movie's page says.

    What FILE says already wins. Without --columns the table has FILE's own, also those of your making, and languages.
    """
    from moviescrape.cli.fetch_command import fetch_into
    from moviescrape.cli.progress import count_rows
    from moviescrape.pipeline.flow import fill_table
    from moviescrape.pipeline.job import Target
    from moviescrape.pipeline.site_sources import find_own_sites
    from moviescrape.table.schema import to_movies

    frame = read_given_table(file)
    chosen = columns or columns_with_details([str(name) for name in frame])
    movies = list(to_movies(frame))
    target = Target.of(out, format_name, chosen, excel_safe=excel_safe)
    urls = [movie.url for movie in movies if movie.url]
    own = None if columns else frame[[name for name in frame if name not in BY_NAME]]
    fill = partial(fill_table, movies, target, own=own, own_sites=find_own_sites(site_files))
    return fetch_into(target, fill, urls, fetch, count_rows(len(urls)))


def columns_with_details(columns: Sequence[str]) -> list[str]:
    """Return the table's columns that a movie has, and languages. Raise UsageError for a table without urls.

    >>> columns_with_details(["title", "my notes", "url"])
    ['title', 'url', 'languages']
    """
    if "url" not in columns:
        raise UsageError("the table has no column 'url', so there is nothing to follow", remedy="name a table that has one")
    known = [name for name in columns if name in BY_NAME]
    return known if "languages" in known else [*known, "languages"]
