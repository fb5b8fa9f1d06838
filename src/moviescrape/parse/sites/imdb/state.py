"""IMDb's `__NEXT_DATA__`: what the pages since 2021 are drawn from, more complete than what they show.

Decoded typed, along the paths known; where these are gone, the JSON is searched for objects of a title's shape.
"""

from collections.abc import Iterator

import msgspec

from moviescrape.parse.dom.scripts import find_scripts
from moviescrape.parse.model import ColumnNames, Extraction, Extractor, PageAddress, PageKind
from moviescrape.parse.sites.imdb.shape import lists_below, titles_below
from moviescrape.parse.sites.imdb.title_json import Title, fill_record, title_record


class Edge(msgspec.Struct, rename="camel"):
    """One entry of a list, under whichever name the page gives it."""

    node: Title | None = None
    list_item: Title | None = None
    item: Title | None = None
    current_rank: int | None = None


class Connection(msgspec.Struct):
    edges: list[Edge] = []
    total: int | None = None


class ChartData(msgspec.Struct, rename="camel"):
    chart_titles: Connection | None = None


class TitleResults(msgspec.Struct, rename="camel"):
    title_list_items: list[Title] | None = None
    results: list[Edge] | None = None
    total: int | None = None


class SearchResults(msgspec.Struct, rename="camel"):
    title_results: TitleResults | None = None


class Group(msgspec.Struct):
    entries: list[Title] = []


class PageProps(msgspec.Struct, rename="camel"):
    page_data: ChartData | None = None
    search_results: SearchResults | None = None
    title_results: TitleResults | None = None
    groups: list[Group] | None = None
    above_the_fold_data: Title | None = None
    main_column_data: Title | None = None


class Props(msgspec.Struct, rename="camel"):
    page_props: PageProps | None = None


class NextData(msgspec.Struct):
    props: Props | None = None


_DECODER = msgspec.json.Decoder(NextData, strict=False)


def read_state(page: bytes, address: PageAddress, columns: ColumnNames = None) -> Extraction | None:
    """The titles of the page's `__NEXT_DATA__`, of the `columns` alone; None where there is none or it holds no titles."""
    script = next(find_scripts(page, b"__NEXT_DATA__"), None)
    if script is None:
        return None
    return _read_known(script.content, address, columns) or _read_by_shape(script.content, address, columns)


def _read_known(content: bytes, address: PageAddress, columns: ColumnNames) -> Extraction | None:
    try:
        data = _DECODER.decode(content)
    except (msgspec.DecodeError, RecursionError):  # also ValidationError: a key holds something else than it did
        return None
    props = data.props.page_props if data.props else None
    if props is None:
        return None
    if props.above_the_fold_data and props.above_the_fold_data.title_text:
        parts = [props.above_the_fold_data, *([props.main_column_data] if props.main_column_data else [])]
        return _title_page(parts, address, columns)
    for layout, titles, total in _known_lists(props):
        records = [record for title, rank in titles if title and (record := title_record(title, address, rank, columns))]
        if records:
            return Extraction(
                Extractor.STATE, PageKind.LIST, records, layout, declared_here=len(titles), declared_total=total, is_complete=True
            )
    return None


def _known_lists(props: PageProps) -> Iterator[tuple[str, list[tuple[Title | None, int | None]], int | None]]:
    if props.page_data and props.page_data.chart_titles:
        chart = props.page_data.chart_titles
        yield "chart-next", [(edge.node, edge.current_rank) for edge in chart.edges], chart.total
    for layout, results in (
        ("search-next", props.search_results and props.search_results.title_results),
        ("find-next", props.title_results),
    ):
        if results and results.title_list_items:
            yield layout, [(title, None) for title in results.title_list_items], results.total
        if results and results.results:
            yield layout, [(edge.list_item or edge.node, None) for edge in results.results], None
    if props.groups:
        yield "calendar-next", [(title, None) for group in props.groups for title in group.entries], None


def _title_page(parts: list[Title], address: PageAddress, columns: ColumnNames) -> Extraction | None:
    """A title page's one record: the parts of the page each say something of the same title."""
    record = title_record(parts[0], address, None, columns)
    if record is None:
        return None
    for part in parts[1:]:
        fill_record(record, part, columns)
    cast_is_missing = "actors" not in record.values and (columns is None or "actors" in columns)
    is_complete = not (cast_is_missing and parts[0].principal_credits_v2)
    return Extraction(Extractor.STATE, PageKind.TITLE, [record], "title-next", is_complete=is_complete)


def _read_by_shape(content: bytes, address: PageAddress, columns: ColumnNames) -> Extraction | None:
    """The one title that the page is about, or the largest list of titles anywhere."""
    try:
        data = msgspec.json.decode(content)
    except (msgspec.DecodeError, RecursionError):
        return None
    own = [title for title in titles_below(data) if address.url and f"/{title.id or title.title_id}/" in f"{address.url}/"]
    if own:
        return _title_page(own, address, columns)
    for titles, total in sorted(lists_below(data), key=lambda found: len(found.titles), reverse=True):
        records = [record for title in titles if (record := title_record(title, address, None, columns))]
        if records:
            return Extraction(
                Extractor.STATE, PageKind.LIST, records, "list-next", declared_here=len(titles), declared_total=total
            )
    return None
