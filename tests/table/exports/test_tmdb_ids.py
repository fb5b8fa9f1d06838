"""TMDB's daily files of ids."""

import gzip
import json
from pathlib import Path

import pytest

from moviescrape.errors import SourceError
from moviescrape.table.table_file import read_table

LINES = [
    {"adult": False, "id": 17, "original_title": "Den stilla hamnen", "popularity": 2.405, "video": False},
    {"adult": True, "id": 18, "original_title": "Salt", "popularity": 1, "video": True},
]


def _body(lines: list[dict[str, object]]) -> bytes:
    return "".join(json.dumps(line) + "\n" for line in lines).encode()


@pytest.mark.parametrize("packed", [True, False], ids=["packed", "plain"])
def test_ids_are_titles_with_addresses(tmp_path: Path, packed: bool) -> None:
    path = tmp_path / ("movie_ids_11_26_2026.json.gz" if packed else "movie_ids_11_26_2026.json")
    path.write_bytes(gzip.compress(_body(LINES)) if packed else _body(LINES))
    frame = read_table(path)
    assert frame["title"].tolist() == ["Den stilla hamnen", "Salt"]
    assert frame["url"].tolist() == ["https://www.themoviedb.org/movie/17", "https://www.themoviedb.org/movie/18"]
    assert frame["adult"].tolist() == ["false", "true"]
    assert frame["popularity"].tolist() == ["2.405", "1"]


def test_ids_of_people_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "person_ids_11_26_2026.json.gz"
    path.write_bytes(gzip.compress(_body([{"adult": False, "id": 1, "name": "Ana Bo", "popularity": 1.0}])))
    with pytest.raises(SourceError, match="ids of something else than movies"):
        read_table(path)


@pytest.mark.parametrize("cut", [20, 60])
def test_half_a_download(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "movie_ids_11_26_2026.json.gz"
    path.write_bytes(gzip.compress(_body(LINES * 5_000))[:-cut])
    with pytest.raises(SourceError, match="is damaged or cut off"):
        read_table(path)


@pytest.mark.parametrize("line", [b"[1]\n", b"{\n", b'{"id": 3}\n'])
def test_a_line_of_something_else(tmp_path: Path, line: bytes) -> None:
    path = tmp_path / "movie_ids.json.gz"
    path.write_bytes(gzip.compress(_body(LINES) + line))
    with pytest.raises(SourceError):
        read_table(path)
