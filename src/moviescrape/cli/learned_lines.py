"""What `moviescrape learn` shows: the groups of records, the columns of the chosen one, and what each page gave."""

import shutil
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from moviescrape.cli.words import plural
from moviescrape.movie import DEFAULT_COLUMNS
from moviescrape.parse import ParsedPage
from moviescrape.parse.learn.learned import LearnedLayout
from moviescrape.parse.learn.matching import FieldColumn
from moviescrape.parse.learn.raw_columns import RawColumn
from moviescrape.parse.learn.site_toml import LAYOUT

USUAL_SCALE = 10
_LONGEST = 28
_ROWS = 3


def group_lines(layout: LearnedLayout) -> Iterator[str]:
    """Yield a line a group: its number, its records, the first titles; the chosen one is marked."""
    yield "groups of records on the page:"
    for number, group in enumerate(layout.groups, 1):
        mark = "*" if number == layout.number else " "
        yield _fitting(f"{mark}{number:3}  {len(group.items):3} records  {_joined(group.titles)}")


def column_lines(layout: LearnedLayout) -> Iterator[str]:
    """Yield a line a column: its number, the field that it is taken for, how many records have it, the first values."""
    yield f"columns of {plural(len(layout.items), 'record')}, each in {layout.item}:"
    taken: defaultdict[RawColumn, list[FieldColumn]] = defaultdict(list)
    for found in chain.from_iterable(layout.fields.values()):
        taken[found.column].append(found)
    named = {column: ", ".join(found.field for found in each) for column, each in taken.items()}
    width = max(map(len, named.values()), default=5)
    for number, column in enumerate(layout.shown, 1):
        filled = f"{column.filled} of {len(layout.items)}"
        values = _joined(_texts(column, taken.get(column, []), layout))
        yield _fitting(f" {number:3}  {named.get(column, ''):{width}}  {filled:>10}  {values}")


def _texts(column: RawColumn, taken: Sequence[FieldColumn], layout: LearnedLayout) -> list[str]:
    """Return what a column shows: its texts, or, where one field takes a part of them, that part."""
    if len(taken) == 1 and taken[0].pattern:
        values = [value for value in taken[0].values(layout.items) if value is not None]
        return ["; ".join(value) if isinstance(value, tuple) else str(value) for value in values]
    return ["; ".join(texts) for texts in column.found if texts]


def scale_lines(layout: LearnedLayout) -> Iterator[str]:
    """Yield what the ratings are taken to be out of, where that is not the usual 10."""
    if layout.scale != USUAL_SCALE:
        yield f"ratings are taken as out of {layout.scale:g}; if that is wrong, say --set scale=10"


def is_read(page: ParsedPage) -> bool:
    """Return whether the layout that was learned gave the page's movies."""
    return bool(page.movies) and page.layout == LAYOUT


def page_line(source: str, page: ParsedPage) -> str:
    """Return how many movies the site file reads on a page, and how many have each value."""
    if not is_read(page):
        return f"{source}: the site file reads no movies there"
    filled = {name: sum(getattr(movie, name) not in (None, ()) for movie in page.movies) for name in DEFAULT_COLUMNS}
    return f"{source}: {plural(len(page.movies), 'movie')}, " + ", ".join(f"{name} {n}" for name, n in filled.items() if n)


def _joined(texts: Sequence[str]) -> str:
    first = list(dict.fromkeys(texts))[:_ROWS]
    return " | ".join(map(_short, first))


def _short(text: str) -> str:
    """Return a text cut to some letters; of an address its end, which tells one from the next."""
    if len(text) <= _LONGEST:
        return text
    return f"…{text[1 - _LONGEST :]}" if text.startswith(("http://", "https://")) else f"{text[: _LONGEST - 1]}…"


def _fitting(line: str) -> str:
    """Return a line cut to the terminal's width."""
    width = shutil.get_terminal_size((120, 24)).columns
    return (line if len(line) <= width else f"{line[: width - 1]}…").rstrip()
