"""Numbered pages: links that say 2, 3, 4 and differ in that number alone, and lines that say "Page 1 of 9"."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple
from urllib.parse import urlsplit

from moviescrape.parse.paging.links import PageLinks, read_page_number
from moviescrape.parse.paging.paging_words import OF, PAGE
from moviescrape.parse.paging.site_links import ListAddress
from moviescrape.parse.values.numbers import ascii_digits

_MAX_REPEATS = 6
"""A page number stands above and below a list; what stands more often belongs to its items, such as stars to vote with."""
_PAGE_PARAMETER = re.compile(
    r"(?:^|[^a-z])(?:p|pp|pg|pn|pno|page[a-z]{0,20}|[a-z]{0,20}page|pag|paged|pagina|seite|strana|stranka|strona|stranica|sida|side|sivu|sayfa|"
    r"oldal|trang|halaman|start|offset|from|skip|first|begin|limitstart|o|s|st)[\])]*[=/_.-]?$",
    re.IGNORECASE,
)
_OTHER_PARAMETER = re.compile(
    r"(?:year|jahr|jaar|annee|anno|date|day|days|month|week|decade|season|episode|star|stars|rating|score|vote|comment[a-z_-]{0,20}|cpage|"
    r"review[a-z_-]{0,20}|replytocom|volume|chapter|lang|id|rank|limit|size|count|per_?page|tab|sort|view)[\])]*[=/_.-]?$|"
    r"\d{4}[-/.](?:\d{1,2}[-/.])?$",
    re.IGNORECASE,
)


_MAX_URL = 1_000
_MAX_TEMPLATES = 12
"""Of one address: page numbers stand in short ones, and a hostile page may hold thousands of numbers in one."""


class PageNumbers(NamedTuple):
    """This page's number in its list, the highest that it names, and where the next one is; each None where it doesn't tell."""

    page: int | None = None
    last: int | None = None
    next_url: str | None = None


class _Template(NamedTuple):
    """Addresses that differ in one number: what stands before and behind it, in path and query."""

    before: str
    after: str


class _Series(NamedTuple):
    """Links of one template: `urls` by page number, and the number in the address: `first + step * (page - 1)`."""

    template: _Template
    urls: Mapping[int, str]
    first: int
    step: int

    def page_at(self, url: str) -> int | None:
        """Return the page number that an address of this series has; None where it is none of the series."""
        place = _place_in(self.template, url)
        return None if place is None else (place - self.first) // self.step + 1

    def url_of(self, page: int) -> str:
        """Return the address of a page that need not be linked: `1 2 ... 12` leaves some out."""
        if page in self.urls:
            return self.urls[page]
        url = next(iter(self.urls.values()))
        return url[: len(url) - len(_target(url))] + str(self.first + self.step * (page - 1)).join(self.template)


def find_page_numbers(texts: Iterable[str], links: PageLinks, address: ListAddress) -> PageNumbers:
    """Return where the page stands among its list's pages, by numbered links or by a line of text."""
    series = _best_series(links, address)
    said = _stated(texts)
    if series is None:
        return PageNumbers(*said) if said else PageNumbers()
    page = (series.page_at(address.here) if address.here else None) or (said[0] if said else None) or _marked(links, series) or 1
    last = max(*series.urls, page, said[1] if said else 0)
    return PageNumbers(page, last, series.url_of(page + 1) if page < last else None)


def _best_series(links: PageLinks, address: ListAddress) -> _Series | None:
    """Return the longest series of links to pages of this list."""
    linked: dict[_Template, dict[int, str]] = defaultdict(dict)
    for number, url in _numbered_links(links, address):
        for template in _templates(url):
            linked[template].setdefault(number, url)
    series = [found for template, urls in linked.items() if (found := _series(template, urls))]
    return max(series, key=lambda found: len(found.urls), default=None)


def _numbered_links(links: PageLinks, address: ListAddress) -> Iterator[tuple[int, str]]:
    counts = Counter(link.number for link in links)
    for link in links:
        is_number = link.number is not None and link.number > 1 and counts[link.number] <= _MAX_REPEATS
        if link.number and is_number and link.url and address.is_near(link.url):
            yield link.number, link.url


def _target(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def _templates(url: str) -> Iterator[_Template]:
    target = _target(url)
    for digits in islice(re.finditer(r"(?<!\d)\d{1,9}(?!\d)", target), _MAX_TEMPLATES if len(url) <= _MAX_URL else 0):
        yield _Template(target[: digits.start()], target[digits.end() :])


def _series(template: _Template, urls: Mapping[int, str]) -> _Series | None:
    """Return the links as a series where their numbers rise evenly with the pages', as page numbers or as offsets."""
    if _OTHER_PARAMETER.search(template.before):
        return None
    (low, first), *others = sorted((number, _place(template, url)) for number, url in urls.items())
    for step in _steps(low, first, others):
        start = first - step * (low - 1)
        even = all(place == start + step * (number - 1) for number, place in others)
        if even and start in (0, 1) and (others or _PAGE_PARAMETER.search(template.before)):
            return _Series(template, urls, start, step)
    return None


def _place(template: _Template, url: str) -> int:
    target = _target(url)
    return int(target[len(template.before) : len(target) - len(template.after)])


def _steps(low: int, first: int, others: list[tuple[int, int]]) -> list[int]:
    """Return by how much the number in the address may rise from page to page."""
    if others:
        number, place = others[0]
        step, rest = divmod(place - first, number - low)
        return [step] if step > 0 and not rest else []
    return [1, *(step for step in (first // (low - 1), (first - 1) // (low - 1)) if step >= 5)]


def _place_in(template: _Template, url: str) -> int | None:
    """Return the number that an address has in the template's place, or under its parameter's name, in whatever order."""
    target, (before, after) = _target(url), template
    middle = target[len(before) : len(target) - len(after)]
    if target.startswith(before) and target.endswith(after) and middle.isdecimal() and len(middle) < 10:
        return int(middle)
    name = re.search(r"([\w\[\]%.-]{1,60})=$", before)
    found = re.search(rf"[?&]{re.escape(name[1])}=(\d{{1,7}})(?:&|$)", target) if name else None
    return int(found[1]) if found else None


def page_before(next_url: str, here: str) -> int | None:
    """Return the number of the page `here`, told by the address of the page after it; None where that doesn't tell.

    >>> page_before("https://films.example/top?start=101", "https://films.example/top?start=51")
    2
    """
    for template in _templates(next_url):
        if _PAGE_PARAMETER.search(template.before):
            here_place, next_place = _place_in(template, here), _place(template, next_url)
            if here_place is None:
                return 1
            step = next_place - here_place
            return here_place if step == 1 else here_place // step + 1 if step > 1 else None
    return None


_CURRENT = "[aria-current], .current, .active, .selected, .cur, .on, .thispage, .this, strong, b, em, span, li"


def _marked(links: PageLinks, series: _Series) -> int | None:
    """Return the number that stands among the links to other pages as the one where the reader is."""
    first = next((link.node for link in links if link.url in series.urls.values()), None)
    around = first.parent if first else None
    for place in filter(None, (around, around.parent if around else None)):
        for node in place.select(_CURRENT):
            number = read_page_number(node.text) if node.tag != "a" else None
            if number and number not in series.urls:
                return number
    return None


_PAGE_OF = (
    re.compile(rf"(?:^|\W)(?:{PAGE})\.?:?\s*(\d{{1,4}})\s*(?:{OF})\s*(\d{{1,4}})(?![\d.,]*\d)", re.IGNORECASE),
    re.compile(rf"(?:^|\D)(\d{{1,4}})\s*(?:{OF})\s*(\d{{1,4}})\s*(?:{PAGE})(?:\W|$)", re.IGNORECASE),
    re.compile(r"第\s*(\d{1,4})\s*[页頁]?\s*[,，/／(（|]?\s*(?:共|of)?\s*(\d{1,4})\s*[页頁]"),
    re.compile(r"(?:^|\D)(\d{1,4})\s*[/／]\s*(\d{1,4})\s*(?:页|頁|ページ|페이지)"),
)
_CJK_TOTAL_FIRST = re.compile(r"共\s*(\d{1,4})\s*[页頁].{0,6}第\s*(\d{1,4})\s*[页頁]|(\d{1,4})\s*ページ中\s*(\d{1,4})\s*ページ")


def _stated(texts: Iterable[str]) -> tuple[int, int] | None:
    """Return (this page, last page) where a short line of the page says so."""
    return next((found for text in texts if (found := read_page_of(text))), None)


def read_page_of(text: str) -> tuple[int, int] | None:
    """Return (this page, last page) as a short text says them; None where it doesn't.

    >>> read_page_of("Page 1 of 9"), read_page_of("第 2 页 / 共 12 页"), read_page_of("8 of 10")
    ((1, 9), (2, 12), None)
    """
    text = ascii_digits(text)
    turned = _CJK_TOTAL_FIRST.search(text)
    numbers = [int(part) for part in turned.groups() if part][::-1] if turned else None
    for pattern in () if numbers else _PAGE_OF:
        if found := pattern.search(text):
            numbers = [int(found[1]), int(found[2])]
            break
    return (numbers[0], numbers[1]) if numbers and 1 <= numbers[0] <= numbers[1] < 10_000 else None
