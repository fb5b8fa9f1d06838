"""Run the extractors of a page, from the cheapest and most trusted on: JSON found by bytes, then the tree."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from moviescrape.movie import DEFAULT_COLUMNS
from moviescrape.parse.budget import Budget
from moviescrape.parse.combine import title_key
from moviescrape.parse.dom.document import Document, Node
from moviescrape.parse.headline import read_headline_year
from moviescrape.parse.markup import meta, microdata, rdfa
from moviescrape.parse.markup.jsonld import read_jsonld
from moviescrape.parse.markup.meta import read_meta
from moviescrape.parse.markup.microdata import read_microdata
from moviescrape.parse.markup.rdfa import read_rdfa
from moviescrape.parse.model import ColumnNames, Extraction, Extractor, PageAddress, PageKind, Record
from moviescrape.parse.sites import SITES
from moviescrape.parse.sites.layouts import read_layout
from moviescrape.parse.sites.site import Layout, Site, is_marked_by_name
from moviescrape.parse.values.urls import page_key

_MARKUP = ((read_microdata, microdata.MARKS), (read_rdfa, rdfa.MARKS), (read_meta, meta.MARKS))
"""The extractors of standard markup in the tree, each with the bytes one of which a page must hold to be worth asking."""


def run_extractors(
    document: Document,
    address: PageAddress,
    site: Site | None,
    columns: ColumnNames,
    budget: Budget,
    sites: Iterable[Site] = SITES,
) -> Iterator[Extraction]:
    """Yield what each extractor finds on a page of `site`; OverBudget where they take too long together.

    Where the site is not known, all of `sites` that it can be of are tried.
    """
    possible = [site] if site else [one for one in sites if one.everywhere or address.url is None]
    html = document.html
    if site and site.is_about_something_else(address.url):
        yield from _read_layouts_only(document, address, site, columns)
        return
    of_site = about_one = False
    for state in _read_states(html, address, possible, columns, budget):
        of_site = True
        yield state
    standard: list[Extraction] = []
    series: list[Extraction] = []
    if extraction := read_jsonld(html, address, columns):
        if _is_of_other_series(extraction, site):
            series.append(extraction)
        else:
            standard.append(_with_own_urls(extraction, address, site))
            yield standard[-1]
    budget.check()
    root = document.root
    if root is None:
        return
    layouts = _likely_layouts(html, root, address, site, possible)
    for extraction in chain(_read_layouts(layouts, root, address, columns), _read_trees(site, root, address)):
        budget.check()
        of_site, about_one = True, about_one or extraction.kind is PageKind.TITLE
        yield extraction
    for marked in _read_markup(html, root, address, budget):
        if _is_of_other_series(marked, site):
            series.append(marked)
        else:
            standard.append(_with_own_urls(marked, address, site))
            yield standard[-1]
    if site and site.mixed:
        return
    about_one = about_one or any(extraction.kind is PageKind.TITLE for extraction in standard)
    if about_one and (extraction := read_headline_year(root, address)):
        yield extraction
    if of_site:
        return
    budget.check()
    from moviescrape.parse.records import read_records  # patterns that take time to load, for pages that nothing else reads

    extraction = read_records(html, root, address, standard, budget)
    if extraction and (movies := _without_series(extraction, series)):
        yield _with_own_urls(movies, address, site)


def _is_of_other_series(extraction: Extraction, site: Site | None) -> bool:
    """Return whether standard markup is of series alone, on a site without a file: a file says which series are movies."""
    return site is None and extraction.is_of_series


def _without_series(extraction: Extraction, series: Sequence[Extraction]) -> Extraction | None:
    """Return what was read from a page's texts without the series that its markup names; None where nothing else is left."""
    years: defaultdict[str, set[int | None]] = defaultdict(set)
    for one in (record for each in series for record in each.records):
        years[title_key(one)].add(one.values.get("year"))
    movies = [record for record in extraction.records if not _is_among(record, years)]
    return replace(extraction, records=movies) if movies else None


def _is_among(record: Record, years: Mapping[str, set[int | None]]) -> bool:
    """Return whether a record may be one of those whose years are given by title: no two years tell them apart."""
    known = years.get(title_key(record), set())
    year = record.values.get("year")
    return bool(known) and (year is None or None in known or year in known)


def _read_states(
    html: bytes, address: PageAddress, possible: Iterable[Site], columns: ColumnNames, budget: Budget
) -> Iterator[Extraction]:
    for site in possible:
        for read in site.states:
            budget.check()
            if extraction := read(html, _at(address, site), columns):
                yield extraction


def _read_markup(html: bytes, root: Node, address: PageAddress, budget: Budget) -> Iterator[Extraction]:
    for read, marks in _MARKUP:
        budget.check()
        if any(mark in html for mark in marks) and (extraction := read(root, address)):
            yield extraction


def until_complete(extractions: Iterator[Extraction], site: Site | None) -> Iterator[Extraction]:
    """Return the extractions up to the one that no other could add to."""
    about_one = False
    for extraction in extractions:
        yield extraction
        about_one = about_one or (extraction.extractor is Extractor.SITE and extraction.kind is PageKind.TITLE)
        if extraction.is_complete and (extraction.kind is PageKind.TITLE or not about_one):
            return
        if site is None and extraction.extractor is Extractor.JSON_LD and _is_full(extraction):
            return


def _is_full(extraction: Extraction) -> bool:
    """Whether each default column has a value somewhere: no extractor of general markup would add to that."""
    found = set().union(*(record.values for record in extraction.records))
    return found.issuperset(DEFAULT_COLUMNS)


def _likely_layouts(
    html: bytes, root: Node, address: PageAddress, site: Site | None, possible: Iterable[Site]
) -> Iterator[tuple[Site, Layout]]:
    """Return the layouts that the page can have, by its bytes, and by its address where its site is known.

    A page is searched for the marks of sixty layouts in more time than it takes to read it, so each is looked for when it is
    its turn, and, after some in vain, among the page's classes and ids where it is one.
    """
    listed = site is not None and address.url is not None and site.movie_address(address.url) is None
    names: bytes | None = None
    in_vain = 0
    for one in possible:
        for layout in one.layouts_at(address.url):
            if listed and layout.kind is PageKind.TITLE:
                continue
            if in_vain == _PATIENCE and names is None:
                names = root.names.encode()
            if layout.mark in (html if names is None or not is_marked_by_name(layout) else names):
                yield one, layout
            else:
                in_vain += 1


def _read_layouts_only(document: Document, address: PageAddress, site: Site, columns: ColumnNames) -> Iterator[Extraction]:
    """Read the few layouts that the site can have at an address which seems to be about something else."""
    is_likely = any(layout.mark in document.html for layout in site.layouts_at(address.url))
    if is_likely and (root := document.root):
        yield from _read_layouts(_likely_layouts(document.html, root, address, site, [site]), root, address, columns)


_PATIENCE = 6
"""So many marks are looked for in the whole page: gathering its names takes as long."""


def _read_layouts(
    layouts: Iterable[tuple[Site, Layout]], root: Node, address: PageAddress, columns: ColumnNames
) -> Iterator[Extraction]:
    """Return what the layouts find: once one of a site has found anything, the page is of that site."""
    found_of: Site | None = None
    for site, layout in layouts:
        if found_of not in (None, site):
            return
        if extraction := read_layout(layout, root, _at(address, site), site, columns):
            found_of = site
            yield extraction


def _read_trees(site: Site | None, root: Node, address: PageAddress) -> Iterator[Extraction]:
    for read in site.readers if site else ():
        if extraction := read(root, address):
            yield _with_own_urls(extraction, address, site)


def _at(address: PageAddress, site: Site) -> PageAddress:
    """Return the page's address, or, where nothing says it, the site whose markup it has."""
    return address if address.base else PageAddress(address.url, f"{site.origin}/" if site.origin else None)


def _with_own_urls(extraction: Extraction, address: PageAddress, site: Site | None) -> Extraction:
    """Return the extraction with the movies' URLs as their site names them, and without those that are of something else.

    Markup on a movie's page often gives as its URL the page to buy it on, to share it, or to embed it.
    """
    for record in extraction.records:
        if url := record.values.pop("url", None):
            own = site.movie_address(url) if site and site.movie_url else url if _may_be_own(url, extraction, address) else None
            record.values.update({"url": own} if own else {})
    return extraction


def _may_be_own(url: str, extraction: Extraction, address: PageAddress) -> bool:
    """Whether a page about one movie could have this URL: it leads to the page, to one above or to one below it."""
    if extraction.kind is not PageKind.TITLE or address.url is None:
        return True
    one, other = sorted((page_key(url), page_key(address.url)), key=len)
    return extraction.extractor is Extractor.JSON_LD or other.startswith(one)
