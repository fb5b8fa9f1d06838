"""What the practice site knows of a movie: more than any of its pages shows."""

from dataclasses import dataclass
from typing import NamedTuple

BILLED = 4


class Person(NamedTuple):
    """Somebody in front of or behind the camera."""

    number: int
    name: str

    @property
    def id(self) -> str:
        """`nm0000012`, as in the person's URL."""
        return f"nm{self.number:07d}"


@dataclass(frozen=True, slots=True)
class Film:
    """An invented movie. None and () are what the site doesn't know; `mark` is the numeral in `(II) (1994)`.

    `day` is the month and day of release; `runtime` minutes; `rating` 1-10 with one decimal.
    """

    number: int
    title: str
    year: int
    day: tuple[int, int]
    mark: str = ""
    original_title: str | None = None
    rating: float | None = None
    votes: int | None = None
    metascore: int | None = None
    runtime: int | None = None
    certificate: str | None = None
    genres: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    directors: tuple[Person, ...] = ()
    cast: tuple[Person, ...] = ()
    plot: str = ""

    @property
    def id(self) -> str:
        """`tt0000123`, as in the movie's URL."""
        return f"tt{self.number:07d}"

    @property
    def path(self) -> str:
        """The path of the movie's own page."""
        return f"/title/{self.id}/"

    @property
    def stars(self) -> tuple[Person, ...]:
        """The billed ones: the first four of the cast."""
        return self.cast[:BILLED]

    @property
    def gross(self) -> int | None:
        """What it earned in dollars; for one movie in three nobody knows."""
        return None if self.votes is None or self.number % 3 == 0 else self.votes * (self.number % 97 + 40)

    @property
    def released(self) -> str:
        """The date of release, `1994-03-17`."""
        return f"{self.year}-{self.day[0]:02d}-{self.day[1]:02d}"
