"""`moviescrape serve`: the practice site, for a browser, a class, or somebody else's scraper."""

import contextlib
import time
from pathlib import Path

import click

from moviescrape.cli.parameters import FILE, MOVIES, Number, WholeNumber
from moviescrape.cli.terminal import say, show
from moviescrape.export.publish import published
from moviescrape.practice import FAULTS, LAYOUTS, Catalogue, LayoutName, PracticeSite
from moviescrape.practice.teacher_page import PATH as TEACHER_PATH


def _fault_list() -> str:
    lines = [f"  {fault.name:18}{fault.meaning}" for fault in FAULTS.values()]
    return "\n".join(["\b", "Faults:", *lines, "", "Example: moviescrape serve --layout next --faults 429:1"])  # \b: not wrapped


@click.command(epilog=_fault_list())
@click.option(
    "--movies",
    type=MOVIES,
    default=2000,
    show_default=True,
    help="How many movies to invent.",
)
@click.option("--seed", type=WholeNumber(least=0), default=1, show_default=True, help="Decides everything about them.")
@click.option("--layout", type=click.Choice(LAYOUTS), default="classic", show_default=True, help="The markup of the pages.")
@click.option("--crawl-delay", type=Number(), metavar="SECONDS", help="Ask robots for this pause in robots.txt.")
@click.option("--faults", default="", metavar="F,...", help="What goes wrong: names of the list below.")
@click.option("--truth", type=FILE, metavar="FILE", help="Write the right answers there, as CSV.")
@click.option(
    "--port", type=WholeNumber("a port", most=65_535), default=8000, show_default=True, help="Where to listen, on loopback."
)
def serve(
    movies: int, seed: int, layout: LayoutName, crawl_delay: float | None, faults: str, truth: Path | None, port: int
) -> None:
    """Serve the practice site on loopback until Ctrl-C: invented movies, known answers, real markup.

    A fault strikes list, chart and title pages, as often as makes sense for it: `429:3` strikes each page three times,
    `reset:always` every time, `503@start=51` only where the address holds that text.
    """
    catalogue = Catalogue(movies, seed)
    asked = filter(None, faults.split(","))
    with PracticeSite(catalogue, layout, asked, port=port, crawl_delay_s=crawl_delay, for_teacher=True) as site:
        if truth:
            with published(truth) as file:
                file.write(catalogue.truth_csv(site.origin).encode())
        show(f"{site.origin}/ serves {movies:,} movies (layout {layout}, seed {seed}); Ctrl-C ends it")
        show(f"{site.origin}{TEACHER_PATH} shows a teacher the layouts, the requests, the answers and the faults")
        _wait_for_interrupt()
    say(f"closed; requests answered: {site.stats()['requests']}")


def _wait_for_interrupt() -> None:
    with contextlib.suppress(KeyboardInterrupt):
        while True:
            time.sleep(3600)  # a sleep, because on Windows Ctrl-C does not wake a thread that waits for an event
