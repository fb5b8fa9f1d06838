"""IMDb's data files as movies: every value of invented files, and what real ones have that breaks readers."""

import gzip
from dataclasses import replace
from pathlib import Path

import pytest

from moviescrape.errors import SourceError, UsageError
from moviescrape.movie import Movie
from moviescrape.table.imdb.imdb_choice import ImdbChoice
from moviescrape.table.imdb.imdb_folder import HEADERS, ImdbFiles, find_imdb_files
from moviescrape.table.imdb.imdb_movies import read_imdb
from support.imdb_tables import truth_of, write_imdb_files


def _files(folder: Path) -> ImdbFiles:
    files = find_imdb_files(folder)
    assert files is not None
    return files


def _read(folder: Path, **chosen: object) -> list[Movie]:
    return list(read_imdb(_files(folder), ImdbChoice(**chosen)))  # type: ignore[arg-type]


def _write(folder: Path, **tables: str) -> Path:
    for name, lines in tables.items():
        header = "\t".join(HEADERS[name.replace("_", ".")])
        (folder / f"{name}.tsv").write_text(f"{header}\n{lines}", encoding="utf-8", newline="")
    return folder


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("imdb")
    write_imdb_files(folder, 3_000, seed=5)
    return folder


def test_every_value_is_that_of_the_files(invented: Path) -> None:
    assert _read(invented) == list(truth_of(3_000, seed=5))


def test_types_are_chosen(invented: Path) -> None:
    types = ("tvMovie", "short")
    assert _read(invented, types=types) == list(truth_of(3_000, seed=5, types=types))


def test_plain_files_are_read_as_gzipped_ones_are(tmp_path: Path) -> None:
    write_imdb_files(tmp_path, 500, seed=6, packed=False)
    assert _read(tmp_path) == list(truth_of(500, seed=6))


def test_years_and_votes_are_chosen(invented: Path) -> None:
    found = _read(invented, first_year=1950, last_year=1980, min_votes=400_000)
    wanted = [m for m in truth_of(3_000, seed=5) if 1950 <= (m.year or 0) <= 1980 and (m.votes or 0) >= 400_000]
    assert found == wanted
    assert len(found) > 10


def test_the_best_of_each_year_come_in_order(invented: Path) -> None:
    found = _read(invented, top=2)
    rated = [m for m in truth_of(3_000, seed=5) if m.year and m.rating]
    ordered = sorted(rated, key=lambda m: (m.year or 0, -(m.rating or 0), -(m.votes or 0)))
    assert found == [m for m in ordered if sum(other.year == m.year for other in ordered[: ordered.index(m)]) < 2]


def test_adult_titles_come_where_they_are_asked_for(invented: Path) -> None:
    assert len(_read(invented, adult=True)) > len(_read(invented))


def test_only_the_first_stars(invented: Path) -> None:
    one = _read(invented, stars=1)
    assert [movie.actors for movie in one] == [movie.actors[:1] for movie in truth_of(3_000, seed=5)]


def test_people_are_not_read_where_nobody_asks(invented: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("INFO"):
        list(read_imdb(_files(invented), columns=("title", "year")))
    assert caplog.messages == ["reading title.basics.tsv.gz"]


BASICS = "tt0000001\tmovie\tAmber Road\tAmber Road\t0\t1950\t\\N\t90\tDrama\n"


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        (BASICS + BASICS, ["Amber Road"]),  # a row twice
        (BASICS.replace("Amber Road", '"Amber" Road\'s', 1), ['"Amber" Road\'s']),  # nothing is quoted
        (BASICS.replace("Amber Road", '"', 1) + BASICS.replace("0000001", "0000002"), ['"', "Amber Road"]),
        (BASICS.replace("\n", "\r\n"), ["Amber Road"]),
        (BASICS.rstrip("\n"), ["Amber Road"]),  # no line end at the end
        (BASICS.replace("\tDrama", ""), []),  # a cell is missing
        (BASICS.replace("Amber Road", "\\N", 1), []),  # no title
        (BASICS.replace("tt0000001", "tt12345678"), ["Amber Road"]),
        (BASICS.replace("1950", "\\N").replace("90", "\\N"), ["Amber Road"]),
        (BASICS.replace("movie", "moviestar"), []),
    ],
)
def test_rows_as_they_stand(tmp_path: Path, lines: str, titles: list[str]) -> None:
    _write(tmp_path, title_basics=lines)
    assert [movie.title for movie in _read(tmp_path)] == titles


@pytest.mark.parametrize(
    ("rows", "actors", "directors"),
    [
        ([(2, 2, "actress"), (10, 3, "actor"), (1, 1, "director")], ("B", "C"), ("A",)),  # ordering is a number
        ([(1, 1, "actor"), (2, 1, "actor"), (3, 2, "actor")], ("A", "B"), ()),  # one person twice
        ([(1, 1, "self"), (2, 2, "self")], ("A", "B"), ()),
        ([(1, 1, "self"), (2, 2, "actor")], ("B",), ()),
        ([(1, 9, "actor"), (2, 2, "actor")], ("B",), ()),  # nobody has this id
        ([(1, 1, "director"), (2, 1, "actor")], ("A",), ("A",)),
        ([(1, 1, "writer"), (2, 2, "archive_footage")], (), ()),
    ],
)
def test_people(tmp_path: Path, rows: list[tuple[int, int, str]], actors: tuple[str, ...], directors: tuple[str, ...]) -> None:
    principals = "".join(f"tt0000001\t{place}\tnm000000{person}\t{role}\t\\N\t\\N\n" for place, person, role in rows)
    names = "".join(f"nm000000{n}\t{name}\t\\N\t\\N\t\\N\t\\N\n" for n, name in enumerate("ABC", 1))
    _write(tmp_path, title_basics=BASICS, title_principals=principals, name_basics=names)
    (movie,) = _read(tmp_path)
    assert (movie.actors, movie.directors) == (actors, directors)


def test_people_of_a_title_need_not_stand_together(tmp_path: Path) -> None:
    other = BASICS.replace("0000001", "0000002")
    rows = [("2", 1, 1), ("1", 2, 2), ("2", 2, 3), ("1", 1, 3)]
    principals = "".join(f"tt000000{title}\t{place}\tnm000000{person}\tactor\t\\N\t\\N\n" for title, place, person in rows)
    names = "".join(f"nm000000{n}\t{name}\t\\N\t\\N\t\\N\t\\N\n" for n, name in reversed(list(enumerate("ABC", 1))))
    _write(tmp_path, title_basics=BASICS + other, title_principals=principals, name_basics=names)
    assert [movie.actors for movie in _read(tmp_path)] == [("C", "B"), ("A", "C")]


def test_without_ratings_nothing_can_be_chosen_by_them(tmp_path: Path) -> None:
    _write(tmp_path, title_basics=BASICS)
    with pytest.raises(UsageError, match=r"no file of ratings here; add title\.ratings\.tsv\.gz"):
        _read(tmp_path, min_votes=1)


@pytest.mark.parametrize("name", ["title.basics", "title.ratings", "title.principals", "name.basics"])
@pytest.mark.parametrize("damage", ["cut", "changed"])
def test_a_damaged_file_is_said(tmp_path: Path, name: str, damage: str) -> None:
    write_imdb_files(tmp_path, 5_000, seed=7)
    path = tmp_path / f"{name}.tsv.gz"
    body = bytearray(path.read_bytes())
    path.write_bytes(body[: len(body) // 2] if damage == "cut" else body[:-8] + bytes(8))
    with pytest.raises(SourceError, match=rf"{name}\.tsv\.gz: is damaged or cut off .*; download it again"):
        _read(tmp_path)


def test_files_are_known_by_their_header(tmp_path: Path) -> None:
    assert find_imdb_files(tmp_path) is None
    (tmp_path / "notes.tsv").write_text("a\tb\n")
    (tmp_path / "broken.tsv.gz").write_bytes(b"\x1f\x8bno gzip at all")
    (tmp_path / "empty.tsv").write_bytes(b"")
    assert find_imdb_files(tmp_path) is None
    (tmp_path / "data (1).tsv.gz").write_bytes(gzip.compress(("\t".join(HEADERS["title.basics"]) + "\n" + BASICS).encode()))
    files = _files(tmp_path)
    assert (files.basics.name, list(files.missing)) == ("data (1).tsv.gz", ["title.ratings", "title.principals", "name.basics"])


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"types": ("film",)}, "no title type 'film'; the types are movie, "),
        ({"types": ()}, "no title types were asked for"),
        ({"stars": 0}, "stars is 0; give 1 or more"),
        ({"top": 0}, "top is 0; give 1 or more"),
        ({"min_votes": -1}, "min_votes is -1; give 0 or more"),
        ({"first_year": 2000, "last_year": 1990}, "no year lies between"),
    ],
)
def test_a_choice_that_leaves_nothing(wrong: dict[str, object], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        replace(ImdbChoice(), **wrong)  # type: ignore[arg-type]
