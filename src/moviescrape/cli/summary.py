"""What a person reads about a run, on stderr; nothing but the data is on stdout."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from moviescrape.cli.exit_codes import COMPLETE, INCOMPLETE, NOTHING_WRITTEN
from moviescrape.cli.terminal import complain, say
from moviescrape.cli.words import age, duration, plural
from moviescrape.fetch.guards import is_loopback
from moviescrape.fetch.host_stats import HostStats
from moviescrape.pipeline.job import Target
from moviescrape.pipeline.report import Report
from moviescrape.pipeline.results import PageResult
from moviescrape.settings import Settings

MOST_LINES = 20
"""Of one sort; a run with thousands of failed pages says how many more there are."""


def exit_status(report: Report) -> int:
    """0 complete, 3 written but incomplete, 4 nothing written."""
    if not report.written:
        return NOTHING_WRITTEN
    return COMPLETE if report.complete else INCOMPLETE


def say_problem(visit: PageResult) -> None:
    """Print what is wrong with a page, if anything, as soon as it is known."""
    if visit.problem:
        complain(str(visit.problem))


def say_first_problems(report: Report, visit: PageResult) -> None:
    """The same for the first ones only; `say_missing` says how many more there were."""
    if len(report.problems) <= MOST_LINES:
        say_problem(visit)


def say_missing(report: Report) -> None:
    """Print what was not said page by page: more problems, lists that fell short, and why there is no table at all."""
    if len(report.problems) > MOST_LINES:
        complain(f"{plural(len(report.problems) - MOST_LINES, 'more problem')}; --verbose names each")
    for problem in report.cut_lists:
        complain(str(problem))
    for line in _first(f"{shortfall}; it may load more by script, or its layout has changed" for shortfall in report.shortfalls):
        complain(line)
    if not report.written and not report.problems:
        complain("no movie found, nothing written" if not report.found else "no movie is of the years asked for, nothing written")


def say_plan(urls: Sequence[str], settings: Settings, store: Path | None) -> None:
    """What is about to be asked of whom; a list's length is known when its first page is there."""
    if not urls:
        return
    if settings.offline:
        say(f"plan: {plural(len(urls), 'page')} to begin with, from {store or 'an empty page store'} alone")
        return
    busiest = Counter(urlsplit(url).netloc for url in urls).most_common(1)[0][1]
    pause_s = least_pause_s(urls, settings)
    least = f", at least {duration((busiest - 1) * pause_s)}" if busiest > 1 and pause_s else ""
    pause = f"{pause_s:g} s or more" if pause_s else "no pause, but for what the site asks for,"
    say(f"plan: {plural(len(urls), 'page')} to begin with; {pause} between two requests to a site{least}")


def least_pause_s(urls: Sequence[str], settings: Settings) -> float:
    """Between two requests to a site; on this machine only what the user asks for counts."""
    public = any(not is_loopback(urlsplit(url).hostname or "") for url in urls)
    return max(settings.floor_s if public else 0, settings.delay_s)


def say_estimate(visit: PageResult, movies: int, pause_s: float) -> None:
    """How long a list is, once its first page tells, and what asking for the rest of it takes at least."""
    pages = math.ceil(movies / len(visit.movies))
    least = f", {duration((pages - 1) * pause_s)} or more" if pause_s else ""
    say(f"plan: {plural(movies, 'movie')} on {plural(pages, 'page')}{least}")


def say_summary(report: Report, target: Target, store: Path | None, elapsed_s: float) -> None:
    """What was done, in a few lines."""
    for stats in report.hosts.values():
        say(stats_line(stats))
    say_notes(report)
    if report.left_out:
        say(f"note: {plural(report.left_out, 'value')} left out as impossible or unreadable; --verbose names them")
    if report.written:
        say("filled: " + ", ".join(f"{name} {report.share_filled(name):.0%}" for name in target.columns))
        dropped = f", {plural(report.duplicates, 'duplicate')} dropped" if report.duplicates else ""
        outside = f", {report.outside_years:,} outside the years" if report.outside_years else ""
        state = _state(report, target)
        say(f"{target.out}: {plural(report.movies, 'movie')}{dropped}{outside}; {state}, in {duration(elapsed_s)}")
    else:
        say(f"{target.out}: nothing written")
    if store and report.hosts and store.exists():
        say(f"the pages are kept in {store}")


def _state(report: Report, target: Target) -> str:
    """Return whether the table is complete, and what no page had: an empty column is not called so."""
    if not report.complete:
        return "INCOMPLETE"
    empty = report.empty_columns(target.columns)
    return f"complete but for {' and '.join(empty)}, which no page shows" if empty else "complete"


def say_stored(report: Report, now: datetime) -> None:
    """Print how old the pages are that came from the store."""
    if report.oldest_stored_at is None:
        return
    pages = sum(stats.from_store for stats in report.hosts.values())
    old = age((now - report.oldest_stored_at).total_seconds())
    which = "all pages" if report.all_stored else plural(pages, "page")
    say(f"note: {which} from the store, the oldest {old} old; --refresh asks the site again")


def say_notes(report: Report) -> None:
    """Print what is worth knowing and is no problem: that a saved page is only a part of its list."""
    for line in _first(report.notes):
        say(f"note: {line}")


def stats_line(stats: HostStats) -> str:
    """What was asked of one host, and how politely.

    >>> stats_line(HostStats("movies.example", requests=3, from_store=2))
    'movies.example: 3 requests, 2 pages from the store'
    """
    counts = [
        plural(stats.requests, "request"),
        f"{plural(stats.from_store, 'page')} from the store" if stats.from_store else "",
        f"{stats.not_modified:,} not modified" if stats.not_modified else "",
        f"{stats.retried:,} retried" if stats.retried else "",
        f"{stats.refused:,} refused" if stats.refused else "",
        f"gaps of {stats.smallest_gap_s:.2f} s and more" if stats.smallest_gap_s is not None else "",
        f"median {stats.median_gap_s:.2f} s" if stats.median_gap_s is not None else "",
        f"{stats.received_bytes / 1e6:.1f} MB" if stats.received_bytes else "",
    ]
    return f"{stats.host}: {', '.join(count for count in counts if count)}"


def _first(lines: Iterable[str]) -> Iterator[str]:
    number = 0
    for number, line in enumerate(lines, 1):
        if number <= MOST_LINES:
            yield line
    if number > MOST_LINES:
        yield f"... and {number - MOST_LINES:,} more"
