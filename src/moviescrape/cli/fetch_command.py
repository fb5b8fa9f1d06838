"""A command that fetches: the plan before, the progress meanwhile, the verdict after, and a tidy end on Ctrl-C."""

import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from moviescrape.cli.exit_codes import NOTHING_WRITTEN, WRONG_USAGE
from moviescrape.cli.fetch_events import watching_fetches
from moviescrape.cli.host_lines import host_line
from moviescrape.cli.options import FetchOptions
from moviescrape.cli.practice_site import practice_site_for
from moviescrape.cli.progress import ProgressCount, showing_progress, with_estimate
from moviescrape.cli.signals import exit_code_of
from moviescrape.cli.summary import exit_status, say_missing, say_notes, say_plan, say_run_verdict, say_stored
from moviescrape.cli.terminal import complain, say
from moviescrape.errors import MoviescrapeError, UsageError
from moviescrape.fetch.guards import is_loopback
from moviescrape.fetch.session import Fetching, check_contact
from moviescrape.pages.store_file import check_file
from moviescrape.pipeline.flow import OnPage
from moviescrape.pipeline.job import Target, check_apart, store_for
from moviescrape.pipeline.report import Report
from moviescrape.pipeline.run_account import write_account
from moviescrape.settings import Settings

RunWith = Callable[[Fetching, OnPage], Report]
"""Does what a command is for with what it fetches with, and calls the second after each page."""


def fetch_into(
    target: Target,
    run: RunWith,
    urls: Sequence[str],
    options: FetchOptions,
    count: ProgressCount,
    *,
    read: Sequence[Path] = (),
    practice: bool = False,
    account: Path | None = None,
) -> int:
    """Call `run`, which begins with `urls` and reads the files `read`, and say how it goes; return the exit status.

    `practice`: on the built-in practice site and no other. `account` is the file for the machine-readable account of the run.
    """
    try:
        report, status = _fetch_into(target, run, urls, options, count, read=read, practice=practice, account=account)
    except MoviescrapeError as problem:
        if account:
            status = WRONG_USAGE if isinstance(problem, UsageError) else NOTHING_WRITTEN
            write_account(account, Report(problems=[problem]), status, target.out)
        raise
    if account:
        write_account(account, report, status, target.out)
    return status


def _fetch_into(
    target: Target,
    run: RunWith,
    urls: Sequence[str],
    options: FetchOptions,
    count: ProgressCount,
    *,
    read: Sequence[Path],
    practice: bool,
    account: Path | None,
) -> tuple[Report, int]:
    """Call `run`; return its report and the exit status."""
    started, settings, store = time.monotonic(), options.settings(), options.store or store_for(target, *read)
    pause_s = least_pause_s(urls, settings)
    _check_files(target, store, read, options.log, account)
    check_contact(urls, settings)
    with practice_site_for(urls, always=practice, quiet=options.quiet) as aliases:
        if not options.quiet:
            say_plan(urls, pause_s, store, offline=settings.offline)
        try:
            with (
                watching_fetches() as events,
                showing_progress(count, events, quiet=options.quiet, verbose=options.verbose) as watch,
            ):
                if len(urls) == 1 and not options.quiet:
                    watch = with_estimate(watch, count, pause_s, events)
                report = run(Fetching(settings, store, aliases, options.log), watch)
        except KeyboardInterrupt as interrupt:
            how = f"the same command goes on from the pages kept in {store}" if store else "with --store it could go on next time"
            complain(f"interrupted, nothing written; {how}")
            return Report(), exit_code_of(interrupt)
    say_missing(report, verbose=options.verbose)
    if report.all_stored or not options.quiet:
        say_stored(report, datetime.now(UTC))
    if not options.quiet:
        _say_details(report, store, verbose=options.verbose)
        say_run_verdict(report, target.out, target.columns, time.monotonic() - started)
    return report, exit_status(report)


def least_pause_s(urls: Sequence[str], settings: Settings) -> float:
    """Return the least pause between two requests to a site; on this machine only what the user asks for counts."""
    public = any(not is_loopback(urlsplit(url).hostname or "") for url in urls)
    return max(settings.floor_s if public else 0, settings.delay_s)


def _say_details(report: Report, store: Path | None, *, verbose: bool) -> None:
    for stats in report.hosts.values() if verbose else ():
        say(host_line(stats))
    say_notes(report)
    if store and report.hosts and store.exists():
        say(f"the pages are kept in {store}: run again, and only what is missing is fetched")


def _check_files(target: Target, store: Path | None, read: Sequence[Path], *written: Path | None) -> None:
    """Raise UsageError or StoreError, before anything is asked for, where two files are one or the store is none of ours."""
    check_apart(target, store, *written)
    if store is None:
        return
    if store.resolve() in {path.resolve() for path in (*read, *filter(None, written))}:
        raise UsageError("can't keep the pages there, it is used already", where=str(store), remedy="give another --store")
    check_file(store)
