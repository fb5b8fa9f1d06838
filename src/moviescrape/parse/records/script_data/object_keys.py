"""What the keys of objects in scripts mean: `runtimeMinutes`, `release_date`, `director.name`, `original-title`."""

import re
from collections.abc import Iterator
from functools import lru_cache

from moviescrape.parse.labels import label_field, plain_label_field

_PARTS = re.compile(r"(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[\W_]+")

_OWN: dict[str, str] = {
    "title": "title|name|nombre|nome|nom|headline|film title|movie title|film|movie|titulo|título|titre|titel|titolo|nazev|název"
    "|tytul|tytuł",
    "original_title": "original title|name original|title original|original name|titulo original|titre original|titolo originale"
    "|originaltitel|original film title|nazev original",
    "year": "year|release year|release date year|production year|year of production|year of release|released year|film year"
    "|copyright year|prdt year|prod year|anio|ano|anno|annee|année|jahr|rok",
    "released": "release date|date released|released|release|first release|world premiere|date of release"
    "|theatrical release|theatrical release date|date sortie|sortie|fecha estreno|estreno|lancamento"
    "|uscita|data uscita",
    "day": "premiere|open dt|premiere date|opening date|opening|start|start date|date|from|showing from|kinostart"
    "|premiera|premijera|date published",
    "runtime": "runtime|run time|running time|runtime minutes|runtime mins|duration|duration minutes|length"
    "|film length|length minutes|duracion|duración|duração|duracao|durata|duree|durée|laufzeit|dauer"
    "|delka|laenge|stopaz|czas trwania"
    "|hossz|trajanje|kesto|speltid|spilletid|varighed|sure|dlzka|total runtime|duracion minutos|minutos"
    "|duree minutes|length in minutes",
    "seconds": "runtime seconds|duration seconds|duration in seconds|runtime in seconds|running time seconds"
    "|length seconds|duration secs",
    "directors": "director|directors|directed by|film director|director names|directors names|realisateur|réalisateur"
    "|regista|regie|rezyser|rezyseria|rezie|reziser|rezisor|rendezo|yonetmen|regissor|direccion|diretor|realizador",
    "actors": "cast|actors|actor|starring|stars|cast members|main cast|lead cast|top cast|lead actors|top billed|casting"
    "|principal cast|credits cast|aktorzy|obsada|obsazeni|hraji|szereplok|oyuncular|nayttelijat"
    "|skadespelare|interpretes|akteri",
    "genres": "genre|genres|genre names|film genres|generos|géneros|generi|gatunki|zanry",
    "rating": "rating|film rating|movie rating"
    "|score|vote average|average rating|rating average|avg rating|rating value|user rating"
    "|users rating|user score|imdb rating|imdb score|audience score|aggregate rating|ratings average"
    "|stars average|rating score|note|nota|bewertung",
    "best": "rating best|best rating|rating max|max rating|rating scale|rating out of|rating best rating"
    "|score max|aggregate rating best rating",
    "votes": "votes|vote count|votes count|num votes|number of votes|rating count|ratings count"
    "|aggregate rating rating count",
    "certificate": "certificate|certificate rating|certification|mpaa"
    "|mpaa rating|age rating|content rating|classification|fsk|censor"
    "|censor rating|rated|age limit|age restriction|parental rating",
    "languages": "language|languages|spoken languages|original language",
    "country": "country|countries|production countries|countries of origin|country of origin",
    "url": "url|link|href|permalink|uri|path|detail url|details url|detail link|page url|film url|movie url"
    "|film link|movie link|full url|canonical url|web url|film page|url path|to|absolute url|public url"
    "|show url|event url",
    "slug": "slug|url slug|seo name|url name|film slug|movie slug|handle|permalink slug",
    "poster": "poster|poster url|poster path|poster image|poster src|film poster|movie poster|poster image url"
    "|posters|poster link|poster image src|cover|image|image url|thumbnail|img|picture",
    "description": "synopsis|short synopsis|long synopsis|plot|overview|storyline|description|short description|summary"
    "|logline|sinopsis|sinopse",
    "imdb": "imdb|imdb id|imdb url|imdb link|tmdb|tmdb id|tmdb url|moviedb id|the movie db id|letterboxd"
    "|letterboxd url|imdb code|rt id",
    "trailer": "trailer|latest trailer id|trailers|trailer url|trailer link|youtube trailer|trailer id|youtube trailer id"
    "|trailer code"
    "|has trailer|video trailer",
    "kind": "type|typename|media type|title type|content type|kind|q|category type|programme type|program type"
    "|event type|object type",
}  # fmt: skip
_FIELDS = {key: field for field, keys in _OWN.items() for key in keys.split("|")}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_AROUND = _words(
    """film movie the ids nm node nodes edges item items results attributes fields acf meta metadata data entry content source
    details info additional feature programme name names text rendered value values label display displayed formatted string str
    raw plain html list full localized local default current in min mins minutes minute of"""
)
"""Words around the one that tells what a key holds."""
_LANGUAGES = _words("en de fr es it pt br ru pl nl cs sk sv da fi ja zh ko tr uk hu ro el ar he fa no nb eng")
_NO_LABELS = _words(
    """with start length date place position order time min mins minutes released stars film movie films movies actress com mit
    met con avec starts age premiere opened rated land text points indeks name titles uscita notes note skor casting"""
)
"""Words that label facts on pages, and mean anything in a program."""
_DEEP = _words("directors actors genres runtime original_title imdb votes rating")
_PLAIN = _words("director directors cast actors genres runtime")
_ELSEWHERE = _words(
    """next previous prev related similar trailer video image poster cinema venue user author series season parent collection
    person people"""
)
"""Words above a key that is of something else than the film."""
_MAX_KEY = 120


@lru_cache(maxsize=4096)
def split_key(key: str) -> str:
    """Return the words of a key in lower case.

    >>> split_key("imdbID"), split_key("vote_average"), split_key("credits.castMembers")
    ('imdb id', 'vote average', 'credits cast members')
    """
    return " ".join(part for part in _PARTS.split(key) if part).lower()


@lru_cache(maxsize=4096)
def key_field(key: str) -> str | None:
    """Return what a key, or a path of keys, holds: a field of `movie`, or one of the other kinds of `_OWN`; None for the rest.

    >>> [key_field(key) for key in ("runtimeMinutes", "director.name", "filmTitle", "title.rendered", "cinema.name", "ticketUrl")]
    ['runtime', 'directors', 'title', 'title', None, None]
    """
    words = split_key(key[:_MAX_KEY]).split()
    words = [word for place, word in enumerate(words) if place == 0 or word != words[place - 1]]
    cores = (words[start:end] for end in _ends(words) for start in _starts(words, end))
    return next((found for core in cores if (found := _field_of(core))), None) or _field_of_last(key[:_MAX_KEY])


def _field_of_last(path: str) -> str | None:
    """Return what the last key of a path holds where it says so alone: `ratingsSummary.aggregateRating`."""
    above, _, last = path.rpartition(".")
    words = split_key(last)
    if not above or _ELSEWHERE.intersection(split_key(above).split()) or (" " not in words and words not in _PLAIN):
        return None
    found = _FIELDS.get(words)
    return found if found in _DEEP else None


def _ends(words: list[str]) -> Iterator[int]:
    """Yield where the core of a key may end: at its end, and before each of the words that say no more."""
    yield len(words)
    for end in range(len(words) - 1, 0, -1):
        if words[end] not in _AROUND and words[end] not in _LANGUAGES:
            return
        yield end


def _starts(words: list[str], end: int) -> Iterator[int]:
    yield 0
    for start in range(1, end):
        if words[start - 1] not in _AROUND:
            return
        yield start


def _field_of(words: list[str]) -> str | None:
    joined = " ".join(words)
    if found := _FIELDS.get(joined):
        return found
    if joined in _NO_LABELS or (joined.isascii() and len(joined) < _MIN_LETTERS):
        return None
    return label_field(joined) or label_field("_".join(words)) or plain_label_field(joined)


_MIN_LETTERS = 3
