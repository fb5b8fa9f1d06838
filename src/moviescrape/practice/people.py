"""Invented people with careers: when they worked, in which language, and how much in demand they were."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import count

from moviescrape.practice.film import Person
from moviescrape.practice.languages import LANGUAGES, Language
from moviescrape.practice.randomness import RandomSource, WeightedChoice
from moviescrape.practice.vocabulary import AWKWARD_NAMES, words

FIRST_YEAR, LAST_YEAR = 1930, 2020


@dataclass(frozen=True, slots=True)
class Career:
    """A person's first and last year at work, and how often they are asked (a weight; a few are asked very often)."""

    person: Person
    language: str
    first: int
    last: int
    demand: float


class CastingPool:
    """Who can be cast: actors at work in a year, those who speak its language first."""

    def __init__(self, careers: list[Career]) -> None:
        by_year: dict[int, list[tuple[Person, float]]] = defaultdict(list)
        by_language: dict[tuple[str, int], list[tuple[Person, float]]] = defaultdict(list)
        for career in careers:
            for year in range(max(career.first, FIRST_YEAR), min(career.last, LAST_YEAR) + 1):
                by_year[year].append((career.person, career.demand))
                by_language[career.language, year].append((career.person, career.demand))
        self._by_year = {year: WeightedChoice(weighted) for year, weighted in by_year.items()}
        self._by_language = {key: WeightedChoice(weighted) for key, weighted in by_language.items()}

    def cast(self, draw: RandomSource, language: str, year: int, size: int) -> tuple[Person, ...]:
        """Up to `size` different people, mostly of that language."""
        speakers = self._by_language.get((language, year))
        found = speakers.several(draw, size - draw.whole(0, 2)) if speakers else []
        anyone = self._by_year[year].several(draw, size) if year in self._by_year else []
        return tuple(found + [person for person in anyone if person not in found])[:size]


def name_in(language: Language, draw: RandomSource) -> str:
    """Return an invented name.

    >>> from moviescrape.practice.languages import ENGLISH
    >>> len(name_in(ENGLISH, RandomSource(1)).split())
    2
    """
    given = draw.pick(language.given)
    family = draw.pick(language.heads) + draw.pick(language.tails)
    return f"{family} {given}" if language.family_first else f"{given} {family}"


def make_careers(how_many: int, draw: RandomSource, first_number: int = 1) -> list[Career]:
    """Return that many people, all with different names; some of the names are awkward ones."""
    choice = WeightedChoice((language, sum(language.share)) for language in LANGUAGES)
    taken: set[str] = set()
    return [_make_career(number, choice.draw(draw), draw, taken) for number in range(first_number, first_number + how_many)]


def _make_career(number: int, language: Language, draw: RandomSource, taken: set[str]) -> Career:
    awkward = AWKWARD_NAMES[number // 7 % len(AWKWARD_NAMES)] if number % 7 == 0 else None
    name = name_in(language, draw) if awkward is None or awkward in taken else awkward
    first = int(FIRST_YEAR - 25 + 113 * draw.random())
    last = first + 4 + int(44 * draw.random())
    demand = 1 / (draw.random() + 0.08)
    return Career(Person(number, _not_yet(name, taken)), language.name, first, last, demand)


def _not_yet(name: str, taken: set[str]) -> str:
    """Return the name, or the name with the first Roman numeral that makes it a new one, as registers of actors do."""
    candidates = (name if number == 1 else f"{name} {_roman(number)}" for number in count(1))
    new = next(candidate for candidate in candidates if candidate not in taken)
    taken.add(new)
    return new


def _roman(number: int) -> str:
    """
    >>> _roman(4), _roman(19)
    ('IV', 'XIX')
    """
    numerals = words("M CM D CD C XC L XL X IX V IV I")
    values = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
    numeral = ""
    for value, letters in zip(values, numerals, strict=True):
        times, number = divmod(number, value)
        numeral += letters * times
    return numeral
