"""What is fetched before its turn in the table: lists of all hosts side by side, and the movies' own pages."""

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable

from moviescrape.pages.frontier import Frontier, Place
from moviescrape.pages.page import PageRequest
from moviescrape.pipeline.followed_list import FollowedList
from moviescrape.pipeline.reading import PageReading, host_of
from moviescrape.pipeline.results import ListedMovie, PageResult, listed_movies
from moviescrape.table.dedupe import SeenMovies

LISTS_A_HOST = 4
"""Followed at once on one host, so that it has something to do while a page is parsed."""
LISTS_AT_ONCE = 4_000
OWN_PAGES_A_HOST = 4
"""Of movies, asked for at once on one host; the others wait in the frontier."""


class CrawlAhead:
    """Asks for pages in whatever order the hosts allow. What they gave is kept by `reading`, for who writes the table."""

    def __init__(
        self, reading: PageReading, frontier: Frontier, max_pages: int | None, wants: Callable[[ListedMovie], bool] | None
    ) -> None:
        """Take `wants`, which says whether a movie's own page will be needed; None: no movie's is."""
        self._reading = reading
        self._frontier = frontier
        self._max_pages = max_pages
        self._wants = wants
        self._seen = SeenMovies()
        self._unopened: dict[str, deque[str]] = defaultdict(deque)
        self._open: Counter[str] = Counter()
        self._waiting: dict[Place, FollowedList] = {}
        self._given_out: dict[Place, str] = {}
        self._last_given: dict[str, int] = {}
        self._own_pages: Counter[str] = Counter()

    def follow(self, starts: Iterable[str]) -> None:
        """Follow the lists that begin there, as many at once as is good."""
        for start in starts:
            self._unopened[host_of(start)].append(start)
        self._open_lists(*self._unopened)

    def want(self, requests: Iterable[PageRequest]) -> None:
        """Ask for movies' own pages, as many at once as is good."""
        self._frontier.want((host_of(request.url), request) for request in requests)
        for host in self._frontier.wanted_hosts():
            self._give_out(host)

    def go_on(self, place: Place) -> None:
        """Ask for what follows from a page that was read."""
        host = self._given_out.pop(place, None)
        if host is not None:
            self._own_pages[host] -= 1
            self._give_out(host)
        followed = self._waiting.pop(place, None)
        if followed and not self._advance(followed):
            self._close_list(followed)

    def _open_lists(self, *hosts: str) -> None:
        """Open lists of these hosts, up to the bounds: those that were read before, at once to their end."""
        for host in hosts:
            unopened = self._unopened[host]
            while unopened and self._open[host] < LISTS_A_HOST and len(self._waiting) < LISTS_AT_ONCE:
                self._open[host] += self._advance(FollowedList.begin(unopened.popleft(), self._max_pages))
            if not unopened:
                del self._unopened[host]

    def _close_list(self, followed: FollowedList) -> None:
        host = host_of(followed.start)
        self._open[host] -= 1
        others = next(iter(self._unopened), host)
        self._open_lists(*(each for each in dict.fromkeys((host, others)) if each in self._unopened))

    def _advance(self, followed: FollowedList) -> bool:
        """Go through the pages that were read already and ask for the next; return whether the list goes on."""
        while followed.next:
            result = self._reading.result(followed.place)
            if result is None:
                break
            if followed.add(result):
                self._want_own_pages(result)
        if followed.next is None or followed.place in self._waiting:  # the same list is followed already
            return False
        self._waiting[followed.place] = followed
        self._reading.ask(followed.place, followed.next, followed.before)
        return True

    def _want_own_pages(self, result: PageResult) -> None:
        if self._wants is None:
            return
        wanted = [
            (host_of(each.own_page.url), each.own_page)
            for each in listed_movies(result)
            if each.own_page and self._wants(each) and self._seen.add(each.movie)
        ]
        self._frontier.want(wanted)
        for host in {host for host, _ in wanted}:
            self._give_out(host)

    def _give_out(self, host: str) -> None:
        """Ask for the next of a host's wanted pages."""
        while self._own_pages[host] < OWN_PAGES_A_HOST:
            wanted = self._frontier.next_wanted(host, self._last_given.get(host, 0))
            if wanted is None:
                return
            self._last_given[host] = wanted.id
            place = Place(wanted.request.url)
            if not self._reading.is_asked(place):
                self._given_out[place] = host
                self._own_pages[host] += 1
                self._reading.ask(place, wanted.request)
