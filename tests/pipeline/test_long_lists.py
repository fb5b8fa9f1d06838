"""Lists that go on, from an unknown site: followed to their end, or said to go on. Never a part of one as complete."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from moviescrape.errors import NotFound
from moviescrape.pages.page import Page, PageRequest
from moviescrape.pipeline.flow import Run, parse_saved
from moviescrape.pipeline.job import Job, Target
from moviescrape.pipeline.pagination import Limits
from moviescrape.pipeline.report import Report
from support.crawling import movies_of
from support.list_pages import HERE, list_page

A_PAGE = 6


@dataclass
class LongList:
    """A site that answers from pages made beforehand, by URL."""

    pages: dict[str, Page]
    asked: list[str] = field(default_factory=list)

    def submit(self, request: PageRequest) -> Future[Page]:
        future: Future[Page] = Future()
        self.asked.append(request.url)
        page = self.pages.get(request.url)
        if page:
            future.set_result(page)
        else:
            future.set_exception(NotFound("no such page", where=request.url))
        return future


def _site(
    below: Callable[[int], str], *, movies: int = 20, address: Callable[[int], str] = lambda number: f"{HERE}?page={number}"
) -> LongList:
    """Return a list of pages of A_PAGE movies; `below(number)` stands below those of page `number`."""
    pages = {}
    for number in range(1, -(-movies // A_PAGE) + 1):
        url = HERE if number == 1 else f"{HERE}?page={number}"
        pages[url] = list_page((number - 1) * A_PAGE + 1, min(A_PAGE, movies - (number - 1) * A_PAGE), below(number), url)
    return LongList(pages)


def _run(site: LongList, limits: Limits | None = None, start: str = HERE) -> tuple[list[str], Report]:
    run = Run()
    movies = movies_of(run, Job.of([start], limits=limits or Limits()), site)
    run.report.movies = len(movies)
    return [movie.title for movie in movies], run.report


def _numbers(number: int, last: int = 4) -> str:
    return " ".join(f'<a href="?page={n}">{n}</a>' if n != number else f"<b>{n}</b>" for n in range(1, last + 1))


@pytest.mark.parametrize(
    "below",
    [
        _numbers,
        lambda n: f'<a href="?page={n + 1}">Next</a>' if n < 4 else "",
        lambda n: f'<a rel="next" href="?page={n + 1}">mehr</a>' if n < 4 else '<a rel="prev" href="?page=3">vorige</a>',
        lambda n: f'<a href="?page={n + 1}">Load more</a>' if n < 4 else "",
        lambda n: f'<select><option value="?page={min(n + 1, 4)}">{min(n + 1, 4)}</option></select><p>Page {n} of 4</p>',
    ],
)
@pytest.mark.parametrize("movies", [24, 19, 20, 21])  # the last page has six, one, two or three
def test_a_list_is_read_to_its_end_also_where_its_last_page_is_short(below: Callable[[int], str], movies: int) -> None:
    titles, report = _run(_site(below, movies=movies))
    assert len(titles) == len(set(titles)) == movies
    assert (report.complete, report.problems, report.cut_lists) == (True, [], [])


@pytest.mark.parametrize(
    ("sign", "said"),
    [
        ("<button>Load more</button>", 'a button "Load more"'),
        ("<p>Page 1 of 9</p>", "page 1 of 9"),
        ('<link rel="next" href="https://other.example/2">', "on another site"),
        ('<a onclick="next()">Mehr anzeigen</a>', 'a button "Mehr anzeigen"'),
    ],
)
def test_a_list_that_no_link_continues_is_not_complete(sign: str, said: str) -> None:
    titles, report = _run(_site(lambda _: sign, movies=A_PAGE))
    assert len(titles) == A_PAGE
    assert not report.complete
    assert said in str(report.cut_lists[0])


def test_a_declared_total_that_was_not_reached_is_not_complete() -> None:
    _, report = _run(_site(lambda _: "<p>Showing 6 of 250 films</p>", movies=A_PAGE))
    assert [(short.declared, short.read) for short in report.shortfalls] == [(250, 6)]


def test_a_button_for_more_of_a_list_that_is_all_there_says_nothing() -> None:
    _, report = _run(_site(lambda _: "<p>1-6 of 6</p><button>Load more</button>", movies=A_PAGE))
    assert report.complete


def test_the_users_limit_is_no_part_that_is_missing() -> None:
    titles, report = _run(_site(_numbers), Limits(max_pages=2))
    assert (len(titles), report.complete) == (12, True)
    _, report = _run(_site(lambda _: "<button>Load more</button>", movies=A_PAGE), Limits(max_pages=1))
    assert report.complete


def test_a_site_that_gives_page_1_for_every_number_is_not_complete() -> None:
    first = list_page(1, A_PAGE, _numbers(1))
    titles, report = _run(LongList({HERE: first, f"{HERE}?page=2": first}))
    assert len(titles) == A_PAGE
    assert "page 1 of 4" in str(report.cut_lists[0])


def test_a_last_page_that_leads_to_itself_or_the_start_ends_the_list() -> None:
    site = _site(lambda n: f'<a href="?page={n % 3 + 1}">Next</a>', movies=18)
    site.pages[f"{HERE}?page=1"] = site.pages[HERE]
    titles, report = _run(site)
    assert (len(titles), report.complete) == (18, True)
    assert "repeats itself" in report.notes[0]


def test_a_list_entered_midway_owes_only_the_rest() -> None:
    titles, report = _run(_site(lambda n: f"{_numbers(n)}<p>20 films, page {n} of 4</p>"), start=f"{HERE}?page=3")
    assert (len(titles), report.complete) == (8, True)


def test_a_page_that_cant_be_had_is_said() -> None:
    site = _site(_numbers)
    del site.pages[f"{HERE}?page=3"]
    titles, report = _run(site)
    assert (len(titles), [problem.where for problem in report.problems]) == (12, [f"{HERE}?page=3"])


def test_a_link_header_is_followed() -> None:
    site = _site(lambda _: "", movies=12)
    page = site.pages[HERE]
    site.pages[HERE] = list_page(1, A_PAGE, link='<?page=2>; rel="next"')
    assert page.headers == {}
    assert len(_run(site)[0]) == 12


def test_a_movies_own_page_is_no_page_of_the_list() -> None:
    site = _site(lambda n: '<a rel="next" href="/story">Next</a>' if n == 1 else "", movies=A_PAGE)
    site.pages["https://films.example/story"] = Page(
        b'<script type="application/ld+json">{"@type": "Movie", "name": "Heat", "datePublished": "1995"}</script>',
        url="https://films.example/story",
    )
    titles, report = _run(site)
    assert "Heat" not in titles
    assert "a movie's page in place of the list's next page" in str(report.problems[0])


SAVED = f'<link rel="canonical" href="{HERE}">'


def _save(folder: Path, below: str) -> Path:
    path = folder / "top.html"
    path.write_bytes(list_page(1, A_PAGE, below, head=SAVED).body)
    return path


@pytest.mark.parametrize(
    ("below", "note"),
    [
        (_numbers(1), f"page 1 of a list; the next page is {HERE}?page=2"),
        ('<a href="?page=2">Next</a><p>1-6 of 250</p>', f"page 1 of a list of 250 movies; the next page is {HERE}?page=2"),
        ("<button>Load more</button><p>1-6 of 250</p>", 'a page of a list of 250 movies; it goes on (a button "Load more")'),
        ("<p>Page 2 of 9</p>", "page 2 of a list; it goes on (page 2 of 9)"),
        ("<p>Showing 6 of 250 films</p>", "a page of a list of 250 movies; it shows 6"),
    ],
)
def test_a_saved_page_of_a_list_is_complete_in_itself_and_says_what_it_is(tmp_path: Path, below: str, note: str) -> None:
    path, target = _save(tmp_path, below), Target.of(tmp_path / "movies.csv")
    report = parse_saved(Job.of_saved([str(path)]), target)
    assert (report.complete, report.notes) == (True, [f"{path}: {note}"])

    strict = parse_saved(Job.of_saved([str(path)], whole_lists=True), target)
    assert (strict.complete, strict.notes, strict.movies) == (False, [], A_PAGE)
    assert note in str(strict.cut_lists[0])


def test_saved_pages_of_one_list_have_the_rest_of_it_beside_them(tmp_path: Path) -> None:
    for number in (3, 1, 2):
        own = HERE if number == 1 else f"{HERE}?page={number}"
        page = list_page(A_PAGE * number, A_PAGE, _numbers(number), head=f'<link rel="canonical" href="{own}">')
        (tmp_path / f"{number}.html").write_bytes(page.body)
    target = Target.of(tmp_path / "movies.csv")
    report = parse_saved(Job.of_saved([str(tmp_path)], whole_lists=True), target)
    assert [problem.where for problem in report.cut_lists] == [str(tmp_path / "3.html")]  # page 4 alone is not there
    assert len(parse_saved(Job.of_saved([str(tmp_path)]), target).notes) == 1


def test_an_empty_page_where_the_list_names_more_is_not_its_end() -> None:
    site = _site(_numbers, movies=12)
    empty = Page(b"<html><body><h1>All films</h1><p>No results found</p></body></html>", url=f"{HERE}?page=3")
    site.pages[f"{HERE}?page=3"] = empty
    titles, report = _run(site)
    assert len(titles) == 12
    assert "page 2 of 4" in str(report.cut_lists[0])

    ended = _site(lambda n: f'<a href="?page={n + 1}">Next</a>', movies=12)
    ended.pages[f"{HERE}?page=3"] = empty
    assert _run(ended)[1].complete
