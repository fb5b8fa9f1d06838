"""Movies from a seed: years that are good and bad, languages in and out of vogue, and the gaps that real data has."""

from moviescrape.practice.film import Film
from moviescrape.practice.languages import ENGLISH, LANGUAGES, SILENT, Language
from moviescrape.practice.people import FIRST_YEAR, LAST_YEAR, CastingPool, make_careers
from moviescrape.practice.randomness import RandomSource, WeightedChoice
from moviescrape.practice.vocabulary import (
    ADJECTIVES,
    AWKWARD_TITLES,
    CERTIFICATES,
    CERTIFICATES_BEFORE_1968,
    GENRES,
    JOBS,
    NOUNS,
    NUMBERS,
    PATTERNS,
    PLACES,
    PLOTS,
    THINGS,
)

YEARS = range(FIRST_YEAR, LAST_YEAR + 1)
_GENRE_CHOICE = WeightedChoice(GENRES.items())


def invent_films(how_many: int, seed: int) -> tuple[Film, ...]:
    """Return that many movies, numbered from 1 in order of their years; the same for the same arguments, on any machine.

    >>> invent_films(3, seed=1) == invent_films(3, seed=1)
    True
    """
    return tuple(_Inventor(how_many, seed).films())


class _Inventor:
    """One run of the invention: what the seed decided once for all movies."""

    def __init__(self, how_many: int, seed: int) -> None:
        self._years = _years_of(how_many)
        self._draw = RandomSource(seed, "films", how_many)
        crowd = max(90, how_many * 7 // 10)
        self._actors = CastingPool(make_careers(crowd, RandomSource(seed, "actors", how_many)))
        self._directors = CastingPool(
            make_careers(max(40, crowd // 3), RandomSource(seed, "directors", how_many), first_number=crowd + 1)
        )
        self._levels = _levels(RandomSource(seed, "levels"))
        self._languages = _language_choices(RandomSource(seed, "languages"))
        self._awkward = self._draw.whole(0, len(AWKWARD_TITLES) - 1)
        self._taken: set[tuple[str, int]] = set()
        self._last_title = "The Paper Lighthouse"

    def films(self) -> list[Film]:
        return [self._film(number, year) for number, year in enumerate(self._years, start=1)]

    def _film(self, number: int, year: int) -> Film:
        draw = self._draw
        language = self._languages[year].draw(draw)
        title, original = self._titles(language, year)
        rating = None if draw.chance(0.02) else self._rating(year)
        directors = self._directors.cast(draw, language.name, year, 2 if draw.chance(0.08) else 1)
        cast_size = 0 if draw.chance(0.025) else draw.whole(1, 3) if draw.chance(0.06) else draw.whole(5, 14)
        return Film(
            number=number,
            title=title,
            year=year,
            day=(draw.whole(1, 12), draw.whole(1, 28)),
            mark=self._mark(title, year),
            original_title=original,
            rating=rating,
            votes=None if rating is None else int(4800 / (draw.random() + 0.002)),
            metascore=self._metascore(rating, year),
            runtime=None if draw.chance(0.03) else self._runtime(year),
            certificate=None if draw.chance(0.1) else draw.pick(CERTIFICATES_BEFORE_1968 if year < 1968 else CERTIFICATES),
            genres=tuple(_GENRE_CHOICE.several(draw, draw.whole(1, 3))),
            languages=self._spoken(language, year),
            country=(language.country,),
            directors=directors,
            cast=self._actors.cast(draw, language.name, year, cast_size) if cast_size else (),
            plot=_plot(draw),
        )

    def _rating(self, year: int) -> float:
        tenths = int(self._levels[year] + 13 * self._draw.bell() + 0.5)
        return max(11, min(tenths, 97)) / 10

    def _metascore(self, rating: float | None, year: int) -> int | None:
        if rating is None or year < 1970 or self._draw.chance(0.35):
            return None
        return max(5, min(99, int(rating * 10 + 12 * self._draw.bell())))

    def _runtime(self, year: int) -> int:
        """Minutes: longer as the decades pass; now and then a very short or very long one, or full hours."""
        if self._draw.chance(0.03):
            return self._draw.pick((45, 58, 60, 120, 180, 201, 239))
        return int(88 + (year - FIRST_YEAR) * 0.25 + 24 * self._draw.bell())

    def _spoken(self, language: Language, year: int) -> tuple[str, ...]:
        if self._draw.chance(0.03):
            return ()
        if self._draw.chance(0.12 if year < 1934 else 0.004):
            return (SILENT,)
        others = self._languages[year].several(self._draw, self._draw.whole(1, 2)) if self._draw.chance(0.25) else []
        return (language.name, *(other.name for other in others if other is not language))

    def _titles(self, language: Language, year: int) -> tuple[str, str | None]:
        """Return the title as displayed, and the original one where it differs. One in thirty is awkward, a few are remakes."""
        draw = self._draw
        if draw.chance(1 / 30):
            self._awkward += 1
            return AWKWARD_TITLES[self._awkward % len(AWKWARD_TITLES)], None
        if draw.chance(0.01):
            return self._last_title, None
        title = _title(draw)
        if (title, year) in self._taken:
            title = f"{title} Again"
        self._last_title = title
        if language is ENGLISH or draw.chance(0.3):
            return title, None
        original = draw.pick(language.titles)
        return (original, None) if draw.chance(0.1) else (title, original)

    def _mark(self, title: str, year: int) -> str:
        """Return the numeral that tells movies of one title and year apart; sometimes a lone I, whose twin is not listed."""
        mark = "II" if (title, year) in self._taken else "I" if self._draw.chance(0.015) else ""
        self._taken.add((title, year))
        return mark


def _title(draw: RandomSource) -> str:
    """Return an English title."""
    return draw.pick(PATTERNS).format(
        adjective=draw.pick(ADJECTIVES),
        noun=draw.pick(NOUNS),
        other=draw.pick(NOUNS),
        number=draw.pick(NUMBERS),
        things=draw.pick(THINGS),
        place=draw.pick(PLACES),
        elsewhere=draw.pick(PLACES),
    )


def _plot(draw: RandomSource) -> str:
    """Return a plot in a sentence or two."""
    number, noun = draw.pick(NUMBERS).lower(), draw.pick(NOUNS).lower()
    return draw.pick(PLOTS).format(job=draw.pick(JOBS), place=draw.pick(PLACES), noun=noun, number=number)


def _years_of(how_many: int) -> list[int]:
    """Return the year of each movie, ascending: few a year in 1930, about twelve times as many in 2020."""
    ages = [(year - FIRST_YEAR) / (LAST_YEAR - FIRST_YEAR) for year in YEARS]
    weights = [1 + 11 * age * age for age in ages]
    years: list[int] = []
    total, so_far = sum(weights), 0.0
    for year, weight in zip(YEARS, weights, strict=True):
        so_far += weight
        years += [year] * (round(how_many * so_far / total) - len(years))
    return years


def _levels(draw: RandomSource) -> dict[int, float]:
    """How good each year was, in tenths of a rating point: a mood for each decade, and a year's own luck on top."""
    moods = [59 + 8 * draw.random() for _ in range((LAST_YEAR - FIRST_YEAR) // 10 + 2)]
    return {year: moods[(year - FIRST_YEAR) // 10] + 4 * draw.bell() for year in YEARS}


def _language_choices(draw: RandomSource) -> dict[int, WeightedChoice[Language]]:
    """Each year's languages by share: from 1930's to 2020's, with a vogue of some decades that the seed places."""
    vogues = {language.name: (draw.whole(FIRST_YEAR, LAST_YEAR), 4 * draw.random()) for language in LANGUAGES[1:]}
    return {
        year: WeightedChoice((language, _share(language, year, *vogues.get(language.name, (0, 0)))) for language in LANGUAGES)
        for year in YEARS
    }


def _share(language: Language, year: int, peak: int, height: float) -> float:
    then, now = language.share
    base = then + (now - then) * (year - FIRST_YEAR) / (LAST_YEAR - FIRST_YEAR)
    vogue = max(0.0, 1 - abs(year - peak) / 15)
    return base * (1 + height * vogue)
