"""IMDb's embedded JSON: the paths known, keys that move or change, and anything else: never an exception."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moviescrape.parse.model import Extraction, PageAddress
from moviescrape.parse.sites.imdb.state import read_state

LIST = PageAddress("https://www.imdb.com/chart/top/", "https://www.imdb.com/")
TITLE = PageAddress("https://www.imdb.com/title/tt9000002/", "https://www.imdb.com/")
FERRY = {"id": "tt9000001", "titleText": {"text": "Ferry"}, "releaseYear": {"year": 1988}, "runtime": {"seconds": 5760}}
MILL = {
    "id": "tt9000002",
    "titleText": {"text": "Mill"},
    "releaseYear": {"year": 2001},
    "ratingsSummary": {"aggregateRating": 7.1},
}


def _page(data: Any) -> bytes:
    return b'<html><script id="__NEXT_DATA__" type="application/json">' + json.dumps(data).encode() + b"</script></html>"


def _props(props: Any) -> bytes:
    return _page({"props": {"pageProps": props}})


def _titles(extraction: Extraction | None) -> list[str]:
    return [record.values["title"] for record in extraction.records] if extraction else []


def test_chart_gives_ranks_and_total() -> None:
    edges = [{"currentRank": 1, "node": FERRY}, {"currentRank": 2, "node": MILL}]
    extraction = read_state(_props({"pageData": {"chartTitles": {"edges": edges, "total": 250}}}), LIST)
    assert extraction is not None
    assert [record.values["rank"] for record in extraction.records] == [1, 2]
    assert (extraction.layout, extraction.declared_here, extraction.declared_total) == ("chart-next", 2, 250)
    assert extraction.records[0].values["runtime"] == 96


@pytest.mark.parametrize(
    "props",
    [
        {"elsewhere": {"edges": [{"node": FERRY}, {"node": MILL}]}},
        {"a": {"b": [{"listItem": FERRY}, {"listItem": MILL}]}},
        {"rows": [{"node": {"title": FERRY}}, {"node": {"title": MILL}}]},
        {"pageData": {"chartTitles": {"edges": "moved"}}, "cms": [{"item": FERRY}, {"item": MILL}]},
    ],
)
def test_lists_are_found_by_shape_where_paths_are_gone(props: Any) -> None:
    assert _titles(read_state(_props(props), LIST)) == ["Ferry", "Mill"]


def test_a_key_that_holds_something_else_costs_that_value_only() -> None:
    changed = {**FERRY, "runtime": "96 minutes", "releaseYear": {"year": 1988}}
    extraction = read_state(_props({"list": [changed, MILL]}), LIST)
    assert _titles(extraction) == ["Ferry", "Mill"]
    assert extraction is not None
    assert "runtime" not in extraction.records[0].values
    assert extraction.records[0].values["year"] == 1988


def test_a_title_page_is_about_the_title_of_its_address() -> None:
    extraction = read_state(_props({"main": {"data": MILL}, "alike": [FERRY, {**FERRY, "id": "tt9000003"}]}), TITLE)
    assert _titles(extraction) == ["Mill"]


def test_an_original_title_is_given_where_it_differs() -> None:
    same = {**FERRY, "originalTitleText": {"text": "Ferry"}}
    other = {**MILL, "originalTitleText": {"text": "Die Mühle"}}
    extraction = read_state(_props({"list": [same, other]}), LIST)
    assert extraction is not None
    assert [record.values.get("original_title") for record in extraction.records] == [None, "Die Mühle"]


def test_no_script_no_reading() -> None:
    assert read_state(b"<html><script>var x = '__NEXT_DATA__'</script></html>", LIST) is None
    assert read_state(b'<script id="__NEXT_DATA__">{"props":', LIST) is None


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from([*FERRY, *MILL, "node", "title", "edges"]), inner)
    ),
    max_leaves=20,
)


@given(_JSON, st.sampled_from(["pageData", "searchResults", "titleResults", "groups", "aboveTheFoldData", "other"]))
def test_any_json_is_survived(value: Any, key: str) -> None:
    for address in (LIST, TITLE):
        extraction = read_state(_props({key: value}), address)
        assert extraction is None or all("title" in record.values for record in extraction.records)


@given(_JSON, st.sampled_from(sorted({*FERRY, *MILL})))
def test_any_value_of_a_title_is_survived(value: Any, key: str) -> None:
    assert "Mill" in _titles(read_state(_props({"list": [{**FERRY, key: value}, MILL, {**MILL, "id": "tt9000004"}]}), LIST))
