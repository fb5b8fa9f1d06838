"""Time and peak memory against the number of movies: a run from a page store, and the table alone to a frame, CSV and Parquet.

    python tests/bench/scale.py [--movies 1000 10000 100000] [--most-s 120]

Each figure is that of a process of its own. The store holds list pages of 250 movies with JSON-LD. A size that would take over
`--most-s` seconds by the one before it is left out.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from process import Cost, measure

from moviescrape.movie import Movie
from moviescrape.pages.page import Page
from moviescrape.pages.store import PageStore

A_PAGE = 250
ORIGIN = "http://movies.localhost:8000"
STAGES = ("run", "frame", "csv", "parquet")


def movies(count: int) -> Iterator[Movie]:
    """Movies that differ, and cost nothing to make."""
    for number in range(count):
        stars = tuple(f"Ana Actor{(number + i) % 5000:04}" for i in range(4))
        url = f"{ORIGIN}/title/tt{number:07}/"
        yield Movie(f"The Film Nr {number}", number % 100 / 10, 1920 + number % 100, stars, 60 + number % 120, url)


def list_page(part: list[Movie]) -> bytes:
    """A list with its movies as JSON-LD."""
    items = [
        {
            "@type": "Movie",
            "name": movie.title,
            "url": movie.url,
            "aggregateRating": {"@type": "AggregateRating", "ratingValue": movie.rating, "bestRating": 10},
            "datePublished": f"{movie.year}-05-01",
            "duration": f"PT{movie.runtime}M",
            "actor": [{"@type": "Person", "name": name} for name in movie.actors],
        }
        for movie in part
    ]
    listed = {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": item} for item in items]}
    script = f'<script type="application/ld+json">{json.dumps(listed)}</script>'
    return f"<html><head><title>Films</title>{script}</head><body><h1>Films</h1></body></html>".encode()


def fill_store(path: Path, count: int) -> None:
    """A page store of `count` movies."""
    with PageStore.open(path) as store:
        each = movies(count)
        for number in range(0, count, A_PAGE):
            url = f"{ORIGIN}/list/{number}"
            body = list_page([next(each) for _ in range(min(A_PAGE, count - number))])
            store.put(Page(body, url, url, 200, {"content-type": "text/html; charset=utf-8"}))


def write(stage: str, count: int) -> None:
    """What a child process does: the table of `count` movies, in the frames that a run makes."""
    from moviescrape.export.formats import format_of
    from moviescrape.export.write import write_table
    from moviescrape.pipeline.flow import ROWS_AT_ONCE
    from moviescrape.table.build import frames, to_frame

    if stage == "frame":
        to_frame(list(movies(count)))
        return
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, f"movies.{stage}")
        write_table(frames(movies(count), rows=ROWS_AT_ONCE), out, format_of(out, None))


def command(stage: str, count: int, store: Path) -> list[str]:
    """The child process of a stage."""
    if stage == "run":
        out = store.with_name("movies.csv")
        return [sys.executable, "-m", "moviescrape", "run", str(store), "--out", str(out), "--quiet"]
    return [sys.executable, __file__, "--stage", stage, "--movies", str(count)]


def bench(counts: list[int], most_s: float) -> None:
    """Print a line for each stage and size."""
    print(f"{'':10}{'movies':>10}{'wall s':>10}{'CPU s':>10}{'peak MB':>10}")
    last: dict[str, Cost] = {}
    for before, count in zip([counts[0], *counts], counts, strict=False):
        with tempfile.TemporaryDirectory() as folder:
            store = Path(folder, "store.sqlite")
            fill_store(store, count)
            for stage in STAGES:
                if stage in last and last[stage].wall_s * count / before > most_s:
                    continue
                last[stage] = cost = measure(command(stage, count, store))
                print(f"{stage:10}{count:10,}{cost.wall_s:10.2f}{cost.cpu_s:10.2f}{cost.peak_mb:10.0f}", flush=True)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--movies", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    arguments.add_argument("--most-s", type=float, default=120)
    arguments.add_argument("--stage", choices=STAGES[1:], help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.stage:
        write(given.stage, given.movies[0])
    else:
        bench(given.movies, given.most_s)


if __name__ == "__main__":
    main()
