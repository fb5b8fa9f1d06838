"""A page to learn from: the groups of records on it, with the values that are read without a site file."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf, log

from moviescrape.errors import UnreadablePage
from moviescrape.pages.page import Page
from moviescrape.parse.budget import Budget, OverBudget
from moviescrape.parse.decode import decode_page
from moviescrape.parse.dom.document import Document, Node
from moviescrape.parse.identify import find_address
from moviescrape.parse.model import PageAddress, RecordValues
from moviescrape.parse.records.groups import RecordSpan, find_groups
from moviescrape.parse.records.movie_list import choose_movies, read_set, weigh_sets
from moviescrape.parse.records.outline import Outline, outline
from moviescrape.parse.records.title_column import RecordSet, record_sets

MAX_ITEMS = 1_000
"""So many records of a page are looked at."""
MAX_GROUPS = 12
MAX_LEVELS = 6


@dataclass(frozen=True, slots=True)
class Item:
    """One record: its element, those inside it that hold as much (`levels`, itself first), and the values read from it."""

    levels: tuple[Node, ...]
    title: Node
    values: RecordValues
    page: "SamplePage"


@dataclass(frozen=True, slots=True)
class ItemGroup:
    """Records of a page that are alike, whether they were taken for movies, and the shown text of each title.

    `score` says how much these look like titles.
    """

    items: tuple[Item, ...]
    titles: tuple[str, ...]
    are_movies: bool
    score: float


@dataclass(frozen=True, slots=True, eq=False)
class SamplePage:
    """A page's tree and address."""

    page: Page
    root: Node
    address: PageAddress


def read_sample(page: Page) -> SamplePage:
    """Return the page with its tree. Raise UnreadablePage where it has none."""
    html = decode_page(page).body
    root = Document(html).root
    if root is None:
        raise UnreadablePage("there is no HTML in it", where=page.source, remedy="save the page again")
    return SamplePage(page, root, find_address(page, html))


def item_groups(sample: SamplePage) -> list[ItemGroup]:
    """Return the groups of records of a page, the likeliest lists of movies first. Raise UnreadablePage for too large a page."""
    page = outline(sample.root)
    try:
        weighed = weigh_sets(page, sample.root, sample.address, Budget())
    except OverBudget as error:
        what = "more to read than fits into the CPU time of one page"
        raise UnreadablePage(what, where=sample.page.source, remedy="give a smaller page of the list") from error
    movies = choose_movies(page, weighed)
    odds = {found.group.records[0].title: odds for odds, found in weighed}
    starts = {found.group.records[0].title for found in movies}
    others = [found for found in record_sets(page, find_groups(page)) if found.group.records[0].title not in starts]
    others.sort(key=lambda found: (-odds.get(found.group.records[0].title, -inf), _likeliness(found)))
    ranked = [*sorted(movies, key=_size), *others]
    groups = (_group(page, found, sample, are_movies=found in movies) for found in ranked[:MAX_GROUPS])
    return [group for group in groups if len(group.items) > 1]


def _size(found: RecordSet) -> float:
    return -len(found.group.records)


def _likeliness(found: RecordSet) -> float:
    return -(found.score + log(len(found.group.records)))


def _group(page: Outline, found: RecordSet, sample: SamplePage, *, are_movies: bool) -> ItemGroup:
    spans = found.group.records[:MAX_ITEMS]
    items = tuple(
        Item(_levels(page, span), Node(page.elements[span.title]), each, sample)
        for span, each in zip(spans, _values(page, found, sample), strict=False)
    )
    return ItemGroup(items, tuple(found.group.titles[:MAX_ITEMS]), are_movies, found.score)


def _values(page: Outline, found: RecordSet, sample: SamplePage) -> list[RecordValues]:
    """Return the values of each record, none for rows that were left out, such as those of headers."""
    read = [record.values for record in read_set(page, found, sample.address)]
    if len(read) == len(found.group.records):
        return read
    by_title = {values.get("title", ""): values for values in read}
    return [by_title.get(span.text, {}) for span in found.group.records]


def _levels(page: Outline, span: RecordSpan) -> tuple[Node, ...]:
    """Return the elements that a record can be named by, the largest first: each holds all texts of the one around it."""
    chain = list(_around(page, span))
    top = next((number for number in chain if page.ends[number] <= span.end), span.title)
    texts = page.first_text[top], page.last_text[top]
    alike = [n for n in chain if page.ends[n] <= page.ends[top] and (page.first_text[n], page.last_text[n]) == texts]
    return tuple(Node(page.elements[number]) for number in alike[:MAX_LEVELS]) or (Node(page.elements[span.title]),)


def _around(page: Outline, span: RecordSpan) -> Iterator[int]:
    """Yield the elements of a record around its title, the largest first."""
    chain = [span.title, *page.ancestors(span.title)]
    return reversed([number for number in chain if number >= span.start])
