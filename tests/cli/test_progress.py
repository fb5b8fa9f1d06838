"""What a person sees of a run while it goes on."""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from moviescrape.cli.fetch_events import FetchEvents
from moviescrape.cli.progress import count_job, count_rows, lines_now_and_then, say_page, showing_progress
from moviescrape.cli.summary import MOST_LINES
from moviescrape.errors import NotFound
from moviescrape.movie import Movie
from moviescrape.pages.page import Page
from moviescrape.parse import PageKind, ParsedPage
from moviescrape.pipeline.job import Job
from moviescrape.pipeline.pagination import Limits
from moviescrape.pipeline.report import Report
from moviescrape.pipeline.results import PageResult

WHERE = "https://movies.example/list"
LIST = PageResult(WHERE, Page(b"x"), ParsedPage(PageKind.LIST, (Movie("Heat"),) * 50, declared_total=1_234))
FAILED = PageResult(WHERE, problem=NotFound("no such page", where=WHERE))


def test_a_line_now_and_then_not_one_a_page(capsys: pytest.CaptureFixture[str]) -> None:
    times = iter([0.0, 1.0, 4.9, 5.0, 5.0, 6.0, 20.0, 20.0])
    watch = lines_now_and_then(lambda: next(times))
    for pages in range(1, 6):
        watch(Report(pages=pages, found=50 * pages), LIST)
    assert capsys.readouterr().err.splitlines() == ["3 pages, 150 movies", "5 pages, 250 movies"]


def test_a_line_a_page_when_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    say_page(Report(found=1_050), LIST)
    say_page(Report(), FAILED)
    say_page(Report(found=1), LIST._replace(parsed=ParsedPage(PageKind.TITLE, (Movie("Heat"),), notes=("Heat: year left out",))))
    assert capsys.readouterr().err.splitlines() == [
        f"{WHERE}: 50 movies, 1,050 so far",
        f"moviescrape: {WHERE}: no such page",
        f"{WHERE}: 1 movie, 1 so far",
        f"{WHERE}: Heat: year left out",
    ]


def test_quiet_says_only_what_is_wrong_and_not_without_end(capsys: pytest.CaptureFixture[str]) -> None:
    report = Report()
    with showing_progress(count_rows(1), FetchEvents(), quiet=True, verbose=False) as watch:
        watch(report, LIST)
        for _ in range(100):
            report.add_page(FAILED, followed=True)
            watch(report, FAILED)
    assert len(capsys.readouterr().err.splitlines()) == MOST_LINES


def test_a_bar_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    with showing_progress(count_rows(10), FetchEvents(), quiet=False, verbose=False) as watch:
        watch(Report(pages=3, found=150), LIST)
        watch(Report(), FAILED)
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("limits", "total"),
    [(Limits(), 1_234), (Limits(max_pages=3), 150), (Limits(max_movies=120), 120), (Limits(max_pages=3, max_movies=120), 120)],
)
def test_one_list_is_measured_in_movies(limits: Limits, total: int) -> None:
    assert count_job(Job.of([WHERE], limits=limits))(Report(found=50), LIST) == (50, total)


def test_nobody_knows_how_long_a_list_is_that_doesnt_say() -> None:
    assert count_job(Job.of([WHERE]))(Report(found=7), FAILED) == (7, None)


def test_several_lists_are_measured_in_lists(tmp_path: Path) -> None:
    assert count_job(Job.of([WHERE, WHERE + "?2"]))(Report(lists=1, found=999), LIST) == (1, 2)


@pytest.mark.skipif(sys.platform == "win32", reason="no terminal to be had there")
def test_what_is_said_meanwhile_stands_above_the_bar(tmp_path: Path) -> None:
    import pty

    screen, terminal = pty.openpty()
    command = [sys.executable, "-m", "moviescrape", "run", "--out", str(tmp_path / "movies.csv")]
    with subprocess.Popen(command, stderr=terminal, env={**os.environ, "TERM": "xterm", "COLUMNS": "80"}):
        os.close(terminal)
        shown = _read_all(screen).replace("\x1b[2K", "").replace("\x1b[1A", "")
    assert "━" in shown
    assert "\rmovies.localhost:8000: 250 movies on 5 pages\r\n" in shown
    assert "\x1b[1;32m✓ \x1b[0m250 movies in " in shown.splitlines()[-1]


def _read_all(screen: int) -> str:
    """Read what is written to a terminal until nobody has it open any more."""
    parts = []
    with suppress(OSError):
        while part := os.read(screen, 2**16):
            parts.append(part)
    os.close(screen)
    return b"".join(parts).decode()
