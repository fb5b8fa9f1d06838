"""Pages of sites that nobody has described: what a movie page and a list of movies look like anywhere.

titles     one movie: a headline and labelled facts
tables     a table whose header names a title and another field of a movie
lists      a repeated block (blocks), each with its own link and name (naming), whose parts (parts) read like a movie's
headings   an article that counts films down in its headings

Each asks for several independent signs before it says anything: a menu, the news, a cast or a shop's shelf is no list of movies.
"""

from collections.abc import Sequence

from moviescrape.parse.dom.document import Node
from moviescrape.parse.general.headings import read_headings
from moviescrape.parse.general.lists import read_lists
from moviescrape.parse.general.signs import is_about_a_person
from moviescrape.parse.general.tables import read_tables
from moviescrape.parse.general.titles import read_title_page
from moviescrape.parse.model import Extraction, PageAddress, PageKind

__all__ = ["read_general"]


def read_general(root: Node, address: PageAddress, so_far: Sequence[Extraction]) -> Extraction | None:
    """The page's movie or its list, whichever it is; `so_far` is what the standard markup said."""
    told = {field for extraction in so_far if extraction.kind is PageKind.TITLE for field in extraction.records[0].values}
    if told:
        return read_title_page(root, address, told)
    listed = any(extraction.kind is PageKind.LIST for extraction in so_far)
    if not listed and (title := read_title_page(root, address)):
        return title
    tables = read_tables(root, address)
    if tables and len(tables.records) >= _FILMOGRAPHY and _said(tables) >= _RICH * len(tables.records):
        return tables
    lists = [extraction for extraction in (tables, read_lists(root, address), read_headings(root, address)) if extraction]
    best = max(lists, key=_said, default=None)
    return None if best and len(best.records) < _FILMOGRAPHY and is_about_a_person(root) else best


_FILMOGRAPHY = 10
"""Fewer films on a person's page are those they are known for."""


_RICH = 4
"""So many values of each movie leave no doubt that a table is the page's list of movies: no other is looked for."""


def _said(extraction: Extraction) -> int:
    return sum(len(record.values) for record in extraction.records)
