"""What every format owes: the table comes back as it was, and a file appears whole or not at all."""

import io
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from moviescrape.errors import ExportError
from moviescrape.export.batches import Batch
from moviescrape.export.formats import FORMATS, Format
from moviescrape.export.write import check_output, write_table
from moviescrape.movie import FIELDS, Movie
from moviescrape.table.build import frames, to_frame
from moviescrape.table.columns import to_columns
from moviescrape.table.table_file import read_table

ALL = [field.name for field in FIELDS]
SOME = ["title", "rating", "year", "actors", "votes", "original_title"]

HARD = [
    Movie("Heat", 8.3, 1995, ("Al Pacino", "Robert De Niro"), 170, "https://example.org/title?id=1&x=2", votes=2**40),
    Movie("M"),
    Movie('He said "No", twice', 8.0, 1931, ("Davis, Jr.", "O'Neal"), 1),
    Movie("=1+1", actors=("=cmd|' /C calc'!A0", "@SUM(A1)")),
    Movie("-1 +1", description="two\nlines, and a \ttab"),
    Movie("#N/A", url="NULL"),
    Movie("300", 0.0, 0, runtime=0),
    Movie("  spaces kept  "),
    Movie("千と千尋の神隠し", 9.65, 2001, ("柊瑠美", "Ünal Örs", "🎬 Étoile")),
    Movie("<b>&amp;", genres=("Sci-Fi", "Film-Noir"), source="pages/ä b.html"),
]

# Carriage returns and control characters are left out here: not every format can hold them (a sheet can't).
text = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1, max_size=20)
name = text.map(str.strip).filter(lambda name: name != "" and ";" not in name)
movies = st.builds(
    Movie,
    title=text.filter(lambda title: title.strip() != ""),
    rating=st.none() | st.floats(0, 10),
    year=st.none() | st.integers(1880, 2100),
    actors=st.lists(name, max_size=3).map(tuple),
    votes=st.none() | st.integers(0, 2**53),
    original_title=st.none() | text,
)


@pytest.fixture(params=list(FORMATS))
def format_(request: pytest.FixtureRequest) -> Format:
    return FORMATS[request.param]


@pytest.fixture
def path(tmp_path: Path, format_: Format) -> Path:
    return tmp_path / f"movies{format_.suffix}"


def failing_after(count: int, error: BaseException) -> Iterator[pd.DataFrame]:
    for _ in range(count):
        yield to_frame(HARD)
    raise error


def test_the_table_comes_back(path: Path, format_: Format) -> None:
    write_table(frames(HARD, ALL, rows=3, lists=format_.lists), path, format_)
    pd.testing.assert_frame_equal(read_table(path), to_frame(HARD, ALL))


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(rows=st.lists(movies, max_size=4))
def test_any_table_comes_back(path: Path, format_: Format, rows: list[Movie]) -> None:
    write_table(frames(rows, SOME, rows=2), path, format_)
    frame = read_table(path)
    if rows or format_.name != "jsonl":  # no line, no columns
        pd.testing.assert_frame_equal(frame, to_frame(rows, SOME))


def test_a_table_without_rows_has_its_header(path: Path, format_: Format) -> None:
    write_table(frames([]), path, format_)
    pd.testing.assert_frame_equal(read_table(path), to_frame([]))


def test_frames_without_rows_among_others_change_nothing(path: Path, format_: Format) -> None:
    write_table([to_frame([]), to_frame(HARD), to_frame([])], path, format_)
    pd.testing.assert_frame_equal(read_table(path), to_frame(HARD))


def test_names_may_come_joined_or_as_lists(tmp_path: Path, format_: Format) -> None:
    for lists in (True, False):
        write_table([to_frame(HARD, lists=lists)], tmp_path / f"{lists}{format_.suffix}", format_)
    tables = [read_table(tmp_path / f"{lists}{format_.suffix}") for lists in (True, False)]
    pd.testing.assert_frame_equal(tables[0], tables[1])


PLAIN = [format_ for format_ in FORMATS.values() if format_.plain]


@pytest.mark.parametrize("safe", [False, True])
@pytest.mark.parametrize("format_", PLAIN, ids=lambda format_: format_.name)
def test_columns_give_the_bytes_that_a_frame_gives(format_: Format, safe: bool) -> None:
    columns, frame = (make(HARD, ALL, lists=format_.lists) for make in (to_columns, to_frame))
    assert _bytes_of(columns, format_, safe=safe) == _bytes_of(frame, format_, safe=safe)


@given(rows=st.lists(movies, max_size=4), format_=st.sampled_from(PLAIN))
def test_any_columns_give_the_bytes_that_a_frame_gives(rows: list[Movie], format_: Format) -> None:
    columns, frame = (make(rows, SOME, lists=format_.lists) for make in (to_columns, to_frame))
    assert _bytes_of(columns, format_) == _bytes_of(frame, format_)


def _bytes_of(table: Batch, format_: Format, *, safe: bool = False) -> bytes:
    stream = io.BytesIO()
    write_table([table], stream, format_, excel_safe=safe)
    return stream.getvalue()


def test_columns_of_the_users_own_are_kept(path: Path, format_: Format) -> None:
    frame = to_frame(HARD).assign(**{'my "note"': pd.Series(["seen"] * len(HARD), dtype="string")})
    write_table([frame], path, format_)
    pd.testing.assert_frame_equal(read_table(path), frame)


def test_an_older_file_is_replaced(path: Path, format_: Format) -> None:
    path.write_text("older and much longer than what comes" * 1000)
    write_table([to_frame(HARD)], path, format_)
    pd.testing.assert_frame_equal(read_table(path), to_frame(HARD))
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("error", [RuntimeError("page 3"), KeyboardInterrupt(), OSError(28, "the source's disk is full")])
@pytest.mark.parametrize("count", [0, 2])
def test_a_failure_in_the_middle_leaves_what_was_there(path: Path, format_: Format, error: BaseException, count: int) -> None:
    with pytest.raises(type(error)) as raised:
        write_table(failing_after(count, error), path, format_)
    assert raised.value is error
    assert list(path.parent.iterdir()) == []
    path.write_text("older")
    with pytest.raises(type(error)):
        write_table(failing_after(count, error), path, format_)
    assert [file.read_text() for file in path.parent.iterdir()] == ["older"]


def test_an_open_stream_gets_the_same_bytes(path: Path, format_: Format) -> None:
    stream = io.BytesIO()
    write_table([to_frame(HARD)], stream, format_)
    path.write_bytes(stream.getvalue())
    pd.testing.assert_frame_equal(read_table(path), to_frame(HARD))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_is_said_of_the_output(format_: Format) -> None:
    with pytest.raises(ExportError, match=r"/dev/full: can't be written .*; free some space"):
        write_table([to_frame(HARD)] * 50, Path("/dev/full"), format_)


def test_excel_safe_defuses_the_spreadsheet_formats_only(path: Path, format_: Format) -> None:
    write_table([to_frame(HARD, lists=format_.lists)], path, format_, excel_safe=True)
    frame = read_table(path)
    apostrophe = "'" if format_.name in ("csv", "xlsx") else ""
    assert frame["title"].tolist()[3:5] == [f"{apostrophe}=1+1", f"{apostrophe}-1 +1"]
    assert frame["actors"].tolist()[3] == f"{apostrophe}=cmd|' /C calc'!A0;{apostrophe}@SUM(A1)"
    assert frame["rating"].equals(to_frame(HARD)["rating"])


def test_the_format_of_a_name_is_ready_to_write(path: Path, format_: Format) -> None:
    assert check_output(path) is format_
    assert list(path.parent.iterdir()) == []
