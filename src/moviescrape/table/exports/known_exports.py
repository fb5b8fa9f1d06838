"""The columns of tables that people export from IMDb, Letterboxd and MovieLens, and what they are called here.

A person's own rating is `my_rating`, 0 to 10, and never `rating`, which is the site's.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from moviescrape.movie import MY_RATING
from moviescrape.table.exports.column_names import translate_header


def _same(cell: str) -> str:
    return cell


def join_genres(cell: str) -> str:
    """Return names joined by `;`, which stand there with commas or bars.

    >>> join_genres("Drama, Crime"), join_genres("Adventure|Animation")
    ('Drama;Crime', 'Adventure;Animation')
    """
    return ";".join(name.strip() for name in cell.replace("|", ",").split(",") if name.strip())


def _doubled(cell: str) -> str:
    """Return a number of stars out of five as one of ten; what is no number stays.

    >>> _doubled("4.5"), _doubled(""), _doubled("x")
    ('9', '', 'x')
    """
    try:
        return f"{float(cell) * 2:g}"
    except ValueError:
        return cell


def imdb_url(cell: str) -> str:
    """Return the address of IMDb's page of an id, "" for what is none."""
    return f"https://www.imdb.com/title/{cell}/" if cell.startswith("tt") else ""


class Column(NamedTuple):
    """What a column of an export is here, and how its cells are read."""

    name: str
    read: Callable[[str], str] = _same


class Export(NamedTuple):
    """A form of export: the names in lower case that tell it, and its columns by such names; others keep theirs.

    `has_years_in_titles`: "Lion King, The (1994)" is The Lion King of 1994.
    """

    told_by: frozenset[str]
    columns: Mapping[str, Column]
    has_years_in_titles: bool = False


_LETTERBOXD = {
    "name": Column("title"),
    "year": Column("year"),
    "letterboxd uri": Column("url"),
    "url": Column("url"),
    "rating": Column(MY_RATING, _doubled),
    "description": Column("note"),
    "position": Column("rank"),
}
_EXPORTS = (
    Export(  # ratings, lists, watchlists and check-ins of IMDb, from 2010 on
        frozenset({"const", "title"}),
        {
            "const": Column("url", imdb_url),
            "url": Column("url"),
            "title": Column("title"),
            "original title": Column("original_title"),
            "your rating": Column(MY_RATING),
            "you rated": Column(MY_RATING),
            "imdb rating": Column("rating"),
            "runtime (mins)": Column("runtime"),
            "year": Column("year"),
            "genres": Column("genres", join_genres),
            "num votes": Column("votes"),
            "num. votes": Column("votes"),
            "directors": Column("directors", join_genres),
            "description": Column("note"),
            "position": Column("rank"),
        },
    ),
    Export(frozenset({"name", "letterboxd uri"}), _LETTERBOXD),
    Export(frozenset({"position", "name", "url"}), _LETTERBOXD),  # a list of Letterboxd's
    Export(  # movies.csv of MovieLens
        frozenset({"movieid", "title", "genres"}),
        {"movieid": Column("movielens_id"), "title": Column("title"), "genres": Column("genres", join_genres)},
        has_years_in_titles=True,
    ),
)


def find_export(header: Sequence[str]) -> Export | None:
    """Return the form of export that a header is of, None for any other table."""
    names = {name.casefold() for name in header}
    return next((export for export in _EXPORTS if export.told_by <= names), None)


def rename(header: Sequence[str], columns: Sequence[Sequence[str]]) -> dict[str, Sequence[str]]:
    """Return the columns of a table under our names: of an export by its form, of others in any language.

    Where two columns of an export are one here, such as IMDb's Const and URL, the second fills what the first leaves empty.

    >>> rename(["Const", "Your Rating", "Title"], [["tt0000001"], ["8"], ["Heat"]])
    {'url': ['https://www.imdb.com/title/tt0000001/'], 'my_rating': ['8'], 'title': ['Heat']}
    >>> rename(["Title", "Year"], [["Heat"], ["1995"]])
    {'title': ['Heat'], 'year': ['1995']}
    """
    export = find_export(header)
    own_names = translate_header(header)
    renamed: dict[str, Sequence[str]] = {}
    for given, cells in zip(header, columns, strict=True):
        column = export.columns.get(given.casefold()) if export else None
        name = column.name if column else own_names[given]
        read = [column.read(cell) for cell in cells] if column and column.read is not _same else cells
        before = renamed.get(name)
        renamed[name] = read if before is None else [first or second for first, second in zip(before, read, strict=True)]
    if export and export.has_years_in_titles:
        parted = [part_title(title) for title in renamed["title"]]
        renamed |= {"title": [title for title, _ in parted], "year": [year for _, year in parted]}
    return renamed


_TITLE = re.compile(
    r"(?P<name>.{1,1000}?)(?:, (?P<article>The|A|An|Le|La|Les|L'|Il|El|Der|Die|Das))?(?: \((?P<year>\d{4})\))?\s*"
)


def part_title(cell: str) -> tuple[str, str]:
    """Return title and year as MovieLens writes them in one.

    >>> part_title("Lion King, The (1994)"), part_title("Heat")
    (('The Lion King', '1994'), ('Heat', ''))
    """
    found = _TITLE.fullmatch(cell)
    if found is None:
        return cell, ""
    article = f"{found['article']} ".replace("' ", "'") if found["article"] else ""
    return article + found["name"], found["year"] or ""
