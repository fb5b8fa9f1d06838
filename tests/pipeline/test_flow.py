"""The flow without a network: pages come from the practice site as a function."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from moviescrape.errors import MoviescrapeError, NetworkError, NotFound, UsageError
from moviescrape.movie import DEFAULT_COLUMNS, Movie
from moviescrape.pages.page import Page, PageRequest
from moviescrape.parse import ParsedPage
from moviescrape.pipeline.flow import Run, parse_saved, write_movies
from moviescrape.pipeline.job import Job, Target
from moviescrape.pipeline.pagination import Limits
from moviescrape.pipeline.report import Report
from moviescrape.pipeline.results import PageParser
from moviescrape.practice import PUBLIC_ORIGIN, START_PATH, Catalogue, Pages
from support.crawling import movies_of

START = PUBLIC_ORIGIN + START_PATH
TOP = f"{PUBLIC_ORIGIN}/chart/top/"


class MixedPages(Pages):
    """Lists in the layout `classic`, movies' own pages in the layout `schema`."""

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__(catalogue)
        self._titles = Pages(catalogue, "schema")

    def page(self, path: str) -> bytes:
        return self._titles.page(path) if path.startswith("/title/") else super().page(path)

    def truth_of(self, path: str) -> list[Movie]:
        return self._titles.truth_of(path) if path.startswith("/title/") else super().truth_of(path)


@pytest.fixture(scope="module")
def pages() -> Pages:
    return MixedPages(Catalogue())


@dataclass
class Site:
    """The practice site, asked without HTTP; `broken` pages fail, `changed` ones are other than they should be."""

    pages: Pages
    asked: list[str] = field(default_factory=list)
    broken: dict[str, MoviescrapeError] = field(default_factory=dict)
    change: Callable[[str, bytes], bytes] = lambda _url, body: body

    def submit(self, request: PageRequest) -> Future[Page]:
        self.asked.append(request.url)
        future: Future[Page] = Future()
        if request.url in self.broken:
            future.set_exception(self.broken[request.url])
        else:
            body = self.pages.page(request.url.removeprefix(PUBLIC_ORIGIN))
            future.set_result(Page(self.change(request.url, body), url=request.url, asked_url=request.url))
        return future

    def list_url(self, page: int) -> str:
        """The address of a page of the list at START, as the page before it links to it."""
        return START if page == 1 else f"{START}&start={50 * (page - 1) + 1}&ref_=adv_nxt"


@pytest.fixture
def site(pages: Pages) -> Site:
    return Site(pages)


def _cells(movies: Iterator[Movie] | list[Movie]) -> list[tuple[object, ...]]:
    return [tuple(getattr(movie, column) for column in DEFAULT_COLUMNS) for movie in movies]


def _truth(pages: Pages, rows: int = 250) -> list[Movie]:
    """The distinct movies of the first pages of the list at START."""
    shown = [movie for first in range(1, 251, 50) for movie in pages.truth_of(f"{START_PATH}&start={first}")]
    return list({movie.url: movie for movie in reversed(shown)}.values())[::-1][:rows]


def test_a_list_is_read_to_its_end_and_equals_the_truth(site: Site, pages: Pages) -> None:
    report = Report()
    movies = movies_of(Run(report=report), Job.of([START]), site)
    assert _cells(movies) == _cells(_truth(pages))
    assert (report.pages, report.found, report.found - report.duplicates) == (5, 250, len(movies))
    assert (report.problems, report.shortfalls) == ([], [])


def test_max_pages(site: Site) -> None:
    report = Report()
    assert len(movies_of(Run(report=report), Job.of([START], limits=Limits(max_pages=3)), site)) == 150 - report.duplicates
    assert len(site.asked) == 3
    assert report.shortfalls == []


def test_max_movies_counts_rows_and_asks_for_no_page_in_vain(site: Site, pages: Pages) -> None:
    report = Report()
    movies = movies_of(Run(report=report), Job.of([START], limits=Limits(max_movies=120)), site)
    assert _cells(movies) == _cells(_truth(pages, 120))
    assert len(site.asked) == 3
    assert report.shortfalls == []


def test_years(site: Site, pages: Pages) -> None:
    report = Report()
    movies = movies_of(Run(report=report), Job.of([START], years=(1990, 1999)), site)
    expected = [movie for movie in _truth(pages) if movie.year is not None and 1990 <= movie.year <= 1999]
    assert expected
    assert _cells(movies) == _cells(expected)
    assert report.outside_years == 250 - len(movies) - report.duplicates
    assert report.shortfalls == []


def test_details_fill_what_the_list_leaves_out(site: Site, pages: Pages) -> None:
    report = Report()
    movies = movies_of(Run(report=report), Job.of([START], details=True, limits=Limits(max_movies=60)), site)
    assert _cells(movies)[:10] == _cells(_truth(pages, 60))[:10]
    assert report.details == 60
    assert sum(bool(movie.languages) for movie in movies) > 50
    assert not any("/members/" in url for url in site.asked)


def test_a_details_page_that_fails_keeps_the_row_and_is_said(site: Site) -> None:
    first, _ = movies_of(Run(), Job.of([START], limits=Limits(max_movies=2)), site)
    link = f"{first.url}?ref_=adv_li_tt"
    site.broken[link] = NotFound("404", where=link)
    report = Report()
    movies = movies_of(Run(report=report), Job.of([START], details=True, limits=Limits(max_movies=2)), site)
    assert movies[0] == first
    assert movies[1].languages
    assert [problem.where for problem in report.problems] == [link]


def test_a_page_that_fails_midway_is_said_with_what_is_missing(site: Site) -> None:
    site.broken[site.list_url(3)] = NetworkError("reset", where=site.list_url(3))
    report = Report()
    movies = movies_of(Run(report=report), Job.of([START, TOP]), site)
    assert [problem.where for problem in report.problems] == [site.list_url(3)]
    assert [(short.where, short.declared, short.read) for short in report.shortfalls] == [(START, 250, 100)]
    assert len(movies) >= 250 - report.duplicates  # the other source went on


def test_a_page_that_shows_fewer_than_it_declares_is_said(site: Site) -> None:
    def cut(url: str, body: bytes) -> bytes:
        return body.replace(b"lister-item mode-advanced", b"advert", 3) if url == site.list_url(2) else body

    site.change = cut
    report = Report()
    movies_of(Run(report=report), Job.of([START]), site)
    assert [(short.where, short.declared, short.read) for short in report.shortfalls] == [(site.list_url(2), 50, 47)]


def test_the_order_of_sources_is_the_order_of_rows(site: Site, pages: Pages, tmp_path: Path) -> None:
    saved = tmp_path / "title.html"
    saved.write_bytes(pages.page("/title/tt0000007/"))
    job = Job.of([f"{PUBLIC_ORIGIN}/title/tt0000009/", str(saved), f"{PUBLIC_ORIGIN}/title/tt0000008/"])
    movies = movies_of(Run(), job, site)
    assert [movie.url for movie in movies] == [f"{PUBLIC_ORIGIN}/title/tt000000{number}/" for number in (9, 7, 8)]


def test_a_text_file_of_urls(site: Site, pages: Pages, tmp_path: Path) -> None:
    urls = tmp_path / "urls.txt"
    urls.write_text("".join(f"{PUBLIC_ORIGIN}/title/tt00000{number}/\n" for number in range(10, 30)), encoding="utf-8")
    movies = movies_of(Run(), Job.of([str(urls)]), site)
    assert _cells(movies) == [cell for number in range(10, 30) for cell in _cells(pages.truth_of(f"/title/tt00000{number}/"))]


def _save(pages: Pages, folder: Path, *paths: str) -> None:
    for number, path in enumerate(paths, 1):
        (folder / f"{number}.html").write_bytes(pages.page(path))


def test_parse_keeps_every_row_of_every_page(pages: Pages, tmp_path: Path) -> None:
    _save(pages, tmp_path, START_PATH, START_PATH)
    report = parse_saved(Job.of([str(tmp_path)]), Target.of(tmp_path / "movies.csv"))
    assert (report.movies, report.complete) == (100, True)
    assert len((tmp_path / "movies.csv").read_text(encoding="utf-8").splitlines()) == 101
    assert report.share_filled("title") == 1


def test_a_bad_page_never_stops_the_others(pages: Pages, tmp_path: Path) -> None:
    _save(pages, tmp_path, START_PATH, "/members/nothing/", f"{START_PATH}&start=51")
    (tmp_path / "0.html").touch()
    report = parse_saved(Job.of([str(tmp_path)]), Target.of(tmp_path / "movies.csv"))
    assert report.movies == 100
    assert [Path(problem.where).name for problem in report.problems] == ["0.html", "2.html"]
    assert not report.complete


def test_a_saved_page_of_the_middle_or_the_end_of_a_list_is_complete(pages: Pages, tmp_path: Path) -> None:
    _save(pages, tmp_path, f"{START_PATH}&start=101", f"{START_PATH}&start=201")
    assert parse_saved(Job.of([str(tmp_path)]), Target.of(tmp_path / "movies.csv")).complete


def test_urls_are_not_parsed(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"moviescrape\.run"):
        parse_saved(Job.of([START]), Target.of(tmp_path / "movies.csv"))


def test_without_a_movie_an_older_file_stays(tmp_path: Path) -> None:
    out = tmp_path / "movies.csv"
    out.write_text("older", encoding="utf-8")
    write_movies(iter(()), Report(), Target.of(out))
    assert out.read_text(encoding="utf-8") == "older"


def test_what_breaks_midway_leaves_an_older_file(tmp_path: Path) -> None:
    out = tmp_path / "movies.csv"
    out.write_text("older", encoding="utf-8")

    def movies() -> Iterator[Movie]:
        yield Movie("Heat")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_movies(movies(), Report(), Target.of(out))
    assert [path.name for path in tmp_path.iterdir()] == ["movies.csv"]
    assert out.read_text(encoding="utf-8") == "older"


def test_jsonl_says_where_each_row_is_from(pages: Pages, tmp_path: Path) -> None:
    _save(pages, tmp_path, "/title/tt0000007/")
    parse_saved(Job.of([str(tmp_path)]), Target.of(tmp_path / "movies.jsonl"))
    assert '"source":' in (tmp_path / "movies.jsonl").read_text(encoding="utf-8")


def test_a_bug_on_one_page_is_that_pages_problem() -> None:
    def broken(_page: Page, _columns: object, _sites: object) -> ParsedPage:
        raise RecursionError("too deep")

    result = PageParser(read=broken).parse(Page(b"<p>"), "a.html")
    assert result.movies == ()
    assert str(result.problem) == (
        "a.html: reading it failed (RecursionError: too deep), which is a bug of moviescrape; report the page"
    )
