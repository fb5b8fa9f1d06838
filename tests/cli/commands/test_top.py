"""`moviescrape top`, from a file to a file."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from moviescrape.cli.app import app
from moviescrape.table.table_file import read_table

TABLE = """title,rating,year,actors,runtime,url
old,7.0,1994,A;B,100,u/1
best,9.0,1995,,,u/2
next,8.0,1995,,,u/3
tie,8.0,1995,,,u/4
unrated,,1995,,,u/5
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "movies.csv"
    path.write_text(TABLE)
    return path


def top(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["top", *map(str, arguments)])


def test_years_up_ratings_down_ties_in_order(table: Path) -> None:
    result = top(table, "-n", 2, "--out", "-")
    assert result.exit_code == 0
    assert result.stdout == TABLE[: TABLE.index("tie")]
    assert result.stderr == "3 movies (1 of 5 left out: no year or no rating)\n"


@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".parquet", ".sqlite", ".xlsx"])
def test_any_format_by_its_suffix(table: Path, suffix: str) -> None:
    out = table.with_name(f"top{suffix}")
    assert top(table, "-n", 1, "--out", out, "--columns", "year,title").exit_code == 0
    assert read_table(out).to_dict("list") == {"year": [1994, 1995], "title": ["old", "best"]}


def test_a_table_may_be_replaced_by_its_top(table: Path) -> None:
    assert top(table, "-n", 1, "--out", table).exit_code == 0
    assert len(read_table(table)) == 2


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["none.csv", "--out", "top.csv"], 4, "none.csv: no such file"),
        (["movies.csv", "--out", "top.doc"], 2, "there are .csv"),
        (["movies.csv", "-n", "0", "--out", "top.csv"], 2, "give a number of movies from 1"),
        (["movies.csv", "--out", "top.csv", "--columns", "budget"], 2, "no column is called 'budget'"),
        (["movies.csv", "--out", "top.csv", "--columns", "votes"], 2, "the table has no column 'votes'"),
        (["movies.csv", "--out", "none/top.csv"], 4, "there is no folder"),
    ],
)
def test_bad_input_gets_one_line(
    table: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], status: int, message: str
) -> None:
    monkeypatch.chdir(table.parent)
    result = top(*arguments)
    assert (result.exit_code, result.stderr.count("\n")) == (status, 1)
    assert message in result.stderr
    assert [path.name for path in table.parent.iterdir()] == ["movies.csv"]
