"""Read the line of facts that programmes print of a film: "D/A 2022, 118 Min., Regie: A. Huber, mit K. Beck"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from moviescrape.parse.labels import label_field
from moviescrape.parse.records.credits.country_names import is_country
from moviescrape.parse.records.credits.credit_words import ACTORS, DIRECTORS, OTHERS
from moviescrape.parse.records.credits.person_names import names_at_start
from moviescrape.parse.records.line_minutes import minutes_in
from moviescrape.parse.values.numbers import ascii_digits
from moviescrape.parse.values.years import read_year

LONGEST_LINE = 600


@dataclass(slots=True)
class Credits:
    """What one line says of a film; only what it says for certain. `is_dated` where the year stands beside a country."""

    directors: list[str] = field(default_factory=list)
    actors: list[str] = field(default_factory=list)
    country: str | None = None
    year: int | None = None
    runtime: int | None = None
    is_dated: bool = False

    @property
    def is_of_a_film(self) -> bool:
        """Return whether the line says what only lines about films do: where and when it was made, and its length or director."""
        return self.is_dated and (self.runtime is not None or bool(self.directors))


def read_credits(line: str) -> Credits:
    """Return what a line says of the film that its page is about.

    >>> said = read_credits("D/A 2022, 118 Min., Regie: Anton Huber, mit Karl Beck, Lena Moos u.a.")
    >>> said.year, said.runtime, said.directors, said.actors
    (2022, 118, ['Anton Huber'], ['Karl Beck', 'Lena Moos'])
    """
    found = Credits()
    if len(line) > LONGEST_LINE:
        return found
    line = ascii_digits(line).translate(_BRACKETS)
    if label_field(line):
        return found
    if (made_by := _MADE_BY.match(line)) and (people := _only_people(line[made_by.end() :])):
        found.directors, found.actors = people
        return found
    facts = ""
    for role, text in _stretches(line):
        names, rest = names_at_start(text) if role in _PEOPLE else ([], text)
        said = getattr(found, role) if names and not _GOES_ON.match(rest) else []
        if names and not said:
            said += names
        facts += f" | {rest if role != 'other' else ''.join(_NEXT.split(rest, maxsplit=1)[1:])}"
    _read_facts(facts, found)
    return found


def read_credit_lines(lines: Iterable[str]) -> Credits:
    """Return what lines say together, the first that says a thing; of years, the first beside a country."""
    found = Credits()
    for said in map(read_credits, lines):
        if said.year and (found.year is None or (said.is_dated and not found.is_dated)):
            found.year, found.is_dated = said.year, said.is_dated
        for name in ("directors", "actors", "country", "runtime"):
            if not getattr(found, name):
                setattr(found, name, getattr(said, name))
    return found


def _only_people(text: str) -> tuple[list[str], list[str]] | None:
    """Return the directors and the cast of a text that is nothing else: "Ana Bo", "Ana Bo avec Cy Do, Eva Fu"."""
    cast = _WITH.search(text)
    directors = _only_names(text[: cast.start()] if cast else text)
    actors = _only_names(text[cast.end() :]) if cast else []
    return (directors, actors) if directors and bool(cast) == bool(actors) else None


def _only_names(text: str) -> list[str]:
    names, rest = names_at_start(text)
    return names if not rest.strip(" .") else []


_GOES_ON = re.compile(r"[\s,]*+[^\W\d_]{2}")
"""What shows that names stand in a sentence which goes on behind them: "..., starring Ana Bo, won the prize"."""
_MADE_BY = re.compile(r"(?:[Dd]e|[Dd]i|[Vv]on|[Bb]y|[Aa]v|[Aa]f|[Vv]an) (?=[^\W\d_a-z])")
"""Before the director where nothing but names stands in a line: in sentences it means more."""
_BRACKETS = str.maketrans({"【": "|", "】": ":", "〈": "|", "〉": ":"})
"""As Japan marks labels: 【監督】."""
_PEOPLE = ("directors", "actors")
_MARK = re.compile(
    rf"(?P<colon>(?<![^\W\d_])[^\W\d_][^\W\d]*(?:[ '’./&-]{{1,2}}[^\W\d_]+\.?){{0,3}}\s?[:：՝]\s?)"
    rf"|(?:(?<=^)|(?<=[.,;|·•/()\-–—!?、／] )|(?<=[(]))(?:(?P<directors>{DIRECTORS})|(?P<actors>{ACTORS})|(?P<other>{OTHERS}))"
    rf"(?![^\W\d_])\s?[:：՝]?\s?"
    rf"|(?<=[)\d.'’|,/] )(?:di|de|von|by|av|af|van|by) (?=[^\W\d_a-z])(?P<by>)"
)


def _stretches(line: str) -> Iterator[tuple[str, str]]:
    """Yield a line cut where a word says what follows: ("directors", ...), ("other", ...), and ("", ...) before the first."""
    start, role = 0, ""
    for mark in _MARK.finditer(line):
        at, said = _role(mark)
        yield from _parted(role, line[start:at])
        start, role = mark.end(), said
    yield from _parted(role, line[start:])


def _parted(role: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield a stretch; behind a director's name "with" begins another: "by Ana Bo with Cy Do"."""
    found = _WITH.search(text) if role == "directors" else None
    yield role, text[: found.start()] if found else text
    if found:
        yield "actors", text[found.end() :]


_WITH = re.compile(r" (?:with|starring|mit|avec|con|com|met|med|cu) (?=[^\W\d_a-zà-ÿ])")


def _role(mark: re.Match[str]) -> tuple[int, str]:
    """Return where the words of a mark begin, and what they say follows; "other" for what is nothing of interest."""
    if not mark["colon"]:
        if len(mark.string) > _LONGEST_LIST and not _BEGINS.search(mark.string, max(0, mark.start() - 3), mark.start() + 1):
            return mark.start(), "other"
        by = mark["directors"] or mark["by"] is not None
        return mark.start(), "directors" if by else "actors" if mark["actors"] else "other"
    label = mark["colon"].rstrip(" :：՝")
    starts = [word.start() for word in _WORD.finditer(label)]
    initials = _INITIALS if "R:" in mark.string else {}
    named = next(
        ((at, role) for at in starts if (role := initials.get(label[at:]) or _label_role(label[at:]))), (starts[-1], "other")
    )
    return mark.start() + named[0], named[1]


_LONGEST_LIST = 200
_BEGINS = re.compile(r"(?:^|[.!?…] )[^\W\d_a-z]$")
"""In a longer line, of running text, a word that says who made the film begins a sentence."""
_INITIALS = {"R": "directors", "D": "actors", "H": "actors"}
"""Of Regie, Darsteller and hrají, in programmes that shorten them."""
_WORD = re.compile(r"\S+")
_TAKEN = frozenset({"directors", "actors", "year", "runtime", "country"})


def _label_role(label: str) -> str | None:
    """Return what words before a colon say follows, None where they are not known."""
    if name := label_field(label):
        return name if name in _TAKEN else "other"
    return "actors" if _BEFORE_ACTORS.fullmatch(label) else "directors" if _BEFORE_DIRECTORS.fullmatch(label) else None


_BEFORE_ACTORS, _BEFORE_DIRECTORS = re.compile(ACTORS), re.compile(DIRECTORS)
_NEXT = re.compile(r"[|•·;/(,／]|\s[-–—]\s|\.\s")
"""What stands behind a word that says nothing of interest."""
_PARTS = re.compile(
    r"\s?[|•·;()\[\]（），、–—／]\s?|\s[-/]\s"
    r"|(?<=\d{4})\.\s|(?<=[^\W\d_]{2})(?<!\b[Ss]td)(?<!\b[Tt]im)(?<!\bhrs)(?<!\bhr)(?<!\bgodz)(?<!\bhod)\.\s|,\s"
    r"|/(?=\s?\d)|(?<=\d)/"
    r"|(?<=\d[hHm'’])\.\s|(?<=\b(?:18|19|20)\d\d)\s(?=\d{1,3}\s?(?:[hm'’]|M)(?![^\W\d_]{5}))"
)
"""Also a full stop behind a length, and the blank between a year and a length: "France 2022 1h39", "USA 2014 108 min"."""
_YEAR = re.compile(
    r"(?:(?P<before>[^\d]{1,80}?)[\s,/]+)?(?P<year>(?:18[89]|19\d|20\d)\d)(?:\s?年(?:製作|制作|公開|作品|出品)?|\s?(?:г"
    r"|р)\.?)?(?:[\s,/]+(?P<behind>[^\d]{1,60}))?"
)

_LONE_YEAR = re.compile(r"(?:18[89]|19\d|20\d)\d(?:\s?年(?:製作|制作|公開|作品|出品)?|\s?(?:г|р)\.?)?")


def _read_facts(text: str, found: Credits) -> None:
    """Read the country, the year beside it and the running time of a line's other parts."""
    parts = [part.strip(" .:") for part in _PARTS.split(text)]
    parts = [part for part in parts if part]
    beside = [
        year
        for part in parts
        if (made := _YEAR.fullmatch(part)) and _may_be_of_a_film(made) and (year := read_year(made["year"]))
    ]
    alone = [year for part in parts if _LONE_YEAR.fullmatch(part) and (year := read_year(part))]
    for part in parts:
        made = _YEAR.fullmatch(part)
        around = made and [each for each in (made["before"], made["behind"]) if each]
        if made and around and any(_ends_in_country(each) for each in around) and not found.is_dated:
            found.year, found.is_dated = read_year(made["year"]), True
        elif is_country(part):
            found.country = found.country or part
        elif found.runtime is None and (minutes := minutes_in(part)):
            found.runtime = minutes
    if found.year is None and alone and (found.country or found.runtime or found.directors):
        found.year, found.is_dated = alone[0], found.country is not None
    elif found.year is None and beside and found.runtime:
        found.year = beside[0]


def _may_be_of_a_film(made: re.Match[str]) -> bool:
    """Return whether a word before a year is none of a date: "Drama 2013", and not "March 2013"."""
    before = (made["before"] or "").strip(" ,/")
    return bool(before) and made["behind"] is None and len(before.split()) <= _KIND_WORDS and not _MONTH.match(before)


_KIND_WORDS = 2
_MONTH = re.compile(
    r"(?:jan|feb|fev|fév|feb|mär|mar|apr|abr|avr|mai|may|maj|mag|máj|jun|jui|giu|jul|lug|aug|ago|aoû|sep|set|okt|oct|out"
    r"|ott|nov|dec|dez|déc|dic|gen"
    r"|ene|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|spring|summer|autumn|fall|winter|since|in|seit|depuis"
    r"|copyright|©)",
    re.IGNORECASE,
)


def _ends_in_country(text: str) -> bool:
    """Return whether a text is a country's name, or ends in one: "Spielfilm Deutschland"."""
    words = text.strip(" ,/").split()
    return any(is_country(" ".join(words[at:])) for at in range(min(len(words), 6)))
