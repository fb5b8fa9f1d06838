"""One movie, and the columns a table of movies can have: declared here and nowhere else."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

FieldKind = Literal["text", "decimal", "whole", "names"]

DTYPES: dict[FieldKind, str] = {"text": "string", "decimal": "Float64", "whole": "Int64", "names": "string"}


class Field(NamedTuple):
    """A column: its name, what it holds, and what the values mean (units, form)."""

    name: str
    kind: FieldKind
    meaning: str

    @property
    def dtype(self) -> str:
        """Return the pandas dtype; nullable, because missing is missing and never -1, 0 or ''."""
        return DTYPES[self.kind]


class Movie(NamedTuple):
    """What one page says of one movie. Missing is None (or an empty tuple of names).

    A named tuple, because a frame is built from tuples 15 times faster than from slotted dataclasses.

    >>> Movie("Metropolis", year=1927).year
    1927
    """

    title: str
    rating: float | None = None
    year: int | None = None
    actors: tuple[str, ...] = ()
    runtime: int | None = None
    url: str | None = None
    languages: tuple[str, ...] = ()
    genres: tuple[str, ...] = ()
    directors: tuple[str, ...] = ()
    votes: int | None = None
    original_title: str | None = None
    rank: int | None = None
    metascore: int | None = None
    certificate: str | None = None
    country: tuple[str, ...] = ()
    poster: str | None = None
    description: str | None = None
    source: str | None = None
    layout: str | None = None
    fetched_at: str | None = None

    def __repr__(self) -> str:
        """Return it without what is missing.

        >>> Movie("Metropolis", year=1927)
        Movie(title='Metropolis', year=1927)
        """
        said = [f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True) if value not in (None, ())]
        return f"Movie({', '.join(said)})"


FIELDS: tuple[Field, ...] = (
    Field("title", "text", "as displayed, without rank number and year"),
    Field("rating", "decimal", "the site's main score on 0-10, whatever scale it prints"),
    Field("year", "whole", "year of first release"),
    Field("actors", "names", "billed stars in page order, directors left out"),
    Field("runtime", "whole", "minutes"),
    Field("url", "text", "absolute canonical URL of the movie's own page"),
    Field("languages", "names", "spoken languages"),
    Field("genres", "names", "genres as the site names them"),
    Field("directors", "names", "directors in page order"),
    Field("votes", "whole", "number of votes behind the rating"),
    Field("original_title", "text", "title in the original language, where it differs"),
    Field("rank", "whole", "place on the list, 1 is first"),
    Field("metascore", "whole", "Metacritic's critics' score on 0-100, where another site prints it"),
    Field("certificate", "text", "age certificate as displayed"),
    Field("country", "names", "countries of origin"),
    Field("poster", "text", "absolute URL of the poster image"),
    Field("description", "text", "plot in a sentence or two"),
    Field("source", "text", "the file or URL that the row was read from"),
    Field("layout", "text", "the layout of a site file that read the row; missing where no site file did"),
    Field("fetched_at", "text", "when that page was fetched, UTC (ISO 8601); missing for saved files, which do not say"),
)

BY_NAME: dict[str, Field] = {field.name: field for field in FIELDS}

MY_RATING = "my_rating"
"""The column, in tables that people export, of a person's own rating on 0-10; `rating` is the site's."""

DEFAULT_COLUMNS: tuple[str, ...] = ("title", "rating", "year", "actors", "runtime", "url")


def join_names(names: Iterable[str]) -> str | None:
    """Return names as one cell, joined by `;`; a `;` inside a name is written `,`. No name is None.

    >>> join_names(["Tim Robbins", "Sammy Davis; Jr."])
    'Tim Robbins;Sammy Davis, Jr.'
    """
    return ";".join([name.replace(";", ",") for name in names]) or None


def split_names(cell: str | None) -> tuple[str, ...]:
    """Return the names of a joined cell.

    >>> split_names("Tim Robbins; Morgan Freeman")
    ('Tim Robbins', 'Morgan Freeman')
    """
    return tuple(name.strip() for name in (cell or "").split(";") if name.strip())
