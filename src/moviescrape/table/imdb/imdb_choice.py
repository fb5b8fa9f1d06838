"""Which titles of IMDb's data files are wanted."""

from dataclasses import dataclass

from moviescrape.errors import UsageError
from moviescrape.table.year_range import check_years

TYPES = (
    *("movie", "tvMovie", "short", "video", "tvSeries", "tvMiniSeries", "tvSpecial", "tvShort", "tvEpisode", "tvPilot"),
    *("videoGame", "musicVideo"),
)
STARS = 4
"""Billed stars of a movie: as many as IMDb's lists show."""


@dataclass(frozen=True, slots=True)
class ImdbChoice:
    """The titles wanted: of `types`, of the years from `first_year` to `last_year`, with `min_votes` and more.

    `adult`: also titles that are marked as adult. `stars` limits the actors of a title; `top` keeps the best rated of each year.
    Raises UsageError where that leaves nothing.
    """

    types: tuple[str, ...] = ("movie",)
    first_year: int | None = None
    last_year: int | None = None
    min_votes: int = 0
    adult: bool = False
    stars: int = STARS
    top: int | None = None

    def __post_init__(self) -> None:
        """Check what was given."""
        check_years(self.first_year, self.last_year)
        for name in self.types:
            if name not in TYPES:
                raise UsageError(f"IMDb has no title type {name!r}", remedy=f"the types are {', '.join(TYPES)}")
        if not self.types:
            raise UsageError("no title types were asked for", remedy=f"the types are {', '.join(TYPES)}")
        for what, number, least in (
            ("min_votes", self.min_votes, 0),
            ("stars", self.stars, 1),
            ("top", 1 if self.top is None else self.top, 1),
        ):
            if number < least:
                raise UsageError(f"{what} is {number}", remedy=f"give {least} or more")

    @property
    def needs_ratings(self) -> bool:
        """Return whether titles can't be chosen without their ratings."""
        return bool(self.min_votes or self.top)

    def has_year(self, year: int | None) -> bool:
        """Return whether a title of this year is wanted; one without a year is where years don't matter."""
        if self.first_year is None and self.last_year is None:
            return True
        return year is not None and (self.first_year or 0) <= year <= (self.last_year or 9_999)


ANY = ImdbChoice()
