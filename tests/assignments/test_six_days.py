"""The scraper of days 3 to 6 against the library's own reading: two implementations, one result."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from bs4 import BeautifulSoup

from moviescrape.assignments import day3_title_rating, day4_year_actors, day5_runtime_url, day6_save_csv
from moviescrape.pages.page import Page
from moviescrape.parse import parse_page
from moviescrape.practice import PUBLIC_ORIGIN, Catalogue, Pages
from moviescrape.table.build import to_frame
from support.paths import PAGES

pytestmark = pytest.mark.slow

SEARCH = "/search/title/?"


def _library_csv(html: bytes) -> str:
    """As a saved page is read: where it is from, it says itself."""
    frame = to_frame(parse_page(Page(html)).movies)
    return frame.to_csv(index=False, lineterminator="\n")


def _day6_csv(html: bytes, folder: Path) -> str:
    path = folder / "new" / "day6.csv"
    day6_save_csv.save_movies(day5_runtime_url.extract_movies(BeautifulSoup(html, "lxml")), path)
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_day_6_writes_what_the_library_reads_on_every_page_of_the_longest_list(seed: int, tmp_path: Path) -> None:
    site, pages = Pages(Catalogue(movies=600, seed=seed)), 0
    while (html := site.page(f"{SEARCH}sort=user_rating,desc&start={50 * pages + 1}")) and b"lister-item-header" in html:
        assert _day6_csv(html, tmp_path) == _library_csv(html)
        pages += 1
    assert pages == 13  # 600 movies, and three that the list repeats


CLASSIC_FIXTURES = [path for path in sorted(PAGES.rglob("*.html")) if b"lister-item mode-advanced" in path.read_bytes()]


@pytest.mark.parametrize("path", CLASSIC_FIXTURES, ids=lambda path: path.stem)
def test_day_6_writes_what_the_library_reads_on_every_fixture_of_the_layout(path: Path, tmp_path: Path) -> None:
    html = path.read_bytes()
    as_on_imdb = _day6_csv(html, tmp_path).replace(PUBLIC_ORIGIN, "https://www.imdb.com")
    assert as_on_imdb == _library_csv(html)


@pytest.mark.parametrize(
    ("extract", "columns"),
    [
        (day3_title_rating.extract_movies, ["title", "rating"]),
        (day4_year_actors.extract_movies, ["title", "rating", "year", "actors"]),
        (day5_runtime_url.extract_movies, ["title", "rating", "year", "actors", "runtime", "url"]),
    ],
)
def test_each_day_adds_columns_and_none_needs_a_movie(
    extract: Callable[[BeautifulSoup], pd.DataFrame], columns: list[str]
) -> None:
    empty = extract(BeautifulSoup("<p>No results.</p>", "lxml"))
    assert list(empty.columns) == columns
    assert len(empty) == 0


@pytest.mark.parametrize("module", [day3_title_rating, day4_year_actors, day5_runtime_url])
def test_each_day_saves_its_table(module: object, tmp_path: Path) -> None:
    out = tmp_path / "new" / "movies.csv"
    module.main(["--out", str(out)])  # type: ignore[attr-defined]
    assert len(out.read_text(encoding="utf-8").splitlines()) == 51


def test_day_6_writes_51_lines(tmp_path: Path) -> None:
    out = tmp_path / "movies.csv"
    day6_save_csv.main([str(out)])
    assert len(out.read_bytes().splitlines()) == 51
