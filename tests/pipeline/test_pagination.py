"""When a list ends: by itself, by the user's limit, or because it would never end."""

from dataclasses import replace

from moviescrape.movie import Movie
from moviescrape.pages.page import Page
from moviescrape.parse import PageKind, ParsedPage
from moviescrape.pipeline.pagination import UNDECLARED_PAGES, ListEnd, ListProgress
from moviescrape.pipeline.results import PageResult


def _address(number: int) -> str:
    return f"https://movies.example/list?page={number}"


def _page(number: int, *, movies: int = 2, last: bool = False, declared: int | None = None) -> PageResult:
    found = tuple(Movie(f"{number}-{row}", url=f"https://movies.example/title/{number}-{row}/") for row in range(movies))
    parsed = ParsedPage(PageKind.LIST, found, None if last else _address(number + 1), declared_total=declared)
    return PageResult(_address(number), Page(b""), parsed)


def _with(page: PageResult, **changes: object) -> PageResult:
    assert page.parsed is not None
    return page._replace(parsed=replace(page.parsed, **changes))  # type: ignore[arg-type]


def test_a_list_is_followed_to_its_end() -> None:
    progress = ListProgress()
    assert [
        progress.next_url(_page(1, declared=5)),
        progress.next_url(_page(2)),
        progress.next_url(_page(3, movies=1, last=True)),
    ] == [
        _address(2),
        _address(3),
        None,
    ]
    assert (progress.end, progress.pages, progress.read, progress.declared) == (ListEnd.LAST_PAGE, 3, 5, 5)


def test_the_limit_counts_pages() -> None:
    progress = ListProgress(max_pages=2)
    assert progress.next_url(_page(1)) == _address(2)
    assert progress.next_url(_page(2)) is None
    assert progress.end is ListEnd.LIMIT


def test_a_list_that_ends_at_the_limit_has_ended() -> None:
    progress = ListProgress(max_pages=1)
    progress.next_url(_page(1, last=True))
    assert progress.end is ListEnd.LAST_PAGE


def test_a_next_link_back_is_a_loop() -> None:
    progress = ListProgress()
    progress.next_url(_page(1))
    assert progress.next_url(_with(_page(2), next_url=_address(1) + "#top")) is None
    assert progress.end is ListEnd.LOOP


def test_the_address_after_a_redirect_counts_as_read() -> None:
    progress = ListProgress()
    progress.next_url(_page(1)._replace(page=Page(b"", url="https://movies.example/moved")))
    assert progress.next_url(_with(_page(2), next_url="https://movies.example/moved")) is None


def test_movies_that_were_all_read_already_end_it_and_are_not_counted() -> None:
    progress = ListProgress()
    progress.next_url(_page(1))
    assert progress.next_url(_with(_page(1), next_url=_address(3))._replace(where=_address(2))) is None
    assert (progress.end, progress.read) == (ListEnd.REPEATED, 2)


def test_duplicates_among_new_movies_are_counted_as_the_list_counts_them() -> None:
    progress = ListProgress()
    first, second = _page(1), _page(2, last=True)
    progress.next_url(first)
    progress.next_url(_with(second, movies=(*first.movies, *second.movies)))
    assert (progress.end, progress.read) == (ListEnd.LAST_PAGE, 6)


def test_a_list_that_declares_a_total_may_not_go_on_for_ever() -> None:
    progress, number = ListProgress(), 1
    while progress.next_url(_page(number, declared=20)):
        number += 1
    assert (progress.end, number) == (ListEnd.ENDLESS, 30)


def test_neither_may_one_that_doesnt() -> None:
    progress, number = ListProgress(), 1
    while progress.next_url(_page(number)):
        number += 1
    assert (progress.end, number) == (ListEnd.ENDLESS, UNDECLARED_PAGES)


def test_a_list_entered_midway_owes_only_the_rest() -> None:
    page = _page(1, declared=100)
    progress = ListProgress()
    progress.next_url(_with(page, movies=tuple(movie._replace(rank=51 + row) for row, movie in enumerate(page.movies))))
    assert progress.declared == 50
