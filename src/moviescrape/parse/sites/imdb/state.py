"""IMDb's `__NEXT_DATA__`: what the pages since 2021 are drawn from, more complete than what they show.

Decoded typed, along the paths known; where these are gone, the JSON is searched for objects of a title's shape.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from moviescrape.parse.fields import put, put_all
from moviescrape.parse.parsed import PageKind
from moviescrape.parse.record import Reading, Record
from moviescrape.parse.scripts import find_scripts
from moviescrape.parse.site import PageAddress
from moviescrape.parse.values.runtimes import from_seconds
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


class Edge(msgspec.Struct, rename="camel"):
    """One entry of a list, under whichever name the page gives it."""

    node: Title | None = None
    list_item: Title | None = None
    item: Title | None = None
    current_rank: int | None = None


class Connection(msgspec.Struct):
    edges: list[Edge] = []
    total: int | None = None


class ChartData(msgspec.Struct, rename="camel"):
    chart_titles: Connection | None = None


class TitleResults(msgspec.Struct, rename="camel"):
    title_list_items: list[Title] | None = None
    results: list[Edge] | None = None
    total: int | None = None


class SearchResults(msgspec.Struct, rename="camel"):
    title_results: TitleResults | None = None


class Group(msgspec.Struct):
    entries: list[Title] = []


class PageProps(msgspec.Struct, rename="camel"):
    page_data: ChartData | None = None
    search_results: SearchResults | None = None
    title_results: TitleResults | None = None
    groups: list[Group] | None = None
    above_the_fold_data: Title | None = None
    main_column_data: Title | None = None


class Props(msgspec.Struct, rename="camel"):
    page_props: PageProps | None = None


class NextData(msgspec.Struct):
    props: Props | None = None


_DECODER = msgspec.json.Decoder(NextData, strict=False)
_TITLE_DECODER = msgspec.json.Decoder(Title, strict=False)


def read_state(page: bytes, address: PageAddress) -> Reading | None:
    """The titles of the page's `__NEXT_DATA__`; None where there is none or it holds no titles."""
    script = next(find_scripts(page, b"__NEXT_DATA__"), None)
    if script is None:
        return None
    return _read_known(script.content, address) or _read_by_shape(script.content, address)


def _read_known(content: bytes, address: PageAddress) -> Reading | None:
    try:
        data = _DECODER.decode(content)
    except msgspec.DecodeError:  # also ValidationError: a key holds something else than it did
        return None
    props = data.props.page_props if data.props else None
    if props is None:
        return None
    if props.above_the_fold_data and props.above_the_fold_data.title_text:
        return _title_page([props.above_the_fold_data, *([props.main_column_data] if props.main_column_data else [])], address)
    for layout, titles, total in _known_lists(props):
        records = [record for title, rank in titles if title and (record := _record(title, address, rank))]
        if records:
            return Reading("state", PageKind.LIST, records, layout, declared_here=len(titles), declared_total=total, settles=True)
    return None


def _known_lists(props: PageProps) -> Iterator[tuple[str, list[tuple[Title | None, int | None]], int | None]]:
    if props.page_data and props.page_data.chart_titles:
        chart = props.page_data.chart_titles
        yield "chart-next", [(edge.node, edge.current_rank) for edge in chart.edges], chart.total
    for layout, results in (
        ("search-next", props.search_results and props.search_results.title_results),
        ("find-next", props.title_results),
    ):
        if results and results.title_list_items:
            yield layout, [(title, None) for title in results.title_list_items], results.total
        if results and results.results:
            yield layout, [(edge.list_item or edge.node, None) for edge in results.results], None
    if props.groups:
        yield "calendar-next", [(title, None) for group in props.groups for title in group.entries], None


def _title_page(parts: list[Title], address: PageAddress) -> Reading | None:
    """A title page's one record: the parts of the page each say something of the same title."""
    record = _record(parts[0], address, None)
    if record is None:
        return None
    for part in parts[1:]:
        _fill(record, part)
    return Reading(
        "state", PageKind.TITLE, [record], "title-next", settles="actors" in record.values or not parts[0].principal_credits_v2
    )


_PLACES = {
    "": "__NEXT_DATA__",
    "title": "__NEXT_DATA__ titleText",
    "year": "__NEXT_DATA__ releaseYear",
    "rating": "__NEXT_DATA__ ratingsSummary.aggregateRating",
    "runtime": "__NEXT_DATA__ runtime",
    "actors": "__NEXT_DATA__ principalCredits (cast)",
    "url": "__NEXT_DATA__ id",
}


def _record(title: Title, address: PageAddress, rank: int | None) -> Record | None:
    number = title.id or title.title_id or ""
    url = join_url(address.base, f"/title/{number}/") if number.startswith("tt") else None
    record = Record({}, _PLACES, url)
    put_all(record, (("url", url), ("title", _text(title.title_text)), ("rank", rank)))
    _fill(record, title)
    return record if "title" in record.values and url else None


def _fill(record: Record, title: Title) -> None:
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
            ("original_title", _text(title.original_title_text)),
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


def _read_by_shape(content: bytes, address: PageAddress) -> Reading | None:
    """Where the known paths are gone: the largest list of titles anywhere, or the one title that the page is about."""
    try:
        data = msgspec.json.decode(content)
    except msgspec.DecodeError:
        return None
    own = [
        title for title in _titles_below(data, depth=0) if address.url and f"/{title.id or title.title_id}/" in f"{address.url}/"
    ]
    if own:
        return _title_page(own, address)
    lists = sorted(_lists_below(data, depth=0), key=len, reverse=True)
    for titles in lists:
        records = [record for title in titles if (record := _record(title, address, None))]
        if records:
            return Reading("state", PageKind.LIST, records, "list-next")
    return None


def _as_title(value: Any) -> Title | None:
    if not isinstance(value, dict):
        return None
    for inner in (value, *(value.get(key) for key in ("node", "listItem", "item", "title", "titleNode"))):
        if (
            isinstance(inner, dict)
            and "titleText" in inner
            and str(inner.get("id") or inner.get("titleId") or "").startswith("tt")
        ):
            try:
                return msgspec.convert(inner, Title, strict=False)
            except msgspec.ValidationError:
                return None
    return None


def _lists_below(value: Any, depth: int) -> Iterator[list[Title]]:
    if depth > 30:
        return
    if isinstance(value, list):
        titles = [title for each in value if (title := _as_title(each))]
        if len(titles) > 1:
            yield titles
            return
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _lists_below(each, depth + 1)


def _titles_below(value: Any, depth: int) -> Iterator[Title]:
    if depth > 30:
        return
    title = _as_title(value)
    if title:
        yield title
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _titles_below(each, depth + 1)
