"""The movies of the JSON that Trakt gives people of their ratings, history, collection and watchlist."""

from typing import Any, TypeGuard

from moviescrape.movie import MY_RATING
from moviescrape.table.exports.known_exports import imdb_url


def is_trakt(said: object) -> TypeGuard[list[dict[str, Any]]]:
    """Return whether the data of a JSON file are such an export with a movie in it.

    >>> is_trakt([{"rating": 9, "movie": {"title": "Heat"}}]), is_trakt([{"title": "Heat"}])
    (True, False)
    """
    return isinstance(said, list) and any(map(_movie_of, said))


def trakt_columns(entries: list[dict[str, Any]]) -> dict[str, list[Any]]:
    """Return the movies of an export, each once, column by column. Shows and episodes are left out.

    >>> trakt_columns([{"rating": 9, "movie": {"title": "Heat", "year": 1995, "ids": {"imdb": "tt0113277"}}}])["my_rating"]
    [9]
    """
    rows = dict.fromkeys((_row(entry, movie) for entry in entries if (movie := _movie_of(entry))), None)
    names = ("title", "year", "url", MY_RATING)
    return {name: [row[place] for row in rows] for place, name in enumerate(names)}


def _movie_of(entry: object) -> dict[str, Any] | None:
    movie = entry.get("movie") if isinstance(entry, dict) else None
    return movie if isinstance(movie, dict) else None


def _row(entry: dict[str, Any], movie: dict[str, Any]) -> tuple[Any, ...]:
    ids = movie.get("ids")
    url = imdb_url(str(ids.get("imdb") or "")) if isinstance(ids, dict) else ""
    return tuple(map(_hashable, (movie.get("title"), movie.get("year"), url, entry.get("rating"))))


def _hashable(cell: Any) -> Any:
    return cell if isinstance(cell, str | int | float | None) else str(cell)
