"""Mistakes that explain a whole column or table: the rows of another page, or one movie again and again."""

from collections.abc import Sequence

from moviescrape.check.hidden_data import sample_movies
from moviescrape.check.pairing import SubmittedTable, keys_of, loosely, overlap_of_keys

TELLING = ("title", "url")
"""The columns that tell one movie from another."""
MIN_ROWS = 5
MAX_OVERLAP = 0.2
"""Which share of the rows may be on this page by chance, and the table still be called that of another page."""

CommonMistakes = dict[tuple[str, str], str]


def find_common_mistakes(tables: Sequence[SubmittedTable], columns: Sequence[str]) -> CommonMistakes:
    """Return, by table and column, the class of a mistake that explains all of the column."""
    found = {(table.name, column): "same_movie" for table in tables for column in columns if is_repeated(column, table)}
    for table in tables:
        if is_of_another_page(table, tables, [column for column in columns if (table.name, column) not in found]):
            found |= {(table.name, column): "other_page" for column in columns}
    return found


def is_repeated(column: str, table: SubmittedTable) -> bool:
    """Return True where every row holds one value, and the page shows several."""
    wanted, _ = keys_of(column, table)
    given = [repr(row.get(column)) for row in table.rows]
    return len(given) >= MIN_ROWS and len(set(given)) == 1 and given[0] != "None" and len(set(wanted)) > 1


def is_of_another_page(table: SubmittedTable, tables: Sequence[SubmittedTable], columns: Sequence[str]) -> bool:
    """Return True where the rows are those of another page: that of another call, the one that students have, or always the same.

    A table that merely fits nothing is something else: the wrong elements, or columns exchanged.
    """
    return any(_is_from_elsewhere(column, table, tables) for column in TELLING if column in columns)


def _is_from_elsewhere(column: str, table: SubmittedTable, tables: Sequence[SubmittedTable]) -> bool:
    wanted, given = keys_of(column, table)
    texts = _texts(column, table)
    if len(texts) < MIN_ROWS or len(set(texts)) < len(given) / 2 or overlap_of_keys(wanted, given) >= MAX_OVERLAP:
        return False
    others = [other for other in tables if other is not table]
    known = [*_sample_keys(column), *(key for other in others for key in keys_of(column, other)[0])]
    return overlap_of_keys(known, given) >= 0.5 or any(_begin_alike(texts, _texts(column, other)) for other in others)


def _texts(column: str, table: SubmittedTable) -> list[str]:
    """Return the cells that are words, and no numbers: ranks are the same on every page."""
    cells = [str(row.get(column)) for row in table.rows]
    return [cell for cell in cells if column == "url" or any(letter.isalpha() for letter in cell)]


def _begin_alike(given: Sequence[str], others: Sequence[str]) -> bool:
    """Return True where two calls gave the same rows."""
    size = min(len(given), len(others))
    return size >= MIN_ROWS and given[:size] == others[:size]


def _sample_keys(column: str) -> list[str]:
    return [loosely(column, movie.title) for movie in sample_movies()] if column == "title" else []
