"""Weigh whether alike objects of a script are movies: what their keys name, what their values are, what the page speaks of."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from moviescrape.parse.dom.document import Node
from moviescrape.parse.labels import label_field
from moviescrape.parse.model import PageAddress, Record
from moviescrape.parse.records.film_words import FILM, OTHER, SERIES, TV
from moviescrape.parse.records.known_titles import count_known
from moviescrape.parse.records.script_data.object_columns import ObjectTable
from moviescrape.parse.records.script_data.object_keys import split_key

_FACTS = {
    "directors": 2.0,
    "actors": 1.2,
    "original_title": 1.5,
    "imdb": 3.0,
    "certificate": 0.8,
    "trailer": 0.8,
    "year": 0.6,
    "released": 0.6,
    "genres": 0.5,
    "votes": 0.4,
    "rating": 0.3,
    "languages": 0.3,
    "country": 0.3,
}
_RUNTIME, _DURATION = 1.2, 0.4
"""A running time named so, and any other duration: films alone have the first."""
_PLOT, _POSTER, _TOGETHER = 0.5, 0.5, 1.0
_PATH, _KEYS, _KIND, _LINKS, _TITLE, _ADDRESS, _KNOWN = 1.5, 1.2, 2.0, 0.8, 0.8, 0.7, 1.5
_OTHER_KEY, _OTHER_PATH, _STAGE_PATH, _OTHER_PAGE, _NAMED, _ABOUT_FILMS = -2.5, -1.5, -3.0, -1.0, -0.7, -2.0
THRESHOLD = 3.5
_MIN_FACTS = 1.3

_OTHER_KEYS = frozenset(
    """price|prices|sku|isbn|barcode|ean|currency|email|phone|telephone|address|street|city|zip|postcode|postal code|lat|lng
    |latitude|longitude|season|seasons|episode|episodes|season number|episode number|number of seasons|number of episodes
    |episode count|season count|seasons count|episodes count|total episodes|total seasons|author|authors|author name
    |artist|artists|artist name|album|tracks|track|track number|publisher|salary|bedrooms|calories|ingredients|servings
    |home team|away team|platform|platforms|developer|developers|followers|stock|in stock|brand|capacity|instructor
    |lecturer|playwright|choreographer|conductor|birthday|birth date|birthdate|known for|first air date|byline|channel
    |channel id|station
    |network|cook time|prep time|difficulty|lessons|lyrics|bpm|channel name|pages|page count|num pages|players|min players
    |max players|subscribers|views|view count|license|vendor|manufacturer|model|autor|autore|autoren|preis|precio|prix
    |prezzo|preço|adresse|direccion|dirección|capitulos|capítulos|temporadas|saisons|staffeln|folgen|künstler|zutaten
    |ingredientes|ingrédients|company name|orchestra|soloists|ensemble""".replace("\n    ", "").split("|")
)  # fmt: skip
_RELATED = re.compile(
    r"relat|similar|recommend|suggest|more like|like this|you may|also|recently|history|watched|wishlist|promo|trailer"
    r"|(?<![a-z])(?:cart|ads?|videos?)(?![a-z])",
    re.IGNORECASE,
)
_STAGE = re.compile(
    r"(?<![a-z])(?:plays?|shows?|theat(?:re|er)|opera|ballet|concerts?|stage|productions|musicals?|podcasts?)(?![a-z])",
    re.IGNORECASE,
)
_OTHER_KIND = re.compile(
    r"(?:tv|person|people|game|videogame|book|music|album|podcast|collection|cinema|venue|genre|article|news|post|play|theatre|opera"
    r"|concert|event|show|recipe|product|course)s?",
    re.IGNORECASE,
)
_FILM_KEY = re.compile(r"(?:^|\b)(?:film|movie|pelicula|kino|cine)s?\b")
_TMDB_KEYS = {"release date", "vote average"}
"""As TMDB's API names what it says of films, and not of series: many pages hand it on."""
_RUN = re.compile(r"run|film|movie")


@dataclass(frozen=True, slots=True)
class SpokenOf:
    """Whether a page speaks of films in its title and in its address, and of something else."""

    title: bool
    address: bool
    other: bool


def spoken_of(root: Node, address: PageAddress) -> SpokenOf:
    """Return what a page's title and address say that it is about."""
    heading = root.first("title")
    title = heading.text[:300] if heading else ""
    url = urlsplit(address.url or address.base or "")
    place = f"{url.hostname or ''}{unquote(url.path)}"
    other = any(words.search(text) for words in (OTHER, TV, SERIES) for text in (title, place))
    return SpokenOf(bool(FILM.search(title)), bool(FILM.search(place)), other)


def may_be_movies(table: ObjectTable) -> bool:
    """Return whether objects have a title and a fact by their keys: most sets of objects of a page don't."""
    return table.share("title") >= _MANY and any(table.share(name) >= _SOME for name in (*_FACTS, "runtime", "seconds"))


def is_about_others(path: Sequence[str]) -> bool:
    """Return whether the keys that lead to objects say that they are beside what the page shows."""
    return any(_RELATED.search(split_key(key)) for key in path)


def are_movies(table: ObjectTable, records: Sequence[Record], path: Sequence[str], page: SpokenOf) -> bool:
    """Return whether objects are movies: facts that only films have, and words for films at two places or more."""
    if len({record.values["title"] for record in records}) < 2:
        return False
    facts = _facts(table, records)
    words = _words(table, records, path, page)
    if not (words or _OWN_FACTS & facts.keys()) or _are_labels(records):
        return False
    enough = sum(facts.values()) >= (_KNOWN_FACTS if "known" in words else _MIN_FACTS)
    return enough and sum(facts.values()) + sum(words.values()) + _against(table, records, path, page) >= THRESHOLD


_OWN_FACTS = {"imdb", "original_title", "together"}
_KNOWN_FACTS = 0.5
"""So much of facts is enough where some titles are known films."""


def _are_labels(records: Sequence[Record]) -> bool:
    """Return whether objects hold what a site's program says ("Title", "Director"), not films."""
    said = [text for record in records for text in (record.values["title"], *record.values.get("directors", ()))]
    return sum(label_field(text) is not None for text in said) > len(said) / 4


def _facts(table: ObjectTable, records: Sequence[Record]) -> dict[str, float]:
    """Return the facts of films that many records have, each with its weight."""
    stated = {
        name
        for name in ("directors", "actors", "original_title", "certificate", "year", "genres", "rating")
        if _have(records, name)
    }
    named = {name for name in ("imdb", "trailer", "votes", "languages", "country", "released") if table.share(name) >= _SOME}
    found = {name: _FACTS[name] for name in stated | named}
    if "released" in found:
        found.pop("year", None)
    if _have(records, "runtime"):
        paths = [*table.paths.get("runtime", ()), *table.paths.get("seconds", ())]
        found["runtime"] = _RUNTIME if any(_RUN.search(split_key(path)) for path in paths) else _DURATION
    of_film = found.keys() >= {"directors"} and found.keys() & {"year", "released"}
    keys = {split_key(key) for key in table.rows[0]}
    if (found.get("runtime") == _RUNTIME and (of_film or "certificate" in found)) or keys >= _TMDB_KEYS:
        found["together"] = _TOGETHER
    if any(split_key(path) != "description" for path in table.paths.get("description", ())) and _have(records, "description"):
        found["plot"] = _PLOT
    if any("poster" in path.lower() for path in table.paths.get("poster", ())):
        found["poster"] = _POSTER
    return found


def _have(records: Sequence[Record], name: str) -> bool:
    return sum(name in record.values for record in records) >= len(records) * _SOME


def _words(table: ObjectTable, records: Sequence[Record], path: Sequence[str], page: SpokenOf) -> dict[str, float]:
    """Return where films are spoken of, each with its weight."""
    keys = {split_key(key) for key in table.rows[0]}
    links = [urlsplit(record.link).path for record in records if record.link]
    kinds = [value for value in table.column("kind") if isinstance(value, str)]
    said = {
        "path": (_PATH, any(FILM.search(split_key(key)) for key in path)),
        "keys": (_KEYS, any(_FILM_KEY.search(key) for key in keys)),
        "kind": (_KIND, sum(bool(FILM.search(kind)) for kind in kinds) > len(table.rows) * _SOME),
        "links": (_LINKS, sum(bool(FILM.search(link)) for link in links) > len(records) * _SOME),
        "title": (_TITLE, page.title),
        "address": (_ADDRESS, page.address),
        "known": (_KNOWN, count_known(record.values["title"] for record in records[:_MAX_KNOWN]) > 1),
    }
    return {name: weight for name, (weight, holds) in said.items() if holds}


def _against(table: ObjectTable, records: Sequence[Record], path: Sequence[str], page: SpokenOf) -> float:
    """Return the weight of what speaks against films: keys of other things, words of the path, the titles and the page."""
    words = " ".join(split_key(key) for key in path)
    others = sum(split_key(name) in _OTHER_KEYS for name in _common_keys(table))
    in_path = not FILM.search(words) and any(each.search(words) for each in (SERIES, OTHER))
    named = all(split_key(each.rpartition(".")[2]) == "name" for each in table.paths["title"][:1])
    about = sum(bool(FILM.search(record.values["title"])) for record in records) > len(records) * _SOME
    said = ((_OTHER_PATH, in_path), (_STAGE_PATH, _is_stage(path)), (_OTHER_PAGE, page.other), (_NAMED, named))
    return others * _OTHER_KEY + about * _ABOUT_FILMS + sum(weight for weight, holds in said if holds)


def _is_stage(path: Sequence[str]) -> bool:
    """Return whether the key that holds the objects names what stages show."""
    last = next((split_key(key) for key in reversed(path) if key != "*"), "")
    return bool(_STAGE.search(last)) and not FILM.search(last)


def _common_keys(table: ObjectTable) -> list[str]:
    counts = Counter(path for row in table.rows for path in row)
    return [path for path, times in counts.items() if times >= len(table.rows) * _SOME]


def is_other_kind(kind: object) -> bool:
    """Return whether a row says by its type that it is a series, a person, a play.

    >>> [is_other_kind(kind) for kind in ("movie", "tvSeries", "person", 294)]
    [False, True, True, False]
    """
    if not isinstance(kind, str):
        return False
    words = split_key(kind)
    return not FILM.search(words) and bool(SERIES.search(words) or TV.search(words) or _OTHER_KIND.fullmatch(words))


_MANY, _SOME = 0.6, 0.4
_MAX_KNOWN = 100
