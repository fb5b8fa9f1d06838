"""What a report says of a run, and when it counts as complete."""

import pytest

from moviescrape.errors import LayoutChanged, NetworkError
from moviescrape.movie import Movie
from moviescrape.pages.page import Page
from moviescrape.parse import PageKind, ParsedPage
from moviescrape.pipeline.crawl import PageResult
from moviescrape.pipeline.pagination import ListProgress, Stop
from moviescrape.pipeline.report import Report, Shortfall

WHERE = "https://movies.example/list"
MOVIES = (Movie("Heat"), Movie("Alien"))


def _visit(**parsed: object) -> PageResult:
    return PageResult(WHERE, Page(b"x"), ParsedPage(PageKind.LIST, MOVIES, **parsed))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("parsed", "alone", "declared"),
    [
        ({}, True, None),
        ({"declared_here": 2, "declared_total": 90}, True, None),
        ({"declared_here": 3}, True, 3),
        ({"declared_here": 3}, False, 3),
        ({"declared_total": 90}, True, 90),
        ({"declared_total": 90}, False, None),  # the list's own account says it
        ({"declared_total": 90, "next_url": "https://movies.example/list?page=2"}, True, None),
    ],
)
def test_what_a_page_owes(parsed: dict[str, object], alone: bool, declared: int | None) -> None:
    report = Report(movies=2)
    report.note_page(_visit(**parsed), alone=alone)
    assert report.shortfalls == ([Shortfall(WHERE, declared, 2)] if declared else [])
    assert report.complete is (declared is None)


def test_a_saved_page_of_a_lists_end_owes_only_its_own_movies() -> None:
    report = Report()
    ranked = tuple(movie._replace(rank=89 + place) for place, movie in enumerate(MOVIES))
    report.note_page(PageResult(WHERE, Page(b"x"), ParsedPage(PageKind.LIST, ranked, declared_total=90)), alone=True)
    assert report.shortfalls == []


@pytest.mark.parametrize(
    ("stop", "declared", "shortfalls"),
    [
        (Stop.END, 2, 0),
        (Stop.END, None, 0),
        (Stop.END, 5, 1),
        (Stop.LIMIT, 5, 0),
        (Stop.REPEATED, 5, 1),
        (None, 5, 1),  # a page failed
    ],
)
def test_what_a_list_owes(stop: Stop | None, declared: int | None, shortfalls: int) -> None:
    report = Report()
    report.note_list(WHERE, ListProgress(pages=1, read=2, declared=declared, stop=stop))
    assert len(report.shortfalls) == shortfalls


def test_what_a_page_was_said_to_lack_is_not_said_again_of_its_list() -> None:
    report = Report()
    report.note_page(_visit(declared_here=3), alone=False)
    report.note_list(WHERE, ListProgress(pages=1, read=2, declared=3, stop=Stop.END))
    report.note_list(WHERE, ListProgress(pages=1, read=2, declared=3, stop=Stop.END))
    assert report.shortfalls == [Shortfall(WHERE, 3, 2), Shortfall(WHERE, 3, 2)]


def test_a_list_that_repeats_itself_is_noted_and_one_without_end_is_a_problem() -> None:
    report = Report(movies=2)
    report.note_list(WHERE, ListProgress(pages=7, read=2, stop=Stop.REPEATED))
    assert report.complete
    assert "7 pages" in report.notes[0]
    report.note_list(WHERE, ListProgress(pages=1_000, read=2, stop=Stop.ENDLESS))
    assert not report.complete
    assert "--max-pages" in str(report.endless[0])


def test_movies_of_a_layout_that_changed_are_kept_but_the_run_is_not_complete() -> None:
    report = Report(movies=2)
    problem = LayoutChanged("no runtime", where=WHERE)
    report.note_page(_visit(problem=problem)._replace(problem=problem), alone=False)
    assert (report.found, report.problems, report.complete) == (2, [problem], False)


def test_a_page_that_was_not_fetched_is_no_page() -> None:
    report = Report()
    report.note_page(PageResult(WHERE, problem=NetworkError("reset", where=WHERE)), alone=False)
    report.note_detail(PageResult(WHERE, problem=NetworkError("reset", where=WHERE)))
    assert (report.pages, report.details, len(report.problems), report.written) == (0, 0, 2, False)


def test_how_full_a_column_is() -> None:
    report = Report()
    report.note_rows(3, {"title": 3, "year": 1})
    report.note_rows(1, {"title": 1, "year": 0})
    assert (report.movies, report.share_filled("title"), report.share_filled("year"), Report().share_filled("year")) == (
        4,
        1,
        0.25,
        0,
    )
