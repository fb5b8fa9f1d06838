"""The library as it is imported: the public names, and what fetches and reads."""

from collections.abc import Callable
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


def test_scrape_gives_a_typed_frame() -> None:
    with PracticeSite() as site:
        frame = moviescrape.scrape(site.list_url, columns=["title", "votes"], max_pages=2)
        both = moviescrape.scrape([site.list_url, site.list_url], max_movies=60)
    assert list(frame.dtypes.astype(str)) == ["string", "Int64"]
    assert (len(frame), len(both)) == (100, 60)


def test_scrape_iter_asks_for_no_more_than_is_taken() -> None:
    with PracticeSite() as site:
        movies = moviescrape.scrape_iter(site.list_url)
        next(movies)
        movies.close()  # type: ignore[attr-defined]
        assert len(site.request_stats.requests) < 6


def test_details_fill_gaps() -> None:
    with PracticeSite(Catalogue(60)) as site:
        frame = moviescrape.scrape(site.list_url, columns=["title", "languages"], details=True, max_movies=5)
    assert frame["languages"].notna().any()


def test_a_page_store_keeps_the_pages_of_scrape(tmp_path: Path) -> None:
    store = tmp_path / "pages.sqlite"
    with PracticeSite() as site:
        moviescrape.scrape(site.list_url, store=store)
        asked = len(site.request_stats.requests)
        moviescrape.scrape(site.list_url, store=store)
        assert len(site.request_stats.requests) == asked


def test_a_page_that_fails_is_a_warning_and_the_others_go_on() -> None:
    with PracticeSite(faults=["404@start=51"]) as site:
        with pytest.warns(moviescrape.IncompleteWarning) as warned:
            assert len(moviescrape.scrape(site.list_url)) == 50
        ours = [str(each.message) for each in warned if issubclass(each.category, moviescrape.IncompleteWarning)]
        assert ["404" in message for message in ours] == [True, False]  # what the collector finds of other tests is not meant
        problems: list[moviescrape.MoviescrapeError] = []
        assert len(moviescrape.scrape(site.list_url, on_problem=problems.append)) == 50
        assert len(problems) == len(ours)


def test_where_nothing_comes_the_reason_is_raised() -> None:
    with PracticeSite(faults=["captcha:always"]) as site:
        with pytest.raises(moviescrape.MoviescrapeError, match="a block or challenge"):
            moviescrape.scrape(site.list_url)
        problems: list[moviescrape.MoviescrapeError] = []
        assert moviescrape.scrape(site.list_url, on_problem=problems.append).empty
        assert problems


def test_a_contact_is_a_parameter() -> None:
    with pytest.raises(moviescrape.MoviescrapeError, match="give contact="):
        moviescrape.scrape_iter("https://movies.example/top")
    with pytest.raises(moviescrape.MoviescrapeError, match="a contact is a mail address or a URL"):
        moviescrape.scrape("https://movies.example/top", contact="nobody")


@pytest.mark.parametrize("given", [None, 7, b"https://movies.example", ["https://movies.example", None]])
@pytest.mark.parametrize("function", [moviescrape.scrape, moviescrape.scrape_iter])
def test_sources_are_urls_and_paths(function: Callable[[object], object], given: object) -> None:
    with pytest.raises(TypeError, match="a source is a URL or a path"):
        function(given)
