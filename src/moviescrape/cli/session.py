"""A command that fetches: the plan before, the progress meanwhile, the account after, and a tidy end on Ctrl-C."""

import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from moviescrape.cli.exit_codes import NOTHING_WRITTEN, WRONG_USAGE
from moviescrape.cli.options import FetchOptions
from moviescrape.cli.practice_site import practice_site_for
from moviescrape.cli.progress import Measure, showing_progress, with_estimate
from moviescrape.cli.signals import exit_code_of
from moviescrape.cli.summary import exit_status, least_pause_s, say_missing, say_plan, say_stored, say_summary
from moviescrape.cli.terminal import complain
from moviescrape.errors import MoviescrapeError, UsageError
from moviescrape.fetch.session import Fetching, check_contact
from moviescrape.pages.store_file import check_file
from moviescrape.pipeline.flow import OnPage
from moviescrape.pipeline.job import Target, check_apart, store_for
from moviescrape.pipeline.report import Report
from moviescrape.pipeline.run_account import write_account

Work = Callable[[Fetching, OnPage], Report]


def fetch_into(
    target: Target,
    work: Work,
    urls: Sequence[str],
    options: FetchOptions,
    measure: Measure,
    *,
    read: Sequence[Path] = (),
    practice: bool = False,
    account: Path | None = None,
) -> int:
    """Do the `work` that begins with `urls` and reads the files `read`; return the exit status.

    `practice`: on the built-in practice site and no other. `account` is the file for the machine-readable account of the run.
    """
    try:
        report, status = _fetch_into(target, work, urls, options, measure, read=read, practice=practice, account=account)
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
    work: Work,
    urls: Sequence[str],
    options: FetchOptions,
    measure: Measure,
    *,
    read: Sequence[Path],
    practice: bool,
    account: Path | None,
) -> tuple[Report, int]:
    """Do the work; return its report and the exit status."""
    started, settings, store = time.monotonic(), options.settings(), options.store or store_for(target, *read)
    _check_files(target, store, read, options.log, account)
    check_contact(urls, settings)
    with practice_site_for(urls, always=practice, quiet=options.quiet) as aliases:
        if not options.quiet:
            say_plan(urls, settings, store)
        try:
            with showing_progress(measure, quiet=options.quiet, verbose=options.verbose) as watch:
                if len(urls) == 1 and not options.quiet:
                    watch = with_estimate(watch, measure, least_pause_s(urls, settings))
                report = work(Fetching(settings, store, aliases, options.log), watch)
        except KeyboardInterrupt as interrupt:
            how = f"the same command goes on from the pages kept in {store}" if store else "with --store it could go on next time"
            complain(f"interrupted, nothing written; {how}")
            return Report(), exit_code_of(interrupt)
    say_missing(report)
    if not options.quiet:
        say_summary(report, target, store, time.monotonic() - started)
    if report.all_stored or not options.quiet:
        say_stored(report, datetime.now(UTC))
    return report, exit_status(report)


def _check_files(target: Target, store: Path | None, read: Sequence[Path], *written: Path | None) -> None:
    """UsageError or StoreError, before anything is asked for, where two files are one or the store is none of ours."""
    check_apart(target, store, *written)
    if store is None:
        return
    if store.resolve() in {path.resolve() for path in (*read, *filter(None, written))}:
        raise UsageError("can't keep the pages there, it is used already", where=str(store), remedy="give another --store")
    check_file(store)
