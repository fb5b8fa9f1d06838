"""Extract schema.org movies from JSON-LD: `application/ld+json` scripts, as pages really write them."""

import msgspec

from moviescrape.parse.dom.lenient_json import decode_lenient
from moviescrape.parse.dom.scripts import Script, find_scripts
from moviescrape.parse.markup.schemaorg import FoundMovie, find_movies, read_found
from moviescrape.parse.model import ColumnNames, Extraction, Extractor, PageAddress


def read_jsonld(page: bytes, address: PageAddress, columns: ColumnNames = None) -> Extraction | None:
    """Return the movies of the page's JSON-LD scripts, None where there are none.

    The `columns` alone are read where it is clear which movie the page is about. Broken JSON is mended, and a note says so.
    """
    found: list[FoundMovie] = []
    notes: list[str] = []
    for script in find_scripts(page, b"ld+json"):
        place = f"ld+json[{script.number}]"
        found += find_movies(_decode(script, place, notes), place)
    extraction = read_found(Extractor.JSON_LD, found, address, columns)
    if extraction:
        extraction.notes = tuple(notes)
    return extraction


def _decode(script: Script, place: str, notes: list[str]) -> object:
    try:
        return msgspec.json.decode(script.content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        notes.append(f"{place}: no valid JSON, mended")
        return decode_lenient(script.content)
