"""The machine-readable account of a run, for cron and dashboards: one JSON object."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from moviescrape._version import __version__
from moviescrape.errors import MoviescrapeError
from moviescrape.export.publish import published
from moviescrape.fetch.host_stats import HostStats
from moviescrape.pipeline.report import Report

ACCOUNT_VERSION = 1
"""Raised when a key goes or changes its meaning; new keys may come without."""


def write_account(file: Path, report: Report, exit_status: int, out: Path) -> None:
    """Write the account of a run that made, or should have made, the table `out`. Raise ExportError where that fails."""
    with published(file) as opened:
        opened.write(json.dumps(account_of(report, exit_status, out), indent=1, ensure_ascii=False).encode() + b"\n")


def account_of(report: Report, exit_status: int, out: Path) -> dict[str, Any]:
    """Return the account: numbers as they are, times in ISO 8601, what does not apply as null."""
    return {
        "version": ACCOUNT_VERSION,
        "moviescrape": __version__,
        "exit": exit_status,
        "out": str(out),
        "written": report.written,
        "complete": report.complete,
        "pages": report.pages,
        "lists": report.lists,
        "details": report.details,
        "found": report.found,
        "movies": report.movies,
        "updated": report.updated._asdict() if report.updated else None,
        "duplicates": report.duplicates,
        "outside_years": report.outside_years,
        "values_left_out": report.left_out,
        "filled": report.filled,
        "problems": _problems(report.problems),
        "shortfalls": [short._asdict() for short in report.shortfalls],
        "cut_lists": _problems(report.cut_lists),
        "notes": report.notes,
        "hosts": [_host(stats) for stats in report.hosts.values()],
    }


def _problems(problems: Iterable[MoviescrapeError]) -> list[dict[str, str]]:
    return [
        {"kind": type(problem).__name__, "where": problem.where, "what": problem.what, "remedy": problem.remedy_with_options}
        for problem in problems
    ]


def _host(stats: HostStats) -> dict[str, Any]:
    return {
        "host": stats.host,
        "requests": stats.requests,
        "from_store": stats.from_store,
        "oldest_stored_at": stats.oldest_stored_at.isoformat() if stats.oldest_stored_at else None,
        "not_modified": stats.not_modified,
        "retried": stats.retried,
        "refused": stats.refused,
        "failed": stats.failed,
        "received_bytes": stats.received_bytes,
        "smallest_gap_s": stats.smallest_gap_s,
        "median_gap_s": stats.median_gap_s,
    }
