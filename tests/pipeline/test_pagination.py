"""When a list ends: by itself, by the user's limit, or because it would never end."""

from moviescrape.movie import Movie
from moviescrape.pipeline.pagination import UNDECLARED_PAGES, ListPageSeen, ListProgress, Stop


def _address(number: int) -> str:
    return f"https://movies.example/list?page={number}"


def _page(number: int, *, movies: int = 2, last: bool = False, declared: int | None = None) -> ListPageSeen:
    found = [Movie(f"{number}-{row}", url=f"https://movies.example/title/{number}-{row}/") for row in range(movies)]
    return ListPageSeen((_address(number),), found, None if last else _address(number + 1), declared)


def test_a_list_is_followed_to_its_end() -> None:
    trail = ListProgress()
    assert [trail.step(_page(1, declared=5)), trail.step(_page(2)), trail.step(_page(3, movies=1, last=True))] == [
        _address(2),
        _address(3),
        None,
    ]
    assert (trail.stop, trail.pages, trail.read, trail.declared) == (Stop.END, 3, 5, 5)


def test_the_limit_counts_pages() -> None:
    trail = ListProgress(max_pages=2)
    assert trail.step(_page(1)) == _address(2)
    assert trail.step(_page(2)) is None
    assert trail.stop is Stop.LIMIT


def test_a_list_that_ends_at_the_limit_has_ended() -> None:
    trail = ListProgress(max_pages=1)
    trail.step(_page(1, last=True))
    assert trail.stop is Stop.END


def test_a_next_link_back_is_a_loop() -> None:
    trail = ListProgress()
    trail.step(_page(1))
    assert trail.step(_page(2)._replace(next_url=_address(1) + "#top")) is None
    assert trail.stop is Stop.LOOP


def test_the_address_after_a_redirect_counts_as_read() -> None:
    trail = ListProgress()
    trail.step(_page(1)._replace(addresses=(_address(1), "https://movies.example/moved")))
    assert trail.step(_page(2)._replace(next_url="https://movies.example/moved")) is None


def test_movies_that_were_all_read_already_end_it_and_are_not_counted() -> None:
    trail = ListProgress()
    trail.step(_page(1))
    assert trail.step(_page(1)._replace(addresses=(_address(2),), next_url=_address(3))) is None
    assert (trail.stop, trail.read) == (Stop.REPEATED, 2)


def test_duplicates_among_new_movies_are_counted_as_the_list_counts_them() -> None:
    trail = ListProgress()
    first, second = _page(1), _page(2, last=True)
    trail.step(first)
    trail.step(second._replace(movies=[*first.movies, *second.movies]))
    assert (trail.stop, trail.read) == (Stop.END, 6)


def test_a_list_that_declares_a_total_may_not_go_on_for_ever() -> None:
    trail, number = ListProgress(), 1
    while trail.step(_page(number, declared=20)):
        number += 1
    assert (trail.stop, number) == (Stop.ENDLESS, 30)


def test_neither_may_one_that_doesnt() -> None:
    trail, number = ListProgress(), 1
    while trail.step(_page(number)):
        number += 1
    assert (trail.stop, number) == (Stop.ENDLESS, UNDECLARED_PAGES)


def test_a_list_entered_midway_owes_only_the_rest() -> None:
    page = _page(1, declared=100)
    trail = ListProgress()
    trail.step(page._replace(movies=[movie._replace(rank=51 + row) for row, movie in enumerate(page.movies)]))
    assert trail.declared == 50
