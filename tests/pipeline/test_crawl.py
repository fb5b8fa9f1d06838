"""The order of a crawl: what comes out doesn't depend on what comes back first, and nothing is asked for in vain."""

from collections.abc import Collection, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field

import pytest

from moviescrape.errors import EmptyPage, NotFound, UnsafeURL, UsageError
from moviescrape.movie import Movie
from moviescrape.pages.page import Page, PageRequest
from moviescrape.parse import PageKind, ParsedPage
from moviescrape.pipeline.crawl import DETAILS_AHEAD, LISTS_A_HOST, Crawl, FollowedList, follow_details
from moviescrape.pipeline.pagination import NO_LIMITS, Limits, ListEnd
from moviescrape.pipeline.results import ListedMovie, PageParser, PageResult

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

    @property
    def parser(self) -> PageParser:
        return PageParser(read=self.read)

    def read(self, page: Page, _columns: Collection[str] | None, _sites: object) -> ParsedPage:
        url = page.body.decode()
        start, _, number = url.rpartition("/")
        if "title" in url:
            return ParsedPage(PageKind.TITLE, (Movie(url, url=url),))
        if int(number) > self.length:
            return ParsedPage(PageKind.EMPTY, problem=EmptyPage("no results", where=url))
        return ParsedPage(PageKind.LIST, (Movie(url, url=url),), next_url=f"{start}/{int(number) + 1}")


def _added(starts: list[str], site: Site, limits: Limits = NO_LIMITS) -> tuple[Crawl, list[FollowedList]]:
    crawl = Crawl(site, site.parser, limits)
    return crawl, [crawl.add(start) for start in starts]


def _follow_all(starts: list[str], site: Site, limits: Limits = NO_LIMITS) -> Iterator[str]:
    crawl, lists = _added(starts, site, limits)
    for each in lists:
        for result in crawl.follow(each):
            yield result.where


def _follow(starts: list[str], site: Site) -> list[list[PageResult]]:
    crawl, lists = _added(starts, site)
    return [list(crawl.follow(each)) for each in lists]


def test_lists_come_out_in_the_order_of_their_starts() -> None:
    site = Site()
    followed = list(_follow_all([f"{A}/x/1", f"{B}/y/1", f"{A}/z/1"], site))
    assert followed == [f"{start}/{page}" for start in (f"{A}/x", f"{B}/y", f"{A}/z") for page in (1, 2, 3)]


def test_hosts_advance_together(monkeypatch: pytest.MonkeyPatch) -> None:
    site = Site(eager=False)

    def answer_the_last(futures: list[Future[Page]], **_: object) -> None:
        site.answer(list(site.open)[-1])

    monkeypatch.setattr("moviescrape.pipeline.crawl.wait", answer_the_last)
    followed = list(_follow_all([f"{A}/x/1", f"{B}/y/1"], site))
    assert followed == [
        f"{A}/x/1",
        f"{A}/x/2",
        f"{A}/x/3",
        f"{B}/y/1",
        f"{B}/y/2",
        f"{B}/y/3",
    ]
    assert site.asked.index(f"{B}/y/3") < site.asked.index(f"{A}/x/2")


def test_a_limit_on_movies_asks_for_nothing_in_vain() -> None:
    site = Site()
    next(_follow_all([f"{A}/x/1", f"{B}/y/1"], site, Limits(max_movies=1)))
    assert site.asked == [f"{A}/x/1"]


def test_a_limit_on_pages_counts_for_each_list() -> None:
    site = Site()
    followed = list(_follow_all([f"{A}/x/1", f"{A}/y/1"], site, Limits(max_pages=2)))
    assert followed == [
        f"{A}/x/1",
        f"{A}/x/2",
        f"{A}/y/1",
        f"{A}/y/2",
    ]
    assert len(site.asked) == 4


def test_many_starts_on_one_host_are_opened_a_few_at_a_time() -> None:
    site = Site()
    next(_follow_all([f"{A}/{number}/1" for number in range(50)], site))
    assert len(site.asked) == LISTS_A_HOST


def test_what_waits_for_its_turn_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("moviescrape.pipeline.crawl.PAGES_AHEAD", 5)
    site = Site(length=100)
    crawl, lists = _added([f"{A}/x/1", f"{B}/y/1"], site)
    assert len(list(crawl.follow(lists[0]))) == 100
    assert sum(url.startswith(B) for url in site.asked) <= 6


def test_a_page_that_fails_ends_its_list_and_no_other() -> None:
    site = Site(broken=frozenset({f"{A}/x/2"}))
    broken, whole = _follow([f"{A}/x/1", f"{B}/y/1"], site)
    assert [type(result.problem) for result in broken] == [type(None), NotFound]
    assert len(whole) == 3


def test_an_empty_page_behind_the_last_one_is_no_problem_but_an_empty_list_is() -> None:
    site = Site(length=1)
    ended, empty = _follow([f"{A}/x/1", f"{A}/x/9"], site)
    assert [result.problem for result in ended] == [None]
    assert [type(result.problem) for result in empty] == [EmptyPage]


def test_lists_may_be_followed_in_any_order_and_twice() -> None:
    crawl, lists = _added([f"{A}/x/1", f"{A}/x/1", f"{B}/y/1"], Site(length=1))
    followed = [[result.where for result in crawl.follow(each)] for each in reversed(lists)]
    assert followed == [
        [f"{B}/y/1"],
        [f"{A}/x/1"],
        [f"{A}/x/1"],
    ]


def test_an_error_of_usage_ends_the_crawl() -> None:
    class Refusing(Site):
        def submit(self, request: PageRequest) -> Future[Page]:
            future: Future[Page] = Future()
            future.set_exception(UsageError("no contact"))
            return future

    with pytest.raises(UsageError):
        _follow([f"{A}/x/1"], Refusing())


def test_a_url_that_cant_be_asked_for_is_a_problem_of_its_list() -> None:
    class Refusing(Site):
        def submit(self, request: PageRequest) -> Future[Page]:
            raise UnsafeURL("not a URL", where=request.url)

    ((result,),) = _follow([f"{A}/x/1"], Refusing())
    assert isinstance(result.problem, UnsafeURL)


def test_a_list_says_how_it_ended() -> None:
    crawl, (followed,) = _added([f"{A}/x/1"], Site(length=3), Limits(max_pages=2))
    assert len(list(crawl.follow(followed))) == 2
    assert followed.progress.end is ListEnd.LIMIT


def _rows(number: int) -> Iterator[ListedMovie]:
    for place in range(number):
        yield ListedMovie(Movie(str(place)), PageRequest(f"{A}/title/{place}"))


def test_details_come_in_the_order_of_the_rows_whatever_answers_first() -> None:
    class Reversing(Site):
        def submit(self, request: PageRequest) -> Future[Page]:
            future = super().submit(request)
            if len(self.open) == 3:
                for url in reversed(list(self.open)):
                    self.answer(url)
            return future

    site = Reversing(eager=False)
    details = follow_details(_rows(3), site, site.parser, ahead=2)
    assert [(movie.title, visit and visit.where) for movie, visit in details] == [(str(n), f"{A}/title/{n}") for n in range(3)]


def test_details_are_asked_for_within_a_window() -> None:
    site = Site()
    details = follow_details(_rows(1_000), site, site.parser)
    next(details)
    assert len(site.asked) == DETAILS_AHEAD + 1


def test_a_movie_without_a_link_and_one_whose_page_fails_are_kept() -> None:
    site = Site(broken=frozenset({f"{A}/title/0"}))
    details = list(follow_details([*_rows(1), ListedMovie(Movie("bare"))], site, site.parser))
    assert details[1] == (Movie("bare"), None)
    assert details[0][0] == Movie("0")
    assert details[0][1] is not None
    assert isinstance(details[0][1].problem, NotFound)


def test_a_list_in_place_of_a_movies_page_is_a_problem() -> None:
    site = Site()
    ((_, visit),) = follow_details([ListedMovie(Movie("x"), PageRequest(f"{A}/x/1"))], site, site.parser)
    assert visit is not None
    assert "not the movie's own page" in str(visit.problem)
    assert visit.movies == ()
