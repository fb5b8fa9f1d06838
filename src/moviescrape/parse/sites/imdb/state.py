"""IMDb's `__NEXT_DATA__`: what the pages since 2021 are drawn from, more complete than what they show.

Decoded typed, along the paths known; where these are gone, the JSON is searched for objects of a title's shape.
"""

from collections.abc import Iterator

import msgspec

from moviescrape.parse.dom.lenient_json import decode_as, decode_lenient
from moviescrape.parse.dom.scripts import find_scripts
from moviescrape.parse.model import ColumnNames, Extraction, Extractor, PageAddress, PageKind
from moviescrape.parse.sites.imdb.shape import lists_below, titles_below
from moviescrape.parse.sites.imdb.title_json import TitleJson
from moviescrape.parse.sites.imdb.title_record import fill_record, title_record


class EdgeJson(msgspec.Struct, rename="camel"):
    """One entry of a list, under whichever name the page gives it."""

    node: TitleJson | None = None
    list_item: TitleJson | None = None
    item: TitleJson | None = None
    current_rank: int | None = None


class ConnectionJson(msgspec.Struct):
    edges: list[EdgeJson] = []
    total: int | None = None


class ChartDataJson(msgspec.Struct, rename="camel"):
    chart_titles: ConnectionJson | None = None


class TitleResultsJson(msgspec.Struct, rename="camel"):
    title_list_items: list[TitleJson] | None = None
    results: list[EdgeJson] | None = None
    total: int | None = None


class SearchResultsJson(msgspec.Struct, rename="camel"):
    title_results: TitleResultsJson | None = None


class GroupJson(msgspec.Struct):
    entries: list[TitleJson] = []


class PagePropsJson(msgspec.Struct, rename="camel"):
    page_data: ChartDataJson | None = None
    search_results: SearchResultsJson | None = None
    title_results: TitleResultsJson | None = None
    groups: list[GroupJson] | None = None
    above_the_fold_data: TitleJson | None = None
    main_column_data: TitleJson | None = None


class PropsJson(msgspec.Struct, rename="camel"):
    page_props: PagePropsJson | None = None


class NextDataJson(msgspec.Struct):
    props: PropsJson | None = None


def read_state(page: bytes, address: PageAddress, columns: ColumnNames = None) -> Extraction | None:
    """Read the titles in the page's `__NEXT_DATA__`, only the `columns` named; None where there is none or it holds no titles."""
    script = next(find_scripts(page, b"__NEXT_DATA__"), None)
    if script is None:
        return None
    return _read_known(script.content, address, columns) or _read_by_shape(script.content, address, columns)


def _read_known(content: bytes, address: PageAddress, columns: ColumnNames) -> Extraction | None:
    data = decode_as(NextDataJson, content)
    props = data.props.page_props if data and data.props else None
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


def _known_lists(props: PagePropsJson) -> Iterator[tuple[str, list[tuple[TitleJson | None, int | None]], int | None]]:
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


def _title_page(parts: list[TitleJson], address: PageAddress, columns: ColumnNames) -> Extraction | None:
    """Read a title page's one record: the parts of the page each say something of the same title."""
    record = title_record(parts[0], address, None, columns)
    if record is None:
        return None
    for part in parts[1:]:
        fill_record(record, part, columns)
    cast_is_missing = "actors" not in record.values and (columns is None or "actors" in columns)
    is_complete = not (cast_is_missing and parts[0].principal_credits_v2)
    return Extraction(Extractor.STATE, PageKind.TITLE, [record], "title-next", is_complete=is_complete)


def _read_by_shape(content: bytes, address: PageAddress, columns: ColumnNames) -> Extraction | None:
    """Read the one title that the page is about, or the largest list of titles anywhere."""
    data = decode_lenient(content)
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
