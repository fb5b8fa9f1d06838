"""What a page is when no movie could be read from it."""

import re
from collections.abc import Iterator

from moviescrape.errors import EmptyPage, ErrorPage, LayoutChanged, NotAMoviePage, ParseError, UnreadablePage
from moviescrape.parse.parsed import PageKind
from moviescrape.parse.site import PageAddress, Site

_HEADLINES = re.compile(rb"<(title|h1|h2)\b[^>]*>(.{0,300}?)</\1", re.IGNORECASE | re.DOTALL)
_ERROR = re.compile(
    r"\b(?:40[34]|410|50[0234])\b|not found|page (?:doesn.t|does not) exist|no longer available|something went wrong|"
    r"internal server error|"
    r"nicht gefunden|introuvable|no encontrad[ao]|niet gevonden|nenalezen|не найден|页面不存在|見つかりません",
    re.IGNORECASE,
)
_NO_RESULTS = re.compile(
    rb"no (?:results|titles|matches|movies|films) (?:found|match)|there are no (?:results|titles|films)|"
    rb"\b0 (?:titles|results|movies|films)\b|keine (?:ergebnisse|treffer)|"
    rb"aucun r\xc3\xa9sultat|geen resultaten|sin resultados|nessun risultato",
    re.IGNORECASE,
)


def diagnose(html: bytes, status: int, address: PageAddress, site: Site | None, source: str) -> tuple[PageKind, ParseError]:
    """The kind of a page that gave no movies, and the error that says so."""
    if not html.strip() or b"<" not in html:
        return PageKind.UNREADABLE, UnreadablePage("there is no HTML in it", where=source, remedy="fetch or save the page again")
    headline = " / ".join(_headlines(html))
    if status >= 400 or _ERROR.search(headline):
        said = f'the site says "{headline[:80]}"' if headline else f"the site answered {status}"
        return PageKind.ERROR, ErrorPage(f"an error page: {said}", where=source, remedy="check the address")
    if _NO_RESULTS.search(html):
        return PageKind.EMPTY, EmptyPage("a list without results", where=source, remedy="widen what is searched for")
    if site is not None and not site.is_about_something_else(address.url) and site.movie_address(address.url):
        return PageKind.CHANGED, LayoutChanged(
            f"a movie page of {site.name} in a layout that moviescrape does not know, so nothing was read",
            where=source,
            remedy="see `moviescrape explain` and report the page",
        )
    about = f' ("{headline[:80]}")' if headline else ""
    return PageKind.OTHER, NotAMoviePage(
        f"not a page of movies{about}", where=source, remedy="give a list of movies or a movie's own page"
    )


def _headlines(html: bytes) -> Iterator[str]:
    """The texts of the page's title and first headings."""
    for found in list(_HEADLINES.finditer(html[:400_000]))[:3]:
        text = " ".join(re.sub(r"<[^>]*>", " ", found[2].decode("utf-8", "replace")).split())
        if text:
            yield text
