"""A list of movies by its repeated blocks: each links to a page of one kind, and enough of them read like a movie."""

import re
from collections import defaultdict

from moviescrape.parse.dom.document import Node
from moviescrape.parse.fields import put
from moviescrape.parse.general.blocks import Block, alike, find_blocks, make, unlinked_blocks
from moviescrape.parse.general.naming import block_titles
from moviescrape.parse.general.parts import Parts, column_scale, put_parts, read_parts
from moviescrape.parse.general.signs import LinkShape, is_listing, is_page_of, link_shape, speaks_of_films
from moviescrape.parse.model import Extraction, Extractor, PageAddress, PageKind, Record
from moviescrape.parse.values.titles import read_title
from moviescrape.parse.values.urls import absolute_url, canonical_url

FEWEST = 4
"""Fewer blocks are a teaser."""
_SHARE = 0.5
"""At least so many of the blocks must read like a movie."""
_MANY_UNPROVEN = 10
"""Without anything but names, at least so many, and named after films."""
_SPORADIC = 0.3
"""Fewer blocks with a year have it by accident, in a description."""
NOWHERE = "https://nowhere.invalid/"
"""Where links lead on a page that says nothing of its address: apart, but to no address that could be told."""
_MAX_SHAPES = 8
_MAX_LINKS = 5_000


def read_lists(root: Node, address: PageAddress) -> Extraction | None:
    """The movies of the page's best repeated block; None where nothing on it is clearly a list of movies."""
    of_films = speaks_of_films(root, address)
    found = [
        (shape, records)
        for shape, links in _links_by_shape(root, address)
        if _may_be_movies(shape, address)
        and (records := _read_group(shape, alike(find_blocks(links)), address, of_films=of_films))
    ]
    if not found and of_films:
        groups = (_read_group(_UNLINKED, blocks, address, of_films=True) for blocks in unlinked_blocks(root, FEWEST))
        found = [(_UNLINKED, records) for records in groups if records]
    if not found:
        return None
    _, records = max(found, key=lambda pair: _worth(*pair))
    return Extraction(extractor=Extractor.GENERAL, kind=PageKind.LIST, records=records, layout="blocks")


_UNLINKED = LinkShape("", (), ())


def _worth(shape: LinkShape, records: list[Record]) -> tuple[int, bool]:
    """How much was read; of the same movies, the links to their own pages rather than to pages below."""
    return sum(len(record.values) for record in records), shape.folder[-1:] != ("#",)


def _links_by_shape(root: Node, address: PageAddress) -> list[tuple[LinkShape, list[tuple[str, Node]]]]:
    """The page's links by what their addresses have in common, the most frequent kinds first."""
    groups: dict[LinkShape, list[tuple[str, Node]]] = defaultdict(list)
    for node in root.select("a[href]")[:_MAX_LINKS]:
        url = canonical_url(absolute_url(address.base or NOWHERE, node.attribute("href")))
        shape = link_shape(url) if url else None
        if url and shape:
            groups[shape].append((url, node))
    groups = {shape: _numbered(links) for shape, links in groups.items()}
    several = [(shape, links) for shape, links in groups.items() if _name_several(shape, links)]
    return sorted(several, key=lambda pair: -len(pair[1]))[:_MAX_SHAPES]


def _name_several(shape: LinkShape, links: list[tuple[str, Node]]) -> bool:
    """Whether the addresses are of several things, and not several pages of one."""
    urls = {url for url, _ in links}
    if shape.folder[-1:] == ("#",):
        return len({url.rstrip("/").rpartition("/")[0] for url in urls}) >= max(FEWEST, _SHARE * len(urls))
    return len(urls) >= FEWEST


_NUMBERED = re.compile(r"/[a-z]{0,3}\d[^/]*/?(?:\?.*)?$")


def _numbered(links: list[tuple[str, Node]]) -> list[tuple[str, Node]]:
    """Those that end in a number or name with a number in front, where most do; else all."""
    numbered = [link for link in links if _NUMBERED.search(link[0])]
    return numbered if len(numbered) >= 0.6 * len(links) else links


def _may_be_movies(shape: LinkShape, address: PageAddress) -> bool:
    """A page of the kind that it links to shows recommendations, not a list."""
    return not shape.is_of_something_else and not is_page_of(shape, address.url)


def _read_group(shape: LinkShape, blocks: list[Block], address: PageAddress, *, of_films: bool) -> list[Record] | None:
    if len(blocks) < FEWEST:
        return None
    titles = block_titles(blocks)
    if titles is None:
        return None
    parts = [read_parts(block.node, title) for block, title in zip(blocks, titles, strict=True)]
    if shape.is_of_films:
        _take_days(parts)
    if not _convincing(shape, parts, address, of_films=of_films):
        return None
    if sum(bool(each.years) for each in parts) < _SPORADIC * len(parts):
        for each in parts:
            each.years.clear()
    scale = column_scale([rating for each in parts for rating in each.ratings[:1]])
    records = [_record(block, title, each, scale) for block, title, each in zip(blocks, titles, parts, strict=True) if title]
    return records if len(records) >= FEWEST else None


_SPAN_YEARS = 3


def _take_days(parts: list[Parts]) -> None:
    """Take the years of days for those of release, where they are as far apart as a catalogue's and not a programme's."""
    if any(each.years for each in parts):
        return
    days = [year for each in parts for year in each.days[:1]]
    if days and max(days) - min(days) >= _SPAN_YEARS:
        for each in parts:
            each.years = each.days[:1]


def _convincing(shape: LinkShape, parts: list[Parts], address: PageAddress, *, of_films: bool) -> bool:
    """Whether enough of the blocks say something that a movie has; named alone, the addresses must speak of films."""
    dated = sum(bool(each.years or "year" in each.labelled) for each in parts) / len(parts)
    rated = sum(bool(each.ratings or "rating" in each.labelled) for each in parts) / len(parts)
    timed = sum(each.runtime is not None for each in parts) / len(parts)
    peopled = sum("directors" in each.labelled or "actors" in each.labelled for each in parts) / len(parts)
    shares = (dated, rated, timed, peopled)
    signs = sum(share >= _SHARE for share in shares) + shape.is_of_films + of_films
    if max(shares) >= _SHARE:
        return signs >= 2 + (max(dated, timed, peopled) < _SHARE)  # shops rate everything
    if len(parts) < _MANY_UNPROVEN or not of_films:
        return False
    own = link_shape(address.url) if address.url else None
    return _below(shape, address) or (shape.is_of_films and own is not None and not own.is_of_something_else)


def _below(shape: LinkShape, address: PageAddress) -> bool:
    """Whether the links lead to pages in the page's own folder, as a programme's do."""
    own = link_shape(f"{address.url.rstrip('/')}/x") if address.url and is_listing(address.url) else None
    return own is not None and own.host == shape.host and own.folder == shape.folder


def _record(block: Block, title: str, parts: Parts, scale: float) -> Record:
    url = block.url if block.url and not block.url.startswith(NOWHERE) else None
    record = Record({}, {"": f"block {make(block.node)[0]}"}, url)
    put(record, "title", title, read_title)
    put(record, "url", url)
    put_parts(record, parts, scale)
    return record
