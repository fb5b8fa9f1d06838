"""A title as IMDb's embedded JSON has it, in either of its shapes, and the record that it makes."""

import re
from collections.abc import Callable
from functools import cache

import msgspec

from moviescrape.parse.fields import put
from moviescrape.parse.model import ColumnNames, PageAddress, Record
from moviescrape.parse.values.runtimes import from_seconds
from moviescrape.parse.values.titles import read_whole_title
from moviescrape.parse.values.urls import absolute_url


class TextJson(msgspec.Struct):
    text: str | None = None


class YearJson(msgspec.Struct):
    year: int | None = None


class RatingsJson(msgspec.Struct, rename="camel"):
    aggregate_rating: float | None = None
    vote_count: int | None = None


class RuntimeJson(msgspec.Struct):
    seconds: int | None = None


class CertificateJson(msgspec.Struct):
    rating: str | None = None


class GenreJson(msgspec.Struct):
    text: str | None = None
    genre: TextJson | None = None


class GenresJson(msgspec.Struct):
    genres: list[GenreJson] = []


class NameJson(msgspec.Struct, rename="camel"):
    name_text: TextJson | None = None


class CreditJson(msgspec.Struct):
    name: NameJson | None = None


class CategoryJson(msgspec.Struct):
    id: str | None = None
    text: str | None = None


class CreditsJson(msgspec.Struct):
    """The people of one job; on the calendar one person, with a text of their own."""

    category: CategoryJson | None = None
    grouping: CategoryJson | None = None
    credits: list[CreditJson] | None = None
    text: str | None = None


class CastEdgeJson(msgspec.Struct):
    node: CreditJson | None = None


class CastJson(msgspec.Struct):
    edges: list[CastEdgeJson] = []


class ImageJson(msgspec.Struct):
    url: str | None = None


class LanguagesJson(msgspec.Struct, rename="camel"):
    spoken_languages: list[TextJson] | None = None


class CountriesJson(msgspec.Struct):
    countries: list[TextJson] | None = None


class MetascoreJson(msgspec.Struct):
    score: int | None = None


class MetacriticJson(msgspec.Struct):
    metascore: MetascoreJson | None = None


class TitleJson(msgspec.Struct, rename="camel"):
    """A title, in the shape of GraphQL nodes (`id`, nested texts) and in that of list items (`titleId`, flat)."""

    id: str | None = None
    title_id: str | None = None
    title_text: TextJson | str | None = None
    original_title_text: TextJson | str | None = None
    release_year: YearJson | int | None = None
    ratings_summary: RatingsJson | None = None
    rating_summary: RatingsJson | None = None
    runtime: RuntimeJson | int | None = None
    certificate: CertificateJson | str | None = None
    title_genres: GenresJson | None = None
    genres: GenresJson | list[str] | None = None
    principal_credits: list[CreditsJson] | None = None
    principal_credits_v2: list[CreditsJson] | None = msgspec.field(default=None, name="principalCreditsV2")
    cast: CastJson | None = None
    principal_cast: list[CreditsJson] | None = None
    primary_image: ImageJson | None = None
    spoken_languages: LanguagesJson | None = None
    countries_of_origin: CountriesJson | None = None
    metacritic: MetacriticJson | None = None
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
