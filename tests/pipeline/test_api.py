"""The library as it is imported: the public names, and the two verbs."""

from pathlib import Path

import pytest

import moviescrape
from moviescrape.practice import PUBLIC_ORIGIN, START_PATH, Catalogue, Pages, PracticeSite
from support.interpreter import run_code


def test_public_names_are_sorted_there_and_documented() -> None:
    assert moviescrape.__all__ == sorted(moviescrape.__all__)
    assert set(moviescrape.__all__) <= set(dir(moviescrape))
    assert all(getattr(moviescrape, name).__doc__ for name in moviescrape.__all__)


def test_what_isnt_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        _ = moviescrape.nothing


def test_an_import_costs_nothing() -> None:
    code = "import sys, moviescrape; print(*(name for name in sys.modules if name.startswith('moviescrape.')))"
    assert run_code(code).split() == ["moviescrape._version"]


def test_run_writes_a_table_and_tells_of_it(tmp_path: Path) -> None:
    with PracticeSite() as site:
        report = moviescrape.run(f"{site.dialled}{START_PATH}", out=tmp_path / "movies.csv", max_pages=2)
    assert (report.written, report.complete, report.movies, report.pages) == (True, True, 100, 2)
    assert len((tmp_path / "movies.csv").read_text(encoding="utf-8").splitlines()) == 101


def test_run_wants_a_contact_off_this_machine(tmp_path: Path) -> None:
    with pytest.raises(moviescrape.MoviescrapeError, match="contact"):
        moviescrape.run("https://movies.example/top", out=tmp_path / "movies.csv")


def test_parse_files_yields_movies_and_warns_of_what_it_cant_read(tmp_path: Path) -> None:
    (tmp_path / "list.html").write_bytes(Pages(Catalogue()).page(START_PATH))
    (tmp_path / "none.html").touch()
    with pytest.warns(UserWarning, match=r"none\.html: the file is empty"):
        movies = list(moviescrape.parse_files(tmp_path))
    assert len(movies) == 50
    assert str(movies[0].url).startswith(f"{PUBLIC_ORIGIN}/title/")

    problems: list[moviescrape.MoviescrapeError] = []
    assert len(moviescrape.to_frame(moviescrape.parse_files(tmp_path, on_problem=problems.append))) == 50
    assert len(problems) == 1
