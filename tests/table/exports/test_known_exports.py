"""Tables that people export from other sites, as they were at different times."""

import json
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pandas as pd
import pytest

from moviescrape.errors import SourceError
from moviescrape.table.exports.known_exports import find_export, rename
from moviescrape.table.table_file import read_table

IMDB_RATINGS = (
    "Const,Your Rating,Date Rated,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,"
    "Release Date,Directors",
    "tt9900001,9,2024-05-01,The Quiet Harbour,Den stilla hamnen,https://www.imdb.com/title/tt9900001/,Movie,8.1,104,1994,"
    '"Drama, Crime",1200,1994-02-01,"Ana Bo, Cy Do"',
)
IMDB_LIST = (
    "Position,Const,Created,Modified,Description,Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,"
    "Release Date,Directors,Your Rating,Date Rated",
    "1,tt9900001,2020-01-01,2020-01-01,for winter,The Quiet Harbour,https://www.imdb.com/title/tt9900001/,movie,8.1,104,1994,"
    '"Drama, Crime",1200,1994-02-01,"Ana Bo, Cy Do",9,2020-02-02',
)
IMDB_2012 = (
    '"position","const","created","modified","description","Title","Title type","Directors","You rated","IMDb Rating",'
    '"Runtime (mins)","Year","Genres","Num. Votes","Release Date (month/day/year)","URL"',
    '"1","tt9900001","Mon Jan  2","","","The Quiet Harbour","Feature Film","Ana Bo, Cy Do","9","8.1","104","1994",'
    '"drama, crime","1200","1994-02-01","http://www.imdb.com/title/tt9900001/"',
)
LETTERBOXD_RATINGS = (
    "Date,Name,Year,Letterboxd URI,Rating",
    "2024-05-01,The Quiet Harbour,1994,https://boxd.it/1,4.5",
)
LETTERBOXD_WATCHED = (
    "Date,Name,Year,Letterboxd URI",
    "2024-05-01,The Quiet Harbour,1994,https://boxd.it/1",
    "2024-05-02,Salt,1988,https://boxd.it/2",
)
LETTERBOXD_LIST = (
    "Letterboxd list export v7",
    "Date,Name,Tags,URL,Description",
    "2020-01-01,Winter films,,https://boxd.it/x,",
    "",
    "Position,Name,Year,URL,Description",
    "1,The Quiet Harbour,1994,https://boxd.it/1,for winter",
)
MOVIELENS = ("movieId,title,genres", '1,"Quiet Harbour, The (1994)",Drama|Crime')
TRAKT = [
    {
        "rating": 9,
        "type": "movie",
        "movie": {"title": "The Quiet Harbour", "year": 1994, "ids": {"trakt": 1, "imdb": "tt9900001"}},
    },
    {"rating": 7, "type": "show", "show": {"title": "A Show"}},
    {"rating": 6, "type": "movie", "movie": {"title": "Salt", "year": None, "ids": {}}},
]


def _table(folder: Path, lines: tuple[str, ...], name: str = "export.csv") -> pd.DataFrame:
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return read_table(path)


def _row(frame: pd.DataFrame) -> dict[str, Any]:
    return {str(name): None if pd.isna(value) else value for name, value in frame.iloc[0].items()}


@pytest.mark.parametrize("lines", [IMDB_RATINGS, IMDB_LIST, IMDB_2012], ids=["ratings", "list", "list of 2012"])
def test_exports_of_imdb(tmp_path: Path, lines: tuple[str, ...]) -> None:
    row = _row(_table(tmp_path, lines))
    assert (row["title"], row["my_rating"], row["rating"], row["year"], row["runtime"]) == (
        "The Quiet Harbour",
        9.0,
        8.1,
        1994,
        104,
    )
    assert (row["votes"], row["directors"], row["genres"].casefold()) == (1200, "Ana Bo;Cy Do", "drama;crime")
    assert row["url"] == "https://www.imdb.com/title/tt9900001/"


def test_ratings_of_letterboxd_are_out_of_ten(tmp_path: Path) -> None:
    row = _row(_table(tmp_path, LETTERBOXD_RATINGS))
    assert (row["title"], row["year"], row["my_rating"], row["url"]) == ("The Quiet Harbour", 1994, 9.0, "https://boxd.it/1")
    assert "rating" not in row


def test_a_list_of_letterboxd(tmp_path: Path) -> None:
    row = _row(_table(tmp_path, LETTERBOXD_LIST))
    assert (row["title"], row["year"], row["note"], row["rank"]) == ("The Quiet Harbour", 1994, "for winter", 1)


def test_a_mistake_in_a_list_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="line 7: 2 cells under 5 columns"):
        _table(tmp_path, (*LETTERBOXD_LIST, "2,Salt"))


def test_movies_of_movielens(tmp_path: Path) -> None:
    row = _row(_table(tmp_path, MOVIELENS))
    assert (row["title"], row["year"], row["genres"]) == ("The Quiet Harbour", 1994, "Drama;Crime")


@pytest.mark.parametrize("folder", ["", "letterboxd-ana-2024-05-01/"])
def test_the_zip_of_letterboxd(tmp_path: Path, folder: str) -> None:
    path = tmp_path / "letterboxd.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr(f"{folder}profile.csv", "Date Joined\n2020\n")
        archive.writestr(f"{folder}ratings.csv", "\n".join(LETTERBOXD_RATINGS))
        archive.writestr(f"{folder}watched.csv", "\n".join(LETTERBOXD_WATCHED))
        archive.writestr(f"{folder}orphaned/deleted/ratings.csv", "x")
    frame = read_table(path)
    assert frame["title"].tolist() == ["The Quiet Harbour", "Salt"]
    assert frame["my_rating"].isna().tolist() == [False, True]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"no zip", "not a zip file that can be read"),
        (b"PK\x03\x04 cut", "not a zip file that can be read"),
    ],
)
def test_a_zip_that_can_not_be_read(tmp_path: Path, body: bytes, said: str) -> None:
    (tmp_path / "a.zip").write_bytes(body)
    with pytest.raises(SourceError, match=said):
        read_table(tmp_path / "a.zip")


def test_a_zip_of_something_else(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("photo.jpg", b"")
    with pytest.raises(SourceError, match=r"a\.zip: no ratings\.csv, watched\.csv or watchlist\.csv in it"):
        read_table(tmp_path / "a.zip")


def test_ratings_of_trakt(tmp_path: Path) -> None:
    (tmp_path / "ratings-movies.json").write_text(json.dumps(TRAKT), encoding="utf-8")
    frame = read_table(tmp_path / "ratings-movies.json")
    assert frame["title"].tolist() == ["The Quiet Harbour", "Salt"]
    assert frame["my_rating"].tolist() == [9.0, 6.0]
    assert _row(frame)["url"] == "https://www.imdb.com/title/tt9900001/"


@pytest.mark.parametrize("body", ["", "[", "{}", "[]", '[{"movie": 3}]', "[" * 100_000])
def test_json_of_something_else(tmp_path: Path, body: str) -> None:
    (tmp_path / "a.json").write_text(body, encoding="utf-8")
    with pytest.raises(SourceError, match=r"a\.json: (?:not JSON|no export of movies in it)"):
        read_table(tmp_path / "a.json")


def test_tables_of_ones_own_in_other_letters(tmp_path: Path) -> None:
    frame = _table(tmp_path, (",Title,YEAR,Original Title,Shelf", "0,Heat,1995,,A", "1,Ran,1985,乱,B"))
    assert list(frame.columns) == ["title", "year", "original_title", "Shelf"]
    assert frame["year"].tolist() == [1995, 1985]


def test_a_name_that_is_there_already_is_kept() -> None:
    assert rename(["title", "Title"], [["a"], ["b"]]) == {"title": ["a"], "Title": ["b"]}


def test_other_tables_are_of_no_form() -> None:
    assert find_export(["title", "rating", "url"]) is None
