"""What a report says of a run, and when it counts as complete."""

import pytest

from moviescrape.errors import LayoutChanged, NetworkError
from moviescrape.movie import Movie
from moviescrape.pages.page import Page
from moviescrape.parse import PageKind, ParsedPage
from moviescrape.pipeline.pagination import ListEnd, ListProgress
from moviescrape.pipeline.report import Report, Shortfall
from moviescrape.pipeline.results import PageResult

WHERE = "https://movies.example/list"
MOVIES = (Movie("Heat"), Movie("Alien"))


def _result(**parsed: object) -> PageResult:
    return PageResult(WHERE, Page(b"x"), ParsedPage(PageKind.LIST, MOVIES, **parsed))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("parsed", "followed", "declared"),
    [
        ({}, False, None),
        ({"declared_here": 2, "declared_total": 90}, False, None),
        ({"declared_here": 3}, False, 3),
        ({"declared_here": 3}, True, 3),
        ({"declared_total": 90}, False, 90),
        ({"declared_total": 90}, True, None),  # the list's own account says it
        ({"declared_total": 90, "next_url": "https://movies.example/list?page=2"}, False, None),
    ],
)
def test_what_a_page_owes(parsed: dict[str, object], followed: bool, declared: int | None) -> None:
    report = Report(movies=2)
    report.add_page(_result(**parsed), followed=followed)
    assert report.shortfalls == ([Shortfall(WHERE, declared, 2)] if declared else [])
    assert report.complete is (declared is None)


def test_a_saved_page_of_a_lists_end_owes_only_its_own_movies() -> None:
    report = Report()
    ranked = tuple(movie._replace(rank=89 + place) for place, movie in enumerate(MOVIES))
    report.add_page(PageResult(WHERE, Page(b"x"), ParsedPage(PageKind.LIST, ranked, declared_total=90)), followed=False)
    assert report.shortfalls == []


@pytest.mark.parametrize(
    ("end", "declared", "shortfalls"),
    [
        (ListEnd.LAST_PAGE, 2, 0),
        (ListEnd.LAST_PAGE, None, 0),
        (ListEnd.LAST_PAGE, 5, 1),
        (ListEnd.LIMIT, 5, 0),
        (ListEnd.REPEATED, 5, 1),
        (None, 5, 1),  # a page failed
    ],
)
def test_what_a_list_owes(end: ListEnd | None, declared: int | None, shortfalls: int) -> None:
    report = Report()
    report.add_list(WHERE, ListProgress(pages=1, read=2, declared=declared, end=end))
    assert len(report.shortfalls) == shortfalls


def test_what_a_page_was_said_to_lack_is_not_said_again_of_its_list() -> None:
    report = Report()
    report.add_page(_result(declared_here=3), followed=True)
    report.add_list(WHERE, ListProgress(pages=1, read=2, declared=3, end=ListEnd.LAST_PAGE))
    report.add_list(WHERE, ListProgress(pages=1, read=2, declared=3, end=ListEnd.LAST_PAGE))
    assert report.shortfalls == [Shortfall(WHERE, 3, 2), Shortfall(WHERE, 3, 2)]


def test_a_list_that_repeats_itself_is_noted_and_one_without_end_is_a_problem() -> None:
    report = Report(movies=2)
    report.add_list(WHERE, ListProgress(pages=7, read=2, end=ListEnd.REPEATED))
    assert report.complete
    assert "7 pages" in report.notes[0]
    report.add_list(WHERE, ListProgress(pages=1_000, read=2, end=ListEnd.ENDLESS))
    assert not report.complete
    assert "max_pages=" in str(report.cut_lists[0])


def test_movies_of_a_layout_that_changed_are_kept_but_the_run_is_not_complete() -> None:
    report = Report(movies=2)
    problem = LayoutChanged("no runtime", where=WHERE)
    report.add_page(_result(problem=problem)._replace(problem=problem), followed=True)
    assert (report.found, report.problems, report.complete) == (2, [problem], False)


def test_a_page_that_was_not_fetched_is_no_page() -> None:
    report = Report()
    report.add_page(PageResult(WHERE, problem=NetworkError("reset", where=WHERE)), followed=True)
    report.add_detail(PageResult(WHERE, problem=NetworkError("reset", where=WHERE)))
    assert (report.pages, report.details, len(report.problems), report.written) == (0, 0, 2, False)


def test_how_full_a_column_is() -> None:
    report = Report()
    report.add_rows(3, {"title": 3, "year": 1})
    report.add_rows(1, {"title": 1, "year": 0})
    assert (report.movies, report.share_filled("title"), report.share_filled("year"), Report().share_filled("year")) == (
        4,
        1,
        0.25,
        0,
    )
