"""The bytes of a CSV file."""

import io

from moviescrape.export.formats import FORMATS
from moviescrape.export.write import write_table
from moviescrape.movie import Movie
from moviescrape.table.build import to_frame


def csv_of(*movies: Movie) -> bytes:
    stream = io.BytesIO()
    write_table([to_frame(movies)], stream, FORMATS["csv"])
    return stream.getvalue()


def test_the_bytes() -> None:
    movies = [
        Movie("Heat", 8.0, 1995, ("Al Pacino", "Val Kilmer"), 170, "u/1"),
        Movie('Me, "Myself"'),
        Movie("two\nlines"),
        Movie("Amélie"),
    ]
    assert csv_of(*movies).decode() == (
        "title,rating,year,actors,runtime,url\n"
        "Heat,8.0,1995,Al Pacino;Val Kilmer,170,u/1\n"
        '"Me, ""Myself""",,,,,\n'
        '"two\nlines",,,,,\n'
        "Amélie,,,,,\n"
    )


def test_a_carriage_return_does_not_break_the_row() -> None:
    assert csv_of(Movie("one\rtwo")).splitlines(keepends=True)[1:] == [b'"one\r', b'two",,,,,\n']
