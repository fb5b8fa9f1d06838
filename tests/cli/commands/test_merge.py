"""`moviescrape merge`, from files to a file."""

from pathlib import Path

import pytest

from support.command_line import Moviescrape

IMDB = """title,rating,year,url
Heat,8.3,1995,https://www.imdb.com/title/tt0000001/
Alien,8.5,1979,https://www.imdb.com/title/tt0000002/
"""
FILMS = """title,rating,year,url
Heat,7.9,1995,https://films.example/heat
Alien,9.0,,https://films.example/alien
Stalker,8.1,1979,https://films.example/stalker
"""


@pytest.fixture
def tables(tmp_path: Path) -> tuple[Path, Path]:
    one, other = tmp_path / "a.csv", tmp_path / "b.csv"
    one.write_text(IMDB, encoding="utf-8")
    other.write_text(FILMS, encoding="utf-8")
    return one, other


def test_two_tables_by_their_sites(moviescrape: Moviescrape, tables: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "both.csv"
    result = moviescrape("merge", *tables, "--out", out, "--columns", "title,year,rating_imdb,rating_films,matched_by")
    assert result.exit_code == 0, result.stderr
    assert out.read_text(encoding="utf-8").splitlines() == [
        "title,year,rating_imdb,rating_films,matched_by",
        "Heat,1995,8.3,7.9,title and year",
        "Alien,1979,8.5,9.0,title alone",
        "Stalker,1979,,8.1,",
    ]
    assert result.stderr.splitlines() == [
        "doubtful: Alien (1979) and Alien: title alone, joined",
        f"3 movies in {out}: 2 matched, 0 only in imdb, 1 only in films; 1 doubtful",
    ]


@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".parquet", ".sqlite", ".xlsx"])
def test_any_format(moviescrape: Moviescrape, tables: tuple[Path, Path], tmp_path: Path, suffix: str) -> None:
    assert moviescrape("merge", *tables, "--out", tmp_path / f"both{suffix}").exit_code == 0


def test_tables_of_one_site_are_called_by_their_files(moviescrape: Moviescrape, tables: tuple[Path, Path]) -> None:
    result = moviescrape("merge", tables[0], tables[0], "--out", "-", "--columns", "title,rating_a,rating_a_2,matched_by")
    assert result.stdout.splitlines()[1] == "Heat,8.3,8.3,url"


def test_one_table_and_a_column_that_is_not_there(moviescrape: Moviescrape, tables: tuple[Path, Path]) -> None:
    one = moviescrape("merge", tables[0], "--out", "-")
    assert (one.exit_code, one.stdout) == (2, "")
    assert "name two or more" in one.stderr
    absent = moviescrape("merge", *tables, "--out", "-", "--columns", "rating")
    assert (absent.exit_code, absent.stdout) == (2, "")
    assert "its columns are title, year, matched_by, title_imdb" in absent.stderr
