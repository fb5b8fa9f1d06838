"""`moviescrape dataset` as it is typed."""

from pathlib import Path

import pytest

from support.command_line import moviescrape


@pytest.fixture
def movies(tmp_path: Path) -> Path:
    """Return a table of 40 films."""
    path = tmp_path / "movies.csv"
    rows = [f"Film {number},{1950 + number},{5 + number % 4},https://www.wikidata.org/wiki/Q{number}" for number in range(40)]
    path.write_text("\n".join(["title,year,rating,url", *rows]) + "\n", encoding="utf-8")
    return path


def test_a_data_set_is_made_and_said(movies: Path, tmp_path: Path) -> None:
    result = moviescrape("dataset", movies, "--out", tmp_path / "set", "--task", "rating")
    assert result.exit_code == 0
    assert result.stderr.splitlines()[-1].startswith(f"40 movies in {tmp_path / 'set'}: ")
    assert "a guess: the mean: mean absolute error" in result.stderr
    assert sorted(path.name for path in (tmp_path / "set").iterdir()) == [
        *(
            "README.md",
            "SHA256SUMS",
            "croissant.json",
            "rating-test.parquet",
            "rating-train.parquet",
            "rating-validation.parquet",
        ),
        *("schema.json", "test.parquet", "train.parquet", "validation.parquet"),
    ]


@pytest.mark.parametrize(
    ("options", "status", "said"),
    [
        (("--shares", "80,20"), 2, "the shares 80,20 are not three that make 100; write 80,10,10"),
        (("--shares", "most"), 2, "is not three whole numbers; write 80,10,10"),
        (("--task", "mood"), 2, "'mood' is not one of 'genre', 'rating', 'year'"),
        (("--task", "genre"), 4, "the table has no genres"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_made(
    movies: Path, tmp_path: Path, options: tuple[str, ...], status: int, said: str
) -> None:
    result = moviescrape("dataset", movies, "--out", tmp_path / "set", *options)
    assert (result.exit_code, len(result.stderr.splitlines())) == (status, 1)
    assert said in result.stderr
    assert not (tmp_path / "set").exists()


def test_the_title_is_that_of_the_file_or_the_one_given(movies: Path, tmp_path: Path) -> None:
    moviescrape("dataset", movies, "--out", tmp_path / "one")
    moviescrape("dataset", movies, "--out", tmp_path / "two", "--title", "Old films")
    assert "# movies\n" in (tmp_path / "one" / "README.md").read_text(encoding="utf-8")
    assert "# Old films\n" in (tmp_path / "two" / "README.md").read_text(encoding="utf-8")
