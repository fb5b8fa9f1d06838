"""A polite crawl of many hosts to a CSV, as processes: moviescrape against Scrapy with the same politeness, and the limit.

    python tests/bench/many_hosts.py [--hosts 1 20 100 500] [--pages 10] [--delay 1] [--rounds 1] [--without-scrapy]

Each host is an address of loopback's network (127.1.0.1, 127.1.0.2, ...) with one list of `--pages` pages of ten movies. One
request at a time to a host, `--delay` seconds between two, robots.txt asked for: the limit is the time in which one host can be
asked for its robots.txt and its pages. Both must bring the same movies.
"""

import argparse
import asyncio
import contextlib
import csv
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import uvicorn
from crawl import wait_for
from process import Cost, compile_package, measure, middle

HERE = Path(__file__).parent
PORT = 8766
A_PAGE = 10


def host(number: int) -> str:
    """The address of a host, with its port."""
    return f"127.1.{number // 250}.{number % 250 + 1}:{PORT}"


def name_of(number: int) -> str:
    """A title of two words."""
    first = ("Silent", "Northern", "Second", "Golden", "Distant", "Broken", "Early", "Hidden", "Last", "Paper")
    then = ("River", "Summer", "Letter", "Garden", "Harbour", "Winter", "Mirror", "Station", "Island", "Morning")
    return f"{first[number % 10]} {then[number // 10 % 10]}"


def movie_of(name: str, number: int) -> dict[str, Any]:
    """A movie as JSON-LD."""
    return {
        "@type": "Movie",
        "name": name_of(number),
        "url": f"http://{name}/film/{number}",
        "datePublished": str(1950 + number % 70),
        "duration": f"PT{80 + number % 60}M",
        "aggregateRating": {"@type": "AggregateRating", "ratingValue": 5 + number % 50 / 10, "bestRating": 10, "ratingCount": 9},
        "actor": [{"@type": "Person", "name": f"Actor {number % 7}"}, {"@type": "Person", "name": f"Actress {number % 5}"}],
    }


def page_of(name: str, number: int, pages: int) -> bytes:
    """A page of a host's list: JSON-LD for the values, links for people, and the link to the next page."""
    movies = [movie_of(name, n) for n in range(A_PAGE * (number - 1) + 1, A_PAGE * number + 1)]
    items = [{"@type": "ListItem", "position": place, "item": movie} for place, movie in enumerate(movies, 1)]
    data = json.dumps({"@context": "https://schema.org", "@type": "ItemList", "itemListElement": items})
    links = "".join(f'<li><a href="{movie["url"]}">{movie["name"]}</a> ({movie["datePublished"]})</li>' for movie in movies)
    following = f'<a rel="next" href="/films?page={number + 1}">next</a>' if number < pages else ""
    head = f'<meta charset="utf-8"><title>Films</title><script type="application/ld+json">{data}</script>'
    return f"<!DOCTYPE html><html><head>{head}</head><body><ol>{links}</ol>{following}</body></html>".encode()


class ManyHosts:
    """An ASGI application (asgi.readthedocs.io) that answers as the host that is asked."""

    def __init__(self, pages: int) -> None:
        self.pages = pages

    async def __call__(self, scope: dict[str, Any], _receive: object, send: Any) -> None:
        """One request; 404 for robots.txt: nothing is forbidden."""
        name = dict(scope["headers"])[b"host"].decode()
        number = int(parse_qs(scope["query_string"].decode()).get("page", ["1"])[0])
        body = page_of(name, number, self.pages) if scope["path"] == "/films" else b""
        headers = [(b"content-type", b"text/html; charset=utf-8"), (b"content-length", str(len(body)).encode())]
        await send({"type": "http.response.start", "status": 200 if body else 404, "headers": headers})
        await send({"type": "http.response.body", "body": body})


@contextmanager
def serving(pages: int) -> Iterator[None]:
    """All hosts, in a process of their own."""
    command = [sys.executable, __file__, "--serve", "--pages", str(pages)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(f"http://{host(0)}/robots.txt")
        yield
    finally:
        process.terminate()
        process.wait()


def serve(pages: int) -> None:
    config = uvicorn.Config(
        ManyHosts(pages), host="0.0.0.0", port=PORT, lifespan="off", access_log=False, log_level="error", backlog=4096
    )
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(uvicorn.Server(config).serve())


def run_ours(urls: Path, out: Path, delay_s: float) -> list[str]:
    """The command line of our crawl."""
    return [sys.executable, "-m", "moviescrape", "run", str(urls), "--out", str(out), "--quiet", "--delay", str(delay_s)]


def run_scrapy(urls: Path, out: Path, delay_s: float) -> list[str]:
    """The command line of Scrapy's."""
    spider = ["-a", f"urls={urls}", "-s", f"DOWNLOAD_DELAY={delay_s}", "-O", str(out)]
    return [sys.executable, "-m", "scrapy", "runspider", str(HERE / "scrapy_many_hosts.py"), *spider]


def count_movies(out: Path) -> int:
    """How many movies a crawl wrote."""
    with out.open(encoding="utf-8", newline="") as file:
        return len({row["url"] for row in csv.DictReader(file)})


def bench(hosts: int, pages: int, delay_s: float, rounds: int, *, scrapy: bool) -> None:
    """Both crawls in turn."""
    costs: dict[str, list[Cost]] = {"moviescrape": [], **({"scrapy": []} if scrapy else {})}
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            urls, ours, theirs = (Path(folder, name) for name in ("urls.txt", "ours.csv", "theirs.csv"))
            urls.write_text("".join(f"http://{host(number)}/films\n" for number in range(hosts)))
            costs["moviescrape"].append(measure(run_ours(urls, ours, delay_s)))
            if scrapy:
                costs["scrapy"].append(measure(run_scrapy(urls, theirs, delay_s)))
            expected = hosts * pages * A_PAGE
            for out in (ours, theirs) if scrapy else (ours,):
                if count_movies(out) != expected:
                    raise SystemExit(f"{out.name}: {count_movies(out)} movies of {expected}")
    limit_s = pages * delay_s
    print(f"\n{hosts} hosts, {hosts * pages:,} pages, limit {limit_s:g} s")
    print(f"{'':14}{'wall s':>10}{'of limit':>10}{'CPU s':>10}{'peak MB':>10}")
    for name, each in costs.items():
        cost = middle(each)
        print(f"{name:14}{cost.wall_s:10.2f}{limit_s / cost.wall_s:10.2f}{cost.cpu_s:10.2f}{cost.peak_mb:10.0f}")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--hosts", type=int, nargs="+", default=[1, 20, 100, 500])
    arguments.add_argument("--pages", type=int, default=10)
    arguments.add_argument("--delay", type=float, default=1.0)
    arguments.add_argument("--rounds", type=int, default=1)
    arguments.add_argument("--without-scrapy", action="store_true")
    arguments.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.serve:
        serve(given.pages)
        return
    compile_package()
    with serving(given.pages):
        for hosts in given.hosts:
            bench(hosts, given.pages, given.delay, given.rounds, scrapy=not given.without_scrapy)


if __name__ == "__main__":
    main()
