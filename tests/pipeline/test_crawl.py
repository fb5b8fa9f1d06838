"""The order of a crawl: what comes out doesn't depend on what comes back first, and nothing is asked for in vain."""

from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field

import pytest

from moviescrape.errors import EmptyPage, NotFound, UsageError
from moviescrape.movie import Movie
from moviescrape.pages.page import Page, PageRequest
from moviescrape.parse import PageKind, ParsedPage
from moviescrape.pipeline.crawl import DETAILS_AHEAD, LISTS_A_HOST, Crawl, Row, follow_details
from moviescrape.pipeline.pagination import Limits, Stop

A, B = "https://a.example", "https://b.example"


@dataclass
class Site:
    """Answers when told to, in any order; each list has `length` pages named /1, /2, ..., of a movie each."""

    length: int = 3
    eager: bool = True
    asked: list[str] = field(default_factory=list)
    open: dict[str, Future[Page]] = field(default_factory=dict)
    broken: frozenset[str] = frozenset()

    def submit(self, request: PageRequest) -> Future[Page]:
        future: Future[Page] = Future()
        self.asked.append(request.url)
        self.open[request.url] = future
        if self.eager:
            self.answer(request.url)
        return future

    def answer(self, url: str) -> None:
        future = self.open.pop(url)
        if url in self.broken:
            future.set_exception(NotFound("no such page", where=url))
        else:
            future.set_result(Page(url.encode(), url=url, asked_url=url))

    def read(self, page: Page) -> ParsedPage:
        url = page.body.decode()
        start, _, number = url.rpartition("/")
        if "title" in url:
            return ParsedPage(PageKind.TITLE, (Movie(url, url=url),))
        if int(number) > self.length:
            return ParsedPage(PageKind.EMPTY, problem=EmptyPage("no results", where=url))
        return ParsedPage(PageKind.LIST, (Movie(url, url=url),), next_url=f"{start}/{int(number) + 1}")


def _follow_all(crawl: Crawl, starts: int) -> Iterator[str]:
    for number in range(starts):
        for visit in crawl.follow(number):
            yield visit.where


def test_lists_come_out_in_the_order_of_their_starts() -> None:
    site = Site()
    crawl = Crawl([f"{A}/x/1", f"{B}/y/1", f"{A}/z/1"], site.submit, site.read, Limits())
    assert list(_follow_all(crawl, 3)) == [f"{start}/{page}" for start in (f"{A}/x", f"{B}/y", f"{A}/z") for page in (1, 2, 3)]


def test_hosts_advance_together(monkeypatch: pytest.MonkeyPatch) -> None:
    site = Site(eager=False)

    def answer_the_last(futures: list[Future[Page]], **_: object) -> None:
        site.answer(list(site.open)[-1])

    monkeypatch.setattr("moviescrape.pipeline.crawl.wait", answer_the_last)
    crawl = Crawl([f"{A}/x/1", f"{B}/y/1"], site.submit, site.read, Limits())
    assert list(_follow_all(crawl, 2)) == [f"{A}/x/1", f"{A}/x/2", f"{A}/x/3", f"{B}/y/1", f"{B}/y/2", f"{B}/y/3"]
    assert site.asked.index(f"{B}/y/3") < site.asked.index(f"{A}/x/2")


def test_a_limit_on_movies_asks_for_nothing_in_vain() -> None:
    site = Site()
    crawl = Crawl([f"{A}/x/1", f"{B}/y/1"], site.submit, site.read, Limits(max_movies=1))
    next(_follow_all(crawl, 2))
    assert site.asked == [f"{A}/x/1"]


def test_a_limit_on_pages_counts_for_each_list() -> None:
    site = Site()
    crawl = Crawl([f"{A}/x/1", f"{A}/y/1"], site.submit, site.read, Limits(max_pages=2))
    assert list(_follow_all(crawl, 2)) == [f"{A}/x/1", f"{A}/x/2", f"{A}/y/1", f"{A}/y/2"]
    assert len(site.asked) == 4


def test_many_starts_on_one_host_are_opened_a_few_at_a_time() -> None:
    site = Site()
    crawl = Crawl([f"{A}/{number}/1" for number in range(50)], site.submit, site.read, Limits())
    next(_follow_all(crawl, 50))
    assert len(site.asked) == LISTS_A_HOST


def test_what_waits_for_its_turn_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("moviescrape.pipeline.crawl.PAGES_AHEAD", 5)
    site = Site(length=100)
    crawl = Crawl([f"{A}/x/1", f"{B}/y/1"], site.submit, site.read, Limits())
    assert len(list(crawl.follow(0))) == 100
    assert sum(url.startswith(B) for url in site.asked) <= 6


def test_a_page_that_fails_ends_its_list_and_no_other() -> None:
    site = Site(broken=frozenset({f"{A}/x/2"}))
    crawl = Crawl([f"{A}/x/1", f"{B}/y/1"], site.submit, site.read, Limits())
    visits = list(crawl.follow(0))
    assert [type(visit.problem) for visit in visits] == [type(None), NotFound]
    assert len(list(crawl.follow(1))) == 3


def test_an_empty_page_behind_the_last_one_is_no_problem_but_an_empty_list_is() -> None:
    site = Site(length=1)
    crawl = Crawl([f"{A}/x/1", f"{A}/x/9"], site.submit, site.read, Limits())
    assert [visit.problem for visit in crawl.follow(0)] == [None]
    assert [type(visit.problem) for visit in crawl.follow(1)] == [EmptyPage]


def test_an_error_of_usage_ends_the_crawl() -> None:
    def refuse(request: PageRequest) -> Future[Page]:
        future: Future[Page] = Future()
        future.set_exception(UsageError("no contact"))
        return future

    with pytest.raises(UsageError):
        next(Crawl([f"{A}/x/1"], refuse, Site().read, Limits()).follow(0))


def test_the_trail_is_returned() -> None:
    def follow() -> Iterator[object]:
        site = Site(length=3)
        trail = yield from Crawl([f"{A}/x/1"], site.submit, site.read, Limits(max_pages=2)).follow(0)
        yield trail.stop

    assert list(follow())[-1] is Stop.LIMIT


def _rows(number: int) -> Iterator[Row]:
    for place in range(number):
        yield Row(Movie(str(place)), PageRequest(f"{A}/title/{place}"))


def test_details_come_in_the_order_of_the_rows_whatever_answers_first() -> None:
    site = Site(eager=False)

    def submit(request: PageRequest) -> Future[Page]:
        future = site.submit(request)
        if len(site.open) == 3:
            for url in reversed(list(site.open)):
                site.answer(url)
        return future

    details = follow_details(_rows(3), submit, site.read, ahead=2)
    assert [(movie.title, visit and visit.where) for movie, visit in details] == [(str(n), f"{A}/title/{n}") for n in range(3)]


def test_details_are_asked_for_within_a_window() -> None:
    site = Site()
    details = follow_details(_rows(1_000), site.submit, site.read)
    next(details)
    assert len(site.asked) == DETAILS_AHEAD + 1


def test_a_movie_without_a_link_and_one_whose_page_fails_are_kept() -> None:
    site = Site(broken=frozenset({f"{A}/title/0"}))
    details = list(follow_details([*_rows(1), Row(Movie("bare"))], site.submit, site.read))
    assert details[1] == (Movie("bare"), None)
    assert details[0][0] == Movie("0")
    assert details[0][1] is not None
    assert isinstance(details[0][1].problem, NotFound)


def test_a_list_in_place_of_a_movies_page_is_a_problem() -> None:
    site = Site()
    ((_, visit),) = follow_details([Row(Movie("x"), PageRequest(f"{A}/x/1"))], site.submit, site.read)
    assert visit is not None
    assert "not the movie's own page" in str(visit.problem)
    assert visit.movies == ()
