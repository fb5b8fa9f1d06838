"""What other programs give out is a source of `run` and `parse`, beside pages."""

import csv
import io
import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from support.command_line import moviescrape

KODI = "<movie><title>The Quiet Harbour</title><year>1994</year></movie>"
SOURCES = {
    "wikidata.json": json.dumps(
        [{"film": "http://www.wikidata.org/entity/Q901", "filmLabel": "The Quiet Harbour", "date": "1994-02-01T00:00:00Z"}]
    ),
    "wikidata.csv": "film,filmLabel,year\nhttp://www.wikidata.org/entity/Q901,The Quiet Harbour,1994\n",
    "trakt.json": json.dumps([{"movie": {"title": "The Quiet Harbour", "year": 1994}}]),
    "letterboxd.csv": "Date,Name,Year,Letterboxd URI\n2024-01-01,The Quiet Harbour,1994,https://boxd.it/1\n",
    "imdb.csv": "Const,Title,Year\ntt9900001,The Quiet Harbour,1994\n",
    "harbour.nfo": KODI,
    "videodb.xml": f'<?xml version="1.0"?>\n<videodb>{KODI}</videodb>',
    "films/harbour/movie.nfo": KODI,
    "ml/movies.csv": "movieId,title,genres\n1,The Quiet Harbour (1994),Drama\n",
}
BESIDE = {"ml/ratings.csv": "userId,movieId,rating\n1,1,4\n"}


def _written(folder: Path, name: str) -> Path:
    for each, text in {name: SOURCES[name], **{n: t for n, t in BESIDE.items() if n.split("/")[0] == name.split("/")[0]}}.items():
        (folder / each).parent.mkdir(parents=True, exist_ok=True)
        (folder / each).write_text(text, encoding="utf-8")
    return folder / name.split("/")[0]


@pytest.mark.parametrize("name", SOURCES)
@pytest.mark.parametrize("command", ["parse", "run"])
def test_an_export_is_read_as_a_source(tmp_path: Path, name: str, command: str) -> None:
    source = _written(tmp_path, name)
    result = moviescrape(command, str(source), "--out", "-", "--columns", "title,year", "--quiet")
    assert (result.exit_code, result.stdout.splitlines()) == (0, ["title,year", "The Quiet Harbour,1994"])


@pytest.mark.parametrize("name", SOURCES)
def test_an_export_comes_through_merge(tmp_path: Path, name: str) -> None:
    source = _written(tmp_path, name)
    other = tmp_path / "others.csv"
    other.write_text("title,year,rating\nThe Quiet Harbour,1994,8.1\n", encoding="utf-8")
    merged = moviescrape("merge", other, source, "--out", "-", "--columns", "title,matched_by")
    assert (merged.exit_code, merged.stdout.splitlines()) == (0, ["title,matched_by", "The Quiet Harbour,title and year"])


RATED = {
    "trakt.json": json.dumps([{"rating": 9, "movie": {"title": "The Quiet Harbour", "year": 1994}}]),
    "letterboxd.csv": "Date,Name,Year,Letterboxd URI,Rating\n2024-01-01,The Quiet Harbour,1994,https://boxd.it/1,4.5\n",
    "imdb.csv": "Const,Your Rating,Title,Year\ntt9900001,9,The Quiet Harbour,1994\n",
    "harbour.nfo": KODI.replace("</movie>", "<rating>8.1</rating></movie>"),
    "ml/movies.csv": SOURCES["ml/movies.csv"],
}
"""Exports with ratings, the site's or a person's own."""


@pytest.mark.parametrize("name", RATED)
def test_an_export_with_ratings_comes_through_top(tmp_path: Path, name: str) -> None:
    source = _written(tmp_path, name)
    if source.is_file():
        source.write_text(RATED[name], encoding="utf-8")
    best = moviescrape("top", source, "-n", "1", "--out", "-", "--columns", "title,year")
    assert (best.exit_code, best.stdout.splitlines()) == (0, ["title,year", "The Quiet Harbour,1994"])


def test_years_are_chosen_and_the_source_is_named(tmp_path: Path) -> None:
    source = _written(tmp_path, "imdb.csv")
    result = moviescrape("parse", str(source), "--from", "1995", "--out", "-", "--quiet")
    assert result.stdout.splitlines()[1:] == []
    result = moviescrape("parse", str(source), "--columns", "title,source", "--out", "-", "--quiet")
    assert list(csv.reader(io.StringIO(result.stdout)))[1] == ["The Quiet Harbour", str(source)]


def test_a_zip_of_letterboxd(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "letterboxd.zip", "w") as archive:
        archive.writestr("watched.csv", SOURCES["letterboxd.csv"])
    result = moviescrape("parse", str(tmp_path / "letterboxd.zip"), "--out", "-", "--columns", "title", "--quiet")
    assert result.stdout.splitlines() == ["title", "The Quiet Harbour"]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.json", "{}", "a.json: no export of movies in it that is known"),
        ("a.json", "[", "a.json: not JSON"),
        ("a.nfo", "<tvshow></tvshow>", "a.nfo: no film of Kodi's in it"),
        ("a.csv", "title,year\nHeat,1995\n", "a.csv: is not something to read movies from"),
        ("a.xml", "<feed></feed>", "a.xml:"),
    ],
)
def test_what_is_none_is_said_in_one_line(tmp_path: Path, name: str, text: str, said: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    result = moviescrape("parse", str(tmp_path / name), "--out", str(tmp_path / "movies.csv"))
    assert result.exit_code in (2, 4)
    assert said in result.stderr
    assert not (tmp_path / "movies.csv").exists()


def test_workers_do_not_read_an_export(tmp_path: Path) -> None:
    source = _written(tmp_path, "trakt.json")
    result = moviescrape("parse", str(source), "--workers", "2", "--out", str(tmp_path / "movies.csv"))
    assert result.exit_code == 2
    assert "export of another program: read by one process" in result.stderr
