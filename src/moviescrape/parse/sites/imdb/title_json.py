"""A title as IMDb's embedded JSON has it, in either of its shapes."""

import msgspec


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
    primary_image: ImageJson | None = None
    spoken_languages: LanguagesJson | None = None
    countries_of_origin: CountriesJson | None = None
    metacritic: MetacriticJson | None = None
    metascore: int | None = None
