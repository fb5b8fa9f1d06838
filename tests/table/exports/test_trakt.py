"""Trakt's JSON in odd forms."""

import pytest

from moviescrape.table.exports.trakt import is_trakt, trakt_columns


def test_a_movie_watched_twice_is_one() -> None:
    seen = {"watched_at": "2024-01-01", "movie": {"title": "Salt", "year": 1988, "ids": {"imdb": "tt9900002"}}}
    assert trakt_columns([seen, seen | {"watched_at": "2025-01-01"}])["title"] == ["Salt"]


@pytest.mark.parametrize("ids", [None, [], {}, {"imdb": None}, {"imdb": 7}])
def test_ids_that_are_none(ids: object) -> None:
    assert trakt_columns([{"movie": {"title": "Salt", "ids": ids}}])["url"] == [""]


@pytest.mark.parametrize("said", [None, {}, [], [3], [{"movie": 3}], [{"show": {"title": "A Show"}}]])
def test_what_is_none(said: object) -> None:
    assert not is_trakt(said)


def test_a_title_that_is_no_text_stays_visible() -> None:
    assert trakt_columns([{"movie": {"title": ["Salt"]}}])["title"] == ["['Salt']"]
