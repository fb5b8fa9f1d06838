"""Read a page: decode, recognise, run the extractors from the cheapest on, combine, and say what the page is."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from moviescrape.errors import BlockedPage, LayoutChanged, ParseError, UnreadablePage
from moviescrape.errors.remedies import Remedy
from moviescrape.movie import Movie
from moviescrape.pages.block_pages import Refusal, find_refusal
from moviescrape.pages.page import Page
from moviescrape.pages.web_address import web_address
from moviescrape.parse.budget import Budget, OverBudget
from moviescrape.parse.combine import Evidence, align_list, align_title, merge, unrank
from moviescrape.parse.decode import decode_page, is_view_source
from moviescrape.parse.diagnose import diagnose, is_cut
from moviescrape.parse.dom.document import Document
from moviescrape.parse.extract import run_extractors, until_complete
from moviescrape.parse.identify import find_address, implied_address, own_movie, recognise
from moviescrape.parse.model import ColumnNames, Extraction, Extractor, PageAddress, PageKind, ParsedPage
from moviescrape.parse.paging import Paging, find_paging
from moviescrape.parse.paging.declared_totals import Declared
from moviescrape.parse.paging.site_links import ListAddress
from moviescrape.parse.sites import SITES, find_site
from moviescrape.parse.sites.site import Site
from moviescrape.parse.values.urls import canonical_url, web_origin


@dataclass(frozen=True, slots=True)
class Examined:
    """A page with all that the extractors found on it: what `parse_page` sums up and `explain` shows."""

    source: str
    fetched_at: datetime | None
    html: bytes
    status: int
    address: PageAddress
    site: Site | None
    refusal: Refusal | None
    columns: ColumnNames
    extractions: tuple[Extraction, ...]
    evidence: tuple[Evidence, ...]
    kind: PageKind
    paging: Paging = field(default_factory=Paging)
    sites: tuple[Site, ...] = SITES
    """Those that the page could be of."""
    excess: str | None = None
    """What the page has too much of to be read."""


def parse_page(page: Page, columns: Collection[str] | None = None, sites: tuple[Site, ...] = SITES) -> ParsedPage:
    """Return what a page is and says. Never raises: what is wrong with a page is its `problem`.

    Where `columns` are named, no work is done for others; a movie may still have them, where they came for nothing. Of `sites`,
    which pages may be of, the first that a page's host belongs to counts: `(MY_SITE, *moviescrape.parse.sites.SITES)`.
    """
    return sum_up(examine(page, columns, sites=sites))


def examine(
    page: Page,
    columns: Collection[str] | None = None,
    *,
    thorough: bool = False,
    budget: Budget | None = None,
    sites: tuple[Site, ...] = SITES,
) -> Examined:
    """Run the extractors on a page: until one finds all there is, or, `thorough`, all of them."""
    budget = budget or Budget()
    columns = None if columns is None else frozenset(columns)
    decoded = decode_page(page)
    html = decoded.body
    refusal = find_refusal(decoded)
    address = find_address(page, html)
    site = find_site(address.url, sites) or (find_site(page.url, sites) if page.url != address.url else None)
    if address.url is None and (site := recognise(html, sites)):
        address = implied_address(html, site)
    extractions: list[Extraction] = []
    excess: str | None = None
    document = Document(html)
    if not (refusal or is_view_source(html)):
        found = run_extractors(document, address, site, columns, budget, sites)
        try:
            extractions = [unrank(extraction) for extraction in (found if thorough else until_complete(found, site))]
        except OverBudget:
            excess = "more to read than fits into the CPU time of one page"
    excess = excess or document.excess
    evidence, kind = _weigh(_without_lists_beside(extractions, address, site), own_url(address, site))
    paging = _paging_of(page, document, address, extractions, evidence) if kind is PageKind.LIST else Paging()
    return Examined(
        page.source,
        page.fetched_at,
        html,
        decoded.status,
        address,
        site,
        refusal,
        columns,
        tuple(extractions),
        tuple(evidence),
        kind,
        paging,
        sites,
        excess,
    )


def _paging_of(
    page: Page, document: Document, address: PageAddress, extractions: list[Extraction], evidence: list[Evidence]
) -> Paging:
    """Return what the page says of the rest of its list."""
    known = next((extraction.next_url for extraction in extractions if extraction.next_url), None)
    movies = frozenset(filter(None, (canonical_url(_link_of(each)) for each in evidence)))
    here = web_address(page.url) or address.url
    where = ListAddress(here, address.base if here else None, address.url, movies)
    return find_paging(document, where, page.headers, len(evidence), known)


def sum_up(page: Examined) -> ParsedPage:
    """Return the page's movies, or what is wrong with it."""
    site = page.site.name if page.site else None
    if page.refusal is not None:
        problem: ParseError = BlockedPage(page.refusal.what, where=page.source, remedy=page.refusal.remedy)
        return ParsedPage(PageKind.BLOCKED, site=site, problem=problem)
    if page.excess is not None:
        problem = UnreadablePage(
            f"not read: {page.excess}", where=page.source, remedy="the other pages are read; report this one"
        )
        return ParsedPage(PageKind.UNREADABLE, site=site, problem=problem)
    settled = [(movie, said) for said in page.evidence if (movie := merge(said, page.source))]
    if not settled:
        kind, problem = diagnose(page.html, page.status, page.address, page.site, page.source)
        return ParsedPage(kind, site=site, problem=problem)
    return _assemble(page, [movie for movie, _ in settled], [said for _, said in settled])


def own_url(address: PageAddress, site: Site | None) -> str | None:
    """Return the canonical URL of the movie that a page is about, as far as its address tells."""
    return site.movie_address(address.url) if site and site.movie_url else canonical_url(address.url)


def _url_by_links(page: Examined) -> str | None:
    return own_movie(page.html, page.site, page.address.base) if page.site and page.address.url is None else None


def _without_lists_beside(extractions: list[Extraction], address: PageAddress, site: Site | None) -> list[Extraction]:
    """Drop the lists on the page that a site's address names as one movie's own: they show other movies (recommendations)."""
    if site is None or site.mixed or site.movie_address(address.url) is None:
        return extractions
    return [extraction for extraction in extractions if extraction.kind is not PageKind.LIST]


def _weigh(extractions: list[Extraction], movie_url: str | None) -> tuple[list[Evidence], PageKind]:
    """Return the movies' evidence, and whether the page is a list or a title page."""
    lists = [extraction for extraction in extractions if extraction.kind is PageKind.LIST]
    titles = [extraction for extraction in extractions if extraction.kind is PageKind.TITLE]
    own = align_title(extractions, movie_url) if titles else []
    if own and not _is_list(lists, titles):
        return [own], PageKind.TITLE
    return (align_list(extractions), PageKind.LIST) if lists else ([], PageKind.OTHER)


def _is_list(lists: list[Extraction], titles: list[Extraction]) -> bool:
    """Return whether the page is a list: a site's own title layout or data outweighs one beside it (recommendations)."""
    return bool(lists) and not any(extraction.extractor in (Extractor.STATE, Extractor.SITE) for extraction in titles)


def _assemble(page: Examined, movies: list[Movie], evidence: list[Evidence]) -> ParsedPage:
    if page.kind is PageKind.TITLE and movies[0].url is None:
        movies = [movies[0]._replace(url=own_url(page.address, page.site) or _url_by_links(page))]
    of_kind = [extraction for extraction in page.extractions if extraction.kind is page.kind]
    layout = next((extraction.layout for extraction in of_kind if extraction.layout), None)
    movies = _with_origin(_named(movies, page.address), page, layout)
    declared = _declared(of_kind) or page.paging.declared
    return ParsedPage(
        page.kind,
        tuple(movies),
        next_url=page.paging.next_url,
        page_number=page.paging.page,
        last_page=page.paging.last_page,
        goes_on=page.paging.goes_on,
        detail_urls=tuple(map(_link_of, evidence)),
        declared_here=declared.here,
        declared_total=declared.total,
        url=page.address.url,
        site=page.site.name if page.site else None,
        layout=layout,
        problem=_missing_fields(page, movies, of_kind),
        notes=(*_cut_note(page), *(note for extraction in of_kind for note in extraction.notes), *_notes(movies, evidence)),
    )


def _with_origin(movies: list[Movie], page: Examined, layout: str | None) -> list[Movie]:
    """Return the movies with the layout that read them and when their page was fetched, where either is asked for by name."""
    if page.columns is None or page.columns.isdisjoint(("layout", "fetched_at")):
        return movies
    at = page.fetched_at.astimezone(UTC).isoformat(timespec="seconds") if page.fetched_at else None
    return [movie._replace(layout=layout, fetched_at=at) for movie in movies]


def _declared(extractions: list[Extraction]) -> Declared | None:
    """Return what a site's own layout or data declares; None where it doesn't."""
    here = next((extraction.declared_here for extraction in extractions if extraction.declared_here), None)
    total = next((extraction.declared_total for extraction in extractions if extraction.declared_total), None)
    return Declared(here, total) if here or total else None


def _link_of(evidence: Evidence) -> str | None:
    for _, record in evidence:
        if record.link:
            return record.link
    return None


def _named(movies: list[Movie], address: PageAddress) -> list[Movie]:
    """Return the movies with URLs under the origin that the page calls its own, where it was fetched from a mirror."""
    own, fetched = web_origin(address.url), web_origin(address.base)
    if own is None or fetched is None or own == fetched:
        return movies
    return [
        movie._replace(url=own + movie.url[len(fetched) :]) if movie.url and movie.url.startswith(f"{fetched}/") else movie
        for movie in movies
    ]


def _cut_note(page: Examined) -> tuple[str, ...]:
    return ("the page breaks off in the middle: movies or values may be missing",) if is_cut(page.html) else ()


def _notes(movies: list[Movie], evidence: Sequence[Evidence]) -> Iterator[str]:
    for movie, said in zip(movies, evidence, strict=True):
        for name, reason in _rejected(said).items():
            yield f"{movie.title}: {name} left out, {reason}"


def _rejected(evidence: Evidence) -> dict[str, str]:
    if not any(record.rejected for _, record in evidence):
        return {}
    filled = {field for _, record in evidence for field in record.values}
    return {field: reason for _, record in evidence for field, reason in record.rejected.items() if field not in filled}


MIN_MOVIES_TO_JUDGE = 5
"""Of fewer movies, all may lack a year by chance."""


def _missing_fields(page: Examined, movies: list[Movie], extractions: list[Extraction]) -> ParseError | None:
    """LayoutChanged where a field that a known layout always shows is absent from every movie of a page."""
    if len(movies) < MIN_MOVIES_TO_JUDGE:
        return None
    named = {extraction.layout for extraction in extractions}
    layouts = (layout for site in ((page.site,) if page.site else page.sites) for layout in site.layouts if layout.name in named)
    known = next(layouts, None)
    expected = [name for name in known.expects if page.columns is None or name in page.columns] if known else []
    absent = [name for name in expected if all(getattr(movie, name) is None for movie in movies)]
    if not absent or known is None:
        return None
    what = f"none of {len(movies)} movies has a {' or '.join(absent)}, which the layout {known.name} always shows"
    return LayoutChanged(what, where=page.source, remedy=Remedy.EXPLAIN_PAGE)
