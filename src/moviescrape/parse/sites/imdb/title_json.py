"""A title as IMDb's embedded JSON has it, in either of its shapes, and the record that it makes."""

import msgspec

from moviescrape.parse.fields import put, put_all
from moviescrape.parse.record import Record
from moviescrape.parse.site import PageAddress
from moviescrape.parse.values.runtimes import from_seconds
from moviescrape.parse.values.titles import read_whole_title
from moviescrape.parse.values.urls import join_url


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


def title_record(title: Title, address: PageAddress, rank: int | None) -> Record | None:
    number = title.id or title.title_id or ""
    url = join_url(address.base, f"/title/{number}/") if number.startswith("tt") else None
    record = Record({}, _PLACES, url)
    put(record, "title", _text(title.title_text), read_whole_title)
    put_all(record, (("url", url), ("rank", rank)))
    fill_record(record, title)
    return record if "title" in record.values and url else None


def fill_record(record: Record, title: Title) -> None:
    """Add what `title` says to the record, where it has no value yet."""
    ratings = title.ratings_summary or title.rating_summary
    year, runtime, certificate = title.release_year, title.runtime, title.certificate
    put(record, "runtime", runtime.seconds if isinstance(runtime, Runtime) else runtime, from_seconds)
    put_all(
        record,
        (
            ("year", year.year if isinstance(year, Year) else year),
            ("rating", (ratings.aggregate_rating or None) if ratings else None),
            ("votes", ratings.vote_count if ratings else None),
            ("actors", _stars(title)),
            ("directors", _people(title, "director")),
            ("genres", _genres(title)),
            ("original_title", _original_title(title)),
            ("certificate", certificate.rating if isinstance(certificate, Certificate) else certificate),
            ("poster", title.primary_image.url if title.primary_image else None),
            ("languages", [text.text for text in (title.spoken_languages and title.spoken_languages.spoken_languages) or ()]),
            ("country", [text.text for text in (title.countries_of_origin and title.countries_of_origin.countries) or ()]),
            (
                "metascore",
                title.metascore or (title.metacritic and title.metacritic.metascore and title.metacritic.metascore.score),
            ),
        ),
    )


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
