"""What a site file says: whose pages they are, how a movie's URL looks, and which selectors find what, layout by layout."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from urllib.parse import urlsplit

from moviescrape.parse.dom.document import Node
from moviescrape.parse.model import ColumnNames, Extraction, PageAddress, PageKind
from moviescrape.parse.values.urls import canonical_url, original_host, unarchived_url


@dataclass(frozen=True, slots=True)
class FieldRule:
    """How to find a raw value in an item: `find` returns it (None where it isn't there), `place` says where it stands."""

    find: Callable[[Node], object]
    place: str


def field_rule(place: str) -> Callable[[Callable[[Node], object]], FieldRule]:
    """Return a decorator that makes a rule of a function: `place` is what `explain` shows."""
    return lambda find: FieldRule(find, place)


FieldRules = str | FieldRule | tuple[str | FieldRule, ...]
"""A CSS selector (`h3 a`, `img::attr(alt)`, `::attr(data-id)`) or a rule; of several the first that finds something counts."""


def as_tuple(rules: FieldRules) -> tuple[str | FieldRule, ...]:
    """Return one rule or several as a tuple."""
    return rules if isinstance(rules, tuple) else (rules,)


_ATTRIBUTE = re.compile(r"^(.*?)::attr\(([\w-]+)\)$")


@cache
def split_attribute(rule: str) -> tuple[str, str | None]:
    """Split a rule into its selector and the attribute that it ends in.

    >>> split_attribute("a.next::attr(href)")
    ('a.next', 'href')
    """
    found = _ATTRIBUTE.match(rule)
    return (found[1].strip(), found[2]) if found else (rule, None)


StateReader = Callable[[bytes, PageAddress, ColumnNames], Extraction | None]
"""Reads a site's own embedded JSON, of the columns named (all where None is given), from a page's bytes, without a tree."""
TreeReader = Callable[[Node, PageAddress], Extraction | None]
"""Reads from a page's tree what no selector finds: tables whose columns stand in any order."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Layout:
    """One way that a site has laid out its pages.

    A list layout has an `item` selector and its rules apply to each item; a title layout has none and its rules apply to
    the page. `mark` are bytes without which the layout can't be there (a cheap test before the tree is searched).
    `scale` is the best possible rating where the page prints a bare number. `expects` are the fields that every item of
    the layout shows: where they are absent from all, the layout has changed. `once` says that a movie can stand on a page
    several times (for each job of a person, under each theme) and is returned once. `only_at` is a pattern of the paths at
    which the layout is looked for, where its markup is too common to tell; `also_at`, of paths at which it is looked for
    although `not_movies` of the site matches them: a person's films, a search that calls the home page its canonical address.
    """

    name: str
    fields: Mapping[str, FieldRules]
    item: str | None = None
    mark: bytes = b""
    next: FieldRules = ()
    total: FieldRules = ()
    scale: float = 10
    expects: tuple[str, ...] = ("title",)
    once: bool = False
    only_at: str | None = None
    also_at: str | None = None

    @property
    def kind(self) -> PageKind:
        """LIST or TITLE."""
        return PageKind.TITLE if self.item is None else PageKind.LIST


@cache
def is_marked_by_name(layout: Layout) -> bool:
    """Return whether a selector of the layout asks for its mark as a class or an id: it is then looked for among these alone."""
    mark = re.compile(rf"[.#][\w.-]*{re.escape(layout.mark.decode())}")
    rules = chain.from_iterable(map(as_tuple, layout.fields.values()))
    return bool(layout.mark) and any(mark.search(css) for css in (layout.item, *rules) if isinstance(css, str))


@cache
def _as_format(template: str) -> str:
    r"""Turn a match's template into a format string: `re.Match.expand` parses the template anew for each of a list's movies.

    >>> _as_format(r"https://films.example/{id}/\1")
    'https://films.example/{{id}}/{1}'
    """
    return re.sub(r"\\(\d)", r"{\1}", template.replace("{", "{{").replace("}", "}}"))


@cache
def _domains(hosts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f".{host}" for host in hosts)


def whole_url(found: re.Match[str]) -> str:
    """Return the canonical form of a movie's URL as it stands, for sites whose URLs name a movie in one way only."""
    return canonical_url(found.string) or found.string


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Site:
    """A site: its hosts (with all their subdomains), the URLs of its movies, and its layouts, in the order in which they are
    looked for: those of title pages before those of lists that may stand beside a movie (recommendations).

    `movie_url` matches a movie's URL (None: nothing tells one), and `canonical` makes the canonical one from that match (a
    template for `re.Match.expand`, or a function). `not_movies` matches paths of pages that are about something else, whatever is
    on them. `states` read the site's embedded JSON, `readers` its tree. A `mixed` site has pages about anything: what its own
    layouts and readers don't recognise is no movie page, and the general ones are not run. `origin` is where its links lead and
    `names` what it calls itself besides `name`, for pages that don't say where they are from. Its markup is looked for on such
    pages, and, `everywhere`, on those of hosts that no site has (mirrors, clones).
    """

    name: str
    hosts: tuple[str, ...]
    movie_url: str | None = None
    canonical: str | Callable[[re.Match[str]], str] = whole_url
    layouts: tuple[Layout, ...] = ()
    states: tuple[StateReader, ...] = ()
    readers: tuple[TreeReader, ...] = ()
    mixed: bool = False
    not_movies: str | None = None
    origin: str | None = None
    names: tuple[str, ...] = ()
    everywhere: bool = True

    def owns(self, url: str | None) -> bool:
        """Whether `url` is of this site."""
        return url is not None and f".{original_host(url)}".endswith(_domains(self.hosts))

    def movie_address(self, url: str | None) -> str | None:
        """Return the canonical URL of the movie whose own page `url` is; None where it is no such page of this site."""
        found = re.match(self.movie_url, unarchived_url(url)) if self.movie_url and url and self.owns(url) else None
        if found is None:
            return None
        if not isinstance(self.canonical, str):
            return self.canonical(found)
        return _as_format(self.canonical).format(found[0], *found.groups())

    def layouts_at(self, url: str | None) -> tuple[Layout, ...]:
        """Return the layouts that a page of this site at `url` can have, in their order."""
        path = urlsplit(unarchived_url(url)).path if url else ""
        if self.is_about_something_else(url):
            return tuple(layout for layout in self.layouts if layout.also_at and re.search(layout.also_at, path))
        return tuple(layout for layout in self.layouts if layout.only_at is None or re.search(layout.only_at, path))

    def is_about_something_else(self, url: str | None) -> bool:
        """Whether the path of `url` says that the page carries no movies of its own."""
        return bool(url and self.not_movies and re.search(self.not_movies, urlsplit(unarchived_url(url)).path))
