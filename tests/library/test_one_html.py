"""One page that people have, read and explained, and how a notebook shows it."""

import pandas as pd
import pytest

import moviescrape
from moviescrape.practice import START_PATH, Catalogue, Pages

HTML = Pages(Catalogue(60)).page(START_PATH)
ONE = '<script type="application/ld+json">{"@type": "Movie", "name": "Heat & <Run", "datePublished": "1995"}</script>'


def test_a_page_is_a_frame() -> None:
    frame = moviescrape.parse_html(HTML).raise_for_problems().to_frame()
    assert list(frame) == list(moviescrape.DEFAULT_COLUMNS)
    assert (len(frame), str(frame["year"].dtype)) == (50, "Int64")
    assert list(moviescrape.parse_html(HTML, columns=["votes"]).to_frame(["votes"])) == ["votes"]


def test_a_problem_is_raised_when_asked_for() -> None:
    parsed = moviescrape.parse_html("<p>the weather of tomorrow</p>")
    assert parsed.to_frame().empty
    with pytest.raises(moviescrape.MoviescrapeError, match="not a page of movies"):
        parsed.raise_for_problems()


def test_objects_are_short_in_a_prompt() -> None:
    page = moviescrape.Page(HTML, url="http://movies.localhost:8000/list")
    parsed, explained = moviescrape.parse_html(page), moviescrape.explain(page)
    assert repr(page) == f"Page('http://movies.localhost:8000/list', {round(len(HTML) / 1000)} kB, 200)"
    for shown in (parsed, explained):
        assert len(repr(shown)) < 250
        assert "\n" not in repr(shown)


def test_a_notebook_gets_tables_of_what_pages_say_escaped() -> None:
    many, one = moviescrape.parse_html(HTML)._repr_html_(), moviescrape.parse_html(ONE)._repr_html_()
    assert (many.count("<tr>"), "the first 10 are shown" in many) == (11, True)
    assert "<Run" not in one
    assert "Heat &amp; &lt;Run" in one
    assert "not a page of movies" in moviescrape.parse_html("<p>weather")._repr_html_()


def test_an_explanation_is_a_frame_and_a_table() -> None:
    explained = moviescrape.explain(ONE, fields=["title", "year", "rating"])
    frame = explained.to_frame()
    assert isinstance(frame, pd.DataFrame)
    assert frame[["field", "value"]].to_numpy().tolist() == [["title", "Heat & <Run"], ["year", 1995], ["rating", None]]
    assert "Heat &amp; &lt;Run" in explained._repr_html_()
    assert "movie 1 of 1" in explained._repr_html_()
    assert "not a page of movies" in moviescrape.explain("<p>weather")._repr_html_()


@pytest.mark.parametrize("given", ["title", "title,year"])
def test_columns_are_a_list(given: str) -> None:
    with pytest.raises(TypeError, match="columns are a list of names"):
        moviescrape.parse_html(HTML, columns=given)
    with pytest.raises(TypeError, match="columns are a list of names"):
        moviescrape.explain(HTML, fields=given)
    with pytest.raises(TypeError, match="site files are a list"):
        moviescrape.parse_html(HTML, site_files="kino.toml")
