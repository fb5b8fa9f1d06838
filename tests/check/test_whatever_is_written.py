"""Whatever a submission writes into its files, there is a verdict, and never full points for rubbish."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from moviescrape.check.csv_file import read_csv_file
from moviescrape.check.days.day6_programs import check_more_pages, check_save_csv
from moviescrape.check.days.day8_top import check_top
from moviescrape.check.days.day9_plots import check_plot
from moviescrape.check.days.day10_details import check_details
from moviescrape.check.sandbox.runner import Runner, SandboxOutcome, SandboxTask
from moviescrape.check.score import SIX_COLUMNS, Verdict
from moviescrape.check.submission import Submission

NOTHING = Submission(Path("submission.py"), b"")
HEADER = ",".join((*SIX_COLUMNS, "languages")).encode()
CELLS = st.sampled_from(
    ["", "1990", "8.5", "nan", "inf", "1e999", "-1", "A;B", "x" * 200_000, '"', "\x00", "\n", "http://x/title/tt1/", "é"]
)
LINES = st.lists(st.lists(CELLS, max_size=9).map(",".join), max_size=6).map("\n".join)
CONTENT = st.one_of(st.binary(max_size=200), LINES.map(str.encode), LINES.map(lambda lines: HEADER + b"\n" + lines.encode()))


def _writing(content: bytes, folder: Path) -> Runner:
    @contextmanager
    def run(job: SandboxTask, timeout_s: float) -> Iterator[SandboxOutcome]:
        for program_run in job.runs:
            (folder / program_run.arguments[-1]).write_bytes(content)
        yield SandboxOutcome(folder, "whole", [], "", 0)

    return run


@pytest.mark.parametrize("check", [check_save_csv, check_more_pages, check_top, check_details])
@settings(deadline=None, max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=CONTENT)
def test_any_csv_gets_a_verdict(check: object, content: bytes, tmp_path: Path) -> None:
    verdict = check(NOTHING, 5, 1.0, _writing(content, tmp_path))  # type: ignore[operator]
    assert isinstance(verdict, Verdict)
    assert 0 <= verdict.score < verdict.max_score


@settings(deadline=None, max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.one_of(st.binary(max_size=40), st.binary(max_size=40).map(lambda tail: b"\x89PNG\r\n\x1a\n" + tail)))
def test_any_image_gets_a_verdict(content: bytes, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    assert check_plot(9, NOTHING, 5, 1.0, _writing(content, tmp_path)).score <= 2


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("title,rating,year,actors,runtime,url\n", []),
        ("\ufefftitle,rating,year,actors,runtime,url\n", []),
        ("title,rating,year,actors,runtime,url\r\nA,1,2,,,\r\n", []),
        ("A,1,2,,,\n", ["no_header"]),
        ("", ["no_header"]),
        (",title,rating,year,actors,runtime,url\n0,A,1,2,,,\n", ["index_column"]),
        ("title;rating;year;actors;runtime;url\n", ["delimiter"]),
        ("url,title,rating,year,actors,runtime\n", ["column_order"]),
        ("title,rating,year,actors,runtime,url,rank\n", ["extra_column"]),
        ("title,rating,year,actors,runtime,url\n\nA,1,2,,,\n\nB,1,2,,,\n", ["blank_lines"]),
        ("title,rating,year,actors,runtime,url\n" + "x" * (2**24 + 1) + ",1,2,,,\n", ["broken"]),
    ],
)
def test_what_is_wrong_with_a_file_is_said(text: str, kinds: list[str], tmp_path: Path) -> None:
    (tmp_path / "movies.csv").write_text(text, encoding="utf-8", newline="")
    file = read_csv_file(tmp_path / "movies.csv", SIX_COLUMNS)
    assert [mistake.kind for mistake in file.mistakes] == kinds


def test_a_short_line_has_all_columns(tmp_path: Path) -> None:
    (tmp_path / "movies.csv").write_text("title,rating,year,actors,runtime,url\nA,8.5\n", encoding="utf-8")
    (row,) = read_csv_file(tmp_path / "movies.csv", SIX_COLUMNS).rows
    assert row == {"title": "A", "rating": 8.5, "year": None, "actors": None, "runtime": None, "url": None}
