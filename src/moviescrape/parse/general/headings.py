"""Articles that count films down: "10. Heat (1995)", "9. Ran (1985)", a heading each."""

import re
from collections import defaultdict
from itertools import pairwise

from moviescrape.parse.dom.document import Node
from moviescrape.parse.fields import put
from moviescrape.parse.general.signs import speaks_of_films
from moviescrape.parse.headline import headline_year
from moviescrape.parse.model import Extraction, Extractor, PageAddress, PageKind, Record

FEWEST = 5
_ANNOUNCED = re.compile(
    r"\b(?:\d+|best|top|greatest|worst|favou?rite|essential|must-see|ranked|ranking|besten?|meilleurs?|mejores|migliori|melhores|beste"
    r"|лучш\w+|nejlepší\w*|najlepsz\w+)\b.{0,60}?\b(?:movies|films?|filme|filmer|filmes|filmy|filmů|pel[ií]culas|фильм\w*)\b",
    re.IGNORECASE,
)
"""A count of films, and not the steps of how to make one."""
_NUMBERED = re.compile(r"\s*(?:#|No\.?\s*)?(\d{1,4})\s*[.):：–—-]\s*(\S.{0,150})", re.DOTALL)


def read_headings(root: Node, address: PageAddress) -> Extraction | None:
    """The films of numbered headings that count up or down without a gap, on a page that speaks of films; else None."""
    if not speaks_of_films(root, address):
        return None
    announced = any(_ANNOUNCED.search(node.text[:200]) for node in root.select("title, h1"))
    for pairs in _by_level(root):
        numbers = [number for number, _ in pairs]
        steps = {later - earlier for earlier, later in pairwise(numbers)}
        if len(pairs) < FEWEST or steps not in ({1}, {-1}) or 1 not in numbers:
            continue
        records = [_record(*pair) for pair in pairs]
        if announced or sum("year" in record.values for record in records) > len(records) / 2:
            return Extraction(Extractor.GENERAL, PageKind.LIST, records, layout="headings")
    return None


def _by_level(root: Node) -> list[list[tuple[int, str]]]:
    levels: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for node in root.select("h2, h3, h4"):
        if found := _NUMBERED.fullmatch(node.text):
            levels[node.tag].append((int(found[1]), found[2]))
    return list(levels.values())


def _record(rank: int, text: str) -> Record:
    record = Record({}, {"": "heading"})
    put(record, "title", text)
    put(record, "year", headline_year(text))
    put(record, "rank", rank)
    return record
