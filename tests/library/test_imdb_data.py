"""IMDb's data files as a frame."""

from pathlib import Path

import pytest

import moviescrape
from moviescrape.errors import SourceError, UsageError
from support.imdb_tables import truth_of, write_imdb_files


def test_a_frame_of_the_titles(tmp_path: Path) -> None:
    write_imdb_files(tmp_path, 500)
    frame = moviescrape.imdb_data(tmp_path, years=(1950, None), columns=["title", "year", "actors"])
    wanted = [movie for movie in truth_of(500) if (movie.year or 0) >= 1950]
    assert frame["title"].tolist() == [movie.title for movie in wanted]
    assert list(frame.columns) == ["title", "year", "actors"]


def test_a_folder_without_titles(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"no title\.basics\.tsv\.gz .*; name the folder that they were downloaded to"):
        moviescrape.imdb_data(tmp_path)


def test_a_column_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no column is called 'stars'"):
        moviescrape.imdb_data(tmp_path, columns=["stars"])
