"""Where a list goes on, and how long it says it is: for lists whose site has no rule of its own."""

import html as entities
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from moviescrape.parse.dom.document import Node
from moviescrape.parse.model import PageAddress
from moviescrape.parse.values.numbers import ascii_digits
from moviescrape.parse.values.urls import absolute_url, same_page

_WORDS = (
    "next|next page|next results|older|older posts|weiter|nächste|nächste seite|vor|suivant|suivante|page suivante|siguiente|"
    "página siguiente|volgende|volgende pagina|successiva|successivo|avanti|pagina successiva|próxima|próximo|seguinte|"
    "próxima página|следующая|следующая страница|далее|вперед|вперёд|наступна|далі|další|další stránka|następna|następny|dalej|"
    "下一页|下一頁|下页|后页|次へ|次のページ|次|다음|다음 페이지|بعدی|صفحه بعد|التالي|الصفحة التالية|"
    "nästa|nästa sida|næste|næste side|neste|"
    "neste side|seuraava|seuraava sivu|sonraki|sonraki sayfa|következő|következő oldal|επόμενη|următoarea|ďalšia"
)
_SIGNS = "[\\s>»›→▶❯⟩❱.…]*"
_TEXT = re.compile(rf"{_SIGNS}(?:{_WORDS}){_SIGNS}|[>»›→▶❯⟩]", re.IGNORECASE)
_CLASS = re.compile(r"(?:^|[\s_-])next(?:$|[\s_-]|page|link)|nextpage|pagenext", re.IGNORECASE)
_OFF = re.compile(r"disabled|inactive|hidden", re.IGNORECASE)
_TAG = re.compile(rb"<(?:link|a)\b[^<>]{0,2000}?\brel\s*=\s*[\"']?[^\"'<>]{0,60}?\bnext\b[^<>]{0,2000}>", re.IGNORECASE)
_HREF = re.compile(rb"\bhref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)


def find_next(root: Node, address: PageAddress) -> str | None:
    """The address of the list's next page, from `rel="next"` or from what a link says, in any of many languages."""
    for node in _candidates(root):
        href = (node.attribute("href") or "").strip()
        url = absolute_url(address.base, href) if href and not href.startswith("#") else None
        if url and not same_page(url, address.url) and _is_near(url, address):
            return url
    return None


def find_next_by_bytes(html: bytes, address: PageAddress) -> str | None:
    """The same from `rel="next"` alone, without a tree.

    >>> here = PageAddress(None, "https://example.org/films")
    >>> find_next_by_bytes(b'<link rel="next" href="/films?page=2">', here)
    'https://example.org/films?page=2'
    """
    for tag in _TAG.finditer(html):
        href = _HREF.search(tag[0])
        raw = next((part for part in href.groups() if part is not None), b"") if href else b""
        url = absolute_url(address.base, entities.unescape(raw.decode("utf-8", "replace")))
        if url and not same_page(url, address.url):
            return url
    return None


def _candidates(root: Node) -> Iterator[Node]:
    """Links to a next page, the surest first."""
    yield from root.select('link[rel~="next"][href], a[rel~="next"][href]')
    links = root.select("a[href]")
    for node in links:
        said = (node.attribute("aria-label") or node.attribute("title") or "").strip()
        if said and len(said) < 60 and _TEXT.fullmatch(said) and not _is_off(node):
            yield node
    for node in links:
        text = node.text if len(node.children) < 4 else ""
        if len(text) < 60 and _TEXT.fullmatch(text) and not _is_off(node):
            yield node
    for node in links:
        if _CLASS.search(_classes(node)) and not _is_off(node) and not node.text.isdecimal():
            yield node


def _classes(node: Node) -> str:
    return f"{node.attribute('class') or ''} {node.attribute('id') or ''}"


def _is_off(node: Node) -> bool:
    around = node.parent
    return bool(_OFF.search(_classes(node)) or (around and _OFF.search(_classes(around))))


def _is_near(url: str, address: PageAddress) -> bool:
    """Of the same host, and of the same folder or with another query: a slide show's arrows lead elsewhere."""
    here, there = urlsplit(address.url or address.base or ""), urlsplit(url)
    if here.hostname != there.hostname:
        return False
    first = [part for part in here.path.split("/") if part][:1]
    return not first or [part for part in there.path.split("/") if part][:1] == first


_COUNT = r"(\d{1,3}(?:[.,\s]\d{3})+|\d{1,7})"
_RANGE = re.compile(
    rf"(?<![\d.,]){_COUNT}\s?(?:-|–|—|to|bis|à|a|al|do|t/m|до|到|至|~)\s?{_COUNT}\s?"
    rf"(?:of|out of|von|sur|de|di|van|av|af|z|ze|из|з|/|共|／)\s?(?:about |over |around )?{_COUNT}(?![\d%])",
    re.IGNORECASE,
)
_LONGEST_NOTICE = 120


def find_declared(root: Node, shown: int) -> tuple[int | None, int | None]:
    """(how many movies the page says it shows, how many its list has), where a line says `1-50 of 1,234`.

    Counted only where the range agrees with the number of movies read (`shown`), or with more: pages number other things too.
    """
    for node in root.select("div, span, p, h2, h3, li, strong, td, small, b"):
        text = node.own_text
        if not text or not any(c.isdigit() for c in text) or len(whole := node.text) > _LONGEST_NOTICE:
            continue
        found = _RANGE.search(ascii_digits(whole))
        if found:
            first, last, total = (int(re.sub(r"\D", "", part)) for part in found.groups())
            if 0 < first <= last <= total and shown <= last - first + 1 <= 2 * shown:
                return last - first + 1, total
    return None, None
