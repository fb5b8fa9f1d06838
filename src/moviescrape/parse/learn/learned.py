"""Learn a site's layout from pages: choose its records, then the column of each field, and correct what was chosen."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from urllib.parse import urlsplit

from moviescrape.errors import NotAMoviePage, UsageError
from moviescrape.movie import BY_NAME
from moviescrape.parse.dom.document import Node
from moviescrape.parse.learn.item_selector import choose_item_selector
from moviescrape.parse.learn.matching import FieldColumn, as_field, by_example, fields_known, match_field, match_text
from moviescrape.parse.learn.raw_columns import RawColumn, raw_columns
from moviescrape.parse.learn.sample import Item, ItemGroup, SamplePage, item_groups
from moviescrape.parse.values.urls import original_host, web_origin


class LearnedLayout:
    """What is known so far of the layout of some pages, all of one site and one kind.

    `groups` are the groups of records of the first page; `item` is the selector of the chosen one, `items` what it finds on all
    pages, `columns` what stands in these, and `fields` the columns taken for each field, those that fill gaps behind.
    """

    def __init__(self, samples: Sequence[SamplePage], title: str | None = None) -> None:
        """Choose the group that holds `title`, else the likeliest. Raise NotAMoviePage where the first page repeats nothing."""
        self.samples = samples
        self._groups_of = {sample: item_groups(sample) for sample in samples}
        self.groups = self._groups_of[samples[0]]
        if not self.groups:
            where = samples[0].page.source
            raise NotAMoviePage(
                "nothing on the page repeats, so there is no list to learn", where=where, remedy="name a list page"
            )
        if title:
            self.choose_group(_group_with(self.groups, title))
        else:
            self._choose_first()

    def _choose_first(self) -> None:
        """Take the likeliest group that a selector finds."""
        for number in range(1, len(self.groups) + 1):
            with suppress(UsageError):
                return self.choose_group(number)
        return self.choose_group(1)

    def choose_group(self, number: int) -> None:
        """Take group `number`, from 1, for the movies. Raise UsageError where there is no such group, or no selector finds it."""
        if not 1 <= number <= len(self.groups):
            raise UsageError(f"there is no group {number}", remedy=f"choose one from 1 to {len(self.groups)}")
        group = self.groups[number - 1]
        beside = [item for other in self.groups if other.are_movies for item in other.items]
        found = choose_item_selector(group.items, beside)
        if found is None:
            raise UsageError("its records have nothing in common that a selector could name", remedy="choose another group")
        self.number = number
        self.item = found
        self.items = [item for sample in self.samples for item in self._items_on(sample)]
        self.columns = raw_columns([item.levels[0] for item in self.items])
        self.fields: dict[str, list[FieldColumn]] = {}
        for field in fields_known(self.items):
            if matched := match_field(field, self.columns, self.items):
                self.fields[field] = matched
        if "title" not in self.fields and (shown := match_text("title", [item.title.text for item in self.items], self.columns)):
            self.fields["title"] = [shown]

    def _items_on(self, sample: SamplePage) -> Iterator[Item]:
        known: dict[Node, Item] = {}
        for group in self._groups_of[sample]:
            for item in group.items:
                for node in item.levels:
                    known.setdefault(node, item)
        for node in sample.root.select(self.item)[:_LEARNED_FROM]:
            yield replace(known[node], levels=(node,)) if node in known else Item((node,), node, {}, sample)

    def set_column(self, field: str, number: int) -> None:
        """Take column `number`, from 1, for a field. Raise UsageError where there is no such field or column."""
        _check_field(field)
        if not 1 <= number <= len(self.shown):
            raise UsageError(f"there is no column {number}", remedy=f"choose one from 1 to {len(self.shown)}")
        self.fields[field] = [as_field(field, self.shown[number - 1], self.items)]

    def set_example(self, field: str, value: str, title: str | None = None) -> None:
        """Take for a field the column that holds a value, of the movie `title` where it is named. Raise UsageError for none."""
        _check_field(field)
        found = by_example(field, value, title if field != "title" else None, self.columns, self.items)
        if found is None:
            where = f" of {title!r}" if title and field != "title" else ""
            raise UsageError(f"no column holds the {field} {value!r}{where}", remedy="give it as the page shows it")
        self.fields[field] = [found]

    def set_scale(self, scale: float) -> None:
        """Take ratings as out of `scale`. Raise UsageError where there is no column of ratings, or no such scale."""
        if "rating" not in self.fields or not 1 <= scale <= _HIGHEST:
            raise UsageError(
                f"{scale:g} is no scale of the ratings", remedy="choose the column of ratings, then scale=5, 10 or 100"
            )
        self.fields["rating"] = [replace(found, scale=scale) for found in self.fields["rating"]]

    def unset(self, field: str) -> None:
        """Leave a field out."""
        _check_field(field)
        self.fields.pop(field, None)

    @property
    def shown(self) -> list[RawColumn]:
        """Return the columns worth showing, each text once: those taken for fields, and short texts that differ."""
        taken = {found.column for matched in self.fields.values() for found in matched}
        sturdiest = {column.texts: column for column in sorted(self.columns, key=lambda column: -column.cost)}
        told = {column for column in sturdiest.values() if _tells_something(column)}
        return [column for column in self.columns if column in taken or column in told][:_MAX_SHOWN]

    @property
    def scale(self) -> float:
        """Return the best possible rating."""
        return self.fields["rating"][0].scale if "rating" in self.fields else 10.0

    @property
    def hosts(self) -> list[str]:
        """Return the hosts of the pages, without www."""
        found = (original_host(sample.address.url).removeprefix("www.") for sample in self.samples if sample.address.url)
        return list(dict.fromkeys(filter(None, found)))

    @property
    def origin(self) -> str | None:
        """Return scheme and host of the first page's address; None where nothing says it."""
        return web_origin(self.samples[0].address.url)

    @property
    def movie_url(self) -> str | None:
        """Return the pattern of the movies' addresses; None where they have no shape of their own."""
        urls = [value for found in self.fields.get("url", [])[:1] for value in found.values(self.items) if value]
        own = [sample.address.url for sample in self.samples if sample.address.url]
        return url_pattern([url for url in urls if original_host(url).removeprefix("www.") in self.hosts], own)


_LEARNED_FROM = 40
"""So many records of each page are enough to tell its columns."""
_MAX_SHOWN = 40
_HIGHEST = 1_000


def _tells_something(column: RawColumn) -> bool:
    texts = [text for text in column.texts if text]
    return len(set(texts)) > 1 and sum(map(len, texts)) < 160 * len(texts) and column.attribute not in ("src", "content")


def _check_field(field: str) -> None:
    if field not in BY_NAME:
        raise UsageError(f"there is no field {field!r}", remedy=f"the fields are {', '.join(BY_NAME)}")


def _group_with(groups: Sequence[ItemGroup], title: str) -> int:
    """Return the number of the group that has this title, or has it in its text. Raise UsageError where none has."""
    wanted = " ".join(title.casefold().split())
    numbered = list(enumerate(groups, 1))
    named = [(number, group) for number, group in numbered if wanted in map(str.casefold, _titles(group))]
    holding = [(number, group) for number, group in numbered if any(wanted in _text(item) for item in group.items)]
    if not named and not holding:
        raise UsageError(f"no group of the page has the title {title!r}", remedy="give it as the page shows it")
    return max(named or holding[:1], key=lambda each: (each[1].are_movies, each[1].score))[0]


def _titles(group: ItemGroup) -> list[str]:
    return [*group.titles, *(str(item.values.get("title", "")) for item in group.items)]


def _text(item: Item) -> str:
    return item.levels[0].text.casefold()


def url_pattern(urls: Sequence[str], others: Sequence[str]) -> str | None:
    """Return the simple pattern that these URLs of movies have in common, and the `others` do not match; None for none.

    >>> url_pattern(["https://a.example/film/heat", "https://a.example/film/ran"], ["https://a.example/film/"])
    '/film/*'
    """
    shapes = [urlsplit(url) for url in urls]
    paths = [shape.path.strip("/").split("/") for shape in shapes]
    if len(paths) < 2 or len({len(path) for path in paths}) > 1 or any(shape.query for shape in shapes):
        return None
    parts = [column[0] if len(set(column)) == 1 else "*" for column in zip(*paths, strict=True)]
    if (
        parts[-1] != "*"
        or all(part == "*" for part in parts)
        or any(re.search(r"[\\^$()\[\]{}|+*]", p) for p in parts if p != "*")
    ):
        return None
    pattern = "/" + "/".join(parts)
    regular = re.compile(re.escape(pattern).replace(r"\*", "[^/]+") + "/?")
    return None if any(regular.fullmatch(urlsplit(url).path) for url in others) else pattern
