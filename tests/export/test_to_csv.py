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
        Movie("Amélie"),
    ]
    assert csv_of(*movies).decode() == (
        'title,rating,year,actors,runtime,url\nHeat,8.0,1995,Al Pacino;Val Kilmer,170,u/1\n"Me, ""Myself""",,,,,\nAmélie,,,,,\n'
    )


def test_line_ends_in_a_cell_of_ones_own_do_not_break_the_row() -> None:
    stream = io.BytesIO()
    write_table([{"note": ["one\rtwo", "two\nlines"], "year": [1995, None]}], stream, FORMATS["csv"])
    assert stream.getvalue() == b'note,year\n"one\rtwo",1995\n"two\nlines",\n'
