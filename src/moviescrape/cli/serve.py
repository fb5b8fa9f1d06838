"""`moviescrape serve`: the practice site, for a browser, a class, or somebody else's scraper."""

import contextlib
import time
from pathlib import Path

import click

from moviescrape.errors import ExportError
from moviescrape.practice import LAYOUTS, Catalogue, Layout, PracticeSite


@click.command()
@click.option("--movies", type=click.IntRange(min=1), default=2000, show_default=True, help="How many movies to invent.")
@click.option("--seed", type=click.IntRange(min=0), default=1, show_default=True, help="Decides everything about them.")
@click.option("--layout", type=click.Choice(LAYOUTS), default="classic", show_default=True, help="The markup of the pages.")
@click.option("--crawl-delay", type=click.FloatRange(min=0), metavar="SECONDS", help="Ask robots for this pause in robots.txt.")
@click.option(
    "--truth", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write the right answers there, as CSV."
)
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Where to listen, on loopback only.")
def serve(movies: int, seed: int, layout: Layout, crawl_delay: float | None, truth: Path | None, port: int) -> None:
    """Serve the practice site on loopback until Ctrl-C."""
    catalogue = Catalogue(movies, seed)
    with PracticeSite(catalogue, layout, port=port, crawl_delay_s=crawl_delay) as site:
        if truth:
            _write_truth(site, truth)
        click.echo(f"{site.origin}/ serves {movies:,} movies (layout {layout}, seed {seed}); Ctrl-C ends it")
        _wait_for_interrupt()
    click.echo(f"closed; requests answered: {site.stats()['requests']}", err=True)


def _write_truth(site: PracticeSite, path: Path) -> None:
    try:
        path.write_text(site.catalogue.truth_csv(site.origin), encoding="utf-8", newline="")
    except OSError as error:
        raise ExportError(
            f"can't write the truth ({error.strerror})", where=str(path), remedy="name a file in a folder that you may write to"
        ) from error


def _wait_for_interrupt() -> None:
    with contextlib.suppress(KeyboardInterrupt):
        while True:
            time.sleep(3600)  # a sleep, because on Windows Ctrl-C does not wake a thread that waits for an event
