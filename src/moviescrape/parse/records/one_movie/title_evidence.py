"""Weigh whether a page with a movie's facts is about one movie, and no book, play, album, game, series, person or programme."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from moviescrape.parse.headline import Headline
from moviescrape.parse.labels import label_field, split_label
from moviescrape.parse.model import PageAddress, Record
from moviescrape.parse.records.credits.credit_lines import Credits, read_credits
from moviescrape.parse.records.credits.person_names import is_person
from moviescrape.parse.records.film_words import BORN, FILM, SERIES, TV
from moviescrape.parse.records.known_titles import count_known
from moviescrape.parse.records.outline import Outline

_MIN_SIGNS = 4
_MAX_SHORT = 80
_CAST = 3
_HEAD = 12
"""So many lines behind the headline say what kind of thing it is."""
_OF_ONE = 2
"""More films than this, each with a director or a length of its own, are a programme."""


@dataclass(frozen=True, slots=True)
class TitlePageText:
    """The texts of a page that may be about one movie: its title, the lines behind its headline, and what those say of a film.

    `listed` is how many records of lists stand on the page, `marks` what its markup and its labels say of films (`film_marks`).
    """

    page_title: str
    lines: Sequence[str]
    credited: Credits
    listed: int
    marks: float = 0.0


def is_of_a_movie(record: Record, headline: Headline, address: PageAddress, text: TitlePageText) -> bool:
    """Return whether a page with these values is about one movie."""
    said = set(record.values)
    year = headline.year is not None or "year" in said
    values = record.values
    named = {"directors": values.get("directors", ()), "actors": values.get("actors", ())}
    people = {role for role, names in named.items() if any(map(is_person, names))}
    cast = len(values.get("actors", ())) >= _CAST
    if not (people or ("runtime" in said and year)) or not (len(said) > 1 or cast) or is_programme(text.lines):
        return False
    signs = (
        2 * ("directors" in people)
        + (0.5 if people == {"actors"} and not _names_a_cast(text.lines) else 1.5) * ("actors" in people)
        + 1.0 * year
        + 1.5 * ("runtime" in said)
        + 0.5 * bool(said & {"genres", "country", "languages", "original_title"})
        + 1.0 * text.credited.is_of_a_film
        + 0.5 * cast
        + text.marks
    )
    return (
        signs + _of_words(headline.title, text) + _of_address(headline.title, address) - 0.05 * min(text.listed, 20) >= _MIN_SIGNS
    )


def _names_a_cast(lines: Sequence[str]) -> bool:
    """Return whether a line calls its people a cast: "with A, B" alone is said of guests, speakers and singers too."""
    return any(
        _CAST_WORD.search(line) or label_field(line) == "actors" or (split_label(line) or "")[:1] == ("actors",) for line in lines
    )


_CAST_WORD = re.compile(
    r"(?<![a-z])(?:starring|cast|darsteller|hauptrollen|reparto|elenco|interpr|obsada|hraj|ролях|出演|主演|출연)", re.IGNORECASE
)


def _of_words(title: str, text: TitlePageText) -> float:
    """Return what the headline, the page's title and the first lines speak of: films, series, the stage."""
    around = text.page_title.replace(title, " ")
    head = [line for line in text.lines[:_HEAD] if len(line) <= _MAX_SHORT and line != title]
    known = bool(count_known([title]))
    of_films = bool(FILM.search(around))
    return (
        1.0 * known
        + 1.0 * of_films
        - 1.5 * (bool(FILM.search(title)) and not known)
        - 2.0 * bool(STAGE.search(title))
        - (0.0 if of_films else _of_stage(around))
        - 1.5 * any(STAGE.search(line) for line in head)
        - 2.0 * bool(PERSON.search(around))
        - 2.0 * any(PERSON.fullmatch(line.strip(" :")) for line in head)
        - 4.0 * any(_NUMBERED.search(line) for line in head)
        - 3.0 * any(_SERIAL.search(line) and any(map(str.isdigit, line)) for line in head)
        - 3.0 * any(_OTHER_LABEL.match(line) for line in head)
        - 3.0 * any(BORN.search(line) for line in text.lines[:_FIRST])
        - 2.0 * bool(SERIES.search(title))
        - 2.0 * bool(SERIES.search(around))
        - 2.0 * any(SERIES.search(line) and not FILM.search(line) for line in head)
    )


def _of_stage(around: str) -> float:
    """Return how much a page's title speaks against films; cinemas of America are theaters."""
    found = STAGE.search(around)
    return 0.0 if not found else 1.5 if found[0].lower().startswith("theat") else 2.5


def _of_address(title: str, address: PageAddress) -> float:
    """Return what the page's address speaks of."""
    url = urlsplit(address.url or "")
    path = unquote(url.path)
    return (
        1.0 * bool(FILM.search(path))
        + 0.5 * bool(FILM.search(url.hostname or ""))
        - 1.5 * bool(_OTHER_PAGES & set(path.lower().split("/")))
        - 2.0 * (bool(STAGE.search(path)) and not STAGE.search(title))
        - 2.0 * bool(SERIES.search(path))
        - 4.0 * bool(_NUMBERED.search(path.replace("-", " ")))
        - 1.0 * bool(TV.search(url.hostname or "") or TV.search(path))
    )


def film_marks(page: Outline, title: str) -> float:
    """Return what a page's markup says of films: classes around the headline, links to genres and to a film's entry elsewhere."""
    owner = next((page.owners[n] for n, text in enumerate(page.texts) if text == title), None)
    around = (page.classes[number] for number in page.ancestors(owner)) if owner is not None else iter(())
    links = [page.attribute(n, "href") or "" for n, tag in enumerate(page.tags) if tag == "a"][:_MAX_LINKS]
    return (
        1.0 * any(FILM.search(named) for named in around)
        + 0.5 * any("imdb.com/" in link or "themoviedb.org/" in link for link in links)
        + 0.5 * any(_GENRE.search(link) for link in links)
    )


_MAX_LINKS = 1_000
_GENRE = re.compile(r"/(?:genres?|gatunek|zanr|genero|janr|tur)[/=]", re.IGNORECASE)


def is_programme(lines: Sequence[str]) -> bool:
    """Return whether lines state the facts of several films, a director or a length each.

    >>> is_programme(["Dir. Ana Bo, 2019, 90 min", "Dir. Cy Do, 2018, 95 min", "Dir. Eva Fu, 2017, 99 min"])
    True
    """
    said = [read_credits(line) for line in lines]
    directors = {tuple(each.directors) for each in said if each.directors}
    lengths = {(each.year, each.runtime) for each in said if each.runtime and (each.year or each.directors)}
    return max(len(directors), len(lengths)) > _OF_ONE


STAGE = re.compile(
    r"(?<![a-z])(?:theat(?:er|re)|broadway|opera|oper|ballet|ballett|stage|musical|schauspiel|hörspiel|kabarett|cabaret"
    r"|comedy show|talk ?show|keynote|lecture|workshop|yoga|casting call|auditions?|chor\w*|choir|radio drama|dance"
    r"|tanztheater|choreograph\w*|choreogra[fp]\w*|circus|zirkus|exhibition|ausstellung|staatstheater|teatro"
    r"|théâtre|teatr|divadlo|teater|teatteri|schouwburg|(?:stadt|landes|volks|burg)theater|schauspielhaus|opernhaus|st(?:ü|ue)cke?"
    r"|inszenierung|inscenac\w{1,4}|inscenizac\w{1,4}|näytelmä"
    r"|színház|театр|спектакль|spectacle|interval|intermission|concert|konzert|concerto|concierto|lyrics|audiobook"
    r"|hörbuch|podcast"
    r"|music|books?|games?|isbn|episode)(?![a-z])",
    re.IGNORECASE,
)
"""A word for what has a director, a cast or a length as well: plays, operas, concerts, recordings."""
PERSON = re.compile(
    r"(?<![^\W\d_])(?:born|date of birth|birthplace|filmography|biography|actor|actress|geboren|jahrgang"
    r"|schauspieler(?:in)?|filmografie|filmographie"
    r"|né le|née le|date de naissance|acteur|actrice|nacimiento|fecha de nacimiento|filmografía|actor|nato il"
    r"|data di nascita|attore"
    r"|дата рождения|фильмография|актер|актёр|актриса|narozen|datum narození|data urodzenia|doğum tarihi)(?![^\W\d_])",
    re.IGNORECASE,
)
"""A word for a person's life or work."""
_NUMBERED = re.compile(
    r"(?<![^\W\d_])(?:seasons?|episodes?|staffeln?|folgen?|saisons?|épisodes?|temporadas?|episodios?|capítulos?"
    r"|stagion[ei]|puntate?|sezon\w?|odcin\w{1,3}"
    r"|seizoen|aflevering\w{0,2}|säsong|avsnitt|сезон\w{0,2}|эпизод\w{0,2}|сери[яи]|серий|odc\.|s\d{1,2}\s?e)(?:\s?:?\s?\d|$)"
    r"|\d\s?(?:seasons?|episodes?|staffeln?|folgen?|saisons?|épisodes?|temporadas?|episodios|stagioni|puntate"
    r"|сезон\w{0,2}|эпизод\w{0,2}|сери[яий]|话|集|부작|회|話)(?![^\W\d_])",
    re.IGNORECASE,
)
"""A season or an episode with its number: of a series."""
_SERIAL = re.compile(
    r"(?<![^\W\d_])(?:serial|seriál|\w{0,12}serie|sorozat|telenovela|dizi|сериал"
    r"|серіал)(?![^\W\d_])(?! killer)",
    re.IGNORECASE,
)
_OTHER_LABEL = re.compile(
    r"(?:developers?|entwickler|développeurs?|desarrollador\w*|platforms?|plattform|isbn(?:-1[03])?|pages|seiten|páginas"
    r"|pagine|narrat(?:ed by|or)|read by"
    r"|artist|tracks|track ?list|episodes|seasons|conductor|dirigent|choreography|players?|ingredients|zutaten"
    r"|venue capacity)\s?(?:[:：]|$)",
    re.IGNORECASE,
)
"""What is said of games, books, recordings and series, and not of films."""
_FIRST = 4
_OTHER_PAGES = frozenset(
    {"review", "reviews", "film-reviews", "movie-reviews", "critics", "news", "blog", "articles", "person", "people", "name"}
)
