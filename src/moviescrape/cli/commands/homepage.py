"""`moviescrape homepage`: a small web site from a table."""

from pathlib import Path

import click

from moviescrape.cli.given_table import read_given_table
from moviescrape.cli.parameters import FILE, FOLDER
from moviescrape.cli.terminal import say_verdict
from moviescrape.cli.words import plural


@click.command(epilog="Example: moviescrape homepage movies.csv --out site")
@click.argument("file", metavar="FILE", type=FILE)
@click.option("--out", "-o", required=True, type=FOLDER, metavar="DIR", help="The folder to make or to fill.")
@click.option("--title", default="Movies", show_default=True, help="The name of the site.")
def homepage(file: Path, out: Path, title: str) -> None:
    """Make a small web site of a table: a start page, all movies, those of each year, decade, genre and actor, and what it holds.

    It needs no server: open index.html in a browser. In a DIR that exists, files of the same name are replaced, others stay.
    """
    from moviescrape.export.homepage import build_site, write_site
    from moviescrape.export.publish_folder import check_folder

    check_folder(out)
    site = build_site(read_given_table(file), title)
    write_site(site, out)
    pages = sum(name.endswith(".html") for name in site)
    say_verdict(f"{plural(pages, 'page')} in {out}; open {out / 'index.html'}", good=True)
