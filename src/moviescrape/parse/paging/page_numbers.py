"""Numbered pages: links that say 2, 3, 4 and differ in that number alone, and lines that say "Page 1 of 9"."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from moviescrape.parse.dom.document import Node
from moviescrape.parse.paging.links import PageLink
from moviescrape.parse.paging.paging_words import OF, PAGE
from moviescrape.parse.paging.site_links import ListAddress
from moviescrape.parse.values.numbers import ascii_digits

_MAX_PAGES = 1_899
"""Larger numbers are years, or ids."""
_LABEL = re.compile(
    rf"[\[(]?\s*(\d{{1,4}})\s*[\])]?|(?:[^\W\d]{{1,12}} ){{0,3}}(?:{PAGE})\.?\s*(\d{{1,4}})|"
    r"第?\s*(\d{1,4})\s*(?:页|頁|ページ目?|페이지)",
    re.IGNORECASE,
)
_PAGE_PARAMETER = re.compile(
    r"(?:^|[^a-z])(?:p|pp|pg|pn|pno|page[a-z]*|[a-z]*page|pag|paged|pagina|seite|strana|stranka|strona|stranica|sida|side|sivu|sayfa|"
    r"oldal|trang|halaman|start|offset|from|skip|first|begin|limitstart|o|s|st)[\])]*[=/_.-]?$",
    re.IGNORECASE,
)
_OTHER_PARAMETER = re.compile(
    r"(?:year|jahr|jaar|annee|anno|date|day|days|month|week|decade|season|episode|star|stars|rating|score|vote|comment[a-z_-]*|cpage|"
    r"review[a-z_-]*|replytocom|volume|chapter|lang|id|rank|limit|size|count|per_?page|tab|sort|view)[\])]*[=/_.-]?$|"
    r"\d{4}[-/.](?:\d{1,2}[-/.])?$",
    re.IGNORECASE,
)


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
        target = _target(url)
        before, after = self.template
        middle = target[len(before) : len(target) - len(after)]
        if not (target.startswith(before) and target.endswith(after) and middle.isdecimal()):
            return _page_by_parameter(target, self)
        return (int(middle) - self.first) // self.step + 1

    def url_of(self, page: int) -> str:
        """Return the address of a page that need not be linked: `1 2 ... 12` leaves some out."""
        if page in self.urls:
            return self.urls[page]
        url = next(iter(self.urls.values()))
        return url[: len(url) - len(_target(url))] + str(self.first + self.step * (page - 1)).join(self.template)


def find_page_numbers(root: Node, links: Sequence[PageLink], address: ListAddress) -> PageNumbers:
    """Return where the page stands among its list's pages, by numbered links or by a line of text."""
    series = _best_series(links, address)
    said = _stated(root)
    if series is None:
        return PageNumbers(*said) if said else PageNumbers()
    page = (series.page_at(address.here) if address.here else None) or (said[0] if said else None) or _marked(links, series) or 1
    last = max(*series.urls, page, said[1] if said else 0)
    return PageNumbers(page, last, series.url_of(page + 1) if page < last else None)


def _best_series(links: Sequence[PageLink], address: ListAddress) -> _Series | None:
    """Return the longest series of links to pages of this list."""
    linked: dict[_Template, dict[int, str]] = defaultdict(dict)
    for number, url in _numbered_links(links, address):
        for template in _templates(url):
            linked[template].setdefault(number, url)
    series = [found for template, urls in linked.items() if (found := _series(template, urls))]
    return max(series, key=lambda found: len(found.urls), default=None)


def _numbered_links(links: Sequence[PageLink], address: ListAddress) -> Iterator[tuple[int, str]]:
    for link in links:
        number = _number(link.said) if link.url else None
        if link.url and number and number > 1 and address.is_near(link.url):
            yield number, link.url


def _number(said: Iterable[str]) -> int | None:
    """Return the page number that a link says, in its text or label."""
    for text in said:
        if any(c.isdigit() for c in text) and (found := _LABEL.fullmatch(ascii_digits(text).strip())):
            number = int(next(filter(None, found.groups())))
            return number if number <= _MAX_PAGES else None
    return None


def _target(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def _templates(url: str) -> Iterator[_Template]:
    target = _target(url)
    for digits in re.finditer(r"\d+", target):
        yield _Template(target[: digits.start()], target[digits.end() :])


def _series(template: _Template, urls: Mapping[int, str]) -> _Series | None:
    """Return the links as a series where their numbers rise evenly with the pages', as page numbers or as offsets."""
    if _OTHER_PARAMETER.search(template.before):
        return None
    places = {
        number: int(_target(url)[len(template.before) : len(_target(url)) - len(template.after)]) for number, url in urls.items()
    }
    (low, first), *others = sorted(places.items())
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


def _page_by_parameter(target: str, series: _Series) -> int | None:
    """Return the page number by the series' own parameter, among others or in another order."""
    name = re.search(r"([\w\[\]%.-]+)=$", series.template.before)
    found = re.search(rf"[?&]{re.escape(name[1])}=(\d{{1,7}})(?:&|$)", target) if name else None
    return (int(found[1]) - series.first) // series.step + 1 if found else None


_CURRENT = "[aria-current], .current, .active, .selected, .cur, .on, .thispage, .this, strong, b, em, span, li"


def _marked(links: Sequence[PageLink], series: _Series) -> int | None:
    """Return the number that stands among the links to other pages as the one where the reader is."""
    first = next((link.node for link in links if link.url in series.urls.values()), None)
    around = first.parent if first else None
    for place in filter(None, (around, around.parent if around else None)):
        for node in place.select(_CURRENT):
            number = _number([node.text]) if node.tag != "a" else None
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
_MAX_NOTICE = 120


def _stated(root: Node) -> tuple[int, int] | None:
    """Return (this page, last page) where a short line of the page says so."""
    for node in root.select("div, span, p, li, strong, td, small, b, a, nav, h2, h3, label, em"):
        text = node.own_text
        if any(c.isdigit() for c in text) and (found := read_page_of(node.text)):
            return found
    return None


def read_page_of(text: str) -> tuple[int, int] | None:
    """Return (this page, last page) as a short text says them; None where it doesn't.

    >>> read_page_of("Page 1 of 9"), read_page_of("第 2 页 / 共 12 页"), read_page_of("8 of 10")
    ((1, 9), (2, 12), None)
    """
    if len(text) > _MAX_NOTICE:
        return None
    text = ascii_digits(text)
    turned = _CJK_TOTAL_FIRST.search(text)
    numbers = [int(part) for part in turned.groups() if part][::-1] if turned else None
    for pattern in () if numbers else _PAGE_OF:
        if found := pattern.search(text):
            numbers = [int(found[1]), int(found[2])]
            break
    return (numbers[0], numbers[1]) if numbers and 1 <= numbers[0] <= numbers[1] <= _MAX_PAGES else None
