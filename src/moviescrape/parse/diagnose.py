"""What a page is when no movie could be read from it."""

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice

from moviescrape.errors import EmptyPage, ErrorPage, LayoutChanged, NotAMoviePage, ParseError, UnreadablePage
from moviescrape.errors.remedies import Remedy
from moviescrape.pages.script_pages import find_refresh, needs_script
from moviescrape.pages.visible_text import visible_text
from moviescrape.parse.decode import is_view_source
from moviescrape.parse.dom.document import parse_document
from moviescrape.parse.identify import count_linked_movies
from moviescrape.parse.model import PageAddress, PageKind
from moviescrape.parse.sites.site import Site

_HEADLINES = re.compile(rb"<(title|h1|h2)\b[^<>]{0,1000}>(.{0,300}?)</\1", re.IGNORECASE | re.DOTALL)
_CODE = r"(?:40[0-4]|410|50[0-4])"
_ERROR = re.compile(
    rf"\berror:? ?(?:code ?)?{_CODE}\b|\b{_CODE}\b[ :|–-]{{0,3}}(?:error|not found|page|forbidden|bad gateway|internal|service)|"
    rf"(?:^| / )\s*{_CODE}\s*(?:$|[/|:–-])|"
    r"\b(?:page|title|film|movie|file|url)s? (?:was |were |could |can |is )?(?:not|cannot|can't) (?:be )?(?:found|available)|"
    r"^not found|"
    r"page (?:doesn.t|does not) exist|no longer (?:available|exists)|something went wrong|internal server error|"
    r"bad gateway|service unavailable|nicht gefunden|introuvable|no encontrad[ao]|non trovata|não encontrada|"
    r"niet gevonden|nenalezen|"
    r"nie znaleziono|не найден[ао]?|не знайдено|hittades inte|ikke fundet|ikke funnet|ei löytynyt|bulunamadı|nem található|"
    r"页面不存在|找不到|見つかりません|찾을 수 없|یافت نشد|غير موجودة",
    re.IGNORECASE,
)
_NO_RESULTS = re.compile(
    r"\bno (?:results|titles|matches|movies|films)(?: were)? (?:found|match)|there are no (?:results|titles|films|movies)|"
    r"\b0 (?:titles|results|movies|films)\b|did not match any|nothing (?:was )?found|keine (?:ergebnisse|treffer|filme gefunden)|"
    r"aucun (?:résultat|film)|geen (?:resultaten|films gevonden)|(?:sin|no hay) resultados|nessun (?:risultato|film)|"
    r"nenhum (?:resultado|filme)|sem resultados|ничего не найдено|нет результатов|нічого не знайдено|nebyly? nalezen|"
    r"žádné výsledky|"
    r"brak wyników|inga (?:resultat|träffar)|ingen (?:resultater|treff)|ei (?:haku)?tuloksia|sonuç bulunamadı|nincs találat|"
    r"没有找到|沒有找到|未找到|暂无结果|"
    r"該当する.{0,10}ありません|見つかりませんでした|결과가 없|نتیجه.{0,3}ای یافت نشد|"
    r"لا توجد نتائج",
    re.IGNORECASE,
)
_NO_RESULTS_BEGIN = (
    *("no results", "no titles", "no matches", "no movies", "no films", "there are no ", "0 titles", "0 results", "0 movies"),
    *("0 films", "did not match any", "nothing found", "nothing was found", "keine ", "aucun ", "geen ", "resultados", "nessun "),
    *("nenhum ", "ничего не", "нет результатов", "нічого не", "nalezen", "žádné", "brak", "inga ", "ingen ", "tuloksia", "sonuç"),
    *("nincs", "没有找到", "沒有找到", "未找到", "暂无结果", "該当する", "見つかりませんでした", "결과가", "یافت نشد", "لا توجد"),
)
"""One of these stands, its case folded, in every text that `_NO_RESULTS` finds: looking for them takes a tenth of its time."""
_MAX_SEARCHED = 400_000


def diagnose(html: bytes, status: int, address: PageAddress, site: Site | None, source: str) -> tuple[PageKind, ParseError]:
    """Return the kind of a page that gave no movies, and the error that says so."""
    if not html.strip() or b"<" not in html:
        return PageKind.UNREADABLE, UnreadablePage("there is no HTML in it", where=source, remedy="fetch or save the page again")
    if is_view_source(html):
        what = "a browser's view of a page's source, not the page"
        return PageKind.UNREADABLE, UnreadablePage(what, where=source, remedy="open the page itself and save that")
    headline = " / ".join(_headlines(html))
    if status >= 400 or _ERROR.search(headline):
        said = f'the site says "{headline[:80]}"' if headline else f"the site answered {status}"
        return PageKind.ERROR, ErrorPage(f"an error page: {said}", where=source, remedy="check the address")
    elsewhere = site is not None and site.is_about_something_else(address.url)
    if not elsewhere and _says_no_results(visible_text(html)):
        return PageKind.EMPTY, EmptyPage("a list without results", where=source, remedy="widen what is searched for")
    if site is not None and not elsewhere and (untitled := untitled_items(html, site, address.url)):
        return PageKind.CHANGED, LayoutChanged(
            f"{untitled} items of a list of {site.name} and a title in none of them",
            where=source,
            remedy=Remedy.EXPLAIN_PAGE,
        )
    if site is not None and not site.mixed and not elsewhere and site.movie_address(address.url):
        return PageKind.CHANGED, LayoutChanged(
            f"a movie page of {site.name} in a layout that moviescrape does not know, so nothing was read",
            where=source,
            remedy=Remedy.EXPLAIN_PAGE,
        )
    if not elsewhere and (refresh := find_refresh(html)):
        what, remedy = "it only sends its readers on", f"give the address it sends them to: {refresh.url[:200]}"
        return PageKind.OTHER, NotAMoviePage(what, where=source, remedy=remedy)
    if not elsewhere and needs_script(html):
        what = "it is drawn by a script (needs JavaScript), and without that it shows nothing"
        return PageKind.OTHER, NotAMoviePage(what, where=source, remedy=Remedy.READ_SAVED_PAGE)
    if (
        site is not None
        and not site.mixed
        and not elsewhere
        and (links := count_linked_movies(html, site, address.base)) >= _MANY
    ):
        return PageKind.CHANGED, LayoutChanged(
            f"a page of {site.name} that links to {links} movies, in a layout that moviescrape does not know",
            where=source,
            remedy=Remedy.EXPLAIN_PAGE,
        )
    about = f' ("{headline[:80]}")' if headline else ""
    what, known = f"not a page of movies{about}", "give a list of movies or a movie's own page"
    return PageKind.OTHER, NotAMoviePage(what, where=source, remedy=known if address.url else Remedy.STATE_ADDRESS)


def _says_no_results(text: str) -> bool:
    folded = text.casefold()
    return any(words in folded for words in _NO_RESULTS_BEGIN) and _NO_RESULTS.search(text) is not None


_MANY = 10
"""So many different movies are a list; fewer are what a site shows beside anything."""


def untitled_items(html: bytes, site: Site, url: str | None) -> int:
    """Count the items of the site's lists on the page, where none of them shows a title any more."""
    lists = [layout for layout in site.layouts_at(url) if layout.item and layout.mark and layout.mark in html]
    root = parse_document(html) if lists else None
    return max((len(root.select(layout.item)) for layout in lists if layout.item), default=0) if root else 0


def is_cut(html: bytes) -> bool:
    """Whether a page ends in the middle: a document that was opened, never closed, and breaks off in a tag or a block.

    >>> is_cut(b"<html><body><ul><li>One</li><li>Tw"), is_cut(b"<html><body><ul><li>One<li>Two</ul>"), is_cut(b"<li>One")
    (True, False, False)
    """
    if html[-100:].rstrip().endswith(b"</html>") or not _OPENED.search(html[:100_000]) or _CLOSED.search(html[-100_000:]):
        return False
    within_tag = html.rfind(b"<") > html.rfind(b">")
    return within_tag or any(len(opens.findall(html)) > len(closes.findall(html)) for opens, closes in _BLOCKS)


_OPENED = re.compile(rb"<html\b", re.IGNORECASE)
_CLOSED = re.compile(rb"</(?:html|body)\b", re.IGNORECASE)
_BLOCKS = tuple(
    (re.compile(rb"<%b\b" % tag, re.IGNORECASE), re.compile(rb"</%b\b" % tag, re.IGNORECASE))
    for tag in (b"div", b"table", b"ul", b"ol", b"script")
)


def _headlines(html: bytes) -> Iterator[str]:
    """Return the texts of the page's title and first headings."""
    for found in islice(_HEADLINES.finditer(html[:_MAX_SEARCHED]), 3):
        text = " ".join(unescape(re.sub(r"<[^<>]*>", " ", found[2].decode("utf-8", "replace"))).split())
        if text:
            yield text
