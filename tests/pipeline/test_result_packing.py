"""A packed result is what it was, but for the page's bytes; foreign bytes are no result."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moviescrape.errors import BlockedPage, NetworkError, NotAMoviePage, NotStored
from moviescrape.errors.remedies import Remedy
from moviescrape.movie import Movie
from moviescrape.pages.page import Page
from moviescrape.parse import PageKind, ParsedPage
from moviescrape.pipeline.result_packing import pack_result, unpack_result
from moviescrape.pipeline.results import PageResult

TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@given(TEXT, st.none() | st.floats(0, 10), st.lists(TEXT).map(tuple), st.none() | st.integers(1, 2**40))
def test_a_result_comes_back(title: str, rating: float | None, actors: tuple[str, ...], total: int | None) -> None:
    movies = (Movie(title, rating, 1927, actors, url="https://movies.example/1"), Movie(title))
    parsed = ParsedPage(PageKind.LIST, movies, declared_total=total, detail_urls=("https://movies.example/1?ref=x", None))
    result = PageResult("https://movies.example/top", Page(b"", "https://movies.example/top"), parsed)
    packed = pack_result(result)
    assert packed is not None
    assert unpack_result(packed) == result


@pytest.mark.parametrize(
    "problem",
    [
        NetworkError("reset", where="x", remedy="try"),
        NotAMoviePage("other", where="y"),
        NotStored("offline", remedy=Remedy.FETCH_ONCE),
    ],
)
def test_a_problem_comes_back(problem: Exception) -> None:
    packed = pack_result(PageResult("x", problem=problem))  # type: ignore[arg-type]
    assert packed is not None
    found = unpack_result(packed)
    assert found is not None
    assert (type(found.problem), str(found.problem)) == (type(problem), str(problem))


def test_a_page_of_what_is_wrong_keeps_its_kind() -> None:
    wall = BlockedPage("a captcha", where="x")
    packed = pack_result(PageResult("x", Page(b"<html>"), ParsedPage(PageKind.BLOCKED, problem=wall), wall))
    assert packed is not None
    found = unpack_result(packed)
    assert found is not None
    assert found.parsed is not None
    assert (found.parsed.kind, type(found.parsed.problem), found.page) == (PageKind.BLOCKED, BlockedPage, Page(b""))


def test_half_a_letter_is_not_packed() -> None:
    assert pack_result(PageResult("x", parsed=ParsedPage(PageKind.TITLE, (Movie("\ud800"),)))) is None


@given(st.binary())
def test_foreign_bytes_are_no_result(packed: bytes) -> None:
    found = unpack_result(packed)
    assert found is None or isinstance(found, PageResult)


@pytest.mark.parametrize("name", ["MoviescrapeError", "Exception", "__builtins__", "OSError"])
def test_a_problem_of_another_kind_is_none_of_theirs(name: str) -> None:
    packed = pack_result(PageResult("x", parsed=ParsedPage(PageKind.OTHER, problem=NotAMoviePage("other"))))
    assert packed is not None
    renamed = packed.replace(bytes([0xA0 + len("NotAMoviePage")]) + b"NotAMoviePage", bytes([0xA0 + len(name)]) + name.encode())
    found = unpack_result(renamed)
    assert found is not None
    assert found.parsed is not None
    assert type(found.parsed.problem).__name__ == "ParseError"
