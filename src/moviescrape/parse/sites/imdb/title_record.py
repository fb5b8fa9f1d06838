"""The record that a title of IMDb's embedded JSON makes."""

import re
from collections.abc import Callable
from functools import cache

from moviescrape.parse.fields import put
from moviescrape.parse.model import ColumnNames, PageAddress, Record
from moviescrape.parse.sites.imdb.title_json import CertificateJson, GenresJson, RuntimeJson, TextJson, TitleJson, YearJson
from moviescrape.parse.values.runtimes import from_seconds
from moviescrape.parse.values.titles import read_whole_title
from moviescrape.parse.values.urls import absolute_url

_PLACES = {
    "": "__NEXT_DATA__",
    "title": "__NEXT_DATA__ titleText",
    "year": "__NEXT_DATA__ releaseYear",
    "rating": "__NEXT_DATA__ ratingsSummary.aggregateRating",
    "runtime": "__NEXT_DATA__ runtime",
    "actors": "__NEXT_DATA__ principalCredits (cast)",
    "url": "__NEXT_DATA__ id",
}


_OTHER_HOSTS = re.compile(r"^https?://(?:[\w-]+\.)?imdb\.com/")
"""`m.imdb.com` and the like, which name a movie as `www.imdb.com` does."""


def title_record(title: TitleJson, address: PageAddress, rank: int | None, columns: ColumnNames = None) -> Record | None:
    """Return the record of a title with the `columns` named (None: all); None where it has no number or no name."""
    number = title.id or title.title_id or ""
    url = absolute_url(address.base, f"/title/{number}/") if number.startswith("tt") else None
    record = Record({}, _PLACES, url)
    if url is None or not put(record, "title", _text(title.title_text), read_whole_title):
        return None
    record.values["url"] = _OTHER_HOSTS.sub("https://www.imdb.com/", url)
    put(record, "rank", rank)
    fill_record(record, title, columns)
    return record


def fill_record(record: Record, title: TitleJson, columns: ColumnNames = None) -> None:
    """Add what `title` says to the record, where it has no value yet."""
    for field, say in _said(columns):
        put(record, field, say(title), from_seconds if field == "runtime" else None)


@cache
def _said(columns: ColumnNames) -> tuple[tuple[str, Callable[[TitleJson], object]], ...]:
    return tuple((field, say) for field, say in _SAID.items() if columns is None or field in columns)


def _text(text: TextJson | str | None) -> str | None:
    return text.text if isinstance(text, TextJson) else text


def _original_title(title: TitleJson) -> str | None:
    original = _text(title.original_title_text)
    return original if original != _text(title.title_text) else None


def _genres(title: TitleJson) -> list[str | None]:
    genres = title.genres or title.title_genres
    if isinstance(genres, GenresJson):
        return [genre.text or (genre.genre.text if genre.genre else None) for genre in genres.genres]
    return list(genres or ())


def _people(title: TitleJson, job: str) -> list[str]:
    """Return the people credited for a job (`cast`, `director`), in the page's order."""
    names: list[str] = []
    for group in (*(title.principal_credits or ()), *(title.principal_credits_v2 or ())):
        category = group.category or group.grouping
        if category and job in (category.id, (category.text or "").lower().rstrip("s")):
            names += [
                credit.name.name_text.text
                for credit in group.credits or ()
                if credit.name and credit.name.name_text and credit.name.name_text.text
            ]
    return names


def _stars(title: TitleJson) -> list[str]:
    stars = _people(title, "cast") or _people(title, "star")
    plain = [group.text for group in title.principal_credits or () if group.text]
    return stars or plain


def _year(title: TitleJson) -> int | None:
    return title.release_year.year if isinstance(title.release_year, YearJson) else title.release_year


def _rating(title: TitleJson) -> float | None:
    ratings = title.ratings_summary or title.rating_summary
    return (ratings.aggregate_rating or None) if ratings else None  # 0 stands for "no votes yet"


def _votes(title: TitleJson) -> int | None:
    ratings = title.ratings_summary or title.rating_summary
    return ratings.vote_count if ratings else None


def _seconds(title: TitleJson) -> int | None:
    return title.runtime.seconds if isinstance(title.runtime, RuntimeJson) else title.runtime


def _certificate(title: TitleJson) -> str | None:
    return title.certificate.rating if isinstance(title.certificate, CertificateJson) else title.certificate


def _metascore(title: TitleJson) -> int | None:
    told = title.metacritic.metascore if title.metacritic else None
    return title.metascore or (told.score if told else None)


def _languages(title: TitleJson) -> list[str | None]:
    return [text.text for text in (title.spoken_languages and title.spoken_languages.spoken_languages) or ()]


def _countries(title: TitleJson) -> list[str | None]:
    return [text.text for text in (title.countries_of_origin and title.countries_of_origin.countries) or ()]


def _poster(title: TitleJson) -> str | None:
    return title.primary_image.url if title.primary_image else None


def _directors(title: TitleJson) -> list[str]:
    return _people(title, "director")


_SAID: dict[str, Callable[[TitleJson], object]] = {
    "runtime": _seconds,
    "year": _year,
    "rating": _rating,
    "votes": _votes,
    "actors": _stars,
    "directors": _directors,
    "genres": _genres,
    "original_title": _original_title,
    "certificate": _certificate,
    "poster": _poster,
    "languages": _languages,
    "country": _countries,
    "metascore": _metascore,
}
"""What a title says of each field; a runtime is in seconds."""
