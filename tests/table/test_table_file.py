"""Tables come back from files, also when a person or a spreadsheet had them in hand."""

import json
import os
from pathlib import Path

import pandas as pd
import pytest

from moviescrape.errors import SourceError
from moviescrape.movie import Movie
from moviescrape.table.build import to_frame
from moviescrape.table.table_file import read_table

HEADER = "title,rating,year,actors,runtime,url"


def written(folder: Path, text: str | bytes, name: str = "movies.csv") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_csv_of_ours(tmp_path: Path) -> None:
    frame = read_table(written(tmp_path, f'{HEADER}\n"Me, Myself",8.0,2000,A;B,116,u/1\nM,,,,,\n'))
    assert [str(dtype) for dtype in frame.dtypes] == ["string", "Float64", "Int64", "string", "Int64", "string"]
    assert frame.iloc[0].tolist() == ["Me, Myself", 8.0, 2000, "A;B", 116, "u/1"]
    assert frame.iloc[1].isna().tolist() == [False, True, True, True, True, True]


def test_a_csv_that_a_spreadsheet_saved(tmp_path: Path) -> None:
    text = '\ufefftitle; rating ;year;actors\r\nHeat;8,3;1995.0;"Al Pacino;Robert De Niro"\r\n;;;\r\n'
    frame = read_table(written(tmp_path, text))
    assert frame.iloc[0].tolist() == ["Heat", 8.3, 1995, "Al Pacino;Robert De Niro"]
    assert len(frame) == 1


def test_columns_that_are_not_ours_are_kept_as_text(tmp_path: Path) -> None:
    frame = read_table(written(tmp_path, "title,note\nHeat,7\n"))
    assert frame.iloc[0].tolist() == ["Heat", "7"]


def test_a_jsonl_of_ours(tmp_path: Path) -> None:
    text = '{"title":"Heat","year":1995,"actors":["Al Pacino","Davis; Jr."]}\n\n{"title":"M","year":null,"actors":[]}\n'
    frame = read_table(written(tmp_path, text, "movies.jsonl"))
    assert frame["actors"].tolist()[0] == "Al Pacino;Davis, Jr."
    assert frame.iloc[1].isna().tolist() == [False, True, True]


def test_jsonl_lines_may_have_different_keys(tmp_path: Path) -> None:
    frame = read_table(written(tmp_path, '{"title":"Heat"}\n{"year":1931,"title":"M"}\n', "movies.jsonl"))
    assert list(frame.columns) == ["title", "year"]
    assert frame["year"].isna().tolist() == [True, False]


@pytest.mark.parametrize("name", ["movies.csv", "movies.jsonl"])
def test_a_long_table_is_read_in_batches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr("moviescrape.table.table_file.ROWS", 2)
    rows = [("a", 1), ("b", None), ("c", None), ("d", None), ("e", 5)]
    csv = "title,year\n" + "".join(f"{title},{year or ''}\n" for title, year in rows)
    jsonl = "".join(json.dumps({"title": title, "year": year} if year else {"title": title}) + "\n" for title, year in rows)
    frame = read_table(written(tmp_path, csv if name.endswith("csv") else jsonl, name))
    pd.testing.assert_frame_equal(frame, to_frame([Movie(title, year=year) for title, year in rows], ["title", "year"]))


@pytest.mark.parametrize("name", ["movies.csv", "movies.jsonl"])
def test_a_table_without_rows(tmp_path: Path, name: str) -> None:
    frame = read_table(written(tmp_path, f"{HEADER}\n" if name.endswith("csv") else "", name))
    assert len(frame) == 0
    assert ",".join(frame.columns) == HEADER
    assert str(frame.dtypes["year"]) == "Int64"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "empty"),
        ("name,rating\nHeat,8\n", "no column 'title'; its columns are name, rating"),
        ("title,,year\nHeat,1,1995\n", "column 2 has no name; name it"),
        ("title,year,year\nHeat,1,2\n", "two columns are called 'year'"),
        ("title,runtime\nM,117\nHeat,142 min\n", "line 3, column runtime: '142 min' is not a whole number; correct the cell"),
        ("title,year\nHeat,1995.5\n", "line 2, column year: '1995.5' is not a whole number"),
        ("title,rating\nHeat,good\n", "line 2, column rating: 'good' is not a number"),
        ("title,rating\nHeat,nan\n", "line 2, column rating: 'nan'"),
        ("title,rating\nHeat,inf\n", "line 2, column rating: 'inf'"),
        ("title,votes\nHeat,99999999999999999999\n", "line 2, column votes"),
        ("title,year\nHeat,1e400\n", "line 2, column year"),
        ("title,year\n,1995\n", "line 2, column title: empty"),
        ("title,year\nHeat,1995,8\n", "line 2: 3 cells under 2 columns"),
        ('title,year\n"two\nlines",1995\nHeat\n', "line 4: 1 cells under 2 columns"),
        ('title,year\n"Heat,1995\n', "line 2: unexpected end of data"),
        (b"title\nAm\xe9lie\n", "not UTF-8"),
    ],
)
def test_a_broken_csv_is_told_in_one_line(tmp_path: Path, text: str | bytes, message: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(SourceError) as error:
        read_table(path)
    assert str(error.value).startswith(f"{path}: {message}")
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[1]\n", "line 1: not an object"),
        ('{"title":"M"}\n{"title":\n', "line 2: not JSON"),
        ('{"title":["M"]}\n', "line 1, column title: ['M'] is not text"),
        ('{"title":"M","year":true}\n', "line 1, column year: True is not a whole number"),
        ('{"title":"M","year":99999999999999999999}\n', "line 1, column year"),
        ('{"title":"M","actors":[1]}\n', "line 1, column actors: [1] is not names"),
        ('{"year":1931}\n', "no column 'title'"),
    ],
)
def test_a_broken_jsonl_is_told_in_one_line(tmp_path: Path, text: str, message: str) -> None:
    path = written(tmp_path, text, "movies.jsonl")
    with pytest.raises(SourceError) as error:
        read_table(path)
    assert str(error.value).startswith(f"{path}: {message}")


@pytest.mark.parametrize("name", ["movies.parquet", "movies.sqlite", "movies.xlsx"])
def test_a_file_that_is_not_what_its_name_says(tmp_path: Path, name: str) -> None:
    with pytest.raises(SourceError, match=r"movies\.\w+: n"):
        read_table(written(tmp_path, "no table", name))


@pytest.mark.parametrize("name", ["none.csv", "none.jsonl", "none.parquet", "none.sqlite", "none.xlsx"])
def test_no_such_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(SourceError, match="no such file"):
        read_table(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_not_a_table_at_all(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"which ends in \.csv"):
        read_table(tmp_path / "page.html")
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(SourceError, match="a folder, but not one of"):
        read_table(tmp_path / "folder.csv")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders here")
def test_a_pipe_is_no_table(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    with pytest.raises(SourceError, match="a pipe or a device"):
        read_table(tmp_path / "pipe.csv")
