"""The order of a crawl: what comes out doesn't depend on what comes back first, and nothing is asked for in vain."""

from collections.abc import Collection, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Thread

import pytest

from moviescrape.errors import EmptyPage, NotFound, UnsafeURL, UsageError
from moviescrape.movie import Movie
from moviescrape.pages.frontier import Frontier
from moviescrape.pages.page import Page, PageRequest
from moviescrape.pages.store import PageStore
from moviescrape.parse import PageKind, ParsedPage
from moviescrape.pipeline.crawl import OWN_PAGES_AHEAD, Crawl
from moviescrape.pipeline.crawl_ahead import LISTS_A_HOST, OWN_PAGES_A_HOST
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


@pytest.fixture
def store() -> Iterator[PageStore]:
    with PageStore.in_memory() as store:
        store.begin_run()
        yield store


def _crawl(site: Site, store: PageStore, limits: Limits = NO_LIMITS, *, details: bool = False) -> Crawl:
    return Crawl(site, site.parser, Frontier(store), limits, (lambda _: True) if details else None)


def _follow_all(starts: list[str], site: Site, store: PageStore, limits: Limits = NO_LIMITS) -> Iterator[str]:
    crawl = _crawl(site, store, limits)
    crawl.begin(starts)
    for start in starts:
        for result in crawl.follow(crawl.open_list(start)):
            yield result.where


def _follow(starts: list[str], site: Site, store: PageStore) -> list[list[PageResult]]:
    crawl = _crawl(site, store)
    crawl.begin(starts)
    return [list(crawl.follow(crawl.open_list(start))) for start in starts]


def test_lists_come_out_in_the_order_of_their_starts(store: PageStore) -> None:
    site = Site()
    followed = list(_follow_all([f"{A}/x/1", f"{B}/y/1", f"{A}/z/1"], site, store))
    assert followed == [f"{start}/{page}" for start in (f"{A}/x", f"{B}/y", f"{A}/z") for page in (1, 2, 3)]
    assert len(site.asked) == len(set(site.asked)) == 12  # each once; three are the empty pages behind the last


def test_hosts_advance_together_whatever_answers_first(store: PageStore) -> None:
    """The host of the first list never answers before the other is read to its end."""
    site = Site(eager=False)
    crawl = _crawl(site, store)
    crawl.begin([f"{A}/x/1", f"{B}/y/1"])
    while last := [url for url in site.open if url.startswith(B)]:
        site.answer(last[-1])
        crawl.read_one()
    assert site.asked == [f"{A}/x/1", *(f"{B}/y/{number}" for number in (1, 2, 3, 4))]
    site.eager = True
    site.answer(f"{A}/x/1")
    results = [result.where for start in ("A/x/1", "B/y/1") for result in crawl.follow(crawl.open_list(_url(start)))]
    assert results == [f"{start}/{page}" for start in (f"{A}/x", f"{B}/y") for page in (1, 2, 3)]
    assert len(site.asked) == len(set(site.asked)) == 8


def _url(start: str) -> str:
    return start.replace("A/", f"{A}/").replace("B/", f"{B}/")


def test_a_limit_on_movies_asks_for_nothing_in_vain(store: PageStore) -> None:
    site = Site()
    next(_follow_all([f"{A}/x/1", f"{B}/y/1"], site, store, Limits(max_movies=1)))
    assert site.asked == [f"{A}/x/1"]


def test_a_limit_on_pages_counts_for_each_list(store: PageStore) -> None:
    site = Site()
    followed = list(_follow_all([f"{A}/x/1", f"{A}/y/1"], site, store, Limits(max_pages=2)))
    assert followed == [f"{A}/x/1", f"{A}/x/2", f"{A}/y/1", f"{A}/y/2"]
    assert len(site.asked) == 4


def test_many_starts_on_one_host_are_opened_a_few_at_a_time(store: PageStore) -> None:
    site = Site(eager=False)
    _crawl(site, store).begin([f"{A}/{number}/1" for number in range(50)])
    assert len(site.asked) == LISTS_A_HOST


def test_more_lists_than_may_be_open_are_followed_when_others_end(store: PageStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("moviescrape.pipeline.crawl_ahead.LISTS_AT_ONCE", 3)
    site = Site(length=2)
    starts = [f"https://{name}.example/{number}/1" for name in "abcdefgh" for number in range(3)]
    crawl = _crawl(site, store)
    crawl.begin(starts)
    assert len(site.asked) == 3
    assert len([result for start in starts for result in crawl.follow(crawl.open_list(start))]) == 48
    assert len(site.asked) == len(set(site.asked))


def test_pages_that_nobody_read_hold_fetching_up(store: PageStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """Their bytes are in memory, and the reader may be slower than a hundred hosts."""
    monkeypatch.setattr("moviescrape.pipeline.reading.UNREAD_PAGES", 2)
    site = Site(eager=False, length=1)
    starts = [f"https://{number}.example/x/1" for number in range(6)]
    with _crawl(site, store) as crawl:
        crawl.begin(starts)
        threads = [Thread(target=site.answer, args=(start,)) for start in starts]
        for thread in threads[:2]:
            thread.start()
            thread.join()
        threads[2].start()
        threads[2].join(0.05)
        assert threads[2].is_alive()
        crawl.read_one()
        threads[2].join()
    threads[3].start()  # who ends the crawl waits for nobody
    threads[3].join()


def test_a_page_that_fails_ends_its_list_and_no_other(store: PageStore) -> None:
    site = Site(broken=frozenset({f"{A}/x/2"}))
    broken, whole = _follow([f"{A}/x/1", f"{B}/y/1"], site, store)
    assert [type(result.problem) for result in broken] == [type(None), NotFound]
    assert len(whole) == 3
    assert site.asked.count(f"{A}/x/2") == 1


def test_an_empty_page_behind_the_last_one_is_no_problem_but_an_empty_list_is(store: PageStore) -> None:
    site = Site(length=1)
    ended, empty = _follow([f"{A}/x/1", f"{A}/x/9"], site, store)
    assert [result.problem for result in ended] == [None]
    assert [type(result.problem) for result in empty] == [EmptyPage]


def test_lists_may_be_followed_in_any_order_and_twice(store: PageStore) -> None:
    site = Site(length=1)
    crawl = _crawl(site, store)
    starts = [f"{A}/x/1", f"{A}/x/1", f"{B}/y/1"]
    crawl.begin(starts)
    followed = [[result.where for result in crawl.follow(crawl.open_list(start))] for start in reversed(starts)]
    assert followed == [[f"{B}/y/1"], [f"{A}/x/1"], [f"{A}/x/1"]]
    assert len(site.asked) == 4


def test_an_error_of_usage_ends_the_crawl(store: PageStore) -> None:
    class Refusing(Site):
        def submit(self, request: PageRequest) -> Future[Page]:
            future: Future[Page] = Future()
            future.set_exception(UsageError("no contact"))
            return future

    with pytest.raises(UsageError):
        _follow([f"{A}/x/1"], Refusing(), store)


def test_a_url_that_cant_be_asked_for_is_a_problem_of_its_list(store: PageStore) -> None:
    class Refusing(Site):
        def submit(self, request: PageRequest) -> Future[Page]:
            raise UnsafeURL("not a URL", where=request.url)

    ((result,),) = _follow([f"{A}/x/1"], Refusing(), store)
    assert isinstance(result.problem, UnsafeURL)


def test_a_list_says_how_it_ended(store: PageStore) -> None:
    crawl = _crawl(Site(length=3), store, Limits(max_pages=2))
    followed = crawl.open_list(f"{A}/x/1")
    assert len(list(crawl.follow(followed))) == 2
    assert followed.progress.end is ListEnd.LIMIT


def test_a_run_that_goes_on_reads_no_page_again_but_those_that_failed(tmp_path: Path) -> None:
    starts = [f"{A}/x/1", f"{B}/y/1"]
    first = Site(broken=frozenset({f"{A}/x/3"}))
    with PageStore.open(tmp_path / "pages.sqlite") as store:
        store.begin_run("run")
        with Crawl(first, first.parser, Frontier(store, "reader")) as crawl:
            crawl.begin(starts)
            _ = [list(crawl.follow(crawl.open_list(start))) for start in starts]
    then = Site()
    with PageStore.open(tmp_path / "pages.sqlite") as store:
        assert store.begin_run("run")
        frontier = Frontier(store, "reader")
        assert [(kept.host, kept.pages) for kept in frontier.kept_before] == [("a.example", 2), ("b.example", 4)]
        crawl = Crawl(then, then.parser, frontier)
        crawl.begin(starts)
        followed = [[result.where for result in crawl.follow(crawl.open_list(start))] for start in starts]
    assert then.asked == [f"{A}/x/3", f"{A}/x/4"]
    assert followed == [[f"{A}/x/{number}" for number in (1, 2, 3)], [f"{B}/y/{number}" for number in (1, 2, 3)]]


def _rows(number: int) -> list[ListedMovie]:
    return [ListedMovie(Movie(str(place)), PageRequest(f"{A}/title/{place}")) for place in range(number)]


def test_details_come_in_the_order_of_the_rows_whatever_answers_first(store: PageStore) -> None:
    class Reversing(Site):
        def submit(self, request: PageRequest) -> Future[Page]:
            future = super().submit(request)
            if len(self.open) == 3:
                for url in reversed(list(self.open)):
                    self.answer(url)
            return future

    details = _crawl(Reversing(eager=False), store).details(_rows(3))
    assert [(movie.title, visit and visit.where) for movie, visit in details] == [(str(n), f"{A}/title/{n}") for n in range(3)]


def test_details_are_asked_for_within_a_window(store: PageStore) -> None:
    site = Site()
    next(_crawl(site, store).details(_rows(1_000)))
    assert len(site.asked) == OWN_PAGES_AHEAD + 1


def test_own_pages_of_each_host_are_asked_for_before_their_turn_a_few_at_a_time(store: PageStore) -> None:
    site = Site(eager=False)
    requests = [PageRequest(f"https://{name}.example/title/{number}") for name in "abc" for number in range(100)]
    _crawl(site, store).begin(own_pages=requests)
    assert len(site.asked) == 3 * OWN_PAGES_A_HOST
    assert {url.partition("/title")[0] for url in site.asked} == {f"https://{name}.example" for name in "abc"}


def test_each_own_page_is_asked_for_once_whoever_wants_it(store: PageStore) -> None:
    site = Site()
    rows = [*_rows(100), *_rows(100)]
    crawl = _crawl(site, store)
    crawl.begin(own_pages=[row.own_page for row in rows if row.own_page])
    assert len(list(crawl.details(rows))) == 200
    assert sorted(site.asked) == sorted({row.own_page.url for row in rows if row.own_page})


def test_own_pages_of_lists_are_asked_for_as_the_lists_are_read(store: PageStore) -> None:
    class Linking(Site):
        def read(self, page: Page, columns: Collection[str] | None, sites: object) -> ParsedPage:
            parsed = super().read(page, columns, sites)
            links = tuple(f"{movie.url}/title" for movie in parsed.movies) if parsed.kind is PageKind.LIST else ()
            return replace(parsed, detail_urls=links)

    site = Linking()
    crawl = _crawl(site, store, details=True)
    crawl.begin([f"{A}/x/1", f"{B}/y/1"])
    list(crawl.follow(crawl.open_list(f"{A}/x/1")))
    assert {url for url in site.asked if url.startswith(B)} >= {f"{B}/y/{number}/title" for number in (1, 2)}


def test_a_movie_without_a_link_and_one_whose_page_fails_are_kept(store: PageStore) -> None:
    site = Site(broken=frozenset({f"{A}/title/0"}))
    details = list(_crawl(site, store).details([*_rows(1), ListedMovie(Movie("bare"))]))
    assert details[1] == (Movie("bare"), None)
    assert details[0][0] == Movie("0")
    assert details[0][1] is not None
    assert isinstance(details[0][1].problem, NotFound)


def test_a_list_in_place_of_a_movies_page_is_a_problem(store: PageStore) -> None:
    ((_, visit),) = _crawl(Site(), store).details([ListedMovie(Movie("x"), PageRequest(f"{A}/x/1"))])
    assert visit is not None
    assert "not the movie's own page" in str(visit.problem)
    assert visit.movies == ()
