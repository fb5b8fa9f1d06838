"""Results of Wikidata's query service, in each form that it offers and for queries of different hands."""

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from moviescrape.errors import SourceError
from moviescrape.table.table_file import read_table

ENTITY = "http://www.wikidata.org/entity/"
ROWS = [
    {"film": f"{ENTITY}Q901", "filmLabel": "The Quiet Harbour", "date": "1994-02-01T00:00:00Z", "runtime": "104"},
    {"film": f"{ENTITY}Q901", "filmLabel": "The Quiet Harbour", "date": "1993-09-01T00:00:00Z", "runtime": "104"},
    {"film": f"{ENTITY}Q902", "filmLabel": "Salt"},
]
PEOPLE = [
    {"actor": f"{ENTITY}Q1", "actorLabel": "Ana Bo", "imdb": "tt9900001"},
    {"actor": f"{ENTITY}Q2", "actorLabel": "Sammy Do, Jr.", "imdb": "tt9900001"},
    {},
]
FULL = [row | people for row, people in zip(ROWS, PEOPLE, strict=True)]


def _json(rows: list[dict[str, str]]) -> str:
    return json.dumps(rows)


def _verbose(rows: list[dict[str, str]]) -> str:
    return json.dumps([{name: {"type": "literal", "value": value} for name, value in row.items()} for row in rows])


def _sparql(rows: list[dict[str, str]]) -> str:
    bindings = json.loads(_verbose(rows))
    return json.dumps({"head": {"vars": list(rows[0])}, "results": {"bindings": bindings}})


def _csv(rows: list[dict[str, str]]) -> str:
    names = list(dict.fromkeys(name for row in rows for name in row))
    return pd.DataFrame(rows, columns=names).to_csv(index=False)


FORMS = {"plain": _json, "verbose": _verbose, "sparql": _sparql, "csv": _csv}


def _table(folder: Path, form: str, rows: list[dict[str, str]]) -> pd.DataFrame:
    path = folder / ("query.csv" if form == "csv" else "query.json")
    path.write_text(FORMS[form](rows), encoding="utf-8")
    return read_table(path)


def _cells(frame: pd.DataFrame, name: str) -> list[Any]:
    return [None if pd.isna(cell) else cell for cell in frame[name]]


@pytest.mark.parametrize("form", FORMS)
def test_rows_of_a_film_are_one(tmp_path: Path, form: str) -> None:
    frame = _table(tmp_path, form, FULL)
    assert _cells(frame, "title") == ["The Quiet Harbour", "Salt"]
    assert _cells(frame, "year") == [1993, None]
    assert _cells(frame, "runtime") == [104, None]
    assert _cells(frame, "actors") == ["Ana Bo;Sammy Do, Jr.", None]
    assert _cells(frame, "url") == ["https://www.imdb.com/title/tt9900001/", "https://www.wikidata.org/wiki/Q902"]


@pytest.mark.parametrize(
    ("given", "column", "wanted"),
    [
        ({"itemLabel": "Salt", "item": f"{ENTITY}Q902", "cast": "Ana Bo; Cy Do"}, "actors", "Ana Bo;Cy Do"),
        ({"itemLabel": "Salt", "item": f"{ENTITY}Q902", "actors": "Ana Bo, Sammy Do, Jr."}, "actors", "Ana Bo;Sammy Do, Jr."),
        ({"itemLabel": "Salt", "item": f"{ENTITY}Q902", "cast_member_labels": "Ana Bo|Cy Do"}, "actors", "Ana Bo;Cy Do"),
        ({"itemLabel": "Salt", "item": f"{ENTITY}Q902", "publication_date": "1988-00-00T00:00:00Z"}, "year", 1988),
        ({"itemLabel": "Salt", "item": f"{ENTITY}Q902", "year": "1988"}, "year", 1988),
        ({"itemLabel": "Salt", "item": f"{ENTITY}Q902", "year": "t1234"}, "year", None),
        ({"itemLabel": "Salt", "item": f"{ENTITY}Q902", "duration": "+95.0"}, "runtime", 95),
        ({"itemLabel": "Salt", "item": f"{ENTITY}Q902", "IMDb_ID": "tt9900002"}, "url", "https://www.imdb.com/title/tt9900002/"),
        ({"title": "Salt", "movie": f"{ENTITY}Q902"}, "title", "Salt"),
        ({"x": f"{ENTITY}Q902", "xLabel": "Salt", "genreLabel": "drama"}, "genres", "drama"),
        ({"itemLabel": "Salt", "item": f"{ENTITY}Q902", "director": f"{ENTITY}Q3"}, "directors", None),
    ],
)
def test_variables_of_other_queries(tmp_path: Path, given: dict[str, str], column: str, wanted: object) -> None:
    frame = _table(tmp_path, "plain", [given])
    assert frame["title"].tolist() == ["Salt"]
    assert (_cells(frame, column) if column in frame else [None]) == [wanted]


def test_a_film_without_a_label_is_left_out_and_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    unnamed = {"film": f"{ENTITY}Q903", "filmLabel": "Q903"}
    assert len(_table(tmp_path, "plain", [*ROWS, unnamed])) == 2
    assert "1 of 3 films have no title" in caplog.text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"results": {"bindings": []}}', "no variable of its rows is a Wikidata entity"),
        (json.dumps([{"film": f"{ENTITY}Q903", "filmLabel": "Q903"}]), "no film in it has a title"),
        ('{"results": {"bindings": [3]}}', "no export of movies in it that is known"),
        ('{"results": 3}', "no export of movies in it that is known"),
    ],
)
def test_results_without_films(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "query.json").write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match=said):
        read_table(tmp_path / "query.json")


def test_a_table_with_addresses_of_wikidata_is_no_result(tmp_path: Path) -> None:
    path = tmp_path / "movies.csv"
    path.write_text("title,rating,url\nSalt,7.5,https://www.wikidata.org/wiki/Q902\n", encoding="utf-8")
    assert read_table(path)["rating"].tolist() == [7.5]
