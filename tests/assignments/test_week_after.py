"""Days 7 to 12 over loopback, against what the catalogue says."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

import pandas as pd
import pytest

from moviescrape.assignments import (
    day7_more_pages,
    day8_top_n,
    day9_plot_years,
    day10_crawl_details,
    day11_plot_actors,
    day12_plot_languages,
)
from moviescrape.assignments.day8_top_n import read_movies
from moviescrape.errors import UnsafeURL
from moviescrape.movie import Movie, join_names
from moviescrape.practice import Catalogue, PracticeSite

pytestmark = pytest.mark.slow

matplotlib = pytest.importorskip("matplotlib")
matplotlib.use("Agg")

YEARS = range(1930, 2021)


@pytest.fixture(scope="module")
def site() -> Iterator[PracticeSite]:
    with PracticeSite(Catalogue(movies=700, seed=4)) as site:
        yield site


@pytest.fixture(scope="module")
def folder(site: PracticeSite, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which days 7, 8 and 10 were run."""
    folder = tmp_path_factory.mktemp("week")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MOVIESCRAPE_SITE", site.dialled)
        day7_more_pages.main([str(folder / "day7.csv")])
        day8_top_n.main(["-n", "5", str(folder / "day7.csv"), str(folder / "day8.csv")])
        day10_crawl_details.main([str(folder / "day8.csv"), str(folder / "day10.csv")])
    return folder


def _best(site: PracticeSite, year: int, n: int) -> list[Movie]:
    rated = [movie for movie in site.catalogue.truth() if movie.year == year and (movie.votes or 0) >= 5000]
    return rated[:n]  # the truth is sorted by rating


@pytest.fixture(scope="module")
def top(site: PracticeSite) -> list[Movie]:
    """The five best of each year, as the catalogue knows them."""
    return [movie for year in YEARS for movie in _best(site, year, 5)]


def test_day_7_has_the_50_best_of_each_year(site: PracticeSite, folder: Path) -> None:
    movies = read_movies(folder / "day7.csv")
    expected = [movie for year in YEARS for movie in _best(site, year, 50)]
    assert movies["url"].tolist() == [movie.url for movie in expected]
    assert movies["year"].tolist() == [movie.year for movie in expected]


def test_day_7_says_the_year_and_survives_years_without_movies(
    site: PracticeSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MOVIESCRAPE_SITE", site.dialled)
    day7_more_pages.main(["-s", "1929", "-e", "1930", str(tmp_path / "movies.csv")])
    assert "1929 ...\n1930 ...\n" in capsys.readouterr().out
    day7_more_pages.main(["-s", "1900", "-e", "1901", str(tmp_path / "none.csv")])
    assert (tmp_path / "none.csv").read_text(encoding="utf-8") == "title,rating,year,actors,runtime,url\n"


def test_day_7_refuses_years_that_run_backwards() -> None:
    with pytest.raises(SystemExit) as stopped:
        day7_more_pages.main(["-s", "2000", "-e", "1999"])
    assert stopped.value.code == 2


def test_day_8_keeps_the_best_and_the_order_of_ties(folder: Path, top: list[Movie]) -> None:
    movies = read_movies(folder / "day8.csv")
    assert movies["url"].tolist() == [movie.url for movie in top]


def test_day_9_finds_the_best_year(folder: Path, top: list[Movie]) -> None:
    means = day9_plot_years.mean_ratings(read_movies(folder / "day8.csv"))
    expected = {year: mean(movie.rating or 0 for movie in top if movie.year == year) for year in {movie.year for movie in top}}
    assert means.to_dict() == pytest.approx(expected)
    assert means.idxmax() == max(expected, key=expected.__getitem__)


def test_day_10_adds_actors_and_languages(folder: Path, top: list[Movie]) -> None:
    movies = read_movies(folder / "day10.csv").astype("object")
    assert movies["actors"].where(movies["actors"].notna(), None).tolist() == [join_names(movie.actors) for movie in top]
    assert movies["languages"].where(movies["languages"].notna(), None).tolist() == [join_names(movie.languages) for movie in top]
    assert movies["languages"].isna().any()


def test_day_10_asks_for_no_page_twice(site: PracticeSite, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOVIESCRAPE_SITE", site.dialled)
    before, requests = (folder / "day10.csv").read_bytes(), len(site.request_stats.requests)
    (folder / "pages" / "tt0000001.unfinished").write_text("<html><body>half a pa", encoding="utf-8")
    day10_crawl_details.main([str(folder / "day8.csv"), str(folder / "day10.csv")])
    assert len(site.request_stats.requests) == requests
    assert (folder / "day10.csv").read_bytes() == before


def test_day_10_follows_no_link_to_another_site(site: PracticeSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOVIESCRAPE_SITE", site.dialled)
    table = tmp_path / "in.csv"
    table.write_text("title,rating,year,runtime,url\nA,1.0,1999,,https://films.example/title/tt1/\n", encoding="utf-8")
    with pytest.raises(UnsafeURL, match="not a page of the practice site"):
        day10_crawl_details.main([str(table), str(tmp_path / "out.csv")])


def test_day_11_counts_every_appearance(folder: Path, top: list[Movie]) -> None:
    counts = day11_plot_actors.count_actors(read_movies(folder / "day10.csv"))
    expected = Counter(name.replace(";", ",") for movie in top for name in movie.actors)
    assert counts.to_dict() == expected
    assert counts.is_monotonic_decreasing


@pytest.mark.parametrize("decade", [1970, 2010])
def test_day_12_counts_every_language_but_none(decade: int, folder: Path, top: list[Movie]) -> None:
    counts = day12_plot_languages.count_languages(read_movies(folder / "day10.csv"))
    all_years = Counter(name for movie in top for name in movie.languages if name != "None")
    expected = Counter(
        name for movie in top if movie.year and movie.year // 10 * 10 == decade for name in movie.languages if name in counts
    )
    assert sorted(counts.sum(), reverse=True) == [number for _, number in all_years.most_common(10)]
    assert {name: number for name, number in counts.loc[decade].items() if number} == expected
    second = day12_plot_languages.second_language(counts, decade)
    assert expected[second] == sorted(expected.values(), reverse=True)[1]


@pytest.mark.parametrize(
    ("day", "source"), [(day9_plot_years, "day8.csv"), (day11_plot_actors, "day10.csv"), (day12_plot_languages, "day10.csv")]
)
def test_plots_are_images(day: object, source: str, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "new" / "plot.png"
    day.main([str(folder / source), str(path)])  # type: ignore[attr-defined]
    height, width, _ = matplotlib.image.imread(path).shape
    assert width >= 1000
    assert height >= 500


def test_a_plot_with_letters_that_no_font_has_is_saved_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(day11_plot_actors, "fonts_for_names", lambda: ["DejaVu Sans"])
    for names, boxes in ((["Ana", "Bo"], False), (["Ana", "\ud55c"], True)):
        day11_plot_actors.plot_actors(pd.Series([2, 1], index=names), tmp_path / "plot.png")
        assert ("Some names are boxes" in capsys.readouterr().out) is boxes


def test_a_movie_called_none_keeps_its_name(tmp_path: Path) -> None:
    movies = pd.DataFrame({"title": ["None", "NA"], "rating": [5.0, None], "year": [1999, 1999], "runtime": [None, 90]})
    path = tmp_path / "movies.csv"
    movies.to_csv(path, index=False)
    assert read_movies(path)["title"].tolist() == ["None", "NA"]
