"""Control characters leave the cells of a table; letters of all scripts stay."""

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moviescrape.export.formats import FORMATS
from moviescrape.export.write import write_table
from moviescrape.movie import Movie
from moviescrape.table.build import to_frame
from moviescrape.table.clean_text import clean_text
from moviescrape.table.columns import to_columns


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("Alien\x00", "Alien"),
        ("\x1b]0;title\x07Alien", "]0;titleAlien"),
        ("A\x08l\x7fi\x9ben", "Alien"),
        ("one\ttwo\r\nthree\u2028four\x85five", "one two three four five"),
        ("\u202eneilA", "neilA"),
        ("\u202aAlien\u202c", "\u202aAlien\u202c"),
        ("\u2067עברית\u2069 1", "\u2067עברית\u2069 1"),
        ("\u2067עברית 1", "עברית 1"),
        ("Alien\u202c\u2069", "Alien"),
        ("\u2066a\u202eb\u2069c\u202c", "\u2066ab\u2069c"),
        ("a\u200fb\u200db\xa0c", "a\u200fb\u200db\xa0c"),
        ("\ud83cx", "\ufffdx"),
        ("👨‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "👨‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿"),
        ("", ""),
    ],
)
def test_controls_leave_and_letters_stay(text: str, clean: str) -> None:
    assert clean_text(text) == clean


@given(st.text(st.characters(categories=["Cc", "Cf", "Zl", "Zp", "Cs", "Lu"])))
def test_what_is_clean_stays_as_it_is(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once
    assert not set(once) & set(map(chr, [*range(32), *range(127, 160)]))
    once.encode()


@pytest.mark.parametrize("name", ["csv", "jsonl", "parquet", "sqlite", "xlsx"])
def test_no_output_has_them(tmp_path: Path, name: str) -> None:
    movies = [Movie("Al\x1bien\x9b", actors=("Ann\x00", "\x07"), languages=("\u202eEnglish",), description="a\nb")]
    columns, lists = ("title", "actors", "languages", "description"), FORMATS[name].lists
    make = to_columns if FORMATS[name].plain else to_frame
    path = tmp_path / f"movies{FORMATS[name].suffix}"
    write_table([make(movies, columns, lists=lists)], path, FORMATS[name])
    if name == "csv":
        assert list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"))))[1] == ["Alien", "Ann", "English", "a b"]
    elif name == "jsonl":
        assert list(json.loads(path.read_bytes()).values()) == ["Alien", ["Ann"], ["English"], "a b"]
    else:
        from moviescrape.table.table_file import read_table

        assert list(read_table(path).iloc[0]) == ["Alien", "Ann", "English", "a b"]
