"""What a person reads about a run, on stderr; nothing but the data is on stdout."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from moviescrape.cli.exit_codes import COMPLETE, INCOMPLETE, NOTHING_WRITTEN
from moviescrape.cli.terminal import complain, say, say_verdict
from moviescrape.cli.words import age, duration, percent, plural
from moviescrape.export.publish import STDOUT
from moviescrape.pipeline.report import Report
from moviescrape.pipeline.results import PageResult

MOST_LINES = 20
"""Of one sort; a run with thousands of failed pages says how many more there are."""


def exit_status(report: Report) -> int:
    """Return 0 for a complete table, 3 for an incomplete one, 4 where nothing was written."""
    if not report.written:
        return NOTHING_WRITTEN
    return COMPLETE if report.complete else INCOMPLETE


def say_problem(result: PageResult) -> None:
    """Print what is wrong with a page, if anything, as soon as it is known."""
    if result.problem:
        complain(result.problem)


def say_first_problems(report: Report, result: PageResult) -> None:
    """Print what is wrong with the first pages that fail; `say_missing` says how many more there were."""
    if len(report.problems) <= MOST_LINES:
        say_problem(result)


def say_missing(report: Report, *, verbose: bool = False) -> None:
    """Print what was not said page by page: more problems, lists that fell short, and why there is no table at all.

    `verbose`: all problems were said.
    """
    if len(report.problems) > MOST_LINES and not verbose:
        complain(f"{plural(len(report.problems) - MOST_LINES, 'more problem')}; --verbose names each")
    for problem in report.cut_lists:
        complain(problem)
    for line in first_lines(
        f"{shortfall}; it may load more by script, or its layout has changed" for shortfall in report.shortfalls
    ):
        complain(line)
    if not report.written and not report.problems:
        complain("no movie found, nothing written" if not report.found else "no movie is of the years asked for, nothing written")


def say_plan(urls: Sequence[str], pause_s: float, store: Path | None, *, offline: bool) -> None:
    """Print what is about to be asked of whom; how long a list is shows on its first page."""
    if not urls:
        return
    if offline:
        say(f"{plural(len(urls), 'page')} to begin with, from {store or 'an empty page store'} alone")
        return
    hosts = Counter(urlsplit(url).netloc for url in urls)
    host, busiest = hosts.most_common(1)[0]
    where = host if len(hosts) == 1 else plural(len(hosts), "site")
    pause = f", {pause_s:g} s or more between two requests to a site" if pause_s else ""
    least = f": at least {duration((busiest - 1) * pause_s)}" if busiest > 1 and pause_s else ""
    say(f"{where}: {plural(len(urls), 'page')} to begin with{pause}{least}")


def say_estimate(result: PageResult, movies: int, pause_s: float, crawl_delay_s: float) -> None:
    """Print how long a list is, once its first page tells, and what asking for the rest of it takes at least."""
    pages = math.ceil(movies / len(result.movies))
    pause_s = max(pause_s, crawl_delay_s)
    asked = f", Crawl-delay {crawl_delay_s:g} s" if crawl_delay_s else ""
    least = f": {duration((pages - 1) * pause_s)} or more" if pause_s else ""
    say(f"{urlsplit(result.where).netloc or result.where}: {plural(movies, 'movie')} on {plural(pages, 'page')}{asked}{least}")


def say_notes(report: Report) -> None:
    """Print what is worth knowing and no fault."""
    for line in first_lines(report.notes):
        say(f"note: {line}")
    if report.left_out:
        say(f"note: {plural(report.left_out, 'value')} left out as impossible or unreadable; --verbose names them")


def say_records(report: Report) -> None:
    """Print what the archives held, and what of it gave no movies and why; nothing where no archive was read."""
    held, index = report.records, report.index
    if index.rows:
        left_out = [
            f"{index.other_statuses:,} of other statuses" if index.other_statuses else "",
            f"{index.other_types:,} of other types" if index.other_types else "",
            _counted(index.duplicates, "duplicate"),
        ]
        reasons = ", ".join(filter(None, left_out))
        read = f"{plural(index.rows, 'row')} of these hosts in the index, {plural(index.records, 'record')} to read"
        say(f"note: {read}{f'; left out: {reasons}' if reasons else ''}")
    if not held.records:
        return
    left_out = [
        _counted(held.revisits, "revisit"),
        _counted(held.redirects, "redirect"),
        f"{held.other_types:,} of other types" if held.other_types else "",
        f"{plural(held.too_large, 'page')} too large" if held.too_large else "",
        f"{plural(report.without_movies, 'page')} without movies" if report.without_movies else "",
    ]
    reasons = ", ".join(filter(None, left_out))
    read = f"{plural(held.records, 'record')}, {plural(held.responses, 'response')}, {plural(held.html, 'HTML page')}"
    say(f"note: {read}, {plural(report.found, 'movie')}{f'; left out: {reasons}' if reasons else ''}")


def _counted(number: int, word: str) -> str:
    return plural(number, word) if number else ""


def say_stored(report: Report, now: datetime) -> None:
    """Print how old the pages are that came from the store."""
    if report.oldest_stored_at is None:
        return
    pages = sum(stats.from_store for stats in report.hosts.values())
    old = age((now - report.oldest_stored_at).total_seconds())
    which = "all pages" if report.all_stored else plural(pages, "page")
    say(f"note: {which} from the store, the oldest {old} old; --refresh asks the site again")


def say_run_verdict(report: Report, out: Path | str, columns: Sequence[str], elapsed_s: float | None = None) -> None:
    """Print the one line that sums a run up: how many movies are where, what is missing, how long it took.

    A table that is printed needs none, as long as it is complete.
    """
    if out == STDOUT and report.complete:
        return
    if not report.written:
        say_verdict(f"nothing written{'' if out == STDOUT else f' to {out}'}", good=False)
        return
    asides = [
        f"{report.updated.added:,} new, {report.updated.replaced:,} replaced" if report.updated else "",
        f"{plural(report.duplicates, 'duplicate')} left out" if report.duplicates else "",
        f"{report.outside_years:,} outside the years" if report.outside_years else "",
        duration(elapsed_s) if elapsed_s is not None else "",
    ]
    aside = f" ({', '.join(filter(None, asides))})" if any(asides) else ""
    state = "" if report.complete else ", INCOMPLETE"
    shares = {name: report.share_filled(name) for name in columns}
    gaps = f"   gaps: {gap_words(shares)}" if any(share < 1 for share in shares.values()) else ""
    say_verdict(f"{written_words(report.movies, out)}{state}{aside}{gaps}", good=report.complete and all(shares.values()))


def written_words(movies: int, out: Path | str) -> str:
    """Return how many movies were written where.

    >>> written_words(1, Path("best.csv")), written_words(3, Path("-"))
    ('1 movie in best.csv', '3 movies')
    """
    return plural(movies, "movie") + ("" if out == STDOUT else f" in {out}")


def gap_words(shares: dict[str, float]) -> str:
    """Return how many values are missing, by column; `shares` says how full each one is, 0 to 1.

    >>> gap_words({"title": 1.0, "rating": 0.0, "actors": 0.976, "runtime": 0.999})
    'no rating at all, actors 2 %, runtime under 1 %'
    """
    empty = [f"no {name} at all" for name, share in shares.items() if share == 0]
    return ", ".join(empty + [f"{name} {percent(1 - share)}" for name, share in shares.items() if 0 < share < 1])


def first_lines(lines: Iterable[str]) -> Iterator[str]:
    """Yield the first lines of many, and how many more there are."""
    number = 0
    for number, line in enumerate(lines, 1):
        if number <= MOST_LINES:
            yield line
    if number > MOST_LINES:
        yield f"... and {number - MOST_LINES:,} more"
