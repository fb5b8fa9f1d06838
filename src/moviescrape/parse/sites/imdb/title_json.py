"""A title as IMDb's embedded JSON has it, in either of its shapes, and the record that it makes."""

from collections.abc import Callable
from functools import cache

import msgspec

from moviescrape.parse.fields import put
from moviescrape.parse.model import ColumnNames, PageAddress, Record
from moviescrape.parse.values.runtimes import from_seconds
from moviescrape.parse.values.titles import read_whole_title
from moviescrape.parse.values.urls import absolute_url


class Text(msgspec.Struct):
    text: str | None = None


class Year(msgspec.Struct):
    year: int | None = None


class Ratings(msgspec.Struct, rename="camel"):
    aggregate_rating: float | None = None
    vote_count: int | None = None


class Runtime(msgspec.Struct):
    seconds: int | None = None


class Certificate(msgspec.Struct):
    rating: str | None = None


class Genre(msgspec.Struct):
    text: str | None = None
    genre: Text | None = None


class Genres(msgspec.Struct):
    genres: list[Genre] = []


class Named(msgspec.Struct, rename="camel"):
    name_text: Text | None = None


class Credit(msgspec.Struct):
    name: Named | None = None


class Category(msgspec.Struct):
    id: str | None = None
    text: str | None = None


class Credits(msgspec.Struct):
    """The people of one job; on the calendar one person, with a text of their own."""

    category: Category | None = None
    grouping: Category | None = None
    credits: list[Credit] | None = None
    text: str | None = None


class CastEdge(msgspec.Struct):
    node: Credit | None = None


class Cast(msgspec.Struct):
    edges: list[CastEdge] = []


class Image(msgspec.Struct):
    url: str | None = None


class Spoken(msgspec.Struct, rename="camel"):
    spoken_languages: list[Text] | None = None


class Countries(msgspec.Struct):
    countries: list[Text] | None = None


class Metascore(msgspec.Struct):
    score: int | None = None


class Metacritic(msgspec.Struct):
    metascore: Metascore | None = None


class Title(msgspec.Struct, rename="camel"):
    """A title, in the shape of GraphQL nodes (`id`, nested texts) and in that of list items (`titleId`, flat)."""

    id: str | None = None
    title_id: str | None = None
    title_text: Text | str | None = None
    original_title_text: Text | str | None = None
    release_year: Year | int | None = None
    ratings_summary: Ratings | None = None
    rating_summary: Ratings | None = None
    runtime: Runtime | int | None = None
    certificate: Certificate | str | None = None
    title_genres: Genres | None = None
    genres: Genres | list[str] | None = None
    principal_credits: list[Credits] | None = None
    principal_credits_v2: list[Credits] | None = msgspec.field(default=None, name="principalCreditsV2")
    cast: Cast | None = None
    principal_cast: list[Credits] | None = None
    primary_image: Image | None = None
    spoken_languages: Spoken | None = None
    countries_of_origin: Countries | None = None
    metacritic: Metacritic | None = None
    metascore: int | None = None


_PLACES = {
    "": "__NEXT_DATA__",
    "title": "__NEXT_DATA__ titleText",
    "year": "__NEXT_DATA__ releaseYear",
    "rating": "__NEXT_DATA__ ratingsSummary.aggregateRating",
    "runtime": "__NEXT_DATA__ runtime",
    "actors": "__NEXT_DATA__ principalCredits (cast)",
    "url": "__NEXT_DATA__ id",
}


def title_record(title: Title, address: PageAddress, rank: int | None, columns: ColumnNames = None) -> Record | None:
    """The record of a title, of the `columns` (all where None is given); None where it has no number or no name."""
    number = title.id or title.title_id or ""
    url = absolute_url(address.base, f"/title/{number}/") if number.startswith("tt") else None
    record = Record({}, _PLACES, url)
    if url is None or not put(record, "title", _text(title.title_text), read_whole_title):
        return None
    record.values["url"] = url
    put(record, "rank", rank)
    fill_record(record, title, columns)
    return record


def fill_record(record: Record, title: Title, columns: ColumnNames = None) -> None:
    """Add what `title` says to the record, where it has no value yet."""
    for field, say in _said(columns):
        put(record, field, say(title), from_seconds if field == "runtime" else None)


@cache
def _said(columns: ColumnNames) -> tuple[tuple[str, Callable[[Title], object]], ...]:
    return tuple((field, say) for field, say in _SAID.items() if columns is None or field in columns)


def _text(text: Text | str | None) -> str | None:
    return text.text if isinstance(text, Text) else text


def _original_title(title: Title) -> str | None:
    original = _text(title.original_title_text)
    return original if original != _text(title.title_text) else None


def _genres(title: Title) -> list[str | None]:
    genres = title.genres or title.title_genres
    if isinstance(genres, Genres):
        return [genre.text or (genre.genre.text if genre.genre else None) for genre in genres.genres]
    return list(genres or ())


def _people(title: Title, job: str) -> list[str]:
    """The people credited for a job (`cast`, `director`) above the fold, in the page's order."""
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


def _stars(title: Title) -> list[str]:
    stars = _people(title, "cast") or _people(title, "star")
    plain = [group.text for group in title.principal_credits or () if group.text]
    return stars or plain


def _year(title: Title) -> int | None:
    return title.release_year.year if isinstance(title.release_year, Year) else title.release_year


def _rating(title: Title) -> float | None:
    ratings = title.ratings_summary or title.rating_summary
    return (ratings.aggregate_rating or None) if ratings else None  # 0 stands for "no votes yet"


def _votes(title: Title) -> int | None:
    ratings = title.ratings_summary or title.rating_summary
    return ratings.vote_count if ratings else None


def _seconds(title: Title) -> int | None:
    return title.runtime.seconds if isinstance(title.runtime, Runtime) else title.runtime


def _certificate(title: Title) -> str | None:
    return title.certificate.rating if isinstance(title.certificate, Certificate) else title.certificate


def _metascore(title: Title) -> int | None:
    told = title.metacritic.metascore if title.metacritic else None
    return title.metascore or (told.score if told else None)


def _languages(title: Title) -> list[str | None]:
    return [text.text for text in (title.spoken_languages and title.spoken_languages.spoken_languages) or ()]


def _countries(title: Title) -> list[str | None]:
    return [text.text for text in (title.countries_of_origin and title.countries_of_origin.countries) or ()]


def _poster(title: Title) -> str | None:
    return title.primary_image.url if title.primary_image else None


def _directors(title: Title) -> list[str]:
    return _people(title, "director")


_SAID: dict[str, Callable[[Title], object]] = {
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
