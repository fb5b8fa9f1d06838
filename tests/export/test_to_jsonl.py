"""The bytes of a JSON Lines file."""

import io

from moviescrape.export.formats import FORMATS
from moviescrape.export.write import write_table
from moviescrape.movie import Movie
from moviescrape.table.build import to_frame


def test_the_bytes() -> None:
    jsonl = FORMATS["jsonl"]
    movies = [Movie("Amélie", 8.0, 2001, ("Audrey Tautou", "Kassovitz; M."), source="a.html"), Movie('"M"')]
    stream = io.BytesIO()
    write_table([to_frame(movies, jsonl.columns, lists=jsonl.lists)], stream, jsonl)
    assert stream.getvalue().decode() == (
        '{"title":"Amélie","rating":8.0,"year":2001,"actors":["Audrey Tautou","Kassovitz; M."],'
        '"runtime":null,"url":null,"source":"a.html"}\n'
        '{"title":"\\"M\\"","rating":null,"year":null,"actors":[],"runtime":null,"url":null,"source":null}\n'
    )
