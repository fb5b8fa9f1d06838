"""Kodi's NFO files as different versions and programs write them."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from moviescrape.errors import SourceError
from moviescrape.table.table_file import read_table

TODAY = """<?xml version="1.0" encoding="UTF-8" standalone="yes" ?>
<movie>
    <title>The Quiet Harbour</title>
    <originaltitle>Den stilla hamnen</originaltitle>
    <ratings>
        <rating name="themoviedb" max="10"><value>6.1</value><votes>20</votes></rating>
        <rating name="metacritic" max="100" default="true"><value>78.000000</value><votes>1,200</votes></rating>
    </ratings>
    <userrating>9</userrating>
    <plot>A harbour. It is quiet.</plot>
    <runtime>104</runtime>
    <thumb aspect="landscape">https://img.example/wide.jpg</thumb>
    <thumb spoof="" aspect="poster">https://img.example/poster.jpg</thumb>
    <mpaa>Rated PG-13</mpaa>
    <uniqueid type="tmdb">17</uniqueid>
    <uniqueid type="imdb" default="true">tt9900001</uniqueid>
    <genre>Drama</genre><genre>Crime</genre>
    <country>Sweden</country>
    <director>Ada Lindqvist</director>
    <premiered>1994-02-01</premiered>
    <fileinfo><streamdetails><video><durationinseconds>6240</durationinseconds></video></streamdetails></fileinfo>
    <actor><name>Cy Do</name><role>Harbour master</role><order>1</order></actor>
    <actor><name>Ana Bo</name><role>Captain</role><order>0</order></actor>
</movie>
"""
OF_2008 = """<movie>
  <title>The Quiet Harbour</title><originaltitle>The Quiet Harbour</originaltitle>
  <rating>7.800000</rating><votes>1.200</votes><year>1994</year><runtime>1h 44m</runtime>
  <genre>Drama / Crime</genre><director>Ada Lindqvist / Bo & Co</director><id>tt9900001</id>
  <actor><name>Ana Bo</name></actor><actor><name>Cy Do</name></actor>
</movie>"""
NO_FILM = "<tvshow><title>A Show</title></tvshow>"


def _row(path: Path, text: str | bytes) -> dict[str, Any]:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    frame = read_table(path)
    assert len(frame) == 1
    return {str(name): None if pd.isna(value) else value for name, value in frame.iloc[0].items()}


def test_a_file_of_today(tmp_path: Path) -> None:
    assert _row(tmp_path / "Harbour (1994).nfo", TODAY) == {
        "title": "The Quiet Harbour",
        "rating": 7.8,
        "year": 1994,
        "actors": "Ana Bo;Cy Do",
        "runtime": 104,
        "url": "https://www.imdb.com/title/tt9900001/",
        "genres": "Drama;Crime",
        "directors": "Ada Lindqvist",
        "votes": 1200,
        "original_title": "Den stilla hamnen",
        "certificate": "PG-13",
        "country": "Sweden",
        "poster": "https://img.example/poster.jpg",
        "description": "A harbour. It is quiet.",
        "my_rating": 9.0,
        "source": str(tmp_path / "Harbour (1994).nfo"),
    }


def test_a_file_of_2008_with_an_ampersand(tmp_path: Path) -> None:
    row = _row(tmp_path / "movie.nfo", OF_2008)
    assert (row["rating"], row["votes"], row["year"], row["runtime"]) == (7.8, 1200, 1994, 104)
    assert (row["genres"], row["actors"], row["url"]) == ("Drama;Crime", "Ana Bo;Cy Do", "https://www.imdb.com/title/tt9900001/")
    assert "my_rating" not in row
    assert "original_title" not in row


@pytest.mark.parametrize(
    ("ids", "url"),
    [
        ("<uniqueid type='tmdb'>17</uniqueid>", "https://www.themoviedb.org/movie/17"),
        ("<tmdbid>17</tmdbid>", "https://www.themoviedb.org/movie/17"),
        ("<imdbid>tt9900001</imdbid>", "https://www.imdb.com/title/tt9900001/"),
        ("<id>17</id>", None),
    ],
)
def test_addresses(tmp_path: Path, ids: str, url: str | None) -> None:
    assert _row(tmp_path / "a.nfo", f"<movie><title>Salt</title>{ids}</movie>").get("url") == url


def test_an_address_behind_the_film(tmp_path: Path) -> None:
    text = "<movie><title>Salt</title></movie>\nhttps://www.imdb.com/title/tt9900002/?ref_=x"
    assert _row(tmp_path / "a.nfo", text)["url"] == "https://www.imdb.com/title/tt9900002/"


@pytest.mark.parametrize(
    "body",
    [
        "\ufeff<movie><title>Caf\xe9</title></movie>".encode(),
        "<movie><title>Caf\xe9</title></movie>".encode("latin-1"),
        '<?xml version="1.0" encoding="ISO-8859-1"?><movie><title>Caf\xe9</title></movie>'.encode("latin-1"),
        '<?xml version="1.0" encoding="no-such"?><movie><title>Caf\xe9</title></movie>'.encode(),
    ],
    ids=["mark", "latin", "declared", "unknown"],
)
def test_encodings(tmp_path: Path, body: bytes) -> None:
    assert _row(tmp_path / "a.nfo", body)["title"] == "Café"


@pytest.mark.parametrize("rating", ["<rating>0.0</rating><votes>0</votes>", "<rating>11</rating>", "<rating>good</rating>", ""])
def test_what_is_no_rating_is_missing(tmp_path: Path, rating: str) -> None:
    assert "rating" not in _row(tmp_path / "a.nfo", f"<movie><title>Salt</title>{rating}</movie>")


def test_entities_are_not_followed(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE m [<!ENTITY a SYSTEM "file:///etc/hostname">]><movie><title>Salt</title><plot>&a;</plot></movie>'
    assert _row(tmp_path / "a.nfo", bomb)["description"] == "&a;"


def test_a_library_in_one_file(tmp_path: Path) -> None:
    films = "".join(f"<movie><title>Film {number}</title></movie>" for number in range(3))
    path = tmp_path / "videodb.xml"
    path.write_text(f"<videodb>{films}<tvshow><title>A Show</title></tvshow><movie><title>Last</title></movie></videodb>")
    assert read_table(path)["title"].tolist() == ["Film 0", "Film 1", "Film 2", "Last"]


def test_a_folder_without_its_series(tmp_path: Path) -> None:
    for name, text in {"b/movie.nfo": TODAY, "a/Salt.NFO": "<movie><title>Salt</title></movie>", "c/tvshow.nfo": NO_FILM}.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert read_table(tmp_path)["title"].tolist() == ["Salt", "The Quiet Harbour"]


@pytest.mark.parametrize("text", [NO_FILM, "", "https://www.imdb.com/title/tt9900002/", "</movie><movie>", "<movie></movie>"])
def test_what_tells_of_no_film(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.nfo").write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match=r"a\.nfo: no film of Kodi's in it"):
        read_table(tmp_path / "a.nfo")
