"""The films of Kodi's NFO files (https://kodi.wiki/view/NFO_files/Movies), one a film, and of its library in one XML file.

An NFO file may hold an address behind the XML, or nothing else; people edit them by hand, and programs write them differently.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from moviescrape.errors import SourceError
from moviescrape.movie import MY_RATING, join_names
from moviescrape.table.exports.known_exports import imdb_url
from moviescrape.table.exports.tmdb_ids import TMDB_MOVIE

SUFFIXES = frozenset({".nfo", ".xml"})
_MOVIE = re.compile(r"<movie(?=[\s>])")
_LIBRARY = re.compile(rb"<(?:videodb|movie)(?=[\s>])")
_HEAD_BYTES = 4_096
_END = "</movie>"
_DECLARED = re.compile(rb"""\A\s*<\?xml[^>]{0,200}encoding=["']([\w.:-]{1,40})["']""")
_IMDB_ID = re.compile(r"tt\d{5,12}")
_MAX_BYTES = 256 * 2**20


def find_nfo_files(folder: Path) -> list[Path]:
    """Return the NFO files below a folder, in order."""
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() == ".nfo" and path.is_file())


def is_library(path: Path) -> bool:
    """Return whether an XML file begins as one of Kodi's."""
    with path.open("rb") as file:
        return bool(_LIBRARY.search(file.read(_HEAD_BYTES)))


def kodi_columns(path: Path) -> dict[str, list[Any]]:
    """Return the films of a file, or of the NFO files below a folder, column by column; a folder's series are left out.

    Raise SourceError where a file can't be read, or no film stands in any.
    """
    files = find_nfo_files(path) if path.is_dir() else [path]
    rows = [row | {"source": str(file)} for file in files for row in _films_of(file)]
    if not rows:
        what = "no film of Kodi's in it: no <movie> with a title"
        raise SourceError(what, where=str(path), remedy="export the library as NFO files, and name their folder")
    names = [name for name in dict.fromkeys(name for row in rows for name in row) if any(row.get(name) for row in rows)]
    return {name: [row.get(name) for row in rows] for name in names}


def _films_of(path: Path) -> Iterator[dict[str, Any]]:
    text = _text_of(path)
    start, end = _MOVIE.search(text), text.rfind(_END)
    if start is None or end < start.start():
        return
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
    root = etree.fromstring(f"<films>{text[start.start() : end + len(_END)]}</films>", parser)
    behind = text[end + len(_END) :]
    for movie in root.findall("movie"):
        row = _film(movie, behind)
        if row["title"]:
            yield row


def _text_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            body = file.read(_MAX_BYTES)
    except OSError as error:
        raise SourceError(f"can't be read ({error.strerror})", where=str(path), remedy="check its permissions") from error
    declared = _DECLARED.match(body)
    for encoding in (declared[1].decode() if declared else "utf-8-sig", "utf-8-sig"):
        try:
            text = body.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            continue
        return "".join(letter for letter in text if letter >= " " or letter in "\t\n\r") if "\x00" in text else text
    return body.decode("latin-1")


def _film(movie: Any, behind: str) -> dict[str, Any]:
    """Return what a <movie> says, by our names; `behind` is the text that follows it."""
    title, original = _first(movie, "title"), _first(movie, "originaltitle")
    rating, votes = _rating(movie)
    own = _number(_first(movie, "userrating"))
    return {
        "title": title,
        "rating": rating,
        "year": _year(movie),
        "actors": join_names(_actors(movie)),
        "runtime": _minutes(_first(movie, "runtime")),
        "url": _address(movie, behind),
        "genres": join_names(_several(movie, "genre")),
        "directors": join_names(_several(movie, "director")),
        "votes": votes,
        "original_title": original if original != title else None,
        "certificate": re.sub(r"^Rated\s+", "", _first(movie, "mpaa") or "") or None,
        "country": join_names(_several(movie, "country")),
        "poster": _poster(movie),
        "description": _first(movie, "plot") or _first(movie, "outline"),
        MY_RATING: own if own and own <= 10 else None,
    }


def _first(movie: Any, name: str) -> str | None:
    """Return the text of the first element of a name, None where it is empty."""
    return next((text for element in movie.findall(name) if (text := _plain(element))), None)


def _plain(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _several(movie: Any, name: str) -> list[str]:
    """Return the texts of the elements of a name, each once; before 2010 one element held them all, with slashes between."""
    texts = [text for element in movie.findall(name) for text in _plain(element).split(" / ")]
    return list(dict.fromkeys(filter(None, texts)))


def _actors(movie: Any) -> list[str]:
    """Return the names of the actors in the order that they state, else that of the file."""
    actors = [(_number(_first(actor, "order")), _first(actor, "name")) for actor in movie.findall("actor")]
    ordered = sorted(actors, key=lambda pair: float("inf") if pair[0] is None else pair[0])
    return list(dict.fromkeys(name for _, name in ordered if name))


def _rating(movie: Any) -> tuple[float | None, int | None]:
    """Return the rating on 0-10 and its votes: the default of several, else the first. One of 0 is none."""
    several = movie.findall("ratings/rating")
    chosen = next((one for one in several if one.get("default") == "true"), several[0] if several else None)
    holder = movie if chosen is None else chosen
    value = _number(_first(holder, "rating" if chosen is None else "value"))
    top = _number(chosen.get("max") if chosen is not None else None) or 10
    votes = _number((_first(holder, "votes") or "").replace(",", "").replace(".", ""))
    if not value or not 0 < value <= top:
        return None, None
    return round(value * 10 / top, 2), int(votes) if votes else None


def _number(text: str | None) -> float | None:
    """Return a decimal number; None for any other text.

    >>> _number("7.9"), _number("7,9"), _number("nan"), _number(None)
    (7.9, 7.9, None, None)
    """
    found = re.fullmatch(r"\d{1,12}(?:[.,]\d{1,12})?", (text or "").strip(), re.ASCII)
    return float(found[0].replace(",", ".")) if found else None


def _year(movie: Any) -> int | None:
    texts = (_first(movie, name) or "" for name in ("year", "premiered", "releasedate"))
    return next((int(text[:4]) for text in texts if re.match(r"(?:1[89]|20)\d\d(?!\d)", text)), None)


def _minutes(text: str | None) -> int | None:
    """Return the minutes of a running time, which is a number of them; old programs wrote the unit, or hours too.

    >>> _minutes("104"), _minutes("104 min"), _minutes("1h 44m"), _minutes("0"), _minutes("long")
    (104, 104, 104, None, None)
    """
    found = re.fullmatch(
        r"(?:(?P<hours>\d)\s?h(?:rs?|ours?)?\.?\s*)?(?:(?P<minutes>\d{1,4})\s?(?:m(?:ins?|inutes?)?\.?)?)?", text or ""
    )
    return int(found["hours"] or 0) * 60 + int(found["minutes"] or 0) or None if found else None


def _address(movie: Any, behind: str) -> str | None:
    """Return the page of the film: IMDb's by its id, else TMDB's."""
    ids = {element.get("type", ""): _plain(element) for element in movie.findall("uniqueid")}
    stated = (ids.get("imdb"), _first(movie, "imdbid"), _first(movie, "id"), behind)
    imdb = next((found[0] for text in stated if (found := _IMDB_ID.search(text or ""))), None)
    tmdb = ids.get("tmdb") or _first(movie, "tmdbid") or ""
    return imdb_url(imdb) if imdb else f"{TMDB_MOVIE}{tmdb}" if tmdb.isdecimal() else None


def _poster(movie: Any) -> str | None:
    posters = [element for element in movie.findall("thumb") if element.get("aspect", "poster") == "poster"]
    return next((text for element in posters if (text := _plain(element)).startswith(("http://", "https://"))), None)
